// What a content shows, by the record at hand: the value looked up, formed in the letter's language, cleaned and escaped.
import { marked } from '../../base/fieldMarks.ts'
import { formula } from '../language/formula.ts'
import { compare } from '../language/compare.ts'
import { dress, dressParagraphs } from '../language/dress.ts'
import { textOfAddress, textOfGreeting } from './addressing.ts'
import { partOf, valueAt } from './lookUp.ts'
import type { Letter, Shown } from './letter.ts'
import type { Condition, Content, Words } from '../plan.ts'
import { clean, isRightToLeft, runContent } from './text.ts'
import { isStandardName } from '../standardNames.ts'
import type { MergeDay, MergeValue } from '../values.ts'

const asItIs = (words: string): string => words

const nothing: Shown = { text: '', inner: '', paragraphs: null, shows: false, rightToLeft: false }

export const shown = (letter: Letter, content: number): Shown => (letter.shown[content] ??= show(letter, content))

function show(letter: Letter, index: number): Shown {
  const content = letter.plan.contents[index]
  if (!content) return nothing
  const dressed = dressedOf(letter, content)
  const text = clean(dressed)
  if (text.length < dressed.length && isLoss(dressed, text)) letter.cleaned++
  if (text === '') return nothing
  const { w } = letter.plan
  const paragraphs = text.includes('\n') ? text.split(blankLine) : []
  const seen = letter.settings.marks ? marked : asItIs
  return {
    ...{ text, inner: runContent(seen(text), w), shows: text.trim() !== '', rightToLeft: isRightToLeft(text) },
    paragraphs: paragraphs.length > 1 ? paragraphs.map((paragraph) => runContent(seen(paragraph), w)) : null,
  }
}

const blankLine = /\n(?:[ \t]*\n)+/

/** Line ends of other kinds are no loss. */
const isLoss = (dressed: string, text: string) => dressed.replace(/\r\n/g, '\n').length > text.length

function dressedOf(letter: Letter, content: Content): string {
  const { format } = content
  if (content.k === 'field' || content.k === 'date') {
    const value = content.k === 'field' ? fieldValue(letter, content) : (dateOf(letter, content.time) ?? new Date())
    return typeof value === 'object' ? dressParagraphs(value, format, letter.language).join('\n\n') : dress(value, format, letter.language)
  }
  const value = computed(letter, content)
  return value === '' ? '' : dress(value, format, letter.language)
}

function fieldValue(letter: Letter, { field, mapped }: Extract<Content, { k: 'field' }>): MergeValue | undefined {
  if (!letter.record) return undefined
  return mapped && isStandardName(field) ? partOf(letter, letter.record, field) : valueAt(letter, field)
}

function computed(letter: Letter, content: Exclude<Content, { k: 'field' | 'date' }>): string | number {
  switch (content.k) {
    case 'count':
      return letter.record ? letter.taken + letter.cursor + 1 - (content.of === 'letters' ? letter.skipped + letter.passed : 0) : ''
    case 'address':
      return textOfAddress(letter, content.layout)
    case 'greeting':
      return textOfGreeting(letter, content.layout)
    case 'formula':
      return formula(wordsOf(letter, content.words), letter.language) ?? ''
    case 'words':
      return wordsOf(letter, content.words)
    case 'bookmark':
      return letter.bookmarks.get(content.name) ?? ''
    case 'answer':
      return letter.settings.answers?.[content.key] ?? wordsOf(letter, content.standard)
    case 'property':
      return letter.plan.properties[wordsOf(letter, content.name).trim().toLowerCase()] ?? ''
    case 'if':
      return wordsOf(letter, holds(letter, content.condition) ? content.then : content.otherwise)
  }
}

/** Words and contents as one text. */
export function wordsOf(letter: Letter, words: Words): string {
  let text = ''
  for (const word of words) text += typeof word === 'string' ? word : shown(letter, word).text
  return text
}

export const holds = (letter: Letter, { left, operator, right }: Condition): boolean =>
  compare(wordsOf(letter, left), operator, wordsOf(letter, right), letter.language)

/** The day that DATE and TIME show. TIME needs one with a time. */
export function dateOf(letter: Letter, time: boolean): MergeDay | undefined {
  const { date } = letter.settings
  const day = typeof date === 'function' ? date(letter.record ?? letter.first) : date
  return time && day && !(day instanceof Date) && day.time === undefined ? undefined : day
}
