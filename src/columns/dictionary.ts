// The distinct texts of a column. Those it was built with stand one after the other in few bytes and are read when they are first asked
// for; those that came since stand beside them. Questions are put to texts in their plain form.
import { fold, spelledOut } from '../base/fold.ts'
import { Folded, type Clean, type FoldedAsk } from './folded.ts'
import { packText, unpackPart, unpackText, type PackedText } from './textPacking.ts'

/** Of so many texts each is known by a map, so that none is put in twice; of more only those that came since. */
const fewEnough = 200
/** So many texts are read one by one before all are. */
const fewReads = 500
/** The place is kept of every text whose number this divides. */
const step = 16

// eslint-disable-next-line no-control-regex
const beyondAscii = /[^\x00-\x7f]/

interface Spellings {
  /** Which texts they are spellings of. */
  codes: number[]
  texts: Folded
  /** Those of texts that came since, and how many of these were looked at. */
  came: string[]
  seen: number
}

/** Makes the other spelling of a text, where it has one. */
type Spell = (text: string) => string | undefined

const asItIs = (text: string) => text

/** Other spellings than the plain form; their codes are put to the others. */
function spelledAmong(spell: Spell, values: readonly string[], first: number, codes: number[]): string[] {
  const keys: string[] = []
  for (const [at, value] of values.entries()) {
    const key = spell(value)
    if (key === undefined) continue
    codes.push(first + at)
    keys.push(key)
  }
  return keys
}

export interface SealedTexts extends PackedText {
  lengths: Uint8Array | Uint16Array | Uint32Array
}

export class TextDictionary {
  #sealed: SealedTexts
  #layout: { places: Uint32Array; length: number } | undefined
  #text: string | undefined
  #readSingly = 0
  #came: string[]
  #codes: Map<string, number> | undefined
  readonly #folded = new Map<Clean, Folded>()
  readonly #spelled = new Map<Spell, Spellings>()

  /** The first text is the blank one. */
  constructor(sealed?: SealedTexts) {
    this.#sealed = sealed ?? sealedTexts([])
    this.#came = sealed ? [] : ['']
  }

  get size(): number {
    return this.#sealed.lengths.length + this.#came.length
  }

  value(code: number): string {
    const { lengths } = this.#sealed
    if (code >= lengths.length) return this.#came[code - lengths.length] ?? ''
    let start = this.#laidOut().places[Math.floor(code / step)] ?? 0
    for (let at = code - (code % step); at < code; at++) start += lengths[at]!
    return this.#part(start, lengths[code]!)
  }

  /** A few texts are read one by one; whoever reads more of them will read them all. */
  #part(start: number, length: number): string {
    if (this.#text === undefined && this.#sealed.signs !== '' && this.#readSingly++ < fewReads)
      return unpackPart(this.#sealed, start, length)
    return this.#whole().slice(start, start + length)
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
    const first = this.#sealed.lengths.length
    const codes = new Map<string, number>()
    if (first <= fewEnough) for (const [code, value] of this.#sealedValues().entries()) codes.set(value, code)
    for (const [at, value] of this.#came.entries()) codes.set(value, first + at)
    return codes
  }

  #laidOut() {
    return (this.#layout ??= layoutOf(this.#sealed.lengths))
  }

  #whole(): string {
    return (this.#text ??= unpackText(this.#sealed, this.#laidOut().length))
  }

  #sealedValues(): string[] {
    const text = this.#whole()
    const { lengths } = this.#sealed
    const values: string[] = []
    for (let code = 0, at = 0; code < lengths.length; code++) values.push(text.slice(at, (at += lengths[code]!)))
    return values
  }

  /** All texts by their codes. */
  values(): string[] {
    return this.#came.length === 0 ? this.#sealedValues() : this.#sealedValues().concat(this.#came)
  }

  /** All texts in a plain form, made when it is first asked for. */
  folded(clean: Clean): Folded {
    let folded = this.#folded.get(clean)
    if (!folded) {
      folded = new Folded(clean, this.#sealedValues())
      this.#folded.set(clean, folded)
    }
    folded.add(this.#came)
    return folded
  }

  /** Texts with nothing in them but blanks: their lengths tell, where no sign is a blank. */
  blanks(): Uint8Array {
    const { lengths, signs } = this.#sealed
    if (signs === '' || /\s/.test(signs)) return this.judged(() => false, true)
    const yes = new Uint8Array(this.size)
    for (let code = 0; code < lengths.length; code++) yes[code] = Number(lengths[code] === 0)
    for (const [at, text] of this.#came.entries()) yes[lengths.length + at] = Number(text.trim() === '')
    return yes
  }

  /** Each text as it was written, without the blanks around it; those with nothing in them are told apart. */
  judged(test: (value: string) => boolean, blanks: boolean): Uint8Array {
    return Uint8Array.from(this.values(), (text) => {
      const value = text.trim()
      return Number(value === '' ? blanks : test(value))
    })
  }

  /** Texts that bear a word in their plain form, or spelled with `oe` for `ö`; nothing when it is plain that none does. */
  bearing(word: string): Uint8Array | undefined {
    const ask = { how: 'contains', values: [word] } as const
    const plain = this.folded(fold)
    if (!plain.mayHold(word) && !this.#spellings(spelledOut).texts.mayHold(word)) return undefined
    return this.addSpelled(spelledOut, ask, plain.table(ask))
  }

  /** The same of one text. */
  bears(code: number, word: string): boolean {
    return this.folded(fold).value(code).includes(word) || (this.hasSpellings && (spelledOut(this.value(code))?.includes(word) ?? false))
  }

  /** Says yes as well to those that are what is asked in their other spelling. */
  addSpelled(spell: Spell, ask: FoldedAsk, yes: Uint8Array): Uint8Array {
    const { codes, texts } = this.#spellings(spell)
    if (codes.length === 0 || (ask.how !== 'test' && !ask.values.some((value) => texts.mayHold(value)))) return yes
    const bears = texts.table(ask)
    for (let at = 0; at < bears.length; at++) if (bears[at] === 1) yes[codes[at]!] = 1
    return yes
  }

  get hasSpellings(): boolean {
    return this.#spellings(spelledOut).codes.length > 0
  }

  /** The few texts that can be found by another spelling as well. */
  #spellings(spell: Spell): Spellings {
    let known = this.#spelled.get(spell)
    if (!known) {
      const codes: number[] = []
      const keys = this.#isAscii() ? [] : spelledAmong(spell, this.#sealedValues(), 0, codes)
      known = { codes, texts: new Folded(asItIs, keys), came: [], seen: 0 }
      this.#spelled.set(spell, known)
    }
    if (known.seen < this.#came.length) {
      const first = this.#sealed.lengths.length + known.seen
      for (const key of spelledAmong(spell, this.#came.slice(known.seen), first, known.codes)) known.came.push(key)
      known.seen = this.#came.length
      known.texts.add(known.came)
    }
    return known
  }

  #isAscii(): boolean {
    return this.#sealed.signs !== '' && !beyondAscii.test(this.#sealed.signs)
  }

  sealed(): SealedTexts {
    if (this.#came.length === 0) return this.#sealed
    return sealedTexts(this.values())
  }

  bytes(): number {
    let sum = this.#sealed.bytes.byteLength + this.#sealed.lengths.byteLength + (this.#layout?.places.byteLength ?? 0)
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
  return { ...packText(values.join('')), lengths }
}

function layoutOf(lengths: SealedTexts['lengths']) {
  const places = new Uint32Array(Math.ceil(lengths.length / step))
  let length = 0
  for (let at = 0; at < lengths.length; at++) {
    if (at % step === 0) places[at / step] = length
    length += lengths[at]!
  }
  return { places, length }
}
