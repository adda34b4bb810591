// By when somebody wants to be heard of, in words.
import { figure } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

/** "9 days overdue", "due today", "due in 12 days". @param overdue in days; below nought, so many are left */
export function dueText(overdue: number): string {
  const count = Math.abs(overdue)
  return t('due.says', { when: overdue > 0 ? 'over' : overdue === 0 ? 'today' : 'left', count, text: figure(count) })
}
