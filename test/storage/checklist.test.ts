// What of the beginning is done: her own acts count, also those with the people of the sample data.
import { expect, it } from 'vitest'
import { logSegment } from '../../src/actions/logSegment.ts'
import { addByHand, changeHeader, createSegment } from '../../src/actions/segments.ts'
import { loadSample } from '../../src/actions/sample.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readChecklist } from '../../src/storage/read/checklist.ts'
import { person, salesperson, template } from '../make.ts'
import { good, openHouse } from '../open.ts'

it('an own segment logged with invented people is a segment that was logged', async () => {
  const house = openHouse()
  const vera = salesperson({ name: 'Vera', sample: true })
  const visit = template({ documents: [], sample: true })
  const anna = person({ name: 'Anna Berg', sample: true })
  await commit(house.db, { ...noChanges(), put: { contacts: [anna], templates: [visit], salespeople: [vera] } }, 'seed', '')
  const { value: id } = await good(createSegment(house, 'Autumn'))
  await good(changeHeader(house, id, { templateId: visit.id, salespersonId: vera.id }, 'keep'))
  await good(addByHand(house, id, [anna.id]))
  expect(await readChecklist(house.db)).toMatchObject({ imported: false, segment: true, logged: false })
  const { rev } = (await house.db.segments.get(id))!
  await good(logSegment(house, id, { rev, followUp: undefined }))
  const [logged] = await house.db.loggedSegments.toArray()
  expect(logged).toMatchObject({ sample: true })
  expect(await readChecklist(house.db)).toMatchObject({ imported: false, segment: true, logged: true })
})

it('nothing of the sample data is an act of hers', async () => {
  const house = openHouse()
  await good(loadSample(house))
  expect(await house.db.loggedSegments.count()).toBeGreaterThan(0)
  expect(await readChecklist(house.db)).toEqual({ imported: false, segment: false, letters: false, logged: false, backup: false })
})
