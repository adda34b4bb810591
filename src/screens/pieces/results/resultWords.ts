// What the results of a campaign say: rates honest about small numbers, names of segments, templates, salespeople and weeks.
import { addDays, isDay } from '../../../base/day.ts'
import { fewPeople, likelyShare } from '../../../core/campaign/responseRates.ts'
import type { ResponseStatus } from '../../../model/campaign.ts'
import type { Lists } from '../../../storage/read/lists.ts'
import { figure, percent, shortDay } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'
import type { Breakdown, PartOf } from '../../../workers/jobs/responseRates.ts'
import { responseText } from '../responseText.ts'

/** Of few people "3 of 8", of more a percentage, of nobody nothing. */
export function rateText(count: number, of: number): string {
  if (of === 0) return ''
  return of < fewPeople ? t('results.few', { count: figure(count), of: figure(of) }) : percent(count / of)
}

/** Between which shares the true one lies most likely. */
export function likelyText(count: number, of: number): string {
  if (of === 0) return ''
  const [from, to] = likelyShare(count, of)
  return t('results.likely', { from: percent(from), to: percent(to) })
}

export interface Named {
  lists: Lists | undefined
  /** Of campaign entries, logged and open segments, by id. */
  segments: Readonly<Record<string, string>>
  statuses: readonly ResponseStatus[]
}

/** What a row of a breakdown is called. */
export function shareName(by: Breakdown, key: string, { lists, segments }: Named): string {
  if (by === 'week') return isDay(key) ? t('results.week', { from: shortDay(key), to: shortDay(addDays(key, 6)) }) : ''
  if (by === 'segment') return segments[key] || t('results.noSegment')
  if (by === 'template') return lists?.templates.find(({ id }) => id === key)?.description || t('results.noTemplate')
  return lists?.salespeople.find(({ id }) => id === key)?.name || t('results.noSalesperson')
}

/** What an answer is called; of none and of one of which it was not said what. */
export function statusText(key: string, { statuses }: Named): string {
  if (key === 'none') return t('results.noAnswer')
  if (key === '') return t('results.answeredOnly')
  const status = statuses.find(({ id }) => id === key)
  return status ? responseText(status) : t('response.nameless')
}

/** Whom a part of the picture stands for. */
export function partText(part: PartOf, named: Named): string {
  if (part.by === 'stage') return t(`results.stage.${part.key}`)
  return part.by === 'status' ? statusText(part.key, named) : shareName(part.by, part.key, named)
}

export const samePart = (one: PartOf | undefined, other: PartOf): boolean => one?.by === other.by && one.key === other.key
