// The order in which letters come out: as the post sorts them, or by the alphabet of the letter's language.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  inOrder,
  lettersInOrder,
  orderKeyOf,
  orderKeyOfValues,
  orderKeyTogether,
  sortablePostCode,
  sortedBy,
  type OrderKey,
} from '../../src/core/letter/order.ts'
import { lettersTogether } from '../../src/core/letter/together.ts'
import { letterValues } from '../../src/core/letter/values.ts'
import { valuesTogether } from '../../src/core/letter/valuesTogether.ts'
import { effective } from '../../src/core/segment/effective.ts'
import { around, company, documentIn, person, segmentOf, template } from '../make.ts'

const at = (countryCode: string, postCode: string, town = '', name = ''): OrderKey => ({ countryCode, postCode, town, name })
const byPost = (keys: readonly OrderKey[], own = 'DE', language = 'en') => sortedBy(keys, (key) => key, 'postCode', language, own)
const codes = (keys: readonly OrderKey[]) => keys.map(({ countryCode, postCode }) => `${countryCode} ${postCode}`.trim())

describe('By post code', () => {
  test.each<[string, string[]]>([
    ['DE', ['01067', '9999', '10115', 'D-20095', '80331']],
    ['GB', ['E1 6AN', 'SW1A 1AA', 'SW2 1AB', 'SW10 0AA', 'sw109zz', 'W1A 0AX']],
    ['NL', ['1012 AB', '1012BA', '1013 AA', '3011 AD']],
    ['US', ['501', '02108', '10001', '10001-1234', '94103']],
    ['SE', ['111 20', '11121', '411 04']],
    ['DE', ['01067', 'D 10115', 'D - 20095', 'D-30159', '80331']],
    ['CH', ['1200', 'CH 3000', 'CH-8000', '9000']],
    ['AT', ['A 1010', 'A 4020', '8010']],
    ['MT', ['MST 2000', 'VLT 1117', 'VLT 1118']],
    ['NO', ['0010', '0150', '2050', '7500']],
    ['CA', ['H2X 1Y4', 'K1A 0B1', 'K1A0B2', 'V6B 1A1']],
  ])('%s', (country, sorted) => {
    const keys = sorted.map((code) => at(country, code))
    expect(codes(byPost([...keys].reverse(), country))).toEqual(codes(keys))
  })

  test('our own country comes first, however its code stands; the others by their names in the language of the letters', () => {
    const keys = [at('FR', '1'), at('AT', '1'), at('', '20'), at('CH', '1'), at('de', '3')]
    expect(codes(byPost(keys))).toEqual(['de 3', '20', 'AT 1', 'FR 1', 'CH 1'])
    expect(codes(byPost(keys, 'DE', 'de'))).toEqual(['de 3', '20', 'FR 1', 'AT 1', 'CH 1'])
  })

  test('UK is the United Kingdom and EL is Greece, as in their addresses', () => {
    const keys = [at('GB', 'SW2 1AA'), at('UK', 'SW2 2AA'), at('UK', 'SW10 1AA'), at('GB', 'SW10 2AA')]
    expect(codes(byPost([at('FR', '1'), ...keys].reverse(), 'GB'))).toEqual([...codes(keys), 'FR 1'])
    expect(codes(byPost([...keys].reverse(), 'UK'))).toEqual(codes(keys))
    expect(codes(byPost([at('GR', '3'), at('EL', '2'), at('FR', '1'), at('GR', '1')]))).toEqual(['FR 1', 'GR 1', 'EL 2', 'GR 3'])
  })

  test('whoever has none comes last in her country; equal codes by town, then by name', () => {
    const keys = [at('DE', '', 'Aachen'), at('DE', '1', 'Bonn', 'Zoe'), at('DE', '1', 'Bonn', 'Ann'), at('DE', '1', 'Aue')]
    expect(byPost(keys).map(({ town, name }) => `${town} ${name}`.trim())).toEqual(['Aue', 'Bonn Ann', 'Bonn Zoe', 'Aachen'])
  })
})

const ahorn = company({ name: 'Ahorn KG', address: 'Ring 1', postCode: '53111', city: 'Bonn', countryCode: 'DE' })
const people = [
  person({ name: 'Åse Ødegård', address: 'Vei 1', postCode: '0150', city: 'Oslo', countryCode: 'NO' }),
  person({ name: 'Zoe Adler', company: ahorn }),
  person({ name: 'Anna Öztürk', address: 'Weg 2', postCode: '10115', city: 'Berlin' }),
  person({ name: 'Bo Ähler', address: 'Weg 3', postCode: '01067', city: 'Dresden' }),
  ahorn,
]
const letter = template({ documents: [documentIn('de')], correspondenceType: 'hardCopy' })
const world = around({ contacts: people, templates: [letter] })
const { segment, lines } = segmentOf(people, { templateId: letter.id })
const resolved = lines.lines.map((line) => effective(line, segment, world))
const names = (rows: typeof resolved) => rows.map(({ contact }) => contact?.name)

describe('Lines', () => {
  test('stay as the list stands where nothing else is wished', () => {
    expect([inOrder(resolved, undefined, 'de'), inOrder(resolved, 'list', 'de')].map(names)).toEqual([names(resolved), names(resolved)])
  })

  test('by post code where the letter goes: of a person without an address to her company', () => {
    expect(names(inOrder(resolved, 'postCode', 'de', 'DE'))).toEqual(['Bo Ähler', 'Anna Öztürk', 'Zoe Adler', 'Ahorn KG', 'Åse Ødegård'])
  })

  test('by surname, in the alphabet of the language', () => {
    expect(names(inOrder(resolved, 'name', 'de'))).toEqual(['Zoe Adler', 'Bo Ähler', 'Ahorn KG', 'Åse Ødegård', 'Anna Öztürk'])
    expect(names(inOrder(resolved, 'name', 'nb'))).toEqual(['Zoe Adler', 'Ahorn KG', 'Bo Ähler', 'Åse Ødegård', 'Anna Öztürk'])
  })

  test('of a logged letter stand as they stood when it was open', () => {
    const keys = resolved.map((line) => [orderKeyOf(line), orderKeyOfValues(letterValues(line, segment, world))] as const)
    for (const [open, logged] of keys) expect(logged).toEqual(open)
  })
})

describe('A letter for several', () => {
  const home = { address: 'Heim 1', postCode: '99999', city: 'Ulm' }
  const staff = [
    person({ name: 'Ida Roth', company: ahorn, ...home }),
    person({ name: 'Jan Aal', company: ahorn }),
    person({ name: 'Mia Fels', address: 'Weg 4', postCode: '60000', city: 'Bonn' }),
    person({ name: 'Ute Roth', ...home }),
    ahorn,
  ]
  const [ida, jan, mia, ute] = staff.map((_, at) => at)
  const lettersOf = (picked: readonly (number | undefined)[], per: 'company' | 'household') => {
    const state = segmentOf(
      picked.map((at = 0) => staff[at]!),
      { templateId: letter.id, lettersPer: per },
    )
    const beside = around({ contacts: staff, templates: [letter] })
    const lines = state.lines.lines.map((line) => effective(line, state.segment, beside))
    return { letters: lettersTogether(lines, per), segment: state.segment, beside }
  }
  const leads = (letters: ReturnType<typeof lettersOf>['letters']) => letters.map(({ lead }) => lead.contact?.name)

  test('of a company lies among the letters by its place, not by the home of who leads it', () => {
    const { letters } = lettersOf([ida, jan, mia], 'company')
    expect(leads(lettersInOrder(letters, 'company', 'postCode', 'de', 'DE'))).toEqual(['Ida Roth', 'Mia Fels'])
    expect(leads(lettersInOrder(letters, 'company', 'list', 'de', 'DE'))).toEqual(['Ida Roth', 'Mia Fels'])
  })

  test.each<[string, (number | undefined)[], 'company' | 'household']>([
    ['of a company led by one of its people', [ida, jan, mia], 'company'],
    ['of a company that stands first itself', [4, jan, mia], 'company'],
    ['of a household', [ute, ida, mia], 'household'],
  ])('%s stands where it stood when it was open, once it is logged', (_, picked, per) => {
    const { letters, segment, beside } = lettersOf(picked, per)
    for (const one of letters) expect(orderKeyOfValues(valuesTogether(one, segment, beside))).toEqual(orderKeyTogether(one, per))
  })
})

test('Law: everybody is there once, and the same list comes out whatever the order before', () => {
  const key = fc.record({
    countryCode: fc.constantFrom('', 'DE', 'at', 'GB', 'XX', '?'),
    ...{ postCode: fc.string({ maxLength: 8 }), town: fc.constantFrom('', 'Bonn'), name: fc.string({ maxLength: 5 }) },
  })
  fc.assert(
    fc.property(fc.array(key, { maxLength: 12 }), fc.constantFrom('postCode', 'name'), (keys, order) => {
      const once = sortedBy(keys, (row) => row, order, 'de', 'DE')
      expect(new Set(once)).toEqual(new Set(keys))
      const again = sortedBy(once, (row) => row, order, 'de', 'DE')
      expect(again).toEqual(once)
    }),
  )
})

test('A British code is read from behind, with its blank or without', () => {
  expect([sortablePostCode('sw1a1aa', 'GB'), sortablePostCode(' SW1A 1AA', 'GB')]).toEqual(['SW1A 1AA', 'SW1A 1AA'])
})
