// How deflate tells a repeat: a symbol for its length and one for how far back it stood, each with bits that tell the rest.
// Public source: RFC 1951, 3.2.5 and 3.2.6.
import { codesOf } from './huffman.ts'

/** So many symbols there are: bytes, end and lengths in one alphabet, how far back in another. */
export const kinds = { words: 286, backs: 30 }
export const endOfBlock = 256

/** By symbol: its shortest length and how many bits tell the rest. The same for how far back. */
export const lengthBase = new Uint16Array(kinds.words)
export const lengthBits = new Uint8Array(kinds.words)
export const backBase = new Uint16Array(kinds.backs)
export const backBits = new Uint8Array(kinds.backs)
const lengthSymbols = new Uint16Array(259)
const backSymbols = new Uint8Array(512)

for (let code = 0, length = 3; code < 28; code++) {
  const bits = code < 8 ? 0 : (code - 4) >> 2
  lengthBase[257 + code] = length
  lengthBits[257 + code] = bits
  lengthSymbols.fill(257 + code, length, (length += 1 << bits))
}
lengthSymbols[258] = 285
lengthBase[285] = 258

for (let code = 0, back = 0; code < kinds.backs; code++) {
  const bits = code < 4 ? 0 : (code - 2) >> 1
  backBase[code] = back + 1
  backBits[code] = bits
  for (const end = back + (1 << bits); back < end; back++) backSymbols[back < 256 ? back : 256 + (back >> 7)] = code
}

export const symbolOfLength = (length: number): number => lengthSymbols[length] as number
export const symbolOfBack = (back: number): number => backSymbols[back <= 256 ? back - 1 : 256 + ((back - 1) >> 7)] as number

/** Both alphabets' codes, and how long each is. */
export class Codes {
  readonly words: Uint16Array
  readonly backs: Uint16Array
  readonly wordLengths: Uint8Array
  readonly backLengths: Uint8Array

  constructor(wordLengths = new Uint8Array(kinds.words), backLengths = new Uint8Array(kinds.backs)) {
    this.wordLengths = wordLengths
    this.backLengths = backLengths
    this.words = new Uint16Array(wordLengths.length)
    this.backs = new Uint16Array(backLengths.length)
    this.assign()
  }

  /** When the lengths are known. */
  assign(): void {
    codesOf(this.wordLengths, this.words)
    codesOf(this.backLengths, this.backs)
  }
}

/** Those that every reader knows. The alphabet of lengths has two more in it, which never come. */
export const fixedCodes = new Codes(
  Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  new Uint8Array(kinds.backs).fill(5),
)
