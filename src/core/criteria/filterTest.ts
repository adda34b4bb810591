// What a filter expression asks of a value. Patterns are followed step by step, so that no expression takes long.
import type { Day } from '../../base/day.ts'
import { fold, spelledOut } from '../../base/fold.ts'
import { exhaustive } from '../../base/never.ts'
import type { ExpressionField } from '../../model/criteria.ts'
import { readFilterDay } from './filterDay.ts'
import { readFilter, type Filter, type FilterValue } from './filterExpression.ts'
import { readFilterNumber } from './filterNumber.ts'
import { compareNaturally } from './operators.ts'

type Test<T> = (value: T) => boolean
type Comparison = Exclude<Filter['kind'], 'or' | 'and'>
type Leaf = Extract<Filter, { kind: Comparison }>

/** Codes are the same in capitals and in small letters. */
const codes: readonly ExpressionField[] = ['no', 'postCode', 'countryCode', 'languageCode', 'salutationCode', 'vatNo', 'externalId']

/** An expression as a test of what stands in a field: of a text as it stands there, not blank. Nothing where it cannot be read. */
export function textFilterTest(expression: string, field: ExpressionField): Test<string> | undefined {
  return testOf(expression, field, (leaf) => textLeaf(leaf, codes.includes(field)))
}

export function numberFilterTest(expression: string, field: ExpressionField): Test<number> | undefined {
  return testOf(expression, field, (leaf) => orderLeaf(leaf, ({ text }) => readFilterNumber(text)))
}

export function dayFilterTest(expression: string, field: ExpressionField, today: Day): Test<Day> | undefined {
  return testOf(expression, field, (leaf) => orderLeaf(leaf, ({ text }) => readFilterDay(text)?.(today)))
}

/** Whether a blank is what an expression asks for: `''` is, a "not" is, what stands in order is not. */
export function blankFits(expression: string, field: ExpressionField): boolean {
  return testOf(expression, field, blankLeaf)?.(undefined) ?? false
}

function testOf<T>(expression: string, field: ExpressionField, leafTest: (leaf: Leaf) => Test<T>): Test<T> | undefined {
  const read = readFilter(expression, field)
  return read.ok ? together(read.value, leafTest) : undefined
}

function together<T>(filter: Filter, leafTest: (leaf: Leaf) => Test<T>): Test<T> {
  if (filter.kind !== 'or' && filter.kind !== 'and') return leafTest(filter)
  const tests = filter.items.map((item) => together(item, leafTest))
  return filter.kind === 'or' ? (value) => tests.some((test) => test(value)) : (value) => tests.every((test) => test(value))
}

function blankLeaf(leaf: Leaf): Test<unknown> {
  if (leaf.kind !== 'is' && leaf.kind !== 'isNot') return () => false
  const isBlank = /^\**$/.test(leaf.value.text.trim())
  return () => isBlank === (leaf.kind === 'is')
}

/**
 * Text in a filter is compared as it stands; among codes, without regard to case and accents, and with @ as a rule on texts does: in its
 * plain form, and with `oe` for `ö`. Order is that of words.
 */
function textLeaf(leaf: Leaf, isCode: boolean): Test<string> {
  if (leaf.kind !== 'is' && leaf.kind !== 'isNot') {
    const ordered = inOrder(leaf, ({ text }) => fold(text), compareNaturally)
    return (value) => ordered(fold(value))
  }
  const plain = isCode || leaf.value.anyCase ? fold : asItStands
  const asked = plain(leaf.value.text)
  const isNot = leaf.kind === 'isNot'
  const isIt: Test<string> = /[*?]/.test(asked) ? (text) => fits(text, asked) : (text) => text === asked
  const isSpelled = (text: string | undefined) => text !== undefined && isIt(text)
  return leaf.value.anyCase
    ? (value) => (isIt(fold(value)) || isSpelled(spelledOut(value))) !== isNot
    : (value) => isIt(plain(value)) !== isNot
}

const asItStands = (text: string) => text.normalize('NFC').trim()

function orderLeaf<T extends number | string>(leaf: Leaf, read: (value: FilterValue) => T | undefined): Test<T> {
  if (leaf.kind !== 'is' && leaf.kind !== 'isNot') return inOrder(leaf, read, (one, other) => (one < other ? -1 : one > other ? 1 : 0))
  const asked = read(leaf.value)
  return (value) => (value === asked) === (leaf.kind === 'is')
}

function inOrder<T>(
  leaf: Exclude<Leaf, { kind: 'is' | 'isNot' }>,
  read: (value: FilterValue) => T | undefined,
  compare: (one: T, other: T) => number,
): Test<T> {
  if (leaf.kind === 'range') {
    const from = leaf.from && read(leaf.from)
    const to = leaf.to && read(leaf.to)
    return (value) => (from === undefined || compare(value, from) >= 0) && (to === undefined || compare(value, to) <= 0)
  }
  const asked = read(leaf.value)
  if (asked === undefined) return () => false
  switch (leaf.kind) {
    case '<':
      return (value) => compare(value, asked) < 0
    case '<=':
      return (value) => compare(value, asked) <= 0
    case '>':
      return (value) => compare(value, asked) > 0
    case '>=':
      return (value) => compare(value, asked) >= 0
  }
  return exhaustive(leaf)
}

/** Whether a text fits a pattern of signs, * (any number of signs) and ? (one sign). It goes back to the last star only. */
export function fits(text: string, pattern: string): boolean {
  let at = 0
  let asked = 0
  let star = -1
  let tried = 0
  while (at < text.length) {
    const sign = pattern[asked]
    if (sign === '*') {
      star = asked++
      tried = at
    } else if (sign === '?') {
      asked++
      at += signLength(text, at)
    } else if (sign !== undefined && sign === text[at]) {
      asked++
      at++
    } else if (star >= 0) {
      asked = star + 1
      tried += signLength(text, tried)
      at = tried
    } else return false
  }
  while (pattern[asked] === '*') asked++
  return asked === pattern.length
}

const signLength = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
