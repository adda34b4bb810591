// The words of a call round: outcomes with their signs, states of people, when a call was.
import type { CallMark, PersonState } from '../../core/interaction/callRoundProgress.ts'
import type { CallOutcome } from '../../model/callRound.ts'
import type { Day } from '../../base/day.ts'
import type { IconName } from '../../parts/icons.ts'
import { nearDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import type { CallWords } from './callForm.ts'

/** In the order of the keys 1 to 6. */
export const outcomes: readonly { outcome: CallOutcome; icon: IconName }[] = [
  { outcome: 'reached', icon: 'check' },
  { outcome: 'callBack', icon: 'clock' },
  { outcome: 'noAnswer', icon: 'x' },
  { outcome: 'message', icon: 'note' },
  { outcome: 'notInterested', icon: 'campaigns' },
  { outcome: 'wrongNumber', icon: 'stop' },
]

/** "Reached", "No answer"; of a call that was cleared of its outcome, whether it succeeded. */
export const outcomeText = ({ callOutcome, attemptFailed }: Pick<CallMark, 'callOutcome' | 'attemptFailed'>): string =>
  t(`calls.outcome.${callOutcome ?? (attemptFailed ? 'noAnswer' : 'reached')}`)

/** "Reached 09:42"; on another day with the day. */
export function callText(mark: CallMark, today: Day): string {
  const when = [mark.day === today ? '' : nearDay(mark.day, today), mark.time ?? ''].filter(Boolean).join(', ')
  return [outcomeText(mark), when].filter(Boolean).join(' ')
}

/** How tasks are called that nobody named. */
export const callWords = (name: string): CallWords => ({
  ...{ callBack: t('calls.task', { name }), visit: t('calls.visitTask', { name }), todo: t('calls.taskFor', { name }) },
})

export const stateText = (state: PersonState): string => t(`calls.state.${state}`)
