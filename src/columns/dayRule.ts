// Questions to a column of days.
import type { Day } from '../base/day.ts'
import { dayTest, dayWindow } from '../core/criteria/days.ts'
import type { RuleOf } from '../model/criteria.ts'
import type { Bitmap } from './answers.ts'
import { addTo, scanCode, scanRange, without, type Codes } from './bitmap.ts'
import { dayOfNumber, numberOfDay } from './numbers.ts'

/** Rows whose day the rule means; `blanks`: and those without one. */
export function askWindow(days: Codes, rule: RuleOf<'date'>, blanks: boolean, everybody: Bitmap, today: Day): Bitmap {
  const words = everybody.length
  if (rule.operator === 'anniversary') return askDays(days, dayTest(rule, today), blanks, words)
  const { from, to, outside } = dayWindow(rule, today)
  const low = numberOfDay(from)
  const inside = scanRange(days, days instanceof Uint16Array ? Math.max(1, low) : low, numberOfDay(to), words)
  if (!outside && !blanks && days instanceof Uint16Array) return inside
  const none = scanCode(days, 0, words)
  const bits = outside ? without(without(everybody, inside), none) : without(inside, none)
  return blanks ? addTo(bits, none) : bits
}

/** Each day that occurs is asked once. */
export function askDays(days: Codes, test: (day: Day) => boolean, blanks: boolean, words: number): Bitmap {
  const known = new Map<number, number>([[0, blanks ? 1 : 0]])
  const bits = new Uint32Array(words)
  for (let row = 0; row < words << 5; row++) {
    const number = days[row]!
    let yes = known.get(number)
    if (yes === undefined) known.set(number, (yes = test(dayOfNumber(number)!) ? 1 : 0))
    bits[row >>> 5]! |= yes << (row & 31)
  }
  return bits
}
