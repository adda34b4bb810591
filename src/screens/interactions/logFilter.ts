// Which entries of the interaction log are shown: those of this month, the salesperson's own, those of one template.
import type { Day } from '../../base/day.ts'
import type { SalespersonId, TemplateId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'

export interface LogFilter {
  month: boolean
  mine: boolean
  /** A template; `''` = entries without one; missing = any. */
  template: TemplateId | '' | undefined
}

export const allEntries: LogFilter = { month: false, mine: false, template: undefined }

export function fits(entry: InteractionLogEntry, filter: LogFilter, today: Day, me: SalespersonId | undefined): boolean {
  if (filter.month && entry.day.slice(0, 7) !== today.slice(0, 7)) return false
  if (filter.mine && (me === undefined || entry.salespersonId !== me)) return false
  return filter.template === undefined || (entry.templateId ?? '') === filter.template
}

export const sumOf = (entries: readonly InteractionLogEntry[], what: 'cost' | 'duration'): number =>
  entries.reduce((sum, entry) => sum + entry[what], 0)
