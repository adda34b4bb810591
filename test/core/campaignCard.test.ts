// What is done on the card of a campaign: its answers, its entries, its target group, its dates, and away with it.
import { describe, expect, it, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import {
  heldByCampaign,
  planCancelCampaignEntry,
  planDeleteCampaignEntries,
  planUncancelCampaignEntry,
} from '../../src/core/campaign/campaignEntries.ts'
import { planDeleteCampaign } from '../../src/core/campaign/deleteCampaign.ts'
import { campaignFields, standsOn, type CampaignFields } from '../../src/core/campaign/edit.ts'
import { shippedResponses } from '../../src/core/campaign/responses.ts'
import { planResponseStatuses } from '../../src/core/campaign/statuses.ts'
import { groupNews, planActivate, targetedByEntries, targetedByLines, targetsOf } from '../../src/core/campaign/targetGroup.ts'
import type { CampaignEntry, ResponseCounts, ResponseStatus } from '../../src/model/campaign.ts'
import type { CampaignEntryId, EntryId, LoggedSegmentId, ResponseStatusId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import { around, campaign, company, entry, lineOf, occasion, person, segmentOf, today } from '../make.ts'

const fair = campaign({ description: 'Fair', no: 'CP00001' })
const works = company({ name: 'Works Ltd' })
const [anna, bert] = [person({ name: 'Anna Berg', company: works }), person({ name: 'Bert Hof' })]
let last = 0
const happened = (fields: Partial<InteractionLogEntry> = {}, who = anna) =>
  entry(who, '2026-11-02', { id: `i${++last}` as EntryId, campaignId: fair.id, ...fields })
const nameOf = ({ id, description }: ResponseStatus) => description || id
const counting = (id: string, counts: ResponseCounts) =>
  shippedResponses.map((status) => (status.id === id ? { ...status, counts } : status))
const answered = (id: string, respondedDay?: string) =>
  happened({ responseStatusId: id as ResponseStatusId, ...(respondedDay ? { respondedDay: toDay(respondedDay) } : {}) })

describe('The dates of a campaign', () => {
  const fields = (startingDay?: string, endingDay?: string): CampaignFields => ({
    description: 'Fair',
    ...(startingDay ? { startingDay: toDay(startingDay) } : {}),
    ...(endingDay ? { endingDay: toDay(endingDay) } : {}),
  })
  it.each([
    ['2026-11-01', '2026-10-31', 'campaignDates'],
    ['2026-11-01', '2026-11-01', undefined],
    [undefined, '2026-10-31', undefined],
  ])('from %s to %s: %s', (from, to, code) => {
    const stored = campaignFields(fields(from, to))
    expect(stored.ok ? undefined : stored.failure.code).toBe(code)
  })
  it.each([
    ['2026-11-21', undefined, 'planned'],
    ['2026-11-20', '2026-11-20', 'running'],
    [undefined, '2026-11-19', 'over'],
    [undefined, undefined, 'running'],
  ] as const)('from %s to %s it is %s on 20 November', (from, to, stands) => {
    expect(standsOn(fields(from, to), today)).toBe(stands)
  })
})

describe('The answers of a campaign', () => {
  const plan = (statuses: readonly ResponseStatus[], entries: InteractionLogEntry[], replacing = {}) =>
    planResponseStatuses(fair, statuses, replacing, entries, today, nameOf)

  test('"moved" that comes to count gives its interactions a day, "interested" that no longer does takes it; others stay', () => {
    const entries = [answered('moved'), answered('interested', '2026-11-05'), answered('order', '2026-11-06')]
    const next = counting('moved', 'response').map((status) => (status.id === 'interested' ? { ...status, counts: 'no' as const } : status))
    const planned = plan(next, entries)
    expect(planned).toMatchObject({ ok: true, value: { entries: 2 } })
    if (!planned.ok) return
    const [moved, interested] = planned.value.changes.put.entries ?? []
    expect(moved).toMatchObject({ responseStatusId: 'moved', respondedDay: today })
    expect(interested).toMatchObject({ responseStatusId: 'interested' })
    expect(interested).not.toHaveProperty('respondedDay')
  })

  test('one that was given does not go without another in its place; with one, that stands with the day it had', () => {
    const without = shippedResponses.filter(({ id }) => id !== 'callBack')
    const entries = [answered('callBack', '2026-11-05')]
    expect(plan(without, entries)).toEqual({ ok: false, failure: { code: 'responseInUse', name: 'callBack', count: 1 } })
    const planned = plan(without, entries, { callBack: 'interested' })
    expect(planned.ok && planned.value.changes.put.entries).toMatchObject([{ responseStatusId: 'interested', respondedDay: '2026-11-05' }])
  })

  test('called otherwise or put in another order, no interaction changes; as they were shipped, the campaign keeps none of its own', () => {
    const [first, ...rest] = shippedResponses
    expect(plan([...rest, { ...first!, description: 'Bought' }], [answered('order', '2026-11-05')])).toMatchObject({
      value: { entries: 0 },
    })
    const own = { ...fair, responseStatuses: [...rest] }
    const back = planResponseStatuses(own, shippedResponses, {}, [], today, nameOf)
    expect(back.ok && back.value.changes.put.campaigns?.[0]).not.toHaveProperty('responseStatuses')
  })

  test('two are not called the same, and none has no name', () => {
    const named = (...names: string[]) => names.map((description, at) => ({ ...shippedResponses[0]!, id: `a${at}` as never, description }))
    const against = (...names: string[]) => planResponseStatuses(fair, named(...names), {}, [], today, (status) => status.description)
    expect(against('Yes', ' yes ')).toMatchObject({ failure: { code: 'nameTaken' } })
    expect(against('Yes', ' ')).toMatchObject({ failure: { code: 'nameBlank' } })
  })
})

describe('A campaign entry', () => {
  const mailing: CampaignEntry = {
    ...{ rev: 1, id: 'ce' as CampaignEntryId, campaignId: fair.id, day: today, description: 'Mailing', cancelled: false },
    loggedSegmentId: 'ls' as LoggedSegmentId,
  }
  const counts = happened({ campaignEntryId: mailing.id })
  const wrong = happened({ campaignEntryId: mailing.id, cancelled: true, cancelReason: 'typed twice' }, bert)
  const after = (of: InteractionLogEntry[], put: InteractionLogEntry[] = []) => of.map((one) => put.find(({ id }) => id === one.id) ?? one)

  test('is cancelled with its interactions, and brought back with those only that were cancelled with it', () => {
    const off = planCancelCampaignEntry({ entry: mailing, interactions: [counts, wrong] }, ' printed badly ')
    const [cancelled] = off.put.campaignEntries ?? []
    expect(cancelled).toMatchObject({ cancelled: true, cancelReason: 'printed badly' })
    const now = after([counts, wrong], off.put.entries)
    expect(now).toMatchObject([{ cancelled: true, cancelReason: 'printed badly' }, { cancelReason: 'typed twice' }])
    expect(heldByCampaign(now, new Set([mailing.id]))).toHaveLength(2)
    const on = planUncancelCampaignEntry({ entry: cancelled!, interactions: now })
    expect(on.put.campaignEntries).toEqual([mailing])
    expect(after(now, on.put.entries)).toEqual([counts, wrong])
  })

  test('is deleted with its cancelled interactions when it is cancelled, and only then', () => {
    expect(planDeleteCampaignEntries([{ entry: mailing, interactions: [wrong] }], [])).toMatchObject({
      failure: { code: 'nothingCancelled' },
    })
    const planned = planDeleteCampaignEntries([{ entry: { ...mailing, cancelled: true }, interactions: [counts, wrong] }], [])
    if (!planned.ok) throw new Error(planned.failure.code)
    expect(planned.value.changes.remove).toEqual({ campaignEntries: [mailing.id], entries: [wrong.id] })
    expect(planned.value.changes.put.entries?.[0]).not.toHaveProperty('campaignEntryId')
  })
})

describe('The target group', () => {
  test('holds the companies of everybody marked as a target, and who has none; nobody who is privacy blocked', () => {
    const blocked = person({ name: 'Carl Ohm', privacyBlocked: true })
    const lines = [lineOf(anna, 1), lineOf(bert, 2, { own: { campaignTarget: false } }), lineOf(blocked, 3)]
    const { segment } = segmentOf(lines, { campaignId: fair.id, campaignTarget: true })
    const marked = targetedByLines([{ segment, lines }], around({ contacts: [anna, bert, blocked], campaigns: [fair] }), fair.id)
    expect([...marked]).toEqual([anna.id, blocked.id])
    const log = [happened({ campaignTarget: true }, bert), happened({ campaignTarget: true, cancelled: true }, blocked)]
    expect([...targetedByEntries(log, new Set(), fair.id)]).toEqual([bert.id])
    expect(targetsOf([anna, bert, blocked], new Map([[works.id, works]])).map(({ name }) => name)).toEqual(['Bert Hof', 'Works Ltd'])
  })

  test('of nobody is refused; collected again, it says who came and who went', () => {
    expect(planActivate(fair, undefined, [], occasion())).toEqual({ ok: false, failure: { code: 'nobodyTargeted' } })
    expect(groupNews({ contactIds: [anna.id, works.id] }, [works.id, bert.id])).toEqual({ come: 1, gone: 1 })
  })
})

describe('A campaign that is deleted', () => {
  const hanging = { campaignEntries: [], targetGroup: undefined, interactions: [happened()], tasks: [], opportunities: [], callRounds: [] }
  test('leaves its number with the interactions', () => {
    const planned = planDeleteCampaign(fair, hanging, [])
    expect(planned.ok && planned.value.put.entries?.[0]).toMatchObject({ campaignNo: 'CP00001' })
    expect(planned.ok && planned.value.put.entries?.[0]).not.toHaveProperty('campaignId')
    expect(planned.ok && planned.value.remove).toEqual({ campaigns: [fair.id] })
  })
  test('stays while something open names it', () => {
    expect(planDeleteCampaign(fair, hanging, [{ kind: 'segments', id: 's', name: 'Autumn letter' }])).toEqual({
      ok: false,
      failure: { code: 'inUse', names: ['Autumn letter'], setup: false },
    })
  })
})
