// The cards of a recipe while they are edited: what stands, what is a new step only, and another window that was faster.
import { describe, expect, it } from 'vitest'
import type { CardWish } from '../../src/core/segment/recipeWish.ts'
import type { Criteria } from '../../src/model/criteria.ts'
import type { StepId } from '../../src/model/ids.ts'
import { asksCriteria, copyOf, moved, newCard, onlyAtEnd, rebased, withoutCompanies } from '../../src/screens/pieces/criteria/cardWishes.ts'
import { all, any, choice, text } from '../make.ts'

const city = (name: string): Criteria => ({
  kind: 'group',
  match: 'all',
  items: [{ kind: 'text', field: 'city', operator: 'isAnyOf', values: [name] }],
})
const card = (id: string, kind: CardWish['kind'] = 'add', where = 'Graz'): CardWish => ({
  id: id as StepId,
  kind,
  ...(kind !== 'byHand' && { criteria: city(where) }),
})
const ids = (cards: readonly CardWish[]) => cards.map(({ id }) => id ?? 'new')

describe('Cards', () => {
  it('are moved to another place, and copied as new ones', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(copyOf(card('1'))).toEqual({ kind: 'add', criteria: city('Graz') })
  })

  it('ask criteria or are replayed with their people', () => {
    expect([card('1'), card('2', 'byHand'), card('3', 'refine')].map(asksCriteria)).toEqual([true, false, true])
  })

  it('new at the end leave all before them as they are; an edit, a new one between or a switch does not', () => {
    const standing = [card('1'), card('2', 'reduce')]
    expect(onlyAtEnd(standing, [...standing, newCard('refine')])).toBe(true)
    expect(onlyAtEnd(standing, standing)).toBe(false)
    expect(onlyAtEnd(standing, [card('1'), newCard('add'), card('2', 'reduce')])).toBe(false)
    expect(onlyAtEnd(standing, [card('1', 'add', 'Linz'), card('2', 'reduce'), newCard('add')])).toBe(false)
    expect(onlyAtEnd(standing, [{ ...card('1'), off: true }, card('2', 'reduce'), newCard('add')])).toBe(false)
  })
})

describe('When another window changes the recipe meanwhile', () => {
  const base = [card('1'), card('2', 'reduce'), card('3', 'byHand')]

  it('what was not touched follows it', () => {
    const theirs = [card('1', 'add', 'Linz'), card('2', 'reduce')]
    expect(rebased(base, base, theirs)).toEqual(theirs)
  })

  it('a card edited here stays as it was edited, the others follow', () => {
    const mine = [card('1', 'add', 'Wien'), card('2', 'reduce'), card('3', 'byHand')]
    const theirs = [card('1'), card('2', 'reduce', 'Linz'), card('3', 'byHand')]
    expect(rebased(base, mine, theirs)).toEqual([mine[0], theirs[1], theirs[2]])
  })

  it('a step that came there stands after the one it followed, before the one that is being made here', () => {
    const mine = [...base, newCard('refine')]
    expect(ids(rebased(base, mine, [...base, card('4', 'refine')]))).toEqual(['1', '2', '3', '4', 'new'])
    expect(ids(rebased([], [newCard('add')], [card('1')]))).toEqual(['1', 'new'])
  })

  it('a step that went there goes; one that was edited here is a new one, so that no typing is lost', () => {
    const mine = [card('1', 'add', 'Wien'), ...base.slice(1)]
    expect(rebased(base, mine, [card('3', 'byHand')])).toEqual([{ kind: 'add', criteria: city('Wien') }, card('3', 'byHand')])
  })

  it('a step deleted here stays deleted', () => {
    expect(ids(rebased(base, [card('1'), card('3', 'byHand')], [...base, card('4')]))).toEqual(['1', '3', '4'])
  })
})

describe('Only persons', () => {
  const persons = choice('type', 'isAnyOf', 'person')

  it('is a rule more; of any of these both are asked', () => {
    expect(withoutCompanies(all(text('city', 'isAnyOf', 'Graz')))?.items).toEqual([text('city', 'isAnyOf', 'Graz'), persons])
    const some = any(text('city', 'isAnyOf', 'Graz'))
    expect(withoutCompanies(some)).toEqual(all(some, persons))
  })

  it('is not asked twice', () => expect(withoutCompanies(all(persons))).toBeUndefined())
})
