// A letter in the making: one copy of the template, and the record that its fields speak of at the moment.
// A value is computed when the first place asks for it, and once for all places; the next record asks again.
import type { Feed } from '../feed.ts'
import type { MergeOptions } from '../options.ts'
import type { TemplatePlan } from '../plan.ts'
import type { MergePicture, MergeRecord } from '../values.ts'

/** What of the caller's wishes emission needs; `combined`: the letter stands in one document with others. */
export type Settings = Pick<
  MergeOptions,
  'language' | 'date' | 'restartPages' | 'oddPages' | 'pagesOf' | 'address' | 'greeting' | 'part' | 'marks' | 'answers'
> & { combined: boolean }

/** A value on its way into a run. */
export interface Shown {
  text: string
  /** What stands in the run; of several paragraphs: in each. */
  inner: string
  paragraphs: string[] | null
  /** Whether it is more than blanks. */
  shows: boolean
  rightToLeft: boolean
}

/** Gives the pictures that a part shows relations. */
export interface LetterPictures {
  relOf: (picture: MergePicture['picture']) => string
}

export interface Letter {
  readonly plan: TemplatePlan
  readonly settings: Settings
  readonly language: string
  /** In its document, from 0. */
  readonly number: number
  /** The letter's first record. */
  readonly first: MergeRecord
  /** How many records were used or left out before, and how many of these were left out. */
  readonly taken: number
  readonly skipped: number
  /** Which of the letter's records is at hand, from 0. */
  cursor: number
  /** Which of all records, from 0, were left out between the letter's first and the one at hand. */
  passedAt: readonly number[]
  readonly passed: number
  /** None beyond the last. */
  record: MergeRecord | undefined
  /** By content, of the record at hand. */
  shown: (Shown | undefined)[]
  /** The entries at hand of the lists that regions are repeated for, the innermost last. */
  scopes: readonly { list: string; entry: MergeRecord }[]
  /** Set where a region is repeated once more: what may stand only once gets numbers and names of its own. */
  copy: { number: number; ids: Map<string, number> } | null
  /** How many copies and numbers of theirs there are so far. */
  copies: { made: number; ids: number }
  /** What bookmarks have been given so far. */
  bookmarks: Map<string, string>
  /** Whether anything was shown since this was last set to false. */
  hasShown: boolean
  /** In a dry run: whether the first record is to be left out. */
  leftOut: boolean
  feed: Feed | null
  /** Relation ids of this letter's own headers and footers. */
  rels: ReadonlyMap<string, string> | null
  /** Where pictures by field are kept; none beside text and headers. */
  pictures: LetterPictures | null
  /** The picture at hand, with what stands in the text of it. */
  image: Readonly<Record<'rel' | 'width' | 'height' | 'words', string>> | null
  /** Values from which signs were taken that no Word file can hold. */
  cleaned: number
}

export function startLetter(plan: TemplatePlan, settings: Settings, number: number, first: MergeRecord, feed: Feed | null = null): Letter {
  return {
    ...{ plan, settings, language: settings.language ?? plan.language, number, first },
    ...{ taken: feed?.taken ?? 0, skipped: feed?.skipped ?? 0, cursor: 0, passedAt: [], record: first, shown: [], feed: null },
    ...{
      scopes: [],
      copy: null,
      copies: { made: 0, ids: 0 },
      hasShown: false,
      leftOut: false,
      rels: null,
      pictures: null,
      image: null,
      cleaned: 0,
    },
    bookmarks: new Map(Object.entries(plan.bookmarks.first)),
    get passed() {
      return this.passedAt.length
    },
  }
}

/** Another record comes to hand; beyond the last there is none, and fields are empty. */
export function moveTo(letter: Letter, cursor: number): void {
  if (cursor === letter.cursor) return
  letter.cursor = cursor
  letter.record = cursor === 0 ? letter.first : letter.feed?.peek(cursor)
  letter.shown = []
}

/** A bookmark gets its words; what speaks of bookmarks is computed anew. */
export function setBookmark(letter: Letter, name: string, words: string): void {
  if (letter.bookmarks.get(name) === words) return
  letter.bookmarks.set(name, words)
  for (const content of letter.plan.bookmarks.follows) letter.shown[content] = undefined
}

/** Nothing is copied, and bookmarks have what they had before the letter. */
export function resetLetter(letter: Letter): void {
  letter.copies = { made: 0, ids: 0 }
  for (const [name, words] of Object.entries(letter.plan.bookmarks.first)) setBookmark(letter, name, words)
}
