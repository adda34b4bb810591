// Interaction groups: what templates are grouped by in statistics. BC: Interaction/InteractionGroup.Table.al
import { ok, refuse, type Result } from '../base/result.ts'
import { codeFor } from '../core/contact/lists.ts'
import { asRead } from '../core/asRead.ts'
import type { Failure } from '../model/failure.ts'
import type { InteractionGroupId } from '../model/ids.ts'
import type { InteractionGroup } from '../model/lists.ts'
import { noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readInteractionGroups, readTemplatesOfGroup } from '../storage/read/templates.ts'
import { planAndWrite, type House } from './house.ts'

type Done<T> = Promise<Result<Committed & { value: T }, Failure>>
type Fields = Pick<InteractionGroup, 'code' | 'description'>

/** Makes a group. A blank code is made from the description. */
export const createInteractionGroup = (house: House, fields: Fields): Done<InteractionGroupId> =>
  save(house, 'createInteractionGroup', { ...fields, id: house.occasion().nextId(), rev: 0 })

/** Changes code and description of a group as it was read. */
export const changeInteractionGroup = (house: House, group: InteractionGroup): Done<InteractionGroupId> =>
  save(house, 'changeInteractionGroup', group)

function save(house: House, what: string, group: InteractionGroup): Done<InteractionGroupId> {
  return planAndWrite(house, what, async () => {
    const others = (await readInteractionGroups(house.db)).filter(({ id }) => id !== group.id).map(({ code }) => code)
    const code = codeFor(group.code, group.description, others)
    if (!code.ok) return code
    const row = { ...group, code: code.value, description: group.description.trim() }
    return ok({
      changes: { ...noChanges(), put: { interactionGroups: [row] }, requires: [asRead('interactionGroups', group)] },
      value: row.id,
    })
  })
}

/** Deletes a group that no template is in; entries of the log keep their word for it. */
export function deleteInteractionGroup(house: House, group: InteractionGroup): Done<undefined> {
  return planAndWrite(house, 'deleteInteractionGroup', async () => {
    const templates = await readTemplatesOfGroup(house.db, group.id)
    const names = templates.map(({ code, description }) => description || code)
    if (names.length > 0) return refuse({ code: 'inUse', names, setup: false })
    const requires = [unchanged('interactionGroups', group)]
    return ok({ changes: { ...noChanges(), remove: { interactionGroups: [group.id] }, requires }, value: undefined })
  })
}
