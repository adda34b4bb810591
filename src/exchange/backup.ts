// The backup: everything on the tablet in one file, `fieldbook-2026-03-02-1541.fieldbook`, as described in backup.md. What was written by any
// version opens here: whether it is ours, its version, its password, its checksums, and every row against its table.
import type { Result } from '../base/result.ts'
import type { RestorePortion, StoredRow } from '../model/backupRows.ts'
import type { Failure } from '../model/failure.ts'
import type { HandOverAbout } from '../model/handOver.ts'
import { tableNames, type AllRows, type TableName } from '../model/tables.ts'
import { unlocked } from './backupLock.ts'
import { backupVersion, firstOfPieces, isLocked, isOpenBackup, isOurs, versionOf } from './backupManifest.ts'
import { openParts, readRows } from './backupOld.ts'
import { PieceFile } from './backupPieces.ts'
import type { RowTroubles } from './backupRow.ts'
import { BackupTrouble, broken, readingBackup } from './backupTrouble.ts'
import type { ByteSource } from './byteSource.ts'

export { writeBackup, type BackupAbout, type WrittenBackup } from './backupWrite.ts'
export { blobSource, type ByteSink, type ByteSource } from './byteSource.ts'
export { readingBackup } from './backupTrouble.ts'
export { isOurs }

/** A backup that was opened; its pieces are read when they are asked for. */
export interface OpenedBackup {
  app: string
  at: string
  tablet: string
  prefix: string
  version: number
  encrypted: boolean
  /** It is a hand-over file, no backup: it holds a part of a tablet's data. */
  handOver?: HandOverAbout
  rev: number
  counts: Record<TableName, number>
  newest: Partial<Record<TableName, string>>
  /** Every piece unpacked, hashed and counted, and every row held to its table. `told` may throw to stop. Throws `BackupTrouble`. */
  check: (told: (done: number, total: number) => void) => Promise<RowTroubles>
  /** All rows of today's shape, each held to its table. Throws `BackupTrouble`. @param without rows that cannot be read stay out */
  portions: (without?: boolean) => AsyncGenerator<RestorePortion>
  /** How many rows of a table all portions give, when all were given. */
  given: (table: TableName) => number
}

/**
 * Opens a file. Refusals: `backupNotOurs`, `backupNewer`, `backupPassword`, `backupCut`, `backupBroken` with the part, or the table and row.
 */
export const openBackup = (file: ByteSource, fileName: string, password?: string): Promise<Result<OpenedBackup, Failure>> =>
  readingBackup(async () => {
    const start = await file.read(0, 300)
    if (!isOurs(start)) throw new BackupTrouble({ code: 'backupNotOurs', fileName })
    if (!isLocked(start)) return opened(file, fileName, start)
    const source = await unlocked(file, fileName, password)
    return { ...(await opened(source, fileName, await source.read(0, 300))), encrypted: true }
  })

async function opened(source: ByteSource, fileName: string, start: Uint8Array): Promise<OpenedBackup> {
  if (!isOpenBackup(start)) throw new BackupTrouble({ code: 'backupNotOurs', fileName })
  const version = versionOf(start)
  if (version !== undefined && version > backupVersion) throw new BackupTrouble({ code: 'backupNewer', fileName, version })
  if (version !== undefined && version < firstOfPieces) return openedOld(source, fileName)
  const file = await PieceFile.open(source, fileName)
  const { app, at, tablet, prefix, shape, handOver } = file.manifest
  const { rev, counts, newest } = file.contents
  return {
    ...{ app, at, tablet, prefix, rev, newest: newest, version: shape ?? file.manifest.version },
    ...{ encrypted: false, counts: countsOf((table) => counts[table] ?? 0) },
    ...(handOver ? { handOver } : {}),
    check: (told) => file.check(told),
    portions: (without = false) => file.portions(without),
    given: (table) => file.given(table),
  }
}

/** No file of those versions is larger: it was made in memory. */
const mostOfOld = 1 << 30

/** Up to version 3 all of it stood in memory, and so it does here. */
async function openedOld(source: ByteSource, fileName: string): Promise<OpenedBackup> {
  if (source.size > mostOfOld) throw broken(fileName, 'ZIP')
  const parts = held(await openParts(await source.read(0, source.size), fileName))
  const { rows, troubles } = held(readRows(parts.manifest, parts.parts, fileName))
  const { app, at, tablet, rev, version } = parts.manifest
  const prefix = rows.settings.find((row) => row.id === 'tablet')?.prefix ?? ''
  const { counts } = parts.manifest
  return {
    ...{
      app,
      at,
      tablet,
      prefix,
      rev,
      version,
      encrypted: false,
      counts: countsOf((table) => Math.max(counts[table] ?? 0, rows[table].length)),
    },
    newest: {},
    check: (told) => {
      told(1, 1)
      return Promise.resolve(troubles)
    },
    portions: (without = false) => portionsOf(rows, without ? 0 : troubles.unreadable.length, fileName),
    given: (table) => rows[table].length,
  }
}

function held<T>(read: Result<T, Failure>): T {
  if (!read.ok) throw new BackupTrouble(read.failure)
  return read.value
}

const portion = 2000

// eslint-disable-next-line @typescript-eslint/require-await -- as the pieces of a newer file, which are waited for
async function* portionsOf(all: AllRows, lost: number, fileName: string): AsyncGenerator<RestorePortion> {
  if (lost > 0) throw new BackupTrouble({ code: 'backupUnreadable', fileName, rows: lost })
  for (const table of tableNames) {
    const rows = all[table] as unknown as StoredRow[]
    for (let from = 0; from < rows.length; from += portion) yield { table, rows: rows.slice(from, from + portion) }
  }
}

const countsOf = (count: (table: TableName) => number) =>
  Object.fromEntries(tableNames.map((table) => [table, count(table)])) as Record<TableName, number>
