// What the log of changes has for the column index: the rows that were touched since, as they are now, all of one moment.
import type { Patch } from '../../columns/index.ts'
import type { CampaignId, ContactId, EntryId, LoggedSegmentId, PurchaseId, SegmentId } from '../../model/ids.ts'
import type { Cadence } from '../../model/settings.ts'
import { changesSince, lastRev } from '../../storage/changes.ts'
import type { ChangeRow, Database } from '../../storage/database.ts'
import { forgetWord } from '../../storage/changes.ts'
import { readTouchedContacts } from '../../storage/read/pending.ts'
import { readTouched } from '../../storage/read/rows.ts'

export interface News {
  /** The number of the last commit that is in the patch. */
  rev: number
  patch: Patch
  /** Segments whose lines were written since; they are in the patch only where they were asked for. */
  lines: SegmentId[]
  /** How many rows were touched. */
  rows: number
}

/**
 * What is new since `rev`; `anew` when that can no longer be told: everything was replaced, or the log does not reach back.
 * @param lines segments whose lines are read, and with `lists` all that were written since
 */
export function readNews(db: Database, rev: number, lines: Iterable<SegmentId>, lists: boolean): Promise<News | 'anew'> {
  const rows = [db.contacts, db.pendingContacts, db.entries, db.purchases, db.segmentLines, db.loggedStates, db.targetGroups]
  const tables = [db.changes, ...rows, db.settings]
  return db.transaction('r', tables, async () => {
    const now = await lastRev(db)
    if (now < rev || (rev > 0 && (await db.changes.where('rev').equals(rev).count()) === 0)) return 'anew'
    const changes = now > rev ? await changesSince(db, rev) : []
    // Of somebody who was forgotten nothing stays in memory either: texts of rows that are gone would be saved with the others.
    if (changes.some(({ what }) => what === 'restore' || what === forgetWord)) return 'anew'
    const written = [...touched<SegmentId>(changes, 'segmentLines')]
    const patch = await readPatch(db, changes, lists ? [...lines, ...written] : [])
    return { rev: now, patch, lines: written, rows: countOf(patch) + written.length }
  })
}

async function readPatch(db: Database, changes: readonly ChangeRow[], lines: SegmentId[]): Promise<Patch> {
  const contacts = await readTouchedContacts(db, touched<ContactId>(changes, 'contacts'))
  const entries = await readTouched(db.entries, touched<EntryId>(changes, 'entries'))
  const purchases = await readTouched(db.purchases, touched<PurchaseId>(changes, 'purchases'))
  const segmentLines = await readTouched(db.segmentLines, lines)
  const targetGroups = await readTouched(db.targetGroups, touched<CampaignId>(changes, 'targetGroups'))
  const paced = touched(changes, 'settings').has('pace')
  const cancelled = touched(changes, 'loggedStates').size > 0
  return {
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(entries.length > 0 ? { entries } : {}),
    ...(purchases.length > 0 ? { purchases } : {}),
    ...(segmentLines.length > 0 ? { segmentLines } : {}),
    ...(targetGroups.length > 0 ? { targetGroups } : {}),
    ...(paced ? { cadences: await readCadences(db) } : {}),
    ...(cancelled ? { cancelledSegments: await readCancelled(db) } : {}),
  }
}

const touched = <Id extends string>(changes: readonly ChangeRow[], table: keyof ChangeRow['ids']): Set<Id> =>
  new Set(changes.flatMap(({ ids }) => (ids[table] ?? []) as Id[]))

const countOf = ({ contacts = [], entries = [], purchases = [] }: Patch) => contacts.length + entries.length + purchases.length

/** Rhythms of classes. */
export async function readCadences(db: Database): Promise<readonly Cadence[]> {
  const pace = await db.settings.get('pace')
  return pace?.id === 'pace' ? pace.cadences : []
}

/** Logged segments that are cancelled as a whole. */
export async function readCancelled(db: Database): Promise<Set<LoggedSegmentId>> {
  const states = await db.loggedStates.toArray()
  return new Set(states.filter((state) => state.cancelled).map((state) => state.id))
}
