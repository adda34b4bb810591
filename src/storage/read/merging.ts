// What names a contact, for merging it into another one. Indexes lead there; of open segments and what steps did there are few enough to look
// at all.
import type { Person } from '../../model/contact.ts'
import type { SavedCriteria } from '../../model/criteria.ts'
import type { ContactId, LoggedSegmentId, MergeId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLines, LoggedSegment } from '../../model/interaction.ts'
import type { Merge, NotDuplicate } from '../../model/merge.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { SegmentLines, Step, StepOutcome } from '../../model/segment.ts'
import type { Database } from '../database.ts'
import { nothingHere, readPlanned, readPlannedById, type PlannedRows } from './planned.ts'
import { readContact, readPeopleOfAll } from './pending.ts'
import { watch, type Watched } from './watch.ts'

/** Rows that name one of some contacts, by table. */
export interface Naming extends PlannedRows {
  people: Person[]
  entries: InteractionLogEntry[]
  purchases: Purchase[]
  segmentLines: SegmentLines[]
  steps: Step[]
  loggedLines: LoggedLines[]
  savedCriteria: SavedCriteria[]
  loggedSegments: LoggedSegment[]
  notDuplicates: NotDuplicate[]
}

/**
 * @param companies those of the contacts that are companies
 * @param asksFor whether criteria anywhere in a row name one of them
 */
export async function readNaming(
  db: Database,
  ids: readonly ContactId[],
  companies: readonly ContactId[],
  asksFor: (row: unknown) => boolean,
): Promise<Naming> {
  const asked = new Set<string>(ids)
  const names = (id: string) => asked.has(id)
  const entries = await readEntries(db, ids, companies)
  const isSomewhere = companies.length > 0
  const [people, purchases, segmentLines, notDuplicates, steps, savedCriteria, loggedSegments] = await Promise.all([
    readPeopleOfAll(db, new Set(companies)),
    isSomewhere ? db.purchases.where('companyId').anyOf(companies).toArray() : [],
    db.segmentLines
      .filter(({ lines, pinnedOut = [] }) => lines.some(({ contactId }) => names(contactId)) || pinnedOut.some(names))
      .toArray(),
    db.notDuplicates.filter(({ contactIds }) => contactIds.some(names)).toArray(),
    db.steps.filter((step) => asksFor(step) || outcomesOf(step).some((outcome) => tells(outcome, names))).toArray(),
    db.savedCriteria.filter(asksFor).toArray(),
    db.loggedSegments.filter(({ steps: past }) => asksFor(past)).toArray(),
  ])
  const planned = await readPlanned(db, ids)
  const loggedLines = await readLogged(db, names, entries)
  return { people, entries, purchases, segmentLines, steps, loggedLines, savedCriteria, loggedSegments, notDuplicates, ...planned }
}

async function readEntries(db: Database, ids: readonly ContactId[], companies: readonly ContactId[]): Promise<InteractionLogEntry[]> {
  const rows = await Promise.all([
    db.entries.where('contactId').anyOf(ids).toArray(),
    db.entries.where('letter.together.contactIds').anyOf(ids).toArray(),
    companies.length > 0 ? db.entries.where('companyId').anyOf(companies).toArray() : [],
  ])
  return [...new Map(rows.flat().map((entry) => [entry.id, entry])).values()]
}

const outcomesOf = ({ outcome, recipe = [] }: Step): StepOutcome[] => [
  outcome,
  ...recipe.flatMap((card) => ('outcome' in card ? card.outcome : [])),
]

const tells = ({ added, removed, keptOut = [], letIn = [] }: StepOutcome, names: (id: string) => boolean): boolean =>
  added.some(({ contactId }) => names(contactId)) ||
  removed.some(({ line }) => names(line.contactId)) ||
  keptOut.some(names) ||
  letIn.some(names)

/** Logged segments that have an entry of theirs, and those that left somebody out, who has none. */
async function readLogged(db: Database, names: (id: string) => boolean, entries: readonly InteractionLogEntry[]): Promise<LoggedLines[]> {
  const segments = new Set(entries.flatMap(({ loggedSegmentId }) => loggedSegmentId ?? []))
  await db.loggedSegments.each(({ id, counts }) => {
    if (counts.lines > counts.logged) segments.add(id)
  })
  const found: LoggedLines[] = []
  for (const id of segments) found.push(...(await piecesNaming(db, id, names)))
  return found
}

const piecesNaming = (db: Database, id: LoggedSegmentId, names: (id: string) => boolean): Promise<LoggedLines[]> =>
  db.loggedLines
    .where('loggedSegmentId')
    .equals(id)
    .filter(({ lines }) => lines.some(({ line }) => names(line.contactId)))
    .toArray()

/** The row of a merge with all rows it names, as they stand now. */
export async function readMerge(db: Database, id: MergeId) {
  const merge = await db.merges.get(id)
  if (!merge) return undefined
  const { moved } = merge
  const there = <R>(rows: (R | undefined)[]): R[] => rows.filter((row) => row !== undefined)
  const entryIds = new Set([...moved.entries, ...moved.ofCompany, ...moved.together.map((one) => one.id)])
  const reached = (moved.inherited ?? []).map((one) => one.id)
  const people = there(await db.contacts.bulkGet([...new Set([...moved.people, ...reached])])).filter(
    (contact) => contact.type === 'person',
  )
  const others = (moved.apart ?? []).flatMap(({ contactIds }) => contactIds)
  const standing = {
    others: new Set(there(await db.contacts.bulkGet(others)).map((contact) => contact.id)),
    kept: await readContact(db, merge.keptId),
    people,
    entries: there(await db.entries.bulkGet([...entryIds])),
    purchases: there(await db.purchases.bulkGet(moved.purchases)),
    segmentLines: there(await db.segmentLines.bulkGet(moved.lines.map(({ segmentId }) => segmentId))),
    steps: there(await db.steps.bulkGet(moved.steps.map((step) => step.id))),
    loggedLines: there(await db.loggedLines.bulkGet(moved.loggedLines.map((piece) => piece.id))),
    ...(moved.planned ? await readPlannedById(db, moved.planned) : nothingHere),
  }
  return { merge, standing }
}

/** What was merged into this contact, the last one first. */
export const watchMergesOf = (db: Database, id: ContactId): Watched<Merge[]> =>
  watch(async () => (await db.merges.where('keptId').equals(id).toArray()).sort((a, b) => b.at.localeCompare(a.at)))

/** All merges, the last one first. */
export const watchMerges = (db: Database): Watched<Merge[]> =>
  watch(async () => (await db.merges.toArray()).sort((a, b) => b.at.localeCompare(a.at)))

/** The contact that stayed when this one was merged away, through all merges since; nothing when it never was. */
export async function readStayed(db: Database, id: ContactId): Promise<ContactId | undefined> {
  const seen = new Set<ContactId>()
  let stayed: ContactId | undefined
  for (let next: ContactId | undefined = id; next !== undefined && !seen.has(next);) {
    seen.add(next)
    next = (await db.merges.where('lost.id').equals(next).last())?.keptId
    if (next !== undefined) stayed = next
  }
  return stayed
}
