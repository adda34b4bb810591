// A campaign goes; what was logged for it is told as before.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { answersLost, planDeleteCampaign } from '../../src/core/campaign/deleteCampaign.ts'
import { shippedResponses } from '../../src/core/campaign/responses.ts'
import { responseRates, type Ground } from '../../src/core/campaign/responseRates.ts'
import { followUpCounts } from '../../src/core/segment/followUp.ts'
import type { Campaign, ResponseStatus } from '../../src/model/campaign.ts'
import type { EntryId, LoggedSegmentId, ResponseStatusId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import { campaign, entry, lineOf, person } from '../make.ts'

const segment = 'mailing' as LoggedSegmentId
const of = { loggedSegmentId: segment }
const people = ['Anna Berg', 'Bert Hof', 'Cora Lind', 'Dora Maas', 'Emil Rot', 'Finn Tal'].map((name) => person({ name }))
const own = (id: string, description: string, counts: ResponseStatus['counts'] = 'response'): ResponseStatus => ({
  ...{ id: id as ResponseStatusId, description, counts },
})

/** "Order" does not count, "called back" has other words, "interested" is as it was shipped, two are of its own. */
const fair = campaign({
  description: 'Fair',
  responseStatuses: [
    own('order', '', 'no'),
    own('callBack', 'Wants a visit'),
    own('interested', '', 'interested'),
    own('comes', 'Comes'),
    own('late', 'Came back', 'no'),
  ],
})
const answers = ['order', 'callBack', 'interested', 'comes', 'late']
const sent = people.map((who, at) =>
  entry(who, '2026-11-02', {
    ...{ id: `sent ${at}` as EntryId, campaignId: fair.id, loggedSegmentId: segment },
    ...(answers[at] ? { responseStatusId: answers[at] as ResponseStatusId } : {}),
    ...(['callBack', 'interested', 'comes'].includes(answers[at] ?? '') ? { respondedDay: toDay('2026-11-05') } : {}),
  }),
)
/** Finn rang by himself. */
const rang = entry(people[5]!, '2026-11-06', { id: 'rang' as EntryId, campaignId: fair.id, campaignResponse: true })
const log = [...sent, rang]

function deleted(row: Campaign, interactions: readonly InteractionLogEntry[]): readonly InteractionLogEntry[] {
  const hanging = { campaignEntries: [], targetGroup: undefined, tasks: [], opportunities: [], callRounds: [] }
  const planned = planDeleteCampaign(row, { ...hanging, interactions }, [])
  if (!planned.ok) throw new Error(planned.failure.code)
  return planned.value.put.entries ?? []
}
const rates = (entries: readonly InteractionLogEntry[], ...campaigns: Campaign[]) => {
  const ground: Ground = { entries, cancelled: new Set(), campaigns: new Map(campaigns.map((row) => [row.id, row])) }
  return responseRates(ground, of)
}

describe('A campaign with answers of its own, deleted', () => {
  test('leaves the figures of its mailing: who was contacted, who answered, who was interested', () => {
    const { contacted, answered, interested, ordered } = rates(log, fair)
    expect({ contacted, answered, interested, ordered }).toEqual({ contacted: 6, answered: 4, interested: 1, ordered: 0 })
    expect(rates(deleted(fair, log))).toMatchObject({ contacted, answered, interested, ordered })
  })

  test('leaves only answers that still read as they were meant; the day of each stays', () => {
    const after = deleted(fair, sent)
    expect(after.map(({ responseStatusId }) => responseStatusId)).toEqual([
      ...[undefined, undefined, 'interested', undefined, undefined, undefined],
    ])
    expect(answersLost(fair, sent)).toBe(4)
    expect(after.map(({ respondedDay }) => respondedDay)).toEqual(sent.map(({ respondedDay }) => respondedDay))
  })

  test('lets the mailing be followed up with the same people', () => {
    const lines = sent.map((one, at) => ({ line: lineOf(people[at]!, at + 1), entryId: one.id }))
    const counts = (entries: readonly InteractionLogEntry[]) => followUpCounts(lines as never, entries, new Map())
    expect(counts(log).get('responded')).toBe(4)
    expect(counts(deleted(fair, log))).toEqual(counts(log))
  })

  test('whose answers are the shipped ones leaves them all', () => {
    const plain = { ...fair, responseStatuses: shippedResponses.map((status) => status) }
    const { responseStatuses: _, ...shipped } = fair
    const given = shippedResponses.map(({ id, counts }, at) =>
      entry(people[at]!, '2026-11-02', {
        ...{ id: `given ${at}` as EntryId, campaignId: fair.id, loggedSegmentId: segment, responseStatusId: id },
        ...(counts === 'no' ? {} : { respondedDay: toDay('2026-11-05') }),
      }),
    )
    for (const row of [plain, shipped]) {
      expect(answersLost(row, given)).toBe(0)
      const { contacted, answered, interested, ordered, statuses } = rates(given, row)
      expect(rates(deleted(row, given))).toMatchObject({ contacted, answered, interested, ordered, statuses })
    }
  })
})
