// One field for many contacts: a table of what each change makes of whom, and the laws that what was counted is what happens.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bulkOf, planBulk, type BulkChange, type BulkGround } from '../../src/core/contact/bulk.ts'
import { addOutcome } from '../../src/core/segment/chosenPeople.ts'
import type { Contact, Person } from '../../src/model/contact.ts'
import type { BusinessRelationId, ContactId, MailingGroupId, SalespersonId } from '../../src/model/ids.ts'
import type { Inheritable } from '../../src/model/settings.ts'
import { company, occasion, person, valid } from '../make.ts'

const vera = 'vera' as SalespersonId
const old = 'otto' as SalespersonId
const news = 'news' as MailingGroupId
const works = company({ name: 'Works', salespersonId: old, mailingGroupIds: [news], countryCode: 'DE' })
const anna = person({ name: 'Anna Berg', company: works, salespersonId: old })
const blocked = person({ name: 'Otto Blocked', privacyBlocked: true })
const customer = company({ name: 'Buyer', businessRelations: [{ businessRelationId: 'customer' as BusinessRelationId, no: '10000' }] })

const value = (field: Extract<BulkChange, { kind: 'value' }>['field'], to: string): BulkChange => ({ kind: 'value', field, value: to })
const list = (kind: 'add' | 'remove', name: Extract<BulkChange, { list: string }>['list'], id: string): BulkChange => ({
  kind,
  list: name,
  id,
})

describe('One change for one contact', () => {
  test.each<[string, Contact, BulkChange, string | Partial<Contact>]>([
    ['a salesperson is given', anna, value('salespersonId', vera), { salespersonId: vera }],
    ['who has her already stays', anna, value('salespersonId', old), 'already'],
    ['a language is taken away where there is none', anna, value('languageCode', ''), 'already'],
    ['a country becomes our own again', works, value('countryCode', ''), { countryCode: '' }],
    ['a level is for persons', works, value('organizationalLevelId', 'cxo'), 'personsOnly'],
    ['a person is not greeted as a company', anna, value('salutationCode', 'COMPANY'), 'otherSalutation'],
    ['a company is not greeted as a woman', works, value('salutationCode', 'F'), 'otherSalutation'],
    ['a company is greeted with a salutation of one’s own', works, value('salutationCode', 'TEAM'), { salutationCode: 'TEAM' }],
    ['a salutation is taken away from either', works, value('salutationCode', ''), 'already'],
    ['somebody is excluded', anna, { kind: 'exclude', on: true }, { excludeFromSegment: true }],
    ['who is not excluded stays so', anna, { kind: 'exclude', on: false }, 'already'],
    ['somebody gets a rhythm', anna, { kind: 'cadence', days: 30 }, { cadenceDays: 30 }],
    ['who is never to be due says so', anna, { kind: 'cadence', days: 0 }, { cadenceDays: 0 }],
    ['who is as her classes say stays so', anna, { kind: 'cadence', days: undefined }, 'already'],
    ['a mailing group is given', anna, list('add', 'mailingGroups', news), { mailingGroupIds: [news] }],
    ['who has it already stays', works, list('add', 'mailingGroups', news), 'already'],
    ['who may not be written to gets none', blocked, list('add', 'mailingGroups', news), 'withheld'],
    ['but loses one', { ...blocked, mailingGroupIds: [news] }, list('remove', 'mailingGroups', news), { mailingGroupIds: [] }],
    ['a branch is for companies', anna, list('add', 'industryGroups', 'retail'), 'companiesOnly'],
    ['a relation is for companies', anna, list('add', 'businessRelations', 'customer'), 'companiesOnly'],
    ['a relation that is there keeps its number', customer, list('add', 'businessRelations', 'customer'), 'already'],
    ['a responsibility is for persons', works, list('add', 'jobResponsibilities', 'buying'), 'personsOnly'],
  ])('%s', (_, contact, change, comes) => {
    const after = bulkOf(contact, change)
    if (typeof comes === 'string') expect(after).toBe(comes)
    else expect(after).toEqual({ ...contact, ...comes })
  })

  test('A value that is taken away is a field that is not there', () => {
    expect(bulkOf(anna, value('salespersonId', ''))).not.toHaveProperty('salespersonId')
  })
})

describe('A company’s change reaches its people', () => {
  const change = value('salespersonId', vera)
  const ground = (inherits: Inheritable[], people: Person[] = [anna]): BulkGround => ({
    inherits,
    peopleOf: (id) => people.filter(({ companyId }) => companyId === id),
  })
  test('who still hold what it had', () => {
    const { changes, flows } = planBulk([works], change, ground(['salesperson']), occasion())
    expect(flows).toBe(1)
    expect(valid(changes).put.contacts?.map(({ id, salespersonId }) => [id, salespersonId])).toEqual([
      [works.id, vera],
      [anna.id, vera],
    ])
    expect(changes.requires.map(({ id }) => id).sort()).toEqual([anna.id, works.id].sort())
  })
  test('not those who have one of their own', () => {
    const hers = { ...anna, salespersonId: 'kim' as SalespersonId }
    expect(planBulk([works], change, ground(['salesperson'], [hers]), occasion()).flows).toBe(0)
  })
  test('not where the switch is off', () => {
    expect(planBulk([works], change, ground([]), occasion()).flows).toBe(0)
  })
})

test('What is counted is what happens: who changes is written once, nobody else is, and a second time nothing changes', () => {
  const people: Contact[] = [works, anna, blocked, customer, person({ name: 'Mia Minor', minor: true, mailingGroupIds: [news] })]
  const changes = fc.oneof(
    fc
      .constantFrom('salespersonId', 'countryCode', 'salutationCode', 'organizationalLevelId', 'languageCode')
      .chain((field) => fc.constantFrom('', 'otto', 'DE', 'F', 'COMPANY').map((to) => value(field as 'salespersonId', to))),
    fc.boolean().map((on): BulkChange => ({ kind: 'exclude', on })),
    fc.constantFrom(undefined, 0, 30).map((days): BulkChange => ({ kind: 'cadence', days })),
    fc
      .tuple(
        fc.constantFrom('add', 'remove'),
        fc.constantFrom('mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities'),
      )
      .map(([how, name]) => list(how as 'add', name as 'mailingGroups', name === 'mailingGroups' ? news : 'customer')),
  )
  const ground: BulkGround = { inherits: ['salesperson', 'country'], peopleOf: () => [] }
  fc.assert(
    fc.property(fc.subarray(people), changes, (chosen, change) => {
      const counted = chosen.filter((contact) => typeof bulkOf(contact, change) !== 'string').map(({ id }) => id)
      const put = planBulk(chosen, change, ground, occasion()).changes.put.contacts ?? []
      expect(put.map(({ id }) => id)).toEqual(counted)
      const after = chosen.map((contact) => put.find(({ id }) => id === contact.id) ?? contact)
      expect(planBulk(after, change, ground, occasion()).changes.put.contacts).toBeUndefined()
      for (const contact of put) expect(bulkOf(contact, change)).toBe('already')
    }),
  )
})

test.each([
  ['nobody knows her any more', undefined, 'gone'],
  ['she may not be written to', blocked, 'privacyBlocked'],
  ['a minor', person({ name: 'Mia Minor', minor: true }), 'minor'],
  ['she stands there', anna, 'alreadyThere'],
  ['criteria pass her over, but she was chosen', person({ name: 'Eva Out', excludeFromSegment: true }), 'excluded'],
  ['nothing speaks against it', works, 'added'],
])('Put on a segment · %s', (_, contact, comes) => {
  expect(addOutcome(contact, new Set<ContactId>([anna.id]))).toBe(comes)
})
