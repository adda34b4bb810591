// What stands in a backup: the manifest, the list of all pieces, and the names of the parts. The format is described in backup.md.
import * as z from 'zod/mini'
import { HandOverAbout } from '../model/handOver.ts'
import { tableNames, type TableName } from '../model/tables.ts'

export const backupFormat = 'fieldbook-backup'
/** A part of a tablet's data for another one, in the same kind of file. */
export const handOverFormat = 'fieldbook-handover'
/** Rises with the shape of the rows: an older app could not read the file any more, a newer one brings its rows up to date. */
export const backupVersion = 8
/** From this version on a backup is made of pieces; before, each table was one part. */
export const firstOfPieces = 4

const version = z.int().check(z.minimum(1), z.maximum(backupVersion))
const perTable = <T extends z.ZodMiniType>(value: T) => z.partialRecord(z.enum(tableNames as [TableName, ...TableName[]]), value)
const count = z.int().check(z.minimum(0))
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const about = { format: z.literal(backupFormat), version, app: z.string(), at: z.string(), tablet: z.string() }

/** The manifest of versions 1 to 3. */
export const OldManifest = z.object({
  ...about,
  rev: z.number(),
  /** Rows per table; a table that did not exist yet is missing. */
  counts: perTable(z.number()),
  /** SHA-256 of each part, in hexadecimal. */
  parts: z.record(z.string(), z.string()),
})
export type OldManifest = z.infer<typeof OldManifest>

export const Manifest = z.object({
  ...about,
  format: z.enum([backupFormat, handOverFormat]),
  /** Of a hand-over file: from whom it is, and what it is about. */
  handOver: z.optional(HandOverAbout),
  /** Stands before every number that tablet gives. */
  prefix: z.string(),
  /** The rows are of this older shape: they were saved as they were, before an upgrade. */
  shape: z.optional(version),
})
export type Manifest = z.infer<typeof Manifest>

/** The last part: what the pieces before it are. */
export const Contents = z.object({
  /** The last commit that is in it. */
  rev: z.number(),
  /** Rows per table when all pieces are in their places. */
  counts: perTable(count),
  /** When the newest row was made or changed, where rows say so. */
  newest: perTable(z.string()),
  /** SHA-256 of the piece (`sha256`) and of its deflated bytes (`packed`), in the order of the file. */
  pieces: z.array(z.object({ name: z.string(), rows: z.optional(count), sha256: hash, packed: hash })),
})
export type Contents = z.infer<typeof Contents>

/** Keys of rows that were removed while the backup was made. */
export const Removed = z.array(z.object({ table: z.enum(tableNames as [TableName, ...TableName[]]), id: z.string() }))

export const manifestPart = 'manifest.json'
export const contentsPart = 'contents.json'
export const removedPart = 'later/removed.jsonl'
/** One table in versions 1 to 3. */
export const oldPartOf = (table: TableName) => `rows/${table}.jsonl`
export const attachmentPart = (id: string) => `attachments/${id}`
export const pieceName = (place: 'rows' | 'later', table: TableName, no: number) => `${place}/${table}/${String(no).padStart(4, '0')}.jsonl`

/** Of which table a piece has rows; nothing for all other parts. */
export function tableOfPiece(name: string): { table: TableName; later: boolean } | undefined {
  const [, place, table] = /^(rows|later)\/(\w+)\/\d{4,}\.jsonl$/.exec(name) ?? []
  return table !== undefined && Object.hasOwn(known, table) ? { table: table as TableName, later: place === 'later' } : undefined
}
const known: Record<string, true> = Object.fromEntries(tableNames.map((name) => [name, true]))

const lockWord = 'fieldbook-locked'

/** Whether a file begins as one that is locked with a password. */
export const isLocked = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, lockWord.length)) === lockWord

/** A backup of this app, locked or not: a ZIP whose first, uncompressed entry is our manifest. Also true of a file that was cut off. */
export const isOurs = (bytes: Uint8Array): boolean => isLocked(bytes) || isOpenBackup(bytes)

/** The same of one that is not locked. */
export function isOpenBackup(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false
  const start = new TextDecoder('latin1').decode(bytes.subarray(30, 200))
  return [backupFormat, handOverFormat].some((format) => start.startsWith(`${manifestPart}{"format":"${format}",`))
}

/** The version as the manifest at the beginning of a file says it; nothing when it cannot be read. */
export function versionOf(bytes: Uint8Array): number | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const found = /"version":(\d+)[,}]/.exec(start)
  return found ? Number(found[1]) : undefined
}
