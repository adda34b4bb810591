// An import for the tests: people of a file, some of them known already, in a group that the file brings along.
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId, MailingGroupId } from '../../src/model/ids.ts'
import { unchanged, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import type { Database } from '../../src/storage/database.ts'
import { takeIn, type Intake } from '../../src/storage/keep/imports.ts'
import { storeNext } from '../../src/storage/keep/pendingContacts.ts'
import { company, person } from '../make.ts'

export const at = '2026-11-20T10:00:00.000Z'
export const mailing = 'group of the file' as MailingGroupId

const numbered = (no: number) => String(no).padStart(5, '0')
export const madeId = (no: number, file = 'a'): ContactId => `new ${file} ${numbered(no)}` as ContactId
export const knownId = (no: number): ContactId => `known ${numbered(no)}` as ContactId

/** So many companies and people are on the tablet. */
export async function someContacts(db: Database, count: number): Promise<void> {
  const contacts = Array.from({ length: count }, (_, no): Contact => {
    const about = { name: `Known ${no}`, id: knownId(no), rev: 0 }
    return no % 3 === 0 ? company(about) : person(about)
  })
  const done = await commit(db, { put: { contacts }, remove: {}, requires: [] }, 'test', at)
  if (!done.ok) throw new Error(done.failure.code)
}

/** New contacts (the first is a company, the others work there), all in a new group, and these known ones with another phone. */
export async function fileOf(db: Database, made: number, changed: readonly number[] = [], file = 'a'): Promise<Changes> {
  const known = (await db.contacts.bulkGet(changed.map(knownId))).filter((row) => row !== undefined)
  const first = company({ name: `New ${file} 0`, id: madeId(0, file), rev: 0, mailingGroupIds: [mailing] })
  const people = Array.from({ length: Math.max(0, made - 1) }, (_, no) =>
    person({ name: `New ${file} ${no + 1}`, id: madeId(no + 1, file), rev: 0, company: first, mailingGroupIds: [mailing] }),
  )
  // In no order, as ids need not come.
  const contacts = [...known.map((row) => ({ ...row, phone: `of ${file}` })), ...people.reverse(), ...(made > 0 ? [first] : [])]
  const groups = (await db.mailingGroups.get(mailing)) ? [] : [{ id: mailing, rev: 0, code: 'FILE', description: 'Of the file' }]
  return { put: { contacts, mailingGroups: groups }, remove: {}, requires: known.map((row) => unchanged('contacts', row)) }
}

/** The import is taken in and nothing of it is in its place yet, as when the browser was killed right then. */
export async function takenIn(db: Database, changes: Changes, about: Partial<Intake> = {}): Promise<{ rev: number; storing: number }> {
  const intake: Intake = { id: 'import', kind: 'contacts', fileName: 'people.csv', at, changes, ...about }
  const done = await takeIn(
    db,
    intake,
    () => undefined,
    () => false,
  )
  if (!done.ok) throw new Error(done.failure.code)
  return done.value
}

/** So many steps of the storing. */
export async function stored(db: Database, steps = Infinity, id = 'import'): Promise<void> {
  for (let step = 0; step < steps && (await storeNext(db, id)); step++);
}

/** What the disk answers to a write, by the name of the table: an error to throw, or nothing. */
export interface Disk {
  trouble?: ((table: string) => Error | undefined) | undefined
}

/** A disk that can be full or fail at any write. */
export function troubledDisk(db: Database): Disk {
  const disk: Disk = {}
  db.use({
    stack: 'dbcore',
    name: 'trouble',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: (request) => {
            const error = disk.trouble?.(name)
            return error ? Promise.reject(error) : table.mutate(request)
          },
        }
      },
    }),
  })
  return disk
}

export const full = () => new DOMException('The disk is full', 'QuotaExceededError')
