// The tree of a step's criteria and what can be done to it: items are put, moved, grouped and taken away; no rule is ever lost by a
// move, and groups never stand deeper than allowed. A path says where an item stands: '' the whole, '1.0' the first of the second group.
import { deepest, type Criteria, type Group, type Rule } from '../../model/criteria.ts'
import type { RulePath } from '../segment/recipeWish.ts'

export type Item = Rule | Group

/** The tree after an act, and where the item of the act stands in it. */
export interface Moved {
  criteria: Criteria
  path: RulePath
}

const stepsOf = (path: RulePath): number[] => (path === '' ? [] : path.split('.').map(Number))

/** The path of a place in a group. */
export const pathIn = (group: RulePath, at: number): RulePath => (group === '' ? String(at) : `${group}.${at}`)

/** The group an item stands in, and at which place. The whole stands nowhere. */
export function placeOf(path: RulePath): { group: RulePath; at: number } | undefined {
  const steps = stepsOf(path)
  const at = steps.pop()
  return at === undefined ? undefined : { group: steps.join('.'), at }
}

/** What stands at a path. */
export function itemAt(criteria: Criteria, path: RulePath): Item | undefined {
  let item: Item | undefined = criteria
  for (const at of stepsOf(path)) item = item?.kind === 'group' ? item.items[at] : undefined
  return item
}

/** The group at a path. */
export function groupAt(criteria: Criteria, path: RulePath): Group | undefined {
  const item = itemAt(criteria, path)
  return item?.kind === 'group' ? item : undefined
}

/** The tree with another item at a path. */
export function withItem(criteria: Criteria, path: RulePath, item: Item): Criteria {
  const place = placeOf(path)
  if (!place) return item.kind === 'group' ? item : criteria
  return withItems(criteria, place.group, (items) => items.with(place.at, item))
}

/** The tree with an item at a place of a group; what stood there and behind moves on. */
export const withInserted = (criteria: Criteria, group: RulePath, at: number, item: Item): Criteria =>
  withItems(criteria, group, (items) => items.toSpliced(at, 0, item))

/** The tree without the item. */
export function withoutItem(criteria: Criteria, path: RulePath): Criteria {
  const place = placeOf(path)
  return place ? withItems(criteria, place.group, (items) => items.toSpliced(place.at, 1)) : criteria
}

function withItems(criteria: Criteria, path: RulePath, change: (items: Item[]) => Item[]): Criteria {
  const group = groupAt(criteria, path)
  return group ? withItem(criteria, path, { ...group, items: change(group.items) }) : criteria
}

/** The item moved past its neighbour; a group is stepped over, never into. Nothing at the edge of its group. */
export function movedBy(criteria: Criteria, path: RulePath, by: -1 | 1): Moved | undefined {
  const place = placeOf(path)
  const item = itemAt(criteria, path)
  const to = place && pathIn(place.group, place.at + by)
  const neighbour = to === undefined ? undefined : itemAt(criteria, to)
  if (to === undefined || !item || !neighbour) return undefined
  return { criteria: withItem(withItem(criteria, path, neighbour), to, item), path: to }
}

/** The item as the last of another group, which may be the whole. Nothing when it does not fit there. */
export function movedInto(criteria: Criteria, path: RulePath, group: RulePath): Moved | undefined {
  const item = itemAt(criteria, path)
  const target = groupAt(criteria, group)
  if (!item || !target || !groupsFor(criteria, path).includes(group)) return undefined
  const inserted = withInserted(criteria, group, target.items.length, item)
  const after = withoutItem(inserted, path)
  return { criteria: after, path: pathWithout(pathIn(group, target.items.length), path) }
}

/** The item out of its group, right behind it. Nothing for what stands in no group. */
export function movedOut(criteria: Criteria, path: RulePath): Moved | undefined {
  const place = placeOf(path)
  const item = itemAt(criteria, path)
  const outer = place && placeOf(place.group)
  if (!outer || !item) return undefined
  return {
    criteria: withInserted(withoutItem(criteria, path), outer.group, outer.at + 1, item),
    path: pathIn(outer.group, outer.at + 1),
  }
}

/** Where a path leads when the item at `gone` is taken away. */
function pathWithout(path: RulePath, gone: RulePath): RulePath {
  const steps = stepsOf(path)
  const place = placeOf(gone)
  if (!place) return path
  const level = stepsOf(place.group).length
  const sameGroup = steps.slice(0, level).join('.') === place.group
  const at = steps[level]
  return sameGroup && at !== undefined && at > place.at ? steps.with(level, at - 1).join('.') : path
}

/** Every group, with its path, the whole first. */
export function groupsOf(criteria: Criteria, path: RulePath = ''): { path: RulePath; group: Group }[] {
  const group = groupAt(criteria, path)
  if (!group) return []
  return [{ path, group }, ...group.items.flatMap((item, at) => (item.kind === 'group' ? groupsOf(criteria, pathIn(path, at)) : []))]
}

/** How many groups stand in one another in an item, itself counted. */
const heightOf = (item: Item): number => (item.kind === 'group' ? 1 + Math.max(0, ...item.items.map(heightOf)) : 0)

/** How many groups there are around what stands in a group, itself counted. */
const depthOf = (group: RulePath): number => stepsOf(group).length + 1

/** Whether an item may stand in a group. */
export const fitsInto = (item: Item, group: RulePath): boolean => depthOf(group) + heightOf(item) <= deepest

/** The groups an item can be moved to: not the one it stands in, not itself or one of its own, none too deep. */
export function groupsFor(criteria: Criteria, path: RulePath): RulePath[] {
  const place = placeOf(path)
  const item = itemAt(criteria, path)
  if (!place || !item) return []
  const inside = (group: RulePath) => group === path || group.startsWith(`${path}.`)
  return groupsOf(criteria)
    .map((one) => one.path)
    .filter((group) => group !== place.group && !inside(group) && fitsInto(item, group))
}

/** A second one right behind it. */
export function duplicated(criteria: Criteria, path: RulePath): Moved | undefined {
  const place = placeOf(path)
  const item = itemAt(criteria, path)
  if (!place || !item) return undefined
  return { criteria: withInserted(criteria, place.group, place.at + 1, item), path: pathIn(place.group, place.at + 1) }
}

/** The item in a group of its own, so that another can stand beside it; either will do. Nothing where groups may go no deeper. */
export function wrapped(criteria: Criteria, path: RulePath): Moved | undefined {
  const place = placeOf(path)
  const item = itemAt(criteria, path)
  if (!place || !item) return undefined
  const group: Group = { kind: 'group', match: 'any', items: [item] }
  return fitsInto(group, place.group) ? { criteria: withItem(criteria, path, group), path } : undefined
}

/** A group taken away, with its items left in its place. Nothing for what is no group in a group. */
export function unwrapped(criteria: Criteria, path: RulePath): Moved | undefined {
  const place = placeOf(path)
  const group = groupAt(criteria, path)
  if (!place || !group) return undefined
  return { criteria: withItems(criteria, place.group, (items) => items.toSpliced(place.at, 1, ...group.items)), path }
}

/** Every rule with its path, in the order of reading. */
export const rulesOf = (group: Group, path: RulePath = ''): { path: RulePath; rule: Rule }[] =>
  group.items.flatMap((item, at) => (item.kind === 'group' ? rulesOf(item, pathIn(path, at)) : [{ path: pathIn(path, at), rule: item }]))

/** The one rule that another tree says otherwise, all else being the same; nothing when anything else is different. */
export function changedRule(before: Criteria, after: Criteria): RulePath | undefined {
  const [rulesBefore, rulesAfter] = [rulesOf(before), rulesOf(after)]
  const changed = rulesAfter.filter(({ rule }, at) => JSON.stringify(rule) !== JSON.stringify(rulesBefore[at]?.rule))
  const [only] = changed
  const there = only && itemAt(before, only.path)
  if (changed.length !== 1 || !there || there.kind === 'group') return undefined
  return JSON.stringify(withItem(before, only.path, only.rule)) === JSON.stringify(after) ? only.path : undefined
}
