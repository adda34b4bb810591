// What an import left on the tablet, as the journal and the log of changes tell it, and what was done to it since. No row is read for that:
// what nobody touched since stands as the import wrote it.
import { refuse, ok, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { tableNames, type Row, type TableName } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import type { ChangeRow, Database, ImportRow } from '../database.ts'
import { readImports } from './imports.ts'

/** Ids by table. */
export type Ids = Map<TableName, Set<string>>

export interface ImportTrace {
  row: ImportRow
  /** The number of the last commit when this was read. */
  since: number
  made: Ids
  /** Rows as they were before the import changed them. */
  before: Map<TableName, Row<TableName>[]>
  /** Whatever commits after it wrote, made or changed by it or not. */
  touched: Ids
}

/** Numbers given do not come back, settings and saved mappings are no rows of the file. */
const notOfFile: ReadonlySet<TableName> = new Set<TableName>(['series', 'settings', 'importMappings'])

/** Failures: `importTakenBack` when it was taken back already, `importTooOld` when it is not known any more how things were before. */
export function readImportTrace(db: Database, importId: string): Promise<Result<ImportTrace, Failure>> {
  return db.transaction('r', [db.changes, db.imports, db.importBefore], async () => {
    const row = (await readImports(db)).find(({ id }) => id === importId)
    if (row?.state === 'takenBack') return refuse({ code: 'importTakenBack' })
    if (!row) return refuse({ code: 'importTooOld' })
    const since = await lastRev(db)
    const own = await db.changes.get(row.rev)
    const later = await db.changes.where('rev').above(row.rev).toArray()
    if (!row.canTakeBack || !own || later.some(({ what }) => what === 'restore')) return refuse({ code: 'importTooOld' })
    const before: ImportTrace['before'] = new Map()
    for (const { table, rows } of await db.importBefore.where('importId').equals(importId).toArray())
      if (!notOfFile.has(table)) before.set(table, [...(before.get(table) ?? []), ...rows])
    return ok({ row, since, made: madeBy(own, before), before, touched: touchedBy(later, await takenBackSince(db, row.rev)) })
  })
}

function madeBy({ ids }: ChangeRow, before: ImportTrace['before']): Ids {
  const made: Ids = new Map()
  for (const table of tableNames) {
    const known = new Set((before.get(table) ?? []).map(({ id }): string => id))
    const own = (ids[table] ?? []).filter((id) => !known.has(id))
    if (own.length > 0 && !notOfFile.has(table)) made.set(table, new Set(own))
  }
  return made
}

/** Later imports that were taken back: what they wrote and their taking back wrote again is as it was before them. */
async function takenBackSince(db: Database, rev: number): Promise<Map<number, number>> {
  const rows = await db.imports.filter((row) => row.rev > rev && row.takenBackRev !== undefined).toArray()
  return new Map(rows.flatMap((row) => [[row.rev, row.takenBackRev ?? 0] as const, [row.takenBackRev ?? 0, row.rev] as const]))
}

function touchedBy(later: readonly ChangeRow[], pairs: ReadonlyMap<number, number>): Ids {
  const touched: Ids = new Map()
  const byRev = new Map(later.map((change) => [change.rev, change]))
  for (const { rev, ids } of later) {
    const other = byRev.get(pairs.get(rev) ?? 0)?.ids ?? {}
    for (const [table, list] of Object.entries(ids) as [TableName, string[]][]) {
      const undone = new Set(other[table] ?? [])
      const known = touched.get(table) ?? new Set()
      for (const id of list) if (!undone.has(id)) known.add(id)
      if (known.size > 0) touched.set(table, known)
    }
  }
  return touched
}
