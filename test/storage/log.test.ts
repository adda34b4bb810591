// The log read by its index of days: stretch after stretch it is the whole log, each entry once, newest first.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything, newestFirst } from '../../src/core/interaction/logQuestion.ts'
import type { EntryId, LoggedSegmentId } from '../../src/model/ids.ts'
import { toDay } from '../../src/base/day.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import type { Database } from '../../src/storage/database.ts'
import { readLogStretch, type LogDays, type LogPlace } from '../../src/storage/read/logged.ts'
import { entry, person } from '../make.ts'
import { emptyDatabase, openHouse } from '../open.ts'

const anna = person({ name: 'Anna Berg' })
const gone = 'gone' as LoggedSegmentId

async function filled(entries: readonly InteractionLogEntry[]): Promise<Database> {
  const db = emptyDatabase()
  await db.open()
  await db.entries.bulkAdd([...entries])
  await db.loggedStates.add({ rev: 1, id: gone, cancelled: true, reason: '', at: '' })
  return db
}

async function readAll(db: Database, days: LogDays, limit: number): Promise<EntryId[]> {
  const ids: EntryId[] = []
  let place: LogPlace | undefined
  do {
    const { rows, next } = await readLogStretch(db, days, place, limit)
    ids.push(...rows.map(({ entry }) => entry.id))
    place = next
  } while (place)
  return ids
}

const someDay = fc.integer({ min: 1, max: 6 }).map((day) => `2026-11-0${day}`)
const someEntries = fc
  .array(fc.record({ day: someDay, cancelled: fc.boolean(), ofGone: fc.boolean() }), { maxLength: 40 })
  .map((list) =>
    list.map(({ day, cancelled, ofGone }, at) =>
      entry(anna, day, { id: `e${String(at).padStart(3, '0')}` as EntryId, cancelled, ...(ofGone ? { loggedSegmentId: gone } : {}) }),
    ),
  )

describe('The log, read on as the list scrolls', () => {
  it('is the whole log, newest first, each entry once, whatever the size of a stretch; cancelled ones only when asked for', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (entries, limit, cancelledToo) => {
        const db = await filled(entries)
        const rows = entries.map((one) => ({ entry: one, cancelled: one.cancelled || one.loggedSegmentId === gone }))
        const wanted = rows.filter(({ cancelled }) => cancelledToo || !cancelled).sort(newestFirst)
        expect(await readAll(db, { ...everything, cancelledToo }, limit)).toEqual(wanted.map(({ entry }) => entry.id))
        db.close()
      }),
      { numRuns: 60 },
    )
  })

  it('ends at the first day asked for', async () => {
    const db = await filled(['2026-10-31', '2026-11-01', '2026-11-02'].map((day) => entry(anna, day)))
    const from = toDay('2026-11-01')
    expect(await readAll(db, { ...everything, from }, 1)).toEqual(['entry anna-berg 2026-11-02', 'entry anna-berg 2026-11-01'])
  })

  it('the worker lists the same rows in the same order as the disk, and counts as many', async () => {
    const house = openHouse()
    const days = ['2026-11-02', '2026-11-02', '2026-11-19', '2026-10-01']
    await house.db.entries.bulkAdd(days.map((day, at) => entry(anna, day, { id: `e${at}` as EntryId, cancelled: at === 3 })))
    const ids = await readAll(house.db, everything, 2)
    expect(await house.calls.index.logIds(everything, 0, 100)).toEqual(ids)
    expect((await house.calls.index.logSummary(everything, house.occasion().today)).rows).toBe(ids.length)
    expect(await house.calls.index.cancelledEntries()).toEqual(['e3'])
  })
})
