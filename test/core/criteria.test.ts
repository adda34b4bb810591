// Criteria: what each operator means. Each row reads: this rule · with this value in the contact · matches or not.
import { describe, expect, test } from 'vitest'
import { matches } from '../../src/core/criteria/matches.ts'
import { orderForSegment, selectContacts } from '../../src/core/criteria/select.ts'
import { everybody, type Rule, type SetOperator } from '../../src/model/criteria.ts'
import type { AnswerId, BusinessRelationId, ContactId, IndustryGroupId, JobResponsibilityId, MailingGroupId } from '../../src/model/ids.ts'
import { all, any, choice, company, factsAbout, none, person, text, today } from '../make.ts'

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

  test.each<[Parameters<typeof text>[1], string, string, boolean]>([
    ['contains', 'mueller', 'Anna Müller', yes],
    ['contains', 'muller', 'Anna Müller', yes],
    ['contains', 'MÜLLER', 'Anna Müller', yes],
    ['contains', 'Mueller', 'Anna Mueller', yes],
    ['contains', 'muller', 'Anna Mueller', no],
    ['contains', 'eller', 'Müller', yes],
    ['contains', 'mueller bohme', 'Müller Böhme', no],
    ['contains', 'aalund', 'Ålund', yes],
    ['doesNotContain', 'mueller', 'Müller', no],
    ['doesNotContain', 'mueller', 'Moller', yes],
    ['startsWith', 'oe', 'Österreich', yes],
    ['startsWith', 'eller', 'Müller', no],
    ['doesNotStartWith', 'oe', 'Österreich', no],
    ['doesNotStartWith', 'oe', 'Ostern', yes],
    ['endsWith', 'malmoe', 'Malmö', yes],
    ['endsWith', 'e', 'Malmö', yes],
    ['endsWith', 'malmoe', 'Malmö Stad', no],
    ['isAnyOf', 'Mueller', 'Müller', yes],
    ['isAnyOf', 'Mueller', 'Müllerin', no],
    ['isNoneOf', 'Mueller', 'Müller', no],
    ['isNoneOf', 'Mueller', 'Maier', yes],
  ])('spelled out or not, "%s %s" is asked of "%s" · %s', (operator, value, city, expected) => {
    expect(matching(text('city', operator, value), person({ name: 'Anna Berg', city }))).toBe(expected)
  })

  test('"between" goes by the plain form alone', () => {
    const named = (city: string) => matching(text('city', 'between', 'Mue', 'Muf'), person({ name: 'Anna Berg', city }))
    expect(['Müller', 'Mueller'].map(named)).toEqual([no, yes])
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

describe('A rule about what a company has', () => {
  const [customer, vendor] = ['customer', 'vendor'] as [BusinessRelationId, BusinessRelationId]
  const ahorn = company({ name: 'Ahorn AG', businessRelations: [{ businessRelationId: customer, no: 'D10000' }] })
  const birke = company({ name: 'Birke AG' })
  const people = [
    person({ name: 'Anna Berg', company: ahorn }),
    person({ name: 'Cora Lind', company: birke }),
    person({ name: 'Olga Frei' }),
  ]
  const facts = factsAbout([ahorn, birke, ...people])
  test.each<[SetOperator, BusinessRelationId[], string[]]>([
    ['hasAnyOf', [customer, vendor], ['Ahorn AG', 'Anna Berg']],
    ['hasAllOf', [customer, vendor], []],
    ['hasAllOf', [customer], ['Ahorn AG', 'Anna Berg']],
    ['hasNoneOf', [customer], ['Birke AG', 'Cora Lind', 'Olga Frei']],
    ['hasNoneOf', [vendor], ['Ahorn AG', 'Birke AG', 'Anna Berg', 'Cora Lind', 'Olga Frei']],
  ])('business relations: %s %j · %j; its people have them through it, who works for nobody has none', (operator, ids, expected) => {
    expect(selectContacts(all({ kind: 'businessRelation', operator, ids }), facts, today).map(({ name }) => name)).toEqual(expected)
  })

  test('a person whose company is gone has none', () => {
    const lost = person({ name: 'Lost Soul', companyId: 'gone' as ContactId })
    expect(matching({ kind: 'businessRelation', operator: 'hasNoneOf', ids: [customer] }, lost)).toBe(true)
    expect(matching({ kind: 'industryGroup', operator: 'hasAnyOf', ids: ['bikes' as IndustryGroupId] }, lost)).toBe(false)
  })
})

describe('A rule about what somebody is', () => {
  const [buys, sells] = ['buys', 'sells'] as [JobResponsibilityId, JobResponsibilityId]
  test.each<[SetOperator, JobResponsibilityId[], string[]]>([
    ['hasAnyOf', [buys], ['Anna Berg']],
    ['hasAllOf', [buys, sells], []],
    ['hasNoneOf', [buys], ['Ahorn AG', 'Bert Kunz']],
  ])('job responsibilities: %s %j · %j; companies have none, not even those of their people', (operator, ids, expected) => {
    const ahorn = company({ name: 'Ahorn AG' })
    const facts = factsAbout([
      ahorn,
      person({ name: 'Anna Berg', company: ahorn, jobResponsibilityIds: [buys] }),
      person({ name: 'Bert Kunz', company: ahorn }),
    ])
    expect(selectContacts(all({ kind: 'jobResponsibility', operator, ids }), facts, today).map(({ name }) => name)).toEqual(expected)
  })

  const [red, blue] = ['red', 'blue'] as [AnswerId, AnswerId]
  test.each<[SetOperator, AnswerId[], AnswerId[], boolean]>([
    ['hasAnyOf', [red, blue], [blue], yes],
    ['hasAllOf', [red, blue], [blue], no],
    ['hasAllOf', [red, blue], [blue, red], yes],
    ['hasNoneOf', [red], [blue], yes],
    ['hasNoneOf', [red], [], yes],
    ['hasAnyOf', [red], [], no],
  ])('answers: %s %j · answered %j · %s', (operator, ids, answerIds, expected) => {
    expect(matching({ kind: 'answer', operator, ids }, person({ name: 'Anna Berg', answerIds }))).toBe(expected)
  })

  test.each<[Extract<Rule, { kind: 'flag' }>['field'], boolean, string[]]>([
    ['excludeFromSegment', true, ['Bert Kunz']],
    ['excludeFromSegment', false, ['Ahorn AG', 'Cora Lind']],
    ['privacyBlocked', true, ['Ahorn AG']],
    ['minor', true, ['Cora Lind']],
    ['minor', false, ['Ahorn AG', 'Bert Kunz']],
    ['parentalConsent', true, ['Cora Lind']],
  ])('%s is %s · %j', (field, is, expected) => {
    const contacts = [
      company({ name: 'Ahorn AG', privacyBlocked: true }),
      person({ name: 'Bert Kunz', excludeFromSegment: true }),
      person({ name: 'Cora Lind', minor: true, parentalConsent: true }),
    ]
    expect(selectContacts(all({ kind: 'flag', field, is }), factsAbout(contacts), today).map(({ name }) => name)).toEqual(expected)
  })

  test.each([
    ['isAnyOf', ['anna-berg', 'gone'], ['Anna Berg']],
    ['isAnyOf', [], []],
    ['isNoneOf', ['anna-berg'], ['Bert Kunz']],
    ['isNoneOf', [], ['Anna Berg', 'Bert Kunz']],
  ] as const)('by name: %s %j · %j', (operator, ids, expected) => {
    const facts = factsAbout([person({ name: 'Anna Berg' }), person({ name: 'Bert Kunz' })])
    const rule: Rule = { kind: 'contact', operator, ids: ids as readonly string[] as ContactId[] }
    expect(selectContacts(all(rule), facts, today).map(({ name }) => name)).toEqual(expected)
  })

  test.each([
    ['territoryId', 'south', 'isAnyOf', yes],
    ['territoryId', '', 'isNoneOf', yes],
    ['organizationalLevelId', 'south', 'isAnyOf', yes],
    ['organizationalLevelId', '', 'isBlank', yes],
    ['correspondenceType', '', 'isNotBlank', no],
  ] as const)('%s "%s" %s south · %s', (field, value, operator, expected) => {
    const fields = value === '' ? {} : { [field]: value }
    expect(matching(choice(field, operator, 'south'), person({ name: 'Anna Berg', ...fields }))).toBe(expected)
  })

  test('a company has no organizational level', () => {
    const ahorn = company({ name: 'Ahorn AG' })
    expect(matches(all(choice('organizationalLevelId', 'isBlank')), ahorn, factsAbout([ahorn]), today)).toBe(true)
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
