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

const visit = template({
  ...{ id: 'visit' as TemplateId, description: 'Visit', unitCost: 40, unitDuration: 60, initiatedBy: 'them', informationFlow: 'inbound' },
  ...{ correspondenceType: 'email' as const, subject: 'Our visit', campaignTarget: true },
})

interface Case {
  own?: LineOwn
  header?: Partial<Segment>
  contact?: Parameters<typeof person>[0]
  letter?: Parameters<typeof template>[0]
}

function resolve({ own = {}, header = {}, contact = {}, letter = {} }: Case) {
  const anna = person({ name: 'Anna Berg', company: ahorn, ...contact })
  const lists = { contacts: [ahorn, anna], templates: [template(letter), visit], salespeople: [vera, otto, kai], campaigns: [spring] }
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
      'the header’s, if it holds for all',
      { header: { languageCode: tag('de'), ignoreContactLanguage: true }, contact: { languageCode: tag('nl-BE') } },
      'de',
      'header',
      'de',
      false,
    ],
    [
      'the header’s for all, also where there is no document: nothing is printed in a language that was not asked for',
      { header: { languageCode: tag('fr'), ignoreContactLanguage: true }, contact: { languageCode: tag('de') } },
      'fr',
      'header',
      undefined,
      false,
    ],
    [
      'the contact’s, before the header’s default (1.4)',
      { header: { languageCode: tag('de') }, contact: { languageCode: tag('nl-BE') } },
      'nl-BE',
      'contact',
      'nl-BE',
      false,
    ],
    [
      'the header’s default, if there is no document in the contact’s (1.4)',
      { header: { languageCode: tag('nl-BE') }, contact: { languageCode: tag('fr') } },
      'nl-BE',
      'header',
      'nl-BE',
      true,
    ],
    [
      'the contact’s of a line with a template of its own: the header’s default is of another template (1.4)',
      { own: { templateId: 'visit' as TemplateId }, header: { languageCode: tag('de') }, contact: { languageCode: tag('en-GB') } },
      'en-GB',
      'contact',
      'en',
      false,
    ],
    [
      'the own template’s first document, whatever the header says (1.4)',
      { own: { templateId: 'visit' as TemplateId }, header: { languageCode: tag('de') }, contact: { languageCode: tag('fr') } },
      'en',
      'template',
      'en',
      true,
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
    [
      'the template’s, though the header names one without a document: a letter comes out',
      { header: { languageCode: tag('fr') } },
      'de',
      'template',
      'de',
      false,
    ],
    [
      'what the header says for the log, when nothing is printed',
      { header: { languageCode: tag('fr') }, letter: { documents: [] } },
      'fr',
      'header',
      undefined,
      false,
    ],
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
    // 1.5 a (1): the header's for everybody, only with the flag and a type.
    [{ header: { correspondenceType: post, ignoreContactCorrespondence: true }, contact: { correspondenceType: 'email' } }, post, 'header'],
    [{ header: { correspondenceType: post }, contact: { correspondenceType: 'email' } }, 'email', 'contact'],
    [{ header: { ignoreContactCorrespondence: true }, contact: { correspondenceType: 'email' } }, 'email', 'contact'],
    [{ header: { correspondenceType: post } }, undefined, 'none'],
    // (2): the template's, if it holds for everybody or the contact has no wish; it may be blank.
    [
      { letter: { correspondenceType: post, ignoreContactCorrespondence: true }, contact: { correspondenceType: 'email' } },
      post,
      'template',
    ],
    [{ letter: { ignoreContactCorrespondence: true }, contact: { correspondenceType: 'email' } }, undefined, 'none'],
    [{ letter: { correspondenceType: post } }, post, 'template'],
    // (3): the contact's own way.
    [{ contact: { correspondenceType: post }, letter: { correspondenceType: 'email' } }, post, 'contact'],
    [{}, undefined, 'none'],
    // 1.5 b: the same with a template of the line's own; the header's for everybody still holds.
    [{ own: { templateId: visit.id } }, 'email', 'template'],
    [{ own: { templateId: visit.id }, contact: { correspondenceType: post } }, post, 'contact'],
    [{ own: { templateId: visit.id }, header: { correspondenceType: post, ignoreContactCorrespondence: true } }, post, 'header'],
  ])('%j · %s from the %s', (given, value, from) => {
    expect(resolve(given).correspondenceType).toEqual({ value, from })
  })
})

const twoSubjects = [documentIn('en', { subject: 'Letter' }), documentIn('de', { subject: 'Brief' })]

describe('Texts, day and references', () => {
  test.each<[Case, string, From]>([
    [{ own: { subject: 'Line' }, header: { subject: 'Header' } }, 'Line', 'line'],
    [{ own: { subject: '' }, header: { subject: 'Header' } }, '', 'line'],
    [{ header: { subject: 'Header' }, letter: { subject: 'Template' } }, 'Header', 'header'],
    [{ letter: { subject: 'Template' } }, 'Template', 'template'],
    [{ letter: { subject: 'Template', documents: [documentIn('en', { subject: 'Document' })] } }, 'Document', 'template'],
    // 1.1, field 24: the header's is the subject in its default language.
    [{ header: { subject: 'Header' }, letter: { documents: [documentIn('en', { subject: 'Document' })] } }, 'Header', 'header'],
    [
      { header: { subject: 'Header' }, letter: { documents: twoSubjects }, contact: { languageCode: toLetterLanguage('de') } },
      'Brief',
      'template',
    ],
    [
      {
        header: { subject: 'Kopf', languageCode: toLetterLanguage('de') },
        letter: { documents: twoSubjects },
        contact: { languageCode: toLetterLanguage('de') },
      },
      'Kopf',
      'header',
    ],
    [{ own: { templateId: visit.id }, header: { subject: 'Header' } }, 'Our visit', 'template'],
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

describe('What the template sets (1.2, 1.3)', () => {
  const fromHeader = { unitCost: 9, unitDuration: 9, informationFlow: 'inbound', initiatedBy: 'them', campaignId: spring.id } as const
  test('from the template, from the header before it, from the line before all', () => {
    const values = ({ cost, duration, informationFlow, initiatedBy }: ReturnType<typeof resolve>) =>
      [cost, duration, informationFlow, initiatedBy].map(({ value, from }) => `${value} ${from}`)
    expect(values(resolve({}))).toEqual(['2 template', '5 template', 'outbound template', 'us template'])
    expect(values(resolve({ header: fromHeader }))).toEqual(['9 header', '9 header', 'inbound header', 'them header'])
    const own = { cost: 0, duration: 0, informationFlow: 'outbound', initiatedBy: 'us' } as const
    expect(values(resolve({ own, header: fromHeader }))).toEqual(['0 line', '0 line', 'outbound line', 'us line'])
    // Differs from the reference: there another template leaves cost, duration and the rest of the old one on the lines.
    expect(values(resolve({ own: { templateId: visit.id }, header: fromHeader }))).toEqual([
      '40 template',
      '60 template',
      'inbound template',
      'them template',
    ])
  })

  test('the campaign is the line’s, the header’s, the template’s; target and response mean nothing without one', () => {
    const letter = { campaignId: spring.id, campaignTarget: true }
    expect(resolve({ letter }).campaign).toEqual({ value: spring, from: 'template' })
    expect(resolve({ letter }).campaignTarget).toEqual({ value: true, from: 'template' })
    expect(resolve({ letter: { campaignTarget: true } }).campaignTarget).toEqual({ value: false, from: 'none' })
    expect(resolve({ letter: { campaignTarget: true }, header: { campaignId: spring.id, campaignTarget: false } }).campaignTarget).toEqual({
      value: false,
      from: 'header',
    })
    expect(resolve({ own: { campaignResponse: true, campaignId: spring.id } }).campaignResponse).toEqual({ value: true, from: 'line' })
  })
})

describe('Alternative address', () => {
  const site = (code: string, startingDay: string, endingDay?: string) => ({
    ...{
      code,
      description: '',
      address: code,
      address2: '',
      postCode: '',
      city: 'Sylt',
      county: '',
      countryCode: 'DE',
      phone: '',
      email: '',
    },
    ranges: [{ startingDay: toDay(startingDay), ...(endingDay ? { endingDay: toDay(endingDay) } : {}) }],
  })
  const contact = { alternativeAddresses: [site('SUMMER', '2026-06-01', '2026-08-31'), site('WINTER', '2026-11-01')] }
  test.each<[string, Case, string | undefined, From]>([
    ['the one in force on the line’s day', { contact }, 'WINTER', 'contact'],
    ['another day, another address', { contact, own: { day: toDay('2026-07-01') } }, 'SUMMER', 'contact'],
    ['the header’s day counts as well', { contact, header: { day: toDay('2026-07-01') } }, 'SUMMER', 'contact'],
    ['none in force: the main one', { contact, own: { day: toDay('2026-10-01') } }, undefined, 'contact'],
    ['the line’s, whatever the day', { contact, own: { alternativeAddress: 'SUMMER' } }, 'SUMMER', 'line'],
    ['the main one, whatever the day', { contact, own: { alternativeAddress: '' } }, undefined, 'line'],
    ['one that was deleted: the main one', { contact, own: { alternativeAddress: 'GONE' } }, undefined, 'line'],
  ])('%s', (_, given, code, from) => {
    const line = resolve(given)
    expect([line.alternativeAddress.value?.code, line.alternativeAddress.from]).toEqual([code, from])
    expect(line.reached?.address).toBe(code ?? '')
  })
})

test('A document of one’s own comes before the template’s, with its language, and stays when the template changes (1.4, 1.6)', () => {
  const own = documentIn('fr', { fileName: 'anna.docx' })
  const anna = person({ name: 'Anna Berg', languageCode: toLetterLanguage('en') })
  const lists = around({ contacts: [anna], templates: [template(), visit] })
  for (const templateId of ['letter', 'visit', undefined] as (TemplateId | undefined)[]) {
    const { segment } = segmentOf([], templateId ? { templateId } : {})
    const line = effective(lineOf(anna, 1, { document: own }), segment, lists)
    expect(line).toMatchObject({ document: own, languageCode: { value: 'fr', from: 'line' }, languageFellBack: false, ownCount: 1 })
  }
})

test('A document of one’s own leaves the subject as it was: the template’s in that language, or the header’s', () => {
  const anna = person({ name: 'Anna Berg', languageCode: toLetterLanguage('de') })
  const letters = [documentIn('en'), documentIn('de', { subject: 'Neues' })]
  const lists = around({ contacts: [anna], templates: [template({ documents: letters, languageCode: toLetterLanguage('en') })] })
  const subjectOf = (document: string, subject = '') => {
    const { segment } = segmentOf([], { templateId: 'letter' as TemplateId, subject })
    return effective(lineOf(anna, 1, { document: documentIn(document) }), segment, lists).subject.value
  }
  expect(subjectOf('de')).toBe('Neues')
  expect(subjectOf('de', 'News')).toBe('Neues')
  expect(subjectOf('en', 'News')).toBe('News')
})
