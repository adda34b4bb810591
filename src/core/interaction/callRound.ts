// A call round over the people of an open segment: whom it is for, in which order, and who cannot be called.
// BC: SegmentLine.Table.al CreatePhoneCall calls from one line at a time
import type { Day } from '../../base/day.ts'
import type { CallOrder, CallRound, NotCalled } from '../../model/callRound.ts'
import type { Contact } from '../../model/contact.ts'
import type { CallRoundId, ContactId, SalespersonId, TemplateId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Line, Segment } from '../../model/segment.ts'
import { unchanged, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { companyOf } from '../contact/name.ts'
import { numbersIn } from '../contact/phones.ts'
import { withheld } from '../contact/privacy.ts'

type Contacts = ReadonlyMap<ContactId, Contact>

/** The numbers somebody can be called at, her own first, her company's last. BC: MakePhoneCall.Page.al */
export function numbersToCall(contact: Contact, company: Contact | undefined): string[] {
  const own = [contact.mobilePhone, contact.phone, ...contact.alternativeAddresses.map(({ phone }) => phone)]
  const companys = company && company.id !== contact.id ? [company.mobilePhone, company.phone] : []
  return [...own, ...companys].flatMap(numbersIn)
}

/** Why this contact cannot be called; nothing when it can. */
export function notCalled(contact: Contact | undefined, company: Contact | undefined): NotCalled | undefined {
  if (!contact) return 'gone'
  return withheld(contact) ?? (numbersToCall(contact, company).length === 0 ? 'noNumber' : undefined)
}

export interface Callable {
  call: ContactId[]
  leftOut: { contactId: ContactId; why: NotCalled }[]
}

/** Who of the lines is called and who is not, each once. */
export function whomToCall(lines: readonly Line[], contacts: Contacts): Callable {
  const found: Callable = { call: [], leftOut: [] }
  for (const contactId of new Set(lines.map((line) => line.contactId))) {
    const contact = contacts.get(contactId)
    const why = notCalled(contact, contact && companyOf(contact, contacts))
    if (why) found.leftOut.push({ contactId, why })
    else found.call.push(contactId)
  }
  return found
}

/** When somebody was heard of last. */
export type LastDays = ReadonlyMap<ContactId, { day: Day }>

/** In the order chosen; those who are equal stay as they stand in the segment. Who was never heard of comes before everybody else. */
export function inCallOrder(ids: readonly ContactId[], order: CallOrder, contacts: Contacts, last: LastDays): ContactId[] {
  if (order === 'segment') return [...ids]
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })
  const keys = new Map(ids.map((id) => [id, orderKey(id, order, contacts, last)]))
  return [...ids].sort((one, other) => compare(keys.get(one) ?? '', keys.get(other) ?? ''))
}

function orderKey(id: ContactId, order: CallOrder, contacts: Contacts, last: LastDays): string {
  const contact = contacts.get(id)
  if (order === 'lastInteraction') return last.get(id)?.day ?? ''
  if (!contact) return ''
  if (order === 'town') return townOf(contact, companyOf(contact, contacts))
  return contact.type === 'person' ? `${contact.surname} ${contact.firstName}`.trim() || contact.name : contact.name
}

/** Where somebody is; of a person without an address, where her company is. */
export const townOf = (contact: Contact, company: Contact | undefined): string => contact.city || (company?.city ?? '')

/** The round with those who cannot be called as it is now: who has a number by now, or may be called again, is no longer left out. */
export function judgedNow(round: CallRound, contacts: Contacts): CallRound {
  if (!round.leftOut) return round
  const leftOut = round.leftOut.flatMap(({ contactId }) => {
    const contact = contacts.get(contactId)
    const why = notCalled(contact, contact && companyOf(contact, contacts))
    return why ? [{ contactId, why }] : []
  })
  return { ...round, leftOut }
}

export interface RoundWish {
  order: CallOrder
  /** Where the setup names none. */
  templateId?: TemplateId | undefined
  /** Where the tablet does not know who calls. */
  salespersonId?: SalespersonId | undefined
}

/** Begins a round over everybody of the segment. */
export function planRound(
  segment: Segment,
  lines: readonly Line[],
  contacts: Contacts,
  last: LastDays,
  wish: RoundWish,
  occasion: Occasion,
): { changes: Changes; round: CallRound } {
  const { call, leftOut } = whomToCall(lines, contacts)
  const barred = leftOut.map(({ contactId }) => contactId)
  const round: CallRound = {
    ...{ rev: 0, id: occasion.nextId<CallRoundId>(), segmentId: segment.id, description: segment.description, order: wish.order },
    contactIds: [...inCallOrder(call, wish.order, contacts, last), ...barred],
    ...{ skipped: [], leftOut, startedAt: occasion.now },
    ...given({ templateId: wish.templateId, salespersonId: wish.salespersonId, sample: segment.sample }),
  }
  return { changes: { put: { callRounds: [round] }, remove: {}, requires: [unchanged('segments', segment)] }, round }
}

const changed = (round: CallRound, fields: Partial<CallRound>): Changes => ({
  put: { callRounds: [{ ...round, ...fields }] },
  remove: {},
  requires: [unchanged('callRounds', round)],
})

/** Passed over this time; she is called again when those who were not reached are. */
export const planSkip = (round: CallRound, contactId: ContactId): Changes =>
  changed(round, { skipped: [...new Set([...round.skipped, contactId])] })

/** Her turn came and she cannot be called: she is told apart from then on. */
export const planLeaveOut = (round: CallRound, contactId: ContactId, why: NotCalled): Changes =>
  changed(round, { leftOut: [...(round.leftOut ?? []).filter((one) => one.contactId !== contactId), { contactId, why }] })

/** Those who were not reached, those who were skipped, and those who can be called by now are called once more. */
export const planAgain = (round: CallRound, contacts: Contacts, occasion: Occasion): Changes =>
  changed(round, { ...given({ leftOut: judgedNow(round, contacts).leftOut }), skipped: [], againAt: occasion.now })

export const planCloseRound = (round: CallRound, occasion: Occasion): Changes => changed(round, { closedAt: occasion.now })
