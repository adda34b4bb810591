// What a campaign came to, and what of it does not count.
import { describe, expect, test } from 'vitest'
import { campaignReach, campaignResults, shareOf } from '../../src/core/campaign/results.ts'
import type { CampaignEntry } from '../../src/model/campaign.ts'
import type { CampaignEntryId, EntryId, LoggedSegmentId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import { campaign, entry, person, today } from '../make.ts'

const spring = campaign({ description: 'Spring' })
const autumn = campaign({ description: 'Autumn' })
const [anna, bert, cora] = [person({ name: 'Anna Berg' }), person({ name: 'Bert Hof' }), person({ name: 'Cora Lind' })]
const [mailing, wrong] = ['mailing' as LoggedSegmentId, 'wrong' as LoggedSegmentId]
const [ofMailing, ofWrong, visit, call] = ['e1', 'e2', 'e3', 'e4'] as CampaignEntryId[]

let last = 0
const happened = (who: typeof anna, fields: Partial<InteractionLogEntry>) =>
  entry(who, '2026-11-02', { id: `i${++last}` as EntryId, campaignId: spring.id, cost: 0.1, duration: 5, ...fields })
const campaignEntry = (id: CampaignEntryId | undefined, loggedSegmentId?: LoggedSegmentId): CampaignEntry => ({
  ...{ rev: 1, id: id!, campaignId: spring.id, day: today, description: 'Spring', cancelled: false },
  ...(loggedSegmentId ? { loggedSegmentId } : {}),
})

const log = [
  happened(anna, { loggedSegmentId: mailing, campaignEntryId: ofMailing! }),
  happened(bert, { loggedSegmentId: mailing, campaignEntryId: ofMailing!, cancelled: true }),
  happened(anna, { loggedSegmentId: wrong, campaignEntryId: ofWrong! }),
  happened(bert, { campaignEntryId: visit! }),
  happened(cora, { campaignEntryId: call!, cancelled: true }),
  happened(anna, {}),
  happened(cora, { campaignId: autumn.id }),
]
const cancelled = new Set([wrong])

describe('A campaign', () => {
  test('counts people once, and nothing that was cancelled, by itself or with its segment', () => {
    const { shares } = campaignResults(log, cancelled, spring.id)
    expect(Object.values(shares).reduce((sum, { number }) => sum + number, 0)).toBe(2)
    expect(campaignReach(log, cancelled)).toEqual(
      new Map([
        [spring.id, 2],
        [autumn.id, 1],
      ]),
    )
  })

  test.each<[string, CampaignEntry, { number: number; all: number }]>([
    ['a mailing: those not cancelled', campaignEntry(ofMailing, mailing), { number: 1, all: 2 }],
    ['a mailing that is cancelled', campaignEntry(ofWrong, wrong), { number: 0, all: 1 }],
    ['a single visit: that one, not all that stand by themselves', campaignEntry(visit), { number: 1, all: 1 }],
    ['a single call that was cancelled', campaignEntry(call), { number: 0, all: 1 }],
  ])('of one of its entries shows %s', (_, one, share) => {
    expect(shareOf(one, campaignResults(log, cancelled, spring.id))).toEqual(share)
  })

  test('an interaction that names no campaign entry, as from an older version, belongs to the one of its segment', () => {
    const old = [happened(anna, { loggedSegmentId: mailing })]
    expect(shareOf(campaignEntry(ofMailing, mailing), campaignResults(old, new Set(), spring.id))).toEqual({ number: 1, all: 1 })
  })
})
