// The cards of a recipe while they are edited: begun from those that stand, changed, and held to them when another window was faster.
import { defaultOptions } from '../../../core/segment/outcome.ts'
import type { CardWish } from '../../../core/segment/recipeWish.ts'
import { fitsInto } from '../../../core/criteria/tree.ts'
import { everybody, type Criteria, type Rule, type SavedStep } from '../../../model/criteria.ts'
import type { CardKind, RecipeCard } from '../../../model/segment.ts'

/** The kinds of cards that ask criteria; the others are replayed with their people. */
export type CriteriaKind = 'add' | 'reduce' | 'refine'

export const asksCriteria = <C extends { kind: CardKind }>(card: C): card is C & { kind: CriteriaKind } =>
  card.kind !== 'byHand' && card.kind !== 'reuse'

/** A card as a wish: only what can be wished, always in one order, so that two can be compared. */
export const asWish = ({ id, kind, criteria, options, from, off }: CardWish): CardWish => ({
  ...(id && { id }),
  kind,
  ...(criteria && { criteria }),
  ...(options && { options }),
  ...(from && { from }),
  ...(off && { off }),
})

/** The recipe as it stands, wished to stay. */
export const asItStands = (cards: readonly RecipeCard[]): CardWish[] => cards.map(asWish)

/** Saved steps have no cards of their own: each is told by its place. */
export const asSaved = (steps: readonly SavedStep[]): CardWish[] => steps.map(asWish)

export const newCard = (kind: CriteriaKind): CardWish => ({ kind, criteria: { ...everybody, items: [] }, options: { ...defaultOptions } })

/** The criteria once more, for persons only; nothing where they ask that already, or are too deep for one more rule. */
export function withoutCompanies(criteria: Criteria): Criteria | undefined {
  if (criteria.match === 'all') return criteria.items.some(isOfType) ? undefined : { ...criteria, items: [...criteria.items, persons] }
  return fitsInto(criteria, '') ? { kind: 'group', match: 'all', items: [criteria, persons] } : undefined
}

const persons: Rule = { kind: 'choice', field: 'type', operator: 'isAnyOf', values: ['person'] }
const isOfType = (item: Criteria['items'][number]) => item.kind === 'choice' && item.field === 'type' && item.of === undefined

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The same card once more: a new one. */
export const copyOf = ({ id: _, ...card }: CardWish): CardWish => card

/** The list with one moved from a place to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const all = [...list]
  all.splice(to, 0, ...all.splice(from, 1))
  return all
}

/** Whether only new cards stand at the end, and all before them are as they were: nothing of the list is worked out anew. */
export function onlyAtEnd(standing: readonly CardWish[], cards: readonly CardWish[]): boolean {
  return (
    cards.length > standing.length &&
    isSame(standing, cards.slice(0, standing.length)) &&
    cards.slice(standing.length).every(({ id }) => id === undefined)
  )
}

/**
 * What is wished, after the recipe became another one in another window. What was not touched follows; a card that was changed here stays
 * as it was changed; one that is gone there goes, unless it was changed: then it is a new one. New ones stand after the card they followed.
 */
export function rebased(base: readonly CardWish[], mine: readonly CardWish[], theirs: readonly CardWish[]): CardWish[] {
  if (isSame(base, mine)) return [...theirs]
  const find = (cards: readonly CardWish[], id: CardWish['id']) => cards.find((card) => card.id === id)
  const stay = mine.flatMap((card): CardWish[] => {
    if (!card.id) return [card]
    const [was, now] = [find(base, card.id), find(theirs, card.id)]
    const touched = !isSame(was, card)
    if (now) return [touched ? card : now]
    return touched && asksCriteria(card) ? [copyOf(card)] : []
  })
  theirs.forEach((card, at) => {
    if (find(base, card.id) || find(stay, card.id)) return
    const before = theirs[at - 1]
    stay.splice(before ? stay.findIndex(({ id }) => id === before.id) + 1 : 0, 0, card)
  })
  return stay
}
