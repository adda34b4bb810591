// What the safety page reads: the journal with what leads back, how much is here, and whether there is anything of one's own to lose.
import { expect, test } from 'vitest'
import { createContact } from '../../src/actions/contacts.ts'
import type { House } from '../../src/actions/house.ts'
import { saveTablet } from '../../src/actions/settings.ts'
import type { LoggedSegmentId } from '../../src/model/ids.ts'
import type { LoggedSegment } from '../../src/model/interaction.ts'
import { countSinceRestore, isBare } from '../../src/storage/read/bare.ts'
import { readBackupAge } from '../../src/storage/read/backupAge.ts'
import { readHere } from '../../src/storage/read/here.ts'
import { readSafetyJournal } from '../../src/storage/read/safetyJournal.ts'
import { person } from '../make.ts'
import { openHouse } from '../open.ts'

const change = (house: House, rev: number, what: string, ids = {}) =>
  house.db.changes.put({ rev, at: `2026-11-2${rev % 10}T09:00:00.000Z`, what, ids })

test('The journal shows what weighs much by itself, an import with its file, a log with its segment', async () => {
  const house = openHouse()
  await change(house, 1, 'importContacts', { contacts: ['a', 'b'] })
  await house.db.imports.put({
    ...{ id: 'i1', rev: 1, at: '', fileName: 'fair.csv', kind: 'contacts', state: 'stored' },
    ...{ made: 2, changed: 0, stored: 2 },
  })
  await change(house, 2, 'changeContact', { contacts: ['a'] })
  const id = 'l1' as LoggedSegmentId
  await house.db.loggedSegments.put({ id, no: 'SL1', header: { description: 'Service day' } } as unknown as LoggedSegment)
  await change(house, 3, 'logSegment', { loggedSegments: [id], entries: ['e1', 'e2'] })
  await change(house, 4, 'undo importContacts')

  const weighty = await readSafetyJournal(house.db, 30, new Set(['importContacts', 'logSegment']))
  expect(weighty.map(({ rev, what, undone }) => [rev, what, undone])).toEqual([
    [4, 'importContacts', true],
    [3, 'logSegment', false],
    [1, 'importContacts', false],
  ])
  expect(weighty[1]?.logged).toEqual({ id, no: 'SL1', description: 'Service day', cancelled: false })
  expect(weighty[2]).toMatchObject({ touched: { contacts: 2 }, taken: { fileName: 'fair.csv', canTakeBack: true } })
  expect((await readSafetyJournal(house.db, 2)).map(({ rev }) => rev)).toEqual([4, 3])

  await house.db.loggedStates.put({ id, rev: 5, cancelled: true, reason: '', at: '' })
  expect((await readSafetyJournal(house.db, 2))[1]?.logged?.cancelled).toBe(true)
})

test('Whether there is own data: not on an empty tablet, not in the sample, but in one contact, or one on its way', async () => {
  const house = openHouse()
  const own = async () => (await readBackupAge(house.db)).ownData
  expect(await own()).toBe(false)
  await house.db.contacts.put({ ...person({ name: 'Dora' }), sample: true })
  expect(await own()).toBe(false)
  await house.db.pendingContacts.put({ id: 'p', importId: 'i', rev: 1, contacts: [person({ name: 'Ida' })] })
  expect(await own()).toBe(true)
})

test('Changes are counted from the last backup; saving the backup is no work that it could lack', async () => {
  const house = openHouse()
  const { id: _id, rev: _rev, no: _no, type, ...fields } = person({ name: 'Dora' })
  await createContact(house, type, fields)
  const { lastAt } = await readHere(house.db)
  const rev = (await house.db.changes.orderBy('rev').last())!.rev
  await saveTablet(house, { lastBackup: { at: '2026-11-20T10:00:00.000Z', rev: rev + 1, size: 1 } })
  expect(await readBackupAge(house.db)).toMatchObject({ changes: 0, ownData: true, lastAt: '2026-11-20T10:00:00.000Z' })
  expect((await readHere(house.db)).lastAt).toBe(lastAt)
  expect((await readHere(house.db)).counts.contacts).toBe(1)
})

test('An import counts with its rows, not as one change; one that was taken back does not', async () => {
  const house = openHouse()
  await change(house, 1, 'restore')
  await change(house, 2, 'importContacts')
  await house.db.imports.put({
    ...{ id: 'i', rev: 2, at: '', fileName: 'fair.csv', kind: 'contacts', state: 'stored' },
    ...{ made: 120, changed: 11, stored: 120 },
  })
  expect(await countSinceRestore(house.db)).toBe(131)
  expect((await readBackupAge(house.db)).changes).toBe(132)
  await house.db.imports.update('i', { state: 'takenBack' })
  expect(await countSinceRestore(house.db)).toBe(1)
})

test('Nobody’s work is on a tablet that only knows its name; a purchase, a list or a contact on its way is work', async () => {
  const house = openHouse()
  expect(await isBare(house.db)).toBe(true)
  await saveTablet(house, { name: 'North' })
  expect(await isBare(house.db)).toBe(true)
  for (const table of ['purchases', 'questionnaires', 'savedCriteria', 'pendingContacts', 'loggedSegments']) {
    await house.db.table(table).put({ id: 'x', rev: 1 })
    expect(await isBare(house.db), table).toBe(false)
    await house.db.table(table).clear()
  }
  await house.db.settings.put({ id: 'company', rev: 1 } as never)
  expect(await isBare(house.db)).toBe(false)
})

test('What was done since a restore is counted: what the tablet remembers of backups is not', async () => {
  const house = openHouse()
  await change(house, 7, 'createContact')
  await change(house, 8, 'restore')
  expect(await countSinceRestore(house.db)).toBe(0)
  await change(house, 9, 'saveTablet')
  await change(house, 10, 'createContact')
  await change(house, 11, 'logSegment')
  expect(await countSinceRestore(house.db)).toBe(2)
})

test('An import of long ago stays in the journal, so that it can be taken back; other acts are looked for among the last ones only', async () => {
  const house = openHouse()
  await change(house, 1, 'logSegment')
  await change(house, 2, 'importContacts', { contacts: ['a'] })
  await house.db.imports.put({
    ...{ id: 'i1', rev: 2, at: '', fileName: 'fair.csv', kind: 'contacts', state: 'stored' },
    ...{ made: 1, changed: 0, stored: 1 },
  })
  const typed = Array.from({ length: 4500 }, (_, at) => ({ rev: at + 3, at: '', what: 'changeContact', ids: {} }))
  await house.db.changes.bulkPut([...typed, { rev: 9000, at: '', what: 'importContacts', ids: {} }])
  const found = await readSafetyJournal(house.db, 30, new Set(['importContacts', 'logSegment']))
  expect(found.map(({ rev, taken }) => [rev, taken?.canTakeBack])).toEqual([
    [9000, undefined],
    [2, true],
  ])
})
