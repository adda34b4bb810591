// A simple table: cells over several columns and rows, widths of the columns, a header row. Whatever is missing in its grid is filled.
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { LetterCell, LetterTable } from '../../model/writtenLetter.ts'
import { cellBlock, type LetterGround } from './letterBlocks.ts'
import { style } from './letterStyles.ts'
import { mm } from './measures.ts'

interface Placed {
  cell: LetterCell | undefined
  column: number
  columns: number
  rows: number
}

/** One table, or nothing where it has no cell. */
export function letterTable({ content }: LetterTable, ground: LetterGround): Table[] {
  const rows = inGrid(content.map((row) => row.content))
  const columns = Math.max(0, ...rows.map((row) => row.reduce((sum, cell) => Math.max(sum, cell.column + cell.columns), 0)))
  if (columns === 0) return []
  const widths = columnWidths(rows, columns, ground.width)
  return [
    new Table({
      rows: rows.map((row) => tableRow(row, widths, ground)),
      columnWidths: widths.map(mm),
      width: { size: mm(sum(widths)), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { top: mm(0.8), bottom: mm(0.8), left: mm(1.6), right: mm(1.6) },
      borders: { ...edges(BorderStyle.SINGLE), insideHorizontal: line, insideVertical: line },
    }),
  ]
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
const edges = (_: string) => ({ top: line, bottom: line, left: line, right: line })
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

const tableRow = (row: readonly Placed[], widths: readonly number[], ground: LetterGround) =>
  new TableRow({
    cantSplit: true,
    tableHeader: row.every(({ cell }) => cell?.type === 'tableHeader'),
    children: row.map((placed) => tableCell(placed, sum(widths.slice(placed.column, placed.column + placed.columns)), ground)),
  })

function tableCell({ cell, columns, rows }: Placed, width: number, ground: LetterGround): TableCell {
  const inside = (cell?.content ?? []).flatMap((block) => cellBlock(block, { ...ground, width: width - 3.2 }, style.table))
  return new TableCell({
    children: inside.length > 0 ? inside : [new Paragraph({ style: style.table })],
    width: { size: mm(width), type: WidthType.DXA },
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
    ...(cell?.type === 'tableHeader' && { shading: { fill: 'EFEFEF' } }),
  })
}

/** Where each cell stands: one that goes over several rows takes its columns there, and a row that is too short gets empty cells. */
function inGrid(source: readonly (readonly LetterCell[])[]): Placed[][] {
  const taken: boolean[][] = source.map(() => [])
  const rows = source.map((cells, at) => {
    const placed: Placed[] = []
    for (const cell of cells) {
      let column = 0
      while (taken[at]?.[column]) column++
      const [columns, over] = [spanOf(cell.attrs?.colspan, 63), Math.min(spanOf(cell.attrs?.rowspan, source.length), source.length - at)]
      const free = freeFrom(taken[at]!, column, columns)
      for (let row = at; row < at + over; row++) for (let each = column; each < column + free; each++) taken[row]![each] = true
      placed.push({ cell, column, columns: free, rows: over })
    }
    return placed
  })
  const widest = Math.max(0, ...taken.map((row) => row.length))
  rows.forEach((row, at) => {
    for (let column = 0; column < widest; column++) if (!taken[at]?.[column]) row.push({ cell: undefined, column, columns: 1, rows: 1 })
    row.sort((one, other) => one.column - other.column)
  })
  return rows
}

const spanOf = (asked: number | undefined, most: number) => Math.max(1, Math.min(most, Math.trunc(asked ?? 1) || 1))

function freeFrom(row: readonly boolean[], from: number, wanted: number): number {
  let free = 1
  while (free < wanted && !row[from + free]) free++
  return free
}

/** As they were drawn, in pixels of the screen; where one is missing all share the text's width. Never wider than the text. */
function columnWidths(rows: readonly (readonly Placed[])[], columns: number, most: number): number[] {
  const asked: (number | undefined)[] = Array.from({ length: columns }, () => undefined)
  for (const { cell, column, columns: over } of rows.flat())
    for (let at = 0; at < over; at++) {
      const width = cell?.attrs?.colwidth?.[at]
      if (width !== undefined && width > 0) asked[column + at] ??= (width / 96) * 25.4
    }
  if (asked.some((width) => width === undefined)) return asked.map(() => most / columns)
  const widths = asked.map((width) => Math.max(4, width ?? 0))
  const all = sum(widths)
  return all > most ? widths.map((width) => (width / all) * most) : widths
}
