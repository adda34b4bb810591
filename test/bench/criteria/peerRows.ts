// The same people for the peers, as somebody would store them who knows what will be asked: texts folded, days and keys as small numbers.
import { fold } from '../../../src/base/fold.ts'
import { daysBetween, toDay, type Day } from '../../../src/base/day.ts'
import { factsOf } from '../../../src/core/criteria/facts.ts'
import { orderForSegment } from '../../../src/core/criteria/select.ts'
import { answers, contactAt, entriesOf, industryGroups, mailingGroups, purchasesOf, salespeople, templates, territories } from './data.ts'

const epoch = toDay('1970-01-01')
const known = new Map<string, number>()
/** Day as a number. */
export function dayNumber(day: Day): number {
  const found = known.get(day)
  if (found !== undefined) return found
  const number = daysBetween(epoch, day)
  known.set(day, number)
  return number
}

export interface PeerContact {
  /** From 1 on. */
  id: number
  type: string
  /** The person's company, a company's own; 0 without one. */
  companyId: number
  salesperson: number
  territory: number
  country: string
  language: string
  correspondence: string
  excluded: number
  blocked: number
  created: number
  changed: number
  birthday: number
  /** Place among all in the order of the app. */
  place: number
  nameF: string
  surnameF: string
  cityF: string
  /** Name, company, city and e-mail address for free text. */
  text: string
  groups: number[]
  industries: number[]
  answers: number[]
  name: string
  no: string
  firstName: string
  surname: string
  jobTitle: string
  address: string
  postCode: string
  city: string
  county: string
  phone: string
  mobilePhone: string
  email: string
  homePage: string
  vatNo: string
  salutation: string
}
export interface PeerEntry {
  id: number
  contactId: number
  day: number
  template: number
  salesperson: number
  cancelled: number
  failed: number
  cost: number
  duration: number
  evaluation: string
  description: string
}
export interface PeerPurchase {
  id: number
  companyId: number
  day: number
  itemGroup: string
  itemNo: string
  quantity: number
  amount: number
}

const indexOf = (list: readonly string[]) => {
  const places = new Map(list.map((id, at) => [id, at]))
  return (id: string | undefined) => (id === undefined ? -1 : (places.get(id) ?? -1))
}
const salespersonAt = indexOf(salespeople)
const territoryAt = indexOf(territories)
const groupAt = indexOf(mailingGroups)
const industryAt = indexOf(industryGroups)
const answerAt = indexOf(answers)
const templateAt = indexOf(templates)

/** Place of each contact in the order in which the app puts people: companies by name, each before its people. */
export function placesOf(size: number): Uint32Array {
  const contacts = Array.from({ length: size }, (_, at) => contactAt(at, size))
  const facts = factsOf(contacts, [])
  const places = new Uint32Array(size)
  orderForSegment(contacts, facts).forEach(({ id }, place) => (places[placeOfKey(id)] = place))
  return places
}

/** Which contact it is, by the end of its key. */
export const placeOfKey = (id: string) => Number.parseInt(id.slice(-12), 16)

export function peerContact(at: number, size: number, places: Uint32Array): PeerContact {
  const contact = contactAt(at, size)
  const isPerson = contact.type === 'person'
  const companyPlace = isPerson ? (contact.companyId ? placeOfKey(contact.companyId) : -1) : at
  const companyName = !isPerson ? contact.name : companyPlace < 0 ? '' : contactAt(companyPlace, size).name
  const text = [contact.name, companyName, contact.city, contact.email].map(fold).join('\n')
  const { id: _id, ...rest } = contact
  return {
    ...{ id: at + 1, type: rest.type, companyId: companyPlace + 1 },
    ...{ salesperson: salespersonAt(rest.salespersonId), territory: territoryAt(rest.territoryId), country: rest.countryCode },
    ...{ language: rest.languageCode ?? '', correspondence: rest.correspondenceType ?? '' },
    ...{ excluded: Number(rest.excludeFromSegment), blocked: Number(rest.privacyBlocked) },
    ...{ created: dayNumber(createdOn(contact.id)), changed: dayNumber(toDay(rest.changedAt.slice(0, 10))) },
    ...{ birthday: isPerson && contact.birthday ? dayNumber(contact.birthday) : 0, place: places[at] ?? 0 },
    ...{ nameF: fold(rest.name), surnameF: isPerson ? fold(contact.surname) : '', cityF: fold(rest.city), text },
    groups: rest.mailingGroupIds.map(groupAt),
    industries: isPerson ? [] : contact.industryGroupIds.map(industryAt),
    answers: rest.answerIds.map(answerAt),
    ...{ name: rest.name, no: rest.no, firstName: isPerson ? contact.firstName : '', surname: isPerson ? contact.surname : '' },
    ...{ jobTitle: isPerson ? contact.jobTitle : '', address: rest.address, postCode: rest.postCode, city: rest.city, county: rest.county },
    ...{ phone: rest.phone, mobilePhone: rest.mobilePhone, email: rest.email, homePage: rest.homePage, vatNo: rest.vatNo },
    salutation: rest.salutationCode,
  }
}

const createdOn = (id: string) => toDay(new Date(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toISOString().slice(0, 10))

export const peerEntries = (at: number): PeerEntry[] =>
  entriesOf(at).map((entry, n) => ({
    ...{ id: at * 16 + n, contactId: at + 1, day: dayNumber(entry.day), template: templateAt(entry.templateId) },
    ...{ salesperson: salespersonAt(entry.salespersonId), cancelled: Number(entry.cancelled), failed: Number(entry.attemptFailed) },
    ...{ cost: entry.cost, duration: entry.duration, evaluation: entry.evaluation ?? '', description: entry.description },
  }))

export const peerPurchases = (at: number): PeerPurchase[] =>
  purchasesOf(at).map((purchase, n) => ({
    ...{ id: at * 16 + n, companyId: at + 1, day: dayNumber(purchase.day), itemGroup: purchase.itemGroup, itemNo: purchase.itemNo },
    ...{ quantity: purchase.quantity, amount: purchase.amount },
  }))
