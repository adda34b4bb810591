// What is planned with somebody who is to be forgotten: tasks and opportunities, her place in target groups and call rounds.
import { forgetPlanned, withoutForgotten } from '../../core/contact/planned.ts'
import { joinChanges, noChanges, unchanged, type Changes, type Row, type TableName } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'

export interface PlannedScan {
  changes: Changes
  /** Tasks and opportunities of hers. */
  count: number
  /** Open ones that go. */
  gone: ReadonlySet<string>
  /** Those of others, with what was written of them. */
  others: { where: 'task' | 'opportunity' | 'segment'; id: string; name: string; texts: string[] }[]
}

export async function scanPlanned(db: Database, ids: ReadonlySet<string>): Promise<PlannedScan> {
  const [opportunities, tasks] = [await db.opportunities.toArray(), await db.tasks.toArray()]
  const keptOpportunities = opportunities.map((row) => forgetPlanned(row, ids))
  const goneOpportunities = new Set<string>(opportunities.filter((_, at) => keptOpportunities[at] === undefined).map(({ id }) => id))
  const keptTasks = tasks.map((row) => {
    const after = forgetPlanned(row, ids)
    return after && withoutGone(after, goneOpportunities)
  })
  const [groups, rounds] = [await db.targetGroups.toArray(), await db.callRounds.toArray()]
  const goneTasks = tasks.filter((_, at) => keptTasks[at] === undefined).map(({ id }) => id)
  const all = [...tasks, ...opportunities]
  return {
    changes: joinChanges(
      rewritten('opportunities', opportunities, keptOpportunities),
      rewritten('tasks', tasks, keptTasks),
      rewritten(
        'targetGroups',
        groups,
        groups.map((row) => withoutForgotten.targetGroups(row, ids)),
      ),
      rewritten(
        'callRounds',
        rounds,
        rounds.map((row) => withoutForgotten.callRounds(row, ids)),
      ),
    ),
    count: all.filter(({ contactId }) => ids.has(contactId ?? '')).length,
    gone: new Set<string>([...goneTasks, ...goneOpportunities]),
    others: [
      ...all.filter(({ contactId }) => !ids.has(contactId ?? '')).map(mentionable),
      ...rounds.map(({ segmentId, description }) => ({
        ...{ where: 'segment' as const, id: segmentId, name: description, texts: [description] },
      })),
    ],
  }
}

function mentionable(row: Row<'tasks'> | Row<'opportunities'>): PlannedScan['others'][number] {
  const isTask = 'location' in row
  const texts = [row.description, row.notes, isTask ? row.location : row.closeReason]
  return { where: isTask ? 'task' : 'opportunity', id: row.id, name: row.description || row.no, texts }
}

/** The row without the opportunity it is about, where that goes. */
export function withoutGone<R extends { opportunityId?: unknown }>(row: R, gone: ReadonlySet<string>): R {
  if (typeof row.opportunityId !== 'string' || !gone.has(row.opportunityId)) return row
  const { opportunityId: _, ...rest } = row
  return rest as R
}

function rewritten<T extends TableName>(table: T, rows: readonly Row<T>[], after: readonly (Row<T> | undefined)[]): Changes {
  const changes = noChanges()
  const put = after.filter((row, at): row is Row<T> => row !== undefined && row !== rows[at])
  const gone = rows.filter((_, at) => after[at] === undefined).map(({ id }) => id)
  if (put.length > 0) Object.assign(changes.put, { [table]: put })
  if (gone.length > 0) Object.assign(changes.remove, { [table]: gone })
  changes.requires.push(...rows.filter((row, at) => row !== after[at]).map((row) => unchanged(table, row)))
  return changes
}
