// Rules about figures, days that are worked out, lists, and the company. Each row reads: this rule · matches these.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { factsOf } from '../../src/core/criteria/facts.ts'
import { selectContacts } from '../../src/core/criteria/select.ts'
import { amountOf, createdOn } from '../../src/core/criteria/values.ts'
import type {
  Criteria,
  DateField,
  EntryWhere,
  HistoryOperator,
  NumberField,
  NumberOperator,
  Rule,
  SetOperator,
} from '../../src/model/criteria.ts'
import type {
  CampaignId,
  ContactId,
  EntryId,
  LoggedSegmentId,
  MailingGroupId,
  PurchaseId,
  SegmentId,
  TemplateId,
} from '../../src/model/ids.ts'
import type { Purchase } from '../../src/model/purchase.ts'
import { all, choice, company, entry, none, person, text, today } from '../make.ts'

const ahorn = company({
  name: 'Ahorn AG',
  city: 'Ulm',
  countryCode: 'DE',
  mailingGroupIds: ['fair' as MailingGroupId],
  excludeFromSegment: true,
})
const birke = company({ name: 'Birke AG', id: '018bcfe5-6800-7abc-8def-0123456789ab' as ContactId, changedAt: '2026-01-31T23:59:59.999Z' })
const anna = person({ name: 'Anna Berg', city: 'Bonn', company: ahorn, birthday: toDay('1980-02-29') })
const bert = person({ name: 'Bert Cole', company: ahorn })
const cora = person({ name: 'Cora Lind', company: birke, changedAt: 'long ago' })
const olga = person({ name: 'Olga Frei', city: 'Ulm', mailingGroupIds: ['fair' as MailingGroupId] })
const lost = person({ name: 'Lost Soul', companyId: 'gone' as ContactId })
const contacts = [ahorn, birke, anna, bert, cora, olga, lost]

const bought = (day: string, fields: Partial<Purchase> = {}): Purchase => ({
  ...{ rev: 1, id: `bought ${day}` as PurchaseId, companyId: ahorn.id, day: toDay(day), itemNo: '1000', itemGroup: 'Bicycles' },
  ...{ description: 'Bicycle', quantity: 2, amount: 900, ...fields },
})
const [fair, cancelledFair] = ['fair' as LoggedSegmentId, 'cancelled' as LoggedSegmentId]
const entries = [
  entry(ahorn, '2026-03-01'),
  entry(anna, '2026-10-01', { loggedSegmentId: fair, templateId: 'letter' as TemplateId }),
  entry(anna, '2026-11-01', { attemptFailed: true }),
  entry(bert, '2026-11-02', { cancelled: true, loggedSegmentId: fair }),
  entry(bert, '2026-11-03', { loggedSegmentId: cancelledFair }),
  entry(olga, '2026-01-01', { campaignTarget: true, campaignId: 'spring' as CampaignId }),
  entry(olga, '2026-02-01', { id: 'second' as EntryId }),
]
const purchases = [bought('2026-05-04'), bought('2025-12-31', { amount: 0.1 }), bought('2026-06-01', { amount: 0.2, quantity: 50 })]
const open = 'open' as SegmentId
const facts = factsOf(contacts, entries, new Set([cancelledFair]), purchases, new Map([[open, new Set([anna.id, olga.id])]]))

const found = (criteria: Criteria | Rule) =>
  selectContacts(criteria.kind === 'group' ? criteria : all(criteria), facts, today).map(({ name }) => name.split(' ')[0])
const everybody = ['Ahorn', 'Birke', 'Anna', 'Bert', 'Cora', 'Olga', 'Lost']

describe('Days that stand in a contact or are worked out', () => {
  const on = (field: DateField, day: string, of?: 'company'): Rule => ({
    ...{ kind: 'date', field, operator: 'on', from: { kind: 'exact', day: toDay(day) } },
    ...(of && { of }),
  })
  test.each<[DateField, string, 'company' | undefined, string[]]>([
    ['lastInteraction', '2026-10-01', undefined, ['Anna']],
    ['lastInteraction', '2026-03-01', undefined, ['Ahorn']],
    // The latest with anybody of the company, itself included.
    ['lastInteraction', '2026-10-01', 'company', ['Ahorn', 'Anna', 'Bert']],
    ['lastInteraction', '2026-02-01', 'company', []],
    // What was bought is the company's in any case.
    ['lastPurchase', '2026-06-01', undefined, ['Ahorn', 'Anna', 'Bert']],
    ['lastPurchase', '2026-06-01', 'company', ['Ahorn', 'Anna', 'Bert']],
    ['birthday', '1980-02-29', undefined, ['Anna']],
    ['birthday', '1980-02-29', 'company', []],
    ['createdAt', '2023-11-14', undefined, ['Birke']],
    ['createdAt', '2023-11-14', 'company', ['Birke', 'Cora']],
    ['changedAt', '2026-01-31', undefined, ['Birke']],
    ['changedAt', '2026-01-31', 'company', ['Birke', 'Cora']],
  ])('%s on %s, of %s · %j', (field, day, of, expected) => {
    expect(found(on(field, day, of))).toEqual(expected)
  })

  test.each<[DateField, 'company' | undefined, string[]]>([
    ['lastInteraction', undefined, ['Birke', 'Bert', 'Cora', 'Lost']],
    ['lastInteraction', 'company', ['Birke', 'Cora', 'Olga', 'Lost']],
    ['lastPurchase', undefined, ['Birke', 'Cora', 'Olga', 'Lost']],
    ['birthday', undefined, everybody.filter((name) => name !== 'Anna')],
    ['changedAt', undefined, ['Cora']],
    ['changedAt', 'company', ['Olga', 'Lost']],
  ])('%s of %s is blank of %j', (field, of, expected) => {
    const rule = (operator: 'isBlank' | 'isNotBlank'): Rule => ({ kind: 'date', field, operator, ...(of && { of }) })
    expect(found(rule('isBlank'))).toEqual(expected)
    expect(found(rule('isNotBlank'))).toEqual(everybody.filter((name) => !expected.includes(name)))
  })

  test('last contact more than 90 days ago, or never', () => {
    const rule = (blanks?: boolean): Rule => ({
      ...{ kind: 'date', field: 'lastInteraction', operator: 'before', from: { kind: 'ago', count: 90, unit: 'day' } },
      ...(blanks !== undefined && { blanks }),
    })
    expect(found(rule())).toEqual(['Ahorn', 'Olga'])
    expect(found(rule(true))).toEqual(['Ahorn', 'Birke', 'Bert', 'Cora', 'Olga', 'Lost'])
  })

  test.each([
    ['018bcfe5-6800-7abc-8def-0123456789ab', '2023-11-14'],
    ['00000000-0000-7000-8000-000000000000', '1970-01-01'],
    ['00000526-5bff-7000-8000-000000000000', '1970-01-01'],
    ['00000526-5c00-7000-8000-000000000000', '1970-01-02'],
    ['e677d21f-dbff-7fff-bfff-ffffffffffff', '9999-12-31'],
    ['ffffffff-ffff-7fff-bfff-ffffffffffff', undefined],
    ['018bcfe5-6800-4abc-8def-0123456789ab', undefined],
    ['anna-berg', undefined],
  ])('the id %s was made on %s', (id, day) => {
    expect(createdOn(id)).toBe(day)
  })
})

describe('A rule about a figure', () => {
  const figure = (field: NumberField, operator: NumberOperator, from?: number, to?: number, of?: 'company'): Rule => ({
    ...{ kind: 'number', field, operator },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(of && { of }),
  })
  test.each<[Rule, string[]]>([
    // Those that count: not cancelled, attempt not failed.
    [figure('interactions', 'equals', 1), ['Ahorn', 'Anna']],
    [figure('interactions', 'equals', 2), ['Olga']],
    [figure('interactions', 'equals', 0), ['Birke', 'Bert', 'Cora', 'Lost']],
    [figure('interactions', 'equals', 2, undefined, 'company'), ['Ahorn', 'Anna', 'Bert']],
    [figure('interactions', 'atMost', 0, undefined, 'company'), ['Birke', 'Cora', 'Olga', 'Lost']],
    [figure('purchases', 'atLeast', 3), ['Ahorn', 'Anna', 'Bert']],
    [figure('purchaseAmount', 'equals', 900.3), ['Ahorn', 'Anna', 'Bert']],
    [figure('purchaseAmount', 'isNot', 0), ['Ahorn', 'Anna', 'Bert']],
    [figure('peopleInCompany', 'equals', 2), ['Ahorn', 'Anna', 'Bert']],
    [figure('peopleInCompany', 'between', 1, 2), ['Ahorn', 'Birke', 'Anna', 'Bert', 'Cora']],
    [figure('peopleInCompany', 'between', 2, 1), ['Ahorn', 'Birke', 'Anna', 'Bert', 'Cora']],
    [figure('peopleInCompany', 'between', undefined, 0), ['Olga', 'Lost']],
    [figure('peopleInCompany', 'between', 2), ['Ahorn', 'Anna', 'Bert']],
    [figure('peopleInCompany', 'notBetween', 1, 2), ['Olga', 'Lost']],
    // Without a number nothing is asked yet.
    [figure('interactions', 'equals'), []],
    [figure('interactions', 'atLeast'), []],
    [figure('interactions', 'atMost'), []],
    [figure('interactions', 'between'), []],
    [figure('interactions', 'isNot'), everybody],
    [figure('interactions', 'notBetween'), everybody],
  ])('%j · %j', (rule, expected) => {
    expect(found(rule)).toEqual(expected)
  })

  test('amounts are summed in cents, in any order', () => {
    expect(amountOf([{ amount: 0.1 }, { amount: 0.2 }, { amount: -0.3 }])).toBe(0)
  })
})

describe('A rule about lists', () => {
  const stands = (operator: SetOperator, ...ids: (SegmentId | LoggedSegmentId)[]): Rule => ({ kind: 'segment', operator, ids })
  test.each<[Rule, string[]]>([
    [stands('hasAnyOf', open), ['Anna', 'Olga']],
    // Of a logged segment those whose entry was not cancelled, by itself or with its segment.
    [stands('hasAnyOf', fair), ['Anna']],
    [stands('hasAnyOf', cancelledFair), []],
    [stands('hasAllOf', open, fair), ['Anna']],
    [stands('isExactly', open), ['Olga']],
    [stands('hasNoneOf', open), ['Ahorn', 'Birke', 'Bert', 'Cora', 'Lost']],
    [stands('isBlank'), ['Ahorn', 'Birke', 'Bert', 'Cora', 'Lost']],
    [stands('isNotBlank'), ['Anna', 'Olga']],
  ])('%j · %j', (rule, expected) => {
    expect(found(rule)).toEqual(expected)
  })
})

describe('What a contact has of a kind', () => {
  const [a, b] = ['a', 'b'] as [MailingGroupId, MailingGroupId]
  const has = (operator: SetOperator, ids: MailingGroupId[], mailingGroupIds: MailingGroupId[], blanks?: boolean) => {
    const one = person({ name: 'Anna Berg', mailingGroupIds })
    const rule: Rule = { kind: 'mailingGroup', operator, ids, ...(blanks !== undefined && { blanks }) }
    return selectContacts(all(rule), factsOf([one], []), today).length === 1
  }
  test.each<[SetOperator, MailingGroupId[], MailingGroupId[], boolean | undefined, boolean]>([
    ['isExactly', [a, b], [b, a], undefined, true],
    ['isExactly', [a, b, a], [b, a, b], undefined, true],
    ['isExactly', [a], [a, b], undefined, false],
    ['isExactly', [a, b], [a], undefined, false],
    ['isExactly', [], [], undefined, false],
    ['isExactly', [], [a], undefined, false],
    ['isBlank', [a], [], undefined, true],
    ['isBlank', [], [a], true, false],
    ['isNotBlank', [], [a], undefined, true],
    ['isNotBlank', [], [], true, false],
    ['hasNoneOf', [a], [], false, false],
    ['hasNoneOf', [a], [b], false, true],
    ['hasNoneOf', [], [], false, false],
    ['hasAnyOf', [a], [], true, true],
    ['hasAllOf', [], [], true, true],
    ['hasAllOf', [a], [b], true, false],
  ])('%s %j · has %j · blanks: %s · %s', (operator, ids, mailingGroupIds, blanks, expected) => {
    expect(has(operator, ids, mailingGroupIds, blanks)).toBe(expected)
  })
})

describe('A rule asked of the company', () => {
  const of = 'company' as const
  test.each<[Rule, string[]]>([
    [{ ...text('city', 'isAnyOf', 'Ulm'), of } as Rule, ['Ahorn', 'Anna', 'Bert']],
    // Who has no company is blank, and so is who works for one that is gone.
    [{ ...text('city', 'isBlank'), of } as Rule, ['Birke', 'Cora', 'Olga', 'Lost']],
    [{ ...text('city', 'isNoneOf', 'Ulm'), of } as Rule, ['Birke', 'Cora', 'Olga', 'Lost']],
    [{ ...text('city', 'isNoneOf', 'Ulm'), of, blanks: false } as Rule, []],
    [{ ...text('jobTitle', 'isNotBlank'), of } as Rule, []],
    [{ ...text('companyName', 'startsWith', 'A'), of } as Rule, ['Ahorn', 'Anna', 'Bert']],
    [{ ...choice('type', 'isAnyOf', 'company'), of } as Rule, ['Ahorn', 'Birke', 'Anna', 'Bert', 'Cora']],
    [{ ...choice('countryCode', 'isNoneOf', 'NL'), of, blanks: false } as Rule, ['Ahorn', 'Anna', 'Bert']],
    [{ kind: 'flag', field: 'excludeFromSegment', is: true, of }, ['Ahorn', 'Anna', 'Bert']],
    [{ kind: 'flag', field: 'excludeFromSegment', is: false, of }, ['Birke', 'Cora', 'Olga', 'Lost']],
    [{ kind: 'mailingGroup', operator: 'hasAnyOf', ids: ['fair' as MailingGroupId], of }, ['Ahorn', 'Anna', 'Bert']],
    [{ kind: 'mailingGroup', operator: 'hasNoneOf', ids: ['fair' as MailingGroupId], of }, ['Birke', 'Cora', 'Olga', 'Lost']],
    [{ kind: 'answer', operator: 'isBlank', ids: [], of }, everybody],
    [{ kind: 'expression', field: 'city', expression: 'Ulm', of }, ['Ahorn', 'Anna', 'Bert']],
    [{ kind: 'expression', field: 'city', expression: '<>Ulm', of }, ['Birke', 'Cora', 'Olga', 'Lost']],
    [{ kind: 'expression', field: 'interactions', expression: '>1', of }, ['Ahorn', 'Anna', 'Bert']],
    [{ kind: 'expression', field: 'lastInteraction', expression: '1.10.2026', of }, ['Ahorn', 'Anna', 'Bert']],
    // A group around them turns round exactly what they say.
    [none({ ...text('city', 'isNoneOf', 'Ulm'), of } as Rule) as never, ['Ahorn', 'Anna', 'Bert']],
  ])('%j · %j', (rule, expected) => {
    expect(found(rule)).toEqual(expected)
  })
})

describe('History, with blanks', () => {
  const history = (operator: HistoryOperator, where: EntryWhere, more: object = {}): Rule => ({
    kind: 'interaction',
    operator,
    atLeast: 1,
    where,
    ...more,
  })
  const since = (day: string) => ({ within: { from: { kind: 'exact', day: toDay(day) } } }) as const
  test.each<[Rule, string[]]>([
    [history('hasNone', since('2026-06-01')), ['Ahorn', 'Birke', 'Bert', 'Cora', 'Olga', 'Lost']],
    // Only those with whom there was one at some time.
    [history('hasNone', since('2026-06-01'), { blanks: false }), ['Ahorn', 'Olga']],
    [history('has', since('2026-06-01'), { blanks: true }), ['Birke', 'Anna', 'Bert', 'Cora', 'Lost']],
    [history('hasNone', {}, { blanks: false }), []],
    [history('hasNone', {}, { atLeast: 2, blanks: false }), ['Ahorn']],
    // Blank means none of the kind that is asked for.
    [history('hasNone', { ...since('2026-11-10'), templateIds: ['letter' as TemplateId] }, { blanks: false }), ['Anna']],
    [history('has', { cancelledToo: true, ...since('2026-11-02') }), ['Bert']],
    [history('has', { campaignTarget: true }), ['Olga']],
    [history('has', { campaignTarget: false }), ['Ahorn', 'Anna', 'Olga']],
    // With anybody of the company, itself included; who has none has no such history.
    [history('has', since('2026-06-01'), { of: 'company' }), ['Ahorn', 'Anna', 'Bert']],
    [history('has', {}, { atLeast: 3, of: 'company' }), ['Ahorn', 'Anna', 'Bert']],
    [history('hasNone', since('2026-06-01'), { of: 'company' }), ['Birke', 'Cora', 'Olga', 'Lost']],
    [history('hasNone', since('2026-06-01'), { of: 'company', blanks: false }), []],
    [history('hasNone', since('2026-12-01'), { of: 'company', blanks: false }), ['Ahorn', 'Anna', 'Bert']],
    [history('has', {}, { atLeast: Number.NaN }), ['Ahorn', 'Anna', 'Olga']],
  ])('%j · %j', (rule, expected) => {
    expect(found(rule)).toEqual(expected)
  })

  const purchase = (where: object, more: object = {}): Rule => ({ kind: 'purchase', operator: 'has', atLeast: 1, where, ...more })
  test.each<[Rule, string[]]>([
    [purchase({ quantityTo: 2, ...since('2026-05-05') }), []],
    [purchase({ quantityTo: 2, ...since('2026-05-01') }), ['Ahorn', 'Anna', 'Bert']],
    [purchase({ quantityFrom: 60, quantityTo: 40 }), ['Ahorn', 'Anna', 'Bert']],
    [purchase({ amountFrom: 0.15, amountTo: 0.5 }), ['Ahorn', 'Anna', 'Bert']],
    [purchase({ amountFrom: 1, amountTo: 500 }), []],
    [purchase(since('2026-07-01'), { operator: 'hasNone', blanks: false }), ['Ahorn', 'Anna', 'Bert']],
    [purchase(since('2026-07-01'), { operator: 'hasNone' }), everybody],
    [purchase(since('2026-07-01'), { blanks: true }), ['Birke', 'Cora', 'Olga', 'Lost']],
  ])('%j · %j', (rule, expected) => {
    expect(found(rule)).toEqual(expected)
  })
})

describe('Blanks of texts and choices', () => {
  test.each<[Rule, string[]]>([
    [{ ...text('city', 'doesNotStartWith', 'B') }, ['Ahorn', 'Birke', 'Bert', 'Cora', 'Olga', 'Lost']],
    [{ ...text('city', 'doesNotStartWith', 'B'), blanks: false } as Rule, ['Ahorn', 'Olga']],
    [{ ...text('city', 'doesNotContain', 'o'), blanks: false } as Rule, ['Ahorn', 'Olga']],
    [{ ...text('city', 'endsWith', 'LM') }, ['Ahorn', 'Olga']],
    [{ ...text('city', 'endsWith') }, []],
    [{ ...text('city', 'doesNotStartWith') }, everybody],
    [{ ...text('city', 'isAnyOf', 'Bonn'), blanks: true } as Rule, ['Birke', 'Anna', 'Bert', 'Cora', 'Lost']],
    [{ ...text('city', 'isAnyOf'), blanks: true } as Rule, ['Birke', 'Bert', 'Cora', 'Lost']],
    [{ ...text('city', 'between', 'Z', 'U') }, ['Ahorn', 'Olga']],
    [{ ...text('city', 'isNotBlank'), blanks: true } as Rule, ['Ahorn', 'Anna', 'Olga']],
    [{ ...choice('countryCode', 'isAnyOf', ''), blanks: false } as Rule, []],
    [{ ...choice('countryCode', 'isNoneOf', 'NL'), blanks: false } as Rule, ['Ahorn']],
    [{ ...choice('countryCode', 'isNoneOf', '') }, ['Ahorn']],
  ])('%j · %j', (rule, expected) => {
    expect(found(rule)).toEqual(expected)
  })
})
