// Salutations: each language, code and kind; names with particles; missing names; lines and codes of one's own.
import { describe, expect, test } from 'vitest'
import { fallbacks } from '../../src/core/letter/fallbacks.ts'
import { fillFormula, formulaProblems, stableFormula, type Names } from '../../src/core/letter/formula.ts'
import { inheritedFormula, salutation } from '../../src/core/letter/salutation.ts'
import { severalGreeting } from '../../src/core/letter/severalGreeting.ts'
import { salutationCodeOf, shippedFormula, shippedLanguages } from '../../src/core/letter/shippedFormulas.ts'
import { formulaId, type SalutationFormula, type SalutationKind } from '../../src/model/lists.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { company, frozen, person } from '../make.ts'

const kim = (fields: Parameters<typeof person>[0] = {}) => person({ name: 'Kim Huber', ...fields })
const greet = (
  contact: Parameters<typeof salutation>[0],
  language: string | undefined,
  kind: SalutationKind,
  own = [] as SalutationFormula[],
) => salutation(contact, language === undefined ? undefined : toLetterLanguage(language), kind, new Map(own.map((row) => [row.id, row])))

function formula(salutationCode: string, language: string, kind: SalutationKind, pattern: string): SalutationFormula {
  const languageCode = toLetterLanguage(language)
  return frozen({ rev: 1, id: formulaId(salutationCode, languageCode, kind), salutationCode, languageCode, kind, pattern })
}

describe('A shipped salutation', () => {
  test.each([
    ['F', 'en', 'Dear Ms Huber,', 'Dear Kim,'],
    ['M', 'en', 'Dear Mr Huber,', 'Dear Kim,'],
    ['UNISEX', 'en', 'Dear Kim Huber,', 'Dear Kim,'],
    ['F', 'de', 'Sehr geehrte Frau Huber,', 'Liebe Kim,'],
    ['M', 'de', 'Sehr geehrter Herr Huber,', 'Lieber Kim,'],
    ['UNISEX', 'de', 'Guten Tag Kim Huber,', 'Hallo Kim,'],
    ['F', 'nl', 'Geachte mevrouw Huber,', 'Beste Kim,'],
    ['M', 'nl', 'Geachte heer Huber,', 'Beste Kim,'],
    ['UNISEX', 'nl', 'Beste Kim Huber,', 'Beste Kim,'],
    ['F', 'nb', 'Kjære Kim Huber', 'Hei, Kim!'],
    ['M', 'nb', 'Kjære Kim Huber', 'Hei, Kim!'],
    ['UNISEX', 'nb', 'Kjære Kim Huber', 'Hei, Kim!'],
    ['F', 'fr', 'Madame,', 'Chère Kim,'],
    ['M', 'fr', 'Monsieur,', 'Cher Kim,'],
    ['UNISEX', 'fr', 'Bonjour Kim Huber,', 'Bonjour Kim,'],
  ])('of Kim Huber, %s, in %s: %s, %s', (salutationCode, language, formal, informal) => {
    const one = kim({ salutationCode })
    expect(greet(one, language, 'formal')).toEqual({ text: formal, fellBack: false })
    expect(greet(one, language, 'informal')).toEqual({ text: informal, fellBack: false })
  })

  test.each([
    ['en', 'Dear Sir or Madam,', 'Hello,'],
    ['de', 'Sehr geehrte Damen und Herren,', 'Guten Tag,'],
    ['nl', 'Geachte heer, mevrouw,', 'Goedendag,'],
    ['nb', 'Til rette vedkommende', 'Hei!'],
    ['fr', 'Madame, Monsieur,', 'Bonjour,'],
  ])('of a company in %s is %s or %s; whoever has no code gets the same, and is told', (language, formal, informal) => {
    for (const [kind, text] of [
      ['formal', formal],
      ['informal', informal],
    ] as const) {
      expect(greet(company({ name: 'Ahorn' }), language, kind)).toEqual({ text, fellBack: false })
      expect(greet(kim(), language, kind)).toEqual({ text, fellBack: true })
    }
  })

  test('is there for every code, language and kind', () => {
    expect(shippedLanguages).toEqual(['en', 'de', 'nl', 'nb', 'fr'])
    for (const language of shippedLanguages)
      for (const code of ['M', 'F', 'UNISEX', 'COMPANY', ''])
        for (const kind of ['formal', 'informal'] as const) expect(shippedFormula(code, language, kind)).toMatch(/\S/)
  })

  test.each([
    ['de-AT', 'Sehr geehrte Frau Huber,', false],
    ['en-GB', 'Dear Ms Huber,', false],
    ['nl-BE', 'Geachte mevrouw Huber,', false],
    ['no', 'Kjære Kim Huber', false],
    ['nn-NO', 'Kjære Kim Huber', false],
    [undefined, 'Dear Ms Huber,', false],
    ['it', 'Dear Ms Huber,', true],
  ])('in %s is %s', (language, text, fellBack) => {
    expect(greet(kim({ salutationCode: 'F' }), language, 'formal')).toEqual({ text, fellBack })
  })

  test.each([
    ['Frau', 'F'],
    ['Mr.', 'M'],
    ['mevr.', 'F'],
    ['F-MAR', 'F'],
    ['F-UMAR', 'F'],
    ['M-JOB', 'M'],
    ['Mx', 'UNISEX'],
    ['firma', 'COMPANY'],
    ['DR', undefined],
    ['', undefined],
  ])('code written as %s means %s', (written, code) => {
    expect(salutationCodeOf(written)).toBe(code)
  })
})

describe('A title in a salutation', () => {
  test.each([
    ['Dr.', 'F', 'de', 'Sehr geehrte Frau Dr. Huber,'],
    ['Prof. Dr. med. h. c.', 'M', 'de', 'Sehr geehrter Herr Prof. Dr. Huber,'],
    ['Dr.-Ing.', 'M', 'de', 'Sehr geehrter Herr Dr. Huber,'],
    ['Dipl.-Ing. (FH)', 'M', 'de', 'Sehr geehrter Herr Huber,'],
    ['Mag.', 'F', 'de-AT', 'Sehr geehrte Frau Mag. Huber,'],
    ['DI Dr. techn.', 'M', 'de-AT', 'Sehr geehrter Herr DI Dr. Huber,'],
    ['Dr.', 'UNISEX', 'de', 'Guten Tag Dr. Kim Huber,'],
    ['Dr.', 'F', 'en', 'Dear Dr Huber,'],
    ['Dr.', 'F', 'en-US', 'Dear Dr. Huber,'],
    ['Prof. Dr.', 'M', 'en-GB', 'Dear Professor Huber,'],
    ['Dipl.-Ing.', 'M', 'en', 'Dear Mr Huber,'],
    ['ir.', 'M', 'nl', 'Geachte heer Huber,'],
    ['prof. dr.', 'F', 'nl', 'Geachte professor Huber,'],
    ['Dr.', 'F', 'nb', 'Kjære Kim Huber'],
    ['Dr.', 'F', 'fr', 'Madame,'],
    ['Pr.', 'F', 'fr', 'Madame,'],
    ['Professeur', 'M', 'fr', 'Monsieur le Professeur,'],
  ])('%s of Kim Huber, %s, in %s: %s', (title, salutationCode, language, text) => {
    const one = kim({ title, salutationCode })
    expect(greet(one, language, 'formal')).toEqual({ text, fellBack: false })
    expect(greet(one, language, 'informal').text).toBe(greet(kim({ salutationCode }), language, 'informal').text)
  })

  test('stands in a line of one’s own where {{Title}} does', () => {
    const own = formula('F', 'de', 'formal', stableFormula('Grüß Gott Frau {{Title}} {{Surname}},', 'formal'))
    expect(greet(kim({ title: 'Dr. med.', salutationCode: 'F' }), 'de', 'formal', [own]).text).toBe('Grüß Gott Frau Dr. Huber,')
    expect(greet(kim({ salutationCode: 'F' }), 'de', 'formal', [own]).text).toBe('Grüß Gott Frau Huber,')
    expect(formulaProblems('Liebe Frau {{Titel}} {{Nachname}},', 'formal')).toEqual([])
  })

  test('does not keep a suffix behind the surname', () => {
    expect(greet(kim({ surname: 'Huber jun., MBA', salutationCode: 'M' }), 'de', 'formal').text).toBe('Sehr geehrter Herr Huber,')
  })

  test('stands in the greeting of several, too', () => {
    const both = [kim({ title: 'Dr.', salutationCode: 'F' }), person({ name: 'Jo Maier', salutationCode: 'M' })]
    const said = (language: string) => severalGreeting(both, toLetterLanguage(language), 'formal', new Map(), '').text
    expect(said('de')).toBe('Sehr geehrte Frau Dr. Huber, sehr geehrter Herr Maier,')
    expect(said('en')).toBe('Dear Dr Huber and Mr Maier,')
  })
})

describe('A name in a salutation', () => {
  const ludwig = { name: 'Ludwig van Beethoven' }
  test.each([
    ['without a surname', { firstName: 'Kim', salutationCode: 'M' }, 'de', 'formal', 'Sehr geehrte Damen und Herren,'],
    ['without a first name', { surname: 'Huber', salutationCode: 'M' }, 'de', 'informal', 'Guten Tag,'],
    [
      'without a first name it is left out with its blank',
      { surname: 'Huber', salutationCode: 'UNISEX' },
      'de',
      'formal',
      'Guten Tag Huber,',
    ],
    ['with a particle', { ...ludwig, salutationCode: 'M' }, 'de', 'formal', 'Sehr geehrter Herr van Beethoven,'],
    [
      'with a particle, which Dutch writes large after heer',
      { ...ludwig, salutationCode: 'M' },
      'nl',
      'formal',
      'Geachte heer Van Beethoven,',
    ],
    ['with a particle, small after the first name', { ...ludwig, salutationCode: 'UNISEX' }, 'nl', 'formal', 'Beste Ludwig van Beethoven,'],
    [
      'with its particle in the surname',
      { firstName: 'Jan', surname: 'de Vries', salutationCode: 'M' },
      'nl',
      'formal',
      'Geachte heer De Vries,',
    ],
    ['with a second first name', { name: 'Hans Peter Huber', salutationCode: 'M' }, 'de', 'formal', 'Sehr geehrter Herr Huber,'],
    ['in French needs none', { salutationCode: 'F', firstName: '' }, 'fr', 'formal', 'Madame,'],
  ] as const)('%s', (_what, fields, language, kind, text) => {
    expect(greet(person(fields), language, kind).text).toBe(text)
  })

  const names: Names = { Academic_Title: '', First_Name: '', Middle_Name: '', Surname: '', Initials: '', Job_Title: '', Company_Name: '' }
  test.each([
    ['Dear {{First_Name}} {{Middle_Name}} {{Surname}},', { First_Name: 'Anna', Surname: 'Berg' }, 'Dear Anna Berg,'],
    ['Dear {{First_Name}} {{Surname}},', { Surname: 'Berg' }, 'Dear Berg,'],
    ['Dear {{First_Name}} {{Surname}},', { First_Name: 'Anna' }, 'Dear Anna,'],
    ['{{Job_Title}} {{Surname}}', { Surname: 'Berg' }, 'Berg'],
    ['{{First_Name}}, {{First_Name}}!', { First_Name: 'Anna' }, 'Anna, Anna!'],
  ])('"%s" with %j gives "%s"', (pattern, given, text) => {
    expect(fillFormula(pattern, { ...names, ...given })).toBe(text)
  })
})

describe('A salutation of one’s own', () => {
  const berg = kim({ salutationCode: 'F', jobTitle: 'Owner', initials: 'K.' })

  test('wins over the shipped one, in its language and kind only', () => {
    const own = [formula('F', 'de', 'formal', 'Grüß Gott {{First_Name}} {{Surname}},')]
    expect(greet(berg, 'de', 'formal', own).text).toBe('Grüß Gott Kim Huber,')
    expect(greet(berg, 'de-AT', 'formal', own).text).toBe('Grüß Gott Kim Huber,')
    expect(greet(berg, 'de', 'informal', own).text).toBe('Liebe Kim,')
    expect(greet(berg, 'en', 'formal', own).text).toBe('Dear Ms Huber,')
    expect(greet(kim({ salutationCode: 'M' }), 'de', 'formal', own).text).toBe('Sehr geehrter Herr Huber,')
  })

  test('for a region wins over the one for the language', () => {
    const own = [formula('F', 'de', 'formal', 'Liebe Frau {{Surname}},'), formula('F', 'de-CH', 'formal', 'Grüezi Frau {{Surname}}')]
    expect(greet(berg, 'de-CH', 'formal', own).text).toBe('Grüezi Frau Huber')
    expect(greet(berg, 'de-AT', 'formal', own).text).toBe('Liebe Frau Huber,')
  })

  test('for a code of one’s own greets who bears it; in another language they are greeted neutrally, and told', () => {
    const doctor = kim({ salutationCode: 'dr' })
    const own = [formula('DR', 'de', 'formal', 'Sehr geehrte Frau Dr. {{Surname}},')]
    expect(greet(doctor, 'de', 'formal', own)).toEqual({ text: 'Sehr geehrte Frau Dr. Huber,', fellBack: false })
    expect(greet(doctor, 'en', 'formal', own)).toEqual({ text: 'Dear Sir or Madam,', fellBack: true })
  })

  test('gives a language its greetings: by name, and a neutral one before the English', () => {
    const own = [formula('F', 'it', 'formal', 'Gentile Signora {{Surname}},'), formula('', 'it', 'formal', 'Gentili Signore e Signori,')]
    expect(greet(berg, 'it', 'formal', own)).toEqual({ text: 'Gentile Signora Huber,', fellBack: false })
    expect(greet(kim({ salutationCode: 'M' }), 'it', 'formal', own)).toEqual({ text: 'Gentili Signore e Signori,', fellBack: true })
    expect(greet(berg, 'it', 'informal', own)).toEqual({ text: 'Dear Kim,', fellBack: true })
  })

  test.each([
    ['{{Job_Title}} {{Initials}} {{Surname}}', 'Owner K. Huber'],
    ['{{Company_Name}}: {{Surname}}', 'Ahorn: Huber'],
  ])('may use %s', (pattern, text) => {
    const own = new Map([formula('F', 'de', 'formal', pattern)].map((row) => [row.id, row]))
    expect(salutation(berg, toLetterLanguage('de'), 'formal', own, 'Ahorn').text).toBe(text)
  })

  test.each([
    ['de', 'Sehr geehrte Frau {{Academic_Title}} {{Surname}},'],
    ['de-AT', 'Liebe Frau {{Surname}},'],
    ['nn', 'Kjære {{First_Name}} {{Surname}}'],
    ['it', undefined],
  ])('goes back in %s to %s', (language, pattern) => {
    const own = [formula('F', 'de', 'formal', 'Liebe Frau {{Surname}},'), formula('F', 'de-AT', 'formal', 'Grüß Gott!')]
    const book = new Map(own.map((row) => [row.id, row]))
    expect(inheritedFormula('F', toLetterLanguage(language), 'formal', book)).toBe(pattern)
  })

  test('that says nothing is none', () => {
    expect(greet(berg, 'de', 'formal', [formula('F', 'de', 'formal', '')]).text).toBe('Sehr geehrte Frau Huber,')
  })

  test('is never half a line: who has none of its names gets the neutral one', () => {
    const own = [formula('F', 'de', 'formal', 'Team {{Company_Name}},')]
    expect(greet(berg, 'de', 'formal', own)).toEqual({ text: 'Sehr geehrte Damen und Herren,', fellBack: true })
  })

  test('names the middle name apart where it asks for it', () => {
    const own = [formula('M', 'nl', 'formal', 'Geachte heer {{Middle_Name}} {{Surname}},')]
    expect(greet(person({ name: 'Ludwig van Beethoven', salutationCode: 'M' }), 'nl', 'formal', own).text).toBe(
      'Geachte heer Van Beethoven,',
    )
    expect(greet(kim({ salutationCode: 'M' }), 'nl', 'formal', own).text).toBe('Geachte heer Huber,')
  })
})

describe('A greeting line that is typed', () => {
  test.each([
    ['Liebe {{Vorname}} {{Nachname}},', 'formal', 'Liebe {{First_Name}} {{Surname}},'],
    ['Dear «First Name» {{surname}},', 'formal', 'Dear {{First_Name}} {{Surname}},'],
    ['Dear Mr. %1 %2 %3,', 'formal', 'Dear Mr. {{First_Name}} {{Middle_Name}} {{Surname}},'],
    ['Dear %1 %2,', 'formal', 'Dear {{First_Name}} {{Surname}},'],
    ['Sehr geehrter Herr %1,', 'formal', 'Sehr geehrter Herr {{Surname}},'],
    ['Hi %1,', 'informal', 'Hi {{First_Name}},'],
    ['  Hello, ', 'informal', 'Hello,'],
    ['100 % wool', 'formal', '100 % wool'],
  ] as const)('"%s" (%s) is kept as "%s"', (typed, kind, kept) => {
    expect(stableFormula(typed, kind)).toBe(kept)
    expect(formulaProblems(typed, kind)).toEqual([])
  })

  test.each([
    ['', [{ code: 'blank' }]],
    [
      'Dear {{Nickname}} {{City}},',
      [
        { code: 'unknownField', name: 'Nickname' },
        { code: 'unknownField', name: 'City' },
      ],
    ],
    ['Dear {{Surname,', [{ code: 'brace' }]],
    ['Dear Surname}},', [{ code: 'brace' }]],
  ])('"%s" cannot stand: %j', (typed, problems) => {
    expect(formulaProblems(typed, 'formal')).toEqual(problems)
  })
})

describe('Whoever gets a fallback', () => {
  const people = [
    kim({ salutationCode: 'F', languageCode: toLetterLanguage('de') }),
    person({ name: 'Unknown One', languageCode: toLetterLanguage('de') }),
    person({ surname: 'Nameless', salutationCode: 'M', languageCode: toLetterLanguage('fr') }),
    person({ name: 'Aldo Rossi', salutationCode: 'M', languageCode: toLetterLanguage('it') }),
    person({ name: 'Blocked One', privacyBlocked: true }),
    company({ name: 'Ahorn', languageCode: toLetterLanguage('de') }),
  ]
  test('is listed with language and kind; nobody stops a letter, as the reference does (no. 24)', () => {
    const found = [...fallbacks(people, new Map(), () => '')].map(({ contact, languageCode, kinds }) => [contact.name, languageCode, kinds])
    expect(found).toEqual([
      ['Unknown One', 'de', ['formal', 'informal']],
      ['Nameless', 'fr', ['informal']],
      ['Aldo Rossi', 'it', ['formal', 'informal']],
    ])
  })
})
