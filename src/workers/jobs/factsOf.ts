// What is known of one contact, read from the disk when it is asked: the contact, its company and everybody of it, what happened with
// them, what the company bought, and the open segments they stand on.
import { factsOf, type Facts } from '../../core/criteria/facts.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { readContact } from '../../storage/read/contacts.ts'
import { readCadences } from './columnNews.ts'

export async function readFactsOf(db: Database, id: ContactId): Promise<Facts> {
  const contact = await readContact(db, id)
  const companyId = contact?.type === 'person' ? contact.companyId : contact?.id
  const staff = companyId ? await db.contacts.where('companyId').equals(companyId).toArray() : []
  const company = companyId && companyId !== id ? await readContact(db, companyId) : undefined
  const contacts = [...new Map([contact, company, ...staff].flatMap((one) => (one ? [[one.id, one] as const] : []))).values()]
  const ids = contacts.map((one) => one.id)
  const entries = await db.entries.where('contactId').anyOf(ids).toArray()
  const cancelled = (await db.loggedStates.toArray()).filter((state) => state.cancelled).map((state) => state.id)
  const purchases = companyId ? await db.purchases.where('companyId').equals(companyId).toArray() : []
  const targets = new Map((await db.targetGroups.toArray()).map((group) => [group.id, new Set(group.contactIds)]))
  const pace = { cadences: await readCadences(db) }
  return factsOf(contacts, entries, new Set(cancelled), purchases, await readLists(db, ids), { targets, pace })
}

/** Of the open segments only whether these people are on them. */
async function readLists(db: Database, ids: readonly ContactId[]): Promise<Facts['lists']> {
  const asked = new Set(ids)
  const lists = new Map<Parameters<Facts['lists']['get']>[0], Set<ContactId>>()
  await db.segmentLines.each(({ id, lines }) => {
    lists.set(id, new Set(lines.flatMap(({ contactId }) => (asked.has(contactId) ? [contactId] : []))))
  })
  return lists
}
