// What the sheets of letters know without drawing: which field is meant by a typed word, what is said first of a document, which wishes
// go to the engine, and what a field says of a contact.
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/base/day.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { exampleIn } from '../../src/screens/pieces/fieldExamples.ts'
import { searchFields } from '../../src/screens/pieces/fieldSearch.ts'
import { groupFindings } from '../../src/screens/pieces/findingGroups.ts'
import { canBeFulfilled, filesOf, perFileOf, usualWishes, wishesOf } from '../../src/screens/pieces/letterWishes.ts'
import { fieldNames } from '../../src/core/letter/fields.ts'
import { setLanguage } from '../../src/text/language.svelte.ts'

describe('A field is found', () => {
  test.each([
    ['post', 'ZIP_Code'],
    ['PLZ', 'ZIP_Code'],
    ['voornaam', 'First_Name'],
    ['first_name', 'First_Name'],
    ['our tele', 'Company_Information_Phone_No'],
    ['greeting form', 'CALC_Formal_Salutation'],
  ])('by %s: %s', (typed, field) => {
    expect(searchFields(typed)).toContain(field)
  })

  test('among all while nothing is typed, and not by what nobody calls so', () => {
    expect(searchFields(' ')).toEqual(fieldNames)
    expect(searchFields('shoe size')).toEqual([])
  })
})

describe('Of a document', () => {
  const finding = (code: 'DOTX' | 'FIELD_UNSUPPORTED' | 'DOCM_MACROS' | 'EXTERNAL_REL', detail = '', where?: string) => ({
    ...{ code, detail, part: 'word/document.xml' },
    ...(where && { where }),
  })

  test('what will be wrong is said first, then what is left out, then the rest', () => {
    const found = groupFindings([finding('DOTX'), finding('DOCM_MACROS'), finding('FIELD_UNSUPPORTED', 'ASK x')])
    expect(found.map(({ group }) => group)).toEqual(['wrong', 'removed', 'note'])
    expect(groupFindings([])).toEqual([])
  })

  test('a sentence is said once, with all the places it is said of', () => {
    const places = ['tell us … soon', 'and again …', 'tell us … soon']
    const [only, ...more] = groupFindings(places.map((where) => finding('DOTX', '', where)))
    expect([only?.told.map(({ where }) => where), more]).toEqual([[['tell us … soon', 'and again …']], []])
  })

  test('a sentence that says its place itself has no list of places', () => {
    const [only] = groupFindings([finding('FIELD_UNSUPPORTED', 'ASK x', 'tell us … soon')])
    expect(only?.told.map(({ text, where }) => [text.includes('tell us … soon'), where])).toEqual([[true, []]])
  })

  test('of what lies outside, the attached template is left out and a linked picture is something to look at', () => {
    const found = groupFindings([finding('EXTERNAL_REL', 'attachedTemplate'), finding('EXTERNAL_REL', 'image')])
    expect(found.map(({ group, told }) => [group, told.length])).toEqual([
      ['wrong', 1],
      ['removed', 1],
    ])
  })
})

describe('Wishes', () => {
  test('as they usually are make one document, each letter with pages of its own', () => {
    expect(wishesOf(usualWishes())).toEqual({ output: 'combined', oddPages: false, restartPages: true, pagesOf: 'letter' })
  })

  test('of parts name how many letters stand in each, in the language of the sheet', () => {
    setLanguage('de')
    const form = { ...usualWishes(), kind: 'parts' as const, perFile: '40', ownTotal: false }
    expect(wishesOf(form)).toMatchObject({ output: 'combined', lettersPerFile: 40, of: 'von', pagesOf: 'document' })
    expect([filesOf(form, 0), filesOf(form, 40), filesOf(form, 41)]).toEqual([1, 1, 2])
    setLanguage('en')
  })

  test.each(['', '0', '-3', '2.5', 'many'])('cannot be of "%s" letters each', (perFile) => {
    expect(perFileOf({ ...usualWishes(), perFile })).toBeUndefined()
  })

  test('of a file for each person say nothing of pages', () => {
    expect(wishesOf({ ...usualWishes(), kind: 'zip', freshSheet: true })).toEqual({ output: 'zip' })
  })

  test('of an order, and of file names, are told where they are not the usual ones', () => {
    const form = { ...usualWishes(), order: 'postCode' as const, fileName: '{{ZIP_Code}} {{Name}}' }
    expect(wishesOf(form)).not.toHaveProperty('fileName')
    expect(wishesOf({ ...form, kind: 'zip' })).toEqual({ output: 'zip', order: 'postCode', fileName: '{{ZIP_Code}} {{Name}}' })
    expect(wishesOf({ ...form, kind: 'zip', fileName: ' ' })).not.toHaveProperty('fileName')
  })

  test('cannot be fulfilled with a file name of fields that nobody knows', () => {
    const form = { ...usualWishes(), fileName: '{{Shoe size}}' }
    expect([canBeFulfilled(form), canBeFulfilled({ ...form, kind: 'zip' })]).toEqual([true, false])
  })
})

describe('An example of a field', () => {
  const values = { Address_Block: 'Anna Berg\n\nAm Markt 1\n20095 Hamburg', Document_Date: { day: '2026-11-22' as Day } }
  test('stands in one line, a day in the language of the document', () => {
    expect(exampleIn(values, 'Address_Block', undefined)).toBe('Anna Berg, Am Markt 1, 20095 Hamburg')
    expect(exampleIn(values, 'Document_Date', toLetterLanguage('de'))).toBe('22. November 2026')
    expect(exampleIn(values, 'Subject', undefined)).toBe('')
  })
})
