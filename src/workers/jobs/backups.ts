// The backup: everything in one file, opened again and checked right after it was made. Restoring replaces everything, all or nothing.
import { ok, type Result } from '../../base/result.ts'
import { packBackup, readBackup } from '../../exchange/backup.ts'
import type { Failure } from '../../model/failure.ts'
import { tableNames, type TableName } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { restoreAll } from '../../storage/keep/restore.ts'
import { readEverything } from '../../storage/read/everything.ts'

export interface MadeBackup {
  bytes: ArrayBuffer
  rev: number
  counts: Record<TableName, number>
}

/** What a backup file holds. */
export interface BackupContents {
  at: string
  tablet: string
  counts: Record<TableName, number>
}

export interface BackupJobs {
  makeBackup: (meta: { app: string; at: string; tablet: string }) => Promise<Result<MadeBackup, Failure>>
  checkBackup: (bytes: ArrayBuffer, fileName: string) => Promise<Result<BackupContents, Failure>>
  restoreBackup: (bytes: ArrayBuffer, fileName: string, at: string) => Promise<Result<number, Failure>>
}

export const backupJobs = (db: Database): BackupJobs => ({
  makeBackup: async (meta) => {
    const { rows, rev } = await readEverything(db)
    const bytes = await packBackup(rows, { ...meta, rev })
    const opened = await readBackup(bytes, 'backup')
    if (!opened.ok) return opened
    return ok({ bytes: bytes.slice().buffer, rev, counts: countsOf(rows) })
  },
  checkBackup: async (bytes, fileName) => {
    const read = await readBackup(new Uint8Array(bytes), fileName)
    if (!read.ok) return read
    const { at, tablet } = read.value.manifest
    return ok({ at, tablet, counts: countsOf(read.value.rows) })
  },
  restoreBackup: async (bytes, fileName, at) => {
    const read = await readBackup(new Uint8Array(bytes), fileName)
    return read.ok ? restoreAll(db, read.value.rows, at) : read
  },
})

function countsOf(rows: { [T in TableName]: unknown[] }): Record<TableName, number> {
  return Object.fromEntries(tableNames.map((name) => [name, rows[name].length])) as Record<TableName, number>
}
