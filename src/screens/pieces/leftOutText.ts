// Who matched and was left out, in words: each count with its reason.
import type { LeftOut } from '../../model/segment.ts'
import { figure } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

const reasons = ['alreadyThere', 'excluded', 'privacyBlocked', 'minor', 'pinnedOut'] as const

const countOf = (leftOut: LeftOut, reason: keyof LeftOut): number => leftOut[reason] ?? 0

/** The counts with their reasons in one line; blank when nobody was left out. */
export const leftOutList = (leftOut: LeftOut): string =>
  reasons
    .filter((reason) => countOf(leftOut, reason) > 0)
    .map((reason) => t(`criteria.out.${reason}`, { count: countOf(leftOut, reason), text: figure(countOf(leftOut, reason)) }))
    .join(' · ')

/** The same, and what it is about. */
export function leftOutShort(leftOut: LeftOut): string {
  const said = leftOutList(leftOut)
  return said && t('criteria.out.all', { said })
}

/** One entry for each reason that holds of somebody. */
export const leftOutTexts = (leftOut: LeftOut): { reason: keyof LeftOut; count: number; text: string }[] =>
  reasons
    .map((reason) => ({ reason, count: countOf(leftOut, reason) }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => ({ reason, count, text: t(`criteria.leftOut.${reason}`, { count }) }))
