// When the person is reminded of a backup.
import { expect, it } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { backupDue, daysSinceBackup, isBehind } from '../../src/core/safety/backupDue.ts'

const today = toDay('2026-11-22')
const at = (day: string) => `${day}T12:00:00.000Z`

it.each([
  ['nothing of her own, never backed up', { lastAt: undefined, changes: 400, ownData: false }, 'no'],
  ['the first contact of her own, never backed up', { lastAt: undefined, changes: 1, ownData: true }, 'never'],
  ['backed up today, 49 changes since', { lastAt: at('2026-11-22'), changes: 49, ownData: true }, 'no'],
  ['backed up today, 50 changes since', { lastAt: at('2026-11-22'), changes: 50, ownData: true }, 'changes'],
  ['six days ago, a change since', { lastAt: at('2026-11-16'), changes: 1, ownData: true }, 'no'],
  ['seven days ago, a change since', { lastAt: at('2026-11-15'), changes: 1, ownData: true }, 'days'],
  ['a month ago, nothing changed since', { lastAt: at('2026-10-22'), changes: 0, ownData: true }, 'no'],
  ['a clock that was set back', { lastAt: at('2027-01-01'), changes: 3, ownData: true }, 'no'],
] as const)('%s', (_what, age, due) => expect(backupDue(age, today)).toBe(due))

it('counts whole days, and never fewer than none', () => {
  expect(daysSinceBackup({ lastAt: at('2026-11-14'), changes: 0, ownData: true }, today)).toBe(8)
  expect(daysSinceBackup({ lastAt: at('2027-01-01'), changes: 0, ownData: true }, today)).toBe(0)
})

it.each([
  ['made after the last change, however old', '2026-11-01T08:00:00.000Z', '2026-10-30T08:00:00.000Z', false],
  ['of a tablet without a change', '2026-11-01T08:00:00.000Z', undefined, false],
  ['of yesterday, with later changes', '2026-11-21T08:00:00.000Z', '2026-11-22T07:00:00.000Z', false],
  ['three days old, with later changes', '2026-11-19T08:00:00.000Z', '2026-11-19T09:00:00.000Z', true],
] as const)('a copy %s is behind or not', (_what, copyAt, changeAt, behind) =>
  expect(isBehind(copyAt, changeAt, '2026-11-22T08:00:00.000Z')).toBe(behind),
)
