// Questions to figures: of most everybody has one, of those of the rhythm some have none.
import type { Day } from '../base/day.ts'
import { exhaustive } from '../base/never.ts'
import type { NumberField, RuleOf } from '../model/criteria.ts'
import type { Bitmap } from './answers.ts'
import type { Columns } from './columns.ts'
import type { Derived } from './derived.ts'
import { numberOfDay } from './numbers.ts'

interface Known {
  columns: Columns
  derived: Derived
}

/** Rows whose figure passes the test; `blanks`: and those without one. */
export function askFigures(
  { field, of }: Pick<RuleOf<'number'>, 'field' | 'of'>,
  test: (value: number) => boolean,
  blanks: boolean,
  { columns, derived }: Known,
  today: Day,
): Bitmap {
  const { words } = columns
  if (field === 'overdueDays') return askOverdue(derived.nextContact(today), today, test, blanks, words)
  if (field === 'cadenceDays') return askEach(derived.rhythms(), test, blanks, words)
  const bits = new Uint32Array(words)
  const values = figuresOf(field, of, derived)
  for (let row = 1; row < values.length; row++) if (test(values[row]!)) bits[row >>> 5]! |= 1 << (row & 31)
  return bits
}

type AlwaysThere = Exclude<NumberField, 'overdueDays' | 'cadenceDays'>

function figuresOf(field: AlwaysThere, of: 'company' | undefined, derived: Derived): Uint32Array | Float64Array {
  switch (field) {
    case 'interactions':
      return of === 'company' ? derived.overCompanies(derived.interactions()) : derived.interactions()
    case 'purchases':
      return derived.purchases()
    case 'purchaseAmount':
      return derived.amounts()
    case 'peopleInCompany':
      return derived.staff()
  }
  return exhaustive(field)
}

/** By how many days each is overdue is asked of those who are due some day. */
function askOverdue(next: Int32Array, today: Day, test: (days: number) => boolean, blanks: boolean, words: number): Bitmap {
  const now = numberOfDay(today)
  return askEach(next, (number) => test(number < 0 && now > 0 ? now - number - 1 : now - number), blanks, words)
}

/** Each figure that occurs is asked once; nought is none. */
function askEach(figures: Int32Array | Uint16Array, test: (figure: number) => boolean, blanks: boolean, words: number): Bitmap {
  const known = new Map<number, number>([[0, blanks ? 1 : 0]])
  const bits = new Uint32Array(words)
  for (let row = 0; row < words << 5; row++) {
    const figure = figures[row]!
    let yes = known.get(figure)
    if (yes === undefined) known.set(figure, (yes = test(figure) ? 1 : 0))
    bits[row >>> 5]! |= yes << (row & 31)
  }
  return bits
}
