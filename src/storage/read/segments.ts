// Segments: the open ones as a list, one with its lines, steps and all the rows its lines refer to.
import type { Contact } from '../../model/contact.ts'
import type { ContactId, SegmentId } from '../../model/ids.ts'
import type { Segment, SegmentLines, Step } from '../../model/segment.ts'
import type { Database } from '../database.ts'
import { readContacts } from './contacts.ts'
import { readLists, type Lists } from './lists.ts'
import { byId, watch, type Watched } from './watch.ts'
import { countContacts, siftContacts } from './pending.ts'

export interface SegmentRow {
  segment: Segment
  lines: number
  /** Cards of its recipe. */
  steps: number
}

export async function readSegments(db: Database): Promise<SegmentRow[]> {
  const [segments, lines, steps] = await Promise.all([db.segments.toArray(), db.segmentLines.toArray(), db.steps.toArray()])
  const lineRows = byId(lines)
  return segments
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
    .map((segment) => ({
      segment,
      lines: lineRows.get(segment.id)?.lines.length ?? 0,
      steps: cardsOf(steps.filter((step) => step.segmentId === segment.id)),
    }))
}

/** How many cards stand: those of the last edit, and the steps after it. */
function cardsOf(steps: readonly Step[]): number {
  const stand = steps.filter(({ undone }) => !undone).sort((a, b) => a.position - b.position)
  const edit = stand.findLastIndex(({ kind }) => kind === 'edit')
  return (stand[edit]?.recipe?.length ?? 0) + stand.length - 1 - edit
}

export const watchSegments = (db: Database): Watched<SegmentRow[]> => watch(() => readSegments(db))

/** A segment as the rules take it: header, lines, steps in order. */
export interface StoredSegment {
  segment: Segment
  lines: SegmentLines
  steps: Step[]
}

export async function readSegment(db: Database, id: SegmentId): Promise<StoredSegment | undefined> {
  return db.transaction('r', [db.segments, db.segmentLines, db.steps], async () => {
    const segment = await db.segments.get(id)
    const lines = await db.segmentLines.get(id)
    if (!segment || !lines) return undefined
    const steps = await db.steps.where('segmentId').equals(id).sortBy('position')
    return { segment, lines, steps }
  })
}

/** What the lines refer to: their contacts, those contacts' companies, and the short lists. */
export interface SegmentAround {
  contacts: Map<ContactId, Contact>
  lists: Lists
}

export async function readAround(db: Database, ids: readonly ContactId[]): Promise<SegmentAround> {
  const contacts = byId(await readSifted(db, new Set(ids)))
  const missing = [...contacts.values()].flatMap((contact) =>
    contact.type === 'person' && contact.companyId && !contacts.has(contact.companyId) ? [contact.companyId] : [],
  )
  for (const company of await readContacts(db, [...new Set(missing)])) contacts.set(company.id, company)
  return { contacts, lists: await readLists(db) }
}

/** Of a long segment all contacts are read at once and sifted: one by one they take several times as long. */
async function readSifted(db: Database, ids: ReadonlySet<ContactId>): Promise<Contact[]> {
  if (ids.size > 500 && 2 * ids.size > (await countContacts(db))) return siftContacts(db, ids)
  return readContacts(db, [...ids])
}

/** The rows around a segment by id, as the rules take them. */
export const aroundOf = ({ contacts, lists }: SegmentAround) => ({
  contacts,
  templates: byId(lists.templates),
  salespeople: byId(lists.salespeople),
  campaigns: byId(lists.campaigns),
  company: lists.company,
  formulas: byId(lists.salutationFormulas),
})

export type SegmentPage = StoredSegment & { around: SegmentAround }

export async function readSegmentPage(db: Database, id: SegmentId): Promise<SegmentPage | undefined> {
  const stored = await readSegment(db, id)
  if (!stored) return undefined
  return {
    ...stored,
    around: await readAround(
      db,
      stored.lines.lines.map((line) => line.contactId),
    ),
  }
}

export const watchSegmentPage = (db: Database, id: SegmentId): Watched<SegmentPage | undefined> => watch(() => readSegmentPage(db, id))
