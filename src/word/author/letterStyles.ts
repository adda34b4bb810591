// The styles of a letter, with names that a person finds again in Word, and its lists.
import { AlignmentType, LevelFormat, type ILevelsOptions, type INumberingOptions, type IStylesOptions } from 'docx'
import type { LetterSheet } from '../../model/writtenLetter.ts'
import { styleNames } from '../authored.ts'
import { mm, points } from './measures.ts'

export const style = {
  list: 'LetterList',
  words: 'LetterWords',
  some: 'LetterSome',
  table: 'LetterTable',
  senderName: 'LetterSenderName',
  sender: 'LetterSender',
  returnLine: 'LetterReturnLine',
  address: 'LetterAddress',
  footer: 'LetterFooter',
  pageNumber: 'LetterPageNumber',
  gap: 'LetterGap',
} as const

/** @param addressLine points from one line of the address to the next */
export function letterStyles({ font, fontSize }: LetterSheet, language: string, addressLine: number): IStylesOptions {
  const small = Math.max(7, fontSize - 2.5)
  const grey = '404040'
  const of = (which: keyof typeof style, size: number, paragraph: object, run: object = {}) => ({
    ...{ id: style[which], name: styleNames[which], basedOn: 'Normal', quickFormat: true, run: { size: Math.round(size * 2), ...run } },
    paragraph: { spacing: { after: 0, before: 0, line: 240 }, ...paragraph },
  })
  const exactly = (line: number) => ({ spacing: { after: 0, before: 0, line: points(line), lineRule: 'exact' as const } })
  return {
    default: {
      document: {
        run: { font: font.trim() || 'Calibri', size: Math.round(fontSize * 2), language: { value: wordLanguage(language) } },
        // As it is typed: what parts paragraphs is an empty one, in the editor and on paper.
        paragraph: { spacing: { before: 0, after: 0, line: 264 } },
      },
    },
    paragraphStyles: [
      of('list', fontSize, { spacing: { before: 0, after: 0, line: 264 } }),
      of('words', fontSize, { spacing: { before: 0, after: points(fontSize * 1.35), line: 264 } }),
      of('some', fontSize, { spacing: { before: 0, after: 0, line: 264 } }),
      of('table', fontSize, {}),
      of('senderName', fontSize + 3, {}, { bold: true }),
      of('sender', small, {}, { color: grey }),
      of('returnLine', 7, {}, { color: grey }),
      of('address', Math.min(fontSize, addressLine / 1.18), exactly(addressLine)),
      of('footer', 7.5, {}, { color: grey }),
      of('pageNumber', small, { alignment: AlignmentType.CENTER }, { color: grey }),
      of('gap', 1, exactly(1)),
    ],
  }
}

/** Word checks the spelling of a language as it is written in a country; plain English is the British here. */
export function wordLanguage(tag: string): string {
  try {
    const locale = new Intl.Locale(tag)
    if (locale.region) return `${locale.language}-${locale.region}`
    return locale.language === 'en' ? 'en-GB' : `${locale.language}-${locale.maximize().region ?? ''}`.replace(/-$/, '')
  } catch {
    return 'en-GB'
  }
}

export const bullets = 'bullets'
const deepest = 9
const bulletSigns = ['•', '–', '▪']

const level = (at: number, format: ILevelsOptions['format'], text: string, start = 1): ILevelsOptions => ({
  ...{ level: at, text, start, alignment: AlignmentType.LEFT, ...(format && { format }) },
  style: { paragraph: { indent: { left: mm(6.5 * (at + 1)), hanging: mm(6.5) } } },
})

/** An ordered list of its own, counting from this number at its own depth. */
export interface OrderedList {
  reference: string
  depth: number
  start: number
}

/** Bullets once, and each ordered list apart, so that none goes on with the numbers of another. */
export function numberingOf(ordered: readonly OrderedList[]): INumberingOptions {
  const depths = Array.from({ length: deepest }, (_, at) => at)
  const signs = depths.map((at) => level(at, LevelFormat.BULLET, bulletSigns[at % bulletSigns.length]!))
  const numbers = ({ depth, start }: OrderedList) =>
    depths.map((at) => level(at, LevelFormat.DECIMAL, `%${at + 1}.`, at === depth ? start : 1))
  return {
    config: [{ reference: bullets, levels: signs }, ...ordered.map((list) => ({ reference: list.reference, levels: numbers(list) }))],
  }
}
