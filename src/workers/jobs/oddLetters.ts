// The odd letters of a segment, worked out away from the finger: a portion at each call, so that the screen can tell how far it is, stop by
// asking no further, and get other answers in between.
import type { OddLetters } from '../../core/letter/oddLetter.ts'
import { LetterSearch } from '../../core/letter/oddLetters.ts'
import type { LetterOrder } from '../../core/letter/order.ts'
import { keyTogether, placesTogether } from '../../core/letter/together.ts'
import { effective, type Around, type Effective } from '../../core/segment/effective.ts'
import type { AttachmentId, SegmentId } from '../../model/ids.ts'
import { readLists } from '../../storage/read/lists.ts'
import { aroundOf, readAround, readSegment, type StoredSegment } from '../../storage/read/segments.ts'
import type { ContactBook } from './contactBook.ts'

export interface OddLettersWish {
  /** The fields of each document that is known so far. */
  fields: readonly (readonly [AttachmentId, readonly string[]])[]
  order: LetterOrder
  /** Of the interface: by its alphabet names and countries are sorted where the segment has no language. */
  language: string
}

export type OddLettersAnswer = { is: 'looking'; done: number; total: number } | { is: 'found'; odd: OddLetters; rev: number }

export interface OddLetterJobs {
  /**
   * Goes on with the search that `turn` names, or begins it; ask until it has found. Nothing when there is no such segment any more.
   * @param turn another name for every search: only the newest is gone on with
   */
  oddLetters: (id: SegmentId, turn: string, wish: OddLettersWish) => Promise<OddLettersAnswer | undefined>
}

/** Milliseconds of one portion. */
const portion = 200
/** From so many lines on their contacts are kept in memory. */
const long = 1000

/** So many searches are kept: a second window asks its own in between. */
const most = 3

export function oddLetterJobs(book: ContactBook): OddLetterJobs {
  const going = new Map<string, Search>()
  const begin = async (id: SegmentId, turn: string, wish: OddLettersWish): Promise<Search | undefined> => {
    const state = await readSegment(book.db, id)
    if (!state) return undefined
    const search = new Search(state, await readAll(book, state), wish)
    for (const older of [...going.keys()].slice(0, -(most - 1))) going.delete(older)
    going.set(turn, search)
    return search
  }
  return {
    oddLetters: async (id, turn, wish) => {
      const search = going.get(turn) ?? (await begin(id, turn, wish))
      const answer = search?.goOn(Date.now() + portion)
      if (answer?.is === 'found') going.delete(turn)
      return answer
    },
  }
}

async function readAll(book: ContactBook, { lines: { lines } }: StoredSegment): Promise<Around> {
  if (lines.length > long) return aroundOf({ contacts: (await book.fresh()).contacts, lists: await readLists(book.db) })
  return aroundOf(
    await readAround(
      book.db,
      lines.map(({ contactId }) => contactId),
    ),
  )
}

/** Two walks over the lines: who gets a letter together, and then letter by letter. */
class Search {
  readonly #state: StoredSegment
  readonly #around: Around
  readonly #wish: OddLettersWish
  readonly #letters: LetterSearch
  readonly #keys: string[] = []
  #together: number[][] | undefined
  #at = 0

  constructor(state: StoredSegment, around: Around, wish: OddLettersWish) {
    const names = new Map(wish.fields)
    this.#state = state
    this.#around = around
    this.#wish = wish
    this.#letters = new LetterSearch(state.segment, around, (attachment) => names.get(attachment))
  }

  goOn(until: number): OddLettersAnswer {
    const { segment, lines } = this.#state
    const total = lines.lines.length
    while (this.#keys.length < total) {
      if (this.#keys.length % 100 === 99 && Date.now() > until) return { is: 'looking', done: this.#keys.length / 2, total }
      // Where everybody gets a letter of her own, nobody need be compared.
      this.#keys.push(segment.lettersPer ? keyTogether(this.#line(this.#keys.length), segment.lettersPer) : '')
    }
    this.#together ??= placesTogether(total, (at) => this.#keys[at] ?? '')
    for (; this.#at < this.#together.length; this.#at++) {
      if (this.#at % 100 === 99 && Date.now() > until) return { is: 'looking', done: (total + this.#at) / 2, total }
      const [lead = 0, ...others] = this.#together[this.#at] ?? []
      this.#letters.look(
        this.#line(lead),
        others.map((at) => this.#line(at)),
      )
    }
    const odd = this.#letters.found(this.#wish.order, segment.languageCode ?? this.#wish.language)
    return { is: 'found', odd, rev: segment.rev }
  }

  #line(at: number): Effective {
    return effective(this.#state.lines.lines[at]!, this.#state.segment, this.#around)
  }
}
