// Two tablets exchange files both ways: what either did is in both, what both did is asked, nothing comes twice.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeContact, createContact } from '../../src/actions/contacts.ts'
import { deleteContacts } from '../../src/actions/deleteContact.ts'
import type { House } from '../../src/actions/house.ts'
import type { ContactId, EntryId, MailingGroupId } from '../../src/model/ids.ts'
import { noChanges } from '../../src/model/tables.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import { toDay } from '../../src/base/day.ts'
import { commit } from '../../src/storage/commit.ts'
import { contents, good, openHouse } from '../open.ts'
import { contactsAndLog, fileOf, handOver, takeIn } from './tablets.ts'

const person = async (house: House, firstName: string, more: object = {}) =>
  (await good(createContact(house, 'person', { firstName, surname: 'Berg', ...more }))).value
const read = async (house: House, id: ContactId) => (await house.db.contacts.get(id))!
const change = async (house: House, id: ContactId, fields: object) => {
  const row = await house.db.contacts.get(id)
  if (row) await good(changeContact(house, id, row.rev, fields))
}

async function entry(house: House, contactId: ContactId, description: string): Promise<EntryId> {
  const { nextId, now } = house.occasion()
  const row: InteractionLogEntry = {
    ...{ id: nextId<EntryId>(), rev: 0, contactId, contactName: 'Berg', companyName: '', day: toDay('2026-11-20'), description },
    ...{ campaignTarget: false, campaignResponse: false, subject: '', comment: '', comments: [], informationFlow: 'outbound' },
    ...{ initiatedBy: 'us', cost: 0, duration: 0, attemptFailed: false, cancelled: false, loggedBy: 'Vera', loggedAt: now },
  }
  await good(commit(house.db, { ...noChanges(), put: { entries: [row] } }, 'test', now))
  return row.id
}

describe('A hand-over', () => {
  it('brings contacts and log; the same file once more changes nothing', async () => {
    const [office, field] = [openHouse(), openHouse()]
    const anna = await person(office, 'Anna')
    await entry(office, anna, 'Call')
    const file = await fileOf(office)
    const first = await takeIn(field, file)
    expect(first.fresh.map(({ name }) => name)).toEqual(['Anna Berg', 'Berg · Call'])
    const before = await contents(field)
    const again = await takeIn(field, file)
    expect(again.takeBack).toBeUndefined()
    expect(await contents(field)).toEqual(before)
    expect(await contactsAndLog(field)).toEqual(await contactsAndLog(office))
  })

  it('comes home: parts changed there come, parts changed here stay, both is asked', async () => {
    const [office, field] = [openHouse(), openHouse()]
    const anna = await person(office, 'Anna', { phone: '1' })
    await handOver(office, field)
    await change(field, anna, { phone: '2', email: 'anna@berg.example' })
    await change(office, anna, { jobTitle: 'Buyer', phone: '3' })
    const told = await handOver(field, office, () => 'theirs')
    expect(told.conflicts.map(({ part, kind }) => [part, kind])).toEqual([['phone', 'both']])
    expect(await read(office, anna)).toMatchObject({ phone: '2', email: 'anna@berg.example', jobTitle: 'Buyer' })
    await handOver(office, field)
    expect(await contactsAndLog(field)).toEqual(await contactsAndLog(office))
  })

  it('lets the strictest consent win when both changed it, and takes it back whole', async () => {
    const [office, field] = [openHouse(), openHouse()]
    const anna = await person(office, 'Anna')
    await handOver(office, field)
    await change(field, anna, { privacyBlocked: true })
    await change(office, anna, { privacyBlocked: true })
    await change(office, anna, { privacyBlocked: false, excludeFromSegment: true })
    const before = await contents(office)
    const told = await handOver(field, office)
    expect(await read(office, anna)).toMatchObject({ privacyBlocked: true, excludeFromSegment: true })
    await good(told.takeBack!())
    const { handOverStates: _, settings: __, ...rows } = await contents(office)
    const { handOverStates: ___, settings: ____, ...was } = before
    expect(rows).toEqual(was)
  })

  it('asks again what was taken back: an undo does not make a change of here unseen', async () => {
    const [office, field] = [openHouse(), openHouse()]
    const [anna, max] = [await person(office, 'Anna'), await person(office, 'Max')]
    await handOver(office, field)
    await change(field, anna, { phone: '1' })
    await change(office, anna, { phone: '2' })
    await change(office, max, { phone: '3' })
    const file = await fileOf(field)
    for (const choice of ['theirs', 'mine'] as const) {
      const told = await takeIn(office, file, () => choice)
      expect(told.conflicts.map(({ part }) => part)).toEqual(['phone'])
      await good(told.takeBack!())
      expect((await read(office, anna)).phone).toBe('2')
    }
    await handOver(office, field, () => 'theirs')
    expect([(await read(field, anna)).phone, (await read(field, max)).phone]).toEqual(['2', '3'])
  })

  it('merges lists by what both had: added on either side is in, taken out on either side is out', async () => {
    const [office, field] = [openHouse(), openHouse()]
    const anna = await person(office, 'Anna', { mailingGroupIds: ['a', 'b'] as MailingGroupId[] })
    await handOver(office, field)
    await change(field, anna, { mailingGroupIds: ['a', 'b', 'c'] })
    await change(office, anna, { mailingGroupIds: ['a', 'd'] })
    await handOver(field, office)
    expect([...(await read(office, anna)).mailingGroupIds].sort()).toEqual(['a', 'c', 'd'])
    await handOver(office, field)
    expect(await contactsAndLog(field)).toEqual(await contactsAndLog(office))
  })

  it('respects what was deleted, here and there', async () => {
    const [office, field] = [openHouse(), openHouse()]
    const [anna, max, eva] = [await person(office, 'Anna'), await person(office, 'Max'), await person(office, 'Eva')]
    await handOver(office, field)
    await good(deleteContacts(office, [anna, eva], 'keep'))
    await good(deleteContacts(field, [max], 'keep'))
    await change(field, eva, { phone: '7' })
    const told = await handOver(field, office)
    expect(told.going.map(({ name }) => name)).toEqual(['Max Berg'])
    expect(told.stays.map(({ id }) => id).sort()).toEqual([anna, eva].sort())
    expect(told.conflicts.map(({ kind, id }) => [kind, id])).toEqual([['deletedHere', eva]])
    expect(await office.db.contacts.count()).toBe(0)
    await handOver(office, field)
    expect(await field.db.contacts.count()).toBe(0)
  })
})

type Act =
  | { k: 'new'; at: number; name: string }
  | { k: 'change'; at: number; who: number; field: 'phone' | 'email' | 'city'; value: string }
  | { k: 'group'; at: number; who: number; group: string; on: boolean }
  | { k: 'consent'; at: number; who: number; on: boolean }
  | { k: 'entry'; at: number; who: number }
  | { k: 'comment'; at: number; who: number; text: string }
  | { k: 'delete'; at: number; who: number }
  | { k: 'over'; at: number; theirs: boolean; undone: boolean }

const at = fc.integer({ min: 0, max: 1 })
const who = fc.integer({ min: 0, max: 5 })
const word = fc.constantFrom('1', '2', '3')
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ k: fc.constant('new' as const), at, name: fc.constantFrom('Anna', 'Max', 'Eva') }) },
  {
    weight: 6,
    arbitrary: fc.record({ k: fc.constant('change' as const), at, who, field: fc.constantFrom('phone', 'email', 'city'), value: word }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ k: fc.constant('group' as const), at, who, group: fc.constantFrom('a', 'b', 'c'), on: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ k: fc.constant('consent' as const), at, who, on: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ k: fc.constant('entry' as const), at, who }) },
  { weight: 2, arbitrary: fc.record({ k: fc.constant('comment' as const), at, who, text: word }) },
  { weight: 1, arbitrary: fc.record({ k: fc.constant('delete' as const), at, who }) },
  {
    weight: 4,
    arbitrary: fc.record({ k: fc.constant('over' as const), at, theirs: fc.boolean(), undone: fc.constantFrom(false, false, true) }),
  },
)

async function doIt(houses: readonly House[], one: Act): Promise<void> {
  const house = houses[one.at]!
  if (one.k === 'new') return void (await person(house, one.name))
  if (one.k === 'over') {
    const told = await handOver(house, houses[1 - one.at]!, () => (one.theirs ? 'theirs' : 'mine'))
    if (one.undone && told.takeBack) await good(told.takeBack())
    return
  }
  const contacts = await house.db.contacts.orderBy('id').toArray()
  const contact = contacts[one.who % Math.max(1, contacts.length)]
  if (!contact) return
  if (one.k === 'change') await change(house, contact.id, { [one.field]: one.value })
  if (one.k === 'consent') await change(house, contact.id, { privacyBlocked: one.on })
  if (one.k === 'entry') await entry(house, contact.id, 'Call')
  if (one.k === 'delete') await good(deleteContacts(house, [contact.id], 'keep'))
  if (one.k === 'group') {
    const others = contact.mailingGroupIds.filter((id) => id !== one.group)
    await change(house, contact.id, { mailingGroupIds: one.on ? [...others, one.group] : others })
  }
  if (one.k === 'comment') {
    const [first] = await house.db.entries.where('contactId').equals(contact.id).toArray()
    const comments = [...(first?.comments ?? []), { day: toDay('2026-11-20'), by: 'Vera', text: one.text }]
    if (first) await good(commit(house.db, { ...noChanges(), put: { entries: [{ ...first, comments }] } }, 'test', house.occasion().now))
  }
}

describe('Whatever two tablets do', () => {
  it('after one file each way they hold the same contacts and log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 25 }), async (acts) => {
        const houses = [openHouse(), openHouse()]
        for (const one of acts) await doIt(houses, one)
        const [one, other] = houses as [House, House]
        await handOver(one, other, () => 'theirs')
        await handOver(other, one, () => 'theirs')
        expect(await contactsAndLog(other)).toEqual(await contactsAndLog(one))
        const before = await contactsAndLog(one)
        await handOver(other, one, () => 'theirs')
        expect(await contactsAndLog(one)).toEqual(before)
      }),
      {
        numRuns: Number(process.env['FIELDBOOK_RUNS'] ?? 25),
        ...(process.env['FIELDBOOK_SEED'] ? { seed: Number(process.env['FIELDBOOK_SEED']) } : {}),
      },
    )
  }, 120_000)
})
