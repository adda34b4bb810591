// A recipe through the worker's jobs and the actions, in memory: what it would do is asked, it is applied, taken back, explained; two
// windows edit at once. Ahorn has Anna and Bert, Birke has Cora; Dora works for nobody, Emil is excluded from segments, Frida is blocked.
import { beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { addByHand, applyRecipe, commentLine, createSegment, pinContact, redoStep, undoStep } from '../../src/actions/segments.ts'
import { selectContacts } from '../../src/actions/selectContacts.ts'
import { defaultOptions } from '../../src/core/segment/outcome.ts'
import { recipeOf, wishOf } from '../../src/core/segment/recipe.ts'
import type { CardWish, RecipeAnswer } from '../../src/core/segment/recipeWish.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { Criteria, StepOptions } from '../../src/model/criteria.ts'
import type { ContactId, SegmentId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readSegment, readSegments } from '../../src/storage/read/segments.ts'
import { all, choice, company, none, person, text, today } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

const ahorn = company({ name: 'Ahorn' })
const birke = company({ name: 'Birke' })
const anna = person({ name: 'Anna', company: ahorn, city: 'Ulm', email: 'anna@example.com' })
const bert = person({ name: 'Bert', company: ahorn, jobTitle: 'Clerk' })
const cora = person({ name: 'Cora', company: birke, city: 'Bonn' })
const dora = person({ name: 'Dora', city: 'Ulm', address: 'Hof 1' })
const emil = person({ name: 'Emil', city: 'Ulm', excludeFromSegment: true })
const frida = person({ name: 'Frida', city: 'Ulm', privacyBlocked: true })
const persons = all(choice('type', 'isAnyOf', 'person'))
const ulm = all(text('city', 'isAnyOf', 'Ulm'))

let house: House
let id: SegmentId
const store = async (put: Changes['put']) => good(commit(house.db, { ...noChanges(), put }, 'test', ''))
const select = (kind: 'add' | 'reduce' | 'refine', criteria: Criteria, options: Partial<StepOptions> = {}) =>
  good(selectContacts(house, id, { kind, criteria, options: { ...defaultOptions, ...options } }))
const state = async () => (await readSegment(house.db, id))!
const names = async () => (await state()).lines.lines.map(({ contactId }) => contactId).join(' ')
const kinds = async () => (await state()).steps.filter(({ undone }) => !undone).map(({ kind }) => kind)
const cards = async (): Promise<CardWish[]> => [...wishOf(recipeOf((await state()).steps)).cards]
const lineNoOf = async (contact: Contact) => (await state()).lines.lines.find((line) => line.contactId === contact.id)!.lineNo
const ask = async (list: CardWish[], open?: number, from: SegmentId | undefined = id): Promise<RecipeAnswer> =>
  (await house.calls.index.recipe(from, { cards: list }, open, today))!

beforeEach(async () => {
  house = openHouse()
  await store({ contacts: [ahorn, birke, anna, bert, cora, dora, emil, frida] })
  id = (await good(createSegment(house, 'Spring letter'))).value
})

describe('What a recipe would do', () => {
  it('is told card by card and in the end, and nothing is written', async () => {
    await select('add', persons)
    await good(commentLine(house, id, await lineNoOf(dora), 'For Dora'))
    const [add] = await cards()
    const before = await contents(house)
    const answer = await ask([add!, { kind: 'reduce', criteria: ulm, options: defaultOptions }])
    expect(answer.cards).toEqual([
      { added: 4, removed: 0, after: 4, leftOut: { excluded: 1, privacyBlocked: 1, minor: 0, alreadyThere: 0 }, kept: 0, ran: false },
      {
        added: 0,
        removed: 2,
        after: 2,
        matched: 2,
        leftOut: { excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 },
        kept: 0,
        ran: true,
      },
    ])
    expect(answer).toMatchObject({ before: 4, after: 2, coming: 0, going: 2, goingOwn: 1, comingFirst: [], noAddress: 2, noEmail: 2 })
    expect(answer.goingFirst.map(({ name, companyName, city }) => [name, companyName, city])).toEqual([
      ['Dora', '', 'Ulm'],
      ['Anna', 'Ahorn', 'Ulm'],
    ])
    expect(await contents(house)).toEqual(before)
  })

  it('of the open card: each rule and group alone, who has no value there, each option switched over, first names', async () => {
    const criteria = all(text('city', 'isNoneOf', 'Ulm'), none(text('jobTitle', 'contains', 'clerk')), choice('type', 'isAnyOf', 'person'))
    const { open } = await ask([{ kind: 'add', criteria, options: defaultOptions }], 0)
    expect(open?.rules).toEqual([
      { path: '', count: 1 },
      { path: '0', count: 4, blanks: 3 },
      { path: '1', count: 7 },
      { path: '1.0', count: 1, blanks: 7 },
      { path: '2', count: 6, blanks: 0 },
    ])
    expect(open?.options).toEqual({ allowExisting: 0, expandCompanies: 1, allowRelatedCompanies: 1, ignoreExclusion: 0 })
    expect([open?.first.map(({ name }) => name), open?.firstOf]).toEqual([['Cora'], 1])
  })

  it('of a Reduce asks those only whom it finds on the list; an option that is on is told without', async () => {
    await select('add', persons)
    const [add] = await cards()
    const reduce: CardWish = { kind: 'reduce', criteria: ulm, options: { ...defaultOptions, entireCompanies: true } }
    const { open } = await ask([add!, reduce, { kind: 'refine', criteria: persons, options: defaultOptions }], 1)
    expect(open?.rules.map(({ path, count }) => [path, count])).toEqual([
      ['', 2],
      ['0', 2],
    ])
    expect(open?.options).toEqual({ entireCompanies: 1 })
    expect([open?.first.map(({ name }) => name), open?.firstOf]).toEqual([['Dora', 'Anna', 'Bert'], 3])
  })

  it('of a card that stands is asked of the list as that card found it', async () => {
    await select('add', persons)
    await select('reduce', ulm)
    const { open } = await ask(await cards(), 1)
    expect([open?.rules[0]?.count, open?.firstOf]).toEqual([2, 2])
  })

  it('begins from nobody for saved criteria, and says nothing of a segment that is gone', async () => {
    const add: CardWish = { kind: 'add', criteria: ulm, options: defaultOptions }
    expect(await house.calls.index.recipe(undefined, { cards: [add] }, 0, today)).toMatchObject({ before: 0, after: 2, coming: 2 })
    expect(await house.calls.index.recipe('nothing', { cards: [{ ...add, off: true }] }, undefined, today)).toMatchObject({ after: 0 })
    expect(await house.calls.index.recipe('nowhere' as SegmentId, { cards: [add] }, undefined, today)).toBeUndefined()
  })

  it('hears of each commit: of contacts and of the segment', async () => {
    const add: CardWish = { kind: 'add', criteria: ulm, options: defaultOptions }
    expect((await ask([add])).after).toBe(2)
    await store({ contacts: [{ ...cora, city: 'Ulm' }] })
    expect((await ask([add])).after).toBe(3)
    await good(addByHand(house, id, [bert.id]))
    expect((await ask([...(await cards()), add])).before).toBe(1)
  })
})

describe('A recipe that is applied', () => {
  it('does what was told, as one step; its own undo brings back what was there, and the step can be redone', async () => {
    await select('add', persons)
    await good(commentLine(house, id, await lineNoOf(dora), 'For Dora'))
    const before = (await state()).lines.lines
    const wish = { cards: [...(await cards()).map((card) => ({ ...card, criteria: ulm })), { kind: 'refine' as const, criteria: persons }] }
    const answer = await ask(wish.cards)
    const done = await good(applyRecipe(house, id, wish, answer.rev))
    const { coming: added, going: removed, before: was, after } = answer
    expect(done.value).toMatchObject({ kind: 'edit', added, removed, before: was, after, cards: answer.cards })
    expect([await names(), await kinds()]).toEqual(['dora anna', ['add', 'edit']])
    await good(done.takeBack())
    expect([(await state()).lines.lines, await kinds()]).toEqual([before, ['add']])
    await good(redoStep(house, id))
    expect(await names()).toBe('dora anna')
    expect((await readSegments(house.db))[0]).toMatchObject({ lines: 2, steps: 2 })
  })

  it('that is one new card at the end is an Add, a Reduce or a Refine like any other', async () => {
    await good(applyRecipe(house, id, { cards: [{ kind: 'add', criteria: ulm, options: defaultOptions }] }))
    expect(await kinds()).toEqual(['add'])
    expect((await house.db.changes.toArray()).at(-1)?.what).toBe('addContacts')
  })

  it('that says what stands writes nothing', async () => {
    await select('add', ulm)
    const commits = await house.db.changes.count()
    const done = await good(applyRecipe(house, id, { cards: await cards() }))
    expect([done.rev, await house.db.changes.count()]).toEqual([0, commits])
  })

  it('is taken back after the page was loaded anew, whatever the data say by then', async () => {
    await select('add', persons)
    const before = (await state()).lines.lines
    const [add] = await cards()
    await good(applyRecipe(house, id, { cards: [{ ...add!, criteria: ulm }] }))
    await store({ contacts: [{ ...anna, privacyBlocked: true }] })
    await good(commit(house.db, { ...noChanges(), remove: { contacts: [cora.id] } }, 'test', ''))
    house = openHouse(house.db)
    await good(undoStep(house, id))
    expect((await state()).lines.lines).toEqual(before)
  })

  it('its own undo takes back no other step', async () => {
    await select('add', persons)
    const done = await select('reduce', ulm)
    await good(addByHand(house, id, [anna.id]))
    expect(await done.takeBack()).toEqual({ ok: false, failure: { code: 'changedSince', count: 1 } })
    expect(await names()).toBe('bert cora anna')
  })

  it('is refused when the segment is gone, and where nothing is left to take back', async () => {
    expect(await applyRecipe(house, 'nowhere' as SegmentId, { cards: [] })).toMatchObject({ failure: { code: 'notFound' } })
    expect(await undoStep(house, id)).toMatchObject({ failure: { code: 'stepsNone', what: 'undo' } })
    expect(await redoStep(house, id)).toMatchObject({ failure: { code: 'stepsNone', what: 'redo' } })
  })

  it('combines segments: with another, only who is on both, without the other', async () => {
    const other = (await good(createSegment(house, 'Other'))).value
    await good(addByHand(house, other, [anna.id, cora.id]))
    await good(addByHand(house, id, [cora.id, dora.id]))
    const on = all({ kind: 'segment', operator: 'hasAnyOf', ids: [other] })
    const combined = async (kind: 'add' | 'refine' | 'reduce') => {
      const done = await select(kind, on)
      const left = await names()
      await good(done.takeBack())
      return left
    }
    expect(await combined('add')).toBe('cora dora anna')
    expect(await combined('refine')).toBe('cora')
    expect(await combined('reduce')).toBe('dora')
  })
})

describe('Two windows', () => {
  it('that edit one recipe: the later is told, and nothing of it is written', async () => {
    await select('add', persons)
    const other = openHouse(house.db)
    const mine = await ask(await cards())
    const [add] = await cards()
    await good(applyRecipe(other, id, { cards: [{ ...add!, criteria: ulm }] }, mine.rev))
    const before = await contents(house)
    const done = await applyRecipe(house, id, { cards: [add!, { kind: 'reduce', criteria: ulm }] }, mine.rev)
    expect(done).toEqual({ ok: false, failure: { code: 'stale', table: 'segments', id } })
    expect(await contents(house)).toEqual(before)
  })

  it('answer the same after each act, the one that did it and one that was just opened', async () => {
    const same = async () => {
      const wish = { cards: [...(await cards()), { kind: 'refine' as const, criteria: ulm }], again: true as const }
      const asked = (of: House) => of.calls.index.recipe(id, wish, 0, today)
      expect(await asked(house)).toEqual(await asked(openHouse(house.db)))
    }
    await select('add', persons)
    await same()
    await select('reduce', ulm)
    await same()
    await good(undoStep(house, id))
    await same()
    await good(pinContact(house, id, anna.id, 'in'))
    await same()
    await good(applyRecipe(house, id, { cards: (await cards()).map((card) => ({ ...card, off: true as const })) }))
    await same()
    await good(undoStep(house, id))
    await good(redoStep(house, id))
    await same()
  })

  it('of which one edits a line and the other the recipe: both changes stay', async () => {
    await select('add', persons)
    const { rev } = await ask(await cards())
    await good(commentLine(openHouse(house.db), id, await lineNoOf(dora), 'For Dora'))
    await good(applyRecipe(house, id, { cards: [...(await cards()), { kind: 'refine', criteria: ulm, options: defaultOptions }] }, rev))
    expect((await state()).lines.lines).toMatchObject([{ contactId: dora.id, comment: 'For Dora' }, { contactId: anna.id }])
  })

  it('that apply at the same moment agree: each plans on what the other left', async () => {
    const other = openHouse(house.db)
    await select('add', persons)
    const reduce = (who: Contact): Criteria => all({ kind: 'contact', operator: 'isAnyOf', ids: [who.id] })
    await Promise.all([
      good(selectContacts(house, id, { kind: 'reduce', criteria: reduce(anna), options: defaultOptions })),
      good(selectContacts(other, id, { kind: 'reduce', criteria: reduce(bert), options: defaultOptions })),
    ])
    expect([await names(), await kinds()]).toEqual(['dora cora', ['add', 'reduce', 'reduce']])
    expect((await ask(await cards())).after).toBe(2)
  })
})

describe('Pins', () => {
  it('hold somebody on the list and keep somebody out, and are told apart when a recipe runs', async () => {
    await select('add', persons)
    await good(pinContact(house, id, dora.id, 'in'))
    await good(pinContact(house, id, cora.id, 'out'))
    const list = await cards()
    const answer = await ask([
      ...list.slice(0, 1),
      { kind: 'reduce', criteria: ulm, options: defaultOptions },
      { kind: 'add', criteria: persons },
    ])
    expect(answer.cards.map(({ removed, kept, leftOut }) => [removed, kept, leftOut.pinnedOut])).toMatchObject([
      [0, 0, 1],
      [1, 1, undefined],
      [0, 0, 1],
    ])
    await good(pinContact(house, id, cora.id))
    expect((await state()).lines).not.toHaveProperty('pinnedOut')
    expect(await pinContact(house, id, frida.id, 'in')).toEqual({
      ok: false,
      failure: { code: 'withheld', reason: 'privacyBlocked', name: 'Frida' },
    })
    expect(await pinContact(house, id, 'nowhere' as ContactId, 'in')).toMatchObject({ failure: { code: 'notFound', table: 'contacts' } })
  })
})

describe('Why', () => {
  const why = async (contact: Contact) => (await house.calls.index.why(id, contact.id, undefined, today))!

  it('is told card by card with the rules that decided, and what comes of it', async () => {
    await select('add', persons)
    await select('reduce', all(text('city', 'isAnyOf', 'Bonn')))
    await good(addByHand(house, id, [emil.id]))
    const ofCora = await why(cora)
    expect(ofCora).toMatchObject({ now: false, then: false, state: 'takenOut', by: 1 })
    expect(ofCora.cards.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['add', false, true],
      ['reduce', true, false],
      ['byHand', false, false],
    ])
    expect(ofCora.cards[1]?.why?.tree.items[0]).toMatchObject({ path: '0', holds: true })
    expect(await why(dora)).toMatchObject({ now: true, state: 'byRule', by: 0 })
    expect(await why(emil)).toMatchObject({ state: 'byHand', by: 2, cards: [{ why: { leftOut: 'excluded' } }, {}, {}] })
    expect(await why(frida)).toMatchObject({
      state: 'privacyBlocked',
      cards: [{ why: { matched: true, leftOut: 'privacyBlocked' } }, {}, {}],
    })
    expect(await why(birke)).toMatchObject({ state: 'notBrought', cards: [{ why: { matched: false } }, {}, {}] })
    expect(await why({ id: 'nowhere' } as Contact)).toMatchObject({ state: 'gone' })
  })

  it('knows pins, and what a recipe that is not applied yet would do', async () => {
    await select('add', persons)
    await good(pinContact(house, id, dora.id, 'in'))
    await good(pinContact(house, id, cora.id, 'out'))
    expect(await why(dora)).toMatchObject({ state: 'byRule', pinned: 'in', by: 0 })
    expect(await why(cora)).toMatchObject({ state: 'keptOut', pinned: 'out', by: 1 })
    const wish = { cards: [...(await cards()), { kind: 'refine' as const, criteria: all(text('city', 'isAnyOf', 'Bonn')) }] }
    expect(await house.calls.index.why(id, anna.id, wish, today)).toMatchObject({ now: true, then: false, state: 'takenOut', by: 2 })
  })
})
