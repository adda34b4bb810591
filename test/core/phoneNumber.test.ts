// Phone numbers as people write them: understood, shown, dialled, and never refused.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seePhone, seePhones } from '../../src/core/contact/phoneNumber.ts'
import { dialled, numbersIn, typedDigits } from '../../src/core/contact/phones.ts'

describe('A phone number', () => {
  test.each([
    ['030 1234567', 'DE', '+49301234567', '030 1234567'],
    ['(030) 123 45-67', 'DE', '+49301234567', '030 1234567'],
    ['+49 (0)30 / 123 45 67', 'DE', '+49301234567', '030 1234567'],
    ['0049 30 1234567', 'AT', '+49301234567', '+49 30 1234567'],
    ['+49 171 1234567', 'AT', '+491711234567', '+49 171 1234567'],
    ['01 5338888', 'AT', '+4315338888', '01 5338888'],
    ['0664/123 45 67', 'AT', '+436641234567', '0664 1234567'],
    ['020-1234567', 'NL', '+31201234567', '020 123 4567'],
    ['06 12345678', 'NL', '+31612345678', '06 12345678'],
    ['22 12 34 56', 'NO', '+4722123456', '22 12 34 56'],
    ['01 42 68 53 00', 'FR', '+33142685300', '01 42 68 53 00'],
    ['020 7946 0958', 'GB', '+442079460958', '020 7946 0958'],
    ['06 6982', 'IT', '+39066982', '06 6982'],
    ['030 1234-0, Dw. 12', 'DE', '+4930123412', '030 123412'],
  ])('%s of somebody in %s is %s, shown as %s', (text, country, e164, shown) => {
    expect(seePhone(text, country)).toMatchObject({ e164, shown })
    expect(seePhone(text, country)).not.toHaveProperty('why')
    expect(dialled(text, country).number).toBe(e164)
  })

  test.each([
    ['12', 'DE', 'tooShort'],
    ['+49 30 12345678901234567', 'DE', 'tooLong'],
    ['ask Anna', 'DE', 'letters'],
    ['4.91E+11', 'DE', 'excel'],
    ['4,91E+11', 'DE', 'excel'],
    ['+999 123456', 'DE', 'country'],
  ])('%s does not look like one in %s: %s', (text, country, why) => {
    expect(seePhone(text, country)).toMatchObject({ text, shown: text, why })
  })

  test.each([
    ['112', 'DE'],
    ['030 1234567', ''],
  ])('%s in "%s" is left alone', (text, country) => {
    const seen = seePhone(text, country)
    expect(seen).toMatchObject({ shown: text })
    expect(seen).not.toHaveProperty('why')
    expect(seen).not.toHaveProperty('e164')
  })

  test('bears an extension that is pressed afterwards', () => {
    expect(seePhone('+44 20 7946 0958 ext. 4', 'DE')).toMatchObject({ e164: '+442079460958', extension: '4' })
    expect(dialled('+44 20 7946 0958 x4')).toEqual({ number: '+442079460958', extension: '4' })
    expect(dialled('030 1234567', 'DE')).toEqual({ number: '+49301234567', extension: '' })
    expect(dialled('030 1234567')).toEqual({ number: '0301234567', extension: '' })
  })

  test('may be one of several', () => {
    expect(numbersIn('030 1234567; 0171 1234567')).toEqual(['030 1234567', '0171 1234567'])
    expect(numbersIn('030 1234567, ext. 5')).toEqual(['030 1234567, ext. 5'])
    expect(numbersIn('030/1234567')).toEqual(['030/1234567'])
    expect(seePhones('030 1234567 oder 0171 1234567', 'DE').map(({ kind }) => kind)).toEqual(['phone', 'mobile'])
  })

  test('is compared by what it is, not by how it is written', () => {
    const numberOf = (typed: string) => seePhone(typed, 'DE').e164
    expect(numberOf('030 1234567')).toBe(numberOf('+49 30 1234567'))
    expect(numberOf('030 1234567')).not.toBe(numberOf('+43 30 1234567'))
    expect(numberOf('ask Anna')).toBeUndefined()
  })

  test('is never lost, whatever was typed', () => {
    const typed = fc.oneof(fc.string({ maxLength: 20 }), fc.stringMatching(/^[+0-9 ()/.ext;,-]{0,24}$/))
    fc.assert(
      fc.property(typed, fc.constantFrom('', 'DE', 'NO', 'XX'), (text, country) => {
        const seen = seePhones(text, country)
        expect(seen.map((one) => one.text)).toEqual(numbersIn(text))
        for (const { e164 } of seen) if (e164 !== undefined) expect(e164).toMatch(/^\+\d{4,}$/)
      }),
      { numRuns: 200 },
    )
  })
})

test.each([
  ['+49 30 12', '3012'],
  ['0049 30 12', '3012'],
  ['030 12', '3012'],
  ['+49 (0)30 12', '3012'],
  ['10115', '10115'],
  ['12', undefined],
  ['Anna', undefined],
  ['KT00012', undefined],
])('%s that is being typed looks for %s', (text, digits) => expect(typedDigits(text)).toBe(digits))
