// What the editor offers for a rule: topics, operators that work, values that stay, blanks, and when a rule is complete.
import { describe, expect, it } from 'vitest'
import { Rule, type RuleOf } from '../../src/model/criteria.ts'
import type { MailingGroupId } from '../../src/model/ids.ts'
import { askedPaths, complete, countsByPath, incomplete } from '../../src/screens/pieces/criteria/complete.ts'
import { presets } from '../../src/screens/pieces/criteria/presets.ts'
import { resolvedText } from '../../src/screens/pieces/criteria/ruleRow.ts'
import {
  asksForValue,
  blanksOf,
  isUnfinished,
  newRule,
  operatorOf,
  operatorsOf,
  subjectOf,
  withBlanks,
  withOperator,
} from '../../src/screens/pieces/criteria/ruleSubjects.ts'
import { fillRate, suggested, topicGroups, withTopic, type Topic } from '../../src/screens/pieces/criteria/topics.ts'
import { all, any, choice, text, today } from '../make.ts'

const topics = topicGroups.flatMap((group) => group.topics)
const readyRules = presets.flatMap((preset) => ('rule' in preset ? [preset.rule] : []))
const blanked = (rule: Rule, blanks: boolean) => ({ ...rule, blanks }) as Rule
const topic = (key: string): Topic => {
  const found = topics.find((one) => one.key === key)
  if (!found) throw new Error(`There is no topic ${key}`)
  return found
}

describe('every topic of the picker', () => {
  it('stands there once', () => {
    expect(new Set(topics.map(({ key }) => key)).size).toBe(topics.length)
    expect(new Set(topics.map((one) => one.text())).size).toBe(topics.length)
  })

  it.each(topics)('$key: an operator that it offers is the one it has then, and it stays what it is about', ({ rule }: { rule: Rule }) => {
    expect(operatorsOf(rule)).toContain(operatorOf(rule))
    for (const operator of operatorsOf(rule)) {
      const other = withOperator(rule, operator)
      expect(subjectOf(other)).toBe(subjectOf(rule))
      expect(Rule.safeParse(other).success).toBe(true)
      if (!isUnfinished(other)) expect(operatorOf(other)).toBe(operator)
    }
  })
})

describe('another operator', () => {
  const before: Rule = {
    kind: 'date',
    field: 'lastInteraction',
    operator: 'before',
    from: { kind: 'ago', count: 90, unit: 'day' },
    blanks: true,
  }
  it.each<[string, Rule, string, Partial<Record<string, unknown>>]>([
    ['keeps values', text('city', 'isAnyOf', 'Graz', 'Wien'), 'contains', { operator: 'contains', values: ['Graz', 'Wien'] }],
    ['keeps two ends of many values', text('postCode', 'isAnyOf', '1', '2', '3'), 'between', { values: ['1', '2'] }],
    ['drops an open end', text('postCode', 'between', '8000', ''), 'isAnyOf', { values: ['8000'] }],
    ['drops blanks that were said for the one before', blanked(text('city', 'isNoneOf', 'Graz'), false), 'isAnyOf', { blanks: undefined }],
    [
      'more than ago to in the last, the same span',
      before,
      'inTheLast',
      { operator: 'onOrAfter', from: { kind: 'ago', count: 90, unit: 'day' }, blanks: undefined },
    ],
    [
      'in the last to more than ago takes in who never was',
      { ...before, operator: 'onOrAfter', blanks: undefined },
      'moreThanAgo',
      { operator: 'before', blanks: true },
    ],
    ['never asks for no day', before, 'never', { operator: 'isBlank', from: undefined }],
    [
      'a filter says what the values said',
      text('city', 'isAnyOf', 'Graz', 'Wien'),
      'matches',
      { kind: 'expression', expression: 'Graz|Wien' },
    ],
    ['a sign that means something is quoted', text('name', 'isAnyOf', 'R&D'), 'matches', { expression: "'R&D'" }],
    ['a range', text('postCode', 'between', '1000', '2999'), 'matches', { expression: '1000..2999' }],
    [
      'from a filter back it begins anew',
      { kind: 'expression', field: 'city', expression: 'Gr*' },
      'isNoneOf',
      { kind: 'text', values: [] },
    ],
    ['at least two', newRule('interaction'), 'hasAtLeast', { operator: 'has', atLeast: 2 }],
    ['none is fewer than one', { ...newRule('interaction'), operator: 'hasNone', atLeast: 3 } as Rule, 'hasNone', { atLeast: 1 }],
  ])('%s', (_what, rule, operator, expected) => {
    const changed = withOperator(rule, operator as never) as unknown as Record<string, unknown>
    for (const [name, value] of Object.entries(expected)) expect(changed[name]).toEqual(value)
  })
})

describe('blanks', () => {
  it.each<[string, Rule, boolean | undefined]>([
    ['a "not" takes them in', text('city', 'isNoneOf', 'Graz'), true],
    ['anything else does not', text('city', 'isAnyOf', 'Graz'), false],
    ['unless it says so', blanked(text('city', 'isAnyOf', 'Graz'), true), true],
    ['or never', topic('lastInteraction').rule, true],
    ['no interaction', { kind: 'interaction', operator: 'hasNone', atLeast: 1, where: {} }, true],
    ['has one: nobody can be blank', { kind: 'interaction', operator: 'has', atLeast: 1, where: {} }, undefined],
    ['a check for blanks says it all', text('city', 'isBlank'), undefined],
    ['a field that is never blank', choice('type', 'isNoneOf', 'person'), undefined],
    ['a filter that says not', { kind: 'expression', field: 'city', expression: '<>Graz' }, true],
  ])('%s', (_what, rule, expected) => {
    expect(blanksOf(rule)).toBe(expected)
  })

  it('say nothing where the operator says it already', () => {
    const rule = text('city', 'isNoneOf', 'Graz')
    expect(withBlanks(rule, false)).toMatchObject({ blanks: false })
    expect(withBlanks(withBlanks(rule, false), true)).toEqual(rule)
  })
})

describe('another field', () => {
  it.each<[string, Rule, string, Partial<Record<string, unknown>>]>([
    [
      'of the company, with the same values',
      text('city', 'contains', 'Graz'),
      'city of company',
      { of: 'company', operator: 'contains', values: ['Graz'] },
    ],
    ['another text keeps what was typed', text('city', 'contains', 'Graz'), 'county', { field: 'county', values: ['Graz'] }],
    ['another list begins anew', choice('countryCode', 'isAnyOf', 'AT'), 'languageCode', { field: 'languageCode', values: [] }],
    ['a target of a campaign is a rule of its own', newRule('interaction'), 'campaignTarget', { where: { campaignTarget: true } }],
  ])('%s', (_what, rule, key, expected) => {
    expect(withTopic(rule, topic(key))).toMatchObject(expected)
  })

  it.each<[string, Rule, string, string]>([
    ['post codes to county', newRule('postCode'), 'county', 'isAnyOf'],
    ['a text that was to contain something', text('name', 'contains'), 'city', 'isAnyOf'],
    ['county to post codes', newRule('county'), 'postCode', 'between'],
  ])('%s, without a value yet: compared as the new field usually is', (_what, rule, key, operator) => {
    expect(withTopic(rule, topic(key))).toMatchObject({ operator, values: [] })
  })

  it('of the contact again is not of the company any more', () => {
    expect(withTopic({ ...text('city', 'contains', 'Graz'), of: 'company' } as RuleOf<'text'>, topic('city'))).not.toHaveProperty('of')
  })
})

describe('a rule that is not complete', () => {
  it.each<[string, Rule, boolean]>([
    ['a text without a value', text('city', 'isAnyOf', ' '), true],
    ['blank asks for none', text('city', 'isBlank'), false],
    ['a list with nothing ticked', { kind: 'mailingGroup', operator: 'hasAnyOf', ids: [] }, true],
    ['none at all', { kind: 'mailingGroup', operator: 'isBlank', ids: [] }, false],
    ['a range with an open end', { kind: 'number', field: 'purchases', operator: 'between', to: 3 }, false],
    ['a range without any', { kind: 'number', field: 'purchases', operator: 'between' }, true],
    ['nought is a number', { kind: 'number', field: 'purchases', operator: 'equals', from: 0 }, false],
    ['a birthday needs both ends', { kind: 'date', field: 'birthday', operator: 'anniversary', from: { kind: 'exact', day: today } }, true],
    ['a filter that can be read', { kind: 'expression', field: 'city', expression: 'A|B' }, false],
    ['a filter that cannot', { kind: 'expression', field: 'city', expression: '(A|B' }, true],
  ])('%s', (_what, rule, expected) => {
    expect(isUnfinished(rule)).toBe(expected)
  })

  it('is left out with groups that have nothing else, and counts find their places all the same', () => {
    const graz = text('city', 'isAnyOf', 'Graz')
    const blank = text('city', 'isAnyOf')
    const criteria = all(blank, any(blank), any(blank, graz), all(), graz)
    expect(complete(criteria)).toEqual(all(any(graz), graz))
    expect(incomplete(criteria)).toBe(4)
    expect(Object.fromEntries(askedPaths(criteria))).toEqual({ '': '', '0': '2', '0.0': '2.1', '1': '4' })
    const counts = countsByPath(criteria, [
      { path: '0.0', count: 7 },
      { path: '1', count: 8 },
    ])
    expect([...counts].map(([path, { count }]) => [path, count])).toEqual([
      ['2.1', 7],
      ['4', 8],
    ])
  })
})

describe('days of a row', () => {
  it.each<[string, Rule, string]>([
    ['since', newRule('purchase'), 'Since 20 Nov 2025'],
    ['before', topic('lastInteraction').rule, 'Before 22 Aug 2026'],
    ['a whole period', readyRules.find((rule) => subjectOf(rule) === 'birthday') ?? newRule('city'), '1 Dec 2026 to 31 Dec 2026'],
    ['an exact day needs no word', { kind: 'date', field: 'createdAt', operator: 'on', from: { kind: 'exact', day: today } }, ''],
    ['no day at all', newRule('interaction'), ''],
  ])('%s', (_what, rule, words) => {
    expect(resolvedText(rule, today)).toBe(words)
  })
})

describe('fill rates', () => {
  const rates = { all: 200, filled: { city: 182, jobTitle: 60, birthday: 1, externalId: 0, mailingGroup: 120 } }
  it.each([
    ['city', 91],
    ['birthday', 1],
    ['externalId', 0],
    ['city of company', undefined],
    ['interaction', undefined],
  ])('%s: %s', (key, percent) => {
    expect(fillRate(topic(key), rates)).toBe(percent)
  })

  it('suggest what is filled well enough to choose by; without rates nothing', () => {
    expect(suggested(rates).map(({ key }) => key)).toEqual(['city', 'mailingGroup'])
    expect(suggested(undefined)).toEqual([])
  })
})

it('every ready rule is complete, or asks for its value', () => {
  for (const rule of readyRules) {
    expect(Rule.safeParse(rule).success).toBe(true)
    if (isUnfinished(rule)) expect(asksForValue(operatorOf(rule))).toBe(true)
  }
  const mailing = { kind: 'mailingGroup', operator: 'isExactly', ids: ['news' as MailingGroupId] } satisfies Rule
  expect(operatorOf(mailing)).toBe('isExactly')
})
