// How criteria are said. The words are those of the editor, of step cards, saved criteria and logged segments.
import { describe, expect, it } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import type { Group } from '../../src/model/criteria.ts'
import type {
  AnswerId,
  BusinessRelationId,
  ContactId,
  LoggedSegmentId,
  QuestionId,
  QuestionnaireId,
  TemplateId,
} from '../../src/model/ids.ts'
import { criteriaText, stepWords } from '../../src/screens/pieces/ruleText.ts'
import type { Lists } from '../../src/storage/read/lists.ts'
import { all, any, choice, none, text } from '../make.ts'

const lists = {
  salespeople: [],
  templates: [{ id: 'letter' as TemplateId, code: 'LETTER', description: 'Letter' }],
  businessRelations: [{ rev: 1, id: 'customer' as BusinessRelationId, code: 'CUST', description: 'Customer' }],
  questionnaires: [
    {
      ...{ rev: 1, id: 'q' as QuestionnaireId, code: 'Q', description: 'Machines' },
      questions: [
        { id: '1' as QuestionId, description: 'Size', multiple: false, answers: [{ id: 'big' as AnswerId, description: 'big' }] },
        { id: '2' as QuestionId, description: 'Own machines?', multiple: false, answers: [{ id: 'yes' as AnswerId, description: 'yes' }] },
      ],
    },
  ],
} as unknown as Lists
const others = new Map([
  ['anna', 'Anna Berg'],
  ['fair', 'Invitation to the fair'],
])
const within = { from: { kind: 'ago' as const, count: 90, unit: 'day' as const } }

describe('criteria in words', () => {
  it.each<[string, Group, string]>([
    ['nothing asked', all(), 'everybody'],
    ['towns', all(text('city', 'isAnyOf', 'Graz', 'Wien')), 'Town is any of Graz or Wien'],
    ['a range with an open end', all(text('postCode', 'between', '8000', '')), 'Post code is between 8000 and …'],
    ['a mark', all({ kind: 'flag', field: 'minor', is: false }), 'Minor: no'],
    [
      'a business relation',
      all({ kind: 'businessRelation', operator: 'hasAnyOf', ids: ['customer' as BusinessRelationId] }),
      'Business relation of the company has any of Customer',
    ],
    [
      'a relation that was deleted since',
      all({ kind: 'businessRelation', operator: 'hasAnyOf', ids: ['gone' as BusinessRelationId] }),
      'Business relation of the company has any of no longer there',
    ],
    [
      'profile answers, each with its question',
      all({ kind: 'answer', operator: 'hasAnyOf', ids: ['big', 'yes'] as AnswerId[] }),
      'Profile answer has any of Size: big or Own machines? yes',
    ],
    ['one person by name', all({ kind: 'contact', operator: 'isAnyOf', ids: ['anna' as ContactId] }), 'People by name is any of Anna Berg'],
    [
      'people whose names are not known yet',
      all({ kind: 'contact', operator: 'isAnyOf', ids: ['anna', 'bert'] as ContactId[] }),
      'People by name is any of 2 people chosen by name',
    ],
    [
      'nobody reached them',
      all({ kind: 'interaction', operator: 'hasNone', atLeast: 1, where: { within, attempt: 'succeeded' } }),
      'Interactions: none, in the last 90 days · reached',
    ],
    [
      'several of a kind',
      all({
        kind: 'interaction',
        operator: 'has',
        atLeast: 2,
        where: {
          templateIds: ['letter' as TemplateId],
          loggedSegmentIds: ['fair' as LoggedSegmentId],
          evaluations: ['positive'],
          response: true,
        },
      }),
      'Interactions: at least 2, ever · Letter · Invitation to the fair · Positive · answered',
    ],
    [
      'fewer than so many, between two days, cancelled ones too',
      all({
        kind: 'interaction',
        operator: 'hasNone',
        atLeast: 3,
        where: {
          within: { from: { kind: 'exact', day: toDay('2026-01-01') }, to: { kind: 'ago', count: 1, unit: 'month' } },
          cancelledToo: true,
        },
      }),
      'Interactions: fewer than 3, between 1 Jan 2026 and 1 month ago · cancelled ones too',
    ],
    [
      'what was bought',
      all({ kind: 'purchase', operator: 'has', atLeast: 1, where: { itemGroups: ['Saws'], quantityFrom: 2, amountFrom: 1500 } }),
      'Purchases of the company: at least one, ever · Saws · quantity from 2 · amount from 1\u202f500.00',
    ],
    [
      'groups in groups',
      all(choice('type', 'isAnyOf', 'person'), none(text('city', 'isAnyOf', 'Graz'), any())),
      'Company or person is any of Person · (neither Town is any of Graz or (everybody))',
    ],
  ])('%s', (_what, criteria, words) => {
    expect(criteriaText(criteria, lists, others)).toBe(words)
  })

  it('says of which logged segment the people of a step came, and who of it', () => {
    const from = { kind: 'loggedSegment', id: 'fair' as LoggedSegmentId, no: 'SM1', description: 'Fair', who: 'notResponded' } as const
    expect(stepWords({ kind: 'reuse', from }, lists)).toBe('Who did not answer of “Fair”')
  })
})
