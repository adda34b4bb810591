// Files as programs write them, read and understood; and what is no list, told for what it is.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { guessColumns, guessKind } from '../../src/exchange/columns.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import type { ReadChoice, Sheet } from '../../src/exchange/sheet.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
async function read(bytes: Uint8Array, choice: ReadChoice = {}): Promise<Sheet> {
  const sheet = await readSheet(bytes, 'file', choice)
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure))
  return sheet.value
}
/** What a row says, by target; where a target stands twice, what is filled first. */
function saysOf(sheet: Sheet, row = 0): Record<string, string> {
  const says: Record<string, string> = {}
  guessColumns(sheet, guessKind(sheet)).forEach(({ column }, at) => {
    const cell = sheet.rows[row]?.cells[at] ?? ''
    if (column.target && cell) says[column.target] ??= cell
  })
  return says
}

const anna = { firstName: 'Anna', surname: 'Böhm', companyName: 'Fröhlich & Söhne GmbH', address: 'Hauptstraße 1', postCode: '01067', city: 'Dresden', mobilePhone: '+49 171 5550001', email: 'anna.boehm@froehlich.example' } // prettier-ignore
test.each<[string, Record<string, string>, number]>([
  ['excel-semicolon.csv', { ...anna, externalId: 'D100', phone: '0351 123', mobilePhone: '0171 5550001' }, 3],
  ['outlook-de.csv', { ...anna, phone: '+49 351 123', jobTitle: 'Leiterin', birthday: '4.3.1970' }, 2],
  ['outlook-en.csv', { salutation: 'Mr.', firstName: 'John', surname: 'Doe', phone: '+44 113 1', city: 'Leeds', birthday: '3/4/1980' }, 2],
  ['google-old.csv', { ...anna, phone: '+49 351 123', birthday: '1970-03-04' }, 2],
  ['google-new.csv', { ...anna, phone: '+49 351 123', address2: '2. Stock' }, 2],
  ['iphone.vcf', { ...anna, title: 'Dr.', salutation: 'Frau', phone: '+49 351 123', name2: 'Einkauf' }, 2],
  ['android.vcf', { ...anna, phone: '+49 351 123', address2: '2. Stock', birthday: '1970-03-04' }, 2],
  [
    'business-central-contacts.xlsx',
    { externalId: 'CT000001', fullName: 'Fröhlich & Söhne GmbH', postCode: '01067', type: 'Company', minor: 'false' },
    2,
  ],
  [
    'business-central-interactions.xlsx',
    { day: '2026-03-04', time: '14:30', contactNo: 'CT000002', template: 'OUTGOING', cost: '12.5' },
    1,
  ],
])('%s comes in right', async (name, says, rows) => {
  const sheet = await read(new Uint8Array(readFileSync(join(import.meta.dirname, 'samples', name))))
  expect(saysOf(sheet)).toMatchObject(says)
  expect(sheet).toMatchObject({ uneven: [], rows: { length: rows } })
})

const real = join(process.env['FIELDBOOK_SAMPLES'] ?? '', 'contacts')
describe.runIf(process.env['FIELDBOOK_SAMPLES'] && existsSync(real))('Real files', () => {
  test.each<[string, Record<string, string>, number]>([
    [
      'John_Doe_IPHONE.vcf',
      { surname: 'Doe', companyName: 'IBM', phone: '905-777-1234', mobilePhone: '905-555-1234', birthday: '2012-06-06' },
      1,
    ],
    ['John_Doe_MS_OUTLOOK.vcf', { surname: 'Doe', companyName: 'IBM', address: 'Cresent moon drive', birthday: '1980-03-22' }, 1],
    ['gmail-list.vcf', { firstName: 'Arnold', surname: 'Smith', email: 'asmithk@gmail.com' }, 3],
  ])('%s', async (name, says, rows) => {
    const sheet = await read(new Uint8Array(readFileSync(join(real, name))))
    expect(saysOf(sheet)).toMatchObject(says)
    expect(sheet).toMatchObject({ notes: [], rows: { length: rows } })
  })
})

const ole = (name: string) => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes[30] = 9
  bytes.set(Buffer.from(name, 'utf16le'), 512)
  return bytes
}
const begin = (...start: number[]) => new Uint8Array([...start, ...Array.from({ length: 300 }, (_, at) => (at * 7919) % 256)])
test.each<[string, Uint8Array, string]>([
  ['a locked workbook', ole('EncryptedPackage'), 'password'],
  ['an old workbook', ole('Workbook'), 'xls'],
  ['a message of Outlook', ole('__substg1.0_1000001F'), 'outlookData'],
  ['a PDF', utf8('%PDF-1.7\n'), 'pdf'],
  ['a PNG picture', begin(0x89, 0x50, 0x4e, 0x47), 'picture'],
  ['a JPEG picture', begin(0xff, 0xd8, 0xff), 'picture'],
  ['a web page that is called .xls', utf8('<html><body><table><tr><td>Name</td></tr></table>'), 'html'],
  ['a JSON file', utf8('[{"name": "Anna"}]'), 'json'],
  ['a calendar', utf8('BEGIN:VCALENDAR\nEND:VCALENDAR'), 'calendar'],
  ['a locked backup of our own', begin(...utf8('fieldbook-locked')), 'backup'],
  ['nothing anybody knows', begin(1, 2, 3), 'noText'],
  ['a file of gigabytes', { length: 2e9 } as Uint8Array, 'tooBig'],
  ['a thousand columns', utf8(`${Array.from({ length: 1000 }, (_, at) => `C${at}`).join(';')}\n1`), 'tooManyColumns'],
  ['a cell of more than a page', utf8(`Name\n${'x'.repeat(100_001)}`), 'cellTooLong'],
])('%s is told for what it is', async (_, bytes, reason) => {
  expect(await readSheet(bytes, 'list.csv')).toMatchObject({ ok: false, failure: { code: 'importFile', reason, fileName: 'list.csv' } })
})

test('Pasted cells are separated by tabs, and a pasted card is a card', async () => {
  expect(await read(utf8('Name\tCity\nBerg, Anna; jun.\tKöln\n'), { pasted: true })).toMatchObject({
    source: 'clipboard',
    rows: [{ cells: ['Berg, Anna; jun.', 'Köln'] }],
  })
  expect(await read(utf8('BEGIN:VCARD\nFN:Anna\nEND:VCARD'), { pasted: true })).toMatchObject({ source: 'vcard' })
})

test('Without a line of names every line is a row, unless the person says otherwise', async () => {
  const bytes = utf8('Anna Berg;anna@x.example\nJan Smit;jan@x.example\n')
  expect(await read(bytes)).toMatchObject({ hasHeader: false, headers: ['', ''], rows: { length: 2 } })
  expect(await read(bytes, { header: true })).toMatchObject({ hasHeader: true, rows: { length: 1 } })
  expect(await read(utf8('Name;City\nA;B'), { header: false })).toMatchObject({ hasHeader: false, rows: { length: 2 } })
})

test('A long file is read whole, and can be stopped', async () => {
  const bytes = utf8(`Name;City\n${Array.from({ length: 20_001 }, (_, at) => `N${at};C`).join('\n')}`)
  expect((await read(bytes)).rows.map((row) => row.cells[0])).toEqual(Array.from({ length: 20_001 }, (_, at) => `N${at}`))
  expect(await readSheet(bytes, 'x', {}, () => true)).toMatchObject({ ok: false, failure: { code: 'stopped' } })
})

test('What is written as CSV is read as it was', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ';', ',', '\n', ' ', '1', "'") })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.constantFrom(';', ',', '\t', '|') as fc.Arbitrary<';' | ','>,
      async (rows, separator) => {
        const lines = [['Name', 'City'], ...rows].map((cells) => cells.map(quoted).join(separator)).join('\r\n')
        fc.pre(rows.some((cells) => cells.join('').trim() !== ''))
        const { rows: found } = await read(utf8(lines), { separator, header: true })
        expect(found.map((row) => row.cells)).toEqual(rows.filter((cells) => cells.join('').trim() !== ''))
      },
    ),
    { numRuns: 100 },
  )
})
