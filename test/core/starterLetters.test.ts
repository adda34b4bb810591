// The letters to begin with: valid, every field known, nothing asked without an answer, the same in each language.
import { describe, expect, test } from 'vitest'
import { fieldNames } from '../../src/core/letter/fields.ts'
import { gapsIn } from '../../src/core/letter/gaps.ts'
import { starterLanguage, starterLanguages, starterLetter, starterNames } from '../../src/core/letter/starters/starterLetters.ts'
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
    expect(gapsIn(letter.text).length > 0).toBe(name === 'invitation' || name === 'prices')
  })
})

test.each(starterNames)('%s says the same in each language: the same fields, conditions, gaps and shape', (name) => {
  const shape = (language: (typeof starterLanguages)[number]) => {
    const { text } = starterLetter(name, language)
    const asked = piecesOf(text).filter(({ type }) => type === 'condition' || type === 'mergeField')
    return {
      blocks: text.content.map(({ type }) => type),
      fields: asked.flatMap(fieldsOf).sort(),
      gaps: gapsIn(text).length,
    }
  }
  expect(shape('de')).toEqual(shape('en'))
})

test('A language with its region has the letters of the language', () => {
  expect(['de-AT', 'DE', 'en-GB', 'fr', 'den'].map(starterLanguage)).toEqual(['de', 'de', 'en', undefined, undefined])
})

test('What stands in square brackets is still to be written, each once, wherever it stands', () => {
  const text = (words: string) => ({ type: 'text' as const, text: words })
  const paragraph = (words: string) => ({ type: 'paragraph' as const, content: [text(words)] })
  const ifCity = { field: 'City', is: 'notBlank' as const, value: '', then: 'by [then]', otherwise: 'by [else]' }
  const body: LetterBody = {
    type: 'doc',
    content: [
      paragraph('On [day], or [day] – not [] and not [a line'),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('at [place]')] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('[time]')] }] }] },
      { type: 'paragraph', content: [{ type: 'condition', attrs: ifCity }] },
      { type: 'pageBreak' },
    ],
  }
  expect(gapsIn(body)).toEqual(['[day]', '[place]', '[time]', '[then]', '[else]'])
})
