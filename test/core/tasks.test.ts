// Tasks: what they need, one for each contact, when one comes again, what becomes of them. (On the disk and in a browser: stories/tasks.test.ts)
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, toDay, type Day } from '../../src/base/day.ts'
import { seriesOr } from '../../src/core/numbers.ts'
import { changesOfLog, planLog } from '../../src/core/interaction/planLog.ts'
import { aboutEntries, aboutLines } from '../../src/core/task/about.ts'
import {
  planTaskChange,
  planTaskReopen,
  planTasksCancel,
  planTasksClose,
  planTasksDelete,
  planTasksGive,
  planTasksMove,
} from '../../src/core/task/closing.ts'
import { allTasks, byDueTime, dueTime, siftTasks } from '../../src/core/task/list.ts'
import { nextDue } from '../../src/core/task/recurring.ts'
import { aboutContact, fieldsOfTask, isOpenTask, planTasks, taskProblems, type TaskFields } from '../../src/core/task/task.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { CampaignId, SalespersonId, SegmentId } from '../../src/model/ids.ts'
import type { Recurring, Task } from '../../src/model/task.ts'
import { around, company, entry, occasion, person, salesperson, segmentOf, template, today, valid } from '../make.ts'

const vera = salesperson({ name: 'Vera' })
const ahorn = company({ name: 'Ahorn' })
const anna = person({ name: 'Anna Berg', company: ahorn })
const cora = person({ name: 'Cora Lind' })
const series = seriesOr(undefined, 'task')
const call: TaskFields = {
  ...{ type: 'phoneCall', description: 'Call her ', day: toDay('2026-12-04'), time: '', allDay: false, duration: undefined, location: '' },
  ...{ status: 'notStarted', priority: 'normal', notes: '', salespersonId: vera.id, recurring: undefined },
}
const made = (fields: Partial<TaskFields> = {}, about = [aboutContact(anna)]): Task[] => {
  const planned = planTasks({ ...call, ...fields }, about, series, 'B', occasion())
  if (!planned.ok) throw new Error(JSON.stringify(planned.failure))
  return valid(planned.value.changes).put.tasks ?? []
}
const one = (fields: Partial<TaskFields> = {}): Task => ({ ...made(fields)[0]!, rev: 4 })
const every = (count: number, unit: Recurring['unit'], from: Recurring['from'] = 'due'): Recurring => ({ every: count, unit, from })

describe('A task needs', () => {
  test.each<[string, Partial<TaskFields>, string[]]>([
    ['words', { description: ' ' }, ['noDescription']],
    ['a day', { day: undefined }, ['noDay']],
    ['somebody who does it', { salespersonId: undefined }, ['noSalesperson']],
    ['of a meeting its beginning and length', { type: 'meeting' }, ['noTime', 'noDuration']],
    ['nothing of these when the meeting takes all day', { type: 'meeting', allDay: true }, []],
    ['a time that is one', { time: '25:00' }, ['badTime']],
    ['a length above nought', { duration: -5 }, ['badDuration']],
    ['a length that is a number', { duration: Number.NaN }, ['badDuration']],
    ['no length that is a slip of the finger', { duration: 60_000 }, ['badDuration']],
    ['an interval in whole numbers', { recurring: every(0.5, 'day') }, ['badRecurring']],
    ['all of it, told at once', { description: '', day: undefined, salespersonId: undefined }, ['noDescription', 'noDay', 'noSalesperson']],
  ])('%s', (_, fields, problems) => {
    expect(taskProblems({ ...call, ...fields })).toEqual(problems)
    const planned = planTasks({ ...call, ...fields }, [{}], series, '', occasion())
    expect(planned.ok ? [] : planned.failure).toEqual(problems.length > 0 ? { code: 'taskRefused', problems } : [])
  })
})

describe('Tasks are made', () => {
  test('one for each contact, with numbers in a row and the company of each', () => {
    const tasks = made({}, [aboutContact(anna, { campaignId: 'spring' as CampaignId }), aboutContact(ahorn), aboutContact(cora)])
    expect(tasks.map(({ no, contactId, companyId }) => ({ no, contactId, companyId }))).toEqual([
      { no: 'BTD00001', contactId: anna.id, companyId: ahorn.id },
      { no: 'BTD00002', contactId: ahorn.id, companyId: ahorn.id },
      { no: 'BTD00003', contactId: cora.id, companyId: undefined },
    ])
    expect(tasks[0]).toMatchObject({ campaignId: 'spring', description: 'Call her', salespersonId: vera.id, cancelled: false })
  })

  test('of lines: everybody once, for whom the line says it is; of entries the same, and for nobody who was forgotten', () => {
    const world = around({ contacts: [ahorn, anna, cora], salespeople: [vera] })
    const state = segmentOf([anna, cora, anna], { salespersonId: vera.id })
    const lines = state.lines.lines.map((line) => effective(line, state.segment, world))
    expect(aboutLines('segment' as SegmentId, lines)).toEqual([
      { contactId: anna.id, segmentId: 'segment', salespersonId: vera.id },
      { contactId: cora.id, segmentId: 'segment', salespersonId: vera.id },
    ])
    const visit = entry(anna, '2026-11-01')
    const entries = [visit, entry(anna, '2026-11-02'), entry(cora, '2026-11-03', { erased: true })]
    expect(aboutEntries(entries)).toEqual([{ contactId: anna.id, entryId: visit.id }])
  })

  test('the salesperson of the line goes before the one of the form', () => {
    expect(made({}, [{ ...aboutContact(anna), salespersonId: 'otto' as SalespersonId }])[0]?.salespersonId).toBe('otto')
  })

  test('with the log: one for each entry, in the same change', () => {
    const letter = template({ correspondenceType: 'hardCopy' })
    const lind = person({ name: 'Lind', address: 'Weg 1', postCode: '53111', city: 'Bonn', salutationCode: 'F' })
    const blocked = person({ name: 'Voss', privacyBlocked: true })
    const world = around({ contacts: [lind, blocked], templates: [letter], salespeople: [vera] })
    const state = segmentOf([lind, blocked], { templateId: letter.id, salespersonId: vera.id })
    const tasks = { fields: { ...call, salespersonId: undefined }, series, prefix: '' }
    const planned = planLog(state, world, { tasks }, occasion())
    if (!planned.ok) throw new Error(JSON.stringify(planned.failure))
    const { put } = valid(changesOfLog(planned.value, state))
    const [logged] = put.entries ?? []
    expect(put.tasks).toMatchObject([
      { contactId: lind.id, entryId: logged?.id, loggedSegmentId: planned.value.logged.id, salespersonId: vera.id, no: 'TD00001' },
    ])
    const refused = planLog(state, world, { tasks: { ...tasks, fields: { ...call, day: undefined } } }, occasion())
    expect(refused.ok || refused.failure).toEqual({ code: 'taskRefused', problems: ['noDay'] })
  })
})

describe('Coming again', () => {
  test.each<[string, Recurring, string, string, string]>([
    ['a week after it was due', every(1, 'week'), '2026-11-20', '2026-11-20', '2026-11-27'],
    ['done before its day', every(1, 'week'), '2026-11-20', '2026-11-18', '2026-11-27'],
    ['done late: what was missed is not caught up', every(1, 'week'), '2026-11-06', '2026-11-21', '2026-11-27'],
    ['done on the day it would be due again', every(1, 'week'), '2026-11-06', '2026-11-13', '2026-11-20'],
    ['after the day it was done', every(3, 'day', 'done'), '2026-11-06', '2026-11-21', '2026-11-24'],
    ['a month after it was done, at the end of one', every(1, 'month', 'done'), '2026-01-31', '2026-01-31', '2026-02-28'],
    ['on the last day of a shorter month', every(1, 'month'), '2026-01-31', '2026-01-31', '2026-02-28'],
    ['on 29 February of a leap year', every(1, 'month'), '2028-01-31', '2028-01-31', '2028-02-29'],
    ['every second month over the new year', every(2, 'month'), '2026-12-31', '2026-12-31', '2027-02-28'],
    ['a year after 29 February', every(1, 'year'), '2028-02-29', '2028-02-29', '2029-02-28'],
  ])('%s', (_, recurring, due, done, next) => {
    expect(nextDue(recurring, toDay(due), toDay(done)).day).toBe(next)
  })

  test('the 31st comes back after the months that have none, 29 February after four years', () => {
    const run = (recurring: Recurring, from: string, times: number) => {
      const days: Day[] = [toDay(from)]
      let goes = recurring
      for (let at = 0; at < times; at++) {
        const next = nextDue(goes, days[at]!, days[at]!)
        days.push(next.day)
        goes = next.recurring
      }
      return days.slice(1)
    }
    expect(run(every(1, 'month'), '2026-01-31', 4)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
    expect(run(every(1, 'year'), '2028-02-29', 4).at(-1)).toBe('2032-02-29')
  })

  test('law: it is due after both days, and from the due day no earlier one of its rhythm is left out', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(toDay('2024-01-01'), count))
    const units = fc.constantFrom<Recurring['unit']>('day', 'week', 'month', 'year')
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 40 }), units, (due, done, count, unit) => {
        const { day, recurring } = nextDue(every(count, unit), due, done)
        expect(day > due && day > done).toBe(true)
        // Closed day by day from the beginning, it leads to the same day.
        let at = { day: due, recurring: every(count, unit) }
        while (at.day <= done || at.day === due) at = nextDue(at.recurring, at.day, at.day)
        expect({ day, recurring }).toEqual(at)
      }),
      { numRuns: 60 },
    )
  })
})

describe('A task is', () => {
  test('done: closed today; one that comes again is made anew, with the next number and everything it says', () => {
    const task = one({ recurring: every(1, 'month'), notes: 'ask for Udo', status: 'waiting' })
    const { changes, closed, next } = planTasksClose([task, one()], { ...series, next: 8 }, '', occasion())
    expect(closed).toBe(2)
    expect(next).toMatchObject([{ no: 'TD00008', day: '2027-01-04', status: 'notStarted', notes: 'ask for Udo', contactId: anna.id }])
    const [first] = valid(changes).put.tasks ?? []
    expect(first).toMatchObject({ id: task.id, status: 'completed', closedDay: today, nextTaskId: next[0]?.id })
    expect(next.every(isOpenTask) && next.every((again) => again.nextTaskId === undefined)).toBe(true)
  })

  test('left as it is when it was done or cancelled before', () => {
    const over = [
      { ...one(), closedDay: today, status: 'completed' as const },
      { ...one(), cancelled: true },
    ]
    expect(planTasksClose(over, series, '', occasion())).toMatchObject({ closed: 0, changes: { put: {} } })
    expect(planTasksCancel(over).put).toEqual({})
    expect(planTasksMove(over, today).put).toEqual({})
  })

  const both = () => {
    const { changes, next } = planTasksClose([one({ recurring: every(1, 'month'), notes: 'ask for Udo' })], series, '', occasion())
    return { closed: { ...changes.put.tasks![0]!, rev: 5 }, again: { ...next[0]!, rev: 5 } }
  }
  const changedTo = (task: Task, fields: Partial<TaskFields>): Task => {
    const planned = planTaskChange(task, { ...fieldsOfTask(task), ...fields })
    if (!planned.ok) throw new Error(JSON.stringify(planned.failure))
    return { ...planned.value.put.tasks![0]!, rev: 9 }
  }

  test('open again: the one it came again as goes', () => {
    const { closed, again } = both()
    const reopened = planTaskReopen(closed, again)
    expect(reopened.next).toBe('goes')
    expect(valid(reopened.changes)).toMatchObject({ put: { tasks: [{ status: 'inProgress' }] }, remove: { tasks: [again.id] } })
    expect(isOpenTask(reopened.changes.put.tasks![0]!)).toBe(true)
    expect(planTaskReopen(closed, undefined)).toMatchObject({ next: 'none', changes: { remove: {} } })
  })

  test.each<[string, (again: Task) => Task]>([
    ['moved', (again) => planTasksMove([again], toDay('2027-01-11')).put.tasks![0]!],
    ['given to somebody else', (again) => planTasksGive([again], 'otto' as SalespersonId).put.tasks![0]!],
    ['named otherwise', (again) => changedTo(again, { description: 'Call Udo' })],
    ['noted upon', (again) => changedTo(again, { notes: 'ask for Udo, not for Ute' })],
    ['begun', (again) => changedTo(again, { status: 'inProgress' })],
    ['made urgent', (again) => changedTo(again, { priority: 'high' })],
    ['to come again at another pace', (again) => changedTo(again, { recurring: every(2, 'month') })],
    ['not to come again', (again) => changedTo(again, { recurring: undefined })],
    ['another kind', (again) => changedTo(again, { type: undefined })],
    ['at an hour', (again) => changedTo(again, { time: '10:30' })],
  ])('open again: the next one stays when it was changed since: %s', (_, change) => {
    const { closed, again } = both()
    const reopened = planTaskReopen(closed, change(again))
    expect(reopened).toMatchObject({ next: 'staysChanged', changes: { remove: {}, requires: [{ id: closed.id }] } })
    expect(valid(reopened.changes).put.tasks).toHaveLength(1)
  })

  test.each<[string, Partial<Task>]>([
    ['done', { closedDay: today, status: 'completed' }],
    ['cancelled', { cancelled: true }],
  ])('open again: the next one stays when it is over: %s', (_, over) => {
    const { closed, again } = both()
    expect(planTaskReopen(closed, { ...again, ...over })).toMatchObject({ next: 'staysOver', changes: { remove: {} } })
  })

  test.each<[string, (closed: Task, again: Task) => [Task, Task]]>([
    ['saved again with nothing changed', (closed, again) => [closed, changedTo(again, {})]],
    [
      'both handed on by one act',
      (closed, again) => [
        { ...closed, contactId: cora.id, rev: 9 },
        { ...again, contactId: cora.id, rev: 9 },
      ],
    ],
    [
      'read from a file, its fields in another order',
      (closed, again) => [closed, Object.fromEntries(Object.entries(again).reverse()) as Task],
    ],
  ])('open again: the next one goes as well: %s', (_, since) => {
    const { closed, again } = both()
    expect(planTaskReopen(...since(closed, again)).next).toBe('goes')
  })

  test('changed: what its new type does not have is gone, and a closed one stays closed', () => {
    const meeting = one({ type: 'meeting', time: '09:30', duration: 45 })
    const change = (task: Task, fields: Partial<TaskFields>) => {
      const planned = planTaskChange(task, { ...fieldsOfTask(task), ...fields })
      return planned.ok ? valid(planned.value).put.tasks?.[0] : planned.failure
    }
    expect(change(meeting, { allDay: true })).not.toHaveProperty('time')
    expect(change(meeting, { allDay: true })).not.toHaveProperty('duration')
    expect(change(meeting, { salespersonId: undefined })).toEqual({ code: 'taskRefused', problems: ['noSalesperson'] })
    const done = { ...one(), closedDay: today, status: 'completed' as const }
    expect(change(done, { description: 'Called' })).toMatchObject({ status: 'completed', closedDay: today, description: 'Called' })
    expect(fieldsOfTask(change(meeting, { allDay: true }) as Task).allDay).toBe(true)
  })

  test('put off, and goes on from the new day; handed over; deleted', () => {
    const end = one({ recurring: { ...every(1, 'month'), monthDay: 31 } })
    expect(planTasksMove([end], toDay('2027-02-10')).put.tasks).toMatchObject([{ day: '2027-02-10', recurring: every(1, 'month') }])
    expect(planTasksMove([end], toDay('2027-02-10')).put.tasks?.[0]?.recurring).not.toHaveProperty('monthDay')
    expect(planTasksGive([end], 'otto' as SalespersonId).put.tasks).toMatchObject([{ salespersonId: 'otto' }])
    expect(planTasksGive([end], vera.id).put).toEqual({})
    expect(planTasksDelete([end])).toEqual({ put: {}, remove: { tasks: [end.id] }, requires: [{ table: 'tasks', id: end.id, rev: 4 }] })
  })
})

describe('The list', () => {
  // Friday 20 November 2026: the week ends on Sunday.
  test.each([
    ['2026-11-19', 'overdue'],
    ['2026-11-20', 'today'],
    ['2026-11-22', 'week'],
    ['2026-11-23', 'later'],
  ])('%s is %s', (day, time) => expect(dueTime(toDay(day), today)).toBe(time))

  test('is narrowed by what is asked, and found by the name of the contact or its company', () => {
    const tasks = [one(), one({ type: undefined, day: today, description: 'Offer' })]
    const nameOf = (id: string) => (id === anna.id ? 'Anna Berg' : id === ahorn.id ? 'Ahorn' : '')
    const found = (part: Partial<typeof allTasks>) =>
      siftTasks(tasks, { ...allTasks, ...part }, nameOf).map(({ description }) => description)
    expect(found({})).toEqual(['Call her', 'Offer'])
    expect(found({ type: 'phoneCall' })).toEqual(['Call her'])
    expect(found({ text: 'offer AHORN' })).toEqual(['Offer'])
    expect(found({ salespersonId: 'otto' as SalespersonId })).toEqual([])
    expect(byDueTime(tasks, today).map(({ time, tasks: of }) => [time, of.length])).toEqual([
      ['today', 1],
      ['later', 1],
    ])
  })
})
