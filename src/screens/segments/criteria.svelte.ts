// The step being made: what it does, its rules and options, and what it would do to the list, counted by the worker while it is edited.
import type { House } from '../../actions/house.ts'
import type { SelectKind } from '../../actions/selectContacts.ts'
import { defaultOptions, type Outcome } from '../../core/segment/outcome.ts'
import type { Criteria, StepOptions } from '../../model/criteria.ts'
import type { SegmentId } from '../../model/ids.ts'
import type { Line } from '../../model/segment.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { complete } from '../pieces/criteria/complete.ts'

export interface StepDraft {
  kind: SelectKind
  criteria: Criteria
  options: StepOptions
}

export class StepEditor {
  outcome = $state.raw<Outcome | undefined>()
  /** How many each row matches by itself; of all contacts for Add, of the list otherwise. */
  counts = $state.raw<readonly number[]>([])
  /** The newest question has not been answered yet. */
  counting = $state(true)
  readonly draft: Draft<StepDraft>
  readonly #house: House
  #asked = 0

  constructor(house: House, segmentId: SegmentId, kind: SelectKind) {
    this.#house = house
    this.draft = new Draft<StepDraft>(`criteria:${segmentId}`, house.drafts, {
      kind,
      criteria: { kind: 'group', match: 'all', items: [] },
      options: { ...defaultOptions },
    })
  }

  get value(): StepDraft {
    return this.draft.value
  }

  criteria(): Criteria {
    const { criteria } = this.draft.take()
    return complete(criteria)
  }

  setKind(kind: SelectKind): void {
    this.draft.value.kind = kind
    this.draft.changed()
  }

  setOption(option: keyof StepOptions, on: boolean): void {
    this.draft.value.options[option] = on
    this.draft.changed()
  }

  setCriteria(criteria: Criteria): void {
    this.draft.value.criteria = criteria
    this.draft.changed()
  }

  /** Counts anew; an answer that comes after a later question is dropped. */
  async count(lines: readonly Line[]): Promise<void> {
    const ticket = ++this.#asked
    this.counting = true
    const { kind, options, criteria } = this.draft.take()
    const { today } = this.#house.occasion()
    const single = criteria.items.map((item): Criteria => complete({ kind: 'group', match: 'all', items: [item] }))
    const [outcome, counts] = await Promise.all([
      this.#house.calls.index.outcome(kind, lines, this.criteria(), options, today),
      this.#house.calls.index.counts(kind === 'add' ? undefined : lines, single, today),
    ])
    if (ticket !== this.#asked) return
    this.outcome = outcome
    this.counts = counts
    this.counting = false
  }
}
