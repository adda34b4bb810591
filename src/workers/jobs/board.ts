// The board before logging, worked out away from the finger: the segment is read, its lines resolved, and everything that stands
// against logging is told with its lines.
import { addDays, type Day } from '../../base/day.ts'
import type { Touched } from '../../core/interaction/lettersSince.ts'
import { board, type Board } from '../../core/interaction/problems.ts'
import { SharedStates } from '../../core/letter/sharedState.ts'
import type { AttachmentId, SegmentId } from '../../model/ids.ts'
import type { ChangeRow, Database } from '../../storage/database.ts'
import { readLists } from '../../storage/read/lists.ts'
import { aroundOf, readAround, readSegment, type StoredSegment } from '../../storage/read/segments.ts'
import type { ContactBook } from './contactBook.ts'
import { RecentHistory } from './recentHistory.ts'

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

/** From so many lines on their contacts are kept in memory: the board is asked after every touch. */
const long = 1000

export function boardJobs(book: ContactBook): BoardJobs {
  const { db } = book
  let lately: RecentHistory | undefined
  let shared: { id: SegmentId; states: SharedStates } | undefined
  const readRecent = async (since: Day) => {
    if (lately?.since !== since) lately = new RecentHistory(db, since)
    const { history } = await lately.fresh()
    return { history, since }
  }
  const readAll = async ({ lines: { lines } }: StoredSegment) => {
    if (lines.length > long) return { contacts: (await book.fresh()).contacts, lists: await readLists(db) }
    return readAround(
      db,
      lines.map(({ contactId }) => contactId),
    )
  }
  return {
    board: async (id, fields, { recentDays }, today) => {
      const recent = await readRecent(addDays(today, -recentDays))
      const state = await readSegment(db, id)
      if (!state) return undefined
      const names = new Map(fields)
      const touched = await readTouched(db, state)
      const around = aroundOf(await readAll(state))
      if (shared?.id !== id) shared = { id, states: new SharedStates() }
      const beside = { recent, shared: shared.states, ...(touched ? { touched } : {}) }
      return { ...board(state, around, (attachment) => names.get(attachment), beside), rev: state.segment.rev }
    },
  }
}

/** Acts that change nothing of what the letters say. */
const harmless = new Set(['makeLetters', 'logSegment', 'undo logSegment'])
/** A pin says nothing in a letter; whom it brings or takes out comes and goes by a step. */
const isHarmless = ({ what, ids }: ChangeRow) => harmless.has(what) || (what === 'pinContact' && ids.steps === undefined)

/** What was written since the letters of this segment were made; nothing when none were. */
async function readTouched(db: Database, { segment }: StoredSegment): Promise<Touched | undefined> {
  const made = segment.lettersMade
  if (!made) return undefined
  const since: ChangeRow[] = []
  await db.changes
    .orderBy('rev')
    .reverse()
    .until(({ at }) => at <= made.at)
    // What an e-mail says beside its letter is none of the letter's words.
    .each((change) => change.what !== 'setEmailText' && since.push(change))
  const ids = (table: keyof ChangeRow['ids']) => new Set(since.flatMap((change) => change.ids[table] ?? []))
  const ours = since.filter((change) => !isHarmless(change) && change.ids.segments?.includes(segment.id))
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
