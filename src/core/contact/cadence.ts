// How often somebody wants to be heard of, and when next: the contact's own rhythm, or that of the classes it or its company is in.
import { addDays, daysBetween, toDay, type Day } from '../../base/day.ts'
import type { Company, Contact } from '../../model/contact.ts'
import type { Cadence } from '../../model/settings.ts'
import { createdOn } from '../criteria/values.ts'
import { withheld } from './privacy.ts'

/** No rhythm is longer: ten years. */
export const longestCadence = 3650

/** A number of days somebody can be heard of in. */
export const isCadence = (days: number): boolean => Number.isInteger(days) && days > 0 && days <= longestCadence

/** The rhythms of all classes, as the settings have them. */
export interface Rhythms {
  cadences: readonly Cadence[]
}

/** A rhythm and where it comes from: the contact itself (0 = never), or one of the classes. */
export interface CadenceFound {
  days: number
  /** Missing: it is the contact's own. */
  from?: Cadence
  /** It is the company that is of that class, and the person is not. */
  byCompany?: true
}

/**
 * The rhythm of a contact. Its own wins, also where it says never; otherwise the shortest of those of the classes that hold for the contact
 * or for the person's company. Nothing where none holds.
 * @param company of a person; a company needs none
 */
export function cadenceOf(contact: Contact, company: Company | undefined, pace: Rhythms | undefined): CadenceFound | undefined {
  if (contact.cadenceDays === 0 || isCadence(contact.cadenceDays ?? -1)) return { days: contact.cadenceDays! }
  let found: CadenceFound | undefined
  for (const cadence of pace?.cadences ?? []) {
    if (!isCadence(cadence.days) || (found && found.days <= cadence.days)) continue
    if (classesOf(contact, cadence.list).includes(cadence.id)) found = { days: cadence.days, from: cadence }
    else if (contact.type === 'person' && company && classesOf(company, cadence.list).includes(cadence.id))
      found = { days: cadence.days, from: cadence, byCompany: true }
  }
  return found
}

/** What a contact is of a list of classes by itself. */
function classesOf(contact: Contact, list: Cadence['list']): readonly string[] {
  switch (list) {
    case 'mailingGroups':
      return contact.mailingGroupIds
    case 'answers':
      return contact.answerIds
    case 'industryGroups':
      return contact.type === 'company' ? contact.industryGroupIds : []
    case 'businessRelations':
      return contact.type === 'company' ? contact.businessRelations.map(({ businessRelationId }) => businessRelationId) : []
    case 'organizationalLevels':
      return contact.type === 'person' && contact.organizationalLevelId ? [contact.organizationalLevelId] : []
  }
}

/** Whoever was heard of at the end of time, by a slip of the pen, is never due: no day comes after it. */
export const endOfRhythms = toDay('9980-01-01')

/** What has to be known of somebody to say when she is due. */
export interface Heard {
  contact: Contact
  company: Company | undefined
  /** Day of the last interaction that was not cancelled and did not fail. */
  lastHeard: Day | undefined
}

/**
 * The day by which somebody wants to be heard of again: so many days after the last time. Who never was is due since the day she was made,
 * as far as that is known, and otherwise from today: nobody waits for a first word because there was none. Nothing for who has no rhythm,
 * and for those with whom nothing may be done.
 */
export function nextContactDay({ contact, company, lastHeard }: Heard, pace: Rhythms | undefined, today: Day): Day | undefined {
  const days = withheld(contact) ? 0 : (cadenceOf(contact, company, pace)?.days ?? 0)
  if (days === 0 || (lastHeard && lastHeard >= endOfRhythms)) return undefined
  return lastHeard === undefined ? (createdOn(contact.id) ?? today) : addDays(lastHeard, days)
}

/** By how many days somebody is overdue; below nought, so many are left. Nothing for who is never due. */
export function overdueDays(heard: Heard, pace: Rhythms | undefined, today: Day): number | undefined {
  const next = nextContactDay(heard, pace, today)
  return next && daysBetween(next, today)
}

/** How much of a rhythm has gone, as of a ring: nothing on the day of the last word, all of it from the day on which the next is due. */
export const partGone = (days: number, overdue: number): number => (days <= 0 ? 1 : Math.min(1, Math.max(0, (days + overdue) / days)))
