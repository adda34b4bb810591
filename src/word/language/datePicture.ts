// Date pictures: `\@ "dddd, d. MMMM yyyy"`. Public source: ECMA-376 part 1, 17.16.4.1; Microsoft support, "Format field results":
// M are months and m minutes, H counts to 24 and h to 12, d and y may be of either case, what stands in '…' is text.
import { calendarOf, type Calendar } from './calendar.ts'
import { localeOf, remembering } from './locale.ts'
import { stampOf, type Moment } from './moments.ts'

/** A run of one picture letter, or text that stands as it is. */
type Item = { letter: string; count: number } | string

const quotes = new Map([
  ["'", "'"],
  ['‘', '’'],
])

/** Splits a picture into letters and texts. A quote that is never closed is a sign like others. */
const itemsOf = remembering((picture: string): readonly Item[] => {
  const items: Item[] = []
  let at = 0
  while (at < picture.length) {
    const [item, length] = itemAt(picture, at)
    items.push(item)
    at += length
  }
  return items
})

function itemAt(picture: string, at: number): [Item, length: number] {
  const sign = picture[at] as string
  const closing = quotes.get(sign)
  const end = closing === undefined ? -1 : picture.indexOf(closing, at + 1)
  if (end >= 0) return [picture.slice(at + 1, end), end + 1 - at]
  const half = picture.slice(at, at + 5)
  if (half === 'am/pm' || half === 'AM/PM') return [{ letter: half, count: 1 }, 5]
  if (!/[dDMyYhHmsS]/.test(sign)) return [sign, 1]
  const count = lengthOfRun(picture, at)
  return [{ letter: /[DYS]/.test(sign) ? sign.toLowerCase() : sign, count }, count]
}

/**
 * The letters of a picture that stand for nothing, each once: as Word's are called in another language (`TT.MM.JJJJ`), or words without
 * quotes. Only of scripts with capitals: 年 and 월 are written so where they are at home.
 */
export function unknownLetters(picture: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at < picture.length;) {
    const [item, length] = itemAt(picture, at)
    // What stands in quotes is shorter than its place.
    if (typeof item === 'string' && length === 1 && /[\p{Lu}\p{Ll}]/u.test(item)) found.add(item)
    at += length
  }
  return [...found]
}

function lengthOfRun(picture: string, from: number): number {
  let to = from
  while (picture[to] === picture[from]) to++
  return to - from
}

/**
 * The moment as the picture shows it; undefined where the moment has no day and the picture asks for one.
 * Month names stand in the form that belongs beside a day when the picture shows the day's number.
 */
export function inDatePicture(moment: Moment, picture: string, language: string): string | undefined {
  const items = itemsOf(picture)
  const asksDay = items.some((item) => typeof item !== 'string' && /[dMy]/.test(item.letter[0] as string))
  if (moment.dayless && asksDay) return undefined
  const beside = items.some((item) => typeof item !== 'string' && item.letter === 'd' && item.count < 3)
  const calendar = calendarOf(language)
  return items.map((item) => (typeof item === 'string' ? item : shown(moment, item, calendar, beside, language))).join('')
}

function shown(moment: Moment, item: { letter: string; count: number }, calendar: Calendar, beside: boolean, language: string): string {
  const { letter, count } = item
  switch (letter) {
    case 'd':
      return count < 3 ? figure(moment.day, count) : weekday(moment, calendar, count)
    case 'M':
      return count < 3 ? figure(moment.month, count) : monthName(moment, calendar, count, beside)
    case 'y':
      return count < 3 ? figure(moment.year % 100, 2) : figure(moment.year, 4)
    case 'H':
      return figure(moment.hour, count)
    case 'h':
      return figure(moment.hour % 12 || 12, count)
    case 'm':
      return figure(moment.minute, count)
    case 's':
      return figure(moment.second, count)
    default:
      return half(moment, calendar, letter, localeOf(language))
  }
}

const figure = (value: number, count: number) => String(value).padStart(Math.min(count, 4), '0')

function weekday(moment: Moment, calendar: Calendar, count: number): string {
  const day = new Date(stampOf(moment)).getUTCDay()
  return (count === 3 ? calendar.shortWeekday : calendar.weekday)[day] as string
}

function monthName(moment: Moment, calendar: Calendar, count: number, beside: boolean): string {
  const short = beside ? calendar.shortBeside : calendar.shortAlone
  const long = beside ? calendar.beside : calendar.alone
  const at = moment.month - 1
  return (count === 3 ? short[at] : long[at] || calendar.alone[at]) ?? ''
}

function half(moment: Moment, calendar: Calendar, letter: string, locale: string): string {
  const name = calendar.halves[moment.hour < 12 ? 0 : 1]
  return letter === 'AM/PM' ? name.toLocaleUpperCase(locale) : name.toLocaleLowerCase(locale)
}
