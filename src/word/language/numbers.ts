// Numbers: what a value says as a number in a language, and a number as a letter writes it when no picture asks for another way.
// Public source: ECMA-376 part 1, 17.16.4.2: without a picture no groups, no zeros at the end, a minus sign in front.
import type { MergeValue } from '../values.ts'
import { localeOf, remembering } from './locale.ts'
import { isGap, plainFigures, signsOf } from './signs.ts'

/** No number is written in more signs than this. */
const longest = 60

/**
 * The number that a value says; undefined where it says something else. Currencies and per cent are read over: `5 %` is 5.
 * The language decides what `1.234` is; a number in no language's way but plainly one (`1234.50` in a German letter) counts as well.
 */
export function numberOf(value: MergeValue | undefined, language: string): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || value.length > longest || !/\p{Nd}/u.test(value)) return undefined
  const text = plainFigures(value).trim()
  const bracketed = /^\(.*\)$/.test(text)
  const found = takeEnds(bracketed ? text.slice(1, -1).trim() : text)
  if (!found || (bracketed && found.sign !== '')) return undefined
  const size = readFigures(found.figures, language)
  return size === undefined ? undefined : bracketed || /[-−]/.test(found.sign) ? -size || 0 : size
}

const words = 'kr kr. Kr Kr. Fr Fr. SFr. zł Kč Ft lei лв лв. руб. р.'.split(' ')
const units = new Set(['', ...words, ...Intl.supportedValuesOf('currency')])
const isUnit = (text: string) => units.has(text) || /^[\p{Sc}%‰]$/u.test(text)

/** Parts figures from what stands before and after them: one sign, one unit. `12,-` is twelve. */
function takeEnds(text: string): { figures: string; sign: string } | undefined {
  let from = text.search(/\d/)
  if (from < 0) return undefined
  let to = text.length
  while (!/\d/.test(text[to - 1] as string)) to--
  if (/^[+\-−]?\s*[.,]$/.test(text.slice(0, from))) from--
  const front = endOf(text.slice(0, from))
  const back = endOf(text.slice(to).replace(/^[.,][-–]/, ''))
  if (!isUnit(front.unit) || !isUnit(back.unit) || (front.sign !== '' && back.sign !== '')) return undefined
  return { figures: text.slice(from, to), sign: front.sign + back.sign }
}

/** A sign on either side of a unit: `-€`, `€ -`. */
function endOf(text: string): { unit: string; sign: string } {
  const trimmed = text.trim()
  const isSign = (sign: string | undefined) => sign !== undefined && /[+\-−]/.test(sign)
  if (isSign(trimmed[0])) return { unit: trimmed.slice(1).trim(), sign: trimmed[0] as string }
  if (isSign(trimmed.at(-1))) return { unit: trimmed.slice(0, -1).trim(), sign: trimmed.at(-1) as string }
  return { unit: trimmed, sign: '' }
}

/** Figures with the signs between them, without sign and unit. */
export function readFigures(text: string, language: string): number | undefined {
  if (!/^[\d.,](?:[\d.,' \u00a0\u2009\u202f’]*[\d.,])?$/.test(text) || !/\d/.test(text)) return undefined
  const { point, group } = signsOf(language)
  const other = point === ',' ? '.' : ','
  return plain(text, point, isGap(group) ? other : group) ?? plain(text, other, point)
}

/** By one meaning of the signs: groups of three (the second and further may be of two, as in India), then at most one point. */
function plain(text: string, point: string, group: string): number | undefined {
  const [whole = '', part = '', more] = text.split(point)
  if (more !== undefined || /\D/.test(part)) return undefined
  const signs = new Set([...whole].filter((sign) => !/\d/.test(sign)).map((sign) => (isGap(sign) ? ' ' : sign)))
  const [sign] = signs
  if (signs.size > 1 || (sign !== undefined && sign !== ' ' && sign !== group)) return undefined
  const groups = [...whole]
    .map((each) => (/\d/.test(each) ? each : ' '))
    .join('')
    .split(' ')
  const rightly = groups.every((each, at) => (at === 0 ? /^\d{1,3}$/ : at === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(each))
  if (groups.length > 1 && !rightly) return undefined
  return whole === '' && part === '' ? undefined : Number(`${groups.join('') || '0'}.${part || '0'}`)
}

const format = remembering(
  (locale) => new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20, numberingSystem: 'latn' }),
)

/** A number with the language's point, without groups: a year stays a year. Fifteen figures count, as in Word. */
export function writeNumber(value: number, language: string): string {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15)) || 0
  return (rounded < 0 ? '-' : '') + format(localeOf(language)).format(Math.abs(rounded))
}
