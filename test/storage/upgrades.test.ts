// Data of older versions is kept in test/storage/old for ever, and opens today: as a database and as a backup.
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { makeLoggedLetters } from '../../src/actions/letters.ts'
import { redoStep } from '../../src/actions/segments.ts'
import { effective } from '../../src/core/segment/effective.ts'
import { tableNames, tables } from '../../src/model/tables.ts'
import { readEverything } from '../../src/storage/read/everything.ts'
import { aroundOf, readSegmentPage } from '../../src/storage/read/segments.ts'
import { letterBytes } from '../open.ts'
import { houseLeftBy, oldDump } from './old.ts'

const dump = oldDump('first')
const oldHouse = () => houseLeftBy('first')

describe('A tablet with the first version', () => {
  let house: House
  beforeAll(async () => {
    house = await oldHouse()
  })

  it('opens today: every row is what its table holds, and none is lost', async () => {
    const { rows } = await readEverything(house.db)
    for (const table of tableNames)
      for (const row of rows[table]) expect(tables[table].safeParse(row), `${table} ${row.id}`).toMatchObject({ success: true })
    for (const [table, before] of Object.entries(dump.tables))
      expect(
        (await house.db.table<{ id: string }>(table).toArray()).map(({ id }) => id),
        table,
      ).toEqual(before.map(({ id }) => id))
    const lines = (dump.tables['loggedSegments'] as unknown as { lines: unknown[] }[]).map((one) => one.lines.length)
    expect(rows.loggedSegments.map(({ counts }) => counts.lines)).toEqual(lines)
    expect(rows.loggedLines.reduce((sum, piece) => sum + piece.lines.length, 0)).toBe(lines.reduce((a, b) => a + b))
  })

  it('makes the logged letters again, as they were', async () => {
    const made = await makeLoggedLetters(house, dump.loggedId, { output: 'zip' }, undefined, {})
    if (!made.ok) throw new Error(made.failure.code)
    const sums = Object.entries(unzipSync(await letterBytes(made.value.files[0]!))).map(([name, bytes]) => [
      name,
      createHash('sha256').update(unzipSync(bytes)['word/document.xml']!).digest('hex'),
    ])
    expect(Object.fromEntries(sums)).toEqual(dump.letters)
    expect(sums.length).toBeGreaterThan(2)
  })

  it('keeps who was left out, that it was cancelled, and the company of each person', async () => {
    const logged = (await house.db.loggedSegments.get(dump.loggedId))!
    expect(logged.counts).toMatchObject({ lines: 5, logged: 4, letters: 4, privacyBlocked: 1 })
    expect(logged.header).toMatchObject({ languageCode: 'de', ignoreContactLanguage: true, ignoreContactCorrespondence: true })
    expect(await house.db.loggedStates.get(dump.loggedId)).toMatchObject({ cancelled: true, reason: 'Wrong day' })
    const entries = await house.db.entries.where('loggedSegmentId').equals(dump.loggedId).toArray()
    for (const entry of entries) expect(entry.companyName).toBe((await house.db.contacts.get(entry.companyId!))?.name)
    expect(entries.some(({ companyName }) => companyName !== '')).toBe(true)
  })

  it('means the same by a header that speaks for everybody, and by one that does not', async () => {
    const [open, plain] = [(await readSegmentPage(house.db, dump.openId))!, (await readSegmentPage(house.db, dump.plainId))!]
    const resolved = (page: typeof open) => page.lines.lines.map((line) => effective(line, page.segment, aroundOf(page.around)))
    const [first, ...others] = resolved(open)
    expect(first).toMatchObject({ languageCode: { value: 'de', from: 'line' }, correspondenceType: { value: 'email', from: 'header' } })
    expect(others.length).toBeGreaterThan(0)
    for (const line of others)
      expect(line).toMatchObject({ languageCode: { value: 'en', from: 'header' }, correspondenceType: { value: 'email', from: 'header' } })
    expect(plain.segment).toMatchObject({ ignoreContactCorrespondence: false, ignoreContactLanguage: false })
    for (const line of resolved(plain)) expect(['contact', 'template']).toContain(line.correspondenceType.from)
  })

  it('asks about interactions as it did, in steps and in what is being typed', async () => {
    const steps = await house.db.steps.where('segmentId').equals(dump.openId).sortBy('position')
    const history = (operator: string, from: object) => ({
      ...{ kind: 'interaction', operator, atLeast: 1 },
      where: { within: { from }, attempt: 'succeeded' },
    })
    expect(steps[1]?.criteria?.items).toEqual([history('hasNone', { kind: 'ago', count: 300, unit: 'day' })])
    expect(steps[2]?.criteria?.items[0]).toMatchObject({ items: [history('has', { kind: 'exact', day: '2026-01-01' }), { kind: 'text' }] })
    const typed = { kind: 'group', match: 'any', items: [history('hasNone', { kind: 'ago', count: 90, unit: 'day' }), { kind: 'text' }] }
    const standing = steps.filter(({ undone }) => !undone)
    expect(await house.drafts.read(`criteria:${dump.openId}`)).toMatchObject({
      base: standing.map(({ id, kind }) => ({ id, kind })),
      cards: [...standing.map(({ id, kind }) => ({ id, kind })), { kind: 'add', criteria: typed }],
      ...{ again: false, asOf: '', open: standing.length },
    })
    expect(await house.drafts.read('contact:new')).toEqual({ firstName: 'Half' })
  })

  it('goes on: the step that was undone there is redone here', async () => {
    const before = (await house.db.segmentLines.get(dump.openId))!.lines.length
    expect((await redoStep(house, dump.openId)).ok).toBe(true)
    expect((await house.db.segmentLines.get(dump.openId))!.lines).toHaveLength(before + 1)
  })
})
