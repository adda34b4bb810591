// What stands against deleting somebody leads to where it can be cleared away.
import { expect, test } from 'vitest'
import type { ContactId, SegmentId } from '../../src/model/ids.ts'
import { blockerHref } from '../../src/screens/contacts/blockerWay.ts'

test('An interaction that was begun is opened by its row, and not the list of all that was begun', () => {
  const lars = { contactId: 'lars' as ContactId, name: 'Lars' }
  expect(blockerHref({ ...lars, kind: 'draft', draft: 'call' })).toBe('#/contacts/lars?open=call')
  expect(blockerHref({ ...lars, kind: 'segment', segmentId: 's' as SegmentId, no: 'S1', description: '', lines: 1 })).toBe('#/segments/s')
})
