// The quick filters of the list of contacts as bits, each kept until something it rests on changes.
import { addDays, type Day } from '../base/day.ts'
import { exhaustive } from '../base/never.ts'
import type { Bitmap } from './answers.ts'
import { addTo, and, keepIn, or, scanRange, without } from './bitmap.ts'
import type { Ground } from './derived.ts'
import type { Evaluator } from './evaluate.ts'
import type { ListGround, QuickFilter } from './listAsk.ts'
import { numberOfDay } from './numbers.ts'
import type { TextColumn } from './textColumn.ts'

/** So many days before today are lately. */
const lately = 7

/** Beside the contacts. */
const restsOn: Partial<Record<QuickFilter, readonly Ground[]>> = { neverContacted: ['entries'], due: ['entries', 'cadences'] }

export class QuickFilters {
  readonly #evaluator: Evaluator
  readonly #known = new Map<string, { rests: readonly Ground[]; bits: Bitmap }>()

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator
  }

  forget(grounds: ReadonlySet<Ground>): void {
    for (const [key, { rests }] of this.#known)
      if (grounds.has('rows') || grounds.has('contacts') || rests.some((ground) => grounds.has(ground))) this.#known.delete(key)
  }

  /** Who it lets through; not to be changed by the caller. */
  of(filter: QuickFilter, ground: ListGround): Bitmap {
    const key = `${filter} ${filter === 'mine' ? (ground.salespersonId ?? '') : filter === 'changedLately' || filter === 'due' ? ground.today : ''}`
    const known = this.#known.get(key)
    if (known) return known.bits
    const bits = this.#make(filter, ground)
    // Of each there is one: that of another day or salesperson is not asked for again.
    for (const other of this.#known.keys()) if (other.startsWith(`${filter} `)) this.#known.delete(other)
    this.#known.set(key, { rests: restsOn[filter] ?? [], bits })
    return bits
  }

  #make(filter: QuickFilter, { salespersonId, today }: ListGround): Bitmap {
    const { columns, derived, everybody } = this.#evaluator
    const { flags, texts, days } = columns.parts
    switch (filter) {
      case 'mine':
        return salespersonId ? this.#mine(salespersonId) : new Uint32Array(columns.words)
      case 'companies':
        return derived.companies
      case 'persons':
        return derived.persons
      case 'noAddress':
        return noAddress(this.#evaluator)
      case 'noEmail':
        return keepIn(blank(texts.email, columns.words), everybody)
      case 'neverContacted':
        return keepIn(scanRange(derived.lastInteraction(), 0, 0, columns.words), everybody)
      case 'due':
        return dueOn(today, this.#evaluator)
      case 'changedLately':
        return keepIn(scanRange(days.changedAt.data, numberOfDay(addDays(today, -lately)), numberOfDay(today), columns.words), everybody)
      case 'excluded':
        return and(everybody, flags.excludeFromSegment)
      case 'withheld':
        return derived.withheld
    }
    return exhaustive(filter)
  }

  #mine(id: string): Bitmap {
    const { columns, derived } = this.#evaluator
    const column = columns.parts.choices.salespersonId
    const own = keepIn(is(column, id, columns.words), columns.live)
    const atCompany = and(and(derived.ofCompanies(own), derived.persons), blank(column, columns.words))
    return addTo(own, atCompany)
  }

  bytes(): number {
    let sum = 0
    for (const { bits } of this.#known.values()) sum += bits.byteLength
    return sum
  }
}

export const blank = (column: TextColumn, words: number): Bitmap => column.rows(column.texts.blanks(), words)

const is = (column: TextColumn, asked: string, words: number) =>
  column.rows(
    column.texts.judged((value) => value === asked, false),
    words,
  )

/** Whose next contact is due on that day, or was before. */
function dueOn(today: Day, { columns, derived }: Evaluator): Bitmap {
  const next = derived.nextContact(today)
  const bits = new Uint32Array(columns.words)
  const now = numberOfDay(today)
  for (let row = 1; row < next.length; row++) if (next[row] !== 0 && next[row]! <= now) bits[row >>> 5]! |= 1 << (row & 31)
  return bits
}

/** Who has no postal address: of their own where they have anything of one, otherwise their company's. */
export function noAddress({ columns, derived, everybody }: Evaluator): Bitmap {
  const { posted, placed } = columns.parts.flags
  const atCompany = without(and(everybody, derived.employed), placed)
  const reached = or(and(without(everybody, atCompany), posted), and(atCompany, derived.ofCompanies(posted)))
  return without(everybody, reached)
}
