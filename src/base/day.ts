// A day of the calendar, without time and zone: `2026-03-01`. Due dates and log dates are days; a time zone cannot move them.

declare const dayBrand: unique symbol
export type Day = string & { readonly [dayBrand]: true }

const pattern = /^\d{4}-\d{2}-\d{2}$/

export function isDay(text: string): text is Day {
  if (!pattern.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : (daysInMonth[month - 1] ?? 0))
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export function toDay(text: string): Day {
  if (!isDay(text)) throw new Error(`Not a day: ${text}`)
  return text
}

/** The day on the tablet's own calendar. */
export function dayOf(date: Date): Day {
  const two = (n: number) => String(n).padStart(2, '0')
  return toDay(`${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`)
}

const utc = (day: Day) => new Date(`${day}T00:00:00Z`)
const fromUtc = (date: Date) => toDay(date.toISOString().slice(0, 10))

export function addDays(day: Day, count: number): Day {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + count)
  return fromUtc(date)
}

/** Same day `count` months on; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const date = utc(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return fromUtc(date)
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)
}

/** The time on the tablet's own clock, `09:30`. */
export function timeOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
