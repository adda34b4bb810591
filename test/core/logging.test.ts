// The log itself, its cancel, and the follow-up. (The board before logging: problems.test.ts)
import { describe, expect, test } from 'vitest'
import { isCancelled, planCancelLogged } from '../../src/core/interaction/cancel.ts'
import { changesOfLog, planLog, type LogOptions } from '../../src/core/interaction/planLog.ts'
import { planFollowUp } from '../../src/core/segment/followUp.ts'
import { planAddByHand, planUndoStep, type SegmentState } from '../../src/core/segment/steps.ts'
import type { ContactId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Segment } from '../../src/model/segment.ts'
import type { TableName } from '../../src/model/tables.ts'
import {
  after,
  around,
  campaign,
  company,
  entry,
  lineOf,
  occasion,
  ourCompany,
  person,
  salesperson,
  segmentOf,
  template,
  valid,
} from '../make.ts'

const vera = salesperson({ name: 'Vera' })
const otto = salesperson({ name: 'Otto' })
const spring = campaign({ description: 'Spring' })
const letter = template({ correspondenceType: 'hardCopy', subject: 'Good news' })
const call = template({ id: 'call' as TemplateId, documents: [] })
const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm' })
const fine = { salutationCode: 'F', email: 'a@example.com' }
const anna = person({ name: 'Anna Berg', company: ahorn, ...fine })
const cora = person({ name: 'Cora Lind', address: 'Weg 2', city: 'Bonn', ...fine })
const blocked = person({ name: 'Frida Voss', privacyBlocked: true })
const nowhere = person({ name: 'Nora Wind', ...fine })
const nameless = person({ firstName: 'Udo', address: 'Weg 3', city: 'Bonn', email: 'u@example.com' })
const french = person({ name: 'Zoé Roux', address: 'Rue 1', city: 'Lyon', languageCode: toLetterLanguage('fr'), ...fine })
const contacts = [ahorn, anna, cora, blocked, nowhere, nameless, french]
const world = around({ contacts, templates: [letter, call], salespeople: [vera, otto], campaigns: [spring], company: ourCompany() })
const ready: Partial<Segment> = {
  ...{ templateId: letter.id, salespersonId: vera.id, campaignId: spring.id },
  lettersMade: { at: '2026-11-20T09:00:00.000Z', count: 1 },
}
const byMail: Partial<Segment> = { correspondenceType: 'email', ignoreContactCorrespondence: true }
const gone = lineOf('gone' as ContactId, 9)

const log = (state: SegmentState, options: LogOptions = {}) => {
  const planned = planLog(state, world, options, occasion(40))
  if (!planned.ok) throw new Error(JSON.stringify(planned.failure))
  return planned.value
}

describe('Log', () => {
  test('says the subject as the letter says it, with its fields filled', () => {
    const { entries } = log(segmentOf([cora], { ...ready, subject: 'For {{Name}}' }))
    expect(entries.map(({ subject }) => subject)).toEqual(['For Cora Lind'])
  })

  test('is refused with all reasons that block', () => {
    const state = segmentOf([blocked], { description: '' })
    expect(planLog(state, world, {}, occasion())).toEqual({
      ok: false,
      failure: { code: 'logRefused', problems: ['noDescription', 'noLines', 'noTemplate'] },
    })
  })

  test('gives everybody an entry with what holds for her line', () => {
    const lines = [lineOf(anna, 1, { comment: 'Till soon' }), lineOf(cora, 2, { own: { salespersonId: otto.id } })]
    const { entries, logged } = log(segmentOf(lines, ready))
    expect(entries).toMatchObject([
      {
        contactId: anna.id,
        companyId: ahorn.id,
        contactName: 'Anna Berg',
        salespersonId: vera.id,
        comment: 'Till soon',
        cost: 2,
        duration: 5,
      },
      { contactId: cora.id, salespersonId: otto.id, correspondenceType: 'hardCopy', languageCode: 'en', subject: 'Good news' },
    ])
    expect(entries.every((entry) => entry.loggedSegmentId === logged.id && entry.campaignId === spring.id)).toBe(true)
  })

  test('freezes the lines as they were, with the values of their letters; whoever is left out stays with the reason', () => {
    const { logged, lines, entries } = log(segmentOf([anna, cora, blocked, gone], ready))
    expect(logged).toMatchObject({ no: 'SM00001', loggedBy: 'Vera', loggedAt: '2026-11-20T09:40:00.000Z', templateDescription: 'Letter' })
    expect(lines).toMatchObject([
      {
        name: 'Anna Berg',
        companyName: 'Ahorn',
        entryId: entries[0]?.id,
        ...{ attachmentId: 'letter-en', languageCode: 'en', mapping: {} },
        values: { Name: 'Anna Berg', City: 'Ulm' },
      },
      { name: 'Cora Lind', values: { Name: 'Cora Lind', City: 'Bonn' } },
      { name: 'Frida Voss', leftOut: 'privacyBlocked', values: {} },
      { name: '', leftOut: 'contactGone', values: {} },
    ])
    expect(entries).toHaveLength(2)
    expect(logged.counts).toEqual({ lines: 4, logged: 2, letters: 2, privacyBlocked: 1, minor: 0, contactGone: 1 })
    expect(logged.values).toMatchObject({ Company_Information_Name: 'Our Bikes', Subject: 'Good news' })
    expect(Object.keys(logged.values).filter((name) => lines.some(({ values }) => name in values))).toEqual([])
  })

  test('one entry per campaign in the lines, by the salesperson of its first line', () => {
    const lines = [lineOf(anna, 1, { own: { salespersonId: otto.id } }), lineOf(cora, 2)]
    const { campaignEntries, logged } = log(segmentOf(lines, ready))
    expect(campaignEntries).toMatchObject([{ campaignId: spring.id, salespersonId: otto.id, loggedSegmentId: logged.id, cancelled: false }])
    expect(log(segmentOf(lines, { ...ready, campaignId: undefined })).campaignEntries).toEqual([])
  })

  test('says nothing of an e-mail where there is no address to send it to', () => {
    const { entries } = log(segmentOf([ahorn, anna], { ...ready, ...byMail }))
    expect(entries.map(({ correspondenceType }) => correspondenceType)).toEqual([undefined, 'email'])
  })

  test('as changes: the open segment with lines and steps goes, resting on what was read', () => {
    const started = segmentOf([anna], ready)
    const added = after(started, planAddByHand(started, [cora], occasion()).changes)
    const undone = planUndoStep(added, occasion())
    const state = undone.ok ? after(added, undone.value) : added
    const plan = log(state, { followUp: { no: 'SM00002', description: 'Call them' } })
    const changes = valid(changesOfLog(plan, state))
    expect(changes.remove).toEqual({ segments: ['segment'], segmentLines: ['segment'], steps: state.steps.map(({ id }) => id) })
    expect(changes.requires).toEqual(expect.arrayContaining([{ table: 'segments', id: 'segment', rev: state.segment.rev }]))
    expect(changes.put.segments).toMatchObject([{ id: plan.followUpId, no: 'SM00002', description: 'Call them' }])
    expect(plan.logged.steps).toEqual([])
  })

  test('rests on the templates, campaigns and salespeople that its entries name: none of them may be gone when it is written', () => {
    const state = segmentOf([anna, lineOf(cora, 2, { own: { templateId: call.id, salespersonId: otto.id } })], ready)
    const { requires } = changesOfLog(log(state), state)
    const read = (table: TableName) => requires.filter((required) => required.table === table).map(({ id }) => id)
    expect(read('templates')).toEqual([letter.id, call.id])
    expect(read('salespeople')).toEqual([vera.id, otto.id])
    expect(read('campaigns')).toEqual([spring.id])
    // And on everybody who gets one: who is privacy blocked in another window meanwhile gets none.
    expect(changesOfLog(log(state), state, 7).untouched).toEqual([{ table: 'contacts', ids: [anna.id, cora.id], since: 7 }])
  })
})

describe('A follow-up', () => {
  const { logged, lines } = log(segmentOf([cora, blocked, anna, nowhere], ready))
  const still = new Map<ContactId, typeof anna | typeof ahorn>([
    [anna.id, anna],
    [cora.id, cora],
    [blocked.id, person({ name: 'Frida Voss' })],
  ])

  test('has the same campaign, template and salesperson, and those who were reached and still may be', () => {
    const { changes, segmentId, leftOut } = planFollowUp(logged, lines, still, { no: 'SM00002', description: 'Call them' }, occasion())
    valid(changes)
    const header = { campaignId: spring.id, templateId: letter.id, salespersonId: vera.id, followUpOf: logged.id, no: 'SM00002' }
    expect(changes.put.segments).toMatchObject([{ id: segmentId, ...header }])
    expect(changes.put.segmentLines?.[0]?.lines.map((line) => line.contactId)).toEqual([cora.id, anna.id])
    expect(changes.put.steps).toMatchObject([{ kind: 'reuse', position: 1, segmentId }])
    expect(leftOut).toBe(2)
    expect(changes.requires.every(({ rev }) => rev === 'absent')).toBe(true)
  })
})

describe('Cancelling a logged segment', () => {
  const { logged } = log(segmentOf([anna], ready))
  const cancelled = planCancelLogged(logged, undefined, true, ' Wrong list ', occasion(50))

  test('writes a row beside it, with the reason', () => {
    expect(valid(planCancelLogged({ ...logged, rev: 7 }, undefined, true, '', occasion())).requires[0]).toEqual({
      ...{ table: 'loggedSegments', id: logged.id, rev: 7 },
    })
    expect(valid(cancelled)).toEqual({
      put: { loggedStates: [{ rev: 0, id: logged.id, cancelled: true, reason: 'Wrong list', at: '2026-11-20T09:50:00.000Z' }] },
      remove: {},
      requires: [
        { table: 'loggedSegments', id: logged.id, rev: 'absent' },
        { table: 'loggedStates', id: logged.id, rev: 'absent' },
      ],
    })
  })

  test('taken back, leaves entries cancelled that were cancelled one by one', () => {
    const state = { rev: 3, id: logged.id, cancelled: true, reason: 'Wrong list', at: '' }
    const changes = valid(planCancelLogged(logged, state, false, '', occasion()))
    expect(changes.requires).toContainEqual({ table: 'loggedStates', id: logged.id, rev: 3 })
    const [alone, plain] = [entry(anna, '2026-11-01', { cancelled: true }), entry(anna, '2026-11-01')]
    expect([isCancelled(alone, state), isCancelled(plain, state)]).toEqual([true, true])
    const back = changes.put.loggedStates?.[0]
    expect([isCancelled(alone, back), isCancelled(plain, back), isCancelled(plain, undefined)]).toEqual([true, false, false])
  })
})
