// What is planned with contacts beside the log: tasks, opportunities, target groups of campaigns, call rounds.
import type { CallRound } from '../../model/callRound.ts'
import type { TargetGroup } from '../../model/campaign.ts'
import type { ContactId } from '../../model/ids.ts'
import type { PlannedMoved } from '../../model/merge.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import type { Database } from '../database.ts'

export interface PlannedRows {
  tasks: Task[]
  opportunities: Opportunity[]
  targetGroups: TargetGroup[]
  callRounds: CallRound[]
}

export const nothingHere: PlannedRows = { tasks: [], opportunities: [], targetGroups: [], callRounds: [] }

const there = <R>(rows: (R | undefined)[]): R[] => rows.filter((row) => row !== undefined)
const once = <R extends { id: string }>(rows: R[][]): R[] => [...new Map(rows.flat().map((row) => [row.id, row])).values()]

/** All that names one of them, as the contact or as its company. */
export async function readPlanned(db: Database, ids: readonly ContactId[]): Promise<PlannedRows> {
  const asked = new Set<string>(ids)
  const names = (list: readonly ContactId[]) => list.some((id) => asked.has(id))
  const [tasks, ofCompany, opportunities, opportunitiesOfCompany, targetGroups, callRounds] = await Promise.all([
    db.tasks.where('contactId').anyOf(ids).toArray(),
    db.tasks.where('companyId').anyOf(ids).toArray(),
    db.opportunities.where('contactId').anyOf(ids).toArray(),
    db.opportunities.where('companyId').anyOf(ids).toArray(),
    db.targetGroups.filter(({ contactIds }) => names(contactIds)).toArray(),
    db.callRounds
      .filter(({ contactIds, skipped, leftOut = [] }) => names(contactIds) || names(skipped) || names(leftOut.map((one) => one.contactId)))
      .toArray(),
  ])
  return {
    tasks: once([tasks, ofCompany]),
    opportunities: once([opportunities, opportunitiesOfCompany]),
    ...{ targetGroups, callRounds },
  }
}

/** The rows that came along with a merge, as they are now. */
export async function readPlannedById(db: Database, moved: PlannedMoved): Promise<PlannedRows> {
  const keys = (...lists: (readonly string[])[]) => [...new Set(lists.flat())]
  return {
    tasks: there(await db.tasks.bulkGet(keys(moved.tasks, moved.tasksOfCompany))),
    opportunities: there(await db.opportunities.bulkGet(keys(moved.opportunities, moved.opportunitiesOfCompany))),
    targetGroups: there(await db.targetGroups.bulkGet(moved.targetGroups.map(({ id }) => id))),
    callRounds: there(await db.callRounds.bulkGet(moved.callRounds.map(({ id }) => id))),
  }
}
