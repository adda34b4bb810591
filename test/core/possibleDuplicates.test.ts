// Who may be the same, and who is not: names, companies, phones and addresses as lists really have them.
import { describe, expect, test } from 'vitest'
import { PossibleDuplicates, soundOf } from '../../src/core/duplicates/possibleDuplicates.ts'
import { isMobile, phoneKey } from '../../src/core/contact/phones.ts'
import { Recogniser, type Saying } from '../../src/core/duplicates/who.ts'

interface Somebody extends Partial<Saying> {
  first?: string
  last?: string
  company?: string
}

const recogniser = new Recogniser()
const who = ({ first, last, company = '', ...said }: Somebody) =>
  recogniser.who(
    last !== undefined,
    { name: said.name ?? `${first ?? ''} ${last ?? ''}`.trim(), firstName: first ?? '', surname: last ?? '', ...said },
    company,
  )

/** What speaks for the two being one, or nothing. */
function because(one: Somebody, other: Somebody): string[] | undefined {
  const table = new PossibleDuplicates()
  const known = who(one)
  table.add(known, 0)
  return table.likeliest(who(other), () => known)?.because
}

const hof = { company: 'Hof GmbH', postCode: '53111' }

describe('May be the same', () => {
  test.each<[string, Somebody, Somebody]>([
    ['umlauts spelled out', { first: 'Max', last: 'Sauerländer', ...hof }, { first: 'Max', last: 'Sauerlaender', ...hof }],
    ['particles cut short', { first: 'Jan', last: 'van der Veen', ...hof }, { first: 'Jan', last: 'v.d. Veen', ...hof }],
    ['an initial', { first: 'Solveig', last: 'Bjørkhaug', ...hof }, { first: 'S.', last: 'Bjorkhaug', ...hof }],
    [
      'two given names of which one is told',
      { first: 'Anna Maria', last: 'Berger', ...hof },
      { first: 'Anna', last: 'Berger', company: 'Hof' },
    ],
    [
      'another legal form',
      { first: 'Anna', last: 'Berger', company: 'Hof GmbH' },
      { first: 'Anna', last: 'Berger', company: 'HOF G.m.b.H.' },
    ],
    ['a slip of the finger', { first: 'Thomas', last: 'Schmidt', ...hof }, { first: 'Thomas', last: 'Schmitt', ...hof }],
    ['letters in each other’s place', { first: 'Thomas', last: 'Brenger', ...hof }, { first: 'Thomas', last: 'Bernger', ...hof }],
    ['names in each other’s column', { first: 'Anna', last: 'Berger', ...hof }, { first: 'Berger', last: 'Anna', ...hof }],
    [
      'the phone, written otherwise',
      { first: 'Anna', last: 'Berger', phone: '+49 30 1234567' },
      { first: 'Anna', last: 'Bergr', phone: '030/123 45 67' },
    ],
    [
      'phone and mobile swapped',
      { first: 'A.', last: 'Berger', phone: '0171 1234567' },
      { first: 'Anna', last: 'Berger', mobilePhone: '+49 171 1234567' },
    ],
    [
      'the e-mail after a marriage',
      { first: 'Anna', last: 'Huber', email: 'anna@x.example' },
      { first: 'Anna', last: 'Berger', email: 'ANNA@x.example' },
    ],
    [
      'the same name in the same place',
      { first: 'Anna', last: 'Berger', postCode: 'D-53111' },
      { first: 'Anna', last: 'Berger', postCode: '53111' },
    ],
    ['a company without its legal form', { name: 'Hof Landtechnik GmbH', postCode: '1' }, { name: 'Hof Landtechnik', postCode: '1' }],
    [
      'BRUECKNER UND SOEHNE KG at the same address with the same telephone',
      { name: 'Brückner & Söhne KG', address: 'Hafenstraße 4', postCode: '28195', city: 'Bremen', phone: '+49 421 336699' },
      { name: 'BRUECKNER UND SOEHNE KG', address: 'Hafenstr. 4', postCode: '28195', city: 'BREMEN', phone: '0421 336699' },
    ],
    [
      'a company of which only the name came with its people',
      { name: 'Meerwind Offshore B.V.', postCode: '1976 BE', phone: '+31 255 512345' },
      { name: 'Meerwind Offshore' },
    ],
    ['a company with a slip in its name', { name: 'Landtechnik Meier AG', postCode: '1' }, { name: 'Landtechnik Maier AG', postCode: '1' }],
    ['a company by its VAT number', { name: 'Hof Nord', vatNo: 'DE 123' }, { name: 'Hof Nord Gruppe', vatNo: 'DE123' }],
  ])('%s', (_, one, other) => {
    expect(because(one, other)).toContain('name')
    expect(because(other, one)).toEqual(because(one, other))
  })
})

describe('Is somebody else', () => {
  test.each<[string, Somebody, Somebody]>([
    ['the same name far away', { first: 'Anna', last: 'Müller', postCode: '1' }, { first: 'Anna', last: 'Müller', postCode: '2' }],
    ['the same name, and nothing more', { first: 'Anna', last: 'Müller' }, { first: 'Anna', last: 'Müller' }],
    [
      'a colleague with the same phone',
      { first: 'Anna', last: 'Berger', ...hof, phone: '030 123456' },
      { first: 'Karl', last: 'Wolf', ...hof, phone: '030 123456' },
    ],
    [
      'a colleague with the same first name',
      { first: 'Anna', last: 'Berger', ...hof, phone: '030 123456' },
      { first: 'Anna', last: 'Wolf', ...hof, phone: '030 123456' },
    ],
    [
      'a couple with one address',
      { first: 'Anna', last: 'Huber', email: 'huber@x.example', postCode: '1' },
      { first: 'Peter', last: 'Huber', email: 'huber@x.example', postCode: '1' },
    ],
    ['a branch in another town', { name: 'Aldi GmbH', postCode: '1', city: 'Bonn' }, { name: 'Aldi GmbH', postCode: '2', city: 'Ulm' }],
    [
      'another birthday',
      { first: 'Anna', last: 'Berger', ...hof, birthday: '1980-01-01' },
      { first: 'Anna', last: 'Berger', ...hof, birthday: '1990-01-01' },
    ],
    ['a company and a person', { name: 'Anna Berger', postCode: '1' }, { first: 'Anna', last: 'Berger', postCode: '1' }],
  ])('%s', (_, one, other) => expect(because(one, other)).toBeUndefined())
})

test('a thousand people with one dummy address are no thousand times a thousand looks', () => {
  const table = new PossibleDuplicates()
  let looks = 0
  const all = Array.from({ length: 1000 }, (_, at) => who({ first: `Given${at}`, last: 'Same', email: 'none@x.example' }))
  for (const [place, one] of all.entries()) {
    table.likeliest(one, (at) => (looks++, all[at]))
    table.add(one, place)
  }
  expect(looks).toBeLessThan(100_000)
})

test.each([
  ['+49 30 1234567', '030 1234567'],
  ['0049 (0)30 / 123-4567', '+49301234567'],
  ['49301234567', '+49 30 1234567'],
  ['+47 22 12 34 56', '22123456'],
  ['030 1234567 ext. 12', '030 1234567'],
])('%s and %s are one number', (one, other) => expect(phoneKey(one)).toBe(phoneKey(other)))

test.each([
  ['+49 171 1234567', '', true],
  ['0171 1234567', 'DE', true],
  ['030 1234567', 'DE', false],
  ['06 12345678', 'NL', true],
  ['+47 91 23 45 67', '', true],
  ['0171 1234567', '', false],
])('%s in %s is a mobile number: %s', (text, country, is) => expect(isMobile(text, country)).toBe(is))

test.each([
  ['meyer', 'maier'],
  ['schmidt', 'schmitt'],
  ['bjorkhaug', 'bjoerkhaug'],
])('%s sounds like %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)))
