// Who matched and was left out, in words: each count with its reason.
import type { LeftOut } from '../../model/segment.ts'
import { figure } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

const reasons = ['alreadyThere', 'excluded', 'privacyBlocked', 'minor'] as const

/** The counts with their reasons in one line; blank when nobody was left out. */
export const leftOutList = (leftOut: LeftOut): string =>
  reasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => t(`criteria.out.${reason}`, { text: figure(leftOut[reason]) }))
    .join(' · ')

/** The same, and what it is about. */
export function leftOutShort(leftOut: LeftOut): string {
  const said = leftOutList(leftOut)
  return said && t('criteria.out.all', { said })
}

/** One entry for each reason that holds of somebody. */
export const leftOutTexts = (leftOut: LeftOut): { reason: keyof LeftOut; count: number; text: string }[] =>
  reasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => ({ reason, count: leftOut[reason], text: t(`criteria.leftOut.${reason}`, { count: leftOut[reason] }) }))
