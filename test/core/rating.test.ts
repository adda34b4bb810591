// Ratings: points, ranges, circles, and the law that what is stored is what is worked out anew.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planAnswerCriteria } from '../../src/core/contact/answerCriteria.ts'
import { answeredPercent, appliesTo, byPriority, planAnswers } from '../../src/core/contact/profile.ts'
import { concernedAnswers, planQuestionnaire } from '../../src/core/contact/questionnaire.ts'
import { rangeTroubles, ratingBy, ratingCircle } from '../../src/core/contact/rating.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { AnswerId, BusinessRelationId, QuestionId, QuestionnaireId } from '../../src/model/ids.ts'
import type { Questionnaire } from '../../src/model/lists.ts'
import { company, occasion, person } from '../make.ts'

type Question = Questionnaire['questions'][number]
const ids = (...names: string[]) => names as AnswerId[]
const answers = (...names: string[]) => names.map((name) => ({ id: name as AnswerId, description: name }))
const question = (id: string, ...names: string[]): Question => ({
  id: id as QuestionId,
  description: id,
  multiple: false,
  answers: answers(...names),
})
const points = (of: Record<string, number>) => Object.entries(of).map(([id, given]) => ({ answerId: id as AnswerId, points: given }))
const rating = (
  id: string,
  of: Record<string, number>,
  ranges: Record<string, readonly [(number | undefined)?, (number | undefined)?]>,
): Question => ({
  ...question(id),
  rating: points(of),
  answers: Object.entries(ranges).map(([name, [from, to]]) => ({
    ...{ id: name as AnswerId, description: name },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })),
})
const questionnaire = (id: string, ...questions: Question[]): Questionnaire => ({
  rev: 1,
  id: id as QuestionnaireId,
  code: id,
  description: id,
  questions,
})

const fleet = questionnaire('fleet', question('size', 'few', 'many'), { ...question('make', 'red', 'green'), multiple: true })
const abc = rating('class', { few: 1, many: 5, red: 2, green: 2 }, { A: [7], B: [3, 6], C: [undefined, 2] })
const worth = rating('worth', { A: 10, B: 5 }, { good: [10, 10], fair: [5, 9] })
const classes = questionnaire('classes', worth, abc)

describe('A rating', () => {
  const rate = ratingBy([classes, fleet])
  test.each([
    ['few alone', ['few'], ['C']],
    ['many and red: seven points', ['many', 'red'], ['A', 'good']],
    ['many', ['many'], ['B', 'fair']],
    ['nothing answered', [], []],
    ['one that was given by hand is not believed', ['few', 'A'], ['C']],
    ['one without its answers goes', ['A', 'good'], []],
  ])('%s', (_, given, expected) => {
    const worked = rate({ type: 'person', answerIds: ids(...given) })
    expect(worked.filter((id) => ['A', 'B', 'C', 'good', 'fair'].includes(id))).toEqual(expected)
  })

  test('is not given by hand, and is worked out when an answer is', () => {
    const anna = person({ name: 'Anna Berg', answerIds: ids('few', 'C') })
    expect(planAnswers(anna, ids('few', 'A'), [fleet, classes], occasion())).toEqual({
      ok: false,
      failure: { code: 'ratingByHand', question: 'class' },
    })
    const given = planAnswers(anna, ids('many', 'red', 'C'), [fleet, classes], occasion())
    expect(given.ok && given.value.put.contacts?.[0]?.answerIds).toEqual(['many', 'red', 'good', 'A'])
  })

  test('that counts itself is refused with the way round', () => {
    const first = rating('first', { Y: 1 }, { X: [0] })
    const second = rating('second', { X: 1 }, { Y: [0] })
    const after = questionnaire('round', first, second)
    expect(ratingCircle([fleet, classes])).toEqual([])
    const planned = planQuestionnaire(
      { before: questionnaire('round'), after, became: new Map(), stored: [questionnaire('round')] },
      [],
      occasion(),
    )
    expect(planned).toEqual({ ok: false, failure: { code: 'ratingCircle', questions: ['first', 'second'] } })
  })

  test.each([
    ['without a gap', { A: [7], B: [3, 6], C: [undefined, 2] }, []],
    ['with a gap', { A: [8], B: [3, 6], C: [0, 2] }, [{ code: 'gap', from: 7, to: 7 }]],
    ['that overlap', { A: [6], B: [3, 6], C: [0, 2] }, [{ code: 'overlap', first: 'A', second: 'B', from: 6, to: 6 }]],
    [
      'that end too early and too late',
      { B: [3, 6] },
      [
        { code: 'gap', from: undefined, to: 2 },
        { code: 'gap', from: 7, to: undefined },
      ],
    ],
    ['from more to less', { A: [9, 7], B: [0] }, [{ code: 'backwards', answer: 'A' }]],
  ] as [string, Record<string, readonly [(number | undefined)?, (number | undefined)?]>, unknown[]][])(
    'ranges %s',
    (_, ranges, expected) => {
      expect(rangeTroubles(rating('class', { few: 1, many: 5, red: 2, green: 2 }, ranges), [fleet])).toEqual(expected)
    },
  )
})

test('After any change of a questionnaire everybody has the ratings that are worked out anew', () => {
  const pool = ['few', 'many', 'red', 'green']
  const given = fc.subarray(pool).map((some) => some.filter((id) => id !== 'few' || !some.includes('many')))
  const change = fc.record({
    few: fc.integer({ min: -3, max: 6 }),
    red: fc.integer({ min: 0, max: 4 }),
    a: fc.integer({ min: 0, max: 8 }),
    drop: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(given, { maxLength: 5 }), change, (people, { few, red, a, drop }) => {
      const rate = ratingBy([fleet, classes])
      const contacts = people.map((own, at) => person({ name: `P${at}`, answerIds: rate({ type: 'person', answerIds: ids(...own) }) }))
      const changed = { ...classes, questions: [worth, rating('class', { few, red, many: 5 }, { A: [a], B: [3, 6] })] }
      const stored = [fleet, classes]
      const wish = drop
        ? { before: fleet, after: undefined, became: new Map<AnswerId, AnswerId>(), stored }
        : { before: classes, after: changed, became: new Map<AnswerId, AnswerId>(), stored }
      const concerned = new Set(concernedAnswers(wish))
      const holders = contacts.filter(({ answerIds }) => answerIds.some((id) => concerned.has(id)))
      const planned = planQuestionnaire(wish, holders, occasion())
      if (!planned.ok) throw new Error(planned.failure.code)
      const { put, remove } = planned.value.changes
      const now = stored.flatMap(
        (one) => put.questionnaires?.find(({ id }) => id === one.id) ?? (remove.questionnaires?.includes(one.id) ? [] : one),
      )
      const anew = ratingBy(now)
      for (const before of contacts) {
        const after: Contact = put.contacts?.find(({ id }) => id === before.id) ?? before
        expect([...anew(after)].sort()).toEqual([...after.answerIds].sort())
        if (drop) expect(after.answerIds).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})

test('An answer that became another one is given as that one, gives its points, and is asked for by criteria', () => {
  const before = { ...fleet, questions: [{ ...question('size', 'few', 'many', 'plenty') }] }
  const after = { ...before, questions: [question('size', 'few', 'many')] }
  const stars = questionnaire('stars', rating('stars', { plenty: 9 }, { star: [9] }))
  const anna = person({ name: 'Anna Berg', answerIds: ids('plenty', 'star') })
  const became = new Map([['plenty' as AnswerId, 'many' as AnswerId]])
  const planned = planQuestionnaire({ before, after, became, stored: [before, stars] }, [anna], occasion())
  if (!planned.ok) throw new Error(planned.failure.code)
  expect(planned.value.changes.put.contacts?.[0]?.answerIds).toEqual(['many', 'star'])
  expect(planned.value.changes.put.questionnaires?.[1]?.questions[0]?.rating).toEqual(points({ many: 9 }))
  const rule = { kind: 'answer', operator: 'hasAnyOf', ids: ids('plenty', 'many') } as const
  const saved = { rev: 1, id: 's', criteria: { kind: 'group', match: 'all', items: [rule] } }
  const rows = { savedCriteria: [saved], steps: [], loggedSegments: [] } as unknown as Parameters<typeof planAnswerCriteria>[0]
  expect(planAnswerCriteria(rows, became).put.savedCriteria).toMatchObject([{ criteria: { items: [{ ids: ['many'] }] } }])
  expect(planAnswerCriteria(rows, new Map([['few' as AnswerId, 'many' as AnswerId]])).put).toEqual({})
})

test('A questionnaire applies by kind and by the relation of the company, stands by its priority, and says how far it is answered', () => {
  const customer = 'customer' as BusinessRelationId
  const ours = company({ name: 'Ahorn', businessRelations: [{ businessRelationId: customer, no: '' }] })
  const only = { ...fleet, businessRelationId: customer }
  expect([
    appliesTo(only, ours, undefined),
    appliesTo(only, person({ name: 'A' }), ours),
    appliesTo(only, person({ name: 'B' }), undefined),
  ]).toEqual([true, true, false])
  expect(
    byPriority([{ priority: 'low' }, {}, { priority: 'veryHigh' }, { priority: 'veryLow' }] as const).map((one) =>
      'priority' in one ? one.priority : '',
    ),
  ).toEqual(['veryHigh', '', 'low', 'veryLow'])
  expect([answeredPercent(fleet, ids('few')), answeredPercent(classes, ids('A'))]).toEqual([50, undefined])
})
