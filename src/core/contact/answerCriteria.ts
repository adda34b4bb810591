// Criteria that ask for an answer which became another one ask for that one: saved criteria, steps, and the steps of what was logged.
import type { AnswerId } from '../../model/ids.ts'
import type { Row } from '../../model/tables.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import type { BecameAnswers } from './questionnaire.ts'

const asking = ['savedCriteria', 'steps', 'loggedSegments'] as const
/** Rows that hold criteria. */
export type AskingRows = { [T in (typeof asking)[number]]: readonly Row<T>[] }

export function planAnswerCriteria(rows: AskingRows, became: BecameAnswers): Changes {
  const changes = noChanges()
  if (became.size === 0) return changes
  for (const table of asking) {
    const touched = (rows[table] as readonly Row<typeof table>[]).flatMap((row) => {
      const after = table === 'loggedSegments' ? logged(row as Row<'loggedSegments'>, became) : renamed(row, became)
      if (after === row) return []
      changes.requires.push(asRead(table, row))
      return [after]
    })
    if (touched.length > 0) Object.assign(changes.put, { [table]: touched })
  }
  return changes
}

/** Of what was logged only the criteria follow. */
function logged(row: Row<'loggedSegments'>, became: BecameAnswers): Row<'loggedSegments'> {
  const steps = renamed(row.steps, became)
  return steps === row.steps ? row : { ...row, steps }
}

/** Any value in which rules ask for answers; itself when none of these is asked for. */
function renamed<V>(value: V, became: BecameAnswers): V {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as Record<string, unknown>)
  const isRule = 'kind' in value && value.kind === 'answer'
  const after = entries.map(
    ([name, part]) => [name, isRule && name === 'ids' ? others(part as AnswerId[], became) : renamed(part, became)] as const,
  )
  if (after.every(([, part], at) => part === entries[at]?.[1])) return value
  return (Array.isArray(value) ? after.map(([, part]) => part) : Object.fromEntries(after)) as V
}

function others(ids: AnswerId[], became: BecameAnswers): AnswerId[] {
  return ids.some((id) => became.has(id)) ? [...new Set(ids.map((id) => became.get(id) ?? id))] : ids
}
