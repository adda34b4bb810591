// Applying a recipe as it was edited: one event in the segment's history that says the whole recipe as it is from then on, and whose
// own outcome is who came and went. A new card at the end is a step like any other.
import type { StepId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { RecipeCard, Step } from '../../model/segment.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { nobodyLeftOut } from './outcome.ts'
import { isSame, recipeOf } from './recipe.ts'
import type { RecipeWish } from './recipeWish.ts'
import type { CardRun, Rerun } from './rerun.ts'
import { stepTaken, type SegmentState } from './steps.ts'

/** What was planned, and the step that it is; nothing where the wish is what stands and nothing ran. */
export interface RecipePlan {
  changes: Changes
  stepId?: StepId
}

/** Applies what was run. @param run of this wish on this state */
export function planRecipe(state: SegmentState, wish: RecipeWish, run: Rerun, occasion: Occasion): RecipePlan {
  if (isAsItStands(state, wish, run)) return { changes: noChanges() }
  const asOf = wish.asOf === occasion.today ? undefined : wish.asOf
  const stepId = occasion.nextId<StepId>()
  const { added, removed } = run
  const last = run.cards.at(-1)
  if (run.plain && last) {
    const { kind, criteria, options, from } = last.wish
    return { changes: stepTaken(state, { kind, criteria, options, from, asOf }, last.outcome, occasion, stepId), stepId }
  }
  const recipe = run.cards.map((card) => cardOf(card, { now: occasion.now, asOf, newId: () => occasion.nextId<StepId>() }))
  const outcome = { added, removed, leftOut: { ...nobodyLeftOut } }
  const changes = stepTaken(state, { kind: 'edit', recipe, asOf }, outcome, occasion, stepId)
  // Lines that came by one card and went by the next have their numbers, too.
  const put = { ...changes.put, segmentLines: changes.put.segmentLines?.map((lines) => ({ ...lines, nextLineNo: run.nextLineNo })) ?? [] }
  return { changes: { ...changes, put }, stepId }
}

function isAsItStands({ steps }: SegmentState, wish: RecipeWish, run: Rerun): boolean {
  const recipe = recipeOf(steps)
  return (
    !run.cards.some(({ ran }) => ran) && recipe.length === wish.cards.length && recipe.every((card, at) => isSame(card, wish.cards[at]))
  )
}

interface Anew {
  now: string
  asOf: RecipeCard['asOf']
  newId: () => StepId
}

function cardOf({ wish, card, ran, outcome }: CardRun, { now, asOf, newId }: Anew): NonNullable<Step['recipe']>[number] {
  if (card && !ran && isSame(card, wish)) return { kept: card.id }
  const { kind, criteria, options, from, off } = wish
  const isAsked = ran && kind !== 'byHand' && kind !== 'reuse'
  return {
    ...{ id: card?.id ?? newId(), kind, at: now, outcome },
    ...given({ criteria, options, from: from ?? (kind === 'reuse' ? card?.from : undefined), off, asOf: isAsked ? asOf : undefined }),
  }
}
