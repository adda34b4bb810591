// One interaction with one contact: written into the log at once.
import { refuse, type Result } from '../base/result.ts'
import { planInteraction, type InteractionFields } from '../core/interaction/oneContact.ts'
import type { Failure } from '../model/failure.ts'
import type { EntryId } from '../model/ids.ts'
import type { Committed } from '../storage/commit.ts'
import { aroundOf, readAround } from '../storage/read/segments.ts'
import { planAndWrite, type House } from './house.ts'

/** Logs it. Failures: `notFound` when the contact is gone, `interactionRefused` with every reason against it. */
export function createInteraction(
  house: House,
  fields: InteractionFields,
): Promise<Result<Committed & { value: { entryId: EntryId } }, Failure>> {
  return planAndWrite(house, 'createInteraction', async () => {
    const { contacts, lists } = await readAround(house.db, [fields.contactId])
    if (!contacts.has(fields.contactId)) return refuse({ code: 'notFound', table: 'contacts', id: fields.contactId })
    const planned = planInteraction(fields, aroundOf({ contacts, lists }), house.occasion())
    if (!planned.ok) return planned
    const { changes, entryId } = planned.value
    return { ok: true, value: { changes, value: { entryId } } }
  })
}
