// A column of sets: what a contact has of mailing groups, answers and the like. Each set that occurs stands once, its members in a row.
import type { Bitmap } from './answers.ts'
import { scanTable, type Codes } from './bitmap.ts'
import { NumberColumn } from './numbers.ts'
import { placeAfter } from './places.ts'
import type { SetOperator } from '../model/criteria.ts'
import { exhaustive } from '../base/never.ts'

/** Of so many sets each is known by a map, so that none is put in twice; of more only those that came since. */
const fewEnough = 200

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
    switch (operator) {
      case 'hasAnyOf':
        return this.#marked(asked, 1)
      case 'hasNoneOf':
        return noneYet(this.#marked(asked, 0))
      case 'hasAllOf':
        return this.#hasAll(asked)
      case 'isExactly':
        return this.#hasAll(asked).map((all, code) => (this.#starts.get(code + 1) - this.#starts.get(code) === asked.size ? all : 0))
      case 'isBlank':
        return new Uint8Array(this.#count)
      case 'isNotBlank':
        return noneYet(new Uint8Array(this.#count).fill(1))
    }
    return exhaustive(operator)
  }

  #hasAll(asked: ReadonlySet<string>): Uint8Array {
    return asked.size === 0 ? new Uint8Array(this.#count) : this.#found(asked).map((count) => (count === asked.size ? 1 : 0))
  }

  /** How many of those that are asked for each set has; no more are counted than fit a byte. */
  #found(asked: ReadonlySet<string>): Uint8Array {
    const found = new Uint8Array(this.#count)
    for (const id of [...asked].slice(0, 255)) this.#each(id, (code) => found[code]!++)
    return found
  }

  /** Says this of sets that have any of those asked for, and the contrary of all others. */
  #marked(asked: ReadonlySet<string>, has: 0 | 1): Uint8Array {
    const marks = new Uint8Array(this.#count).fill(1 - has)
    for (const id of asked) this.#each(id, (code) => (marks[code] = has))
    return marks
  }

  /** Every set with this member. */
  #each(id: string, see: (code: number) => void): void {
    const members = this.#members.data
    const starts = this.#starts.data
    const end = starts[this.#count]!
    const member = this.#idCodes.get(id)
    if (member === undefined) return
    let code = 0
    for (let at = members.indexOf(member); at >= 0 && at < end; at = members.indexOf(member, starts[code + 1])) {
      code = placeAfter(starts, at, code, this.#count)
      see(code)
    }
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

/** The empty set answers by itself. */
function noneYet(yes: Uint8Array): Uint8Array {
  yes[0] = 0
  return yes
}
