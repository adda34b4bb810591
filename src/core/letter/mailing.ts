// Who gets a label, an envelope or a cover sheet, with which address and in which order; and who gets none, and why.
import type { Day } from '../../base/day.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { LettersPer } from '../../model/segment.ts'
import type { CompanyInformation } from '../../model/settings.ts'
import { withheld } from '../contact/privacy.ts'
import { emptyContact } from '../contact/edit.ts'
import type { Effective } from '../segment/effective.ts'
import { linesAt } from './address.ts'
import { addressTogether, isReachedByPost, placeTogether } from './addressTogether.ts'
import { channelOf } from './channel.ts'
import { lettersInOrder, type LetterOrder } from './order.ts'
import { lettersTogether, placesTogether, sharedBy, type Together } from './together.ts'

export interface MailWishes {
  /** Whoever gets a printed letter, or everybody who can be reached by post. */
  whom: 'print' | 'all'
  /** One for each person, or one for all of a household or company. */
  per: LettersPer | 'person'
  order: LetterOrder
}

/** One address, and whose it is. */
export interface Addressed {
  /** Of its people, the first leads. */
  lineNos: number[]
  name: string
  /** As the post wants it. */
  lines: string[]
  /** Where it goes; blank: to our own country. */
  country: string
  /** Of the letter. */
  language: LetterLanguage | undefined
  /** Of the letter. */
  day: Day
  /** Words for each of them who has some. */
  comment: string
}

export type NotAddressed = 'notPrinted' | 'noAddress' | 'privacyBlocked' | 'minor' | 'contactGone'

/** Lines for which nothing comes out, by the reason. */
export interface LeftOutMail<Why = NotAddressed> {
  why: Why
  people: { lineNo: number; name: string }[]
}

export interface Mailing {
  to: Addressed[]
  leftOut: LeftOutMail[]
}

/** @param company our own: its country is left out, its language sorts @param lettersPer who gets a letter together */
export function mailing(
  lines: readonly Effective[],
  wishes: MailWishes,
  company: CompanyInformation | undefined,
  lettersPer?: LettersPer,
): Mailing {
  const leftOut = new LeftOutList<NotAddressed>()
  const reached = lines.filter((line) => {
    const why = whyNot(line, wishes, lettersPer)
    if (why) leftOut.add(why, line.line.lineNo, line.contact?.name ?? '')
    return !why
  })
  const country = company?.countryCode ?? ''
  const per = wishes.per === 'person' ? undefined : wishes.per
  const letters = lettersInOrder(sharing(reached, wishes.whom, per), per, wishes.order, reached[0]?.languageCode.value, country)
  return { to: letters.map((letter) => addressed(letter, per, country)), leftOut: leftOut.all }
}

/** Who shares a letter has one label for it; where there need be no letter, all who share a letter box or a company have one for a parcel. */
function sharing(lines: readonly Effective[], whom: MailWishes['whom'], per: LettersPer | undefined): Together[] {
  if (whom === 'print' || !per) return lettersTogether(lines, per)
  const places = placesTogether(lines.length, (at) => sharedBy(lines[at]!, per))
  return places.map(([lead = 0, ...others]) => ({ lead: lines[lead]!, others: others.map((at) => lines[at]!) }))
}

function whyNot(line: Effective, { whom, per }: MailWishes, lettersPer: LettersPer | undefined): NotAddressed | undefined {
  if (!line.contact) return 'contactGone'
  const reason = withheld(line.contact)
  if (reason) return reason
  if (!isReachedByPost(line, per === 'person' ? undefined : per)) return 'noAddress'
  return whom === 'print' && channelOf(line, lettersPer).is !== 'print' ? 'notPrinted' : undefined
}

function addressed(letter: Together, per: LettersPer | undefined, country: string): Addressed {
  const { lead } = letter
  const people = [lead, ...letter.others].map(({ line }) => line)
  const language = lead.document?.languageCode || lead.languageCode.value
  return {
    lineNos: people.map(({ lineNo }) => lineNo),
    name: lead.contact?.name ?? '',
    lines: addressTogether(letter, per, country, language),
    country: placeTogether(letter, per)?.countryCode ?? '',
    language,
    day: lead.day.value,
    comment: people
      .map(({ comment }) => comment.trim())
      .filter(Boolean)
      .join('\n'),
  }
}

/** Gathers people by the reason for which they are left out. */
export class LeftOutList<Why> {
  readonly #people = new Map<Why, LeftOutMail['people']>()

  add(why: Why, lineNo: number, name: string): void {
    const people = this.#people.get(why) ?? []
    people.push({ lineNo, name })
    this.#people.set(why, people)
  }

  get all(): LeftOutMail<Why>[] {
    return [...this.#people].map(([why, people]) => ({ why, people }))
  }
}

/** Our own name and address, as it stands on an envelope; with our country where it goes abroad, or it would not find its way back. */
export function senderLines(company: CompanyInformation | undefined, to?: Pick<Addressed, 'country' | 'language'>): string[] {
  if (!company) return []
  const { name, address, address2, postCode, city, county, countryCode } = company
  const place = { ...emptyContact('company'), address, address2, postCode, city, county, countryCode }
  return linesAt(place, { people: [], company: [name] }, to?.country.trim() || countryCode, to?.language)
}
