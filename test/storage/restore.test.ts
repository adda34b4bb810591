// A tablet that is backed up and brought back: everything is there, whatever happens meanwhile, and the data from before stay until she says so.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { defaultSeries } from '../../src/core/numbers.ts'
import { changeContact } from '../../src/actions/contacts.ts'
import type { House } from '../../src/actions/house.ts'
import { saveTablet } from '../../src/actions/settings.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { newDatabase, placeOf } from '../../src/storage/database.ts'
import { listed, readDoor, tidyDatabases } from '../../src/storage/keep/door.ts'
import { newShelf } from '../../src/storage/keep/generatedFiles.ts'
import { snapshotShelf } from '../../src/storage/keep/snapshots.ts'
import { openInUse } from '../../src/storage/open.ts'
import { backupJobs, type BackupJobs } from '../../src/workers/jobs/backups.ts'
import { JobBook } from '../../src/workers/jobs/jobBook.ts'
import { company, entry, person } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'
import { Folder } from '../fileRoot.ts'
import { packBackup, noRows } from '../backups.ts'
import { restored } from '../restored.ts'

const at = '2026-11-20T10:00:00.000Z'
const wish = { app: 'test', at, tablet: 'Veras Tablet' }
const hof = company({ name: 'Hof Müßig' })
const people = Array.from({ length: 30 }, (_, no) =>
  person({ name: `Anna ${no}`, company: hof, no: `V-KT${String(no + 1).padStart(5, '0')}` }),
)
const documents = ['a1', 'b2'].map((id, no) => ({
  rev: 0,
  id: id as never,
  fileName: `${id}.docx`,
  size: 3,
  bytes: new Uint8Array([no, 255, 0]).buffer,
}))

let house: House
let root: Folder
let book: JobBook
let jobs: BackupJobs
const store = async (put: Changes['put'], remove: Changes['remove'] = {}) =>
  good(commit(house.db, { ...noChanges(), put, remove }, 'test', at))
const names = async () => [...(await listed(placeOf(house.db)))!.keys()].filter((name) => name !== 'fieldbook-door').sort()

beforeEach(async () => {
  house = openHouse(newDatabase('fieldbook', { indexedDB: new IDBFactory(), IDBKeyRange }))
  root = new Folder()
  book = new JobBook()
  jobs = backupJobs(
    house.db,
    book,
    newShelf(() => Promise.resolve(root)),
    snapshotShelf(() => Promise.resolve(root)),
  )
  await good(saveTablet(house, { name: 'Veras Tablet', prefix: 'V-', started: true }))
  await store({ contacts: [hof, ...people], entries: people.map((one) => entry(one, '2026-02-01')), attachments: documents })
  await store({ series: [{ rev: 0, id: 'contact', prefix: 'KT', next: 31, digits: 5 }] })
})

describe('A backup', () => {
  it.each(['', 'geheim'])('brings everything back (password: %j)', async (password) => {
    const made = await good(jobs.makeBackup({ ...wish, password }, 1))
    expect(made).toMatchObject({
      name: expect.stringMatching(/^fieldbook-2026-11-20-\d{4}\.fieldbook$/) as string,
      encrypted: password !== '',
      counts: { contacts: 31, entries: 30 },
    })
    expect(await good(jobs.checkBackup(made.file, made.name, password, 2))).toMatchObject({
      ...{ tablet: 'Veras Tablet', prefix: 'V-', version: 8, encrypted: password !== '', newest: { contacts: people[0]!.changedAt } },
    })
    expect(await contents(await restored(made.file, made.name, { as: 'takesOver', password }))).toEqual(await contents(house))
  })

  it('is of one moment, whatever is written while it is made', async () => {
    // Between any two looks of the backup something is changed, made and removed.
    let [no, busy] = [0, Promise.resolve()]
    const told = () => {
      const at = ++no
      busy = busy.then(async () => {
        const one = people[at % people.length]!
        const removed = people[(at * 7 + 3) % people.length]!.id
        await store(
          {
            contacts: [{ ...one, rev: 0, city: `Ulm ${at}` }, person({ id: `n${at}` as ContactId, name: `New ${at}` })],
            attachments: [{ ...documents[0]!, id: `d${at}` as never }],
          },
          { entries: [`entry ${removed} 2026-02-01`], contacts: at > 2 ? [`n${at - 2}`] : [] },
        )
      })
    }
    book.watch(1, told)
    const made = await good(jobs.makeBackup(wish, 1))
    await busy
    expect(no).toBeGreaterThan(3)
    const back = await restored(made.file, made.name)
    // As the tablet was at that commit: what came later is taken off again by looking at the log of changes.
    const later = (await house.db.changes.where('rev').above(made.rev).toArray()).flatMap(({ ids }) => [
      ...(ids.contacts ?? []),
      ...(ids.entries ?? []),
      ...(ids.attachments ?? []),
    ])
    const upTo = async (of: House) =>
      Object.fromEntries(
        Object.entries(await contents(of)).map(([table, rows]) => [
          table,
          rows.filter((row) => !later.includes((row as { id: string }).id)),
        ]),
      )
    expect(await upTo(back)).toEqual(await upTo(house))
    for (const table of ['contacts', 'entries', 'attachments'] as const) expect(await back.db.table(table).count()).toBe(made.counts[table])
  })

  it('has the contacts of an import that are still on their way', async () => {
    const pending = [person({ id: 'p1' as ContactId, name: 'Pia' }), person({ id: 'p2' as ContactId, name: 'Pit' })]
    await house.db.pendingContacts.put({ id: 'p1', importId: 'i', rev: 3, contacts: pending })
    await house.db.imports.put({
      id: 'i',
      rev: 3,
      at,
      fileName: 'x.csv',
      kind: 'contacts',
      state: 'storing',
      made: 2,
      changed: 0,
      stored: 0,
    })
    const made = await good(jobs.makeBackup(wish, 1))
    expect(made.counts.contacts).toBe(33)
    expect(await (await restored(made.file, made.name)).db.contacts.get('p2' as ContactId)).toMatchObject({ name: 'Pit' })
  })

  it('that is stopped leaves nothing behind', async () => {
    book.watch(1, () => book.stop(1))
    expect(await jobs.makeBackup(wish, 1)).toMatchObject({ failure: { code: 'stopped' } })
    expect(root.files).toEqual([])
  })

  it('of a tablet without room is made all the same, and is whole', async () => {
    const large = (no: number) => ({ ...documents[0]!, id: `l${no}` as never, bytes: crypto.getRandomValues(new Uint8Array(65536)).buffer })
    await house.db.attachments.bulkPut(Array.from({ length: 90 }, (_, no) => large(no)))
    const small = new Folder()
    small.room = 4.5 * 2 ** 20
    const full = backupJobs(
      house.db,
      book,
      newShelf(() => Promise.resolve(small)),
    )
    const made = await good(full.makeBackup(wish, 2))
    expect(made.size).toBeGreaterThan(small.room)
    expect(await good(full.checkBackup(made.file, made.name, undefined, 3))).toMatchObject({
      counts: { attachments: documents.length + 90 },
    })
  })
})

describe('A restore', () => {
  it('leaves the data from before until they are let go; numbers, folder and prefix go on', async () => {
    await house.db.handles.put({ id: 'backupFolder', handle: 'a handle', name: 'Backups' })
    const made = await good(jobs.makeBackup(wish, 1))
    await good(changeContact(house, people[0]!.id, (await house.db.contacts.get(people[0]!.id))!.rev, { city: 'Ulm' }))
    const { database } = await good(jobs.restoreBackup(made.file, made.name, { as: 'takesOver' }, at, 1))
    const place = placeOf(house.db)
    expect(await readDoor(place)).toEqual({ inUse: database, before: { database: house.db.name, at, fileName: made.name } })
    expect(await jobs.restoreToConfirm()).toEqual({ at, fileName: made.name })
    const opened = await openInUse(place)
    if (!opened.ok) throw new Error(opened.failure.code)
    const back = openHouse(opened.value)
    expect(await back.db.contacts.get(people[0]!.id)).toMatchObject({ city: '' })
    expect(await back.db.settings.get('tablet')).toMatchObject({
      name: 'Veras Tablet',
      prefix: 'V-',
      lastBackup: { name: made.name, size: made.size },
    })
    expect(await back.db.handles.get('backupFolder')).toMatchObject({ name: 'Backups' })
    expect((await good(commit(back.db, { ...noChanges(), put: { contacts: [hof] } }, 'next', at))).rev).toBeGreaterThan(made.rev + 1)
    const after = backupJobs(
      back.db,
      book,
      undefined,
      snapshotShelf(() => Promise.resolve(root)),
    )
    expect(await after.confirmRestore(wish, 1)).toEqual({ ok: true, value: undefined })
    expect(await names()).toEqual([database])
    expect(await after.restoreToConfirm()).toBeUndefined()
    expect(await after.listSnapshots()).toMatchObject([{ reason: 'restore', contacts: 31 }])
    expect(await after.goBackBeforeRestore()).toMatchObject({ failure: { code: 'noRestoreBefore' } })
  })

  it('of a file that lost its settings is a tablet that has started, with the name and prefix that the file says', async () => {
    const bytes = await packBackup(noRows(), { tablet: 'North', prefix: 'N-' })
    const { database } = await good(jobs.restoreBackup(new Blob([bytes]), 'rescue.fieldbook', { as: 'takesOver' }, at, 1))
    const db = newDatabase(database, placeOf(house.db))
    expect(await db.settings.get('tablet')).toMatchObject({ name: 'North', prefix: 'N-', started: true })
    db.close()
  })

  it('is taken back by one tap, and what was restored goes at the next start', async () => {
    const made = await good(jobs.makeBackup(wish, 1))
    const { database } = await good(jobs.restoreBackup(made.file, made.name, { as: 'takesOver' }, at, 1))
    expect(await good(jobs.goBackBeforeRestore())).toEqual({ database: house.db.name })
    await tidyDatabases(placeOf(house.db))
    expect(await readDoor(placeOf(house.db))).toEqual({ inUse: house.db.name })
    expect(await names()).not.toContain(database)
  })

  it('as a second tablet has a name and numbers of its own, and exports nothing that the first one has', async () => {
    const made = await good(jobs.makeBackup(wish, 1))
    expect(await jobs.restoreBackup(made.file, made.name, { as: { name: 'Zweites', prefix: ' v-' } }, at, 1)).toEqual({
      ok: false,
      failure: { code: 'prefixTaken', prefix: 'V-' },
    })
    const second = await restored(made.file, made.name, { as: { name: 'Zweites', prefix: 'Z-' } })
    const tablet = await second.db.settings.get('tablet')
    expect(tablet).toMatchObject({ name: 'Zweites', prefix: 'Z-', lastLogExport: { entries: 0 } })
    expect(await contents(second)).toMatchObject({ contacts: (await contents(house))['contacts'] })
  })

  it('never gives a number twice: a series that is behind is brought ahead', async () => {
    await store({ series: defaultSeries.map((series) => ({ ...series, next: series.id === 'contact' ? 7 : 1 })) })
    const made = await good(jobs.makeBackup(wish, 1))
    expect(await (await restored(made.file, made.name)).db.series.get('contact')).toMatchObject({ next: 31 })
  })

  it('that is stopped, or of a file that is wrong somewhere, leaves everything as it was', async () => {
    const made = await good(jobs.makeBackup(wish, 1))
    const before = await contents(house)
    book.watch(5, () => book.stop(5))
    expect(await jobs.restoreBackup(made.file, made.name, { as: 'takesOver' }, at, 5)).toMatchObject({ failure: { code: 'stopped' } })
    const twice = new Blob([await packBackup({ ...noRows(), contacts: [hof, hof] })])
    expect(await jobs.restoreBackup(twice, 'twice', { as: 'takesOver' }, at, 6)).toMatchObject({
      failure: { code: 'backupBroken', detail: 'contacts' },
    })
    const bytes = new Uint8Array(await made.file.arrayBuffer())
    for (let no = 0; no < 12; no++) {
      const wrong = bytes.slice()
      const place = (no * 7919 + 400) % wrong.length
      wrong[place] = (wrong[place] ?? 0) ^ 16
      expect((await jobs.restoreBackup(new Blob([wrong]), 'wrong', { as: 'takesOver' }, at, 7)).ok).toBe(false)
    }
    expect(await names()).toEqual([house.db.name])
    expect(await readDoor(placeOf(house.db))).toEqual({ inUse: 'fieldbook' })
    expect(await contents(house)).toEqual(before)
  })
})

describe('A tablet that is killed', () => {
  const place = () => placeOf(house.db)
  const opened = async (name: string) => {
    const db = newDatabase(name, place())
    await db.open()
    db.close()
  }

  it.each<[string, () => Promise<void>, string[]]>([
    ['while a restore fills its database', () => opened('fieldbook-2'), ['fieldbook']],
    ['before it has begun to fill it', () => Promise.resolve(), ['fieldbook']],
  ])('%s goes on with the data it had', async (_, until, left) => {
    await until()
    await tidyDatabases(place())
    expect(await names()).toEqual(left)
    const now = await openInUse(place())
    expect(now.ok && now.value.name).toBe('fieldbook')
    if (now.ok) now.value.close()
  })

  it('right after the switch goes on with the restored data, and those from before are still there', async () => {
    const made = await good(jobs.makeBackup(wish, 1))
    const { database } = await good(jobs.restoreBackup(made.file, made.name, { as: 'takesOver' }, at, 1))
    await tidyDatabases(place())
    expect(await names()).toEqual([database, house.db.name].sort())
    const now = await openInUse(place())
    expect(now.ok && now.value.name).toBe(database)
    if (now.ok) now.value.close()
  })
})

describe('A row that is not in the shape of its table', () => {
  const halved = async () => {
    await store({ contacts: [hof, ...people] })
    const { city: _, ...without } = people[0]!
    await house.db.contacts.bulkPut([{ ...without, rev: 1 } as never, { ...people[1]!, rev: 1, name: 7 } as never])
    return good(jobs.makeBackup(wish, 1))
  }

  it('is in the backup, and told of when it is made and looked into', async () => {
    const made = await halved()
    expect(made.unreadable.length).toBe(2)
    const held = await good(jobs.checkBackup(made.file, made.name, undefined, 2))
    expect([held.unreadable.length, held.incomplete.length]).toEqual([1, 1])
    expect(held.unreadable[0]!.table).toBe('contacts')
  })

  it('refuses the file until it may stay out; what only misses something comes with a blank', async () => {
    const made = await halved()
    const refused = await jobs.restoreBackup(made.file, made.name, { as: 'takesOver' }, at, 2)
    expect(refused).toEqual({ ok: false, failure: { code: 'backupUnreadable', fileName: made.name, rows: 1 } })
    expect(await names()).toEqual(['fieldbook'])
    const { database } = await good(jobs.restoreBackup(made.file, made.name, { as: 'takesOver', without: true }, at, 3))
    const db = newDatabase(database, placeOf(house.db))
    expect(await db.contacts.count()).toBe(people.length)
    expect((await db.contacts.get(people[0]!.id))!.city).toBe('')
    expect(await db.contacts.get(people[1]!.id)).toBeUndefined()
    db.close()
  })
})

describe('What was done after a restore', () => {
  const inUse = async () => {
    const opened = await openInUse(placeOf(house.db))
    if (!opened.ok) throw new Error(opened.failure.code)
    return opened.value
  }
  const jobsOf = (db: House['db'], hasPlace: boolean) =>
    backupJobs(
      db,
      book,
      undefined,
      snapshotShelf(() => Promise.resolve(hasPlace ? root : undefined)),
    )
  const restoredAndChanged = async () => {
    const made = await good(jobs.makeBackup(wish, 1))
    await good(jobs.restoreBackup(made.file, made.name, { as: 'takesOver' }, at, 1))
    const db = await inUse()
    await good(commit(db, { ...noChanges(), put: { contacts: [person({ name: 'Neu' })] } }, 'next', at))
    return { db, made }
  }

  it('stays as a copy when she goes back', async () => {
    const { db } = await restoredAndChanged()
    const after = jobsOf(db, true)
    await good(after.goBackBeforeRestore(wish))
    expect(await after.listSnapshots()).toMatchObject([{ reason: 'restore' }])
    db.close()
  })

  it('stays where it is when there is no place for a copy; the first data stay through a second restore', async () => {
    const { db, made } = await restoredAndChanged()
    const after = jobsOf(db, false)
    const second = await good(after.restoreBackup(made.file, made.name, { as: 'takesOver' }, at, 2))
    db.close()
    await tidyDatabases(placeOf(house.db))
    expect(await names()).toEqual(['fieldbook', db.name, second.database].sort())
    expect((await readDoor(placeOf(house.db))).before?.database).toBe('fieldbook')
  })
})

test('A copy of this tablet that is restored is no backup of it', async () => {
  const copy = (await good(jobs.makeSnapshot(wish, 'asked', 1)))!
  const file = (await jobs.snapshotFile(copy.name))!
  const { database } = await good(jobs.restoreBackup(file, copy.name, { as: 'takesOver' }, at, 1))
  const db = newDatabase(database, placeOf(house.db))
  expect(await db.settings.get('tablet')).not.toHaveProperty('lastBackup')
  db.close()
})
