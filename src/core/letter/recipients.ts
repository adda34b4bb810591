// Recipients for Word's own mail merge: a row for each letter, with what its document says. Word knows a field by the heading of its column:
// it begins with a letter, holds letters, figures and underscores, and has at most forty signs; no two are the same.
// Public source: Microsoft, "Data source field names" (KB 212322, 294688: how to design mail merge data sources)
import type { LetterValues } from '../../model/letter.ts'
import { fieldNames } from './fields.ts'
import { longDay } from './locale.ts'
import { fieldMeant } from './values.ts'

/** A column: its heading, and which value stands in it. */
export interface RecipientColumn {
  heading: string
  /** A field as a document names it, or a stable name. */
  field: string
}

const longest = 40

/** A name as Word takes it for a field. */
export function wordSafe(name: string): string {
  const plain = name
    .normalize('NFC')
    .trim()
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  const led = /^\p{L}/u.test(plain) ? plain : `M_${plain}`
  return led.slice(0, longest)
}

/** All stable names, or those that documents use, as they write them. @param used missing = all */
export function recipientColumns(used?: readonly string[]): RecipientColumn[] {
  const taken = new Set<string>()
  return (used ?? fieldNames).flatMap((field) => {
    const heading = wordSafe(field)
    // A field that stands under two names in documents that differ in case only is one column.
    if (taken.has(heading.toLowerCase())) return []
    taken.add(heading.toLowerCase())
    return [{ heading, field }]
  })
}

/** What stands in the columns for one letter, days as the letter's language writes them. */
export function recipientRow(
  columns: readonly RecipientColumn[],
  { values, mapping, languageCode }: { values: Readonly<LetterValues>; mapping: Readonly<Record<string, string>>; languageCode: string },
): string[] {
  return columns.map(({ field }) => {
    const value = values[fieldMeant(field, mapping) ?? ''] ?? ''
    return typeof value === 'string' ? value : longDay(value.day, languageCode)
  })
}
