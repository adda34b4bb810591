// The short lists of the contact card, profile answers, alternative addresses, minors and purchases: the rules.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { addressTrouble, overlapsOf, planAddressDelete, planAddressSave } from '../../src/core/contact/addressEdit.ts'
import { activeAddress } from '../../src/core/contact/alternativeAddress.ts'
import { freeCode, heldIds, listTables, planListRowDelete, type HeldList } from '../../src/core/contact/lists.ts'
import { withheld } from '../../src/core/contact/privacy.ts'
import { isFor, planAnswers, withAnswer } from '../../src/core/contact/profile.ts'
import { planQuestionnaire } from '../../src/core/contact/questionnaire.ts'
import { planNewPurchase, planPurchaseChange } from '../../src/core/contact/purchase.ts'
import type { AlternativeAddress, Contact } from '../../src/model/contact.ts'
import type {
  AnswerId,
  BusinessRelationId,
  IndustryGroupId,
  JobResponsibilityId,
  MailingGroupId,
  OrganizationalLevelId,
  QuestionId,
  QuestionnaireId,
  TerritoryId,
} from '../../src/model/ids.ts'
import type { Questionnaire } from '../../src/model/lists.ts'
import { company, frozen, occasion, person, today, valid } from '../make.ts'

const row = { rev: 3, id: 'x', code: 'X', description: 'X' } as Parameters<typeof planListRowDelete>[1]

describe('A row of a short list', () => {
  const ahorn = company({
    name: 'Ahorn',
    mailingGroupIds: ['x', 'y'] as MailingGroupId[],
    industryGroupIds: ['y', 'x'] as IndustryGroupId[],
    businessRelations: [
      { businessRelationId: 'x' as BusinessRelationId, no: 'D10' },
      { businessRelationId: 'y' as BusinessRelationId, no: '' },
    ],
    territoryId: 'x' as TerritoryId,
  })
  const anna = person({
    name: 'Anna Berg',
    mailingGroupIds: ['x'] as MailingGroupId[],
    jobResponsibilityIds: ['x', 'y'] as JobResponsibilityId[],
    organizationalLevelId: 'x' as OrganizationalLevelId,
    territoryId: 'y' as TerritoryId,
  })

  test.each([
    ['mailingGroups', [ahorn, anna]],
    ['industryGroups', [ahorn]],
    ['businessRelations', [ahorn]],
    ['jobResponsibilities', [anna]],
    ['organizationalLevels', [anna]],
    ['territories', [ahorn]],
  ] as const)('of %s that is deleted is taken from everybody who has it, and everything else stays', (table, holders) => {
    expect([ahorn, anna].filter((contact) => heldIds(contact, table).includes('x'))).toEqual(holders)
    const changes = valid(planListRowDelete(table, row, holders, occasion(7)))
    expect(changes.remove).toEqual({ [table]: ['x'] })
    expect(changes.requires).toEqual([{ table, id: 'x', rev: 3 }, ...holders.map(({ id }) => ({ table: 'contacts', id, rev: 1 }))])
    for (const written of changes.put.contacts ?? []) {
      const before = holders.find(({ id }) => id === written.id)!
      const lists: HeldList[] = [...listTables, 'answers']
      for (const list of lists) {
        const left = heldIds(before, list).filter((id) => list !== table || id !== 'x')
        expect(heldIds(written, list)).toEqual(left)
      }
    }
    expect(changes.put.contacts).toHaveLength(holders.length)
  })

  test('that nobody has goes alone', () => {
    expect(planListRowDelete('territories', row, [], occasion()).put).toEqual({})
  })

  test.each([
    ['Newsletter', [], 'NEWSLETTER'],
    ['Weihnachts-Karten 2026', [], 'WEIHNACHTS'],
    ['Messe', ['messe'], 'MESSE2'],
    ['Newsletter', ['NEWSLETTER', 'NEWSLETTE2'], 'NEWSLETTE3'],
    ['Øst', [], 'ØST'],
  ])('called "%s" beside %j gets the code %s', (description, taken, code) => expect(freeCode(description, taken)).toBe(code))
})

const answer = (id: string) => ({ id: id as AnswerId, description: id })
const fleet: Questionnaire = frozen({
  ...{ rev: 4, id: 'fleet' as QuestionnaireId, code: 'FLEET', description: 'Fleet' },
  questions: [
    { id: 'size' as QuestionId, description: 'How many machines?', multiple: false, answers: [answer('few'), answer('many')] },
    { id: 'make' as QuestionId, description: 'Which makes?', multiple: true, answers: [answer('red'), answer('green'), answer('blue')] },
  ],
})
const [size, make] = fleet.questions as [Questionnaire['questions'][number], Questionnaire['questions'][number]]
const given = (...ids: string[]) => ids as AnswerId[]

describe('A profile answer', () => {
  const anna = person({ name: 'Anna Berg', answerIds: given('few', 'red') })

  test.each([
    ['one of several joins the others', make, 'green', true, ['few', 'red', 'green']],
    ['one of several is taken back', make, 'red', false, ['few']],
    ['the one to a single question takes the place of the other', size, 'many', true, ['red', 'many']],
    ['the one to a single question is taken back', size, 'few', false, ['red']],
    ['given twice is given once', make, 'red', true, ['few', 'red']],
  ])('%s', (_, question, id, on, expected) => {
    expect(withAnswer(anna.answerIds, question, id as AnswerId, on)).toEqual(expected)
  })

  test('is kept in the order of the questions', () => {
    const changes = planAnswers(anna, given('blue', 'many'), [fleet], occasion())
    expect(changes.ok && valid(changes.value).put.contacts?.[0]?.answerIds).toEqual(['many', 'blue'])
  })

  test('is refused when it is the second one to a question that takes one', () => {
    const refused = planAnswers(anna, given('few', 'many'), [fleet], occasion())
    expect(refused).toEqual({ ok: false, failure: { code: 'secondAnswer', question: 'How many machines?' } })
  })

  test('is refused of a minor, with consent or without; those from before can be taken back', () => {
    for (const parentalConsent of [false, true]) {
      const minor = person({ name: 'Mia Berg', minor: true, parentalConsent, answerIds: given('few') })
      expect(planAnswers(minor, given('few', 'red'), [fleet], occasion())).toEqual({
        ok: false,
        failure: { code: 'answersOfMinor', name: 'Mia Berg' },
      })
      const back = planAnswers(minor, [], [fleet], occasion())
      expect(back.ok && valid(back.value).put.contacts?.[0]?.answerIds).toEqual([])
    }
  })

  test.each([
    ['company', true, false],
    ['person', false, true],
    [undefined, true, true],
  ] as const)('is asked by a questionnaire for %s', (contactType, ofCompany, ofPerson) => {
    const one = { ...fleet, ...(contactType ? { contactType } : {}) }
    expect([isFor(one, company({ name: 'A' })), isFor(one, anna)]).toEqual([ofCompany, ofPerson])
  })
})

describe('A questionnaire', () => {
  const change = (after: Questionnaire | undefined) => ({ before: fleet, after, became: new Map(), stored: [fleet] })
  const anna = person({ name: 'Anna Berg', answerIds: given('few', 'red', 'green', 'other') })
  const ahorn = company({ name: 'Ahorn', answerIds: given('many') })

  test('that loses an answer takes it from those who gave it', () => {
    const after = { ...fleet, questions: [size, { ...make, answers: make.answers.slice(1) }] }
    const planned = planQuestionnaire(change(after), [anna, ahorn], occasion(3))
    if (!planned.ok) throw new Error(planned.failure.code)
    const { changes, contacts } = planned.value
    expect(contacts).toBe(1)
    expect(valid(changes).put.questionnaires).toEqual([after])
    expect(changes.put.contacts).toMatchObject([{ id: anna.id, answerIds: ['few', 'green', 'other'] }])
    expect(changes.requires).toContainEqual({ table: 'questionnaires', id: 'fleet', rev: 4 })
  })

  test('does not become single while somebody gave two answers', () => {
    const after = { ...fleet, questions: [size, { ...make, multiple: false }] }
    expect(planQuestionnaire(change(after), [anna, ahorn], occasion())).toEqual({
      ok: false,
      failure: { code: 'severalAnswers', count: 1 },
    })
    expect(planQuestionnaire(change(after), [ahorn], occasion()).ok).toBe(true)
  })

  test('does not become one for persons while a company has answers', () => {
    const after = { ...fleet, contactType: 'person' as const }
    expect(planQuestionnaire(change(after), [anna, ahorn], occasion())).toEqual({
      ok: false,
      failure: { code: 'answeredByOthers', count: 1 },
    })
    expect(planQuestionnaire(change(after), [anna], occasion()).ok).toBe(true)
  })

  test('that is deleted leaves answers of other questionnaires', () => {
    const planned = planQuestionnaire(change(undefined), [anna, ahorn], occasion())
    if (!planned.ok) throw new Error(planned.failure.code)
    const changes = valid(planned.value.changes)
    expect(changes.remove).toEqual({ questionnaires: ['fleet'] })
    expect(changes.put.contacts?.map(({ answerIds }) => answerIds)).toEqual([['other'], []])
  })
})

const place = (code: string, ...ranges: [string, string?][]): AlternativeAddress =>
  frozen({
    ...{ code, description: '', address: '', address2: '', postCode: '', city: code, county: '', countryCode: '', phone: '', email: '' },
    ranges: ranges.map(([from, to]) => ({ startingDay: toDay(from), ...(to ? { endingDay: toDay(to) } : {}) })),
  })
const living = (...alternativeAddresses: AlternativeAddress[]): Contact => person({ name: 'Anna Berg', alternativeAddresses })

describe('An alternative address', () => {
  const summer = place('SUMMER', ['2026-06-01', '2026-08-31'])

  test.each([
    ['without a code', place(' ', ['2026-01-01']), 'noCode', ''],
    ['with the code of another', place('summer'), 'codeTaken', 'SUMMER'],
    ['that ends before it begins', place('A', ['2026-09-02', '2026-09-01']), 'endBeforeStart', '2026-09-02'],
    ['that begins twice on one day', place('A', ['2026-09-01'], ['2026-09-01', '2026-09-02']), 'sameStart', 'A'],
    ['that begins on the day of another', place('A', ['2026-06-01', '2026-06-02']), 'sameStart', 'SUMMER'],
  ])('%s is refused', (_, address, reason, detail) => {
    expect(addressTrouble(living(summer), address)).toEqual({ code: 'alternativeAddress', reason, detail })
    expect(planAddressSave(living(summer), address, undefined, occasion()).ok).toBe(false)
  })

  test('takes the place of what it was; ranges stand in order, blanks are cut', () => {
    const changed = { ...place('SUMMER', ['2026-10-01'], ['2026-06-01', '2026-07-31']), city: ' Kiel ' }
    const changes = planAddressSave(living(place('A'), summer), changed, 'SUMMER', occasion())
    if (!changes.ok) throw new Error(changes.failure.code)
    const after = valid(changes.value).put.contacts?.[0]?.alternativeAddresses
    expect(after?.map(({ code, city }) => [code, city])).toEqual([
      ['A', 'A'],
      ['SUMMER', 'Kiel'],
    ])
    expect(after?.[1]?.ranges.map(({ startingDay }) => startingDay)).toEqual(['2026-06-01', '2026-10-01'])
  })

  test('is deleted by its code', () => {
    expect(planAddressDelete(living(place('A'), summer), 'A', occasion()).put.contacts?.[0]?.alternativeAddresses).toEqual([summer])
  })

  test.each([
    ['2026-05-31', undefined],
    ['2026-06-01', 'SUMMER'],
    ['2026-07-15', 'FAIR'],
    ['2026-07-20', 'FAIR'],
    ['2026-07-21', 'SUMMER'],
    ['2026-08-31', 'SUMMER'],
    ['2026-09-01', undefined],
    ['2027-01-01', 'NEW'],
  ])('is in force on %s: %s; of two, the one that began last', (day, code) => {
    const anna = living(summer, place('FAIR', ['2026-07-15', '2026-07-20']), place('NEW', ['2027-01-01']))
    expect(activeAddress(anna, toDay(day))?.code).toBe(code)
  })

  test('that overlaps another is said, with the days; ranges of one address do not overlap each other', () => {
    expect(overlapsOf([place('A', ['2026-06-01', '2026-08-31'], ['2026-08-01', '2026-08-02']), place('B', ['2026-08-31'])])).toEqual([
      { yields: 'A', wins: 'B', from: '2026-08-31', to: '2026-08-31' },
    ])
    expect(overlapsOf([place('A', ['2026-01-01']), place('B', ['2026-03-01'])])).toEqual([
      { yields: 'A', wins: 'B', from: '2026-03-01', to: undefined },
    ])
    expect(overlapsOf([summer, place('B', ['2026-09-01'])])).toEqual([])
  })
})

test('A minor is withheld until the parents have consented; the reference sets Privacy Blocked instead, and leaves it set', () => {
  expect(withheld(person({ name: 'Mia', minor: true }))).toBe('minor')
  expect(withheld(person({ name: 'Mia', minor: true, parentalConsent: true }))).toBeUndefined()
  expect(withheld(person({ name: 'Mia', minor: true, parentalConsent: true, privacyBlocked: true }))).toBe('privacyBlocked')
})

test('A purchase is of a company that is there; changed, it keeps whose it is', () => {
  const ahorn = company({ name: 'Ahorn' })
  const fields = { day: today, itemNo: ' B1 ', description: 'Bike ', itemGroup: 'Bikes', quantity: 2, amount: -10.5 }
  const { purchase, changes } = planNewPurchase(ahorn, fields, occasion())
  expect(valid(changes).put.purchases).toEqual([purchase])
  expect(changes.requires).toEqual([{ table: 'contacts', id: ahorn.id, rev: 1 }])
  const stored = { ...purchase, rev: 2 }
  const changed = valid(planPurchaseChange(stored, { ...fields, amount: 12 }))
  expect(changed.put.purchases).toEqual([{ ...stored, itemNo: 'B1', description: 'Bike', amount: 12 }])
  expect(changed.requires).toEqual([{ table: 'purchases', id: purchase.id, rev: 2 }])
  expect(planPurchaseChange(stored, stored).put).toEqual({})
})
