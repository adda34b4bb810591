// What Today needs to know: what is open, what waits, how old the last backup is.
import type { Tablet } from '../../model/settings.ts'
import { lastRev } from '../changes.ts'
import type { Database, DraftRow } from '../database.ts'
import { readTablet } from './lists.ts'
import { readSegments, type SegmentRow } from './segments.ts'
import { watch, type Watched } from './watch.ts'

export interface TodayPage {
  contacts: number
  templates: number
  entries: number
  logged: number
  segments: SegmentRow[]
  drafts: DraftRow[]
  tablet: Tablet | undefined
  /** Commits since the last backup. */
  changesSinceBackup: number
  hasSample: boolean
}

export async function readToday(db: Database): Promise<TodayPage> {
  const [contacts, templates, entries, logged, segments, drafts, tablet, rev, sample] = await Promise.all([
    db.contacts.count(),
    db.templates.count(),
    db.entries.count(),
    db.loggedSegments.count(),
    readSegments(db),
    db.drafts.filter((draft) => draft.id !== 'probe').toArray(),
    readTablet(db),
    lastRev(db),
    db.contacts.filter((contact) => contact.sample === true).first(),
  ])
  const changesSinceBackup = rev - (tablet?.lastBackup?.rev ?? 0)
  return { contacts, templates, entries, logged, segments, drafts, tablet, changesSinceBackup, hasSample: sample !== undefined }
}

export const watchToday = (db: Database): Watched<TodayPage> => watch(() => readToday(db))
