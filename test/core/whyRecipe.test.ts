// Why somebody is on a list: what a step that ran earlier would decide today, and what comes of it.
import { describe, expect, test } from 'vitest'
import { planRemoveByHand, type SegmentState } from '../../src/core/segment/steps.ts'
import { whyInRecipe, type RecipeWhy } from '../../src/core/segment/whyRecipe.ts'
import type { CardWish } from '../../src/core/segment/recipeWish.ts'
import { after, all, factsAbout, none, occasion, person, segmentOf, text, today } from '../make.ts'
import { applied, card, cards, pin, selecting } from './recipes.ts'

const inUlm = all(text('city', 'isAnyOf', 'Ulm'))
const elsewhere = none(text('city', 'isAnyOf', 'Ulm'))
const from = (city: string) => person({ name: 'Anna Berg', city })
const bert = person({ name: 'Bert', city: 'Ulm' })

const factsOf = (city: string) => factsAbout([from(city), bert])
/** The segment as these steps made it while she lived there. */
const made = (city: string, ...steps: CardWish[]): SegmentState =>
  steps.reduce((now, one) => applied(now, { cards: [...cards(now), one] }, factsOf(city)), segmentOf([]))
/** Asked while she lives there now. */
function why(state: SegmentState, city: string, wish: CardWish[] = cards(state), again?: true): RecipeWhy {
  const anna = from(city)
  const facts = factsOf(city)
  return whyInRecipe(state, { cards: wish, ...(again && { again }) }, anna.id, anna, facts, selecting(facts), today)
}
const off = (list: CardWish[], at: number): CardWish[] => list.map((one, i) => (i === at ? { ...one, off: true as const } : one))

describe('That a step would say otherwise today is said', () => {
  const [refine, reduce] = [card('refine', inUlm), card('reduce', inUlm)]
  const bertOnly = card('add', all({ kind: 'contact', operator: 'isAnyOf', ids: [bert.id] }))
  const kept = made('Ulm', card('add'), refine)
  const gone = made('Ulm', card('add'), reduce)
  test.each<[string, RecipeWhy, (boolean | undefined)[]]>([
    ['not of somebody who never was on the list and would not stay', why(made('Bonn', bertOnly, refine), 'Bonn'), [undefined, undefined]],
    ['not of somebody who never was on the list and would stay', why(made('Ulm', bertOnly, refine), 'Ulm'), [undefined, undefined]],
    ['not of somebody who never was on the list and would go', why(made('Ulm', bertOnly, reduce), 'Ulm'), [undefined, undefined]],
    ['not where she stayed and would stay', why(kept, 'Ulm'), [undefined, undefined]],
    ['where she stayed and would not', why(kept, 'Bonn'), [undefined, true]],
    ['not where she went and would go', why(gone, 'Ulm'), [undefined, undefined]],
    ['where she went and would stay', why(gone, 'Bonn'), [undefined, true]],
    ['not where she stays because she is pinned', why(pin(kept, from('Ulm'), 'in'), 'Bonn'), [undefined, undefined]],
    ['not of a step that is off', why(applied(kept, { cards: off(cards(kept), 1) }, factsOf('Ulm')), 'Bonn'), [undefined, undefined]],
    ['not of a step that runs for the answer', why(kept, 'Bonn', cards(kept), true), [undefined, undefined]],
    ['where an Add brought her and would not', why(made('Ulm', card('add', inUlm)), 'Bonn'), [true]],
    ['where an Add did not bring her and would', why(made('Bonn', card('add', inUlm)), 'Ulm'), [true]],
    ['not where she is kept out since', why(pin(made('Ulm', card('add', inUlm)), from('Ulm'), 'out'), 'Ulm'), [undefined, undefined]],
    ['not where nothing changed', why(made('Bonn', card('add'), card('refine', elsewhere)), 'Bonn'), [undefined, undefined]],
  ])('%s', (_what, { cards }, expected) => {
    expect(cards.map(({ changed }) => changed)).toEqual(expected)
  })
})

describe('Somebody pinned is on the list', () => {
  const brought = made('Ulm', card('add', inUlm))

  test('by the step that brings her, and pinned as well', () => {
    expect(why(pin(brought, from('Ulm'), 'in'), 'Ulm')).toMatchObject({ then: true, state: 'byRule', by: 0, pinned: 'in' })
  })

  test('by hand, where no step brings her and the pin put her there', () => {
    expect(why(pin(made('Bonn', card('add', inUlm)), from('Bonn'), 'in'), 'Bonn')).toMatchObject({ state: 'byHand', by: 1, pinned: 'in' })
  })

  test('only because of the pin, where the step is gone that brought her', () => {
    const answer = why(pin(brought, from('Ulm'), 'in'), 'Bonn', cards(brought), true)
    expect(answer).toMatchObject({ then: true, state: 'pinned', pinned: 'in' })
    expect(answer).not.toHaveProperty('by')
  })

  test('and taken out by hand she is not: by that step', () => {
    const line = brought.lines.lines.find(({ contactId }) => contactId === from('Ulm').id)!
    const answer = why(after(brought, planRemoveByHand(brought, [line.lineNo], occasion())), 'Ulm')
    expect(answer).toMatchObject({ then: false, state: 'takenOut', by: 1 })
  })
})
