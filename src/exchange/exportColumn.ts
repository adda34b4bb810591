// One column of a file: how it is called, what it is, and what a row says in it.
import type { ColumnKey } from './exportHeadings.ts'
import type { Cell, CellKind } from './exportTable.ts'

/** One column of a kind of row. */
export interface ColumnOf<Row> {
  key: ColumnKey
  kind: CellKind
  width: number
  /** Taken without a wish. */
  on: boolean
  value(row: Row, say: Say): Cell
}

/** The word of a value in the language of the file. */
export type Say = (value: string | undefined) => string

/** A column that is there without a wish. */
export const column = <Row>(key: ColumnKey, kind: CellKind, width: number, value: ColumnOf<Row>['value']): ColumnOf<Row> => ({
  ...{ key, kind, width, value },
  on: true,
})
/** A column that is there when it is wished for. */
export const further = <Row>(...of: Parameters<typeof column<Row>>): ColumnOf<Row> => ({ ...column(...of), on: false })
