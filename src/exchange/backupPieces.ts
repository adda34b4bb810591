// Reading a backup of version 4 and later: part by part through its directory. A part is hashed before it is unpacked, its text is hashed
// again, and every row is held to its table before it is handed on.
import type { RestorePortion, StoredRow } from '../model/backupRows.ts'
import { tables, tableNames, type TableName } from '../model/tables.ts'
import { rowsStandAlone, upToDate, type StoredRows } from '../model/upgrades.ts'
import { readDirectory, readPart, type FoundPart } from './backupDirectory.ts'
import {
  attachmentPart,
  backupVersion,
  Contents,
  contentsPart,
  Manifest,
  manifestPart,
  removedPart,
  tableOfPiece,
} from './backupManifest.ts'
import { BackupTrouble, broken } from './backupTrouble.ts'
import type { ByteSource } from './byteSource.ts'
import { unpackPiece } from './packing.ts'
import { sha256 } from './seal.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Deflate makes nothing smaller than by a thousand; and a piece of ours is never as large as this. */
const shrinks = 1100
const mostInPiece = 1 << 30
/** So many parts are unpacked and hashed side by side. */
const inFlight = 3

interface Listed {
  part: FoundPart
  rows?: number | undefined
  sha256: string
  packed: string
}

export class PieceFile {
  readonly manifest: Manifest
  readonly contents: Contents
  readonly #source: ByteSource
  readonly #fileName: string
  readonly #parts: ReadonlyMap<string, Listed>
  #given: Contents['counts'] | undefined

  private constructor(source: ByteSource, fileName: string, manifest: Manifest, contents: Contents, parts: ReadonlyMap<string, Listed>) {
    this.#source = source
    this.#fileName = fileName
    this.manifest = manifest
    this.contents = contents
    this.#parts = parts
  }

  /** Reads what the file says of itself, and holds it to its seal. Throws `backupCut`, `backupBroken`. */
  static async open(source: ByteSource, fileName: string): Promise<PieceFile> {
    const directory = await readDirectory(source)
    if (directory === 'cut') throw new BackupTrouble({ code: 'backupCut', fileName })
    if (directory === 'broken') throw broken(fileName, 'ZIP')
    const { parts, seal } = directory
    const [first, last] = [parts[0], parts.at(-1)]
    if (first?.name !== manifestPart || last?.name !== contentsPart || first.method !== 0 || last.method !== 0)
      throw broken(fileName, 'ZIP')
    const [said, list] = [await readPart(source, first), await readPart(source, last)]
    if (!said || !list || (await sha256(both(said, list))) !== seal) throw broken(fileName, 'SHA-256')
    const manifest = Manifest.safeParse(jsonIn(said))
    const contents = Contents.safeParse(jsonIn(list))
    if (!manifest.success || !contents.success) throw broken(fileName, manifest.success ? contentsPart : manifestPart)
    const listed = listedParts(parts.slice(1, -1), contents.data)
    if (!listed) throw broken(fileName, contentsPart)
    return new PieceFile(source, fileName, manifest.data, contents.data, listed)
  }

  /** Unpacks and hashes every part and counts its rows. @param told how many of all bytes are done; throws to stop */
  async check(told: (done: number, total: number) => void): Promise<void> {
    const all = [...this.#parts.values()]
    const total = all.reduce((sum, { part }) => sum + part.size, 0)
    let [done, at] = [0, 0]
    const next = async (): Promise<void> => {
      for (let listed = all[at++]; listed; listed = all[at++]) {
        const bytes = await this.#read(listed)
        if (listed.rows !== undefined && linesIn(bytes) !== listed.rows) throw broken(this.#fileName, listed.part.name)
        told((done += listed.part.size), total)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, next))
  }

  /** All rows of today's shape, in the order in which they are put in their places. Throws `backupBroken` with table and row. */
  async *portions(): AsyncGenerator<RestorePortion> {
    const shape = this.manifest.shape ?? this.manifest.version
    if (rowsStandAlone(shape)) {
      for await (const portion of this.#stored()) yield this.#held(portion)
      return
    }
    // An old shape: what a row becomes lies in other rows. Its files are small, and were in memory as a whole when they were made.
    const stored = await this.#gathered()
    this.#given = Object.fromEntries(tableNames.map((table) => [table, stored[table]?.length ?? 0]))
    for (const table of tableNames) yield this.#held({ table, rows: (stored[table] ?? []) as StoredRow[] })
  }

  /** How many rows of a table all portions give: another shape may have them in other tables. */
  given(table: TableName): number {
    return (this.#given ?? this.contents.counts)[table] ?? 0
  }

  async #gathered(): Promise<StoredRows> {
    const stored: Record<string, Map<string, StoredRow>> = {}
    for await (const portion of this.#stored()) {
      if ('removed' in portion) for (const { table, id } of portion.removed) stored[table]?.delete(id)
      else for (const row of portion.rows) (stored[portion.table] ??= new Map()).set(row.id, row)
    }
    const rows = Object.fromEntries(Object.entries(stored).map(([table, byId]) => [table, [...byId.values()]])) as StoredRows
    for (const [table, expected] of Object.entries(this.contents.counts)) {
      const found = rows[table as TableName]?.length ?? 0
      if (found !== expected) throw broken(this.#fileName, `${table}, ${found} / ${expected}`)
    }
    try {
      return upToDate(this.manifest.shape ?? this.manifest.version, rows)
    } catch {
      throw broken(this.#fileName, `${this.manifest.shape ?? this.manifest.version} → ${backupVersion}`)
    }
  }

  /** Rows as they stand in the file. The next piece is unpacked while one is worked on. */
  async *#stored(): AsyncGenerator<RestorePortion> {
    const pieces = [...this.#parts.values()].filter(({ part }) => tableOfPiece(part.name) || part.name === removedPart)
    let ahead = this.#ahead(pieces[0])
    for (const [at, { part }] of pieces.entries()) {
      const bytes = await ahead
      ahead = this.#ahead(pieces[at + 1])
      const lines = rowsIn(bytes ?? new Uint8Array())
      if (!lines) throw broken(this.#fileName, part.name)
      const of = tableOfPiece(part.name)
      if (!of) yield { removed: lines as unknown as { table: TableName; id: string }[] }
      else
        yield {
          table: of.table,
          rows: of.table === 'attachments' ? await this.#withBytes(lines) : lines,
          ...(of.later ? { later: true } : {}),
        }
    }
  }

  #ahead(listed: Listed | undefined): Promise<Bytes | undefined> {
    const read = listed ? this.#read(listed) : Promise.resolve(undefined)
    read.catch(() => undefined)
    return read
  }

  async #withBytes(rows: StoredRow[]): Promise<StoredRow[]> {
    const whole: StoredRow[] = []
    for (const row of rows) {
      const listed = this.#parts.get(attachmentPart(row.id))
      if (!listed) throw broken(this.#fileName, attachmentPart(row.id))
      whole.push({ ...row, bytes: (await this.#read(listed)).buffer })
    }
    return whole
  }

  #held(portion: RestorePortion): RestorePortion {
    if ('removed' in portion) return portion
    const schema = tables[portion.table]
    const rows = portion.rows.map((row, at) => {
      const read = schema.safeParse(row)
      if (!read.success) throw broken(this.#fileName, `${portion.table}, ${at + 1}`)
      return read.data
    })
    return { ...portion, rows }
  }

  async #read({ part, sha256: sum, packed }: Listed): Promise<Bytes> {
    const bytes = await readPart(this.#source, part)
    if (!bytes || (await sha256(bytes)) !== packed) throw broken(this.#fileName, part.name)
    const text = await unpackPiece(bytes, part)
    if (!text || (await sha256(text)) !== sum) throw broken(this.#fileName, part.name)
    return text
  }
}

/** The parts with their sums; nothing when the list is of other parts, or one cannot be what it says. */
function listedParts(parts: readonly FoundPart[], { pieces }: Contents): Map<string, Listed> | undefined {
  if (parts.length !== pieces.length) return undefined
  const listed = new Map<string, Listed>()
  for (const [at, part] of parts.entries()) {
    const { name, ...sums } = pieces[at]!
    if (name !== part.name || listed.has(name) || part.method !== 8) return undefined
    if (part.size > mostInPiece || part.size > shrinks * part.data.length + 1000) return undefined
    listed.set(name, { part, ...sums })
  }
  return listed
}

function both(a: Bytes, b: Bytes): Bytes {
  const all = new Uint8Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}

function jsonIn(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function linesIn(bytes: Bytes): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}

const isRow = (value: unknown): value is StoredRow =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'

/** One row a line; nothing when one is none. */
function rowsIn(bytes: Bytes): StoredRow[] | undefined {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const rows: StoredRow[] = []
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    const row = parsed(decoder.decode(bytes.subarray(start, end)))
    if (!isRow(row)) return undefined
    rows.push(row)
    start = end + 1
  }
  return rows
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
