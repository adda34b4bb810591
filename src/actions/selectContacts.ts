// Add, Reduce, Refine: the worker says exactly who it would be, the step is planned on the same lines, and committed.
import { ok, refuse, type Result } from '../base/result.ts'
import type { Outcome } from '../core/segment/outcome.ts'
import { planStep } from '../core/segment/steps.ts'
import type { Criteria, StepOptions } from '../model/criteria.ts'
import type { Failure } from '../model/failure.ts'
import type { SegmentId } from '../model/ids.ts'
import type { Committed } from '../storage/commit.ts'
import { readSegment } from '../storage/read/segments.ts'
import { planAndWrite, type House } from './house.ts'

export type SelectKind = 'add' | 'reduce' | 'refine'

/** Applies criteria to a segment as a step; returns its outcome. */
export function selectContacts(
  house: House,
  id: SegmentId,
  what: { kind: SelectKind; criteria: Criteria; options: StepOptions },
): Promise<Result<Committed & { value: Outcome }, Failure>> {
  return planAndWrite(house, `${what.kind}Contacts`, async () => {
    const state = await readSegment(house.db, id)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id })
    const occasion = house.occasion()
    const outcome = await house.calls.index.outcome(what.kind, state.lines.lines, what.criteria, what.options, occasion.today)
    return ok({ changes: planStep(state, what, outcome, occasion), value: outcome })
  })
}
