// Labels as one Word document: the sheets follow each other in a table whose rows and columns are exactly as high and wide as the labels.
import type { LabelFormat } from '../../model/settings.ts'
import { cell, exactRow, exactStyle, lineTwips, linesRun, sized, tableHead, thin, thinEnd, thinStyle } from './boxes.ts'
import { labelGrid, twips, type LabelGrid, type Stretch } from './labelGrid.ts'
import type { Paced } from './paced.ts'
import { wordFile, type Page } from './wordFile.ts'

/** What stands on a label, in a type of `size` points. */
export interface LabelWords {
  lines: readonly string[]
  size: number
}

export interface LabelSheets {
  format: LabelFormat
  /** By how many millimetres all is moved. */
  nudge: { x: number; y: number }
  /** The first free label of the first sheet, from 1: those before it stay blank. */
  startAt: number
  labels: readonly LabelWords[]
  /** In points: what most labels are set in. */
  size: number
  /** How far from the left edge of a label its words begin, in millimetres. */
  inset: number
  title: string
  language: string
}

/** The document. Waits now and then for what else is to be done, and ends without one when it is told to stop. */
export async function labelDocument(sheets: LabelSheets, paced: Paced): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const grid = labelGrid(sheets.format, sheets.nudge)
  const table = new LabelTable(grid, sheets)
  const perSheet = sheets.format.columns * sheets.format.rows
  const cells = sheets.startAt - 1 + sheets.labels.length
  const body = [tableHead(grid.columns.map(({ size }) => size))]
  for (let first = 0; first < cells; first += perSheet) {
    body.push(table.sheet(first, first + perSheet >= cells))
    if (!(await paced.step(Math.min(first + perSheet, cells) - sheets.startAt + 1))) return undefined
  }
  body.push('</w:tbl>', thinEnd())
  const styles = exactStyle('Label', sheets.size, twips(sheets.inset)) + thinStyle
  return wordFile({ body, page: pageOf(grid), styles, title: sheets.title, language: sheets.language })
}

/** Below the last label only so much is left that the next one does not fit, and the paragraph behind the table does. */
const spare = 100

export function pageOf({ page, left, top, below, columns }: LabelGrid): Page {
  const width = columns.reduce((sum, { size }) => sum + size, 0)
  const right = Math.max(0, page.width - left - width)
  return { ...page, left, right, top, bottom: below - Math.min(below, spare) }
}

/** What the paragraph behind the table needs. */
const behind = 30

/** The rows of a sheet: those of its last row are a little less high where nothing else would be left for the end of the document. */
export function sheetRows({ rows, below }: LabelGrid, isLast: boolean): Stretch[] {
  if (!isLast || below >= behind) return rows
  return rows.map((row, at) => (at === rows.length - 1 ? { ...row, size: row.size - (behind - below) } : row))
}

class LabelTable {
  readonly #grid: LabelGrid
  readonly #sheets: LabelSheets
  readonly #gap: string

  constructor(grid: LabelGrid, sheets: LabelSheets) {
    this.#grid = grid
    this.#sheets = sheets
    const width = grid.columns.reduce((sum, { size }) => sum + size, 0)
    const span = grid.columns.length > 1 ? `<w:gridSpan w:val="${grid.columns.length}"/>` : ''
    this.#gap = cell(width, thin, span)
  }

  /** One sheet, whose first label is number `first` (from 0) of all places; rows behind the last label are left out. */
  sheet(first: number, isLast: boolean): string {
    const end = this.#sheets.startAt - 1 + this.#sheets.labels.length
    const rows: string[] = []
    let place = first
    for (const { size, isLabel } of sheetRows(this.#grid, isLast)) {
      if (place >= end) break
      if (isLabel) {
        rows.push(this.#row(size, place))
        place += this.#sheets.format.columns
      } else rows.push(exactRow(size, this.#gap))
    }
    return rows.join('')
  }

  #row(height: number, first: number): string {
    let place = first
    const cells = this.#grid.columns.map(({ size, isLabel }) =>
      isLabel ? cell(size, this.#words(place++), '<w:vAlign w:val="center"/>') : cell(size, thin),
    )
    return exactRow(height, cells.join(''))
  }

  #words(place: number): string {
    const label = this.#sheets.labels[place - this.#sheets.startAt + 1]
    if (!label) return '<w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr></w:p>'
    const own = label.size !== this.#sheets.size
    const spacing = own ? `<w:spacing w:line="${lineTwips(label.size)}" w:lineRule="exact"/>` : ''
    const run = linesRun(label.lines, own ? sized(label.size) : '')
    return `<w:p><w:pPr><w:pStyle w:val="Label"/>${spacing}</w:pPr>${run}</w:p>`
  }
}
