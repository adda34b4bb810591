// Opportunities: what they need, how they end, and what they come to.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { isCadence } from '../../src/core/contact/cadence.ts'
import { isFine, paceProblems } from '../../src/core/contact/pace.ts'
import { defaultSeries, seriesOr } from '../../src/core/numbers.ts'
import {
  closingProblems,
  planOpportunityChange,
  planOpportunityClose,
  planOpportunityDelete,
  planOpportunityReopen,
  type Closing,
} from '../../src/core/opportunity/closing.ts'
import {
  aboutEntry,
  fieldsOfOpportunity,
  notesOfEntry,
  opportunityProblems,
  planOpportunities,
  weighted,
  type OpportunityFields,
} from '../../src/core/opportunity/opportunity.ts'
import { allOpportunities, inOrder, siftOpportunities, sumsOf } from '../../src/core/opportunity/sums.ts'
import type { CampaignId, LoggedSegmentId, OpportunityId, SalespersonId } from '../../src/model/ids.ts'
import type { Cadence, Pace } from '../../src/model/settings.ts'
import type { Opportunity } from '../../src/model/task.ts'
import { entry, frozen, occasion, person, today } from '../make.ts'

const anna = person({ name: 'Anna Berg' })
const bert = person({ name: 'Bert Adam' })
const series = frozen(seriesOr(undefined, 'opportunity'))
const good: OpportunityFields = {
  ...{ description: 'Trailers', expectedDay: toDay('2026-12-24'), estimatedValue: 500, chance: 40, notes: '' },
  salespersonId: 'vera' as SalespersonId,
}
const must = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
const one = (fields: Partial<Opportunity> = {}): Opportunity =>
  frozen({
    ...{ rev: 3, id: 'o1' as OpportunityId, no: 'OP00001', status: 'open', day: today, closeReason: '', contactId: anna.id },
    ...{ description: 'Trailers', estimatedValue: 500, chance: 40, notes: '' },
    ...fields,
  })

test.each<[string, Partial<OpportunityFields>, string[]]>([
  ['all is well', {}, []],
  ['nothing is expected yet', { expectedDay: undefined }, []],
  ['expected today', { expectedDay: today }, []],
  ['no words', { description: ' ' }, ['noDescription']],
  ['a value below nought', { estimatedValue: -1 }, ['badValue']],
  ['no number', { estimatedValue: Number.NaN, chance: Number.NaN }, ['badValue', 'badChance']],
  ['more than certain', { chance: 101 }, ['badChance']],
  ['neither impossible nor certain is too much', { chance: 100 }, []],
  ['expected before it was seen', { expectedDay: toDay('2026-11-19') }, ['expectedTooEarly']],
])('what an opportunity needs · %s', (_, fields, problems) => {
  expect(opportunityProblems({ ...good, ...fields }, today)).toEqual(problems)
})

describe('Made', () => {
  test('one for each contact, with numbers in a row', () => {
    const about = [{ contactId: anna.id }, { contactId: bert.id, campaignId: 'c' as CampaignId }]
    const { changes, ids } = must(planOpportunities(good, about, series, 'A', occasion()))
    expect(changes.put.opportunities).toMatchObject([
      { id: ids[0], no: 'AOP00001', contactId: anna.id, status: 'open', day: today },
      { id: ids[1], no: 'AOP00002', contactId: bert.id, campaignId: 'c' },
    ])
    expect(changes.put.series).toMatchObject([{ next: defaultSeries.find(({ id }) => id === 'opportunity')!.next + 2 }])
  })
  test('for nobody it is refused', () => {
    for (const about of [[], [{}]]) {
      const refused = planOpportunities(good, about, series, '', occasion())
      expect(refused).toMatchObject({ ok: false, failure: { code: 'opportunityRefused', problems: ['noContact'] } })
    }
  })
  const visit = entry(anna, '2026-11-10', { comment: 'Likes it', comments: [{ day: today, by: 'Vera', text: 'Called back' }] })
  const from = (made: typeof visit, cancelled: string[] = []) =>
    planOpportunities(good, [aboutEntry(made)], series, '', occasion(), {
      entries: [made],
      cancelled: new Set(cancelled as LoggedSegmentId[]),
    })
  test('of an entry: the entry names it, and what was noted comes along', () => {
    const { changes, ids } = must(from(visit))
    expect(changes.put.entries).toEqual([{ ...visit, opportunityId: ids[0] }])
    expect(changes.put.opportunities).toMatchObject([{ entryId: visit.id, contactId: anna.id }])
    expect(changes.requires).toContainEqual({ table: 'entries', id: visit.id, rev: visit.rev })
    expect(notesOfEntry(visit)).toBe('Likes it\nCalled back')
  })
  test.each([
    ['cancelled', entry(anna, '2026-11-10', { cancelled: true }), [], 'opportunityOfCancelled'],
    ['cancelled with its segment', entry(anna, '2026-11-10', { loggedSegmentId: 'L' as LoggedSegmentId }), ['L'], 'opportunityOfCancelled'],
    ['with one already', entry(anna, '2026-11-10', { opportunityId: 'o9' as OpportunityId }), [], 'opportunityThere'],
  ])('none of an entry that is %s', (_, made, cancelled, code) => {
    expect(from(made, cancelled)).toMatchObject({ ok: false, failure: { code } })
  })
})

describe('Ended', () => {
  const won: Closing = { status: 'won', day: today, value: 450, reason: ' Price ' }
  test('won with what it brought, lost with why; open again as if nothing had been', () => {
    const row = (closing: Closing, before = one()) => must(planOpportunityClose(before, closing)).put.opportunities?.[0]
    const closed = row(won)
    expect(closed).toEqual({ ...one(), status: 'won', closedDay: today, closedValue: 450, closeReason: 'Price' })
    expect(row({ status: 'lost', day: today, reason: 'Late' }, closed)).toEqual({
      ...one(),
      ...{ status: 'lost', closedDay: today, closeReason: 'Late' },
    })
    expect(planOpportunityReopen(closed!).put.opportunities).toEqual([one()])
  })
  test.each<[string, Closing, string[]]>([
    ['no day', { ...won, day: undefined }, ['noCloseDay']],
    ['before it was seen', { ...won, day: toDay('2026-11-19') }, ['closedTooEarly']],
    ['it brought less than nothing', { ...won, value: -1 }, ['badValue']],
    ['lost, it brings nothing', { status: 'lost', day: today, reason: '' }, []],
  ])('%s', (_, closing, problems) => expect(closingProblems(closing, one())).toEqual(problems))
  test('changed, what is not filled in any more is gone, and how it ended stays', () => {
    const before = one({ status: 'lost', closedDay: today, expectedDay: today, salespersonId: 'vera' as SalespersonId })
    const fields = { ...fieldsOfOpportunity(before), expectedDay: undefined, salespersonId: undefined }
    expect(must(planOpportunityChange(before, fields)).put.opportunities).toEqual([one({ status: 'lost', closedDay: today })])
  })
  test('deleted, what happened for it stays and names it no longer', () => {
    const visit = entry(anna, '2026-11-10', { opportunityId: 'o1' as OpportunityId })
    const changes = planOpportunityDelete(one(), { entries: [visit], tasks: [] })
    expect(changes.remove).toEqual({ opportunities: ['o1'] })
    expect(changes.put).toEqual({ entries: [entry(anna, '2026-11-10')] })
  })
})

test('what they come to by where they stand is what a plain sum gives, and found they are by any word', () => {
  const status = fc.constantFrom('open' as const, 'won' as const, 'lost' as const)
  const value = fc.integer({ min: 0, max: 1_000_000 })
  const any = fc.record({ status, value, chance: fc.integer({ min: 0, max: 100 }), closed: value })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (list) => {
      const rows = list.map((row, at) =>
        one({
          ...{ id: `o${at}` as OpportunityId, status: row.status, estimatedValue: row.value, chance: row.chance },
          ...(row.status === 'won' ? { closedValue: row.closed } : {}),
        }),
      )
      const sums = sumsOf(rows)
      const open = rows.filter((row) => row.status === 'open')
      expect(sums.open.weighted).toBeCloseTo(open.reduce((sum, row) => sum + weighted(row), 0))
      expect(sums.open.weighted).toBeLessThanOrEqual(sums.open.value + 1e-6)
      expect(sums.won.value).toBe(list.filter((row) => row.status === 'won').reduce((sum, row) => sum + row.closed, 0))
      expect(sums.open.count + sums.won.count + sums.lost.count).toBe(rows.length)
      expect(inOrder(rows, 'value')).toHaveLength(rows.length)
    }),
  )
  const rows = [one(), one({ id: 'o2' as OpportunityId, description: 'Größe XL', contactId: bert.id, campaignId: 'c' as CampaignId })]
  const found = (wish: Partial<typeof allOpportunities>) =>
    siftOpportunities(rows, { ...allOpportunities, ...wish }, (id) => (id === anna.id ? 'Anna Berg' : 'Bert Adam')).map(({ id }) => id)
  expect(found({ text: 'anna tra' })).toEqual(['o1'])
  expect(found({ text: 'grosse' })).toEqual(['o2'])
  expect(found({ campaignId: 'c' as CampaignId })).toEqual(['o2'])
  expect(found({ salespersonId: 'otto' as SalespersonId })).toEqual([])
})

test('open ones stand by the day they are expected, those without a day last; closed ones the latest first', () => {
  const row = (id: string, fields: Partial<Opportunity>) => one({ id: id as OpportunityId, no: id, ...fields })
  const open = [row('b', {}), row('a', { expectedDay: toDay('2026-12-24') }), row('c', { expectedDay: toDay('2026-11-24') })]
  expect(inOrder(open, 'day').map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  const closed = ['2026-11-01', '2026-11-09'].map((day) => row(day, { status: 'won', closedDay: toDay(day) }))
  expect(inOrder(closed, 'day').map(({ id }) => id)).toEqual(['2026-11-09', '2026-11-01'])
})

test.each<[string, Partial<Cadence>[], Pace['quiet'], string]>([
  ['nothing is set', [], undefined, ''],
  ['every 30 days', [{}], { letters: 1, days: 1, per: 'person' }, ''],
  ['for nobody yet', [{ id: '' }], undefined, 'noClass'],
  ['for a group that was deleted', [{ id: 'gone' }], undefined, 'classGone'],
  ['twice for the same', [{}, {}], undefined, ',classTwice'],
  ['for nobody yet, and no days', [{ id: '', days: 0 }], undefined, 'noClass,badDays'],
  ['half a day, none, too long', [{ days: 0.5 }, { id: 'B', days: 0 }, { id: 'C', days: 4000 }], undefined, 'badDays,badDays,badDays'],
  ['no letters at all', [], { letters: 0, days: 30, per: 'person' }, 'badLetters'],
  ['no numbers', [], { letters: Number.NaN, days: Number.NaN, per: 'household' }, 'badLetters,badDays'],
])('pace · %s', (_, cadences, quiet, said) => {
  const rows = cadences.map((row): Cadence => ({ list: 'mailingGroups', id: 'A', days: 30, ...row }))
  const problems = paceProblems({ cadences: rows, ...(quiet ? { quiet } : {}) }, ({ id }) => id !== 'gone')
  expect([...problems.cadences, ...problems.quiet].join()).toBe(said)
  expect(isFine(problems)).toBe(said.replaceAll(',', '') === '')
  expect(rows.every(({ days }) => isCadence(days))).toBe(!said.includes('badDays') || quiet !== undefined)
})
