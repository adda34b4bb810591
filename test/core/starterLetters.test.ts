// The letters to begin with: valid, every field known, nothing asked without an answer, the same in each language.
import { describe, expect, test } from 'vitest'
import { fieldNames } from '../../src/core/letter/fields.ts'
import {
  starterLanguage,
  starterLanguages,
  starterLetter,
  starterNames,
  writtenStarter,
} from '../../src/core/letter/starters/starterLetters.ts'
import { languageOf, wrongLanguage } from '../../src/core/letter/textLanguage.ts'
import { troublesOf } from '../../src/core/letter/writtenTroubles.ts'
import type { CompanyInformation } from '../../src/model/settings.ts'
import { LetterBody, type LetterInline } from '../../src/model/writtenLetter.ts'

const all = starterNames.flatMap((name) => starterLanguages.map((language) => ({ name, language, letter: starterLetter(name, language) })))

/** All pieces of a letter's text, wherever they stand. */
function piecesOf(node: unknown): LetterInline[] {
  const { type, content = [] } = node as { type: string; content?: unknown[] }
  if (['text', 'mergeField', 'condition', 'hardBreak'].includes(type)) return [node as LetterInline]
  return content.flatMap(piecesOf)
}
const inWords = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')
const fieldsOf = (piece: LetterInline): string[] => {
  if (piece.type === 'mergeField') return [piece.attrs.field]
  return piece.type === 'condition' ? [piece.attrs.field, ...inWords(piece.attrs.then), ...inWords(piece.attrs.otherwise)] : []
}

describe.each(all)('$name in $language', ({ letter, name }) => {
  const pieces = piecesOf(letter.text)
  const fields = pieces.flatMap(fieldsOf)
  const words = pieces.flatMap((piece) => (piece.type === 'text' ? [piece.text] : [])).join('|')

  test('is a letter as the editor keeps it', () => {
    expect(LetterBody.parse(JSON.parse(JSON.stringify(letter.text)))).toEqual(letter.text)
    expect([letter.name, letter.subject, letter.emailText].every((text) => text.trim() !== '')).toBe(true)
  })
  test('asks only for fields that there are, in the e-mail too', () => {
    expect([...fields, ...inWords(letter.emailText)].filter((one) => !fieldNames.includes(one))).toEqual([])
  })
  test('greets, has a place for the words to one person, and says who writes', () => {
    const needed = ['Document_Date', 'Subject', 'CALC_Formal_Salutation', 'Comment', 'Salesperson_Name']
    expect(needed.filter((one) => !fields.includes(one))).toEqual([])
    // Alone in its paragraph: without such words, nothing of it is left.
    const alone = letter.text.content.filter((block) => block.type === 'paragraph' && block.content?.length === 1)
    expect(alone.flatMap(piecesOf).flatMap(fieldsOf)).toContain('Comment')
  })
  test('has no condition that says nothing, and none that swallows the rest of its sentence', () => {
    for (const piece of pieces) {
      if (piece.type !== 'condition') continue
      const { then, otherwise } = piece.attrs
      expect(then.trim()).not.toBe('')
      expect(/[.?!]$/.test(then)).toBe(/[.?!]$/.test(otherwise))
    }
  })
  test('has no mark of a field typed by hand, no double blank, no straight quote', () => {
    expect(words).not.toMatch(/\{\{|«|\s{2}|["']/)
  })
  test('is whole, but for what only the writer can know', () => {
    const troubles = troublesOf(letter.text, { window: 'dinB' })
    expect(troubles.filter(({ is }) => is !== 'placeholder')).toEqual([])
    expect(troubles.length > 0).toBe(name === 'invitation' || name === 'prices')
  })
})

test.each(starterNames)('%s says the same in each language: the same fields, conditions, places to fill in and shape', (name) => {
  const shape = (language: (typeof starterLanguages)[number]) => {
    const { text } = starterLetter(name, language)
    const asked = piecesOf(text).filter(({ type }) => type === 'condition' || type === 'mergeField')
    return {
      blocks: text.content.map(({ type }) => type),
      fields: asked.flatMap(fieldsOf).sort(),
      toFillIn: troublesOf(text, { window: 'dinB' }).length,
    }
  }
  expect(shape('de')).toEqual(shape('en'))
})

test('A language with its region has the letters of the language', () => {
  expect(['de-AT', 'DE', 'en-GB', 'fr-CH', 'it', 'den'].map(starterLanguage)).toEqual(['de', 'de', 'en', 'fr', undefined, undefined])
})

test('Without a window the address stands in the text, above the date', () => {
  const company = { countryCode: 'US' } as CompanyInformation
  const { text, sheet } = writtenStarter('fair', 'en', { company })
  expect(sheet.window).toBe('none')
  expect(troublesOf(text, sheet)).toEqual([])
  expect(piecesOf(text.content[0]).flatMap(fieldsOf)).toEqual(['Address_Block'])
  const german = writtenStarter('fair', 'de', { company: { countryCode: 'DE' } as CompanyInformation })
  expect(piecesOf(german.text).flatMap(fieldsOf)).not.toContain('Address_Block')
})

test.each([
  ['en', 'en-GB', undefined],
  ['en', 'de', 'en'],
  ['de', 'de-AT', undefined],
  ['de', 'en', 'de'],
  ['de', 'lb', undefined],
] as const)('The letters in %s, taken for %s, are found to be in %s', (language, wanted, found) => {
  for (const name of starterNames) {
    const words = piecesOf(starterLetter(name, language).text).map((piece) => (piece.type === 'text' ? piece.text : ''))
    expect(wrongLanguage(languageOf(words.join(' ')), wanted)).toBe(found)
  }
})

test('Nobody says in which language a few words are, or a list of names', () => {
  expect(languageOf('Kind regards, Anna van der Berg')).toBeUndefined()
  expect(languageOf('Muster GmbH, Am Anger 3, 10115 Berlin, +49 30 1234567 '.repeat(20))).toBeUndefined()
  expect(languageOf('')).toBeUndefined()
})
