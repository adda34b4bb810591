// Duplicates merged in a whole house with its log, lists and letters: the data check finds nothing that leads nowhere, the act is undone
// whole, and merges that stand for long are parted one by one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkData } from '../../src/actions/dataCheck.ts'
import { markNotDuplicates, mergeContacts, partContacts, undoMerge } from '../../src/actions/duplicates.ts'
import { changeContact, createContact } from '../../src/actions/contacts.ts'
import type { House } from '../../src/actions/house.ts'
import { loadSample, removeSample } from '../../src/actions/sample.ts'
import type { CompanyFields, PersonFields } from '../../src/core/contact/edit.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { pairId } from '../../src/model/merge.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readStayed } from '../../src/storage/read/merging.ts'
import { salesperson } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

async function sampleHouse(): Promise<House> {
  const house = openHouse()
  await good(loadSample(house, { people: 40 }))
  return house
}

const someOf = async (house: House, type: Contact['type']): Promise<ContactId[]> =>
  (await house.db.contacts.toArray()).flatMap((contact) => (contact.type === type ? contact.id : []))

/** Pairs of one kind, each contact in one pair only. */
function pairsOf(contacts: readonly Contact[], picks: readonly number[]) {
  const free = new Map(contacts.map((contact) => [contact.id, contact]))
  return picks.flatMap((pick) => {
    const kept = [...free.values()][pick % Math.max(1, free.size)]
    const lost = kept && [...free.values()].filter(({ type, id }) => type === kept.type && id !== kept.id)[(pick * 7) % 5]
    if (!lost) return []
    free.delete(kept.id)
    free.delete(lost.id)
    return { keptId: kept.id, lostId: lost.id }
  })
}

/** What happened with whom, whoever it is called now. */
async function traces(house: House, now: ReadonlyMap<ContactId, ContactId>) {
  const id = (one: ContactId) => now.get(one) ?? one
  const [entries, rows, purchases] = [
    await house.db.entries.toArray(),
    await house.db.segmentLines.toArray(),
    await house.db.purchases.toArray(),
  ]
  return {
    entries: entries.map((entry) => `${entry.id} ${id(entry.contactId)} ${entry.companyId ? id(entry.companyId) : ''}`).sort(),
    lists: rows.map((row) => `${row.id} ${[...new Set(row.lines.map(({ contactId }) => id(contactId)))].sort().join(' ')}`).sort(),
    purchases: purchases.map((purchase) => `${purchase.id} ${id(purchase.companyId)}`).sort(),
  }
}

const comparable = async (house: House) => {
  const { changes: _, ...rows } = await contents(house)
  return rows
}

test('Whatever is merged: log, lists and purchases follow, nothing leads nowhere, and one undo brings all back', async () => {
  const house = await sampleHouse()
  const before = await comparable(house)
  const contacts = await house.db.contacts.toArray()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), async (picks) => {
      const wishes = pairsOf(contacts, picks)
      const way = new Map(wishes.map(({ keptId, lostId }) => [lostId, keptId]))
      const expected = await traces(house, way)
      const done = await good(mergeContacts(house, wishes))
      expect(await traces(house, new Map())).toEqual(expected)
      expect((await good(checkData(house))).findings).toEqual([])
      expect(await house.db.contacts.count()).toBe(contacts.length - wishes.length)
      await good(undoMerge(house, done.rev))
      expect(await comparable(house)).toEqual(before)
    }),
    { numRuns: 4 },
  )
})

test('Merged in a chain, the old address leads to the one that stayed; parted again from the last on, all is as it was', async () => {
  const house = await sampleHouse()
  const before = await comparable(house)
  const [a, b, c] = await someOf(house, 'person')
  const first = await good(mergeContacts(house, [{ keptId: b!, lostId: a! }]))
  const second = await good(mergeContacts(house, [{ keptId: c!, lostId: b! }]))
  expect(await readStayed(house.db, a!)).toBe(c)
  expect(await partContacts(house, first.mergeIds[0]!)).toMatchObject({ failure: { code: 'partGone' } })
  await good(partContacts(house, second.mergeIds[0]!))
  await good(partContacts(house, first.mergeIds[0]!))
  expect((await house.db.notDuplicates.toCollection().primaryKeys()).sort()).toEqual([pairId(a!, b!), pairId(b!, c!)].sort())
  const plain = ({ notDuplicates: _, contacts = [], ...rest }: Record<string, unknown[]>) => ({
    ...rest,
    contacts: contacts.map((contact) => ({ ...(contact as Contact), changedAt: '' })),
  })
  expect(plain(await comparable(house))).toEqual(plain(before))
  expect((await good(checkData(house))).findings).toEqual([])
})

test('Merged in one act, one after the other, and then the whole sample is taken away: nothing is left of it', async () => {
  const house = await sampleHouse()
  const [a, b, c] = await someOf(house, 'company')
  await good(
    mergeContacts(house, [
      { keptId: b!, lostId: a! },
      { keptId: c!, lostId: b! },
    ]),
  )
  expect(await house.db.contacts.get(c!)).toMatchObject({ former: [{ id: a }, { id: b }] })
  expect((await good(checkData(house))).findings).toEqual([])
  await good(removeSample(house))
  expect(await Promise.all([house.db.contacts.count(), house.db.merges.count(), house.db.entries.count()])).toEqual([0, 0, 0])
})

test('An interaction that was being typed goes along; a pair that is none stays none', async () => {
  const house = await sampleHouse()
  const [a, b, c] = await someOf(house, 'person')
  await house.drafts.write(`interaction:${a!}`, { text: 'half' }, '2026-11-20')
  expect((await good(markNotDuplicates(house, [[a!, c!]]))).value).toBe(1)
  expect((await good(markNotDuplicates(house, [[c!, a!]]))).value).toBe(0)
  await good(mergeContacts(house, [{ keptId: b!, lostId: a! }]))
  expect(await house.drafts.read(`interaction:${b!}`)).toEqual({ text: 'half' })
  expect(await house.db.notDuplicates.toCollection().primaryKeys()).toEqual([pairId(b!, c!)])
})

/** Two companies, each with a person who holds what it has, and a third person with a salesperson of her own. */
async function twoCompanies() {
  const house = openHouse()
  const salespeople = ['Vera', 'Otto', 'Udo'].map((name) => ({ ...salesperson({ name }), rev: 0 }))
  await good(commit(house.db, { ...noChanges(), put: { salespeople } }, 'test', ''))
  const [vera, otto, udo] = salespeople.map(({ id }) => id)
  const company = async (name: string, fields: CompanyFields) => (await good(createContact(house, 'company', { name, ...fields }))).value
  const staff = async (firstName: string, companyId: ContactId, fields: PersonFields = {}) =>
    (await good(createContact(house, 'person', { firstName, companyId, ...fields }))).value
  const kept = await company('Ahorn', { salespersonId: vera!, city: 'Bonn', address: 'Allee 2', phone: '0228 1' })
  const lost = await company('Ahorn GmbH', {
    salespersonId: otto!,
    city: 'Ulm',
    address: 'Weg 1',
    phone: '0731 9',
    languageCode: toLetterLanguage('fr'),
  })
  const anna = await staff('Anna', lost, { address: 'Weg 1', city: 'Ulm' })
  const bea = await staff('Bea', lost)
  await good(changeContact(house, bea, (await house.db.contacts.get(bea))!.rev, { salespersonId: udo! }))
  const cora = await staff('Cora', kept)
  return { house, kept, lost, anna, bea, cora, vera, otto, udo }
}

test('People of the company that goes take over from the one that stays, in the same act; undone or parted they are as they were', async () => {
  const { house, kept, lost, anna, bea, cora, vera, otto, udo } = await twoCompanies()
  const told = async () => {
    const people = (await house.db.contacts.bulkGet([anna, bea, cora])).map((one) => one!)
    return Object.fromEntries(people.map(({ name, salespersonId, languageCode, city }) => [name, [salespersonId, languageCode, city]]))
  }
  const before = await comparable(house)
  const standing = { Anna: [otto, 'fr', 'Ulm'], Bea: [udo, 'fr', ''], Cora: [vera, undefined, ''] }
  expect(await told()).toEqual(standing)
  const done = await good(mergeContacts(house, [{ keptId: kept, lostId: lost }]))
  expect(await told()).toEqual({ Anna: [vera, 'fr', 'Bonn'], Bea: [udo, 'fr', ''], Cora: [vera, 'fr', ''] })
  expect(done.told).toMatchObject({ people: 2, reached: 2 })
  await good(undoMerge(house, done.rev))
  expect(await comparable(house)).toEqual(before)
  const again = await good(mergeContacts(house, [{ keptId: kept, lostId: lost }]))
  await good(partContacts(house, again.mergeIds[0]!))
  expect(await told()).toEqual(standing)
  expect(await house.db.contacts.get(anna)).toMatchObject({ companyId: lost })
  expect((await good(checkData(house))).findings).toEqual([])
})
