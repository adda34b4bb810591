// A stretch of a text as deflate writes it: bytes and repeats, counted, then in the codes that make them shortest.
// Public source: RFC 1951, 3.2.3 to 3.2.7.
import type { Bits } from './bits.ts'
import { CodeTable } from './codeTable.ts'
import { codeLengths } from './huffman.ts'
import {
  backBase,
  backBits,
  Codes,
  endOfBlock,
  fixedCodes,
  kinds,
  lengthBase,
  lengthBits,
  symbolOfBack,
  symbolOfLength,
} from './lengthCodes.ts'
import { backOf, lengthOf } from './repeats.ts'

/** How a block begins: two bits, above the one that says whether it is the last. */
const begins = { fixed: 1 << 1, own: 2 << 1 }
const most = 16_384
/** A full block still takes the bytes before its last repeat, each of which gave way to a longer one. */
const beyond = 300
const mostStored = 65_535

/** So many bytes a text may take when nothing in it comes again. */
export const roomFor = (size: number): number => size + 8 * (Math.ceil(size / most) + 1)

export class Block {
  private count = 0
  private readonly symbols = new Uint32Array(most + beyond)
  private readonly words = new Uint32Array(kinds.words)
  private readonly backs = new Uint32Array(kinds.backs)
  private readonly own = new Codes()
  private readonly table = new CodeTable()

  isFull = (): boolean => this.count >= most

  open(): void {
    this.count = 0
    this.words.fill(0)
    this.backs.fill(0)
    this.words[endOfBlock] = 1
  }

  addByte(byte: number): void {
    this.symbols[this.count++] = byte
    this.words[byte] = (this.words[byte] as number) + 1
  }

  addRepeat(repeat: number): void {
    this.symbols[this.count++] = repeat
    const [length, back] = [symbolOfLength(lengthOf(repeat)), symbolOfBack(backOf(repeat))]
    this.words[length] = (this.words[length] as number) + 1
    this.backs[back] = (this.backs[back] as number) + 1
  }

  /** @param bytes what the block tells: stored as they are where that is shorter */
  write(bits: Bits, bytes: Uint8Array, last: boolean): void {
    const { own, table } = this
    codeLengths(this.words, 15, own.wordLengths)
    codeLengths(this.backs, 15, own.backLengths)
    const inOwn = table.prepare(own) + this.cost(own)
    const inFixed = this.cost(fixedCodes)
    const stored = 8 * bytes.length + 40 * Math.max(1, Math.ceil(bytes.length / mostStored))
    if (stored < 3 + Math.min(inOwn, inFixed)) return store(bits, bytes, last)
    bits.put((inFixed <= inOwn ? begins.fixed : begins.own) | (last ? 1 : 0), 3)
    if (inFixed <= inOwn) return this.writeSymbols(bits, fixedCodes)
    own.assign()
    table.write(bits)
    this.writeSymbols(bits, own)
  }

  /** In bits. */
  private cost({ wordLengths, backLengths }: Codes): number {
    const { words, backs } = this
    let bits = 0
    for (let i = 0; i < kinds.words; i++) bits += (words[i] as number) * ((wordLengths[i] as number) + (lengthBits[i] as number))
    for (let i = 0; i < kinds.backs; i++) bits += (backs[i] as number) * ((backLengths[i] as number) + (backBits[i] as number))
    return bits
  }

  private writeSymbols(bits: Bits, { words, backs, wordLengths, backLengths }: Codes): void {
    const { symbols, count } = this
    for (let i = 0; i < count; i++) {
      const told = symbols[i] as number
      const length = lengthOf(told)
      const word = length === 0 ? told : symbolOfLength(length)
      bits.put(words[word] as number, wordLengths[word] as number)
      if (length === 0) continue
      bits.put(length - (lengthBase[word] as number), lengthBits[word] as number)
      const back = symbolOfBack(backOf(told))
      bits.put(backs[back] as number, backLengths[back] as number)
      bits.put(backOf(told) - (backBase[back] as number), backBits[back] as number)
    }
    bits.put(words[endOfBlock] as number, wordLengths[endOfBlock] as number)
  }
}

function store(bits: Bits, bytes: Uint8Array, last: boolean): void {
  for (let from = 0; from < bytes.length; from += mostStored) {
    const part = bytes.subarray(from, from + mostStored)
    const size = part.length
    bits.put(last && from + size === bytes.length ? 1 : 0, 3)
    bits.putBytes(Uint8Array.of(size, size >> 8, ~size, ~size >> 8))
    bits.putBytes(part)
  }
}
