// The list of campaigns as it was asked for: where they stand, of which status, by words, in which order.
import type { Day } from '../../base/day.ts'
import { fold } from '../../base/fold.ts'
import { standsOn, type Stands } from '../../core/campaign/edit.ts'
import type { Campaign } from '../../model/campaign.ts'

export const orders = ['newest', 'name', 'start', 'end'] as const
export type CampaignOrder = (typeof orders)[number]

export interface CampaignAsk {
  stands: Stands | 'all'
  /** Id of a status; blank = any. */
  statusId: string
  text: string
  order: CampaignOrder
}

/** @param wordsOf what else a campaign is found by */
export function campaignsAsked(
  campaigns: readonly Campaign[],
  ask: CampaignAsk,
  today: Day,
  wordsOf: (campaign: Campaign) => string,
): Campaign[] {
  const words = fold(ask.text).trim().split(/\s+/)
  const found = campaigns.filter((campaign) => {
    if (ask.stands !== 'all' && standsOn(campaign, today) !== ask.stands) return false
    if (ask.statusId && campaign.statusId !== ask.statusId) return false
    const text = fold(`${campaign.no} ${campaign.description} ${wordsOf(campaign)}`)
    return words.every((word) => text.includes(word))
  })
  return found.sort(comparing[ask.order])
}

type Comparing = (a: Campaign, b: Campaign) => number
const byNumber: Comparing = (a, b) => b.no.localeCompare(a.no)
/** Those without the day stand last. */
const byDay =
  (dayOf: (campaign: Campaign) => Day | undefined, falling: boolean): Comparing =>
  (a, b) => {
    const [one, other] = [dayOf(a), dayOf(b)]
    if (one === other) return byNumber(a, b)
    if (!one || !other) return one ? -1 : 1
    return falling ? other.localeCompare(one) : one.localeCompare(other)
  }
const comparing: Record<CampaignOrder, Comparing> = {
  newest: byNumber,
  name: (a, b) => a.description.localeCompare(b.description) || byNumber(a, b),
  start: byDay(({ startingDay }) => startingDay, true),
  end: byDay(({ endingDay }) => endingDay, false),
}
