// Files that are too much, too clever or something else: each has its sentence in seconds, and what can be read comes in as plain text.
import { describe, expect, it } from 'vitest'
import { readSheet } from '../../src/exchange/readSheet.ts'
import { limits } from '../../src/exchange/sheet.ts'
import { failureText } from '../../src/text/failures.ts'
import { rawZip } from '../word/rawZip.ts'
import { workbook, workbookParts } from './damagedFiles.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
async function said(file: Uint8Array, name = 'list.xlsx'): Promise<string> {
  const begun = performance.now()
  const read = await readSheet(file, name)
  expect(performance.now() - begun).toBeLessThan(15_000)
  return read.ok
    ? `read: ${read.value.rows.length}`
    : `${read.failure.code === 'importFile' ? read.failure.reason : read.failure.code}: ${failureText(read.failure)}`
}
const withSheet = (text: string) =>
  rawZip(
    Object.entries(workbookParts()).map(([name, content]) => ({
      name,
      content: name === 'xl/worksheets/sheet1.xml' ? bytes(`<worksheet><sheetData>${text}</sheetData></worksheet>`) : content,
    })),
  )

describe('A file that is too much', () => {
  it('a small workbook that unpacks to very much: one cell', async () => {
    const bomb = withSheet(`<row r="1"><c t="inlineStr"><is><t>${'A'.repeat(20_000_000)}</t></is></c></row>`)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await said(bomb)).toMatch(/^(bomb|cellTooLong|broken): .*list\.xlsx/)
  })

  it('a small workbook that unpacks to very much: rows without end', async () => {
    const bomb = withSheet('<row><c><v>1</v></c></row>'.repeat(500_000))
    expect(bomb.length).toBeLessThan(300_000)
    expect(await said(bomb)).toMatch(/^(bomb|tooManyRows): .*list\.xlsx/)
  })

  it('a part that says it is small and is not', async () => {
    const parts = Object.entries(workbookParts()).map(([name, content]) => ({ name, content }))
    const lie = parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content: new Uint8Array(20_000_000), size: 100 } : part))
    expect(await said(rawZip(lie))).toMatch(/^(bomb|broken|csvEmpty): .*list\.xlsx/)
  })

  it('more columns than anybody has', async () => {
    const row = Array.from({ length: 1000 }, (_, at) => `Spalte ${at}`).join(';')
    expect(await said(bytes(`${row}\n${row}\n`), 'wide.csv')).toMatch(/^tooManyColumns: .*wide\.csv/)
  })

  it('more rows than a tablet holds', async () => {
    expect(await said(bytes('Name;Ort\n' + 'A;B\n'.repeat(limits.rows + 10)), 'long.csv')).toMatch(/^tooManyRows: .*long\.csv/)
  })

  it('a cell as long as a book', async () => {
    expect(await said(bytes(`Name;Ort\nAnna;"${'x'.repeat(limits.cell + 1)}"\n`), 'book.csv')).toMatch(/^cellTooLong: .*book\.csv/)
  })

  it.runIf(process.env['FIELDBOOK_TORTURE'])('a CSV of 200 MB', { timeout: 120_000 }, async () => {
    const line = bytes(`Anna Berg;Weg 1;80331;München;${'x'.repeat(170)}\n`)
    const file = new Uint8Array(200_000_000)
    file.set(bytes('Name;Adresse;PLZ;Ort;Bemerkung\n'))
    for (let at = 31; at + line.length < file.length; at += line.length) file.set(line, at)
    expect(await said(file, 'huge.csv')).toMatch(/^tooBig: .*huge\.csv/)
    // Just below the limit it is looked at: too many rows are told, in seconds.
    expect(await said(file.subarray(0, limits.bytes), 'large.csv')).toMatch(/^(tooManyRows|tooBig): .*large\.csv/)
  })
})

describe('A file that is something else', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'pdf'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'picture'],
    ['an empty file', new Uint8Array(), 'csvEmpty'],
    ['only NULs', new Uint8Array(500), 'noText'],
    ['a ZIP of files', rawZip([{ name: 'a.csv', content: bytes('Name;Ort') }]), 'zip'],
    [
      'a Word document',
      rawZip([
        { name: '[Content_Types].xml', content: bytes('<Types/>') },
        { name: 'word/document.xml', content: bytes('<w/>') },
      ]),
      'word',
    ],
    [
      'our own backup',
      rawZip([{ name: 'manifest.json', content: bytes('{"format":"fieldbook-backup","version":4}'), stored: true }]),
      'backup',
    ],
    ['a web page', bytes('<!doctype html><html><body><table><tr><td>Name</td></tr></table></body></html>'), 'html'],
    ['a calendar', bytes('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'), 'calendar'],
    ['half a workbook', workbook().subarray(0, 900), 'broken'],
  ])('%s', async (_what, file, reason) => {
    const sentence = await said(file, 'thing.csv')
    expect(sentence.split(':')[0]).toBe(reason)
    expect(sentence).toContain('thing.csv')
    expect(sentence.length).toBeGreaterThan(50)
  })
})

it('formulas, scripts and controls come in as the text they are', async () => {
  const nasty = ['=HYPERLINK("http://x";"y")', '<script>alert(1)</script>', '"; DROP TABLE contacts', '{{Name}} ${name}', '__proto__']
  for (const name of nasty) {
    const read = await readSheet(bytes(`Name;Ort\n"${name.replaceAll('"', '""')}";Bonn\n`), 'nasty.csv')
    expect(read.ok && read.value.rows[0]?.cells[0]).toBe(name)
  }
  const read = await readSheet(workbook([['Name', 'Ort'], ...nasty.map((name) => [name, 'Bonn'])]), 'nasty.xlsx')
  expect(read.ok && read.value.rows.slice(0, nasty.length).map(({ cells }) => cells[0])).toEqual(nasty)
})
