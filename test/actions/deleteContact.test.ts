// Deleting contacts: what stands against it is listed, the rest goes whole and comes back whole.
import { describe, expect, it } from 'vitest'
import { createContact } from '../../src/actions/contacts.ts'
import { deleteContacts, deletePreview } from '../../src/actions/deleteContact.ts'
import { undoLong, type House } from '../../src/actions/house.ts'
import { resend } from '../../src/actions/entries.ts'
import { addByHand, createSegment } from '../../src/actions/segments.ts'
import type { ContactId, OpportunityId, PurchaseId, TaskId } from '../../src/model/ids.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { Opportunity, Task } from '../../src/model/task.ts'
import { commit } from '../../src/storage/commit.ts'
import { toDay } from '../../src/base/day.ts'
import { noChanges } from '../../src/model/tables.ts'
import { dueOf } from '../../src/screens/contacts/cadence.ts'
import { readContactCard } from '../../src/storage/read/contacts.ts'
import { readLastContacts } from '../../src/storage/read/lastContacts.ts'
import { ColumnHost } from '../../src/workers/jobs/columnHost.ts'
import { RecentHistory } from '../../src/workers/jobs/recentHistory.ts'
import { entry } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

/** Huber with Anna and Bea, Cora without a company; Anna and Cora were visited, Huber bought something. */
async function people() {
  const house = openHouse()
  const huber = (await good(createContact(house, 'company', { name: 'Huber' }))).value
  const person = async (firstName: string, companyId?: ContactId) =>
    (await good(createContact(house, 'person', { firstName, ...(companyId ? { companyId } : {}) }))).value
  const [anna, bea, cora] = [await person('Anna', huber), await person('Bea', huber), await person('Cora')]
  const visited = async (id: ContactId, day: string) => entry((await house.db.contacts.get(id)) as Contact, day, { rev: 0 })
  const entries = [await visited(anna, '2026-10-01'), await visited(cora, '2026-10-02'), await visited(huber, '2026-10-03')]
  const purchase = { rev: 0, id: 'p' as PurchaseId, companyId: huber, day: toDay('2026-09-01'), itemNo: '1', description: 'Bike' }
  const purchases = [{ ...purchase, itemGroup: '', quantity: 1, amount: 100 }]
  await good(commit(house.db, { ...noChanges(), put: { entries, purchases } }, 'test', ''))
  return { house, huber, anna, bea, cora }
}

const names = async (house: House) => (await house.db.contacts.toArray()).map(({ name }) => name).sort()

describe('Deleting a contact', () => {
  it('is refused while a segment has her, naming segment and lines; others of the same choice go', async () => {
    const { house, anna, cora } = await people()
    const segment = await good(createSegment(house, 'Autumn'))
    await good(addByHand(house, segment.value, [anna]))
    const told = await good(deletePreview(house, [anna], 'keep'))
    expect(told.blocked).toMatchObject([{ contactId: anna, blockers: [{ kind: 'segment', segmentId: segment.value, lines: 1 }] }])
    expect(await deleteContacts(house, [anna], 'keep')).toMatchObject({ ok: false, failure: { code: 'deleteBlocked', name: 'Anna' } })
    const done = await good(deleteContacts(house, [anna, cora], 'keep'))
    expect([done.gone, done.blocked.length]).toEqual([{ persons: 1, companies: 0 }, 1])
    expect(await names(house)).toEqual(['Anna', 'Bea', 'Huber'])
  })

  it('is refused while an interaction with her is begun, and while one with somebody of the company that should go with it', async () => {
    const { house, anna, huber } = await people()
    await house.drafts.write(`call:${anna}`, {}, '')
    expect((await good(deletePreview(house, [anna], 'keep'))).blocked[0]?.blockers).toMatchObject([{ kind: 'draft', draft: 'call' }])
    expect((await good(deletePreview(house, [huber], 'delete'))).blocked[0]?.blockers).toMatchObject([{ contactId: anna, name: 'Anna' }])
    expect((await good(deletePreview(house, [huber], 'keep'))).blocked).toEqual([])
  })

  it('moves what happened to her company, under her name, and her letter is sent to nobody else', async () => {
    const { house, anna, huber } = await people()
    const done = await good(deleteContacts(house, [anna], 'keep'))
    expect(done.entries).toEqual({ moved: 1, stay: 0 })
    const moved = await house.db.entries.where('contactId').equals(huber).toArray()
    const hers = moved.find(({ contactName }) => contactName === 'Anna')
    expect(hers).toMatchObject({ contactId: huber, deletedContactId: anna })
    const again = await resend(house, [hers!.id], { correspondenceType: 'hardCopy', fresh: false, prefix: '' })
    expect(again).toMatchObject({ ok: false, failure: { code: 'nothingToResend' } })
  })

  it('leaves her company the last contact, the rhythm and the letters it has of its own; its timeline has hers', async () => {
    const { house, anna, huber } = await people()
    const latest = entry((await house.db.contacts.get(anna)) as Contact, '2026-11-10', { rev: 0, correspondenceType: 'hardCopy' })
    const own = { ...(await house.db.contacts.get(huber))!, cadenceDays: 30 }
    await good(commit(house.db, { ...noChanges(), put: { entries: [latest], contacts: [own] } }, 'test', ''))
    const host = new ColumnHost(house.db)
    const card = async () => (await readContactCard(house.db, huber))!
    const told = async () => ({
      listed: (await readLastContacts(house.db, [huber])).get(huber)?.day,
      due: dueOf(await card(), undefined, toDay('2026-11-20'))?.day,
      lately: (await new RecentHistory(house.db, toDay('2026-01-01')).fresh()).history.get(huber)?.map(({ entry: { day } }) => day),
      row: (await host.fresh()).contactRow(huber)?.lastInteraction,
    })
    const expected = { listed: '2026-10-03', due: '2026-11-02', lately: ['2026-10-03'], row: '2026-10-03' }
    expect(await told()).toEqual(expected)
    const done = await good(deleteContacts(house, [anna], 'keep'))
    expect(await told()).toEqual(expected)
    expect((await card()).entries.map(({ day }) => day)).toEqual(['2026-11-10', '2026-10-03', '2026-10-01'])
    await good(undoLong(house, done.rev))
    expect(await told()).toEqual(expected)
    expect((await readLastContacts(house.db, [anna])).get(anna)?.day).toBe('2026-11-10')
  })

  it('of a company lets its people go with it or stay without one; its purchases go, what happened stays under its name', async () => {
    const { house, huber } = await people()
    const before = await contents(house)
    const kept = await good(deleteContacts(house, [huber], 'keep'))
    expect([kept.freed, kept.purchases, kept.entries]).toEqual([2, 1, { moved: 0, stay: 1 }])
    expect(await names(house)).toEqual(['Anna', 'Bea', 'Cora'])
    expect((await house.db.contacts.toArray()).some((one) => 'companyId' in one)).toBe(false)
    await good(undoLong(house, kept.rev))
    expect(await contents(house)).toEqual(before)
    const gone = await good(deleteContacts(house, [huber], 'delete'))
    expect([gone.gone, gone.entries]).toEqual([
      { persons: 2, companies: 1 },
      { moved: 0, stay: 2 },
    ])
    expect(await names(house)).toEqual(['Cora'])
    await good(undoLong(house, gone.rev))
    expect(await contents(house)).toEqual(before)
  })

  it('takes her out of what steps remember, so that no undo on a segment brings back a line of nobody', async () => {
    const { house, anna, cora } = await people()
    const segment = await good(createSegment(house, 'Autumn'))
    const added = await good(addByHand(house, segment.value, [anna, cora]))
    expect(added.rev).toBeGreaterThan(0)
    const lines = (await house.db.segmentLines.get(segment.value))!
    const put = { segmentLines: [{ ...lines, lines: lines.lines.filter(({ contactId }) => contactId !== anna) }] }
    await good(commit(house.db, { ...noChanges(), put }, 'test', ''))
    await good(deleteContacts(house, [anna], 'keep'))
    expect(JSON.stringify(await house.db.steps.toArray())).not.toContain(anna)
    expect(JSON.stringify(await house.db.segmentLines.toArray())).toContain(cora)
  })

  it('is refused when another window puts her on a segment while it is read what hangs on her', async () => {
    const { house, anna } = await people()
    const other = openHouse(house.db)
    const segment = (await good(createSegment(other, 'Autumn'))).value
    const read = house.db.transaction.bind(house.db) as (mode: string, ...rest: unknown[]) => Promise<unknown>
    let isFirst = true
    const meanwhile = async (mode: string, ...rest: unknown[]) => {
      const value = await read(mode, ...rest)
      if (mode === 'r' && isFirst) {
        isFirst = false
        await good(addByHand(other, segment, [anna]))
      }
      return value
    }
    Object.assign(house.db, { transaction: meanwhile })
    expect(await deleteContacts(house, [anna], 'keep')).toMatchObject({ ok: false, failure: { code: 'deleteBlocked', name: 'Anna' } })
    expect(await names(house)).toContain('Anna')
  })
})

describe('Deleting somebody with whom something is planned', () => {
  it('is refused while a task or an opportunity is open, each with the way there; what is done goes to her company and comes back', async () => {
    const { house, anna, huber } = await people()
    const day = toDay('2026-11-20')
    const about = { contactId: anna, companyId: huber, day, notes: '' }
    const task: Task = {
      ...{
        rev: 0,
        id: 't' as TaskId,
        no: '1',
        description: 'Call',
        location: '',
        status: 'notStarted',
        priority: 'normal',
        cancelled: false,
      },
      ...about,
    }
    const opportunity: Opportunity = {
      ...{ rev: 0, id: 'o' as OpportunityId, no: '1', description: 'Lathe', status: 'open', estimatedValue: 1, chance: 1, closeReason: '' },
      ...about,
    }
    await good(commit(house.db, { ...noChanges(), put: { tasks: [task], opportunities: [opportunity] } }, 'test', ''))
    const [blocked] = (await good(deletePreview(house, [anna], 'keep'))).blocked
    expect(blocked?.blockers).toMatchObject([
      { kind: 'task', taskId: 't', description: 'Call' },
      { kind: 'opportunity', opportunityId: 'o' },
    ])
    const closed = { tasks: [{ ...task, rev: 0, closedDay: day }], opportunities: [{ ...opportunity, status: 'lost' as const }] }
    await good(commit(house.db, { ...noChanges(), put: closed }, 'test', ''))
    const before = await contents(house)
    const done = await good(deleteContacts(house, [anna], 'keep'))
    expect(done.closed).toBe(2)
    expect((await house.db.tasks.get('t'))?.contactId).toBe(huber)
    expect((await house.db.opportunities.get('o'))?.contactId).toBe(huber)
    await good(undoLong(house, done.rev))
    expect(await contents(house)).toEqual(before)
  })
})
