// Opening a backup: its parts are checked before they are unpacked into rows, and every row before it is believed.
import { unzipSync } from 'fflate'
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { tableNames, tables, type AllRows, type Row, type TableName } from '../model/tables.ts'
import { attachmentPart, backupVersion, Manifest, manifestPart, partOf } from './backupManifest.ts'
import { checkSeal, sha256 } from './seal.ts'

type Parts = Record<string, Uint8Array>

/** Manifest and parts, with all checksums held. */
export async function openParts(bytes: Uint8Array, fileName: string): Promise<Result<{ manifest: Manifest; parts: Parts }, Failure>> {
  const broken = (detail: string) => refuse({ code: 'backupBroken' as const, fileName, detail })
  const version = versionOf(bytes)
  if (version !== undefined && version > backupVersion) return refuse({ code: 'backupNewer', fileName, version })
  const seal = await checkSeal(bytes)
  if (seal === 'missing') return broken(`end of file, ${bytes.length} B`)
  const opened = unzipped(bytes)
  const damaged = opened && (await damagedPart(opened.manifest, opened.parts))
  if (!opened || damaged !== undefined) return broken(damaged ?? 'ZIP')
  return seal === 'holds' ? ok(opened) : broken('SHA-256')
}

/** The version as the manifest says it; nothing when it cannot be read. */
function versionOf(bytes: Uint8Array): number | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const found = /"version":(\d+)[,}]/.exec(start)
  return found ? Number(found[1]) : undefined
}

/** Sizes are looked at before anything is unpacked: a wrong one must not take all memory. */
function unzipped(bytes: Uint8Array): { manifest: Manifest; parts: Parts } | undefined {
  try {
    const filter = (file: { size: number; originalSize: number }) => {
      if (file.size > bytes.length || file.originalSize > 2000 * file.size + 1000) throw new Error('size')
      return true
    }
    const { [manifestPart]: first, ...parts } = unzipSync(bytes, { filter })
    const manifest = Manifest.safeParse(JSON.parse(new TextDecoder().decode(first)))
    return manifest.success ? { manifest: manifest.data, parts } : undefined
  } catch {
    return undefined
  }
}

async function damagedPart(manifest: Manifest, parts: Parts): Promise<string | undefined> {
  for (const [name, hash] of Object.entries(manifest.parts)) {
    const part = parts[name]
    if (!part || (await sha256(part)) !== hash) return name
  }
  return Object.keys(parts).find((name) => !(name in manifest.parts))
}

/** The rows of all tables; the first one that is not what its table holds is told by table and row number. */
export function readRows(manifest: Manifest, parts: Parts, fileName: string): Result<AllRows, Failure> {
  const rows = {} as AllRows
  for (const table of tableNames) {
    const read = readTable(table, manifest, parts)
    if (!read.ok) return refuse({ code: 'backupBroken', fileName, detail: read.failure })
    Object.assign(rows, { [table]: read.value })
  }
  return ok(rows)
}

function readTable<T extends TableName>(table: T, manifest: Manifest, parts: Parts): Result<Row<T>[], string> {
  const rows: Row<T>[] = []
  const ids = new Set<string>()
  let number = 0
  for (const line of linesOf(parts[partOf(table)])) {
    number++
    const row = readRow(table, line, parts)
    if (!row || ids.has(row.id)) return refuse(`${table}, ${number}`)
    ids.add(row.id)
    rows.push(row)
  }
  return number === (manifest.counts[table] ?? 0) ? ok(rows) : refuse(`${table}, ${number} / ${manifest.counts[table] ?? 0}`)
}

function readRow<T extends TableName>(table: T, line: string, parts: Parts): Row<T> | undefined {
  try {
    const row: unknown = JSON.parse(line)
    if (table === 'attachments') addBytes(row as { id: string }, parts)
    const read = tables[table].safeParse(row)
    return read.success ? (read.data as Row<T>) : undefined
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
