// What a clause of a sentence is, and what all clauses need: words of a message with its place marked, lists of values, those without one.
import type { Day } from '../../../base/day.ts'
import type { RulePath } from '../../../core/segment/recipeWish.ts'
import type { Rule } from '../../../model/criteria.ts'
import type { Lists } from '../../../storage/read/lists.ts'
import { either, figure, together } from '../../../text/format.ts'
import { isKey, t, type Key, type Words } from '../../../text/language.svelte.ts'
import type { OtherNames } from '../ruleValues.ts'
import { marking, unmarked } from './marked.ts'
import { blanksOf, isNegative, ofOf, subjectOf } from './ruleSubjects.ts'

/** Whose clause it is: "who …", "whose company …", or with its own beginning, as "whose language …". */
export type Opener = 'self' | 'company' | 'whole'

/** What one rule says, as the language says it, without what opens it. */
export interface Clause {
  of: Opener
  says: string
  /** Said in brackets: the days that are meant, and what else holds. */
  aside: string[]
  /** Who is taken in or left out for want of a value. */
  tail?: string
  negative: boolean
  /** The same right behind "people": "in Graz". */
  place?: string
  /** The same behind "but": "with no visit". */
  without?: string
}

/** What is known while a rule is said. */
export interface Around {
  path: RulePath
  lists: Lists | undefined
  others: OtherNames
  /** The day relative dates are asked on. */
  asOf: Day
}

type SayKey = Key extends infer K ? (K extends `criteria.say.${infer Rest}` ? Rest : never) : never

/** The words of a rule; those between <b> lead to it. */
export const say = (key: SayKey, path: RulePath, words: Words): string =>
  t(`criteria.say.${key}` as 'criteria.say.isBlank', { ...cleaned(words), b: marking(path) })

const cleaned = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [name, typeof word === 'string' ? unmarked(word) : word]))

/** So many values are said; of more the first ones, and how many others. */
const saidAtMost = 6

function saidOf(values: readonly string[]): string[] {
  if (values.length === 0) return ['…']
  const clean = values.map(unmarked)
  if (clean.length <= saidAtMost) return clean
  const first = clean.slice(0, saidAtMost - 1)
  return [...first, t('criteria.valuesMore', { text: figure(clean.length - first.length) })]
}

export const orText = (values: readonly string[]): string => either(saidOf(values))
export const andText = (values: readonly string[]): string => together(saidOf(values))
export const norText = (values: readonly string[]): string =>
  saidOf(values).reduce((first, last) => t('criteria.join.nor', { first, last }))

/** Those without a value, as a rule takes them in or leaves them out: "those without a language". Nothing where there is always one. */
export function lackingText(rule: Rule): string | undefined {
  const subject = subjectOf(rule)
  const key = `criteria.lacking.${subject}`
  if (!isKey(key)) return undefined
  if (ofOf(rule) && subject !== 'companyName' && subject !== 'lastPurchase') return t('criteria.lacking.ofCompany')
  return t(key, { what: 'other', named: '' })
}

/** "including those without a language": said of every "not", and wherever it is not a matter of course. */
export function tailText(rule: Rule, path: RulePath, those: () => string | undefined = () => lackingText(rule)): string | undefined {
  const blanks = 'atLeast' in rule && rule.operator === 'has' ? rule.blanks : blanksOf(rule)
  if (blanks === undefined || (!blanks && !isNegative(rule))) return undefined
  const lacking = those()
  return lacking && marking(path)([t(blanks ? 'criteria.including' : 'criteria.excluding', { those: lacking })])
}
