// Filter expressions as the reference writes them: `1000..2000|3000`, `<>NL`, `@*bike*`, `(A*|B*)&<>*GmbH`. Read once, without a
// regular expression of the user's; what is wrong is told with its place. BC docs: Sorting, Searching, and Filtering Lists
import { exhaustive } from '../../base/never.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { DateField, NumberField, type ExpressionField } from '../../model/criteria.ts'
import type { Failure, FilterTrouble } from '../../model/failure.ts'
import { readFilterDay } from './filterDay.ts'
import { readFilterNumber } from './filterNumber.ts'

export type FilterFailure = Extract<Failure, { code: 'filter' }>

/** A value as it is written, without its quotes. `anyCase`: it had an @ before it. */
export interface FilterValue {
  text: string
  anyCase: boolean
}

export type Filter =
  | { kind: 'or'; items: Filter[] }
  | { kind: 'and'; items: Filter[] }
  /** The value itself, or what fits it where it has * or ? in it. */
  | { kind: 'is'; value: FilterValue }
  | { kind: 'isNot'; value: FilterValue }
  | { kind: '<'; value: FilterValue }
  | { kind: '<='; value: FilterValue }
  | { kind: '>'; value: FilterValue }
  | { kind: '>='; value: FilterValue }
  /** Both ends included; a missing one is open. */
  | { kind: 'range'; from?: FilterValue; to?: FilterValue }

type FilterKind = 'text' | 'number' | 'day'

export const isNumberField = (field: ExpressionField): field is NumberField => NumberField.options.some((option) => option === field)
export const isDateField = (field: ExpressionField): field is DateField => DateField.options.some((option) => option === field)

/** What values in an expression are read as. */
const filterKindOf = (field: ExpressionField): FilterKind => (isNumberField(field) ? 'number' : isDateField(field) ? 'day' : 'text')

/** Brackets stand in one another so deep, and no deeper. */
const deepest = 40

/** What an expression asks of a field, or what is wrong with it and where. `&` binds more tightly than `|`. */
export function readFilter(expression: string, field: ExpressionField): Result<Filter, FilterFailure> {
  try {
    return ok(new Reader(expression, filterKindOf(field)).whole())
  } catch (trouble) {
    if (trouble instanceof Trouble) return refuse(trouble.failure)
    throw trouble
  }
}

/** Ends the reading; it never leaves this file. */
class Trouble extends Error {
  readonly failure: FilterFailure
  constructor(why: FilterTrouble, at: number, part: string) {
    super(why)
    this.failure = { code: 'filter', why, at, part }
  }
}

const comparisons = ['<>', '<=', '>=', '<', '>', '='] as const
const blankSigns = /\s/

class Reader {
  #at = 0
  #depth = 0
  readonly #text: string
  readonly #kind: FilterKind

  constructor(text: string, kind: FilterKind) {
    this.#text = text
    this.#kind = kind
  }

  whole(): Filter {
    this.#blanks()
    if (this.#atEnd()) throw new Trouble('empty', 0, '')
    const filter = this.#joined('|')
    if (!this.#atEnd()) throw new Trouble(this.#sees(')') ? 'bracketNotOpened' : 'operatorMissing', this.#at, this.#sign())
    return filter
  }

  /** Terms in a row, those joined by & before those joined by |. */
  #joined(sign: '|' | '&'): Filter {
    const items: Filter[] = []
    do {
      const item = sign === '|' ? this.#joined('&') : this.#term()
      const kind = sign === '|' ? 'or' : 'and'
      // One by one: there may be more than fit into one call.
      for (const one of item.kind === kind ? item.items : [item]) items.push(one)
    } while (this.#takes(sign))
    const [first] = items
    return items.length === 1 && first ? first : { kind: sign === '|' ? 'or' : 'and', items }
  }

  #term(): Filter {
    this.#blanks()
    return this.#sees('(') ? this.#inBrackets() : this.#comparison()
  }

  #inBrackets(): Filter {
    const opened = this.#at
    if (++this.#depth > deepest) throw new Trouble('tooDeep', opened, '(')
    this.#at++
    const filter = this.#joined('|')
    if (!this.#takes(')'))
      throw this.#atEnd() ? new Trouble('bracketOpen', opened, '(') : new Trouble('operatorMissing', this.#at, this.#sign())
    this.#depth--
    this.#blanks()
    return filter
  }

  #comparison(): Filter {
    const sign = comparisons.find((one) => this.#sees(one))
    if (sign === undefined) return this.#valueOrRange()
    this.#at += sign.length
    this.#blanks()
    const start = this.#at
    const value = this.#value()
    if (this.#sees('..')) throw new Trouble('operatorMissing', this.#at, '..')
    if (sign !== '=' && sign !== '<>') this.#orders(value, start)
    return sign === '=' ? { kind: 'is', value } : sign === '<>' ? { kind: 'isNot', value } : { kind: sign, value }
  }

  #valueOrRange(): Filter {
    const start = this.#at
    const from = this.#sees('..') ? undefined : this.#value()
    if (!this.#takes('..')) return { kind: 'is', value: from ?? this.#value() }
    if (from) this.#orders(from, start)
    this.#blanks()
    const end = this.#at
    const to = this.#atEnd() || this.#seesOneOf('|&)') ? undefined : this.#value()
    if (to) this.#orders(to, end)
    if (!from && !to) throw new Trouble('valueMissing', end, '')
    if (this.#sees('..')) throw new Trouble('operatorMissing', this.#at, '..')
    return { kind: 'range', ...(from && { from }), ...(to && { to }) }
  }

  /** What stands in order has one place: a pattern has none. */
  #orders({ text }: FilterValue, at: number): void {
    if (/[*?]/.test(text)) throw new Trouble('wildcard', at, text)
  }

  #value(): FilterValue {
    const anyCase = this.#takes('@')
    const start = this.#at
    if (this.#endsValue()) throw new Trouble('valueMissing', start, '')
    let quoted = ''
    let bare = ''
    while (!this.#endsValue()) {
      // A quote within a word is a sign of the word: O'Neil.
      const opens = this.#sees("'") && (this.#at === start || '*?'.includes(this.#text.charAt(this.#at - 1)))
      if (opens) [quoted, bare] = [quoted + bare + this.#quoted(), '']
      else bare += this.#bareSign()
    }
    const text = quoted + bare.trimEnd()
    this.#fits(text, start)
    return { text, anyCase }
  }

  #endsValue(): boolean {
    return this.#atEnd() || this.#seesOneOf('|&)') || this.#atInterval()
  }

  #bareSign(): string {
    if (this.#seesOneOf('(=')) throw new Trouble('quoteNeeded', this.#at, this.#sign())
    return this.#text.charAt(this.#at++)
  }

  /** In single quotes every sign stands for itself, save * and ?; a quote is written twice. */
  #quoted(): string {
    const opened = this.#at++
    let text = ''
    for (;;) {
      const end = this.#text.indexOf("'", this.#at)
      if (end < 0) throw new Trouble('quoteOpen', opened, "'")
      text += this.#text.slice(this.#at, end)
      this.#at = end + 1
      if (!this.#sees("'")) return text
      text += "'"
      this.#at++
    }
  }

  /** Of more than two dots the last two are the interval: `1.12...` is from the 1.12. on. */
  #atInterval(): boolean {
    return this.#sees('..') && this.#text[this.#at + 2] !== '.'
  }

  #fits(text: string, at: number): void {
    switch (this.#kind) {
      case 'text':
        return
      case 'number':
        if (readFilterNumber(text) === undefined) throw new Trouble('notANumber', at, text)
        return
      case 'day':
        if (text !== '' && readFilterDay(text) === undefined) throw new Trouble('notADay', at, text)
        return
    }
    exhaustive(this.#kind)
  }

  #atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  #sees(sign: string): boolean {
    return this.#text.startsWith(sign, this.#at)
  }

  #seesOneOf(signs: string): boolean {
    return !this.#atEnd() && signs.includes(this.#sign())
  }

  #sign(): string {
    return this.#text.charAt(this.#at)
  }

  #takes(sign: string): boolean {
    this.#blanks()
    if (!this.#sees(sign)) return false
    this.#at += sign.length
    return true
  }

  #blanks(): void {
    while (!this.#atEnd() && blankSigns.test(this.#sign())) this.#at++
  }
}
