// The sample in the language of whoever looks around: names of people, companies and places stay as they are, what a person of the field
// would have written becomes hers. Rows, ids and figures are the same in every language.
import type { Changes } from '../../../model/tables.ts'
import type { SampleText } from './texts.ts'

/** Where such texts stand in a row, a line's own values and merge fields included. A job title is one only of our own salespeople. */
const fields = new Set([
  ...['description', 'subject', 'comment', 'itemGroup', 'closeReason', 'templateDescription'],
  ...['Description', 'Subject', 'Campaign_Description', 'Salesperson_Job_Title'],
])

/** The same rows with other words; a text that is none of the sample's stays. */
export function inWords(put: Changes['put'], words: Record<SampleText, string>): Changes['put'] {
  const known = new Map<string, string>(Object.entries(words))
  const said = (value: unknown, isText: boolean, more: string): unknown => {
    if (typeof value === 'string') return (isText && known.get(value)) || value
    if (Array.isArray(value)) return value.map((one) => said(one, isText, more))
    if (typeof value !== 'object' || value === null) return value
    const parts: [string, unknown][] = Object.entries(value)
    return Object.fromEntries(parts.map(([key, part]) => [key, said(part, fields.has(key) || key === more, more)]))
  }
  return Object.fromEntries(
    Object.entries(put).map(([table, rows]) => [table, said(rows, false, table === 'salespeople' ? 'jobTitle' : '')]),
  )
}
