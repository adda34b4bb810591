// How the row of a rule is said: what it is compared by, and its values. Names that are gone say so.
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/model/criteria.ts'
import { rowValue } from '../../src/screens/pieces/criteria/ruleRow.ts'
import { ruleOperatorText } from '../../src/screens/pieces/ruleText.ts'
import { itemKey } from '../../src/screens/pieces/ruleValues.ts'
import type { Lists } from '../../src/storage/read/lists.ts'

const lists = {
  salespeople: [],
  templates: [{ id: 'letter', code: 'LETTER', description: 'Letter' }],
  businessRelations: [{ id: 'customer', code: 'CUST', description: 'Customer' }],
  campaigns: [],
  questionnaires: [
    {
      questions: [
        { description: 'Size', answers: [{ id: 'big', description: 'big' }] },
        { description: 'Own machines?', answers: [{ id: 'yes', description: 'yes' }] },
      ],
    },
  ],
} as unknown as Lists
const others = new Map([
  ['anna', 'Anna Berg'],
  ['fair', 'Invitation to the fair'],
  [itemKey('S-10'), 'Service contract, one year'],
])
const ago = (count: number, unit = 'day') => ({ kind: 'ago', count, unit })
const rule = (fields: { kind: Rule['kind'] } & Record<string, unknown>) => fields as unknown as Rule
const interaction = (operator: string, atLeast: number, where: object) => rule({ kind: 'interaction', operator, atLeast, where })

describe('the row of a rule', () => {
  it.each<[string, Rule, string]>([
    ['towns', rule({ kind: 'text', field: 'city', operator: 'isAnyOf', values: ['Graz', 'Wien'] }), 'is any of Graz or Wien'],
    ['an open end', rule({ kind: 'text', field: 'postCode', operator: 'between', values: ['8000', ''] }), 'is between 8000 and …'],
    ['a business relation', rule({ kind: 'businessRelation', operator: 'hasAnyOf', ids: ['customer'] }), 'has Customer'],
    ['one that was deleted', rule({ kind: 'businessRelation', operator: 'hasAnyOf', ids: ['gone'] }), 'has no longer there'],
    ['a group she is not in', rule({ kind: 'businessRelation', operator: 'hasNoneOf', ids: ['customer'] }), 'does not have Customer'],
    ['answers', rule({ kind: 'answer', operator: 'hasAnyOf', ids: ['big', 'yes'] }), 'has any of Size: big or Own machines? yes'],
    ['a person by name', rule({ kind: 'contact', operator: 'isAnyOf', ids: ['anna'] }), 'is Anna Berg'],
    ['names not known yet', rule({ kind: 'contact', operator: 'isAnyOf', ids: ['anna', 'b'] }), 'is any of 2 people chosen by name'],
    ['a segment', rule({ kind: 'segment', operator: 'hasNoneOf', ids: ['fair'] }), 'is not on Invitation to the fair'],
    [
      'nobody reached them',
      interaction('hasNone', 1, { within: { from: ago(90) }, attempt: 'succeeded' }),
      'none in the last 90 days · reached',
    ],
    [
      'several of a kind',
      interaction('has', 2, { templateIds: ['letter'], loggedSegmentIds: ['fair'], evaluations: ['positive'], response: true }),
      'at least 2 ever · Letter · logged segment “Invitation to the fair” · evaluation Positive · answered',
    ],
    [
      'fewer than so many between two days, cancelled ones too',
      interaction('hasNone', 3, {
        within: { from: { kind: 'exact', day: '2026-01-01' }, to: ago(1, 'month') },
        cancelledToo: true,
      }),
      'fewer than 3 between 1 Jan 2026 and 1 month ago · cancelled ones too',
    ],
    [
      'an item by its name',
      rule({ kind: 'purchase', operator: 'has', atLeast: 1, where: { itemNos: ['S-10'] } }),
      'at least one ever · Service contract, one year',
    ],
    [
      'what was bought',
      rule({ kind: 'purchase', operator: 'has', atLeast: 1, where: { itemGroups: ['Saws'], quantityFrom: 2, amountFrom: 1500 } }),
      'at least one ever · Saws · for at least 1\u202f500 · quantity at least 2',
    ],
    [
      'a birthday next month',
      rule({
        ...{ kind: 'date', field: 'birthday', operator: 'anniversary' },
        ...{ from: { kind: 'start', unit: 'month', shift: 1 }, to: { kind: 'end', unit: 'month', shift: 1 } },
      }),
      'comes round next month',
    ],
    ['a figure', rule({ kind: 'number', field: 'purchaseAmount', operator: 'between', from: 1000 }), 'is between 1\u202f000 and …'],
  ])('%s', (_what, asked, words) => {
    expect(`${ruleOperatorText(asked)} ${rowValue(asked, lists, others)}`).toBe(words)
  })
})
