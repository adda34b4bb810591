// Cancelling a logged segment writes a row beside it: the evidence stays as it was, and entries cancelled one by one keep
// their own flag when it is taken back. BC: Segment/LoggedSegment.Table.al ToggleCanceledCheckmark (there it revives them)
import type { LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'

/** Cancels a logged segment, or takes the cancel back. @param state the row beside it, if there is one yet */
export function planCancelLogged(
  logged: LoggedSegment,
  state: LoggedSegmentState | undefined,
  cancelled: boolean,
  reason: string,
  occasion: Occasion,
): Changes {
  const row: LoggedSegmentState = { ...(state ?? { rev: 0, id: logged.id }), cancelled, reason: reason.trim(), at: occasion.now }
  return { put: { loggedStates: [row] }, remove: {}, requires: [asRead('loggedSegments', logged), asRead('loggedStates', state ?? row)] }
}

/** Whether an entry does not count: by its own flag, or with its whole segment. */
export function isCancelled(entry: InteractionLogEntry, state: LoggedSegmentState | undefined): boolean {
  return entry.cancelled || state?.cancelled === true
}

/** The same, where the segments that are cancelled as a whole are known. */
export function cancelledAmong({ cancelled, loggedSegmentId }: InteractionLogEntry, segments: ReadonlySet<LoggedSegmentId>): boolean {
  return cancelled || (loggedSegmentId !== undefined && segments.has(loggedSegmentId))
}
