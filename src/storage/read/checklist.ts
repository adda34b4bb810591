// The five acts of a beginning. Only own data counts, never the sample's.
import type { LoggedSegment } from '../../model/interaction.ts'
import type { Database } from '../database.ts'
import { readTablet } from './lists.ts'
import { watch, type Watched } from './watch.ts'
import { readStoring } from './pending.ts'

/** The draft row that remembers that the list was put away. */
export const checklistDraft = 'today.checklist'

export interface Checklist {
  imported: boolean
  segment: boolean
  letters: boolean
  logged: boolean
  backup: boolean
}

const own = (row: { sample?: true | undefined }) => row.sample !== true

/** A segment of her own that was logged with invented people only is invented, but the act was hers. */
const logsOwn = ({ header }: LoggedSegment) => own(header)

/** What is done and what is not; nothing when the list was put away. */
export async function readChecklist(db: Database): Promise<Checklist | undefined> {
  if (await db.drafts.get(checklistDraft)) return undefined
  const [contact, segments, logged, tablet] = await Promise.all([
    db.contacts.filter(own).first(),
    db.segments.filter(own).toArray(),
    db.loggedSegments.filter(logsOwn).first(),
    readTablet(db),
  ])
  const written = await db.loggedSegments.filter((row) => logsOwn(row) && row.counts.letters > 0).first()
  return {
    imported: contact !== undefined || (await readStoring(db)) > 0,
    segment: segments.length > 0 || logged !== undefined,
    letters: segments.some((segment) => segment.lettersMade !== undefined) || written !== undefined,
    logged: logged !== undefined,
    backup: tablet?.lastBackup !== undefined,
  }
}

export const watchChecklist = (db: Database): Watched<Checklist | undefined> => watch(() => readChecklist(db))
