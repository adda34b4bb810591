// What the caller wishes, taken as it is meant: an empty field of a form is no wish, and what a caller answers may be nothing, or no text.
import type { Settings } from '../emit/emit.ts'
import type { MergeOptions } from '../options.ts'
import { asValue, asWords, type MergeDay } from '../values.ts'

/** At most so many letters in one file, and at least one; what is no number is no limit. */
export function mostLetters({ lettersPerFile }: Pick<MergeOptions, 'lettersPerFile'>): number {
  return typeof lettersPerFile === 'number' && !Number.isNaN(lettersPerFile) ? Math.max(1, Math.floor(lettersPerFile)) : Infinity
}

/** What emission needs of the options. */
export function settingsOf(options: MergeOptions): Omit<Settings, 'combined'> {
  const { restartPages, pagesOf, oddPages, language, date, address, greeting, part, marks, answers } = options
  const own = language?.trim()
  const day = typeof date === 'function' ? undefined : asDay(date)
  return {
    ...(restartPages !== undefined && { restartPages }),
    ...(pagesOf !== undefined && { pagesOf }),
    ...(oddPages !== undefined && { oddPages }),
    ...(own && { language: own }),
    ...(typeof date === 'function' ? { date: (record) => asDay(date(record)) } : day && { date: day }),
    ...(address && { address: (asked) => asLines(address(asked)) }),
    ...(greeting && { greeting: (asked) => asWords(greeting(asked)) }),
    ...(part && { part }),
    ...(marks && { marks }),
    ...(answers && { answers }),
  }
}

function asDay(date: unknown): MergeDay | undefined {
  const value = asValue(date)
  return typeof value === 'object' && !Array.isArray(value) ? (value as MergeDay) : undefined
}

function asLines(lines: unknown): readonly string[] | undefined {
  if (Array.isArray(lines)) return lines.map(asWords).filter((line) => line !== undefined)
  const line = asWords(lines)
  return line === undefined ? undefined : [line]
}
