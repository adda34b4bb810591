// Everything a file brings as one plan: what is new, what changes, what goes, what both changed, and the one commit that makes it so. Planned
// again with the choices of whoever looks at it; nothing is written before.
import { canonical } from '../../base/print.ts'
import type { Contact } from '../../model/contact.ts'
import type { HandOverState } from '../../model/handOver.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Questionnaire } from '../../model/lists.ts'
import { joinAll, noChanges, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import {
  conflictKey,
  entryWithout,
  linesWithout,
  mergedTables,
  planRow,
  type ComingGround,
  type Conflict,
  type MergedTable,
  type RowPlan,
} from './coming.ts'
import type { Settling } from './mergeRow.ts'
import { type AnyRow } from './parts.ts'
import { isAllSeen, stamped, stateId } from './stamp.ts'
import { changesOfUnit, unitCopy, unitGone, unitOf, type SegmentRows } from './segmentUnit.ts'
import { led } from './idMap.ts'

/** Rows as they come, under the keys of this tablet; `segments` are units. */
export interface Coming {
  rows: Partial<Record<TableName, readonly AnyRow[]>>
  states: ReadonlyMap<string, HandOverState>
}

export interface Here extends ComingGround {
  segments: ReadonlyMap<string, SegmentRows>
  /** Whether a row stands here that never changes: documents, lines of logged segments. */
  has: (table: 'attachments' | 'loggedLines', id: string) => boolean
  /** Contacts who were forgotten here, and descriptions that say nothing about anybody. */
  erased: ReadonlySet<string>
  descriptions: ReadonlySet<string>
  fresh: () => string
  /** The next number of a segment, when one is copied. */
  segmentNumber: () => { no: string; changes: Changes }
}

export interface ComingPlan {
  plans: RowPlan[]
  conflicts: Conflict[]
  changes: Changes
  /** Contacts that were deleted there and are to go here too; their deletion is planned with all that hangs on them. */
  going: RowPlan[]
  /** They were forgotten there, and stand here. */
  forgottenThere: Contact[]
}

export function planComing(coming: Coming, here: Here): ComingPlan {
  const plans = mergedTables.flatMap((table) => plansOf(table, coming, here))
  const going = plans.filter(({ table, outcome }) => table === 'contacts' && outcome === 'goes')
  const logged = loggedThere(coming, here)
  const copies = plans.flatMap((plan) => copyOf(plan, coming, here))
  const changes = joinAll([
    ...plans.filter((plan) => !going.includes(plan)).map((plan) => changesOfPlan(plan, here)),
    frozen(coming, here, plans),
    ...logged.map(({ changes: gone }) => gone),
    ...copies,
  ])
  const forgottenThere = plans.filter(({ table, outcome, row }) => table === 'contacts' && outcome === 'erased' && row)
  return {
    ...{ plans, going, changes },
    conflicts: [...plans.flatMap(({ conflicts }) => conflicts), ...logged.flatMap(({ conflict }) => conflict ?? [])],
    forgottenThere: forgottenThere.map(({ row }) => row as unknown as Contact),
  }
}

function plansOf(table: MergedTable, coming: Coming, here: Here): RowPlan[] {
  const rows = coming.rows[table] ?? []
  const present = new Set(rows.map(({ id }) => id))
  const plans = rows.map((row) => {
    const state = coming.states.get(stateId(table, row.id))
    const told =
      table === 'entries' ? (entryWithout(row as unknown as InteractionLogEntry, here.erased, here.descriptions) as unknown as AnyRow) : row
    return planRow(table, row.id, { row: told, ...(state ? { state } : {}) }, here)
  })
  const start = `${table} `
  for (const [key, state] of coming.states) {
    const id = key.slice(start.length)
    if (state.gone && key.startsWith(start) && !present.has(id)) plans.push(planRow(table, id, { state }, here))
  }
  return plans
}

/** The rows of one plan, and what is known of it from now on. */
function changesOfPlan(plan: RowPlan, here: Here): Changes {
  const { table, id, row, state, outcome } = plan
  const changes = noChanges()
  const before = here.row(table, id)
  const known = here.state(table, id)
  if (state && !here.older && !(known && canonical(state) === canonical(known))) {
    changes.put.handOverStates = [state]
    changes.requires.push(asRead('handOverStates', known ?? { ...state, rev: 0 }))
  }
  if (outcome === 'goes' && before) {
    changes.remove[table] = [id]
    changes.requires.push(asRead(table, before as never))
  }
  if (outcome !== 'new' && outcome !== 'changed' && outcome !== 'back') return changes
  if (!row) return changes
  if (table === 'segments') return joinAll([changes, changesOfUnit(row, here.segments.get(id))])
  Object.assign(changes.put, { [table]: [{ ...row, rev: before?.rev ?? 0 }] })
  changes.requires.push({ table, id, rev: before && before.rev > 0 ? before.rev : 'absent' })
  return changes
}

/** Documents, and lines of logged segments that come with their segment: they never change. */
function frozen(coming: Coming, here: Here, plans: readonly RowPlan[]): Changes {
  const changes = noChanges()
  const documents = (coming.rows.attachments ?? []).filter(({ id }) => !here.has('attachments', id))
  if (documents.length > 0) Object.assign(changes.put, { attachments: documents.map((row) => ({ ...row, rev: 0 })) })
  const fresh = new Set(
    plans.filter(({ table, outcome }) => table === 'loggedSegments' && (outcome === 'new' || outcome === 'back')).map(({ id }) => id),
  )
  const pieces = (coming.rows.loggedLines ?? []) as unknown as Row<'loggedLines'>[]
  const lines = pieces.filter(({ id, loggedSegmentId }) => fresh.has(loggedSegmentId) && !here.has('loggedLines', id))
  const told = [...fresh].flatMap((segment) =>
    linesWithout(
      lines.filter(({ loggedSegmentId }) => loggedSegmentId === segment),
      here.erased,
    ),
  )
  if (told.length > 0) changes.put.loggedLines = told.map((row) => ({ ...row, rev: 0 }))
  return changes
}

interface LoggedThere {
  changes: Changes
  conflict?: Conflict
}

/** A segment that is open here was logged there: it goes here as it went there, unless it was changed here meanwhile. */
function loggedThere(coming: Coming, here: Here): LoggedThere[] {
  if (here.older) return []
  return ((coming.rows.loggedSegments ?? []) as unknown as Row<'loggedSegments'>[]).flatMap((logged) => {
    const { id } = logged.header
    const mine = here.segments.get(id)
    const theirs = coming.states.get(stateId('segments', id))
    if (!mine || !theirs?.gone) return []
    const unit = unitOf(mine)
    const state = stamped('segments', unit, here.state('segments', id), here.tablet, here.last)
    const gone = { changes: unitGone(mine) }
    if (state && isAllSeen(state, theirs.seen)) return [gone]
    const key = conflictKey('segments', id, '')
    const conflict: Conflict = {
      key,
      table: 'segments',
      id,
      kind: 'loggedThere',
      part: '',
      mine: unit,
      theirs: logged,
    }
    return [{ ...(here.choices[key] === 'theirs' ? gone : { changes: noChanges() }), conflict }]
  })
}

/** Of a segment that both changed, theirs may stand beside mine. */
function copyOf({ table, id, conflicts }: RowPlan, coming: Coming, here: Here): Changes[] {
  const wanted = table === 'segments' && conflicts.some(({ key }) => here.choices[key] === 'both')
  const unit = wanted ? coming.rows.segments?.find((row) => row.id === id) : undefined
  if (!unit) return []
  const number = here.segmentNumber()
  const copy = unitCopy(unit, here.fresh, number.no)
  return [changesOfUnit(led(copy.unit, copy.ways), undefined), number.changes]
}

/** A question that takes one answer has one: of two, whoever looks says which. */
export function settleAnswers(questionnaires: readonly Questionnaire[]): NonNullable<Settling['settle']> {
  const single = questionnaires.flatMap(({ questions }) => questions.filter(({ multiple }) => !multiple))
  const questionOf = new Map(single.flatMap(({ id, answers }) => answers.map((answer) => [answer.id as string, id] as const)))
  return (part, merged, mine, theirs) => {
    if (part !== 'answerIds') return undefined
    const twice = new Set<string>()
    const met = new Set<string>()
    for (const answer of merged as string[]) {
      const question = questionOf.get(answer)
      if (question !== undefined && met.has(question)) twice.add(question)
      if (question !== undefined) met.add(question)
    }
    if (twice.size === 0) return undefined
    const without = (side: readonly unknown[]) =>
      merged.filter((answer) => !twice.has(questionOf.get(answer as string) ?? '') || side.includes(answer))
    return { mine: without(mine), theirs: without(theirs) }
  }
}
