// Resend: the letters of entries once more. Each gets a new entry of today that keeps its own letter; the old entries stay as they were.
// BC: Interaction/ResendAttachments.Report.al (there the old entry is used again unless the merge fields are updated)
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, EntryId } from '../../model/ids.ts'
import type { EntryLetter, InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { CorrespondenceType } from '../../model/parts.ts'
import type { LettersPer, Line, Segment } from '../../model/segment.ts'
import { unchanged, type Changes, type Requirement } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { activeAddress, contactAt } from '../contact/alternativeAddress.ts'
import { withheld, type Withheld } from '../contact/privacy.ts'
import { listsIn } from '../letter/lists.ts'
import { valuesTogether } from '../letter/valuesTogether.ts'
import { sharedBy } from '../letter/together.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'
import { deliveryOf, nowhere } from './oneContact.ts'

export interface ResendWish {
  /** Missing = as each entry says. */
  correspondenceType: CorrespondenceType | undefined
  /** The values of the letter as they are today, instead of those of that day. BC: "Update Merge Fields" */
  fresh: boolean
  /** Stands before the description, `Resend: `. */
  prefix: string
}

/** The letter of an entry as it went out, with the number of its segment. */
export interface SentLetter extends EntryLetter {
  segmentNo: string
}

export type NotResent = Withheld | 'erased' | 'noLetter' | 'cancelled' | 'contactGone' | 'noType' | 'noEmail'

export interface Resent {
  changes: Changes
  entryIds: EntryId[]
  /** How many were left out, by reason. */
  leftOut: Partial<Record<NotResent, number>>
}

/** Plans the new entries. Refused with `nothingToResend` when none of them can be sent again. @param cancelled with its segment or by itself */
export function planResend(
  entries: readonly InteractionLogEntry[],
  lettersOf: (entry: InteractionLogEntry) => SentLetter | undefined,
  cancelled: (entry: InteractionLogEntry) => boolean,
  around: Around,
  wish: ResendWish,
  occasion: Occasion,
): Result<Resent, Failure> {
  const leftOut: Resent['leftOut'] = {}
  const fresh: InteractionLogEntry[] = []
  const requires: Requirement[] = []
  const sheets = new Sheets()
  for (const entry of entries) {
    const letter = lettersOf(entry)
    const contact = around.contacts.get(entry.contactId)
    const type = wish.correspondenceType ?? entry.correspondenceType
    const reached = contact && contactAt(contact, activeAddress(contact, occasion.today))
    const against = cancelled(entry) ? 'cancelled' : (reasonAgainst(entry, letter, reached, type) ?? reasonOfOthers(letter, around))
    if (against) leftOut[against] = (leftOut[against] ?? 0) + 1
    else if (letter && contact && type) {
      fresh.push(sheets.once(entry, resent(entry, letter, type, { around, wish, occasion })))
      requires.push(unchanged('entries', entry), unchanged('contacts', contact))
    }
  }
  if (fresh.length === 0) return refuse({ code: 'nothingToResend', count: entries.length })
  return ok({ changes: { put: { entries: fresh }, remove: {}, requires }, entryIds: fresh.map(({ id }) => id), leftOut })
}

/** A letter for several is one sheet: of those chosen together the first has it to print; the others keep it to look at. */
class Sheets {
  readonly #known = new Set<string>()

  once(before: InteractionLogEntry, entry: InteractionLogEntry): InteractionLogEntry {
    const { delivery, letter, ...rest } = entry
    if (delivery !== 'toPrint' || !letter?.together) return entry
    const sheet = JSON.stringify([before.loggedSegmentId, before.loggedAt, letter])
    if (this.#known.has(sheet)) return { ...rest, letter }
    this.#known.add(sheet)
    return entry
  }
}

function reasonAgainst(
  { erased, letterErased, deletedContactId }: InteractionLogEntry,
  letter: SentLetter | undefined,
  contact: Contact | undefined,
  type: CorrespondenceType | undefined,
): NotResent | undefined {
  if (erased ?? letterErased) return 'erased'
  // What happened with somebody who was deleted stands with her company, who never got it.
  if (deletedContactId !== undefined) return 'contactGone'
  if (!letter) return 'noLetter'
  if (!contact) return 'contactGone'
  const reason = withheld(contact)
  if (reason) return reason
  if (!type) return 'noType'
  return type === 'email' && contact.email.trim() === '' ? 'noEmail' : undefined
}

/** A letter for several is not sent again when one of them is gone, or may not be written to. */
function reasonOfOthers(letter: SentLetter | undefined, { contacts }: Around): NotResent | undefined {
  for (const id of letter?.together?.contactIds ?? []) {
    const contact = contacts.get(id)
    const reason = contact ? withheld(contact) : 'contactGone'
    if (reason) return reason
  }
  return undefined
}

interface Resending {
  around: Around
  wish: ResendWish
  occasion: Occasion
}

/** It stands in the log by itself: the logged segment stays as it was, with as many entries as it had. */
function resent(
  entry: InteractionLogEntry,
  { segmentNo, ...letter }: SentLetter,
  correspondenceType: CorrespondenceType,
  { around, wish, occasion }: Resending,
): InteractionLogEntry {
  const { rev: _, id: __, loggedSegmentId: ___, campaignEntryId: ____, ...same } = withoutAnswers(entry)
  // An e-mail goes to one person.
  const asked = correspondenceType === 'email' ? { ...letter, together: undefined } : letter
  const now = wish.fresh ? resolvedToday(entry, asked, segmentNo, around, occasion) : undefined
  const description = entry.description.startsWith(wish.prefix) ? entry.description : `${wish.prefix}${entry.description}`
  return {
    ...withAddress(same, now ? now.alternativeAddress : same.alternativeAddress),
    ...{ rev: 0, id: occasion.nextId<EntryId>(), day: occasion.today, description },
    ...{ correspondenceType, delivery: deliveryOf(correspondenceType), letter: now?.letter ?? letter },
    ...{ comments: [], attemptFailed: false, cancelled: false, loggedBy: occasion.user, loggedAt: occasion.now },
  }
}

/** What happened after the letter before says nothing of this one. */
function withoutAnswers(entry: InteractionLogEntry): InteractionLogEntry {
  const { evaluation: _, respondedDay: __, time: ___, contactVia: ____, cancelReason: _____, ...rest } = entry
  return rest
}

function withAddress<E extends { alternativeAddress?: string | undefined }>(
  entry: E,
  code: string | undefined,
): Omit<E, 'alternativeAddress'> {
  const { alternativeAddress: _, ...rest } = entry
  return code === undefined ? rest : { ...rest, alternativeAddress: code }
}

/** The values of the same document as they are today, of all who get the letter, and the address that holds today. */
function resolvedToday(entry: InteractionLogEntry, letter: EntryLetter, segmentNo: string, around: Around, occasion: Occasion) {
  const { salespersonId, campaignId, templateId, languageCode, subject, description, comment } = entry
  const { attachmentId, mapping, together } = letter
  const header: Segment = { ...nowhere, no: segmentNo, description, day: occasion.today, subject, ...given({ lettersPer: together?.per }) }
  const lineOf = (contactId: ContactId): Line => ({
    ...{ lineNo: 1, contactId, comment },
    own: given({ salespersonId, campaignId, templateId, subject, languageCode: languageCode ?? letter.languageCode }),
    document: { languageCode: letter.languageCode, attachmentId, fileName: '', subject: '', mapping, lists: listsIn(letter.values) },
  })
  const hers = effective(lineOf(entry.contactId), header, around)
  const [lead = hers, ...others] = stillTogether(
    hers,
    together?.contactIds.map((id) => effective(lineOf(id), header, around)) ?? [],
    together?.per,
  )
  const values = valuesTogether({ lead, others }, header, around)
  const { together: _, ...same } = letter
  const contactIds = [lead, ...others].map(({ line }) => line.contactId)
  const now: EntryLetter = { ...same, values, ...(together && others.length > 0 && { together: { ...together, contactIds } }) }
  return { letter: now, alternativeAddress: hers.alternativeAddress.value?.code }
}

/** Who moved away since gets no letter where she was. */
function stillTogether(hers: Effective, people: readonly Effective[], per: LettersPer | undefined): Effective[] {
  const place = per && sharedBy(hers, per)
  return place ? people.filter((line) => sharedBy(line, per) === place) : [hers]
}
