// Cells of a sheet by what their columns mean: as the person chose the columns, with the cells she mended, without what programs put around them.
import type { ImportChoices, RowProblem } from './importPlan.ts'
import type { DayOrder, ImportColumn } from '../model/importMapping.ts'
import { orderOfAll } from './days.ts'
import { decimalOfAll } from './numbers.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { undefused } from './writeCsv.ts'

const between = /:::|[;,|\n]/

export class SheetCells {
  readonly #at = new Map<string, number[]>()
  readonly #columns: readonly ImportColumn[]
  readonly #mended: ImportChoices['mended']
  readonly #uneven: ReadonlyMap<number, Sheet['uneven'][number]>
  readonly #orders = new Map<number, DayOrder | undefined>()
  readonly #marks = new Map<number, ImportColumn['decimal']>()
  readonly #sheet: Sheet

  constructor(sheet: Sheet, choices: Pick<ImportChoices, 'columns' | 'mended'>) {
    this.#sheet = sheet
    this.#columns = choices.columns
    this.#mended = choices.mended
    this.#uneven = new Map(sheet.uneven.map((row) => [row.lineNo, row]))
    for (const [index, { target }] of choices.columns.entries()) {
      if (target !== undefined) this.#at.set(target, [...(this.#at.get(target) ?? []), index])
    }
  }

  has = (target: string): boolean => this.#at.has(target)
  /** The columns that go there. */
  columns = (target: string): readonly number[] => this.#at.get(target) ?? none
  header = (column: number): string => this.#sheet.headers[column] ?? ''

  /** The row with its mended cells. */
  row(row: SheetRow): SheetRow {
    const mended = this.#mended[row.lineNo]
    if (!mended) return row
    const cells = [...row.cells]
    for (const [column, text] of Object.entries(mended)) cells[Number(column)] = text
    return { ...row, cells }
  }

  /** Cells of this row may stand in the wrong columns. Once somebody has mended one of them, they stand as they are seen. */
  uneven(row: SheetRow): RowProblem | undefined {
    const told = this.#uneven.size > 0 ? this.#uneven.get(row.lineNo) : undefined
    if (!told || this.#mended[row.lineNo]) return undefined
    return { lineNo: row.lineNo, code: 'uneven', detail: `${told.cells} / ${told.expected}` }
  }

  /** What stands there first; blank when nothing does. */
  text(row: SheetRow, target: string): string {
    const columns = this.#at.get(target)
    if (!columns) return ''
    for (const column of columns) {
      const text = textOf(row.cells[column])
      if (text !== '') return text
    }
    return ''
  }

  /** All different values of the target's columns, each cell taken apart where it holds several. */
  list(row: SheetRow, target: string): string[] {
    const columns = this.#at.get(target)
    if (!columns) return noTexts
    const found: string[] = []
    for (const column of columns) {
      const cell = row.cells[column] ?? ''
      if (cell === '') continue
      for (const part of apart(cell, this.#columns[column]?.listSeparator)) {
        const text = textOf(part)
        if (text !== '' && !found.includes(text)) found.push(text)
      }
    }
    return found
  }

  nameOrder = (target: string): ImportColumn['nameOrder'] => this.#columns[this.columns(target)[0] ?? -1]?.nameOrder

  /** What stands first in the days of the target's column: as chosen, else as all its cells say it. */
  dayOrder(target: string): DayOrder | undefined {
    const column = this.columns(target)[0]
    if (column === undefined) return undefined
    if (!this.#orders.has(column)) {
      this.#orders.set(
        column,
        this.#columns[column]?.dayOrder ?? orderOfAll(this.#sheet.rows.map(({ cells }) => cells[column] ?? '')).decided,
      )
    }
    return this.#orders.get(column)
  }

  /** The decimal mark of the target's column: as chosen, else as all its cells say it. */
  decimal(target: string): ImportColumn['decimal'] {
    const column = this.columns(target)[0]
    if (column === undefined) return undefined
    if (!this.#marks.has(column)) {
      const said = () => decimalOfAll(this.#sheet.rows.map(({ cells }) => cells[column] ?? '')).decided
      this.#marks.set(column, this.#columns[column]?.decimal ?? said())
    }
    return this.#marks.get(column)
  }

  get canonical(): boolean {
    return this.#sheet.canonical
  }
}

const none: readonly number[] = []
const noTexts: string[] = []

/** Its comma is a decimal mark. */
const scientific = /^\s*\d,\d+E\+?\d+\s*$/i

function apart(cell: string, separator: string | undefined): string[] {
  if (separator === '' || scientific.test(cell)) return [cell]
  if (separator === undefined) return between.test(cell) ? cell.split(between) : [cell]
  return cell.includes(separator) ? cell.split(separator) : [cell]
}

/** Without what Excel and other programs put around it: `="0123"`, an apostrophe before `+49`, line breaks. */
export function textOf(cell: string | undefined): string {
  if (cell === undefined || cell === '') return ''
  const text = cell.trim()
  const plain = text.includes('\n') ? text.replace(/\s*\n\s*/g, ', ') : text
  const first = plain.charCodeAt(0)
  if (first === 61) return plain.replace(/^="(.*)"$/, '$1')
  return first === 39 ? undefused(plain) : plain
}
