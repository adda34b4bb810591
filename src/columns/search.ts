// Free text: contacts that bear every word, each anywhere in what they can be found by. Who types on asks for a longer word: it is looked for
// only in the texts that the shorter one was found in.
import { bearsAll, searchKey, wordsOf } from '../base/fold.ts'
import { typedDigits } from '../core/contact/phones.ts'
import { foldOf } from '../core/criteria/textAsk.ts'
import type { Contact } from '../model/contact.ts'
import type { Bitmap } from './answers.ts'
import { addTo, and, keepIn } from './bitmap.ts'
import { extraText, type OwnText } from './columns.ts'
import type { Evaluator } from './evaluate.ts'
import type { TextColumn } from './textColumn.ts'

const plainFields: readonly OwnText[] = [
  ...(['name', 'name2', 'title', 'no', 'formerNos', 'email', 'email2', 'address', 'postCode', 'city'] as const),
]
const numberFields = ['phone', 'mobilePhone', 'fax'] as const
const bareNumber = foldOf('phone')

/** Of fewer digits typed it cannot be said that they are a telephone number: they may be a post code with its nought. */
const leastDigits = 5

/** The digits of a text that is a telephone number as a whole, as a telephone shows it: 0221 569445 is +49 221 569445. */
function numberTyped(text: string): string | undefined {
  const digits = typedDigits(text)
  return digits !== undefined && digits.length >= leastDigits ? digits : undefined
}

/** Whether a contact is found by a text; the index answers as if each were asked this. */
export function isFoundBy(contact: Contact, companyName: string, text: string): boolean {
  const digits = numberTyped(text)
  return (
    bearsAll(searchTextOf(contact, companyName), wordsOf(text)) ||
    (digits !== undefined && numberFields.some((field) => bareNumber(contact[field] ?? '').includes(digits)))
  )
}

/** All that a contact is found by, as one text; each word is looked for in it. */
export function searchTextOf(contact: Contact, companyName: string): string {
  const { name, name2, no, email, phone, mobilePhone, address, postCode, city } = contact
  const [title, formerNos, email2, fax] = (['title', 'formerNos', 'email2', 'fax'] as const).map((field) => extraText(contact, field))
  const numbers = [phone, mobilePhone, fax].map((number = '') => `${number} ${bareNumber(number)}`)
  return searchKey([name, name2, title, companyName, no, formerNos, email, email2, ...numbers, address, postCode, city].join(' '))
}

/** How a field is looked through: telephone numbers also without the signs between the digits. */
interface Look {
  field: OwnText
  how: 'written' | 'bare'
}
const looks: readonly Look[] = [
  ...plainFields.map((field) => ({ field, how: 'written' }) as const),
  ...numberFields.flatMap((field) => (['bare', 'written'] as const).map((how) => ({ field, how }))),
]

interface Found {
  bits: Bitmap
  /** The few texts that bear the word, by their codes, for each way of looking; nothing where there are many. */
  texts: readonly (Uint32Array | undefined)[]
}

/** So many words are remembered. */
const kept = 24
/** So many times as long takes a text that is asked for by itself. */
const singly = 16
const signs = /[()/.-]/
const none = new Uint32Array(0)
/** Stands before digits that are looked for in telephone numbers only; no word has it. */
const inNumbers = '\n'

export class Search {
  readonly #evaluator: Evaluator
  readonly #known = new Map<string, Found>()

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator
  }

  /** After any change. */
  forget(): void {
    this.#known.clear()
  }

  /** What the first search would make, a field at a time. */
  get preparations(): (() => void)[] {
    const { texts } = this.#evaluator.columns.parts
    return looks.map((look) => () => void (isLookedFor('/', look, texts[look.field]) && bears('?', look, texts[look.field])))
  }

  /** Those who bear every word of the text, or whose telephone number it is. */
  bearing(text: string): Bitmap {
    const { everybody } = this.#evaluator
    const found: Bitmap = everybody.slice()
    for (const word of new Set(wordsOf(text))) keepIn(found, this.#word(word).bits)
    const digits = numberTyped(text)
    return digits === undefined ? found : addTo(found, and(everybody, this.#word(inNumbers + digits).bits))
  }

  #word(word: string): Found {
    const known = this.#known.get(word)
    const found = known ?? this.#look(word, this.#part(word))
    this.#known.delete(word)
    this.#known.set(word, found)
    if (this.#known.size > kept) this.#known.delete(this.#known.keys().next().value!)
    return found
  }

  /** The longest word that was looked for and is part of this one. */
  #part(word: string): Found | undefined {
    let longest = ''
    for (const known of this.#known.keys()) if (known.length > longest.length && word.includes(known)) longest = known
    return this.#known.get(longest)
  }

  #look(asked: string, part: Found | undefined): Found {
    const { columns, derived } = this.#evaluator
    const isNumberOnly = asked.startsWith(inNumbers)
    const word = isNumberOnly ? asked.slice(inNumbers.length) : asked
    const bits: Bitmap = new Uint32Array(columns.words)
    const texts = looks.map((look, at) => {
      const column = columns.parts.texts[look.field]
      if (isNumberOnly ? look.how !== 'bare' : !isLookedFor(word, look, column)) return undefined
      const before = part?.texts[at]
      const yes = before ? among(before, word, look, column) : bears(word, look, column)
      if (!yes) return none
      const rows = column.rows(yes, columns.words)
      if (look.field === 'name') addTo(bits, derived.ofCompanies(rows))
      addTo(bits, rows)
      return fewOf(yes)
    })
    return { bits, texts }
  }
}

/** Where there are no other spellings, what has no signs between its digits is found in the bare number, if at all. */
const isLookedFor = (word: string, { field, how }: Look, { texts }: TextColumn) =>
  how === 'bare' || !isNumber(field) || signs.test(word) || texts.hasSpellings

const isNumber = (field: OwnText) => (numberFields as readonly OwnText[]).includes(field)

/** For each text of the column whether it bears the word; nothing when it is plain that none does. */
function bears(word: string, { how }: Look, { texts }: TextColumn): Uint8Array | undefined {
  if (how === 'written') return texts.bearing(word)
  const bare = texts.folded(bareNumber)
  return bare.mayHold(word) ? bare.table({ how: 'contains', values: [word] }) : undefined
}

/** The same where only these can bear it. */
function among(codes: Uint32Array, word: string, { how }: Look, { texts }: TextColumn): Uint8Array | undefined {
  const bare = how === 'bare' ? texts.folded(bareNumber) : undefined
  const yes = new Uint8Array(texts.size)
  let isAny = false
  for (const code of codes) {
    if (!(bare ? bare.value(code).includes(word) : texts.bears(code, word))) continue
    yes[code] = 1
    isAny = true
  }
  return isAny ? yes : undefined
}

/** Those said yes to, if they are few. */
function fewOf(yes: Uint8Array): Uint32Array | undefined {
  const few = new Uint32Array(Math.ceil(yes.length / singly))
  let size = 0
  for (let code = yes.indexOf(1); code >= 0; code = yes.indexOf(1, code + 1)) {
    if (size === few.length) return undefined
    few[size++] = code
  }
  return few.slice(0, size)
}
