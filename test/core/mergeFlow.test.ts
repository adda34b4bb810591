// Two companies become one: people who hold what their company had get what the one that stays has, as when its card is changed.
import { describe, expect, test } from 'vitest'
import { defaultsOr } from '../../src/core/contact/defaults.ts'
import { planContactChange, type CompanyFields } from '../../src/core/contact/edit.ts'
import { planMerge, type Belongings, type MergePlan } from '../../src/core/contact/merge.ts'
import { mergedFields } from '../../src/core/contact/mergedFields.ts'
import { planPart } from '../../src/core/contact/part.ts'
import { nothingPlanned } from '../../src/core/contact/planned.ts'
import type { Company, Person } from '../../src/model/contact.ts'
import type { ContactId, SalespersonId, TerritoryId } from '../../src/model/ids.ts'
import type { Inheritable } from '../../src/model/settings.ts'
import { company, occasion, person, valid } from '../make.ts'

const nothing: Belongings = {
  ...nothingPlanned,
  ...{ people: [], entries: [], purchases: [], segmentLines: [], steps: [], loggedLines: [] },
  ...{ savedCriteria: [], loggedSegments: [], notDuplicates: [] },
}
const { inherits: all } = defaultsOr(undefined)
const [vera, otto, udo] = ['vera', 'otto', 'udo'] as SalespersonId[] as [SalespersonId, SalespersonId, SalespersonId]
const [north, south] = ['north', 'south'] as TerritoryId[] as [TerritoryId, TerritoryId]
const old = { address: 'Weg 1', postCode: '89073', city: 'Ulm', countryCode: 'DE' }
const present = { address: 'Allee 2', postCode: '53111', city: 'Bonn', countryCode: 'DE' }
const kept = company({ name: 'Ahorn', ...present, phone: '0228 1', salespersonId: vera, territoryId: north })
const lost = company({ name: 'Ahorn GmbH', ...old, phone: '0731 9', salespersonId: otto, territoryId: south })
const at = (firm: Company, fields: Partial<Person>) =>
  person({ name: 'Anna Berg', id: 'anna' as ContactId, rev: 3, company: firm, ...fields })

interface Case {
  fields?: CompanyFields
  inherits?: readonly Inheritable[]
  keptPeople?: Person[]
}

function merged(people: Person[], { fields, inherits = all, keptPeople = [] }: Case = {}): MergePlan {
  const chosen = fields ?? mergedFields(kept, lost, [])
  const done = planMerge({ kept, lost, fields: chosen, questionnaires: [], inherits, keptPeople }, { ...nothing, people }, occasion())
  if (!done.ok) throw new Error(done.failure.code)
  valid(done.value.changes)
  return done.value
}
const written = (plan: MergePlan, id = 'anna') => plan.changes.put.contacts?.find((one) => one.id === id) as Person | undefined

describe('Whoever was with the company that goes', () => {
  test.each<[string, Partial<Person>, Partial<Person>]>([
    ['and has its salesperson gets the one of the company that stays', { salespersonId: otto }, { salespersonId: vera }],
    ['and has a salesperson of her own keeps it', { salespersonId: udo }, { salespersonId: udo }],
    ['and has its territory', { territoryId: south }, { territoryId: north }],
    ['and has a copy of its address', old, present],
    ['and has an address of her own', { ...old, address: 'Weg 7' }, { ...old, address: 'Weg 7' }],
    ['and has its number', { phone: '0731-9' }, { phone: '0228 1' }],
    ['and has a number of her own', { phone: '0731 95' }, { phone: '0731 95' }],
    ['and has no address, for it is looked up', {}, { address: '', phone: '' }],
  ])('%s', (_, fields, expected) => {
    const plan = merged([at(lost, fields)])
    expect(written(plan)).toMatchObject({ ...expected, companyId: kept.id })
    expect(plan.changes.requires).toContainEqual({ table: 'contacts', id: 'anna', rev: 3 })
  })

  test('gets nothing that the switches do not let through', () => {
    expect(written(merged([at(lost, { salespersonId: otto, ...old })], { inherits: ['address'] }))).toMatchObject({
      ...{ salespersonId: otto, ...present },
    })
    expect(written(merged([at(lost, { salespersonId: otto })], { inherits: [] }))?.salespersonId).toBe(otto)
  })

  test('keeps what the company that stays takes from the one that goes', () => {
    const plan = merged([at(lost, { salespersonId: otto, ...old })], { fields: { salespersonId: otto, ...old } })
    expect(written(plan)).toMatchObject({ salespersonId: otto, ...old, companyId: kept.id })
  })
})

test('Whoever is with the company that stays gets what it takes from the other one, as from its card', () => {
  const hers = at(kept, { salespersonId: vera, ...present, phone: '0228 7' })
  const plan = merged([], { fields: { salespersonId: otto, ...old }, keptPeople: [hers] })
  expect(written(plan)).toMatchObject({ salespersonId: otto, ...old, phone: '0228 7', companyId: kept.id })
  expect(written(merged([], { fields: {}, keptPeople: [hers] }))).toBeUndefined()
  expect([plan.told.reached, merged([hers], {}).told.reached]).toEqual([1, 0])
})

describe('Parted again', () => {
  const none = { ...nothing, others: new Set<ContactId>() }
  const partedAfter = (plan: MergePlan, people: Person[]) => {
    const done = planPart(plan.merge, { ...none, people, kept: plan.merge.after }, occasion())
    if (!done.ok) throw new Error(done.failure.code)
    valid(done.value)
    return done.value.put.contacts?.find(({ id }) => id === 'anna') as Person | undefined
  }

  test.each<[string, Person, CompanyFields | undefined]>([
    ['of the company that went', at(lost, { salespersonId: otto, ...old, phone: '0731 9' }), undefined],
    ['of the company that went, without a salesperson', at(lost, old), undefined],
    ['of the company that stayed', at(kept, { salespersonId: vera, ...present }), { salespersonId: otto, ...old }],
  ])('people %s are as they were', (_, anna, fields) => {
    const isOfKept = anna.companyId === kept.id
    const plan = merged(isOfKept ? [] : [anna], { ...(fields ? { fields } : {}), keptPeople: isOfKept ? [anna] : [] })
    expect(partedAfter(plan, [written(plan)!])).toEqual({ ...anna, changedAt: occasion().now })
  })

  test('what was changed since stays, and whoever has gone elsewhere is left alone', () => {
    const anna = at(lost, { salespersonId: otto, ...old })
    const plan = merged([anna])
    const [changed] = planContactChange(written(plan)!, { salespersonId: udo }, occasion()).put.contacts ?? []
    expect(partedAfter(plan, [changed as Person])).toMatchObject({ salespersonId: udo, ...old, companyId: lost.id })
    const elsewhere = { ...written(plan)!, companyId: 'other' as ContactId }
    expect(partedAfter(plan, [elsewhere])).toBeUndefined()
  })

  test('merges from before people took over anything are parted as ever', () => {
    const anna = at(lost, { salespersonId: otto })
    const plan = merged([anna], { inherits: [] })
    expect(plan.merge.moved.inherited).toBeUndefined()
    expect(partedAfter(plan, [written(plan)!])).toMatchObject({ salespersonId: otto, companyId: lost.id })
  })
})
