// Days as values: what a value tells of a day and a time, and a day as a letter writes it when no picture asks for another way.
import type { MergeDay, MergeValue } from '../values.ts'
import { localeOf, remembering } from './locale.ts'
import { stampOf, type Moment } from './moments.ts'
import { readMoment } from './readMoment.ts'

export const isParagraphs = (value: MergeValue): value is readonly string[] => Array.isArray(value)

/** The day and time that a value tells: a day is one, a text may be read as one in the language. A number is none. */
export function momentOf(value: MergeValue | undefined, language: string): Moment | undefined {
  if (typeof value === 'string') return readMoment(value, language)
  if (value === undefined || typeof value === 'number' || isParagraphs(value)) return undefined
  return ofDay(value)
}

function ofDay(value: MergeDay): Moment | undefined {
  if (!(value instanceof Date)) return readMoment(value.time ? `${value.day} ${value.time}` : value.day, '') ?? readMoment(value.day, '')
  if (Number.isNaN(value.getTime())) return undefined
  const [year, month, day] = [value.getFullYear(), value.getMonth() + 1, value.getDate()]
  return { year, month, day, hour: value.getHours(), minute: value.getMinutes(), second: value.getSeconds() }
}

const longFormat = remembering((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))

/** `20. November 2026`, in the language's usual way. A day that is none is written as it came. */
export function longDay(value: MergeDay, language: string): string {
  const moment = ofDay(value)
  if (moment) return longFormat(localeOf(language)).format(stampOf(moment))
  return value instanceof Date ? '' : value.day
}
