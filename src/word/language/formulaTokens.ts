// A formula taken apart into figures, words and signs.
import { readFigures } from './numbers.ts'
import { isGap, plainFigures, signsOf } from './signs.ts'

export type FormulaToken = { kind: 'number'; value: number } | { kind: 'word'; text: string } | { kind: 'sign'; text: string }

/** No formula is longer than this. */
const longest = 20_000

/**
 * The tokens, or undefined where a sign has no meaning. In the arguments of a function a comma parts arguments, unless it is the language's
 * point with figures on both sides; a semicolon always does. Currency signs are read over.
 */
export function formulaTokens(source: string, language: string): FormulaToken[] | undefined {
  if (source.length > longest) return undefined
  const text = plainFigures(source)
  const tokens: FormulaToken[] = []
  const brackets: boolean[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at, at + 64)
    const word = /^[\p{L}_]+/u.exec(rest)?.[0]
    const sign = /^(?:<>|<=|>=|[-+*/^%()=<>;,−])/.exec(rest)?.[0]
    const length = lengthOfNumber(text, at, language, brackets.at(-1) === true)
    if (length > 0) {
      const value = readFigures(text.slice(at, at + length), language)
      if (value === undefined) return undefined
      tokens.push({ kind: 'number', value })
    } else if (word !== undefined) tokens.push({ kind: 'word', text: word.toUpperCase() })
    else if (sign !== undefined) {
      if (sign === '(') brackets.push(tokens.at(-1)?.kind === 'word')
      if (sign === ')') brackets.pop()
      tokens.push({ kind: 'sign', text: sign === '−' ? '-' : sign === ';' ? ',' : sign })
    } else if (!/^[\s\p{Sc}]/u.test(rest)) return undefined
    at += length || (word ?? sign ?? ' ').length
  }
  return tokens
}

/** Figures with points and groups inside; blanks inside only where they cannot part words. */
function lengthOfNumber(text: string, from: number, language: string, inArguments: boolean): number {
  const { point } = signsOf(language)
  const isFigure = (at: number) => /[0-9]/.test(text[at] ?? '')
  if (!isFigure(from) && !(/[.,]/.test(text[from] ?? '') && text[from] === point && isFigure(from + 1))) return 0
  let to = from + 1
  for (; to < text.length; to++) {
    const sign = text[to] as string
    const inside = sign === '.' || (sign === ',' && (!inArguments || point === ',')) || (isGap(sign) && sign !== ' ')
    if (!isFigure(to) && !(inside && isFigure(to + 1))) break
  }
  return to - from
}
