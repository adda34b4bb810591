// What a rule asks of a text. A text is asked in its plain form (Müller as "muller") and, where it has such letters, in the one that is
// spelled out ("mueller"): one of them is enough. "Not" is whoever is left.
import { fold, spelledOut } from '../../base/fold.ts'
import { exhaustive } from '../../base/never.ts'
import type { TextField, TextOperator } from '../../model/criteria.ts'
import { isAmong, isBetween, type Test } from './operators.ts'

export type TextHow = 'contains' | 'startsWith' | 'endsWith' | 'equals'
export type TextAsk =
  | {
      how: TextHow
      /** Those who match are the others. */
      not: boolean
      /** What is looked for in the plain form. */
      values: readonly string[]
      /** Those of them that may be found in the form that is spelled out, and not in the plain one. */
      spelled: readonly string[]
    }
  /** Any other question is put to the plain form. */
  | { how: 'test'; test: Test<string> }

/** Telephone numbers are compared without what people put between the digits. */
const bare = (text: string) => text.replace(/[\s()/.-]/g, '')
const foldPhone = (text: string) => bare(fold(text))
const isPhone = (field: TextField) => field === 'phone' || field === 'mobilePhone'

function spelledPhone(text: string): string | undefined {
  const spelled = spelledOut(text)
  return spelled === undefined ? undefined : bare(spelled)
}

/** How a text is made comparable before a rule is asked of it. */
export const foldOf = (field: TextField): ((text: string) => string) => (isPhone(field) ? foldPhone : fold)

/** The same with `oe` for `ö`; nothing where a text has no such letter. */
export const spelledFoldOf = (field: TextField): ((text: string) => string | undefined) => (isPhone(field) ? spelledPhone : spelledOut)

/** What is asked by an operator. Values that are blank ask nothing; of `between` they are an open end. */
export function textAsk(operator: TextOperator, values: readonly string[], field: TextField): TextAsk {
  const folded = values.map(foldOf(field))
  const asked = folded.filter((value) => value !== '')
  const parts = (how: TextHow, not = false): TextAsk => ({
    how,
    not,
    values: asked,
    spelled: asked.filter((one) => mayBeSpelled(how, one)),
  })
  switch (operator) {
    case 'isAnyOf':
      return parts('equals')
    case 'isNoneOf':
      return parts('equals', true)
    case 'contains':
      return parts('contains')
    case 'doesNotContain':
      return parts('contains', true)
    case 'startsWith':
      return parts('startsWith')
    case 'doesNotStartWith':
      return parts('startsWith', true)
    case 'endsWith':
      return parts('endsWith')
    case 'between':
      return { how: 'test', test: isBetween(folded[0] ?? '', folded[1] ?? '') }
    case 'isBlank':
      return { how: 'test', test: () => false }
    case 'isNotBlank':
      return { how: 'test', test: () => true }
  }
  return exhaustive(operator)
}

/** Spelling out puts an e behind a, o or u, or an a behind a: only what has that in it, or begins with it, is found in that form alone. */
const mayBeSpelled = (how: TextHow, value: string) =>
  how === 'contains' || how === 'endsWith' ? /^[ae]|[aou]e|aa/.test(value) : /[aou]e|aa/.test(value)

/** A test of a text in its plain form (`foldOf`); the other form (`spelledFoldOf`) is made where it is needed only. */
export function textTest(
  operator: TextOperator,
  values: readonly string[],
  field: TextField,
): (plain: string, written: () => string) => boolean {
  const ask = textAsk(operator, values, field)
  if (ask.how === 'test') return ask.test
  const isIn = partTest(ask.how, ask.values)
  if (ask.spelled.length === 0) return (plain) => isIn(plain) !== ask.not
  const isSpelledIn = partTest(ask.how, ask.spelled)
  const spell = spelledFoldOf(field)
  const isIt = (spelled: string | undefined) => spelled !== undefined && isSpelledIn(spelled)
  return (plain, written) => (isIn(plain) || isIt(spell(written()))) !== ask.not
}

/** Whether a text has one of these values as it is asked for. */
export function partTest(how: TextHow, values: readonly string[]): Test<string> {
  switch (how) {
    case 'equals':
      return isAmong(values)
    case 'contains':
      return (text) => values.some((part) => text.includes(part))
    case 'startsWith':
      return (text) => values.some((part) => text.startsWith(part))
    case 'endsWith':
      return (text) => values.some((part) => text.endsWith(part))
  }
  return exhaustive(how)
}
