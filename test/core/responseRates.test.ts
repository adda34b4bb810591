// What came of a campaign, beside a plain recomputation from the log, person by person.
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, toDay } from '../../src/base/day.ts'
import { respondCounts, respondentsOf } from '../../src/core/campaign/respondents.ts'
import { campaignReach } from '../../src/core/campaign/results.ts'
import { likelyShare, peopleOfPart, perResponse, responseRates, type PartOf, type Reached } from '../../src/core/campaign/responseRates.ts'
import type { Campaign } from '../../src/model/campaign.ts'
import type { CampaignEntryId, CampaignId, LoggedSegmentId, ResponseStatusId, SalespersonId, TemplateId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import { resultsOf } from '../../src/workers/jobs/exportResults.ts'
import { entry, person } from '../make.ts'

const campaignId = 'autumn' as CampaignId
const other = 'spring' as CampaignId
const people = Array.from({ length: 5 }, (_, at) => person({ name: `Anna ${at}` }))
const counts = { comes: 'response', wants: 'interested', buys: 'order', back: 'no' } as const
const campaign = {
  ...{ rev: 1, id: campaignId, no: 'CP1', description: 'Autumn' },
  responseStatuses: Object.entries(counts).map(([id, as]) => ({ id: id as ResponseStatusId, description: id, counts: as })),
} satisfies Campaign
const campaigns = new Map<CampaignId, Campaign>([[campaignId, campaign]])
const first = toDay('2026-09-01')
const segment = (no: number) => `segment${no}` as LoggedSegmentId
const cancelled = new Set([segment(2)])

/** An answer bears a day if and only if it counts, as `planRespond` sees to. */
const anEntry: fc.Arbitrary<InteractionLogEntry> = fc
  .record({
    who: fc.constantFrom(...people),
    day: fc.integer({ min: 0, max: 40 }),
    fields: fc.record({
      campaignId: fc.constantFrom(campaignId, campaignId, other),
      loggedSegmentId: fc.constantFrom(segment(0), segment(1), segment(2)),
      templateId: fc.constantFrom('letter', 'call') as fc.Arbitrary<TemplateId>,
      salespersonId: fc.constantFrom('jule', 'jörn') as fc.Arbitrary<SalespersonId>,
      attemptFailed: fc.boolean(),
      cancelled: fc.boolean(),
      campaignResponse: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      cost: fc.integer({ min: 0, max: 900 }).map((cents) => cents / 100),
      duration: fc.integer({ min: 0, max: 30 }),
    }),
    answer: fc.constantFrom(undefined, undefined, 'plain', 'comes', 'wants', 'buys', 'back'),
  })
  .map(({ who, day, fields, answer }) => ({
    ...entry(who, addDays(first, day), fields),
    ...(answer === undefined || answer === 'plain' ? {} : { responseStatusId: answer as ResponseStatusId }),
    ...(answer === undefined || answer === 'back' ? {} : { respondedDay: addDays(first, day + 2) }),
  }))

/** The same by hand: each person looked at by herself. */
function plainly(log: readonly InteractionLogEntry[]) {
  const of = log.filter((one) => one.campaignId === campaignId && !one.cancelled && !cancelled.has(one.loggedSegmentId!))
  const result = { contacted: 0, answered: 0, interested: 0, ordered: 0, notReached: 0, uncontacted: 0 }
  for (const { id } of people) {
    const hers = of.filter(({ contactId }) => contactId === id)
    const written = hers.filter(({ campaignResponse }) => !campaignResponse)
    const cameBy = hers.filter(({ campaignResponse }) => campaignResponse)
    const reached = written.filter(({ attemptFailed }) => !attemptFailed)
    if (reached.length === 0) {
      if (written.length > 0) result.notReached++
      if (cameBy.length > 0 || written.some(({ respondedDay }) => respondedDay !== undefined)) result.uncontacted++
      continue
    }
    result.contacted++
    const answering = [...written, ...cameBy.filter(({ day }) => written.some((one) => one.day <= day))]
    const said = (...which: string[]) => answering.some(({ responseStatusId }) => which.includes(responseStatusId ?? ''))
    const answers = written.some((one) => one.respondedDay !== undefined || cameBy.some(({ day }) => day >= one.day))
    if (answers) result.answered++
    if (said('wants', 'buys')) result.interested++
    if (said('buys')) result.ordered++
  }
  return {
    ...result,
    interactions: of.length,
    cost: Math.round(of.reduce((sum, { cost }) => sum + cost, 0) * 100) / 100,
    duration: of.reduce((sum, { duration }) => sum + duration, 0),
  }
}

const of = { campaignId }
const pick = ({ contacted, answered, interested, ordered }: Reached): Reached => ({ contacted, answered, interested, ordered })

describe('What came of a campaign', () => {
  it('is what each person by herself adds up to, whatever stands in the log', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 25 }), (log) => {
        expect(responseRates({ entries: log, cancelled, campaigns }, of)).toMatchObject(plainly(log))
      }),
      { numRuns: 400 },
    )
  })

  it('says the same as the list from which answers are recorded, and each part has as many people as it says', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 25 }), (log) => {
        const ground = { entries: log, cancelled, campaigns }
        const rates = responseRates(ground, of)
        const { reached, responded } = respondCounts(respondentsOf(log, cancelled, of))
        expect([rates.contacted, rates.answered]).toEqual([reached, responded])
        expect(campaignReach(log, cancelled).get(campaignId) ?? 0).toBe(reached)
        const sizeOf = (part: PartOf) => new Set(peopleOfPart(ground, of, part)).size
        for (const key of ['contacted', 'answered', 'interested', 'ordered', 'notReached', 'uncontacted'] as const)
          expect(sizeOf({ by: 'stage', key }), key).toBe(rates[key])
        for (const [key, count] of Object.entries(rates.statuses)) expect(sizeOf({ by: 'status', key }), key).toBe(count)
        expect(Object.values(rates.statuses).reduce((sum, count) => sum + count, 0)).toBe(rates.contacted)
        for (const by of ['segment', 'template', 'salesperson', 'week'] as const) {
          for (const { key, contacted, answered } of rates.by[by]) {
            expect(sizeOf({ by, key })).toBe(contacted)
            expect(sizeOf({ by, key, stage: 'answered' })).toBe(answered)
          }
          const sum = rates.by[by].reduce((all, { cost }) => all + cost, 0)
          expect(sum).toBeCloseTo(rates.cost, 6)
        }
      }),
      { numRuns: 200 },
    )
  })

  const [anna] = people as [(typeof people)[number]]
  const ordered = { responseStatusId: 'buys' as ResponseStatusId, respondedDay: toDay('2026-09-05') }
  test.each([
    ['on the call in which she rang back', { day: '2026-09-05', campaignResponse: true }],
    ['on an attempt that failed at first', { day: '2026-08-30', attemptFailed: true }],
  ])('an order that is noted %s counts as one', (_where, { day, ...fields }) => {
    const log = [entry(anna, '2026-09-01', { campaignId }), { ...entry(anna, day, { campaignId, ...fields }), ...ordered }]
    expect(responseRates({ entries: log, cancelled, campaigns }, of)).toMatchObject({
      ...{ contacted: 1, answered: 1, interested: 1, ordered: 1, statuses: { buys: 1 } },
    })
  })

  test('who was never reached and answered all the same stands in no rate', () => {
    const log = [{ ...entry(anna, '2026-09-01', { campaignId, attemptFailed: true }), ...ordered }]
    expect(responseRates({ entries: log, cancelled, campaigns }, of)).toMatchObject({
      contacted: 0,
      answered: 0,
      ordered: 0,
      uncontacted: 1,
    })
  })

  test('the file has the figures of the page, also where an answer stands apart from what it answers', () => {
    const shape = { rev: 1, no: 1, campaignId, description: '', day: first, cancelled: false }
    const rows = [0, 1, 2].map((no) => ({ ...shape, id: `row${no}` as CampaignEntryId, loggedSegmentId: segment(no) }))
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 25 }), (log) => {
        const own = log
          .filter((one) => one.campaignId === campaignId)
          .map((one) =>
            one.campaignResponse ? one : { ...one, campaignEntryId: rows.find((row) => row.loggedSegmentId === one.loggedSegmentId)!.id },
          )
        const page = responseRates({ entries: own, cancelled, campaigns }, of).by.segment
        for (const { entry: row, people: contacted, responses: answered, interested, ordered } of resultsOf(
          campaign,
          rows,
          own,
          cancelled,
        )) {
          const share = page.find(({ key }) => key === row?.id)
          if (share) expect({ contacted, answered, interested, ordered }).toEqual(pick(share))
        }
      }),
      { numRuns: 100 },
    )
  })

  test('a week is named by its Monday', () => {
    const log = [entry(people[0]!, '2026-11-01', { campaignId }), entry(people[1]!, '2026-11-02', { campaignId })]
    const { by } = responseRates({ entries: log, cancelled, campaigns }, of)
    expect(by.week.map(({ key, contacted }) => [key, contacted])).toEqual([
      ['2026-10-26', 1],
      ['2026-11-02', 1],
    ])
  })
})

test.each([
  [0, 10, 0, 0.278],
  [3, 8, 0.137, 0.694],
  [50, 100, 0.404, 0.596],
  [10, 10, 0.722, 1],
])('%s of %s is most likely between %s and %s', (count, all, from, to) => {
  const [low, high] = likelyShare(count, all)
  expect(low).toBeCloseTo(from, 3)
  expect(high).toBeCloseTo(to, 3)
})

test('without a response there is no cost of one', () => {
  expect(perResponse(12, 0)).toBeUndefined()
  expect(perResponse(12, 4)).toBe(3)
})
