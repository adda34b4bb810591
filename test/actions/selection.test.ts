// A selection of contacts, as it is used: put on a segment, changed as one, and taken back.
import { describe, expect, test } from 'vitest'
import { addToSegment, bulkContacts, bulkPreview } from '../../src/actions/selection.ts'
import { createSegment } from '../../src/actions/segments.ts'
import { write } from '../../src/actions/house.ts'
import { packIds } from '../../src/base/packedIds.ts'
import { bulkOutcomes, type BulkChange, type BulkOutcome } from '../../src/core/contact/bulk.ts'
import { addOutcomes } from '../../src/core/segment/chosenPeople.ts'
import { noChanges } from '../../src/model/tables.ts'
import { company, person } from '../make.ts'
import { contents, openHouse } from '../open.ts'

const works = company({ name: 'Works' })
const people = [
  works,
  person({ name: 'Anna Berg', company: works }),
  person({ name: 'Otto Blocked', privacyBlocked: true }),
  person({ name: 'Eva Out', excludeFromSegment: true }),
]
const ids = packIds([...people.map(({ id }) => id), 'nobody'])

async function withPeople() {
  const house = openHouse()
  await write(house, { ...noChanges(), put: { contacts: people.map((contact) => ({ ...contact, rev: 0 })) } }, 'people')
  return house
}
const value = <T>(done: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return done.value
}
const toVera: BulkChange = { kind: 'value', field: 'salespersonId', value: 'vera' }
const said = (by: Uint8Array): (BulkOutcome | undefined)[] => [...by].map((one) => bulkOutcomes[one])

describe('A selection', () => {
  test('is put on a new segment, each told; undo takes the segment with it', async () => {
    const house = await withPeople()
    const before = await contents(house)
    const added = value(await addToSegment(house, { description: 'Fair' }, ids, {}))
    expect([...added.by].map((one) => addOutcomes[one])).toEqual(['added', 'added', 'privacyBlocked', 'excluded', 'gone'])
    expect((await house.db.segmentLines.get(added.segmentId))?.lines.length).toBe(3)
    value(await added.takeBack())
    const { series: _, ...now } = await contents(house)
    const { series: __, ...then } = before
    expect(now).toEqual(then)
  })

  test('that stands on the segment already writes nothing', async () => {
    const house = await withPeople()
    const segment = value(await createSegment(house, 'Fair')).value
    value(await addToSegment(house, { id: segment }, ids, {}))
    const again = value(await addToSegment(house, { id: segment }, ids, {}))
    expect([...again.by].map((one) => addOutcomes[one])).toEqual(['alreadyThere', 'alreadyThere', 'privacyBlocked', 'alreadyThere', 'gone'])
    expect(again.rev).toBe(0)
  })

  test('gets a salesperson: the people of the company among them count once, and undo is before', async () => {
    const house = await withPeople()
    const before = await contents(house)
    const preview = value(await bulkPreview(house, ids, toVera, {}))
    expect(said(preview.by)).toEqual(['changes', 'changes', 'changes', 'changes', 'gone'])
    const done = value(await bulkContacts(house, ids, toVera, {}))
    expect([...done.by]).toEqual([...preview.by])
    expect((await house.db.contacts.toArray()).every(({ salespersonId }) => salespersonId === 'vera')).toBe(true)
    value(await done.takeBack())
    expect(await contents(house)).toEqual(before)
  })

  test('of the company alone: her people who have none either follow, and are told', async () => {
    const house = await withPeople()
    const done = value(await bulkContacts(house, packIds([works.id]), toVera, {}))
    expect(done.flows).toBe(1)
    expect((await house.db.contacts.get(people[1]!.id))?.salespersonId).toBe('vera')
  })

  test('is stopped before anything is written', async () => {
    const house = await withPeople()
    const stop = new AbortController()
    stop.abort()
    const done = await bulkContacts(house, ids, toVera, { signal: stop.signal })
    expect(done).toEqual({ ok: false, failure: { code: 'stopped' } })
    expect(await house.db.contacts.filter(({ salespersonId }) => salespersonId === 'vera').count()).toBe(0)
  })
})
