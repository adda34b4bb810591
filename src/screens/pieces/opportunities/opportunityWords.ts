// How an opportunity reads in a list: with whom, what it comes to, when it is or was decided.
import type { Day } from '../../../base/day.ts'
import type { Contact } from '../../../model/contact.ts'
import type { ContactId } from '../../../model/ids.ts'
import type { Opportunity } from '../../../model/task.ts'
import { mediumDay } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'
import { nameOf } from '../contactName.ts'

/** The person and where she works. */
export function opportunityWho({ contactId, companyId }: Opportunity, people: ReadonlyMap<ContactId, Contact>): string {
  const contact = contactId && people.get(contactId)
  const company = companyId && companyId !== contactId ? people.get(companyId) : undefined
  return [contact && nameOf(contact), company && nameOf(company)].filter(Boolean).join(' · ')
}

/** When it is expected, or how and when it ended; blank of an open one of which nobody knows. */
export function decisionWords({ status, expectedDay, closedDay }: Opportunity): string {
  if (status === 'open') return expectedDay ? mediumDay(expectedDay) : ''
  return closedDay ? t(`opportunity.${status}On`, { day: mediumDay(closedDay) }) : ''
}

/** It was to be decided by now. */
export const isOverdue = ({ status, expectedDay }: Opportunity, today: Day): boolean =>
  status === 'open' && expectedDay !== undefined && expectedDay < today
