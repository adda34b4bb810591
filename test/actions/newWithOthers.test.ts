// What is made and remembered along with a contact: a company that was not there, and those of whom it was said that they are others.
import { expect, it } from 'vitest'
import { changeContact, createContact } from '../../src/actions/contacts.ts'
import { undo } from '../../src/actions/house.ts'
import { contents, good, openHouse } from '../open.ts'

it('“It is somebody else” is remembered with the contact: the two are not offered as duplicates', async () => {
  const house = openHouse()
  const margarethe = { firstName: 'Margarethe', surname: 'Zöllner', email: 'm.zoellner@ahorn.example' }
  const { value: there } = await good(createContact(house, 'person', margarethe))
  const found = () => house.calls.work.findDuplicates(0).then((list) => list.ok && list.value.groups.length)
  const namesake = await good(createContact(house, 'person', margarethe))
  expect(await found()).toBe(1)
  await good(undo(house, namesake.inverse, 'createContact'))
  const made = await good(createContact(house, 'person', margarethe, { toldApart: [there] }))
  expect(await found()).toBe(0)
  expect(await house.db.notDuplicates.toArray()).toMatchObject([{ contactIds: [made.value, there], by: 'Vera' }])
})

it('A person and her new company are one act: the undo takes both away, and gives both numbers back', async () => {
  const house = openHouse()
  const { value: first } = await good(createContact(house, 'company', { name: 'Böhme GmbH' }))
  const before = await contents(house)
  const made = await good(createContact(house, 'person', { surname: 'Haag' }, { newCompany: ' Böhme GmbH ', companyToldApart: [first] }))
  expect(await house.db.contacts.bulkGet([made.companyMade!, made.value])).toMatchObject([
    { name: 'Böhme GmbH', no: 'KT00002' },
    { surname: 'Haag', no: 'KT00003', companyId: made.companyMade },
  ])
  expect(await house.db.notDuplicates.count()).toBe(1)
  await good(undo(house, made.inverse, 'createContact'))
  const { contacts, notDuplicates, series } = await contents(house)
  expect([contacts, notDuplicates, series]).toEqual([before['contacts'], before['notDuplicates'], before['series']])
})

it('Somebody who changes to a company that is not there yet: one act as well', async () => {
  const house = openHouse()
  const { value: anna } = await good(createContact(house, 'person', { surname: 'Haag' }))
  const { rev } = (await house.db.contacts.get(anna))!
  const done = await good(changeContact(house, anna, rev, { jobTitle: 'Meister' }, { newCompany: 'Birke' }))
  const birke = (await house.db.contacts.toArray()).find(({ name }) => name === 'Birke')
  expect(await house.db.contacts.get(anna)).toMatchObject({ companyId: birke?.id, jobTitle: 'Meister' })
  await good(undo(house, done.inverse, 'changeContact'))
  expect(await house.db.contacts.toArray()).toMatchObject([{ id: anna, jobTitle: '' }])
})

it('A company typed in by its name alone is known when it is there already', async () => {
  const house = openHouse()
  const { value: id } = await good(createContact(house, 'company', { name: 'Maschinenbau Böhme GmbH', city: 'Ulm', phone: '+49 731 1' }))
  const blank = { firstName: '', surname: '', email: '', phone: '', mobilePhone: '', postCode: '', city: '', address: '' }
  const typed = { ...blank, countryCode: '', birthday: '', type: 'company' as const, name: 'Maschinenbau Böhme GmbH' }
  expect(await house.calls.work.looksLike(typed, undefined)).toMatchObject([{ id, sameName: true }])
})
