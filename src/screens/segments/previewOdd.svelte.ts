// The odd letters of a segment as the worker finds them, asked again when anything was written, and in another order when she wishes it.
import { untrack } from 'svelte'
import type { House } from '../../actions/house.ts'
import type { OddKind, OddLetters, OddLine } from '../../core/letter/oddLetter.ts'
import type { LetterOrder } from '../../core/letter/order.ts'
import type { Failure } from '../../model/failure.ts'
import { Live } from '../../parts/live.svelte.ts'
import type { SegmentPage } from '../../storage/read/segments.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { language } from '../../text/language.svelte.ts'
import { failureOf } from '../../workers/call.ts'
import { DocumentFields } from '../pieces/documentFields.svelte.ts'

export type OddState = { is: 'looking'; done: number; total: number } | { is: 'found' } | { is: 'failed'; failure: Failure }

/** Changes come in flocks: the worker is asked when they rest. */
const rest = 40
let searches = 0

export class PreviewOdd {
  state = $state.raw<OddState>({ is: 'looking', done: 0, total: 0 })
  /** The last that was found: it stays until there is something newer. */
  found = $state.raw<OddLetters | undefined>()
  readonly #house: House
  readonly #page: () => SegmentPage | undefined
  readonly #documents: DocumentFields
  readonly #commits: Live<number>
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = ''

  constructor(house: House, page: () => SegmentPage | undefined) {
    this.#house = house
    this.#page = page
    this.#documents = new DocumentFields(house)
    this.#commits = new Live(watchCommits(house.db))
  }

  /** Where each letter stands, from 0; lines without a letter come behind. */
  readonly places: ReadonlyMap<number, number> = $derived(
    new Map([...(this.found?.letters ?? []), ...(this.found?.without ?? [])].map((lineNo, at) => [lineNo, at])),
  )
  /** What is odd about a letter, the gravest first. */
  readonly #byLine: ReadonlyMap<number, { kind: OddKind; line: OddLine }[]> = $derived.by(() => {
    const all = new Map<number, { kind: OddKind; line: OddLine }[]>()
    for (const { kind, lines } of this.found?.odd ?? [])
      for (const line of lines) all.set(line.lineNo, [...(all.get(line.lineNo) ?? []), { kind, line }])
    return all
  })
  /** Each odd letter once, as they are gone through: kind by kind. */
  readonly sequence: readonly { kind: OddKind; lineNo: number }[] = $derived.by(() => {
    const seen = new Set<number>()
    return (this.found?.odd ?? []).flatMap(({ kind, lines }) =>
      lines.flatMap(({ lineNo }) => (seen.size === seen.add(lineNo).size ? [] : [{ kind, lineNo }])),
    )
  })
  readonly #together: ReadonlyMap<number, readonly number[]> = $derived(new Map(this.found?.others ?? []))

  about = (lineNo: number): readonly { kind: OddKind; line: OddLine }[] => this.#byLine.get(lineNo) ?? []

  /** The other lines that a letter is for. */
  othersOf = (lineNo: number): readonly number[] => this.#together.get(lineNo) ?? []

  /** To be called in an effect. */
  ask(order: LetterOrder): void {
    const page = this.#page()
    void this.#commits.value
    if (!page) return
    const documents = [...page.around.lists.templates.flatMap(({ documents }) => documents), ...ownDocuments(page)]
    this.#documents.need(documents.map(({ attachmentId }) => attachmentId))
    const fields = this.#documents.known
    const tag = language()
    untrack(() => {
      clearTimeout(this.#timer)
      const turn = (this.#turn = `${Date.now()} ${++searches}`)
      this.#timer = setTimeout(() => void this.#search(turn, page, { fields, order, language: tag }), rest)
    })
  }

  async #search(turn: string, { segment }: SegmentPage, wish: Parameters<House['calls']['index']['oddLetters']>[2]): Promise<void> {
    try {
      while (turn === this.#turn) {
        const answer = await this.#house.calls.index.oddLetters(segment.id, turn, wish)
        if (turn !== this.#turn || !answer) return
        if (answer.is === 'found') {
          this.found = answer.odd
          this.state = { is: 'found' }
          return
        }
        this.state = answer
      }
    } catch (error) {
      if (turn === this.#turn) this.state = { is: 'failed', failure: failureOf(error) }
    }
  }
}

const ownDocuments = ({ lines }: SegmentPage) => lines.lines.flatMap(({ document }) => (document ? [document] : []))
