// What is asked of the interaction log, what it comes to, and how it leaves as a file.
import { describe, expect, it, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { everything, failing, newestFirst, summaryOf, type LogQuestion, type LogRow } from '../../src/core/interaction/logQuestion.ts'
import { findPeople, type LoggedPerson, type PeopleFilter } from '../../src/core/interaction/loggedPeople.ts'
import type { EntryId, ResponseStatusId, SalespersonId, TemplateId } from '../../src/model/ids.ts'
import type { InteractionLogEntry, LoggedLine } from '../../src/model/interaction.ts'
import { entry, lineOf, person, today } from '../make.ts'

const [anna, bert] = [person({ name: 'Anna Böhme' }), person({ name: 'Bert Dahl' })]
const [letter, call] = ['letter' as TemplateId, 'call' as TemplateId]
const vera = 'vera' as SalespersonId
const row = (contact: typeof anna, day: string, fields: Partial<InteractionLogEntry> = {}): LogRow => ({
  entry: entry(contact, day, { templateId: letter, salespersonId: vera, cost: 2, duration: 5, ...fields }),
  cancelled: fields.cancelled ?? false,
})
const log: LogRow[] = [
  row(anna, '2026-11-02'),
  row(bert, '2026-11-19', { evaluation: 'positive', responseStatusId: 'order' as ResponseStatusId, respondedDay: today }),
  row(anna, '2026-10-31', { templateId: call, cost: 0.5, duration: 12, respondedDay: today }),
  row(bert, '2026-11-03', { cancelled: true }),
  row(anna, '2026-09-01', { companyName: 'Räder AG' }),
]
const asked = (question: Partial<LogQuestion>) => {
  const failed = failing({ ...everything, ...question })
  return log.filter((one) => failed(one).length === 0).map(({ entry }) => entry.day)
}

describe('The log shows', () => {
  test.each<[string, Partial<LogQuestion>, string[]]>([
    ['everything that counts', {}, ['2026-11-02', '2026-11-19', '2026-10-31', '2026-09-01']],
    ['cancelled ones only when asked for', { cancelledToo: true, from: toDay('2026-11-03') }, ['2026-11-19', '2026-11-03']],
    ['this month', { from: toDay('2026-11-01') }, ['2026-11-02', '2026-11-19']],
    ['the first and the last day of a range, too', { from: toDay('2026-10-31'), to: toDay('2026-11-02') }, ['2026-11-02', '2026-10-31']],
    ['one template', { templateId: call }, ['2026-10-31']],
    ['what nobody evaluated', { evaluation: '' }, ['2026-11-02', '2026-10-31', '2026-09-01']],
    ['what was answered with an order', { response: 'order' as ResponseStatusId }, ['2026-11-19']],
    ['what was answered, not said what', { response: 'answered' }, ['2026-10-31']],
    ['what was not answered', { response: '' }, ['2026-11-02', '2026-09-01']],
    ['a name without its umlaut', { text: 'bohme' }, ['2026-11-02', '2026-10-31', '2026-09-01']],
    ['a name written with oe', { text: 'Boehme anna' }, ['2026-11-02', '2026-10-31', '2026-09-01']],
    ['a company', { text: 'rader' }, ['2026-09-01']],
    ['nothing of somebody else', { salespersonId: 'sven' as SalespersonId }, []],
  ])('%s', (_, question, days) => expect(asked(question)).toEqual(days))
})

describe('The totals', () => {
  const summary = (question: Partial<LogQuestion>) => summaryOf(log, { ...everything, ...question }, today)

  it('leave cancelled entries out, also when they are listed', () => {
    expect(summary({ cancelledToo: true })).toMatchObject({ all: 5, rows: 5, cancelled: 1, sum: { count: 4, cost: 6.5, duration: 27 } })
  })
  it('are split by template and by salesperson, the most frequent first, and add up', () => {
    const { byTemplate, bySalesperson, sum } = summary({})
    expect(byTemplate).toEqual([
      { id: letter, count: 3, cost: 6, duration: 15 },
      { id: call, count: 1, cost: 0.5, duration: 12 },
    ])
    expect(bySalesperson).toEqual([{ id: vera, ...sum }])
  })

  /** The number on a chip is the number of rows behind it, whatever else is asked. */
  const questions: Partial<LogQuestion>[] = [
    {},
    { templateId: letter },
    { text: 'anna' },
    { from: toDay('2026-11-01') },
    { cancelledToo: true },
  ]
  test.each(questions)('the figure on a chip is the number of rows it leads to: %j', (question) => {
    const { rows, instead } = summary(question)
    const of = (other: Partial<LogQuestion>) => asked({ ...question, ...other }).length
    expect(rows).toBe(of({}))
    expect(instead.thisMonth).toBe(of({ from: toDay('2026-11-01'), to: undefined }))
    expect(instead.anyPeriod).toBe(of({ from: undefined, to: undefined }))
    expect(instead.cancelledToo).toBe(of({ cancelledToo: true }))
    for (const id of [letter, call]) expect(instead.template[id] ?? 0).toBe(of({ templateId: id }))
    for (const id of ['positive', ''] as const) expect(instead.evaluation[id] ?? 0).toBe(of({ evaluation: id }))
  })

  it('newest first; of one day, what was logged last first', () => {
    const two = [row(anna, '2026-11-02', { id: 'a' as EntryId }), row(anna, '2026-11-02', { id: 'b' as EntryId }), row(bert, '2026-11-03')]
    expect(two.toSorted(newestFirst).map(({ entry }) => entry.id)).toEqual([two[2]!.entry.id, 'b', 'a'])
  })
})

describe('The people of a logged segment', () => {
  const people: LoggedPerson[] = [
    of('Anna', 1, { delivery: 'toPrint' }),
    of('Bert', 2, { delivery: 'printed', respondedDay: today }),
    of('Cleo', 3, { cancelled: true, evaluation: 'negative' }),
    { line: { ...line('Dora', 4), leftOut: 'privacyBlocked' }, entry: undefined },
    { line: { ...line('Emil', 5), entryId: 'deleted' as EntryId }, entry: undefined },
  ]
  function line(name: string, lineNo: number): LoggedLine {
    return { line: lineOf(person({ name }), lineNo), name, companyName: '', city: 'Bonn', values: {} }
  }
  function of(name: string, lineNo: number, fields: Partial<InteractionLogEntry>): LoggedPerson {
    const made = entry(person({ name }), '2026-11-20', { id: name as EntryId, ...fields })
    return { line: { ...line(name, lineNo), entryId: made.id }, entry: made }
  }

  test.each<[PeopleFilter, number[]]>([
    ['all', [0, 1, 2, 3, 4]],
    ['toPrint', [0]],
    ['printed', [1]],
    ['answered', [1]],
    ['notAnswered', [0]],
    ['evaluated', []],
    ['notEvaluated', [0, 1]],
    ['cancelled', [2]],
    ['leftOut', [3]],
    ['gone', [4]],
  ])('%s: the figure is the number of people found', (filter, places) => {
    const found = findPeople(people, filter, '')
    expect(found.places).toEqual(places)
    expect(found.counts[filter]).toBe(places.length)
  })
  it('a letter that was cancelled by itself is not to be printed any more; it is found among all and among the cancelled', () => {
    const off = [of('Anna', 1, { delivery: 'toPrint' }), of('Bert', 2, { delivery: 'toPrint', cancelled: true, attemptFailed: true })]
    const { counts } = findPeople(off, 'toPrint', '')
    expect(counts).toMatchObject({ all: 2, cancelled: 1, toPrint: 1, notAnswered: 1, notEvaluated: 1, attemptFailed: 0 })
  })
  it('are found by name and town within what is asked; only entries that are there can be chosen', () => {
    expect(findPeople(people, 'all', 'bonn bert')).toMatchObject({ places: [1], entryIds: ['Bert'] })
    expect(findPeople(people, 'all', '').entryIds).toEqual(['Anna', 'Bert', 'Cleo'])
  })
})
