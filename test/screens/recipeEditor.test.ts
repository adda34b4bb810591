// The recipe while it is edited: what is asked of it, and what keeps it from being used.
import { describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import type { CardWish } from '../../src/core/segment/recipeWish.ts'
import type { Criteria } from '../../src/model/criteria.ts'
import type { SegmentId, StepId } from '../../src/model/ids.ts'
import { newCard } from '../../src/screens/pieces/criteria/cardWishes.ts'
import { RecipeEditor } from '../../src/screens/pieces/criteria/recipeEditor.svelte.ts'
import { all, text } from '../make.ts'

const nothing = () => Promise.resolve(undefined)
const drafts: House['drafts'] = { read: nothing, write: nothing, drop: nothing, list: () => Promise.resolve([]) }
const add: CardWish = { id: 'add' as StepId, kind: 'add', criteria: all(text('city', 'isAnyOf', 'Graz')) }
const everybody: Criteria = { kind: 'group', match: 'all', items: [] }
/** What stands where saved criteria replaced the people of a list: everybody went first. */
const emptied: CardWish = { id: 'emptied' as StepId, kind: 'reduce', criteria: everybody }

function editing(standing: readonly CardWish[], on: SegmentId | undefined = 's' as SegmentId): RecipeEditor {
  const editor = new RecipeEditor({ drafts } as House, 'criteria:s', on)
  editor.follow(standing)
  return editor
}

describe('A recipe whose people were replaced once', () => {
  it('is used as it stands: everybody goes where everybody went', () => {
    const editor = editing([add, emptied, { ...add, id: 'again' as StepId }])
    expect(editor.pointless).toEqual([])
    expect(editor.wish().cards[1]).toEqual(emptied)
  })

  it('is edited in its other cards, and that card is switched off and on', () => {
    const editor = editing([add, emptied, { ...add, id: 'again' as StepId }])
    editor.toggle(1)
    editor.toggle(1)
    editor.openAt(2)
    editor.setCriteria(all(text('city', 'isAnyOf', 'Linz')))
    expect(editor.pointless).toEqual([])
    expect(editor.wish().cards[1]).toEqual(emptied)
  })

  it('is saved as criteria and edited there, too', () => {
    const { id: _, ...saved } = emptied
    expect(editing([{ kind: 'add', criteria: everybody }, saved], undefined).pointless).toEqual([])
  })
})

describe('A card that removes people', () => {
  it('is passed over and said to lack a rule while it has none', () => {
    const editor = editing([add])
    editor.insert(1, newCard('reduce'))
    expect(editor.pointless).toEqual([1])
    expect(editor.wish().cards[1]?.off).toBe(true)
  })

  it('that had a rule and lost it is passed over as well', () => {
    const editor = editing([{ ...add, kind: 'reduce' }])
    editor.openAt(0)
    editor.setCriteria(everybody)
    expect(editor.pointless).toEqual([0])
  })
})

describe('A rule that has no value yet', () => {
  const between: Criteria = all({ kind: 'text', field: 'postCode', operator: 'between', values: [] })

  it('is not left out silently: it is told with its place', () => {
    const editor = editing([])
    editor.begin('add')
    editor.setCriteria(between)
    expect(editor.unfinished).toEqual([{ card: 0, path: '0' }])
    editor.toggle(0)
    expect(editor.unfinished).toEqual([])
  })
})

describe('A recipe that another window changed', () => {
  const linz = all(text('city', 'isAnyOf', 'Linz'))
  const theirs: CardWish = { id: 'theirs' as StepId, kind: 'refine', criteria: linz }

  it('says so, and the own edit still goes back', () => {
    const editor = editing([add])
    editor.openAt(0)
    editor.setCriteria(linz)
    editor.follow([add, theirs])
    expect(editor.meanwhile).toBe(true)
    expect(editor.cards.map(({ criteria }) => criteria)).toEqual([linz, linz])
    editor.undo()
    expect(editor.cards).toEqual([add, theirs])
    expect(editor.changed).toBe(false)
    editor.redo()
    expect(editor.cards[0]?.criteria).toEqual(linz)
  })

  it('is followed without a word where nothing was edited here', () => {
    const editor = editing([add])
    editor.follow([add, theirs])
    expect(editor.meanwhile).toBe(false)
    expect(editor.cards).toEqual([add, theirs])
  })
})
