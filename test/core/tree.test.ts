// What can be done to the tree of criteria, as tables and as laws: a move loses nothing, and groups go no deeper than three.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedRule,
  duplicated,
  groupsFor,
  groupsOf,
  itemAt,
  movedBy,
  movedInto,
  movedOut,
  placeOf,
  rulesOf,
  unwrapped,
  withInserted,
  withoutItem,
  wrapped,
  type Item,
  type Moved,
} from '../../src/core/criteria/tree.ts'
import { deepest, type Criteria, type Group } from '../../src/model/criteria.ts'
import { all, any, none, text } from '../make.ts'

const town = (name: string) => text('city', 'isAnyOf', name)
/** A tree in letters: `A any(B C) none(any(D))`. */
function said(group: Group): string {
  const item = (one: Item) => (one.kind === 'group' ? `${one.match}(${said(one)})` : one.kind === 'text' ? (one.values[0] ?? '') : one.kind)
  return group.items.map(item).join(' ')
}
const after = (moved: Moved | undefined) => moved && `${said(moved.criteria)} @${moved.path}`

const tree: Criteria = all(town('A'), any(town('B'), town('C')), none(any(town('D'))), town('E'))

describe('an item in the tree', () => {
  it.each([
    ['', 'group'],
    ['0', 'text'],
    ['1', 'group'],
    ['1.1', 'text'],
    ['2.0.0', 'text'],
    ['1.2', undefined],
    ['0.0', undefined],
    ['7', undefined],
  ])('at %j is %j', (path, kind) => {
    expect(itemAt(tree, path)?.kind).toBe(kind)
  })

  it.each<[string, Moved | undefined, string | undefined]>([
    ['down, over a whole group', movedBy(tree, '0', 1), 'any(B C) A none(any(D)) E @1'],
    ['up, over a whole group', movedBy(tree, '3', -1), 'A any(B C) E none(any(D)) @2'],
    ['a group down', movedBy(tree, '1', 1), 'A none(any(D)) any(B C) E @2'],
    ['in its group', movedBy(tree, '1.0', 1), 'A any(C B) none(any(D)) E @1.1'],
    ['not past the edge of its group', movedBy(tree, '1.1', 1), undefined],
    ['not above the first', movedBy(tree, '0', -1), undefined],
    ['the whole goes nowhere', movedBy(tree, '', 1), undefined],
    ['into a group behind it, whose path moves up', movedInto(tree, '0', '1'), 'any(B C A) none(any(D)) E @0.2'],
    ['into a group before it', movedInto(tree, '3', '1'), 'A any(B C E) none(any(D)) @1.2'],
    ['into a group of a group', movedInto(tree, '0', '2.0'), 'any(B C) none(any(D A)) E @1.0.1'],
    ['to the whole', movedInto(tree, '2.0.0', ''), 'A any(B C) none(any()) E D @4'],
    ['a group into a group', movedInto(tree, '1', '2'), 'A none(any(D) any(B C)) E @1.1'],
    ['not a group into a group of a group', movedInto(tree, '1', '2.0'), undefined],
    ['not into itself', movedInto(tree, '2', '2.0'), undefined],
    ['not where it stands already', movedInto(tree, '1.0', '1'), undefined],
    ['out, right behind its group', movedOut(tree, '1.0'), 'A any(C) B none(any(D)) E @2'],
    ['a group out of a group', movedOut(tree, '2.0'), 'A any(B C) none() any(D) E @3'],
    ['nothing is outside of the whole', movedOut(tree, '0'), undefined],
    ['a second one behind it', duplicated(tree, '1'), 'A any(B C) any(B C) none(any(D)) E @2'],
    ['in a group of its own', wrapped(tree, '0'), 'any(A) any(B C) none(any(D)) E @0'],
    ['not deeper than three', wrapped(tree, '2.0.0'), undefined],
    ['a group with groups not either', wrapped(tree, '2'), undefined],
    ['a group dissolved', unwrapped(tree, '1'), 'A B C none(any(D)) E @1'],
    ['a rule is no group', unwrapped(tree, '0'), undefined],
  ])('%s', (_what, moved, words) => {
    expect(after(moved)).toBe(words)
  })

  it('is put in, and taken away', () => {
    expect(said(withInserted(tree, '2.0', 0, town('X')))).toBe('A any(B C) none(any(X D)) E')
    expect(said(withoutItem(tree, '2'))).toBe('A any(B C) E')
    expect(withoutItem(tree, '')).toBe(tree)
  })
})

const { tree: anyTree } = fc.letrec<{ tree: Group; item: Item; leaf: Item }>((tie) => ({
  leaf: fc.integer({ min: 0, max: 999 }).map((n) => town(String(n))),
  item: fc.oneof({ maxDepth: deepest - 1, depthIdentifier: 'tree' }, tie('leaf'), tie('tree')),
  tree: fc.record({
    kind: fc.constant('group' as const),
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    items: fc.array(tie('item'), { maxLength: 4, depthIdentifier: 'tree' }),
  }),
}))
/** Trees no deeper than may be, each with one of the places in it. */
const placed = anyTree
  .filter((criteria) => deep(criteria) <= deepest)
  .chain((criteria) => {
    const paths = groupsOf(criteria).flatMap(({ path, group }) => group.items.map((_, at) => (path ? `${path}.${at}` : String(at))))
    return fc.record({ criteria: fc.constant(criteria), path: fc.constantFrom('', ...paths), other: fc.nat() })
  })
const deep = (item: Item): number => (item.kind === 'group' ? 1 + Math.max(0, ...item.items.map(deep)) : 0)
const rules = (criteria: Criteria) =>
  rulesOf(criteria)
    .map(({ rule }) => JSON.stringify(rule))
    .sort()

describe('the one rule that changed', () => {
  it('is none when the first rule is put into an empty tree', () => {
    expect(changedRule(all(), all(town('A')))).toBe(undefined)
  })

  it.each<[string, Criteria, string | undefined]>([
    ['a value', all(town('A'), any(town('B'), town('X')), none(any(town('D'))), town('E')), '1.1'],
    ['two values', all(town('X'), any(town('B'), town('X')), none(any(town('D'))), town('E')), undefined],
    ['how a group combines', all(town('A'), all(town('B'), town('C')), none(any(town('D'))), town('E')), undefined],
    ['one more at the end', all(town('A'), any(town('B'), town('C')), none(any(town('D'))), town('E'), town('F')), undefined],
    ['one less', all(town('A'), any(town('B'), town('C')), none(any(town('D')))), undefined],
    ['a rule in place of a group', all(town('A'), town('X'), none(any(town('D'))), town('E')), undefined],
    ['nothing', tree, undefined],
  ])('%s', (_what, after, path) => {
    expect(changedRule(tree, after)).toBe(path)
  })
})

describe('every move', () => {
  it('keeps all rules, says where the item is now, and leaves groups no deeper than three', () => {
    fc.assert(
      fc.property(placed, ({ criteria, path, other }) => {
        const groups = groupsFor(criteria, path)
        const group = groups[other % Math.max(1, groups.length)]
        const moves = [
          movedBy(criteria, path, 1),
          movedBy(criteria, path, -1),
          movedOut(criteria, path),
          group === undefined ? undefined : movedInto(criteria, path, group),
        ]
        if (group !== undefined) expect(moves[3]).toBeDefined()
        for (const moved of moves.filter((one) => one !== undefined)) {
          expect(rules(moved.criteria)).toEqual(rules(criteria))
          expect(itemAt(moved.criteria, moved.path)).toEqual(itemAt(criteria, path))
          expect(deep(moved.criteria)).toBeLessThanOrEqual(deepest)
        }
        if (group !== undefined && moves[3])
          expect(groupOf(moves[3])?.match).toBe(groupsOf(criteria).find((one) => one.path === group)?.group.match)
      }),
    )
  })

  it('down and up again, or into a group and out of it again, changes nothing but the place', () => {
    fc.assert(
      fc.property(placed, ({ criteria, path }) => {
        const down = movedBy(criteria, path, 1)
        if (down) expect(movedBy(down.criteria, down.path, -1)).toEqual({ criteria, path })
        const box = wrapped(criteria, path)
        if (box) {
          expect(deep(box.criteria)).toBeLessThanOrEqual(deepest)
          expect(unwrapped(box.criteria, path)).toEqual({ criteria, path })
        }
        const twice = duplicated(criteria, path)
        if (twice) expect(withoutItem(twice.criteria, twice.path)).toEqual(criteria)
      }),
    )
  })
})

const groupOf = ({ criteria, path }: Moved) => {
  const place = placeOf(path)
  return place && groupsOf(criteria).find((one) => one.path === place.group)?.group
}
