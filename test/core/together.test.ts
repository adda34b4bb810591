// Who gets a letter together, what such a letter says, and the laws of it: everybody in exactly one, nobody mixed with another document.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { board } from '../../src/core/interaction/problems.ts'
import { addressTogether } from '../../src/core/letter/addressTogether.ts'
import { letterTogether } from '../../src/core/letter/letters.ts'
import { addressAsked, greetingAsked } from '../../src/core/letter/merging.ts'
import { keyTogether, lettersTogether, SharedLetters } from '../../src/core/letter/together.ts'
import { valuesTogether } from '../../src/core/letter/valuesTogether.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { Contact, Person } from '../../src/model/contact.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { LettersPer, Line, Segment } from '../../src/model/segment.ts'
import { around, company, documentIn, lineOf, ourCompany, person, salesperson, segmentOf, template } from '../make.ts'

const [de, en] = [toLetterLanguage('de'), toLetterLanguage('en')]
const home = { address: 'Weg 2', postCode: '53111', city: 'Bonn', languageCode: de }
const anna = person({ name: 'Anna Huber', salutationCode: 'F', phone: '1', jobTitle: 'Chef', ...home })
const karl = person({ name: 'Karl Huber', salutationCode: 'M', phone: '2', ...home, address: 'WEG  2' })
const mia = person({ name: 'Mia Lind', salutationCode: 'F', ...home })
const else1 = person({ name: 'Else Voss', salutationCode: 'F', ...home, address: 'Weg 3' })
const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm', languageCode: de })
const cora = person({ name: 'Cora Lind', company: ahorn, salutationCode: 'F', languageCode: de })
const dirk = person({ name: 'Dirk Mahn', company: ahorn, salutationCode: 'M', languageCode: de, address: 'Hof 9', city: 'Köln' })
const birke = company({ name: 'Birke', address: 'Ring 1', postCode: '89073', city: 'Ulm', languageCode: de })
const eve = person({ name: 'Eve Roth', company: birke, salutationCode: 'F', languageCode: de })

const letter = template({ correspondenceType: 'hardCopy', documents: [documentIn('de'), documentIn('en')] })
const [vera, otto] = [salesperson({ name: 'Vera' }), salesperson({ name: 'Otto' })]
const everybody = [anna, karl, mia, else1, ahorn, cora, dirk, birke, eve]
const worldOf = (contacts: readonly Contact[]) =>
  around({ contacts, templates: [letter], salespeople: [vera, otto], company: ourCompany() })

function grouped(people: readonly (Contact | Line)[], per: LettersPer | undefined, contacts: readonly Contact[] = everybody) {
  const state = segmentOf(people, { templateId: letter.id, salespersonId: vera.id, ...(per && { lettersPer: per }) })
  const world = worldOf(contacts)
  const lines = state.lines.lines.map((line) => effective(line, state.segment, world))
  return { letters: lettersTogether(lines, per), lines, world, segment: state.segment, state }
}
const namesOf = (people: readonly (Contact | Line)[], per: LettersPer | undefined, contacts?: readonly Contact[]) =>
  grouped(people, per, contacts).letters.map(({ lead, others }) => [lead, ...others].map(({ contact }) => contact?.name.split(' ')[0]))

describe('Together are', () => {
  test('nobody, where nothing is said', () => expect(namesOf([anna, karl, mia], undefined)).toEqual([['Anna'], ['Karl'], ['Mia']]))
  test('all of one letter box, however it is written', () =>
    expect(namesOf([anna, else1, karl, mia], 'household')).toEqual([['Anna', 'Karl', 'Mia'], ['Else']]))
  test('in one house, each company by itself', () => expect(namesOf([cora, eve, ahorn], 'household')).toEqual([['Cora', 'Ahorn'], ['Eve']]))
  test('all of a company, with it, also who has an address of her own', () =>
    expect(namesOf([dirk, cora, eve, ahorn, anna, karl], 'company')).toEqual([['Dirk', 'Cora', 'Ahorn'], ['Eve'], ['Anna'], ['Karl']]))

  const away = { code: 'S', description: '', ...home, county: '', countryCode: '', phone: '', email: '', address2: '', address: 'See 1' }
  const gone: Person = { ...karl, alternativeAddresses: [{ ...away, ranges: [{ startingDay: toDay('2026-01-01') }] }] }
  test.each<[string, Contact | Line, Contact[]?]>([
    ['words of her own', lineOf(karl, 2, { comment: 'Bis bald' })],
    ['a document of her own', lineOf(karl, 2, { document: documentIn('de') })],
    ['another subject', lineOf(karl, 2, { own: { subject: 'Hallo' } })],
    ['another day', lineOf(karl, 2, { own: { day: toDay('2026-12-24') } })],
    ['another salesperson', lineOf(karl, 2, { own: { salespersonId: otto.id } })],
    ['another language', lineOf(karl, 2, { own: { languageCode: en } })],
    ['an e-mail instead', lineOf(karl, 2, { own: { correspondenceType: 'email' } })],
    ['another address just now', karl, [anna, gone]],
    ['no privacy to lose', karl, [anna, { ...karl, privacyBlocked: true }]],
    [
      'no town',
      karl,
      [
        { ...anna, city: '' },
        { ...karl, city: '' },
      ],
    ],
  ])('not two of whom one has %s', (_, other, contacts = [anna, karl]) =>
    expect(namesOf([lineOf(anna, 1), other], 'household', contacts)).toEqual([['Anna'], ['Karl']]),
  )

  test('lines of the same contact, who gets her letter once', () => {
    const { letters, segment, world } = grouped([lineOf(anna, 1), lineOf(anna, 2)], 'household')
    expect(letters).toHaveLength(1)
    expect(valuesTogether(letters[0]!, segment, world)).toEqual(valuesTogether({ lead: letters[0]!.lead, others: [] }, segment, world))
  })
})

describe('A letter for several says', () => {
  const valuesOf = (people: readonly Contact[], per: LettersPer, contacts = everybody) => {
    const { letters, segment, world } = grouped(people, per, contacts)
    expect(letters).toHaveLength(1)
    return valuesTogether(letters[0]!, segment, world)
  }

  test('all names, one greeting, and of the people only what is true of all', () =>
    expect(valuesOf([karl, anna], 'household')).toMatchObject({
      ...{ Name: 'Anna Huber\nKarl Huber', First_Name: 'Anna und Karl', Surname: 'Huber', Courtesy_Title: '', Job_Title: '', Phone_No: '' },
      ...{ Address: 'WEG  2', Contact_No: '', Comment: '', Address_Block: 'Anna Huber\nKarl Huber\nWEG  2\n53111 Bonn' },
      ...{
        CALC_Formal_Salutation: 'Sehr geehrte Frau Huber, sehr geehrter Herr Huber,',
        CALC_Informal_Salutation: 'Liebe Anna, lieber Karl,',
      },
    }))
  test('with different surnames the name of who leads it', () =>
    expect(valuesOf([mia, karl], 'household')).toMatchObject({
      ...{ Name: 'Mia Lind\nKarl Huber', First_Name: 'Mia', Surname: 'Lind' },
      CALC_Formal_Salutation: 'Sehr geehrte Frau Lind, sehr geehrter Herr Huber,',
    }))
  test('of a company the company first, at its own address', () =>
    expect(valuesOf([dirk, cora], 'company')).toMatchObject({
      ...{ Company_Name: 'Ahorn', Name: 'Cora Lind\nDirk Mahn', Address: 'Ring 1', City: 'Ulm' },
      Address_Block: 'Ahorn\nCora Lind\nDirk Mahn\nRing 1\n89073 Ulm',
    }))
  test('of one of a company whose own address is not whole the company’s, also where nobody else of it is on the list', () => {
    const half = person({ name: 'Ada Halm', company: ahorn, salutationCode: 'F', languageCode: de, city: 'Köln' })
    expect(valuesOf([half], 'company', [ahorn, half])).toMatchObject({
      ...{ Name: 'Ada Halm', City: 'Ulm', ZIP_Code: '89073' },
      Address_Block: 'Ahorn\nAda Halm\nRing 1\n89073 Ulm',
    })
  })
  test('the people of a company that is on the list itself', () => {
    const values = valuesOf([ahorn, cora], 'company')
    expect(values).toMatchObject({ Name: 'Cora Lind', First_Name: 'Cora', Surname: 'Lind', Company_Name: 'Ahorn' })
    expect(values).toMatchObject({
      CALC_Formal_Salutation: 'Sehr geehrte Frau Lind,',
      Address_Block: 'Ahorn\nCora Lind\nRing 1\n89073 Ulm',
    })
  })
  test('abroad the names as the post there wants them', () => {
    const acme = company({ name: 'Acme', countryCode: 'GB', address: 'Road 1', postCode: 'E1 1AA', city: 'London' })
    const people = ['Ann Fox', 'Bob Ray'].map((name) => person({ name, company: acme, languageCode: en }))
    const { letters, world } = grouped(people, 'household', [acme, ...people])
    const lines = (per: LettersPer) => addressTogether(letters[0]!, per, 'DE', de)
    expect(lines('household')).toEqual(['Ann Fox', 'Bob Ray', 'Acme', 'Road 1', 'LONDON', 'E1 1AA', 'VEREINIGTES KÖNIGREICH'])
    expect(lines('company').slice(0, 3)).toEqual(['Acme', 'Ann Fox', 'Bob Ray'])
    expect(world.contacts.size).toBe(3)
  })

  const crowd = ['Ada', 'Bea', 'Cem', 'Dan', 'Eli', 'Fay'].map((name) => ({ ...anna, id: name as ContactId, name: `${name} Huber` }))
  test('of more than four the names in a few lines, and greets all', () => {
    const values = valuesOf(crowd, 'household', crowd)
    expect(values['Address_Block']).toBe('Ada Huber, Bea Huber, Cem Huber\nDan Huber, Eli Huber, Fay Huber\nWeg 2\n53111 Bonn')
    expect(values['CALC_Formal_Salutation']).toBe('Sehr geehrte Damen und Herren,')
  })
  test('of more than four of a company the company alone', () => {
    const staff = crowd.map((one) => ({ ...one, companyId: ahorn.id }))
    expect(valuesOf(staff, 'company', [ahorn, ...staff])['Address_Block']).toBe('Ahorn\nRing 1\n89073 Ulm')
  })

  test('the same where the document lays out address or greeting for one', () => {
    const values = valuesOf([karl, anna], 'household')
    const wish = { country: 'unless', except: '', byCountry: false, written: ['Herr Karl Huber', 'WEG 2'] } as const
    expect(addressAsked(wish, values)).toEqual(['Anna Huber', 'Karl Huber', 'WEG  2', '53111 Bonn'])
    expect(greetingAsked({ written: 'Lieber Karl,' }, values)).toBe('Sehr geehrte Frau Huber, sehr geehrter Herr Huber,')
  })

  test('whose it is in its file name', () => {
    const { state, world } = grouped([dirk, cora], 'company')
    expect(letterTogether(state.lines.lines, state.segment, world)).toMatchObject({
      ...{ fileName: 'Ahorn - Cora Lind, Dirk Mahn', lineNo: 1 },
      people: [
        { lineNo: 1, name: 'Dirk Mahn' },
        { lineNo: 2, name: 'Cora Lind' },
      ],
    })
  })
})

describe('The board', () => {
  const boardOf = (header: Partial<Segment>) =>
    board(
      segmentOf([anna, karl, mia, else1], { templateId: letter.id, salespersonId: vera.id, ...header }),
      worldOf(everybody),
      () => undefined,
    )
  test('offers one letter per household while several go into one box, and then counts letters and who shares them', () => {
    const codes = (header: Partial<Segment>) => boardOf(header).problems.map(({ code }) => code)
    expect(codes({})).toContain('sameAddress')
    expect(codes({ lettersPer: 'household' })).not.toContain('sameAddress')
    expect(boardOf({})).toMatchObject({ letters: 4, together: 0, logged: 4 })
    expect(boardOf({ lettersPer: 'household' })).toMatchObject({ letters: 2, printed: 2, together: 3, logged: 4 })
  })
})

describe('Of any list', () => {
  const anyLine = fc.record({
    who: fc.constantFrom(...everybody),
    comment: fc.constantFrom('', '', '', 'Hallo'),
    own: fc.constantFrom({}, {}, { day: toDay('2026-12-24') }, { languageCode: en }, { correspondenceType: 'email' as const }),
    document: fc.constantFrom(undefined, undefined, undefined, documentIn('en')),
  })
  const anyLines = fc
    .array(anyLine, { maxLength: 12 })
    .map((list) => list.map(({ who, comment, own, document }, at) => lineOf(who, at + 1, { comment, own, ...(document && { document }) })))
  const anyPer = fc.constantFrom('household' as const, 'company' as const)

  test('every line is in exactly one letter, leads and people in the order of the list; the board counts the same', () =>
    fc.assert(
      fc.property(anyLines, anyPer, (list, per) => {
        const { letters, lines } = grouped(list, per)
        const nos = letters.map(({ lead, others }) => [lead, ...others].map(({ line }) => line.lineNo))
        expect(nos.flat().sort((a, b) => a - b)).toEqual(list.map(({ lineNo }) => lineNo))
        for (const people of [nos.map(([lead = 0]) => lead), ...nos]) expect(people).toEqual([...people].sort((a, b) => a - b))
        const shared = new SharedLetters(per)
        expect(lines.filter((line) => shared.leads(line)).length).toBe(letters.length)
        expect(shared.people).toBe(nos.filter((people) => people.length > 1).flat().length)
      }),
    ))

  test('nobody is together with another document, language, day or salesperson, nor who has words or an e-mail of her own', () =>
    fc.assert(
      fc.property(anyLines, anyPer, (list, per) => {
        for (const { lead, others } of grouped(list, per).letters)
          for (const other of others) {
            for (const field of ['day', 'languageCode', 'salesperson', 'subject', 'template', 'correspondenceType'] as const)
              expect(other[field].value).toEqual(lead[field].value)
            expect([other.document, other.line.comment, other.line.document]).toEqual([lead.document, '', undefined])
            expect(other.correspondenceType.value).not.toBe('email')
            expect(keyTogether(other, per)).toBe(keyTogether(lead, per))
          }
      }),
    ))

  test('one of 50 000 lines takes no longer than its lines', () => {
    const people = Array.from({ length: 50_000 }, (_, at) => ({ ...anna, id: `p${at}` as ContactId, address: `Weg ${at >> 1}` }))
    const { lines } = grouped(people, undefined, people)
    const begun = performance.now()
    expect(lettersTogether(lines, 'household')).toHaveLength(25_000)
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})
