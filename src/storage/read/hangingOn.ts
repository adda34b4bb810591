// What hangs on contacts that are to be deleted: their people, entries and purchases, open segments that name them, interactions begun.
import type { Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Merge, NotDuplicate } from '../../model/merge.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Line, Segment, SegmentLines, Step, StepOutcome } from '../../model/segment.ts'
import type { Database } from '../database.ts'
import { readContacts, readPeopleOfAll } from './pending.ts'
import { readPlanned, type PlannedRows } from './planned.ts'
import { byId } from './watch.ts'

export interface OpenRows {
  segments: Segment[]
  segmentLines: SegmentLines[]
  steps: Step[]
}

export interface HangingOn extends PlannedRows {
  contacts: Contact[]
  /** All persons of the companies among them. */
  people: Person[]
  /** Of the persons among them, by id. */
  companies: Map<ContactId, Contact>
  entries: InteractionLogEntry[]
  purchases: Purchase[]
  open: OpenRows
  drafts: { contactId: ContactId; draft: 'interaction' | 'call' }[]
  merges: Merge[]
  notDuplicates: NotDuplicate[]
}

/** Everything of one moment. */
export const readHangingOn = (db: Database, ids: readonly ContactId[]): Promise<HangingOn> =>
  db.transaction(
    'r',
    [
      ...[db.contacts, db.pendingContacts, db.entries, db.purchases, db.drafts],
      ...[db.segments, db.segmentLines, db.steps, db.merges, db.notDuplicates],
      ...[db.tasks, db.opportunities, db.targetGroups, db.callRounds],
    ],
    async () => {
      const contacts = await readContacts(db, ids)
      const companyIds = contacts.flatMap(({ type, id }) => (type === 'company' ? id : []))
      const people = await readPeopleOfAll(db, new Set(companyIds))
      const employers = contacts.flatMap((contact) => (contact.type === 'person' && contact.companyId ? contact.companyId : []))
      const all = [...new Set([...contacts, ...people].map(({ id }) => id))]
      const asked = new Set<string>(all)
      const entries = await db.entries.where('contactId').anyOf(all).toArray()
      const merges = await db.merges.toArray()
      return {
        ...{ contacts, people, entries, merges },
        ...(await readPlanned(db, all)),
        companies: byId(await readContacts(db, [...new Set(employers)])),
        purchases: await db.purchases.where('companyId').anyOf(companyIds).toArray(),
        open: await readOpen(db, asked),
        drafts: await readBegun(db, asked),
        notDuplicates: await db.notDuplicates.filter(({ contactIds }) => contactIds.some((id) => asked.has(id))).toArray(),
      }
    },
  )

/** Open segments that name one of them: on a line, among those kept out, or in what a step did. */
export async function readOpen(db: Database, ids: ReadonlySet<string>): Promise<OpenRows> {
  const ofLines = (lines: readonly Line[]) => lines.some(({ contactId }) => ids.has(contactId))
  const ofOutcome = ({ added, removed, keptOut = [], letIn = [] }: StepOutcome) =>
    ofLines(added) || removed.some(({ line }) => ids.has(line.contactId)) || [...keptOut, ...letIn].some((id) => ids.has(id))
  const ofStep = ({ outcome, recipe = [] }: Step) =>
    ofOutcome(outcome) || recipe.some((card) => 'outcome' in card && ofOutcome(card.outcome))
  const segmentLines = await db.segmentLines
    .filter(({ lines, pinnedOut = [] }) => ofLines(lines) || pinnedOut.some((id) => ids.has(id)))
    .toArray()
  const steps = await db.steps.filter(ofStep).toArray()
  const segmentIds = [...new Set([...segmentLines.map(({ id }) => id), ...steps.map(({ segmentId }) => segmentId)])]
  const segments = (await db.segments.bulkGet(segmentIds)).filter((segment) => segment !== undefined)
  return { segments, segmentLines, steps }
}

/** Interactions with one of them that were begun and are not finished. */
async function readBegun(db: Database, ids: ReadonlySet<string>): Promise<HangingOn['drafts']> {
  const keys = await db.drafts.toCollection().primaryKeys()
  return keys.flatMap((key) => {
    const [draft, contactId] = key.split(':')
    const isBegun = contactId !== undefined && ids.has(contactId) && (draft === 'interaction' || draft === 'call')
    return isBegun ? [{ contactId: contactId as ContactId, draft }] : []
  })
}
