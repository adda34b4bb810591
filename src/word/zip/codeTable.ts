// What stands in front of a block with codes of its own: how long each code is, itself packed. Public source: RFC 1951, 3.2.7.
import type { Bits } from './bits.ts'
import { codeLengths, codesOf } from './huffman.ts'
import { kinds, type Codes } from './lengthCodes.ts'

const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
/** The length before once more, zeros, many zeros; with bits that tell how many. */
const again = { symbol: 16, bits: 2, least: 3, most: 6 }
const zeros = { symbol: 17, bits: 3, least: 3, most: 10 }
const manyZeros = { symbol: 18, bits: 7, least: 11, most: 138 }
const moreBits = (symbol: number): number => (symbol < 16 ? 0 : symbol === 16 ? again.bits : symbol === 17 ? zeros.bits : manyZeros.bits)

export class CodeTable {
  private readonly both = new Uint8Array(kinds.words + kinds.backs)
  /** Symbols, and above each what its bits tell. */
  private readonly runs = new Uint16Array(kinds.words + kinds.backs)
  private runCount = 0
  private words = 0
  private backs = 0
  private told = 0
  private readonly often = new Uint32Array(order.length)
  private readonly lengths = new Uint8Array(order.length)
  private readonly codes = new Uint16Array(order.length)

  /** Answers how many bits it takes. */
  prepare({ wordLengths, backLengths }: Codes): number {
    this.words = usedOf(wordLengths)
    this.backs = usedOf(backLengths)
    this.both.set(wordLengths)
    this.both.set(backLengths, this.words)
    this.often.fill(0)
    this.findRuns(this.words + this.backs)
    codeLengths(this.often, 7, this.lengths)
    codesOf(this.lengths, this.codes)
    this.told = order.length
    while (this.lengths[order[this.told - 1] as number] === 0) this.told--
    let bits = 14 + 3 * this.told
    for (let i = 0; i < order.length; i++) bits += (this.often[i] as number) * ((this.lengths[i] as number) + moreBits(i))
    return bits
  }

  write(bits: Bits): void {
    bits.put(this.words - 257, 5)
    bits.put(this.backs - 1, 5)
    bits.put(this.told - 4, 4)
    for (let i = 0; i < this.told; i++) bits.put(this.lengths[order[i] as number] as number, 3)
    for (let i = 0; i < this.runCount; i++) {
      const run = this.runs[i] as number
      const symbol = run & 31
      bits.put(this.codes[symbol] as number, this.lengths[symbol] as number)
      bits.put(run >> 5, moreBits(symbol))
    }
  }

  private findRuns(all: number): void {
    this.runCount = 0
    for (let from = 0, to = 0; from < all; from = to) {
      const length = this.both[from] as number
      while (to < all && this.both[to] === length) to++
      this.addRun(length, to - from)
    }
  }

  private addRun(length: number, times: number): void {
    let left = times
    if (length > 0) {
      this.add(length, 0)
      left = this.addAs(again, left - 1)
    } else left = this.addAs(zeros, this.addAs(manyZeros, left))
    for (; left > 0; left--) this.add(length, 0)
  }

  /** Answers how many are left. */
  private addAs({ symbol, least, most }: typeof again, times: number): number {
    let left = times
    for (; left >= least; left -= Math.min(left, most)) this.add(symbol, Math.min(left, most) - least)
    return left
  }

  private add(symbol: number, more: number): void {
    this.runs[this.runCount++] = symbol | (more << 5)
    this.often[symbol] = (this.often[symbol] as number) + 1
  }
}

function usedOf(lengths: Uint8Array): number {
  let used = lengths.length
  while (lengths[used - 1] === 0) used--
  return used
}
