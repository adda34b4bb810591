// Backup files for tests: rows as a file, and a file as rows.
import { blobSource, openBackup, readingBackup, writeBackup, type BackupAbout } from '../src/exchange/backup.ts'
import type { BackupEnd, BackupPortion, StoredRow } from '../src/model/backupRows.ts'
import type { Result } from '../src/base/result.ts'
import type { Failure } from '../src/model/failure.ts'
import { tableNames, type AllRows } from '../src/model/tables.ts'

export const noRows = () => Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as AllRows

const about = { app: 'test', at: '2026-03-02T08:00:00.000Z', tablet: 'Tablet', prefix: '' }

// eslint-disable-next-line @typescript-eslint/require-await -- as the tablet gives them
async function* portionsOf(rows: AllRows, rev: number): AsyncGenerator<BackupPortion, BackupEnd> {
  const counts = {} as BackupEnd['counts']
  for (const table of tableNames) {
    const list = rows[table] as unknown as StoredRow[]
    counts[table] = list.length
    if (table !== 'attachments') yield { table, rows: list }
    else
      for (const { bytes, ...row } of list) {
        yield { document: row['id'], bytes: new Uint8Array(bytes as ArrayBuffer) }
        yield { table, rows: [row] }
      }
  }
  return { rev, counts }
}

/** A backup of these rows, as bytes. */
export async function packBackup(
  rows: AllRows,
  meta: Partial<BackupAbout & { rev: number; password: string }> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { rev = 1, password, ...more } = meta
  const parts: Uint8Array<ArrayBuffer>[] = []
  const sink = { write: (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(void parts.push(bytes.slice())) }
  await writeBackup(portionsOf(rows, rev), { ...about, ...more }, sink, password)
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** All that a file holds, checked through and through. */
export async function readBackup(bytes: Uint8Array, fileName: string, password?: string): Promise<Result<AllRows, Failure>> {
  const opened = await openBackup(blobSource(new Blob([bytes as Uint8Array<ArrayBuffer>])), fileName, password)
  if (!opened.ok) return opened
  return readingBackup(async () => {
    await opened.value.check(() => undefined)
    const rows = noRows()
    for await (const portion of opened.value.portions()) if ('rows' in portion) (rows[portion.table] as unknown[]).push(...portion.rows)
    return rows
  })
}
