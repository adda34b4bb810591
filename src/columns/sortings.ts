// What the list of contacts is sorted by. Blanks stand last in both directions.
import { has } from './bitmap.ts'
import type { Columns } from './columns.ts'
import type { Derived } from './derived.ts'
import { byId, rowRanks, type Order, type Sorting } from './order.ts'

/** One field by itself: how two rows compare, and the same as a number for each row. */
export interface FieldSorting {
  compare: Sorting['compare']
  key: () => Uint32Array
}

/** Persons stand under their surname, companies under their name; who is called alike, in the order of ids. */
export function listSorting(columns: Columns, derived: Derived): Sorting {
  const { compare, key } = nameSorting(columns, derived, false)
  const id = byId(columns)
  return { compare: (a, b) => compare(a, b) || id(a, b), keys: () => [key()] }
}

/** @param ranks for each row the place of its text, where that is known */
export function nameSorting(columns: Columns, derived: Derived, descending: boolean, ranks?: () => Uint32Array): FieldSorting {
  const { texts } = columns.parts
  const name = (row: number) => {
    const surname = has(derived.persons, row) ? texts.surname.value(row) : ''
    return surname ? `${surname} ${texts.firstName.value(row)}` : texts.name.value(row)
  }
  return textSorting(columns, name, descending, { ranks })
}

/** By the language of the device. @param how.numeric runs of figures count as numbers; `ranks`: the place of each row's text, where it is known */
export function textSorting(
  columns: Columns,
  text: (row: number) => string,
  descending: boolean,
  { numeric = false, ranks }: { numeric?: boolean; ranks?: (() => Uint32Array) | undefined } = {},
): FieldSorting {
  const collator = new Intl.Collator(undefined, { numeric })
  const isBlank = (value: string) => value.trim() === ''
  return {
    compare: (a, b) => {
      const [one, other] = [text(a), text(b)]
      if (isBlank(one) || isBlank(other)) return Number(isBlank(one)) - Number(isBlank(other))
      return descending ? collator.compare(other, one) : collator.compare(one, other)
    },
    key: () => turned(ranks?.() ?? rowRanks(columns, text, collator), descending, (row) => isBlank(text(row))),
  }
}

/** By days as numbers, where nought is none. */
export function daySorting(columns: Columns, day: (row: number) => number, descending: boolean): FieldSorting {
  return {
    compare: (a, b) => {
      const [one, other] = [day(a), day(b)]
      if (one === 0 || other === 0) return Number(one === 0) - Number(other === 0)
      return descending ? other - one : one - other
    },
    key: () => {
      const days = Int32Array.from({ length: columns.rows }, (_, row) => day(row))
      const first = days.reduce((least, number) => (number !== 0 && (least === 0 || number < least) ? number : least), 0)
      return turned(
        Uint32Array.from(days, (number) => (number === 0 ? 0 : number - first)),
        descending,
        (row) => days[row] === 0,
      )
    },
  }
}

/** For each row the place of its name among all names, told by the order of names: nothing has to be put in order anew. */
export function nameRanks(columns: Columns, derived: Derived, { rows }: Order): Uint32Array {
  const { compare } = nameSorting(columns, derived, false)
  const ranks = new Uint32Array(columns.rows)
  for (let at = 1; at < rows.length; at++) ranks[rows[at]!] = ranks[rows[at - 1]!]! + Number(compare(rows[at - 1]!, rows[at]!) !== 0)
  return ranks
}

/** Who is alike stands by name. */
export const thenBy = ({ compare, key }: FieldSorting, names: Order): Sorting => ({
  compare: (a, b) => compare(a, b) || names.compare(a, b),
  // Nobody has the same place by name: no two are left to be compared.
  keys: () => [key(), names.places],
})

/** Numbers the other way round where that is wanted, blanks last. */
function turned(numbers: Uint32Array, descending: boolean, isBlank: (row: number) => boolean): Uint32Array {
  let most = 0
  for (let row = 0; row < numbers.length; row++) most = Math.max(most, numbers[row]!)
  return numbers.map((number, row) => (isBlank(row) ? most + 1 : descending ? most - number : number))
}
