// What is planned with contacts (tasks, opportunities, target groups, call rounds) when two of them become one, are parted again, or one goes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referencesOf } from '../../src/core/dataCheck/references.ts'
import { planPace } from '../../src/core/lists/goneRow.ts'
import { renamedRow } from '../../src/core/lists/mentions.ts'
import { nothingPlanned, planPlannedDelete, planPlannedMerge, planPlannedPart, type Planned } from '../../src/core/contact/planned.ts'
import { toDay } from '../../src/base/day.ts'
import type { CallRound } from '../../src/model/callRound.ts'
import type { CampaignId, CallRoundId, ContactId, OpportunityId, SegmentId, TaskId } from '../../src/model/ids.ts'
import type { Pace } from '../../src/model/settings.ts'
import type { Opportunity, Task } from '../../src/model/task.ts'
import type { Changes } from '../../src/model/tables.ts'
import { company, person } from '../make.ts'

const [anna, twin, cora] = ['anna', 'twin', 'cora'] as ContactId[] as [ContactId, ContactId, ContactId]
const who = fc.constantFrom(anna, twin, cora)
const day = toDay('2026-11-20')

const task = (contactId: ContactId | undefined, companyId?: ContactId, id = 't'): Task => ({
  ...{ rev: 1, id: id as TaskId, no: '', description: 'Call', day, location: '', status: 'completed', priority: 'normal', notes: '' },
  ...{ cancelled: false, closedDay: day, ...(contactId && { contactId }), ...(companyId && { companyId }) },
})
const chance = (contactId: ContactId, id = 'o'): Opportunity => ({
  ...{ rev: 1, id: id as OpportunityId, no: '', description: 'Lathe', status: 'won', day, estimatedValue: 9, chance: 50, closedValue: 8 },
  ...{ closedDay: day, closeReason: '', notes: '', contactId },
})
const round = (contactIds: ContactId[], skipped: ContactId[], out: ContactId[]): CallRound => ({
  ...{ rev: 1, id: 'r' as CallRoundId, segmentId: 's' as SegmentId, description: '', order: 'name', startedAt: '', contactIds, skipped },
  ...(out.length > 0 ? { leftOut: out.map((contactId) => ({ contactId, why: 'noNumber' as const })) } : {}),
})
const people = fc.uniqueArray(who)
const plans = fc.record({ tasks: fc.array(who), chances: fc.array(who), group: people, called: people, skipped: people, out: people })

const planned = ({ tasks, chances, group, called, skipped, out }: typeof plans extends fc.Arbitrary<infer P> ? P : never): Planned => ({
  tasks: tasks.map((id, at) => task(id, cora, `t${at}`)),
  opportunities: chances.map((id, at) => chance(id, `o${at}`)),
  targetGroups: [{ rev: 1, id: 'c' as CampaignId, contactIds: group, activatedAt: '' }],
  callRounds: [round(called, skipped, out)],
})
const after = (all: Planned, { put }: Changes): Planned =>
  Object.fromEntries(
    Object.entries(all).map(([table, rows]) => {
      const written = new Map((put[table as keyof Planned] ?? []).map((row) => [row.id as string, row]))
      return [table, (rows as { id: string }[]).map((row) => written.get(row.id) ?? row)]
    }),
  ) as unknown as Planned

test('Merged, nothing names the one that went and nothing is lost; parted, everything is as it was', () => {
  fc.assert(
    fc.property(plans, (made) => {
      const before = planned(made)
      const { changes, moved } = planPlannedMerge(before, { from: twin, to: anna })
      const merged = after(before, changes)
      expect(JSON.stringify(merged)).not.toContain('twin')
      for (const table of ['tasks', 'opportunities', 'targetGroups', 'callRounds'] as const)
        expect(merged[table]).toHaveLength(before[table].length)
      expect(after(merged, planPlannedPart(merged, moved, { from: anna, to: twin }))).toEqual(before)
    }),
  )
})

test('Parted, what was given to the one that stayed since then stays with it', () => {
  const before = planned({ tasks: [twin], chances: [], group: [anna, twin], called: [twin, cora], skipped: [], out: [] })
  const { changes, moved } = planPlannedMerge(before, { from: twin, to: anna })
  const merged = after(before, changes)
  const since: Planned = {
    ...merged,
    tasks: merged.tasks.map((row) => ({ ...row, contactId: cora })),
    callRounds: merged.callRounds.map((row) => ({ ...row, skipped: [anna] })),
  }
  const parted = after(since, planPlannedPart(since, moved, { from: anna, to: twin }))
  expect(parted.tasks.map(({ contactId }) => contactId)).toEqual([cora])
  expect(parted.callRounds).toMatchObject([{ contactIds: [twin, cora], skipped: [anna] }])
  expect(parted.targetGroups[0]?.contactIds).toEqual([anna, twin])
})

test.each([
  ['somebody skipped into one who is still to be called: she is called', [twin, anna], [twin], [], [], []],
  ['somebody left out into one who is still to be called: she is called', [twin, anna], [], [twin], [], []],
  ['one who is still to be called into somebody skipped: skipped she stays', [twin, anna], [anna], [], [anna], []],
  ['one into another, both skipped and both left out: each is said once', [twin, anna], [twin, anna], [twin, anna], [anna], [anna]],
  ['somebody skipped into one who was not in the round', [twin], [twin], [], [anna], []],
  ['somebody left out into one who was not in the round', [twin], [], [twin], [], [anna]],
])('Merged, %s', (_, called, skipped, out, skippedAfter, outAfter) => {
  const before = { ...nothingPlanned, callRounds: [round(called, skipped, out)] }
  const [merged] = after(before, planPlannedMerge(before, { from: twin, to: anna }).changes).callRounds
  expect([merged?.skipped, (merged?.leftOut ?? []).map(({ contactId }) => contactId)]).toEqual([skippedAfter, outAfter])
})

test('Parted, who was skipped since under her own name stays so, and the other one is called', () => {
  const before = { ...nothingPlanned, callRounds: [round([anna, twin, cora], [twin], [])] }
  const { changes, moved } = planPlannedMerge(before, { from: twin, to: anna })
  const since = { ...after(before, changes), callRounds: after(before, changes).callRounds.map((row) => ({ ...row, skipped: [anna] })) }
  expect(after(since, planPlannedPart(since, moved, { from: anna, to: twin })).callRounds).toMatchObject([{ skipped: [anna] }])
})

test('Deleted, what is done stands with the company, without one with nobody; groups are without her', () => {
  const huber = company({ name: 'Huber', id: 'huber' as ContactId })
  const berta = person({ name: 'Berta', id: twin, company: huber })
  const all = {
    ...planned({ tasks: [], chances: [], group: [cora, twin], called: [], skipped: [], out: [] }),
    tasks: [task(twin, huber.id)],
  }
  const alone = after(all, planPlannedDelete(all, new Map([[twin, berta]])))
  expect([alone.tasks[0]?.contactId, alone.tasks[0]?.companyId, alone.targetGroups[0]?.contactIds]).toEqual([huber.id, huber.id, [cora]])
  const both = after(all, planPlannedDelete(all, new Map([berta, huber].map((one) => [one.id, one]))))
  expect(referencesOf('tasks', both.tasks[0]!)).toEqual([])
})

const pace = (...cadences: [string, number][]): Pace => ({
  ...{ rev: 1, id: 'pace' },
  cadences: cadences.map(([id, days]) => ({ list: 'mailingGroups', id, days })),
})

test.each<[string, Pace, Pace]>([
  ['another group', pace(['a', 30]), pace(['b', 30])],
  ['one with a longer rhythm', pace(['a', 30], ['b', 60]), pace(['b', 30])],
  ['one with a shorter rhythm', pace(['a', 30], ['b', 14]), pace(['b', 14])],
])('A group with a rhythm that goes into %s', (_, before, expected) => {
  const merged = renamedRow('settings', before, 'mailingGroups', (id) => (id === 'a' ? 'b' : id))
  expect(merged).toEqual(expected)
  expect(planPace(before, (id) => (id === 'a' ? 'b' : id)).put.settings).toEqual([expected])
  expect(renamedRow('settings', before, 'industryGroups', () => 'b')).toBe(before)
})
