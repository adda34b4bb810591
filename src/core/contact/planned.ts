// What is planned with contacts beside the log (tasks, opportunities, target groups of campaigns, call rounds): what becomes of it when a contact
// is merged, deleted or forgotten.
import type { CallRound } from '../../model/callRound.ts'
import type { TargetGroup } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { PlannedMoved } from '../../model/merge.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import { joinAll, noChanges, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import type { Way } from './mergeLines.ts'

/** Rows that name some contacts. */
export interface Planned {
  tasks: readonly Task[]
  opportunities: readonly Opportunity[]
  targetGroups: readonly TargetGroup[]
  callRounds: readonly CallRound[]
}

export const nothingPlanned: Planned = { tasks: [], opportunities: [], targetGroups: [], callRounds: [] }

type About = Pick<Task, 'contactId' | 'companyId'>

/** Each once: who stands first stays there. */
const throughout = (ids: readonly ContactId[], { from, to }: Way): ContactId[] => [...new Set(ids.map((id) => (id === from ? to : id)))]
const sameIds = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other)

/** The rows of a table with these changed; those that are not are left out, each of the others rests on how it was read. */
function changed<T extends TableName>(table: T, rows: readonly Row<T>[], change: (row: Row<T>) => Row<T>): Changes {
  const after = rows.map(change)
  const differ = rows.filter((row, at) => row !== after[at])
  if (differ.length === 0) return noChanges()
  return {
    put: { [table]: after.filter((row, at) => row !== rows[at]) },
    remove: {},
    requires: differ.map((row) => asRead(table, row)),
  }
}

/** Both of a row: with whom it is, and that contact's company. */
const led = <R extends About>(row: R, { from, to }: Way): R =>
  row.contactId !== from && row.companyId !== from
    ? row
    : { ...row, ...(row.contactId === from ? { contactId: to } : {}), ...(row.companyId === from ? { companyId: to } : {}) }

/** Everything that was planned with the one is planned with the other from now on. */
export function planPlannedMerge(planned: Planned, way: Way): { changes: Changes; moved: PlannedMoved } {
  const { tasks, opportunities, targetGroups, callRounds } = planned
  const named = callRounds.filter((round) => roundNames(round, way.from))
  const groups = targetGroups.filter(({ contactIds }) => contactIds.includes(way.from))
  return {
    changes: joinAll([
      changed('tasks', tasks, (row) => led(row, way)),
      changed('opportunities', opportunities, (row) => led(row, way)),
      changed('targetGroups', groups, (row) => ({ ...row, contactIds: throughout(row.contactIds, way) })),
      changed('callRounds', named, (row) => roundAfter(row, way)),
    ]),
    moved: {
      tasks: tasks.flatMap(({ id, contactId }) => (contactId === way.from ? id : [])),
      tasksOfCompany: tasks.flatMap(({ id, companyId }) => (companyId === way.from ? id : [])),
      opportunities: opportunities.flatMap(({ id, contactId }) => (contactId === way.from ? id : [])),
      opportunitiesOfCompany: opportunities.flatMap(({ id, companyId }) => (companyId === way.from ? id : [])),
      targetGroups: groups.map(({ id, contactIds }) => ({ id, contactIds })),
      callRounds: named.map(({ id, contactIds, skipped, leftOut = [] }) => ({ id, contactIds, skipped, leftOut })),
    },
  }
}

type RoundBefore = PlannedMoved['callRounds'][number]
type RoundIds = Pick<CallRound, 'contactIds' | 'skipped' | 'leftOut'>

const roundNames = ({ contactIds, skipped, leftOut = [] }: RoundIds, id: ContactId): boolean =>
  contactIds.includes(id) || skipped.includes(id) || leftOut.some(({ contactId }) => contactId === id)

/** Whether the one that stays was skipped or left out is its own standing; where it was not in the round, it has the other one's. */
function roundAfter(round: CallRound, way: Way): CallRound {
  const { skipped, leftOut } = round
  const isIn = roundNames(round, way.to)
  const stands = ({ contactId }: { contactId: ContactId }) => !isIn || contactId !== way.from
  return {
    ...round,
    contactIds: throughout(round.contactIds, way),
    skipped: throughout(isIn ? skipped.filter((id) => id !== way.from) : skipped, way),
    ...(leftOut
      ? { leftOut: leftOut.filter(stands).map((one) => (one.contactId === way.from ? { ...one, contactId: way.to } : one)) }
      : {}),
  }
}

/** What came along and still stands with the one that stayed goes back. */
export function planPlannedPart(planned: Planned, moved: PlannedMoved | undefined, way: Way): Changes {
  if (!moved) return noChanges()
  const [hers, ofCompany] = [new Set<string>(), new Set<string>()]
  for (const id of [...moved.tasks, ...moved.opportunities]) hers.add(id)
  for (const id of [...moved.tasksOfCompany, ...moved.opportunitiesOfCompany]) ofCompany.add(id)
  const back = <R extends Task | Opportunity>(row: R): R => {
    const isHers = hers.has(row.id) && row.contactId === way.from
    const isOfCompany = ofCompany.has(row.id) && row.companyId === way.from
    if (!isHers && !isOfCompany) return row
    return { ...row, ...(isHers ? { contactId: way.to } : {}), ...(isOfCompany ? { companyId: way.to } : {}) }
  }
  const groups = new Map(moved.targetGroups.map((one) => [one.id, one.contactIds]))
  const rounds = new Map(moved.callRounds.map((one) => [one.id, one]))
  return joinAll([
    changed('tasks', planned.tasks, back),
    changed('opportunities', planned.opportunities, back),
    changed('targetGroups', planned.targetGroups, (row) => ({
      ...row,
      contactIds: idsBack(row.contactIds, groups.get(row.id) ?? [], way),
    })),
    changed('callRounds', planned.callRounds, (row) => roundBack(row, rounds.get(row.id), way)),
  ])
}

/** As it was before the merge; what was changed since stays, and the one that comes back stands last. */
function idsBack(now: readonly ContactId[], before: readonly ContactId[], { from, to }: Way): ContactId[] {
  if (sameIds(now, throughout(before, { from: to, to: from }))) return [...before]
  if (!now.includes(from) || now.includes(to) || !before.includes(to)) return [...now]
  return before.includes(from) ? [...now, to] : now.map((id) => (id === from ? to : id))
}

/** Who was skipped since is so by its own name, if it had one in the round. */
function skippedBack(now: readonly ContactId[], before: RoundBefore, merged: readonly ContactId[], way: Way): ContactId[] {
  if (sameIds(now, merged)) return [...before.skipped]
  return roundNames(before, way.from) ? [...now] : idsBack(now, before.skipped, way)
}

function roundBack(round: CallRound, before: RoundBefore | undefined, way: Way): CallRound {
  if (!before) return round
  const { contactIds, skipped, leftOut } = before
  const merged = roundAfter({ ...round, contactIds, skipped, leftOut }, { from: way.to, to: way.from })
  const isAsLeft = JSON.stringify(round.leftOut ?? []) === JSON.stringify(merged.leftOut)
  return {
    ...round,
    contactIds: idsBack(round.contactIds, contactIds, way),
    skipped: skippedBack(round.skipped, before, merged.skipped, way),
    ...(isAsLeft && leftOut.length > 0 ? { leftOut } : {}),
  }
}

/**
 * Closed tasks and opportunities of a person who is deleted stand with her company from then on, else with nobody; target groups are without
 * her. A call round keeps her key: it says that she is gone. BC: Contact/Contact.Table.al OnDelete
 */
export function planPlannedDelete({ tasks, opportunities, targetGroups }: Planned, gone: ReadonlyMap<ContactId, Contact>): Changes {
  const isGone = (id: ContactId | undefined) => id !== undefined && gone.has(id)
  const freed = <R extends Task | Opportunity>(row: R): R => {
    if (!isGone(row.contactId) && !isGone(row.companyId)) return row
    const { contactId, companyId, ...rest } = row
    const person = contactId && gone.get(contactId)
    const employer = person?.type === 'person' && !isGone(person.companyId) ? person.companyId : undefined
    const withWhom = isGone(contactId) ? employer : contactId
    const ofCompany = isGone(companyId) ? undefined : companyId
    return { ...rest, ...(withWhom ? { contactId: withWhom } : {}), ...(ofCompany ? { companyId: ofCompany } : {}) } as R
  }
  return joinAll([
    changed('tasks', tasks, freed),
    changed('opportunities', opportunities, freed),
    changed('targetGroups', targetGroups, (row) =>
      row.contactIds.some(isGone) ? { ...row, contactIds: row.contactIds.filter((id) => !isGone(id)) } : row,
    ),
  ])
}

/** Who is forgotten is in no group and no round any more. */
export const withoutForgotten = {
  targetGroups: (row: TargetGroup, ids: ReadonlySet<string>): TargetGroup =>
    row.contactIds.some((id) => ids.has(id)) ? { ...row, contactIds: row.contactIds.filter((id) => !ids.has(id)) } : row,
  callRounds: (row: CallRound, ids: ReadonlySet<string>): CallRound => {
    if (![...ids].some((id) => roundNames(row, id as ContactId))) return row
    const stays = (list: readonly ContactId[]) => list.filter((id) => !ids.has(id))
    const { leftOut } = row
    return {
      ...row,
      ...{ contactIds: stays(row.contactIds), skipped: stays(row.skipped) },
      ...(leftOut ? { leftOut: leftOut.filter(({ contactId }) => !ids.has(contactId)) } : {}),
    }
  },
}

/**
 * A task or an opportunity without her: kind, days, values and what came of it are counted still, without any word of it and with nobody.
 * What is still open goes: nobody can do it, nobody decides it any more.
 */
export function forgetPlanned<R extends Task | Opportunity>(row: R, ids: ReadonlySet<string>): R | undefined {
  const isHers = ids.has(row.contactId ?? '')
  if (!isHers && !ids.has(row.companyId ?? '')) return row
  const { contactId, companyId, ...rest } = row
  const kept = isHers ? { ...rest } : { ...rest, ...(contactId ? { contactId } : {}) }
  if (companyId && !ids.has(companyId)) Object.assign(kept, { companyId })
  if (!isHers) return kept as R
  if ('status' in row && isOpen(row)) return undefined
  const words = 'location' in row ? { description: '', notes: '', location: '' } : { description: '', notes: '', closeReason: '' }
  return { ...kept, ...words } as unknown as R
}

/** Not done and not cancelled; not decided. */
export const isOpen = (row: Task | Opportunity): boolean =>
  'cancelled' in row ? row.closedDay === undefined && !row.cancelled : row.status === 'open'
