// Opening a backup of versions 1 to 3, which was one file in memory: its parts are checked before they are unpacked into rows, and every row
// before it is believed. These files restore for ever.
import { unzipSync } from 'fflate'
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { tableNames, tables, type AllRows, type Row, type TableName } from '../model/tables.ts'
import { upToDate, type StoredRows } from '../model/upgrades.ts'
import { attachmentPart, backupVersion, manifestPart, OldManifest, oldPartOf } from './backupManifest.ts'
import { checkSeal, sha256 } from './seal.ts'

type Parts = Record<string, Uint8Array>

/** Manifest and parts, with all checksums held. */
export async function openParts(bytes: Uint8Array, fileName: string): Promise<Result<{ manifest: OldManifest; parts: Parts }, Failure>> {
  const broken = (detail: string) => refuse({ code: 'backupBroken' as const, fileName, detail })
  const seal = await checkSeal(bytes)
  if (seal === 'missing') return refuse({ code: 'backupCut', fileName })
  const opened = unzipped(bytes)
  const damaged = opened && (await damagedPart(opened.manifest, opened.parts))
  if (!opened || damaged !== undefined) return broken(damaged ?? 'ZIP')
  return seal === 'holds' ? ok(opened) : broken('SHA-256')
}

/** Sizes are looked at before anything is unpacked: a wrong one must not take all memory. */
function unzipped(bytes: Uint8Array): { manifest: OldManifest; parts: Parts } | undefined {
  try {
    const filter = (file: { size: number; originalSize: number }) => {
      if (file.size > bytes.length || file.originalSize > 2000 * file.size + 1000) throw new Error('size')
      return true
    }
    const { [manifestPart]: first, ...parts } = unzipSync(bytes, { filter })
    const manifest = OldManifest.safeParse(JSON.parse(new TextDecoder().decode(first)))
    return manifest.success ? { manifest: manifest.data, parts } : undefined
  } catch {
    return undefined
  }
}

async function damagedPart(manifest: OldManifest, parts: Parts): Promise<string | undefined> {
  for (const [name, hash] of Object.entries(manifest.parts)) {
    const part = parts[name]
    if (!part || (await sha256(part)) !== hash) return name
  }
  return Object.keys(parts).find((name) => !(name in manifest.parts))
}

type Old = Record<string, unknown>

/** The rows of all tables, brought up to date; the first one that is not what its table holds is told by table and row number. */
export function readRows(manifest: OldManifest, parts: Parts, fileName: string): Result<AllRows, Failure> {
  const broken = (detail: string) => refuse({ code: 'backupBroken' as const, fileName, detail })
  const stored: StoredRows = {}
  for (const table of tableNames) {
    const read = storedRows(table, manifest, parts)
    if (!read.ok) return broken(read.failure)
    stored[table] = read.value
  }
  const now = readable(() => upToDate(manifest.version, stored))
  if (!now) return broken(`${manifest.version} → ${backupVersion}`)
  const rows = {} as AllRows
  for (const table of tableNames) {
    const read = checkedRows(table, now[table] ?? [])
    if (!read.ok) return broken(read.failure)
    Object.assign(rows, { [table]: read.value })
  }
  return ok(rows)
}

/** As they stand in the file; a table of which it says nothing has no rows. */
function storedRows(table: TableName, manifest: OldManifest, parts: Parts): Result<Old[], string> {
  const rows: Old[] = []
  for (const line of linesOf(parts[oldPartOf(table)])) {
    const row = readable(() => JSON.parse(line) as Old)
    if (typeof row !== 'object' || row === null) return refuse(`${table}, ${rows.length + 1}`)
    if (table === 'attachments') addBytes(row as { id: string }, parts)
    rows.push(row)
  }
  const expected = manifest.counts[table] ?? 0
  return rows.length === expected ? ok(rows) : refuse(`${table}, ${rows.length} / ${expected}`)
}

/** Every row is what its table holds, and each key stands once. */
function checkedRows<T extends TableName>(table: T, stored: readonly Old[]): Result<Row<T>[], string> {
  const rows: Row<T>[] = []
  const ids = new Set<string>()
  for (const [at, row] of stored.entries()) {
    const read = tables[table].safeParse(row)
    if (!read.success || ids.has(read.data.id)) return refuse(`${table}, ${at + 1}`)
    ids.add(read.data.id)
    rows.push(read.data as Row<T>)
  }
  return ok(rows)
}

/** What it gives, or nothing when the file is not what it says it is. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** A copy: the part is a window into a larger buffer, the row wants one of its own. */
function addBytes(row: { id: string }, parts: Parts) {
  const part = parts[attachmentPart(row.id)]
  if (part) Object.assign(row, { bytes: part.slice().buffer })
}

/** Line by line, without making one text of a large table. */
function* linesOf(part: Uint8Array = new Uint8Array()): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for (let start = 0; start < part.length;) {
    const end = part.indexOf(10, start)
    yield decoder.decode(part.subarray(start, end < 0 ? part.length : end))
    start = end < 0 ? part.length : end + 1
  }
}
