// The journal as the safety page shows it: what was done, newest first, with what it takes to find it again or take it back.
import type { LoggedSegmentId } from '../../model/ids.ts'
import type { TableName } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import type { ChangeRow, Database } from '../database.ts'
import { readImports, type JournalImport } from './imports.ts'
import { watch, type Watched } from './watch.ts'

export interface SafetyJournalRow {
  rev: number
  at: string
  /** The act's short word, as `logSegment`; without the `undo ` before it. */
  what: string
  undone: boolean
  /** Rows touched, by table. */
  touched: Partial<Record<TableName, number>>
  /** Of an import: which, and what became of it. */
  taken?: JournalImport
  /** Of a logging: the segment as it was logged, and whether it still counts. */
  logged?: { id: LoggedSegmentId; no: string; description: string; cancelled: boolean }
}

/** So many commits are looked through for those that weigh much; imports are found however long ago they were. */
const lookedThrough = 4000

/** @param only acts with one of these words; missing = all */
export async function readSafetyJournal(db: Database, most: number, only?: ReadonlySet<string>): Promise<SafetyJournalRow[]> {
  const imports = new Map((await readImports(db)).map((row) => [row.rev, row]))
  const changes = only
    ? await weighty(db, most, only, [...imports.keys()])
    : await db.changes.orderBy('rev').reverse().limit(most).toArray()
  return Promise.all(changes.map((row) => lineOf(db, row, imports)))
}

async function weighty(db: Database, most: number, only: ReadonlySet<string>, imports: readonly number[]): Promise<ChangeRow[]> {
  const start = (await lastRev(db)) - lookedThrough
  const late = await db.changes
    .where('rev')
    .above(start)
    .reverse()
    .filter(({ what }) => only.has(wordOf(what)))
    .limit(most)
    .toArray()
  const early = await db.changes.bulkGet(imports.filter((rev) => rev <= start).slice(0, most - late.length))
  return [...late, ...early.filter((row) => row !== undefined)]
}

const wordOf = (what: string) => what.replace(/^undo /, '')

async function lineOf(
  db: Database,
  { rev, at, what, ids }: ChangeRow,
  imports: ReadonlyMap<number, JournalImport>,
): Promise<SafetyJournalRow> {
  const word = wordOf(what)
  const undone = what !== word
  const taken = imports.get(rev)
  const logged = word === 'logSegment' && !undone ? await readLogged(db, ids.loggedSegments?.[0] as LoggedSegmentId | undefined) : undefined
  const touched = Object.fromEntries(Object.entries(ids).map(([table, keys]) => [table, keys.length]))
  return { rev, at, what: word, undone, touched, ...(taken ? { taken } : {}), ...(logged ? { logged } : {}) }
}

async function readLogged(db: Database, id: LoggedSegmentId | undefined): Promise<SafetyJournalRow['logged']> {
  const [row, state] = id ? await Promise.all([db.loggedSegments.get(id), db.loggedStates.get(id)]) : []
  return row && { id: row.id, no: row.no, description: row.header.description, cancelled: state?.cancelled ?? false }
}

export const watchSafetyJournal = (db: Database, most: number, only?: ReadonlySet<string>): Watched<SafetyJournalRow[]> =>
  watch(() => readSafetyJournal(db, most, only))
