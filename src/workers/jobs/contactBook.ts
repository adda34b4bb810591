// All contacts as whole records, for the few questions that need more of them than the column index knows.
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import { eachContact, readTouchedContacts } from '../../storage/read/pending.ts'
import { ReadingOn, type Touched } from './readingOn.ts'

export class ContactBook extends ReadingOn {
  contacts = new Map<ContactId, Contact>()

  protected async readAll(): Promise<void> {
    const all = new Map<ContactId, Contact>()
    await eachContact(this.db, (contacts) => {
      for (const contact of contacts) all.set(contact.id, contact)
    })
    this.contacts = all
  }

  protected async readTouched(touched: Touched): Promise<void> {
    for (const [id, contact] of await readTouchedContacts(this.db, touched('contacts'))) {
      if (contact) this.contacts.set(id, contact)
      else this.contacts.delete(id)
    }
  }
}
