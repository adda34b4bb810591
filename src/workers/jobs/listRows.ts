// Rows of a list that go into another one, or are deleted: everything that names them is read, follows, and is written in one transaction.
// What it takes to undo it stays here, asked for by the number of the commit.
import { ok, refuse, type Result } from '../../base/result.ts'
import { planListRowDelete, type CodedList } from '../../core/contact/lists.ts'
import { planLetGo } from '../../core/lists/goneRow.ts'
import { renamed } from '../../core/lists/mentions.ts'
import { differing, planListMerge, renamingOf, type Followed, type ListMerge } from '../../core/lists/merge.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import { joinChanges, type Changes } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { restoreDrafts, writeListChange, type DraftChange } from '../../storage/keep/lists.ts'
import { readListNaming } from './listNaming.ts'
import { readCampaigns, readDefaults, readListRows, readPace } from '../../storage/read/lists.ts'
import { readContacts } from '../../storage/read/pending.ts'
import { readSalutations } from '../../storage/read/salutations.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

/** Who holds what goes, and the number of the last commit when that was found. */
export interface HoldersAt {
  ids: readonly ContactId[]
  rev: number
}

export interface ListMerged {
  rev: number
  followed: Followed
  /** Open forms that follow as well. */
  drafts: number
  /** Companies that had another number or search word with what went: those of the row that stays are kept. */
  differing: number
}

export interface ListRowJobs {
  /** Failures: `stale` when something was written since the holders were found, `listMergeDocuments`, `stopped`, disk trouble. */
  mergeListRows: (
    merge: ListMerge,
    holders: HoldersAt,
    what: string,
    occasion: PlainOccasion,
    job: number,
  ) => Promise<Result<ListMerged, Failure>>
  /** Failures: `stale`, `notFound`, disk trouble. */
  deleteListRow: (
    table: CodedList,
    id: string,
    holders: HoldersAt,
    what: string,
    occasion: PlainOccasion,
    job: number,
  ) => Promise<Result<{ rev: number; value: number }, Failure>>
  /** Takes one of these back whole, open forms too. Failures: `changedSince`, `undoLost`. */
  takeBackListChange: (rev: number, at: string, job: number) => Promise<Result<{ rev: number }, Failure>>
}

export function listRowJobs(db: Database, book: JobBook, acts: LastActs): ListRowJobs {
  const forms = new Map<number, DraftChange[]>()
  const write = async (changes: Changes, { what, at, since, draft, job }: Writing) => {
    if (book.stopped(job)) return refuse({ code: 'stopped' as const })
    const progress = (done: number, total: number) => book.progress(job, done, total)
    const done = await writeListChange(db, changes, { what, at, since, draft, progress })
    if (!done.ok) return done
    acts.keep(done.value.rev, what, done.value.inverse)
    forms.set(done.value.rev, done.value.drafts)
    for (const rev of [...forms.keys()]) if (!acts.has(rev)) forms.delete(rev)
    return done
  }
  return {
    mergeListRows: async (merge, holders, what, { now }, job) => {
      const to = renamingOf(merge)
      const entries = merge.list === 'salespeople' ? await db.entries.count() : 0
      const naming = await readListNaming(db, merge.list, to, holders.ids, (read) => {
        book.progress(job, read, entries)
        return book.stopped(job)
      })
      const planned = planListMerge(merge, naming, merge.list === 'salutations' ? await readSalutations(db) : [])
      if (!planned.ok) return planned
      const draft = (value: unknown) => renamed(value, merge.list, to)
      const done = await write(planned.value.changes, { what, at: now, since: holders.rev, draft, job })
      return done.ok
        ? ok({
            rev: done.value.rev,
            followed: planned.value.followed,
            drafts: done.value.drafts.length,
            differing: differing(merge, naming),
          })
        : done
    },
    deleteListRow: async (table, id, holders, what, occasion, job) => {
      const row = (await readListRows(db, table)).find((one) => one.id === id)
      if (!row) return refuse({ code: 'notFound', table, id })
      const contacts = await readContacts(db, holders.ids)
      const letGo = planLetGo(
        id,
        await readDefaults(db),
        await readListRows(db, 'questionnaires'),
        await readCampaigns(db),
        await readPace(db),
      )
      const changes = joinChanges(planListRowDelete(table, row, contacts, occasionOf(occasion)), letGo)
      const done = await write(changes, { what, at: occasion.now, since: holders.rev, draft: (value) => value, job })
      return done.ok ? ok({ rev: done.value.rev, value: contacts.length + (letGo.put.campaigns?.length ?? 0) }) : done
    },
    takeBackListChange: async (rev, at, job) => {
      const taken = await acts.takeBack(db, rev, at, (done, total) => book.progress(job, done, total))
      if (taken.ok) await restoreDrafts(db, forms.get(rev) ?? [])
      if (taken.ok) forms.delete(rev)
      return taken
    },
  }
}

interface Writing {
  what: string
  at: string
  since: number
  draft: (value: unknown) => unknown
  job: number
}
