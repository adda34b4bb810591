// The follow-up: a new segment with the people a logged one reached, one tap away.
// BC: Interaction/LogSegment.Report.al, Segment/SegmentHeader.Table.al ReuseLogged (there the template is lost)
import type { Contact } from '../../model/contact.ts'
import type { ContactId, SegmentId } from '../../model/ids.ts'
import type { LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinChanges, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { nobodyLeftOut } from './outcome.ts'
import { linesFor, newSegment, planNewSegment, stepTaken, type SegmentFields } from './steps.ts'

/**
 * A new segment with the same campaign, template and salesperson, unless `fields` say otherwise. Its lines are those that
 * were logged, in order, as far as the contact still is there and not privacy blocked; `leftOut` counts the others.
 */
export function planFollowUp(
  logged: LoggedSegment,
  contacts: ReadonlyMap<ContactId, Contact>,
  fields: SegmentFields,
  occasion: Occasion,
): { changes: Changes; segmentId: SegmentId; leftOut: number } {
  const { campaignId, templateId, salespersonId } = logged.header
  const made = newSegment(occasion, { campaignId, templateId, salespersonId, followUpOf: logged.id, ...given(fields) })
  // The follow-up of an invented segment is invented too, and goes with the sample data.
  const fresh = { ...made, segment: { ...made.segment, ...given({ sample: logged.sample }) } }
  const reached = logged.lines.filter((line) => canFollow(line, contacts))
  const added = linesFor(
    reached.map(({ line }) => line.contactId),
    fresh.lines,
  )
  const step = stepTaken(
    { ...fresh, steps: [] },
    { kind: 'reuse' },
    added,
    [],
    { ...nobodyLeftOut, ...blockedAmong(logged, contacts) },
    occasion,
  )
  return { changes: joinChanges(planNewSegment(fresh), step), segmentId: fresh.segment.id, leftOut: logged.lines.length - reached.length }
}

function canFollow({ line, entryId }: LoggedLine, contacts: ReadonlyMap<ContactId, Contact>): boolean {
  return entryId !== undefined && contacts.get(line.contactId)?.privacyBlocked === false
}

function blockedAmong(logged: LoggedSegment, contacts: ReadonlyMap<ContactId, Contact>): { privacyBlocked: number } {
  return { privacyBlocked: logged.lines.filter(({ line }) => contacts.get(line.contactId)?.privacyBlocked).length }
}
