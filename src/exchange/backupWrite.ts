// Writing a backup: rows come portion by portion and go into pieces of a few megabytes; several pieces are deflated and hashed while the
// next rows are read, and each is written in its turn. Nothing is held but the pieces in flight.
import { crc32 } from '../base/crc.ts'
import { localHeader, ZipDirectory } from '../base/zipFrame.ts'
import type { BackupEnd, BackupPortion, RowPortion, StoredRow } from '../model/backupRows.ts'
import type { TableName } from '../model/tables.ts'
import {
  attachmentPart,
  backupFormat,
  backupVersion,
  contentsPart,
  handOverFormat,
  manifestPart,
  pieceName,
  removedPart,
  type Contents,
  type Manifest,
} from './backupManifest.ts'
import { lockedSink } from './backupLock.ts'
import type { ByteSink } from './byteSource.ts'
import { packPiece } from './packing.ts'
import { sha256, withSeal } from './seal.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What a backup says of itself. @property shape the version of its rows, where that is not today's */
export type BackupAbout = Pick<Manifest, 'app' | 'at' | 'tablet' | 'prefix' | 'shape' | 'handOver'>

export interface WrittenBackup {
  size: number
  contents: Contents
}

/** Text of one piece, in UTF-16 units: in UTF-8 that is rarely more than four megabytes. */
const pieceLength = 3 << 20
/** So many pieces are packed while the next is read. */
const inFlight = 4

/** Writes a whole backup. Throws what `portions` and `sink` throw: then what was written is no backup. */
export async function writeBackup(
  portions: AsyncGenerator<BackupPortion, BackupEnd>,
  about: BackupAbout,
  sink: ByteSink,
  password = '',
): Promise<WrittenBackup> {
  const counted = countedSink(sink)
  const locked = password === '' ? undefined : await lockedSink(counted, password)
  const writer = new PieceWriter(locked ?? counted)
  const format = about.handOver ? handOverFormat : backupFormat
  const manifest: Manifest = { format, version: backupVersion, ...about }
  await writer.plain(manifestPart, manifest)
  const lines = new RowPieces(writer)
  let next = await portions.next()
  for (; !next.done; next = await portions.next()) await lines.take(next.value)
  await lines.end()
  const contents: Contents = { ...next.value, newest: lines.newest, pieces: await writer.pieces() }
  await writer.plain(contentsPart, contents)
  await writer.end(await sealOf(manifest, contents))
  await locked?.end()
  return { size: counted.size(), contents }
}

const encoder = new TextEncoder()
const json = (value: unknown): Bytes => encoder.encode(JSON.stringify(value))

/** The sum over what tells all other sums. */
const sealOf = (manifest: Manifest, contents: Contents) => sha256(encoder.encode(JSON.stringify(manifest) + JSON.stringify(contents)))

function countedSink(sink: ByteSink): ByteSink & { size: () => number } {
  let size = 0
  return {
    write: (bytes) => {
      size += bytes.length
      return sink.write(bytes)
    },
    size: () => size,
  }
}

/** Gathers rows into the text of pieces. */
class RowPieces {
  readonly newest: Contents['newest'] = {}
  readonly #writer: PieceWriter
  readonly #counts = new Map<string, number>()
  readonly #documents = new Set<string>()
  #place: { table: TableName; place: 'rows' | 'later' } | undefined
  #lines: string[] = []
  #length = 0

  constructor(writer: PieceWriter) {
    this.#writer = writer
  }

  async take(portion: BackupPortion): Promise<void> {
    if ('rows' in portion) return this.#rows(portion)
    await this.end()
    if ('document' in portion) await this.#document(portion.document, portion.bytes)
    else if (portion.removed.length > 0) await this.#writer.add(removedPart, linesOf(portion.removed.map((key) => JSON.stringify(key))))
  }

  /** One that was put in its place meanwhile is told again; by its key, which is its sum, it is the same. */
  async #document(id: string, bytes: Bytes): Promise<void> {
    if (this.#documents.has(id)) return
    this.#documents.add(id)
    await this.#writer.add(attachmentPart(id), bytes)
  }

  /** The piece that was begun is written. */
  async end(): Promise<void> {
    if (!this.#place || this.#lines.length === 0) return
    const { table, place } = this.#place
    const no = (this.#counts.get(`${place} ${table}`) ?? 0) + 1
    this.#counts.set(`${place} ${table}`, no)
    const lines = this.#lines
    this.#lines = []
    this.#length = 0
    await this.#writer.add(pieceName(place, table, no), linesOf(lines), lines.length)
  }

  async #rows({ table, rows, later }: RowPortion): Promise<void> {
    const place = later ? 'later' : 'rows'
    if (this.#place?.table !== table || this.#place.place !== place) {
      await this.end()
      this.#place = { table, place }
    }
    let newest = this.newest[table] ?? ''
    for (const row of rows) {
      const line = JSON.stringify(row)
      this.#lines.push(line)
      this.#length += line.length
      const at = momentOf(row)
      if (at > newest) newest = at
      if (this.#length >= pieceLength) await this.end()
    }
    if (newest !== '') this.newest[table] = newest
  }
}

const linesOf = (lines: readonly string[]): Bytes => encoder.encode(`${lines.join('\n')}\n`)

/** When a row was made or changed, where it says so. */
function momentOf({ changedAt, loggedAt, createdAt, usedAt }: StoredRow): string {
  const at = changedAt ?? loggedAt ?? createdAt ?? usedAt
  return typeof at === 'string' ? at : ''
}

/** Packs pieces side by side, and writes them one after the other. */
class PieceWriter {
  readonly #sink: ByteSink
  readonly #directory = new ZipDirectory()
  readonly #pieces: Contents['pieces'] = []
  readonly #flying: Promise<void>[] = []
  #last: Promise<void> = Promise.resolve()
  #at = 0

  constructor(sink: ByteSink) {
    this.#sink = sink
  }

  /** Packs and hashes a piece while its forerunners are written; waits when too many are on their way. */
  async add(name: string, bytes: Bytes, rows?: number): Promise<void> {
    const ready = packed(name, bytes, rows)
    const before = this.#last
    // A failure of either comes up when it is waited for.
    ready.catch(() => undefined)
    this.#last = before.then(async () => {
      const { piece, entry } = await ready
      this.#pieces.push(piece)
      await this.#put(entry)
    })
    this.#last.catch(() => undefined)
    this.#flying.push(this.#last)
    if (this.#flying.length >= inFlight) await this.#flying.shift()
  }

  /** An entry as it is, not compressed, in its turn. */
  async plain(name: string, value: unknown): Promise<void> {
    await this.#last
    const data = json(value)
    await this.#put({ name, method: 0, crc: crc32(data), size: data.length, data })
  }

  async pieces(): Promise<Contents['pieces']> {
    await this.#last
    return this.#pieces
  }

  async end(hash: string): Promise<void> {
    await this.#sink.write(withSeal(this.#directory.end(this.#at), hash))
  }

  async #put(entry: Entry): Promise<void> {
    const header = localHeader(entry)
    this.#directory.add(entry, this.#at)
    await this.#sink.write(header)
    await this.#sink.write(entry.data)
    this.#at += header.length + entry.data.length
  }
}

interface Entry {
  name: string
  method: number
  crc: number
  size: number
  data: Bytes
}

async function packed(name: string, bytes: Bytes, rows: number | undefined): Promise<{ piece: Contents['pieces'][number]; entry: Entry }> {
  const summed = sha256(bytes)
  const { data, crc } = await packPiece(bytes)
  const piece = { name, ...(rows === undefined ? {} : { rows }), sha256: await summed, packed: await sha256(data) }
  return { piece, entry: { name, method: 8, crc, size: bytes.length, data } }
}
