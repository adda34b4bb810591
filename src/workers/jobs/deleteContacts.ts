// Deleting contacts, one or many: what it would do is told before, then it is done on fresh data, in one commit that can be taken back.
import { ok, refuse, type Result } from '../../base/result.ts'
import { planDelete, type Blocker, type DeletePlan, type WithPeople } from '../../core/contact/deleteContact.ts'
import { displayName } from '../../core/contact/name.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import { lastRev } from '../../storage/changes.ts'
import { commitBeside } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { guarded } from '../../storage/failure.ts'
import { readHangingOn } from '../../storage/read/hangingOn.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { nothingSince } from './nothingSince.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'
import { whenStored } from './whenStored.ts'

/** Told before and after, without the rows. */
export type DeleteTold = Omit<DeletePlan, 'changes' | 'blocked'> & {
  /** Those who stay because something stands against it, with all of it. */
  blocked: { contactId: ContactId; name: string; blockers: Blocker[] }[]
}

/** @property rev the number of the commit, by which it is taken back */
export type DeletedContacts = DeleteTold & { rev: number }

export interface DeleteContactJobs {
  /** What deleting these would do. Failure `importOpen` when an import was left half done. */
  deletePreview: (ids: readonly ContactId[], withPeople: WithPeople, plain: PlainOccasion) => Promise<Result<DeleteTold, Failure>>
  /**
   * Deletes those against whom nothing stands; the others are listed. Failures: `deleteBlocked` when something stands against everybody,
   * `importOpen`, `stale`, disk trouble.
   */
  deleteContacts: (
    ids: readonly ContactId[],
    withPeople: WithPeople,
    plain: PlainOccasion,
    job: number,
  ) => Promise<Result<DeletedContacts, Failure>>
}

export const deleteContactJobs = (db: Database, book: JobBook, acts: LastActs): DeleteContactJobs => ({
  deletePreview: async (ids, withPeople, plain) => {
    const plan = await planned(db, ids, withPeople, occasionOf(plain))
    return plan.ok ? ok(told(plan.value)) : plan
  },
  deleteContacts: async (ids, withPeople, plain, job) => {
    for (let attempt = 1; ; attempt++) {
      const since = await lastRev(db)
      const plan = await planned(db, ids, withPeople, occasionOf(plain))
      if (!plan.ok) return plan
      const { gone, blocked, changes } = plan.value
      const [first] = blocked
      if (first && gone.persons + gone.companies === 0)
        return refuse({ code: 'deleteBlocked', count: blocked.length, name: displayName(first.contact) })
      const writing = (now: number, total: number) => book.progress(job, now, total)
      // A line or an entry that came meanwhile stands against it, or must go along: it rests on all that was read.
      const beside = nothingSince(db, since)
      const done = await commitBeside(db, changes, { what: 'deleteContacts', at: plain.now, writing, beside })
      if (!done.ok && (done.failure.code !== 'stale' || attempt === attempts)) return done
      if (!done.ok) continue
      acts.keep(done.value.rev, 'deleteContacts', done.value.inverse)
      return ok({ ...told(plan.value), rev: done.value.rev })
    }
  },
})

/** So often it is begun again when somebody writes meanwhile. */
const attempts = 3

async function planned(
  db: Database,
  ids: readonly ContactId[],
  withPeople: WithPeople,
  occasion: Occasion,
): Promise<Result<DeletePlan, Failure>> {
  // People of a company may still be on their way from an import.
  const stored = await whenStored(db)
  return stored.ok ? guarded(async () => planDelete(await readHangingOn(db, ids), withPeople, occasion)) : stored
}

const told = ({ changes: _, blocked, ...counts }: DeletePlan): DeleteTold => ({
  ...counts,
  blocked: blocked.map(({ contact, blockers }) => ({ contactId: contact.id, name: displayName(contact), blockers })),
})
