// What Today needs to know: what is open, what waits, whether there is sample data.
import type { Tablet } from '../../model/settings.ts'
import type { Database, DraftRow } from '../database.ts'
import { readOpenDrafts } from './drafts.ts'
import { readTablet } from './lists.ts'
import { readOpenTasks } from './tasks.ts'
import { readSegments, type SegmentRow } from './segments.ts'
import { watch, type Watched } from './watch.ts'
import { countContacts } from './pending.ts'

export interface TodayPage {
  contacts: number
  segments: SegmentRow[]
  /** Typing whose form can still be opened. */
  drafts: DraftRow[]
  tablet: Tablet | undefined
  hasSample: boolean
}

export async function readToday(db: Database): Promise<TodayPage> {
  const [contacts, segments, drafts, tablet, hasSample] = await Promise.all([
    countContacts(db),
    readSegments(db),
    readOpenDrafts(db),
    readTablet(db),
    hasSampleRows(db),
  ])
  return { contacts, segments, drafts, tablet, hasSample }
}

/** Sample data always brings templates and salespeople: asking the short tables is enough, however many contacts there are. */
async function hasSampleRows(db: Database): Promise<boolean> {
  for (const table of [db.templates, db.salespeople, db.campaigns, db.segments, db.mailingGroups] as const)
    if (await table.filter((row: { sample?: true | undefined }) => row.sample === true).first()) return true
  return false
}

export const watchToday = (db: Database): Watched<TodayPage> => watch(() => readToday(db))

/** How much there is of what stands under More. Counting a long log takes its time, so nothing else waits for it. */
export const watchCounts = (db: Database): Watched<{ logged: number; templates: number; entries: number; tasks: number }> =>
  watch(async () => ({
    logged: await db.loggedSegments.count(),
    templates: await db.templates.count(),
    entries: await db.entries.count(),
    tasks: (await readOpenTasks(db)).length,
  }))
