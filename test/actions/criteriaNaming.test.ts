// Criteria that name people by hand go on meaning the same person after two became one.
import { expect, test } from 'vitest'
import { asksFor, followed } from '../../src/core/contact/criteriaNaming.ts'
import type { Group, SavedCriteria } from '../../src/model/criteria.ts'
import type { ContactId, SavedCriteriaId } from '../../src/model/ids.ts'
import { mergeContacts, partContacts, undoMerge } from '../../src/actions/duplicates.ts'
import { ok } from '../../src/base/result.ts'
import { planAndWrite } from '../../src/actions/house.ts'
import { noChanges } from '../../src/model/tables.ts'
import { all, person, segmentOf } from '../make.ts'
import { openHouse } from '../open.ts'

const [anna, twin, bea] = ['anna', 'twin', 'bea'] as ContactId[] as [ContactId, ContactId, ContactId]
const way = { from: twin, to: anna }
const named = (operator: 'isAnyOf' | 'isNoneOf', ...ids: ContactId[]): Group => all({ kind: 'contact', operator, ids })
const options = { allowExisting: true, expandCompanies: false, allowCompaniesWithPersons: false, ignoreExclusion: false }

test.each<[string, unknown, unknown]>([
  ['asked for by name', named('isAnyOf', twin), named('isAnyOf', anna)],
  ['kept out by name', named('isNoneOf', bea, twin), named('isNoneOf', bea, anna)],
  ['both of them, who are one now', named('isAnyOf', anna, bea, twin), named('isAnyOf', anna, bea)],
  ['in a group within a group', all(named('isNoneOf', twin)), all(named('isNoneOf', anna))],
  ['in cards of a recipe', { recipe: [{ criteria: named('isAnyOf', twin) }] }, { recipe: [{ criteria: named('isAnyOf', anna) }] }],
])('Who was merged is meant as the one that stayed: %s', (_, before, after) => {
  expect(asksFor(before, (id) => id === twin)).toBe(true)
  expect(followed(before, way)).toEqual(after)
})

test('What names others, or says what a step did, stays the same object', () => {
  for (const row of [named('isAnyOf', bea), { outcome: { added: [{ contactId: twin }], removed: [] } }]) {
    expect(followed(row, way)).toBe(row)
    expect(asksFor(row, (id) => id === twin)).toBe(false)
  }
})

test('Merged, criteria keep out whom they kept out, saved and in an open segment; undo brings back what they said, parting leaves them', async () => {
  const house = openHouse()
  const contacts = [person({ id: anna, name: 'Anna' }), person({ id: twin, name: 'Anna' }), person({ id: bea, name: 'Bea' })]
  const step = { action: 'add' as const, criteria: named('isNoneOf', twin), options }
  const saved = {
    ...{ id: 'saved' as SavedCriteriaId, rev: 0, code: 'NOT', description: '', savedBy: 'Vera' },
    ...{ changedAt: '2026-11-22T10:00:00.000Z' as never, steps: [step as unknown as SavedCriteria['steps'][number]] },
  }
  const { segment } = segmentOf(contacts.slice(2))
  const stepRow = {
    ...{
      id: 'step' as never,
      rev: 0,
      segmentId: segment.id,
      position: 0,
      action: 'add' as const,
      options,
      criteria: named('isNoneOf', twin),
    },
    ...{ outcome: { added: [], removed: [] } },
  }
  const put = { contacts, savedCriteria: [saved], steps: [stepRow] } as never
  await planAndWrite(house, 'test', () => Promise.resolve(ok({ changes: { ...noChanges(), put }, value: undefined })))
  const asked = async () =>
    JSON.stringify([await house.db.savedCriteria.toArray(), await house.db.steps.toArray()]).match(/"ids":\[[^\]]*\]/g)
  const merging = await mergeContacts(house, [{ keptId: anna, lostId: twin }])
  expect(await asked()).toEqual(['"ids":["anna"]', '"ids":["anna"]'])
  await undoMerge(house, merging.ok ? merging.value.rev : 0)
  expect(await asked()).toEqual(['"ids":["twin"]', '"ids":["twin"]'])
  const again = await mergeContacts(house, [{ keptId: anna, lostId: twin }])
  await partContacts(house, again.ok ? (again.value.mergeIds[0] as never) : ('' as never))
  expect(await asked()).toEqual(['"ids":["anna"]', '"ids":["anna"]'])
})
