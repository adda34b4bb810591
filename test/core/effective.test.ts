// Where a line's values come from. Each row: what stands where · what holds · and from where.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { From } from '../../src/core/segment/valued.ts'
import type { SalespersonId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage, type CorrespondenceType } from '../../src/model/parts.ts'
import type { LineOwn, Segment } from '../../src/model/segment.ts'
import { around, campaign, company, documentIn, lineOf, person, salesperson, segmentOf, template, today } from '../make.ts'

const ahorn = company({ name: 'Ahorn' })
const [vera, otto, kai] = [salesperson({ name: 'Vera' }), salesperson({ name: 'Otto' }), salesperson({ name: 'Kai' })]
const spring = campaign({ description: 'Spring' })

interface Case {
  own?: LineOwn
  header?: Partial<Segment>
  contact?: Parameters<typeof person>[0]
  letter?: Parameters<typeof template>[0]
}

function resolve({ own = {}, header = {}, contact = {}, letter = {} }: Case) {
  const anna = person({ name: 'Anna Berg', company: ahorn, ...contact })
  const lists = { contacts: [ahorn, anna], templates: [template(letter)], salespeople: [vera, otto, kai], campaigns: [spring] }
  const { segment } = segmentOf([], { templateId: 'letter' as TemplateId, ...header })
  return effective(lineOf(anna, 1, { own }), segment, around(lists))
}

describe('Language', () => {
  const tag = toLetterLanguage
  const deAndNl = { documents: [documentIn('de'), documentIn('nl-BE')] }
  test.each<[string, Case, string | undefined, From, string | undefined, boolean]>([
    [
      'the line’s, before all',
      { own: { languageCode: tag('nl-BE') }, header: { languageCode: tag('de') } },
      'nl-BE',
      'line',
      'nl-BE',
      false,
    ],
    [
      'the header’s, before the contact’s',
      { header: { languageCode: tag('de') }, contact: { languageCode: tag('nl-BE') } },
      'de',
      'header',
      'de',
      false,
    ],
    ['the contact’s, if there is a document', { contact: { languageCode: tag('nl-BE') } }, 'nl-BE', 'contact', 'nl-BE', false],
    ['the contact’s, by its base language', { contact: { languageCode: tag('de-AT') } }, 'de-AT', 'contact', 'de', false],
    ['the contact’s, by another country of it', { contact: { languageCode: tag('nl') } }, 'nl', 'contact', 'nl-BE', false],
    [
      'the template’s default otherwise',
      { contact: { languageCode: tag('fr') }, letter: { languageCode: tag('nl-BE') } },
      'nl-BE',
      'template',
      'nl-BE',
      true,
    ],
    ['the first document’s, without a default', { contact: { languageCode: tag('fr') } }, 'de', 'template', 'de', true],
    ['the first document’s, when the default has none', { letter: { languageCode: tag('fr') } }, 'de', 'template', 'de', false],
    ['what the header says, though there is no document', { header: { languageCode: tag('fr') } }, 'fr', 'header', undefined, false],
    [
      'the contact’s for the log, when nothing is printed',
      { contact: { languageCode: tag('fr') }, letter: { documents: [] } },
      'fr',
      'contact',
      undefined,
      false,
    ],
    ['none at all', { letter: { documents: [] } }, undefined, 'none', undefined, false],
  ])('%s', (_, { letter, ...rest }, language, from, document, fellBack) => {
    const line = resolve({ ...rest, letter: { ...deAndNl, ...letter } })
    expect(line.languageCode).toEqual({ value: language, from })
    expect(line.document?.languageCode).toBe(document)
    expect(line.languageFellBack).toBe(fellBack)
  })
})

describe('Salesperson', () => {
  test.each<[Case, string | undefined, From]>([
    [{ own: { salespersonId: vera.id }, header: { salespersonId: otto.id }, contact: { salespersonId: kai.id } }, 'Vera', 'line'],
    [{ header: { salespersonId: otto.id }, contact: { salespersonId: kai.id } }, 'Otto', 'header'],
    [{ contact: { salespersonId: kai.id } }, 'Kai', 'contact'],
    [{}, undefined, 'none'],
    [{ own: { salespersonId: 'gone' as SalespersonId }, contact: { salespersonId: kai.id } }, undefined, 'line'],
  ])('%# · %j · %s from the %s', (given, name, from) => {
    const { salesperson: found } = resolve(given)
    expect([found.value?.name, found.from]).toEqual([name, from])
  })
})

describe('Correspondence type', () => {
  const post: CorrespondenceType = 'hardCopy'
  test.each<[Case, CorrespondenceType | undefined, From]>([
    [{ own: { correspondenceType: post }, header: { correspondenceType: 'email' } }, post, 'line'],
    [{ header: { correspondenceType: post }, contact: { correspondenceType: 'email' } }, post, 'header'],
    [{ contact: { correspondenceType: post }, letter: { correspondenceType: 'email' } }, post, 'contact'],
    [{ letter: { correspondenceType: post } }, post, 'template'],
    [{}, undefined, 'none'],
  ])('%j · %s from the %s', (given, value, from) => {
    expect(resolve(given).correspondenceType).toEqual({ value, from })
  })
})

describe('Texts, day and references', () => {
  test.each<[Case, string, From]>([
    [{ own: { subject: 'Line' }, header: { subject: 'Header' } }, 'Line', 'line'],
    [{ own: { subject: '' }, header: { subject: 'Header' } }, '', 'line'],
    [{ header: { subject: 'Header' }, letter: { subject: 'Template' } }, 'Header', 'header'],
    [{ letter: { subject: 'Template' } }, 'Template', 'template'],
    [{}, '', 'none'],
  ])('subject · %j · "%s" from the %s', (given, value, from) => {
    expect(resolve(given).subject).toEqual({ value, from })
  })

  test('what is the line’s own is counted', () => {
    const line = resolve({ own: { day: toDay('2026-12-01'), description: 'Own', campaignId: spring.id } })
    expect(line).toMatchObject({
      ownCount: 3,
      day: { from: 'line' },
      description: { value: 'Own', from: 'line' },
      campaign: { from: 'line' },
    })
    expect(resolve({})).toMatchObject({ ownCount: 0, day: { value: today, from: 'header' }, company: ahorn, template: { from: 'header' } })
  })

  test('a line whose contact is gone still resolves', () => {
    const { segment } = segmentOf([])
    const line = effective(lineOf(person({ name: 'Gone' }), 1), segment, around({}))
    expect(line).toMatchObject({
      contact: undefined,
      company: undefined,
      document: undefined,
      template: { value: undefined, from: 'none' },
    })
  })
})
