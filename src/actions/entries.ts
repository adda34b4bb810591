// The entries of the interaction log live on: cancelled one by one, evaluated, commented, answered, delivered, sent again, deleted.
import { ok, refuse, type Result } from '../base/result.ts'
import { heldByCampaign } from '../core/campaign/campaignEntries.ts'
import { planDeleteEntries } from '../core/interaction/deleteCancelled.ts'
import {
  planCancelEntries,
  planChangeComment,
  planCommentEntry,
  planDelivery,
  planEvaluate,
  planUncancelEntries,
} from '../core/interaction/entries.ts'
import type { ResendWish } from '../core/interaction/resend.ts'
import type { Failure } from '../model/failure.ts'
import type { EntryId, LoggedSegmentId } from '../model/ids.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import type { Delivery, Evaluation } from '../model/parts.ts'
import type { Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readEntries } from '../storage/read/logged.ts'
import { readCancelledCampaignEntries } from '../storage/read/campaigns.ts'
import { byId } from '../storage/read/watch.ts'
import type { JobWatch } from '../workers/call.ts'
import type { DeletedNow, ResentNow } from '../workers/jobs/afterLog.ts'
import { plainOccasion, planAndWrite, undoLong, type House } from './house.ts'

/** Its value: how many entries were changed. */
type Done = Promise<Result<Committed & { value: number }, Failure>>

/** Cancels these entries, with one reason for all; those that are cancelled stay so, with their own. */
export const cancelEntries = (house: House, ids: readonly EntryId[], reason: string): Done =>
  onEntries(house, ids, 'cancelEntries', (entries) => ok(planCancelEntries(entries, reason)))

/** Lets them count again. Failures: `segmentCancelled`, `campaignEntryCancelled` while what they came from is cancelled as a whole. */
export async function uncancelEntries(house: House, ids: readonly EntryId[]): Done {
  const states = byId(await house.db.loggedStates.toArray())
  const cancelled = await readCancelledCampaignEntries(house.db)
  return onEntries(house, ids, 'uncancelEntries', (entries) => {
    const held = heldByCampaign(entries, cancelled).length
    if (held > 0) return refuse({ code: 'campaignEntryCancelled', count: held })
    return planUncancelEntries(entries, ({ loggedSegmentId }) => loggedSegmentId && states.get(loggedSegmentId))
  })
}

/** One evaluation for all of them; none takes it away. */
export const evaluateEntries = (house: House, ids: readonly EntryId[], evaluation: Evaluation | undefined): Done =>
  onEntries(house, ids, 'evaluateEntries', (entries) => ok(planEvaluate(entries, evaluation)))

/** Where their letters are by now; entries without a letter stay as they are. */
export const setDelivery = (house: House, ids: readonly EntryId[], delivery: Delivery): Done =>
  onEntries(house, ids, 'setDelivery', (entries) => ok(planDelivery(entries, delivery)))

/** Adds a remark. Failure `commentBlank`. */
export const commentEntry = (house: House, id: EntryId, text: string): Done =>
  onEntry(house, id, 'commentEntry', (entry) => planCommentEntry(entry, text, house.occasion()))

/** Changes a remark, or takes it away when nothing is left of it. @param at its place among the remarks */
export const changeComment = (house: House, id: EntryId, at: number, text: string): Done =>
  onEntry(house, id, 'changeComment', (entry) => ok(planChangeComment(entry, at, text)))

/** Deletes those of these entries that were cancelled one by one. Failure `nothingCancelled`. */
export function deleteCancelledEntries(house: House, ids: readonly EntryId[]): Done {
  return planAndWrite(house, 'deleteCancelledEntries', async () => {
    const entries = await readEntries(house.db, ids)
    const campaignEntries = await house.db.campaignEntries.bulkGet([...new Set(entries.flatMap((entry) => entry.campaignEntryId ?? []))])
    const planned = planDeleteEntries(entries, byId(campaignEntries.filter((entry) => entry !== undefined)))
    return planned.ok ? ok({ changes: planned.value.changes, value: planned.value.count }) : planned
  })
}

/** Deletes the cancelled ones of these logged segments, or all that are cancelled, with everything that hangs on them. Its undo is `undoLong`. */
export async function deleteCancelledSegments(
  house: House,
  ids: readonly LoggedSegmentId[] | undefined,
  watch: JobWatch = {},
): Promise<Result<DeletedNow, Failure>> {
  const { now } = house.occasion()
  const done = await house.calls.watched(watch, (work) => work.deleteCancelledSegments(ids, now))
  house.onWritten(done)
  return done
}

/** Sends letters again: new entries of today with the same documents. Its undo is `undoLong`. */
export async function resend(
  house: House,
  ids: readonly EntryId[],
  wish: ResendWish,
  watch: JobWatch = {},
): Promise<Result<ResentNow, Failure>> {
  const occasion = plainOccasion(house)
  const done = await house.calls.watched(watch, (work, job) => work.resend(ids, wish, occasion, job))
  house.onWritten(done)
  return done
}

export { undoLong }

function onEntries(
  house: House,
  ids: readonly EntryId[],
  what: string,
  plan: (entries: InteractionLogEntry[]) => Result<Changes, Failure>,
): Done {
  return planAndWrite(house, what, async () => {
    const planned = plan(await readEntries(house.db, ids))
    return planned.ok ? ok({ changes: planned.value, value: planned.value.put.entries?.length ?? 0 }) : planned
  })
}

const onEntry = (house: House, id: EntryId, what: string, plan: (entry: InteractionLogEntry) => Result<Changes, Failure>): Done =>
  onEntries(house, [id], what, ([entry]) => (entry ? plan(entry) : refuse({ code: 'notFound', table: 'entries', id })))
