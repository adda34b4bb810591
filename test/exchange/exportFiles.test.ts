// What is written is read back the same: by our own import, and by others who read such files.
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { readSheet as readElsewhere } from 'read-excel-file/node'
import { describe, expect, it, test } from 'vitest'
import type { Cell, Column, CsvFor, Manner, TableWriter } from '../../src/exchange/exportTable.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import { csvWriter, defused, isFormula, undefused } from '../../src/exchange/writeCsv.ts'
import { columnName, excelLimits, excelWriter } from '../../src/exchange/writeExcel.ts'

const german: Manner = { separator: ';', decimal: ',', yes: 'ja', no: 'nein' }
const english: Manner = { separator: ',', decimal: '.', yes: 'yes', no: 'no' }
const text = (heading: string): Column => ({ heading, kind: 'text', width: 12 })

function bytesOf(writer: TableWriter, rows: readonly (readonly Cell[])[]): Uint8Array {
  const parts = [...writer.begin(), ...rows.flatMap((row) => writer.rows([row])), ...writer.end()]
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
const csv = (columns: readonly Column[], rows: readonly (readonly Cell[])[], csvFor: CsvFor, manner = german) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(csvWriter(columns, csvFor, manner), rows))
async function readBack(bytes: Uint8Array) {
  const read = await readSheet(bytes, 'export', { header: true })
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value
}

const awkward = [
  'a "quote"',
  'one\ntwo',
  'a;b',
  'a,b',
  '007',
  '+49 30 123',
  '=1+1',
  '👩‍🌾 Ω',
  'שלום',
  "O'Neil",
  '_x0041_',
  '<b>&amp;</b>',
  '3,5',
  '',
]

describe('A cell that a spreadsheet would run', () => {
  test.each([
    ...['=1+1', '=cmd|’/c calc’!A1', '@SUM(A1)', '@handle', '+cmd', '-cmd', '- eine Notiz', '\t=1', "'=1", '＝1', '+1+cmd|x', ' =1'],
    ...['+49-30-1234567', '+49/30/1234', '-1 - 2', '+1.5-2,5', '+49--30'],
  ])('%j is led by an apostrophe, which our import takes away again', (cell) => {
    expect(defused(cell)).toBe(`'${cell}`)
    expect(undefused(defused(cell))).toBe(cell)
  })
  test.each([
    '+49 (0)30 12-34',
    '+49 30 12-34',
    '+4930123',
    '030-1234',
    '2026/03/01',
    '-4,5',
    '-',
    '+',
    '2026-03-01',
    '-12.50',
    'a@b.ch',
    "O'Neil",
    "'t Hooft",
    'x=1',
    '',
  ])('%j stays as it is', (cell) => {
    expect(isFormula(cell)).toBe(false)
    expect(defused(cell)).toBe(cell)
    expect(undefused(cell)).toBe(cell)
  })
  it('whatever the text, taking the apostrophe away gives it back', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."='+-@ \ta1.,🐝＝") }), (cell) => undefused(defused(cell)) === cell))
  })
})

describe('CSV', () => {
  it('for Excel begins with the mark of the encoding, has the separator and decimals of the land, and ends its lines as Windows does', () => {
    const columns: Column[] = [text('Name'), { heading: 'Cost', kind: 'amount', width: 8 }, { heading: 'Blocked', kind: 'yes', width: 8 }]
    expect(csv(columns, [['Böhme', 2.5, true]], 'excel')).toBe('\ufeffName;Cost;Blocked\r\nBöhme;2,50;ja\r\n')
    expect(csv(columns, [['Böhme', -2.5, undefined]], 'excel', english)).toBe('\ufeffName,Cost,Blocked\r\nBöhme,-2.50,\r\n')
  })
  test.each([
    [12.345, '12,345'],
    [2.5, '2,50'],
    [-3, '-3,00'],
    [0.125, '0,125'],
    [1234567.8, '1234567,80'],
  ])('an amount of %d has two decimals at least, and all there are: %s', (amount, wanted) => {
    expect(csv([{ heading: 'Cost', kind: 'amount', width: 8 }], [[amount]], 'excel')).toBe(`\ufeffCost\r\n${wanted}\r\n`)
    expect(csv([{ heading: 'Cost', kind: 'amount', width: 8 }], [[amount]], 'system')).toBe(`Cost\r\n${wanted.replace(',', '.')}\r\n`)
  })
  it('for another system has commas, points, no mark, and not one sign is changed; what would run is counted', () => {
    const writer = csvWriter([text('Name'), { heading: 'Cost', kind: 'amount', width: 8 }], 'system', german)
    const made = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(writer, [['=1+1', 2.5]]))
    expect(made).toBe('Name,Cost\r\n=1+1,2.50\r\n')
    expect(writer.formulas).toBe(1)
  })
  it('is read back the same, by our import and by papaparse', async () => {
    const columns = awkward.map((_, at) => text(`Column ${at}`))
    for (const csvFor of ['excel', 'system'] as const) {
      const bytes = bytesOf(csvWriter(columns, csvFor, german), [awkward, [...awkward].reverse()])
      const [, ...rows] = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data
      expect(rows.map((row) => row.map(undefused))).toEqual([awkward, [...awkward].reverse()])
      const sheet = await readBack(bytes)
      expect(sheet.rows.map(({ cells }) => cells.map(undefused))).toEqual([awkward, [...awkward].reverse()])
    }
  })
  it('of any texts keeps each of them in its cell', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab";,\n\r \t=+-\'1🐝ü') })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.constantFrom<CsvFor>('excel', 'system'),
        (rows, csvFor) => {
          const written = csv([text('A'), text('B')], rows, csvFor).replace('\ufeff', '')
          const read = Papa.parse<string[]>(written, { delimiter: csvFor === 'excel' ? ';' : ',', newline: '\r\n' }).data
          const back = csvFor === 'excel' ? read.map((row) => row.map(undefused)) : read
          expect(back.slice(1, -1)).toEqual(rows)
        },
      ),
    )
  })
  it('a row of one blank cell is still a row', () => expect(csv([text('A')], [['']], 'system')).toBe('A\r\n""\r\n'))
})

describe('An Excel file', () => {
  const parts = (bytes: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
  const columns: Column[] = [
    text('Name'),
    { heading: 'PLZ', kind: 'code', width: 8 },
    { heading: 'Datum', kind: 'day', width: 12 },
    { heading: 'Kosten', kind: 'amount', width: 10 },
    { heading: 'Minuten', kind: 'number', width: 8 },
    { heading: 'Storniert', kind: 'yes', width: 8 },
  ]

  it('keeps post codes and phones as text, days as days, amounts as numbers, and runs no formula', () => {
    const sheet = parts(bytesOf(excelWriter({ name: 'Kontakte', columns }), [['=1+1', '01067', '2026-03-01', 2.5, 12, true]]))
    const xml = sheet['xl/worksheets/sheet1.xml'] ?? ''
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('<c r="B2" s="2" t="s">')
    expect(xml).toContain('<c r="C2" s="3"><v>46082</v></c>')
    expect(xml).toContain('<c r="D2" s="4"><v>2.5</v></c>')
    expect(xml).toContain('<c r="F2" t="b"><v>1</v></c>')
    expect(xml).toContain('state="frozen"')
    expect(sheet['xl/sharedStrings.xml']).toContain('<t xml:space="preserve">01067</t>')
  })
  it('is read back the same by our import', async () => {
    const wide = awkward.map((_, at) => text(`Column ${at}`))
    const sheet = await readBack(bytesOf(excelWriter({ name: 'x', columns: wide }), [awkward, [...awkward].reverse()]))
    expect(sheet.rows.map(({ cells }) => cells)).toEqual([awkward, [...awkward].reverse()])
    const typed = await readBack(bytesOf(excelWriter({ name: 'x', columns }), [['Anna', '01067', '1899-05-01', 2.5, 12, undefined]]))
    expect(typed.rows[0]?.cells).toEqual(['Anna', '01067', '1899-05-01', '2.5', '12', ''])
  })
  it('is read the same by a reader that is not ours: texts, days, amounts', async () => {
    const bytes = bytesOf(excelWriter({ name: 'x', columns }), [['=1+1 🐝', '01067', '2026-03-01', 2.5, 12, true]])
    const [, row] = await readElsewhere(Buffer.from(bytes))
    expect(row).toEqual(['=1+1 🐝', '01067', new Date('2026-03-01T00:00:00Z'), 2.5, 12, true])
  })
  it('a text that Excel cannot hold is cut, and told', () => {
    const writer = excelWriter({ name: 'x', columns: [text('A')] })
    const xml = parts(bytesOf(writer, [['x'.repeat(excelLimits.cell + 10)]]))['xl/sharedStrings.xml'] ?? ''
    expect(writer.cut).toBe(1)
    expect(/x{32767}(?!x)/.test(xml)).toBe(true)
  })
  it('signs that XML does not know are said in Excel’s way', () => {
    const xml = parts(bytesOf(excelWriter({ name: 'x', columns: [text('A')] }), [['a\u0001b_x0041_']]))['xl/sharedStrings.xml']
    expect(xml).toContain('a_x0001_b_x005F_x0041_')
  })
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (at, name) => expect(columnName(at)).toBe(name))
})
