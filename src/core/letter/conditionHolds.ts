// Whether a condition of a written letter holds for somebody, as Word will decide it (IF, ECMA-376 part 1, 17.16.5.26), to be said while
// the condition is made. The engine decides in the letter itself; a test holds both to each other.
import type { LetterInline } from '../../model/writtenLetter.ts'

export type Condition = Extract<LetterInline, { type: 'condition' }>['attrs']

/** @param said what the field says of her, in words */
export function conditionHolds({ is, value }: Pick<Condition, 'is' | 'value'>, said: string): boolean {
  switch (is) {
    case 'equal':
      return same(said, value)
    case 'notEqual':
      return !same(said, value)
    case 'blank':
      return said === ''
    case 'notBlank':
      return said !== ''
    case 'contains':
      return fits(said, `*${value}*`)
    case 'startsWith':
      return fits(said, `${value}*`)
    case 'less':
      return orderOf(said, value) < 0
    case 'greater':
      return orderOf(said, value) > 0
  }
}

const same = (said: string, value: string) => (/[*?]/.test(value) ? fits(said, value) : orderOf(said, value) === 0)

/** Two numbers as numbers, all else as text; upper and lower case make a difference. */
function orderOf(one: string, other: string): number {
  const [first, second] = [numberOf(one), numberOf(other)]
  if (first !== undefined && second !== undefined) return Math.sign(first - second)
  const [left, right] = [one.normalize(), other.normalize()]
  return left === right ? 0 : left.localeCompare(right) || 1
}

const numberOf = (text: string) => (/^\s*-?\d+(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : undefined)

/** A star stands for any signs or none, a question mark for one. */
function fits(said: string, pattern: string): boolean {
  const parts = pattern.normalize().replace(/\*+/g, '*').split('*')
  const text = said.normalize()
  const [first = '', ...rest] = parts
  const last = rest.pop()
  if (last === undefined) return text.length === first.length && startsSo(text, 0, first)
  if (!startsSo(text, 0, first)) return false
  let at = first.length
  for (const part of rest) {
    while (at + part.length <= text.length && !startsSo(text, at, part)) at++
    if (at + part.length > text.length) return false
    at += part.length
  }
  const end = text.length - last.length
  return end >= at && startsSo(text, end, last)
}

const startsSo = (text: string, at: number, part: string): boolean =>
  at + part.length <= text.length && [...Array(part.length).keys()].every((sign) => part[sign] === '?' || part[sign] === text[at + sign])
