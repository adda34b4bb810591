// Which of some rows are still referred to by others: before an undo takes away what something rests on by now.
import type { ContactId } from '../../model/ids.ts'
import type { Changes } from '../../model/tables.ts'
import type { Database } from '../database.ts'

export interface Referred {
  contacts: Set<string>
  mailingGroups: Set<string>
  industryGroups: Set<string>
  salespeople: Set<string>
}

/** Rows that the changes would remove and that rows outside of the changes refer to: companies by their people and purchases, contacts by the log, lists by contacts. */
export async function readReferred(db: Database, { remove }: Changes): Promise<Referred> {
  const going = new Set<string>(remove.contacts ?? [])
  const stays = (await db.contacts.toArray()).filter((contact) => !going.has(contact.id))
  const bought = await db.purchases
    .where('companyId')
    .anyOf([...going] as ContactId[])
    .toArray()
  const logged = await db.entries
    .where('contactId')
    .anyOf([...going] as ContactId[])
    .toArray()
  return {
    contacts: new Set([
      ...logged.map((entry) => entry.contactId),
      ...bought.map((purchase) => purchase.companyId),
      ...stays.flatMap((contact) =>
        contact.type === 'person' && contact.companyId && going.has(contact.companyId) ? [contact.companyId] : [],
      ),
    ]),
    mailingGroups: new Set(stays.flatMap((contact) => contact.mailingGroupIds)),
    industryGroups: new Set(stays.flatMap((contact) => (contact.type === 'company' ? contact.industryGroupIds : []))),
    salespeople: new Set(stays.flatMap((contact) => contact.salespersonId ?? [])),
  }
}
