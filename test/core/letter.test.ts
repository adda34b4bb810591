// What a letter says: field names, salutations, addresses, values.
import { describe, expect, test } from 'vitest'
import { addressLines, canBePosted } from '../../src/core/letter/address.ts'
import { captions } from '../../src/core/letter/captions.ts'
import { fieldNames, resolveField, suggestFields } from '../../src/core/letter/fields.ts'
import { countryName, localeOf, longDay } from '../../src/core/letter/locale.ts'
import { distance } from '../../src/core/letter/nearest.ts'
import { entryLetterOf, letterOf } from '../../src/core/letter/letters.ts'
import { fieldMeant, letterValues, valuesForDocument } from '../../src/core/letter/values.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { AttachmentId } from '../../src/model/ids.ts'
import { formulaId } from '../../src/model/lists.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import {
  around,
  campaign,
  company,
  documentIn,
  entry,
  lineOf,
  ourCompany,
  person,
  salesperson,
  segmentOf,
  template,
  today,
} from '../make.ts'

const bcNames = ['Address', 'City', 'CountryRegion_Code', 'Email', 'Name', 'State', 'ZIP_Code', 'First_Name', 'CALC_Formal_Salutation']

describe('A field name in a document', () => {
  test.each<[string, string | undefined]>([
    ...bcNames.map((name): [string, string] => [name, name]),
    ['Company_Information_Phone_No', 'Company_Information_Phone_No'],
    ['Achternaam', 'Surname'],
    ['Adresregel_1', 'Address'],
    ['Land_of_regio', 'Country'],
    ['Plaats', 'City'],
    ['Postcode', 'ZIP_Code'],
    ['Provincie', 'State'],
    ['Voornaam', 'First_Name'],
    ['Company', 'Company_Name'],
    ['C5_Name', 'Name'],
    ['C5_CALC_Formal_Salutation', 'CALC_Formal_Salutation'],
    ['contact.firstName', 'First_Name'],
    ['FIRST NAME', 'First_Name'],
    ['Straße', 'Address'],
    ['STRASSE', 'Address'],
    ['Förmliche Anrede', 'CALC_Formal_Salutation'],
    ['Foermliche_Anrede', 'CALC_Formal_Salutation'],
    ['Prénom', 'First_Name'],
    ['Etternavn', 'Surname'],
    ['Bemerkung', 'Comment'],
    ['E-Mail-Adresse', 'Email'],
    ['AddressBlock', 'Address_Block'],
    ['GreetingLine', 'CALC_Formal_Salutation'],
    ['Favourite_Colour', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s means %s', (name, stable) => {
    expect(resolveField(name)).toBe(stable)
  })

  test('every stable name means itself, and no caption means two fields', () => {
    for (const name of fieldNames) expect(resolveField(name)).toBe(name)
    for (const [name, others] of Object.entries(captions)) {
      for (const other of others) expect([other, resolveField(other)]).toEqual([other, name])
    }
  })

  test.each([
    ['Frist_Name', 'First_Name'],
    ['Adress', 'Address'],
    ['Nachnahme', 'Surname'],
    ['CustomerFirstName', 'First_Name'],
    ['Salesperson_Fax_No', 'Salesperson_Name'],
    ['Xyz', undefined],
    ['Zip', 'ZIP_Code'],
  ])('nobody knows %s; nearest is %s', (name, suggestion) => {
    expect(suggestFields(name)[0]).toBe(suggestion)
  })

  test.each([
    ['name', 'name', 0],
    ['name', 'nmae', 1],
    ['name', 'names', 1],
    ['name', 'game', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('%s is as far from %s as %i slips', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips)
    expect(distance(b, a)).toBe(slips)
  })
})

describe('An address', () => {
  const at = (countryCode: string, postCode: string, city: string, county = '') =>
    company({ name: 'Ahorn', address: 'Ring 1', countryCode, postCode, city, county })

  test.each<[string, Contact, string[]]>([
    ['at home, without the country', at('DE', '89073', 'Ulm', 'Bayern'), ['Ring 1', '89073 Ulm']],
    ['blank country is home', at('', '89073', 'Ulm'), ['Ring 1', '89073 Ulm']],
    ['in Austria', at('AT', '6020', 'Innsbruck'), ['Ring 1', '6020 Innsbruck', 'ÖSTERREICH']],
    ['in the Netherlands', at('nl', '1012 AB', 'Amsterdam'), ['Ring 1', '1012 AB Amsterdam', 'NIEDERLANDE']],
    ['in Britain', at('GB', 'EC2A 4BX', 'London', 'Greater London'), ['Ring 1', 'LONDON', 'EC2A 4BX', 'VEREINIGTES KÖNIGREICH']],
    ['in the United States', at('US', '97201', 'Portland', 'OR'), ['Ring 1', 'Portland, OR 97201', 'VEREINIGTE STAATEN']],
    ['in a country without a rule', at('PL', '00-001', 'Warszawa'), ['Ring 1', '00-001 Warszawa', 'POLEN']],
    ['in a country that is none', at('Atlantis', '', ''), ['Ring 1', 'ATLANTIS']],
  ])('%s', (_, contact, rest) => {
    expect(addressLines(contact, undefined, 'DE', toLetterLanguage('de'))).toEqual(['Ahorn', ...rest])
  })

  test.each([
    ['DE', ['Ahorn', 'Anna Berg']],
    ['NL', ['Ahorn', 'Anna Berg']],
    ['GB', ['Anna Berg', 'Ahorn']],
    ['US', ['Anna Berg', 'Ahorn']],
  ])('in %s the first lines are %j', (country, names) => {
    const ahorn = at(country, '1', 'X')
    expect(addressLines(person({ name: 'Anna Berg', company: ahorn }), ahorn, country, undefined).slice(0, 2)).toEqual(names)
  })

  test('a person without an address gets the company’s, one with an address her own', () => {
    const ahorn = at('DE', '89073', 'Ulm')
    const anna = person({ name: 'Anna Berg', company: ahorn })
    expect(addressLines(anna, ahorn, 'DE', undefined)).toEqual(['Ahorn', 'Anna Berg', 'Ring 1', '89073 Ulm'])
    const home = person({ name: 'Anna Berg', company: ahorn, address: 'Weg 2', city: 'Bonn' })
    expect(addressLines(home, ahorn, 'DE', undefined)).toEqual(['Ahorn', 'Anna Berg', 'Weg 2', 'Bonn'])
    const posted = (reached: Contact, company?: Contact) => canBePosted({ reached, company, alternativeAddress: { value: undefined } })
    expect([posted(anna, ahorn), posted(anna), posted(home)]).toEqual([true, false, true])
  })

  test.each([
    ['nb', 'ØSTERRIKE'],
    ['fr', 'AUTRICHE'],
    ['xx-nonsense', 'AUSTRIA'],
  ])('a letter in %s goes to %s', (language, country) => {
    expect(addressLines(at('AT', '6020', 'Innsbruck'), undefined, 'DE', toLetterLanguage(language)).at(-1)).toBe(country)
  })
})

describe('Days and countries', () => {
  test.each([
    ['de', '20. November 2026'],
    ['en-GB', '20 November 2026'],
    ['fr', '20 novembre 2026'],
    ['nb', '20. november 2026'],
    ['not a language', 'November 20, 2026'],
  ])('in %s: %s', (language, text) => {
    expect(longDay(today, language)).toBe(text)
  })

  test('what is no language is English, what is no country stays', () => {
    expect(localeOf('de_DE')).toBe('en')
    expect(countryName('', 'de')).toBe('')
    expect(countryName('QQ', 'de')).toBe('QQ')
  })
})

describe('The values of a letter', () => {
  const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm', countryCode: 'DE' })
  const anna = person({ name: 'Anna Berg', company: ahorn, salutationCode: 'F', languageCode: toLetterLanguage('de'), jobTitle: 'Owner' })
  const letter = template({ documents: [documentIn('de')] })
  const vera = salesperson({ name: 'Vera', email: 'vera@example.com' })
  const spring = campaign({ description: 'Spring' })
  const world = around({ contacts: [ahorn, anna], templates: [letter], salespeople: [vera], campaigns: [spring], company: ourCompany() })
  const { segment } = segmentOf([], { templateId: letter.id, salespersonId: vera.id, campaignId: spring.id, subject: 'News' })
  const valuesOf = (contact: Contact) =>
    letterValues(effective(lineOf(contact, 1, { comment: 'Till soon' }), segment, world), segment, world)

  test('there is one for every stable name', () => {
    expect(Object.keys(valuesOf(anna)).sort()).toEqual([...fieldNames].sort())
    expect(Object.keys(valuesOf(person({ name: 'Gone' }))).sort()).toEqual([...fieldNames].sort())
  })

  test('they are the person’s, with the company’s address', () => {
    expect(valuesOf(anna)).toMatchObject({
      ...{
        Name: 'Anna Berg',
        Surname: 'Berg',
        Company_Name: 'Ahorn',
        Address: 'Ring 1',
        ZIP_Code: '89073',
        City: 'Ulm',
        Country: 'Deutschland',
      },
      ...{ Address_Block: 'Ahorn\nAnna Berg\nRing 1\n89073 Ulm', CALC_Formal_Salutation: 'Sehr geehrte Frau Berg,' },
      ...{ CALC_Informal_Salutation: 'Liebe Anna,', Document_Date: { day: today }, Subject: 'News', Comment: 'Till soon' },
      ...{ Salesperson_Email: 'vera@example.com', Campaign_Description: 'Spring', Segment_No: 'SM00001' },
      ...{ Company_Information_City: 'München', Company_Information_Country: 'Deutschland' },
    })
  })

  test('a company’s letter has no person in it', () => {
    expect(valuesOf(ahorn)).toMatchObject({
      Name: 'Ahorn',
      Company_Name: 'Ahorn',
      First_Name: '',
      CALC_Formal_Salutation: 'Sehr geehrte Damen und Herren,',
    })
  })

  test('come under the names of the document: mapped, known by name, or empty', () => {
    const mapping = { Colour: 'City', Vorname: '' }
    const values = valuesForDocument(['Nachname', 'Colour', 'Vorname', 'Mystery', 'toString'], mapping, valuesOf(anna))
    expect(values).toEqual({ Nachname: 'Berg', Colour: 'Ulm', Vorname: '', Mystery: '', toString: '' })
  })

  test('unknown fields mean nothing and have a nearest name, unless mapped or left empty', () => {
    const unknown = ['Nachname', 'Colour', 'Frist_Name', 'Qqq'].filter((name) => fieldMeant(name, { Colour: '' }) === undefined)
    expect(unknown.map((name) => [name, suggestFields(name)[0]])).toEqual([
      ['Frist_Name', 'First_Name'],
      ['Qqq', undefined],
    ])
  })
})

describe('A letter to an alternative address', () => {
  const lake = {
    ...{ code: 'LAKE', description: 'Holiday home', address: 'Seeweg 4', address2: '', postCode: '78462', city: 'Konstanz', county: '' },
    ...{ countryCode: '', phone: '+49 7531 4', email: '', ranges: [{ startingDay: today }] },
  }
  const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm', phone: '+49 731 1' })
  const anna = person({ name: 'Anna Berg', company: ahorn, phone: '+49 731 2', email: 'anna@example.com', alternativeAddresses: [lake] })
  const blank = { ...lake, code: 'BLANK', address: '', postCode: '', city: '', ranges: [] }
  const cora = person({ name: 'Cora Lind', company: ahorn, alternativeAddresses: [blank] })
  const world = around({ contacts: [ahorn, anna, cora], company: ourCompany() })
  const { segment } = segmentOf([])
  const lineTo = (contact: Contact, alternativeAddress?: string) =>
    effective(lineOf(contact, 1, { own: alternativeAddress === undefined ? {} : { alternativeAddress } }), segment, world)

  test('says its street, town, telephone, and keeps what it has none of; nobody knows the company there', () => {
    expect(letterValues(lineTo(anna), segment, world)).toMatchObject({
      ...{ Address: 'Seeweg 4', ZIP_Code: '78462', City: 'Konstanz', Phone_No: '+49 7531 4', Email: 'anna@example.com' },
      ...{ Address_Block: 'Anna Berg\nSeeweg 4\n78462 Konstanz', Company_Name: 'Ahorn' },
    })
  })

  test('is not sent there when the line says the main address', () => {
    const values = letterValues(lineTo(anna, ''), segment, world)
    expect(values).toMatchObject({ Address: 'Ring 1', City: 'Ulm', Phone_No: '+49 731 2' })
    expect(values['Address_Block']).toBe('Ahorn\nAnna Berg\nRing 1\n89073 Ulm')
  })

  test('does not take the company’s street for what is missing there', () => {
    expect(letterValues(lineTo(cora, 'BLANK'), segment, world)).toMatchObject({ Address: '', City: '', Address_Block: 'Cora Lind' })
    expect([canBePosted(lineTo(cora, 'BLANK')), canBePosted(lineTo(cora)), canBePosted(lineTo(anna))]).toEqual([false, true, true])
  })
})

describe('The letter of a line', () => {
  const anna = person({ name: 'Anna Berg', salutationCode: 'F', languageCode: toLetterLanguage('de') })
  const letter = template({ documents: [documentIn('de')] })
  const pattern = 'Hallo {{First_Name}}!'
  const formula = {
    ...{ rev: 1, id: formulaId('F', 'de', 'formal'), salutationCode: 'F', kind: 'formal' as const, pattern },
    languageCode: toLetterLanguage('de'),
  }
  const world = around({ contacts: [anna], templates: [letter], formulas: [formula] })
  const { segment } = segmentOf([], { templateId: letter.id })

  test('greets with the line of one’s own', () => {
    expect(letterOf(lineOf(anna, 1), segment, world)?.values).toMatchObject({
      ...{ CALC_Formal_Salutation: 'Hallo Anna!', CALC_Informal_Salutation: 'Liebe Anna,' },
    })
  })

  test('is made from its own document where it has one', () => {
    const document = documentIn('de', { attachmentId: 'for-anna' as AttachmentId, mapping: { Colour: 'City' } })
    expect(letterOf(lineOf(anna, 1, { document }), segment, world)).toMatchObject({
      ...{ attachmentId: 'for-anna', mapping: { Colour: 'City' }, own: true, fileName: 'Anna Berg' },
    })
    expect(letterOf(lineOf(anna, 2), segment, world)).toMatchObject({ attachmentId: 'letter-de', own: false })
  })

  test('of an entry without a segment is what was frozen', () => {
    const frozenLetter = {
      attachmentId: 'note' as AttachmentId,
      languageCode: toLetterLanguage('de'),
      mapping: {},
      values: { Name: 'Anna' },
    }
    const noted = entry(anna, '2026-11-01', { companyName: 'Ahorn', letter: frozenLetter })
    expect(entryLetterOf(noted)).toMatchObject({ ...frozenLetter, fileName: 'Ahorn - Anna Berg' })
    expect(entryLetterOf(entry(anna, '2026-11-01'))).toBeUndefined()
  })
})
