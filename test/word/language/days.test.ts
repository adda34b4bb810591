// Days and times, read from values and shown by date pictures, in five languages.
import { describe, expect, it } from 'vitest'
import { inDatePicture } from '../../../src/word/language/datePicture.ts'
import { longDay, momentOf } from '../../../src/word/language/days.ts'
import { localeOf } from '../../../src/word/language/locale.ts'
import { longDay as longDayOfTheApp } from '../../../src/core/letter/locale.ts'
import { toDay } from '../../../src/base/day.ts'

const morning = { year: 2026, month: 3, day: 5, hour: 9, minute: 7, second: 2 }
const evening = { ...morning, hour: 21 }
const languages = ['en', 'de', 'nl', 'nb', 'fr'] as const

describe('A letter of a date picture', () => {
  it.each([
    ['d', '5', '5', '5', '5', '5'],
    ['dd', '05', '05', '05', '05', '05'],
    ['ddd', 'Thu', 'Do', 'do', 'tor.', 'jeu.'],
    ['dddd', 'Thursday', 'Donnerstag', 'donderdag', 'torsdag', 'jeudi'],
    ['M', '3', '3', '3', '3', '3'],
    ['MM', '03', '03', '03', '03', '03'],
    ['MMM', 'Mar', 'Mär', 'mrt', 'mar', 'mars'],
    ['MMMM', 'March', 'März', 'maart', 'mars', 'mars'],
    ['yy', '26', '26', '26', '26', '26'],
    ['yyyy', '2026', '2026', '2026', '2026', '2026'],
    ['h', '9', '9', '9', '9', '9'],
    ['hh', '09', '09', '09', '09', '09'],
    ['H', '9', '9', '9', '9', '9'],
    ['HH', '09', '09', '09', '09', '09'],
    ['m', '7', '7', '7', '7', '7'],
    ['mm', '07', '07', '07', '07', '07'],
    ['s', '2', '2', '2', '2', '2'],
    ['ss', '02', '02', '02', '02', '02'],
    ['AM/PM', 'AM', 'AM', 'A.M.', 'A.M.', 'AM'],
    ['am/pm', 'am', 'am', 'a.m.', 'a.m.', 'am'],
    ['D. MMMM YYYY', '5. March 2026', '5. März 2026', '5. maart 2026', '5. mars 2026', '5. mars 2026'],
  ])('%s', (picture, ...shown) => {
    expect(languages.map((language) => inDatePicture(morning, picture, language))).toEqual(shown)
  })

  it.each([
    ['h', '9'],
    ['hh', '09'],
    ['H', '21'],
    ['HH', '21'],
    ['h:mm AM/PM', '9:07 PM'],
    ['h:mm am/pm', '9:07 pm'],
  ])('%s in the evening', (picture, shown) => {
    expect(inDatePicture(evening, picture, 'en')).toBe(shown)
  })

  it.each([
    ['midnight', 0, '12 AM'],
    ['noon', 12, '12 PM'],
  ])('h at %s', (_, hour, shown) => {
    expect(inDatePicture({ ...morning, hour }, 'h AM/PM', 'en')).toBe(shown)
  })
})

describe('A date picture', () => {
  it.each([
    ["d 'de' MMMM 'de' yyyy", 'es', '5 de marzo de 2026'],
    ["'Stand:' dd.MM.yyyy", 'de', 'Stand: 05.03.2026'],
    ['HH:mm:ss', 'de', '09:07:02'],
    ['yyyy-MM-dd', 'de', '2026-03-05'],
    ['dddd, MMMM d, yyyy', 'en-US', 'Thursday, March 5, 2026'],
    ["d MMM 'yy", 'en', "5 Mar '26"],
    ['‘am’ d.M.', 'de', 'am 5.3.'],
    ['(M/yyyy)', 'en', '(3/2026)'],
    ['', 'en', ''],
  ])('%s in %s', (picture, language, shown) => {
    expect(inDatePicture(morning, picture, language)).toBe(shown)
  })

  it('keeps months and minutes apart by their letters', () => {
    expect(inDatePicture({ ...morning, minute: 59 }, 'M m MM mm', 'en')).toBe('3 59 03 59')
  })

  it.each([
    ['ru', 'd MMMM yyyy', '5 марта 2026'],
    ['ru', 'MMMM yyyy', 'март 2026'],
    ['pl', 'd MMMM', '5 marca'],
    ['cs', 'd. MMM', '5. bře'],
    ['fi', 'd. MMMM', '5. maaliskuuta'],
    ['fi', 'MMMM', 'maaliskuu'],
  ])('in %s writes %s with the month as it stands there', (language, picture, shown) => {
    expect(inDatePicture(morning, picture, language)).toBe(shown)
  })

  it('shows a year before 100, and the days of a leap year', () => {
    expect(inDatePicture({ ...morning, year: 33 }, 'yyyy yy', 'en')).toBe('0033 33')
    expect(inDatePicture({ ...morning, year: 2028, month: 2, day: 29 }, 'dddd d MMMM', 'en')).toBe('Tuesday 29 February')
  })

  it('shows a time without a day, but no day of it', () => {
    const time = momentOf('14:30', 'de')
    expect(time && inDatePicture(time, "HH:mm 'Uhr'", 'de')).toBe('14:30 Uhr')
    expect(time && inDatePicture(time, 'd.M. HH:mm', 'de')).toBeUndefined()
  })
})

describe('A value is read as a day', () => {
  const day = { year: 2026, month: 11, day: 22, hour: 0, minute: 0, second: 0 }
  const afternoon = { ...day, hour: 14, minute: 5 }

  it.each([
    ['2026-11-22', 'de', day],
    ['2026-11-22T14:05', 'de', afternoon],
    ['2026-11-22 14:05:09', 'en', { ...afternoon, second: 9 }],
    ['2026-11-22T14:05:09.123Z', 'en', { ...afternoon, second: 9 }],
    ['2026-11-22T14:05:00+01:00', 'en', afternoon],
    [' 22.11.2026 ', 'de', day],
    ['22. 11. 2026', 'de', day],
    ['22.11.26', 'de', day],
    ['22.11.62', 'de', { ...day, year: 1962 }],
    ['22.11.49', 'de', { ...day, year: 2049 }],
    ['22/11/2026', 'en', day],
    ['22/11/2026', 'fr', day],
    ['11/22/2026', 'en-US', day],
    ['2/3/2026', 'en-US', { ...day, month: 2, day: 3 }],
    ['2/3/2026', 'en', { ...day, month: 3, day: 2 }],
    ['11/22/2026', 'de', day],
    ['22-11-2026', 'nl', day],
    ['2026/11/22', 'en', day],
    ['2026. 11. 22.', 'hu', day],
    ['2026年11月22日', 'ja', day],
    ['22. November 2026', 'de', day],
    ['22. Nov. 2026', 'de', day],
    ['Sonntag, den 22. November 2026', 'de', day],
    ['22 november 2026', 'nl', day],
    ['søndag 22. november 2026', 'nb', day],
    ['22 novembre 2026', 'fr', day],
    ['le 1er mars 2026', 'fr', { ...day, month: 3, day: 1 }],
    ['15 août 2026', 'fr', { ...day, month: 8, day: 15 }],
    ['5 mrt. 2026', 'nl', { ...day, month: 3, day: 5 }],
    ['5. März 2026', 'de', { ...day, month: 3, day: 5 }],
    ['November 22nd, 2026', 'en', day],
    ['Nov 22, 2026', 'de', day],
    ['2026 November 22', 'en', day],
    ['22 de noviembre de 2026', 'es', day],
    ['22 ноября 2026 г.', 'ru', day],
    ['22.11.2026 14:05', 'de', afternoon],
    ['22.11.2026, 14:05 Uhr', 'de', afternoon],
    ['22 November 2026 at 2:05 pm', 'en', afternoon],
    ['22 november 2026 2:05 p.m.', 'nl', afternoon],
    ['22. november 2026 kl. 14:05', 'nb', afternoon],
    ['22 novembre 2026 à 14h05', 'fr', afternoon],
    ['11/22/2026 12:00 AM', 'en-US', day],
    ['29.2.2028', 'de', { ...day, year: 2028, month: 2, day: 29 }],
  ])('%j in %s', (text, language, moment) => {
    expect(momentOf(text, language)).toEqual(moment)
  })

  it.each([
    ['', 'de'],
    ['Huber', 'de'],
    ['31.4.2026', 'de'],
    ['29.2.2026', 'de'],
    ['22.13.2026', 'en'],
    ['1.2.3', 'de'],
    ['1.234.567', 'de'],
    ['22.11', 'de'],
    ['22 November', 'en'],
    ['42', 'en'],
    ['20261122', 'en'],
    ['10.0.0.1', 'en'],
    ['22-11/2026', 'en'],
    ['Haus 22.11.2026', 'de'],
    ['22.11.2026 25:00', 'de'],
    ['22.11.2026 14:05 bis 15:00', 'de'],
    ['22.11.2026 13:00 pm', 'en'],
    ['1010 Wien', 'de'],
  ])('%j in %s is none', (text, language) => {
    expect(momentOf(text, language)).toBeUndefined()
  })

  it('from a day with and without a time, from a clock, from nothing else', () => {
    expect(momentOf({ day: '2026-11-22' }, 'de')).toEqual(day)
    expect(momentOf({ day: '2026-11-22', time: '14:05' }, 'de')).toEqual(afternoon)
    expect(momentOf({ day: '2026-11-22', time: 'late' }, 'de')).toEqual(day)
    expect(momentOf(new Date(2026, 10, 22, 14, 5), 'de')).toEqual(afternoon)
    for (const value of [{ day: 'soon' }, new Date(NaN), 42, ['2026-11-22'], undefined]) expect(momentOf(value, 'de')).toBeUndefined()
  })
})

describe('A day that no picture is asked for', () => {
  it.each([
    ['en', '22 November 2026'],
    ['en-US', 'November 22, 2026'],
    ['de', '22. November 2026'],
    ['nl', '22 november 2026'],
    ['nb', '22. november 2026'],
    ['fr', '22 novembre 2026'],
    ['klingon', 'November 22, 2026'],
    ['', '22 November 2026'],
  ])('in %s is %s, as in the app', (language, shown) => {
    expect(longDay({ day: '2026-11-22' }, language)).toBe(shown)
    expect(longDayOfTheApp(toDay('2026-11-22'), language)).toBe(shown)
  })

  it('is written as it came when it is no day', () => {
    expect(longDay({ day: 'in spring' }, 'en')).toBe('in spring')
    expect(longDay(new Date(NaN), 'en')).toBe('')
  })
})

it.each([
  ['de_AT', 'de-AT'],
  ['DE-at', 'de-AT'],
  ['en', 'en-GB'],
  ['x', 'en'],
  ['de-', 'en'],
  ['de-AT-AT-AT-AT', 'en'],
])('The language %j is taken as %s', (language, locale) => {
  expect(localeOf(language)).toBe(locale)
})
