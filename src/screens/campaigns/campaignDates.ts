// A campaign's time in words: from when to when, and whether it runs today.
import { daysBetween, type Day } from '../../base/day.ts'
import type { Campaign } from '../../model/campaign.ts'
import { mediumDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

export function datesText({ startingDay, endingDay }: Campaign): string {
  if (startingDay && endingDay) return t('campaign.range', { from: mediumDay(startingDay), to: mediumDay(endingDay) })
  if (startingDay) return t('campaign.from', { day: mediumDay(startingDay) })
  return endingDay ? t('campaign.until', { day: mediumDay(endingDay) }) : t('campaign.noDates')
}

/** Where the campaign stands today; nothing for one without dates. */
export function standsAt({ startingDay, endingDay }: Campaign, today: Day): string {
  if (startingDay && startingDay > today) return t('campaign.notBegun', { count: daysBetween(today, startingDay) })
  if (endingDay && endingDay < today) return t('campaign.ended')
  if (endingDay) return t('campaign.endsIn', { count: daysBetween(today, endingDay) })
  return startingDay ? t('campaign.running') : ''
}
