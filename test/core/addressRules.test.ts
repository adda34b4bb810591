// Addresses as each country's post wants them: by name for those we write to most, and all countries held against a formatter that others keep.
import fs from 'node:fs'
import formatter from '@fragaria/address-formatter'
import { describe, expect, test } from 'vitest'
import { addressLines } from '../../src/core/letter/address.ts'
import { isAbroad } from '../../src/core/letter/addressRules.ts'
import { listRow } from '../../src/core/letter/listRows.ts'
import { effective } from '../../src/core/segment/effective.ts'
import { around, company, person, segmentOf } from '../make.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'

const en = toLetterLanguage('en')

describe('An address', () => {
  test.each([
    ['DE', '89073', 'Ulm', 'Bayern', ['Acme', 'Kim Lee', 'Weg 2', '89073 Ulm']],
    ['AT', '6020', 'Innsbruck', 'Tirol', ['Acme', 'Kim Lee', 'Weg 2', '6020 Innsbruck']],
    ['CH', '8001', 'Zürich', 'ZH', ['Acme', 'Kim Lee', 'Weg 2', '8001 Zürich']],
    ['NL', '1012 LG', 'Amsterdam', '', ['Acme', 'Kim Lee', 'Weg 2', '1012 LG Amsterdam']],
    ['BE', '1000', 'Brussel', '', ['Acme', 'Kim Lee', 'Weg 2', '1000 Brussel']],
    ['NO', '0154', 'Oslo', '', ['Acme', 'Kim Lee', 'Weg 2', '0154 Oslo']],
    ['DK', '2100', 'København Ø', '', ['Acme', 'Kim Lee', 'Weg 2', '2100 København Ø']],
    ['SE', '111 20', 'Stockholm', '', ['Acme', 'Kim Lee', 'Weg 2', '111 20 Stockholm']],
    ['FI', '00100', 'Helsinki', '', ['Acme', 'Kim Lee', 'Weg 2', '00100 Helsinki']],
    ['FR', '75001', 'Paris', 'Île-de-France', ['Acme', 'Kim Lee', 'Weg 2', '75001 PARIS']],
    ['GB', 'SW1A 2AA', 'London', 'Greater London', ['Kim Lee', 'Acme', 'Weg 2', 'LONDON', 'SW1A 2AA']],
    ['IE', 'D02 AF30', 'Dublin 2', 'Co. Dublin', ['Kim Lee', 'Acme', 'Weg 2', 'Dublin 2', 'Co. Dublin', 'D02 AF30']],
    ['US', '20500', 'Washington', 'DC', ['Kim Lee', 'Acme', 'Weg 2', 'Washington, DC 20500']],
    ['CA', 'K1A 0B1', 'Ottawa', 'ON', ['Kim Lee', 'Acme', 'Weg 2', 'OTTAWA ON  K1A 0B1']],
    ['AU', '2600', 'Canberra', 'ACT', ['Kim Lee', 'Acme', 'Weg 2', 'CANBERRA ACT 2600']],
    ['NZ', '6011', 'Wellington', '', ['Kim Lee', 'Acme', 'Weg 2', 'Wellington 6011']],
    ['IT', '00184', 'Roma', 'rm', ['Kim Lee', 'Acme', 'Weg 2', '00184 ROMA RM']],
    ['IT', '00184', 'Roma', 'Lazio', ['Kim Lee', 'Acme', 'Weg 2', '00184 ROMA']],
    ['ES', '28070', 'Madrid', '', ['Kim Lee', 'Acme', 'Weg 2', '28070 MADRID']],
    ['PT', '1250-096', 'Lisboa', '', ['Kim Lee', 'Acme', 'Weg 2', '1250-096 Lisboa']],
    ['PL', '00-940', 'Warszawa', '', ['Acme', 'Kim Lee', 'Weg 2', '00-940 Warszawa']],
    ['HU', '1055', 'Budapest', '', ['Acme', 'Kim Lee', 'BUDAPEST', 'Weg 2', '1055']],
    ['LV', 'LV-1010', 'Rīga', '', ['Acme', 'Kim Lee', 'Weg 2', 'Rīga, LV-1010']],
    ['TR', '06101', 'Çankaya', 'Ankara', ['Acme', 'Kim Lee', 'Weg 2', '06101 Çankaya/Ankara']],
    ['BR', '70002-900', 'Brasília', 'DF', ['Kim Lee', 'Acme', 'Weg 2', 'Brasília - DF', '70002-900']],
    ['MX', '06000', 'Cuauhtémoc', 'CDMX', ['Kim Lee', 'Acme', 'Weg 2', '06000 Cuauhtémoc, CDMX']],
    ['IN', '110001', 'New Delhi', 'Delhi', ['Kim Lee', 'Acme', 'Weg 2', 'New Delhi - 110001', 'Delhi']],
    ['JP', '100-8994', 'Chiyoda-ku', 'Tokyo', ['Kim Lee', 'Acme', 'Weg 2', 'Chiyoda-ku, Tokyo 100-8994']],
    ['SG', '189768', 'Singapore', '', ['Kim Lee', 'Acme', 'Weg 2', 'Singapore 189768']],
    ['HK', '', 'Central', 'Hong Kong', ['Kim Lee', 'Acme', 'Weg 2', 'Central', 'Hong Kong']],
    ['AE', '', 'Al Barsha', 'Dubai', ['Acme', 'Kim Lee', 'Weg 2', 'Al Barsha', 'Dubai']],
    ['ZA', '0001', 'Pretoria', 'Gauteng', ['Kim Lee', 'Acme', 'Weg 2', 'Pretoria', '0001']],
  ])('in %s, %s %s (%s)', (countryCode, postCode, city, county, lines) => {
    const acme = company({ name: 'Acme' })
    const kim = person({ name: 'Kim Lee', company: acme, address: 'Weg 2', postCode, city, county, countryCode })
    expect(addressLines(kim, acme, countryCode, en)).toEqual(lines)
    expect(addressLines(kim, acme, countryCode === 'DE' ? 'AT' : 'DE', en).slice(0, -1)).toEqual(lines)
  })

  test('has all that was typed above the town: a second name, two lines of street, a box, c/o', () => {
    const acme = company({ name: 'Acme', name2: 'Purchasing' })
    const kim = person({ name: 'Kim Lee', name2: 'c/o Berg', company: acme, address: 'Postfach 12', address2: 'Hof 3', city: 'Ulm' })
    expect(addressLines(kim, acme, 'DE', en)).toEqual(['Acme', 'Purchasing', 'Kim Lee', 'c/o Berg', 'Postfach 12', 'Hof 3', 'Ulm'])
  })

  test.each(['DE', 'US', 'GB', 'CA', 'BR', 'IN', 'IT', 'TR', 'HU', 'VE', 'LV', 'SV', 'XX', ''])(
    'of which parts are missing has no stray sign in %s',
    (countryCode) => {
      for (const postCode of ['', '1'])
        for (const city of ['', 'Town'])
          for (const county of ['', 'ST']) {
            const there = company({ name: 'Acme', countryCode, postCode, city, county, address: ' ' })
            for (const line of addressLines(there, undefined, countryCode, en)) expect(line).toMatch(/^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/u)
          }
    },
  )

  test.each([
    ['UK', 'GB', 'LONDON', undefined],
    ['gb', 'UK', 'LONDON', undefined],
    ['EL', 'DE', '10431 London', 'GREECE'],
    ['??', 'DE', '10431 London', '??'],
  ])('by the code %s from %s', (countryCode, own, town, country) => {
    const lines = addressLines(company({ name: 'A', countryCode, postCode: '10431', city: 'London' }), undefined, own, en)
    expect(lines[1]).toBe(town)
    expect(lines.at(-1)).toBe(country ?? '10431')
  })
})

/** Where our order is another than the formatter's, and why. */
const otherwise: Record<string, string> = {
  'US mail: the state is a part of the address, and the formatter prints its own word for it': 'AS GU MP PR UM VI',
  'Palau has a ZIP code of the US mail, town first': 'PW',
  'Australian territories: the same': 'CX HM NF',
  'written in Latin letters the street stands first, from the small to the large': 'BY CN KG KR KZ TW',
  'Magyar Posta: town, street, post code, each in a line of its own': 'HU',
  'PTT: district and province in one line': 'TR',
  'PHLPost: the town in a line with its post code': 'PH',
  'Bulgarian Posts and Posta e Kosovës: post code, then town': 'BG XK',
  'Jordan Post: town, then post code': 'JO',
  'what was typed as town, area or post code is printed, the formatter drops it': 'AQ HK MO PN SG',
  'the formatter puts the territory in a line of the state': 'SH',
}

const sign = { A: 'STREET', C: 'Z9Z', T: 'TOWN', S: 'QQ' }

/** `A|C T`: which part stands in which line. */
function orderOf(lines: readonly string[]): string {
  const parts = Object.entries(sign)
  return lines
    .map((line) =>
      parts
        .map(([part, word]) => ({ part, at: line.indexOf(word) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)
        .map(({ part }) => part)
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('|')
}

const templates = JSON.parse(
  fs.readFileSync(new URL('../../node_modules/@fragaria/address-formatter/src/templates/templates.json', import.meta.url), 'utf8'),
) as Record<string, unknown>
const isCountry = (code: string) =>
  /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined
const codes = Object.keys(templates).filter(isCountry)

const theirOrder = (countryCode: string) =>
  orderOf(
    formatter.format(
      { road: sign.A, city: sign.T, postcode: sign.C, state: sign.S, county: sign.S, country: 'LAND', countryCode },
      { countryCode, output: 'array' },
    ),
  )

const ourOrder = (countryCode: string) =>
  orderOf(
    addressLines(
      company({ name: '-', address: sign.A, city: sign.T, postCode: sign.C, county: sign.S, countryCode }),
      undefined,
      countryCode,
      undefined,
    ),
  )

describe('The order of street, post code, town and state', () => {
  test('is looked at for every country that the formatter knows', () => expect(codes.length).toBeGreaterThan(240))

  test('is the formatter’s, but where a post says otherwise', () => {
    const differ: string[] = []
    for (const code of codes) {
      const [theirs, ours] = [theirOrder(code), ourOrder(code)]
      // Of a country without post codes it leaves out one that was typed.
      const isSame = ours === theirs || (!theirs.includes('C') && ours.replace(/[ |]?C/, '') === theirs)
      if (!isSame) differ.push(code)
    }
    expect(differ.sort()).toEqual(
      Object.values(otherwise)
        .flatMap((list) => list.split(' '))
        .sort(),
    )
  })
})

test('Abroad is what lies abroad under any of its codes: a list names the country only there', () => {
  const asked = [
    ['UK', 'GB'],
    ['gb ', 'UK'],
    ['', 'DE'],
    ['EL', 'DE'],
    ['DE', ''],
  ] as const
  expect(asked.map(([code, own]) => isAbroad(code, own))).toEqual([false, false, false, true, true])
  const ann = person({ name: 'Ann Fox', address: 'Road 1', city: 'London', countryCode: 'UK' })
  const { segment, lines } = segmentOf([ann])
  const line = effective(lines.lines[0]!, segment, around({ contacts: [ann] }))
  const named = (own: string) => listRow(line, undefined, own, 'en').country
  expect([named('GB'), named('UK'), named('DE')]).toEqual(['', '', 'United Kingdom'])
})
