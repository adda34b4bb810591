// Reads a text as a day and a time: the international way first, then the language's own, then English.
// Public source for the century of a year of two figures: .NET, Calendar.TwoDigitYearMax (2049).
import { calendarOf } from './calendar.ts'
import { isMoment, type Moment } from './moments.ts'

/** No day is told in more signs than this. */
const longest = 80
const lastOfCentury = 49

/** The day and time that a text tells, or undefined. A zone is left out: the text means the clock that it names. */
export function readMoment(text: string, language: string): Moment | undefined {
  if (text.length > longest) return undefined
  const trimmed = text
    .trim()
    .replace(/\s*[年月년월]\s*/g, '-')
    .replace(/[日일]/g, '')
  if (!/\d/.test(trimmed)) return undefined
  return international(trimmed) ?? readIn(trimmed, language) ?? readIn(trimmed, 'en')
}

const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

function international(text: string): Moment | undefined {
  const found = iso.exec(text)
  if (!found) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  return checked({ year, month, day, hour, minute, second })
}

function readIn(text: string, language: string): Moment | undefined {
  const { rest, ...time } = takeTime(text, language)
  if (rest === '') return checked({ year: 1899, month: 12, day: 30, ...time, dayless: true })
  const day = readDay(rest, language)
  return day && checked({ ...day, ...time })
}

const checked = (moment: Moment) => (isMoment(moment) ? moment : undefined)

const clock = /(?:^|[\s,T])(\d\d?)[:h](\d\d)(?::(\d\d))?\s*([^\d:]{0,12})$/u
/** What leads over from the day to the time: 22 November 2026 at 14:05, 22. november 2026 kl. 14:05. */
const leading = /(?:[\s,]+(?:at|um|à|om|kl\.?|klokken))?[\s,]*$/u

interface Taken {
  /** What is left for the day. */
  rest: string
  hour: number
  minute: number
  second: number
}

function takeTime(text: string, language: string): Taken {
  const none = { rest: text, hour: 0, minute: 0, second: 0 }
  const found = clock.exec(text)
  if (!found) return none
  const told = Number(found[1])
  const half = halfOf(found[4] ?? '', language)
  if (half === undefined || (half !== 'none' && (told > 12 || told === 0))) return none
  const hour = half === 'none' ? told : (told % 12) + (half === 'pm' ? 12 : 0)
  return { rest: text.slice(0, found.index).replace(leading, ''), hour, minute: Number(found[2]), second: Number(found[3] ?? 0) }
}

function halfOf(after: string, language: string): 'am' | 'pm' | 'none' | undefined {
  const { fold, halves } = calendarOf(language)
  const word = fold(after).replace(/\s/g, '')
  if (word === '' || word === 'uhr' || word === 'uur') return 'none'
  if (word === 'am' || word === fold(halves[0]).replace(/\s/g, '')) return 'am'
  return word === 'pm' || word === fold(halves[1]).replace(/\s/g, '') ? 'pm' : undefined
}

type Day = Pick<Moment, 'year' | 'month' | 'day'>

/** Words that stand in a day beside its names, and what may hang on its figures. */
const fillers = new Set('of the de del den dem der le la el am st nd rd th er re e º ª ste o a г р'.split(' '))

/** Whatever is not the day's is a sign that the text is none. */
function readDay(text: string, language: string): Day | undefined {
  const calendar = calendarOf(language)
  // A weekday in front may be of several words: quinta-feira.
  const front = /^[^\d,]+/.exec(text)?.[0] ?? ''
  if (calendar.weekdays.has(calendar.fold(front).trim())) return readDay(text.slice(front.length).replace(/^[,\s]+/, ''), language)
  const figures: string[] = []
  let month: number | undefined
  for (const piece of text.match(/\d+|[\p{L}\p{M}]+|[^\s]/gu) ?? []) {
    const word = calendar.fold(piece)
    if (/^\d/.test(piece)) figures.push(piece)
    else if (month === undefined && calendar.months.has(word)) month = calendar.months.get(word)
    else if (!/^[.,/-]$/.test(piece) && !calendar.weekdays.has(word) && !fillers.has(word)) return undefined
  }
  return month === undefined ? figured(text, figures, calendar.order) : named(figures, month)
}

function named([first = '', second = '', more]: string[], month: number): Day | undefined {
  const yearFirst = first.length > 2
  const [year, day] = yearFirst ? [yearOf(first), second] : [yearOf(second), first]
  return more !== undefined || year === undefined || day === '' || day.length > 2 ? undefined : { year, month, day: Number(day) }
}

/** The same sign between all figures. */
const form = /^(?:\p{L}+[.,]*\s*)?\d+(\s*[./-]\s*|\s+)\d+(\s*[./-]\s*|\s+)\d+\.?$/u

/** 22.11.2026, in the order of the language; where that makes no day, with day and month the other way round. */
function figured(text: string, figures: string[], order: string): Day | undefined {
  const between = form.exec(text)
  if (between?.[1] === undefined || between[1].trim() !== between[2]?.trim() || figures.length !== 3) return undefined
  const real = (figures[0] as string).length > 2 ? 'ymd' : order
  const [year, month, day] = ['y', 'm', 'd'].map((letter) => figures[real.indexOf(letter)] as string) as [string, string, string]
  const told = yearOf(year)
  if (told === undefined || month.length > 2 || day.length > 2) return undefined
  const turned = Number(month) > 12
  return { year: told, month: Number(turned ? day : month), day: Number(turned ? month : day) }
}

function yearOf(figures: string): number | undefined {
  if (figures.length === 4) return Number(figures)
  if (figures.length !== 2) return undefined
  return Number(figures) + (Number(figures) > lastOfCentury ? 1900 : 2000)
}
