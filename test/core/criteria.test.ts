// Criteria: what each operator means. Each row reads: this rule · with this value in the contact · matches or not.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { resolveDay } from '../../src/core/criteria/dates.ts'
import { matches } from '../../src/core/criteria/matches.ts'
import { orderForSegment, selectContacts } from '../../src/core/criteria/select.ts'
import { everybody, type Rule } from '../../src/model/criteria.ts'
import type { ContactId, IndustryGroupId, LoggedSegmentId, MailingGroupId } from '../../src/model/ids.ts'
import { factsOf } from '../../src/core/criteria/facts.ts'
import { all, any, choice, company, entry, factsAbout, none, person, text, today } from '../make.ts'

const yes = true
const no = false
const matching = (rule: Rule, contact: ReturnType<typeof person>, others: Parameters<typeof factsAbout>[0] = []) =>
  matches(all(rule), contact, factsAbout([contact, ...others]), today)

describe('A text rule', () => {
  test.each<[Parameters<typeof text>[1], string[], string, boolean]>([
    ['isAnyOf', ['München', 'Ulm'], 'munchen', yes],
    ['isAnyOf', ['Ulm'], 'Neu-Ulm', no],
    ['isAnyOf', [], 'Ulm', no],
    ['isAnyOf', [' '], '', no],
    ['isNoneOf', ['ULM'], 'Ulm', no],
    ['isNoneOf', ['Ulm'], 'Bonn', yes],
    ['isNoneOf', ['Ulm'], '', yes],
    ['isNoneOf', [], 'Ulm', yes],
    ['contains', ['lm'], 'Ulm', yes],
    ['contains', ['Großenhain', 'saß'], 'GROSSENHAIN', yes],
    ['contains', ['lm'], '', no],
    ['contains', [], 'Ulm', no],
    ['doesNotContain', ['lm'], 'Ulm', no],
    ['doesNotContain', ['lm'], '', yes],
    ['doesNotContain', [], 'Ulm', yes],
    ['startsWith', ['u'], 'Ulm', yes],
    ['startsWith', ['l'], 'Ulm', no],
    ['between', ['Aachen', 'Celle'], 'Bonn', yes],
    ['between', ['Aachen', 'Celle'], 'celle', yes],
    ['between', ['Aachen', 'Celle'], 'Dresden', no],
    ['between', ['Aachen', ''], 'Zwickau', yes],
    ['between', ['', 'Celle'], '', no],
    ['between', ['', ''], 'Ulm', no],
    ['between', [], 'Ulm', no],
    ['isBlank', [], '', yes],
    ['isBlank', [], ' ', yes],
    ['isBlank', [], 'Ulm', no],
    ['isNotBlank', [], 'Ulm', yes],
    ['isNotBlank', [], '', no],
  ])('%s %j · the town is "%s" · %s', (operator, values, city, expected) => {
    expect(matching(text('city', operator, ...values), person({ name: 'Anna Berg', city }))).toBe(expected)
  })

  test.each<[string, string, string, boolean]>([
    ['80000', '80999', '80331', yes],
    ['80000', '80999', '80999', yes],
    ['80000', '80999', '81000', no],
    ['01000', '2000', '1067', yes],
    ['999', '10000', '5000', yes],
    ['1000', '1999', '1012 AB', yes],
    ['1000', '1999', '1999 ZZ', yes],
    ['1000', '1999', '2000 AA', no],
    ['EC1', 'EC3', 'ec2a 4bx', yes],
  ])('post codes between %s and %s · %s · %s', (low, high, postCode, expected) => {
    expect(matching(text('postCode', 'between', low, high), person({ name: 'Anna Berg', postCode }))).toBe(expected)
  })

  test('telephone numbers match whatever stands between the digits', () => {
    expect(matching(text('phone', 'contains', '089 12-34'), person({ name: 'Anna Berg', phone: '(089) 1234/5' }))).toBe(true)
  })

  test('the company name is looked up: of a person the employer, of a company its own, of a free person blank', () => {
    const ahorn = company({ name: 'Ahorn AG' })
    const facts = factsAbout([ahorn, person({ name: 'Anna Berg', company: ahorn }), person({ name: 'Olga Frei' })])
    const named = (rule: Rule) => selectContacts(all(rule), facts, today).map(({ name }) => name)
    expect(named(text('companyName', 'startsWith', 'ahorn'))).toEqual(['Ahorn AG', 'Anna Berg'])
    expect(named(text('companyName', 'isBlank'))).toEqual(['Olga Frei'])
    expect(named(text('jobTitle', 'isBlank'))).toHaveLength(3)
  })
})

describe('A choice rule', () => {
  test.each<[Parameters<typeof choice>[1], string[], string, boolean]>([
    ['isAnyOf', ['DE', 'AT'], 'AT', yes],
    ['isAnyOf', ['de'], 'DE', yes],
    ['isAnyOf', [], 'DE', no],
    ['isAnyOf', [''], '', yes],
    ['isNoneOf', ['NL'], 'DE', yes],
    ['isNoneOf', ['NL'], 'NL', no],
    ['isNoneOf', ['NL'], '', yes],
    ['isNoneOf', [], 'NL', yes],
    ['isBlank', [], '', yes],
    ['isNotBlank', [], '', no],
  ])('%s %j · the country is "%s" · %s', (operator, values, countryCode, expected) => {
    expect(matching(choice('countryCode', operator, ...values), person({ name: 'Anna Berg', countryCode }))).toBe(expected)
  })

  test('companies and persons are a choice, too', () => {
    const facts = factsAbout([company({ name: 'Ahorn AG' }), person({ name: 'Anna Berg' })])
    expect(selectContacts(all(choice('type', 'isAnyOf', 'company')), facts, today)).toHaveLength(1)
  })
})

describe('A rule about groups', () => {
  const [a, b, c] = ['a', 'b', 'c'] as [MailingGroupId, MailingGroupId, MailingGroupId]
  test.each<[Extract<Rule, { kind: 'mailingGroup' }>['operator'], MailingGroupId[], MailingGroupId[], boolean]>([
    ['hasAnyOf', [a, c], [a, b], yes],
    ['hasAnyOf', [c], [a, b], no],
    ['hasAnyOf', [], [a], no],
    ['hasAllOf', [a, b], [b, a], yes],
    ['hasAllOf', [a, c], [a, b], no],
    ['hasAllOf', [], [a], no],
    ['hasNoneOf', [c], [a, b], yes],
    ['hasNoneOf', [a], [a, b], no],
    ['hasNoneOf', [a], [], yes],
    ['hasNoneOf', [], [a], yes],
  ])('%s %j · the contact is in %j · %s', (operator, ids, mailingGroupIds, expected) => {
    expect(matching({ kind: 'mailingGroup', operator, ids }, person({ name: 'Anna Berg', mailingGroupIds }))).toBe(expected)
  })

  test('industry groups belong to the company, and its people have them through it', () => {
    const bikes = 'bikes' as IndustryGroupId
    const ahorn = company({ name: 'Ahorn AG', industryGroupIds: [bikes] })
    const facts = factsAbout([ahorn, person({ name: 'Anna Berg', company: ahorn }), person({ name: 'Olga Frei' })])
    const named = (operator: 'hasAnyOf' | 'hasNoneOf') =>
      selectContacts(all({ kind: 'industryGroup', operator, ids: [bikes] }), facts, today).map(({ name }) => name)
    expect(named('hasAnyOf')).toEqual(['Ahorn AG', 'Anna Berg'])
    expect(named('hasNoneOf')).toEqual(['Olga Frei'])
  })
})

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
    expect(matching(rule('hasNone'), anna)).toBe(true)
    expect(matching(rule('has'), anna)).toBe(false)
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

describe('A group', () => {
  const ulm = text('city', 'isAnyOf', 'Ulm')
  const sales = text('jobTitle', 'isAnyOf', 'Sales')
  test.each([
    ['all', all(ulm, sales), no],
    ['any', any(ulm, sales), yes],
    ['none', none(ulm, sales), no],
    ['none of what does not match', none(sales), yes],
    ['all with a nested any', all(ulm, any(sales, ulm)), yes],
    ['three levels', all(any(none(sales))), yes],
    ['everybody', everybody, yes],
    ['any of nothing', any(), yes],
    ['none of nothing', none(), yes],
  ])('%s · somebody from Ulm who does not work in sales', (_, criteria, expected) => {
    const anna = person({ name: 'Anna Berg', city: 'Ulm', jobTitle: 'Owner' })
    expect(matches(criteria, anna, factsAbout([anna]), today)).toBe(expected)
  })
})

test('New lines stand by company name, company number, the company before its people, then by name', () => {
  const zebra = company({ name: 'Zebra', no: 'KT3' })
  const ahorn10 = company({ name: 'Ahorn', no: 'KT10', id: 'ahorn-10' as ContactId })
  const ahorn2 = company({ name: 'Ahorn', no: 'KT2' })
  const people = [
    person({ name: 'Öznur Ak', company: ahorn2 }),
    person({ name: 'Paul Ab', company: ahorn2 }),
    person({ name: 'Olga Frei' }),
  ]
  const facts = factsAbout([zebra, ahorn10, ahorn2, ...people])
  const ordered = orderForSegment(facts.contacts.values(), facts)
  expect(ordered.map(({ name, no }) => (name === 'Ahorn' ? no : name))).toEqual([
    'Olga Frei',
    'KT2',
    'Öznur Ak',
    'Paul Ab',
    'KT10',
    'Zebra',
  ])
})
