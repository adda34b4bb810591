// vCards as phones and mail programs write them: each card alone, nothing lost without a word.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { readSheet } from '../../src/exchange/readSheet.ts'
import type { Sheet } from '../../src/exchange/sheet.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
async function read(file: string | Uint8Array): Promise<Sheet> {
  const sheet = await readSheet(typeof file === 'string' ? bytes(file) : file, 'people.vcf')
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure))
  return sheet.value
}
const card = (lines: string, version = '3.0') =>
  `BEGIN:VCARD\r\nVERSION:${version}\r\n${lines.trim().replace(/\n\s*/g, '\r\n')}\r\nEND:VCARD\r\n`
/** What the first card says, by the names of the columns. */
async function saysOf(lines: string, version?: string): Promise<Record<string, string>> {
  const { headers, rows } = await read(card(lines, version))
  return Object.fromEntries(headers.flatMap((header, at) => (rows[0]?.cells[at] ? [[header, rows[0].cells[at]]] : [])))
}

describe('A card says', () => {
  test.each<[string, string, string, Record<string, string>]>([
    [
      'its name in parts',
      '3.0',
      'N:van der Berg;Anna;Maria;Dr.;\nFN:x',
      { 'Academic Title': 'Dr.', 'First Name': 'Anna', 'Middle Name': 'Maria', 'Last Name': 'van der Berg' },
    ],
    [
      'a salutation before the name',
      '3.0',
      'N:Berg;Anna;;Frau Dr.;jun.',
      { Salutation: 'Frau', 'Academic Title': 'Dr.', 'First Name': 'Anna', 'Name Suffix': 'jun.' },
    ],
    ['a salutation by the gender', '4.0', 'FN:Anna Berg\nGENDER:F', { Salutation: 'F' }],
    ['only a whole name', '3.0', 'FN:Anna Berg', { Name: 'Anna Berg', Type: 'person' }],
    [
      'a company and a department',
      '3.0',
      'N:Berg;Anna\nORG:Hof\\; Linde;Einkauf;Lager',
      { Company: 'Hof; Linde', Department: 'Einkauf, Lager' },
    ],
    ['that it is a company', '4.0', 'KIND:org\nFN:Hof Linde', { Type: 'company', Company: 'Hof Linde' }],
    ['that it is a company, as Apple says it', '3.0', 'N:;;;;\nFN:Hof\nORG:Hof;\nX-ABShowAs:COMPANY', { Type: 'company', Company: 'Hof' }],
    ['that it is a company by having no other name', '3.0', 'N:;;;;\nORG:Hof', { Type: 'company', Company: 'Hof' }],
    [
      'mails, the preferred one first',
      '3.0',
      'FN:A\nEMAIL;TYPE=HOME:a@x.y\nEMAIL;TYPE=WORK,pref:b@x.y',
      { 'E-mail': 'b@x.y', 'E-mail 2': 'a@x.y' },
    ],
    [
      'numbers, the one at work first',
      '3.0',
      'FN:A\nTEL;TYPE=HOME,pref:1\nTEL;TYPE=CELL:2\nTEL;TYPE=WORK:3',
      { Phone: '3', 'Phone (mobile)': '2', 'Phone (home)': '1' },
    ],
    ['only a number at home', '3.0', 'FN:A\nTEL;TYPE=HOME:1\nTEL;TYPE=WORK,FAX:2', { Phone: '1', 'Fax (work)': '2' }],
    ['two mobile numbers', '3.0', 'FN:A\nTEL;TYPE=CELL:1\nTEL;TYPE=CELL:2', { 'Phone (mobile)': '1', 'Phone (mobile) 2': '2' }],
    ['a number as a link', '4.0', 'FN:A\nTEL;VALUE=uri;TYPE="voice,work":tel:+49-221-1;ext=5', { Phone: '+49-221-1 ext. 5' }],
    ['a number with a label of one’s own', '3.0', 'FN:A\nitem1.TEL:1\nitem1.X-ABLabel:Stall', { 'Phone (Stall)': '1' }],
    [
      'addresses, the one at work first',
      '3.0',
      'FN:A\nADR;TYPE=HOME:;;Weg 1;Bonn;;53111;DE\nADR;TYPE=WORK:;2. Stock;Ring 1\\nHof;Köln;NRW;50667;',
      {
        Street: 'Ring 1',
        'Address 2': 'Hof, 2. Stock',
        City: 'Köln',
        County: 'NRW',
        'Post Code': '50667',
        'Street (home)': 'Weg 1',
        'City (home)': 'Bonn',
      },
    ],
    [
      'only an address at home',
      '3.0',
      'FN:A\nADR;TYPE=HOME:Postfach 5;;;Bonn;;53111;Germany',
      { Street: 'Postfach 5', City: 'Bonn', Country: 'Germany' },
    ],
    ['a birthday', '3.0', 'FN:A\nBDAY;VALUE=date:1970-03-04', { Birthday: '1970-03-04' }],
    ['a birthday without dashes', '4.0', 'FN:A\nBDAY:19700304T120000Z', { Birthday: '1970-03-04' }],
    ['a birthday without its year', '4.0', 'FN:A\nBDAY:--0304', { 'Birthday (without year)': '03-04' }],
    [
      'a birthday without its year, as Apple says it',
      '3.0',
      'FN:A\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-03-04',
      { 'Birthday (without year)': '03-04' },
    ],
    ['categories with commas in them', '3.0', 'FN:A\nCATEGORIES:Messe\\, Nord,Kunden', { Categories: 'Messe, Nord; Kunden' }],
    ['a note in several lines', '3.0', 'FN:A\nNOTE:a\\, b\\; c\\nd', { Note: 'a, b; c\nd' }],
    ['a note whose commas nobody escaped', '2.1', 'FN:A\nNOTE:a, b, c', { Note: 'a, b, c' }],
    ['language and page', '4.0', 'FN:A\nLANG:de\nURL:https\\://x.example', { Language: 'de', 'Home Page': 'https://x.example' }],
    ['a long line folded', '3.0', 'FN:Anna\r\n  Berg\nTITLE:Le\r\n iterin', { Name: 'Anna Berg', 'Job Title': 'Leiterin' }],
    ['quoted-printable', '2.1', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen M=C3=BC=\r\n=C3=9Fig', { Name: 'Jürgen Müßig' }],
    [
      'quoted-printable in Latin 1, with a separator in a part',
      '2.1',
      'FN:A\nORG;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller=3B Co;Lager',
      { Company: 'Müller; Co', Department: 'Lager' },
    ],
  ])('%s', async (_, version, lines, expected) => {
    const raw = lines.includes('\r\n') ? `BEGIN:VCARD\r\nVERSION:${version}\r\n${lines}\r\nEND:VCARD` : card(lines, version)
    const { headers, rows } = await read(raw)
    const says = Object.fromEntries(headers.map((header, at) => [header, rows[0]?.cells[at] ?? '']))
    expect(says).toMatchObject(expected)
  })
})

describe('A file', () => {
  const anna = 'FN:Anna\nTEL:1'
  test.each(['\n', '\r\n', '\r', '\r\r\n'])('may end its lines with %j', async (end) => {
    const { rows, notes } = await read((card(anna) + card('FN:Jan\nTEL:2')).replaceAll('\r\n', end))
    expect(rows.map((row) => row.cells)).toEqual([['person', 'Anna', '1'], ['person', 'Jan', '2']]) // prettier-ignore
    expect(notes).toEqual([])
  })
  test('of Windows-1252 and of UTF-16 is read', async () => {
    const text = card('FN:Jürgen')
    expect(await read(new Uint8Array(Buffer.from(text, 'latin1')))).toMatchObject({
      encoding: 'windows-1252',
      rows: [{ cells: ['person', 'Jürgen'] }],
    })
    expect(await read(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toMatchObject({
      encoding: 'utf-16le',
      rows: [{ cells: ['person', 'Jürgen'] }],
    })
  })
  test('tells broken lines and empty cards, and keeps the others', async () => {
    const { rows, notes } = await read(
      `${card('FN:Anna\nwhat is this\nTEL:1')}${card('VERSION:3.0')}${card('KIND:group\nFN:Team')}rubbish\r\n${card('FN:Jan')}`,
    )
    expect(rows.map(({ lineNo, cells }) => [lineNo, cells[1]])).toEqual([[1, 'Anna'], [4, 'Jan']]) // prettier-ignore
    expect(notes).toEqual([
      { lineNo: 1, code: 'vcardLine', detail: 'what is this' },
      { lineNo: 3, code: 'vcardLine', detail: 'rubbish' },
      { lineNo: 2, code: 'vcardCard', detail: '' },
      { lineNo: 3, code: 'vcardCard', detail: 'Team' },
    ])
  })
  test('that was cut off keeps what was there', async () => {
    const { rows } = await read(`${card(anna)}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan\r\nTEL:2`)
    expect(rows.map((row) => row.cells[1])).toEqual(['Anna', 'Jan'])
  })
  test('drops pictures, whatever stands in them', async () => {
    const says = await saysOf('FN:Anna\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ\n  AAAQABAAD/2wBDAAYEBQYFBAYG\n\nTEL:1')
    expect(says).toEqual({ Type: 'person', Name: 'Anna', Phone: '1' })
  })
  test('without a card has no rows', async () => {
    expect(await readSheet(bytes(card('VERSION:3.0')), 'x.vcf')).toMatchObject({ ok: false, failure: { code: 'csvEmpty' } })
  })
})

test('What is written as a card is read as it was', async () => {
  const word = fc.stringMatching(/^[A-Za-zäöüß,;\\ .'-]{1,12}$/).map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => text !== '' && text !== ',') // prettier-ignore
  const escaped = (text: string) => text.replace(/([\\,;])/g, '\\$1')
  await fc.assert(
    fc.asyncProperty(word, word, word, word, async (first, last, company, city) => {
      fc.pre(![first, last, company, city].some((text) => /[\\,]$|^,/.test(text)))
      const lines = `N:${escaped(last)};${escaped(first)};;;\nFN:x\nORG:${escaped(company)}\nADR;TYPE=WORK:;;;${escaped(city)};;;`
      expect(await saysOf(lines)).toMatchObject({ 'First Name': first, 'Last Name': last, Company: company, City: city })
    }),
    { numRuns: 60 },
  )
})
