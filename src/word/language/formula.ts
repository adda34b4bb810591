// `=` fields over numbers. Public sources: ECMA-376 part 1, 17.16.3 (operators, functions) and 17.16.5.1 (=); Microsoft KB 105640:
// first %, then ^, then * and /, then + and -, then comparisons, each from left to right; true is 1, false is 0.
import { formulaTokens, type FormulaToken } from './formulaTokens.ts'
import { rounded } from './rounding.ts'

/** What cannot be worked out: bookmarks, table cells, a division by zero, a wrong form. */
class NoNumber extends Error {}

const deepest = 60

interface Reader {
  tokens: readonly FormulaToken[]
  at: number
  depth: number
}

/** The number that a formula comes to (without its `=`); undefined where it speaks of anything but numbers. */
export function formula(text: string, language: string): number | undefined {
  const tokens = formulaTokens(text, language)
  if (!tokens || tokens.length === 0) return undefined
  const reader: Reader = { tokens, at: 0, depth: 0 }
  try {
    const value = comparison(reader)
    return reader.at === tokens.length ? finite(value) : undefined
  } catch (error) {
    if (error instanceof NoNumber) return undefined
    throw error
  }
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new NoNumber()
  return value === 0 ? 0 : value
}

/** Takes the next token when it is one of these signs. */
function take(reader: Reader, ...signs: string[]): string | undefined {
  const token = reader.tokens[reader.at]
  if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined
  reader.at++
  return token.text
}

function chain(
  reader: Reader,
  signs: string[],
  next: (reader: Reader) => number,
  apply: (sign: string, a: number, b: number) => number,
): number {
  let value = next(reader)
  for (let sign = take(reader, ...signs); sign !== undefined; sign = take(reader, ...signs))
    value = finite(apply(sign, value, next(reader)))
  return value
}

/** What counts of a number that was worked out. */
const exact = (value: number) => Number(value.toPrecision(14))

const truth = (holds: boolean) => (holds ? 1 : 0)

function comparison(reader: Reader): number {
  if (++reader.depth > deepest) throw new NoNumber()
  const value = chain(reader, ['=', '<>', '<', '<=', '>', '>='], sum, (sign, a, b) => {
    const order = Math.sign(exact(a) - exact(b))
    if (sign === '=' || sign === '<>') return truth((order === 0) === (sign === '='))
    return truth(order === 0 ? sign.endsWith('=') : order < 0 === sign.startsWith('<'))
  })
  reader.depth--
  return value
}

const sum = (reader: Reader): number => chain(reader, ['+', '-'], product, (sign, a, b) => (sign === '+' ? a + b : a - b))

const product = (reader: Reader): number => chain(reader, ['*', '/'], power, (sign, a, b) => (sign === '*' ? a * b : a / b))

const power = (reader: Reader): number => chain(reader, ['^'], percent, (_, a, b) => a ** b)

function percent(reader: Reader): number {
  let value = signed(reader)
  while (take(reader, '%')) value /= 100
  return value
}

/** Two minus signs are a plus. */
function signed(reader: Reader): number {
  let negative = false
  for (let sign = take(reader, '-', '+'); sign !== undefined; sign = take(reader, '-', '+')) negative = negative !== (sign === '-')
  const value = operand(reader)
  return negative ? -value : value
}

function operand(reader: Reader): number {
  const token = reader.tokens[reader.at]
  if (token?.kind === 'number') {
    reader.at++
    return token.value
  }
  if (token?.kind === 'word') {
    reader.at++
    return call(token.text, reader)
  }
  if (!take(reader, '(')) throw new NoNumber()
  const value = comparison(reader)
  if (!take(reader, ')')) throw new NoNumber()
  return value
}

function call(name: string, reader: Reader): number {
  if (name === 'DEFINED') return defined(reader)
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (!found) throw new NoNumber()
  const values = found.least === 0 && !isOpen(reader) ? [] : argumentsOf(reader)
  if (values.length < found.least || values.length > found.most) throw new NoNumber()
  return finite(found.of(values))
}

/** Whether what stands in brackets can be worked out. */
function defined(reader: Reader): number {
  if (!isOpen(reader)) throw new NoNumber()
  const { at: from, depth } = reader
  try {
    return argumentsOf(reader).length === 1 ? 1 : 0
  } catch (error) {
    if (!(error instanceof NoNumber)) throw error
    reader.depth = depth
    reader.at = behindBrackets(reader, from)
    return 0
  }
}

function behindBrackets({ tokens }: Reader, from: number): number {
  let open = 0
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind === 'sign' && token.text === '(') open++
    if (token?.kind === 'sign' && token.text === ')' && --open === 0) return at + 1
  }
  throw new NoNumber()
}

const isOpen = ({ tokens, at }: Reader) => {
  const token = tokens[at]
  return token?.kind === 'sign' && token.text === '('
}

function argumentsOf(reader: Reader): number[] {
  if (!take(reader, '(')) throw new NoNumber()
  if (take(reader, ')')) return []
  const values = [comparison(reader)]
  while (take(reader, ',')) values.push(comparison(reader))
  if (!take(reader, ')')) throw new NoNumber()
  return values
}

interface Known {
  least: number
  most: number
  of: (values: number[]) => number
}

const of = (least: number, most: number, work: (...values: number[]) => number): Known => ({ least, most, of: (values) => work(...values) })
const all = (work: (values: number[]) => number): Known => ({ least: 1, most: 10_000, of: work })
const total = (values: number[]) => values.reduce((sofar, value) => sofar + value, 0)

const functions: Record<string, Known> = {
  TRUE: of(0, 0, () => 1),
  FALSE: of(0, 0, () => 0),
  AND: of(2, 2, (a = 0, b = 0) => truth(a !== 0 && b !== 0)),
  OR: of(2, 2, (a = 0, b = 0) => truth(a !== 0 || b !== 0)),
  NOT: of(1, 1, (a) => truth(a === 0)),
  IF: of(3, 3, (asked, then = 0, otherwise = 0) => (asked === 0 ? otherwise : then)),
  ABS: of(1, 1, (a = 0) => Math.abs(a)),
  INT: of(1, 1, (a = 0) => Math.trunc(a)),
  SIGN: of(1, 1, (a = 0) => Math.sign(a)),
  MOD: of(2, 2, (a = 0, b = 0) => a % b),
  ROUND: of(2, 2, (a = 0, places = 0) => rounded(a, places)),
  SUM: all(total),
  PRODUCT: all((values) => values.reduce((sofar, value) => sofar * value, 1)),
  AVERAGE: all((values) => total(values) / values.length),
  COUNT: all((values) => values.length),
  MIN: all((values) => values.reduce((least, value) => Math.min(least, value))),
  MAX: all((values) => values.reduce((most, value) => Math.max(most, value))),
}
