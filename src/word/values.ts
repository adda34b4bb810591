// What the caller hands in: one record per person, its values by field name.

import type { PictureFacts } from '../base/picture.ts'

/** A day of the calendar, with a time where one is known (`14:30`); a `Date` is taken as the clock of this machine shows it. */
export type MergeDay = { readonly day: string; readonly time?: string } | Date

/** What stands in a field: words, a number, a day, or several paragraphs. A line break in words is a line break in the letter. */
export type MergeValue = string | number | MergeDay | readonly string[]

/** Entries of the person's own: purchases, people of the company. A region is repeated for each; as a field it shows how many there are. */
export interface MergeList {
  readonly list: readonly MergeRecord[]
}

/** A picture for a field that asks for one (`{{image:Logo}}`); in any other field nothing is shown for it. */
export interface MergePicture {
  /** Its width and height: only their proportion counts where the template says how large it is. */
  readonly picture: Readonly<PictureFacts> & {
    /** The same for the same picture: it stands in a document once. */
    readonly key: string
    readonly bytes: Uint8Array
  }
}

/**
 * Values by field name: as the document writes it, or another way of writing the same (case, blanks, underscores and signs do not
 * count). What is missing is empty.
 */
export type MergeRecord = Readonly<{ [name: string]: MergeValue | MergeList | MergePicture }>

export type MergeRecords = Iterable<MergeRecord> | AsyncIterable<MergeRecord>

/** What a program hands in as a value, as one: nothing is nothing, true and 12n are words, and what is no value at all is nothing. */
export function asValue(value: unknown): MergeValue | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? value : value.map((each) => asWords(each) ?? '')
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value
  const { day, time, list } = value as { day?: unknown; time?: unknown; list?: unknown }
  if (Array.isArray(list)) return list.length
  if (typeof day !== 'string') return undefined
  return typeof time === 'string' ? { day, time } : { day }
}

/** The same as one text; a day is none. */
export function asWords(value: unknown): string | undefined {
  const known = asValue(value)
  return known === undefined || typeof known === 'object' ? undefined : String(known)
}

/** The picture that somebody handed in; of anything else none. */
export function asPicture(value: unknown): MergePicture['picture'] | undefined {
  const picture: unknown = typeof value === 'object' && value !== null && 'picture' in value ? value.picture : undefined
  return typeof picture === 'object' && picture !== null && 'bytes' in picture ? (picture as MergePicture['picture']) : undefined
}

/** The entries of a list; of anything else none. */
export function asEntries(value: unknown): readonly MergeRecord[] {
  const list: unknown = typeof value === 'object' && value !== null && 'list' in value ? value.list : undefined
  return Array.isArray(list) ? list.filter((entry): entry is MergeRecord => typeof entry === 'object' && entry !== null) : []
}
