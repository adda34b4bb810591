// What the data check found, as a sentence.
import type { Finding } from '../../core/dataCheck/findings.ts'
import { figure } from '../../text/format.ts'
import { isKey, t } from '../../text/language.svelte.ts'

/** "Contacts: the company is not there, 3 times." */
export function findingWords({ kind, table, field, count }: Finding): string {
  const about = `safety.about.${field}`
  const words = { table: t(`files.table.${table}`), count, text: figure(count), field: isKey(about) ? t(about) : field }
  switch (kind) {
    case 'shape':
      return t('safety.found.shape', words)
    case 'gone':
      return t('safety.found.gone', words)
    case 'twice':
      return t('safety.found.twice', words)
    case 'bytes':
      return t('safety.found.bytes', words)
  }
}
