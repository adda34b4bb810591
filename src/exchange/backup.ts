// The backup: everything on the tablet in one file, `fieldbook-2026-03-02.fieldbook`. A ZIP with a manifest, one part of JSON lines per table,
// and the documents as they are. Each part bears its SHA-256, and the file ends with one over itself: a single wrong byte is noticed.
import { joinedBytes } from '../base/bytes.ts'
import { zipSync, type Zippable } from 'fflate'
import { refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { tableNames, type AllRows, type Row, type TableName } from '../model/tables.ts'
import { attachmentPart, backupFormat, backupVersion, isOurs, manifestPart, partOf, type Manifest } from './backupManifest.ts'
import { openParts, readRows } from './backupRead.ts'
import { sealed, sha256 } from './seal.ts'

export type { Manifest } from './backupManifest.ts'

/** The whole file. @param meta version of the app, moment, last commit, name of the tablet */
export async function packBackup(rows: AllRows, meta: { app: string; at: string; rev: number; tablet: string }): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = {}
  const counts = {} as Record<TableName, number>
  for (const table of tableNames) {
    parts[partOf(table)] = jsonLines(table === 'attachments' ? rows.attachments.map(withoutBytes) : rows[table])
    counts[table] = rows[table].length
  }
  for (const { id, bytes } of rows.attachments) parts[attachmentPart(id)] = new Uint8Array(bytes)
  const hashes: Record<string, string> = {}
  for (const [name, bytes] of Object.entries(parts)) hashes[name] = await sha256(bytes)
  const manifest: Manifest = { format: backupFormat, version: backupVersion, ...meta, counts, parts: hashes }
  return sealed(zipSync(zippable(manifest, parts), { mtime: new Date(2000, 0, 1) }))
}

/**
 * Opens and checks a file: whether it is ours, its version, its checksums, and every row against its table. Nothing is restored here.
 * Refusals: `backupNotOurs`, `backupNewer`, `backupBroken` with the part or the table and row.
 */
export async function readBackup(bytes: Uint8Array, fileName: string): Promise<Result<{ manifest: Manifest; rows: AllRows }, Failure>> {
  if (!isOurs(bytes)) return refuse({ code: 'backupNotOurs', fileName })
  const opened = await openParts(bytes, fileName)
  if (!opened.ok) return opened
  const { manifest, parts } = opened.value
  const rows = readRows(manifest, parts, fileName)
  return rows.ok ? { ok: true, value: { manifest, rows: rows.value } } : rows
}

/** The manifest stands first and is not compressed, so that even the beginning of a file says whose it is. Documents are ZIPs already. */
function zippable(manifest: Manifest, parts: Record<string, Uint8Array>): Zippable {
  const files: Zippable = { [manifestPart]: [new TextEncoder().encode(JSON.stringify(manifest)), { level: 0 }] }
  for (const [name, bytes] of Object.entries(parts)) files[name] = [bytes, { level: name.endsWith('.jsonl') ? 6 : 0 }]
  return files
}

const withoutBytes = ({ bytes: _, ...row }: Row<'attachments'>) => row

/** One row a line; in pieces, so that no single text grows beyond what the runtime can hold. */
function jsonLines(rows: readonly unknown[]): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let start = 0; start < rows.length; start += 2000) {
    const lines = rows.slice(start, start + 2000).map((row) => `${JSON.stringify(row)}\n`)
    pieces.push(new TextEncoder().encode(lines.join('')))
  }
  return joinedBytes(pieces)
}
