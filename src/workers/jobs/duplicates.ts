// Contacts that may be one: the groups to look at, what comes along when two become one, and whom somebody looks like who is typed in.
import { ok, refuse, type Result } from '../../base/result.ts'
import { groupsOf, strengthOf, type Group, type Strength } from '../../core/duplicates/groups.ts'
import type { Because } from '../../core/duplicates/likeness.ts'
import { bestFirst } from '../../core/duplicates/writing.ts'
import type { Saying } from '../../core/duplicates/who.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { readContacts, readPeopleOf } from '../../storage/read/pending.ts'
import { storageFailure } from '../../storage/failure.ts'
import { DuplicateReading, SearchStopped } from './duplicateReading.ts'
import type { JobBook } from './jobBook.ts'

/** A member of a group, as a list shows it. */
export interface Member {
  id: ContactId
  no: string
  name: string
  type: Contact['type']
  companyName: string
  city: string
}

export interface DuplicateGroup extends Omit<Group, 'ids'> {
  /** The one to stay first: the best written, then the one of whom most is known. */
  members: Member[]
}

/** What hangs on a contact and comes along when it goes into another one. */
export interface Belonging {
  entries: number
  segments: number
  campaigns: number
  people: number
  purchases: number
}

export interface DuplicateList {
  groups: DuplicateGroup[]
  /** Contacts that were looked at. */
  all: number
}

/** Somebody there is already, with what speaks for it. */
export interface LooksLike extends Member {
  because: Because[]
  sameName: boolean
  strength: Strength
}

/** What is typed in a form so far. */
export type Typed = Omit<Saying, 'no' | 'externalId'> & { type: Contact['type']; companyId?: ContactId | undefined }

export interface DuplicateJobs {
  /** Everybody who may be twice; the first time all contacts are compared, then only those touched since. Failures: `stopped`, disk trouble. */
  findDuplicates: (job: number) => Promise<Result<DuplicateList, Failure>>
  /** Whom somebody looks like, the most alike first, three at most. @param exceptId the contact itself, while it is changed */
  looksLike: (typed: Typed, exceptId: ContactId | undefined) => Promise<LooksLike[]>
  belongings: (ids: readonly ContactId[]) => Promise<Belonging[]>
}

const mostLooks = 3

export function duplicateJobs(db: Database, book: JobBook): DuplicateJobs {
  const reading = new DuplicateReading(db)
  return {
    findDuplicates: async (job) => {
      try {
        await reading.freshFor({ progress: (done, total) => book.progress(job, done, total), stopped: () => book.stopped(job) })
        const groups = groupsOf(reading.pairs(), reading.apart)
        return ok({ groups: await withMembers(db, groups), all: reading.book.size })
      } catch (error) {
        return refuse(error instanceof SearchStopped ? { code: 'stopped' } : storageFailure(error))
      }
    },
    belongings: async (ids) => Promise.all(ids.map((id) => belongingOf(db, id))),
    looksLike: async (typed, exceptId) => {
      const { book: all, apart } = await reading.fresh()
      const company = typed.companyId ? all.companyName(typed.companyId) : ''
      const found = all.looksLike(typed.type === 'person', typed, company, exceptId, apart).slice(0, mostLooks)
      const members = await membersOf(
        db,
        found.map(({ other }) => other),
      )
      return found.flatMap((pair) => {
        const member = members.get(pair.other)?.member
        return member ? { ...member, because: pair.because, sameName: pair.sameName, strength: strengthOf(pair) } : []
      })
    },
  }
}

async function withMembers(db: Database, groups: readonly Group[]): Promise<DuplicateGroup[]> {
  const members = await membersOf(
    db,
    groups.flatMap(({ ids }) => ids),
  )
  return groups.map(({ ids, ...group }) => {
    const theirs = bestFirst(ids.flatMap((id) => members.get(id)?.contact ?? []))
    return { ...group, members: theirs.flatMap(({ id }) => members.get(id)?.member ?? []) }
  })
}

async function membersOf(db: Database, ids: readonly ContactId[]): Promise<Map<ContactId, { contact: Contact; member: Member }>> {
  const contacts = await readContacts(db, ids)
  const companyIds = contacts.flatMap((contact) => (contact.type === 'person' && contact.companyId ? contact.companyId : []))
  const companies = new Map((await readContacts(db, [...new Set(companyIds)])).map(({ id, name }) => [id, name]))
  const memberOf = (contact: Contact): Member => {
    const { id, no, name, type, city } = contact
    const companyName = contact.type === 'person' && contact.companyId ? (companies.get(contact.companyId) ?? '') : ''
    return { id, no, name, type, city, companyName }
  }
  return new Map(contacts.map((contact) => [contact.id, { contact, member: memberOf(contact) }]))
}

/** Of one contact after another: each is asked about when it is looked at. */
async function belongingOf(db: Database, id: ContactId): Promise<Belonging> {
  const [entries, lines, people, purchases] = await Promise.all([
    db.entries.where('contactId').equals(id).toArray(),
    db.segmentLines.filter((row) => row.lines.some((line) => line.contactId === id)).toArray(),
    readPeopleOf(db, id),
    db.purchases.where('companyId').equals(id).count(),
  ])
  const segments = await db.segments.bulkGet(lines.map((row) => row.id))
  const campaigns = new Set([...entries, ...segments].flatMap((row) => row?.campaignId ?? []))
  return { entries: entries.length, segments: segments.length, campaigns: campaigns.size, people: people.length, purchases }
}
