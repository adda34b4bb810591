// The contacts whose letters are most likely to look wrong: those of whom least is known, whose names are longest or written with unusual
// signs, who live abroad, or whom nobody can greet by name. A document that looks right for them looks right for all.
import type { Day } from '../../base/day.ts'
import type { ContactId, TemplateId } from '../../model/ids.ts'
import type { Contact } from '../../model/contact.ts'
import type { LetterDocument } from '../../model/letter.ts'
import { SalutationKind } from '../../model/lists.ts'
import type { Segment } from '../../model/segment.ts'
import { withheld } from '../contact/privacy.ts'
import { nowhere } from '../interaction/oneContact.ts'
import { fallsBack, type FallsBack } from '../interaction/neutralGreeting.ts'
import { effective, type Around } from '../segment/effective.ts'
import { placeOf } from './address.ts'
import { isAbroad } from './addressRules.ts'
import { asPlainWords } from './valueKinds.ts'
import { greetingFields } from './fields.ts'
import { oftenBlank } from './oddLettersFound.ts'
import { letterValues } from './values.ts'

/** What makes a letter hard, the gravest first. */
export const hardKinds = ['blank', 'neutral', 'company', 'longest', 'signs', 'foreign'] as const
export type HardKind = (typeof hardKinds)[number]

export interface HardContact {
  contactId: ContactId
  name: string
  kinds: HardKind[]
  /** Fields of the document that are blank, where there are most of them. */
  blank: string[]
  /** Where she lives, where that is abroad; ISO 3166-1 code. */
  countryCode: string
}

interface Found extends Omit<HardContact, 'kinds'> {
  score: number
}

/** Signs that fonts, sorting or older programs stumble over. */
const unusual = /[&<>"'’`´|\\]|\p{Extended_Pictographic}|[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu
export class HardestSearch {
  readonly #around: Around
  readonly #header: Segment
  readonly #document: LetterDocument
  readonly #templateId: TemplateId
  readonly #fields: readonly string[]
  readonly #fallsBack: FallsBack
  readonly #best = new Map<HardKind, Found>()

  /** @param fields what the document asks for, by stable names @param today the day of the letters: addresses hold from day to day */
  constructor(around: Around, templateId: TemplateId, document: LetterDocument, fields: readonly string[], today: Day) {
    this.#around = around
    this.#header = { ...nowhere, day: today }
    this.#templateId = templateId
    this.#document = document
    this.#fields = fields.filter((name) => name !== 'Comment')
    this.#fallsBack = fallsBack(around.formulas)
  }

  look(contact: Contact): void {
    if (withheld(contact)) return
    const { languageCode } = this.#document
    const line = { lineNo: 1, contactId: contact.id, own: { templateId: this.#templateId, languageCode }, comment: '' }
    const resolved = effective(line, this.#header, this.#around)
    const values = letterValues(resolved, this.#header, this.#around)
    const said = this.#fields.map((name): [string, string] => [name, asPlainWords(values[name], (day) => day)])
    const blank = said.filter(([name, words]) => words.trim() === '' && !oftenBlank.has(name)).map(([name]) => name)
    const words = said.map(([, text]) => text).join(' ')
    const countryCode = placeOf(resolved)?.countryCode ?? ''
    const ours = this.#around.company?.countryCode ?? ''
    const abroad = ours !== '' && isAbroad(countryCode, ours.trim().toUpperCase())
    const scores: Record<HardKind, number> = {
      blank: blank.length,
      neutral: this.#isGreetedNeutrally(contact, resolved.company?.name ?? '') ? 1 : 0,
      company: contact.type === 'company' ? 1 : 0,
      longest: words.length,
      signs: new Set(words.match(unusual)).size,
      foreign: abroad ? 1 : 0,
    }
    for (const kind of hardKinds) {
      if (scores[kind] === 0 || scores[kind] <= (this.#best.get(kind)?.score ?? 0)) continue
      const where = abroad ? countryCode : ''
      this.#best.set(kind, { contactId: contact.id, name: contact.name, blank, countryCode: where, score: scores[kind] })
    }
  }

  /** Each contact once, with all that makes her letter hard. */
  found(): HardContact[] {
    const contacts = new Map<ContactId, HardContact>()
    for (const kind of hardKinds) {
      const found = this.#best.get(kind)
      if (!found) continue
      const { score: _, ...rest } = found
      const known = contacts.get(found.contactId) ?? { ...rest, kinds: [] }
      contacts.set(found.contactId, { ...known, kinds: [...known.kinds, kind] })
    }
    return [...contacts.values()]
  }

  #isGreetedNeutrally(contact: Contact, employer: string): boolean {
    if (contact.type === 'company') return false
    const used = SalutationKind.options.filter((kind) => this.#fields.includes(greetingFields[kind]))
    return used.some((kind) => this.#fallsBack(contact, employer, this.#document.languageCode, kind))
  }
}
