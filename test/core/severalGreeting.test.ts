// Greetings of a letter for several, language by language; the laws of joining; and who is named by nobody.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peopleOf } from '../../src/core/letter/addressTogether.ts'
import { salutation, type FormulaBook } from '../../src/core/letter/salutation.ts'
import { severalGreeting } from '../../src/core/letter/severalGreeting.ts'
import { formulaId } from '../../src/model/lists.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Effective } from '../../src/core/segment/effective.ts'
import { company, person } from '../make.ts'

let people = 0

/** `F Anna Huber`: who gets it; `Acme GmbH` without a sign is a company, `F - Huber` has no first name, `? Kim` no salutation code. */
function whoIs(words: string): Contact {
  const [code = '', ...rest] = words.split(' ')
  if (!['F', 'M', 'U', '?'].includes(code)) return company({ name: words })
  const salutationCode = { F: 'F', M: 'M', U: 'UNISEX', '?': '' }[code] ?? ''
  const [firstName = '', ...others] = rest.map((part) => (part === '-' ? '' : part))
  const surname = others.pop() ?? ''
  return person({ firstName, middleName: others.join(' '), surname, salutationCode, id: `person ${++people}` as ContactId })
}

const own = (code: string, language: string, kind: 'formal' | 'informal', pattern: string): FormulaBook => {
  const id = formulaId(code, language, kind)
  return new Map([[id, { rev: 1, id, salutationCode: code, languageCode: toLetterLanguage(language), kind, pattern }]])
}

const inOrder = (people: readonly Contact[]) => {
  const [lead, ...others] = people.map((contact) => ({ contact, reached: contact }) as Effective)
  return peopleOf({ lead: lead!, others })
}

function greet(who: string, language: string, kind: 'formal' | 'informal', formulas: FormulaBook = new Map()) {
  return severalGreeting(inOrder(who.split(', ').map(whoIs)), toLetterLanguage(language), kind, formulas, '')
}

type Row = [who: string, formal: string, informal: string]

const tables: Record<string, Row[]> = {
  en: [
    ['F Anna Huber, M John Smith', 'Dear Ms Huber and Mr Smith,', 'Dear Anna and John,'],
    ['M John Smith, F Anna Huber', 'Dear Ms Huber and Mr Smith,', 'Dear Anna and John,'],
    ['F Anna Smith, M John Smith', 'Dear Ms Smith and Mr Smith,', 'Dear Anna and John,'],
    ['M Tom Smith, M John Jones', 'Dear Mr Smith and Mr Jones,', 'Dear Tom and John,'],
    ['M Tom Smith, M John Smith', 'Dear Mr Tom Smith and Mr John Smith,', 'Dear Tom and John,'],
    ['F Anna Huber, F Eva Jones', 'Dear Ms Huber and Ms Jones,', 'Dear Anna and Eva,'],
    ['F Anna Huber, F Anna Jones', 'Dear Ms Huber and Ms Jones,', 'Dear Anna Huber and Anna Jones,'],
    ['M John Smith, M Tom Jones, F Eva Berg', 'Dear Ms Berg, Mr Smith and Mr Jones,', 'Dear Eva, John and Tom,'],
    ['M John Smith, M Tom Jones, F Eva Berg, F Ida Lund', 'Dear Ms Berg, Ms Lund, Mr Smith and Mr Jones,', 'Dear Eva, Ida, John and Tom,'],
    ['U Kim Smith, F Anna Huber', 'Dear Ms Huber and Kim Smith,', 'Dear Anna and Kim,'],
    ['U Kim Smith, U Sam Jones', 'Dear Kim Smith and Sam Jones,', 'Dear Kim and Sam,'],
    ['U Kim Smith, U Sam Smith', 'Dear Kim and Sam Smith,', 'Dear Kim and Sam,'],
    ['F Mary van Dyke, M John Smith', 'Dear Ms van Dyke and Mr Smith,', 'Dear Mary and John,'],
    ['M John Smith, M John Smith', 'Dear Mr Smith,', 'Dear John,'],
    ['M John Smith, F - Huber', 'Dear Ms Huber and Mr Smith,', 'Hello,'],
    ['M John Smith, ? Anna Huber', 'Dear Sir or Madam,', 'Hello,'],
    ['M John Smith, Acme Ltd', 'Dear Mr Smith,', 'Dear John,'],
    ['M A A, M B B, M C C, M D D, M E E', 'Dear Sir or Madam,', 'Hello,'],
  ],
  de: [
    ['F Anna Huber, M Karl Maier', 'Sehr geehrte Frau Huber, sehr geehrter Herr Maier,', 'Liebe Anna, lieber Karl,'],
    ['M Karl Maier, F Anna Huber', 'Sehr geehrte Frau Huber, sehr geehrter Herr Maier,', 'Liebe Anna, lieber Karl,'],
    ['M Karl Huber, F Anna Huber', 'Sehr geehrte Frau Huber, sehr geehrter Herr Huber,', 'Liebe Anna, lieber Karl,'],
    ['M Karl Maier, M Max Berg', 'Sehr geehrter Herr Maier, sehr geehrter Herr Berg,', 'Lieber Karl, lieber Max,'],
    ['M Karl Huber, M Max Huber', 'Sehr geehrter Herr Karl Huber, sehr geehrter Herr Max Huber,', 'Lieber Karl, lieber Max,'],
    ['F Anna Huber, F Eva Berg', 'Sehr geehrte Frau Huber, sehr geehrte Frau Berg,', 'Liebe Anna, liebe Eva,'],
    ['F Anna Huber, F Anna Berg', 'Sehr geehrte Frau Huber, sehr geehrte Frau Berg,', 'Liebe Anna Huber, liebe Anna Berg,'],
    [
      'M Karl Maier, F Anna Huber, M Max Berg',
      'Sehr geehrte Frau Huber, sehr geehrter Herr Maier, sehr geehrter Herr Berg,',
      'Liebe Anna, lieber Karl, lieber Max,',
    ],
    [
      'M Karl Maier, F Anna Huber, M Max Berg, F Eva Lind',
      'Sehr geehrte Frau Huber, sehr geehrte Frau Lind, sehr geehrter Herr Maier, sehr geehrter Herr Berg,',
      'Liebe Anna, liebe Eva, lieber Karl, lieber Max,',
    ],
    ['U Kim Berg, F Anna Huber', 'Sehr geehrte Frau Huber, guten Tag Kim Berg,', 'Liebe Anna, hallo Kim,'],
    ['U Kim Berg, U Sam Lind', 'Guten Tag Kim Berg, guten Tag Sam Lind,', 'Hallo Kim, hallo Sam,'],
    ['M Ludwig van Beethoven, F Anna Huber', 'Sehr geehrte Frau Huber, sehr geehrter Herr van Beethoven,', 'Liebe Anna, lieber Ludwig,'],
    ['F Anna Huber, F Anna Huber', 'Sehr geehrte Frau Huber,', 'Liebe Anna,'],
    ['F - Huber, M Karl Maier', 'Sehr geehrte Frau Huber, sehr geehrter Herr Maier,', 'Guten Tag,'],
    ['F Anna Huber, ? Karl Maier', 'Sehr geehrte Damen und Herren,', 'Guten Tag,'],
    ['F Anna Huber, Acme GmbH', 'Sehr geehrte Frau Huber,', 'Liebe Anna,'],
    ['M A A, M B B, M C C, M D D, M E E', 'Sehr geehrte Damen und Herren,', 'Guten Tag,'],
  ],
  nl: [
    ['F Anna Jansen, M Jan de Vries', 'Geachte mevrouw Jansen, geachte heer De Vries,', 'Beste Anna en Jan,'],
    ['M Jan de Vries, F Anna Jansen', 'Geachte mevrouw Jansen, geachte heer De Vries,', 'Beste Anna en Jan,'],
    ['M Jan de Vries, F Anna de Vries', 'Geachte mevrouw De Vries, geachte heer De Vries,', 'Beste Anna en Jan,'],
    ['M Jan de Vries, M Piet de Vries', 'Geachte heer Jan de Vries, geachte heer Piet de Vries,', 'Beste Jan en Piet,'],
    ['M Jan Bakker, M Piet Smit', 'Geachte heer Bakker, geachte heer Smit,', 'Beste Jan en Piet,'],
    ['F Anna Jansen, F Els Smit', 'Geachte mevrouw Jansen, geachte mevrouw Smit,', 'Beste Anna en Els,'],
    ['F Anna Jansen, F Anna Smit', 'Geachte mevrouw Jansen, geachte mevrouw Smit,', 'Beste Anna Jansen en Anna Smit,'],
    ['F Anna van den Berg, M Jan Smit', 'Geachte mevrouw Van den Berg, geachte heer Smit,', 'Beste Anna en Jan,'],
    ['M Jan Smit, M Piet Bos, F Els Mol', 'Geachte mevrouw Mol, geachte heer Smit, geachte heer Bos,', 'Beste Els, Jan en Piet,'],
    [
      'M Jan Smit, F Ina Bos, M Piet Bos, F Els Mol',
      'Geachte mevrouw Bos, geachte mevrouw Mol, geachte heer Smit, geachte heer Bos,',
      'Beste Ina, Els, Jan en Piet,',
    ],
    ['U Kim Bos, F Anna Jansen', 'Geachte mevrouw Jansen, beste Kim Bos,', 'Beste Anna en Kim,'],
    ['U Kim Bos, U Sam Mol', 'Beste Kim Bos, beste Sam Mol,', 'Beste Kim en Sam,'],
    ['M Jan Smit, M Jan Smit', 'Geachte heer Smit,', 'Beste Jan,'],
    ['M - Smit, F Anna Jansen', 'Geachte mevrouw Jansen, geachte heer Smit,', 'Goedendag,'],
    ['F Anna Jansen, ? Jan Smit', 'Geachte heer, mevrouw,', 'Goedendag,'],
    ['F Anna Jansen, Acme BV', 'Geachte mevrouw Jansen,', 'Beste Anna,'],
    ['M A A, M B B, M C C, M D D, M E E', 'Geachte heer, mevrouw,', 'Goedendag,'],
  ],
  nb: [
    ['F Anna Huber, M Ole Nordmann', 'Kjære Anna Huber og Ole Nordmann', 'Hei, Anna og Ole!'],
    ['M Ole Nordmann, F Anna Huber', 'Kjære Anna Huber og Ole Nordmann', 'Hei, Anna og Ole!'],
    ['F Anna Nordmann, M Ole Nordmann', 'Kjære Anna og Ole Nordmann', 'Hei, Anna og Ole!'],
    ['M Per Dahl, M Ole Nordmann', 'Kjære Per Dahl og Ole Nordmann', 'Hei, Per og Ole!'],
    ['M Per Dahl, M Ole Dahl', 'Kjære Per og Ole Dahl', 'Hei, Per og Ole!'],
    ['F Anna Huber, F Kari Li', 'Kjære Anna Huber og Kari Li', 'Hei, Anna og Kari!'],
    ['F Anna Huber, F Anna Li', 'Kjære Anna Huber og Anna Li', 'Hei, Anna Huber og Anna Li!'],
    ['M Ole Nordmann, F Anna Huber, F Kari Li', 'Kjære Anna Huber, Kari Li og Ole Nordmann', 'Hei, Anna, Kari og Ole!'],
    ['M Ole Li, F Anna Li, F Kari Li', 'Kjære Anna, Kari og Ole Li', 'Hei, Anna, Kari og Ole!'],
    ['M Ole Vik, F Anna Li, F Kari Li, M Per Li', 'Kjære Anna Li, Kari Li, Ole Vik og Per Li', 'Hei, Anna, Kari, Ole og Per!'],
    ['U Kim Vik, F Anna Li', 'Kjære Anna Li og Kim Vik', 'Hei, Anna og Kim!'],
    ['U Kim Vik, U Sam Vik', 'Kjære Kim og Sam Vik', 'Hei, Kim og Sam!'],
    ['F Anna van Dyk, M Ole van Dyk', 'Kjære Anna og Ole van Dyk', 'Hei, Anna og Ole!'],
    ['M Ole Li, M Ole Li', 'Kjære Ole Li', 'Hei, Ole!'],
    ['M - Li, F Anna Vik', 'Kjære Anna Vik og Li', 'Hei!'],
    ['F Anna Li, ? Ole Li', 'Til rette vedkommende', 'Hei!'],
    ['F Anna Li, Acme AS, M Ole Li', 'Kjære Anna og Ole Li', 'Hei, Anna og Ole!'],
    ['M A A, M B B, M C C, M D D, M E E', 'Til rette vedkommende', 'Hei!'],
  ],
  fr: [
    ['F Anne Martin, M Jean Petit', 'Madame, Monsieur,', 'Chère Anne, cher Jean,'],
    ['M Jean Petit, F Anne Martin', 'Madame, Monsieur,', 'Chère Anne, cher Jean,'],
    ['F Anne Petit, M Jean Petit', 'Madame, Monsieur,', 'Chère Anne, cher Jean,'],
    ['F Anne Martin, F Eve Petit', 'Mesdames,', 'Chère Anne, chère Eve,'],
    ['M Jean Petit, M Luc Roux', 'Messieurs,', 'Cher Jean, cher Luc,'],
    ['M Jean Petit, M Luc Petit', 'Messieurs,', 'Cher Jean, cher Luc,'],
    ['M Jean Petit, M Jean Roux', 'Messieurs,', 'Cher Jean Petit, cher Jean Roux,'],
    ['M Jean Petit, F Anne Martin, F Eve Roux', 'Mesdames, Monsieur,', 'Chère Anne, chère Eve, cher Jean,'],
    ['M Jean Petit, F Anne Martin, M Luc Roux', 'Madame, Messieurs,', 'Chère Anne, cher Jean, cher Luc,'],
    ['M Jean Petit, F Anne Martin, M Luc Roux, F Eve Roux', 'Mesdames, Messieurs,', 'Chère Anne, chère Eve, cher Jean, cher Luc,'],
    ['F A A, F B B, F C C', 'Mesdames,', 'Chère A, chère B, chère C,'],
    ['U Kim Roux, U Sam Petit', 'Bonjour Kim Roux, bonjour Sam Petit,', 'Bonjour Kim, bonjour Sam,'],
    ['U Kim Roux, F Anne Martin', 'Madame, Monsieur,', 'Chère Anne, bonjour Kim,'],
    ['F - Martin, M Jean Petit', 'Madame, Monsieur,', 'Bonjour,'],
    ['F Anne Martin, ? Jean Petit', 'Madame, Monsieur,', 'Bonjour,'],
    ['F Anne Martin, Acme SA', 'Madame,', 'Chère Anne,'],
    ['M A A, M B B, M C C, M D D, M E E', 'Madame, Monsieur,', 'Bonjour,'],
  ],
}

describe.each(Object.entries(tables))('A letter in %s', (language, rows) => {
  test.each(rows)('to %s', (who, formal, informal) => {
    expect(greet(who, language, 'formal').text).toBe(formal)
    expect(greet(who, language, 'informal').text).toBe(informal)
  })
})

describe('Who is told to be greeted by nobody’s name', () => {
  test.each([
    ['F Anna Huber, M Karl Maier', false],
    ['F Anna Huber, ? Karl Maier', true],
    ['F Anna Huber, Acme', false],
    ['Acme', false],
    ['? Anna Huber, Acme', true],
    ['M A A, M B B, M C C, M D D', false],
    ['M A A, M B B, M C C, M D D, M E E', true],
  ])('of %s: %s', (who, fellBack) => {
    for (const language of ['en', 'de', 'nl', 'nb', 'fr']) expect(greet(who, language, 'formal').fellBack).toBe(fellBack)
  })
  test('everybody in a language without greeting lines, where the English stands in', () =>
    expect(greet('F Anna Huber, M Karl Maier', 'it', 'formal')).toEqual({ text: 'Dear Ms Huber and Mr Maier,', fellBack: true }))
  test('somebody without a title, where French names nobody else either', () =>
    expect(greet('F Anna Huber, U Kim Maier', 'fr', 'formal')).toEqual({ text: 'Madame, Monsieur,', fellBack: true }))
})

describe('A greeting line of one’s own joins like the shipped ones', () => {
  const two = 'M Karl Maier, M Max Berg'
  test.each([
    ['en', 'Good morning {{First_Name}},', 'Good morning Karl and Max,'],
    ['en', 'Dear Dr {{Surname}},', 'Dear Dr Maier and Dr Berg,'],
    ['en', 'Dear Captain {{Surname}},', 'Dear Captain Maier, dear Captain Berg,'],
    ['en', 'Dear {{First_Name}}, how are you?', 'Dear Karl and Max, how are you?'],
    ['en', '{{First_Name}},', 'Karl and Max,'],
    ['en', 'Hello all,', 'Hello all,'],
    ['de', 'Servus {{First_Name}}!', 'Servus Karl, servus Max!'],
    ['de', 'Grüß Gott Herr {{Surname}},', 'Grüß Gott Herr Maier, grüß Gott Herr Berg,'],
    ['de', 'Herr {{Surname}},', 'Herr Maier, Herr Berg,'],
    ['de', 'Moin zusammen', 'Moin zusammen'],
    ['nl', 'Hoi {{First_Name}}!', 'Hoi Karl, hoi Max!'],
    ['nb', 'Hallo {{First_Name}}', 'Hallo Karl og Max'],
    ['fr', 'Cher Monsieur {{Surname}},', 'Cher Monsieur Maier, cher Monsieur Berg,'],
    ['it', 'Gentile signor {{Surname}},', 'Dear Mr Maier and Mr Berg,'],
  ])('in %s: %s', (language, pattern, text) =>
    expect(greet(two, language, 'formal', own('M', language, 'formal', pattern)).text).toBe(text),
  )

  test('in a language that has only lines of one’s own', () => {
    const book = new Map([...own('M', 'it', 'formal', 'Gentile signor {{Surname}},'), ...own('', 'it', 'formal', 'Gentili signori,')])
    expect(greet(two, 'it', 'formal', book)).toEqual({ text: 'Gentile signor Maier, gentile signor Berg,', fellBack: false })
  })

  test('what stands behind the names must be the same; else nobody is named', () => {
    const book = new Map([...own('M', 'en', 'formal', 'Dear {{Surname}}, sir,'), ...own('F', 'en', 'formal', 'Dear {{Surname}}, madam,')])
    expect(greet('F Anna Huber, M Karl Maier', 'en', 'formal', book)).toEqual({ text: 'Dear Sir or Madam,', fellBack: true })
  })
})

test('One person is greeted as in a letter of her own; of several each surname is said, and none is said for somebody else', () => {
  const anyOne = fc.tuple(
    fc.constantFrom('F', 'M', 'U', '?'),
    fc.constantFrom('Anna', 'Karl', 'Kim'),
    fc.constantFrom('Huber', 'Maier', 'Berg'),
  )
  const anyPeople = fc.array(anyOne, { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(anyPeople, fc.constantFrom('en', 'de', 'nl', 'nb'), (each, language) => {
      const people = each.map((one) => whoIs(one.join(' ')))
      const { text, fellBack } = severalGreeting(people, toLetterLanguage(language), 'formal', new Map(), '')
      expect(text).not.toMatch(/ {2}|,,|\{|undefined/)
      if (people.length === 1) expect({ text, fellBack }).toEqual(salutation(people[0]!, toLetterLanguage(language), 'formal'))
      for (const surname of ['Huber', 'Maier', 'Berg'])
        expect(text.includes(surname)).toBe(!fellBack && each.some(([, , name]) => name === surname))
    }),
  )
})
