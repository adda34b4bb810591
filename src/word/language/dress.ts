// How a value is dressed: the format that a field's switches ask for, and the value written that way.
// The order is Word's: first the picture or the way of numbering, then the letters, then what stands around.
import type { Instruction } from '../compile/instruction.ts'
import type { MergeValue } from '../values.ts'
import { inCase, type LetterCase } from './cases.ts'
import { inDatePicture } from './datePicture.ts'
import { isParagraphs, longDay, momentOf } from './days.ts'
import { inNumbering, numberingOf, type Numbering } from './numbering.ts'
import { inNumberPicture } from './numberPicture.ts'
import { numberOf, writeNumber } from './numbers.ts'
import { spells } from './numberWords.ts'

export type { LetterCase } from './cases.ts'

/** What a field's switches ask for. Plain data. */
export interface Format {
  /** Each on what the one before it made: `\* Lower \* FirstCap` of RICHARD is Richard. */
  letters?: LetterCase[]
  /** `\@` */
  date?: string
  /** `\#` */
  number?: string
  /** `\* roman` and its like. */
  numbering?: Numbering
  /** Only when there is a value. */
  before: string
  after: string
  /** CHARFORMAT: the value looks like the first letter of the instruction. */
  likeCode: boolean
}

/** A value as it is. */
export const plainFormat: Format = { before: '', after: '', likeCode: false }

const cases = new Map<string, LetterCase>([
  ['UPPER', 'upper'],
  ['LOWER', 'lower'],
  ['FIRSTCAP', 'firstCap'],
  ['CAPS', 'caps'],
])

export function formatOf(instruction: Instruction): Format {
  const format: Format = { ...plainFormat }
  for (const { name, value } of instruction.switches) {
    if (name === 'b') format.before = value
    else if (name === 'f') format.after = value
    else if (name === '@' && isPicture(value)) format.date = value
    else if (name === '#' && isPicture(value)) format.number = value
    else if (name === '*') addGeneral(format, value)
  }
  return format
}

/** No picture that anybody means is longer. */
const isPicture = (value: string) => value !== '' && value.length <= 500

function addGeneral(format: Format, value: string): void {
  const letters = cases.get(value.toUpperCase())
  const numbering = numberingOf(value)
  if (letters) format.letters = [...(format.letters ?? []), letters]
  if (numbering) format.numbering = numbering
  if (value.toUpperCase() === 'CHARFORMAT') format.likeCode = true
}

const harmless = new Set(['CHARFORMAT', 'MERGEFORMAT', 'MERGEFORMATINET'])
const inWords = new Set<Numbering>(['cardText', 'ordText', 'dollarText'])

/** The switches that fields have of their own, beside `\*`, `\@`, `\#` and the lock `\!`. */
const ownSwitches: Record<string, string> = { MERGEFIELD: 'bfmv', ADDRESSBLOCK: 'cdefl', GREETINGLINE: 'cefl', DATE: 'hlsu', TIME: '' }

/**
 * Switches that are not carried out, as they are written: `\* ThaiText`. Numbers in words are carried out in some languages; the letter's
 * decides, where it is known.
 */
export function unknownSwitches({ kind, switches }: Instruction, language?: string): string[] {
  const own = Object.hasOwn(ownSwitches, kind) ? (ownSwitches[kind] as string) : ''
  const unknown = switches.filter(({ name, value }) => {
    if (name === '*') return !isGeneral(value, language)
    if (name === '@' || name === '#') return !isPicture(value)
    return name === '' || !`${own}!`.includes(name)
  })
  return unknown.map(({ name, value }) => (name === '*' ? `\\* ${value}`.trim() : `\\${name}`))
}

function isGeneral(value: string, language: string | undefined): boolean {
  const numbering = numberingOf(value)
  if (numbering && inWords.has(numbering)) return language === undefined || spells(language)
  return numbering !== undefined || cases.has(value.toUpperCase()) || harmless.has(value.toUpperCase())
}

/** A value as text: a number and a day in the language's usual way, paragraphs with a blank line between them. */
export function textOf(value: MergeValue | undefined, language: string): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return writeNumber(value, language)
  return isParagraphs(value) ? value.join('\n\n') : longDay(value, language)
}

/** Dresses a value: what comes out empty stays empty, whatever stands before or after it. */
export function dress(value: MergeValue | undefined, format: Format, language: string): string {
  const text = inCases(pictured(value, format, language), format, language)
  return text === '' ? '' : format.before + text + format.after
}

/** The same, paragraph by paragraph: what stands before goes to the first, what stands after to the last. Of a plain value: one. */
export function dressParagraphs(value: MergeValue | undefined, format: Format, language: string): string[] {
  if (value === undefined || typeof value !== 'object' || !isParagraphs(value)) return [dress(value, format, language)]
  const texts = value.map((paragraph) => inCases(pictured(paragraph, format, language), format, language))
  if (texts.every((text) => text === '')) return ['']
  return texts.map((text, at) => (at === 0 ? format.before : '') + text + (at === texts.length - 1 ? format.after : ''))
}

const inCases = (text: string, { letters = [] }: Format, language: string): string =>
  letters.reduce((words, each) => inCase(words, each, language), text)

function pictured(value: MergeValue | undefined, format: Format, language: string): string {
  if (format.date !== undefined) {
    const moment = momentOf(value, language)
    const shown = moment && inDatePicture(moment, format.date, language)
    if (shown !== undefined) return shown
  }
  if (format.number !== undefined || format.numbering !== undefined) {
    const number = numberOf(value, language)
    if (number !== undefined) return numbered(number, value, format, language)
  }
  return textOf(value, language)
}

function numbered(number: number, value: MergeValue | undefined, format: Format, language: string): string {
  if (format.number !== undefined) return inNumberPicture(number, format.number, language)
  const shown = format.numbering && inNumbering(number, format.numbering, language)
  return shown ?? textOf(value, language)
}
