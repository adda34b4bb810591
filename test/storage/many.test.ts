// More rows than a call takes arguments: what works with ten works with all that a tablet holds.
import { expect, test } from 'vitest'
import { planListRowDelete } from '../../src/core/contact/lists.ts'
import type { ContactId, MailingGroupId } from '../../src/model/ids.ts'
import { occasion, person } from '../make.ts'

const many = 130_000

test('A group that everybody is in can be deleted, however many they are', () => {
  const group = { rev: 1, id: 'news' as MailingGroupId, code: 'NEWS', description: 'Newsletter' }
  const anna = person({ name: 'Anna Berg', mailingGroupIds: [group.id] })
  const holders = Array.from({ length: many }, (_, at) => ({ ...anna, id: `c${at}` as ContactId }))
  expect(planListRowDelete('mailingGroups', group, holders, occasion()).put.contacts).toHaveLength(many)
})
