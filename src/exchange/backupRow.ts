// One row of a backup held to its table. What is missing in it becomes blank; what cannot be brought into the shape of its table stays out,
// and is counted: one row never refuses a whole backup.
import type { StoredRow } from '../model/backupRows.ts'
import { tables, type TableName } from '../model/tables.ts'

/** A row and which one it is in its table, from 1. */
export interface RowPlace {
  table: TableName
  row: number
}

/** Rows that are not as their table says. */
export interface RowTroubles {
  unreadable: RowPlace[]
  /** Blanks stand for what is missing in them. */
  incomplete: RowPlace[]
}

export const noTroubles = (): RowTroubles => ({ unreadable: [], incomplete: [] })

/** What becomes of a row: as its table says, with blanks in it, or nothing. */
export interface Held {
  row?: StoredRow
  isIncomplete?: true
}

/** Missing fields may hold missing fields. */
const rounds = 4

export function heldRow(table: TableName, line: StoredRow | undefined): Held {
  if (!line || typeof line['rev'] !== 'number') return {}
  const schema = tables[table]
  const read = schema.safeParse(line)
  if (read.success) return { row: read.data }
  const filled = structuredClone(line)
  let issues: readonly Issue[] = read.error.issues
  for (let round = 0; round < rounds && issues.every((issue) => fill(filled, issue)); round++) {
    const again = schema.safeParse(filled)
    if (again.success) return { row: again.data, isIncomplete: true }
    issues = again.error.issues
  }
  return {}
}

interface Issue {
  code?: string | undefined
  path: readonly PropertyKey[]
  expected?: unknown
  values?: unknown
}

/** Puts a blank where something is missing. @returns whether it was missing, and has a blank */
function fill(row: StoredRow, { code, path, expected, values }: Issue): boolean {
  const [last, way] = [path.at(-1), path.slice(0, -1)]
  if (last === undefined || path[0] === 'id' || path[0] === 'rev') return false
  let place: unknown = row
  for (const step of way) place = isHolder(place) && Object.hasOwn(place, step) ? place[step] : undefined
  if (!isHolder(place) || (Object.hasOwn(place, last) && (place[last] ?? undefined) !== undefined)) return false
  const blank = code === 'invalid_type' ? blanks[String(expected)]?.() : Array.isArray(values) && values.includes('') ? '' : undefined
  if (blank === undefined) return false
  place[last] = blank
  return true
}

const isHolder = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

const blanks: Record<string, (() => unknown) | undefined> = {
  string: () => '',
  array: () => [],
  boolean: () => false,
  object: () => ({}),
  record: () => ({}),
}

const isRow = (value: unknown): value is StoredRow =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'

/** One row a line; nothing for a line that is none. */
export function rowsIn(bytes: Uint8Array): (StoredRow | undefined)[] {
  return linesOf(bytes).map((line) => {
    const row = parsed(line)
    return isRow(row) ? row : undefined
  })
}

/** Line by line, without making one text of a large table. */
export function linesOf(bytes: Uint8Array): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const lines: string[] = []
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    lines.push(decoder.decode(bytes.subarray(start, end)))
    start = end + 1
  }
  return lines
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
