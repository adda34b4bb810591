// Looks up a value in a record: by the name as the document writes it, else by the same name written otherwise.
import type { Letter } from './letter.ts'
import type { StandardName } from '../standardNames.ts'
import { asEntries, asPicture, asValue, type MergePicture, type MergeRecord, type MergeValue } from '../values.ts'
import { textOf } from '../language/dress.ts'
import { remembering } from '../language/locale.ts'

/** Case, blanks, underscores and other signs do not count. Records of one list have the same names. */
const folded = remembering(
  (name: string): string =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ''),
  2000,
)

/** The key that a record has for a name; its own keys only. */
function keyIn(record: MergeRecord, name: string): string | undefined {
  if (Object.hasOwn(record, name)) return name
  const wanted = folded(name)
  return wanted === '' ? undefined : Object.keys(record).find((key) => folded(key) === wanted)
}

export function valueIn(record: MergeRecord, name: string): MergeValue | undefined {
  const key = keyIn(record, name)
  return key === undefined ? undefined : asValue(record[key])
}

/** A field's value within regions: of the innermost entry that has it, else of the record. */
export function valueAt({ scopes, record }: Letter, name: string): MergeValue | undefined {
  for (const { list, entry } of scopes.toReversed()) {
    const own = name.toLowerCase().startsWith(`${list.toLowerCase()}.`) ? name.slice(list.length + 1) : name
    const key = keyIn(entry, own)
    if (key !== undefined) return asValue(entry[key])
  }
  return record && valueIn(record, name)
}

/** The entries at hand, the innermost first, and the record. */
const around = ({ scopes, record }: Letter): MergeRecord[] => [...scopes.map(({ entry }) => entry).reverse(), ...(record ? [record] : [])]

/** A picture, of the innermost entry that has it, else of the record. */
export function pictureAt(letter: Letter, name: string): MergePicture['picture'] | undefined {
  for (const at of around(letter)) {
    const key = keyIn(at, name)
    if (key !== undefined) return asPicture(at[key])
  }
  return undefined
}

/** The entries of a list, of the entry at hand or of the record. */
export function entriesOf(letter: Letter, list: string): readonly MergeRecord[] {
  for (const at of around(letter)) {
    const key = keyIn(at, list)
    if (key !== undefined) return asEntries(at[key])
  }
  return []
}

/**
 * A part of an address by Word's own name: the column that the template's own list had for it, else the record's value of that name,
 * else what the caller says.
 */
export function partOf(letter: Letter, record: MergeRecord, name: StandardName): MergeValue | undefined {
  const column = letter.plan.mapped[name]
  const key = (column === undefined ? undefined : keyIn(record, column)) ?? keyIn(record, name)
  return asValue(key === undefined ? letter.settings.part?.(name, record) : record[key])
}

export const partText = (letter: Letter, record: MergeRecord, name: StandardName): string =>
  textOf(partOf(letter, record, name), letter.language)
