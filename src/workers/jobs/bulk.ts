// What is done with a selection of contacts, however many: one field changed for all, or all put on a segment. Each answer says of everybody
// who was asked for what came of it, in one byte; the undo stays here and is asked for by the number of the commit.
import { countOfIds, unpackIds, type PackedIds } from '../../base/packedIds.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { bulkOf, bulkOutcomes, mayFlow, planBulk, type BulkChange, type BulkPlan } from '../../core/contact/bulk.ts'
import { defaultsOr } from '../../core/contact/defaults.ts'
import { addOutcome, addOutcomes } from '../../core/segment/chosenPeople.ts'
import { planAddByHand } from '../../core/segment/steps.ts'
import type { Contact, Person } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, SegmentId } from '../../model/ids.ts'
import type { Changes } from '../../model/tables.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { readDefaults } from '../../storage/read/lists.ts'
import { readContactOfEach, readPeopleOfAll } from '../../storage/read/pending.ts'
import { readSegment } from '../../storage/read/segments.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

/** What a change does, before it is done or after. */
export interface BulkAnswer {
  /** For each contact that was asked for, its place in `bulkOutcomes`. */
  by: Uint8Array
  /** People who are changed because their company is. */
  flows: number
}

export interface AddAnswer {
  /** For each contact that was asked for, its place in `addOutcomes`. */
  by: Uint8Array
  /** 0 when nobody was added: then nothing was written. */
  rev: number
}

export interface BulkJobs {
  /** What it would do. Failures: `stopped`, disk trouble. */
  bulkPreview: (people: PackedIds, change: BulkChange, occasion: PlainOccasion, job: number) => Promise<Result<BulkAnswer, Failure>>
  /**
   * Does it, as one commit; the first half of the progress is reading and can be stopped. `rev` is 0 when there was nothing to change.
   * Failures: `stopped`, `stale`, disk trouble; then nothing is written.
   */
  bulkContacts: (
    people: PackedIds,
    change: BulkChange,
    occasion: PlainOccasion,
    job: number,
  ) => Promise<Result<BulkAnswer & { rev: number }, Failure>>
  /** Puts them on the segment, as one step. Failures: `notFound`, `stopped`, `stale`, disk trouble. */
  addPeople: (segmentId: SegmentId, people: PackedIds, occasion: PlainOccasion, job: number) => Promise<Result<AddAnswer, Failure>>
}

interface Desk {
  db: Database
  book: JobBook
  job: number
}

export const bulkJobs = (db: Database, book: JobBook, acts: LastActs): BulkJobs => ({
  bulkPreview: async (people, change, occasion, job) => {
    const planned = await planOf({ db, book, job }, people, change, occasion)
    return planned.ok ? ok({ by: planned.value.by, flows: planned.value.flows }) : planned
  },
  bulkContacts: (people, change, occasion, job) =>
    twice(async () => {
      const planned = await planOf({ db, book, job }, people, change, occasion)
      if (!planned.ok) return planned
      const { by, flows, changes } = planned.value
      const done = await write({ db, book, job }, acts, changes, 'bulkContacts', occasion.now, countOfIds(people))
      return done.ok ? ok({ by, flows, rev: done.value }) : done
    }),
  addPeople: (segmentId, people, occasion, job) =>
    twice(async () => {
      const state = await readSegment(db, segmentId)
      if (!state) return refuse({ code: 'notFound', table: 'segments', id: segmentId })
      const read = await readAsked({ db, book, job }, people)
      if (!read.ok) return read
      const there = new Set(state.lines.lines.map(({ contactId }) => contactId))
      const by = Uint8Array.from(read.value, (contact) => addOutcomes.indexOf(addOutcome(contact, there)))
      const contacts = read.value.filter((contact) => contact !== undefined)
      const { changes } = planAddByHand(state, contacts, occasionOf(occasion))
      const done = await write({ db, book, job }, acts, changes, 'addByHand', occasion.now, countOfIds(people))
      return done.ok ? ok({ by, rev: done.value }) : done
    }),
})

/** What another window changed meanwhile is seen at the second look. */
async function twice<T>(attempt: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  const first = await attempt()
  return !first.ok && first.failure.code === 'stale' ? attempt() : first
}

/** So many contacts are read before a stop is heard. */
const portion = 2000

/** One for each that was asked for; nothing for one that is gone. */
async function readAsked({ db, book, job }: Desk, people: PackedIds): Promise<Result<(Contact | undefined)[], Failure>> {
  const found: (Contact | undefined)[] = []
  const count = countOfIds(people)
  for (let from = 0; from < count; from += portion) {
    if (book.stopped(job)) return refuse({ code: 'stopped' })
    book.progress(job, from, 2 * count)
    const ids = unpackIds<ContactId>(people, from, Math.min(count, from + portion))
    for (const contact of await readContactOfEach(db, ids)) found.push(contact)
  }
  return book.stopped(job) ? refuse({ code: 'stopped' }) : ok(found)
}

async function planOf(
  desk: Desk,
  people: PackedIds,
  change: BulkChange,
  occasion: PlainOccasion,
): Promise<Result<BulkPlan & { by: Uint8Array }, Failure>> {
  const read = await readAsked(desk, people)
  if (!read.ok) return read
  const outcome = (contact: Contact | undefined) => {
    const after = contact ? bulkOf(contact, change) : 'gone'
    return bulkOutcomes.indexOf(typeof after === 'string' ? after : 'changes')
  }
  const contacts = read.value.filter((contact) => contact !== undefined)
  const [defaults, ofCompanies] = await Promise.all([readDefaults(desk.db), readPeople(desk.db, contacts, change)])
  const { inherits } = defaultsOr(defaults)
  const peopleOf = (companyId: ContactId) => ofCompanies.get(companyId) ?? []
  const plan = planBulk(contacts, change, { inherits, peopleOf }, occasionOf(occasion))
  return ok({ ...plan, by: Uint8Array.from(read.value, outcome) })
}

/** Persons of the companies that are changed, without those who were asked for themselves. */
async function readPeople(db: Database, contacts: readonly Contact[], change: BulkChange): Promise<Map<ContactId, Person[]>> {
  const people = new Map<ContactId, Person[]>()
  if (!mayFlow(change)) return people
  const companies = new Set(contacts.flatMap((one) => (one.type === 'company' && typeof bulkOf(one, change) !== 'string' ? [one.id] : [])))
  const asked = new Set(contacts.map(({ id }) => id))
  for (const one of await readPeopleOfAll(db, companies)) {
    if (!one.companyId || asked.has(one.id)) continue
    const others = people.get(one.companyId)
    if (others) others.push(one)
    else people.set(one.companyId, [one])
  }
  return people
}

/** @returns the number of the commit; 0 when there was nothing to write */
async function write(
  { db, book, job }: Desk,
  acts: LastActs,
  changes: Changes,
  what: string,
  now: string,
  half: number,
): Promise<Result<number, Failure>> {
  if (Object.keys(changes.put).length === 0) return ok(0)
  const writing = (done: number, total: number) => book.progress(job, half + Math.floor((half * done) / total), 2 * half)
  const done = await commit(db, changes, what, now, writing)
  if (!done.ok) return done
  acts.keep(done.value.rev, what, done.value.inverse)
  return ok(done.value.rev)
}
