// Data of the third version, kept in test/storage/old: nothing of it changes, and it goes on here.
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { makeLoggedLetters } from '../../src/actions/letters.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { redoStep, undoStep } from '../../src/actions/segments.ts'
import type { Result } from '../../src/base/result.ts'
import type { Failure } from '../../src/model/failure.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { tableNames, tables } from '../../src/model/tables.ts'
import { readEverything } from '../../src/storage/read/everything.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { letterBytes } from '../open.ts'
import { houseLeftBy, oldDump } from './old.ts'

const dump = oldDump('third')
const draftLeft = (dump.tables['drafts'] as unknown as { id: string; value: unknown }[]).find(
  ({ id }) => id === `criteria:${dump.openId}`,
)!.value

async function good<T>(doing: Promise<Result<T, Failure>>): Promise<T> {
  const done = await doing
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return done.value
}
const lines = async (house: House, id: SegmentId) => (await readSegment(house.db, id))!.lines.lines

describe('A tablet with the third version', () => {
  let house: House
  beforeAll(async () => {
    house = await houseLeftBy('third')
  })

  it('opens today: every row is what its table holds, and as it was', async () => {
    const { rows } = await readEverything(house.db)
    for (const table of tableNames) {
      for (const row of rows[table]) expect(tables[table].safeParse(row), `${table} ${row.id}`).toMatchObject({ success: true })
      expect(rows[table], table).toEqual(dump.tables[table] ?? [])
    }
    expect(await house.db.contacts.get(dump.personId)).toMatchObject({ city: 'Łódź', alternativeAddresses: [{ code: 'HOLIDAY' }] })
    expect(await house.drafts.read('contact:new')).toEqual({ firstName: 'Halb' })
    expect(await house.drafts.read(`criteria:${dump.openId}`)).toEqual(draftLeft)
  })

  it('makes the logged letters again, as they were', async () => {
    const made = await good(makeLoggedLetters(house, dump.loggedId, { output: 'zip' }, undefined, {}))
    const sums = Object.entries(unzipSync(await letterBytes(made.files[0]!))).map(([name, bytes]) => [
      name,
      createHash('sha256').update(unzipSync(bytes)['word/document.xml']!).digest('hex'),
    ])
    expect(Object.fromEntries(sums)).toEqual(dump.letters)
    expect(sums.length).toBeGreaterThan(2)
  })

  it('undoes and redoes an edited recipe, and logs', async () => {
    const standing = await lines(house, dump.openId)
    expect(standing.map(({ contactId }) => contactId)).toEqual(dump.standing)
    await good(undoStep(house, dump.openId))
    await good(redoStep(house, dump.openId))
    expect(await lines(house, dump.openId)).toEqual(standing)
    const { rev } = (await house.db.segments.get(dump.openId))!
    const logged = await good(logSegment(house, dump.openId, { rev, followUp: undefined }))
    expect(logged.entries).toBe(dump.standing.length - logged.leftOut)
  })
})
