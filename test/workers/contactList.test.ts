// The tickets of the contact list: a list stays open while everybody stands where they stood, and is opened anew when somebody moved.
import { describe, expect, it } from 'vitest'
import { unpackIds } from '../../src/base/packedIds.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { MailingGroupId, SalespersonId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import type { Database } from '../../src/storage/database.ts'
import { ColumnHost } from '../../src/workers/jobs/columnHost.ts'
import { contactListOpenJobs, type ListAsk, type ListItem } from '../../src/workers/jobs/contactList.ts'
import { company, entry, person, today } from '../make.ts'
import { emptyDatabase } from '../open.ts'

const ahorn = company({ name: 'Ahorn' })
const anna = person({ firstName: 'Anna', surname: 'Maier', name: 'Anna Maier', city: 'Ulm', company: ahorn })
const bert = person({ firstName: 'Bert', surname: 'Müller', name: 'Bert Müller', city: 'Ulm' })
const zoe = person({ firstName: 'Zoë', surname: 'Zorn', name: 'Zoë Zorn', city: 'Bonn' })
const everybody: ListAsk = { text: '', quick: [], sort: { by: 'name', descending: false } }

const put = (db: Database, rows: Changes['put']) => commit(db, { ...noChanges(), put: rows }, 'test', '2026-11-20T10:00:00.000Z')
/** A contact as it is on the disk, changed. */
const change = async (db: Database, { id }: Contact, fields: Partial<Contact>) =>
  put(db, { contacts: [{ ...(await db.contacts.get(id))!, ...fields } as Contact] })

async function opened(contacts: Contact[] = [ahorn, anna, bert, zoe]) {
  const db = emptyDatabase()
  await db.open()
  await put(db, { contacts })
  return { db, jobs: contactListOpenJobs(new ColumnHost(db)) }
}
const named = (items: ListItem[] | undefined) => items?.map((item) => ('head' in item ? `(${item.people})` : item.name))

describe('an open list', () => {
  it('is fetched in windows, with what was found marked by its words', async () => {
    const { jobs } = await opened()
    const list = await jobs.openList({ ...everybody, text: 'ÜLL ul' }, today, 10)
    expect(list).toMatchObject({ total: 1, all: 4, length: 1, words: ['ull', 'ul'] })
    expect(named(list.items)).toEqual(['Bert Müller'])
    const all = await jobs.openList(everybody, today)
    expect(all.items).toEqual([])
    expect(named(await jobs.listRows(all.ticket, 1, 3))).toEqual(['Anna Maier', 'Bert Müller'])
    expect(unpackIds((await jobs.listIds(all.ticket))!)).toEqual([ahorn.id, anna.id, bert.id, zoe.id])
    expect(await jobs.placeOf(all.ticket, zoe.id)).toBe(3)
  })

  it('stays open when what changed moves nobody, and its rows are as they are now', async () => {
    const { db, jobs } = await opened()
    const { ticket } = await jobs.openList(everybody, today)
    await change(db, bert, { city: 'Köln' })
    expect((await jobs.listRows(ticket, 2, 3))![0]).toMatchObject({ city: 'Köln' })
    expect((await jobs.openList(everybody, today)).ticket).toBe(ticket)
  })

  it('is to be opened anew when somebody moved, and says where they stand now', async () => {
    const { db, jobs } = await opened()
    const { ticket } = await jobs.openList(everybody, today)
    await change(db, bert, { surname: 'Zz', name: 'Bert Zz' })
    expect(await jobs.listRows(ticket, 0, 9)).toBeUndefined()
    expect(await jobs.listIds(ticket)).toBeUndefined()
    const anew = await jobs.openList(everybody, today)
    expect(anew.ticket).not.toBe(ticket)
    expect(await jobs.placeOf(anew.ticket, bert.id)).toBe(3)
  })

  it('of another worker is not known here', async () => {
    const { db, jobs } = await opened()
    const { ticket } = await jobs.openList(everybody, today)
    expect(await contactListOpenJobs(new ColumnHost(db)).listRows(ticket, 0, 9)).toBeUndefined()
  })

  it('by the last interaction moves with an entry, by the salesperson with her name', async () => {
    const { db, jobs } = await opened()
    const byLast: ListAsk = { ...everybody, sort: { by: 'lastInteraction', descending: true } }
    await jobs.openList(byLast, today)
    await put(db, { entries: [entry(zoe, '2026-11-01'), entry(anna, '2026-10-01')] })
    expect(named((await jobs.openList(byLast, today, 2)).items)).toEqual(['Zoë Zorn', 'Anna Maier'])

    const [one, other] = ['sp-1', 'sp-2'] as SalespersonId[]
    const seller = (id: SalespersonId, name: string) => ({ rev: 0, id, code: id, name, jobTitle: '', phone: '', email: '', blocked: false })
    await put(db, { salespeople: [seller(one!, 'Xaver'), seller(other!, 'Yvonne')] })
    await change(db, anna, { salespersonId: one! })
    await change(db, bert, { salespersonId: other! })
    const bySeller: ListAsk = { ...everybody, sort: { by: 'salesperson', descending: false } }
    expect(named((await jobs.openList(bySeller, today, 2)).items)).toEqual(['Anna Maier', 'Bert Müller'])
    await put(db, { salespeople: [{ ...(await db.salespeople.get(one!))!, name: 'Zita' }] })
    expect(named((await jobs.openList(bySeller, today, 2)).items)).toEqual(['Bert Müller', 'Anna Maier'])
  })

  it('grouped has heads: the company of who was found, and one for those without a company', async () => {
    const { jobs } = await opened()
    const list = await jobs.openList({ ...everybody, text: 'a', quick: ['persons'], groupedBy: 'company' }, today, 9)
    expect(named(list.items)).toEqual(['Ahorn', 'Anna Maier'])
    expect(list.items[0]).toMatchObject({ leads: { people: 1, isFound: false } })
    expect(list).toMatchObject({ total: 1, length: 2 })
    const all = await jobs.openList({ ...everybody, groupedBy: 'company' }, today, 9)
    expect(named(all.items)).toEqual(['Ahorn', 'Anna Maier', '(2)', 'Bert Müller', 'Zoë Zorn'])
    expect(named(await jobs.listRows(all.ticket, 2, 4))).toEqual(['(2)', 'Bert Müller'])
  })

  it('within a mailing group counts what each filter would leave', async () => {
    const { db, jobs } = await opened()
    const group = 'g-1' as MailingGroupId
    await change(db, anna, { mailingGroupIds: [group], excludeFromSegment: true })
    await change(db, ahorn, { mailingGroupIds: [group] })
    const list = await jobs.openList({ ...everybody, within: { list: 'mailingGroups', id: group } }, today)
    expect(list).toMatchObject({ total: 2, all: 2, counts: { companies: 1, persons: 1, excluded: 1, withheld: 0 } })
  })
})
