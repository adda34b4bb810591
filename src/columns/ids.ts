// Ids of contacts and the rows they stand in. An id that is a UUID takes sixteen bytes and is found by its bits, so that nothing has to be
// made of a hundred thousand texts when the index is loaded; any other id stands in a list beside them. A row once given is kept for good.
import { other, readUuid, writtenId, type PackedIds } from '../base/packedIds.ts'
import { roomFor } from './numbers.ts'

function mixed(h: number): number {
  let x = h
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const scratch = new Uint32Array(4)

/** Two numbers of 32 bits that stand for an id where the id itself need not be told again. */
export function fingerprint(id: string, into: Uint32Array): void {
  if (readUuid(id, scratch)) {
    into[0] = mixed(scratch[3]! + mixed(scratch[2]! + mixed(scratch[1]! + mixed(scratch[0]!))))
    into[1] = scratch[3]! ^ Math.imul(scratch[2]!, 0x9e3779b1) ^ mixed(scratch[0]! ^ 0x5bd1e995) ^ (scratch[1]! << 7)
    return
  }
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let at = 0; at < id.length; at++) {
    const sign = id.charCodeAt(at)
    one = Math.imul(one ^ sign, 2654435761)
    other = Math.imul(other ^ sign, 1597334677)
  }
  into[0] = mixed(one ^ (other >>> 13))
  into[1] = mixed(other ^ (one >>> 11))
}

export interface SealedIds {
  words: Uint32Array
  table: Uint32Array
  others: string[]
  count: number
}

export class IdTable {
  #words: Uint32Array
  /** Row + 1 at the place that the bits of its id lead to, or at one of the next. */
  #table: Uint32Array
  readonly #others: string[]
  readonly #otherRows: Map<string, number>
  #count: number

  constructor(sealed?: SealedIds) {
    this.#words = sealed?.words ?? new Uint32Array(128)
    this.#table = sealed?.table ?? new Uint32Array(64)
    this.#others = sealed?.others ?? []
    this.#count = sealed?.count ?? 0
    this.#otherRows = new Map()
    if (this.#others.length > 0)
      for (let row = 0; row < this.#count; row++)
        if (this.#words[row * 4] === other) this.#otherRows.set(this.#others[this.#words[row * 4 + 1]!]!, row)
  }

  get count(): number {
    return this.#count
  }

  /** Its row, or -1. */
  rowOf(id: string): number {
    if (!this.#isUuid(id)) return this.#otherRows.get(id) ?? -1
    return this.#table[this.#slot()]! - 1
  }

  /** Its row; an id that is new gets the next. */
  add(id: string): number {
    if (!this.#isUuid(id)) return this.#otherRows.get(id) ?? this.#addOther(id)
    let slot = this.#slot()
    const known = this.#table[slot]!
    if (known > 0) return known - 1
    const row = this.#newRow()
    this.#words.set(scratch, row * 4)
    if (this.#count * 5 > this.#table.length * 4) {
      this.#spread()
      return row
    }
    slot = this.#slot()
    this.#table[slot] = row + 1
    return row
  }

  idOf(row: number): string {
    return writtenId(this.#words, this.#others, row)
  }

  packed(rows: Uint32Array): PackedIds {
    const words = new Uint32Array(rows.length * 4)
    const others: string[] = []
    for (let at = 0; at < rows.length; at++) {
      const from = rows[at]! * 4
      for (let word = 0; word < 4; word++) words[at * 4 + word] = this.#words[from + word]!
      if (words[at * 4] === other) words[at * 4 + 1] = others.push(this.#others[words[at * 4 + 1]!]!) - 1
    }
    return { words, others }
  }

  /** Leaves the bits of the id in the scratch. */
  #isUuid(id: string): boolean {
    return readUuid(id, scratch) && scratch[0] !== other
  }

  #addOther(id: string): number {
    const row = this.#newRow()
    this.#words[row * 4] = other
    this.#words[row * 4 + 1] = this.#others.push(id) - 1
    this.#otherRows.set(id, row)
    return row
  }

  #newRow(): number {
    const row = this.#count++
    if (this.#count * 4 > this.#words.length) {
      const grown = new Uint32Array(roomFor(this.#count * 4, this.#words.length))
      grown.set(this.#words)
      this.#words = grown
    }
    return row
  }

  /** The place of the id in the scratch, or the free one where it would stand. */
  #slot(): number {
    const mask = this.#table.length - 1
    let slot = mixed(scratch[3]! ^ Math.imul(scratch[1]!, 0x9e3779b1) ^ scratch[0]! ^ (scratch[2]! << 7)) & mask
    for (;;) {
      const row = this.#table[slot]! - 1
      if (row < 0) return slot
      const at = row * 4
      const words = this.#words
      if (words[at + 3] === scratch[3] && words[at + 2] === scratch[2] && words[at + 1] === scratch[1] && words[at] === scratch[0])
        return slot
      slot = (slot + 1) & mask
    }
  }

  /** A table twice as long, with all rows put in anew. */
  #spread(): void {
    this.#table = new Uint32Array(this.#table.length * 2)
    for (let row = 0; row < this.#count; row++) {
      if (this.#words[row * 4] === other) continue
      scratch.set(this.#words.subarray(row * 4, row * 4 + 4))
      this.#table[this.#slot()] = row + 1
    }
  }

  sealed(): SealedIds {
    return { words: this.#words.slice(0, this.#count * 4), table: this.#table, others: this.#others, count: this.#count }
  }

  bytes(): number {
    return this.#words.byteLength + this.#table.byteLength
  }
}
