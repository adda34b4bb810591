// The recipe of a segment: its cards as they stand after all that was done and edited, each with what it did when it ran last. Whoever
// shows, saves or logs the steps of a segment asks here: the stored rows are its history.
import { dayOf, type Day } from '../../base/day.ts'
import { everybody } from '../../model/criteria.ts'
import type { RecipeCard, Step } from '../../model/segment.ts'
import { given } from '../asRead.ts'
import { defaultOptions } from './outcome.ts'
import type { CardWish, RecipeWish } from './recipeWish.ts'

/** The cards that stand. @param steps by position; those that are undone are no part of it */
export function recipeOf(steps: readonly Step[]): RecipeCard[] {
  let cards: RecipeCard[] = []
  for (const step of steps) {
    if (step.undone) continue
    if (step.kind === 'edit') cards = edited(cards, step.recipe ?? [])
    else cards = [...cards, cardOf(step, step.kind)]
  }
  return cards
}

function edited(before: readonly RecipeCard[], recipe: NonNullable<Step['recipe']>): RecipeCard[] {
  const kept = new Map(before.map((card) => [card.id, card]))
  return recipe.flatMap((one) => ('kept' in one ? (kept.get(one.kept) ?? []) : [one]))
}

const cardOf = ({ id, criteria, options, from, asOf, at, outcome }: Step, kind: RecipeCard['kind']): RecipeCard => ({
  ...{ id, kind, at, outcome },
  ...given({ criteria, options, from, asOf }),
})

/** The recipe as it stands, as a wish: what an editor begins with. */
export const wishOf = (recipe: readonly RecipeCard[]): RecipeWish => ({
  cards: recipe.map(({ id, kind, criteria, options, from, off }) => ({ id, kind, ...given({ criteria, options, from, off }) })),
})

/**
 * How many of the cards that are on stay as they are; from there on all of them run. Of two cards with the same id the later one is new.
 * Cards that are off do nothing, so nothing has to run because of them.
 */
export function cardsKept(recipe: readonly RecipeCard[], wish: RecipeWish): number {
  if (wish.again) return 0
  const before = recipe.filter(isOn)
  const wished = wish.cards.filter(isOn)
  const changed = wished.findIndex((card, at) => !isSame(before[at], card))
  return changed < 0 ? wished.length : changed
}

/** Whether the wish is the recipe as it stands and one new card that asks criteria: that is a step like any other. */
export function isPlain(recipe: readonly RecipeCard[], { cards, again }: RecipeWish): boolean {
  const last = cards.at(-1)
  if (again || !last || cards.length !== recipe.length + 1) return false
  const isNew = isOn(last) && last.kind !== 'byHand' && last.kind !== 'reuse' && recipe.every(({ id }) => id !== last.id)
  return isNew && recipe.every((card, at) => isSame(card, cards[at]))
}

/** The day a card ran on last, and the day its relative dates were asked on then. */
export function daysAsked({ asOf, at }: Pick<RecipeCard, 'asOf' | 'at'>): { ranOn: Day; asked: Day } {
  const ranOn = dayOf(new Date(at))
  return { ranOn, asked: asOf ?? ranOn }
}

export const isOn = ({ off }: { off?: true | undefined }): boolean => off !== true

/** Whether it is this card and asks what the card asks. Where a card came from is only told. */
export function isSame(card: RecipeCard | undefined, wish: CardWish | undefined): boolean {
  if (!card || !wish || card.id !== wish.id || card.kind !== wish.kind || isOn(card) !== isOn(wish)) return false
  if (wish.kind === 'byHand' || wish.kind === 'reuse') return true
  return asked(card) === asked(wish)
}

const asked = ({ criteria = everybody, options = defaultOptions }: Pick<CardWish, 'criteria' | 'options'>) =>
  JSON.stringify([inOrder(criteria), inOrder(options)])

/** The same fields in the same order, those without a value left out: two editors may put them down differently. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one)]))
}
