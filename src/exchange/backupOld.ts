// Opening a backup of versions 1 to 3, which was one file in memory: its parts are checked before they are unpacked into rows, and every row
// is held to its table. These files restore for ever.
import { unzipSync } from 'fflate'
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { StoredRow } from '../model/backupRows.ts'
import { tableNames, type AllRows, type Row, type TableName } from '../model/tables.ts'
import { upToDate, type StoredRows } from '../model/upgrades.ts'
import { attachmentPart, backupVersion, manifestPart, OldManifest, oldPartOf } from './backupManifest.ts'
import { heldRow, linesOf, noTroubles, type RowTroubles } from './backupRow.ts'
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

/** The rows of all tables, brought up to date; those that are not what their table holds are told by table and row number. */
export function readRows(manifest: OldManifest, parts: Parts, fileName: string): Result<{ rows: AllRows; troubles: RowTroubles }, Failure> {
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
  const troubles = noTroubles()
  for (const table of tableNames) {
    const read = checkedRows(table, now[table] ?? [], troubles)
    if (!read.ok) return broken(read.failure)
    Object.assign(rows, { [table]: read.value })
  }
  return ok({ rows, troubles })
}

/** As they stand in the file; a table of which it says nothing has no rows. */
function storedRows(table: TableName, manifest: OldManifest, parts: Parts): Result<Old[], string> {
  const rows: Old[] = []
  for (const line of linesOf(parts[oldPartOf(table)] ?? new Uint8Array())) {
    const row = readable(() => JSON.parse(line) as Old)
    if (typeof row !== 'object' || row === null) return refuse(`${table}, ${rows.length + 1}`)
    if (table === 'attachments') addBytes(row as { id: string }, parts)
    rows.push(row)
  }
  const expected = manifest.counts[table] ?? 0
  return rows.length === expected ? ok(rows) : refuse(`${table}, ${rows.length} / ${expected}`)
}

/** Every row is what its table holds, or is told of; each key stands once. */
function checkedRows<T extends TableName>(table: T, stored: readonly Old[], troubles: RowTroubles): Result<Row<T>[], string> {
  const rows: Row<T>[] = []
  const ids = new Set<string>()
  for (const [at, line] of stored.entries()) {
    const { row, isIncomplete } = heldRow(table, line as StoredRow)
    if (isIncomplete || !row) troubles[row ? 'incomplete' : 'unreadable'].push({ table, row: at + 1 })
    if (!row) continue
    if (ids.has(row.id)) return refuse(`${table}, ${at + 1}`)
    ids.add(row.id)
    rows.push(row as Row<T>)
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
