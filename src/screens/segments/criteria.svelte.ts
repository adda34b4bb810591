// The step being made: what it does, its rules and options, and what it would do to the list, counted by the worker while it is edited.
import type { House } from '../../actions/house.ts'
import { defaultOptions, type Outcome } from '../../core/segment/outcome.ts'
import type { Criteria, Rule, StepOptions } from '../../model/criteria.ts'
import type { SegmentId } from '../../model/ids.ts'
import type { Line } from '../../model/segment.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import type { SelectKind } from '../../actions/selectContacts.ts'
import { isUnfinished } from '../pieces/ruleText.ts'

export interface StepDraft {
  kind: SelectKind
  match: Criteria['match']
  rules: Rule[]
  options: StepOptions
}

export class StepEditor {
  outcome = $state.raw<Outcome | undefined>()
  /** How many each rule matches by itself; of all contacts for Add, of the list otherwise. */
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
      match: 'all',
      rules: [],
      options: { ...defaultOptions },
    })
  }

  get value(): StepDraft {
    return this.draft.value
  }

  /** Rules that lack a value are not asked yet, and do not count. */
  readonly unfinished: number = $derived.by(() => this.draft.value.rules.filter(isUnfinished).length)

  criteria(): Criteria {
    const { match, rules } = $state.snapshot(this.draft.value)
    return { kind: 'group', match, items: rules.filter((rule) => !isUnfinished(rule)) }
  }

  setKind(kind: SelectKind): void {
    this.draft.value.kind = kind
    this.draft.changed()
  }

  setMatch(match: Criteria['match']): void {
    this.draft.value.match = match
    this.draft.changed()
  }

  setOption(option: keyof StepOptions, on: boolean): void {
    this.draft.value.options[option] = on
    this.draft.changed()
  }

  /** Puts a rule at a place; at the end when the place is new. */
  setRule(at: number, rule: Rule): void {
    const rules = [...this.draft.value.rules]
    rules[at] = rule
    this.draft.value.rules = rules
    this.draft.changed()
  }

  removeRule(at: number): void {
    this.draft.value.rules = this.draft.value.rules.filter((_, index) => index !== at)
    this.draft.changed()
  }

  /** Counts anew; an answer that comes after a later question is dropped. */
  async count(lines: readonly Line[]): Promise<void> {
    const ticket = ++this.#asked
    this.counting = true
    const { kind, options, rules } = $state.snapshot(this.draft.value)
    const { today } = this.#house.occasion()
    const single = rules.map((rule): Criteria => ({ kind: 'group', match: 'all', items: isUnfinished(rule) ? [] : [rule] }))
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
