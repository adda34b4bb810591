// Relative days: which day a relation means, and which days a rule about days takes in.
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { addDays, daysBetween, toDay } from '../../src/base/day.ts'
import { resolveDay } from '../../src/core/criteria/dates.ts'
import { dayTest, dayWindow } from '../../src/core/criteria/days.ts'
import { matches } from '../../src/core/criteria/matches.ts'
import type { Criteria, DateOperator, DayUnit, PeriodUnit, RelativeDay, Rule } from '../../src/model/criteria.ts'
import { all, entry, factsAbout, person } from '../make.ts'

const yes = true
const no = false
const exact = (day: string): RelativeDay => ({ kind: 'exact', day: toDay(day) })

describe('A relation is a day', () => {
  test.each<[string, 'ago' | 'ahead', number, DayUnit, string]>([
    ['2026-11-20', 'ago', 90, 'day', '2026-08-22'],
    ['2026-11-20', 'ago', 0, 'day', '2026-11-20'],
    ['2026-11-20', 'ahead', 14, 'day', '2026-12-04'],
    ['2026-12-30', 'ahead', 1, 'week', '2027-01-06'],
    ['2026-01-03', 'ago', 1, 'week', '2025-12-27'],
    ['2026-03-31', 'ago', 1, 'month', '2026-02-28'],
    ['2028-03-31', 'ago', 1, 'month', '2028-02-29'],
    ['2026-08-31', 'ahead', 1, 'month', '2026-09-30'],
    ['2026-12-31', 'ahead', 2, 'month', '2027-02-28'],
    ['2028-02-29', 'ago', 1, 'year', '2027-02-28'],
    ['2028-02-29', 'ahead', 4, 'year', '2032-02-29'],
    ['2026-01-01', 'ago', 1, 'day', '2025-12-31'],
    ['2026-11-20', 'ago', -3, 'day', '2026-11-23'],
    ['2026-11-20', 'ago', 2.9, 'day', '2026-11-18'],
    ['2026-11-20', 'ahead', Number.NaN, 'day', '2026-11-20'],
    // Two centuries, and no further.
    ['2026-11-20', 'ago', 1e9, 'year', '1826-11-20'],
    ['2026-11-20', 'ahead', Infinity, 'month', '2226-11-20'],
    ['9999-12-30', 'ahead', 5, 'day', '9999-12-31'],
    ['9999-12-30', 'ahead', 5, 'month', '9999-12-31'],
    ['0000-01-05', 'ago', 5, 'week', '0000-01-01'],
    ['0000-01-05', 'ago', 5, 'year', '0000-01-01'],
  ])('on %s, %s %d %s · %s', (today, kind, count, unit, day) => {
    expect(resolveDay({ kind, count, unit }, toDay(today))).toBe(day)
  })

  test.each<[string, PeriodUnit, number, string, string]>([
    // Friday
    ['2026-11-20', 'week', 0, '2026-11-16', '2026-11-22'],
    ['2026-11-16', 'week', 0, '2026-11-16', '2026-11-22'],
    ['2026-11-22', 'week', 0, '2026-11-16', '2026-11-22'],
    ['2026-11-20', 'week', -1, '2026-11-09', '2026-11-15'],
    ['2026-12-31', 'week', 0, '2026-12-28', '2027-01-03'],
    ['2026-11-20', 'month', 0, '2026-11-01', '2026-11-30'],
    ['2026-12-31', 'month', 2, '2027-02-01', '2027-02-28'],
    ['2027-12-31', 'month', 2, '2028-02-01', '2028-02-29'],
    ['2026-01-31', 'month', -1, '2025-12-01', '2025-12-31'],
    ['2026-11-20', 'quarter', 0, '2026-10-01', '2026-12-31'],
    ['2026-11-20', 'quarter', 1, '2027-01-01', '2027-03-31'],
    ['2026-02-10', 'quarter', -1, '2025-10-01', '2025-12-31'],
    ['2026-05-31', 'quarter', 0, '2026-04-01', '2026-06-30'],
    ['2028-02-29', 'year', 0, '2028-01-01', '2028-12-31'],
    ['2028-02-29', 'year', -1, '2027-01-01', '2027-12-31'],
    ['2028-12-31', 'year', 1, '2029-01-01', '2029-12-31'],
    ['1999-12-31', 'week', 0, '1999-12-27', '2000-01-02'],
    // Where the calendar ends.
    ['9999-12-31', 'year', 1, '9999-12-31', '9999-12-30'],
    ['0000-01-01', 'quarter', -1, '0000-01-01', '0000-01-01'],
  ])('on %s, the %s that is %d on · from %s to %s', (today, unit, shift, start, end) => {
    expect(resolveDay({ kind: 'start', unit, shift }, toDay(today))).toBe(start)
    expect(resolveDay({ kind: 'end', unit, shift }, toDay(today))).toBe(end)
  })

  test('law: every day lies in its own week, month, quarter and year, and periods follow one another', () => {
    const days = fc.integer({ min: 0, max: 200_000 }).map((count) => addDays(toDay('1700-01-01'), count))
    fc.assert(
      fc.property(
        days,
        fc.constantFrom<PeriodUnit>('week', 'month', 'quarter', 'year'),
        fc.integer({ min: -50, max: 50 }),
        (day, unit, shift) => {
          const [start, end] = (['start', 'end'] as const).map((kind) => resolveDay({ kind, unit, shift: 0 }, day))
          expect(start! <= day && day <= end!).toBe(true)
          const next = resolveDay({ kind: 'start', unit, shift: shift + 1 }, day)
          expect(daysBetween(resolveDay({ kind: 'end', unit, shift }, day), next)).toBe(1)
        },
      ),
    )
  })
})

describe('A rule about a day', () => {
  const anna = (birthday?: string) => person({ name: 'Anna Berg', ...(birthday !== undefined && { birthday: toDay(birthday) }) })
  const today = toDay('2026-12-15')
  const birthday = (operator: DateOperator, from?: RelativeDay, to?: RelativeDay, blanks?: boolean): Rule => ({
    ...{ kind: 'date', field: 'birthday', operator, ...(from && { from }), ...(to && { to }) },
    ...(blanks !== undefined && { blanks }),
  })
  const asks = (rule: Rule, day?: string) => matches(all(rule), anna(day), factsAbout([anna(day)]), today)
  const [a, b] = [exact('2000-03-10'), exact('2000-03-20')]

  test.each<[DateOperator, RelativeDay | undefined, RelativeDay | undefined, string | undefined, boolean]>([
    ['before', a, undefined, '2000-03-09', yes],
    ['before', a, undefined, '2000-03-10', no],
    ['onOrBefore', a, undefined, '2000-03-10', yes],
    ['onOrBefore', a, undefined, '2000-03-11', no],
    ['on', a, undefined, '2000-03-10', yes],
    ['on', a, undefined, '2000-03-11', no],
    ['onOrAfter', a, undefined, '2000-03-10', yes],
    ['onOrAfter', a, undefined, '2000-03-09', no],
    ['after', a, undefined, '2000-03-11', yes],
    ['after', a, undefined, '2000-03-10', no],
    ['between', a, b, '2000-03-10', yes],
    ['between', a, b, '2000-03-20', yes],
    ['between', a, b, '2000-03-21', no],
    ['between', a, undefined, '2026-01-01', yes],
    ['between', undefined, b, '1900-01-01', yes],
    ['between', undefined, b, '2000-03-21', no],
    ['notBetween', a, b, '2000-03-10', no],
    ['notBetween', a, b, '2000-03-21', yes],
    // Nothing said yet: a question without its day is met by nobody, and its "not" by everybody.
    ['on', undefined, undefined, '2000-03-10', no],
    ['before', undefined, undefined, '2000-03-10', no],
    ['after', undefined, undefined, '2000-03-10', no],
    ['between', undefined, undefined, '2000-03-10', no],
    ['notBetween', undefined, undefined, '2000-03-10', yes],
    ['anniversary', undefined, undefined, '2000-03-10', no],
    // Days in the wrong order are an empty stretch: relations can be so on some days of the year.
    ['between', b, a, '2000-03-15', no],
    ['notBetween', b, a, '2000-03-15', yes],
    ['isBlank', undefined, undefined, '2000-03-10', no],
    ['isNotBlank', undefined, undefined, '2000-03-10', yes],
    ['isBlank', undefined, undefined, undefined, yes],
    ['isNotBlank', undefined, undefined, undefined, no],
    ['before', a, undefined, undefined, no],
    ['onOrAfter', a, undefined, undefined, no],
    ['between', a, b, undefined, no],
    ['notBetween', a, b, undefined, yes],
    ['anniversary', a, b, undefined, no],
    // The ends of the calendar.
    ['before', exact('0000-01-01'), undefined, '0000-01-01', no],
    ['after', exact('9999-12-31'), undefined, '9999-12-31', no],
  ])('%s %j %j · the birthday is %s · %s', (operator, from, to, day, expected) => {
    expect(asks(birthday(operator, from, to), day)).toBe(expected)
  })

  test.each<[DateOperator, boolean, boolean]>([
    ['before', true, yes],
    ['before', false, no],
    ['between', true, yes],
    ['notBetween', false, no],
    ['notBetween', true, yes],
    ['isBlank', false, yes],
    ['isNotBlank', true, no],
  ])('%s · blanks are told to match: %s · without a birthday: %s', (operator, blanks, expected) => {
    expect(asks(birthday(operator, a, b, blanks))).toBe(expected)
  })

  const inDays = (count: number): RelativeDay => ({ kind: 'ahead', count, unit: 'day' })
  test.each<[string, RelativeDay, RelativeDay, string, boolean]>([
    ['2026-12-15', inDays(0), inDays(30), '1980-12-15', yes],
    ['2026-12-15', inDays(0), inDays(30), '1980-12-14', no],
    // Over the new year.
    ['2026-12-15', inDays(0), inDays(30), '1980-01-14', yes],
    ['2026-12-15', inDays(0), inDays(30), '1980-01-15', no],
    // The 29th of February is kept on the 28th.
    ['2026-02-20', inDays(0), inDays(8), '2000-02-29', yes],
    ['2026-02-20', inDays(0), inDays(7), '2000-02-29', no],
    ['2026-03-01', inDays(0), inDays(7), '2000-02-29', no],
    ['2028-02-20', inDays(0), inDays(8), '2000-02-29', no],
    ['2028-02-20', inDays(0), inDays(9), '2000-02-29', yes],
    ['2026-12-15', inDays(0), inDays(365), '2000-12-14', yes],
    ['2026-12-15', inDays(0), inDays(363), '2000-12-14', no],
    ['2026-12-15', inDays(30), inDays(0), '1980-12-15', no],
    ['2026-12-15', { kind: 'start', unit: 'month', shift: 1 }, { kind: 'end', unit: 'month', shift: 1 }, '1980-01-31', yes],
    ['2026-12-15', { kind: 'start', unit: 'month', shift: 1 }, { kind: 'end', unit: 'month', shift: 1 }, '1980-02-01', no],
  ])('on %s, comes round between %j and %j · born on %s · %s', (day, from, to, born, expected) => {
    expect(dayTest({ operator: 'anniversary', from, to }, toDay(day))(toDay(born))).toBe(expected)
  })

  test('law: a day comes round exactly in those stretches that hold a day of the same name', () => {
    const days = fc.integer({ min: 0, max: 5000 }).map((count) => addDays(toDay('2020-01-01'), count))
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 400 }), (born, from, length) => {
        const to = addDays(from, length)
        const kept = Array.from({ length: length + 1 }, (_, i) => addDays(from, i)).some((day) => {
          const isLeap = new Date(`${day.slice(0, 4)}-02-29T00:00:00Z`).getUTCMonth() === 1
          return day.slice(5) === (born.endsWith('02-29') && !isLeap ? '02-28' : born.slice(5))
        })
        const rule = { operator: 'anniversary', from: exact(from), to: exact(to) } as const
        expect(dayTest(rule, toDay('2026-01-01'))(born)).toBe(kept)
      }),
    )
  })

  test('law: what is before a day, on it and after it is everything once', () => {
    const days = fc.integer({ min: 0, max: 3_652_424 }).map((count) => addDays(toDay('0000-01-01'), count))
    fc.assert(
      fc.property(days, days, (one, other) => {
        const is = (operator: DateOperator) => dayTest({ operator, from: exact(one) }, toDay('2026-01-01'))(other)
        expect([is('before'), is('on'), is('after')].filter(Boolean)).toHaveLength(1)
        expect([is('onOrBefore'), is('onOrAfter')]).toEqual([is('before') || is('on'), is('after') || is('on')])
      }),
    )
  })

  test('a window is told for the screen, both ends included', () => {
    expect(dayWindow({ operator: 'before', from: { kind: 'start', unit: 'quarter', shift: 0 } }, today)).toMatchObject({ to: '2026-09-30' })
    expect(dayWindow({ operator: 'after', from: exact('2026-02-28') }, today)).toMatchObject({ from: '2026-03-01' })
  })

  test('criteria that are kept answer for the day they are asked on', () => {
    const olga = person({ name: 'Olga Frei' })
    const facts = factsAbout([olga], [entry(olga, '2026-08-20')])
    const kept = JSON.parse(
      JSON.stringify(
        all(
          { kind: 'date', field: 'lastInteraction', operator: 'before', from: { kind: 'ago', count: 90, unit: 'day' }, blanks: true },
          { kind: 'interaction', operator: 'hasNone', atLeast: 1, where: { within: { from: { kind: 'start', unit: 'month', shift: 0 } } } },
        ),
      ),
    ) as Criteria
    const on = (day: string) => matches(kept, olga, facts, toDay(day))
    expect(['2026-08-31', '2026-11-18', '2026-11-19', '2027-03-01'].map(on)).toEqual([no, no, yes, yes])
  })
})
