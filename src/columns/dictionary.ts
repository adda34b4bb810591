// The distinct texts of a column. Those it was built with stand one after the other in few bytes and are read when they are first asked
// for; those that came since stand beside them. Questions are put to texts in their plain form.
import { fold, searchKey } from '../base/fold.ts'
import { Folded, type Clean } from './folded.ts'

/** Of so many texts each is known by a map, so that none is put in twice; of more only those that came since. */
const fewEnough = 20_000
/** The place is kept of every text whose number this divides. */
const step = 16

// eslint-disable-next-line no-control-regex
const beyondAscii = /[^\x00-\x7f]/

export interface SealedTexts {
  bytes: Uint8Array
  lengths: Uint8Array | Uint16Array | Uint32Array
}

export class TextDictionary {
  #sealed: SealedTexts
  #places: Uint32Array
  #text: string | undefined
  #came: string[]
  #codes: Map<string, number> | undefined
  readonly #folded = new Map<Clean, Folded>()
  #spelled: { codes: number[]; texts: Folded; size: number } | undefined

  /** The first text is the blank one. */
  constructor(sealed?: SealedTexts) {
    this.#sealed = sealed ?? { bytes: new Uint8Array(0), lengths: new Uint8Array(0) }
    this.#places = placesOf(this.#sealed.lengths)
    this.#came = sealed ? [] : ['']
  }

  get size(): number {
    return this.#sealed.lengths.length + this.#came.length
  }

  value(code: number): string {
    const { lengths } = this.#sealed
    if (code >= lengths.length) return this.#came[code - lengths.length] ?? ''
    let start = this.#places[Math.floor(code / step)] ?? 0
    for (let at = code - (code % step); at < code; at++) start += lengths[at]!
    return this.#whole().slice(start, start + lengths[code]!)
  }

  /** Its code; a text that is new gets one. */
  codeOf(value: string): number {
    if (value === '') return 0
    this.#codes ??= this.#known()
    const known = this.#codes.get(value)
    if (known !== undefined) return known
    const code = this.size
    this.#came.push(value)
    this.#codes.set(value, code)
    return code
  }

  #known(): Map<string, number> {
    const codes = new Map<string, number>()
    const first = this.#sealed.lengths.length
    if (first <= fewEnough) this.eachSealed((value, code) => codes.set(value, code))
    for (const [at, value] of this.#came.entries()) codes.set(value, first + at)
    return codes
  }

  #whole(): string {
    return (this.#text ??= new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#sealed.bytes))
  }

  eachSealed(visit: (value: string, code: number) => void): void {
    const text = this.#whole()
    const { lengths } = this.#sealed
    for (let code = 0, at = 0; code < lengths.length; code++) {
      const end = at + lengths[code]!
      visit(text.slice(at, end), code)
      at = end
    }
  }

  eachValue(visit: (value: string, code: number) => void): void {
    this.eachSealed(visit)
    for (const [at, value] of this.#came.entries()) visit(value, this.#sealed.lengths.length + at)
  }

  /** All texts in a plain form, made when it is first asked for. */
  folded(clean: Clean): Folded {
    let folded = this.#folded.get(clean)
    if (!folded) {
      folded = new Folded(clean, (visit) => this.eachSealed(visit))
      this.#folded.set(clean, folded)
    }
    folded.add(this.#came)
    return folded
  }

  /** Texts that bear a word in their plain form, or spelled with `oe` for `ö`; nothing when it is plain that none does. */
  bearing(word: string): Uint8Array | undefined {
    const plain = this.folded(fold)
    const spelled = this.#spellings()
    const ask = { how: 'contains', values: [word] } as const
    const isSpelled = spelled.codes.length > 0 && spelled.texts.mayHold(word)
    if (!plain.mayHold(word)) {
      if (!isSpelled) return undefined
    }
    const yes = plain.table(ask)
    if (isSpelled) for (const [at, bears] of spelled.texts.table(ask).entries()) if (bears === 1) yes[spelled.codes[at]!] = 1
    return yes
  }

  get hasSpellings(): boolean {
    return this.#spellings().codes.length > 0
  }

  /** The few texts that can be found by another spelling as well. */
  #spellings() {
    if (this.#spelled?.size === this.size) return this.#spelled
    const codes: number[] = []
    const texts: string[] = []
    this.eachValue((value, code) => {
      if (!beyondAscii.test(value)) return
      const key = searchKey(value)
      if (key === fold(value)) return
      codes.push(code)
      texts.push(key)
    })
    const keys = new Folded(
      (text) => text,
      (visit) => texts.forEach(visit),
    )
    return (this.#spelled = { codes, texts: keys, size: this.size })
  }

  sealed(): SealedTexts {
    if (this.#came.length === 0) return this.#sealed
    const values: string[] = []
    this.eachValue((value) => values.push(value))
    return sealedTexts(values)
  }

  bytes(): number {
    let sum = this.#sealed.bytes.byteLength + this.#sealed.lengths.byteLength + this.#places.byteLength
    for (const folded of this.#folded.values()) sum += folded.bytes()
    return sum
  }
}

export function sealedTexts(values: readonly string[]): SealedTexts {
  let longest = 0
  for (const value of values) longest = Math.max(longest, value.length)
  const lengths =
    longest < 0x100 ? new Uint8Array(values.length) : longest < 0x10000 ? new Uint16Array(values.length) : new Uint32Array(values.length)
  for (let at = 0; at < values.length; at++) lengths[at] = values[at]!.length
  return { bytes: new TextEncoder().encode(values.join('')), lengths }
}

function placesOf(lengths: SealedTexts['lengths']): Uint32Array {
  const places = new Uint32Array(Math.ceil(lengths.length / step))
  let sum = 0
  for (let at = 0; at < lengths.length; at++) {
    if (at % step === 0) places[at / step] = sum
    sum += lengths[at]!
  }
  return places
}
