// What goes out: beside the rows, who wrote which part of them last and what this tablet has seen, so that whoever gets it can tell what is new.
import type { HandOverState } from '../../model/handOver.ts'
import { noChanges, type AllRows, type Changes, type TableName } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { mergedTables } from './coming.ts'
import { splitId } from './idMap.ts'
import type { AnyRow } from './parts.ts'
import { segmentsOf, unitOf } from './segmentUnit.ts'
import { stamped, stateId } from './stamp.ts'

/** The rows of a table as they are compared: segments with their lines and steps. */
export const comparedRows = (rows: AllRows, table: (typeof mergedTables)[number]): AnyRow[] =>
  table === 'segments' ? [...segmentsOf(rows).values()].map(unitOf) : rows[table]

/**
 * The states of all rows that go, and of those that were handed over once and are gone by now.
 * @param exists whether a row that was handed over once still stands here
 */
export function statesGoing(
  rows: AllRows,
  known: ReadonlyMap<string, HandOverState>,
  exists: (table: TableName, id: string) => boolean,
  tablet: string,
  last: number,
): { states: HandOverState[]; changes: Changes } {
  const changes = noChanges()
  const states: HandOverState[] = []
  const take = (before: HandOverState | undefined, now: HandOverState | undefined) => {
    if (!now) return
    states.push(now)
    if (now === before) return
    ;(changes.put.handOverStates ??= []).push(now)
    changes.requires.push(asRead('handOverStates', before ?? { ...now, rev: 0 }))
  }
  for (const table of mergedTables)
    for (const row of comparedRows(rows, table)) {
      const before = known.get(stateId(table, row.id))
      take(before, stamped(table, row, before, tablet, last))
    }
  for (const before of known.values()) {
    const [table, id] = splitId(before.id)
    if (!exists(table, id)) take(before, stamped(table, undefined, before, tablet, last))
  }
  return { states, changes }
}
