// A word for each merge field, as people call it; the stable name stands beside it.
import { isKey, t } from '../../text/language.svelte.ts'

export function fieldWord(name: string): string {
  const key = `help.field.${name}`
  return isKey(key) ? t(key) : name
}
