// The page that works when the app does not: it reads a database as it is, whatever version wrote it, and what it saves the app restores.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { readFileSync, readdirSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { blobSource, openBackup } from '../../src/exchange/backup.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import { columnsOf, guessColumns } from '../../src/exchange/columns.ts'
import type { StoredRow } from '../../src/model/backupRows.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { tableNames, type TableName } from '../../src/model/tables.ts'
import { newDatabase, placeOf, schemaVersion, type Database } from '../../src/storage/database.ts'
import { policyMeta } from '../config/headers.mjs'
import { company, person } from '../make.ts'
import { houseLeftBy, oldDump } from '../storage/old.ts'

const page = new URL('../../public/rescue/', import.meta.url)
const script = <T>(name: string) => import(/* @vite-ignore */ new URL(name, page).pathname) as Promise<T>
const { makeBackup } = await script<{
  makeBackup: (db: IDBDatabase, at: string) => Promise<{ file: Blob; counts: Record<string, number>; lost: number; broken: string[] }>
}>('backup.js')
const {
  openAsItIs,
  housekeeping,
  findDatabases,
  countsOf,
  rowsOf: rowsOfTable,
} = await script<{
  openAsItIs: (name: string) => Promise<IDBDatabase | undefined>
  housekeeping: string[]
  findDatabases: () => Promise<string[]>
  countsOf: (db: IDBDatabase) => Promise<Record<string, number | undefined>>
  rowsOf: (db: IDBDatabase, table: string) => AsyncGenerator<{ name: string }[]>
}>('read.js')
const { cell, csvHead, csvLines } = await script<{
  cell: (value: unknown) => string
  csvHead: () => string
  csvLines: (rows: unknown[], companies: Map<string, string>) => string
}>('csv.js')
const { inBlocks } = await script<{ inBlocks: (bytes: Uint8Array) => Uint8Array<ArrayBuffer> }>('zip.js')
const { inUse } = await script<{ inUse: () => Promise<string> }>('kept.js')

const at = '2026-11-22T08:00:00.000Z'
let before: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }
const place = (factory: IDBFactory) => Object.assign(globalThis, { indexedDB: factory, IDBKeyRange })
beforeEach(() => void (before = { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange }))
afterEach(() => void Object.assign(globalThis, before))

/** The rows that the app reads in a file, by table. */
async function rowsIn(file: Blob): Promise<Record<string, StoredRow[]>> {
  const opened = await openBackup(blobSource(file), 'rescue.fieldbook')
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  await opened.value.check(() => undefined)
  const rows: Record<string, StoredRow[]> = {}
  for await (const portion of opened.value.portions()) if ('rows' in portion) (rows[portion.table] ??= []).push(...portion.rows)
  return rows
}
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
const rowsOf = async (db: Database) => {
  const rows: Record<string, unknown[]> = {}
  for (const table of tableNames) {
    const found = (await db.table(table).toArray()) as { id: string }[]
    if (found.length > 0) rows[table] = found.sort(byId)
  }
  return rows
}
const sorted = (rows: Record<string, StoredRow[]>) =>
  Object.fromEntries(Object.entries(rows).flatMap(([table, some]) => (some.length > 0 ? [[table, some.toSorted(byId)]] : [])))

async function rescued(name = 'fieldbook') {
  const raw = await openAsItIs(name)
  if (!raw) throw new Error(`There is no ${name}.`)
  const made = await makeBackup(raw, at)
  raw.close()
  return made
}

describe('Rescued', () => {
  it.each(['first', 'second', 'third', 'fifth'] as const)(
    'from a tablet that the %s version left: the app reads what it would have upgraded',
    async (version) => {
      const house = await houseLeftBy(version)
      // Nothing has opened it with the present version yet: it is read as it is.
      place(placeOf(house.db).indexedDB as IDBFactory)
      const { file, lost } = await rescued()
      expect(lost).toBe(0)
      const rows = sorted(await rowsIn(file))
      await house.db.open()
      expect(rows).toEqual(await rowsOf(house.db))
      expect(rows['contacts']?.length).toBe(oldDump(version).tables['contacts']?.length)
      house.db.close()
    },
  )

  it('from the present version, with contacts that an import has not put in their places yet, each once', async () => {
    const factory = new IDBFactory()
    place(factory)
    const db = newDatabase('fieldbook-2', { indexedDB: factory, IDBKeyRange })
    const hof = company({ name: 'Hof Müßig' })
    const [anna, max] = [person({ name: 'Anna', company: hof }), person({ name: 'Max', id: 'max' as ContactId })]
    await db.contacts.bulkPut([hof, anna])
    await db.pendingContacts.put({ id: anna.id, importId: 'i', rev: 7, contacts: [anna, max] })
    await db.changes.put({ rev: 7, at, what: 'import', ids: {} })
    db.close()
    const raw = await openAsItIs('fieldbook-2')
    expect(raw && (await countsOf(raw))['contacts']).toBe(3)
    raw?.close()
    const rows = await rowsIn((await rescued('fieldbook-2')).file)
    expect(rows['contacts']?.map(({ name }) => name).sort()).toEqual(['Anna', 'Hof Müßig', 'Max'])
  })

  it('rows of a newer shape go into a file that says so: this app does not take them for its own', async () => {
    const factory = new IDBFactory()
    place(factory)
    await new Promise((done) => {
      const opening = factory.open('fieldbook', (schemaVersion + 1) * 10)
      opening.onupgradeneeded = () => opening.result.createObjectStore('contacts', { keyPath: 'id' }).put({ id: 'a', name: 'Anna' })
      opening.onsuccess = () => done(opening.result.close())
    })
    const opened = await openBackup(blobSource((await rescued()).file), 'rescue.fieldbook')
    expect(opened).toMatchObject({ ok: false, failure: { code: 'backupNewer', version: schemaVersion + 1 } })
  })

  it('a table that does not answer is said, its count is unknown, and all others are in the file', async () => {
    const factory = new IDBFactory()
    place(factory)
    const db = newDatabase('fieldbook', { indexedDB: factory, IDBKeyRange })
    await db.contacts.put(company({ name: 'Hof Müßig' }))
    db.close()
    const raw = await openAsItIs('fieldbook')
    if (!raw) throw new Error('There is none.')
    const damaged = new Proxy(raw, {
      get(target, key) {
        if (key === 'transaction')
          return (table: string) => {
            if (table === 'entries') throw new DOMException('damaged', 'UnknownError')
            return target.transaction(table)
          }
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
    const counts = await countsOf(damaged)
    expect([counts['contacts'], counts['entries'], 'entries' in counts]).toEqual([1, undefined, true])
    const { file, lost, broken } = await makeBackup(damaged, at)
    expect([lost, broken]).toEqual([0, ['entries']])
    expect((await rowsIn(file))['contacts']).toHaveLength(1)
    raw.close()
  })

  it('a contact that is put in its place while it is read is told once, and not missed', async () => {
    const factory = new IDBFactory()
    place(factory)
    const db = newDatabase('fieldbook', { indexedDB: factory, IDBKeyRange })
    const anna = person({ name: 'Anna', id: 'a' as ContactId })
    await db.contacts.put(company({ name: 'Hof', id: 'm' as ContactId }))
    await db.pendingContacts.put({ id: anna.id, importId: 'i', rev: 7, contacts: [anna] })
    const raw = await openAsItIs('fieldbook')
    if (!raw) throw new Error('There is none.')
    const names: string[] = []
    for await (const rows of rowsOfTable(raw, 'contacts')) {
      names.push(...rows.map(({ name }) => name))
      await db.contacts.put({ ...anna, rev: 7 })
      await db.pendingContacts.clear()
    }
    expect(names.sort()).toEqual(['Anna', 'Hof'])
    raw.close()
    db.close()
  })

  it('from the database that is in use after a restore; none is made where there is none', async () => {
    const factory = new IDBFactory()
    place(factory)
    expect(await inUse()).toBe('fieldbook')
    expect(await openAsItIs('fieldbook')).toBeUndefined()
    expect(await factory.databases()).toEqual([])
    const { writeDoor } = await import('../../src/storage/keep/door.ts')
    await writeDoor({ inUse: 'fieldbook-3' }, { indexedDB: factory, IDBKeyRange })
    expect(await inUse()).toBe('fieldbook-3')
    expect(await findDatabases()).toEqual([])
  })
})

it('every table is a noun of the app, or housekeeping that stays out of backups', () => {
  const db = newDatabase('all', { indexedDB: new IDBFactory(), IDBKeyRange })
  const stores = db.tables.map(({ name }) => name).filter((name) => !tableNames.includes(name as TableName))
  expect(stores.sort()).toEqual([...housekeeping].sort())
  db.close()
  expect(schemaVersion).toBe(8)
})

it('an old browser that cannot pack keeps the bytes in blocks that every reader unpacks', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, at_) => at_ % 251)
  for (const some of [bytes, bytes.subarray(0, 0), bytes.subarray(0, 65_535), bytes.subarray(0, 65_536)]) {
    expect(Buffer.compare(inflateRawSync(inBlocks(some)), some)).toBe(0)
  }
})

describe('The contacts as a table', () => {
  it('come in again with every column where it belongs', async () => {
    const hof = company({ name: 'Hof; "Müßig"', phone: '+49 40 1', postCode: '01067' })
    const anna = person({
      name: 'Änne Berg',
      firstName: 'Änne',
      surname: 'Berg',
      company: hof,
      birthday: toDay('1980-04-03'),
      address: 'Weg 1\nHof',
    })
    const text = csvHead() + csvLines([hof, anna], new Map([[hof.id, hof.name]]))
    const read = await readSheet(new TextEncoder().encode(text), 'rescue.csv')
    if (!read.ok) throw new Error(read.failure.code)
    const targets = guessColumns(read.value, 'contacts', columnsOf(read.value)).map(({ column }) => column.target)
    expect(targets).not.toContain(undefined)
    expect(new Set(targets).size).toBe(targets.length)
    const cellOf = (row: number, target: string) => read.value.rows[row]?.cells[targets.indexOf(target)]
    expect([cellOf(0, 'companyName'), cellOf(0, 'phone'), cellOf(0, 'postCode')]).toEqual(['Hof; "Müßig"', '+49 40 1', '01067'])
    expect([cellOf(1, 'fullName'), cellOf(1, 'companyName'), cellOf(1, 'address')]).toEqual(['Änne Berg', 'Hof; "Müßig"', 'Weg 1\nHof'])
  })

  it.each([
    ['=1+1', '"\'=1+1"'],
    ['@cmd', '"\'@cmd"'],
    ['-2+3|cmd', '"\'-2+3|cmd"'],
    ['+49 40 66969-350', '+49 40 66969-350'],
    ['-5', '-5'],
    ['plain', 'plain'],
    [undefined, ''],
  ])('%s is written as %s', (value, written) => expect(cell(value)).toBe(written))
})

describe('The page', () => {
  const html = readFileSync(new URL('../rescue.html', page), 'utf8')
  it('carries the policy of the app, for hosts that send none', () => {
    const said = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1]
    expect(said).toBe(policyMeta)
  })
  it('needs nothing of the app: its scripts import only each other', () => {
    const scripts = readdirSync(page).filter((name) => name.endsWith('.js'))
    for (const name of scripts)
      for (const [, from] of readFileSync(new URL(name, page), 'utf8').matchAll(/from '([^']+)'/g))
        expect(scripts, `${name} imports ${from}`).toContain(from?.slice(2))
    expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1])).toEqual([
      'icons/icon.svg',
      'rescue/page.css',
      'rescue/page.js',
    ])
  })
  it('says everything in both languages', async () => {
    const { words } = await script<{ words: Record<string, Record<string, unknown>> }>('words.js')
    const keys = (one: Record<string, unknown> | undefined): string[] =>
      Object.entries(one ?? {}).flatMap(([key, value]) =>
        typeof value === 'object' ? keys(value as Record<string, unknown>).map((inner) => `${key}.${inner}`) : [key],
      )
    expect(keys(words['de'])).toEqual(keys(words['en']))
  })
})
