// Interaction templates: what is wrong with one as it is typed, what a document changes, and what has been done with it.
import { describe, expect, test } from 'vitest'
import { statisticsOf, type StatisticsPeriod } from '../../src/core/interaction/statistics.ts'
import { readNumber } from '../../src/base/number.ts'
import {
  mayBeAutomatic,
  setupUsesOf,
  templateProblems,
  withDocument,
  withMeaning,
  withoutDocument,
  type TypedTemplate,
} from '../../src/core/interaction/template.ts'
import type { AttachmentId, InteractionGroupId, LoggedSegmentId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { documentIn, entry, person, template, today } from '../make.ts'

const typed = (fields: Partial<TypedTemplate>): TypedTemplate => ({
  ...{ code: 'LETTER', description: 'Letter', unitCost: '', unitDuration: '', languageCode: '', ...fields },
})

describe('A template as it is typed', () => {
  test.each<[string, Partial<TypedTemplate>, object]>([
    ['is fine with a code, a description and nothing else', {}, {}],
    ['needs no code: it is made from the description', { code: ' ' }, {}],
    ['has a code of at most ten characters', { code: 'ABCDEFGHIJK' }, { code: 'codeTooLong' }],
    ['has a code of its own, whatever its case', { code: 'visit' }, { code: 'codeTaken' }],
    ['needs a description', { description: ' ' }, { description: 'noDescription' }],
    ['costs what is written with comma or point', { unitCost: '2,50', unitDuration: '5' }, {}],
    ['costs no less than nought, as the reference has it', { unitCost: '-1' }, { unitCost: 'negative' }],
    ['takes no less than nought minutes', { unitDuration: '-5' }, { unitDuration: 'negative' }],
    ['takes whole minutes', { unitDuration: '2.5' }, { unitDuration: 'noWholeMinutes' }],
    ['costs a number', { unitCost: 'two', unitDuration: '1e3' }, { unitCost: 'noNumber', unitDuration: 'noNumber' }],
    ['has a default language that it has a document in', { languageCode: 'de' }, {}],
    [
      'has no default language without a document; where the reference asks to create one, it is not offered',
      { languageCode: 'fr' },
      { languageCode: 'languageWithoutDocument' },
    ],
  ])('%s', (_what, fields, problems) => {
    expect(templateProblems(typed(fields), ['VISIT'], [documentIn('de')])).toEqual(problems)
  })

  test.each([
    ['', 0],
    [' 12 ', 12],
    ['1,5', 1.5],
    ['−3', -3],
    ['.5', undefined],
    ['1.000,5', undefined],
    // A thousand, or one? It is asked again, and nothing is taken that was not meant.
    ['1.000', undefined],
    ['12,500', undefined],
    ['0,125', 0.125],
    ['Infinity', undefined],
  ])('"%s" is the number %s', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })
})

describe('A document of a template', () => {
  const letter = template({ documents: [documentIn('en', { subject: 'News', mapping: { Colour: 'City' } }), documentIn('de')] })
  const other = documentIn('en', { attachmentId: 'other' as AttachmentId })

  test('takes the place of the one before and keeps its subject and the meaning of its fields; logged letters keep theirs (no. 35)', () => {
    const { documents } = withDocument(letter, other)
    expect(documents.map(({ attachmentId, subject, mapping }) => [attachmentId, subject, mapping])).toEqual([
      ['other', 'News', { Colour: 'City' }],
      ['letter-de', '', {}],
    ])
  })

  test('knows what was said of names once, in whatever language, and so do all that are there', () => {
    expect(withDocument(letter, documentIn('nl')).documents.at(-1)?.mapping).toEqual({ Colour: 'City' })
    expect(withMeaning(letter, 'Size', '').documents.map(({ mapping }) => mapping)).toEqual([{ Colour: 'City', Size: '' }, { Size: '' }])
  })

  test('is the default language when it is the first', () => {
    const { languageCode: _, ...bare } = template({ documents: [] })
    expect(withDocument(bare, documentIn('nl')).languageCode).toBe('nl')
    expect(withDocument({ ...letter, languageCode: toLetterLanguage('de') }, documentIn('nl')).languageCode).toBe('de')
  })

  test.each([
    ['en', 'de'],
    ['de', 'en'],
  ])('removed as the default language %s, leaves it to %s', (gone, next) => {
    const language = toLetterLanguage(gone)
    expect(withoutDocument({ ...letter, languageCode: language }, language).languageCode).toBe(next)
  })

  test('removed as the last one, leaves no default language', () => {
    const only = template({ documents: [documentIn('en')], languageCode: toLetterLanguage('en') })
    expect('languageCode' in withoutDocument(only, toLetterLanguage('en'))).toBe(false)
  })

  test('keeps a template from being used by itself: there is no action that conflicts with it, as the reference’s wizard has (no. 34)', () => {
    expect([mayBeAutomatic(letter), mayBeAutomatic(template({ documents: [] }))]).toEqual([false, true])
    const setup = { rev: 1, id: 'interactionSetup' as const, callsTemplateId: letter.id, emailsTemplateId: 'x' as TemplateId }
    expect(setupUsesOf(letter.id, setup)).toEqual(['calls'])
    expect(setupUsesOf(letter.id, undefined)).toEqual([])
  })
})

describe('Statistics', () => {
  const anna = person({ name: 'Anna Berg' })
  const letter = { templateId: 'letter' as TemplateId, interactionGroupId: 'letters' as InteractionGroupId, cost: 2.1, duration: 5 }
  const call = { templateId: 'call' as TemplateId, interactionGroupId: 'calls' as InteractionGroupId, cost: 0, duration: 10 }
  const stopped = 'stopped' as LoggedSegmentId
  const entries = [
    entry(anna, '2026-11-20', letter),
    entry(anna, '2026-01-01', letter),
    entry(anna, '2025-11-21', { ...letter, cost: 0.2 }),
    entry(anna, '2025-11-20', letter),
    entry(anna, '2026-11-19', call),
    entry(anna, '2026-11-19', { ...call, cancelled: true }),
    entry(anna, '2026-11-18', { ...letter, loggedSegmentId: stopped }),
    entry(anna, '2026-11-17', {}),
  ]
  test.each<[StatisticsPeriod, object]>([
    ['year', { letter: { number: 2, cost: 4.2, duration: 10 }, call: { number: 1, cost: 0, duration: 10 } }],
    ['months', { letter: { number: 3, cost: 4.4, duration: 15 }, call: { number: 1, cost: 0, duration: 10 } }],
    ['all', { letter: { number: 4, cost: 6.5, duration: 20 }, call: { number: 1, cost: 0, duration: 10 } }],
  ])('per template, %s: what was cancelled by itself or with its segment does not count', (period, sums) => {
    expect(statisticsOf(entries, new Set([stopped]), 'template', period, today)).toEqual(sums)
  })

  test('per group', () => {
    expect(statisticsOf(entries, new Set(), 'interactionGroup', 'all', today)).toEqual({
      ...{ letters: { number: 5, cost: 8.6, duration: 25 }, calls: { number: 1, cost: 0, duration: 10 } },
    })
  })
})
