// Excel workbooks: what she sees in Excel is what comes in.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formatOf, textOfNumber } from '../../src/exchange/excelCells.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import type { ReadChoice, Sheet } from '../../src/exchange/sheet.ts'
import { workbook, workbookParts, type Cell, type Workbook } from './workbook.ts'

async function read(book: Workbook | Uint8Array, choice: ReadChoice = {}): Promise<Sheet> {
  const sheet = await readSheet(book instanceof Uint8Array ? book : workbook(book), 'list.xlsx', choice)
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure))
  return sheet.value
}
const one = (rows: Cell[][], more: Partial<Workbook> = {}): Workbook => ({ sheets: [{ name: 'Contacts', rows }], ...more })
const failure = async (bytes: Uint8Array, choice: ReadChoice = {}) => {
  const sheet = await readSheet(bytes, 'list.xlsx', choice)
  return sheet.ok ? undefined : sheet.failure
}

describe('A cell', () => {
  test.each<[string, string | number, string, string]>([
    ['of a day', 14, '46085', '2026-03-04'],
    ['of a day in a land’s own way', 'dd\\.mm\\.yyyy;@', '46085', '2026-03-04'],
    ['of a day written out', '[$-407]dddd", den "d. mmmm yyyy', '46085', '2026-03-04'],
    ['of a day with a time', 'dd/mm/yyyy hh:mm', '46085.604166667', '2026-03-04 14:30'],
    ['of a time', 20, '0.604166667', '14:30'],
    ['of hours beyond a day', '[h]:mm', '1.5', '36:00'],
    ['of the first day of Excel', 14, '1', '1900-01-01'],
    ['of a day before the one that never was', 14, '59', '1900-02-28'],
    ['of the day after it', 14, '61', '1900-03-01'],
    ['of a number', 0, '1234.5', '1234.5'],
    ['of a number that was worked out', 0, '0.30000000000000004', '0.3'],
    ['of a long number', 0, '4.915112345678E+12', '4915112345678'],
    ['of money in colours', '#,##0.00\\ [$€-407];[Red]-#,##0.00\\ [$€-407]', '-12.5', '-12.5'],
    ['of a percentage', 10, '0.19', '19%'],
    ['of a post code with its nought', '00000', '1067', '01067'],
    ['of a number with a word behind it', '#,##0 "months"', '12', '12'],
    ['of a month', 'mmm\\-yy', '46082', '2026-03-01'],
  ])('%s', (_, format, value, text) => {
    expect(
      textOfNumber(value, formatOf(typeof format === 'number' ? format : 200, typeof format === 'string' ? format : undefined), false),
    ).toBe(text)
  })
  test('of a day counted from 1904', async () => {
    const sheet = await read(
      one(
        [
          ['Name', 'Birthday'],
          ['Anna', { s: 1, v: '44623' }],
        ],
        { formats: [14], from1904: true },
      ),
    )
    expect(sheet.rows[0]?.cells).toEqual(['Anna', '2026-03-04'])
  })
  test('of every other kind', async () => {
    const rows: Cell[][] = [
      ['Name', 'Post Code', 'Minor', 'Phone', 'City', 'Amount'],
      [
        'Müller & Söhne <Köln>',
        '01067',
        { t: 'b', v: '1' },
        { t: 'str', v: '+49 1' },
        { t: 'inlineStr', v: ' Köln_x000D_' },
        { t: 'e', v: '#N/A' },
      ],
      ['Day', undefined, { t: 'b', v: '0' }, undefined, { t: 'd', v: '2026-03-04T00:00:00' }],
    ]
    const sheet = await read(one(rows))
    expect(sheet.rows.map((row) => row.cells)).toEqual([
      ['Müller & Söhne <Köln>', '01067', 'true', '+49 1', ' Köln\r', ''],
      ['Day', '', 'false', '', '2026-03-04', ''],
    ])
    expect(sheet.notes).toEqual([{ lineNo: 2, code: 'cellError', detail: 'F2 #N/A' }])
  })
})

describe('A workbook', () => {
  const rows: Cell[][] = [
    ['Name', 'City'],
    ['Anna', 'Köln'],
  ]
  const people = {
    headers: ['Name', 'City'],
    rows: [{ lineNo: 2, cells: ['Anna', 'Köln'] }],
    canonical: true,
    source: 'xlsx',
    hasHeader: true,
  }
  test('gives its first sheet that holds rows, and names all', async () => {
    const sheets = [
      { name: 'Cover', rows: [] },
      { name: 'Old', rows, state: 'hidden' },
      { name: 'People > 1', rows },
    ]
    expect(await read({ sheets })).toMatchObject({ ...people, sheetName: 'People > 1', sheetNames: ['Cover', 'Old', 'People > 1'] })
    expect(await read({ sheets }, { sheetName: 'Old' })).toMatchObject({ ...people, sheetName: 'Old' })
    expect(await failure(workbook({ sheets }), { sheetName: 'New' })).toMatchObject({ reason: 'noSheet', detail: 'New' })
  })
  test('may leave out where cells stand, or put a prefix before every name', async () => {
    expect(await read(one(rows, { bare: true }))).toMatchObject(people)
    expect(await read(one(rows, { prefix: 'x' }))).toMatchObject(people)
  })
  test('may have a title, blank rows and blank columns', async () => {
    const titled = [['Customers 2026'], [], ['Name', 'City', ''], ['Anna', 'Köln'], [' '], ['Jan']]
    const sheet = await read({ sheets: [{ name: 'S', rows: titled, firstRow: 3 }] })
    expect(sheet).toMatchObject({ headers: ['Name', 'City'] })
    expect(sheet.rows).toEqual([
      { lineNo: 6, cells: ['Anna', 'Köln'] },
      { lineNo: 8, cells: ['Jan', ''] },
    ])
  })
  test('without a line of names keeps its first row', async () => {
    const sheet = await read(one([['Anna', 'anna@x.example'], ['Jan', 'jan@x.example']])) // prettier-ignore
    expect(sheet).toMatchObject({ hasHeader: false, headers: ['', ''], rows: [{ lineNo: 1 }, { lineNo: 2 }] })
  })
})

describe('Refused with a reason', () => {
  const parts = workbookParts(one([['Name'], ['Anna']]))
  const sheetPart = 'xl/worksheets/sheet1.xml'
  const packed = zipSync(parts)
  const tooLong = `<worksheet><sheetData><row><c t="str"><v>${'x'.repeat(100_001)}</v></c></row></sheetData></worksheet>`
  const lying = (() => {
    const bytes = zipSync({ ...parts, [sheetPart]: strToU8(`<worksheet><sheetData>${' '.repeat(3_000_000)}</sheetData></worksheet>`) })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 2_000_000) view.setUint32(at + 24, 100, true)
    }
    return bytes
  })()
  const huge = (() => {
    const bytes = packed.slice()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 4e9, true)
    return bytes
  })()
  const other = (names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
  test.each<[string, Uint8Array, string]>([
    ['a part that holds more than it says', lying, 'bomb'],
    ['parts that say they hold gigabytes', huge, 'bomb'],
    ['a file that was cut off', packed.subarray(0, packed.length - 30), 'broken'],
    ['a sheet that was cut off', zipSync({ ...parts, [sheetPart]: strToU8('<worksheet><sheetData><row><c t="str"><v>A') }), 'broken'],
    ['a document type', zipSync({ ...parts, [sheetPart]: strToU8('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>') }), 'broken'],
    ['a cell of more than a page', zipSync({ ...parts, [sheetPart]: strToU8(tooLong) }), 'cellTooLong'],
    ['a thousand columns', workbook(one([Array.from({ length: 1000 }, (_, at) => `C${at}`), ['x']])), 'tooManyColumns'],
    ['a binary workbook', other(['[Content_Types].xml', 'xl/workbook.bin']), 'xlsb'],
    ['a Word document', other(['[Content_Types].xml', 'word/document.xml']), 'word'],
    ['an OpenDocument file', other(['mimetype', 'content.xml']), 'ods'],
    ['a Numbers document', other(['Index/Document.iwa']), 'numbers'],
    ['some other ZIP file', other(['a.csv']), 'zip'],
  ])('%s', async (_, bytes, reason) => {
    expect(await failure(bytes)).toMatchObject({ code: 'importFile', reason, fileName: 'list.xlsx' })
  })
  test('a workbook without a row', async () => expect(await failure(workbook(one([])))).toMatchObject({ code: 'csvEmpty' }))
  test('more rows than we take in, before the end is read', async () => {
    const row = '<row><c t="str"><v>x</v></c></row>'
    const many = zipSync({ ...parts, [sheetPart]: strToU8(`<worksheet><sheetData>${row.repeat(300_010)}`) }, { level: 1 })
    expect(await failure(many)).toMatchObject({ reason: 'tooManyRows', detail: '300000' })
  })
})
