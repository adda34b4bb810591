// Call rounds: the open one of a segment, how far it is by the log, and those that were begun and wait. Of a long round only the entries
// that were written since are read again.
import type { CallRound } from '../../model/callRound.ts'
import type { Contact } from '../../model/contact.ts'
import type { CallRoundId, ContactId, EntryId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Line, Segment } from '../../model/segment.ts'
import { changesSince, lastRev } from '../changes.ts'
import type { Database } from '../database.ts'
import { Refused } from '../failure.ts'
import { readContact, readContacts } from './pending.ts'
import { watch, type Watched } from './watch.ts'

export interface RoundPage {
  /** Missing: it was logged or deleted. */
  segment: Segment | undefined
  /** Whom its lines are for, in their order; somebody may stand there twice. */
  listed: ContactId[]
  /** The newest first. */
  rounds: CallRound[]
  /** Those whom the open ones leave out, with their companies, as they are now. */
  leftOut: ReadonlyMap<ContactId, Contact>
  /** What the segment was logged as. */
  loggedId: LoggedSegmentId | undefined
}

export const watchRoundPage = (db: Database, id: SegmentId): Watched<RoundPage> =>
  watch(async () => {
    const [segment, lines, rounds] = await Promise.all([
      db.segments.get(id),
      db.segmentLines.get(id),
      db.callRounds.where('segmentId').equals(id).toArray(),
    ])
    const logged = segment ? undefined : await db.loggedSegments.filter(({ header }) => header.id === id).first()
    const listed = lines?.lines.map(({ contactId }) => contactId) ?? []
    const open = rounds.filter(({ closedAt }) => closedAt === undefined)
    return { segment, listed, rounds: rounds.sort(newestFirst), leftOut: await readLeftOut(db, open), loggedId: logged?.id }
  })

const newestFirst = (one: CallRound, other: CallRound) => other.startedAt.localeCompare(one.startedAt)

const callsOf = (db: Database, id: CallRoundId) => db.entries.where('callRoundId').equals(id)

type Wanted = 'id' | 'contactId' | 'deletedContactId' | 'callOutcome' | 'attemptFailed' | 'day' | 'time' | 'loggedAt' | 'duration'
/** What of the entry of a call its round needs to know. */
export type CallMark = Pick<InteractionLogEntry, Wanted>

/** Nothing of one that was cancelled. */
function marksOf(entries: readonly (InteractionLogEntry | undefined)[]): CallMark[] {
  return entries.flatMap((entry) => {
    if (!entry || entry.cancelled) return []
    const { id, contactId, deletedContactId, callOutcome, attemptFailed, day, time, loggedAt, duration } = entry
    const optional = { ...(deletedContactId && { deletedContactId }), ...(callOutcome && { callOutcome }), ...(time && { time }) }
    return [{ id, contactId, attemptFailed, day, loggedAt, duration, ...optional }]
  })
}

/** The calls of a round to this contact that count; those to a person of the company who was deleted are not among them. */
export async function readCallsTo(db: Database, roundId: CallRoundId, contactId: ContactId): Promise<InteractionLogEntry[]> {
  const ofContact = await db.entries.where('contactId').equals(contactId).toArray()
  return ofContact.filter((entry) => entry.callRoundId === roundId && !entry.cancelled && entry.deletedContactId === undefined)
}

/** Looked at within the commit of a call: nobody logged another one to this contact since `known` were read. */
export async function holdCalls(db: Database, roundId: CallRoundId, contactId: ContactId, known: ReadonlySet<EntryId>): Promise<void> {
  const other = (await readCallsTo(db, roundId, contactId)).find(({ id }) => !known.has(id))
  if (other) throw new Refused({ code: 'stale', table: 'entries', id: other.id })
}

/** The open round of a segment; there is one at most. */
export async function readOpenRound(db: Database, segmentId: SegmentId): Promise<CallRound | undefined> {
  const rounds = await db.callRounds.where('segmentId').equals(segmentId).toArray()
  return rounds.filter(({ closedAt }) => closedAt === undefined).sort(newestFirst)[0]
}

/** Looked at within the commit that begins a round: none is open. */
export async function holdNoRound(db: Database, segmentId: SegmentId): Promise<void> {
  const open = await readOpenRound(db, segmentId)
  if (open) throw new Refused({ code: 'stale', table: 'callRounds', id: open.id })
}

/** The calls of a round that count, kept up to date by what is written. */
export const watchMarks = (db: Database, id: CallRoundId): Watched<CallMark[]> => watch(marksReader(db, id))

/** Reads all the first time, afterwards what was touched since. */
export function marksReader(db: Database, id: CallRoundId): () => Promise<CallMark[]> {
  let known = new Map<EntryId, CallMark>()
  let seen: number | undefined
  return async () => {
    const rev = await lastRev(db)
    if (seen === undefined) known = new Map(marksOf(await callsOf(db, id).toArray()).map((mark) => [mark.id, mark]))
    else if (rev > seen) known = await readOnMarks(db, id, known, seen)
    seen = rev
    return [...known.values()]
  }
}

async function readOnMarks(db: Database, id: CallRoundId, known: ReadonlyMap<EntryId, CallMark>, seen: number) {
  const touched = new Set((await changesSince(db, seen)).flatMap(({ ids }) => (ids.entries ?? []) as EntryId[]))
  const next = new Map([...known].filter(([entryId]) => !touched.has(entryId)))
  const entries = await db.entries.bulkGet([...touched])
  for (const mark of marksOf(entries.filter((entry) => entry?.callRoundId === id))) next.set(mark.id, mark)
  return next
}

export interface RoundBegun {
  round: CallRound
  segment: Segment
  /** Whom its lines are for. */
  listed: ContactId[]
  marks: CallMark[]
  /** Those whom it leaves out, with their companies, as they are now. */
  leftOut: ReadonlyMap<ContactId, Contact>
}

async function begun(db: Database, round: CallRound): Promise<RoundBegun[]> {
  const [segment, lines] = await Promise.all([db.segments.get(round.segmentId), db.segmentLines.get(round.segmentId)])
  if (!segment || !lines) return []
  const listed = lines.lines.map(({ contactId }) => contactId)
  const [entries, leftOut] = await Promise.all([callsOf(db, round.id).toArray(), readLeftOut(db, [round])])
  return [{ round, segment, listed, marks: marksOf(entries), leftOut }]
}

/**
 * Rounds that were begun and are not closed; that of a segment which is logged or gone is over. The newest first. Of one that was opened
 * again by an undo, beside another one begun meanwhile, the segment leads to the newest.
 */
export async function readRoundsBegun(db: Database): Promise<RoundBegun[]> {
  const open = (await db.callRounds.toArray()).filter(({ closedAt }) => closedAt === undefined).sort(newestFirst)
  const newest = open.filter((round, at) => open.findIndex(({ segmentId }) => segmentId === round.segmentId) === at)
  return (await Promise.all(newest.map((round) => begun(db, round)))).flat()
}

export const watchRoundsBegun = (db: Database): Watched<RoundBegun[]> => watch(() => readRoundsBegun(db))

/** The open round of one segment. */
export const watchRoundOf = (db: Database, id: SegmentId): Watched<RoundBegun | undefined> =>
  watch(async () => {
    const open = await readOpenRound(db, id)
    return open && (await begun(db, open))[0]
  })

/** How many people of a segment were called from it already, in any round. */
export async function readCalledFrom(db: Database, id: SegmentId): Promise<number> {
  const rounds = await db.callRounds.where('segmentId').equals(id).primaryKeys()
  const entries = await db.entries
    .where('callRoundId')
    .anyOf(rounds)
    .filter(({ cancelled }) => !cancelled)
    .toArray()
  return new Set(entries.map(({ contactId, deletedContactId }) => deletedContactId ?? contactId)).size
}

export interface CalledPerson {
  id: ContactId
  contact: Contact | undefined
  company: Contact | undefined
  /** What happened with the contact, newest first. */
  entries: InteractionLogEntry[]
  /** Her line, with the number that it remembers. */
  line: Line | undefined
  /** She was made one with this contact. */
  mergedInto: ContactId | undefined
}

const laterFirst = (one: InteractionLogEntry, other: InteractionLogEntry) =>
  other.day.localeCompare(one.day) || other.loggedAt.localeCompare(one.loggedAt)

export const watchCalledPerson = (db: Database, id: ContactId, segmentId: SegmentId): Watched<CalledPerson> =>
  watch(async () => {
    const [contact, entries, lines] = await Promise.all([
      readContact(db, id),
      db.entries.where('contactId').equals(id).toArray(),
      db.segmentLines.get(segmentId),
    ])
    const companyId = contact?.type === 'person' ? contact.companyId : undefined
    const company = companyId ? await readContact(db, companyId) : undefined
    const merge = contact ? undefined : await db.merges.where('lost.id').equals(id).last()
    const line = lines?.lines.find(({ contactId }) => contactId === id)
    return { id, contact, company, entries: entries.sort(laterFirst), line, mergedInto: merge?.keptId }
  })

/** Names and towns of everybody in a round, with their companies. */
export async function readCalledPeople(db: Database, ids: readonly ContactId[]): Promise<Map<ContactId, Contact>> {
  const contacts = new Map((await readContacts(db, ids)).map((contact) => [contact.id, contact]))
  const companies = [...contacts.values()].flatMap((one) => (one.type === 'person' && one.companyId ? [one.companyId] : []))
  for (const company of await readContacts(db, [...new Set(companies)])) contacts.set(company.id, company)
  return contacts
}

/** Those whom these rounds leave out, with their companies: whether they can be called by now is judged by what they are now. */
export const readLeftOut = (db: Database, rounds: readonly CallRound[]): Promise<Map<ContactId, Contact>> =>
  readCalledPeople(db, [...new Set(rounds.flatMap(({ leftOut = [] }) => leftOut.map(({ contactId }) => contactId)))])

/** What was made of the calls of a round: tasks and opportunities. */
export async function readMadeByCalls(db: Database, id: CallRoundId): Promise<{ tasks: number; opportunities: number }> {
  const ids = new Set((await callsOf(db, id).primaryKeys()) as EntryId[])
  const isMade = ({ entryId, cancelled }: { entryId?: EntryId | undefined; cancelled?: boolean }) =>
    entryId !== undefined && cancelled !== true && ids.has(entryId)
  const [tasks, opportunities] = await Promise.all([db.tasks.filter(isMade).count(), db.opportunities.filter(isMade).count()])
  return { tasks, opportunities }
}
