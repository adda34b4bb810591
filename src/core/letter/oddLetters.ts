// The letters worth a look before all of them are made: greetings that name nobody, fields that are blank where the others have something,
// letters abroad, in another language than wished for, for several people, with words of one's own, and much longer than the rest.
import type { LetterValue } from '../../model/letter.ts'
import type { Segment } from '../../model/segment.ts'
import { withheld } from '../contact/privacy.ts'
import { isGreetedNeutrally, meanings, type Asked, type FieldsOf } from '../interaction/lineProblems.ts'
import { fallsBack } from '../interaction/neutralGreeting.ts'
import type { Around, Effective } from '../segment/effective.ts'
import { placeOf } from './address.ts'
import { foundIn } from './oddLettersFound.ts'
import { oddKinds, type OddKind, type OddLetters, type SeenLetter } from './oddLetter.ts'
import { orderKeyOf, type LetterOrder } from './order.ts'
import { letterValues } from './values.ts'

const [formal, informal] = ['CALC_Formal_Salutation', 'CALC_Informal_Salutation']
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
      document: `${document.attachmentId} ${document.languageCode}`,
      key: orderKeyOf(lead),
      kinds: this.#kindsOf(lead, others),
      ...this.#merged(lead),
    })
  }

  /** @param language of the letters, by which they are put in order */
  found(order: LetterOrder, language: string | undefined): OddLetters {
    return foundIn(this.#letters, this.#without, order, language, this.#ourCountry)
  }

  #kindsOf(lead: Effective, others: readonly Effective[]): OddKind[] {
    const is: Record<OddKind, boolean> = {
      fallbackGreeting: [lead, ...others].some((line) => isGreetedNeutrally(line, this.#asked)),
      fallbackLanguage: lead.languageFellBack,
      foreign: this.#isForeign(lead),
      together: others.length > 0,
      ownText: hasOwnText(lead),
      emptyFields: false,
      longest: false,
    }
    return oddKinds.filter((kind) => is[kind])
  }

  #isForeign(line: Effective): boolean {
    const country = placeOf(line)?.countryCode.trim().toUpperCase() ?? ''
    return country !== '' && this.#ourCountry !== '' && country !== this.#ourCountry
  }

  /** What the fields of the document get. */
  #merged(line: Effective): Pick<SeenLetter, 'blank' | 'length' | 'greeting'> {
    const meant = this.#asked.meaningsOf(line)?.meant
    const values = letterValues(line, this.#asked.segment, this.#around)
    const greeting = wordsOf(values[meant && !meant.has(formal) && meant.has(informal) ? informal : formal])
    if (!meant) return { blank: [], length: 0, greeting }
    const blank: string[] = []
    let length = 0
    for (const name of meant) {
      const value = values[name]
      if (typeof value !== 'string') continue
      if (value.trim() === '') blank.push(name)
      length += value.length
    }
    return { blank, length, greeting }
  }
}

/** Words, a subject or a document for this one person. */
export const hasOwnText = ({ line }: Effective): boolean =>
  line.comment.trim() !== '' || line.document !== undefined || (line.own.subject ?? '').trim() !== ''
