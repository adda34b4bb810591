// What is said of a letter while it is written: what the other language has and this one has not, what is wrong, what a condition gives.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { conditionHolds } from '../../src/core/letter/conditionHolds.ts'
import { starterLetter, starterNames } from '../../src/core/letter/starters/starterLetters.ts'
import { missingHere } from '../../src/core/letter/writtenParts.ts'
import { troublesOf } from '../../src/core/letter/writtenTroubles.ts'
import { ConditionIs, type LetterBlock, type LetterBody, type LetterInline } from '../../src/model/writtenLetter.ts'
import type { AttachmentId } from '../../src/model/ids.ts'
import { compare } from '../../src/word/language/compare.ts'

const chip = (field: string): LetterInline => ({ type: 'mergeField', attrs: { field } })
const when = (field: string, then: string, otherwise = ''): LetterInline => ({
  type: 'condition',
  attrs: { field, is: 'notBlank', value: '', then, otherwise },
})
const text = (words: string): LetterInline => ({ type: 'text', text: words })
const bold = (words: string): LetterInline => ({ type: 'text', text: words, marks: [{ type: 'bold' }] })
const line = (...content: LetterInline[]): LetterBlock => ({ type: 'paragraph', content })
const picture: LetterBlock = { type: 'image', attrs: { attachmentId: 'a' as AttachmentId, width: 40, align: 'left', alt: '' } }
const body = (...content: LetterBlock[]): LetterBody => ({ type: 'doc', content })

describe('What the other language has and this one has not', () => {
  it('nothing, where both are the same but for their words', () => {
    const english = body(line(chip('CALC_Formal_Salutation')), line(text('Come to '), when('City', 'us in {{City}}')))
    const german = body(line(chip('CALC_Formal_Salutation')), line(text('Kommen Sie '), when('City', 'nach {{City}} zu uns')))
    expect(missingHere(german, english)).toEqual([])
  })
  it('a field, a condition, a picture, a page break, a table and paragraphs are told', () => {
    const table: LetterBlock = {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph', content: [chip('Email')] }] }] }],
    }
    const there = body(line(text('a')), line(when('City', 'b')), line(chip('Comment')), picture, { type: 'pageBreak' }, table)
    const told = missingHere(body(line(text('a'))), there)
    expect(told.map((one) => (one.is === 'field' ? one.field : one.is))).toEqual([
      ...['City', 'Comment', 'Email', 'condition', 'pictures', 'tables', 'pageBreaks', 'paragraphs'],
    ])
    expect(told.at(-1)).toEqual({ is: 'paragraphs', there: 4, here: 1 })
  })
  it('the same condition twice there and once here is missing once', () => {
    const there = body(line(when('City', 'a'), when('City', 'b')))
    expect(missingHere(body(line(when('City', 'a'))), there).map(({ is }) => is)).toEqual(['condition'])
  })
  it('empty paragraphs count for nothing', () => {
    expect(missingHere(body(line(text('a'))), body(line(text('a')), { type: 'paragraph' }, line(text('  '))))).toEqual([])
  })
  it('our own letters say the same in both languages', () => {
    for (const name of starterNames) {
      const [en, de] = [starterLetter(name, 'en').text, starterLetter(name, 'de').text]
      expect([name, missingHere(de, en), missingHere(en, de)]).toEqual([name, [], []])
    }
  })
})

describe('What is wrong with a letter', () => {
  const fine = [chip('CALC_Formal_Salutation'), chip('Comment')]
  const inWindow = { window: 'dinB' } as const
  it.each<[string, LetterBody, { window: 'dinB' | 'none' }, string[]]>([
    ['nothing', body(line(...fine)), inWindow, []],
    ['blank', body({ type: 'paragraph' }), inWindow, ['blank']],
    ['an unknown chip', body(line(...fine, chip('Shoe_Size'))), inWindow, ['unknownField']],
    ['an unknown name in words', body(line(...fine, text('{{Shoe Size}}'))), inWindow, ['unknownField']],
    ['an unknown name inside a condition', body(line(...fine, when('City', '{{Shoe_Size}}'))), inWindow, ['unknownField']],
    ['a name that Business Central uses is known', body(line(...fine, chip('Contact Company Name'))), inWindow, []],
    ['a condition without words', body(line(...fine, when('City', ' '))), inWindow, ['emptyCondition']],
    ['a place that is still to be filled', body(line(...fine, text('on [day]'))), inWindow, ['placeholder']],
    ['a place with a word in bold', body(line(...fine, text('[our '), bold('new'), text(' offer]'))), inWindow, ['placeholder']],
    ['a place with a chip in it', body(line(...fine, text('[your price for '), chip('City'), text(']'))), inWindow, ['placeholder']],
    ['a long place', body(line(...fine, text(`[${'what we offer this year, '.repeat(8)}]`))), inWindow, ['placeholder']],
    ['brackets in two paragraphs are none', body(line(...fine, text('[a')), line(text('b]'))), inWindow, []],
    ['no greeting and no comment', body(line(text('Hello'))), inWindow, ['noGreeting', 'noComment']],
    ['no address where there is no window', body(line(...fine)), { window: 'none' }, ['noAddress']],
    [
      'an address alone at the head of the text is the one in the window',
      body(line(text(' '), chip('Address_Block')), line(...fine)),
      inWindow,
      [],
    ],
    [
      'the address in the window and once more in the text',
      body(line(text('Herrn'), chip('Address_Block')), line(...fine)),
      inWindow,
      ['addressTwice'],
    ],
    [
      'the address at the head and once more',
      body(line(chip('Address_Block')), line(...fine, chip('Address_Block'))),
      inWindow,
      ['addressTwice'],
    ],
    ['an address in the text', body(line(...fine, chip('Address_Block'))), { window: 'none' }, []],
  ])('%s', (_name, letter, sheet, told) => expect(troublesOf(letter, sheet).map(({ is }) => is)).toEqual(told))
})

describe('A condition is decided on the screen as in the letter', () => {
  /** As `word/author` writes it. */
  const asWord = {
    equal: '=',
    notEqual: '<>',
    blank: '=',
    notBlank: '<>',
    contains: '=',
    startsWith: '=',
    less: '<',
    greater: '>',
  } as const
  const pattern = (is: ConditionIs, value: string) =>
    is === 'contains' ? `*${value}*` : is === 'startsWith' ? `${value}*` : is === 'blank' || is === 'notBlank' ? '' : value
  const words = fc.oneof(
    fc.constantFrom('', 'Oslo', 'oslo', 'Os', '10', '9', '10,5', '2.5', '-3', 'DE', 'Düren'),
    fc.array(fc.constantFrom('a', 'b', 'A', '1', '*', '?', ' '), { maxLength: 6 }).map((signs) => signs.join('')),
  )
  it('for every question, field and value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ConditionIs.options), words, words, (is, said, value) => {
        // How texts that differ are sorted depends on the language of the letter.
        fc.pre(!((is === 'less' || is === 'greater') && !(/^-?\d+([.,]\d+)?$/.test(said) && /^-?\d+([.,]\d+)?$/.test(value))))
        const language = [said, value].some((one) => one.includes(',')) ? 'de' : 'en'
        fc.pre(!(language === 'de' && [said, value].some((one) => one.includes('.'))))
        expect(conditionHolds({ is, value }, said)).toBe(compare(said, asWord[is], pattern(is, value), language))
      }),
      { numRuns: 400 },
    )
  })
})
