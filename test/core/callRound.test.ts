// A call round: whom it is for and in which order, how far it is by the log alone, and what one call writes.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inCallOrder, planAgain, planRound, planSkip, whomToCall } from '../../src/core/interaction/callRound.ts'
import { answerOf, isAttemptFailed, planCall, type CallFields, type CallGround } from '../../src/core/interaction/callRoundCall.ts'
import { numberTrouble } from '../../src/core/interaction/callRoundNumber.ts'
import { nextToCall, notReachedIn, progressOf, type CallMark } from '../../src/core/interaction/callRoundProgress.ts'
import { shippedResponses } from '../../src/core/campaign/responses.ts'
import { seriesOr } from '../../src/core/numbers.ts'
import { CallOutcome, type CallRound } from '../../src/model/callRound.ts'
import type { CallRoundId, ContactId, EntryId, ResponseStatusId, TemplateId } from '../../src/model/ids.ts'
import {
  around,
  campaign,
  company,
  entry,
  frozen,
  lineOf,
  occasion,
  person,
  salesperson,
  segmentOf,
  template,
  today,
  valid,
} from '../make.ts'

const ahorn = company({ name: 'Ahorn', city: 'Ulm', phone: '+49 731 100' })
const anna = person({ name: 'Anna Berg', firstName: 'Anna', surname: 'Berg', company: ahorn, phone: '+49 731 1; +49 731 2' })
const cora = person({ name: 'Cora Abel', firstName: 'Cora', surname: 'Abel', city: 'Aachen', mobilePhone: '+49 170 3' })
const bert = person({ name: 'Bert Zoll', firstName: 'Bert', surname: 'Zoll', company: ahorn })
const blocked = person({ name: 'Dora', phone: '+49 1', privacyBlocked: true })
const silent = person({ name: 'Emil' })
const vera = salesperson({ name: 'Vera' })
const spring = campaign({ description: 'Spring' })
const call = template({ id: 'call' as TemplateId, description: 'Call', unitDuration: 10, unitCost: 2, documents: [] })
const everybody = [anna, cora, bert, blocked, silent, ahorn]
const all = around({ contacts: everybody, templates: [call], salespeople: [vera], campaigns: [spring] })
const state = segmentOf([anna, cora, bert], { description: 'Autumn', salespersonId: vera.id, campaignId: spring.id })

const round = (fields: Partial<CallRound> = {}): CallRound =>
  frozen({
    ...{ rev: 1, id: 'round' as CallRoundId, segmentId: state.segment.id, description: 'Autumn', order: 'segment' },
    ...{ contactIds: [anna.id, cora.id, bert.id], skipped: [], startedAt: '2026-11-20T08:00:00.000Z', ...fields },
  })
const mark = (contactId: ContactId, minute: number, fields: Partial<CallMark> = {}): CallMark => ({
  ...{ id: `e${minute}` as EntryId, contactId, attemptFailed: true, day: today, time: '09:00', duration: 3 },
  ...{ loggedAt: `2026-11-20T09:${String(minute).padStart(2, '0')}:00.000Z`, ...fields },
})

describe('Whom a round is for', () => {
  it('everybody with a number, her company’s counts; the others are told apart with their reason', () => {
    const lines = [anna, blocked, bert, silent, anna].map((one, at) => lineOf(one, at + 1))
    const found = whomToCall([...lines, lineOf('gone' as ContactId, 9)], all.contacts)
    expect(found.call).toEqual([anna.id, bert.id])
    expect(found.leftOut.map(({ why }) => why)).toEqual(['privacyBlocked', 'noNumber', 'gone'])
  })

  const last = new Map([
    [anna.id, { day: today }],
    [bert.id, { day: '2026-01-02' as typeof today }],
  ])
  it.each([
    ['segment', [anna, cora, bert]],
    ['name', [cora, anna, bert]],
    ['town', [cora, anna, bert]],
    ['lastInteraction', [cora, bert, anna]],
  ] as const)('in the order %s', (order, wanted) => {
    const ids = inCallOrder([anna.id, cora.id, bert.id], order, all.contacts, last)
    expect(ids).toEqual(wanted.map(({ id }) => id))
  })

  it('is written with everybody, those who cannot be called at the end', () => {
    const lines = [lineOf(blocked, 1), lineOf(anna, 2)]
    const { changes, round: made } = planRound(state.segment, lines, all.contacts, new Map(), { order: 'segment' }, occasion())
    valid(changes)
    expect(made).toMatchObject({ contactIds: [anna.id, blocked.id], leftOut: [{ contactId: blocked.id, why: 'privacyBlocked' }] })
  })
})

describe('How far a round is', () => {
  const listed = [anna.id, cora.id, bert.id]

  it('says the log: reached by any call, not reached by none; who came later is called last', () => {
    const marks = [mark(anna.id, 1), mark(anna.id, 2, { attemptFailed: false }), mark(cora.id, 3)]
    const progress = progressOf(round({ contactIds: [anna.id, cora.id] }), listed, marks)
    expect(progress.people.map(({ contactId, state: is }) => [contactId, is])).toEqual([
      [anna.id, 'reached'],
      [cora.id, 'notReached'],
      [bert.id, 'toCall'],
    ])
    expect(progress).toMatchObject({ reached: 1, notReached: 1, due: 1, calls: 3, minutes: 9 })
    expect(nextToCall(progress, cora.id)).toBe(bert.id)
  })

  it('who left the segment is called no more, unless she was called', () => {
    const progress = progressOf(round(), [bert.id], [mark(anna.id, 1)])
    expect(progress.people.map(({ contactId }) => contactId)).toEqual([anna.id, bert.id])
  })

  it('whoever was skipped was not called', () => {
    const marks = [mark(anna.id, 1)]
    const listed = [anna.id, cora.id, bert.id]
    expect(progressOf(round(), listed, marks)).toMatchObject({ called: 1, due: 2 })
    expect(progressOf(round({ skipped: [cora.id, bert.id] }), listed, marks)).toMatchObject({ called: 1, skipped: 2, due: 0 })
    expect(progressOf(round({ skipped: [anna.id, cora.id, bert.id] }), listed, [])).toMatchObject({ called: 0, skipped: 3, due: 0 })
  })

  it('once more: those not reached and those skipped are due again, each until she is called again', () => {
    const marks = [mark(anna.id, 1, { attemptFailed: false }), mark(cora.id, 2)]
    const skipped = planSkip(round(), bert.id).put.callRounds![0]!
    expect(progressOf(skipped, listed, marks)).toMatchObject({ due: 0, skipped: 1 })
    expect(notReachedIn(progressOf(skipped, listed, marks))).toEqual([cora.id, bert.id])
    const again = planAgain(skipped, all.contacts, { ...occasion(), now: '2026-11-20T09:05:00.000Z' }).put.callRounds![0]!
    expect(progressOf(again, listed, marks).due).toBe(2)
    expect(progressOf(again, listed, [...marks, mark(cora.id, 6)]).due).toBe(1)
  })

  it('law: it is the same in whatever order the entries come, and everybody is counted once', () => {
    const some = fc.array(fc.record({ who: fc.constantFrom(...listed), minute: fc.integer({ min: 1, max: 59 }), failed: fc.boolean() }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(some, fc.subarray(listed), (calls, skipped) => {
        const marks = calls.map(({ who, minute, failed }, at) => mark(who, minute, { id: `e${at}` as EntryId, attemptFailed: failed }))
        const one = progressOf(round({ skipped }), listed, marks)
        expect(progressOf(round({ skipped }), listed, marks.toReversed())).toEqual(one)
        const reached = listed.filter((id) => marks.some(({ contactId, attemptFailed }) => contactId === id && !attemptFailed))
        expect(one.reached).toBe(reached.length)
        expect(one.reached + one.notReached + one.skipped + one.people.filter(({ state: is }) => is === 'toCall').length).toBe(3)
      }),
    )
  })
})

const fields = (more: Partial<CallFields> = {}): CallFields => ({
  ...{ contactId: anna.id, outcome: 'reached', evaluation: undefined, note: '', number: '+49 731 1', day: today, time: '09:42' },
  ...{
    minutes: 6,
    responseStatusId: undefined,
    tasks: [],
    opportunity: undefined,
    correction: undefined,
    seen: new Set<EntryId>(),
    ...more,
  },
})
const ground = (more: Partial<CallGround> = {}): CallGround => ({
  ...{ round: round(), segment: { segment: state.segment, lines: state.lines }, around: all, before: [], campaignEntry: undefined },
  setup: { callsTemplateId: call.id, salespersonId: undefined },
  numbers: { task: seriesOr(undefined, 'task'), opportunity: seriesOr(undefined, 'opportunity'), prefix: '' },
  ...more,
})
const planned = (more: Partial<CallFields> = {}, on: Partial<CallGround> = {}) => {
  const done = planCall(fields(more), ground(on), occasion())
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return valid(done.value.changes)
}
const refusal = (more: Partial<CallFields>, on: Partial<CallGround> = {}) => {
  const done = planCall(fields(more), ground(on), occasion())
  return done.ok ? undefined : done.failure.code
}

describe('One call writes', () => {
  it('its entry with all that was noted, of the campaign of the segment, and one entry of that campaign', () => {
    const { put } = planned({ note: 'Demonstration', evaluation: 'positive' })
    expect(put.entries![0]).toMatchObject({
      ...{ description: 'Autumn', templateId: call.id, callOutcome: 'reached', callRoundId: 'round', segmentId: state.segment.id },
      ...{ attemptFailed: false, evaluation: 'positive', comment: 'Demonstration', contactVia: '+49 731 1', duration: 6, cost: 2 },
      ...{ salespersonId: vera.id, campaignId: spring.id, campaignEntryId: put.campaignEntries![0]!.id, companyId: ahorn.id },
    })
    expect(put.callRounds![0]!.campaignEntryId).toBe(put.campaignEntries![0]!.id)
    expect(put.segmentLines).toBeUndefined()
  })

  it('the second call shares the campaign’s entry: neither round nor lines are written again', () => {
    const shared = planned().put.campaignEntries![0]!
    const { put } = planned({ contactId: cora.id, number: '+49 170 3' }, { campaignEntry: { ...shared, rev: 2 } })
    expect(Object.keys(put)).toEqual(['entries'])
    expect(put.entries![0]!.campaignEntryId).toBe(shared.id)
  })

  it.each(CallOutcome.options)('of %s whether the attempt failed', (outcome) => {
    const failed = outcome !== 'reached' && outcome !== 'notInterested'
    expect(isAttemptFailed(outcome)).toBe(failed)
    expect(planned({ outcome, minutes: undefined }).put.entries![0]).toMatchObject({ attemptFailed: failed, duration: failed ? 0 : 10 })
  })

  it('another number is kept by the line, a wrong one put right with the contact, or with the company whose it is', () => {
    expect(planned({ number: '+49 731 2' }).put.segmentLines![0]!.lines[0]!.own.contactVia).toBe('+49 731 2')
    expect(planned({ outcome: 'wrongNumber', correction: '+49 731 9' }).put.contacts).toMatchObject([{ phone: '+49 731 9; +49 731 2' }])
    const byCompany = { contactId: bert.id, number: '+49 731 100', outcome: 'wrongNumber' as const, correction: '' }
    expect(planned(byCompany).put.contacts).toMatchObject([{ id: ahorn.id, phone: '' }])
  })

  it.each([
    ['', undefined],
    ['xyz', 'noNumber'],
    ['12', 'noNumber'],
    ['+49 731 1', 'sameNumber'],
    [' +49 (0)731/1', 'sameNumber'],
    ['+49 731 9', undefined],
  ])('the right number “%s” meets %s, and nothing is written then', (correction, trouble) => {
    expect(numberTrouble('+49 731 1', correction)).toBe(trouble)
    expect(refusal({ outcome: 'wrongNumber', correction })).toBe(trouble && 'interactionRefused')
  })

  it('a wrong number that is taken away stays with its call in the log', () => {
    const { put } = planned({ outcome: 'wrongNumber', correction: '' })
    expect(put.contacts).toMatchObject([{ phone: '+49 731 2' }])
    expect(put.entries).toMatchObject([{ contactVia: '+49 731 1' }])
  })

  it('the answer to the campaign with its day; tasks and an opportunity that name the call', () => {
    const task = { type: 'phoneCall', description: 'Back', day: today, time: '', allDay: true, duration: undefined, location: '' } as const
    const rest = { status: 'notStarted', priority: 'normal', notes: '', recurring: undefined } as const
    const { put } = planned({
      responseStatusId: 'interested' as ResponseStatusId,
      tasks: [
        { ...task, ...rest },
        { ...task, ...rest, type: 'meeting', description: 'Visit' },
      ],
      opportunity: { description: 'Saw', expectedDay: undefined, estimatedValue: 900, chance: 50, notes: '' },
    })
    const [made] = put.entries!
    expect(made).toMatchObject({ responseStatusId: 'interested', respondedDay: today, opportunityId: put.opportunities![0]!.id })
    expect(put.tasks!.map(({ no, entryId, contactId }) => [no, entryId, contactId])).toEqual([
      ['TD00001', made!.id, anna.id],
      ['TD00002', made!.id, anna.id],
    ])
    expect(put.series!.map(({ id, next }) => [id, next])).toEqual([
      ['task', 3],
      ['opportunity', 2],
    ])
  })

  it('an answer that is none of its campaign any more is refused, the call is not logged without it', () => {
    expect(refusal({ responseStatusId: 'takenOff' as ResponseStatusId })).toBe('answerGone')
  })

  it('the segment logged or deleted meanwhile, the call stands all the same, with the round’s words', () => {
    const made = planned({}, { segment: undefined }).put.entries![0]!
    expect(made).toMatchObject({ description: 'Autumn', segmentId: state.segment.id })
    expect(made.campaignId).toBeUndefined()
  })
})

describe('What an outcome answers to the campaign', () => {
  it('is said only of who is not interested, where the campaign knows that answer', () => {
    expect(answerOf('notInterested', shippedResponses)).toBe('notInterested')
    expect(answerOf('notInterested', [])).toBeUndefined()
    expect(answerOf('reached', shippedResponses)).toBeUndefined()
  })
})

describe('A call is refused', () => {
  const before = [entry(anna, today, { id: 'other' as EntryId })]
  it.each([
    ['of a contact that is gone', { contactId: 'gone' as ContactId }, {}, 'notFound'],
    ['of one that is privacy blocked', { contactId: blocked.id }, {}, 'withheld'],
    ['when another window called her meanwhile', {}, { before }, 'calledMeanwhile'],
    ['without a template for calls', {}, { setup: { callsTemplateId: undefined, salespersonId: undefined } }, 'interactionRefused'],
    ['with negative minutes', { minutes: -1 }, {}, 'interactionRefused'],
    ['with minutes that are no number', { minutes: Number.NaN }, {}, 'interactionRefused'],
  ] as const)('%s', (_, more, on, code) => {
    expect(refusal(more, on)).toBe(code)
  })

  it('not when the other call is known: then it is another attempt', () => {
    expect(refusal({ seen: new Set(['other' as EntryId]) }, { before })).toBeUndefined()
  })
})
