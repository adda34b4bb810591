// Header and line changes: a line keeps only what differs, and a header change reaches all that have nothing of their own.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { overridesOf, planComment, planHeaderChange, planLettersMade, planLineChange } from '../../src/core/segment/edit.ts'
import type { SalespersonId } from '../../src/model/ids.ts'
import type { LineOwn } from '../../src/model/segment.ts'
import { after, lineOf, occasion, person, segmentOf, valid } from '../make.ts'

const anna = person({ name: 'Anna Berg' })
const bert = person({ name: 'Bert Kunz' })
const vera = 'vera' as SalespersonId
const state = segmentOf([lineOf(anna, 1, { own: { subject: 'For Anna', salespersonId: vera } }), lineOf(bert, 2)], { subject: 'Autumn' })

describe('A header change', () => {
  test.each([
    ['keep', 'For Anna', 1],
    ['replace', undefined, 0],
  ] as const)('%s: the line that had a subject of its own has %s', (overrides, own, left) => {
    const changed = after(state, planHeaderChange(state, { subject: 'Winter' }, overrides, occasion(5)))
    expect(changed.segment).toMatchObject({ subject: 'Winter', changedAt: '2026-11-20T09:05:00.000Z' })
    expect(changed.lines.lines[0]?.own.subject).toBe(own)
    expect(changed.lines.lines[0]?.own.salespersonId).toBe(vera)
    expect(overridesOf(changed.lines.lines, 'subject')).toBe(left)
  })

  test('clears an optional field, and leaves the lines record alone when no line changes', () => {
    const withPerson = segmentOf([bert], { salespersonId: vera })
    const changes = valid(planHeaderChange(withPerson, { salespersonId: undefined }, 'replace', occasion()))
    expect(changes.put.segments?.[0]).not.toHaveProperty('salespersonId')
    expect(changes.put.segmentLines).toBeUndefined()
    expect(changes.requires).toHaveLength(2)
  })
})

describe('A line change', () => {
  test.each<[string, number, Partial<LineOwn>, LineOwn]>([
    ['gives the line a value of its own', 2, { subject: 'For Bert' }, { subject: 'For Bert' }],
    ['keeps what it had', 1, { day: toDay('2026-12-01') }, { subject: 'For Anna', salespersonId: vera, day: toDay('2026-12-01') }],
    ['goes back to the header', 1, { subject: undefined }, { salespersonId: vera }],
    ["drops a value that is the header's anyway", 1, { subject: 'Autumn' }, { salespersonId: vera }],
    ['may be blank where the header is not', 2, { subject: '' }, { subject: '' }],
  ])('%s', (_, lineNo, own, expected) => {
    const changed = after(state, planLineChange(state, lineNo, own, occasion(5)))
    expect(changed.lines.lines[lineNo - 1]?.own).toEqual(expected)
    expect(changed.segment.changedAt).toBe('2026-11-20T09:05:00.000Z')
  })

  test('a comment is for one line only', () => {
    const changed = after(state, planComment(state, 2, 'Till Monday!', occasion()))
    expect(changed.lines.lines.map(({ comment }) => comment)).toEqual(['', 'Till Monday!'])
  })

  test('of a line that is gone changes nothing', () => {
    expect(planComment(state, 9, 'Hello', occasion()).put).toEqual({})
    expect(planLineChange(state, 9, { subject: 'x' }, occasion()).put).toEqual({})
  })
})

test('Generating letters is noted and is no change of the segment', () => {
  const made = after(state, planLettersMade(state, 2, occasion(7)))
  expect(made.segment.lettersMade).toEqual({ at: '2026-11-20T09:07:00.000Z', count: 2 })
  expect(made.segment.changedAt).toBe(state.segment.changedAt)
})
