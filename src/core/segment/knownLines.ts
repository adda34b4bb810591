// Every line that a segment has or had, as it was last: who comes back gets her own line again. Lines of steps that were undone are none.
import type { ContactId, StepId } from '../../model/ids.ts'
import type { Line, RecipeCard, RemovedLine, Step } from '../../model/segment.ts'
import { addTo } from '../criteria/facts.ts'
import type { SegmentState } from './steps.ts'

/** What a card did whose people were chosen by hand or used again. */
export interface Recorded {
  added: readonly Line[]
  lineNos: ReadonlySet<number>
  /** Those whose last line it took out. */
  left: ReadonlySet<ContactId>
}

export class KnownLines {
  readonly #state: SegmentState
  readonly #keptOut: ReadonlySet<ContactId>
  #last: Map<number, Line> | undefined
  #of: Map<ContactId, Line[]> | undefined
  #left: Map<StepId, Set<ContactId>> | undefined

  constructor(state: SegmentState) {
    this.#state = state
    this.#keptOut = new Set(state.lines.pinnedOut)
  }

  isKeptOut(id: ContactId): boolean {
    return this.#keptOut.has(id)
  }

  /** The line as it is now, or was last. */
  now(line: Line): Line {
    return this.#lines().get(line.lineNo) ?? line
  }

  /**
   * Gives each who comes a line she has or had: first one that the card gave her before, then one that is on the list now, then the one
   * that went last. Nothing for whoever never had one.
   * @param list the list as it is there; @param before what the card added; without it nobody gets an old line
   */
  coming(list: readonly Line[], before: readonly Line[] | undefined): (id: ContactId) => Line | undefined {
    if (!before) return () => undefined
    const taken = new Set(list.map(({ lineNo }) => lineNo))
    const own = new Map<ContactId, Line[]>()
    for (const line of before) addTo(own, line.contactId, this.now(line))
    return (id) => {
      const free = (line: Line) => !taken.has(line.lineNo)
      const line = own.get(id)?.find(free) ?? this.#linesOf(id).find(free)
      if (line) taken.add(line.lineNo)
      return line
    }
  }

  /** What a card of this id did when it was made: a replay may have found fewer of its people. */
  recorded({ id }: RecipeCard): Recorded | undefined {
    const step = this.#standing().find((one) => one.id === id)
    if (!step) return undefined
    const { added, removed } = step.outcome
    return { added, lineNos: new Set(removed.map(({ line }) => line.lineNo)), left: this.#leftBy(step) }
  }

  #standing(): readonly Step[] {
    return this.#state.steps.filter(({ undone }) => !undone)
  }

  #lines(): Map<number, Line> {
    if (this.#last) return this.#last
    const last = new Map<number, Line>()
    const keep = (removed: readonly RemovedLine[]) => {
      // Who went is pinned no more. Later ones stand behind earlier ones.
      for (const { line } of removed) {
        last.delete(line.lineNo)
        last.set(line.lineNo, unpinned(line))
      }
    }
    for (const { outcome, recipe = [] } of this.#standing()) {
      for (const card of recipe) if ('outcome' in card) keep(card.outcome.removed)
      keep(outcome.removed)
    }
    for (const line of this.#state.lines.lines) last.set(line.lineNo, line)
    return (this.#last = last)
  }

  /** Hers on the list in their order, then those that went, the last one first. */
  #linesOf(id: ContactId): readonly Line[] {
    this.#of ??= this.#byContact()
    return this.#of.get(id) ?? []
  }

  #byContact(): Map<ContactId, Line[]> {
    const of = new Map<ContactId, Line[]>()
    const here = new Set(this.#state.lines.lines)
    for (const line of here) addTo(of, line.contactId, line)
    for (const line of [...this.#lines().values()].reverse()) if (!here.has(line)) addTo(of, line.contactId, line)
    return of
  }

  /** Counted back from the list as it is: whoever has no line after the step was taken out by it. */
  #leftBy({ id }: Step): Set<ContactId> {
    this.#left ??= this.#countBack()
    return this.#left.get(id) ?? new Set()
  }

  #countBack(): Map<StepId, Set<ContactId>> {
    const counts = new Map<ContactId, number>()
    const count = ({ contactId }: Line, by: number) => counts.set(contactId, (counts.get(contactId) ?? 0) + by)
    for (const line of this.#state.lines.lines) count(line, 1)
    const left = new Map<StepId, Set<ContactId>>()
    for (const { id, kind, outcome } of this.#standing().toReversed()) {
      const gone = outcome.removed.filter(({ line }) => (counts.get(line.contactId) ?? 0) <= 0)
      if (kind === 'byHand') left.set(id, new Set(gone.map(({ line }) => line.contactId)))
      for (const line of outcome.added) count(line, -1)
      for (const { line } of outcome.removed) count(line, 1)
    }
    return left
  }
}

const unpinned = ({ pinned: _, ...line }: Line): Line => line
