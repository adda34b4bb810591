// Saved criteria: the steps of a segment kept under a code, renamed, edited, deleted, and used again on another segment.
import { ok, refuse, type Result } from '../base/result.ts'
import type { Outcome } from '../core/segment/outcome.ts'
import { recipeOf } from '../core/segment/recipe.ts'
import { emptiedLines } from '../core/segment/replay.ts'
import {
  planChangeCriteria,
  planRenameCriteria,
  planReuseCriteria,
  planSaveCriteria,
  stepsOn,
  type CriteriaName,
  type ReusedSegments,
} from '../core/segment/savedCriteria.ts'
import type { SavedCriteria, SavedStep } from '../model/criteria.ts'
import type { Failure } from '../model/failure.ts'
import type { SavedCriteriaId, SegmentId } from '../model/ids.ts'
import type { Step } from '../model/segment.ts'
import { noChanges, unchanged, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { readLoggedSegment } from '../storage/read/logged.ts'
import { readSegment } from '../storage/read/segments.ts'
import { planAndWrite, type House } from './house.ts'

type Done<T = undefined> = Promise<Result<Committed & { value: T }, Failure>>

/**
 * Keeps the segment's recipe under a code; people chosen by hand are left out, and its value says how many that concerns. Refused when
 * nothing is left, or the code is blank or taken.
 */
export function saveCriteria(house: House, segmentId: SegmentId, name: CriteriaName): Done<{ id: SavedCriteriaId; byHand: number }> {
  return planAndWrite(house, 'saveCriteria', async () => {
    const state = await readSegment(house.db, segmentId)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id: segmentId })
    const [others, reused] = await Promise.all([house.db.savedCriteria.toArray(), readReused(house.db, state.steps)])
    const planned = planSaveCriteria(state.steps, name, others, reused, house.occasion())
    if (!planned.ok) return planned
    const { changes, ...value } = planned.value
    return ok({ changes, value })
  })
}

async function readReused(db: Database, steps: readonly Step[]): Promise<ReusedSegments> {
  const ids = [...new Set(recipeOf(steps).flatMap(({ from }) => (from?.kind === 'loggedSegment' ? [from.id] : [])))]
  const pages = await Promise.all(ids.map((id) => readLoggedSegment(db, id)))
  return new Map(
    pages.flatMap((page) => {
      if (!page) return []
      const { logged, state, campaignEntries } = page
      return [[logged.id, { logged, state, campaignIds: [...new Set(campaignEntries.map(({ campaignId }) => campaignId))] }] as const]
    }),
  )
}

/** Reads the recipe, plans on it, commits. */
function onCriteria(
  house: House,
  id: SavedCriteriaId,
  what: string,
  plan: (saved: SavedCriteria, all: readonly SavedCriteria[]) => Result<Changes, Failure>,
): Done {
  return planAndWrite(house, what, async () => {
    const all = await house.db.savedCriteria.toArray()
    const saved = all.find((row) => row.id === id)
    if (!saved) return refuse({ code: 'notFound', table: 'savedCriteria', id })
    const planned = plan(saved, all)
    return planned.ok ? ok({ changes: planned.value, value: undefined }) : planned
  })
}

/** Another code or description. Refused when the code is blank, or taken by another. */
export const renameCriteria = (house: House, id: SavedCriteriaId, name: CriteriaName): Done =>
  onCriteria(house, id, 'renameCriteria', (saved, all) => planRenameCriteria(saved, name, all, house.occasion()))

/** Deletes saved criteria; segments on which they were used keep their steps. The undo of the commit brings them back. */
export const deleteCriteria = (house: House, id: SavedCriteriaId): Done =>
  onCriteria(house, id, 'deleteCriteria', (saved) =>
    ok({ ...noChanges(), remove: { savedCriteria: [id] }, requires: [unchanged('savedCriteria', saved)] }),
  )

/** Other steps: some dropped, in another order, switched off. */
export const changeSavedCriteria = (house: House, id: SavedCriteriaId, steps: readonly SavedStep[]): Done =>
  onCriteria(house, id, 'changeSavedCriteria', (saved) => planChangeCriteria(saved, steps, house.occasion()))

/** Replays every step that is on, in order, against today's data, as one commit; pinned people stay also where others are replaced. Its value is the outcome of each. */
export function reuseCriteria(house: House, segmentId: SegmentId, savedId: SavedCriteriaId, how: 'add' | 'replace'): Done<Outcome[]> {
  return planAndWrite(house, 'reuseCriteria', async () => {
    const [state, saved] = await Promise.all([readSegment(house.db, segmentId), house.db.savedCriteria.get(savedId)])
    if (!state) return refuse({ code: 'notFound', table: 'segments', id: segmentId })
    if (!saved) return refuse({ code: 'notFound', table: 'savedCriteria', id: savedId })
    const steps = stepsOn(saved)
    if (steps.length === 0) return refuse({ code: 'criteriaNoSteps' })
    const occasion = house.occasion()
    const lines = how === 'replace' ? emptiedLines(state.lines) : state.lines
    const outcomes = await house.calls.index.replay(steps, lines, occasion.today)
    return ok({ changes: planReuseCriteria(state, saved, outcomes, how, occasion), value: outcomes })
  })
}
