// Laws of the field language: what was written is read as the same, nothing throws, nothing takes long.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressLayout, fillAddress } from '../../../src/word/language/addressBlock.ts'
import { compare, operators } from '../../../src/word/language/compare.ts'
import { inDatePicture } from '../../../src/word/language/datePicture.ts'
import { longDay, momentOf } from '../../../src/word/language/days.ts'
import { dress, dressParagraphs, formatOf, unknownSwitches } from '../../../src/word/language/dress.ts'
import { formula } from '../../../src/word/language/formula.ts'
import { fillGreeting, greetingLayout } from '../../../src/word/language/greetingLine.ts'
import { languageOfLcid } from '../../../src/word/language/lcid.ts'
import { inNumbering } from '../../../src/word/language/numbering.ts'
import { inNumberPicture } from '../../../src/word/language/numberPicture.ts'
import { numberOf, writeNumber } from '../../../src/word/language/numbers.ts'
import { rounded } from '../../../src/word/language/rounding.ts'
import type { Instruction } from '../../../src/word/compile/instruction.ts'
import type { MergeValue } from '../../../src/word/values.ts'

/** All languages that Windows numbers here. */
const everywhere = Array.from({ length: 20_000 }, (_, lcid) => languageOfLcid(lcid)).filter((language) => language !== undefined)
const held = ['en', 'en-US', 'de', 'de-AT', 'nl', 'nb', 'fr']
/** Days of these are written with months that are figures, years of another count, or words around that only they have. */
const notRead = new Set('ar ca eu fa ga he hi hy ja kk ko lt lv mt rm th ur vi zh'.split(' '))
const read = everywhere.filter((language) => !notRead.has(language.split('-')[0] as string))

const anyDay = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
const momentFrom = (date: Date) => ({
  ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
  ...{ hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
})

describe('Reading what was written gives the same', () => {
  it.each(everywhere)('number in %s', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (whole, places) => {
        const value = whole / 10 ** places
        expect(numberOf(writeNumber(value, language), language)).toBe(value === 0 ? 0 : value)
        expect(numberOf(inNumberPicture(value, ',0.0000', language), language) ?? NaN).toBeCloseTo(value, 4)
        expect(numberOf(inNumberPicture(value, '#,##0.00', language), language)).toBeCloseTo(rounded(value, 2), 9)
      }),
      { numRuns: 4 },
    )
  })

  it.each(read)('day in %s', (language) => {
    const pictures = ['yyyy-MM-dd HH:mm:ss', 'd MMMM yyyy H:mm:ss', 'dddd, d MMM yyyy HH:mm:ss', 'd. MMMM yyyy h:mm:ss AM/PM']
    fc.assert(
      fc.property(anyDay, (date) => {
        const moment = momentFrom(date)
        for (const picture of pictures)
          expect([picture, momentOf(inDatePicture(moment, picture, language), language)]).toEqual([picture, moment])
        const { year, month, day } = moment
        expect(momentOf(longDay({ day: date.toISOString().slice(0, 10) }, language), language)).toMatchObject({ year, month, day })
      }),
      { numRuns: 4 },
    )
  })

  it.each(held)('day in figures, in the order of %s', (language) => {
    const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'short', timeZone: 'UTC' })
    fc.assert(
      fc.property(anyDay, (date) => {
        const { year, month, day } = momentFrom(date)
        expect(momentOf(format.format(date), language)).toMatchObject({ year, month, day })
      }),
      { numRuns: 20 },
    )
  })
})

it.each(['en', 'de', 'nl', 'nb', 'fr', 'fr-CH'])('No two numbers have the same words in %s', (language) => {
  const number = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 999_999_999 }))
  fc.assert(
    fc.property(number, number, (one, other) => {
      for (const way of ['cardText', 'ordText'] as const)
        expect(inNumbering(one, way, language) === inNumbering(other, way, language)).toBe(one === other)
    }),
    { numRuns: 300 },
  )
})

it('Roman figures add up', () => {
  const worth: Record<string, number> = { M: 1000, D: 500, C: 100, L: 50, X: 10, V: 5, I: 1 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
      const figures = [...(inNumbering(value, 'ROMAN', 'en') ?? '')].map((figure) => worth[figure] as number)
      expect(figures.reduce((sum, each, at) => sum + (each < (figures[at + 1] ?? 0) ? -each : each), 0)).toBe(value)
    }),
  )
})

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(...`0#x.,-+;'‘’%€dMyhHms/:*?<>_()"\\ \n`, 'AM/PM', '<<', '>>', '_FIRST0_', '12', 'SUM(', '\u00a0', '\ud800', '٣'),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
)
const anyLanguage = fc.oneof(fc.constantFrom(...everywhere), nasty)
const anyValue: fc.Arbitrary<MergeValue | undefined> = fc.oneof(
  nasty,
  fc.double(),
  fc.constant(undefined),
  fc.array(nasty, { maxLength: 3 }),
  fc.date(),
  fc.record({ day: nasty, time: nasty }),
)
const anySwitches = fc.array(
  fc.record({
    name: fc.constantFrom('*', '@', '#', 'b', 'f', 'c', 'd', 'e', 'l', 'q', ''),
    value: fc.oneof(nasty, fc.constantFrom('Upper', 'Caps', 'roman', 'CardText', 'OrdText', 'DollarText', 'Hex', 'alphabetic', 'Ordinal')),
  }),
  { maxLength: 6 },
)
const instructionOf = (switches: Instruction['switches']): Instruction => ({ ...{ kind: 'MERGEFIELD', words: [] }, switches })

describe('Nothing throws, whatever stands there', () => {
  it('in values and switches', () => {
    fc.assert(
      fc.property(anyValue, anySwitches, anyLanguage, (value, switches, language) => {
        const instruction = instructionOf(switches)
        expect(typeof dress(value, formatOf(instruction), language)).toBe('string')
        expect(dressParagraphs(value, formatOf(instruction), language).length).toBeGreaterThan(0)
        expect(unknownSwitches(instruction, language).length).toBeLessThanOrEqual(switches.length)
      }),
      { numRuns: 500 },
    )
  })

  it('in comparisons and formulas', () => {
    fc.assert(
      fc.property(nasty, nasty, anyLanguage, fc.constantFrom(...operators), (left, right, language, operator) => {
        expect(typeof compare(left, operator, right, language)).toBe('boolean')
        expect(['number', 'undefined']).toContain(typeof formula(left, language))
      }),
      { numRuns: 500 },
    )
  })

  it('in layouts', () => {
    fc.assert(
      fc.property(anySwitches, nasty, (switches, value) => {
        const instruction = instructionOf(switches)
        for (const line of fillAddress(addressLayout(instruction), () => value)) expect(line).toMatch(/\S/)
        expect(['string', 'undefined']).toContain(typeof fillGreeting(greetingLayout(instruction), () => value))
      }),
      { numRuns: 300 },
    )
  })
})

describe('Nothing takes long', () => {
  const long = 100_000
  const texts = ['0', '#,', "'", '‘', ';', 'x', '.', 'd', '<<', '<<_FIRST0_', '>>', '/f', '(', '1,', '- ', '12 ', 'a', ' ', '%', '*', '0.']

  it.each(texts)('of %j, in a hundred thousand signs', (text) => {
    const whole = text.repeat(Math.ceil(long / text.length))
    const start = process.cpuUsage().user
    for (const name of ['@', '#', '*', 'b', 'f']) dress('12.5.2026', formatOf(instructionOf([{ name, value: whole }])), 'de')
    for (const switches of ['\\@ d', '\\# 0', '\\* CardText'].map((each) => [{ name: each.slice(1, 2), value: each.slice(3) }]))
      dress(whole, formatOf(instructionOf(switches)), 'de')
    compare(whole, '=', `*${text}*x`, 'de')
    compare(whole, '<', `${whole}b`, 'de')
    formula(whole, 'de')
    fillAddress(addressLayout(instructionOf([{ name: 'f', value: whole }])), () => whole)
    fillGreeting(greetingLayout(instructionOf([{ name: 'f', value: whole }])), () => 'a')
    // Of the processor, so that a busy machine is no slow engine.
    expect(process.cpuUsage().user - start).toBeLessThan(3_000_000)
  })
})
