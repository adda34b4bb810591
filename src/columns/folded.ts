// The texts of a dictionary in their plain form, as one long text: one look through it finds all that have a part in them.

/** Makes the plain form of a text. */
export type Clean = (text: string) => string

export type TextAsk =
  | { how: 'contains' | 'startsWith' | 'endsWith' | 'equals'; values: readonly string[] }
  /** Any other question is put to each text by itself. */
  | { how: 'test'; test: (text: string) => boolean }

/** Stands between two texts; no plain form has it. */
const between = '\n'

export class Folded {
  readonly #clean: Clean
  readonly #text: string
  /** Where each text begins; one more for the end. */
  readonly #starts: Uint32Array
  #came: string[] = []
  /** Texts with nothing in them. */
  readonly #blanks: number[] = []
  #signs: Set<string> | undefined

  constructor(clean: Clean, each: (visit: (value: string) => void) => void) {
    const texts: string[] = []
    each((value) => texts.push(clean(value)))
    this.#clean = clean
    this.#starts = new Uint32Array(texts.length + 1)
    for (let at = 0; at < texts.length; at++) {
      this.#starts[at + 1] = this.#starts[at]! + texts[at]!.length + 1
      if (texts[at] === '') this.#blanks.push(at)
    }
    this.#text = texts.join(between) + between
  }

  /** Those that came to the dictionary since; the ones that are known already stand at the front. */
  add(came: readonly string[]): void {
    for (let at = this.#came.length; at < came.length; at++) {
      const text = this.#clean(came[at]!)
      if (text === '') this.#blanks.push(this.size)
      this.#came.push(text)
      if (this.#signs) for (const sign of text) this.#signs.add(sign)
    }
  }

  get size(): number {
    return this.#starts.length - 1 + this.#came.length
  }

  value(code: number): string {
    const sealed = this.#starts.length - 1
    return code < sealed ? this.#text.slice(this.#starts[code], this.#starts[code + 1]! - 1) : (this.#came[code - sealed] ?? '')
  }

  /** Whether all signs of a word occur in these texts; where one does not, there is no need to look. */
  mayHold(word: string): boolean {
    this.#signs ??= signsOf([this.#text, ...this.#came])
    for (const sign of word) if (!this.#signs.has(sign)) return false
    return true
  }

  /** For each text yes or no. */
  table(ask: TextAsk): Uint8Array {
    const yes = new Uint8Array(this.size)
    if (ask.how === 'test') this.#testEach(ask.test, yes, 0)
    else {
      for (const value of ask.values) this.#find(ask.how, value, yes)
      this.#testEach((text) => ask.values.some((value) => holds(ask.how, text, value)), yes, this.#starts.length - 1)
    }
    return yes
  }

  /** Says of texts with nothing in them yes or no. */
  answerBlanks(yes: Uint8Array, answer: boolean): Uint8Array {
    for (const code of this.#blanks) yes[code] = answer ? 1 : 0
    return yes
  }

  #testEach(test: (text: string) => boolean, yes: Uint8Array, from: number): void {
    for (let code = from; code < yes.length; code++) if (test(this.value(code))) yes[code] = 1
  }

  #find(how: 'contains' | 'startsWith' | 'endsWith' | 'equals', value: string, yes: Uint8Array): void {
    if (how === 'contains') this.#contains(value, yes)
    else if (how === 'endsWith') this.#endsWith(value, yes)
    else this.#startsWith(value, yes, how === 'equals')
  }

  #contains(part: string, yes: Uint8Array): void {
    const text = this.#text
    const starts = this.#starts
    const size = starts.length - 1
    let code = 0
    let at = text.indexOf(part)
    while (at >= 0 && code < size) {
      code = this.#codeAt(at, code)
      yes[code] = 1
      at = text.indexOf(part, starts[++code])
    }
  }

  /** The text that has this place in it, looked for from `code` on in longer and longer strides. */
  #codeAt(place: number, code: number): number {
    const starts = this.#starts
    const size = starts.length - 1
    let low = code
    let stride = 1
    while (low + stride < size && starts[low + stride]! <= place) {
      low += stride
      stride <<= 1
    }
    let high = Math.min(size, low + stride)
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (starts[middle]! <= place) low = middle
      else high = middle
    }
    return low
  }

  #startsWith(value: string, yes: Uint8Array, whole: boolean): void {
    const text = this.#text
    const starts = this.#starts
    const first = value.charCodeAt(0)
    for (let code = 0; code < starts.length - 1; code++) {
      const start = starts[code]!
      if (text.charCodeAt(start) !== first || (whole && starts[code + 1]! - start - 1 !== value.length)) continue
      if (text.startsWith(value, start)) yes[code] = 1
    }
  }

  #endsWith(value: string, yes: Uint8Array): void {
    const text = this.#text
    const starts = this.#starts
    const last = value.charCodeAt(value.length - 1)
    for (let code = 0; code < starts.length - 1; code++) {
      const end = starts[code + 1]! - 1
      if (text.charCodeAt(end - 1) !== last || end - starts[code]! < value.length) continue
      if (text.startsWith(value, end - value.length)) yes[code] = 1
    }
  }

  bytes(): number {
    return this.#starts.byteLength
  }
}

function holds(how: 'contains' | 'startsWith' | 'endsWith' | 'equals', text: string, value: string): boolean {
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

function signsOf(texts: readonly string[]): Set<string> {
  const plain = new Uint8Array(128)
  const signs = new Set<string>()
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code < 128) plain[code] = 1
      else signs.add(String.fromCodePoint(text.codePointAt(at)!))
    }
  }
  for (let code = 0; code < 128; code++) if (plain[code] === 1) signs.add(String.fromCharCode(code))
  return signs
}
