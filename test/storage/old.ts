// What older versions left behind, as it stands in test/storage/old: a dump of the whole database, and a backup.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { makeLoggedLetters } from '../../src/actions/letters.ts'
import type { ContactId, EntryId, LoggedSegmentId, MergeId, SavedCriteriaId, SegmentId } from '../../src/model/ids.ts'
import { tableNames, tables } from '../../src/model/tables.ts'
import { newDatabase } from '../../src/storage/database.ts'
import { readEverything } from '../../src/storage/read/everything.ts'
import { good, letterBytes, openHouse } from '../open.ts'

export interface Dump {
  version: number
  loggedId: LoggedSegmentId
  openId: SegmentId
  /** SHA-256 of what stood in each logged letter, by its file's name. */
  letters: Record<string, string>
  stores: Record<string, string>
  tables: Record<string, { id: string }[]>
}
/** Of the first version: a segment whose header speaks for nobody. */
export type FirstDump = Dump & { plainId: SegmentId }
/** Of the second version: a segment made of saved criteria, and who stood on the open one. */
export type SecondDump = Dump & { reusedId: SegmentId; savedId: SavedCriteriaId; standing: ContactId[] }
/** Of the third version: an edited recipe, formulas, and a person with answers and an alternative address. */
export type ThirdDump = SecondDump & { personId: ContactId }
/** Of the fourth version: letters for households, sent again together, a letter of one's own, an import. */
export type FourthDump = Dump & { togetherId: EntryId; standing: ContactId[] }
/** Of the fifth version: two contacts merged into one, one deleted, one forgotten, what was answered to a mailing. */
export type FifthDump = Dump & { mergeId: MergeId; keptId: ContactId; lostId: ContactId; standing: ContactId[] }
/** Of the sixth version: the sample with a segment logged and a call round begun. */
export type SixthDump = Dump & { standing: ContactId[] }
/** Of the seventh version: the same, handed over to another tablet. */
export type SeventhDump = SixthDump
interface Dumps {
  first: FirstDump
  second: SecondDump
  third: ThirdDump
  fourth: FourthDump
  fifth: FifthDump
  sixth: SixthDump
  seventh: SeventhDump
}

export const oldFile = (name: string) => readFileSync(new URL(`old/${name}`, import.meta.url))

const withBytes = (_: string, value: unknown) => {
  const text = (value as { $bytes?: string } | null)?.$bytes
  return text === undefined ? value : new Uint8Array(Buffer.from(text, 'base64')).buffer
}

export const oldDump = <V extends keyof Dumps>(version: V): Dumps[V] =>
  JSON.parse(oldFile(`${version}.json`).toString(), withBytes) as Dumps[V]

/** A house on a database that the old version has left. */
export async function houseLeftBy(version: keyof Dumps): Promise<House> {
  const dump = oldDump(version)
  const place = { indexedDB: new IDBFactory(), IDBKeyRange }
  const old = new Dexie('fieldbook', place)
  old.version(dump.version).stores(dump.stores)
  for (const [table, rows] of Object.entries(dump.tables)) await old.table(table).bulkPut(rows)
  old.close()
  return openHouse(newDatabase('fieldbook', place))
}

/** Every row is what its table holds, and as it was. */
export async function isAsLeft(house: House, dump: Dump): Promise<void> {
  const { rows } = await readEverything(house.db)
  for (const table of tableNames) {
    for (const row of rows[table]) expect(tables[table].safeParse(row), `${table} ${row.id}`).toMatchObject({ success: true })
    expect(rows[table], table).toEqual(dump.tables[table] ?? [])
  }
}

/** The letters of the logged segment, made again: SHA-256 of what stands in each, by its file's name. */
export async function letterSums(house: House, { loggedId }: Dump): Promise<Record<string, string>> {
  const made = await good(makeLoggedLetters(house, loggedId, { output: 'zip' }, undefined, {}))
  return Object.fromEntries(
    Object.entries(unzipSync(await letterBytes(made.files[0]!))).map(([name, bytes]) => [
      name,
      createHash('sha256').update(unzipSync(bytes)['word/document.xml']!).digest('hex'),
    ]),
  )
}
