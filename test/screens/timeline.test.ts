// What of the history of a contact counts as having been in touch.
import { expect, it } from 'vitest'
import { heardIn, happenings } from '../../src/screens/contacts/timeline.ts'
import type { EntryId } from '../../src/model/ids.ts'
import { company, entry, person, today } from '../make.ts'

it('a call that failed, a cancelled entry and one with somebody who is deleted are no contact', () => {
  const ahorn = company({ name: 'Ahorn' })
  const anna = person({ name: 'Anna Berg', company: ahorn })
  const of = (id: string, fields = {}) => entry(anna, today, { id: id as EntryId, ...fields })
  const held = of('held')
  const others = [
    of('failed', { attemptFailed: true }),
    of('cancelled', { cancelled: true }),
    of('gone', { deletedContactId: person({ name: 'Bert' }).id }),
  ]
  const rows = happenings({ entries: [...others, held], logged: new Map() }, [], [], undefined)
  expect(rows).toHaveLength(4)
  expect(heardIn(rows).map(({ key }) => key)).toEqual([held.id])
})
