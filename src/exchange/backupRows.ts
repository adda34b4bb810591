// The rows of a backup, gone through: which are not as their table says, and which stay out when it is restored. A row that was written while
// the backup was made stands for the one that was read before.
import type { RestorePortion, StoredRow } from '../model/backupRows.ts'
import type { TableName } from '../model/tables.ts'
import { removedPart, tableOfPiece } from './backupManifest.ts'
import { heldRow, noTroubles, rowsIn, type RowPlace, type RowTroubles } from './backupRow.ts'

const keyOf = (table: TableName, id: string) => `${table} ${id}`

/** Looks at pieces in any order. */
export class CheckedRows {
  /** Which row of its table is the first of a piece. */
  readonly #first = new Map<string, number>()
  readonly #found: { place: RowPlace; key: string; isLater: boolean; isIncomplete: boolean }[] = []
  /** Rows of which a later word is in the file. */
  readonly #later = new Set<string>()

  constructor(pieces: readonly { name: string; rows: number }[]) {
    const rows = new Map<TableName, number>()
    for (const { name, rows: count } of pieces) {
      const of = tableOfPiece(name)
      if (!of) continue
      this.#first.set(name, (rows.get(of.table) ?? 0) + 1)
      rows.set(of.table, (rows.get(of.table) ?? 0) + count)
    }
  }

  take(piece: string, bytes: Uint8Array): void {
    const of = tableOfPiece(piece)
    if (!of && piece !== removedPart) return
    for (const [at, row] of rowsIn(bytes).entries()) {
      if (!of) this.#later.add(keyOf(row?.['table'] as TableName, row?.id ?? ''))
      else this.#look(of, row, (this.#first.get(piece) ?? 1) + at)
    }
  }

  #look({ table, later }: { table: TableName; later: boolean }, row: StoredRow | undefined, at: number): void {
    const key = keyOf(table, row?.id ?? '')
    if (later) this.#later.add(key)
    // The bytes of a document are a part of their own.
    const held = heldRow(table, table === 'attachments' && row ? { ...row, bytes: new ArrayBuffer() } : row)
    if (held.row && !held.isIncomplete) return
    this.#found.push({ place: { table, row: at }, key, isLater: later, isIncomplete: held.isIncomplete === true })
  }

  troubles(): RowTroubles {
    const troubles = noTroubles()
    for (const { place, key, isLater, isIncomplete } of this.#found)
      if (isLater || !this.#later.has(key)) troubles[isIncomplete ? 'incomplete' : 'unreadable'].push(place)
    return troubles
  }
}

/** Holds portions to their tables, in their order. */
export class HeldRows {
  readonly #goesOn: boolean
  readonly #lost = new Map<TableName, Set<string>>()
  #nameless = 0

  /** @param without go on when rows have to stay out; otherwise nothing is given any more, and they are counted */
  constructor(without: boolean) {
    this.#goesOn = without
  }

  /** How many rows of a table stay out. */
  lostOf(table: TableName): number {
    return this.#lost.get(table)?.size ?? 0
  }

  get lost(): number {
    return [...this.#lost.values()].reduce((sum, ids) => sum + ids.size, 0)
  }

  *take(portion: RestorePortion): Generator<RestorePortion> {
    if ('removed' in portion) {
      for (const { table, id } of portion.removed) this.#lost.get(table)?.delete(id)
      if (this.#goesOn || this.lost === 0) yield portion
      return
    }
    const { table } = portion
    const rows: StoredRow[] = []
    const gone: { table: TableName; id: string }[] = []
    for (const line of portion.rows as readonly (StoredRow | undefined)[]) {
      const { row } = heldRow(table, line)
      if (row) rows.push(row)
      else if (portion.later && line) gone.push({ table, id: line.id })
      this.#note(table, line, row !== undefined)
    }
    if (!this.#goesOn && this.lost > 0) return
    if (gone.length > 0) yield { removed: gone }
    yield { ...portion, rows }
  }

  #note(table: TableName, line: StoredRow | undefined, isHeld: boolean): void {
    const lost = this.#lost.get(table)
    if (isHeld) lost?.delete(line?.id ?? '')
    else if (lost) lost.add(line?.id ?? `, ${this.#nameless++}`)
    else this.#lost.set(table, new Set([line?.id ?? `, ${this.#nameless++}`]))
  }
}
