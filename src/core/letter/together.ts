// One letter for several people: for all who share a letter box, or for all of one company. Together are only those whose letters say
// the same but for the name: by the same document in the same language, of the same day, from the same salesperson. Whoever has words,
// a document or an address of her own gets a letter of her own.
import type { Contact } from '../../model/contact.ts'
import type { LettersPer } from '../../model/segment.ts'
import { withheld } from '../contact/privacy.ts'
import type { Effective } from '../segment/effective.ts'
import { companyInAddress, mailPlace, placeOf } from './address.ts'
import { boxOf } from './letterBox.ts'

/** A letter and whom it is for: the first of them on the list leads it. */
export interface Together {
  lead: Effective
  others: Effective[]
}

/**
 * Who gets a letter together. Every line is in exactly one, also one that gets no letter at all; letters and the people of each stand in
 * the order given. Ask it of the lines as the list has them, and put the letters in order by their leads: so the same people
 * stand in the same order in a letter, however the letters are sorted.
 */
export function lettersTogether(lines: readonly Effective[], per: LettersPer | undefined): Together[] {
  const places = placesTogether(lines.length, (at) => keyTogether(lines[at]!, per))
  return places.map(([lead = 0, ...others]) => ({ lead: lines[lead]!, others: others.map((at) => lines[at]!) }))
}

/** The same by places, for lists of which not every line can be kept in memory. @param keyAt blank = alone */
export function placesTogether(count: number, keyAt: (at: number) => string): number[][] {
  const letters: number[][] = []
  const shared = new Map<string, number[]>()
  for (let at = 0; at < count; at++) {
    const key = keyAt(at)
    const known = key === '' ? undefined : shared.get(key)
    if (known) known.push(at)
    else {
      const letter = [at]
      letters.push(letter)
      if (key !== '') shared.set(key, letter)
    }
  }
  return letters
}

/** Counts letters and who shares one, line by line. */
export class SharedLetters {
  /** How many lines each letter has so far. */
  readonly #lines = new Map<string, number>()
  readonly #per: LettersPer | undefined
  #people = 0

  constructor(per: LettersPer | undefined) {
    this.#per = per
  }

  /** Whether this line leads a letter: hers alone, or the first of several. */
  leads(line: Effective): boolean {
    const key = line.document ? keyTogether(line, this.#per) : ''
    if (key === '') return true
    const before = this.#lines.get(key) ?? 0
    this.#lines.set(key, before + 1)
    if (before > 0) this.#people += before === 1 ? 2 : 1
    return before === 0
  }

  /** Who gets a letter together with others. */
  get people(): number {
    return this.#people
  }
}

/** Lines with the same key share a letter; blank: she gets one of her own, or none. */
export function keyTogether(line: Effective, per: LettersPer | undefined): string {
  if (!per || !mayShare(line)) return ''
  const whom = sharedBy(line, per)
  return whom === '' ? '' : `${whom}\n${saidAlike(line)}`
}

/** The letter box or company that a line shares; blank: none. */
export const sharedBy = (line: Effective, per: LettersPer): string => (per === 'household' ? householdOf(line) : companyOfLetter(line))

/** Only letters on paper are shared: an e-mail goes to one person's own address. */
function mayShare({ contact, line, correspondenceType }: Effective): boolean {
  if (!contact || withheld(contact) || correspondenceType.value === 'email') return false
  return line.comment.trim() === '' && line.document === undefined
}

/** Where somebody lives or works as far as letters go, at her own address: with the same one they are one household; blank: no address. */
export function homeOf(contact: Contact, company: Contact | undefined): string {
  const box = boxOf(mailPlace(contact, company))
  return box === '' ? '' : `${box} ${company?.id ?? ''}`
}

/** The letter box, and the company that stands in the address: two companies in one house are two. */
function householdOf(line: Effective): string {
  const place = placeOf(line)
  const box = place ? boxOf(place) : ''
  return box === '' ? '' : `${box} ${companyInAddress(line)?.id ?? ''}`
}

/** The company and where its letter goes; whoever is reached elsewhere just now gets her letter there. */
function companyOfLetter(line: Effective): string {
  const company = companyInAddress(line)?.id
  const place = company && companyPlaceOf(line)
  const box = place ? boxOf(place) : ''
  return box === '' ? '' : `${box} ${company}`
}

/** Where a letter for all of a company goes: to its own address if it has one, whatever the people's own. */
const companyPlaceOf = (line: Effective) => (line.company && boxOf(line.company) !== '' ? line.company : placeOf(line))

/** What the letters say but for the name. */
function saidAlike({ document, template, languageCode, subject, description, day, salesperson, campaign, correspondenceType }: Effective) {
  return [
    ...[document?.attachmentId, document?.languageCode, template.value?.id, languageCode.value, correspondenceType.value],
    ...[day.value, salesperson.value?.id, campaign.value?.id, subject.value, description.value],
  ].join('\n')
}
