// The texts of a dictionary in their plain form, as one long text: one look through it finds all that have a part in them.
import type { TextHow } from '../core/criteria/textAsk.ts'
import { placeAfter } from './places.ts'

/** Makes the plain form of a text. */
export type Clean = (text: string) => string

export type FoldedAsk =
  | { how: TextHow; values: readonly string[] }
  /** Any other question is put to each text by itself. */
  | { how: 'test'; test: (text: string) => boolean }

/** Stands between two texts; no plain form has it. */
const between = '\n'
/** The beginning of every second text is kept. */
const step = 2
export class Folded {
  readonly #clean: Clean
  readonly #text: string
  readonly #size: number
  readonly #starts: Uint32Array
  readonly #came: string[] = []
  /** Texts with nothing in them. */
  readonly #blanks: number[] = []
  /** Which signs occur, as far as that was asked. */
  readonly #signs = new Map<string, boolean>()

  constructor(clean: Clean, values: Iterable<string>) {
    const texts: string[] = []
    for (const value of values) texts.push(clean(value))
    this.#clean = clean
    this.#size = texts.length
    this.#starts = new Uint32Array(Math.ceil(texts.length / step) + 1)
    let start = between.length
    for (let at = 0; at < texts.length; at++) {
      if (at % step === 0) this.#starts[at / step] = start
      start += texts[at]!.length + 1
      if (texts[at] === '') this.#blanks.push(at)
    }
    this.#starts[this.#starts.length - 1] = start
    this.#text = between + texts.join(between) + between
  }

  /** Those that came to the dictionary since; the ones that are known already stand at the front. */
  add(came: readonly string[]): void {
    for (let at = this.#came.length; at < came.length; at++) {
      const text = this.#clean(came[at]!)
      if (text === '') this.#blanks.push(this.size)
      this.#came.push(text)
      for (const sign of text) this.#signs.set(sign, true)
    }
  }

  get size(): number {
    return this.#size + this.#came.length
  }

  /** The plain form of one text. */
  value(code: number): string {
    if (code >= this.#size) return this.#came[code - this.#size] ?? ''
    const text = this.#text
    let start = this.#starts[Math.floor(code / step)]!
    for (let at = code % step; at > 0; at--) start = text.indexOf(between, start) + between.length
    return text.slice(start, text.indexOf(between, start))
  }

  /** Whether all signs of a word occur in these texts; where one does not, there is no need to look. */
  mayHold(word: string): boolean {
    for (const sign of word) {
      let occurs = this.#signs.get(sign)
      if (occurs === undefined)
        this.#signs.set(sign, (occurs = this.#text.includes(sign) || this.#came.some((text) => text.includes(sign))))
      if (!occurs) return false
    }
    return true
  }

  /** For each text yes or no. */
  table(ask: FoldedAsk): Uint8Array {
    return ask.how === 'test' ? this.#tested(ask.test) : this.#looked(ask.how, ask.values)
  }

  /** Says of texts with nothing in them yes or no. */
  answerBlanks(yes: Uint8Array, answer: boolean): Uint8Array {
    for (const code of this.#blanks) yes[code] = answer ? 1 : 0
    return yes
  }

  #tested(test: (text: string) => boolean): Uint8Array {
    const yes = new Uint8Array(this.size)
    let start = between.length
    for (let code = 0; code < this.#size; code++) {
      const end = this.#text.indexOf(between, start)
      if (test(this.#text.slice(start, end))) yes[code] = 1
      start = end + 1
    }
    for (const [at, text] of this.#came.entries()) if (test(text)) yes[this.#size + at] = 1
    return yes
  }

  #looked(how: TextHow, values: readonly string[]): Uint8Array {
    const yes = new Uint8Array(this.size)
    for (const value of values) this.#find(how, value, yes)
    for (const [at, text] of this.#came.entries()) if (values.some((value) => holds(how, text, value))) yes[this.#size + at] = 1
    return yes
  }

  #find(how: TextHow, value: string, yes: Uint8Array): void {
    const text = this.#text
    const starts = this.#starts
    const blocks = starts.length - 1
    const lead = how === 'startsWith' || how === 'equals' ? between : ''
    const part = lead + value + (how === 'endsWith' || how === 'equals' ? between : '')
    let block = 0
    for (let at = text.indexOf(part); at >= 0;) {
      const place = at + lead.length
      block = placeAfter(starts, place, block, blocks)
      const middle = text.indexOf(between, starts[block])
      const first = middle >= place
      yes[first ? block * step : block * step + 1] = 1
      // Once in a text is enough.
      at = text.indexOf(part, first ? middle : starts[block + 1]! - between.length)
    }
  }

  bytes(): number {
    return this.#starts.byteLength
  }
}

function holds(how: TextHow, text: string, value: string): boolean {
  switch (how) {
    case 'contains':
      return text.includes(value)
    case 'startsWith':
      return text.startsWith(value)
    case 'endsWith':
      return text.endsWith(value)
    case 'equals':
      return text === value
  }
}
