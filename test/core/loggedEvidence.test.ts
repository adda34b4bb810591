// What a log leaves, entry by entry: evidence of the line as it was, of the address it went to, and of what campaigns get of it.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { changesOfLog, planLog, planningLog, type LogOptions } from '../../src/core/interaction/planLog.ts'
import type { AlternativeAddress } from '../../src/model/contact.ts'
import type { AttachmentId, CampaignId, InteractionGroupId, SalespersonId, TemplateId } from '../../src/model/ids.ts'
import { linesPerPiece } from '../../src/model/interaction.ts'
import { toLetterLanguage, type Delivery } from '../../src/model/parts.ts'
import type { LineOwn, Segment } from '../../src/model/segment.ts'
import { around, campaign, company, documentIn, lineOf, occasion, person, salesperson, segmentOf, template, today, valid } from '../make.ts'

const vera = salesperson({ name: 'Vera' })
const otto = salesperson({ name: 'Otto' })
const [spring, fair] = [campaign({ description: 'Spring' }), campaign({ description: 'Fair' })]
const news = 'news' as InteractionGroupId
const letter = template({ correspondenceType: 'hardCopy', interactionGroupId: news, unitCost: 2, unitDuration: 5 })
const call = template({ id: 'call' as TemplateId, documents: [], unitCost: 1, unitDuration: 10 })
const dacha: AlternativeAddress = {
  ...{ code: 'DACHA', description: 'Summer', address: 'Am See 1', address2: '', postCode: '82211', city: 'Herrsching', county: '' },
  ...{
    countryCode: '',
    phone: '',
    email: 'sommer@example.com',
    ranges: [{ startingDay: toDay('2026-11-01'), endingDay: toDay('2026-11-30') }],
  },
}
const ahorn = company({ name: 'Ahorn', city: 'Ulm', address: 'Ring 1' })
const anna = person({ name: 'Anna Berg', company: ahorn, email: 'anna@example.com', correspondenceType: 'email' })
const cora = person({ name: 'Cora Lind', city: 'Bonn', address: 'Weg 2', alternativeAddresses: [dacha] })
const mute = person({ name: 'Mia Stumm', city: 'Bonn', correspondenceType: 'email' })
const contacts = [ahorn, anna, cora, mute]
const world = around({ contacts, templates: [letter, call], salespeople: [vera, otto], campaigns: [spring, fair] })
const ready: Partial<Segment> = { templateId: letter.id, salespersonId: vera.id }

const log = (people: Parameters<typeof segmentOf>[0], header: Partial<Segment> = {}, options: LogOptions = {}) => {
  const state = segmentOf(people, { ...ready, ...header })
  const planned = planLog(state, world, options, occasion(40))
  if (!planned.ok) throw new Error(JSON.stringify(planned.failure))
  valid(changesOfLog(planned.value, state))
  return planned.value
}
const entryOf = (own: LineOwn, header: Partial<Segment> = {}, who = cora) => log([lineOf(who, 1, { own })], header).entries[0]!

describe('2.12 An entry is a copy of its line', () => {
  test('with everything the line says for itself: time, evaluation, the failed attempt, the number that was called', () => {
    const own: LineOwn = {
      time: '09:30',
      evaluation: 'positive',
      attemptFailed: true,
      contactVia: '+49 1',
      day: toDay('2026-11-18'),
      cost: 7,
    }
    expect(entryOf({ ...own, duration: 0, informationFlow: 'inbound', initiatedBy: 'them' })).toMatchObject({
      ...own,
      ...{ duration: 0, informationFlow: 'inbound', initiatedBy: 'them', loggedBy: 'Vera', interactionGroupId: news },
    })
  })

  test('with cost and minutes of its template, where neither line nor header says otherwise', () => {
    expect(entryOf({})).toMatchObject({ cost: 2, duration: 5 })
    expect(entryOf({}, { unitCost: 3, unitDuration: 0 })).toMatchObject({ cost: 3, duration: 0 })
    expect(entryOf({ templateId: call.id }, { unitCost: 3 })).toMatchObject({ cost: 1, duration: 10, templateId: call.id })
  })

  test('with target and response only where there is a campaign', () => {
    expect(entryOf({ campaignTarget: true, campaignResponse: true })).toMatchObject({ campaignTarget: false, campaignResponse: false })
    expect(entryOf({ campaignTarget: true, campaignId: spring.id })).toMatchObject({ campaignTarget: true, campaignResponse: false })
  })

  test('with the alternative address of its day, and where the letter went stands in the frozen line', () => {
    const { entries, lines, logged } = log([cora])
    expect(entries[0]).toMatchObject({ alternativeAddress: 'DACHA' })
    expect(lines[0]).toMatchObject({ city: 'Herrsching' })
    expect({ ...logged.values, ...lines[0]?.values }).toMatchObject({ Address: 'Am See 1', City: 'Herrsching' })
    expect(entryOf({ alternativeAddress: '' })).not.toHaveProperty('alternativeAddress')
    expect(entryOf({ day: toDay('2026-12-01') })).not.toHaveProperty('alternativeAddress')
  })

  test('a person without an address of her own stands in the town her letter goes to: her company’s', () => {
    expect(log([anna]).lines[0]).toMatchObject({ city: 'Ulm' })
  })
})

describe('2.12, 3.21 E-mail without an address', () => {
  test('is logged without a correspondence type, as the reference does when nothing is sent; here the board has warned before', () => {
    expect(log([mute]).entries[0]).not.toHaveProperty('correspondenceType')
    expect(log([mute]).entries[0]).not.toHaveProperty('delivery')
    expect(log([anna]).entries[0]).toMatchObject({ correspondenceType: 'email', delivery: 'toSend' })
  })

  test('is an e-mail again where the address reached has one', () => {
    expect(entryOf({ correspondenceType: 'email' })).toMatchObject({ correspondenceType: 'email', alternativeAddress: 'DACHA' })
    expect(entryOf({ correspondenceType: 'email', alternativeAddress: '' })).not.toHaveProperty('correspondenceType')
  })
})

describe('2.12, 3.22 Where the letter is on its way', () => {
  test.each<[string, LineOwn, boolean, Delivery | undefined]>([
    ['to be printed', {}, false, 'toPrint'],
    ['to be sent', { correspondenceType: 'email' }, false, 'toSend'],
    ['printed already', {}, true, 'printed'],
    ['sent already', { correspondenceType: 'email' }, true, 'shared'],
    ['nowhere without a document: there is nothing to fail on', { templateId: call.id }, false, undefined],
  ])('%s', (_, own, delivered, delivery) => {
    expect(log([lineOf(cora, 1, { own })], {}, { delivered }).entries[0]?.delivery).toBe(delivery)
  })
})

describe('2.12 A campaign gets one entry', () => {
  test('for each campaign of the lines, with day and salesperson of its first line, and each line’s entry names it', () => {
    const lines = [
      lineOf(anna, 1, { own: { campaignId: spring.id, salespersonId: otto.id, day: toDay('2026-11-02') } }),
      lineOf(cora, 2, { own: { campaignId: fair.id } }),
      lineOf(ahorn, 3, { own: { campaignId: spring.id } }),
      lineOf(mute, 4),
    ]
    const { campaignEntries, entries, logged } = log(lines)
    expect(campaignEntries).toMatchObject([
      { campaignId: spring.id, day: '2026-11-02', salespersonId: otto.id, loggedSegmentId: logged.id, description: 'Autumn letter' },
      { campaignId: fair.id, day: today, salespersonId: vera.id },
    ])
    const [ofSpring, ofFair] = campaignEntries.map(({ id }) => id)
    expect(entries.map(({ campaignEntryId }) => campaignEntryId)).toEqual([ofSpring, ofFair, ofSpring, undefined])
  })
})

describe('2.12 The frozen line', () => {
  test('keeps the letter of one’s own, its language and its fields as they were mapped', () => {
    const own = documentIn('de', { attachmentId: 'mine' as AttachmentId, mapping: { Anrede: 'CALC_Formal_Salutation' } })
    const { lines } = log([lineOf(cora, 1, { document: own, comment: 'Bis bald' }), anna])
    expect(lines[0]).toMatchObject({ attachmentId: 'mine', languageCode: 'de', mapping: own.mapping, line: { comment: 'Bis bald' } })
    expect(lines[1]).toMatchObject({ attachmentId: 'letter-en', languageCode: toLetterLanguage('en') })
  })

  test('stands in pieces, in the order of the list, each line in one', () => {
    const many = Array.from({ length: 2 * linesPerPiece + 1 }, (_, at) => lineOf(at % 2 ? anna : cora, at + 1))
    const state = segmentOf(many, ready)
    const planned = planLog(state, world, {}, occasion())
    const pieces = planned.ok ? changesOfLog(planned.value, state).put.loggedLines! : []
    expect(pieces.map(({ from, lines }) => [from, lines.length])).toEqual([
      [0, linesPerPiece],
      [linesPerPiece, linesPerPiece],
      [2 * linesPerPiece, 1],
    ])
    expect(pieces.flatMap(({ lines }) => lines.map(({ line }) => line.lineNo))).toEqual(many.map(({ lineNo }) => lineNo))
    expect(pieces.map(({ id }) => id)).toEqual(pieces.map(({ id }) => id).toSorted())
  })
})

describe('3.18–3.20 What stands against logging', () => {
  const against = (people: Parameters<typeof segmentOf>[0], header: Partial<Segment>) => {
    const planned = planLog(segmentOf(people, { ...ready, ...header }), world, {}, occasion())
    return planned.ok ? 'logged' : planned.failure
  }
  test.each<[string, Parameters<typeof segmentOf>[0], Partial<Segment>, string[]]>([
    ['no description', [anna], { description: ' ' }, ['noDescription']],
    ['nobody in it', [], {}, ['noLines']],
    ['a template that is gone', [anna], { templateId: 'gone' as TemplateId }, ['templateGone']],
    ['no template', [anna], { templateId: undefined }, ['noTemplate']],
    ['a salesperson who is gone', [anna], { salespersonId: 'gone' as SalespersonId }, ['noSalesperson']],
    ['a campaign that is gone', [anna], { campaignId: 'gone' as CampaignId }, ['campaignGone']],
  ])('%s is said, all at once and before anything is written; the reference stops at the first line', (_, people, header, problems) => {
    expect(against(people, header)).toEqual({ code: 'logRefused', problems })
  })

  test('3.20 a line whose contact is gone stays in the evidence with the reason; the reference drops it without a word', () => {
    const { lines, logged } = log([anna, lineOf('lost' as never, 2)])
    expect(lines[1]).toMatchObject({ leftOut: 'contactGone', values: {} })
    expect(logged.counts).toMatchObject({ lines: 2, logged: 1, contactGone: 1 })
  })
})

test.each([
  ['', {}, []],
  [', and can be stopped while it looks who shares a letter', { lettersPer: 'household' as const }, [0, 0, 0, 0]],
])('A long plan says bit by bit how far it is, and comes to the same%s', (_, shared, before) => {
  const many = Array.from({ length: 1000 }, (_, at) => lineOf(at % 2 ? anna : cora, at + 1))
  const planning = planningLog(segmentOf(many, { ...ready, ...shared }), world, {}, occasion())
  const said: number[] = []
  let step = planning.next()
  for (; !step.done; step = planning.next()) said.push(step.value)
  expect(said).toEqual([...before, 250, 500, 750, 1000])
  expect(step.value).toMatchObject({ ok: true, value: { logged: { counts: { logged: 1000 } } } })
})
