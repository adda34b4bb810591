// One sheet of a workbook, read as it is unpacked. ECMA-376 part 1, 18.3.1
import { limits, type SheetNote, type SheetRow } from './sheet.ts'
import { textOfNumber, type CellFormat } from './excelCells.ts'
import { attributesOf, XmlTrouble, type XmlListener } from './xmlScan.ts'

export interface Workbook {
  strings: readonly string[]
  /** By number of the style. */
  formats: readonly CellFormat[]
  from1904: boolean
}

/** A sheet that is more than we take in. */
export class TooMuch extends Error {
  constructor(
    readonly reason: 'tooManyRows' | 'tooManyColumns' | 'cellTooLong',
    readonly detail: number,
  ) {
    super(reason)
  }
}

/** So many cells with an error are told one by one. */
const mostNotes = 1000

export class SheetReader implements XmlListener {
  readonly rows: SheetRow[] = []
  readonly notes: SheetNote[] = []
  private row: SheetRow = { lineNo: 0, cells: [] }
  private blank = true
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private inCell = false
  private listening = false
  private phonetic = false

  constructor(private readonly book: Workbook) {}

  open(name: string, attributes: string): void {
    if (name === 'c') this.beginCell(attributes)
    else if (name === 'row') {
      this.row = { lineNo: Number(attributesOf(attributes)['r'] ?? this.row.lineNo + 1), cells: [] }
      this.blank = true
      this.column = -1
    } else if (this.inCell) {
      if (name === 'v' || name === 't') this.listening = !this.phonetic
      else if (name === 'rPh') this.phonetic = true
    }
  }

  text(text: string): void {
    if (!this.listening) return
    this.value += text
    if (this.value.length > limits.cell) throw new TooMuch('cellTooLong', this.row.lineNo)
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.listening = false
    else if (name === 'rPh') this.phonetic = false
    else if (name === 'c') this.endCell()
    else if (name === 'row' && !this.blank) {
      this.rows.push(this.row)
      if (this.rows.length > limits.rows + 1) throw new TooMuch('tooManyRows', limits.rows)
    }
  }

  private beginCell(attributes: string) {
    const { r = '', s = '0', t = 'n' } = attributesOf(attributes)
    const place = columnOf(r)
    if (place !== undefined && place < 0) throw new XmlTrouble('place')
    this.column = place ?? this.column + 1
    this.type = t
    this.style = Number(s)
    this.value = ''
    this.inCell = true
  }

  private endCell() {
    this.inCell = false
    const text = this.value === '' ? '' : this.cellText()
    if (text.trim() === '') return
    if (this.column >= limits.columns) throw new TooMuch('tooManyColumns', limits.columns)
    const { cells } = this.row
    while (cells.length < this.column) cells.push('')
    cells[this.column] = text
    this.blank = false
  }

  private cellText(): string {
    const { value, book } = this
    switch (this.type) {
      case 's':
        return book.strings[Number(value)] ?? ''
      case 'b':
        return value.trim() === '1' ? 'true' : 'false'
      case 'e':
        if (this.notes.length < mostNotes) {
          this.notes.push({ lineNo: this.row.lineNo, code: 'cellError', detail: `${letters(this.column)}${this.row.lineNo} ${value}` })
        }
        return ''
      case 'd':
        return value.replace(/T(?:00:00(?::00(?:\.0+)?)?Z?)?$/, '').replace('T', ' ')
      case 'n':
        return textOfNumber(value, book.formats[this.style] ?? 'plain', book.from1904)
      default:
        return unescaped(value)
    }
  }
}

/** Of `AB12` the column, counted from 0; nothing when the cell does not say its place. */
function columnOf(place: string): number | undefined {
  let column = 0
  let at = 0
  for (; at < place.length && at < 4; at++) {
    const letter = place.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return at === 0 ? undefined : column - 1
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** `_x000D_` is how Excel writes signs that XML cannot hold. ECMA-376 part 1, 22.9.2.19 */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text
