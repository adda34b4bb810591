// Merging contacts and parting them again: read what names them, plan, commit in one transaction. Several merges are one act with one undo.
import { ok, refuse, type Result } from '../../base/result.ts'
import { asksFor } from '../../core/contact/criteriaNaming.ts'
import { defaultsOr } from '../../core/contact/defaults.ts'
import type { ContactFields } from '../../core/contact/edit.ts'
import { planMerge, type MergeTold } from '../../core/contact/merge.ts'
import { isStricter, planPart } from '../../core/contact/part.ts'
import { proposedFields } from '../../core/duplicates/writing.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, MergeId } from '../../model/ids.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinAll, type Changes } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { writeMerge } from '../../storage/keep/merge.ts'
import { readDefaults } from '../../storage/read/lists.ts'
import { asTheyCanStand } from '../../storage/read/lostReferences.ts'
import { readMerge, readNaming } from '../../storage/read/merging.ts'
import { readContacts, readPeopleOfAll } from '../../storage/read/pending.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { MergeDesk } from './mergeDesk.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

/** Which contact goes into which; `fields` are what the one that stays gets as chosen, missing = as proposed. */
export interface MergeWish {
  keptId: ContactId
  lostId: ContactId
  fields?: ContactFields
}

export interface MergedNow {
  /** The number of the commit: its undo is asked for by it. */
  rev: number
  mergeIds: MergeId[]
  told: MergeTold
}

/** @property strict one of the two may not be written to any more, as the one that stayed may not */
export interface PartedNow {
  rev: number
  strict: boolean
}

export interface MergingJobs {
  /** In the given order, as one act. Failures: `mergeKinds`, `notFound`, `stale`, `stopped`, disk trouble; then nothing is written. */
  mergeContacts: (wishes: readonly MergeWish[], occasion: PlainOccasion, job: number) => Promise<Result<MergedNow, Failure>>
  /** Failures: `notFound` when it was parted already, `partGone`, `stale`, disk trouble. */
  partContacts: (mergeId: MergeId, occasion: PlainOccasion) => Promise<Result<PartedNow, Failure>>
}

/** So often it is begun again when something was written meanwhile. */
const attempts = 3

export const mergingJobs = (db: Database, book: JobBook, acts: LastActs): MergingJobs => ({
  mergeContacts: async (wishes, plain, job) => {
    const occasion = occasionOf(plain)
    for (let attempt = 1; ; attempt++) {
      const since = await lastRev(db)
      const planned = await plan(db, wishes, occasion)
      if (!planned.ok) return planned
      if (book.stopped(job)) return refuse({ code: 'stopped' })
      const { changes, mergeIds, told } = planned.value
      const ways = wishes.map(({ keptId, lostId }) => ({ from: lostId, to: keptId }))
      const progress = (done: number, total: number) => book.progress(job, done, total)
      const done = await writeMerge(db, changes, { at: plain.now, since, ways, progress })
      if (done.ok) {
        acts.keep(done.value.rev, 'mergeContacts', done.value.inverse)
        return ok({ rev: done.value.rev, mergeIds, told })
      }
      if (done.failure.code !== 'stale' || attempt === attempts) return done
    }
  },
  partContacts: async (mergeId, plain) => {
    const read = await readMerge(db, mergeId)
    if (!read) return refuse({ code: 'notFound', table: 'merges', id: mergeId })
    const planned = planPart(read.merge, read.standing, occasionOf(plain))
    if (!planned.ok) return planned
    const done = await commit(db, await asTheyCanStand(db, planned.value), 'partContacts', plain.now)
    if (done.ok) acts.keep(done.value.rev, 'partContacts', done.value.inverse)
    const { kept } = read.standing
    return done.ok ? ok({ rev: done.value.rev, strict: kept !== undefined && isStricter(kept, read.merge) }) : done
  },
})

interface Planned {
  changes: Changes
  mergeIds: MergeId[]
  told: MergeTold
}

async function plan(db: Database, wishes: readonly MergeWish[], occasion: Occasion): Promise<Result<Planned, Failure>> {
  const ids = [...new Set(wishes.flatMap(({ keptId, lostId }) => [keptId, lostId]))]
  const contacts = await readContacts(db, ids)
  const lostIds = wishes.map(({ lostId }) => lostId)
  const allCompanies = contacts.flatMap(({ id, type }) => (type === 'company' ? id : []))
  const companies = allCompanies.filter((id) => lostIds.includes(id))
  // Those of the companies that stay may take over what these get.
  const staying = await readPeopleOfAll(db, new Set(allCompanies.filter((id) => !companies.includes(id))))
  const asks = (row: unknown) => asksFor(row, (id) => lostIds.some((lostId) => lostId === id))
  const desk = new MergeDesk([...contacts, ...staying], await readNaming(db, lostIds, companies, asks))
  const questionnaires = await db.questionnaires.toArray()
  const { inherits } = defaultsOr(await readDefaults(db))
  const planned: Planned = {
    changes: joinAll([]),
    mergeIds: [],
    told: { entries: 0, people: 0, reached: 0, purchases: 0, segments: 0, dropped: 0 },
  }
  const all: Changes[] = []
  for (const wish of wishes) {
    const [kept, lost] = [desk.contact(wish.keptId), desk.contact(wish.lostId)]
    if (!kept || !lost) return refuse({ code: 'notFound', table: 'contacts', id: kept ? wish.lostId : wish.keptId })
    const fields = chosen(wish, kept, lost, questionnaires)
    const inheriting = { inherits, keptPeople: desk.peopleOf(kept.id) }
    const one = planMerge({ kept, lost, fields, questionnaires, ...inheriting }, desk.naming(lost.id), occasion)
    if (!one.ok) return one
    desk.take(one.value.changes)
    all.push(one.value.changes)
    planned.mergeIds.push(one.value.merge.id)
    for (const name of Object.keys(planned.told) as (keyof MergeTold)[]) planned.told[name] += one.value.told[name]
  }
  return ok({ ...planned, changes: joinAll(all) })
}

const chosen = (wish: MergeWish, kept: Contact, lost: Contact, questionnaires: readonly Questionnaire[]): ContactFields =>
  wish.fields ?? proposedFields(kept, lost, questionnaires)
