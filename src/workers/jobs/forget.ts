// Forgetting a person: what it reaches is counted before; then everything that names her is read anew and changed in one commit, and the
// files of the browser that may bear her words go. There is no way back.
import { ok, refuse, type Result } from '../../base/result.ts'
import { fileNameWithout, forgetEntry, namedWithin, namesHer, type Forgotten } from '../../core/contact/forget.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Row, TableName } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database, DraftRow } from '../../storage/database.ts'
import { guarded, Refused } from '../../storage/failure.ts'
import { clearForgotten, commitForgetting } from '../../storage/keep/forgotten.ts'
import { readContact, readPeopleOf } from '../../storage/read/pending.ts'
import { ForgetScanner, type ForgetCounts, type ForgetScan, type Mention } from './forgetScan.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { whenStored } from './whenStored.ts'

/** What it reaches, told before and after. */
export interface ForgetTold {
  counts: ForgetCounts & { drafts: number }
  /** Texts of others that may name her: nobody but the person can decide about them. */
  mentions: Mention[]
  /** A company with people cannot be forgotten: so many belong to it. */
  people: number
}

export type ForgottenNow = ForgetTold & {
  /** Some file is still in use, by this or another window: it goes at the next start. */
  later: boolean
}

export interface ForgetJobs {
  /** Failures: `notFound`, `stopped`, `importOpen`, disk trouble. */
  forgetPreview: (id: ContactId, job: number) => Promise<Result<ForgetTold, Failure>>
  /** Forgets her. Failures: those, `stale` when others write all the time, `companyPeople`. */
  forgetContact: (id: ContactId, at: string, job: number) => Promise<Result<ForgottenNow, Failure>>
}

interface Found extends ForgetScan {
  since: number
  drafts: string[]
  people: number
}

export const forgetJobs = (db: Database, book: JobBook, acts: LastActs): ForgetJobs => ({
  forgetPreview: async (id, job) => {
    const found = await find(db, book, id, job)
    return found.ok ? ok(toldOf(found.value)) : found
  },
  forgetContact: async (id, at, job) => {
    for (let attempt = 1; ; attempt++) {
      const found = await find(db, book, id, job)
      if (!found.ok) return found
      if (found.value.people > 0) return refuse({ code: 'companyPeople', count: found.value.people })
      const done = await commitForgetting(db, found.value.changes, at, besideOf(found.value))
      if (!done.ok && (done.failure.code !== 'stale' || attempt === most)) return done
      if (!done.ok) continue
      acts.clear()
      return ok({ ...toldOf(found.value), later: !(await clearForgotten(db)) })
    }
  },
})

/** So often it is begun anew when somebody writes meanwhile. */
const most = 5

const toldOf = ({ counts, mentions, drafts, people }: Found): ForgetTold => ({
  counts: { ...counts, drafts: drafts.length },
  mentions,
  people,
})

async function find(db: Database, book: JobBook, id: ContactId, job: number): Promise<Result<Found, Failure>> {
  const stored = await whenStored(db, undefined, () => book.stopped(job))
  if (!stored.ok) return stored
  return guarded(async () => {
    const since = await lastRev(db)
    const contact = await readContact(db, id)
    if (!contact) throw new Refused({ code: 'notFound', table: 'contacts', id })
    const scan = await ForgetScanner.run(db, contact, () => {
      if (book.stopped(job)) throw new Refused({ code: 'stopped' })
    })
    const isDraftOf = draftsOf(scan)
    const drafts = (await db.drafts.toArray()).filter(isDraftOf).map((draft) => draft.id)
    return { ...scan, since, drafts, people: (await readPeopleOf(db, id)).length }
  })
}

const besideOf = (found: Found) => ({
  since: found.since,
  isDraftOf: draftsOf(found),
  fileName: (name: string) => fileNameWithout(name, found.forgotten),
  before: <T extends TableName>(table: T, row: Row<T>): Row<T> | undefined => beforeWithout(table, row, found.forgotten),
})

/** A row as it was before an import. */
function beforeWithout<T extends TableName>(table: T, row: Row<T>, forgotten: Forgotten): Row<T> | undefined {
  if (table === 'contacts') return forgotten.ids.has(row.id) ? undefined : row
  if (table === 'purchases') return forgotten.ids.has((row as Row<'purchases'>).companyId) ? undefined : row
  return table === 'entries' ? (forgetEntry(row as InteractionLogEntry, forgotten, new Set()) as Row<T>) : row
}

/**
 * What is being typed about her: by the key of the form, by what stands in it. A file that is half taken in goes too: what is in it cannot be
 * read here, and it can be opened anew.
 */
function draftsOf({ forgotten, changes, lines }: ForgetScan): (draft: DraftRow) => boolean {
  const erased = new Set<string>((changes.put.entries ?? []).flatMap(({ id, erased: is }) => (is ? [id] : [])))
  return ({ id, value }) => {
    const parts = id.split(/[:/]/)
    if (id === 'import' || id.startsWith('import:')) return true
    if (parts.some((part) => forgotten.ids.has(part) || erased.has(part))) return true
    if (parts[0] === 'segment' && lines.has(`${parts[1]} ${parts[2]}`)) return true
    return namedWithin(value, (text) => namesHer(text, forgotten))
  }
}
