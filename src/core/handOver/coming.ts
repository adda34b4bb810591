// What a file from another tablet brings, row by row, against what stands here: new, changed there, the same, changed on both, deleted. The
// outcome is planned as a whole before anything is written; whoever looks at it chooses where both have changed something.
import { forgetEntry, forgetLoggedLine, lettersNaming, type Forgotten } from '../contact/forget.ts'
import type { HandOverState } from '../../model/handOver.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Row, TableName } from '../../model/tables.ts'
import { codedTables } from './idMap.ts'
import { mergeRow, type Known, type PartConflict, type Settling, type Side } from './mergeRow.ts'
import { isSame, partsOf, printsOf, type AnyRow } from './parts.ts'
import { goneNow, isAllSeen, isSeen, stamped, stateId, withSeen } from './stamp.ts'

/** Tables whose rows are merged part by part; `segments` are units. */
export const mergedTables = [
  ...codedTables,
  ...(['salutationFormulas', 'contacts', 'purchases', 'templates', 'campaigns', 'campaignEntries', 'targetGroups'] as const),
  ...(['segments', 'callRounds', 'loggedSegments', 'loggedStates', 'entries', 'tasks', 'opportunities', 'savedCriteria'] as const),
] as const satisfies readonly TableName[]
export type MergedTable = (typeof mergedTables)[number]

/** Of these each tablet keeps its own words where both have changed them. */
const quiet = new Set<TableName>([...codedTables, 'salutationFormulas', 'callRounds', 'targetGroups'])
/** What was deleted there goes here too; of all else a tablet keeps its own. */
const followed = new Set<TableName>(['contacts', 'entries', 'tasks', 'opportunities', 'purchases'])

/**
 * Something that both changed. `deletedHere`: it is deleted here and was changed there; `deletedThere` the other way round; `loggedThere`: a
 * segment that was changed here was logged there.
 */
export interface Conflict {
  key: string
  table: MergedTable
  id: string
  kind: 'both' | 'deletedHere' | 'deletedThere' | 'loggedThere'
  part: string
  mine: AnyRow | undefined
  theirs: AnyRow | undefined
  /** Of `both`: the values of the part. */
  values?: PartConflict
}

/** `both`: of a segment, theirs beside mine. */
export type Choice = Side | 'both'
export type Choices = Readonly<Record<string, Choice>>

export interface ComingGround {
  /** This tablet, the number its commit is going to have at least, and the last commit. */
  tablet: string
  next: number
  last: number
  row: (table: MergedTable, id: string) => AnyRow | undefined
  state: (table: MergedTable, id: string) => HandOverState | undefined
  choices: Choices
  /** A backup of this tablet: nothing of it is newer by itself; whatever differs is asked. */
  older: boolean
  /** Of contacts. */
  settle?: NonNullable<Settling['settle']>
}

export type Outcome = 'new' | 'changed' | 'same' | 'back' | 'stays' | 'goes' | 'erased'

/** What becomes of one row. @property row as it is from then on; nothing where it does not stand here */
export interface RowPlan {
  table: MergedTable
  id: string
  outcome: Outcome
  row: AnyRow | undefined
  state: HandOverState | undefined
  conflicts: Conflict[]
  taken: string[]
}

export const conflictKey = (table: TableName, id: string, part: string) => `${table} ${id} ${part}`

/** @param theirs the row as it comes, or nothing where it is gone there */
export function planRow(table: MergedTable, id: string, theirs: Partial<Known>, ground: ComingGround): RowPlan {
  const row = ground.row(table, id)
  const state = stamped(table, row, ground.state(table, id), ground.tablet, ground.last)
  const plan: RowPlan = { table, id, outcome: 'same', row, state, conflicts: [], taken: [] }
  if (!theirs.row) return theirs.state && row && state ? deletedThere(plan, row, state, theirs.state, ground) : plan
  const coming: Known = { row: theirs.row, state: theirs.state ?? unknown(table, theirs.row) }
  if (!row) return state?.gone ? deletedHere(plan, coming, state, ground) : isNew(plan, coming)
  return state ? merged(plan, { row, state }, coming, ground) : plan
}

/** From a backup, or from a tablet that has never looked at it: nobody here has seen how it was written. */
const unknown = (table: TableName, row: AnyRow): HandOverState => ({
  ...{ rev: 0, id: stateId(table, row.id), made: ['', 0], dots: {}, seen: {}, prints: printsOf(table, row) },
})

const isNew = (plan: RowPlan, { row, state }: Known): RowPlan => ({
  ...plan,
  outcome: 'new',
  row: { ...row, rev: 0 },
  state: { ...withoutBase(state), rev: 0, id: stateId(plan.table, row.id), prints: printsOf(plan.table, row) },
})

const withoutBase = ({ base: _, ...state }: HandOverState): HandOverState => state

function merged(plan: RowPlan, mine: Known, theirs: Known, ground: ComingGround): RowPlan {
  const { table, id } = plan
  // What was forgotten says nothing any more, whatever comes.
  if (mine.row['erased'] === true) return plan
  const dot: [string, number] = [ground.tablet, ground.next]
  const choose = (part: string): Side =>
    !quiet.has(table) && ground.choices[conflictKey(table, id, part)] === 'theirs' ? 'theirs' : 'mine'
  const settle = table === 'contacts' ? ground.settle : undefined
  const how: Settling = { dot, choose, ...(settle ? { settle } : {}) }
  const done = ground.older ? asked(table, mine, theirs, how) : mergeRow(table, mine, theirs, how)
  const same = done.taken.length === 0
  return {
    ...plan,
    outcome: same ? 'same' : 'changed',
    row: done.row,
    state: done.state,
    taken: done.taken,
    conflicts: quiet.has(table)
      ? []
      : done.conflicts.map((values) => ({
          ...{ key: conflictKey(table, id, values.part), table, id, kind: 'both' as const, part: values.part },
          ...{ mine: mine.row, theirs: theirs.row, values },
        })),
  }
}

/** Of a backup every part that differs is asked, lists as a whole. */
function asked(table: MergedTable, mine: Known, theirs: Known, how: Settling) {
  const [own, other] = [partsOf(table, mine.row), partsOf(table, theirs.row)]
  const differ = [...new Set([...own.keys(), ...other.keys()])].filter((part) => !isSame(table, part, own.get(part), other.get(part)))
  const conflicts = differ.map((part) => ({ part, mine: own.get(part) ?? {}, theirs: other.get(part) ?? {} }))
  const taken = differ.filter((part) => how.choose(part) === 'theirs')
  const row: AnyRow = { ...mine.row }
  for (const part of taken) {
    for (const field of Object.keys(own.get(part) ?? {})) delete row[field]
    Object.assign(row, other.get(part))
  }
  // What is taken from a backup is written here and now; whoever hands over tells it by itself.
  return { row, state: mine.state, conflicts, taken }
}

/** It was deleted here. It comes back where they knew that and have it all the same, or where it is chosen so. */
function deletedHere(plan: RowPlan, theirs: Known, state: HandOverState, ground: ComingGround): RowPlan {
  const { table, id } = plan
  if (state.erased) return { ...plan, outcome: 'erased' }
  const back = (): RowPlan => ({
    ...isNew(plan, theirs),
    outcome: 'back',
    state: { ...isNew(plan, theirs).state!, rev: state.rev, seen: withSeen(state.seen, theirs.state.seen) },
  })
  const gone = state.gone ?? state.made
  const key = conflictKey(table, id, '')
  if (!ground.older) {
    if (isSeen(gone, theirs.state.seen)) return back()
    if (isAllSeen(theirs.state, state.seen)) return { ...plan, outcome: 'stays', state: seenToo(state, theirs.state) }
  }
  const conflict: Conflict = { key, table, id, kind: 'deletedHere', part: '', mine: undefined, theirs: theirs.row }
  const choice = ground.choices[key] ?? 'mine'
  const stays = {
    ...plan,
    outcome: 'stays' as const,
    state: ground.older ? state : seenToo(goneNow(state, [ground.tablet, ground.next]), theirs.state),
  }
  return { ...(choice === 'mine' ? stays : back()), conflicts: [conflict] }
}

const seenToo = (state: HandOverState, theirs: HandOverState): HandOverState => ({ ...state, seen: withSeen(state.seen, theirs.seen) })

/** It was deleted there: here too, unless it was changed here without their knowing. */
function deletedThere(plan: RowPlan, row: AnyRow, state: HandOverState, theirs: HandOverState, ground: ComingGround): RowPlan {
  const { table, id } = plan
  const gone = theirs.gone
  if (!gone || ground.older || isSeen(gone, state.seen) || !followed.has(table)) return plan
  if (theirs.erased) return { ...plan, outcome: 'erased' }
  const goes: RowPlan = { ...plan, outcome: 'goes', row: undefined, state: seenToo(goneNow(state, gone), theirs) }
  if (isAllSeen(state, theirs.seen)) return goes
  const key = conflictKey(table, id, '')
  const conflict: Conflict = { key, table, id, kind: 'deletedThere', part: '', mine: row, theirs: undefined }
  const chosen = ground.choices[key] === 'theirs' ? goes : { ...plan, state: keptAgainst(state, theirs, ground) }
  return { ...chosen, conflicts: [conflict] }
}

/** It stays though they deleted it: a writing of its own, made in the knowledge of that. */
export function keptAgainst(
  state: HandOverState,
  theirs: HandOverState,
  { tablet, next }: Pick<ComingGround, 'tablet' | 'next'>,
): HandOverState {
  const { base: _, ...rest } = state
  return { ...rest, made: [tablet, next], dots: {}, seen: withSeen(state.seen, theirs.seen, { [tablet]: next }) }
}

/** Nobody is looked up by words: only keys of contacts who were forgotten here. */
const forgotten = (ids: ReadonlySet<string>): Forgotten => ({ ids, names: [], words: [], merges: [] })

/** An entry without those who were forgotten here. */
export const entryWithout = (
  entry: InteractionLogEntry,
  ids: ReadonlySet<string>,
  descriptions: ReadonlySet<string>,
): InteractionLogEntry => (ids.size === 0 ? entry : forgetEntry(entry, forgotten(ids), descriptions))

/** Lines of a logged segment without them. */
export function linesWithout(pieces: readonly Row<'loggedLines'>[], ids: ReadonlySet<string>): Row<'loggedLines'>[] {
  if (ids.size === 0) return [...pieces]
  const who = forgotten(ids)
  const letters = lettersNaming(
    pieces.flatMap(({ lines }) => lines),
    who,
  )
  return pieces.map((piece) => ({ ...piece, lines: piece.lines.map((line) => forgetLoggedLine(line, who, letters)) }))
}
