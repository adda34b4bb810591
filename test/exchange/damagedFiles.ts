// Files of every kind that people hand us, whole; and the same damaged by chance, the same for the same seed: flipped bits, cut ends,
// doubled and swapped stretches, giant numbers, lies in the directories of ZIPs, deep nesting, NULs, lone surrogates.
import { chance, one, type Chance } from '../word/damage.ts'
import { rawZip } from '../word/rawZip.ts'

export { chance, one, type Chance }

const below = (luck: Chance, end: number) => Math.floor(luck() * end)
const encoder = new TextEncoder()
const latin = (text: string) => Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)))
const utf16 = (text: string) => new Uint8Array(new Uint16Array([0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))]).buffer)

const people = [
  ['Name', 'Vorname', 'Firma', 'Straße', 'PLZ', 'Ort', 'Telefon', 'E-Mail', 'Geburtstag', 'Verteiler'],
  ['Müller', 'Änne', 'Fröhlich & Söhne', 'Große Straße 1', '01067', 'Dresden', '+49 351 123', 'a@b.example', '03.04.1980', 'MESSE;KUNDE'],
  ['Tal', 'Max', '=1+1', '"Am Bach" 2', '80331', 'München', '089/123 456', '', '31.12.1975', ''],
  ['Ås', 'Ida', '<script>alert(1)</script>', 'Zeile 1\nZeile 2', '0150', 'Oslo', '', 'ida@c.example', '', 'MESSE'],
]
const csv = (separator: string, rows = people) =>
  rows.map((row) => row.map((cell) => (/[";,\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)).join('\r\n')

const vcards = `BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;=C3=84nne;;Dr.;
TEL;WORK;VOICE:+49 351 123
ADR;WORK;ENCODING=QUOTED-PRINTABLE:;;Gro=DFe Stra=DFe 1;Dresden;;01067;=
Germany
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQ

END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Max Tal
N:Tal;Max;;;
ORG:Fröhlich & Söhne\\, Nord;Verkauf
item1.TEL;type=CELL;type=pref:0171 555
item1.X-ABLabel:_$!<Mobile>!$_
EMAIL;TYPE=INTERNET:max@b.example
BDAY;VALUE=date:1975-12-31
NOTE:a long line that is fold
 ed here\\nand broken
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Ida Ås
TEL;VALUE=uri;PREF=1:tel:+47-55-5555
ADR;LABEL="Havnegata 1\\n5003 Bergen":;;Havnegata 1;Bergen;;5003;Norge
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
END:VCARD
`.replaceAll('\n', '\r\n')

const xml = (text: string) => encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A workbook as Excel lays it out, with shared strings, a day, a number and a formula. */
export const workbook = (rows: readonly (readonly string[])[] = people): Uint8Array =>
  rawZip(Object.entries(workbookParts(rows)).map(([name, content]) => ({ name, content })))

/** Its parts by name. */
export function workbookParts(rows: readonly (readonly string[])[] = people): Record<string, Uint8Array> {
  const strings = [...new Set(rows.flat())]
  const cellOf = (text: string, at: number, row: number) =>
    `<c r="${String.fromCharCode(65 + at)}${row}" t="s"><v>${strings.indexOf(text)}</v></c>`
  const sheet = rows.map((row, at) => `<row r="${at + 1}">${row.map((text, column) => cellOf(text, column, at + 1)).join('')}</row>`)
  const last = `<row r="${rows.length + 1}"><c r="A${rows.length + 1}"><v>4.5</v></c><c r="I${rows.length + 1}" s="1"><v>29676</v></c><c r="B${rows.length + 1}" t="str"><f>A1</f><v>x</v></c></row>`
  return {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Kontakte" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${sheet.join('')}${last}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${main}" count="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': xml(`<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
  }
}

/** Whole files, by the name they are told under. */
export const wholeFiles: Record<string, Uint8Array> = {
  'CSV of Excel (semicolon, Windows-1252)': latin(csv(';')),
  'CSV (comma, UTF-8)': encoder.encode(csv(',')),
  'CSV (tab, UTF-16)': utf16(csv('\t')),
  'vCards 2.1, 3.0, 4.0': encoder.encode(vcards),
  'an Excel workbook': workbook(),
}
/** What was copied from a table. */
export const copied = csv('\t')

type Change = (luck: Chance, bytes: Uint8Array) => Uint8Array
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const stretch = (luck: Chance, bytes: Uint8Array) => {
  const at = below(luck, bytes.length)
  return [at, at + 1 + below(luck, Math.min(400, bytes.length - at))] as const
}
const written = (bytes: Uint8Array, at: number, ...into: number[]) => {
  const changed = bytes.slice()
  changed.set(into.slice(0, Math.max(0, bytes.length - at)), at)
  return changed
}
const inserted = (luck: Chance, bytes: Uint8Array, what: Uint8Array) => {
  const at = below(luck, bytes.length + 1)
  return joined(bytes.subarray(0, at), what, bytes.subarray(at))
}
const textual = (bytes: Uint8Array, change: (text: string) => string) =>
  bytes[0] === 0xff ? utf16(change(new TextDecoder('utf-16le').decode(bytes))) : latin(change(new TextDecoder('latin1').decode(bytes)))

const strange = [
  '\0',
  '\0\0\0',
  '"',
  '""',
  "'",
  '\r',
  '\n',
  ';;;;;;',
  '\t',
  '\ufeff',
  '=cmd|x',
  '\u2028',
  '=\r\n',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
]
const giants = ['1e308', '9'.repeat(400), '-1e-400', '4294967296', '99999999999999999999', 'NaN', '00000000000000']
const ways: readonly (readonly [string, Change])[] = [
  ['flipped bits', (luck, bytes) => times(luck, bytes, 8, (one) => written(one, below(luck, one.length), below(luck, 256)))],
  ['a cut end', (luck, bytes) => bytes.slice(0, below(luck, bytes.length))],
  ['a missing beginning', (luck, bytes) => bytes.slice(below(luck, Math.min(200, bytes.length)))],
  [
    'a doubled stretch',
    (luck, bytes) => {
      const [from, to] = stretch(luck, bytes)
      return joined(
        bytes.subarray(0, to),
        ...Array.from({ length: 1 + below(luck, 20) }, () => bytes.subarray(from, to)),
        bytes.subarray(to),
      )
    },
  ],
  [
    'a missing stretch',
    (luck, bytes) => {
      const [from, to] = stretch(luck, bytes)
      return joined(bytes.subarray(0, from), bytes.subarray(to))
    },
  ],
  [
    'swapped stretches',
    (luck, bytes) => {
      const [from, to] = stretch(luck, bytes)
      return joined(bytes.subarray(0, from), bytes.subarray(to), bytes.subarray(from, to))
    },
  ],
  ['strange signs', (luck, bytes) => times(luck, bytes, 5, (one_) => inserted(luck, one_, latin(one(luck, strange))))],
  ['half a sign of UTF-8', (luck, bytes) => inserted(luck, bytes, Uint8Array.from(one(luck, [[0xed, 0xa0, 0x80], [0xc3], [0xff, 0xfe]])))],
  ['lone surrogates', (luck, bytes) => inserted(luck, bytes, new Uint8Array(new Uint16Array([0xd800 + below(luck, 0x800)]).buffer))],
  [
    'giant numbers',
    (luck, bytes) => textual(bytes, (text) => text.replace(/\d+/g, (digits) => (luck() < 0.1 ? one(luck, giants) : digits))),
  ],
  [
    'deep nesting',
    (luck, bytes) =>
      inserted(
        luck,
        bytes,
        latin(one(luck, ['<row><c><is>', 'BEGIN:VCARD\r\n', '"', '<si><r>', '[[[[', '{"a":']).repeat(1 + below(luck, 3000))),
      ),
  ],
  [
    'a lie in a ZIP directory',
    (luck, bytes) => {
      const places = [...bytes.keys()].filter((at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && (bytes[at + 2] ?? 9) < 9)
      if (places.length === 0) return written(bytes, 0, 0x50, 0x4b, 3, 4)
      const at = one(luck, places) + 4 + below(luck, 40)
      return written(bytes, at, ...one(luck, [[0xff, 0xff, 0xff, 0x7f], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [below(luck, 256)]]))
    },
  ],
]

function times(luck: Chance, bytes: Uint8Array, most: number, change: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  let changed = bytes
  for (let left = 1 + below(luck, most); left > 0; left--) if (changed.length > 0) changed = change(changed)
  return changed
}

/** A damaged copy, and in words what was done to it. */
export function damagedFile(luck: Chance, source: Uint8Array): { bytes: Uint8Array; how: string } {
  const told: string[] = []
  const bytes = times(luck, source, 2, (before) => {
    const [how, change] = one(luck, ways)
    told.push(how)
    return change(luck, before)
  })
  return { bytes, how: told.join(', ') }
}
