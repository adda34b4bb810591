// Who matched and was left out, in words: each count with its reason.
import type { LeftOut } from '../../model/segment.ts'
import { t } from '../../text/language.svelte.ts'

const reasons = ['alreadyThere', 'excluded', 'privacyBlocked', 'minor'] as const

/** One entry for each reason that holds of somebody. */
export const leftOutTexts = (leftOut: LeftOut): { reason: keyof LeftOut; count: number; text: string }[] =>
  reasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => ({ reason, count: leftOut[reason], text: t(`criteria.leftOut.${reason}`, { count: leftOut[reason] }) }))
