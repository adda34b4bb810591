// Columns are understood over all their rows: how days and numbers are written, what a list is, and where its columns go.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { columnsOf, guessColumns, guessKind, sampleRows } from '../../src/exchange/columns.ts'
import type { Day } from '../../src/base/day.ts'
import { splitName } from '../../src/core/contact/personName.ts'
import { readBirthdayAs, readDayAs } from '../../src/exchange/days.ts'
import { fingerprintOf } from '../../src/exchange/mapping.ts'
import { decimalOf, readNumber } from '../../src/exchange/numbers.ts'
import type { Sheet } from '../../src/exchange/sheet.ts'
import type { ImportKind } from '../../src/model/importMapping.ts'

const sheet = (headers: string[], rows: string[][], more: Partial<Sheet> = {}): Sheet => ({
  ...{ source: 'csv', fileName: 'x.csv', hasHeader: true, headers, canonical: false, uneven: [], padded: 0, notes: [] },
  rows: rows.map((cells, at) => ({ lineNo: at + 2, cells })),
  ...more,
})
const column = (header: string, cells: string[], more: Partial<Sheet> = {}) => sheet([header], cells.map((cell) => [cell]), more) // prettier-ignore
const targetsOf = (of: Sheet, kind: ImportKind = 'contacts') => guessColumns(of, kind).map((guess) => guess.column.target ?? '')

test.each([
  ['Berger, Anna, MBA', 'Anna', '', 'Berger, MBA'],
  ['Berger, Anna,', 'Anna', '', 'Berger'],
  ['Anna Berger, MBA', 'Anna', '', 'Berger, MBA'],
  ['Anna Berger, MBA, PhD', 'Anna', '', 'Berger, MBA, PhD'],
])('the name %s loses nothing behind its commas', (text, firstName, middleName, surname) => {
  expect(splitName(text)).toEqual({ firstName, middleName, surname })
})

describe('The order of days', () => {
  test.each<[string, string[], { dayOrder?: string; asks?: string; example?: string }]>([
    ['is told by one cell that can be read in one way only', ['03/04/2026', '05/06/2026', '31/12/2025'], { dayOrder: 'dmy' }],
    ['is told by one cell, the other way', ['03/04/2026', '12/31/2025'], { dayOrder: 'mdy' }],
    ['is told by points', ['03.04.2026', '05.06.2026'], { dayOrder: 'dmy' }],
    ['is asked when every cell leaves it open', ['01/01/2026', '03/04/2026'], { asks: 'dayOrder', example: '03/04/2026' }],
    ['is asked when cells contradict each other', ['03/04/2026', '31/12/2025', '12/31/2025'], { asks: 'dayOrder', example: '03/04/2026' }],
    ['is not asked where it does not matter', ['01/01/2026', '2/2/26'], {}],
    ['is not asked where the year stands first', ['2026-03-04', '2026/05/06'], {}],
    ['minds times behind the day', ['03/04/2026 9:30 AM', '12/31/2025 10:00'], { dayOrder: 'mdy' }],
    ['minds no days that are none', ['0.0.00', '', '31/12/2025', '03/04/2026'], { dayOrder: 'dmy' }],
  ])('%s', (_, cells, expected) => {
    const [guess] = guessColumns(column('Birthday', cells), 'contacts')
    const { asks, example } = guess ?? {}
    expect({ dayOrder: guess?.column.dayOrder, asks, example }).toEqual({
      dayOrder: undefined,
      asks: undefined,
      example: undefined,
      ...expected,
    })
  })
  test('is the same for every cell of a column', () => {
    expect(readDayAs('03/04/2026', 'mdy')).toBe('2026-03-04')
    expect(readDayAs('03/04/2026', 'dmy')).toBe('2026-04-03')
    expect(readDayAs('31/12/2026', 'mdy')).toBeUndefined()
    expect(readDayAs('03/04/2026', undefined)).toBeUndefined()
    expect(readDayAs('3.4.26', undefined)).toBe('2026-04-03')
    expect(readDayAs('2026-03-04 14:30', 'mdy')).toBe('2026-03-04')
  })
  test.each([
    ['24.12.29', '1929-12-24'],
    ['01.03.26', '2026-03-01'],
    ['23.11.26', '1926-11-23'],
    ['29.02.28', '1928-02-29'],
    ['5/1/29 9:30', '1929-01-05'],
    ['24.12.2029', '2029-12-24'],
    ['12.5.80', '1980-05-12'],
  ])('of a birthday lies in the past: %s is %s', (text, wanted) => {
    expect(readBirthdayAs(text, 'dmy', '2026-11-22' as Day)).toBe(wanted)
  })
  test('is not asked of a column that goes to no day', () => {
    expect(guessColumns(column('Phone', ['03/04/2026']), 'contacts')[0]?.asks).toBeUndefined()
  })
})

describe('The decimal mark', () => {
  test.each<[string, ReturnType<typeof decimalOf>, number | undefined, number | undefined]>([
    ['1.234,50', ',', undefined, 1234.5],
    ['1,234.50', '.', 1234.5, undefined],
    ['1.234', 'either', 1.234, 1234],
    ['1,234', 'either', 1234, 1.234],
    ['1.234.567', ',', undefined, 1234567],
    ['12,5', ',', undefined, 12.5],
    ['0.125', '.', 0.125, undefined],
    ['12', 'whole', 12, 12],
    ["1'234.50", '.', 1234.5, undefined],
    ['1 234,50 €', ',', undefined, 1234.5],
    ['-12.5', '.', -12.5, undefined],
    ['12.5-', '.', -12.5, undefined],
    ['(12.50)', '.', -12.5, undefined],
    ['CHF 12.–', undefined, undefined, undefined],
    ['12 pcs', undefined, undefined, undefined],
    ['1.2.3', undefined, undefined, undefined],
    ['', undefined, undefined, undefined],
  ])('%s', (text, mark, withPoint, withComma) => {
    expect(decimalOf(text)).toBe(mark)
    expect([readNumber(text, '.'), readNumber(text, ',')]).toEqual([withPoint, withComma])
  })
  test.each<[string, string[], { decimal?: string; asks?: string; example?: string }]>([
    ['is told by one cell', ['1.234', '2,50'], { decimal: ',' }],
    ['is asked when every cell leaves it open', ['1', '1.234'], { asks: 'decimal', example: '1.234' }],
    ['does not matter for whole numbers', ['1', '20'], {}],
  ])('%s', (_, cells, expected) => {
    const [guess] = guessColumns(column('Amount', cells), 'purchases')
    expect({ decimal: guess?.column.decimal, asks: guess?.asks, example: guess?.example }).toEqual({
      decimal: undefined,
      asks: undefined,
      example: undefined,
      ...expected,
    })
  })
  test('of Excel is a point and is never asked', () => {
    expect(guessColumns(column('Amount', ['1.234'], { canonical: true }), 'purchases')[0]).toMatchObject({ column: { decimal: '.' } })
  })
})

test('Shuffled rows decide the same', () => {
  const cell = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 })).map(([day, month]) => `${day}/${month}/2026`),
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([month, day]) => `${month}/${day}/2026`),
    fc.constant(''),
  )
  const number = fc.oneof(
    fc.integer().map(String),
    fc.float({ noNaN: true, min: 0, max: 9999 }).map((value) => value.toFixed(3)),
    fc.constant('1.234,5'),
  )
  const rows = fc.array(fc.tuple(cell, number), { maxLength: 30 })
  fc.assert(
    fc.property(
      rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([one, other]) => {
        const decided = (all: [string, string][]) =>
          columnsOf(sheet(['Day', 'Amount'], all)).map(({ filled, looks, dayOrder, decimal, asks }) => ({
            filled,
            looks,
            dayOrder,
            decimal,
            asks,
          }))
        expect(decided(other)).toEqual(decided(one))
      },
    ),
  )
})

describe('A column', () => {
  test('shows its first three different values', () => {
    expect(columnsOf(column('City', ['', ' Köln', 'Köln', 'Bonn', '', 'Trier', 'Ulm']))[0]).toMatchObject({
      samples: ['Köln', 'Bonn', 'Trier'],
      filled: 5,
    })
  })
  test('is known by the same names in any order and spelling', () => {
    expect(fingerprintOf(['E-Mail', 'Straße', ''])).toEqual(fingerprintOf(['', 'STRASSE', 'e mail']))
    expect(fingerprintOf(['E-Mail'])).not.toEqual(fingerprintOf(['E-Mail', 'E-Mail']))
  })
})

test('Rows to look at are those with accents or separators in them', () => {
  const rows = Array.from({ length: 20 }, (_, at) => [at === 7 ? 'Müller' : at === 12 ? 'a; b' : 'Meier'])
  expect(sampleRows(sheet(['Name'], rows)).map((row) => row.lineNo)).toEqual([2, 3, 4, 9, 14])
})

describe('The rows are', () => {
  test.each<[string, string, ImportKind]>([
    ['contacts', 'Nr.|Name|Firma|PLZ|Ort|Telefon', 'contacts'],
    ['contacts though they have birthdays', 'Vorname|Nachname|Geburtstag|E-Mail', 'contacts'],
    ['interactions', 'Entry No.|Date|Contact No.|Description|Interaction Template Code|Salesperson Code', 'interactions'],
    ['interactions in German', 'Datum|Uhrzeit|Kontaktnr.|Kontaktname|Aktivitätenvorlagencode|Beschreibung|Bewertung', 'interactions'],
    ['interactions in French', 'Date|N° contact|Nom|Objet|Modèle|Durée (min.)|Vendeur', 'interactions'],
    ['purchases', 'Posting Date|Source No.|Item No.|Description|Invoiced Quantity|Sales Amount (Actual)', 'purchases'],
    ['purchases in Dutch', 'Boekingsdatum|Klantnr.|Klantnaam|Artikelnr.|Omschrijving|Aantal|Bedrag', 'purchases'],
    ['purchases in Norwegian', 'Dato|Kundenr.|Varenr.|Beskrivelse|Antall|Beløp', 'purchases'],
  ])('%s', (_, headers, kind) => expect(guessKind(sheet(headers.split('|'), []))).toBe(kind))
})

describe('Columns go', () => {
  test.each<[string, ImportKind, string, string]>([
    [
      'interactions of Business Central',
      'interactions',
      'Date|Time of Interaction|Contact No.|Contact Name|Contact Company Name|Description|Interaction Group Code|Interaction Template Code|Attempt Failed|Information Flow|Initiated By|Evaluation|Cost (LCY)|Duration (Min.)|Salesperson Code|Campaign No.|Correspondence Type|Subject',
      'day|time|contactNo|fullName|companyName|description|interactionGroup|template|attemptFailed|informationFlow|initiatedBy|evaluation|cost|duration|salesperson|campaign|correspondenceType|subject',
    ],
    [
      'interactions of Business Central in German',
      'interactions',
      'Datum|Kontaktnr.|Kontaktname|Beschreibung|Aktivitätenvorlagencode|Kontaktversuch gescheitert|Informationsfluss|Initiiert durch|Bewertung|Kosten (MW)|Dauer (Min.)|Verkäufercode|Kampagnennr.',
      'day|contactNo|fullName|description|template|attemptFailed|informationFlow|initiatedBy|evaluation|cost|duration|salesperson|campaign',
    ],
    [
      'purchases of Business Central',
      'purchases',
      'Posting Date|Source No.|Item No.|Description|Inventory Posting Group|Invoiced Quantity|Sales Amount (Actual)',
      'day|externalId|itemNo|description|itemGroup|quantity|amount',
    ],
    ['a typed list of purchases', 'purchases', 'Datum|Kunde|Artikel|Menge|Umsatz', 'day|companyName|itemNo|quantity|amount'],
    ['our own number beside that of another program', 'contacts', 'No.|External ID|Name', 'no|externalId|fullName'],
  ])('of %s', (_, kind, headers, targets) => expect(targetsOf(sheet(headers.split('|'), []), kind)).toEqual(targets.split('|')))

  const rows = (headers: string, ...cells: string[]) => targetsOf(sheet(headers.split('|'), cells.map((line) => line.split('|')))) // prettier-ignore
  test('where something stands in them', () => expect(rows('E-Mail|Email|Name', '|a@x.example|A')).toEqual(['', 'email', 'fullName']))
  test('by what stands in them when they have no name', () => {
    const of = sheet(
      ['', '', ''],
      [
        ['Anna', 'anna@x.example', '+49 221 12345'],
        ['Jan', 'jan@x.example', '0221 54321'],
      ],
      { hasHeader: false },
    )
    expect(guessColumns(of, 'contacts').map(({ column: { target }, sure }) => [target, sure])).toEqual([[undefined, false], ['email', false], ['phone', false]]) // prettier-ignore
  })
  test('to a salutation only if they hold one', () => {
    expect(rows('Title|First Name', 'Mr.|A', 'Dr.|B')).toEqual(['salutation', 'firstName'])
    expect(rows('Title|First Name', 'Buyer|A')).toEqual(['jobTitle', 'firstName'])
    expect(rows('Titre|Prénom|Nom|Titre', 'Mme|A|B|Acheteuse')).toEqual(['salutation', 'firstName', 'surname', 'jobTitle'])
    expect(rows('Anrede|Vorname|Geschlecht', '|A|Keine Angabe')).toEqual(['salutation', 'firstName', ''])
  })
  test('to a second number where the first is blank', () => {
    expect(rows('Name|Business Phone|Home Phone', 'A|1|2')).toEqual(['fullName', 'phone', ''])
    expect(rows('Name|Business Phone|Home Phone', 'A|1|2', 'B||3')).toEqual(['fullName', 'phone', 'phone'])
  })
  test('to the address at home only where no row would get half of each', () => {
    const headers = 'Name|Business Street|Business City|Home Street|Home City'
    expect(rows(headers, 'A|S|C||', 'B|||S|C')).toEqual(['fullName', 'address', 'city', 'address', 'city'])
    expect(rows(headers, 'A|S|||C', 'B|||S|C')).toEqual(['fullName', 'address', 'city', '', ''])
    expect(rows(headers, 'A|S|C|S|C')).toEqual(['fullName', 'address', 'city', '', ''])
  })
})
