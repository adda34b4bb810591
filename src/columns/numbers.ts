// A column of whole numbers that takes as few bytes as its largest number needs, and days as numbers.
import type { Day } from '../base/day.ts'
import type { Codes } from './bitmap.ts'

export class NumberColumn {
  data: Codes

  constructor(data: Codes = new Uint8Array(32)) {
    this.data = data
  }

  set(row: number, value: number): void {
    if (row >= this.data.length) this.reserve(row + 1)
    if (this.data[row] === value) return
    this.data[row] = value
    if (this.data[row] === value) return
    this.data = widened(this.data, value)
    this.data[row] = value
  }

  get(row: number): number {
    return this.data[row] ?? 0
  }

  /** Room for so many rows, in whole words; rows that are new are nought. */
  reserve(rows: number): void {
    if (rows <= this.data.length) return
    const length = roomFor(rows, this.data.length)
    const grown = blankLike(this.data, length)
    grown.set(this.data)
    this.data = grown
  }
}

/** A column of any numbers: whole ones in few bytes, as long as there are no others. */
export class FigureColumn {
  data: Codes | Float64Array

  constructor(data: Codes | Float64Array = new Uint8Array(32)) {
    this.data = data
  }

  set(row: number, value: number): void {
    if (!(this.data instanceof Float64Array)) {
      const whole = new NumberColumn(this.data)
      if (fits(value)) {
        whole.set(row, value)
        this.data = whole.data
        return
      }
      this.data = Float64Array.from(this.data)
    }
    if (row >= this.data.length) {
      const grown = new Float64Array(roomFor(row + 1, this.data.length))
      grown.set(this.data)
      this.data = grown
    }
    this.data[row] = value
  }

  get(row: number): number {
    return this.data[row] ?? 0
  }
}

/** A whole number of 31 bits; a nought with a sign is none. */
const fits = (value: number) => (value | 0) === value && !Object.is(value, -0)

/** Whole words, and half as many again when there was something before. */
export const roomFor = (rows: number, before: number) => (Math.max(rows, before + (before >>> 1)) + 31) & ~31

function blankLike(data: Codes, length: number): Codes {
  if (data instanceof Uint8Array) return new Uint8Array(length)
  if (data instanceof Uint16Array) return new Uint16Array(length)
  return data instanceof Int32Array ? new Int32Array(length) : new Uint32Array(length)
}

function widened(data: Codes, value: number): Codes {
  if (value < 0) return Int32Array.from(data)
  return data instanceof Uint8Array && value < 0x10000 ? Uint16Array.from(data) : Uint32Array.from(data)
}

/** Days are counted from the beginning of 1900, where 1 is the first; nought is no day, what lies before is negative. */
export function numberOfDay(day: Day | undefined): number {
  if (!day) return 0
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const count = era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 693900
  return count > 0 ? count : count - 1
}

export function dayOfNumber(number: number): Day | undefined {
  if (number === 0) return undefined
  const count = number > 0 ? number : number + 1
  return new Date((count - 25568) * 86_400_000).toISOString().slice(0, 10) as Day
}
