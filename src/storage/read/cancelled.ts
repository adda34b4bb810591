// Logged segments that were cancelled, and what hangs on them, read when they are deleted.
import type { CampaignEntry } from '../../model/campaign.ts'
import type { LoggedSegmentId } from '../../model/ids.ts'
import type { LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Database } from '../database.ts'

/** A cancelled segment, and the keys of what goes with it. */
export interface HangingRows {
  logged: LoggedSegment
  state: LoggedSegmentState
  pieces: { id: string }[]
  entries: { id: string }[]
  campaignEntries: CampaignEntry[]
}

/** Those of these that are cancelled; without ids all that are. */
async function cancelledOf(
  db: Database,
  ids: readonly LoggedSegmentId[] | undefined,
): Promise<{ logged: LoggedSegment; state: LoggedSegmentState }[]> {
  const states = (await (ids ? db.loggedStates.bulkGet([...ids]) : db.loggedStates.toArray())).filter((state) => state?.cancelled === true)
  const segments = await db.loggedSegments.bulkGet(states.flatMap((state) => state?.id ?? []))
  return segments.flatMap((logged, at) => {
    const state = states[at]
    return logged && state ? [{ logged, state }] : []
  })
}

const campaignEntriesOf = async (db: Database, ids: ReadonlySet<LoggedSegmentId>): Promise<CampaignEntry[]> =>
  db.campaignEntries.filter(({ loggedSegmentId }) => loggedSegmentId !== undefined && ids.has(loggedSegmentId)).toArray()

/** Those of these that are cancelled (without ids all that are), with the keys of everything that goes with them. */
export async function readHanging(db: Database, ids?: readonly LoggedSegmentId[]): Promise<HangingRows[]> {
  const segments = await cancelledOf(db, ids)
  const campaignEntries = await campaignEntriesOf(db, new Set(segments.map(({ logged }) => logged.id)))
  const keyed = (keys: string[]) => keys.map((id) => ({ id }))
  const rows: HangingRows[] = []
  for (const { logged, state } of segments) {
    rows.push({
      ...{ logged, state, campaignEntries: campaignEntries.filter((entry) => entry.loggedSegmentId === logged.id) },
      pieces: keyed(await db.loggedLines.where('loggedSegmentId').equals(logged.id).primaryKeys()),
      entries: keyed(await db.entries.where('loggedSegmentId').equals(logged.id).primaryKeys()),
    })
  }
  return rows
}
