// A day with a time of the clock, without any zone.

/** Months and days count from 1. */
export interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** The text told a time only. */
  dayless?: true
}

/** Whether the calendar has this day, and the clock this time. */
export function isMoment({ year, month, day, hour, minute, second }: Moment): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return false
  return day <= daysOf(year, month) && hour < 24 && minute < 60 && second < 60
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** For Intl, in the zone UTC. Years before 100 are meant as they are. */
export function stampOf({ year, month, day, hour, minute, second }: Moment): number {
  return new Date(Date.UTC(2000, 0, 1, hour, minute, second)).setUTCFullYear(year, month - 1, day)
}
