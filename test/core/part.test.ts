// Two contacts that were merged are parted later: what was done since stays where it was done, and nobody is written to because of it.
import { describe, expect, test } from 'vitest'
import { planContactChange } from '../../src/core/contact/edit.ts'
import { planMerge, type Belongings, type MergePlan } from '../../src/core/contact/merge.ts'
import { mergedFields } from '../../src/core/contact/mergedFields.ts'
import { nothingPlanned } from '../../src/core/contact/planned.ts'
import { isStricter, planPart } from '../../src/core/contact/part.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { pairId } from '../../src/model/merge.ts'
import { lineOf, occasion, person, segmentOf } from '../make.ts'

const names = { ...nothingPlanned, people: [], entries: [], purchases: [], segmentLines: [], steps: [], loggedLines: [] }
const nothing: Belongings = { ...names, savedCriteria: [], loggedSegments: [], notDuplicates: [] }
const gone = { ...names, others: new Set<ContactId>() }

function merged(kept: Contact, lost: Contact, belongings: Partial<Belongings> = {}): MergePlan {
  const fields = mergedFields(kept, lost, [])
  const done = planMerge(
    { kept, lost, fields, questionnaires: [], inherits: [], keptPeople: [] },
    { ...nothing, ...belongings },
    occasion(),
  )
  if (!done.ok) throw new Error(done.failure.code)
  return done.value
}

describe('Parted later', () => {
  const anna = person({ name: 'Anna Berger', id: 'anna' as ContactId })
  const twin = person({ name: 'Anna Berger', id: 'twin' as ContactId, phone: '030 1', mobilePhone: '0171 2' })

  test('what was changed since stays changed, the rest goes back', () => {
    const { merge } = merged(anna, twin)
    const [now] = planContactChange(merge.after, { phone: '030 77' }, occasion()).put.contacts ?? []
    const parted = planPart(merge, { ...gone, kept: now }, occasion())
    expect(parted.ok && parted.value.put.contacts?.[0]).toMatchObject({ id: 'anna', phone: '030 77', mobilePhone: '' })
  })

  test('who may not be written to since stays so, both of them', () => {
    const { merge } = merged(anna, { ...twin, privacyBlocked: true })
    const parted = planPart(merge, { ...gone, kept: merge.after }, occasion())
    expect(parted.ok && parted.value.put.contacts).toMatchObject([{ privacyBlocked: true }, { privacyBlocked: true }])
    expect(isStricter(merge.after, merge)).toBe(true)
    const free = merged(anna, twin).merge
    const blocked = { ...free.after, privacyBlocked: true }
    const both = planPart(free, { ...gone, kept: blocked }, occasion())
    expect(both.ok && both.value.put.contacts).toMatchObject([{ privacyBlocked: true }, { privacyBlocked: true }])
    expect(isStricter(free.after, free)).toBe(false)
  })

  test('a sample contact that took in an own one is of the sample again', () => {
    const { merge } = merged({ ...anna, sample: true }, twin)
    const parted = planPart(merge, { ...gone, kept: merge.after }, occasion())
    expect(parted.ok && parted.value.put.contacts?.map(({ sample }) => sample)).toEqual([true, undefined])
  })

  test('with whom it was no duplicate it is none again, if they are still there', () => {
    const [here, away] = ['here', 'away'] as ContactId[] as [ContactId, ContactId]
    const apart = [here, away, anna.id].map((id) => ({
      ...{ id: pairId(twin.id, id), rev: 1, contactIds: [twin.id, id], by: 'A', at: '2026-01-01T00:00:00.000Z' },
    }))
    const { merge } = merged(anna, twin, { notDuplicates: apart })
    const parted = planPart(merge, { ...gone, kept: merge.after, others: new Set([here]) }, occasion())
    expect(parted.ok && parted.value.put.notDuplicates?.map(({ id }) => id)).toEqual([pairId(twin.id, here), pairId(anna.id, twin.id)])
  })

  test('taken off a list since: the line that was dropped for hers does not come back', () => {
    const row = segmentOf([lineOf(anna, 1, {}), lineOf(twin, 2, {})]).lines
    const { merge, changes } = merged(anna, twin, { segmentLines: [row] })
    const off = { ...changes.put.segmentLines![0]!, lines: [], pinnedOut: [anna.id] }
    const parted = planPart(merge, { ...gone, kept: merge.after, segmentLines: [off] }, occasion())
    expect(parted.ok && parted.value.put.segmentLines?.[0]).toMatchObject({ lines: [], pinnedOut: [anna.id] })
  })

  test('is refused when the one that stayed is gone', () => {
    expect(planPart(merged(anna, twin).merge, { ...gone, kept: undefined }, occasion())).toMatchObject({ failure: { code: 'partGone' } })
  })
})
