// The letters worth a look before all of them are made: greetings that name nobody, fields that are blank where the others have something,
// letters abroad, in another language than wished for, for several people, with words of one's own, and much longer than the rest.
import type { LetterValue } from '../../model/letter.ts'
import { SalutationKind } from '../../model/lists.ts'
import type { Segment } from '../../model/segment.ts'
import { withheld } from '../contact/privacy.ts'
import { isGreetedNeutrally, meanings, type Asked, type FieldsOf } from '../interaction/lineProblems.ts'
import { fallsBack } from '../interaction/neutralGreeting.ts'
import type { Around, Effective } from '../segment/effective.ts'
import { isAbroad } from './addressRules.ts'
import { peopleOf, placeTogether } from './addressTogether.ts'
import { channelOf } from './channel.ts'
import { greetingFields } from './fields.ts'
import { foundIn } from './oddLettersFound.ts'
import { oddKinds, type OddKind, type OddLetters, type SeenLetter } from './oddLetter.ts'
import { orderKeyTogether, type LetterOrder } from './order.ts'
import { severalGreeting } from './severalGreeting.ts'
import { letterValues } from './values.ts'
import type { Together } from './together.ts'
import { valuesTogether } from './valuesTogether.ts'

const wordsOf = (value: LetterValue | undefined): string => (typeof value === 'string' ? value : '')

/** Looks at the letters of a segment one by one. */
export class LetterSearch {
  readonly #around: Around
  readonly #asked: Asked
  readonly #ourCountry: string
  readonly #letters: SeenLetter[] = []
  readonly #without: number[] = []

  /** @param fieldsOf the fields of each document, as far as they are known */
  constructor(segment: Segment, around: Around, fieldsOf: FieldsOf) {
    this.#around = around
    this.#asked = { segment, fallsBack: fallsBack(around.formulas), meaningsOf: meanings(fieldsOf), lastWritten: () => undefined }
    this.#ourCountry = around.company?.countryCode.trim().toUpperCase() ?? ''
  }

  /** @param others who gets the letter together with the one that leads it */
  look(lead: Effective, others: readonly Effective[] = []): void {
    const { contact, document, line } = lead
    if (!contact || withheld(contact) || !document) {
      this.#without.push(line.lineNo, ...others.map((other) => other.line.lineNo))
      return
    }
    this.#letters.push({
      lineNo: line.lineNo,
      others: others.map((other) => other.line.lineNo),
      way: channelOf(lead, this.#asked.segment.lettersPer).is,
      document: `${document.attachmentId} ${document.languageCode}`,
      key: orderKeyTogether({ lead, others: [...others] }, this.#asked.segment.lettersPer),
      kinds: this.#kindsOf(lead, others),
      ...this.#merged(lead, others),
    })
  }

  /** @param language of the letters, by which they are put in order */
  found(order: LetterOrder, language: string | undefined): OddLetters {
    return foundIn(this.#letters, this.#without, order, language, this.#ourCountry)
  }

  #kindsOf(lead: Effective, others: readonly Effective[]): OddKind[] {
    const is: Record<OddKind, boolean> = {
      fallbackGreeting: this.#isGreetedNeutrally(lead, others),
      fallbackLanguage: lead.languageFellBack,
      foreign: this.#isForeign({ lead, others: [...others] }),
      together: others.length > 0,
      ownText: hasOwnText(lead),
      emptyFields: false,
      longest: false,
    }
    return oddKinds.filter((kind) => is[kind])
  }

  /** A letter for several greets all by name, or nobody. */
  #isGreetedNeutrally(lead: Effective, others: readonly Effective[]): boolean {
    if (others.length === 0) return isGreetedNeutrally(lead, this.#asked)
    const [people, language, employer] = [peopleOf({ lead, others: [...others] }), lead.languageCode.value, lead.company?.name ?? '']
    return this.#greetings(lead).some((kind) => severalGreeting(people, language, kind, this.#around.formulas, employer).fellBack)
  }

  /** How the document greets: formally where nobody knows. */
  #greetings(line: Effective): SalutationKind[] {
    const meant = this.#asked.meaningsOf(line)?.meant
    return meant ? SalutationKind.options.filter((kind) => meant.has(greetingFields[kind])) : ['formal']
  }

  #isForeign(letter: Together): boolean {
    const place = placeTogether(letter, this.#asked.segment.lettersPer)
    return place !== undefined && this.#ourCountry !== '' && isAbroad(place.countryCode, this.#ourCountry)
  }

  /** What the fields of the document get. What differs among several is no one's fault: theirs are as blank as those of who leads. */
  #merged(lead: Effective, others: readonly Effective[]): Pick<SeenLetter, 'blank' | 'length' | 'greeting'> {
    const { segment } = this.#asked
    const values = valuesTogether({ lead, others: [...others] }, segment, this.#around)
    const own = others.length > 0 ? letterValues(lead, segment, this.#around) : values
    const greeting = wordsOf(values[greetingFields[this.#greetings(lead)[0] ?? 'formal']])
    const blank: string[] = []
    let length = 0
    for (const name of this.#asked.meaningsOf(lead)?.meant ?? []) {
      if (typeof own[name] === 'string' && wordsOf(own[name]).trim() === '') blank.push(name)
      length += wordsOf(values[name]).length
    }
    return { blank, length, greeting }
  }
}

/** Words, a subject or a document for this one person. */
export const hasOwnText = ({ line }: Effective): boolean =>
  line.comment.trim() !== '' || line.document !== undefined || (line.own.subject ?? '').trim() !== ''
