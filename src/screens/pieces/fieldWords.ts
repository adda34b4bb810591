// A word for each merge field, as people call it; the stable name stands beside it.
import { isKey, t } from '../../text/language.svelte.ts'

/** What a field of a document stands for, with what it says of somebody; blank = it stays empty. */
export const meaningText = (field: string, exampleOf: (name: string) => string): string =>
  field
    ? t('template.standsFor', { field: fieldWord(field), example: exampleOf(field) || t('template.noExample') })
    : t('template.staysEmpty')

export function fieldWord(name: string): string {
  const key = `help.field.${name}`
  return isKey(key) ? t(key) : name
}
