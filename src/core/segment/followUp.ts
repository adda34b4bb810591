// The follow-up: a new segment with the people a logged one reached, one tap away.
// BC: Interaction/LogSegment.Report.al, Segment/SegmentHeader.Table.al ReuseLogged (there the template is lost)
import type { Contact } from '../../model/contact.ts'
import type { ContactId, SegmentId } from '../../model/ids.ts'
import type { LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinChanges, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { withheld, type Withheld } from '../contact/privacy.ts'
import { nobodyLeftOut } from './outcome.ts'
import { linesFor, newSegment, planNewSegment, stepTaken, type SegmentFields } from './steps.ts'

/**
 * A new segment with the same campaign, template and salesperson, unless `fields` say otherwise. Its lines are those that
 * were logged, in order, as far as the contact still is there and not privacy blocked; `leftOut` counts the others.
 */
export function planFollowUp(
  logged: LoggedSegment,
  lines: readonly LoggedLine[],
  contacts: ReadonlyMap<ContactId, Contact>,
  fields: SegmentFields,
  occasion: Occasion,
): { changes: Changes; segmentId: SegmentId; leftOut: number } {
  const { campaignId, templateId, salespersonId } = logged.header
  const made = newSegment(occasion, { campaignId, templateId, salespersonId, followUpOf: logged.id, ...given(fields) })
  // The follow-up of an invented segment is invented too, and goes with the sample data.
  const fresh = { ...made, segment: { ...made.segment, ...given({ sample: logged.sample }) } }
  const reached = lines.filter((line) => canFollow(line, contacts))
  const added = linesFor(
    reached.map(({ line }) => line.contactId),
    fresh.lines,
  )
  const step = stepTaken(
    { ...fresh, steps: [] },
    { kind: 'reuse', from: { kind: 'loggedSegment', id: logged.id, no: logged.no, description: logged.header.description, who: 'all' } },
    added,
    [],
    { ...nobodyLeftOut, ...withheldAmong(lines, contacts) },
    occasion,
  )
  return { changes: joinChanges(planNewSegment(fresh), step), segmentId: fresh.segment.id, leftOut: lines.length - reached.length }
}

function canFollow({ line, entryId }: LoggedLine, contacts: ReadonlyMap<ContactId, Contact>): boolean {
  const contact = contacts.get(line.contactId)
  return entryId !== undefined && contact !== undefined && withheld(contact) === undefined
}

function withheldAmong(lines: readonly LoggedLine[], contacts: ReadonlyMap<ContactId, Contact>): { privacyBlocked: number; minor: number } {
  const reasons = lines.map(({ line }) => contacts.get(line.contactId)).map((contact) => contact && withheld(contact))
  const count = (wanted: Withheld) => reasons.filter((reason) => reason === wanted).length
  return { privacyBlocked: count('privacyBlocked'), minor: count('minor') }
}
