// The days offered where the criteria are asked for another day: a list with a day twice cannot be drawn.
import { expect, it } from 'vitest'
import { addDays, toDay } from '../../src/base/day.ts'
import { daysToAsk } from '../../src/screens/pieces/criteria/dayWords.ts'

it('offers each day once, all of them ahead, on every day of a year', () => {
  for (let count = 0; count < 366; count++) {
    const today = addDays(toDay('2026-03-01'), count)
    const days = daysToAsk(today)
    expect(new Set(days).size, today).toBe(days.length)
    expect(days.every((day) => day > today)).toBe(true)
  }
})

it('seven days before the first of a month that day stands once', () =>
  expect(daysToAsk(toDay('2026-11-24'))).toEqual(['2026-12-01', '2027-01-01', '2027-03-01']))
