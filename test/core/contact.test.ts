// Names of people, new contacts and changes to them, numbers from the series.
import { describe, expect, test } from 'vitest'
import { cleanContact, emptyContact, newCompany, newPerson, planContactChange } from '../../src/core/contact/edit.ts'
import { companyOf, displayName, nameOfPerson } from '../../src/core/contact/name.ts'
import { splitName } from '../../src/core/contact/personName.ts'
import { defaultSeries, takeNumber, takeNumbers } from '../../src/core/numbers.ts'
import type { ContactId, MailingGroupId, SalespersonId } from '../../src/model/ids.ts'
import { company, frozen, occasion, person, valid } from '../make.ts'

describe('A full name', () => {
  test.each([
    ['Anna', 'Anna', '', ''],
    ['Anna Berg', 'Anna', '', 'Berg'],
    ['Anna Maria Berg', 'Anna', 'Maria', 'Berg'],
    ['Anna Maria van Berg', 'Anna', 'Maria', 'van Berg'],
    ['  Anna   Berg ', 'Anna', '', 'Berg'],
    ['', '', '', ''],
  ])('"%s" is broken down to first name "%s", middle name "%s", surname "%s"', (full, firstName, middleName, surname) => {
    expect(splitName(full)).toEqual({ firstName, middleName, surname })
    expect(nameOfPerson({ firstName, middleName, surname })).toBe(full.trim().replace(/\s+/g, ' '))
  })

  test('stands for the contact on the screen; without one its e-mail, or its number', () => {
    expect(displayName(person({ name: 'Anna' }))).toBe('Anna')
    expect(displayName({ ...emptyContact('person'), email: 'a@b.c', no: 'KT1' })).toBe('a@b.c')
    expect(displayName({ ...emptyContact('company'), no: 'KT1' })).toBe('KT1')
  })
})

test('A company is its own company; a person has hers, or none when it is gone', () => {
  const ahorn = company({ name: 'Ahorn' })
  const contacts = new Map([[ahorn.id, ahorn]])
  expect(companyOf(ahorn, new Map())).toBe(ahorn)
  expect(companyOf(person({ name: 'Anna', company: ahorn }), contacts)).toBe(ahorn)
  expect(companyOf(person({ name: 'Anna', companyId: 'gone' as ContactId }), contacts)).toBeUndefined()
  expect(companyOf(person({ name: 'Anna' }), contacts)).toBeUndefined()
})

describe('A new contact', () => {
  test.each([
    [{ name: 'Anna Maria Berg' }, 'Anna Maria Berg', 'Anna', 'Berg'],
    [{ firstName: 'Anna', surname: 'Berg' }, 'Anna Berg', 'Anna', 'Berg'],
    [{ name: 'Dr. A. Berg', firstName: 'Anna', surname: 'Berg' }, 'Anna Berg', 'Anna', 'Berg'],
    [{ name: 'Anna Berg', firstName: '', surname: '' }, 'Anna Berg', 'Anna', 'Berg'],
  ])('%j is called "%s"', (fields, name, firstName, surname) => {
    const made = newPerson(occasion(), 'KT00001', frozen(fields))
    expect(made).toMatchObject({ name, firstName, surname, no: 'KT00001', rev: 0, changedAt: '2026-11-20T09:00:00.000Z' })
    expect(valid({ put: { contacts: [made] }, remove: {}, requires: [] }).put.contacts).toEqual([made])
  })

  test('is trimmed', () => {
    expect(newCompany(occasion(), 'KT1', { name: ' Ahorn ', city: 'Ulm ', salespersonId: undefined })).toMatchObject({
      name: 'Ahorn',
      city: 'Ulm',
    })
    expect(cleanContact(person({ name: 'Anna', email: ' a@b.c ' })).email).toBe('a@b.c')
  })
})

describe('A contact change', () => {
  const anna = person({ name: 'Anna Maria Berg', city: 'Ulm', salespersonId: 'vera' as SalespersonId })
  const change = (patch: Parameters<typeof planContactChange>[1]) => valid(planContactChange(anna, frozen(patch), occasion(5)))

  test.each([
    ['a part of the name changes the name', { surname: 'Kunz' }, { name: 'Anna Maria Kunz', surname: 'Kunz' }],
    ['the name changes its parts', { name: 'Anna Kunz' }, { firstName: 'Anna', middleName: '', surname: 'Kunz' }],
    ['a form that sends all fields changes what differs', { ...anna, surname: 'Kunz' }, { name: 'Anna Maria Kunz' }],
    ['another field leaves the name alone', { city: ' Bonn' }, { city: 'Bonn', name: 'Anna Maria Berg' }],
    ['groups can be given', { mailingGroupIds: ['news' as MailingGroupId] }, { mailingGroupIds: ['news'] }],
  ])('%s', (_, patch, expected) => {
    const changes = change(patch)
    expect(changes.put.contacts).toMatchObject([{ ...expected, changedAt: '2026-11-20T09:05:00.000Z' }])
    expect(changes.requires).toEqual([{ table: 'contacts', id: anna.id, rev: 1 }])
  })

  test('undefined clears an optional field', () => {
    expect(change({ salespersonId: undefined }).put.contacts?.[0]).not.toHaveProperty('salespersonId')
  })

  test('that changes nothing writes nothing', () => {
    expect(change({ city: 'Ulm ' }).put).toEqual({})
  })
})

describe('Numbers', () => {
  const [contact, segment, campaign] = frozen(defaultSeries)
  test.each([
    [contact, '', 'KT00001'],
    [segment, '', 'SM00001'],
    [campaign, 'B', 'BCP00001'],
  ])('%j with the tablet’s prefix "%s" gives %s', (series, prefix, no) => {
    if (!series) throw new Error('A series is missing')
    const taken = takeNumber(series, prefix)
    expect(taken.no).toBe(no)
    expect(valid(taken.changes).put.series).toEqual([{ ...series, next: 2 }])
    expect(taken.changes.requires).toEqual([{ table: 'series', id: series.id, rev: 'absent' }])
  })

  test('several are taken at once, and the series must not have moved', () => {
    const series = frozen({ rev: 7, id: 'contact' as const, prefix: 'KT', next: 99_999, digits: 5 })
    const { nos, changes } = takeNumbers(series, '', 2)
    expect(nos).toEqual(['KT99999', 'KT100000'])
    expect(changes).toMatchObject({ put: { series: [{ next: 100_001 }] }, requires: [{ table: 'series', id: 'contact', rev: 7 }] })
  })
})
