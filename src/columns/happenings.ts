// What happened, in columns: whose it is, on which day, and codes and figures of each. It stands in the order of days, so that a question
// about some weeks touches these weeks only; what came since it was put in order stands at the end and is looked through whole.
import type { Bitmap } from './answers.ts'
import type { Codes } from './bitmap.ts'
import { fingerprint } from './ids.ts'
import { FigureColumn, NumberColumn, roomFor } from './numbers.ts'

/** What must hold of one and the same row. */
export interface HappeningAsk {
  /** Days, both included. */
  low: number
  high: number
  /** The column, and which of its codes are meant. */
  tables: readonly (readonly [column: number, yes: Uint8Array])[]
  figures: readonly (readonly [column: number, low: number, high: number])[]
}

export const anyTime = { low: -Infinity, high: Infinity }

export interface SealedHappenings {
  owners: Uint32Array
  days: Codes
  codes: Codes[]
  figures: (Codes | Float64Array)[]
  marks: [Uint32Array, Uint32Array]
  length: number
}

const portion = 4096
const mark = new Uint32Array(2)

export class Happenings {
  #owners: Uint32Array
  #days: NumberColumn
  readonly #codes: NumberColumn[]
  #figures: FigureColumn[]
  #marks: [Uint32Array, Uint32Array]
  #length: number
  /** So many stand in the order of days. */
  #ordered: number

  constructor(columns: number, figures: number, sealed?: SealedHappenings) {
    this.#owners = sealed?.owners ?? new Uint32Array(32)
    this.#days = new NumberColumn(sealed?.days ?? new Uint16Array(32))
    this.#codes = Array.from({ length: columns }, (_, at) => new NumberColumn(sealed?.codes[at]))
    this.#figures = Array.from({ length: figures }, (_, at) => new FigureColumn(sealed?.figures[at]))
    this.#marks = sealed?.marks ?? [new Uint32Array(32), new Uint32Array(32)]
    this.#length = this.#ordered = sealed?.length ?? 0
  }

  get length(): number {
    return this.#length
  }

  add(id: string, owner: number, day: number, codes: readonly number[], figures: readonly number[] = []): void {
    const at = this.#length++
    if (at >= this.#owners.length) this.#grow()
    this.#owners[at] = owner
    this.#days.set(at, day)
    for (let i = 0; i < codes.length; i++) this.#codes[i]!.set(at, codes[i]!)
    for (let i = 0; i < figures.length; i++) this.#figures[i]!.set(at, figures[i]!)
    fingerprint(id, mark)
    this.#marks[0][at] = mark[0]!
    this.#marks[1][at] = mark[1]!
  }

  #grow(): void {
    const length = roomFor(this.#length, this.#owners.length)
    const longer = (before: Uint32Array) => {
      const after = new Uint32Array(length)
      after.set(before)
      return after
    }
    this.#owners = longer(this.#owners)
    this.#marks = [longer(this.#marks[0]), longer(this.#marks[1])]
  }

  /** Takes rows out: they stay where they are, and are nobody's. */
  remove(ids: readonly string[]): void {
    if (ids.length > 40) return this.#removeMany(ids)
    const [ones, others] = this.#marks
    for (const id of ids) {
      fingerprint(id, mark)
      for (let at = ones.indexOf(mark[0]!); at >= 0 && at < this.#length; at = ones.indexOf(mark[0]!, at + 1)) {
        if (others[at] === mark[1]) this.#owners[at] = 0
      }
    }
  }

  /** One look at all rows, each looked up in a table by its mark. */
  #removeMany(ids: readonly string[]): void {
    const mask = (1 << (34 - Math.clz32(ids.length))) - 1
    const table = new Uint32Array((mask + 1) * 2)
    for (const id of ids) {
      fingerprint(id, mark)
      let slot = mark[0]! & mask
      while (table[slot * 2] !== 0 || table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
      table[slot * 2] = mark[0]!
      table[slot * 2 + 1] = mark[1]!
    }
    const [ones, others] = this.#marks
    for (let at = 0; at < this.#length; at++) {
      const [one, other] = [ones[at]!, others[at]!]
      for (let slot = one & mask; table[slot * 2] !== 0 || table[slot * 2 + 1] !== 0; slot = (slot + 1) & mask) {
        if (table[slot * 2] === one && table[slot * 2 + 1] === other) this.#owners[at] = 0
      }
    }
  }

  /** Puts what came since in order too, when it has grown long. */
  settle(): void {
    if (this.#length - this.#ordered > 4096 + (this.#ordered >>> 3)) this.order()
  }

  /** Puts all in the order of days, each day's in the order they came; what is nobody's goes. */
  order(): void {
    const days = this.#days.data
    let places = new Uint32Array(this.#length)
    let kept = 0
    let sorted = true
    for (let at = 0; at < this.#length; at++) {
      if (this.#owners[at] === 0) continue
      if (kept > 0 && days[places[kept - 1]!]! > days[at]!) sorted = false
      places[kept++] = at
    }
    places = places.subarray(0, kept)
    if (kept === this.#length && sorted) {
      this.#ordered = kept
      return
    }
    if (!sorted) places = byDay(places, days)
    this.#owners = taken(this.#owners, places)
    this.#marks = [taken(this.#marks[0], places), taken(this.#marks[1], places)]
    for (const column of this.#figures) column.data = takenCodes(column.data, places)
    for (const column of [this.#days, ...this.#codes]) column.data = takenCodes(column.data, places)
    this.#length = this.#ordered = kept
  }

  /** Whoever has at least one like that. */
  mark(ask: HappeningAsk, words: number): Bitmap {
    const bits = new Uint32Array(words)
    const owners = this.#owners
    this.#each(ask, (from, to, keep) => {
      if (!keep)
        for (let at = from; at < to; at++) {
          const owner = owners[at]!
          bits[owner >>> 5]! |= 1 << (owner & 31)
        }
      else
        for (let at = from, i = 0; at < to; at++, i++) {
          const owner = owners[at]!
          bits[owner >>> 5]! |= keep[i]! << (owner & 31)
        }
    })
    return bits
  }

  /** How many like that each row has. */
  tally(ask: HappeningAsk, rows: number): Uint32Array {
    const counts = new Uint32Array(rows)
    this.visit(ask, (at) => counts[this.#owners[at]!]!++)
    return counts
  }

  /** The last day of one like that, for each row; nought for none. */
  last(ask: HappeningAsk, rows: number): Int32Array {
    const last = new Int32Array(rows)
    const days = this.#days.data
    const owners = this.#owners
    this.#each(ask, (from, to, keep) => {
      for (let at = from, i = 0; at < to; at++, i++) {
        if (keep && keep[i] === 0) continue
        const owner = owners[at]!
        const day = days[at]!
        const before = last[owner]!
        if (before === 0 || day > before) last[owner] = day
      }
    })
    return last
  }

  /** Every one like that, in no particular order. */
  visit(ask: HappeningAsk, see: (at: number) => void): void {
    this.#each(ask, (from, to, keep) => {
      for (let at = from, i = 0; at < to; at++, i++) if (!keep || keep[i] === 1) see(at)
    })
  }

  owner(at: number): number {
    return this.#owners[at]!
  }
  day(at: number): number {
    return this.#days.get(at)
  }
  code(column: number, at: number): number {
    return this.#codes[column]!.get(at)
  }
  figure(column: number, at: number): number {
    return this.#figures[column]!.get(at)
  }

  /** Portion by portion those that may be meant, and which of them are: nothing when all are. */
  #each(ask: HappeningAsk, see: (from: number, to: number, keep: Uint8Array | undefined) => void): void {
    const keep = new Uint8Array(portion)
    const { tables, figures, low, high } = ask
    const all = tables.length === 0 && figures.length === 0
    const run = (start: number, end: number, checkDays: boolean) => {
      for (let from = start; from < end; from += portion) {
        const to = Math.min(end, from + portion)
        if (!all || checkDays) keep.fill(1)
        for (const [column, yes] of tables) keepByTable(this.#codes[column]!.data, yes, keep, from, to)
        for (const [column, least, most] of figures) keepByRange(this.#figures[column]!.data, least, most, keep, from, to)
        if (checkDays) keepByRange(this.#days.data, low, high, keep, from, to)
        see(from, to, all && !checkDays ? undefined : keep)
      }
    }
    const bounded = low !== -Infinity || high !== Infinity
    run(bounded ? this.#first(low, false) : 0, bounded ? this.#first(high, true) : this.#ordered, false)
    run(this.#ordered, this.#length, bounded)
  }

  /** The first of those in order that does not lie before the day; `after`: that lies after it. */
  #first(day: number, after: boolean): number {
    const days = this.#days.data
    let low = 0
    let high = this.#ordered
    while (low < high) {
      const middle = (low + high) >>> 1
      if (after ? days[middle]! <= day : days[middle]! < day) low = middle + 1
      else high = middle
    }
    return low
  }

  sealed(): SealedHappenings {
    this.order()
    const { length } = this
    return {
      owners: this.#owners.slice(0, length),
      days: this.#days.data.slice(0, length),
      codes: this.#codes.map(({ data }) => data.slice(0, length)),
      figures: this.#figures.map(({ data }) => data.slice(0, length)),
      marks: [this.#marks[0].slice(0, length), this.#marks[1].slice(0, length)],
      length,
    }
  }

  bytes(): number {
    const parts = [
      this.#owners,
      this.#marks[0],
      this.#marks[1],
      this.#days.data,
      ...this.#codes.map(({ data }) => data),
      ...this.#figures.map(({ data }) => data),
    ]
    return parts.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }
}

function keepByTable(codes: Codes, yes: Uint8Array, keep: Uint8Array, from: number, to: number): void {
  if (codes instanceof Uint8Array) for (let at = from, i = 0; at < to; at++, i++) keep[i]! &= yes[codes[at]!]!
  else if (codes instanceof Uint16Array) for (let at = from, i = 0; at < to; at++, i++) keep[i]! &= yes[codes[at]!]!
  else for (let at = from, i = 0; at < to; at++, i++) keep[i]! &= yes[codes[at]!]!
}

function keepByRange(values: Codes | Float64Array, low: number, high: number, keep: Uint8Array, from: number, to: number): void {
  for (let at = from, i = 0; at < to; at++, i++) keep[i]! &= (values[at]! >= low ? 1 : 0) & (values[at]! <= high ? 1 : 0)
}

/** Places in the order of their days, by counting how many each day has. */
function byDay(places: Uint32Array, days: Codes): Uint32Array<ArrayBuffer> {
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < places.length; i++) {
    least = Math.min(least, days[places[i]!]!)
    most = Math.max(most, days[places[i]!]!)
  }
  const starts = new Uint32Array(most - least + 2)
  for (let i = 0; i < places.length; i++) starts[days[places[i]!]! - least + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const out = new Uint32Array(places.length)
  for (let i = 0; i < places.length; i++) out[starts[days[places[i]!]! - least]!++] = places[i]!
  return out
}

function taken(values: Uint32Array, places: Uint32Array): Uint32Array {
  const out = new Uint32Array(roomFor(places.length, 0))
  for (let i = 0; i < places.length; i++) out[i] = values[places[i]!]!
  return out
}

function takenCodes<T extends Codes | Float64Array>(values: T, places: Uint32Array): T {
  const Made = values.constructor as new (length: number) => T
  const out = new Made(roomFor(places.length, 0))
  for (let i = 0; i < places.length; i++) out[i] = values[places[i]!]!
  return out
}
