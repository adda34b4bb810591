// A figure of a rule while it is typed: the rule takes it as soon as it can be read. One that cannot be read stays in its field and is
// marked, with the sentence that says what holds meanwhile, so that words and number never say two things.
import { readNumber } from '../../../base/number.ts'
import type { RelativeDay } from '../../../model/criteria.ts'
import { figure, typedNumber } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'

export type SpanUnit = Extract<RelativeDay, { kind: 'ago' }>['unit']

/** A span goes back a hundred years at most. */
export const longest: Record<SpanUnit, number> = { day: 36_500, week: 5_200, month: 1_200, year: 100 }
/** How many interactions or purchases can be asked; one has an operator of its own. */
export const manyFrom = 2
export const manyTo = 999
/** No amount and no quantity is greater. */
export const greatest = 1_000_000_000_000

/** A whole number between two limits, both included; nothing where it is none. */
export function readWhole(typed: string, least: number, most: number): number | undefined {
  const plain = typed.trim()
  if (!/^\d{1,15}$/.test(plain)) return undefined
  const number = Number(plain)
  return number >= least && number <= most ? number : undefined
}

/** A figure as it is typed, with a comma or a point; a blank field asks nothing, `false` cannot be read. */
export function readFigure(typed: string): number | undefined | false {
  if (typed.trim() === '') return undefined
  const number = readNumber(typed)
  return number === undefined || Math.abs(number) > greatest ? false : number
}

/** What is wrong with a figure, and that it is not asked meanwhile or what is. */
export function figureTrouble(typed: string, holds: number | undefined): string {
  if (readFigure(typed) !== false) return ''
  const text = holds === undefined ? t('criteria.noNumber', { most: figure(greatest) }) : ''
  return text || t('criteria.noNumberYet', { most: figure(greatest), text: typedNumber(holds ?? 0) })
}

/** What is wrong with a span, and which one holds meanwhile. */
export function spanTrouble(typed: string, unit: SpanUnit, holds: { count: number; unit: SpanUnit }): string {
  if (readWhole(typed, 1, longest[unit]) !== undefined) return ''
  return t('criteria.noSpan', { most: figure(longest[unit]), text: t(`criteria.span.${holds.unit}`, { count: holds.count }) })
}

/** What is wrong with "at least so many". */
export const manyTrouble = (typed: string, holds: number): string =>
  readWhole(typed, manyFrom, manyTo) === undefined ? t('criteria.twoAtLeast', { most: figure(manyTo), text: figure(holds) }) : ''
