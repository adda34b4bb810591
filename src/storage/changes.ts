// The log of changes: other windows and the worker hear that there is something new, and read on from their own rev.
// A lost hint costs nothing; the rows are the truth.
import type { ChangeRow, Database } from './database.ts'

const channelName = 'fieldbook-changes'
let channel: BroadcastChannel | undefined

function open(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined
  channel ??= new BroadcastChannel(channelName)
  return channel
}

/** Hints to the other windows that commit `rev` is on the disk. */
export function tellOthers(rev: number): void {
  open()?.postMessage(rev)
}

/** Commits after `rev`, oldest first. */
export const changesSince = (db: Database, rev: number): Promise<ChangeRow[]> => db.changes.where('rev').above(rev).toArray()

/** The number of the last commit; 0 on an empty tablet. */
export async function lastRev(db: Database): Promise<number> {
  const last = await db.changes.orderBy('rev').last()
  return last?.rev ?? 0
}
