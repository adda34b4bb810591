// The recipe of a segment: edited as a whole, run again from its first change on, and taken back exactly.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/core/criteria/facts.ts'
import { planComment } from '../../src/core/segment/edit.ts'
import { defaultOptions, outcomeOf } from '../../src/core/segment/outcome.ts'
import { planPin } from '../../src/core/segment/pin.ts'
import { planRecipe } from '../../src/core/segment/planRecipe.ts'
import { cardsKept, recipeOf, wishOf } from '../../src/core/segment/recipe.ts'
import type { CardWish, RecipeWish } from '../../src/core/segment/recipeWish.ts'
import { rerun, type Selecting } from '../../src/core/segment/rerun.ts'
import { planAddByHand, planRedoStep, planRemoveByHand, planUndoStep, type SegmentState } from '../../src/core/segment/steps.ts'
import { toDay } from '../../src/base/day.ts'
import type { Contact } from '../../src/model/contact.ts'
import { everybody, type Criteria } from '../../src/model/criteria.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { after, all, factsAbout, occasion, person, segmentOf, text, today } from '../make.ts'
import { anyHouse } from './laws.ts'
import { anyAct, anyActs, anyEdit, applied, card, cards, done, pin, runOn, selecting, wishFor } from './recipes.ts'

const anna = person({ name: 'Anna', city: 'Ulm' })
const bert = person({ name: 'Bert', city: 'Bonn' })
const cora = person({ name: 'Cora', city: 'Ulm' })
const dora = person({ name: 'Dora', city: 'Bonn' })
const facts = factsAbout([anna, bert, cora, dora])

const inCity = (...cities: string[]): Criteria => all(text('city', 'isAnyOf', ...cities))
const named = (...contacts: Contact[]): Criteria => all({ kind: 'contact', operator: 'isAnyOf', ids: contacts.map(({ id }) => id) })

const run = (state: SegmentState, wish: RecipeWish, about: Facts = facts) => runOn(state, wish, about)
/** The segment after the recipe was applied. */
const apply = (state: SegmentState, wish: RecipeWish, about: Facts = facts) => applied(state, wish, about)
const add = (state: SegmentState, ...more: CardWish[]): SegmentState =>
  more.reduce((now, one) => apply(now, { cards: [...cards(now), one] }), state)
const off = (at: number, list: CardWish[]): CardWish[] => list.map((one, i) => (i === at ? { ...one, off: true as const } : one))

const back = (plan: typeof planUndoStep) => (state: SegmentState) => {
  const done = plan(state, occasion(2))
  if (!done.ok) throw new Error(done.failure.code)
  return after(state, done.value)
}
const undo = back(planUndoStep)
const redo = back(planRedoStep)
const names = (state: SegmentState) => state.lines.lines.map(({ contactId }) => contactId).join(' ')
const lineOf = (state: SegmentState, { id }: Contact) => state.lines.lines.find(({ contactId }) => contactId === id)!
const comment = (state: SegmentState, contact: Contact, words: string) =>
  after(state, planComment(state, lineOf(state, contact).lineNo, words, occasion()))
const outcomes = (state: SegmentState) =>
  recipeOf(state.steps).map(
    ({ kind, off: isOff, outcome }) => `${kind}${isOff ? ' off' : ''} +${outcome.added.length} -${outcome.removed.length}`,
  )

const empty = segmentOf([])
/** Everybody, without Ulm. */
const bonn = add(empty, card('add'), card('reduce', inCity('Ulm')))

describe('A recipe', () => {
  test('is the steps that stand; one new card at the end is a step like any other', () => {
    expect(bonn.steps.map(({ kind }) => kind)).toEqual(['add', 'reduce'])
    expect(outcomes(bonn)).toEqual(['add +4 -0', 'reduce +0 -2'])
    expect(outcomes(undo(bonn))).toEqual(['add +4 -0'])
    expect(recipeOf(bonn.steps).map(({ id }) => id)).toEqual(bonn.steps.map(({ id }) => id))
  })

  test('edited is one event; cards before the first change stay by name, the others say what they do now', () => {
    const [first, second] = cards(bonn)
    const edited = apply(bonn, { cards: [first!, { ...second!, criteria: inCity('Bonn') }] })
    expect(names(edited)).toBe('anna cora')
    expect(edited.steps.map(({ kind }) => kind)).toEqual(['add', 'reduce', 'edit'])
    expect(edited.steps[2]?.recipe?.map((one) => 'kept' in one)).toEqual([true, false])
    expect(edited.steps[2]?.outcome).toMatchObject({ leftOut: { alreadyThere: 0 } })
    expect(outcomes(edited)).toEqual(['add +4 -0', 'reduce +0 -2'])
    expect(undo(edited).lines.lines).toEqual(bonn.lines.lines)
    expect(outcomes(undo(edited))).toEqual(outcomes(bonn))
  })

  test.each<[string, (list: CardWish[]) => CardWish[], number]>([
    ['nothing', (list) => list, 3],
    ['the options of the first', ([a, ...rest]) => [{ ...a!, options: { ...defaultOptions, ignoreExclusion: true } }, ...rest], 0],
    [
      'fields in another order',
      ([a, ...rest]) => [{ ...a!, options: Object.fromEntries(Object.entries(a!.options!).reverse()) as never }, ...rest],
      3,
    ],
    ['the second switched off', (list) => off(1, list), 1],
    ['the last switched off', (list) => off(2, list), 2],
    ['the last deleted', (list) => list.slice(0, 2), 2],
    ['the last two in another order', ([a, b, c]) => [a!, c!, b!], 1],
    ['one inserted that is off', ([a, ...rest]) => [a!, { ...card('add'), off: true }, ...rest], 3],
    ['the first twice', ([a, ...rest]) => [a!, a!, ...rest], 1],
    ['a new one at the end', (list) => [...list, card('add')], 3],
  ])('keeps the cards before the first change: %s', (_, change, kept) => {
    const three = recipeOf(add(bonn, card('refine', inCity('Bonn'))).steps)
    expect(cardsKept(three, { cards: change([...wishOf(three).cards]) })).toBe(kept)
  })

  test('runs whole when it is refreshed: who is new comes, who fits no more goes, the others keep place and line', () => {
    const emil = person({ name: 'Aemil', city: 'Bonn' })
    const commented = comment(bonn, dora, 'Hello')
    const later = factsAbout([anna, { ...bert, city: 'Ulm' }, cora, dora, emil])
    const refreshed = apply(commented, { cards: cards(commented), again: true }, later)
    expect(names(refreshed)).toBe('dora aemil')
    expect(lineOf(refreshed, dora)).toEqual(lineOf(commented, dora))
    expect(refreshed.steps.at(-1)?.recipe?.every((one) => 'outcome' in one)).toBe(true)
    expect(undo(refreshed).lines.lines).toEqual(commented.lines.lines)
  })

  test('that is wished as it stands is no step', () => {
    expect(apply(bonn, { cards: cards(bonn) })).toBe(bonn)
  })

  test('at another date asks relative days of that date, and says so on the cards that ran, until they run today', () => {
    const listed = add(empty, card('add'))
    const on: RecipeWish = { cards: cards(listed), again: true, asOf: toDay('2027-03-01') }
    const asked: string[] = []
    const watching: Selecting = {
      ...selecting(facts),
      outcome: (kind, list, criteria, options, day) => (asked.push(day), outcomeOf(kind, list, criteria, options, facts, day)),
    }
    const { changes } = planRecipe(listed, on, rerun(listed, on, watching, today), occasion())
    const due = after(listed, changes)
    expect(asked).toEqual(['2027-03-01'])
    expect(recipeOf(due.steps).map(({ asOf }) => asOf)).toEqual(['2027-03-01'])
    const again = apply(due, { cards: cards(due), again: true })
    expect(recipeOf(again.steps).map(({ asOf }) => asOf)).toEqual([undefined])
    const plain = apply(due, { cards: [...cards(due), card('reduce', inCity('Ulm'))], asOf: toDay('2027-04-01') })
    expect(plain.steps.at(-1)).toMatchObject({ kind: 'reduce', asOf: '2027-04-01' })
  })
})

describe('A card', () => {
  test('switched off does nothing, and on again does the same; the lines come back with their own words', () => {
    const commented = comment(add(empty, card('add')), anna, 'See you in Ulm')
    const reduced = add(commented, card('reduce', inCity('Ulm')))
    const all4 = apply(reduced, { cards: off(1, cards(reduced)) })
    expect(names(all4)).toBe('bert dora anna cora')
    expect(lineOf(all4, anna)).toEqual(lineOf(commented, anna))
    expect(outcomes(all4)).toEqual(['add +4 -0', 'reduce off +0 -0'])
    const [first, second] = cards(all4)
    const again = apply(all4, { cards: [first!, { ...second!, off: undefined }] })
    expect(again.lines.lines).toEqual(reduced.lines.lines)
  })

  test('edited back brings everybody’s own line back, with words that were written after the last step', () => {
    const listed = comment(add(empty, card('add', inCity('Ulm'))), cora, 'For Cora')
    const [one] = cards(listed)
    const other = apply(listed, { cards: [{ ...one!, criteria: inCity('Bonn') }] })
    expect(names(other)).toBe('bert dora')
    const same = apply(other, { cards: [{ ...one!, criteria: inCity('Ulm') }] })
    expect(same.lines.lines).toEqual(listed.lines.lines)
  })

  test('inserted, duplicated, moved and deleted: each time the cards in their new order say who is there', () => {
    const [first, second] = cards(bonn)
    expect(names(apply(bonn, { cards: [first!, card('reduce', named(bert)), second!] }))).toBe('dora')
    expect(names(apply(bonn, { cards: [second!, first!] }))).toBe('bert dora anna cora')
    expect(names(apply(bonn, { cards: [second!] }))).toBe('')
    const { id: _, ...copy } = second!
    const doubled = apply(bonn, { cards: [first!, copy, second!] })
    expect([names(doubled), new Set(recipeOf(doubled.steps).map(({ id }) => id)).size]).toEqual(['bert dora', 3])
  })

  test('of people chosen by hand brings the same people, but nobody who is withheld meanwhile or gone', () => {
    const start = add(empty, card('add', inCity('Ulm')))
    const chosen = after(start, planAddByHand(start, [bert, dora], occasion()).changes)
    const blocked = factsAbout([anna, { ...bert, privacyBlocked: true }, cora])
    const wish = { cards: cards(chosen), again: true } as const
    expect(names(apply(chosen, wish))).toBe('anna cora bert dora')
    const now = apply(chosen, wish, blocked)
    expect(names(now)).toBe('anna cora')
    expect(recipeOf(now.steps)[1]?.outcome.leftOut).toEqual({ excluded: 0, privacyBlocked: 1, minor: 0, alreadyThere: 0 })
    // The card still means both: when the block is taken away, she comes again.
    expect(names(apply(now, { cards: cards(now), again: true }))).toBe('anna cora bert dora')
  })

  test('of people taken out by hand takes them out, also with another line; one of two lines of the same person only itself', () => {
    const start = add(empty, card('add', inCity('Ulm')))
    const less = after(start, planRemoveByHand(start, [lineOf(start, anna).lineNo], occasion()))
    const [first, second] = cards(less)
    expect(names(apply(less, { cards: [{ ...first!, criteria: everybody }, second!] }))).toBe('cora bert dora')
    const twice = add(start, card('add', named(anna), { allowExisting: true }))
    const once = after(twice, planRemoveByHand(twice, [lineOf(twice, anna).lineNo], occasion()))
    expect(names(apply(once, { cards: cards(once), again: true }))).toBe(names(once))
  })

  test('that is off keeps who was chosen by hand', () => {
    const chosen = after(empty, planAddByHand(empty, [bert], occasion()).changes)
    const nobody = apply(chosen, { cards: off(0, cards(chosen)) })
    expect(names(nobody)).toBe('')
    const [card1] = cards(nobody)
    expect(names(apply(nobody, { cards: [{ ...card1!, off: undefined }] }))).toBe('bert')
  })

  test('that takes everybody out takes those, too, whose contact is gone', () => {
    const listed = add(empty, card('add'), card('reduce'))
    const without = apply(listed, { cards: cards(listed), again: true }, factsAbout([anna]))
    expect(names(without)).toBe('')
    const kept = apply(without, { cards: off(1, cards(without)) }, factsAbout([anna]))
    expect(names(kept)).toBe('anna')
  })
})

describe('A pin', () => {
  test('in: she stays, whatever criteria say, and says how many it holds; by rule they decide again', () => {
    const pinned = pin(add(empty, card('add')), anna, 'in')
    const reduced = add(pinned, card('reduce', inCity('Ulm')))
    expect(names(reduced)).toBe('anna bert dora')
    const [, second] = run(reduced, { cards: cards(reduced), again: true }).cards
    expect(second?.selected?.kept).toBe(1)
    const without = apply(reduced, { cards: [] })
    expect(names(without)).toBe('anna')
    const free = pin(without, anna, 'byRule')
    expect(free.lines.lines[0]).not.toHaveProperty('pinned')
    expect(names(add(free, card('reduce', inCity('Ulm'))))).toBe('')
  })

  test('in: who is not there comes by hand; who is withheld does not', () => {
    const pinned = pin(empty, anna, 'in')
    expect(pinned.steps.map(({ kind }) => kind)).toEqual(['byHand'])
    expect(pinned.lines.lines[0]).toMatchObject({ contactId: anna.id, pinned: true })
    const blocked = { ...bert, privacyBlocked: true } as Contact
    expect(planPin(empty, blocked, 'in', occasion())).toEqual({
      ok: false,
      failure: { code: 'withheld', reason: 'privacyBlocked', name: 'Bert' },
    })
  })

  test('in: she was taken out by hand before, and stays at every replay', () => {
    const listed = add(empty, card('add'))
    const less = after(listed, planRemoveByHand(listed, [lineOf(listed, anna).lineNo], occasion()))
    const pinned = comment(pin(less, anna, 'in'), anna, 'Words')
    const again = apply(pinned, { cards: cards(pinned), again: true })
    expect(again.lines.lines).toEqual(pinned.lines.lines)
    expect(names(apply(pinned, { cards: [cards(pinned)[0]!, cards(pinned)[1]!] }))).toContain('anna')
  })

  test('out: her lines go by hand and no card brings her again, by criteria or by hand, until somebody does', () => {
    const out = pin(add(empty, card('add', inCity('Ulm'))), anna, 'out')
    expect([names(out), out.lines.pinnedOut]).toEqual(['cora', [anna.id]])
    const more = add(out, card('add'))
    expect(names(more)).toBe('cora bert dora')
    expect(more.steps.at(-1)?.outcome.leftOut).toMatchObject({ pinnedOut: 1 })
    expect(names(apply(more, { cards: cards(more).slice(0, 1) }))).toBe('cora')
    const chosen = after(more, planAddByHand(more, [anna], occasion()).changes)
    expect([names(chosen), 'pinnedOut' in chosen.lines]).toEqual(['cora bert dora anna', false])
    expect(undo(chosen).lines).toEqual({ ...more.lines, rev: expect.any(Number) as number, nextLineNo: chosen.lines.nextLineNo })
  })

  test('out: taken back, she is on the list and kept out no more; done again, she is out', () => {
    const listed = add(empty, card('add', inCity('Ulm')))
    const out = pin(listed, anna, 'out')
    const undone = undo(out)
    expect([undone.lines.lines, undone.lines.pinnedOut]).toEqual([listed.lines.lines, undefined])
    expect([redo(undone).lines.lines, redo(undone).lines.pinnedOut]).toEqual([out.lines.lines, [anna.id]])
  })

  test('out: who is not there, or whose contact is gone, is only marked; let in, nothing is left of it', () => {
    const out = pin(empty, 'gone' as ContactId, 'out')
    expect([out.steps, out.lines.pinnedOut]).toEqual([[], ['gone']])
    expect(pin(out, 'gone' as ContactId, 'out')).toBe(out)
    expect('pinnedOut' in pin(out, 'gone' as ContactId, 'byRule').lines).toBe(false)
  })
})

describe('laws of any recipe', () => {
  test('taken back, the list is as it was, line for line; done again, as it became', () => {
    fc.assert(
      fc.property(anyEdit, ([{ about, state }, edit]) => {
        const now = apply(state, wishFor(state, edit), about)
        if (now === state) return
        expect(undo(now).lines.lines).toEqual(state.lines.lines)
        expect(recipeOf(undo(now).steps)).toEqual(recipeOf(state.steps))
        expect(redo(undo(now)).lines.lines).toEqual(now.lines.lines)
        expect(recipeOf(redo(undo(now)).steps)).toEqual(recipeOf(now.steps))
      }),
      { numRuns: 300 },
    )
  })

  test('every step taken back one by one leads to the list it began from, whatever was edited', () => {
    fc.assert(
      fc.property(anyHouse, anyActs, ({ about, state }, acts) => {
        let now = acts.filter(({ what }) => what !== 'words' && what !== 'pin').reduce((before, act) => done(before, act, about), state)
        while (now.steps.some(({ undone }) => !undone)) now = undo(now)
        expect(now.lines.lines).toEqual(state.lines.lines)
      }),
      { numRuns: 200 },
    )
  })

  test('what the cards did, in a row, is the list; no line number stands twice; the figures are those of the applied change', () => {
    fc.assert(
      fc.property(anyEdit, ([{ about, state }, edit]) => {
        const wish = wishFor(state, edit)
        const found = run(state, wish, about)
        const now = apply(state, wish, about)
        expect(found.cards.at(-1)?.after ?? now.lines.lines.length).toBe(now.lines.lines.length)
        for (const [at, { outcome, after: left }] of found.cards.entries()) {
          expect(found.listBefore(at)).toHaveLength(left - outcome.added.length + outcome.removed.length)
        }
        expect(new Set(now.lines.lines.map(({ lineNo }) => lineNo)).size).toBe(now.lines.lines.length)
        expect(now.lines.lines.every(({ lineNo }) => lineNo < now.lines.nextLineNo)).toBe(true)
        expect(found.lines).toEqual(now.lines.lines)
        expect(now.lines.lines.length - state.lines.lines.length).toBe(found.added.length - found.removed.length)
        const came = now.lines.lines.filter(({ lineNo }) => !state.lines.lines.some((line) => line.lineNo === lineNo))
        expect(came).toEqual(found.added)
      }),
      { numRuns: 300 },
    )
  })

  test('who stays keeps her line, her words and her place; who is pinned stays; who comes back has her words', () => {
    fc.assert(
      fc.property(anyEdit, ([{ about, state }, edit]) => {
        const now = apply(state, wishFor(state, edit), about)
        const stay = new Set(now.lines.lines.map(({ lineNo }) => lineNo))
        const before = state.lines.lines.filter(({ lineNo }) => stay.has(lineNo))
        expect(now.lines.lines.slice(0, before.length)).toEqual(before)
        for (const line of state.lines.lines) if (line.pinned) expect(now.lines.lines).toContainEqual(line)
        const back = apply(now, { cards: cards(state).map((one) => ({ ...one })) }, about)
        for (const line of back.lines.lines) {
          const was = state.lines.lines.find(({ lineNo }) => lineNo === line.lineNo)
          if (was) expect(line.comment).toBe(was.comment)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('run whole on the same data, nobody comes and nobody goes', () => {
    const still = fc.tuple(anyHouse, fc.array(anyAct, { maxLength: 6 })).map(([{ about, contacts }, acts]) => ({
      about,
      contacts,
      state: acts.filter(({ what }) => what !== 'pin').reduce((now, act) => done(now, act, about), empty),
    }))
    fc.assert(
      fc.property(still, ({ about, state }) => {
        const { added, removed } = run(state, { cards: cards(state), again: true }, about)
        expect([added, removed]).toEqual([[], []])
      }),
      { numRuns: 300 },
    )
  })

  test('who is kept out comes in by no card', () => {
    fc.assert(
      fc.property(anyEdit, fc.nat(9), ([{ about, state }, edit], who) => {
        const contact = [...about.contacts.values()][who % about.contacts.size]!
        const out = pin(pin(state, contact, 'byRule'), contact, 'out')
        const now = apply(out, { ...wishFor(out, edit), again: true }, about)
        expect(now.lines.lines.some(({ contactId }) => contactId === contact.id)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
