// For whom tasks are made of lines of a segment, or of entries of the log: everybody once, with what each line or entry says.
// BC: Task/Todo.Table.al, CreateTaskFromSegLine, CreateTaskFromInteractLogEntry; Segment/SegmentHeader "for all contacts"
import type { ContactId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { given } from '../asRead.ts'
import type { Effective } from '../segment/effective.ts'
import type { TaskAbout } from './task.ts'

/** Lines of an open segment; those whose contact is gone are for nobody. */
export function aboutLines(segmentId: SegmentId, lines: readonly Effective[]): TaskAbout[] {
  const found = new Map<ContactId, TaskAbout>()
  for (const { line, contact, campaign, salesperson } of lines)
    if (contact && !found.has(line.contactId))
      found.set(
        line.contactId,
        about({ contactId: line.contactId, segmentId, campaignId: campaign.value?.id, salespersonId: salesperson.value?.id }),
      )
  return [...found.values()]
}

/** Entries of the log, the first of each contact; those of somebody who was forgotten are for nobody. */
export function aboutEntries(entries: readonly InteractionLogEntry[]): TaskAbout[] {
  const found = new Map<ContactId, TaskAbout>()
  for (const { id: entryId, contactId, erased, ...entry } of entries) {
    if (erased || found.has(contactId)) continue
    const { campaignId, segmentId, loggedSegmentId, opportunityId, salespersonId } = entry
    found.set(contactId, about({ contactId, entryId, campaignId, segmentId, loggedSegmentId, opportunityId, salespersonId }))
  }
  return [...found.values()]
}

const about = (fields: { [K in keyof TaskAbout]: TaskAbout[K] | undefined }) => given(fields) as TaskAbout
