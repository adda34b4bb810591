// The sample in the language of whoever looks around: names of people, companies and places stay as they are, what a person of the field
// would have written becomes hers. Rows, ids and figures are the same in every language.
import type { Changes } from '../../../model/tables.ts'
import type { SampleText } from './texts.ts'

/** Where such texts stand in a row, a line's own values and merge fields included. */
const fields = new Set([
  ...['description', 'subject', 'comment', 'itemGroup', 'closeReason', 'templateDescription'],
  ...['Description', 'Subject', 'Campaign_Description', 'Salesperson_Job_Title'],
])
/** A contact's job title is as she writes it herself. */
const isWritten = (table: string, field: string) => fields.has(field) || (table === 'salespeople' && field === 'jobTitle')

/** The same rows with other words; a text that is none of the sample's stays. */
export function inWords(put: Changes['put'], words: Record<SampleText, string>): Changes['put'] {
  const known = new Map<string, string>(Object.entries(words))
  const said = (value: unknown, table: string, field: string): unknown => {
    if (typeof value === 'string') return (isWritten(table, field) && known.get(value)) || value
    if (Array.isArray(value)) return value.map((one) => said(one, table, field))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, said(part, table, key)]))
  }
  return Object.fromEntries(Object.entries(put).map(([table, rows]) => [table, said(rows, table, '')]))
}
