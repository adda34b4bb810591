// What is answered to an interaction, and the list from which answers are recorded.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planRespond, type Campaigns, type Given, type RespondWish } from '../../src/core/campaign/respond.ts'
import { answerOf, respondCounts, respondentsOf, respondTest } from '../../src/core/campaign/respondents.ts'
import { shippedResponses } from '../../src/core/campaign/responses.ts'
import { toDay } from '../../src/base/day.ts'
import type { CampaignId, EntryId, LoggedSegmentId, ResponseStatusId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import { entry, frozen, occasion, person, today, valid } from '../make.ts'

const anna = person({ name: 'Anna Berg' })
const olga = person({ name: 'Olga Frei' })
const [spring, autumn] = ['spring', 'autumn'] as CampaignId[] as [CampaignId, CampaignId]
const [comes, declined] = ['comes', 'declined'] as ResponseStatusId[] as [ResponseStatusId, ResponseStatusId]
const segment = 'sm' as LoggedSegmentId
const campaigns: Campaigns = frozen(
  new Map([
    [
      autumn,
      {
        ...{ rev: 1, id: autumn, no: 'CP1', description: 'Autumn' },
        responseStatuses: [
          { id: comes, description: 'Comes', counts: 'interested' as const },
          { id: declined, description: 'Letter came back', counts: 'no' as const },
        ],
      },
    ],
  ]),
)
const letter = (who = anna, fields: Partial<InteractionLogEntry> = {}) => entry(who, '2026-11-02', fields)
const answer = (entries: readonly InteractionLogEntry[], given: string | undefined, wish: Partial<RespondWish> = {}) =>
  planRespond(entries, given as Given, campaigns, { day: today, ...wish }, occasion())
const answered = (one: InteractionLogEntry, given: string | undefined, wish: Partial<RespondWish> = {}) => {
  const planned = answer([one], given, wish)
  if (!planned.ok) throw new Error(planned.failure.code)
  return valid(planned.value).put.entries?.[0] ?? one
}
const failure = (entries: readonly InteractionLogEntry[], given: string | undefined, wish: Partial<RespondWish> = {}) => {
  const planned = answer(entries, given, wish)
  return planned.ok ? undefined : planned.failure
}

describe('An answer', () => {
  test.each([
    ['order', {}, { responseStatusId: 'order', respondedDay: today }],
    ['moved', {}, { responseStatusId: 'moved' }],
    ['answered', {}, { respondedDay: today }],
    ['moved', { responseStatusId: 'order' as ResponseStatusId, respondedDay: today }, { responseStatusId: 'moved' }],
    ['answered', { responseStatusId: 'moved' as ResponseStatusId }, { respondedDay: today }],
    [undefined, { responseStatusId: 'order' as ResponseStatusId, respondedDay: today }, {}],
    ['comes', { campaignId: autumn }, { responseStatusId: 'comes', respondedDay: today }],
    ['declined', { campaignId: autumn, respondedDay: today }, { responseStatusId: 'declined' }],
  ])('%s, given to what says %j, makes it %j', (given, before, after) => {
    const { responseStatusId, respondedDay } = answered(letter(anna, before), given)
    expect(JSON.parse(JSON.stringify({ responseStatusId, respondedDay }))).toEqual(after)
  })

  test('has a day if and only if it counts as a response, whatever stood there before', () => {
    const given = fc.constantFrom<Given>('answered', undefined, ...shippedResponses.map(({ id }) => id))
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 5 }), (row) => {
        const after = row.reduce((one: InteractionLogEntry, what) => answered(one, what), letter())
        const status = shippedResponses.find(({ id }) => id === after.responseStatusId)
        if (status) expect(after.respondedDay !== undefined).toBe(status.counts !== 'no')
        else expect(after.respondedDay !== undefined).toBe(row.at(-1) === 'answered')
      }),
      { numRuns: 50 },
    )
  })

  test('that stands already is not written again, but its day may change', () => {
    const once = answered(letter(), 'order')
    expect(answered(once, 'order')).toBe(once)
    expect(answered(once, 'order', { day: toDay('2026-11-19') }).respondedDay).toBe('2026-11-19')
  })

  test('may bring a note along, dated today', () => {
    expect(answered(letter(), 'callBack', { day: toDay('2026-11-19'), note: ' On Friday ' }).comments).toEqual([
      { day: today, by: 'Vera', text: 'On Friday' },
    ])
  })

  test('is not taken of what is cancelled, by itself or with its segment', () => {
    const slip = letter(anna, { cancelled: true })
    expect(failure([letter(olga), slip], 'order')).toEqual({ code: 'respondCancelled', count: 1, name: 'Anna Berg' })
    const whole = { cancelled: new Set([segment]) }
    expect(failure([letter(anna, { loggedSegmentId: segment })], 'order', whole)).toMatchObject({ code: 'respondCancelled', count: 1 })
    expect(failure([slip], undefined)).toMatchObject({ code: 'respondCancelled' })
  })

  test('that the campaign does not know is refused for all', () => {
    expect(failure([letter(), letter(olga, { campaignId: autumn })], 'order')).toEqual({ code: 'responseUnknown', count: 1 })
    expect(failure([letter()], 'comes')).toEqual({ code: 'responseUnknown', count: 1 })
  })

  test('that another window gave meanwhile is told instead of being overwritten', () => {
    const now = answered(letter(), 'order')
    const seen = new Map([[now.id, {}]])
    expect(failure([now], 'moved', { seen })).toEqual({ code: 'answeredMeanwhile', name: 'Anna Berg' })
    expect(failure([now], 'moved', { seen: new Map([[now.id, now]]) })).toBeUndefined()
  })

  test('rests on the campaigns whose answer it is, each once; on none when it is taken away or not said', () => {
    const many = Array.from({ length: 50 }, (_, at) => letter(anna, { id: `of autumn ${at}` as EntryId, campaignId: autumn }))
    const rests = (given: string | undefined, entries = many) => {
      const planned = answer(entries, given)
      return planned.ok ? planned.value.requires.filter(({ table }) => table === 'campaigns') : planned.failure
    }
    expect(rests('comes')).toEqual([{ table: 'campaigns', id: autumn, rev: 1 }])
    expect(rests('answered')).toEqual([])
    expect(rests(undefined, [letter(anna, { campaignId: autumn, respondedDay: today })])).toEqual([])
  })

  test('of somebody who was forgotten is taken, without a note', () => {
    const gone = letter(anna, { erased: true, contactName: '' })
    expect(answered(gone, 'moved').responseStatusId).toBe('moved')
    expect(failure([gone], 'moved', { note: 'To Bern' })).toEqual({ code: 'noteOfErased' })
  })
})

describe('The list of those who may answer', () => {
  const of = { campaignId: spring }
  const listed = (entries: InteractionLogEntry[], cancelled: LoggedSegmentId[] = []) => respondentsOf(entries, new Set(cancelled), of)
  const sent = (who = anna, fields: Partial<InteractionLogEntry> = {}, on = '2026-11-02') =>
    entry(who, on, { campaignId: spring, id: `${who.id} ${on}` as EntryId, ...fields })

  test('has each person once, with the newest of hers', () => {
    const people = listed([sent(), sent(anna, {}, '2026-11-09'), sent(olga)])
    expect(people.map(({ id, count, entry: { day } }) => [id, count, day])).toEqual([
      ['anna-berg', 2, '2026-11-09'],
      ['olga-frei', 1, '2026-11-02'],
    ])
  })

  test('passes over an attempt that failed, as long as another one was made', () => {
    const failed = { attemptFailed: true }
    expect(listed([sent(), sent(anna, failed, '2026-11-09')])[0]).toMatchObject({ entry: { day: '2026-11-02' }, reached: true })
    expect(listed([sent(anna, failed)])[0]).toMatchObject({ reached: false })
  })

  test('has nobody of what is cancelled, of other campaigns, or who came by herself', () => {
    expect(listed([sent(anna, { cancelled: true })])).toEqual([])
    expect(listed([sent(anna, { loggedSegmentId: segment })], [segment])).toEqual([])
    expect(listed([letter()])).toEqual([])
    expect(listed([sent(anna, { campaignResponse: true })])).toEqual([])
  })

  test('knows who answered an older one, and who answered by an interaction that is an answer itself', () => {
    const older = sent(anna, { responseStatusId: 'order' as ResponseStatusId, respondedDay: today })
    const [first] = listed([older, sent(anna, {}, '2026-11-09')])
    expect(first && [answerOf(first), first.responded, first.answered?.day]).toEqual(['order', true, '2026-11-02'])
    const [second] = listed([sent(), sent(anna, { campaignResponse: true }, '2026-11-05')])
    expect(second && [answerOf(second), second.responded]).toEqual(['', true])
    expect(listed([sent(anna, {}, '2026-11-09'), sent(anna, { campaignResponse: true })])[0]?.responded).toBe(false)
  })

  test('counts responses of those who were reached, and leads to as many rows as each figure says', () => {
    const people = listed([
      sent(anna, { responseStatusId: 'order' as ResponseStatusId, respondedDay: today }),
      sent(olga, { responseStatusId: 'moved' as ResponseStatusId }),
      sent(person({ name: 'Uwe Engel' })),
      sent(person({ name: 'Jan Hol' }), { attemptFailed: true }),
    ])
    const counts = respondCounts(people)
    expect(counts).toEqual({ all: 4, open: 2, answered: 1, uncounted: 1, byStatus: { order: 1, moved: 1 }, reached: 3, responded: 1 })
    const rows = (filter: string) => people.filter(respondTest(filter as ResponseStatusId)).length
    expect(['all', 'open', 'answered', 'uncounted', 'order', 'moved'].map(rows)).toEqual([4, 2, 1, 1, 1, 1])
    expect(counts.open + counts.answered + counts.uncounted).toBe(counts.all)
  })
})
