// What stands in a backup: the manifest and the names of the parts.
import * as z from 'zod/mini'
import { tableNames, type TableName } from '../model/tables.ts'

export const backupFormat = 'fieldbook-backup'
/** Rises with the shape of the rows: an older app could not read the file any more, a newer one brings its rows up to date. */
export const backupVersion = 4

export const Manifest = z.object({
  format: z.literal(backupFormat),
  version: z.int().check(z.minimum(1), z.maximum(backupVersion)),
  app: z.string(),
  at: z.string(),
  rev: z.number(),
  tablet: z.string(),
  /** Rows per table; a table that did not exist yet is missing. */
  counts: z.partialRecord(z.enum(tableNames as [TableName, ...TableName[]]), z.number()),
  /** SHA-256 of each part, in hexadecimal. */
  parts: z.record(z.string(), z.string()),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestPart = 'manifest.json'
export const partOf = (table: TableName) => `rows/${table}.jsonl`
export const attachmentPart = (id: string) => `attachments/${id}`

/** A ZIP whose first, uncompressed entry is our manifest; also true of a file that was cut off. */
export function isOurs(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false
  const start = new TextDecoder('latin1').decode(bytes.subarray(30, 200))
  return start.startsWith(`${manifestPart}{"format":"${backupFormat}",`)
}
