// What is wished of a recipe at one moment of its editing, as it is kept on the disk, and what of it can be asked.
import type { Day } from '../../../base/day.ts'
import type { CardWish } from '../../../core/segment/recipeWish.ts'
import { asksCriteria, asWish, isSame, rebased } from './cardWishes.ts'
import { complete } from './complete.ts'

export interface Recipe {
  cards: CardWish[]
  /** Every card is run again. */
  again: boolean
  /** The day relative dates are asked on; blank: today. */
  asOf: Day | ''
  /** The place of the card that is looked at closely; -1: none. */
  open: number
}

/** What is kept on the disk: the recipe that it began from as well. */
export type RecipeDraft = Recipe & { base: CardWish[] }

/** A recipe that was wished on another one, on the one that stands now; the card that was open stays so. */
export function onStanding({ again, asOf, cards, open }: Recipe, base: readonly CardWish[], standing: readonly CardWish[]): Recipe {
  const next = rebased(base, cards, standing)
  const was = cards[open]
  const at = was ? next.findIndex((card) => card === was || (was.id !== undefined && card.id === was.id)) : -1
  return { again, asOf, cards: next, open: at >= 0 ? at : lastAsking(next) }
}

/** A card that removes people and has no rule yet. One that stands so is meant so: where people were replaced, everybody went. */
export const isPointless = ({ id, kind, criteria }: CardWish, standing: readonly CardWish[]): boolean =>
  (kind === 'reduce' || kind === 'refine') &&
  complete(criteria ?? { kind: 'group', match: 'all', items: [] }).items.length === 0 &&
  !standing.some((one) => one.id === id && one.kind === kind && isSame(one.criteria, criteria))

export const asked = (card: CardWish, standing: readonly CardWish[]): CardWish => {
  if (!asksCriteria(card) || !card.criteria) return card
  return { ...card, criteria: complete(card.criteria), ...(isPointless(card, standing) && { off: true as const }) }
}

export const isBegun = ({ id, criteria, off }: CardWish): boolean => id !== undefined || (criteria?.items.length ?? 0) > 0 || off === true

export const switched = ({ off, ...card }: CardWish): CardWish => asWish(off ? card : { ...card, off: true })

/** The last card that asks criteria is the one that is looked at first. */
export const lastAsking = (cards: readonly CardWish[]): number => {
  const at = cards.findLastIndex(asksCriteria)
  return at >= 0 ? at : cards.length - 1
}
