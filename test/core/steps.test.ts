// Steps: undo and redo bring lines back at their places and with their own edits.
import type { StepOptions } from '../../src/model/criteria.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planComment, planLineChange } from '../../src/core/segment/edit.ts'
import { defaultOptions, outcomeOf, type CriteriaStep } from '../../src/core/segment/outcome.ts'
import {
  newSegment,
  planAddByHand,
  planNewSegment,
  planRedoStep,
  planRemoveByHand,
  planStep,
  planUndoStep,
  type SegmentState,
} from '../../src/core/segment/steps.ts'
import { everybody, type Criteria } from '../../src/model/criteria.ts'
import { after, all, factsAbout, frozen, occasion, person, segmentOf, text, today, valid } from '../make.ts'
import { anyCriteria, anyHouse, anyOptions } from './laws.ts'

const anna = person({ name: 'Anna Berg', city: 'Ulm' })
const bert = person({ name: 'Bert Kunz' })
const cora = person({ name: 'Cora Lind', city: 'Ulm' })
const facts = factsAbout([anna, bert, cora])

type What = { kind: CriteriaStep; criteria: Criteria; options: StepOptions }
const step = (state: SegmentState, what: What, about = facts) =>
  after(state, planStep(state, what, outcomeOf(what.kind, state.lines, what.criteria, what.options, about, today), occasion(1)))
const reduceUlm: What = { kind: 'reduce', criteria: all(text('city', 'isAnyOf', 'Ulm')), options: defaultOptions }
const addAll: What = { kind: 'add', criteria: everybody, options: defaultOptions }

const undo = (state: SegmentState) => {
  const done = planUndoStep(state, occasion(2))
  return done.ok ? after(state, done.value) : state
}
const redo = (state: SegmentState) => {
  const done = planRedoStep(state, occasion(3))
  return done.ok ? after(state, done.value) : state
}
const people = (state: SegmentState) => state.lines.lines.map(({ contactId }) => contactId).join(' ')

describe('A step', () => {
  test('keeps criteria, options and what it did, and rests on segment and lines as they were read', () => {
    const state = segmentOf([bert])
    const outcome = outcomeOf('add', state.lines, everybody, defaultOptions, facts, today)
    const changes = valid(planStep(state, addAll, outcome, occasion(1)))
    expect(changes.put.steps?.[0]).toMatchObject({ kind: 'add', criteria: everybody, position: 1, undone: false, rev: 0 })
    expect(changes.put.steps?.[0]?.outcome.leftOut).toEqual({ excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 1 })
    expect(changes.put.segments?.[0]?.changedAt).toBe('2026-11-20T09:01:00.000Z')
    expect(changes.requires).toEqual([
      { table: 'segments', id: 'segment', rev: 1 },
      { table: 'segmentLines', id: 'segment', rev: 1 },
    ])
    expect(people(after(state, changes))).toBe('bert-kunz anna-berg cora-lind')
  })

  test('that finds nobody is kept, too', () => {
    const state = step(segmentOf([]), reduceUlm)
    expect(state.steps).toHaveLength(1)
    expect(state.lines.lines).toEqual([])
  })

  test('gives each line a number that was never used', () => {
    const state = undo(step(segmentOf([bert]), addAll))
    expect(step(state, addAll).lines.lines.map(({ lineNo }) => lineNo)).toEqual([1, 4, 5])
  })
})

describe('By hand', () => {
  test('whoever is excluded was chosen and comes in; the privacy blocked and those who are there do not', () => {
    const excluded = person({ name: 'Emil', excludeFromSegment: true })
    const blocked = person({ name: 'Frida', privacyBlocked: true })
    const state = segmentOf([anna])
    const { changes, leftOut } = planAddByHand(state, [cora, excluded, blocked, anna, cora], occasion())
    expect(people(after(state, changes))).toBe('anna-berg cora-lind emil')
    expect(leftOut).toEqual({ excluded: 0, privacyBlocked: 1, minor: 0, alreadyThere: 1 })
    expect(changes.put.steps?.[0]).toMatchObject({ kind: 'byHand' })
  })

  test('adding nobody new is no step', () => {
    expect(planAddByHand(segmentOf([anna]), [anna], occasion()).changes.put).toEqual({})
  })

  test('a line taken out comes back at its place', () => {
    const state = segmentOf([anna, bert, cora])
    const less = after(state, planRemoveByHand(state, [2], occasion()))
    expect(people(less)).toBe('anna-berg cora-lind')
    expect(undo(less).lines.lines).toEqual(state.lines.lines)
  })

  test('taking out a line that is gone already changes nothing', () => {
    expect(planRemoveByHand(segmentOf([anna]), [7], occasion()).put).toEqual({})
  })
})

describe('Undo and redo', () => {
  test('lines that a Reduce took out come back with their own edits', () => {
    const start = segmentOf([anna, bert, cora])
    const edited = after(start, planLineChange(start, 3, { subject: 'For you, Cora' }, occasion()))
    const back = undo(step(edited, reduceUlm))
    expect(back.lines.lines).toEqual(edited.lines.lines)
    expect(back.steps[0]).toMatchObject({ undone: true })
  })

  test('what was edited on added lines after the step comes back with the redo', () => {
    const added = step(segmentOf([]), addAll)
    const edited = after(added, planComment(added, 2, 'See you in Ulm', occasion()))
    const gone = undo(edited)
    expect(gone.lines.lines).toEqual([])
    expect(redo(gone).lines.lines).toEqual(edited.lines.lines)
  })

  test('what was edited on a line between undo and redo is there after the next undo', () => {
    const reduced = undo(step(segmentOf([anna, bert]), reduceUlm))
    const edited = after(reduced, planComment(reduced, 1, 'New words', occasion()))
    expect(undo(redo(edited)).lines.lines).toEqual(edited.lines.lines)
  })

  test('go step by step, and say when there is none', () => {
    const two = step(step(segmentOf([]), addAll), reduceUlm)
    const none = undo(undo(two))
    expect(none.steps.map(({ undone }) => undone)).toEqual([true, true])
    expect(planUndoStep(none, occasion())).toEqual({ ok: false, failure: { code: 'stepsNone', what: 'undo' } })
    const again = redo(redo(none))
    expect(again.lines.lines).toEqual(two.lines.lines)
    expect(planRedoStep(again, occasion())).toEqual({ ok: false, failure: { code: 'stepsNone', what: 'redo' } })
  })

  test('a new step ends what could be redone', () => {
    const state = undo(undo(step(step(segmentOf([bert]), addAll), reduceUlm)))
    const fresh = after(state, planRemoveByHand(state, [1], occasion()))
    expect(fresh.steps.map(({ kind, position }) => [kind, position])).toEqual([['byHand', 1]])
  })

  test('law: a step undone leaves the lines as they were, redone as they became', () => {
    const law = (kind: CriteriaStep) =>
      fc.property(anyHouse, anyCriteria, anyOptions, fc.string(), ({ about, state }, criteria, options, words) => {
        const done = step(state, { kind, criteria, options }, about)
        const lineNo = done.lines.lines.at(-1)?.lineNo ?? 1
        const edited = after(done, planComment(done, lineNo, words, occasion()))
        const untouched = (now: SegmentState) => now.lines.lines.filter((line) => line.lineNo !== lineNo)
        expect(untouched(undo(edited))).toEqual(untouched(state))
        expect(undo(done).lines.lines).toEqual(state.lines.lines)
        expect(redo(undo(edited)).lines.lines).toEqual(edited.lines.lines)
        expect(redo(undo(edited)).steps).toMatchObject([{ undone: false, position: 1 }])
      })
    for (const kind of ['add', 'reduce', 'refine'] as const) fc.assert(law(kind), { numRuns: 50 })
  })
})

test('A new segment is of today and empty, and can get its first people in the same commit', () => {
  const fresh = frozen(newSegment(occasion(), { no: 'SM00007', description: 'Autumn letter', salespersonId: undefined }))
  expect(valid(planNewSegment(fresh)).requires).toEqual([{ table: 'segments', id: fresh.segment.id, rev: 'absent' }])
  expect(fresh.segment).toMatchObject({ rev: 0, no: 'SM00007', day: today, subject: '' })
  const { changes } = planAddByHand({ ...fresh, steps: [] }, [anna], occasion())
  expect(valid(changes).requires.every(({ rev }) => rev === 'absent')).toBe(true)
})

test('Fifty thousand lines are taken out and brought back at once', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => person({ name: `P${i}`, city: i % 3 ? 'Ulm' : '' }))
  const state: SegmentState = segmentOf(many)
  const about = factsAbout(many)
  const what = outcomeOf('reduce', state.lines, reduceUlm.criteria, defaultOptions, about, today)
  const changes = planStep(state, reduceUlm, what, occasion())
  const reduced: SegmentState = {
    segment: state.segment,
    lines: changes.put.segmentLines?.[0] ?? state.lines,
    steps: changes.put.steps ?? [],
  }
  const back = planUndoStep(reduced, occasion())
  expect(reduced.lines.lines).toHaveLength(what.after)
  expect(back.ok && back.value.put.segmentLines?.[0]?.lines).toEqual(state.lines.lines)
})
