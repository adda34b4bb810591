// Tasks that follow a logging: one for everybody who got an entry, done by the salesperson of that entry.
import { ok, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { NumberSeries } from '../../model/settings.ts'
import type { Changes } from '../../model/tables.ts'
import type { Around } from '../segment/effective.ts'
import { aboutEntries } from '../task/about.ts'
import { aboutContact, planTasks, type TaskFields } from '../task/task.ts'

/** What is to be done, with the numbers the tasks get. */
export interface LogTasks {
  fields: TaskFields
  series: NumberSeries
  prefix: string
}

/** Refused with `taskRefused` and all problems. */
export function planLogTasks(
  { fields, series, prefix }: LogTasks,
  entries: readonly InteractionLogEntry[],
  { contacts }: Around,
  occasion: Occasion,
): Result<{ changes: Changes; count: number }, Failure> {
  const about = aboutEntries(entries).map((one) => {
    const contact = one.contactId && contacts.get(one.contactId)
    return contact ? aboutContact(contact, one) : one
  })
  const salespersonId = fields.salespersonId ?? about.find((one) => one.salespersonId)?.salespersonId
  const planned = planTasks({ ...fields, salespersonId }, about, series, prefix, occasion)
  return planned.ok ? ok({ changes: planned.value.changes, count: about.length }) : planned
}
