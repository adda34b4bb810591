// One row as two tablets have it becomes one: a part that only one of them changed is taken from that one; of a list that both changed, what
// either added is in it and what either took out is not; of consents the strictest holds; for all else a person chooses, "you" or "they".
import type { Dot, HandOverState } from '../../model/handOver.ts'
import type { TableName } from '../../model/tables.ts'
import { isList, isSame, memberKey, membersOf, partsOf, printsOf, strictValue, type AnyRow, type Values } from './parts.ts'
import { asMembers, dotOf, isSeen, withSeen } from './stamp.ts'

export type Side = 'mine' | 'theirs'

/** A row with what is known of it. Of theirs, keys are ours already. */
export interface Known {
  row: AnyRow
  state: HandOverState
}

/** A part that both changed. */
export interface PartConflict {
  part: string
  mine: Values
  theirs: Values
}

export interface MergedRow extends Known {
  conflicts: PartConflict[]
  /** Parts that came from there. */
  taken: string[]
}

/** How conflicts are settled. @property dot the writing of this merge, for what neither of the two says alone */
export interface Settling {
  dot: Dot
  choose: (part: string) => Side
  /** Lists that cannot hold all that was put together; what it may be, by side. */
  settle?: (part: string, merged: unknown[], mine: unknown[], theirs: unknown[]) => { mine: unknown[]; theirs: unknown[] } | undefined
}

export function mergeRow(table: TableName, mine: Known, theirs: Known, how: Settling): MergedRow {
  const [own, other] = [partsOf(table, mine.row), partsOf(table, theirs.row)]
  const merged: MergedRow = { ...mine, conflicts: [], taken: [] }
  const values = new Map<string, Values>()
  const dots = new Map<string, Dot>()
  for (const part of new Set([...own.keys(), ...other.keys()])) {
    const outcome = mergePart(table, part, { own: own.get(part), other: other.get(part), mine, theirs, how })
    values.set(part, outcome.values)
    dots.set(part, outcome.dot)
    if (outcome.conflict) merged.conflicts.push(outcome.conflict)
    if (!isSame(table, part, own.get(part), outcome.values)) merged.taken.push(part)
  }
  merged.row = rowOf(table, mine.row, theirs.row, values, merged.taken)
  merged.state = stateOf(table, merged.row, mine.state, theirs.state, dots, how.dot)
  return merged
}

interface Asked {
  own: Values | undefined
  other: Values | undefined
  mine: Known
  theirs: Known
  how: Settling
}
interface Outcome {
  values: Values
  dot: Dot
  conflict?: PartConflict
}

function mergePart(table: TableName, part: string, asked: Asked): Outcome {
  const { own = {}, other = {}, mine, theirs, how } = asked
  const [ownDot, otherDot] = [dotOf(mine.state, part), dotOf(theirs.state, part)]
  if (isSame(table, part, own, other)) return { values: own, dot: later(ownDot, otherDot) }
  if (isSeen(otherDot, mine.state.seen)) return { values: own, dot: ownDot }
  if (isSeen(ownDot, theirs.state.seen)) return { values: other, dot: otherDot }
  if (isList(table, part)) return mergeList(part, asked, mergedMembers(part, asked))
  const strict = strictValue(table, part)
  if (strict !== undefined) return { values: own[part] === strict ? own : other, dot: how.dot }
  return { values: how.choose(part) === 'mine' ? own : other, dot: how.dot, conflict: { part, mine: own, theirs: other } }
}

/** The same on both sides, whoever looks: of two writings that say the same, one counts. */
const later = (one: Dot, other: Dot): Dot => (one[1] > other[1] || (one[1] === other[1] && one[0] >= other[0]) ? one : other)

function mergeList(part: string, { own, other, how }: Asked, merged: unknown[]): Outcome {
  const settled = how.settle?.(part, merged, membersOf(own, part), membersOf(other, part))
  if (!settled) return { values: { [part]: merged }, dot: how.dot }
  const conflict = { part, mine: { [part]: settled.mine }, theirs: { [part]: settled.theirs } }
  return { values: conflict[how.choose(part)], dot: how.dot, conflict }
}

/** By what both had when they last agreed; where nothing is known of that, all members of both. */
function mergedMembers(part: string, { own, other, mine, theirs }: Asked): unknown[] {
  const base = new Set(baseOf(part, mine.state, theirs.state))
  const [ours, others] = [membersOf(own, part), membersOf(other, part)]
  const [ownKeys, otherKeys] = [new Set(ours.map(memberKey)), new Set(others.map(memberKey))]
  return [
    ...ours.filter((member) => otherKeys.has(memberKey(member)) || !base.has(memberKey(member))),
    ...others.filter((member) => !ownKeys.has(memberKey(member)) && !base.has(memberKey(member))),
  ]
}

/** What the list held when both tablets knew it alike. */
function baseOf(part: string, mine: HandOverState, theirs: HandOverState): string[] {
  const own = mine.base?.[part]
  const other = theirs.base?.[part]
  const known = [...(own && isSeen(own.dot, theirs.seen) ? [own] : []), ...(other && isSeen(other.dot, mine.seen) ? [other] : [])]
  const [first, second] = known
  if (first && second && first.dot[0] === second.dot[0] && second.dot[1] < first.dot[1]) return first.members
  return asMembers((second ?? first)?.members)
}

function rowOf(table: TableName, mine: AnyRow, theirs: AnyRow, values: ReadonlyMap<string, Values>, taken: readonly string[]): AnyRow {
  if (taken.length === 0) return mine
  const row: AnyRow = { ...mine }
  const own = partsOf(table, mine)
  for (const part of taken) {
    for (const field of Object.keys(own.get(part) ?? {})) delete row[field]
    Object.assign(row, values.get(part))
  }
  const [own_, other] = [mine['changedAt'], theirs['changedAt']]
  if (typeof own_ === 'string' && typeof other === 'string' && other > own_) row['changedAt'] = other
  return row
}

function stateOf(
  table: TableName,
  row: AnyRow,
  mine: HandOverState,
  theirs: HandOverState,
  dots: ReadonlyMap<string, Dot>,
  dot: Dot,
): HandOverState {
  const others = [...dots].filter(([, [tablet, at]]) => tablet !== mine.made[0] || at !== mine.made[1])
  const isNew = [...dots.values()].includes(dot)
  const { base: _, ...rest } = mine
  return {
    ...rest,
    dots: Object.fromEntries(others),
    seen: withSeen(mine.seen, theirs.seen, isNew ? { [dot[0]]: dot[1] } : {}),
    prints: printsOf(table, row),
  }
}
