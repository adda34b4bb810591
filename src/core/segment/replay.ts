// Several steps in a row as one act: each works on the lines as the one before left them.
// BC: Segment/SegmentHeader.Table.al ReuseCriteria
import { everybody, type SavedStep } from '../../model/criteria.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { SegmentLines } from '../../model/segment.ts'
import { joinChanges, noChanges, type Changes } from '../../model/tables.ts'
import { defaultOptions, nobodyLeftOut, type Outcome } from './outcome.ts'
import { linesFor, removedFrom, stepTaken, type SegmentState } from './steps.ts'

/**
 * What each of these steps would do, one after the other. All of its options hold, also for a Refine (there one is lost).
 * @param select what one step would do to these lines
 */
export function outcomesWhere(
  steps: readonly SavedStep[],
  lines: SegmentLines,
  select: (step: SavedStep, list: SegmentLines) => Outcome,
): Outcome[] {
  let now = lines
  return steps.map((step) => {
    const outcome = select(step, now)
    const gone = new Set(outcome.removedLineNos)
    const added = linesFor(outcome.addedIds, now)
    const stay = gone.size > 0 ? now.lines.filter(({ lineNo }) => !gone.has(lineNo)) : now.lines
    now = { ...now, nextLineNo: now.nextLineNo + added.length, lines: [...stay, ...added] }
    return outcome
  })
}

export type Plan = (state: SegmentState) => Changes

/** Plans in a row as one change: each is planned on what the ones before it give. */
export function inARow(state: SegmentState, plans: readonly Plan[]): Changes {
  let now = state
  let changes = noChanges()
  for (const plan of plans) {
    const next = plan(now)
    changes = joinChanges(changes, next)
    now = afterStep(now, next)
  }
  return changes
}

/** The state as a planned step leaves it, before it is committed. */
export function afterStep(state: SegmentState, { put, remove }: Changes): SegmentState {
  const gone = new Set(remove.steps)
  const segment = put.segments?.find(({ id }) => id === state.segment.id) ?? state.segment
  const lines = put.segmentLines?.find(({ id }) => id === state.lines.id) ?? state.lines
  return { segment, lines, steps: [...state.steps.filter(({ id }) => !gone.has(id)), ...(put.steps ?? [])] }
}

/** Takes every line out that is not pinned, as a step: a Reduce without criteria. Lines of contacts that are gone go with the others. */
export function emptied(occasion: Occasion): Plan {
  return (state) => {
    const removed = removedFrom(state.lines.lines, ({ pinned }) => !pinned)
    if (removed.length === 0) return noChanges()
    const what = { kind: 'reduce', criteria: everybody, options: defaultOptions } as const
    return stepTaken(state, what, { added: [], removed, leftOut: { ...nobodyLeftOut } }, occasion)
  }
}

/** The list that is left then. */
export const emptiedLines = (lines: SegmentLines): SegmentLines => ({ ...lines, lines: lines.lines.filter(({ pinned }) => pinned) })
