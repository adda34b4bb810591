// A column of texts: for each row the code of its text in a dictionary. Where nearly every row has a text of its own, the code is the row.
import type { Bitmap } from './answers.ts'
import type { Codes } from './bitmap.ts'
import { pack, scanCode, scanTable } from './bitmap.ts'
import { sealedTexts, TextDictionary, type SealedTexts } from './dictionary.ts'
import type { Clean, FoldedAsk } from './folded.ts'
import { NumberColumn } from './numbers.ts'

export class TextColumn {
  /** Nothing where the code is the row itself. */
  #codes: NumberColumn | undefined
  #texts: TextDictionary
  #changed = false

  constructor(codes?: NumberColumn, texts = new TextDictionary()) {
    this.#codes = codes
    this.#texts = texts
  }

  static empty(): TextColumn {
    return new TextColumn(new NumberColumn())
  }

  static of(codes: Codes | undefined, texts: SealedTexts): TextColumn {
    return new TextColumn(codes && new NumberColumn(codes), new TextDictionary(texts))
  }

  get texts(): TextDictionary {
    return this.#texts
  }

  code(row: number): number {
    return this.#codes ? this.#codes.get(row) : row < this.#texts.size ? row : 0
  }

  value(row: number): string {
    return this.#texts.value(this.code(row))
  }

  set(row: number, value: string): void {
    if (this.value(row) === value) return
    this.#changed = true
    this.#codes ??= ownCodes(this.#texts.size)
    this.#codes.set(row, this.#texts.codeOf(value))
  }

  reserve(rows: number): void {
    this.#codes?.reserve(rows)
  }

  /** Rows whose text is said yes to in a table of all texts. */
  rows(yes: Uint8Array, words: number): Bitmap {
    if (!this.#codes) return pack(yes, words)
    const first = yes.indexOf(1)
    if (first < 0) return new Uint32Array(words)
    return yes.indexOf(1, first + 1) < 0 ? scanCode(this.#codes.data, first, words) : scanTable(this.#codes.data, yes, words)
  }

  ask(ask: FoldedAsk, clean: Clean, words: number): Bitmap {
    return this.rows(this.#texts.folded(clean).table(ask), words)
  }

  /** How many rows of `among` have each text. */
  tally(among: Bitmap): Uint32Array {
    const counts = new Uint32Array(this.#texts.size)
    for (let w = 0; w < among.length; w++) {
      let word = among[w]!
      while (word !== 0) {
        const lowest = word & -word
        counts[this.code((w << 5) + 31 - Math.clz32(lowest))]!++
        word ^= lowest
      }
    }
    return counts
  }

  /** Takes as few bytes as it can: texts are packed, and codes left out where a text for each row takes less. */
  seal(rows: number): { codes: Codes | undefined; texts: SealedTexts } {
    if (!this.#codes || !this.#changed) return { codes: this.#codes?.data.slice(0, (rows + 31) & ~31), texts: this.#texts.sealed() }
    const counts = new Uint32Array(this.#texts.size)
    for (let row = 0; row < rows; row++) counts[this.#codes.get(row)]!++
    const values = this.#texts.values()
    let once = 0
    let asOften = 0
    for (const [code, value] of values.entries()) {
      const bytes = value.length + 1.25
      if (counts[code]! > 0 || code === 0) once += bytes
      asOften += bytes * counts[code]!
    }
    const width = values.length < 0x100 ? 1 : values.length < 0x10000 ? 2 : 4
    if (asOften < once + rows * width) {
      const each = Array.from({ length: rows }, (_, row) => values[this.#codes!.get(row)]!)
      return { codes: undefined, texts: sealedTexts(each) }
    }
    return compact(this.#codes, counts, values, rows)
  }

  bytes(): number {
    return (this.#codes?.data.byteLength ?? 0) + this.#texts.bytes()
  }
}

/** Texts that no row has any more are left behind. */
function compact(codes: NumberColumn, counts: Uint32Array, values: readonly string[], rows: number) {
  const used: string[] = ['']
  const now = new Uint32Array(values.length)
  for (let code = 1; code < values.length; code++) {
    if (counts[code] === 0) continue
    now[code] = used.length
    used.push(values[code]!)
  }
  const column = new NumberColumn(
    used.length > 0x10000 ? new Uint32Array(32) : used.length > 0x100 ? new Uint16Array(32) : new Uint8Array(32),
  )
  column.reserve(rows)
  for (let row = 0; row < rows; row++) column.data[row] = now[codes.get(row)]!
  return { codes: column.data, texts: sealedTexts(used) }
}

function ownCodes(rows: number): NumberColumn {
  const column = new NumberColumn(new Uint32Array((rows + 31) & ~31))
  for (let row = 0; row < rows; row++) column.data[row] = row
  return column
}
