// The recipe of a segment in the worker that knows all contacts: what it would do while it is edited, applied, and taken back. The lines,
// however many, stay here; a few numbers come back.
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { planRecipe } from '../../core/segment/planRecipe.ts'
import { wishOf, recipeOf } from '../../core/segment/recipe.ts'
import type { CardAnswer, RecipeAnswer, RecipeWish } from '../../core/segment/recipeWish.ts'
import { rerun } from '../../core/segment/rerun.ts'
import { whyInRecipe, type RecipeWhy } from '../../core/segment/whyRecipe.ts'
import { planRedoStep, planUndoStep, type SegmentState } from '../../core/segment/steps.ts'
import type { SavedStep } from '../../model/criteria.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, SegmentId, StepId } from '../../model/ids.ts'
import type { Step } from '../../model/segment.ts'
import type { Changes } from '../../model/tables.ts'
import { changesSince } from '../../storage/changes.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { SegmentBits } from './recipeBits.ts'
import { ColumnCounting } from './columnCounting.ts'
import type { ColumnHost } from './columnHost.ts'
import { readFactsOf } from './factsOf.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'
import { OpenSegments } from './openSegments.ts'
import { cardAnswer, nothingYet, recipeAnswer } from './recipeAnswer.ts'
import type { Counting } from './selecting.ts'

/** What was done, in few numbers. */
export interface RecipeDone {
  /** The number of the commit; 0 when there was nothing to do. */
  rev: number
  /** The step that it is: its undo takes back this one and no other. */
  stepId: StepId | undefined
  kind: Step['kind'] | undefined
  before: number
  after: number
  added: number
  removed: number
}

export type RecipeApplied = RecipeDone & { cards: CardAnswer[] }

export interface RecipeJobs {
  /** What the recipe would do to the segment, or to an empty list; nothing when there is no such segment any more. */
  recipe: (
    on: SegmentId | 'nothing' | undefined,
    wish: RecipeWish,
    open: number | undefined,
    today: Day,
  ) => Promise<RecipeAnswer | undefined>
  /** Why a contact is on the list, or is not; without a wish by the recipe as it stands. Nothing when there is no such segment any more. */
  why: (
    on: SegmentId | 'nothing' | undefined,
    contactId: ContactId,
    wish: RecipeWish | undefined,
    today: Day,
  ) => Promise<RecipeWhy | undefined>
  /**
   * Applies it on fresh data. Failures: `notFound`, `stale` when the recipe was changed after the commit `seen`, disk trouble.
   * @param seen the answer that the person saw, by its `rev`
   */
  applyRecipe: (id: SegmentId, wish: RecipeWish, occasion: PlainOccasion, seen?: number) => Promise<Result<RecipeApplied, Failure>>
  /** One more card that asks criteria, after all that stand. */
  applyCard: (id: SegmentId, card: SavedStep, occasion: PlainOccasion) => Promise<Result<RecipeApplied, Failure>>
  /**
   * Takes the last step back, or does the one again that was undone last. Failures: `notFound`, `stepsNone`, disk trouble.
   * @param only this one: refused with `changedSince` when another is the last by now
   */
  stepBack: (which: 'undo' | 'redo', id: SegmentId, occasion: PlainOccasion, only?: StepId) => Promise<Result<RecipeDone, Failure>>
}

export function recipeJobs(index: ColumnHost): RecipeJobs {
  const desk = new Desk(index)
  return {
    recipe: (on, wish, open, today) => desk.recipe(on, wish, open, today),
    why: (on, contactId, wish, today) => desk.why(on, contactId, wish, today),
    applyRecipe: (id, wish, occasion, seen) => desk.apply(id, () => wish, occasion, seen),
    applyCard: (id, card, occasion) =>
      desk.apply(id, ({ steps }) => ({ cards: [...wishOf(recipeOf(steps)).cards, card] }), occasion, undefined),
    stepBack: (which, id, occasion, only) => desk.stepBack(which, id, occasion, only),
  }
}

class Desk {
  readonly #index: ColumnHost
  readonly #counting: Counting
  readonly #segments: OpenSegments
  /** The segment that was asked about last. */
  #bits: { state: SegmentState; rev: number; of: SegmentBits } | undefined

  constructor(index: ColumnHost) {
    this.#index = index
    this.#counting = new ColumnCounting(index)
    this.#segments = new OpenSegments(index.db)
  }

  get #db(): Database {
    return this.#index.db
  }

  async recipe(on: SegmentId | 'nothing' | undefined, wish: RecipeWish, open: number | undefined, today: Day) {
    await this.#index.freshFor(criteriaOf(wish))
    // What is read from here on has at least what is in the index; a commit that comes meanwhile is told as not seen.
    const { rev } = this.#counting
    const state = await this.#stateOf(on)
    if (!state) return undefined
    const answer = this.#bitsOf(state).answer(wish, open, today) ?? recipeAnswer(state, wish, open, this.#counting, today)
    return { ...answer, rev }
  }

  #bitsOf(state: SegmentState): SegmentBits {
    const { rev } = this.#counting
    if (this.#bits?.state === state && this.#bits.rev === rev) return this.#bits.of
    const of = new SegmentBits(state, this.#index.index)
    this.#bits = { state, rev, of }
    return of
  }

  async why(on: SegmentId | 'nothing' | undefined, contactId: ContactId, wish: RecipeWish | undefined, today: Day) {
    const [state, facts] = await Promise.all([this.#stateOf(on), readFactsOf(this.#db, contactId)])
    if (!state) return undefined
    const asked = wish ?? wishOf(recipeOf(state.steps))
    await this.#index.freshFor(criteriaOf(asked))
    return whyInRecipe(state, asked, contactId, facts.contacts.get(contactId), facts, this.#counting, today)
  }

  async #stateOf(on: SegmentId | 'nothing' | undefined): Promise<SegmentState | undefined> {
    return on === undefined || on === 'nothing' ? nothingYet : this.#segments.read(on)
  }

  apply(
    id: SegmentId,
    wishOn: (state: SegmentState) => RecipeWish,
    plain: PlainOccasion,
    seen: number | undefined,
  ): Promise<Result<RecipeApplied, Failure>> {
    const occasion = occasionOf(plain)
    return this.#twice(id, async (state) => {
      if (seen !== undefined && (await this.#isEdited(id, seen))) return refuse({ code: 'stale', table: 'segments', id })
      const wish = wishOn(state)
      await this.#index.freshFor(criteriaOf(wish))
      const run = rerun(state, wish, this.#counting, occasion.today)
      const { changes, stepId } = planRecipe(state, wish, run, occasion)
      const kind = changes.put.steps?.[0]?.kind
      const numbers = { before: state.lines.lines.length, after: run.lines.length, added: run.added.length, removed: run.removed.length }
      const done = await this.#write(state, changes, kind === 'edit' || kind === undefined ? 'editRecipe' : `${kind}Contacts`, occasion.now)
      return done.ok ? ok({ rev: done.value, stepId, kind, ...numbers, cards: run.cards.map(cardAnswer) }) : done
    })
  }

  stepBack(which: 'undo' | 'redo', id: SegmentId, plain: PlainOccasion, only: StepId | undefined): Promise<Result<RecipeDone, Failure>> {
    const occasion = occasionOf(plain)
    return this.#twice(id, async (state) => {
      const planned = which === 'undo' ? planUndoStep(state, occasion) : planRedoStep(state, occasion)
      if (!planned.ok) return planned
      const [step] = planned.value.put.steps ?? []
      if (only !== undefined && step?.id !== only) return refuse({ code: 'changedSince', count: 1 })
      const done = await this.#write(state, planned.value, `${which}Step`, occasion.now)
      if (!done.ok) return done
      const [came, went] = [step?.outcome.added.length ?? 0, step?.outcome.removed.length ?? 0]
      const [added, removed] = which === 'undo' ? [went, came] : [came, went]
      const after = planned.value.put.segmentLines?.[0]?.lines.length ?? 0
      return ok({ rev: done.value, stepId: step?.id, kind: step?.kind, before: state.lines.lines.length, after, added, removed })
    })
  }

  /** Plans on what is there; when another window was faster, once more on what is there then. */
  async #twice<T>(id: SegmentId, act: (state: SegmentState) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    for (let attempt = 1; ; attempt++) {
      const state = await this.#segments.read(id)
      if (!state) return refuse({ code: 'notFound', table: 'segments', id })
      const done = await act(state)
      if (done.ok || done.failure.code !== 'stale' || attempt === 2) return done
    }
  }

  /** @returns the number of the commit; 0 where there was nothing to write */
  async #write(state: SegmentState, changes: Changes, what: string, at: string): Promise<Result<number, Failure>> {
    if (!changes.put.segments) return ok(0)
    const done = await commit(this.#db, changes, what, at)
    if (!done.ok) return done
    this.#segments.took(state, changes, done.value.rev)
    return ok(done.value.rev)
  }

  /** Whether steps of the segment were made, undone or edited after a commit. */
  async #isEdited(id: SegmentId, seen: number): Promise<boolean> {
    const later = await changesSince(this.#db, seen)
    return later.some(({ what, ids }) => what === 'restore' || (ids.segments?.includes(id) === true && ids.steps !== undefined))
  }
}

const criteriaOf = ({ cards }: RecipeWish) => cards.flatMap(({ criteria }) => criteria ?? [])
