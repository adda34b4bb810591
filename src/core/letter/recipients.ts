// Recipients for Word's own mail merge: a row for each letter, with what its document says. Word knows a field by the heading of its column:
// it begins with a letter, holds letters, figures and underscores, and has at most forty signs; no two are the same.
// Public source: Microsoft, "Data source field names" (KB 212322, 294688: how to design mail merge data sources)
import type { LetterValues } from '../../model/letter.ts'
import { fieldNames } from './fields.ts'
import { longDay } from './locale.ts'
import { asPlainWords } from './valueKinds.ts'
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

/** By these names of its own Word puts an address or a greeting together (ECMA-376 part 1, 17.16.5.1 ADDRESSBLOCK, 17.16.5.22 GREETINGLINE). */
const greetingParts = ['Courtesy Title', 'First Name', 'Last Name'] as const
const placeParts = ['Company', 'Address 1', 'Address 2', 'City', 'State', 'Postal Code', 'Country or Region'] as const
export type WordPart = (typeof greetingParts)[number] | (typeof placeParts)[number]

/** The columns that Word looks for where a document has an address block or a greeting line. */
export const wordParts = ({ addressBlock, greetingLine }: { addressBlock: boolean; greetingLine: boolean }): WordPart[] => [
  ...(addressBlock || greetingLine ? greetingParts : []),
  ...(addressBlock ? placeParts : []),
]

/** All stable names, or those that documents use, as they write them. @param used missing = all @param parts as Word itself calls them */
export function recipientColumns(used?: readonly string[], parts: readonly WordPart[] = []): RecipientColumn[] {
  const taken = new Set<string>()
  const column = (field: string, heading: string): RecipientColumn[] => {
    // A field that stands under two names in documents that differ in case only is one column.
    const key = wordSafe(field).toLowerCase()
    if (taken.has(key)) return []
    taken.add(key)
    return [{ heading, field }]
  }
  const own = (used ?? fieldNames).flatMap((field) => column(field, wordSafe(field)))
  return [...own, ...parts.flatMap((part) => column(part, part))]
}

/** What stands in the columns for one letter, days as the letter's language writes them. */
export function recipientRow(
  columns: readonly RecipientColumn[],
  { values, mapping, languageCode }: { values: Readonly<LetterValues>; mapping: Readonly<Record<string, string>>; languageCode: string },
): string[] {
  return columns.map(({ field }) => asPlainWords(values[fieldMeant(field, mapping) ?? ''], (day) => longDay(day, languageCode)))
}
