// What becomes of opportunities: changed, won, lost, open again, deleted.
// BC: Opportunity/Opportunity.Table.al, CloseOpportunity; Opportunity/CloseOpportunity.Page.al
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import { unchanged, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { isAmount, opportunityProblems, storedFields, type OpportunityFields } from './opportunity.ts'

/** How it ended; `value` is what a won one brought, `NaN` for what is no number. */
export type Closing = { status: 'won'; day: Day | undefined; value: number; reason: string } | LostClosing
interface LostClosing {
  status: 'lost'
  day: Day | undefined
  reason: string
}

export type ClosingProblem = 'noCloseDay' | 'closedTooEarly' | 'badValue'

/** Everything that stands against closing it so. */
export function closingProblems(closing: Closing, { day }: Pick<Opportunity, 'day'>): ClosingProblem[] {
  const found: (ClosingProblem | false)[] = [
    closing.day === undefined && 'noCloseDay',
    closing.day !== undefined && closing.day < day && 'closedTooEarly',
    closing.status === 'won' && !isAmount(closing.value) && 'badValue',
  ]
  return found.filter((problem) => problem !== false)
}

/** It is won, with what it brought, or lost; refused with `opportunityRefused` and all problems. */
export function planOpportunityClose(opportunity: Opportunity, closing: Closing): Result<Changes, Failure> {
  const problems = closingProblems(closing, opportunity)
  if (problems.length > 0 || !closing.day) return refuse({ code: 'opportunityRefused', problems })
  const { closedValue: _, ...rest } = opportunity
  const closed = { status: closing.status, closedDay: closing.day, closeReason: closing.reason.trim() }
  return ok(changed(opportunity, { ...rest, ...closed, ...(closing.status === 'won' ? { closedValue: closing.value } : {}) }))
}

/** It is not decided after all; how it ended is forgotten. */
export function planOpportunityReopen(opportunity: Opportunity): Changes {
  const { closedDay: _, closedValue: __, ...rest } = opportunity
  return changed(opportunity, { ...rest, status: 'open', closeReason: '' })
}

/** Other values; refused with `opportunityRefused` and all problems. A closed one stays as it ended. */
export function planOpportunityChange(opportunity: Opportunity, fields: OpportunityFields): Result<Changes, Failure> {
  const problems = opportunityProblems(fields, opportunity.day)
  if (problems.length > 0) return refuse({ code: 'opportunityRefused', problems })
  const { expectedDay: _, salespersonId: __, ...rest } = opportunity
  return ok(changed(opportunity, { ...rest, ...storedFields(fields) }))
}

const changed = (before: Opportunity, after: Opportunity): Changes => ({
  put: { opportunities: [after] },
  remove: {},
  requires: [unchanged('opportunities', before)],
})

/** Gone for good; what happened for it and what is to be done for it stays, and names it no longer. */
export function planOpportunityDelete(
  opportunity: Opportunity,
  named: { entries: readonly InteractionLogEntry[]; tasks: readonly Task[] },
): Changes {
  const entries = named.entries.map((entry) => without(entry))
  const tasks = named.tasks.map((task) => without(task))
  return {
    put: { ...(entries.length > 0 ? { entries } : {}), ...(tasks.length > 0 ? { tasks } : {}) },
    remove: { opportunities: [opportunity.id] },
    requires: [
      unchanged('opportunities', opportunity),
      ...named.entries.map((entry) => unchanged('entries', entry)),
      ...named.tasks.map((task) => unchanged('tasks', task)),
    ],
  }
}

function without<R extends InteractionLogEntry | Task>({ opportunityId: _, ...row }: R): R {
  return given(row) as R
}
