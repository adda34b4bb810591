// What goes along with a segment or a campaign and what becomes of it: logged there, changed on both, lists that both made, a person who was
// forgotten, a part of a backup.
import { describe, expect, it } from 'vitest'
import { changeContact, createContact } from '../../src/actions/contacts.ts'
import { deleteContacts } from '../../src/actions/deleteContact.ts'
import { forgetContact } from '../../src/actions/forget.ts'
import { previewHandOver, takeHandOver } from '../../src/actions/handOver.ts'
import type { House } from '../../src/actions/house.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { loadSample } from '../../src/actions/sample.ts'
import { changeHeader } from '../../src/actions/segments.ts'
import type { PartTable } from '../../src/core/handOver/partOfBackup.ts'
import { nothingWished } from '../../src/model/handOverWish.ts'
import type { MailingGroupId, SegmentId } from '../../src/model/ids.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readEverything } from '../../src/storage/read/everything.ts'
import { packBackup } from '../backups.ts'
import { contents, good, openHouse } from '../open.ts'
import { everybody, fileOf, handOver, takeIn } from './tablets.ts'

async function withSegment(): Promise<{ office: House; field: House; id: SegmentId; wish: typeof nothingWished }> {
  const [office, field] = [openHouse(), openHouse()]
  await good(loadSample(office, { people: 30 }))
  const segment = (await office.db.segments.toArray()).find(({ templateId }) => templateId !== undefined)!
  const wish = { ...nothingWished, segmentIds: [segment.id], history: true }
  await handOver(office, field, undefined, wish)
  return { office, field, id: segment.id, wish }
}
const log = async (house: House, id: SegmentId) =>
  good(logSegment(house, id, { rev: (await house.db.segments.get(id))!.rev, followUp: undefined }))
const title = (house: House, id: SegmentId, description: string) => good(changeHeader(house, id, { description }, 'keep'))

describe('A segment that is handed over', () => {
  it('brings its people, its steps and its documents', async () => {
    const { office, field, id } = await withSegment()
    const [there, here] = [(await office.db.segmentLines.get(id))!, (await field.db.segmentLines.get(id))!]
    expect({ ...here, rev: 0 }).toEqual({ ...there, rev: 0 })
    expect(await field.db.contacts.bulkGet(here.lines.map(({ contactId }) => contactId))).not.toContain(undefined)
    expect(await field.db.steps.count()).toBe(await office.db.steps.where('segmentId').equals(id).count())
    const template = await field.db.templates.get((await field.db.segments.get(id))!.templateId!)
    for (const { attachmentId } of template!.documents) expect(await field.db.attachments.get(attachmentId)).toBeDefined()
  })

  it('was logged there: the open one here goes, log and evidence come; taken back, it is open again', async () => {
    const { office, field, id, wish } = await withSegment()
    const logged = await log(field, id)
    const before = await contents(office)
    const told = await handOver(field, office, undefined, { ...wish, segmentIds: [], loggedSegmentIds: [logged.loggedId] })
    expect(await office.db.segments.get(id)).toBeUndefined()
    expect(await office.db.steps.where('segmentId').equals(id).count()).toBe(0)
    expect(await office.db.loggedSegments.get(logged.loggedId)).toBeDefined()
    expect(await office.db.entries.where('loggedSegmentId').equals(logged.loggedId).count()).toBe(logged.entries)
    await good(told.takeBack!())
    const { segments, segmentLines, entries, loggedSegments } = await contents(office)
    expect({ segments, segmentLines, entries, loggedSegments }).toEqual({
      ...{ segments: before['segments'], segmentLines: before['segmentLines'] },
      ...{ entries: before['entries'], loggedSegments: before['loggedSegments'] },
    })
  })

  it('was logged there and changed here: asked, and it stays open until it is said', async () => {
    const { office, field, id } = await withSegment()
    const logged = await log(field, id)
    await title(office, id, 'Changed meanwhile')
    const file = await fileOf(field, { ...nothingWished, loggedSegmentIds: [logged.loggedId] })
    const told = await takeIn(office, file)
    expect(told.conflicts.map(({ kind }) => kind)).toEqual(['loggedThere'])
    expect(await office.db.segments.get(id)).toBeDefined()
    await good(told.takeBack!())
    await takeIn(office, file, () => 'theirs')
    expect(await office.db.segments.get(id)).toBeUndefined()
  })

  it('changed on both: theirs may stand beside mine, with a number and keys of its own', async () => {
    const { office, field, id, wish } = await withSegment()
    await title(office, id, 'Mine')
    await title(field, id, 'Theirs')
    const told = await handOver(field, office, () => 'both', wish)
    expect(told.conflicts.map(({ table, part }) => [table, part])).toEqual([['segments', 'header']])
    const found = (await office.db.segments.toArray()).filter(({ description }) => /Mine|Theirs/.test(description))
    expect(found.map(({ description }) => description).sort()).toEqual(['Mine', 'Theirs'])
    expect(new Set(found.map(({ no }) => no)).size).toBe(2)
    const copy = found.find(({ description }) => description === 'Theirs')!
    expect((await office.db.segmentLines.get(copy.id))?.lines.length).toBe((await office.db.segmentLines.get(id))?.lines.length)
    expect((await office.db.steps.where('segmentId').equals(copy.id).count()) > 0).toBe(true)
  })
})

describe('What two tablets have each made', () => {
  const group = (house: House, id: string, code: string) =>
    good(
      commit(
        house.db,
        { ...noChanges(), put: { mailingGroups: [{ id: id as MailingGroupId, rev: 0, code, description: id }] } },
        'test',
        house.occasion().now,
      ),
    )

  it('a mailing group of the same code is the same group; people come home with the key it has here', async () => {
    const [office, field] = [openHouse(), openHouse()]
    await group(office, 'group-office', 'FAIR')
    await group(field, 'group-field', 'fair')
    const mailingGroupIds = ['group-office' as MailingGroupId]
    const anna = (await good(createContact(office, 'person', { firstName: 'Anna', surname: 'Berg', mailingGroupIds }))).value
    await handOver(office, field)
    expect((await field.db.contacts.get(anna))!.mailingGroupIds).toEqual(['group-field'])
    expect(await field.db.mailingGroups.count()).toBe(1)
    await handOver(field, office)
    expect((await office.db.contacts.get(anna))!.mailingGroupIds).toEqual(['group-office'])
    expect((await office.db.mailingGroups.toArray()).map(({ description }) => description)).toEqual(['group-office'])
  })
})

describe('Somebody who was forgotten', () => {
  it('does not come back by any file, and no mark of her words stays; there it is said that she was forgotten', async () => {
    const [office, field] = [openHouse(), openHouse()]
    const anna = (await good(createContact(office, 'person', { firstName: 'Anna', surname: 'Berg', phone: '0123' }))).value
    await handOver(office, field)
    await good(changeContact(field, anna, (await field.db.contacts.get(anna))!.rev, { phone: '0456' }))
    await good(forgetContact(office, anna))
    const [state] = await office.db.handOverStates.where('id').startsWith('contacts ').toArray()
    expect(state).toMatchObject({ prints: {}, dots: {}, erased: true })
    const told = await handOver(field, office, () => 'theirs')
    expect(told.conflicts).toEqual([])
    expect(await office.db.contacts.count()).toBe(0)
    const there = await handOver(office, field)
    expect(there.forgottenThere.map(({ name }) => name)).toEqual(['Anna Berg'])
    expect(await field.db.contacts.count()).toBe(1)
  })
})

describe('A part of a backup', () => {
  it('brings back who was deleted since, asks for what differs, and leaves all else alone', async () => {
    const house = openHouse()
    const [anna, max] = [
      (await good(createContact(house, 'person', { firstName: 'Anna', surname: 'Berg' }))).value,
      (await good(createContact(house, 'person', { firstName: 'Max', surname: 'Tal', phone: '1' }))).value,
    ]
    const { rows, rev } = await readEverything(house.db)
    const backup = new Blob([await packBackup(rows, { rev })])
    await good(deleteContacts(house, [anna], 'keep'))
    await good(changeContact(house, max, (await house.db.contacts.get(max))!.rev, { phone: '2' }))
    const told = await good(previewHandOver(house, backup, 'backup.fieldbook', { choices: {} }))
    expect(told).toMatchObject({ isBackup: true, fresh: [{ name: 'Anna Berg' }], conflicts: [{ part: 'phone', name: 'Max Tal' }] })
    await good(takeHandOver(house, backup, 'backup.fieldbook', { choices: {} }))
    expect((await house.db.contacts.get(anna))?.name).toBe('Anna Berg')
    expect((await house.db.contacts.get(max))?.phone).toBe('2')
    const choices = Object.fromEntries(told.conflicts.map(({ key }) => [key, 'theirs' as const]))
    await good(takeHandOver(house, backup, 'backup.fieldbook', { choices }))
    expect((await house.db.contacts.get(max))?.phone).toBe('1')
  })

  it('may leave out kinds of rows, and what rests on them', async () => {
    const house = openHouse()
    await good(loadSample(house, { people: 20 }))
    const { rows, rev } = await readEverything(house.db)
    const backup = new Blob([await packBackup(rows, { rev })])
    const empty = openHouse()
    const tablesOf = async (without: readonly PartTable[]) => {
      const told = await good(previewHandOver(empty, backup, 'backup.fieldbook', { choices: {}, without }))
      return new Set(told.fresh.map(({ table }) => table))
    }
    const all = await tablesOf([])
    for (const table of ['contacts', 'entries', 'segments', 'templates'] as const) expect(all).toContain(table)
    const noSegments = await tablesOf(['segments'])
    expect([noSegments.has('segments'), noSegments.has('contacts'), noSegments.has('entries')]).toEqual([false, true, true])
    const noContacts = await tablesOf(['contacts'])
    expect(['contacts', 'entries', 'segments', 'loggedSegments', 'tasks'].filter((table) => noContacts.has(table as PartTable))).toEqual([])
    expect(noContacts).toContain('templates')
    await good(takeHandOver(empty, backup, 'backup.fieldbook', { choices: {}, without: ['segments', 'campaigns'] }))
    expect([await empty.db.segments.count(), await empty.db.segmentLines.count(), await empty.db.campaigns.count()]).toEqual([0, 0, 0])
    expect(await empty.db.contacts.count()).toBe(await house.db.contacts.count())
    // What was left out comes later.
    await good(takeHandOver(empty, backup, 'backup.fieldbook', { choices: {} }))
    expect(await empty.db.segments.count()).toBe(await house.db.segments.count())
  })

  it('a hand-over file is no backup: a restore of it is refused', async () => {
    const house = openHouse()
    await good(createContact(house, 'person', { firstName: 'Anna', surname: 'Berg' }))
    const file = await fileOf(house, everybody)
    const done = await house.calls.work.checkBackup(file, 'a.fieldbook', undefined, 1)
    expect(done).toMatchObject({ ok: false, failure: { code: 'backupIsHandOver' } })
  })
})
