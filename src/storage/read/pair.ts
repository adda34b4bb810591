// Two contacts to be looked at side by side, with the companies of persons.
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../database.ts'
import { readContactOfEach, readContacts } from './pending.ts'
import { watch, type Watched } from './watch.ts'

export interface ContactPair {
  kept: Contact | undefined
  lost: Contact | undefined
  companies: Map<ContactId, string>
}

export const watchPair = (db: Database, keptId: ContactId, lostId: ContactId): Watched<ContactPair> =>
  watch(async () => {
    const [kept, lost] = await readContactOfEach(db, [keptId, lostId])
    const ids = [kept, lost].flatMap((contact) => (contact?.type === 'person' && contact.companyId ? contact.companyId : []))
    return { kept, lost, companies: new Map((await readContacts(db, ids)).map(({ id, name }) => [id, name])) }
  })
