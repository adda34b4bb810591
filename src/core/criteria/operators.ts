// What each operator means. These tests are asked of values that are there; those that are blank are asked by `blanksOf`.
import { fold } from '../../base/fold.ts'
import { exhaustive } from '../../base/never.ts'
import type { ChoiceOperator, RuleOf, SetOperator } from '../../model/criteria.ts'

export type Test<T> = (value: T) => boolean

const not =
  <T>(test: Test<T>): Test<T> =>
  (value) =>
    !test(value)

/** Whether a text is one of these. */
export function isAmong(asked: readonly string[]): Test<string> {
  const values = new Set(asked)
  return (text) => values.has(text)
}

/**
 * From one end to the other, both included, whichever is said first; a blank end is open, two blank ends match nobody. Numbers are
 * compared as numbers, anything else as text. A text that goes on after the end with a new word is still inside: 1000..1999 has
 * "1999 AB" in it.
 */
export function isBetween(one: string, other: string): Test<string> {
  if (one === '' && other === '') return () => false
  const swapped = one !== '' && other !== '' && compareNaturally(one, other) > 0
  const [low, high] = swapped ? [other, one] : [one, other]
  return (text) =>
    (low === '' || compareNaturally(text, low) >= 0) && (high === '' || text.startsWith(`${high} `) || compareNaturally(text, high) <= 0)
}

const digits = /^\d+$/

/** Below zero when the first comes before the second: numbers as numbers, anything else as text. */
export function compareNaturally(a: string, b: string): number {
  if (digits.test(a) && digits.test(b)) return Number(a) - Number(b)
  return a < b ? -1 : a > b ? 1 : 0
}

/** A test of a value from a short list, as it stands there. */
export function choiceTest(operator: ChoiceOperator, values: readonly string[]): Test<string> {
  const asked = isAmong(values.map(fold))
  switch (operator) {
    case 'isAnyOf':
      return (value) => asked(fold(value))
    case 'isNoneOf':
      return (value) => !asked(fold(value))
    case 'isBlank':
      return () => false
    case 'isNotBlank':
      return () => true
  }
  return exhaustive(operator)
}

/** A test of all that somebody has. Where nothing is chosen, none of it is a match for anybody, and the rest for nobody. */
export function setTest(operator: SetOperator, ids: readonly string[]): Test<readonly string[]> {
  const asked = new Set(ids)
  switch (operator) {
    case 'hasAnyOf':
      return (has) => has.some((id) => asked.has(id))
    case 'hasAllOf':
      return (has) => asked.size > 0 && hasAll(has, asked)
    case 'hasNoneOf':
      return (has) => !has.some((id) => asked.has(id))
    case 'isExactly':
      return (has) => asked.size > 0 && hasAll(has, asked) && has.every((id) => asked.has(id))
    case 'isBlank':
      return () => false
    case 'isNotBlank':
      return () => true
  }
  return exhaustive(operator)
}

function hasAll(has: readonly string[], asked: ReadonlySet<string>): boolean {
  for (const id of asked) if (!has.includes(id)) return false
  return true
}

/** A test of a figure. One that lacks its number is met by nobody, and its "not" by everybody. */
export function numberTest({ operator, from, to }: Pick<RuleOf<'number'>, 'operator' | 'from' | 'to'>): Test<number> {
  switch (operator) {
    case 'equals':
      return (value) => value === from
    case 'isNot':
      return (value) => value !== from
    case 'atLeast':
      return (value) => from !== undefined && value >= from
    case 'atMost':
      return (value) => from !== undefined && value <= from
    case 'between':
      return isInRange(from, to) ?? (() => false)
    case 'notBetween':
      return not(isInRange(from, to) ?? (() => false))
  }
  return exhaustive(operator)
}

/** From one number to the other, both included, whichever is said first; a missing end is open. Where both are missing nothing is asked. */
export function isInRange(from: number | undefined, to: number | undefined): Test<number> | undefined {
  if (from === undefined && to === undefined) return undefined
  const swapped = from !== undefined && to !== undefined && from > to
  const [low, high] = swapped ? [to, from] : [from, to]
  return (value) => (low === undefined || value >= low) && (high === undefined || value <= high)
}
