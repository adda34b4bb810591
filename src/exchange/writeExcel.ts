// An Excel file, written row by row as it grows, so that a hundred thousand rows take neither the tablet's memory nor a pause: libraries
// that build the whole sheet first need 20 seconds and more than a gigabyte for as many.
// Every text is a text cell: nothing in it runs, post codes keep their noughts, phones their plus. Days are dates, amounts are numbers.
// Public source: ECMA-376 part 1, 18.3 (worksheets), 18.4.8 (shared strings), 18.8.30 (number formats), 22.9.2.19 (ST_Xstring).
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { daysBetween, isDay, toDay } from '../base/day.ts'
import { contentTypes, packageRelations, sheetStart, stylesOf, workbook, workbookRelations, xmlText } from './excelParts.ts'
import type { Cell, CellKind, Column, TableWriter } from './exportTable.ts'

/** Excel refuses more in one cell, and more rows in one sheet. Public source: Excel specifications and limits */
export const excelLimits = { cell: 32_767, rows: 1_048_576 }
/** So many different texts are said once for all cells; further ones stand in their cells. */
const mostShared = 50_000
/** Excel counts days from the last of 1899, and counts a 29 February 1900 that never was: before March 1900 a day is written as text. */
const dayNought = toDay('1899-12-30')
const firstDate = '1900-03-01'

/** Places of the cell formats in `stylesOf`. */
const styles: Record<CellKind, number> = { text: 2, code: 2, day: 3, amount: 4, number: 0, yes: 0 }
const headingStyle = 1

export interface ExcelSheet {
  name: string
  columns: readonly Column[]
  /** Rows that stand over the headings, as the layout of another program wants them. */
  above?: readonly (readonly Cell[])[]
  /** Every text in the one table of texts, for readers that know no text in a cell. */
  allShared?: boolean
}

export function excelWriter({ name, columns, above = [], allShared = false }: ExcelSheet): TableWriter {
  const shared = new SharedTexts(allShared ? Infinity : mostShared)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    chunks.push(bytes)
  })
  const file = (path: string, content: string) => {
    const part = new ZipDeflate(path, { level: 6 })
    zip.add(part)
    part.push(strToU8(content), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 })
  const headings = above.length
  let rowNo = 0
  let cut = 0
  const cell = (value: Cell, kind: CellKind, at: string, style: number): string => {
    if (value === undefined || value === '') return ''
    if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${at}" s="${style}"><v>${value}</v></c>` : ''
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
    if (kind === 'day' && isDay(value) && value >= firstDate) return `<c r="${at}" s="${style}"><v>${daysBetween(dayNought, value)}</v></c>`
    if (value.length > excelLimits.cell) cut++
    const text = value.slice(0, excelLimits.cell)
    const index = shared.indexOf(text)
    const own = style === styles.day ? styles.text : style
    if (index !== undefined) return `<c r="${at}" s="${own}" t="s"><v>${index}</v></c>`
    return `<c r="${at}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
  }
  const letters = columns.map((_, at) => columnName(at))
  const row = (cells: readonly Cell[], heading: boolean): string => {
    rowNo++
    const said = columns.map(({ kind }, at) =>
      cell(cells[at], heading ? 'text' : kind, `${letters[at] ?? ''}${rowNo}`, heading ? headingStyle : styles[kind]),
    )
    return `<row r="${rowNo}">${said.join('')}</row>`
  }
  const taken = () => chunks.splice(0)
  return {
    begin: () => {
      file('[Content_Types].xml', contentTypes)
      file('_rels/.rels', packageRelations)
      file('xl/workbook.xml', workbook(name))
      file('xl/_rels/workbook.xml.rels', workbookRelations)
      file('xl/styles.xml', stylesOf())
      zip.add(sheet)
      const top = [...above, columns.map(({ heading }) => heading)].map((cells) => row(cells, true)).join('')
      sheet.push(strToU8(sheetStart(columns, headings + 1) + top))
      return taken()
    },
    rows: (rows) => {
      sheet.push(strToU8(rows.map((cells) => row(cells, false)).join('')))
      return taken()
    },
    end: () => {
      const last = `${letters.at(-1) ?? 'A'}${Math.max(rowNo, 1)}`
      const filter = `<autoFilter ref="A${headings + 1}:${last}"/>`
      const quiet = `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors>`
      sheet.push(strToU8(`</sheetData>${filter}${quiet}</worksheet>`), true)
      const texts = new ZipDeflate('xl/sharedStrings.xml', { level: 6 })
      zip.add(texts)
      for (const part of shared.parts()) texts.push(strToU8(part))
      texts.push(new Uint8Array(), true)
      zip.end()
      return taken()
    },
    get cut() {
      return cut
    },
    formulas: 0,
  }
}

/** Texts that stand in many cells, said once. */
class SharedTexts {
  readonly #places = new Map<string, number>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  indexOf(text: string): number | undefined {
    const known = this.#places.get(text)
    if (known !== undefined || this.#places.size >= this.#most) return known
    this.#places.set(text, this.#places.size)
    return this.#places.size - 1
  }

  *parts(): Iterable<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.#places.size}">`
    let part = ''
    for (const text of this.#places.keys()) {
      part += `<si><t xml:space="preserve">${xmlText(text)}</t></si>`
      if (part.length < 100_000) continue
      yield part
      part = ''
    }
    yield `${part}</sst>`
  }
}

/** `A`, `Z`, `AA` … */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (at % 26))
}
