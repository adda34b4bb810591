// Filter expressions against the documented grammar of the reference. BC docs: Sorting, Searching, and Filtering Lists ("Filter criteria
// and operators"), Working with Calendar Dates and Times. Each row reads: this expression · this value · fits or not.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { readFilter, type Filter, type FilterValue } from '../../src/core/criteria/filterExpression.ts'
import { matches } from '../../src/core/criteria/matches.ts'
import { blankFits, dayFilterTest, fits, numberFilterTest, textFilterTest } from '../../src/core/criteria/filterTest.ts'
import type { ExpressionField } from '../../src/model/criteria.ts'
import type { FilterTrouble } from '../../src/model/failure.ts'
import { all, factsAbout, person, today } from '../make.ts'

const yes = true
const no = false

describe('A filter on a text', () => {
  test.each<[string, string, boolean]>([
    // Equal to
    ['Ulm', 'Ulm', yes],
    ['=Ulm', 'Ulm', yes],
    ['= Ulm', 'Ulm', yes],
    ['Ulm', 'ULM', no],
    ['Ulm', 'Neu-Ulm', no],
    ['  Ulm ', 'Ulm', yes],
    ['Bad Tölz', 'Bad Tölz', yes],
    // The same sign, put together in another way.
    ['Tölz', 'Tölz', yes],
    // Interval
    ['Bicycle..Car', 'Boat', yes],
    ['Bicycle..Car', 'Bicycle', yes],
    ['Bicycle..Car', 'Car', yes],
    ['Bicycle..Car', 'Card', no],
    ['Bicycle..Car', 'Apple', no],
    ['Bicycle .. Car', 'Boat', yes],
    ['..M', 'Anna', yes],
    ['..M', 'Zora', no],
    ['M..', 'Zora', yes],
    ['M..', 'Anna', no],
    ['A..B|X..Z', 'Yak', yes],
    // Either/or, and
    ['Ulm|Bonn', 'Bonn', yes],
    ['Ulm|Bonn', 'Celle', no],
    ['F..&*A/S', 'Ford A/S', yes],
    ['F.. & *A/S', 'Ford A/S', yes],
    ['F.. & *A/S', 'Audi A/S', no],
    ['A*|B*&*x', 'Axel', yes],
    ['A*|B*&*x', 'Bex', yes],
    ['A*|B*&*x', 'Bea', no],
    ['(A*|B*)&*x', 'Axel', no],
    ['(A*|B*)&*x', 'Max', no],
    ['(A*|B*)&*x', 'Alex', yes],
    ['((Ulm))', 'Ulm', yes],
    ['( Ulm | Bonn ) & <> Bonn', 'Ulm', yes],
    ['( Ulm | Bonn ) & <> Bonn', 'Bonn', no],
    // Not equal to, also with a pattern
    ['<>Ulm', 'Bonn', yes],
    ['<>Ulm', 'Ulm', no],
    ['<>A*', 'Bonn', yes],
    ['<>A*', 'Aachen', no],
    ['<>@a*', 'Aachen', no],
    // With @ a name is found by both of its spellings, and without it as it stands.
    ['@mueller', 'Müller', yes],
    ['@muller', 'Müller', yes],
    ['@müller', 'Müller', yes],
    ['@*uell*', 'Anna Müller', yes],
    ['@m??ller', 'Müller', yes],
    ['<>@mueller', 'Müller', no],
    ['<>@*mueller*', 'Maier', yes],
    ['Mueller', 'Müller', no],
    ['<>Ulm&<>Bonn', 'Celle', yes],
    ['<>Ulm&<>Bonn', 'Bonn', no],
    ["<>''", 'Ulm', yes],
    // Greater, less
    ['>M', 'Ulm', yes],
    ['>Ulm', 'Ulm', no],
    ['>=Ulm', 'Ulm', yes],
    ['<M', 'Bonn', yes],
    ['<=Bonn', 'Bonn', yes],
    ['< Bonn', 'Bonn', no],
    // Exact: in quotes; signs of the grammar stand for themselves there, patterns stay patterns
    ["'man'", 'man', yes],
    ["'man'", 'Man', no],
    ["'J & V*'", 'J & V Ltd.', yes],
    ["'J & V*'", 'J & W Ltd.', no],
    ["'J & V'*", 'J & V Ltd.', yes],
    ["*'(Süd)'", 'Müller (Süd)', yes],
    ["'a=b|c'", 'a=b|c', yes],
    ["'<>x'", '<>x', yes],
    ["'@home'", '@home', yes],
    ["'A..Z'", 'A..Z', yes],
    ["'O''Neil'", "O'Neil", yes],
    ["O'Neil", "O'Neil", yes],
    ["''", 'Ulm', no],
    // Case-insensitive
    ['@man*', 'Manfred', yes],
    ['@man*', 'HERMAN', no],
    ['man*', 'Manfred', no],
    ['@*bike*', 'Ahorn Bikes', yes],
    ['@*bike*', 'Ahorn Boats', no],
    ['@böhme', 'BOHME', yes],
    ["@'J & V'", 'j & v', yes],
    ['*@example.com', 'anna@example.com', yes],
    ['anna@example.com', 'anna@example.com', yes],
    // Any number of signs, one sign
    ['*Co*', 'Old Company', yes],
    ['*Co', 'AB Co', yes],
    ['*Co', 'AB Company', no],
    ['Co*', 'Company', yes],
    ['Co*', 'AB Co', no],
    ['*', 'Ulm', yes],
    ['<>*', 'Ulm', no],
    ['Hans?n', 'Hansen', yes],
    ['Hans?n', 'Hanson', yes],
    ['Hans?n', 'Hansn', no],
    ['Hans?n', 'Hanseen', no],
    ['?', '🚲', yes],
    ['??', '🚲', no],
    ['*a*b*c*', 'xxaxxbxxcxx', yes],
    ['*a*b*c', 'abcb', no],
    // Dots and signs that are nothing special where they stand
    ['A.B.', 'A.B.', yes],
    ['Inc...', 'Incas', yes],
    ['A<B', 'A<B', yes],
    ['50%', '50%', yes],
    ['A-Z', 'A-Z', yes],
  ])('%s · %s · %s', (expression, value, expected) => {
    expect(textFilterTest(expression, 'name')?.(value)).toBe(expected)
  })

  test.each<[ExpressionField, string, string, boolean]>([
    ['no', 'ct*', 'CT000012', yes],
    ['no', '1000..2000|3000', '3000', yes],
    ['no', '1000..2000|3000', '999', no],
    ['no', '1000..2000|3000', '10000', no],
    ['no', 'CT000010..CT000020', 'CT000012', yes],
    ['no', 'CT000010..CT000020', 'ct000021', no],
    ['postCode', '5999|8100..8490', '8100', yes],
    ['postCode', '..1299|1400..', '1300', no],
    ['countryCode', '<>nl', 'NL', no],
    ['languageCode', 'DE*', 'de-AT', yes],
    ['salutationCode', 'f', 'F', yes],
    ['vatNo', 'de123', 'DE123', yes],
    ['externalId', 'A-1', 'a-1', yes],
    ['city', 'ULM', 'Ulm', no],
  ])('codes are the same in capitals and in small letters: %s %s · %s · %s', (field, expression, value, expected) => {
    expect(textFilterTest(expression, field)?.(value)).toBe(expected)
  })

  test.each<[string, boolean]>([
    ["''", yes],
    ["=''", yes],
    ["' '", yes],
    ['*', yes],
    ["<>''", no],
    ['<>Ulm', yes],
    ['<>A*', yes],
    ['<>*', no],
    ['<>Ulm&<>Bonn', yes],
    ["''|Ulm", yes],
    ['<>Ulm&..M', no],
    ['Ulm', no],
    ['?', no],
    ['..M', no],
    ['<M', no],
    ['<>Ulm|(', no],
  ])('%s · a blank · %s', (expression, expected) => {
    expect(blankFits(expression, 'city')).toBe(expected)
    const nobody = person({ name: 'Anna Berg' })
    expect(matches(all({ kind: 'expression', field: 'city', expression }), nobody, factsAbout([nobody]), today)).toBe(expected)
  })

  test('a rule may say otherwise of blanks; one that cannot be read matches nobody', () => {
    const nobody = person({ name: 'Anna Berg' })
    const asks = (expression: string, blanks: boolean) =>
      matches(all({ kind: 'expression', field: 'city', expression, blanks }), nobody, factsAbout([nobody]), today)
    expect([asks('<>Ulm', false), asks('Ulm', true), asks('(Ulm', true)]).toEqual([no, yes, no])
  })

  test('a pattern of many stars does not take long', () => {
    const pattern = `${'*a'.repeat(400)}*b`
    expect(fits('a'.repeat(20_000), pattern)).toBe(false)
  })

  test('law: a pattern fits what an expression of the same form would', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
    fc.assert(
      fc.property(short, pattern, (value, asked) => {
        const form = new RegExp(`^${asked.replaceAll('*', '.*').replaceAll('?', '.')}$`)
        expect(fits(value, asked)).toBe(form.test(value))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('A filter on a figure', () => {
  test.each<[string, number, boolean]>([
    ['1100..2100', 1100, yes],
    ['1100..2100', 2101, no],
    ['..2500', 2500, yes],
    ['2500..', 2499, no],
    ['1200|1300', 1300, yes],
    ['<>0', 0, no],
    ['<>0', 3, yes],
    ['>1200', 1200, no],
    ['>=1200', 1200, yes],
    ['<1200', 1199.99, yes],
    ['<=1200', 1200.01, no],
    ['>200&<1200', 500, yes],
    ['>200&<1200', 1200, no],
    ['5999|8100..8490', 8300, yes],
    ['..1299|1400..', 1350, no],
    ['>50&<100 ', 99, yes],
    ['9,5', 9.5, yes],
    ['9.5..9.7', 9.6, yes],
    ['-5..-1', -3, yes],
    ['=3', 3, yes],
    ["'3'", 3, yes],
    ['(1|2)&<>1', 2, yes],
    // As documented, the ends stand in their order.
    ['10..1', 5, no],
  ])('%s · %d · %s', (expression, value, expected) => {
    expect(numberFilterTest(expression, 'interactions')?.(value)).toBe(expected)
  })
})

describe('A filter on a day', () => {
  // A Friday.
  const now = toDay('2026-11-20')
  test.each<[string, string, boolean]>([
    ['2026-11-20', '2026-11-20', yes],
    ['20.11.2026', '2026-11-20', yes],
    ['1.3.2026', '2026-03-01', yes],
    ['1.3.26', '2026-03-01', yes],
    ['1.3.31', '1931-03-01', yes],
    ['1.3.', '2026-03-01', yes],
    ['1.3', '2026-03-01', yes],
    ['..15', '2026-11-15', yes],
    ['..15', '2026-11-16', no],
    ['15..', '2026-11-14', no],
    ['22..23', '2026-11-23', yes],
    ['31', '2026-11-30', yes],
    ['1.11...', '2026-11-01', yes],
    ['1.11.2026..30.11.2026', '2026-11-30', yes],
    ['..31.12.2025|1.6.2026..', '2026-01-15', no],
    ['t', '2026-11-20', yes],
    ['today', '2026-11-20', yes],
    ['Heute', '2026-11-20', yes],
    ['h', '2026-11-20', yes],
    ['vandaag', '2026-11-20', yes],
    ['v-30D..v', '2026-10-21', yes],
    ['i dag', '2026-11-20', yes],
    ['i', '2026-11-20', yes],
    ['aujourd’hui', '2026-11-20', yes],
    ['<a', '2026-11-19', yes],
    ['20-11-2026', '2026-11-20', yes],
    ['20/11/2026', '2026-11-20', yes],
    ['1/11/26..20/11', '2026-11-20', yes],
    ['w', '2026-11-20', yes],
    ['<t', '2026-11-19', yes],
    ['<t', '2026-11-20', no],
    ['-30D..t', '2026-10-21', yes],
    ['-30D..t', '2026-10-20', no],
    ['t-30d..', '2026-10-21', yes],
    ['10D', '2026-11-30', yes],
    ['2W', '2026-12-04', yes],
    ['-1Y', '2025-11-20', yes],
    ['1Q', '2027-02-20', yes],
    ['CM', '2026-11-30', yes],
    ['-CM', '2026-11-01', yes],
    ['-CM..CM', '2026-11-12', yes],
    ['CM+10D', '2026-12-10', yes],
    ['-CM-1M', '2026-10-01', yes],
    ['CW', '2026-11-22', yes],
    ['-CW', '2026-11-16', yes],
    ['-CQ', '2026-10-01', yes],
    ['CY', '2026-12-31', yes],
    ['CD', '2026-11-20', yes],
    ['1W-1D', '2026-11-26', yes],
    ['t + 1w - 1d', '2026-11-26', yes],
    ['-9999Y..', '1826-11-20', yes],
    ['<>t', '2026-11-20', no],
  ])('%s · %s · %s', (expression, value, expected) => {
    expect(dayFilterTest(expression, 'lastInteraction', now)?.(toDay(value))).toBe(expected)
  })

  test('of the 29th of February where there is none', () => {
    expect(dayFilterTest('29.2.', 'birthday', now)?.(toDay('2026-02-28'))).toBe(true)
    expect(dayFilterTest('29.2.', 'birthday', toDay('2028-11-20'))?.(toDay('2028-02-29'))).toBe(true)
  })

  test.each<[string, boolean]>([
    ["''", yes],
    ["<>''", no],
    ['<>t', yes],
    ['..t', no],
  ])('%s · a blank · %s', (expression, expected) => {
    expect(blankFits(expression, 'lastInteraction')).toBe(expected)
  })
})

describe('What is wrong is told with its place', () => {
  test.each<[string, ExpressionField, FilterTrouble, number, string?]>([
    ['', 'name', 'empty', 0],
    ['   ', 'name', 'empty', 0],
    ['Ulm|', 'name', 'valueMissing', 4],
    ['|Ulm', 'name', 'valueMissing', 0],
    ['Ulm&&Bonn', 'name', 'valueMissing', 4],
    ['<>', 'name', 'valueMissing', 2],
    ['>= ', 'name', 'valueMissing', 3],
    ['@', 'name', 'valueMissing', 1],
    ['..', 'name', 'valueMissing', 2],
    ['Ulm|..|Bonn', 'name', 'valueMissing', 6],
    ['()', 'name', 'valueMissing', 1],
    ["'Ulm", 'name', 'quoteOpen', 0, "'"],
    ["Bonn|'Ulm''", 'name', 'quoteOpen', 5, "'"],
    ['Müller (Süd)', 'name', 'quoteNeeded', 7, '('],
    ['a=b', 'name', 'quoteNeeded', 1, '='],
    ['(Ulm', 'name', 'bracketOpen', 0, '('],
    ['((Ulm)|Bonn', 'name', 'bracketOpen', 0, '('],
    ['Ulm)', 'name', 'bracketNotOpened', 3, ')'],
    ['(Ulm) Bonn', 'name', 'operatorMissing', 6, 'B'],
    ['A..B..C', 'name', 'operatorMissing', 4, '..'],
    ['>A..B', 'name', 'operatorMissing', 2, '..'],
    ['A*..B', 'name', 'wildcard', 0, 'A*'],
    ['A..B?', 'name', 'wildcard', 3, 'B?'],
    ['Ulm|>A*', 'name', 'wildcard', 5, 'A*'],
    ['12a', 'interactions', 'notANumber', 0, '12a'],
    ['1|2..x', 'interactions', 'notANumber', 5, 'x'],
    ['1*', 'purchases', 'notANumber', 0, '1*'],
    ["''", 'purchases', 'notANumber', 0, ''],
    // A thousand in one country, and one in another.
    ['1.000', 'purchaseAmount', 'notANumber', 0, '1.000'],
    ['31.2.2026', 'birthday', 'notADay', 0, '31.2.2026'],
    ['..gestern', 'lastInteraction', 'notADay', 2, 'gestern'],
    ['30D2', 'lastInteraction', 'notADay', 0, '30D2'],
    ['t30D', 'lastInteraction', 'notADay', 0, 't30D'],
    ['99999D', 'lastInteraction', 'notADay', 0, '99999D'],
    ['P8', 'lastPurchase', 'notADay', 0, 'P8'],
    ['32', 'lastPurchase', 'notADay', 0, '32'],
    [`${'('.repeat(100)}Ulm${')'.repeat(100)}`, 'name', 'tooDeep', 40, '('],
  ])('%s on %s · %s at %d', (expression, field, why, at, part = '') => {
    expect(readFilter(expression, field)).toEqual({ ok: false, failure: { code: 'filter', why, at, part } })
  })

  test('law: any text is read or told to be wrong at one of its places', () => {
    const signs = fc.constantFrom(
      'A',
      '1',
      '.',
      '..',
      '|',
      '&',
      '<',
      '>',
      '=',
      '(',
      ')',
      "'",
      '@',
      '*',
      '?',
      ' ',
      't',
      '-',
      'D',
      '\u{1f6b2}',
    )
    const field = fc.constantFrom<ExpressionField>('name', 'no', 'interactions', 'birthday')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: signs, maxLength: 25 }), fc.string({ unit: 'binary' })), field, (expression, asked) => {
        const read = readFilter(expression, asked)
        if (read.ok) expect(blankFits(expression, asked)).toBeTypeOf('boolean')
        else expect(read.failure.at >= 0 && read.failure.at <= expression.length).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(readFilter('('.repeat(1e6), 'name').ok).toBe(false)
    expect(readFilter(`(${'a|'.repeat(3e5)}a)`, 'name').ok).toBe(true)
  })

  const word = fc.string({
    unit: fc.constantFrom('a', 'B', '1', '.', '|', '&', '(', ')', '=', '<', '>', "'", '@', '*', '?', ' ', 'ö'),
    maxLength: 6,
  })
  const value: fc.Arbitrary<FilterValue> = fc.record({ text: word, anyCase: fc.boolean() })
  const plain = value.map((one) => ({ ...one, text: one.text.replaceAll(/[*?]/g, '') }))
  const leaf: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ kind: fc.constantFrom('is', 'isNot'), value }) as fc.Arbitrary<Filter>,
    fc.record({ kind: fc.constantFrom('<', '<=', '>', '>='), value: plain }) as fc.Arbitrary<Filter>,
    fc
      .tuple(plain, plain, fc.constantFrom('both', 'from', 'to'))
      .map(([from, to, which]): Filter => ({ kind: 'range', ...(which !== 'to' && { from }), ...(which !== 'from' && { to }) })),
  )
  const ors = (item: fc.Arbitrary<Filter>) => fc.array(item, { minLength: 2, maxLength: 3 }).map((items): Filter => ({ kind: 'or', items }))
  const ands = (item: fc.Arbitrary<Filter>) =>
    fc.array(item, { minLength: 2, maxLength: 3 }).map((items): Filter => ({ kind: 'and', items }))
  const tree = fc.oneof(leaf, ors(leaf), ands(leaf), ors(fc.oneof(leaf, ands(leaf))), ands(fc.oneof(leaf, ors(fc.oneof(leaf, ands(leaf))))))

  const written = ({ text, anyCase }: FilterValue) => `${anyCase ? '@' : ''}'${text.replaceAll("'", "''")}'`
  function print(filter: Filter): string {
    switch (filter.kind) {
      case 'or':
        return filter.items.map(print).join('|')
      case 'and':
        return filter.items.map((item) => (item.kind === 'or' ? `(${print(item)})` : print(item))).join(' & ')
      case 'range':
        return `${filter.from ? written(filter.from) : ''}..${filter.to ? written(filter.to) : ''}`
      case 'is':
        return written(filter.value)
      case 'isNot':
        return `<>${written(filter.value)}`
      case '<':
      case '<=':
      case '>':
      case '>=':
        return `${filter.kind}${written(filter.value)}`
    }
  }

  test('law: what is written down is read as the same', () => {
    fc.assert(
      fc.property(tree, (filter) => {
        expect(readFilter(print(filter), 'name')).toEqual({ ok: true, value: filter })
      }),
      { numRuns: 1000 },
    )
  })
})
