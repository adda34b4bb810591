// E-mail addresses and post codes as people type them: what is taken as it is, and what is hinted at.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmail, plainEmails, suggestEmail } from '../../src/core/contact/email.ts'
import { isPostCode } from '../../src/core/contact/postCode.ts'

describe('An e-mail address', () => {
  test.each([
    '',
    'anna@berg.no',
    'anna+fair@berg.museum',
    "o'brien@berg.ie",
    'jürgen@müller.de',
    'a@b.xn--vermgensberatung-pwb',
    'anna@berg.no; info@berg.no',
    'anna@berg.no,info@berg.no',
    'Anna Berg <anna@berg.no>',
    '"Berg, Anna" <anna@berg.no>; info@berg.no',
    'anna@mail.berg.co.uk',
  ])('%s is one', (text) => expect(isEmail(text)).toBe(true))

  test.each(['anna', 'anna@berg', 'anna@web,de', 'anna @berg.no', 'anna(at)berg.no', 'anna@@berg.no', 'anna@berg.n'])(
    '%s is none',
    (text) => expect(isEmail(text)).toBe(false),
  )

  test.each([
    ['anna@gmial.com', 'anna@gmail.com'],
    ['anna@gmai.com', 'anna@gmail.com'],
    ['anna@gmaill.com', 'anna@gmail.com'],
    ['anna@gmail.con', 'anna@gmail.com'],
    ['anna@hotmial.com', 'anna@hotmail.com'],
    ['anna@berg.con', 'anna@berg.com'],
    ['anna@t-onlin.de', 'anna@t-online.de'],
    ['anna@web,de', 'anna@web.de'],
    ['anna @ berg.no', 'anna@berg.no'],
    ['anna(at)berg.no', 'anna@berg.no'],
    ['anna [at] berg.no', 'anna@berg.no'],
    ['anna@berg..no', 'anna@berg.no'],
    ['anna@berg.no.', 'anna@berg.no'],
    ['Anna <anna@gmial.com>; info@berg.no', 'Anna <anna@gmail.com>; info@berg.no'],
  ])('%s was probably meant as %s', (typed, meant) => expect(suggestEmail(typed)).toBe(meant))

  test.each(['', 'anna@berg.no', 'anna@gmx.de', 'anna@gmx.at', 'anna@wab.de', 'anna@mail.de', 'anna', 'ask Anna', 'a@b.no; c@d.no'])(
    'nothing is suggested for %s',
    (typed) => expect(suggestEmail(typed)).toBeUndefined(),
  )

  test('is stored without the name in front', () => {
    expect(plainEmails('"Berg, Anna" <anna@berg.no>, info@berg.no')).toBe('anna@berg.no; info@berg.no')
    expect(plainEmails(' anna@berg.no, info@berg.no ')).toBe('anna@berg.no, info@berg.no')
    expect(plainEmails('ask Anna')).toBe('ask Anna')
  })

  test('is suggested only as one that is one, and only once', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.@,; ()<>"]{0,24}$/), (text) => {
        const meant = suggestEmail(text)
        if (meant === undefined) return
        expect(isEmail(meant)).toBe(true)
        expect(suggestEmail(meant)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['10115', 'DE', true],
  ['D-10115', 'DE', true],
  ['D 10115', 'DE', true],
  ['1011', 'DE', false],
  ['1010', 'AT', true],
  ['A-1010', 'AT', true],
  ['CH-8001', 'CH', true],
  ['1011 AB', 'NL', true],
  ['1011ab', 'NL', true],
  ['1011', 'NL', false],
  ['SW1A 1AA', 'GB', true],
  ['EC1', 'GB', false],
  ['0150', 'NO', true],
  ['150', 'NO', false],
  ['110 00', 'CZ', true],
  ['00-950', 'PL', true],
  ['12345-6789', 'US', true],
  ['K1A 0B1', 'CA', true],
  ['', 'DE', true],
  ['anything', 'XX', true],
  ['anything', '', true],
])('%s may be a post code in %s: %s', (text, country, may) => expect(isPostCode(text, country)).toBe(may))
