// Bringing what is known of a row up to date: parts that changed since it was looked at last were written by this tablet.
import type { Dot, HandOverState, Print } from '../../model/handOver.ts'
import type { HandOverStateId } from '../../model/ids.ts'
import type { TableName } from '../../model/tables.ts'
import { isList, printsOf, type AnyRow } from './parts.ts'

export const stateId = (table: TableName, id: string) => `${table} ${id}` as HandOverStateId

/** Whether a tablet that has seen so much knows this writing. */
export const isSeen = ([tablet, at]: Dot, seen: HandOverState['seen']): boolean => (seen[tablet] ?? -1) >= at

export const dotOf = (state: HandOverState, part: string): Dot => state.dots[part] ?? state.made

/** All writings that stand in a row. */
export const dotsOf = (state: HandOverState): Dot[] => [state.made, ...Object.values(state.dots)]

/** Whether somebody who has seen so much knows the row as it stands. */
export const isAllSeen = (state: HandOverState, seen: HandOverState['seen']): boolean => dotsOf(state).every((dot) => isSeen(dot, seen))

export function withSeen(seen: HandOverState['seen'], ...more: readonly HandOverState['seen'][]): HandOverState['seen'] {
  const all = { ...seen }
  for (const one of more) for (const [tablet, at] of Object.entries(one)) all[tablet] = Math.max(all[tablet] ?? -1, at)
  return all
}

/** What is known of a row that nobody has handed over yet. */
export const newState = (table: TableName, row: AnyRow, made: Dot): HandOverState => ({
  ...{ rev: 0, id: stateId(table, row.id), made, dots: {} },
  ...{ seen: { [made[0]]: made[1] }, prints: printsOf(table, row) },
})

/**
 * The state of a row as it stands here; the same object when nothing is new.
 * @param row nothing when it is gone
 * @param last the last commit: a row that is gone was deleted by then
 */
export function stamped(
  table: TableName,
  row: AnyRow | undefined,
  state: HandOverState | undefined,
  tablet: string,
  last: number,
): HandOverState | undefined {
  if (!row) return state && !state.gone ? goneNow(state, [tablet, last]) : state
  if (!state) return newState(table, row, [tablet, row.rev])
  if (state.gone) return { ...newState(table, row, [tablet, row.rev]), rev: state.rev, seen: withSeen(state.seen, { [tablet]: row.rev }) }
  // Its words are looked at, not its commit: an undo writes older rows and states anew.
  return changed(table, row, state, [tablet, row.rev])
}

/** It was deleted: nothing is kept of what it said. */
export function goneNow({ rev, id, made, seen }: HandOverState, gone: Dot): HandOverState {
  return { rev, id, made, dots: {}, seen: withSeen(seen, { [gone[0]]: gone[1] }), prints: {}, gone }
}

function changed(table: TableName, row: AnyRow, state: HandOverState, dot: Dot): HandOverState {
  const prints = printsOf(table, row)
  const parts = new Set([...Object.keys(prints), ...Object.keys(state.prints)])
  const differ = [...parts].filter((part) => !isSamePrint(prints[part], state.prints[part]))
  if (differ.length === 0) return state
  const base = { ...state.base }
  for (const part of differ)
    if (isList(table, part) && !base[part]) base[part] = { dot: dotOf(state, part), members: asMembers(state.prints[part]) }
  return {
    ...state,
    dots: { ...state.dots, ...Object.fromEntries(differ.map((part) => [part, dot])) },
    seen: withSeen(state.seen, { [dot[0]]: dot[1] }),
    prints,
    ...(Object.keys(base).length > 0 ? { base } : {}),
  }
}

export const asMembers = (print: Print | undefined): string[] => (Array.isArray(print) ? print : [])

function isSamePrint(one: Print | undefined, other: Print | undefined): boolean {
  if (!Array.isArray(one) && !Array.isArray(other)) return one === other
  const [a, b] = [asMembers(one), asMembers(other)]
  const held = new Set(b)
  return a.length === b.length && a.every((member) => held.has(member))
}
