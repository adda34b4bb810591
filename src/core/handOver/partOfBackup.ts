// A part of a backup comes back: which kinds of rows may be left out, and what cannot come without them.
import type { AllRows, TableName } from '../../model/tables.ts'
import type { MergedTable } from './coming.ts'

/** What a person chooses among; the short lists come with whatever names them. */
export const partTables = [
  ...(['contacts', 'entries', 'segments', 'loggedSegments', 'campaigns', 'tasks', 'opportunities', 'purchases'] as const),
  ...(['callRounds', 'templates', 'savedCriteria'] as const),
] as const satisfies readonly MergedTable[]
export type PartTable = (typeof partTables)[number]

/** What rests on rows of a table: it does not come without them. */
const hangsOn: Partial<Record<PartTable, readonly PartTable[]>> = {
  contacts: ['entries', 'segments', 'loggedSegments', 'tasks', 'opportunities', 'purchases', 'callRounds'],
  templates: ['segments'],
  loggedSegments: ['entries'],
}

/** Tables that belong to one of them and mean nothing without it. */
const belongsTo: Partial<Record<PartTable, readonly TableName[]>> = {
  segments: ['segmentLines', 'steps'],
  loggedSegments: ['loggedLines', 'loggedStates'],
  campaigns: ['campaignEntries', 'targetGroups'],
}

/** All that stays out when these do. */
export function leftOutWith(without: readonly PartTable[]): Set<PartTable> {
  const out = new Set<PartTable>()
  const add = (table: PartTable) => {
    if (out.has(table)) return
    out.add(table)
    for (const hanging of hangsOn[table] ?? []) add(hanging)
  }
  for (const table of without) add(table)
  return out
}

/** The rows without those tables. */
export function rowsWithout(rows: AllRows, without: readonly PartTable[]): AllRows {
  const out = [...leftOutWith(without)].flatMap((table): TableName[] => [table, ...(belongsTo[table] ?? [])])
  return { ...rows, ...Object.fromEntries(out.map((table) => [table, []])) }
}
