// Criteria about what happened: interactions of a contact, purchases of its company. All of a rule is asked of one and the same row.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { resolveDay } from '../../src/core/criteria/dates.ts'
import { factsOf } from '../../src/core/criteria/facts.ts'
import { matches } from '../../src/core/criteria/matches.ts'
import { selectContacts } from '../../src/core/criteria/select.ts'
import type { DayRange, EntryWhere, PurchaseWhere, Rule } from '../../src/model/criteria.ts'
import type {
  CampaignId,
  ContactId,
  EntryId,
  InteractionGroupId,
  LoggedSegmentId,
  PurchaseId,
  ResponseStatusId,
  SalespersonId,
  TemplateId,
} from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import type { Purchase } from '../../src/model/purchase.ts'
import { all, company, entry, factsAbout, person, today } from '../make.ts'

const yes = true
const no = false

describe('A rule about interactions', () => {
  const anna = person({ name: 'Anna Berg' })
  const since = { kind: 'ago', count: 90, unit: 'day' } as const
  const rule = (operator: 'has' | 'hasNone'): Rule => ({
    ...{ kind: 'interaction', operator, atLeast: 1 },
    where: { within: { from: since }, attempt: 'succeeded' },
  })
  test.each<[string, Parameters<typeof entry>[2], 'has' | 'hasNone', boolean]>([
    ['2026-08-22', {}, 'has', yes],
    ['2026-08-22', {}, 'hasNone', no],
    ['2026-08-21', {}, 'has', no],
    ['2026-08-21', {}, 'hasNone', yes],
    ['2026-11-01', { cancelled: true }, 'has', no],
    ['2026-11-01', { attemptFailed: true }, 'hasNone', yes],
    ['2026-11-01', { loggedSegmentId: 'cancelled' as LoggedSegmentId }, 'hasNone', yes],
  ])('an entry of %s %j · %s since 90 days ago · %s', (day, fields, operator, expected) => {
    const facts = factsOf([anna], [entry(anna, day, fields), entry(anna, '2020-01-01')], new Set(['cancelled' as LoggedSegmentId]))
    expect(matches(all(rule(operator)), anna, facts, today)).toBe(expected)
  })

  test('whoever was never in touch has none since ever', () => {
    expect(matches(all(rule('hasNone')), anna, factsAbout([anna]), today)).toBe(true)
    expect(matches(all(rule('has')), anna, factsAbout([anna]), today)).toBe(false)
  })

  const [letters, calls] = ['letters', 'calls'] as [TemplateId, TemplateId]
  const fair = 'fair' as CampaignId
  const [vera, jorn] = ['vera', 'jorn'] as [SalespersonId, SalespersonId]
  const spring = 'spring' as LoggedSegmentId
  const visit = { templateId: letters, salespersonId: vera, campaignId: fair, correspondenceType: 'hardCopy' as const }
  const asks = (where: EntryWhere, entries: InteractionLogEntry[], atLeast = 1) => {
    const facts = factsOf([anna], entries, new Set(['cancelled' as LoggedSegmentId]))
    const answers = (['has', 'hasNone'] as const).map((operator) =>
      matches(all({ kind: 'interaction', operator, atLeast, where }), anna, facts, today),
    )
    // Whoever does not have it has none of it.
    expect(answers[1]).toBe(!answers[0])
    return answers[0]
  }

  test.each<[EntryWhere, Parameters<typeof entry>[2], boolean]>([
    [{}, {}, yes],
    [{ templateIds: [letters] }, visit, yes],
    [{ templateIds: [calls] }, visit, no],
    [{ templateIds: [calls, letters] }, visit, yes],
    [{ templateIds: [] }, {}, yes],
    [{ templateIds: [letters] }, {}, no],
    [{ interactionGroupIds: ['mail' as InteractionGroupId] }, { interactionGroupId: 'mail' as InteractionGroupId }, yes],
    [{ interactionGroupIds: ['mail' as InteractionGroupId] }, visit, no],
    [{ campaignIds: [fair] }, visit, yes],
    [{ campaignIds: [fair] }, {}, no],
    [{ salespersonIds: [jorn] }, visit, no],
    [{ salespersonIds: [jorn, vera] }, visit, yes],
    [{ loggedSegmentIds: [spring] }, { loggedSegmentId: spring }, yes],
    [{ loggedSegmentIds: [spring] }, visit, no],
    [{ evaluations: ['positive', 'veryPositive'] }, { evaluation: 'positive' }, yes],
    [{ evaluations: ['positive'] }, visit, no],
    [{ responseStatusIds: ['order' as ResponseStatusId] }, { responseStatusId: 'order' as ResponseStatusId }, yes],
    [{ responseStatusIds: ['order' as ResponseStatusId] }, { responseStatusId: 'moved' as ResponseStatusId }, no],
    [{ responseStatusIds: ['order' as ResponseStatusId] }, visit, no],
    [{ callOutcomes: ['callBack', 'message'] }, { callOutcome: 'message' }, yes],
    [{ callOutcomes: ['callBack'] }, visit, no],
    [{ correspondenceTypes: ['hardCopy'] }, visit, yes],
    [{ correspondenceTypes: ['email'] }, visit, no],
    [{ informationFlow: 'inbound' }, { informationFlow: 'inbound' }, yes],
    [{ informationFlow: 'inbound' }, {}, no],
    [{ initiatedBy: 'them' }, { initiatedBy: 'them' }, yes],
    [{ initiatedBy: 'them' }, {}, no],
    [{ attempt: 'failed' }, { attemptFailed: true }, yes],
    [{ attempt: 'failed' }, {}, no],
    [{ attempt: 'succeeded' }, { attemptFailed: true }, no],
    [{}, { attemptFailed: true }, yes],
    [{ response: true }, { campaignResponse: true }, yes],
    [{ response: true }, { respondedDay: toDay('2026-11-03') }, yes],
    [{ response: true }, {}, no],
    [{ response: false }, {}, yes],
    [{ response: false }, { campaignResponse: true }, no],
    [{}, { cancelled: true }, no],
    [{ cancelledToo: true }, { cancelled: true }, yes],
    [{ cancelledToo: false }, { cancelled: true }, no],
    [{}, { loggedSegmentId: 'cancelled' as LoggedSegmentId }, no],
    [{ cancelledToo: true }, { loggedSegmentId: 'cancelled' as LoggedSegmentId }, yes],
  ])('where %j · the only entry is %j · %s', (where, fields, expected) => {
    expect(asks(where, [entry(anna, '2026-11-02', fields)])).toBe(expected)
  })

  test('asks all of one and the same entry: a letter in May and a visit of the fair are not a letter of the fair', () => {
    const entries = [entry(anna, '2026-05-04', { templateId: letters }), entry(anna, '2026-09-07', { templateId: calls, campaignId: fair })]
    expect(asks({ templateIds: [letters], campaignIds: [fair] }, entries)).toBe(false)
    expect(asks({ templateIds: [calls], campaignIds: [fair] }, entries)).toBe(true)
  })

  test.each<[DayRange, string, boolean]>([
    [{ from: { kind: 'ago', count: 1, unit: 'month' } }, '2026-10-20', yes],
    [{ from: { kind: 'ago', count: 1, unit: 'month' } }, '2026-10-19', no],
    [{ to: { kind: 'ago', count: 1, unit: 'month' } }, '2026-10-20', yes],
    [{ to: { kind: 'ago', count: 1, unit: 'month' } }, '2026-10-21', no],
    [{ from: { kind: 'ago', count: 2, unit: 'week' }, to: { kind: 'ago', count: 1, unit: 'week' } }, '2026-11-13', yes],
    [{ from: { kind: 'ago', count: 2, unit: 'week' }, to: { kind: 'ago', count: 1, unit: 'week' } }, '2026-11-14', no],
    [{ from: { kind: 'exact', day: toDay('2026-01-01') }, to: { kind: 'exact', day: toDay('2026-03-31') } }, '2026-02-28', yes],
    [{ from: { kind: 'exact', day: toDay('2026-03-31') }, to: { kind: 'exact', day: toDay('2026-01-01') } }, '2026-02-28', no],
    [{ from: { kind: 'ago', count: 0, unit: 'day' } }, '2026-11-20', yes],
    [{ from: { kind: 'ago', count: 0, unit: 'day' } }, '2026-11-21', yes],
    [{}, '1999-01-01', yes],
  ])('within %j, asked on 20 November 2026 · an entry of %s · %s', (within, day, expected) => {
    expect(asks({ within }, [entry(anna, day)])).toBe(expected)
  })

  test('saved criteria ask anew: 30 days ago is another day a month later', () => {
    const rule: Rule = {
      kind: 'interaction',
      operator: 'has',
      atLeast: 1,
      where: { within: { from: { kind: 'ago', count: 30, unit: 'day' } } },
    }
    const facts = factsAbout([anna], [entry(anna, '2026-11-01')])
    expect(matches(all(rule), anna, facts, today)).toBe(true)
    expect(matches(all(rule), anna, facts, toDay('2026-12-20'))).toBe(false)
  })

  test.each([
    [0, 1, yes],
    [1, 1, yes],
    [2, 1, no],
    [2, 2, yes],
    [3, 2, no],
    [0, 0, no],
    [1.5, 1, yes],
  ])('at least %d · there are %i that count, and one that was cancelled · %s', (atLeast, count, expected) => {
    const entries = Array.from({ length: count }, (_, i) => entry(anna, `2026-11-0${i + 1}`))
    expect(asks({}, [...entries, entry(anna, '2026-11-09', { cancelled: true })], atLeast)).toBe(expected)
  })

  test('counts for its own contact only, not for colleagues', () => {
    const ahorn = company({ name: 'Ahorn AG' })
    const bert = person({ name: 'Bert Kunz', company: ahorn })
    const facts = factsAbout([ahorn, anna, bert], [entry(bert, '2026-11-01')])
    const found = selectContacts(all({ kind: 'interaction', operator: 'has', atLeast: 1, where: {} }), facts, today)
    expect(found.map(({ name }) => name)).toEqual(['Bert Kunz'])
  })

  test('asks for the contact only, where the reference also wants its company of today: who changed firms was visited all the same', () => {
    const [before, now] = [company({ name: 'Ahorn AG' }), company({ name: 'Birke AG' })]
    const moved = person({ name: 'Cora Lind', company: now })
    const facts = factsAbout([before, now, moved], [entry(moved, '2026-11-01', { companyId: before.id })])
    expect(matches(all(rule('has')), moved, facts, today)).toBe(true)
  })

  test.each([
    [3, 'day', '2026-03-28'],
    [2, 'week', '2026-03-17'],
    [1, 'month', '2026-02-28'],
    [2, 'year', '2024-03-31'],
  ] as const)('%i %s ago, on 31 March 2026, is %s', (count, unit, day) => {
    expect(resolveDay({ kind: 'ago', count, unit }, toDay('2026-03-31'))).toBe(day)
  })

  test('an exact day stays what it is', () => {
    expect(resolveDay({ kind: 'exact', day: toDay('2026-01-02') }, today)).toBe('2026-01-02')
  })
})

describe('A rule about purchases', () => {
  const ahorn = company({ name: 'Ahorn AG' })
  const birke = company({ name: 'Birke AG' })
  const contacts = [ahorn, birke, person({ name: 'Anna Berg', company: ahorn }), person({ name: 'Olga Frei' })]
  const bought = (day: string, fields: Partial<Purchase> = {}): Purchase => ({
    ...{ rev: 1, id: `bought ${day}` as PurchaseId, companyId: ahorn.id, day: toDay(day), itemNo: '1000', itemGroup: 'Bicycles' },
    ...{ description: 'Bicycle', quantity: 2, amount: 900, ...fields },
  })
  const found = (operator: 'has' | 'hasNone', where: PurchaseWhere, purchases: Purchase[], atLeast = 1) =>
    selectContacts(all({ kind: 'purchase', operator, atLeast, where }), factsAbout(contacts, [], purchases), today).map(({ name }) => name)

  test('counts for the company and all its people, also in Add, where the reference wants the person named on the document', () => {
    expect(found('has', {}, [bought('2026-05-04')])).toEqual(['Ahorn AG', 'Anna Berg'])
    expect(found('hasNone', {}, [bought('2026-05-04')])).toEqual(['Birke AG', 'Olga Frei'])
  })

  test.each<[PurchaseWhere, boolean]>([
    [{ itemNos: ['1000', '2000'] }, yes],
    [{ itemNos: ['2000'] }, no],
    [{ itemNos: [] }, yes],
    [{ itemGroups: ['Bicycles'] }, yes],
    [{ itemGroups: ['Lamps'] }, no],
    [{ quantityFrom: 2 }, yes],
    [{ quantityFrom: 2.5 }, no],
    [{ amountFrom: 900 }, yes],
    [{ amountFrom: 900.01 }, no],
    [{ within: { from: { kind: 'ago', count: 6, unit: 'month' } } }, no],
    [{ within: { from: { kind: 'ago', count: 7, unit: 'month' } } }, yes],
    [{ within: { to: { kind: 'exact', day: toDay('2026-05-03') } } }, no],
  ])('where %j · a bicycle of 4 May 2026, twice, for 900 · %s', (where, expected) => {
    expect(found('has', where, [bought('2026-05-04')])).toEqual(expected ? ['Ahorn AG', 'Anna Berg'] : [])
  })

  test('asks all of one and the same purchase', () => {
    const purchases = [bought('2026-05-04', { itemGroup: 'Lamps', amount: 20 }), bought('2026-06-04', { amount: 5000 })]
    expect(found('has', { itemGroups: ['Lamps'], amountFrom: 1000 }, purchases)).toEqual([])
    expect(found('has', { itemGroups: ['Bicycles'], amountFrom: 1000 }, purchases)).toHaveLength(2)
    expect(found('has', {}, purchases, 2)).toHaveLength(2)
    expect(found('hasNone', {}, purchases, 3)).toHaveLength(4)
  })
})

describe('What happened with somebody who is deleted stands with her company', () => {
  const huber = company({ name: 'Huber' })
  const bea = person({ name: 'Bea', company: huber })
  const hers = { deletedContactId: 'anna' as ContactId, id: 'hers' as EntryId, campaignId: 'fair' as CampaignId }
  const facts = factsAbout([huber, bea], [entry(huber, '2026-03-01'), entry(bea, '2026-04-01'), entry(huber, '2026-11-10', hers)])
  const lately = {
    kind: 'date',
    field: 'lastInteraction',
    operator: 'onOrAfter',
    from: { kind: 'exact', day: toDay('2026-11-01') },
  } as const
  const visited = { kind: 'interaction', operator: 'has', atLeast: 1, where: {} } as const
  test.each<[string, Rule, boolean]>([
    ['is not its last interaction', lately, no],
    ['is not the last one with anybody of it', { ...lately, of: 'company' }, no],
    ['is none of its interactions', { ...visited, atLeast: 2 }, no],
    ['is none with anybody of it', { ...visited, atLeast: 3, of: 'company' }, no],
    [
      'does not keep it from being asked for a campaign',
      { ...visited, operator: 'hasNone', where: { campaignIds: [hers.campaignId] } },
      yes,
    ],
    ['is not counted', { kind: 'number', field: 'interactions', operator: 'atLeast', from: 2 }, no],
    ['leaves its own', visited, yes],
  ])('and %s', (_, rule, expected) => {
    expect(matches(all(rule), huber, facts, today)).toBe(expected)
  })
})
