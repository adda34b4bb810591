// How often a contact wants to be heard of, on its card: the day it is due, and in words where its rhythm comes from.
import type { Day } from '../../base/day.ts'
import { cadenceOf, isCadence, longestCadence, nextContactDay, overdueDays, type CadenceFound } from '../../core/contact/cadence.ts'
import { withheld } from '../../core/contact/privacy.ts'
import { isCancelled } from '../../core/interaction/cancel.ts'
import { wasWithDeleted } from '../../core/criteria/gone.ts'
import { readNumber } from '../../base/number.ts'
import type { Company } from '../../model/contact.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { ContactCard } from '../../storage/read/contacts.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { figure, mediumDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { dueText } from '../pieces/dueText.ts'
import { answersOf, named } from '../pieces/ruleValues.ts'
import type { Fact } from './facts.ts'

const companyOf = ({ contact, company }: ContactCard): Company | undefined =>
  contact.type === 'person' && company?.type === 'company' ? company : undefined

/** Day of the last interaction with this very contact that was not cancelled and did not fail. */
function lastHeard({ entries, logged }: ContactCard): Day | undefined {
  const stateOf = ({ loggedSegmentId }: InteractionLogEntry) => loggedSegmentId && logged.get(loggedSegmentId)?.state
  return entries.find((entry) => !wasWithDeleted(entry) && !entry.attemptFailed && !isCancelled(entry, stateOf(entry)))?.day
}

export interface Due {
  day: Day
  every: number
  overdue: number
  /** Nothing was ever heard of her. */
  isNew: boolean
}

/** By when somebody wants to be heard of; nothing for who is never due. */
export function dueOf(card: ContactCard, lists: Lists | undefined, today: Day): Due | undefined {
  const heard = { contact: card.contact, company: companyOf(card), lastHeard: lastHeard(card) }
  const day = nextContactDay(heard, lists?.pace, today)
  const every = cadenceOf(card.contact, heard.company, lists?.pace)?.days
  if (!day || !every) return undefined
  return { day, every, overdue: overdueDays(heard, lists?.pace, today) ?? 0, isNew: heard.lastHeard === undefined }
}

/** "every 30 days" */
export const everyText = (days: number): string =>
  days === 0 ? t('cadence.never') : t('cadence.every', { count: days, text: figure(days) })

/** Where a rhythm comes from: "As everybody of the mailing group VIP". */
export function sourceText(found: CadenceFound | undefined, lists: Lists | undefined): string {
  if (!found) return t('cadence.noClass')
  if (!found.from) return t('cadence.own')
  const { list, id } = found.from
  const name = list === 'answers' ? (lists ? answersOf(lists) : []).find((one) => one.id === id)?.text : named(lists?.[list], id)
  return t(found.byCompany ? 'cadence.ofCompany' : 'cadence.ofClass', { list: t(`pace.list.${list}`), name: name ?? t('criteria.gone') })
}

/** What its classes say, whatever its own rhythm is. */
export function classCadence(card: ContactCard, lists: Lists | undefined): CadenceFound | undefined {
  const { cadenceDays: _, ...contact } = card.contact
  return cadenceOf(contact, companyOf(card), lists?.pace)
}

export function cadenceFacts(card: ContactCard, lists: Lists | undefined, today: Day): Fact[] {
  const found = cadenceOf(card.contact, companyOf(card), lists?.pace)
  const due = dueOf(card, lists, today)
  const rhythm: Fact = {
    label: t('cadence.title'),
    lines: found ? [everyText(found.days)] : [],
    none: t('cadence.none'),
    ...(found ? { from: sourceText(found, lists) } : {}),
  }
  if (!found || found.days === 0) return [rhythm]
  if (!due) return [rhythm, { label: t('cadence.next'), lines: [t(withheld(card.contact) ? 'cadence.withheld' : 'cadence.never')] }]
  const day = mediumDay(due.day)
  const from = due.isNew ? t('cadence.neverYet', { day }) : t('cadence.onDay', { day })
  return [rhythm, { label: t('cadence.next'), lines: [dueText(due.overdue)], from }]
}

export interface CadenceForm {
  kind: 'class' | 'own' | 'never'
  days: string
}

export const formOfCadence = (days: number | undefined): CadenceForm => ({
  kind: days === undefined ? 'class' : days === 0 ? 'never' : 'own',
  days: days ? String(days) : '30',
})

/** What was meant; `wrong` where it is no number of days. */
export function cadenceMeant({ kind, days }: CadenceForm): number | undefined | 'wrong' {
  if (kind !== 'own') return kind === 'never' ? 0 : undefined
  const number = readNumber(days)
  return number !== undefined && isCadence(number) ? number : 'wrong'
}

export const mostDays = longestCadence
