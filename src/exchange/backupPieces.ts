// Reading a backup of version 4 and later: part by part through its directory. A part is hashed before it is unpacked, its text is hashed
// again, and every row is held to its table before it is handed on.
import { joinedBytes } from '../base/bytes.ts'
import type { RestorePortion, StoredRow } from '../model/backupRows.ts'
import { tableNames, type TableName } from '../model/tables.ts'
import { rowsStandAlone, upToDate, type StoredRows } from '../model/upgrades.ts'
import { readDirectory, readPart, type FoundPart } from './backupDirectory.ts'
import {
  attachmentPart,
  backupVersion,
  Contents,
  contentsPart,
  Manifest,
  manifestPart,
  Removed,
  removedPart,
  tableOfPiece,
} from './backupManifest.ts'
import { rowsIn, type RowTroubles } from './backupRow.ts'
import { CheckedRows, HeldRows } from './backupRows.ts'
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
  #held: HeldRows | undefined

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
    if (!said || !list || (await sha256(joinedBytes([said, list]))) !== seal) throw broken(fileName, 'SHA-256')
    const manifest = Manifest.safeParse(jsonIn(said))
    const contents = Contents.safeParse(jsonIn(list))
    if (!manifest.success || !contents.success) throw broken(fileName, manifest.success ? contentsPart : manifestPart)
    const listed = listedParts(parts.slice(1, -1), contents.data)
    if (!listed) throw broken(fileName, contentsPart)
    return new PieceFile(source, fileName, manifest.data, contents.data, listed)
  }

  /** Unpacks and hashes every part, counts its rows and holds each to its table. @param told how many of all bytes are done; throws to stop */
  async check(told: (done: number, total: number) => void): Promise<RowTroubles> {
    const all = [...this.#parts.values()]
    const total = all.reduce((sum, { part }) => sum + part.size, 0)
    const rows = new CheckedRows(all.map(({ part, rows = 0 }) => ({ name: part.name, rows })))
    const standAlone = rowsStandAlone(this.#shape)
    let [done, at] = [0, 0]
    const next = async (): Promise<void> => {
      for (let listed = all[at++]; listed; listed = all[at++]) {
        const bytes = await this.#read(listed)
        if (listed.rows !== undefined && linesIn(bytes) !== listed.rows) throw broken(this.#fileName, listed.part.name)
        if (standAlone) rows.take(listed.part.name, bytes)
        told((done += listed.part.size), total)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, next))
    return rows.troubles()
  }

  get #shape(): number {
    return this.manifest.shape ?? this.manifest.version
  }

  /**
   * All rows of today's shape, in the order in which they are put in their places.
   * @param without rows that cannot be read stay out; otherwise `backupUnreadable` is thrown, when all were gone through
   */
  async *portions(without: boolean): AsyncGenerator<RestorePortion> {
    const held = new HeldRows(without)
    this.#held = held
    // An old shape: what a row becomes lies in other rows. Its files are small, and were in memory as a whole when they were made.
    const portions = rowsStandAlone(this.#shape) ? this.#stored() : this.#upgraded()
    for await (const portion of portions) yield* held.take(portion)
    if (!without && held.lost > 0) throw new BackupTrouble({ code: 'backupUnreadable', fileName: this.#fileName, rows: held.lost })
  }

  async *#upgraded(): AsyncGenerator<RestorePortion> {
    const stored = await this.#gathered()
    this.#given = Object.fromEntries(tableNames.map((table) => [table, stored[table]?.length ?? 0]))
    for (const table of tableNames) yield { table, rows: (stored[table] ?? []) as StoredRow[] }
  }

  /** How many rows of a table all portions give: another shape may have them in other tables. */
  given(table: TableName): number {
    return ((this.#given ?? this.contents.counts)[table] ?? 0) - (this.#held?.lostOf(table) ?? 0)
  }

  async #gathered(): Promise<StoredRows> {
    const stored: Record<string, Map<string, StoredRow>> = {}
    for await (const portion of this.#stored()) {
      if ('removed' in portion) for (const { table, id } of portion.removed) stored[table]?.delete(id)
      else
        for (const row of portion.rows as readonly (StoredRow | undefined)[])
          if (row) (stored[portion.table] ??= new Map()).set(row.id, row)
    }
    const rows = Object.fromEntries(Object.entries(stored).map(([table, byId]) => [table, [...byId.values()]])) as StoredRows
    for (const [table, expected] of Object.entries(this.contents.counts)) {
      const found = rows[table as TableName]?.length ?? 0
      if (found !== expected) throw broken(this.#fileName, `${table}, ${found} / ${expected}`)
    }
    try {
      return upToDate(this.#shape, rows)
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
      const of = tableOfPiece(part.name)
      if (!of) yield { removed: this.#removedIn(lines) }
      else
        yield {
          table: of.table,
          rows: (of.table === 'attachments' ? await this.#withBytes(lines) : lines) as StoredRow[],
          ...(of.later ? { later: true } : {}),
        }
    }
  }

  #removedIn(lines: readonly unknown[]): { table: TableName; id: string }[] {
    const removed = Removed.safeParse(lines)
    if (!removed.success) throw broken(this.#fileName, removedPart)
    return removed.data
  }

  #ahead(listed: Listed | undefined): Promise<Bytes | undefined> {
    const read = listed ? this.#read(listed) : Promise.resolve(undefined)
    read.catch(() => undefined)
    return read
  }

  async #withBytes(rows: readonly (StoredRow | undefined)[]): Promise<(StoredRow | undefined)[]> {
    const whole: (StoredRow | undefined)[] = []
    for (const row of rows) {
      const listed = row && this.#parts.get(attachmentPart(row.id))
      // Without its document a row is none.
      whole.push(listed && { ...row, bytes: (await this.#read(listed)).buffer })
    }
    return whole
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
