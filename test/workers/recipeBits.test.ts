// The quick answer to a recipe, by bits, held to the one by lines: over any history, any edit, any card looked at.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnBuilder, type ColumnIndex } from '../../src/columns/index.ts'
import type { CardWish, RecipeWish } from '../../src/core/segment/recipeWish.ts'
import type { SegmentState } from '../../src/core/segment/steps.ts'
import type { Contact } from '../../src/model/contact.ts'
import { ColumnCounting } from '../../src/workers/jobs/columnCounting.ts'
import type { ColumnHost } from '../../src/workers/jobs/columnHost.ts'
import { recipeAnswer } from '../../src/workers/jobs/recipeAnswer.ts'
import { SegmentBits } from '../../src/workers/jobs/recipeBits.ts'
import { all, choice, company, factsAbout, person, segmentOf, text, today } from '../make.ts'
import { anyEdit, applied, card, cards, pin, wishFor } from '../core/recipes.ts'

function indexOf(contacts: readonly Contact[]): ColumnIndex {
  const builder = new ColumnBuilder()
  builder.addContacts(contacts)
  return builder.finish(new Set())
}

function both(state: SegmentState, wish: RecipeWish, open: number | undefined, contacts: readonly Contact[]) {
  const index = indexOf(contacts)
  const counting = new ColumnCounting({ index, rev: 1 } as ColumnHost)
  return [new SegmentBits(state, index).answer(wish, open, today), recipeAnswer(state, wish, open, counting, today)]
}

describe('A recipe by bits', () => {
  const open = fc.option(fc.nat(5), { nil: undefined })

  test('law: says the same as by lines, or nothing', () => {
    let said = 0
    let asked = 0
    fc.assert(
      fc.property(anyEdit, open, ([{ about, contacts, state }, edit], at) => {
        const [bits, lines] = both(state, wishFor(state, edit), at, [...about.contacts.values()])
        expect(contacts.length).toBe(about.contacts.size)
        asked++
        if (!bits) return
        said++
        expect(bits).toEqual(lines)
      }),
      { numRuns: 400 },
    )
    // Of lists where nobody stands twice it says nearly all.
    expect(said).toBeGreaterThan(asked / 10)
  })

  const people = ['Anna', 'Bert', 'Cora', 'Dora'].map((name, i) => person({ name, city: i % 2 ? 'Ulm' : 'Bonn' }))
  const facts = factsAbout(people)
  const ulm = all(text('city', 'isAnyOf', 'Ulm'))
  const start = applied(segmentOf([]), { cards: [card('add')] }, facts)
  const reduced = applied(start, { cards: [...cards(start), card('reduce', ulm)] }, facts)

  test.each<[string, SegmentState, RecipeWish, number | undefined]>([
    ['a new card, looked at', start, { cards: [...cards(start), card('refine', ulm)] }, 1],
    ['the first card of an empty list', segmentOf([]), { cards: [card('add', ulm)] }, 0],
    ['a card that stands, looked at', reduced, { cards: cards(reduced) }, 0],
    ['a card switched off', reduced, { cards: cards(reduced).map((one, i) => (i === 1 ? { ...one, off: true as const } : one)) }, 1],
    ['a pinned person whom no card brings', pin(start, people[0]!, 'in'), { cards: [] }, undefined],
    ['a person kept out', pin(start, people[0]!, 'out'), { cards: cards(pin(start, people[0]!, 'out')), again: true }, 0],
    ['all cards again', reduced, { cards: cards(reduced), again: true }, undefined],
    ['companies', start, { cards: [...cards(start), card('reduce', all(choice('type', 'isAnyOf', 'company')))] }, 1],
  ])('%s is said', (_, state, wish, at) => {
    const [bits, lines] = both(state, wish, at, people)
    expect(bits).toBeDefined()
    expect(bits).toEqual(lines)
  })

  test.each<[string, CardWish]>([
    ['an empty “Remove” step that is passed over', { ...card('reduce'), off: true }],
    ['a step that is switched off', { ...card('refine', ulm), off: true }],
  ])('%s names nobody who goes or stays', (_, idle) => {
    for (const answer of both(start, { cards: [...cards(start), idle] }, 1, people)) {
      expect(answer?.open).toMatchObject({ first: [], firstOf: 0 })
      expect(answer?.first.map(({ name }) => name)).toEqual(['Anna', 'Bert', 'Cora', 'Dora'])
    }
  })

  test('a step that stands is told with those it brought on its day, and what it would do now', () => {
    const later = [...people, person({ name: 'Emil', city: 'Bonn' })]
    for (const answer of both(start, { cards: cards(start) }, 0, later)) {
      expect(answer?.open).toMatchObject({ firstOf: 4, stood: { now: { added: 5, removed: 0 } } })
      expect(answer?.open?.first.map(({ name }) => name)).not.toContain('Emil')
    }
    for (const answer of both(start, { cards: cards(start), again: true }, 0, later)) expect(answer?.open?.stood).toBeUndefined()
  })

  test('companies on the list are counted as such', () => {
    const some = [...people, company({ name: 'Works' })]
    const list = applied(segmentOf([]), { cards: [card('add')] }, factsAbout(some))
    for (const answer of both(list, { cards: cards(list) }, undefined, some)) expect(answer?.companies).toBe(1)
  })

  const anna = people[0]!
  const back = pin(pin(pin(start, anna, 'out'), anna, 'in'), anna, 'byRule')

  test.each<[string, SegmentState, RecipeWish, Contact[]]>([
    ['somebody stands on the list twice', segmentOf([people[0]!, people[0]!]), { cards: [] }, people],
    ['somebody on the list is gone', start, { cards: cards(start), again: true }, people.slice(1)],
    [
      'somebody went and came again, and may have the first line back',
      back,
      { cards: cards(back).with(1, { ...cards(back)[1]!, off: true }) },
      people,
    ],
    ['somebody comes twice', start, { cards: [...cards(start), card('add', ulm, { allowExisting: true })] }, people],
  ])('where %s the lines are asked', (_, state, wish, contacts) => {
    const [bits, lines] = both(state, wish, undefined, contacts)
    expect(bits).toBeUndefined()
    expect(lines).toBeDefined()
  })
})
