// What contacts that come back would name though it was deleted meanwhile: their company, a group, a salesperson.
import type { Contact } from '../../model/contact.ts'
import type { Database } from '../database.ts'
import { readContacts } from './pending.ts'

/** Ids these contacts name that no row bears any more. */
export async function readLostReferences(db: Database, contacts: readonly Contact[]): Promise<Set<string>> {
  const named = new Set(contacts.flatMap(namedBy))
  if (named.size === 0) return named
  const companies = contacts.flatMap((contact) => (contact.type === 'person' && contact.companyId ? [contact.companyId] : []))
  for (const { id } of await readContacts(db, [...new Set(companies)])) named.delete(id)
  const lists = [
    ...[db.salespeople, db.territories, db.mailingGroups, db.industryGroups],
    ...[db.businessRelations, db.organizationalLevels, db.jobResponsibilities],
  ]
  for (const list of lists) for (const id of await list.toCollection().primaryKeys()) named.delete(id)
  for (const { questions } of await db.questionnaires.toArray())
    for (const { answers } of questions) for (const { id } of answers) named.delete(id)
  return named
}

/** Whatever else a contact names. */
export function namedBy(contact: Contact): string[] {
  const { salespersonId, territoryId, mailingGroupIds, answerIds } = contact
  const own =
    contact.type === 'company'
      ? [...contact.industryGroupIds, ...contact.businessRelations.map(({ businessRelationId }) => businessRelationId)]
      : [contact.companyId, contact.organizationalLevelId, ...contact.jobResponsibilityIds]
  return [salespersonId, territoryId, ...mailingGroupIds, ...answerIds, ...own].filter((id) => id !== undefined)
}
