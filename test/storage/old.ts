// What older versions left behind, as it stands in test/storage/old: a dump of the whole database, and a backup.
import { readFileSync } from 'node:fs'
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { House } from '../../src/actions/house.ts'
import type { ContactId, LoggedSegmentId, SavedCriteriaId, SegmentId } from '../../src/model/ids.ts'
import { newDatabase } from '../../src/storage/database.ts'
import { openHouse } from '../open.ts'

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
interface Dumps {
  first: FirstDump
  second: SecondDump
  third: ThirdDump
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
