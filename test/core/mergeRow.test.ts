// One row as two tablets have it, as a table of cases: who wrote a part last, what of it each has seen, and what becomes of it; the same
// whoever looks.
import { describe, expect, it } from 'vitest'
import { mergeRow, type Known, type Side } from '../../src/core/handOver/mergeRow.ts'
import type { AnyRow } from '../../src/core/handOver/parts.ts'
import { goneNow, isAllSeen, isSeen, newState, stamped, withSeen } from '../../src/core/handOver/stamp.ts'
import type { Dot, HandOverState } from '../../src/model/handOver.ts'

const base: AnyRow = {
  ...{
    id: 'c1',
    rev: 1,
    changedAt: '2026-01-01',
    name: 'Anna',
    firstName: 'Anna',
    surname: '',
    email: 'a@b.c',
    city: 'Ulm',
    postCode: '1',
  },
  ...{ mailingGroupIds: ['g1'], privacyBlocked: false, parentalConsent: true },
}
const agreed = newState('contacts', base, ['office', 1])
/** What a tablet makes of the row it was given: some fields of it written anew. */
function on(tablet: string, rev: number, fields: Partial<AnyRow>, from: Known = { row: base, state: agreed }): Known {
  const row = { ...from.row, ...fields, rev, changedAt: `2026-01-0${rev}` }
  return { row, state: stamped('contacts', row, from.state, tablet, rev)! }
}
const merged = (mine: Known, theirs: Known, side: Side = 'mine', dot: Dot = ['office', 9]) =>
  mergeRow('contacts', mine, theirs, { dot, choose: () => side })

const office = (fields: Partial<AnyRow>) => on('office', 2, fields)
const field = (fields: Partial<AnyRow>) => on('field', 2, fields)

describe('A row of two tablets', () => {
  const cases: readonly [
    what: string,
    mine: Partial<AnyRow>,
    theirs: Partial<AnyRow>,
    result: Partial<AnyRow>,
    taken: string[],
    conflicts: string[],
  ][] = [
    ['nobody changed', {}, {}, {}, [], []],
    ['they changed', {}, { email: 'x' }, { email: 'x' }, ['email'], []],
    ['I changed', { email: 'x' }, {}, { email: 'x' }, [], []],
    ['each changed another part', { email: 'x' }, { city: 'Bonn' }, { email: 'x', city: 'Bonn' }, ['address'], []],
    ['a part goes together', { postCode: '2' }, { city: 'Bonn' }, { postCode: '2', city: 'Ulm' }, [], ['address']],
    ['both said the same', { email: 'x' }, { email: 'x' }, { email: 'x' }, [], []],
    ['both said something else', { email: 'x' }, { email: 'y' }, { email: 'x' }, [], ['email']],
    [
      'both added to a list',
      { mailingGroupIds: ['g1', 'g2'] },
      { mailingGroupIds: ['g1', 'g3'] },
      { mailingGroupIds: ['g1', 'g2', 'g3'] },
      ['mailingGroupIds'],
      [],
    ],
    [
      'one took out of a list what the other kept',
      { mailingGroupIds: [] },
      { mailingGroupIds: ['g1', 'g2'] },
      { mailingGroupIds: ['g2'] },
      ['mailingGroupIds'],
      [],
    ],
    ['both took it out', { mailingGroupIds: [] }, { mailingGroupIds: [] }, { mailingGroupIds: [] }, [], []],
    ['they blocked', {}, { privacyBlocked: true }, { privacyBlocked: true }, ['privacyBlocked'], []],
    [
      'they took consent away, I confirmed the rest',
      { email: 'x' },
      { parentalConsent: false },
      { email: 'x', parentalConsent: false },
      ['parentalConsent'],
      [],
    ],
  ]
  it.each(cases)('%s', (_what, mine, theirs, result, taken, conflicts) => {
    const done = merged(office(mine), field(theirs))
    expect(done.row).toMatchObject(result)
    expect(done.taken).toEqual(taken)
    expect(done.conflicts.map(({ part }) => part)).toEqual(conflicts)
  })

  it.each(cases)('%s: the same from the other side, and nothing new when it comes again', (_what, mine, theirs) => {
    const [here, there] = [office(mine), field(theirs)]
    const [one, other] = [merged(here, there, 'mine'), merged(there, here, 'theirs', ['office', 9])]
    const words = ({ rev: _, changedAt: __, ...rest }: AnyRow) => ({
      ...rest,
      mailingGroupIds: [...(rest['mailingGroupIds'] as string[])].sort(),
    })
    expect(words(other.row)).toEqual(words(one.row))
    const again = merged(one, there)
    expect([again.taken, again.conflicts]).toEqual([[], []])
    expect(words(again.row)).toEqual(words(one.row))
  })

  it.each([
    ['mine', 'x'],
    ['theirs', 'y'],
  ] as const)('a conflict is settled as the person says: %s', (side, email) => {
    expect(merged(office({ email: 'x' }), field({ email: 'y' }), side).row['email']).toBe(email)
  })

  it('whoever has seen the other’s word and changed it again is right', () => {
    const theirs = field({ email: 'x' })
    const mine = on('office', 3, { email: 'z' }, { row: merged(office({}), theirs).row, state: merged(office({}), theirs).state })
    expect(merged(mine, theirs)).toMatchObject({ row: { email: 'z' }, taken: [], conflicts: [] })
    expect(merged(theirs, mine)).toMatchObject({ row: { email: 'z' }, taken: ['email'], conflicts: [] })
  })
})

describe('What is known of a row', () => {
  const state = (seen: HandOverState['seen']) => ({ ...agreed, seen })
  it.each([
    [['office', 1], { office: 1 }, true],
    [['office', 2], { office: 1 }, false],
    [['field', 0], { office: 1 }, false],
    [['field', 3], { field: 4 }, true],
  ] as const)('a writing %j is seen by %j: %s', (dot, seen, is) => expect(isSeen([...dot], seen)).toBe(is))

  it.each([
    [{ a: 1 }, { a: 2, b: 1 }, { a: 2, b: 1 }],
    [{ a: 3 }, { a: 2 }, { a: 3 }],
    [{}, {}, {}],
  ])('%j and %j have seen %j', (one, other, both) => expect(withSeen(one, other)).toEqual(both))

  it('stays the same object when nothing was written, whatever the commit says', () => {
    expect(stamped('contacts', { ...base, rev: 7, changedAt: 'later' }, agreed, 'office', 7)).toBe(agreed)
  })
  it('notes who wrote which part, and what a list held before', () => {
    const { state: now } = on('field', 5, { email: 'x', mailingGroupIds: ['g2'] })
    expect(now.dots).toEqual({ email: ['field', 5], mailingGroupIds: ['field', 5] })
    expect(now.base).toEqual({ mailingGroupIds: { dot: ['office', 1], members: expect.any(Array) as string[] } })
    expect(isAllSeen(now, { office: 1 })).toBe(false)
    expect(isAllSeen(now, { office: 1, field: 5 })).toBe(true)
  })
  it('of a row that is gone keeps no words, and one that comes back begins anew', () => {
    const gone = stamped('contacts', undefined, state({ office: 1 }), 'field', 6)!
    expect(gone).toEqual(goneNow(state({ office: 1 }), ['field', 6]))
    expect(JSON.stringify(gone)).not.toContain('Anna')
    expect(stamped('contacts', undefined, gone, 'field', 9)).toBe(gone)
    const back = stamped('contacts', { ...base, rev: 8 }, gone, 'field', 9)!
    expect(back).toMatchObject({ made: ['field', 8], dots: {}, seen: { office: 1, field: 8 } })
    expect(back.gone).toBeUndefined()
  })
  it('of a row that was never here is nothing', () => expect(stamped('contacts', undefined, undefined, 'field', 1)).toBeUndefined())
})
