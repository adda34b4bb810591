// Comparisons of IF, NEXTIF, SKIPIF and COMPARE. Public sources: ECMA-376 part 1, 17.16.5.26; [MS-OI29500] 2.1.478 (wildcards on the right
// side only); Microsoft support, "Format switches for text comparisons by IF fields": upper and lower case make a difference.
import { localeOf, remembering } from './locale.ts'
import { numberOf } from './numbers.ts'

export const operators = ['=', '<>', '<', '<=', '>', '>='] as const

export type Operator = (typeof operators)[number]

export const isOperator = (text: string): text is Operator => (operators as readonly string[]).includes(text)

const collator = remembering((locale) => new Intl.Collator(locale))

/** A pattern longer than this is no pattern but a text with stars in it; Word's own limit is 128 signs. */
const longestPattern = 255

/**
 * Two numbers are compared as numbers, as the language writes them; everything else as text. For `=` and `<>` a `?` on the right stands for
 * any one sign, a `*` for any signs or none.
 */
export function compare(left: string, operator: Operator, right: string, language: string): boolean {
  if ((operator === '=' || operator === '<>') && /[*?]/.test(right) && right.length <= longestPattern)
    return matches(left, right) === (operator === '=')
  const [first, second] = [numberOf(left, language), numberOf(right, language)]
  if (first !== undefined && second !== undefined) return holds(Math.sign(first - second), operator)
  const [one, other] = [left.normalize(), right.normalize()]
  if (operator === '=' || operator === '<>') return (one === other) === (operator === '=')
  return holds(one === other ? 0 : collator(localeOf(language)).compare(one, other), operator)
}

function holds(order: number, operator: Operator): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** Goes on from the last star when it comes to a stop: each sign of the text is looked at as often as the pattern is long, at most. */
function matches(text: string, pattern: string): boolean {
  const [signs, wanted] = [[...text.normalize()], [...pattern.normalize()]]
  let [at, want, star, resume] = [0, 0, -1, 0]
  while (at < signs.length) {
    if (wanted[want] === '*') {
      star = want++
      resume = at
    } else if (want < wanted.length && (wanted[want] === '?' || wanted[want] === signs[at])) {
      at++
      want++
    } else if (star >= 0) {
      want = star + 1
      at = ++resume
    } else return false
  }
  while (wanted[want] === '*') want++
  return want === wanted.length
}
