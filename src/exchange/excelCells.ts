// A cell of Excel as text: days as 2026-03-04, numbers with a point, post codes with their noughts. What it is, its number format says.
// ECMA-376 part 1, 18.8.30 numFmt and 18.17.4 dates; the 1900 system counts a 29 February 1900 that never was.

export type CellFormat = 'plain' | 'day' | 'time' | 'dayTime' | 'percent' | { digits: number }

const builtIn: Record<number, CellFormat> = { 9: 'percent', 10: 'percent', 22: 'dayTime' }
for (const id of [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]) builtIn[id] = 'day'
for (const id of [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47]) builtIn[id] = 'time'

/** What a number format makes of a number. */
export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtIn[id] ?? 'plain'
  const bare = code
    .replace(/"[^"]*"|[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0] as string
  if (/^0{2,}$/.test(bare.trim())) return { digits: bare.trim().length }
  if (/general|standard/i.test(bare)) return 'plain'
  const dayish = /[yd]/i.test(bare) || (/m{3,}/i.test(bare) && !/[hs]/i.test(bare)) || /^m+$/i.test(bare.trim())
  const timely = /[hs]/i.test(bare)
  if (dayish) return timely ? 'dayTime' : 'day'
  return timely ? 'time' : bare.includes('%') ? 'percent' : 'plain'
}

/** A number as its format means it; the text itself when it is none. */
export function textOfNumber(text: string, format: CellFormat, from1904: boolean): string {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text.trim()
  if (format === 'plain') return plainNumber(value)
  if (format === 'percent') return `${plainNumber(value * 100)}%`
  if (typeof format === 'object')
    return Number.isInteger(value) && value >= 0 ? plainNumber(value).padStart(format.digits, '0') : plainNumber(value)
  return format === 'time' ? timeOf(value) : dayOf(value, format, from1904)
}

/** Fifteen digits, as Excel shows them at most, and never an E. */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text
}

const two = (value: number) => String(value).padStart(2, '0')

function timeOf(value: number): string {
  const minutes = Math.round(Math.abs(value) * 1440 * 60) / 60
  const seconds = Math.round((minutes % 1) * 60)
  const whole = Math.floor(minutes) + (seconds === 60 ? 1 : 0)
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}${seconds % 60 ? `:${two(seconds)}` : ''}`
}

function dayOf(value: number, format: CellFormat, from1904: boolean): string {
  const days = Math.floor(value + 1e-9)
  if (days <= 0 && !from1904) return value > 0 ? timeOf(value) : ''
  const since1970 = from1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569)
  const date = new Date(since1970 * 86_400_000)
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return plainNumber(value)
  const text = date.toISOString().slice(0, 10)
  const time = value - days
  return format === 'dayTime' && time > 1e-6 ? `${text} ${timeOf(time)}` : text
}
