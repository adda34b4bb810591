// Recipes for the laws: a segment with any history of steps, edits, pins and words, and any edit of its recipe.
import fc from 'fast-check'
import { withheld } from '../../src/core/contact/privacy.ts'
import type { Facts } from '../../src/core/criteria/facts.ts'
import { planComment } from '../../src/core/segment/edit.ts'
import { defaultOptions, outcomeOf } from '../../src/core/segment/outcome.ts'
import { planPin } from '../../src/core/segment/pin.ts'
import { planRecipe } from '../../src/core/segment/planRecipe.ts'
import { recipeOf, wishOf } from '../../src/core/segment/recipe.ts'
import type { CardWish, RecipeWish } from '../../src/core/segment/recipeWish.ts'
import { rerun, type Rerun, type Selecting } from '../../src/core/segment/rerun.ts'
import { planAddByHand, planRemoveByHand, type SegmentState } from '../../src/core/segment/steps.ts'
import type { Contact } from '../../src/model/contact.ts'
import { everybody, type Criteria, type StepOptions } from '../../src/model/criteria.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { after, occasion, today } from '../make.ts'
import { anyCriteria, anyHouse, anyOptions } from './laws.ts'

export const selecting = (about: Facts): Selecting => ({
  outcome: (kind, list, criteria, options, day) => outcomeOf(kind, list, criteria, options, about, day),
  barred: (id) => {
    const contact = about.contacts.get(id)
    return contact ? withheld(contact) : 'gone'
  },
})

export const card = (kind: 'add' | 'reduce' | 'refine', criteria: Criteria = everybody, options: Partial<StepOptions> = {}): CardWish => ({
  ...{ kind, criteria, options: { ...defaultOptions, ...options } },
})
export const runOn = (state: SegmentState, wish: RecipeWish, about: Facts): Rerun => rerun(state, wish, selecting(about), today)
/** The segment after the recipe was applied. */
export function applied(state: SegmentState, wish: RecipeWish, about: Facts): SegmentState {
  const { changes } = planRecipe(state, wish, runOn(state, wish, about), occasion(1))
  return changes.put.segments ? after(state, changes) : state
}
export const cards = (state: SegmentState): CardWish[] => [...wishOf(recipeOf(state.steps)).cards]

export const pin = (state: SegmentState, contact: Contact | ContactId, how: 'in' | 'out' | 'byRule') => {
  const done = planPin(state, contact, how, occasion())
  if (!done.ok) throw new Error(done.failure.code)
  return done.value.put.segments ? after(state, done.value) : state
}

/** Steps and edits of any kind, each planned on what the ones before it gave. */
export const anyAct = fc.oneof(
  fc.record({
    what: fc.constant('card' as const),
    kind: fc.constantFrom('add', 'reduce', 'refine'),
    criteria: anyCriteria,
    options: anyOptions,
  }),
  fc.record({ what: fc.constant('byHand' as const), who: fc.nat(9) }),
  fc.record({ what: fc.constant('out' as const), line: fc.nat(9) }),
  fc.record({ what: fc.constant('pin' as const), line: fc.nat(9), how: fc.constantFrom('in', 'byRule') }),
  fc.record({ what: fc.constant('words' as const), line: fc.nat(9) }),
  fc.record({
    what: fc.constant('edit' as const),
    at: fc.nat(5),
    how: fc.constantFrom('switch', 'delete', 'up', 'ask', 'insert', 'again'),
    criteria: anyCriteria,
  }),
)
export type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never
export const anyActs = fc.array(anyAct, { maxLength: 7 })

export function edited(list: CardWish[], { at, how, criteria }: Extract<Act, { what: 'edit' }>): RecipeWish {
  const i = list.length > 0 ? at % list.length : 0
  const one = list[i]
  if (!one || how === 'again') return { cards: list, again: true }
  if (how === 'switch') return { cards: list.map((each) => (each === one ? { ...one, off: one.off ? undefined : (true as const) } : each)) }
  if (how === 'delete') return { cards: list.filter((each) => each !== one) }
  if (how === 'up')
    return { cards: [...list.slice(0, Math.max(0, i - 1)), one, ...list.slice(Math.max(0, i - 1)).filter((each) => each !== one)] }
  if (how === 'insert') return { cards: list.toSpliced(i, 0, card('add', criteria)) }
  return { cards: list.map((each) => (each === one && one.criteria ? { ...one, criteria } : each)) }
}

export function done(state: SegmentState, act: Act, about: Facts): SegmentState {
  const contacts = [...about.contacts.values()]
  const line = 'line' in act ? state.lines.lines[act.line % Math.max(1, state.lines.lines.length)] : undefined
  const contact = line && about.contacts.get(line.contactId)
  switch (act.what) {
    case 'card':
      return applied(state, { cards: [...cards(state), { kind: act.kind, criteria: act.criteria, options: act.options }] }, about)
    case 'byHand': {
      const { changes } = planAddByHand(state, [contacts[act.who % contacts.length]!], occasion())
      return changes.put.segments ? after(state, changes) : state
    }
    case 'out':
      return line ? after(state, planRemoveByHand(state, [line.lineNo], occasion())) : state
    case 'pin':
      return contact ? pin(state, contact, act.how) : state
    case 'words':
      return line ? after(state, planComment(state, line.lineNo, `words ${act.line}`, occasion())) : state
    case 'edit':
      return applied(state, edited(cards(state), act), about)
  }
}

const listed = fc.tuple(anyHouse, anyActs).map(([{ about, state, contacts }, acts]) => ({
  about,
  contacts,
  state: acts.reduce((now, act) => done(now, act, about), state),
}))
/** A segment that has a history, and how its recipe is to be edited. */
export const anyEdit = fc.tuple(
  listed,
  fc.tuple(fc.nat(5), fc.constantFrom('switch', 'delete', 'up', 'ask', 'insert', 'again'), anyCriteria),
)
export const wishFor = (state: SegmentState, [at, how, criteria]: [number, string, Criteria]): RecipeWish =>
  edited(cards(state), { what: 'edit', at, how: how as 'switch', criteria })
