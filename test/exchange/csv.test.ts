// CSV files as they come from Excel, ERP systems and phones.
import { describe, expect, test } from 'vitest'
import { readCsv, type CsvTable } from './readCsv.ts'

const text = 'Name;Ort\nJürgen Müßig;Köln\nÆrø Øvrebø;Tromsø\n'
const utf8 = (content: string) => new TextEncoder().encode(content)
const utf16 = (content: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${content}`, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}
const windows = (content: string) =>
  new Uint8Array([...content].map((sign) => (sign === '€' ? 0x80 : sign === '–' ? 0x96 : sign.charCodeAt(0))))

const encodings: [string, CsvTable['encoding'], (content: string) => Uint8Array][] = [
  ['UTF-8', 'utf-8', utf8],
  ['UTF-8 with a byte order mark', 'utf-8', (content) => utf8(`\ufeff${content}`)],
  ['UTF-16 little endian', 'utf-16le', (content) => utf16(content, false)],
  ['UTF-16 big endian', 'utf-16be', (content) => utf16(content, true)],
  ['UTF-16 little endian without a mark', 'utf-16le', (content) => utf16(content, false).subarray(2)],
  ['UTF-16 big endian without a mark', 'utf-16be', (content) => utf16(content, true).subarray(2)],
  ['Windows-1252', 'windows-1252', windows],
]
const separators = [';', ',', '\t', '|'] as const

function read(content: string | Uint8Array): CsvTable {
  const table = readCsv(typeof content === 'string' ? utf8(content) : content, 'list.csv')
  if (!table.ok) throw new Error(JSON.stringify(table.failure))
  return table.value
}
const cells = (content: string | Uint8Array) => read(content).rows.map((row) => row.cells)

describe.each(encodings)('A file in %s', (_, encoding, bytes) => {
  test.each(separators)('separated by %j', (separator) => {
    const table = read(bytes(text.replaceAll(';', separator)))
    expect(table).toMatchObject({ encoding, separator, headers: ['Name', 'Ort'], uneven: [], padded: 0 })
    expect(table.rows).toEqual([
      { lineNo: 2, cells: ['Jürgen Müßig', 'Köln'] },
      { lineNo: 3, cells: ['Ærø Øvrebø', 'Tromsø'] },
    ])
  })
})

test('Windows-1252 keeps euro sign and dash', () => {
  expect(cells(windows('Name;Ort\nMüller – 5 €;Köln\n'))).toEqual([['Müller – 5 €', 'Köln']])
})

test('The person’s own choice of encoding and separator wins over the guess', () => {
  const table = readCsv(utf8('Name;Ort,Land\nMüller;Köln,DE\n'), 'list.csv', { encoding: 'windows-1252', separator: ',' })
  expect(table).toMatchObject({ ok: true, value: { encoding: 'windows-1252', headers: ['Name;Ort', 'Land'] } })
})

describe('The separator', () => {
  test.each<[string, string, CsvTable['separator']]>([
    ['is the one the header has, though every row has a comma', 'Name;Ort\nMüller, Anna;Köln\nBerger, Jan;Bonn\n', ';'],
    ['may stand inside quotation marks as well', 'Name,Ort\n"a;b;c",Köln\n"d;e;f",Bonn\n', ','],
    ['is said by a first line sep=', 'sep=,\nName;Ort,City\nx,y\n', ','],
    ['is said by a first line "sep=" in quotation marks', '"sep=|"\nName|City\nx|y\n', '|'],
    ['of decimal commas is none', 'Name\tCity\n1,5\tx\n2,5\ty\n', '\t'],
    ['of a single column does not matter', 'Name\nAnna\n', ';'],
  ])('%s', (_, content, separator) => expect(read(content).separator).toBe(separator))
})

describe('Lines', () => {
  test('end in any way', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(cells(`Name;Ort${end}a;b${end}c;d`)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ])
  })
  test('that are blank are skipped, and numbers count them', () => {
    expect(read('Name;Ort\n\na;b\n;;\n  ; \nc;d\n').rows.map((row) => row.lineNo)).toEqual([3, 6])
  })
  test('within quotation marks belong to one row', () => {
    const table = read('sep=;\r\nName;Address;City\r\na;"Street 1\r\nFloor 2";b\r\nc;d;e\r\n')
    expect(table.rows).toEqual([
      { lineNo: 3, cells: ['a', 'Street 1\nFloor 2', 'b'] },
      { lineNo: 5, cells: ['c', 'd', 'e'] },
    ])
  })
  test('keep quotation marks that are doubled', () =>
    expect(cells('Name;Ort\n"Hof ""Zur Linde""";b\n')).toEqual([['Hof "Zur Linde"', 'b']]))
})

describe('A row', () => {
  const header = 'Name;Address;City;Phone'
  test.each<[string, string, { padded?: number; uneven?: CsvTable['uneven'] }]>([
    ['that lacks cells at its end is filled up and counted', 'a;b;c\nd;e;f;g', { padded: 1 }],
    ['with blank cells too many is no problem', 'a;b;c;d;;\n', {}],
    ['that is too long is told', 'a;b;c;d;e\nf;g;h;i', { uneven: [{ lineNo: 2, cells: 5, expected: 4 }] }],
    [
      'that was torn in two is told twice',
      'a;b\nb2;c;d\nf;g;h;i',
      {
        uneven: [
          { lineNo: 2, cells: 2, expected: 4 },
          { lineNo: 3, cells: 3, expected: 4 },
        ],
      },
    ],
    ['of one cell among many is told', 'a;b;c;d\nSum: 1', { uneven: [{ lineNo: 3, cells: 1, expected: 4 }] }],
    ['whose quotation mark is never closed keeps to itself', 'a;"b;c;d\ne;f;g;h', {}],
    [
      'whose quotation mark is never closed is told when it is short',
      'a;"b;c\ne;f;g;h',
      { uneven: [{ lineNo: 2, cells: 3, expected: 4 }] },
    ],
    ['with a quotation mark in the middle of a word is no problem', 'a;"Linde" GmbH;c;d\ne;"f\nf";g;h', {}],
  ])('%s', (_, rows, { padded = 0, uneven = [] }) => {
    const table = read(`${header}\n${rows}`)
    expect({ padded: table.padded, uneven: table.uneven }).toEqual({ padded, uneven })
    for (const row of table.rows) expect(row.cells.length).toBeGreaterThanOrEqual(4)
  })
})

describe('Bad input', () => {
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...Array<number>(400).fill(0)])
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'csvEmpty'],
    ['a byte order mark alone', new Uint8Array([0xef, 0xbb, 0xbf]), 'csvEmpty'],
    ['blank lines alone', utf8('\n\n  \n;;\n'), 'csvEmpty'],
    ['a header alone', utf8('Name;Ort\n'), 'csvEmpty'],
    ['rows without a header', utf8('Anna Berger;anna@berger.example\nJan Smit;jan@smit.example\n'), 'csvNoHeader'],
    ['an Excel workbook', zip, 'csvNoHeader'],
    ['random bytes', new Uint8Array(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'csvNoHeader'],
  ])('%s is refused', (_, bytes, code) => {
    expect(readCsv(bytes, 'list.csv')).toMatchObject({ ok: false, failure: { code, fileName: 'list.csv' } })
  })
  test('a few NUL bytes are left out', () => expect(cells('Name;Ort\nAnna\0;Bonn\n')).toEqual([['Anna', 'Bonn']]))
  test('a cell of 100 KB is kept whole', () => {
    const long = 'ä'.repeat(100_000)
    expect(cells(`Name;Ort\n"${long}";Bonn\nJan;Köln\n`)).toEqual([
      [long, 'Bonn'],
      ['Jan', 'Köln'],
    ])
  })
})
