// An order of all contacts, as that of new lines in a segment. Rows that have changed are put in their places anew when the order is next
// asked for.
import type { Bitmap } from './answers.ts'
import { count, has, put, rowsIn } from './bitmap.ts'
import type { Columns } from './columns.ts'
import type { Derived } from './derived.ts'
import { ranksOf } from './ranks.ts'

export interface Sorting {
  /** Compares two rows by what stands in them. */
  compare: (a: number, b: number) => number
  /** The same in numbers for each row, worked out for all at once, the weightiest first; rows with equal numbers are to be compared. */
  keys: () => readonly Uint32Array[]
}

export class Order {
  readonly #columns: Columns
  readonly #sorting: Sorting
  #rows: Uint32Array | undefined
  #places: Uint32Array | undefined
  #changed = new Set<number>()

  constructor(columns: Columns, sorting: Sorting, rows?: Uint32Array) {
    this.#columns = columns
    this.#sorting = sorting
    this.#rows = rows
  }

  /** These are to be put in their places anew. */
  change(row: number): void {
    if (this.#rows) this.#changed.add(row)
    this.#places = undefined
  }

  /** All contacts. */
  get rows(): Uint32Array {
    if (!this.#rows || this.#changed.size > 1000 + this.#rows.length / 20) this.#rows = this.#sorted()
    else if (this.#changed.size > 0) this.#rows = this.#mended(this.#rows)
    this.#changed.clear()
    return this.#rows
  }

  /** For each row its place among all. */
  get places(): Uint32Array {
    return (this.#places ??= this.#placesOf(this.rows))
  }

  compare(a: number, b: number): number {
    return this.#sorting.compare(a, b)
  }

  /** The rows of a bitmap in this order; the first `limit`. */
  rowsOf(bits: Bitmap, limit = Infinity): Uint32Array {
    const size = count(bits)
    const { rows } = this
    // A few are put in order by themselves; for many it is quicker to go through all.
    if (size * 8 < rows.length) return this.#few(bits, limit)
    const out = new Uint32Array(Math.min(size, limit))
    for (let at = 0, found = 0; at < rows.length && found < out.length; at++) if (has(bits, rows[at]!)) out[found++] = rows[at]!
    return out
  }

  #few(bits: Bitmap, limit: number): Uint32Array {
    const { places } = this
    const found = rowsIn(bits).map((row) => places[row]!)
    found.sort()
    return found.subarray(0, Math.min(found.length, limit)).map((place) => this.rows[place]!)
  }

  #placesOf(rows: Uint32Array): Uint32Array {
    const places = new Uint32Array(this.#columns.rows)
    for (let at = 0; at < rows.length; at++) places[rows[at]!] = at
    return places
  }

  #sorted(): Uint32Array {
    const keys = this.#sorting.keys()
    let rows = rowsIn(this.#columns.live)
    for (const key of [...keys].reverse()) rows = byKey(rows, key)
    const alike = (a: number, b: number) => keys.every((key) => key[a] === key[b])
    for (let from = 0; from < rows.length;) {
      let to = from + 1
      while (to < rows.length && alike(rows[from]!, rows[to]!)) to++
      if (to - from > 1) rows.subarray(from, to).sort(this.#sorting.compare)
      from = to
    }
    return rows
  }

  /** Those that have not changed, looked for by bits. */
  #without(before: Uint32Array): Uint32Array {
    const moved = new Uint32Array(this.#columns.words)
    for (const row of this.#changed) put(moved, row, true)
    const stay = new Uint32Array(before.length)
    let size = 0
    for (let at = 0; at < before.length; at++) {
      const row = before[at]!
      if (!has(moved, row)) stay[size++] = row
    }
    return stay.subarray(0, size)
  }

  #mended(before: Uint32Array): Uint32Array {
    const { compare } = this.#sorting
    const stay = this.#without(before)
    const come = [...this.#changed].filter((row) => has(this.#columns.live, row)).sort(compare)
    const out = new Uint32Array(stay.length + come.length)
    let from = 0
    let at = 0
    for (const row of come) {
      let low = from
      let high = stay.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (compare(stay[middle]!, row) < 0) low = middle + 1
        else high = middle
      }
      out.set(stay.subarray(from, low), at)
      at += low - from
      from = low
      out[at++] = row
    }
    out.set(stay.subarray(from), at)
    return out
  }

  bytes(): number {
    return (this.#rows?.byteLength ?? 0) + (this.#places?.byteLength ?? 0)
  }
}

/** By counting how many rows have each number; rows with the same one stay as they stand. */
function byKey(rows: Uint32Array, key: Uint32Array): Uint32Array {
  let most = 0
  for (let at = 0; at < rows.length; at++) most = Math.max(most, key[rows[at]!]!)
  const starts = new Uint32Array(most + 2)
  for (let at = 0; at < rows.length; at++) starts[key[rows[at]!]! + 1]!++
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
  const out = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at++) out[starts[key[rows[at]!]!]!++] = rows[at]!
  return out
}

// One fixed locale: two tablets must put the same people in the same order, whatever language they speak.
const lineCollator = new Intl.Collator('en', { numeric: true })

export const byId = (columns: Columns) => (a: number, b: number) => {
  const [one, other] = [columns.parts.ids.idOf(a), columns.parts.ids.idOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Company name, company number, the company before its people, name: the order of `orderForSegment`. */
export function lineSorting(columns: Columns, derived: Derived): Sorting {
  const { texts, ids } = columns.parts
  const companyOf = (row: number) => (has(derived.employed, row) ? columns.parts.employer[row]! : 0)
  const isPerson = (row: number) => (has(derived.companies, row) ? 0 : 1)
  const text = (field: 'name' | 'no', a: number, b: number) => lineCollator.compare(texts[field].value(a), texts[field].value(b))
  const id = byId(columns)
  const byCompany = (a: number, b: number) => (a === 0 || b === 0 ? a - b : text('name', a, b) || text('no', a, b) || id(a, b))
  const compare = (a: number, b: number) => {
    const [companyA, companyB] = [companyOf(a), companyOf(b)]
    if (companyA !== companyB) return byCompany(companyA, companyB)
    return isPerson(a) - isPerson(b) || text('name', a, b) || id(a, b)
  }
  const keys = () => {
    const names = rowRanks(columns, (row) => texts.name.value(row), lineCollator)
    const companies = rowsIn(derived.companies)
    const numbers = companyNumbers(companies, columns)
    const ordered = Array.from(companies).sort((a, b) => names[a]! - names[b]! || numbers[a]! - numbers[b]! || id(a, b))
    const companyRanks = new Uint32Array(ids.count)
    for (let at = 0; at < ordered.length; at++) companyRanks[ordered[at]!] = at + 1
    // The company stands before its people.
    const major = new Uint32Array(ids.count)
    for (const row of rowsIn(columns.live)) major[row] = companyRanks[companyOf(row)]! * 2 + isPerson(row)
    return [major, names]
  }
  return { compare, keys }
}

function companyNumbers(companies: Uint32Array, columns: Columns): Uint32Array {
  const ranks = ranksOf(
    Array.from(companies, (row) => columns.parts.texts.no.value(row)),
    lineCollator,
  )
  const numbers = new Uint32Array(columns.rows)
  for (let at = 0; at < companies.length; at++) numbers[companies[at]!] = ranks[at]!
  return numbers
}

/** What the list of contacts is sorted by depends on the language of the device. */
export const listLocale = () => new Intl.Collator().resolvedOptions().locale

/** For each row the place of its text among those of all. */
export function rowRanks(columns: Columns, text: (row: number) => string, collator: Intl.Collator): Uint32Array {
  const codes = new Map<string, number>()
  const values: string[] = []
  const own = new Uint32Array(columns.rows)
  for (const row of rowsIn(columns.live)) {
    const value = text(row)
    let code = codes.get(value)
    if (code === undefined) {
      codes.set(value, (code = values.length))
      values.push(value)
    }
    own[row] = code
  }
  const ranks = ranksOf(values, collator)
  return own.map((code) => ranks[code]!)
}
