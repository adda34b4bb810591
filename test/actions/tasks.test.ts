// Tasks on the disk: thousands at once are made away from the screen, and taken back whole; a task opened again leaves the next one that was changed.
import { expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { createContact } from '../../src/actions/contacts.ts'
import { undoLong } from '../../src/actions/house.ts'
import { closeTasks, createTasks, moveTasks, reopenTask } from '../../src/actions/tasks.ts'
import type { TaskFields } from '../../src/core/task/task.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { person, salesperson } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

const vera = { ...salesperson({ name: 'Vera' }), rev: 0 }
const call: TaskFields = {
  ...{ type: 'phoneCall', description: 'Call', day: toDay('2026-12-04'), time: '', allDay: false, duration: undefined, location: '' },
  ...{ status: 'notStarted', priority: 'normal', notes: '', salespersonId: vera.id, recurring: undefined },
}

async function house() {
  const opened = openHouse()
  await good(commit(opened.db, { ...noChanges(), put: { salespeople: [vera] } }, 'test', ''))
  return opened
}

test('One for each of 5,000, in one act of the worker: whoever must not be contacted is left out, and one undo takes all back', async () => {
  const opened = await house()
  const people = Array.from({ length: 5000 }, (_, at) => ({ ...person({ name: `Anna ${at}` }), rev: 0, privacyBlocked: at % 100 === 0 }))
  await good(commit(opened.db, { ...noChanges(), put: { contacts: people } }, 'test', ''))
  const before = await contents(opened)
  const done = await good(
    createTasks(
      opened,
      call,
      people.map(({ id }) => ({ contactId: id })),
    ),
  )
  expect([done.made, done.leftOut, await opened.db.tasks.count()]).toEqual([4950, 50, 4950])
  expect(new Set((await opened.db.tasks.toArray()).map(({ no }) => no)).size).toBe(4950)
  await good(undoLong(opened, done.rev))
  const { changes: _, series: __, ...rest } = await contents(opened)
  const { changes: ___, series: ____, ...was } = before
  expect(rest).toEqual(was)
})

test('Nothing is made of bad words, for nobody, or for somebody who must not be contacted; it is said why', async () => {
  const opened = await house()
  const blocked = (await good(createContact(opened, 'person', { firstName: 'Bea', privacyBlocked: true }))).value
  const failure = async (fields: Partial<TaskFields>) => {
    const done = await createTasks(opened, { ...call, ...fields }, [{ contactId: blocked }])
    return done.ok ? undefined : done.failure
  }
  expect(await failure({})).toEqual({ code: 'withheld', reason: 'privacyBlocked', name: 'Bea' })
  const empty = await createTasks(opened, { ...call, description: '' }, [{}])
  expect(empty.ok || empty.failure).toEqual({ code: 'taskRefused', problems: ['noDescription'] })
  expect(await opened.db.tasks.count()).toBe(0)
})

test('Opened again, a recurring task takes the next one away, unless somebody has moved that in the meantime', async () => {
  const opened = await house()
  await good(createTasks(opened, { ...call, recurring: { every: 1, unit: 'week', from: 'due' } }, [{}]))
  const [task] = await opened.db.tasks.toArray()
  await good(closeTasks(opened, [task!.id]))
  expect((await good(reopenTask(opened, task!.id))).value).toBe('goes')
  expect(await opened.db.tasks.count()).toBe(1)
  const [next] = (await good(closeTasks(opened, [task!.id]))).value.next
  await good(moveTasks(opened, [next!.id], toDay('2026-12-24')))
  expect((await good(reopenTask(opened, task!.id))).value).toBe('staysChanged')
  expect(await opened.db.tasks.get(next!.id)).toMatchObject({ day: '2026-12-24' })
})
