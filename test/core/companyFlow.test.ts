// What people take over from their company, now and later: tables, and a law over any company and people.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flowsTo, movesTo, takesOver } from '../../src/core/contact/company.ts'
import { defaultsOr, newContact } from '../../src/core/contact/defaults.ts'
import { numberOf, seriesTrouble } from '../../src/core/numbers.ts'
import type { Company, Person } from '../../src/model/contact.ts'
import type { SalespersonId, TerritoryId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { Inheritable } from '../../src/model/settings.ts'
import { company, occasion, person } from '../make.ts'

const all = Inheritable.options
const [de, nl] = [toLetterLanguage('de'), toLetterLanguage('nl')]
const [karl, vera] = ['karl', 'vera'] as SalespersonId[]
const place = { address: 'Hauptstr. 1', postCode: '64646', city: 'Heppenheim', countryCode: 'DE' }

describe('Somebody who gets a company', () => {
  const ahorn = company({
    name: 'Ahorn',
    salespersonId: karl!,
    territoryId: 'north' as TerritoryId,
    languageCode: de,
    correspondenceType: 'email',
    ...place,
  })
  test.each<[string, Partial<Person>, readonly Inheritable[], Partial<Person>]>([
    [
      'takes over what the switches say',
      {},
      all,
      { salespersonId: karl!, territoryId: 'north' as TerritoryId, languageCode: de, countryCode: 'DE', correspondenceType: 'email' },
    ],
    ['takes over nothing that is switched off', {}, ['language'], { languageCode: de }],
    ['keeps the country of an address of her own', { address: 'Lindeweg 2', city: 'Gent', countryCode: 'BE' }, ['country'], {}],
    ['keeps how she wants to be written to', { correspondenceType: 'hardCopy' }, ['communication'], {}],
    ['is looked after by who looks after the company', { salespersonId: vera! }, ['salesperson'], { salespersonId: karl! }],
  ])('%s', (_, of, inherits, expected) => {
    expect(takesOver(person({ name: 'Anna Berg', ...of }), ahorn, inherits)).toEqual(expected)
  })

  test('is no longer reached where she worked before, and keeps what is her own', () => {
    const before = company({ name: 'Birke', ...place, phone: '06252 / 99 00', email: 'info@birke.de' })
    const next = company({ name: 'Ahorn', address: 'Markt 3', postCode: '70173', city: 'Stuttgart', phone: '0711 1' })
    const anna = person({ name: 'Anna Berg', ...place, phone: '06252 9900', mobilePhone: '0170 5', email: 'anna@berg.de' })
    expect(takesOver(anna, next, all, before)).toEqual({
      address: 'Markt 3',
      postCode: '70173',
      city: 'Stuttgart',
      countryCode: '',
      phone: '0711 1',
    })
  })

  test('keeps what is said of her at the same time', () => {
    const said = { companyId: ahorn.id, languageCode: nl }
    expect(movesTo({ ...person({ name: 'Anna Berg' }), ...said }, said, ahorn, ['language', 'salesperson'], undefined)).toEqual({
      salespersonId: karl,
    })
  })
})

describe('A company that changes', () => {
  const before = company({ name: 'Ahorn', ...place, phone: '06252 1', languageCode: de })
  test.each<[string, Partial<Person>, Partial<Company>, Partial<Person> | undefined]>([
    ['reaches who holds the old value', { languageCode: de }, { languageCode: nl }, { languageCode: nl }],
    ['does not reach who has her own', { languageCode: nl }, { languageCode: toLetterLanguage('fr') }, undefined],
    ['reaches who has no salesperson, as the company had none', {}, { salespersonId: karl! }, { salespersonId: karl! }],
    ['takes away what it no longer has', { languageCode: de }, { languageCode: undefined }, { languageCode: undefined }],
    [
      'moves along a copy of its address, without the country, too',
      { ...place, countryCode: '' },
      { address: 'Markt 3' },
      { ...place, address: 'Markt 3' },
    ],
    [
      'leaves alone who lives elsewhere in the same country',
      { ...place, address: 'Gasse 9' },
      { countryCode: 'NL', address: 'Kade 1' },
      undefined,
    ],
    ['leaves blank what is looked up at the company', {}, { address: 'Markt 3', phone: '06252 2' }, undefined],
    ['gives its new number however the old one was written', { phone: '(06252)1' }, { phone: '06252 2' }, { phone: '06252 2' }],
    ['reaches nobody by its name', { languageCode: de }, { name: 'Ahorn & Söhne' }, undefined],
  ])('%s', (_, of, change, expected) => {
    const anna = person({ name: 'Anna Berg', companyId: before.id, ...of })
    const flow = flowsTo(before, { ...before, ...change }, [anna], all)
    const differing =
      expected && Object.fromEntries(Object.entries(expected).filter(([field, value]) => anna[field as keyof Person] !== value))
    expect(flow.map(({ fields }) => fields)).toEqual(differing ? [differing] : [])
  })

  test('and back again leaves everybody as she was, and with all switches off reaches nobody', () => {
    const value = fc.constantFrom<string>('', 'a', 'b')
    const fields = fc.record({ phone: value, email: value, address: value, city: value, postCode: value, countryCode: fc.constant('') })
    fc.assert(
      fc.property(fields, fields, fc.array(fields, { maxLength: 4 }), (one, other, people) => {
        const [first, second] = [company({ name: 'A', ...one }), company({ name: 'A', ...other })]
        const staff = people.map((own, at) => person({ name: `P${at}`, ...own }))
        expect(flowsTo(first, second, staff, [])).toEqual([])
        for (const { contact, fields: given } of flowsTo(first, second, staff, all)) {
          // Whoever got the new value holds it as the company does.
          for (const field of Object.keys(given) as (keyof Company & keyof Person)[])
            expect({ ...contact, ...given }[field]).toEqual(second[field] ?? '')
        }
      }),
      { numRuns: 100 },
    )
  })

  test('with 2 000 people is done in a moment', () => {
    const staff = Array.from({ length: 2000 }, (_, at) => person({ name: `P${at}`, languageCode: at % 2 ? de : nl }))
    expect(flowsTo(before, { ...before, languageCode: toLetterLanguage('fr') }, staff, all)).toHaveLength(1000)
  })
})

describe('A new contact', () => {
  const beginning = {
    defaults: {
      ...defaultsOr(undefined),
      contact: { salespersonId: karl!, languageCode: nl, personSalutationCode: 'UNISEX', companySalutationCode: 'COMPANY' },
    },
    salespersonId: undefined,
  }
  test('begins with what is said, then her company, then the settings', () => {
    const ahorn = company({ name: 'Ahorn', languageCode: de })
    expect(
      newContact('person', 'KT1', { name: 'Anna Berg', salespersonId: vera!, countryCode: '' }, ahorn, beginning, occasion()),
    ).toMatchObject({
      ...{ firstName: 'Anna', salespersonId: vera, languageCode: de, salutationCode: 'UNISEX' },
    })
    expect(newContact('company', 'KT2', { name: 'Birke' }, undefined, { ...beginning, salespersonId: vera }, occasion())).toMatchObject({
      ...{ salespersonId: vera, languageCode: nl, salutationCode: 'COMPANY' },
    })
  })
})

describe('A number series', () => {
  const series = { prefix: 'KT', next: 42, digits: 5 }
  test('says its next number', () => expect(numberOf(series, 'A')).toBe('AKT00042'))
  test.each([
    ['is free above all that were given', ['KT00041', 'KT7'], undefined],
    ['is taken', ['KT00042', 'KT00050'], { code: 'taken', no: 'KT00042', highest: 'KT00050' }],
    ['falls behind', ['KT43'], { code: 'behind', highest: 'KT43' }],
    ['does not mind other beginnings', ['KT00042b', 'SM00099', 'KTX1'], undefined],
  ])('%s', (_, given, expected) => expect(seriesTrouble(series, '', given)).toEqual(expected))
})
