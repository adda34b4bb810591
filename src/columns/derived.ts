// What is worked out from the columns once and used by many rules: who has a company, last days, figures. It is made when it is first
// asked for, and made anew after what it rests on has changed.
import type { Day } from '../base/day.ts'
import type { Bitmap } from './answers.ts'
import { and, gather, or, pointedTo, without } from './bitmap.ts'
import type { Columns } from './columns.ts'
import type { HappeningAsk } from './happenings.ts'
import { allPurchases } from './purchases.ts'
import { nextContacts, rhythms } from './rhythms.ts'

/** What an answer rests on; `rows`: every answer is as long as there are rows. */
export type Ground = 'contacts' | 'entries' | 'purchases' | 'lists' | 'targets' | 'cadences' | 'rows'

export class Derived {
  readonly #columns: Columns
  readonly #known = new Map<string, { grounds: readonly Ground[]; value: unknown }>()
  #asked: Day | undefined

  constructor(columns: Columns) {
    this.#columns = columns
  }

  forget(grounds: ReadonlySet<Ground>): void {
    for (const [key, known] of this.#known) {
      if (grounds.has('rows') || known.grounds.some((ground) => grounds.has(ground))) this.#known.delete(key)
    }
  }

  #make<T>(key: string, grounds: readonly Ground[], make: () => T): T {
    const known = this.#known.get(key)
    if (known) return known.value as T
    const value = make()
    this.#known.set(key, { grounds, value })
    return value
  }

  /** Companies that are there. */
  get companies(): Bitmap {
    const { live, isCompany } = this.#columns.parts.flags
    return this.#make('companies', ['contacts'], () => and(live, isCompany).subarray(0, this.#columns.words))
  }

  get persons(): Bitmap {
    const { live, isCompany } = this.#columns.parts.flags
    return this.#make('persons', ['contacts'], () => without(live, isCompany).subarray(0, this.#columns.words))
  }

  /** With whom nothing may be done. */
  get withheld(): Bitmap {
    const { privacyBlocked, minor, parentalConsent } = this.#columns.parts.flags
    return this.#make('withheld', ['contacts'], () =>
      or(and(this.#columns.live, privacyBlocked), without(and(this.persons, minor), parentalConsent)).subarray(0, this.#columns.words),
    )
  }

  /** Contacts with a company, companies among them. */
  get employed(): Bitmap {
    return this.#make('employed', ['contacts'], () => this.#gathered(this.companies))
  }

  /** Contacts without one. */
  get free(): Bitmap {
    return this.#make('free', ['contacts'], () => without(this.#columns.live, this.employed).subarray(0, this.#columns.words))
  }

  #gathered(companies: Bitmap): Bitmap {
    const { employer, flags } = this.#columns.parts
    const bits = gather(companies, employer, this.#columns.words)
    for (let w = 0; w < bits.length; w++) bits[w]! &= flags.live[w]!
    return bits
  }

  /** Contacts whose company is one of these. */
  ofCompanies(bits: Bitmap): Bitmap {
    return this.#gathered(and(this.companies, bits))
  }

  /** Companies of these contacts. */
  companiesOf(bits: Bitmap): Bitmap {
    return and(pointedTo(and(this.#columns.live.subarray(0, this.#columns.words), bits), this.#columns.parts.employer), this.companies)
  }

  /** For each company the sum over its people and itself. */
  overCompanies(values: Uint32Array): Uint32Array {
    const { employer } = this.#columns.parts
    const sums = new Uint32Array(values.length)
    for (let row = 1; row < values.length; row++) if (employer[row] !== 0 && values[row] !== 0) sums[employer[row]!]! += values[row]!
    return sums
  }

  /** Day of the last interaction that counts. */
  lastInteraction(): Int32Array | Uint16Array {
    return this.#make('lastInteraction', ['entries'], () => narrow(this.#entries().last(this.#counting(), (this.#columns.rows + 31) & ~31)))
  }

  /** For each company the same of all its people. */
  lastOfCompany(): Int32Array | Uint16Array {
    return this.#make('lastOfCompany', ['entries', 'contacts'], () => {
      const own = this.lastInteraction()
      const last = new Int32Array(own.length)
      const { employer } = this.#columns.parts
      for (let row = 1; row < this.#columns.rows; row++) {
        const company = employer[row]!
        if (company !== 0 && own[row] !== 0 && (last[company] === 0 || own[row]! > last[company]!)) last[company] = own[row]!
      }
      return narrow(last)
    })
  }

  /** How often each wants to be heard of, in days; nought is never. */
  rhythms(): Uint16Array {
    return this.#make('rhythms', ['contacts', 'cadences'], () => rhythms(this.#columns, (bits) => this.ofCompanies(bits)))
  }

  /** The day by which each wants to be heard of. Of the days on which it is asked the last is kept. */
  nextContact(today: Day): Int32Array {
    if (this.#asked !== today) this.#known.delete('nextContact')
    this.#asked = today
    return this.#make('nextContact', ['contacts', 'entries', 'cadences'], () => nextContacts(this.#columns, this, today))
  }

  lastPurchase(): Int32Array | Uint16Array {
    return this.#make('lastPurchase', ['purchases'], () =>
      narrow(this.#columns.parts.purchases.rows.last(allPurchases, (this.#columns.rows + 31) & ~31)),
    )
  }

  /** How many interactions that count. */
  interactions(): Uint32Array {
    return this.#make('interactions', ['entries'], () => this.#entries().tally(this.#counting(), this.#columns.rows))
  }

  purchases(): Uint32Array {
    return this.#make('purchases', ['purchases'], () => this.#columns.parts.purchases.rows.tally(allPurchases, this.#columns.rows))
  }

  amounts(): Float64Array {
    return this.#make('amounts', ['purchases'], () => this.#columns.parts.purchases.amounts(this.#columns.rows))
  }

  /** How many people each company has. */
  staff(): Uint32Array {
    return this.#make('staff', ['contacts'], () => {
      const counts = new Uint32Array(this.#columns.rows)
      const { employer } = this.#columns.parts
      for (let row = 1; row < counts.length; row++) if (employer[row] !== 0 && employer[row] !== row) counts[employer[row]!]!++
      return counts
    })
  }

  #entries() {
    return this.#columns.parts.entries.rows
  }

  #counting(): HappeningAsk {
    return this.#columns.parts.entries.counting(this.#columns.parts.cancelled)
  }

  bytes(): number {
    let sum = 0
    for (const { value } of this.#known.values()) if (ArrayBuffer.isView(value)) sum += value.byteLength
    return sum
  }
}

/** Days since 1900 in two bytes each, where they all are. */
function narrow(days: Int32Array): Int32Array | Uint16Array {
  for (let row = 0; row < days.length; row++) if (days[row]! < 0 || days[row]! > 0xffff) return days
  return Uint16Array.from(days)
}
