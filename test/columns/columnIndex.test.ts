// The column index is held to the readable evaluator: over any rows, any criteria and any changes both say the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnIndex } from '../../src/columns/index.ts'
import { matcher } from '../../src/core/criteria/matches.ts'
import { outcomeOf } from '../../src/core/segment/outcome.ts'
import type { Criteria, Rule } from '../../src/model/criteria.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { today } from '../make.ts'
import {
  anyLines,
  anyPatch,
  anyRows,
  anyRule,
  anyStepOptions,
  anyTree,
  contactIds,
  factsFrom,
  indexOf,
  patched,
  type AllRows,
} from './anyRows.ts'

const runs = { numRuns: Number(process.env['RUNS'] ?? 100) }

/** Ids of those who match, in no particular order. */
const found = (index: ColumnIndex, criteria: Criteria) => index.idsOf(index.matching(criteria, today)).sort()
const asked = (rows: AllRows, criteria: Criteria) => {
  const facts = factsFrom(rows)
  const isMatch = matcher(criteria, facts, today)
  return [...facts.contacts.values()]
    .filter(isMatch)
    .map(({ id }) => id)
    .sort()
}
const only = (rule: Rule): Criteria => ({ kind: 'group', match: 'all', items: [rule] })

describe('who matches', () => {
  test('every rule by itself', () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyRule, { minLength: 1, maxLength: 12 }), (rows, rules) => {
        const index = indexOf(rows)
        for (const rule of rules) expect(found(index, only(rule)), JSON.stringify(rule)).toEqual(asked(rows, only(rule)))
      }),
      runs,
    )
  })

  test('every tree, and how many of some', () => {
    fc.assert(
      fc.property(anyRows, anyTree, fc.subarray(contactIds), (rows, tree, some) => {
        const index = indexOf(rows)
        const expected = asked(rows, tree)
        expect(found(index, tree)).toEqual(expected)
        expect(index.count(tree, today)).toBe(expected.length)
        expect(index.count(tree, today, index.members(some))).toBe(expected.filter((id) => some.includes(id)).length)
      }),
      runs,
    )
  })

  test('after any changes', () => {
    fc.assert(
      fc.property(anyRows, fc.array(fc.tuple(anyPatch, anyTree), { minLength: 1, maxLength: 4 }), anyTree, (start, changes, tree) => {
        let rows = start
        const index = indexOf(rows)
        for (const [patch, other] of changes) {
          rows = patched(rows, patch)
          index.patch(patch)
          expect(index.size).toBe(rows.contacts.size)
          expect(found(index, tree)).toEqual(asked(rows, tree))
          expect(found(index, other)).toEqual(asked(rows, other))
        }
      }),
      runs,
    )
  })
})

describe('what a step does', () => {
  const anyList = fc.record({ lines: anyLines, pinnedOut: fc.option(fc.subarray(contactIds), { nil: undefined }) })

  test('every kind with every option, people twice on the list and pinned', () => {
    fc.assert(
      fc.property(anyRows, anyPatch, anyList, anyTree, anyStepOptions, (start, patch, list, tree, options) => {
        const index = indexOf(start)
        index.idsOf(index.matching({ kind: 'group', match: 'all', items: [] }, today))
        index.patch(patch)
        const facts = factsFrom(patched(start, patch))
        for (const kind of ['add', 'reduce', 'refine'] as const)
          expect(index.outcome(kind, list, tree, options, today)).toEqual(outcomeOf(kind, list, tree, options, facts, today))
      }),
      runs,
    )
  })

  test('in numbers the same, where each stands once', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.subarray(contactIds),
        fc.subarray(contactIds),
        fc.subarray(contactIds),
        anyTree,
        anyStepOptions,
        (rows, on, pinned, pinnedOut, tree, options) => {
          const index = indexOf(rows)
          const there = on.filter((id) => rows.contacts.has(id))
          const lines = there.map((contactId, at) => ({
            ...{ lineNo: at + 1, contactId, own: {}, comment: '' },
            ...(pinned.includes(contactId) && { pinned: true as const }),
          }))
          const state = {
            members: index.members(there),
            pinned: index.members(there.filter((id) => pinned.includes(id))),
            pinnedOut: index.members(pinnedOut),
          }
          for (const kind of ['add', 'reduce', 'refine'] as const) {
            const { addedIds, removedLineNos, leftOut, kept, matched } = index.outcome(kind, { lines, pinnedOut }, tree, options, today)
            const { members, ...answer } = index.step(kind, state, tree, options, today)
            expect(answer).toEqual({ added: addedIds.length, removed: removedLineNos.length, leftOut, kept, matched })
            const after = lines.filter(({ lineNo }) => !removedLineNos.includes(lineNo)).map(({ contactId }) => contactId)
            expect(index.idsOf(members).sort()).toEqual([...new Set([...after, ...addedIds])].sort())
          }
        },
      ),
      runs,
    )
  })
})

describe('a snapshot', () => {
  test('answers as the index it was made of, also after changes', () => {
    fc.assert(
      fc.property(anyRows, anyPatch, anyPatch, anyTree, anyStepOptions, (start, before, after, tree, options) => {
        const index = indexOf(start)
        index.patch(before)
        const loaded = ColumnIndex.fromSnapshot(index.snapshot())!
        const list = { lines: [] }
        expect(loaded.outcome('add', list, tree, options, today)).toEqual(index.outcome('add', list, tree, options, today))
        expect(loaded.search('', 99)).toEqual(index.search('', 99))
        loaded.patch(after)
        const rows = patched(patched(start, before), after)
        expect(found(loaded, tree)).toEqual(asked(rows, tree))
        expect(loaded.outcome('add', list, tree, options, today)).toEqual(outcomeOf('add', list, tree, options, factsFrom(rows), today))
      }),
      runs,
    )
  })
})

test('ids that nobody has are nobody', () => {
  const index = indexOf({ contacts: new Map(), entries: new Map(), purchases: new Map(), segmentLines: new Map(), cancelled: new Set() })
  expect(index.size).toBe(0)
  expect(index.members(['stranger' as ContactId, '' as ContactId]).some((word) => word !== 0)).toBe(false)
  expect(index.contactRow('' as ContactId)).toBeUndefined()
})
