// The board before logging, worked out away from the finger: the segment is read, its lines resolved, and everything that stands
// against logging is told with its lines.
import { addDays, type Day } from '../../base/day.ts'
import type { Touched } from '../../core/interaction/lettersSince.ts'
import { board, type Board } from '../../core/interaction/problems.ts'
import type { AttachmentId, SegmentId } from '../../model/ids.ts'
import type { ChangeRow, Database } from '../../storage/database.ts'
import { readLists } from '../../storage/read/lists.ts'
import { aroundOf, readSegment, type StoredSegment } from '../../storage/read/segments.ts'
import type { ContactIndex } from './contactIndex.ts'

export interface BoardAnswer extends Board {
  /** The segment as it was looked at. */
  rev: number
}

export interface BoardWish {
  /** Whoever got something of ours in so many days is shown. */
  recentDays: number
}

export interface BoardJobs {
  /** Nothing when there is no such segment any more. @param fields the fields of each document that is known so far */
  board: (
    id: SegmentId,
    fields: readonly (readonly [AttachmentId, readonly string[]])[],
    wish: BoardWish,
    today: Day,
  ) => Promise<BoardAnswer | undefined>
}

export const boardJobs = (index: ContactIndex): BoardJobs => ({
  board: async (id, fields, { recentDays }, today) => {
    const { db, facts } = await index.fresh()
    const [state, lists] = await Promise.all([readSegment(db, id), readLists(db)])
    if (!state) return undefined
    const names = new Map(fields)
    const recent = { history: facts.history, since: addDays(today, -recentDays) }
    const touched = await readTouched(db, state)
    const around = { ...aroundOf({ contacts: new Map(), lists }), contacts: facts.contacts }
    const beside = { recent, ...(touched ? { touched } : {}) }
    return { ...board(state, around, (attachment) => names.get(attachment), beside), rev: state.segment.rev }
  },
})

/** Acts that change nothing of what the letters say. */
const harmless = new Set(['makeLetters', 'logSegment', 'undo logSegment'])

/** What was written since the letters of this segment were made; nothing when none were. */
async function readTouched(db: Database, { segment }: StoredSegment): Promise<Touched | undefined> {
  const made = segment.lettersMade
  if (!made) return undefined
  const since: ChangeRow[] = []
  await db.changes
    .orderBy('rev')
    .reverse()
    .until(({ at }) => at <= made.at)
    .each((change) => since.push(change))
  const ids = (table: keyof ChangeRow['ids']) => new Set(since.flatMap((change) => change.ids[table] ?? []))
  const ours = since.filter(({ ids, what }) => !harmless.has(what) && ids.segments?.includes(segment.id))
  return {
    contacts: ids('contacts'),
    templates: ids('templates'),
    salespeople: ids('salespeople'),
    campaigns: ids('campaigns'),
    ofAll: ids('settings').has('company') || ids('salutationFormulas').size > 0,
    steps: new Set(ours.flatMap((change) => change.ids.steps ?? [])),
    edited: ours.some((change) => change.ids.steps === undefined),
  }
}
