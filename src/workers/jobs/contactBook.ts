// All contacts as whole records, for the few questions that need more of them than the column index knows.
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import { readAllById, readOn } from '../../storage/read/rows.ts'
import { ReadingOn, type Touched } from './readingOn.ts'

export class ContactBook extends ReadingOn {
  contacts = new Map<ContactId, Contact>()

  protected async readAll(): Promise<void> {
    this.contacts = await readAllById(this.db.contacts)
  }

  protected async readTouched(touched: Touched): Promise<void> {
    await readOn(this.db.contacts, touched('contacts'), this.contacts)
  }
}
