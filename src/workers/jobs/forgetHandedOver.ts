// What is known of somebody who is to be forgotten as a contact that was handed over: only that she is gone, for good. Of entries that named her
// no mark of their words stays.
import type { HandOverState } from '../../model/handOver.ts'
import { noChanges, unchanged, type Changes } from '../../model/tables.ts'
import { stateId, withSeen } from '../../core/handOver/stamp.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'

/** @param contacts her keys @param entries entries that say nothing of her any more */
export async function forgetHandedOver(db: Database, contacts: Iterable<string>, entries: Iterable<string>): Promise<Changes> {
  const changes = noChanges()
  const here = await db.settings.get('handOver')
  if (here?.id !== 'handOver') return changes
  const last = await lastRev(db)
  const gone = (state: HandOverState): HandOverState => ({
    ...{ rev: state.rev, id: state.id, made: state.made, dots: {}, prints: {}, gone: [here.tablet, last], erased: true },
    seen: withSeen(state.seen, { [here.tablet]: last }),
  })
  const blank = ({ base: _, ...state }: HandOverState): HandOverState => ({ ...state, prints: {} })
  const states = [
    ...(await read(db, 'contacts', contacts)).map((state) => [state, gone(state)] as const),
    ...(await read(db, 'entries', entries)).map((state) => [state, blank(state)] as const),
  ]
  if (states.length > 0) changes.put.handOverStates = states.map(([, after]) => after)
  changes.requires.push(...states.map(([before]) => unchanged('handOverStates', before)))
  return changes
}

const read = async (db: Database, table: 'contacts' | 'entries', ids: Iterable<string>): Promise<HandOverState[]> =>
  (await db.handOverStates.bulkGet([...ids].map((id) => stateId(table, id)))).filter((state) => state !== undefined)
