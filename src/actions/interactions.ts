// One interaction with one contact: written into the log at once; the task it was done for is done with it.
import { refuse, type Result } from '../base/result.ts'
import { planInteraction, type InteractionFields } from '../core/interaction/oneContact.ts'
import type { Failure } from '../model/failure.ts'
import type { EntryId } from '../model/ids.ts'
import { joinChanges, unchanged } from '../model/tables.ts'
import type { Task } from '../model/task.ts'
import type { Committed } from '../storage/commit.ts'
import { withLists } from '../storage/read/letterLists.ts'
import { readOpportunity } from '../storage/read/opportunities.ts'
import { aroundOf, readAround } from '../storage/read/segments.ts'
import { planAndWrite, type House } from './house.ts'
import { planClosing } from './tasks.ts'

/** Logs it; `next` is what the task comes again as. Failures: `notFound` when the contact is gone, `interactionRefused` with every reason against it. */
export function createInteraction(
  house: House,
  fields: InteractionFields,
): Promise<Result<Committed & { value: { entryId: EntryId; next: Task[] } }, Failure>> {
  return planAndWrite(house, 'createInteraction', async () => {
    const { contacts, lists } = await readAround(house.db, [fields.contactId])
    if (!contacts.has(fields.contactId)) return refuse({ code: 'notFound', table: 'contacts', id: fields.contactId })
    // A task that was deleted meanwhile is not named; what came of it is noted all the same.
    const task = fields.taskId && (await planClosing(house, [fields.taskId]))
    const said = task ? fields : { ...fields, taskId: undefined }
    const around = await withLists(house.db, aroundOf({ contacts, lists }), [fields])
    const planned = planInteraction(said, around, house.occasion())
    if (!planned.ok) return planned
    const { changes, entryId } = planned.value
    const opportunity = fields.opportunityId && (await readOpportunity(house.db, fields.opportunityId))
    if (fields.opportunityId && !opportunity) return refuse({ code: 'notFound', table: 'opportunities', id: fields.opportunityId })
    if (opportunity) changes.requires.push(unchanged('opportunities', opportunity))
    return { ok: true, value: { changes: task ? joinChanges(changes, task.changes) : changes, value: { entryId, next: task?.next ?? [] } } }
  })
}
