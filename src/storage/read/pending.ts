// Contacts wherever they stand: in their places, or still packed on their way from an import. Who asks for contacts sees both as one; a
// contact moves in one transaction and in one direction, so looking into its place, among the packed ones and into its place again finds it.
import type { Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../database.ts'
import { inPortions, readTouched, type TouchedRow } from './rows.ts'

/** The contact, wherever it stands. */
export async function readContact(db: Database, id: ContactId): Promise<Contact | undefined> {
  return (await db.contacts.get(id)) ?? (await readMissing(db, [id])).get(id)
}

/** Those of these contacts that are there, in the order asked for. */
export async function readContacts(db: Database, ids: readonly ContactId[]): Promise<Contact[]> {
  const found = await db.contacts.bulkGet([...ids])
  const missing = ids.filter((_, at) => found[at] === undefined)
  if (missing.length === 0) return found as Contact[]
  const others = await readMissing(db, missing)
  return ids.flatMap((id, at) => found[at] ?? others.get(id) ?? [])
}

/** The same, one for each that was asked for; nothing for one that is gone. */
export async function readContactOfEach(db: Database, ids: readonly ContactId[]): Promise<(Contact | undefined)[]> {
  const found = new Map((await readContacts(db, ids)).map((contact) => [contact.id, contact]))
  return ids.map((id) => found.get(id))
}

/** The people of a company, wherever they stand. */
export const readPeopleOf = (db: Database, companyId: ContactId): Promise<Person[]> => readPeopleOfAll(db, new Set([companyId]))

/** More companies than these are not looked up one by one. */
const fewCompanies = 300

/** The people of these companies, wherever they stand, each once. */
export async function readPeopleOfAll(db: Database, companies: ReadonlySet<ContactId>): Promise<Person[]> {
  const found = new Map<ContactId, Person>()
  const take = (contacts: readonly Contact[]) => {
    for (const contact of contacts)
      if (contact.type === 'person' && contact.companyId && companies.has(contact.companyId)) found.set(contact.id, contact)
  }
  if (companies.size > fewCompanies) await eachContact(db, take)
  else if (companies.size > 0) {
    await eachPending(db, take)
    const ids = [...companies]
    take(await db.contacts.where('companyId').anyOf(ids).toArray())
  }
  return [...found.values()]
}

/** Contacts that do not stand in their places: those on their way, and those that reached their places meanwhile. */
async function readMissing(db: Database, ids: readonly ContactId[]): Promise<Map<ContactId, Contact>> {
  const found = await readPending(db, ids)
  const missing = ids.filter((id) => !found.has(id))
  for (const contact of await db.contacts.bulkGet(missing)) if (contact) found.set(contact.id, contact)
  return found
}

/** Of these contacts those that are on their way. */
export async function readPending(db: Database, ids: readonly ContactId[]): Promise<Map<ContactId, Contact>> {
  const found = new Map<ContactId, Contact>()
  const wanted = await piecesOf(db, ids)
  const asked = new Set<string>(ids)
  for (const piece of await db.pendingContacts.bulkGet(wanted))
    for (const contact of piece?.contacts ?? []) if (asked.has(contact.id)) found.set(contact.id, contact)
  return found
}

/** Keys of the pieces in which these contacts stand, if they stand in one: a piece begins with its first contact. */
export async function piecesOf(db: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const keys = await db.pendingContacts.toCollection().primaryKeys()
  return [...new Set(ids.flatMap((id) => lastUpTo(keys, id) ?? []))]
}

/** The last of the rising keys that is not above the asked one. */
function lastUpTo(keys: readonly string[], asked: string): string | undefined {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') <= asked) low = middle + 1
    else high = middle
  }
  return keys[low - 1]
}

/** Contacts that were touched, as they are now, wherever they stand; nothing for one that is gone. */
export async function readTouchedContacts(db: Database, ids: Iterable<string>): Promise<TouchedRow<Contact>[]> {
  const asked = new Set(ids)
  const packed = asked.size > many ? await takePending(db, asked) : []
  const touched = await readTouched(db.contacts, asked)
  const missing = touched.flatMap(([id, contact]) => (contact ? [] : [id]))
  if (missing.length === 0) return [...packed, ...touched]
  const others = await readMissing(db, missing)
  return [...packed, ...touched.map(([id, contact]) => [id, contact ?? others.get(id)] as const)]
}

/** Of many that were touched at once, as by an import, those on their way are read first: they need not be looked for one by one. */
const many = 1000

async function takePending(db: Database, asked: Set<string>): Promise<TouchedRow<Contact>[]> {
  const found: TouchedRow<Contact>[] = []
  await eachPending(db, (contacts) => {
    for (const contact of contacts) if (asked.delete(contact.id)) found.push([contact.id, contact])
  })
  return found
}

/** So many pieces are in memory at once. */
const portion = 10

/** Every contact once, in portions: those on their way first, then those in their places. What is written meanwhile may be in it or not. */
export async function eachContact(db: Database, take: (contacts: Contact[]) => void): Promise<void> {
  const taken = new Set<string>()
  await eachPending(db, (contacts) => {
    for (const { id } of contacts) taken.add(id)
    take(contacts)
  })
  await inPortions(db.contacts, (contacts) => take(taken.size > 0 ? contacts.filter(({ id }) => !taken.has(id)) : contacts))
}

/** Every contact on its way, piece by piece. */
async function eachPending(db: Database, take: (contacts: Contact[]) => void): Promise<void> {
  const after = (last: string) => db.pendingContacts.where(':id').above(last).limit(portion).toArray()
  for (let pieces = await after(''); ;) {
    const end = pieces.length < portion ? undefined : pieces.at(-1)
    // The next ones are on their way while these are taken.
    const next = end && after(end.id)
    for (const { contacts } of pieces) take(contacts)
    if (!next) return
    pieces = await next
  }
}

/** Of these contacts those that are there, read by going through all: of many, one by one takes several times as long. */
export async function siftContacts(db: Database, ids: ReadonlySet<ContactId>): Promise<Contact[]> {
  const found: Contact[] = []
  await eachContact(db, (contacts) => {
    for (const contact of contacts) if (ids.has(contact.id)) found.push(contact)
  })
  return found
}

/** How many contacts there are, wherever they stand. */
export const countContacts = (db: Database): Promise<number> =>
  db.transaction('r', db.contacts, db.imports, async () => (await db.contacts.count()) + (await readStoring(db)))

/** How many contacts of imports are still on their way to their places. */
export async function readStoring(db: Database): Promise<number> {
  const open = await db.imports.filter(({ state }) => state === 'storing').toArray()
  return open.reduce((sum, { made, stored }) => sum + made - stored, 0)
}
