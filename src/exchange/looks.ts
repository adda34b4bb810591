// What a cell is by its looks alone, when no header says it.
import { orderOf } from './days.ts'
import { readNumber } from './numbers.ts'

export type Looks = 'email' | 'homePage' | 'day' | 'phone' | 'number'

const email = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/
const homePage = /^(https?:\/\/|www\.)\S+$/i
const phone = /^(\+|\(?0)[\d\s()/.–-]{5,24}$/

/** Nothing for words and for blank cells. */
export function looksOf(cell: string): Looks | undefined {
  const text = cell.trim()
  if (text === '' || text.length > 200) return undefined
  if (text.includes('@')) return email.test(text) ? 'email' : undefined
  if (homePage.test(text)) return 'homePage'
  if (!/\d/.test(text)) return undefined
  if (orderOf(text) !== undefined) return 'day'
  if (phone.test(text) && text.replace(/\D/g, '').length >= 6) return 'phone'
  return readNumber(text, '.') !== undefined || readNumber(text, ',') !== undefined ? 'number' : undefined
}
