// What goes into a backup and comes out of it, portion by portion: rows as they are stored, documents, and keys of rows that are gone.
import type { TableName } from './tables.ts'

/** A row as it is stored, of whatever version; its key is `id` in every table. */
export type StoredRow = Record<string, unknown> & { id: string }

/** Rows of one table. @property later they were written while the backup was made, and stand for what was read before */
export interface RowPortion {
  table: TableName
  rows: readonly StoredRow[]
  later?: true
}

/** What a tablet gives for a backup; rows of `attachments` come without their bytes, which come as `document`. */
export type BackupPortion =
  RowPortion | { document: string; bytes: Uint8Array<ArrayBuffer> } | { removed: readonly { table: TableName; id: string }[] }

/** What is known when everything was read. */
export interface BackupEnd {
  /** The commit all rows stand at. */
  rev: number
  counts: Record<TableName, number>
}

/** What a backup gives back; rows of `attachments` have their bytes. */
export type RestorePortion = RowPortion | { removed: readonly { table: TableName; id: string }[] }
