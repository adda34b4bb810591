// What a task or an opportunity names: with whom it is, and what it came from, as far as that is still there.
import type { Contact } from '../../model/contact.ts'
import type { InteractionLogEntry, LoggedSegment } from '../../model/interaction.ts'
import type { Segment } from '../../model/segment.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import type { Database } from '../database.ts'
import { readContact } from './pending.ts'

export interface AboutRead {
  contact: Contact | undefined
  company: Contact | undefined
  segment: Segment | undefined
  logged: LoggedSegment | undefined
  entry: InteractionLogEntry | undefined
}

export async function readAbout(db: Database, of: Task | Opportunity): Promise<AboutRead> {
  const { contactId, companyId, segmentId, loggedSegmentId, entryId } = of
  const [contact, company, segment, logged, entry] = await Promise.all([
    contactId && readContact(db, contactId),
    companyId && readContact(db, companyId),
    segmentId && db.segments.get(segmentId),
    loggedSegmentId && db.loggedSegments.get(loggedSegmentId),
    entryId && db.entries.get(entryId),
  ])
  return {
    contact: contact || undefined,
    company: company || undefined,
    segment: segment || undefined,
    logged: logged || undefined,
    entry: entry || undefined,
  }
}
