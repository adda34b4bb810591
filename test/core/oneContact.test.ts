// An interaction with one contact: what the template sets, what stands against it, what is written.
// The scenarios are those of the Create Interaction and Make Phone Call wizards; where this differs, the title says how.
import { describe, expect, it } from 'vitest'
import { interactionProblems, planInteraction, setByTemplate, type InteractionFields } from '../../src/core/interaction/oneContact.ts'
import type { CampaignId, SalespersonId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { around, campaign, company, documentIn, occasion, person, salesperson, template, today, valid } from '../make.ts'

const bikes = company({ name: 'Bike Works', phone: '+49 89 1' })
const anna = person({ name: 'Anna Berg', company: bikes, languageCode: toLetterLanguage('de'), correspondenceType: 'email' })
const vera = salesperson({ name: 'Vera Lind' })
const fair = campaign({ description: 'Spring fair' })
const call = template({ id: 'call' as TemplateId, description: 'Phone call', unitCost: 4, unitDuration: 10, documents: [] })
const letter = template({
  ...{ description: 'Letter', correspondenceType: 'hardCopy', subject: 'News', languageCode: toLetterLanguage('en') },
  documents: [documentIn('en'), documentIn('de', { subject: 'Neues' })],
})
const all = around({ contacts: [anna, bikes], templates: [call, letter], salespeople: [vera], campaigns: [fair] })

const fields = (more: Partial<InteractionFields> = {}): InteractionFields => ({
  ...{ contactId: anna.id, templateId: call.id, description: 'Phone call', salespersonId: vera.id, day: today, time: '09:30' },
  ...{ correspondenceType: undefined, languageCode: undefined, informationFlow: 'outbound', initiatedBy: 'us', subject: '', comment: '' },
  ...{ campaignId: undefined, campaignTarget: false, campaignResponse: false, evaluation: undefined, attemptFailed: false },
  ...{ cost: 4, duration: 10, contactVia: '', withLetter: false, ...more },
})

const written = (more: Partial<InteractionFields> = {}, minute = 0) => {
  const planned = planInteraction(fields(more), all, occasion(minute))
  if (!planned.ok) throw new Error(JSON.stringify(planned.failure))
  return valid(planned.value.changes)
}

describe('A template sets', () => {
  it('its type whatever the contact prefers, the contact’s language if it has a document in it, and the subject in that language', () => {
    expect(setByTemplate(letter, anna, all)).toMatchObject({
      ...{ description: 'Letter', correspondenceType: 'hardCopy', languageCode: 'de', subject: 'Neues', cost: 2, duration: 5 },
    })
  })

  it('nothing of a language that it has no document in: its own default', () => {
    const dutch = { ...anna, languageCode: toLetterLanguage('nl') }
    expect(setByTemplate(letter, dutch, around({ contacts: [dutch], templates: [letter] })).languageCode).toBe('en')
  })
})

describe('Against an interaction stands', () => {
  const cases: [string, Partial<InteractionFields>, string[]][] = [
    ['nothing, when all is filled', {}, []],
    ['no template (3.26)', { templateId: undefined }, ['noTemplate']],
    ['a template that is gone', { templateId: 'gone' as TemplateId }, ['noTemplate']],
    ['no description (3.26)', { description: '  ' }, ['noDescription']],
    ['no salesperson (3.26)', { salespersonId: undefined }, ['noSalesperson']],
    ['a salesperson who is gone', { salespersonId: 'gone' as SalespersonId }, ['noSalesperson']],
    ['no date (3.26)', { day: undefined }, ['noDay']],
    ['negative minutes', { duration: -1 }, ['negative']],
    ['a cost that is no number', { cost: Number.NaN }, ['negative']],
    ['a letter without a document', { withLetter: true }, ['noDocument']],
    [
      'everything at once, not only the first',
      { templateId: undefined, description: '', day: undefined },
      ['noTemplate', 'noDescription', 'noDay'],
    ],
  ]
  it.each(cases)('%s', (_, more, problems) => {
    expect(interactionProblems(fields(more), all)).toEqual(problems)
    expect(planInteraction(fields(more), all, occasion()).ok).toBe(problems.length === 0)
  })

  it('privacy: the blocked and the minor without consent are refused (3.29)', () => {
    const blocked = { ...anna, privacyBlocked: true }
    const minor = { ...anna, minor: true }
    const of = (contact: typeof anna) => interactionProblems(fields(), around({ ...lists, contacts: [contact] }))
    expect([of(blocked), of(minor), of({ ...minor, parentalConsent: true })]).toEqual([['privacyBlocked'], ['minor'], []])
  })
  const lists = { templates: [call], salespeople: [vera] }

  it('not an e-mail without a document: a mail she wrote herself is noted (the reference refuses it, 3.26)', () => {
    expect(interactionProblems(fields({ correspondenceType: 'email' }), all)).toEqual([])
  })
})

describe('What is written', () => {
  it('one entry with who, company, what, when and what came of it; the line of no segment', () => {
    const { put } = written({ evaluation: 'positive', comment: ' wants a new lathe ', contactVia: '+49 89 1' })
    expect(put.entries).toHaveLength(1)
    expect(put.entries?.[0]).toMatchObject({
      ...{ contactId: anna.id, contactName: 'Anna Berg', companyId: bikes.id, companyName: 'Bike Works', day: today, time: '09:30' },
      ...{ templateId: call.id, salespersonId: vera.id, cost: 4, duration: 10, evaluation: 'positive', attemptFailed: false },
      ...{ comment: 'wants a new lathe', contactVia: '+49 89 1', cancelled: false, loggedBy: 'Vera' },
    })
    expect(put.entries?.[0]).not.toHaveProperty('loggedSegmentId')
    expect(put.entries?.[0]).not.toHaveProperty('delivery')
    expect(put.campaignEntries).toBeUndefined()
  })

  it('rests on contact, template, salesperson and campaign as they were read: none is blocked or gone when it is written', () => {
    const { requires } = written({ campaignId: fair.id })
    expect(requires).toEqual([
      ...[
        { table: 'contacts', id: anna.id, rev: 1 },
        { table: 'templates', id: call.id, rev: 1 },
      ],
      ...[
        { table: 'salespeople', id: vera.id, rev: 1 },
        { table: 'campaigns', id: fair.id, rev: 1 },
      ],
    ])
  })

  it('about an invented person goes with the sample data, and what a campaign got of it, too', () => {
    const invented = { ...anna, sample: true as const }
    const planned = planInteraction(fields({ campaignId: fair.id }), { ...all, contacts: new Map([[anna.id, invented]]) }, occasion())
    if (!planned.ok) throw new Error(planned.failure.code)
    const { entries, campaignEntries } = valid(planned.value.changes).put
    expect([entries?.[0]?.sample, campaignEntries?.[0]?.sample]).toEqual([true, true])
  })

  it('a campaign gets its entry too, and the two are linked', () => {
    const { put } = written({ campaignId: fair.id, campaignTarget: true })
    expect(put.campaignEntries?.[0]).toMatchObject({ campaignId: fair.id, description: 'Phone call', salespersonId: vera.id })
    expect(put.entries?.[0]).toMatchObject({ campaignEntryId: put.campaignEntries?.[0]?.id, campaignTarget: true })
  })

  it('the template’s campaign may be taken away in the form', () => {
    const invitation = template({ id: 'invitation' as TemplateId, campaignId: fair.id, documents: [] })
    const lists = around({ contacts: [anna, bikes], templates: [invitation], salespeople: [vera], campaigns: [fair] })
    expect(setByTemplate(invitation, anna, lists).campaignId).toBe(fair.id)
    const planned = planInteraction(fields({ templateId: invitation.id, campaignId: undefined }), lists, occasion())
    expect(planned.ok && planned.value.changes.put.entries?.[0]).not.toHaveProperty('campaignId')
    expect(planned.ok && planned.value.changes.put.campaignEntries).toBeUndefined()
  })

  it('target and response mean nothing without a campaign, or with one that is gone', () => {
    for (const campaignId of [undefined, 'gone' as CampaignId])
      expect(written({ campaignId, campaignTarget: true, campaignResponse: true }).put.entries?.[0]).toMatchObject({
        ...{ campaignTarget: false, campaignResponse: false },
      })
  })

  it('a letter is frozen with its values, and waits to be printed', () => {
    const words = { templateId: letter.id, withLetter: true, correspondenceType: 'hardCopy', comment: 'See you in May' } as const
    const entry = written(words).put.entries?.[0]
    expect(entry?.delivery).toBe('toPrint')
    expect(entry?.letter).toMatchObject({ attachmentId: 'letter-de', languageCode: 'de' })
    expect(entry?.letter?.values).toMatchObject({
      Name: 'Anna Berg',
      Company_Name: 'Bike Works',
      Comment: 'See you in May',
      Salesperson_Name: 'Vera Lind',
    })
  })

  it('in another language, if she chose it', () => {
    const entry = written({ templateId: letter.id, withLetter: true, languageCode: toLetterLanguage('en') }).put.entries?.[0]
    expect(entry?.letter?.attachmentId).toBe('letter-en')
  })
})
