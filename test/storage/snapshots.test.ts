// Copies the app makes by itself: snapshots in the browser's file system, one of what an older version stored, and a folder of the device.
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { schemaVersion } from '../../src/storage/database.ts'
import { keepFolder, readFolder } from '../../src/storage/keep/handles.ts'
import { snapshotShelf } from '../../src/storage/keep/snapshots.ts'
import { openInUse } from '../../src/storage/open.ts'
import { backupJobs, type BackupJobs } from '../../src/workers/jobs/backups.ts'
import { JobBook } from '../../src/workers/jobs/jobBook.ts'
import { dumpAsItIs } from '../../src/workers/jobs/snapshots.ts'
import { Folder } from '../fileRoot.ts'
import { company } from '../make.ts'
import { contents, openHouse } from '../open.ts'
import { restored } from '../restored.ts'
import { houseLeftBy, oldDump } from './old.ts'

let house: House
let root: Folder
let jobs: BackupJobs
const wish = (at: string) => ({ app: 'test', at: `2026-11-${at}:00:00.000Z`, tablet: 'Veras Tablet' })
const change = (name: string) => commit(house.db, { ...noChanges(), put: { contacts: [company({ name })] } }, 'test', '')

beforeEach(() => {
  house = openHouse()
  root = new Folder()
  jobs = backupJobs(
    house.db,
    new JobBook(),
    undefined,
    snapshotShelf(() => Promise.resolve(root)),
  )
})

describe('Snapshots', () => {
  it('are made when something changed and the last is older than a day', async () => {
    const due = async (at: string) => {
      const done = await jobs.snapshotIfDue(wish(at))
      return done.ok && done.value !== undefined
    }
    expect(await due('01T09')).toBe(false)
    await change('Huber')
    expect(await due('01T10')).toBe(true)
    await change('Sauer')
    expect(await due('02T09')).toBe(false)
    expect(await due('02T11')).toBe(true)
    expect(await due('05T11')).toBe(false)
    expect(await jobs.listSnapshots()).toMatchObject([
      { at: '2026-11-02T11:00:00.000Z', reason: 'daily', contacts: 2 },
      { at: '2026-11-01T10:00:00.000Z', reason: 'daily', contacts: 1 },
    ])
  })

  it('restore as any backup', async () => {
    await change('Huber')
    await jobs.makeSnapshot(wish('01T10'), 'asked', 1)
    const [snapshot] = await jobs.listSnapshots()
    const file = await jobs.snapshotFile(snapshot!.name)
    // A file without a tablet gives one that has begun: its data are not hidden behind the first start.
    const { settings, ...rows } = await contents(await restored(file!, snapshot!.name))
    const { settings: _, ...before } = await contents(house)
    expect(rows).toEqual(before)
    expect(settings).toMatchObject([{ id: 'tablet', name: 'Veras Tablet', started: true }])
    expect(await jobs.snapshotFile('../elsewhere')).toBeUndefined()
  })

  it('the last five stay, and the last one of a rare kind; what a killed one left half goes', async () => {
    await change('Huber')
    await jobs.makeSnapshot(wish('01T10'), 'upgrade', 1)
    for (let day = 2; day < 9; day++) await jobs.makeSnapshot(wish(`0${day}T10`), 'daily', 1)
    const folder = await root.getDirectoryHandle('snapshots')
    folder.entries.set('2026-11-09T10-00-00-000Z daily.fieldbook', { parts: [new Uint8Array(100)] })
    expect((await jobs.listSnapshots()).map(({ at }) => at.slice(8, 10))).toEqual(['08', '07', '06', '05', '04', '01'])
    await jobs.makeSnapshot(wish('10T10'), 'daily', 1)
    expect((await jobs.listSnapshots()).map(({ at }) => at.slice(8, 10))).toEqual(['10', '08', '07', '06', '05', '01'])
    expect(folder.files).toHaveLength(6)
  })

  it('on a full disk leave the old ones; without a place for them there are none', async () => {
    await change('Huber')
    await jobs.makeSnapshot(wish('01T10'), 'daily', 1)
    ;(await root.getDirectoryHandle('snapshots')).room = 200
    expect(await jobs.makeSnapshot(wish('02T10'), 'daily', 1)).toMatchObject({ failure: { code: 'diskFull' } })
    expect(await jobs.listSnapshots()).toHaveLength(1)
    const nowhere = backupJobs(
      house.db,
      new JobBook(),
      undefined,
      snapshotShelf(() => Promise.resolve(undefined)),
    )
    expect(await nowhere.makeSnapshot(wish('02T10'), 'daily', 1)).toEqual({ ok: true, value: undefined })
    expect(await nowhere.listSnapshots()).toEqual([])
  })

  it.each(['first', 'third'] as const)(
    'of what the %s version stored is kept before its shape is changed, and restores',
    async (version) => {
      const place = { indexedDB: new IDBFactory(), IDBKeyRange }
      const dump = oldDump(version)
      const old = new Dexie('fieldbook', place)
      old.version(dump.version).stores(dump.stores)
      for (const [table, rows] of Object.entries(dump.tables)) await old.table(table).bulkPut(rows)
      old.close()
      const shelf = snapshotShelf(() => Promise.resolve(root))
      const seen: unknown[] = []
      const opened = await openInUse(place, async (name, stored) => {
        seen.push([name, stored])
        await dumpAsItIs(name, stored, { app: 'test', at: wish('01T10').at }, { options: place, snapshots: shelf })
      })
      expect(seen).toEqual([['fieldbook', dump.version]])
      expect(opened.ok && opened.value.verno).toBe(schemaVersion)
      const [snapshot] = await jobs.listSnapshots()
      expect(snapshot).toMatchObject({ reason: 'upgrade', contacts: dump.tables['contacts']!.length })
      const back = await restored((await jobs.snapshotFile(snapshot!.name))!, snapshot!.name)
      const upgraded = await houseLeftBy(version)
      await upgraded.db.settings
        .where('id')
        .equals('tablet')
        .modify((row) => void delete (row as { lastBackup?: unknown }).lastBackup)
      expect(await contents(back)).toEqual(await contents(upgraded))
      if (opened.ok) opened.value.close()
    },
  )
})

describe('A folder of the device', () => {
  let folder: Folder
  beforeEach(async () => {
    folder = new Folder('Backups')
    await change('Huber')
    // The real handle can be stored; the tests' own is handed over behind the disk's back.
    await keepFolder(house.db, { ...folder, name: 'Backups' } as never).catch(() => undefined)
    await house.db.handles.put({ id: 'backupFolder', handle: null, name: 'Backups' })
    house.db.handles.hook('reading', (row) => ({ ...row, handle: folder }))
  })

  it('gets a backup a day, opened again; the last ten of this tablet stay, and nothing else is touched', async () => {
    folder.entries.set('letter.docx', { parts: [] })
    folder.entries.set('fieldbook-Other-2026-01-01.fieldbook', { parts: [] })
    for (let day = 10; day < 23; day++) expect(await jobs.writeToFolder(wish(`${day}T10`), 1)).toMatchObject({ ok: true })
    await jobs.writeToFolder(wish('22T11'), 1)
    const days = Array.from({ length: 10 }, (_, at) => `fieldbook-daily-Veras-Tablet-2026-11-${at + 13}.fieldbook`)
    expect(folder.files).toEqual(['fieldbook-Other-2026-01-01.fieldbook', ...days, 'letter.docx'])
    expect(await jobs.folder()).toEqual({ name: 'Backups', permission: 'granted', writtenAt: '2026-11-22T11:00:00.000Z' })
  })

  it('that the browser wants to be asked for again, is full or gone: it is said, and the old file stays whole', async () => {
    await jobs.writeToFolder(wish('10T10'), 1)
    const before = await (await (await folder.getFileHandle('fieldbook-daily-Veras-Tablet-2026-11-10.fieldbook')).getFile()).text()
    folder.room = 100
    expect(await jobs.writeToFolder(wish('10T11'), 1)).toMatchObject({ failure: { code: 'diskFull' } })
    expect(await (await (await folder.getFileHandle('fieldbook-daily-Veras-Tablet-2026-11-10.fieldbook')).getFile()).text()).toBe(before)
    folder.permission = 'prompt'
    expect(await jobs.writeToFolder(wish('10T12'), 1)).toEqual({ ok: false, failure: { code: 'folderPermission', name: 'Backups' } })
    folder.permission = 'granted'
    folder.getFileHandle = () => Promise.reject(new DOMException('not there', 'NotFoundError'))
    expect(await jobs.writeToFolder(wish('10T13'), 1)).toMatchObject({ failure: { code: 'folderGone', name: 'Backups' } })
    expect((await readFolder(house.db))?.writtenAt).toBe('2026-11-10T10:00:00.000Z')
  })
})
