// The row a change rests on must still be as it was read; a row that was never stored (rev 0) must not exist yet.
import { unchanged, type Requirement, type Row, type TableName } from '../model/tables.ts'

/** Requires the row as it was read, or that there is none yet. */
export function asRead<T extends TableName>(table: T, row: Row<T>): Requirement {
  return row.rev === 0 ? { table, id: row.id, rev: 'absent' } : unchanged(table, row)
}

/** Only the fields that have a value: a field set to `undefined` is a field that is not there. */
export function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
