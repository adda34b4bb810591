// A letter in the making: one copy of the template, and the record that its fields speak of at the moment.
// A value is computed when the first place asks for it, and once for all places.
import { dress } from './language/dress.ts'
import type { Feed } from './feed.ts'
import type { MergeOptions } from './options.ts'
import type { TemplatePlan } from './plan.ts'
import { clean, isRightToLeft, runContent } from './text.ts'
import type { MergeRecord, MergeValue } from './values.ts'

/**
 * What of the caller's wishes emission needs; `combined`: the letter stands in one document with others; `before`: so many letters of
 * this merge stand in documents before this one (MERGESEQ counts on).
 */
export type Settings = Pick<
  MergeOptions,
  'language' | 'date' | 'restartPages' | 'oddPages' | 'pagesOf' | 'address' | 'greeting' | 'part'
> & { combined: boolean; before?: number }

/** A value on its way into a run. */
export interface Shown {
  inner: string
  /** Whether it is more than blanks. */
  shows: boolean
  rightToLeft: boolean
}

export interface Letter {
  readonly plan: TemplatePlan
  readonly settings: Settings
  /** In its document, from 0. */
  readonly number: number
  /** The letter's first record. */
  readonly first: MergeRecord
  /** The one that fields speak of; none beyond the last. */
  record: MergeRecord | undefined
  /** By content, of the record at hand. */
  shown: (Shown | undefined)[]
  /** Relation ids of this letter's own headers and footers. */
  rels: ReadonlyMap<string, string> | null
  /** Values from which signs were taken that no Word file can hold. */
  cleaned: number
}

export const startLetter = (plan: TemplatePlan, settings: Settings, number: number, first: MergeRecord): Letter => ({
  ...{ plan, settings, number, first, record: first, shown: [], rels: null, cleaned: 0 },
})

/** Without a record to use, without more to come: for what is emitted of one record only. */
export const oneRecord = (record: MergeRecord): Feed => ({
  ...{ has: () => true, peek: (at) => (at === 0 ? record : undefined), drop: () => undefined, taken: 0, skipped: 0 },
})

/** What a content shows, of the record at hand. */
export const shown = (letter: Letter, content: number): Shown => (letter.shown[content] ??= compute(letter, content))

function compute(letter: Letter, index: number): Shown {
  const content = letter.plan.contents[index]
  if (!content || !letter.record) return { inner: '', shows: false, rightToLeft: false }
  const value = dress(valueIn(letter.record, content.field), content.format, letter.settings.language ?? 'en')
  const text = clean(value)
  if (text.length < value.length) letter.cleaned++
  return { inner: runContent(text, letter.plan.w), shows: text.trim() !== '', rightToLeft: isRightToLeft(text) }
}

const valueIn = (record: MergeRecord, field: string): MergeValue | undefined => (Object.hasOwn(record, field) ? record[field] : undefined)
