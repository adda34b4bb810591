// A column of sets: what a contact has of mailing groups, answers and the like. Each set that occurs stands once, its members in a row.
import type { Bitmap } from './answers.ts'
import { scanTable, type Codes } from './bitmap.ts'
import { NumberColumn } from './numbers.ts'
import type { SetOperator } from '../model/criteria.ts'
import { exhaustive } from '../base/never.ts'

const fewEnough = 20_000

export interface SealedSets {
  codes: Codes
  /** Where the members of each set begin; one more for the end. */
  starts: Uint32Array
  members: Codes
  ids: string[]
}

export class SetColumn {
  #codes: NumberColumn
  #starts: NumberColumn
  #members: NumberColumn
  #count: number
  readonly #ids: string[]
  readonly #idCodes: Map<string, number>
  #known: Map<string, number> | undefined

  constructor(sealed?: SealedSets) {
    this.#codes = new NumberColumn(sealed?.codes)
    this.#starts = new NumberColumn(sealed?.starts ?? new Uint32Array(32))
    this.#members = new NumberColumn(sealed?.members)
    this.#count = sealed ? sealed.starts.length - 1 : 1
    this.#ids = sealed?.ids ?? []
    this.#idCodes = new Map(this.#ids.map((id, code) => [id, code]))
  }

  reserve(rows: number): void {
    this.#codes.reserve(rows)
  }

  set(row: number, ids: readonly string[]): void {
    this.#codes.set(row, ids.length === 0 ? 0 : this.#setOf(ids))
  }

  #setOf(ids: readonly string[]): number {
    const members = [...new Set(ids.map((id) => this.#idCode(id)))].sort((a, b) => a - b)
    const key = members.join()
    this.#known ??= this.#knownSets()
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const code = this.#count++
    const start = this.#starts.get(code)
    for (const [at, member] of members.entries()) this.#members.set(start + at, member)
    this.#starts.set(code + 1, start + members.length)
    this.#known.set(key, code)
    return code
  }

  #knownSets(): Map<string, number> {
    const known = new Map<string, number>()
    if (this.#count > fewEnough) return known
    for (let code = 1; code < this.#count; code++) {
      const key = this.#members.data.subarray(this.#starts.get(code), this.#starts.get(code + 1)).join()
      known.set(key, code)
    }
    return known
  }

  #idCode(id: string): number {
    const known = this.#idCodes.get(id)
    if (known !== undefined) return known
    this.#idCodes.set(id, this.#ids.length)
    return this.#ids.push(id) - 1
  }

  /** Rows whose set is one that the operator means; empty sets are never among them. */
  ask(operator: SetOperator, ids: readonly string[], words: number): Bitmap {
    return scanTable(this.#codes.data, this.#table(operator, ids), words)
  }

  /** Rows with a set that has nothing in it. */
  blank(words: number): Bitmap {
    const yes = new Uint8Array(this.#count)
    yes[0] = 1
    return scanTable(this.#codes.data, yes, words)
  }

  #table(operator: SetOperator, ids: readonly string[]): Uint8Array {
    const asked = new Set(ids)
    const yes = new Uint8Array(this.#count)
    switch (operator) {
      case 'hasAnyOf':
        return this.#judge(asked, yes, (found) => found > 0)
      case 'hasNoneOf':
        return this.#judge(asked, yes, (found) => found === 0)
      case 'hasAllOf':
        return asked.size === 0 ? yes : this.#judge(asked, yes, (found) => found === asked.size)
      case 'isExactly':
        return asked.size === 0 ? yes : this.#judge(asked, yes, (found, of) => found === asked.size && of === asked.size)
      case 'isBlank':
        return yes
      case 'isNotBlank':
        return yes.fill(1, 1)
    }
    return exhaustive(operator)
  }

  /** Counts in each set the members that are asked for. */
  #judge(asked: ReadonlySet<string>, yes: Uint8Array, meant: (found: number, of: number) => boolean): Uint8Array {
    const table = new Uint8Array(this.#ids.length)
    for (const id of asked) {
      const code = this.#idCodes.get(id)
      if (code !== undefined) table[code] = 1
    }
    const members = this.#members.data
    const starts = this.#starts.data
    for (let code = 1; code < this.#count; code++) {
      let found = 0
      const end = starts[code + 1]!
      for (let at = starts[code]!; at < end; at++) found += table[members[at]!]!
      if (meant(found, end - starts[code]!)) yes[code] = 1
    }
    return yes
  }

  seal(rows: number): SealedSets {
    const { data } = this.#codes
    return {
      codes: data.slice(0, (rows + 31) & ~31),
      starts: (this.#starts.data as Uint32Array).slice(0, this.#count + 1),
      members: this.#members.data.slice(0, this.#starts.get(this.#count)),
      ids: this.#ids,
    }
  }

  bytes(): number {
    return this.#codes.data.byteLength + this.#starts.data.byteLength + this.#members.data.byteLength
  }
}
