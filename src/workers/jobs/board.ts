// The board before logging, worked out away from the finger: the segment is read, its lines resolved, and everything that stands
// against logging is told with its lines.
import { addDays, type Day } from '../../base/day.ts'
import type { Touched } from '../../core/interaction/lettersSince.ts'
import { board, type Board } from '../../core/interaction/problems.ts'
import { quietSince, type QuietRule } from '../../core/interaction/quiet.ts'
import { SharedStates } from '../../core/letter/sharedState.ts'
import type { AttachmentId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { ChangeRow, Database } from '../../storage/database.ts'
import { readLists, readPace } from '../../storage/read/lists.ts'
import { aroundOf, readAround, readSegment, type StoredSegment } from '../../storage/read/segments.ts'
import type { ContactBook } from './contactBook.ts'
import { RecentHistory } from './recentHistory.ts'
import { SharedLettersLogged } from './sharedLettersLogged.ts'

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
  const sharing = new SharedLettersLogged(db)
  const readHistory = async (since: Day) => {
    if (lately?.since !== since) lately = new RecentHistory(db, since)
    return (await lately.fresh()).history
  }
  const readAll = async ({ lines: { lines } }: StoredSegment, all: boolean) => {
    if (all || lines.length > long) return { contacts: (await book.fresh()).contacts, lists: await readLists(db) }
    return readAround(
      db,
      lines.map(({ contactId }) => contactId),
    )
  }
  return {
    board: async (id, fields, { recentDays }, today) => {
      const state = await readSegment(db, id)
      if (!state) return undefined
      const rule = (await readPace(db))?.quiet
      const since = addDays(today, -recentDays)
      const history = await readHistory(earliest(since, state, rule))
      const names = new Map(fields)
      const touched = await readTouched(db, state)
      // Whoever lives with somebody on the list may be anybody.
      const around = aroundOf(await readAll(state, rule?.per === 'household'))
      if (shared?.id !== id) shared = { id, states: new SharedStates() }
      const quiet = rule && { rule, history, sharing: rule.per === 'household' ? await sharing.among(history) : nothingShared }
      const recent = { history, since }
      const beside = { recent, shared: shared.states, ...(touched ? { touched } : {}), ...(quiet ? { quiet } : {}) }
      return { ...board(state, around, (attachment) => names.get(attachment), beside), rev: state.segment.rev }
    },
  }
}

const nothingShared: ReadonlySet<LoggedSegmentId> = new Set()

/** From when on the log matters to this segment: to what is shown as lately, and to the quiet rule. */
function earliest(since: Day, { segment, lines }: StoredSegment, rule: QuietRule | undefined): Day {
  if (!rule) return since
  const days = lines.lines.flatMap(({ own }) => own.day ?? [])
  return [since, ...[segment.day, ...days].map((day) => quietSince(day, rule))].reduce((a, b) => (a < b ? a : b))
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
