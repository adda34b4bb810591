// Who matched and was left out, in words: each count with its reason.
import type { LeftOut } from '../../model/segment.ts'
import { figure } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

const reasons = ['alreadyThere', 'excluded', 'privacyBlocked', 'minor'] as const

/** All of it in one line; nothing when nobody was left out. */
export function leftOutShort(leftOut: LeftOut): string {
  const said = reasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => t(`criteria.out.${reason}`, { text: figure(leftOut[reason]) }))
  return said.length > 0 ? t('criteria.out.all', { said: said.join(' · ') }) : ''
}

/** One entry for each reason that holds of somebody. */
export const leftOutTexts = (leftOut: LeftOut): { reason: keyof LeftOut; count: number; text: string }[] =>
  reasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => ({ reason, count: leftOut[reason], text: t(`criteria.leftOut.${reason}`, { count: leftOut[reason] }) }))
