// Numbers in other ways: `\* roman`, `Ordinal`, `CardText`. Public source: ECMA-376 part 1, 17.16.4.3.1.
// A number that a way cannot show (roman of -1) stays as it is.
import { cardinal, joining, ordinal } from './numberWords.ts'
import { plainLanguage } from './locale.ts'
import { rounded, roundedFigures } from './rounding.ts'

export type Numbering =
  'arabic' | 'arabicDash' | 'ALPHABETIC' | 'alphabetic' | 'ROMAN' | 'roman' | 'ordinal' | 'hex' | 'cardText' | 'ordText' | 'dollarText'

const plainNames: Record<string, Numbering> = {
  ...{ ARABIC: 'arabic', ARABICDASH: 'arabicDash', ORDINAL: 'ordinal', HEX: 'hex' },
  ...{ CARDTEXT: 'cardText', ORDTEXT: 'ordText', DOLLARTEXT: 'dollarText' },
}

/** The way that `\*` asks for; its first letter says whether roman figures and letters are small. */
export function numberingOf(name: string): Numbering | undefined {
  const folded = name.toUpperCase()
  const small = name.charAt(0) !== folded.charAt(0)
  if (folded === 'ROMAN') return small ? 'roman' : 'ROMAN'
  if (folded === 'ALPHABETIC') return small ? 'alphabetic' : 'ALPHABETIC'
  return Object.hasOwn(plainNames, folded) ? plainNames[folded] : undefined
}

/** The number that way; undefined where it cannot be shown so. */
export function inNumbering(value: number, way: Numbering, language: string): string | undefined {
  if (way === 'dollarText') return dollars(value, language)
  const whole = rounded(value, 0)
  if (Math.abs(whole) > Number.MAX_SAFE_INTEGER) return undefined
  switch (way) {
    case 'arabic':
      return String(whole)
    case 'arabicDash':
      return `- ${whole} -`
    case 'ALPHABETIC':
      return letters(whole)
    case 'alphabetic':
      return letters(whole)?.toLowerCase()
    case 'ROMAN':
      return romans(whole)
    case 'roman':
      return romans(whole)?.toLowerCase()
    case 'ordinal':
      return shortOrdinal(whole, language)
    case 'hex':
      return whole < 0 ? undefined : whole.toString(16).toUpperCase()
    case 'cardText':
      return cardinal(whole, language)
    case 'ordText':
      return ordinal(whole, language)
  }
}

/** A, B, … Z, AA, BB, …; Word knows them up to 30 letters. */
function letters(value: number): string | undefined {
  if (value < 1 || value > 780) return undefined
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const romanFigures: [number, string][] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as [number, string][]),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as [number, string][]),
]

function romans(value: number): string | undefined {
  if (value < 1 || value > 32_767) return undefined
  let left = value
  let out = ''
  for (const [size, figure] of romanFigures) {
    out += figure.repeat(Math.floor(left / size))
    left %= size
  }
  return out
}

const english = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

/** 1st, 1er, 1e; a full stop where a language has no other way. */
function shortOrdinal(value: number, language: string): string {
  switch (plainLanguage(language)) {
    case 'en':
      return `${value}${endings[english.select(Math.abs(value))] ?? 'th'}`
    case 'fr':
      return `${value}${value === 1 ? 'er' : 'e'}`
    case 'nl':
      return `${value}e`
    case 'es':
    case 'it':
    case 'pt':
      return `${value}º`
    case 'sv':
      return `${value}:${/(?:^|[^1])[12]$/.test(String(value)) ? 'a' : 'e'}`
    default:
      return `${value}.`
  }
}

/** `one hundred and 05/100`. */
function dollars(value: number, language: string): string | undefined {
  const [whole, cents] = roundedFigures(value, 2)
  const words = value < 0 ? undefined : cardinal(Number(whole), language)
  return words === undefined ? undefined : `${words} ${joining(language)} ${cents}/100`
}
