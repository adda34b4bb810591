// Which letters are worth a look before all are made, and what is told of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OddKind, OddLetters } from '../../src/core/letter/oddLetter.ts'
import { LetterSearch } from '../../src/core/letter/oddLetters.ts'
import type { LetterOrder } from '../../src/core/letter/order.ts'
import { lettersTogether } from '../../src/core/letter/together.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { Contact } from '../../src/model/contact.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Line, Segment } from '../../src/model/segment.ts'
import { around, company, documentIn, lineOf, ourCompany, person, segmentOf, template } from '../make.ts'

const letter = template({
  documents: [documentIn('de'), documentIn('en')],
  correspondenceType: 'hardCopy',
  languageCode: toLetterLanguage('de'),
})
const usual = ['Name', 'Address', 'CALC_Formal_Salutation', 'Phone_No', 'Comment']
const home = {
  address: 'Weg 1',
  postCode: '53111',
  city: 'Bonn',
  countryCode: 'DE',
  salutationCode: 'F',
  languageCode: toLetterLanguage('de'),
}
const people = ['Anna', 'Berta', 'Cora', 'Dora', 'Emma'].map((first, at) =>
  person({ ...home, name: `${first} Lind`, phone: '0228 1', address: `Weg ${at + 1}` }),
)
const [anna] = people as [Contact]

interface Wish {
  fields?: readonly string[]
  order?: LetterOrder
  header?: Partial<Segment>
  ours?: string
}

function look(
  all: readonly (Contact | Line)[],
  contacts: readonly Contact[],
  { fields = usual, order = 'list', header = {}, ours = 'DE' }: Wish = {},
): OddLetters {
  const { segment, lines } = segmentOf(all, { templateId: letter.id, ...header })
  const beside = around({ contacts, templates: [letter], company: ourCompany({ countryCode: ours }) })
  const search = new LetterSearch(segment, beside, () => fields)
  const resolved = lines.lines.map((line) => effective(line, segment, beside))
  for (const { lead, others } of lettersTogether(resolved, segment.lettersPer)) search.look(lead, others)
  return search.found(order, 'en')
}

const kindsOf = (odd: OddLetters) => odd.odd.map(({ kind, lines }) => [kind, lines.map(({ lineNo }) => lineNo)])
const of = (odd: OddLetters, kind: OddKind) => odd.odd.find((one) => one.kind === kind)?.lines
/** Anna to Dora as they are, and one more whose letter is to be odd. */
const withOne = (one: Partial<Parameters<typeof person>[0]>, line: Partial<Line> = {}, wish: Wish = {}) => {
  const odd = person({ ...home, name: 'Zoe Odd', phone: '0228 9', ...one })
  return look([...people.slice(0, 4), lineOf(odd, 10, line)], [...people, odd], wish)
}

describe('A letter like the others', () => {
  test('is not odd', () => {
    const odd = look(people, people)
    expect(odd.odd).toEqual([])
    expect(odd.letters.length).toBe(5)
    expect(odd.without).toEqual([])
  })
})

describe('A letter is odd', () => {
  test.each<[string, OddKind, Partial<Parameters<typeof person>[0]>, Partial<Line>]>([
    ['when its greeting names nobody', 'fallbackGreeting', { salutationCode: '' }, {}],
    ['when it goes to another country', 'foreign', { countryCode: 'CH' }, {}],
    ['when words are for this one person', 'ownText', {}, { comment: 'See you at the fair' }],
    ['when the subject is of this one person', 'ownText', {}, { own: { subject: 'For you' } }],
    ['when the document is of this one person', 'ownText', {}, { document: documentIn('de', { fileName: 'own.docx' }) }],
    ['when there is no document in its language', 'fallbackLanguage', { languageCode: toLetterLanguage('fr') }, {}],
    ['when a field is blank that the others have', 'emptyFields', { phone: '' }, {}],
    ['when it is much longer', 'longest', {}, { comment: 'Long words. '.repeat(40) }],
  ])('%s', (_, kind, contact, line) => {
    const odd = withOne(contact, line)
    expect(of(odd, kind)?.map(({ lineNo }) => lineNo)).toEqual([10])
    expect(of(withOne({}), kind)).toBeUndefined()
  })

  test('and says what it greets with, and which fields are blank', () => {
    const odd = withOne({ salutationCode: '', phone: '' })
    expect(of(odd, 'fallbackGreeting')).toEqual([{ lineNo: 10, greeting: 'Sehr geehrte Damen und Herren,' }])
    expect(of(odd, 'emptyFields')).toEqual([{ lineNo: 10, fields: ['Phone_No'] }])
  })

  test('not for a greeting that the document does not have', () => {
    expect(of(withOne({ salutationCode: '' }, {}, { fields: ['Name'] }), 'fallbackGreeting')).toBeUndefined()
  })

  test('not abroad where nobody knows our own country', () => {
    expect(of(withOne({ countryCode: 'CH' }, {}, { ours: '' }), 'foreign')).toBeUndefined()
  })

  test('not for a country that is only written otherwise', () => {
    expect(of(withOne({ countryCode: 'de' }), 'foreign')).toBeUndefined()
  })

  test('the one with the most blank fields first', () => {
    const [one, two] = [
      person({ ...home, name: 'Uma One', address: '', phone: '1' }),
      person({ ...home, name: 'Vera Two', address: '', phone: '' }),
    ]
    const odd = look([...people, lineOf(one, 10), lineOf(two, 11)], [...people, one, two], {
      fields: ['Name', 'Address', 'Phone_No', 'City'],
    })
    expect(of(odd, 'emptyFields')?.[0]).toEqual({ lineNo: 11, fields: ['Address', 'Phone_No'] })
  })

  test('not as foreign where its country is our own under another code', () => {
    expect(of(withOne({ countryCode: 'UK' }, {}, { ours: 'GB' }), 'foreign')?.map(({ lineNo }) => lineNo)).not.toContain(10)
  })

  test('as foreign where the company lives abroad that it goes to, whatever the home of who leads it', () => {
    const firm = company({ name: 'Firma', address: 'Gasse 1', city: 'Basel', countryCode: 'CH' })
    const two = ['Ida', 'Jan'].map((name) => person({ ...home, name, company: firm, phone: '0228 1' }))
    expect(of(look(two, [...two, firm], { header: { lettersPer: 'company' } }), 'foreign')).toEqual([{ lineNo: 1 }])
  })
})

describe('A field that is blank', () => {
  test('in every letter is no fault of one letter, and told once for all', () => {
    const odd = look(people, people, { fields: ['Name', 'Salesperson_Name'] })
    expect(odd.odd).toEqual([])
    expect(odd.neverFilled).toEqual(['Salesperson_Name'])
  })

  test('for most is not odd: second lines of addresses, words for one person', () => {
    const odd = withOne({ address2: 'Hof' }, {}, { fields: ['Name', 'Address_2', 'Comment'] })
    expect(odd.odd).toEqual([])
    expect(odd.neverFilled).toEqual([])
  })
})

describe('The longest', () => {
  test('are three at most, and beside letters of their own document', () => {
    const long = people.map((each, at) => lineOf(each, 20 + at, { comment: 'words '.repeat(40 + at) }))
    const others = ['Fred', 'Gert', 'Hans', 'Ivo', 'Jan', 'Kurt', 'Lars'].map((first) =>
      person({ ...home, name: `${first} Berg`, phone: '1' }),
    )
    const odd = look([...others, ...long], [...people, ...others])
    expect(of(odd, 'longest')?.map(({ lineNo }) => lineNo)).toEqual([22, 23, 24])
  })

  test('are none where all are as long', () => {
    expect(
      of(
        look(
          people.map((each, at) => lineOf(each, at + 1, { comment: 'words '.repeat(50) })),
          people,
        ),
        'longest',
      ),
    ).toBeUndefined()
  })
})

describe('One letter for several', () => {
  const couple = [person({ ...home, name: 'Max Paar', salutationCode: 'M', phone: '1' }), person({ ...home, name: 'Mia Paar', phone: '1' })]
  test('is odd, counts once and names the others', () => {
    const odd = look([anna, ...couple], [...people, ...couple], { header: { lettersPer: 'household' } })
    const lead = of(odd, 'together')?.[0]?.lineNo
    expect(odd.letters).toContain(lead)
    expect(odd.others.map(([one]) => one)).toEqual([lead])
    expect(odd.letters.length + odd.others.flatMap(([, all]) => all).length).toBe(3)
  })

  test('greets all by name, or nobody; what differs among them is no blank of theirs', () => {
    const shy = person({ ...home, name: 'Kim Paar', salutationCode: '', phone: '2' })
    const greeted = look([anna, ...couple], [...people, ...couple], { header: { lettersPer: 'household' } })
    expect(of(greeted, 'fallbackGreeting')).toBeUndefined()
    const named = look([people[1]!, people[2]!, couple[0]!, shy], [...people, couple[0]!, shy], { header: { lettersPer: 'household' } })
    expect(of(named, 'fallbackGreeting')?.map(({ greeting }) => greeting)).toEqual(['Sehr geehrte Damen und Herren,'])
    expect(of(named, 'emptyFields')).toBeUndefined()
  })
})

describe('Whoever gets no letter', () => {
  test.each<[string, Partial<Parameters<typeof person>[0]>]>([
    ['privacy blocked', { privacyBlocked: true }],
    ['a minor without consent', { minor: true }],
  ])('%s stands apart and is in no kind', (_, contact) => {
    const odd = withOne({ ...contact, salutationCode: '', phone: '' })
    expect(odd.without).toEqual([10])
    expect(odd.letters).not.toContain(10)
    expect(kindsOf(odd)).toEqual([])
  })
})

describe('In the order of the post', () => {
  const [north, south] = [
    person({ ...home, name: 'Alma Nord', postCode: '20095', phone: '1' }),
    person({ ...home, name: 'Zita Sued', postCode: '80331', phone: '1' }),
  ]
  test.each<[LetterOrder, number[]]>([
    ['list', [5, 6]],
    ['postCode', [6, 5]],
    ['name', [6, 5]],
  ])('%s', (order, expected) => {
    expect(look([lineOf(south, 5), lineOf(north, 6)], [north, south], { order }).letters).toEqual(expected)
  })
})

describe('Laws', () => {
  const anybody = fc.record({
    salutationCode: fc.constantFrom('F', 'M', ''),
    countryCode: fc.constantFrom('DE', 'CH', ''),
    phone: fc.constantFrom('', '1'),
    privacyBlocked: fc.boolean(),
    languageCode: fc.constantFrom('de', 'fr').map(toLetterLanguage),
  })
  test('every line is a letter, with another one, or without; odd ones are letters', () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 12 }), fc.constantFrom(undefined, 'household', 'company'), (all, per) => {
        const contacts = all.map((one, at) =>
          person({ ...home, ...one, name: `P${at} Lind`, company: at % 2 === 0 ? employer : undefined } as never),
        )
        const odd = look(contacts, [...contacts, employer], { header: per ? { lettersPer: per } : {} })
        const everybody = [...odd.letters, ...odd.without, ...odd.others.flatMap(([, others]) => others)]
        expect(new Set(everybody).size).toBe(everybody.length)
        expect(everybody.length).toBe(contacts.length)
        for (const { lines } of odd.odd) for (const { lineNo } of lines) expect(odd.letters).toContain(lineNo)
      }),
    )
  })
})

const employer = company({ name: 'Ahorn', address: 'Ring 1', postCode: '53111', city: 'Bonn', countryCode: 'DE' })

test('The preview counts what is made: letters on paper once for all who share one, e-mails apart, and nothing that cannot go out', () => {
  const reached = people.map((one, at) => ({ ...one, email: `p${at}@example.com` }))
  const byMail = (line: Line): Line => ({ ...line, own: { ...line.own, correspondenceType: 'email' } })
  const [first, second, third, fourth] = reached as [Contact, Contact, Contact, Contact]
  const nowhere = { ...fourth, address: '', postCode: '', city: '' }
  const list = [lineOf(first, 1), byMail(lineOf(second, 2)), lineOf(third, 3), lineOf(nowhere, 4)]
  expect(look(list, [first, second, third, nowhere])).toMatchObject({ ways: { print: 2, email: 1 }, letters: [1, 2, 3, 4] })
  const sisters = [first, { ...third, address: first.address }]
  expect(look(sisters, sisters, { header: { lettersPer: 'household' } }).ways).toEqual({ print: 1, email: 0 })
})
