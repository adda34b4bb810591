// "Check my data": data as the app leaves them have nothing wrong with them; what was damaged is found, counted and named.
import { expect, test } from 'vitest'
import { checkData } from '../../src/actions/dataCheck.ts'
import type { House } from '../../src/actions/house.ts'
import { loadSample, removeSample } from '../../src/actions/sample.ts'
import { newLetter } from '../../src/core/letter/newLetter.ts'
import type { AttachmentId, ContactId } from '../../src/model/ids.ts'
import type { LetterBlock } from '../../src/model/writtenLetter.ts'
import { ourCompany } from '../make.ts'
import { openHouse } from '../open.ts'

async function sampleHouse(): Promise<House> {
  const house = openHouse()
  const loaded = await loadSample(house)
  expect(loaded.ok).toBe(true)
  return house
}

async function found(house: House) {
  const checked = await checkData(house)
  if (!checked.ok) throw new Error(checked.failure.code)
  return checked.value
}

test('A year of sample data is whole, and every row was looked at', async () => {
  const house = await sampleHouse()
  const { rows, findings } = await found(house)
  expect(findings).toEqual([])
  const counted = await Promise.all(house.db.tables.map(async (table) => [table.name, await table.count()] as const))
  const housekeeping = ['changes', 'drafts', 'snapshots', 'imports', 'pendingContacts', 'importBefore', 'handles']
  expect(rows).toBe(counted.reduce((sum, [name, count]) => (housekeeping.includes(name) ? sum : sum + count), 0))
})

test('An empty tablet, and one whose sample was taken away, are whole', async () => {
  const house = await sampleHouse()
  await removeSample(house)
  expect((await found(house)).findings).toEqual([])
  expect((await found(openHouse())).findings).toEqual([])
})

test('Four kinds of damage are found, each with its count and its names', async () => {
  const house = await sampleHouse()
  const { db } = house
  const company = (await db.contacts.where('no').notEqual('').toArray()).find(({ type }) => type === 'company')!
  const people = await db.contacts.where('companyId').equals(company.id).toArray()
  expect(people.length).toBeGreaterThan(0)
  await db.contacts.delete(company.id)
  const [damaged, twin, other] = (await db.contacts.toArray()).filter((one) => !people.some(({ id }) => id === one.id))
  await db.contacts.update(damaged!.id, { city: 4711 as unknown as string })
  await db.contacts.update(twin!.id, { no: other!.no })
  const [letter] = await db.attachments.toArray()
  const bytes = letter!.bytes.slice(0)
  new Uint8Array(bytes)[100]! ^= 1
  await db.attachments.update(letter!.id, { bytes })

  const { findings } = await found(house)
  const one = (kind: string, table: string, field: string) =>
    findings.find((finding) => finding.kind === kind && finding.table === table && finding.field === field)
  expect(one('gone', 'contacts', 'company')).toMatchObject({ count: people.length, to: 'contacts' })
  expect(one('gone', 'contacts', 'company')?.examples.map(({ name }) => name)).toEqual(people.slice(0, 5).map(({ name }) => name))
  expect(one('shape', 'contacts', 'city')).toEqual({
    ...{ kind: 'shape', table: 'contacts', field: 'city', count: 1 },
    examples: [{ id: damaged!.id, name: damaged!.name }],
  })
  expect(one('twice', 'contacts', 'no')?.count).toBe(1)
  expect(one('bytes', 'attachments', 'bytes')?.examples).toEqual([{ id: letter!.id, name: letter!.fileName }])
})

test('A picture of a letter that is gone is told, and our logo', async () => {
  const house = await sampleHouse()
  const template = (await house.db.templates.toArray()).find(({ documents }) => documents.length > 0)!
  const gone = 'no such picture' as AttachmentId
  const image: LetterBlock = { type: 'image', attrs: { attachmentId: gone, width: 60, align: 'left', alt: '' } }
  const { text, sheet } = newLetter('en', { company: undefined })
  const written = { text: { ...text, content: [...text.content, image] }, sheet }
  const documents = template.documents.map((document, at) => (at === 0 ? { ...document, written } : document))
  await house.db.templates.update(template.id, { documents })
  await house.db.settings.put({ ...ourCompany(), logo: gone })
  expect((await found(house)).findings.map(({ kind, table, field, to, count }) => [kind, table, field, to, count])).toEqual(
    expect.arrayContaining([
      ['gone', 'templates', 'picture', 'attachments', 1],
      ['gone', 'settings', 'picture', 'attachments', 1],
    ]),
  )
})

test('Somebody on a segment who is gone is told; the check itself changes nothing', async () => {
  const house = await sampleHouse()
  const lines = (await house.db.segmentLines.toArray()).find((row) => row.lines.length > 0)!
  await house.db.segmentLines.update(lines.id, {
    lines: lines.lines.map((line, at) => (at === 0 ? { ...line, contactId: 'nobody' as ContactId } : line)),
  })
  const before = await house.db.changes.count()
  expect((await found(house)).findings).toEqual([
    { kind: 'gone', table: 'segmentLines', field: 'contact', to: 'contacts', count: 1, examples: [{ id: lines.id, name: '' }] },
  ])
  expect(await house.db.changes.count()).toBe(before)
})

test('It stops when asked to', async () => {
  const house = await sampleHouse()
  const stop = new AbortController()
  stop.abort()
  expect(await checkData(house, { signal: stop.signal })).toEqual({ ok: false, failure: { code: 'stopped' } })
})
