// The letter that all compared engines write: one page, twelve fields, a logo in the header, a small table; and who it goes to.
import { deflateSync } from 'node:zlib'
import { crc32 } from '../../../src/base/crc.ts'

export const fieldNames = [
  'company',
  'firstName',
  'lastName',
  'street',
  'zip',
  'city',
  'country',
  'contactNo',
  'salutation',
  'amount',
  'dueDate',
  'comment',
] as const
export type FieldName = (typeof fieldNames)[number]
export type Person = Record<FieldName, string>

export const subject = 'Einladung zur Jahresversammlung'
export const paragraph =
  'Gerne berichten wir Ihnen über das Ergebnis des Jahres und über die Anlässe, zu denen wir Sie herzlich einladen. ' +
  'Bitte prüfen Sie die Angaben und melden Sie sich mit jeder Frage bei uns, wir sind gern für Sie da. '
export const closing = 'Freundliche Grüße'
/** What stands around the fields of the table. */
export const tableWords = [
  ['Position', 'Betrag', 'Fällig'],
  ['Mitgliederbeitrag', '', ''],
  ['Spende', 'frei', '-'],
  ['Summe', '', ''],
] as const

const firstNames = ['Anna', 'Luca', 'Zoë', 'Jürg', 'Мария', 'José', 'Nils', 'Lea', 'محمد', 'Noémie']
const lastNames = ['Müller', 'Rossi', 'Favre', 'O’Neil', 'Ñuñez', 'Keller', 'Baumann', 'Schmidt & Söhne', 'Çelik', 'd’Arc']
const cities = ['Bern', 'Genève', 'Zürich', 'Lugano', 'Basel', 'Ulm', 'Freiburg']
const comments = [
  'Danke für Ihre Hilfe am Sommerfest <2026> & bis bald!',
  'Wie besprochen melden wir uns im März. 🎉',
  'Ihr Angebot "B-12" liegt bei.',
  'Bitte beachten: neue Adresse ab 1.4.',
]
const pick = (from: readonly string[], at: number) => from[at % from.length] as string
/** A number that looks drawn, the same in every run. */
const drawn = (person: number, turn: number) => Math.imul(person * 31 + turn * 7919 + 12345, 2654435761) >>> 8

export function personOf(at: number): Person {
  const lastName = pick(lastNames, drawn(at, 2))
  return {
    company: drawn(at, 3) % 3 ? `Firma ${pick(lastNames, drawn(at, 4))} AG` : '',
    firstName: pick(firstNames, drawn(at, 1)),
    lastName,
    street: `Hauptstraße ${1 + (drawn(at, 5) % 199)}`,
    zip: String(10_000 + (drawn(at, 6) % 89_999)),
    city: pick(cities, drawn(at, 7)),
    country: 'Schweiz',
    contactNo: numberOf(at),
    salutation: `Sehr geehrte${drawn(at, 8) % 2 ? ' Frau' : 'r Herr'} ${lastName}`,
    amount: `${drawn(at, 9) % 1000},${10 + (drawn(at, 10) % 89)} CHF`,
    dueDate: `${1 + (drawn(at, 11) % 28)}.${1 + (drawn(at, 12) % 12)}.2026`,
    comment: `${pick(comments, drawn(at, 13))} (${at})`,
  }
}

/** Told apart from all else that stands in a letter. */
export const numberOf = (at: number) => `KT${String(1_000_000 + at)}`
export const people = (count: number): Person[] => Array.from({ length: count }, (_, at) => personOf(at))
export function* peopleOneByOne(count: number): Generator<Person> {
  for (let at = 0; at < count; at++) yield personOf(at)
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(data.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}

/** A picture of some 20 KB, as a company's logo is. */
export function logoPng(width = 240, height = 80): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grain = drawn(x, y)
      rows.set([30 + (x >> 1) + (grain & 7), 90 + y + ((grain >> 3) & 7), 160 + ((grain >> 6) & 7)], y * (width * 3 + 1) + 1 + x * 3)
    }
  const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())])
}
