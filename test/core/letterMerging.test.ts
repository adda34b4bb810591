// What a letter answers when its document asks for a whole address, a greeting, or a part by Word's own name.
import { describe, expect, test } from 'vitest'
import { courtesyTitle } from '../../src/core/letter/courtesyTitle.ts'
import { trialLetterOf, letterOf } from '../../src/core/letter/letters.ts'
import { addressAsked, greetingAsked, standardPart, type AddressWish } from '../../src/core/letter/merging.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { LetterValues } from '../../src/model/letter.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { around, company, documentIn, lineOf, ourCompany, person, segmentOf, template, today } from '../make.ts'

const letter = template({ documents: [documentIn('de'), documentIn('en')] })
const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm' })
const anna = person({ name: 'Anna Berg', company: ahorn, salutationCode: 'F', languageCode: toLetterLanguage('de'), jobTitle: 'Buyer' })
const vienna = company({ name: 'Wiener Werk', address: 'Gasse 2', postCode: '1010', city: 'Wien', countryCode: 'AT' })
const clara = person({ name: 'Clara Fink', company: vienna, salutationCode: 'F', languageCode: toLetterLanguage('de') })
const lux = company({ name: 'Lux', address: 'Rue 1', city: 'Luxembourg', countryCode: 'LU', languageCode: toLetterLanguage('en') })

const world = around({ contacts: [ahorn, anna, vienna, clara, lux], templates: [letter], company: ourCompany() })

function valuesOf(contact: Contact): Readonly<LetterValues> {
  const { segment, lines } = segmentOf([lineOf(contact, 1)], { templateId: letter.id })
  return letterOf(lines.lines[0]!, segment, world)!.values
}

const plain: AddressWish = { country: 'always', except: '', byCountry: false, written: undefined }

describe('An ADDRESSBLOCK', () => {
  test.each<[string, Contact, Partial<AddressWish>, string[]]>([
    ['as it is, at home', anna, {}, ['Ahorn', 'Anna Berg', 'Ring 1', '89073 Ulm']],
    ['as it is, abroad', clara, {}, ['Wiener Werk', 'Clara Fink', 'Gasse 2', '1010 Wien', 'ÖSTERREICH']],
    ['never with the country', clara, { country: 'never' }, ['Wiener Werk', 'Clara Fink', 'Gasse 2', '1010 Wien']],
    [
      'unless it is this country',
      clara,
      { country: 'unless', except: 'Österreich' },
      ['Wiener Werk', 'Clara Fink', 'Gasse 2', '1010 Wien'],
    ],
    ['unless it is this code', clara, { country: 'unless', except: 'at' }, ['Wiener Werk', 'Clara Fink', 'Gasse 2', '1010 Wien']],
    [
      'unless it is another country',
      clara,
      { country: 'unless', except: 'Deutschland' },
      ['Wiener Werk', 'Clara Fink', 'Gasse 2', '1010 Wien', 'ÖSTERREICH'],
    ],
    ['unless, at home', anna, { country: 'unless', except: 'Schweiz' }, ['Ahorn', 'Anna Berg', 'Ring 1', '89073 Ulm']],
    ['never, where the town is called as the country', lux, { country: 'never' }, ['Lux', 'Rue 1', 'Luxembourg']],
  ])('%s', (_, contact, wish, lines) => {
    expect(addressAsked({ ...plain, ...wish }, valuesOf(contact))).toEqual(lines)
  })

  test('that lays itself out without asking for the country’s rules is left to itself', () => {
    expect(addressAsked({ ...plain, written: ['Anna Berg', 'Ring 1'] }, valuesOf(anna))).toBeUndefined()
  })

  test('of a company that is called as the person keeps both apart', () => {
    const values = { ...valuesOf(anna), Company_Name: 'Berg KG', Address_Block: 'Berg KG\nAnna Berg\nRing 1\n89073 Ulm' }
    const written = ['Berg KG', 'Frau Anna Berg', 'Ring 1']
    expect(addressAsked({ ...plain, byCountry: true, country: 'never', written }, values)).toEqual([...written, '89073 Ulm'])
  })

  test('laid out by the country’s rules names the person as the document does, and leaves out whom it leaves out', () => {
    const byCountry: AddressWish = { ...plain, byCountry: true, country: 'unless', written: ['Frau Anna Berg', 'Ring 1', 'Ulm 89073'] }
    expect(addressAsked(byCountry, valuesOf(anna))).toEqual(['Frau Anna Berg', 'Ring 1', '89073 Ulm'])
    const withFirm = { ...byCountry, written: ['Frau Anna Berg', 'Ahorn', 'Ring 1'] }
    expect(addressAsked(withFirm, valuesOf(anna))).toEqual(['Ahorn', 'Frau Anna Berg', 'Ring 1', '89073 Ulm'])
    expect(addressAsked({ ...byCountry, written: ['Ahorn', 'Ring 1'] }, valuesOf(anna))).toEqual(['Ahorn', 'Ring 1', '89073 Ulm'])
    expect(addressAsked({ ...byCountry, written: ['Ahorn', 'Ring 1'] }, valuesOf(ahorn))).toEqual(['Ahorn', 'Ring 1', '89073 Ulm'])
  })

  test('always with the country writes our own too, where the document says so itself', () => {
    const wish: AddressWish = { ...plain, byCountry: true, written: ['Ahorn', 'Anna Berg'] }
    expect(addressAsked(wish, valuesOf(anna))?.at(-1)).toBe('DEUTSCHLAND')
    expect(addressAsked(wish, valuesOf(clara))?.at(-1)).toBe('ÖSTERREICH')
  })

  test('of whom nothing is known is empty by the document’s own rules', () => {
    expect(addressAsked(plain, {})).toBeUndefined()
  })
})

describe('A GREETINGLINE', () => {
  test('says what the document says, else our formal line in the letter’s language', () => {
    expect(greetingAsked({ written: 'Liebe Anna,' }, valuesOf(anna))).toBe('Liebe Anna,')
    expect(greetingAsked({ written: undefined }, valuesOf(anna))).toBe('Sehr geehrte Frau Berg,')
    expect(greetingAsked({ written: undefined }, valuesOf(lux))).toBe('Dear Sir or Madam,')
    expect(greetingAsked({ written: undefined }, {})).toBeUndefined()
  })
})

describe('Word’s own names', () => {
  test.each([
    ['Courtesy Title', 'Frau'],
    ['First Name', 'Anna'],
    ['Last Name', 'Berg'],
    ['Nickname', 'Anna'],
    ['Company', 'Ahorn'],
    ['Address 1', 'Ring 1'],
    ['Postal Code', '89073'],
    ['City', 'Ulm'],
    ['Job Title', 'Buyer'],
    ['Suffix', undefined],
    ['Spouse First Name', undefined],
  ])('%s is %s', (name, value) => {
    expect(standardPart(name, valuesOf(anna))).toBe(value)
  })

  test.each([
    ['F', 'de', 'Frau'],
    ['M', 'de-AT', 'Herr'],
    ['Frau', 'de', 'Frau'],
    ['M', 'en', 'Mr'],
    ['F', 'en-US', 'Ms.'],
    ['M', 'nl', 'De heer'],
    ['F', 'fr', 'Madame'],
    ['M', 'nb', ''],
    ['F', 'sv', ''],
    ['UNISEX', 'de', ''],
    ['DR', 'de', ''],
    ['', 'de', ''],
  ])('whoever is %s is called in %s: %s', (salutationCode, language, title) => {
    expect(courtesyTitle(person({ name: 'Kim Berg', salutationCode }), toLetterLanguage(language))).toBe(title)
  })

  test('a company has no title', () => {
    expect(courtesyTitle(company({ name: 'Ahorn', salutationCode: 'M' }), undefined)).toBe('')
  })
})

test('A letter to look at takes the document of the language that is tried, and today', () => {
  const tried = trialLetterOf(anna.id, letter.id, toLetterLanguage('en'), today, world)
  expect(tried).toMatchObject({ languageCode: 'en', day: today, fileName: 'Ahorn - Anna Berg', values: { Document_Date: { day: today } } })
  expect(tried?.values['CALC_Formal_Salutation']).toBe('Dear Ms Berg,')
  const blocked = person({ name: 'Bob', privacyBlocked: true })
  expect(
    trialLetterOf(blocked.id, letter.id, toLetterLanguage('en'), today, around({ contacts: [blocked], templates: [letter] })),
  ).toBeUndefined()
})
