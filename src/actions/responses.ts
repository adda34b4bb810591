// Answers to what was logged: recorded one by one while the post is opened, or for many at once.
import { planRespond, type Given, type RespondWish } from '../core/campaign/respond.ts'
import { ok, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { EntryId, LoggedSegmentId } from '../model/ids.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import type { Committed } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { readEntries } from '../storage/read/logged.ts'
import { byId } from '../storage/read/watch.ts'
import { planAndWrite, type House } from './house.ts'

/**
 * Records one answer to all of these entries; none takes away what was answered. Its value: how many entries were changed.
 * Failures: `respondCancelled`, `responseUnknown`, `answeredMeanwhile`, `noteOfErased`.
 */
export function respond(
  house: House,
  ids: readonly EntryId[],
  given: Given,
  wish: Omit<RespondWish, 'cancelled'>,
): Promise<Result<Committed & { value: number }, Failure>> {
  return planAndWrite(house, 'setResponded', async () => {
    const entries = await readEntries(house.db, ids)
    const [campaigns, cancelled] = await Promise.all([house.db.campaigns.toArray(), cancelledOf(house.db, entries)])
    const planned = planRespond(entries, given, byId(campaigns), { ...wish, cancelled }, house.occasion())
    return planned.ok ? ok({ changes: planned.value, value: planned.value.put.entries?.length ?? 0 }) : planned
  })
}

/** Which logged segments of these entries are cancelled as a whole. */
async function cancelledOf(db: Database, entries: readonly InteractionLogEntry[]): Promise<Set<LoggedSegmentId>> {
  const ids = [...new Set(entries.flatMap(({ loggedSegmentId }) => loggedSegmentId ?? []))]
  const states = await db.loggedStates.bulkGet(ids)
  return new Set(states.flatMap((state) => (state?.cancelled ? [state.id] : [])))
}
