// Data of the second version, kept in test/storage/old: its segments go on as they were left, undone steps and all.
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { reuseCriteria } from '../../src/actions/savedCriteria.ts'
import { createSegment, redoStep, undoStep } from '../../src/actions/segments.ts'
import type { CardWish } from '../../src/core/segment/recipeWish.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { good } from '../open.ts'
import { houseLeftBy, isAsLeft, letterSums, oldDump } from './old.ts'

const dump = oldDump('second')
const lines = async (house: House, id: SegmentId) => (await readSegment(house.db, id))!.lines.lines
const people = async (house: House, id: SegmentId) => (await lines(house, id)).map(({ contactId }) => contactId)

describe('A tablet with the second version', () => {
  let house: House
  beforeAll(async () => {
    house = await houseLeftBy('second')
  })

  it('opens today: every row is what its table holds, and none is lost', async () => {
    await isAsLeft(house, dump)
  })

  it('makes the logged letters again, as they were', async () => {
    const sums = await letterSums(house, dump)
    expect(sums).toEqual(dump.letters)
    expect(Object.keys(sums).length).toBeGreaterThan(2)
  })

  it('keeps what was being typed: the step is the last card of the recipe', async () => {
    const draft = (await house.drafts.read(`criteria:${dump.openId}`)) as { base: unknown[]; cards: CardWish[]; open: number }
    const standing = (await readSegment(house.db, dump.openId))!.steps.filter(({ undone }) => !undone)
    expect(draft.cards.slice(0, -1).map(({ id }) => id)).toEqual(standing.map(({ id }) => id))
    expect(draft.base).toEqual(draft.cards.slice(0, -1))
    expect(draft.cards.at(draft.open)).toMatchObject({
      kind: 'reduce',
      criteria: { match: 'any', items: [{ kind: 'text', values: ['hamburg'] }, { kind: 'interaction' }] },
      options: { entireCompanies: true },
    })
    expect(draft.cards.at(draft.open)).not.toHaveProperty('id')
    expect(await house.drafts.read('contact:new')).toEqual({ firstName: 'Halb' })
  })

  it('undoes and redoes every step of an open segment; lines come back as they were left', async () => {
    expect(await people(house, dump.openId)).toEqual(dump.standing)
    const standing = await lines(house, dump.openId)
    await good(redoStep(house, dump.openId))
    expect((await lines(house, dump.openId)).length).toBe(standing.length - 17)
    const steps = (await readSegment(house.db, dump.openId))!.steps.length
    for (let left = steps; left > 0; left--) await good(undoStep(house, dump.openId))
    expect(await lines(house, dump.openId)).toEqual([])
    await good(redoStep(house, dump.openId))
    const [first, second] = await lines(house, dump.openId)
    expect(first?.own).toMatchObject({ subject: 'Für die Erste', languageCode: 'de' })
    expect(second?.comment).toBe('Bis bald am Stand')
    for (let left = steps - 2; left > 0; left--) await good(redoStep(house, dump.openId))
    expect(await lines(house, dump.openId)).toEqual(standing)
  })

  it('uses its saved criteria again, and logs', async () => {
    const made = (await good(createSegment(house, 'Once more'))).value
    await good(reuseCriteria(house, made, dump.savedId, 'replace'))
    expect(await people(house, made)).toEqual(await people(house, dump.reusedId))
    const { rev } = (await house.db.segments.get(dump.openId))!
    const logged = await good(logSegment(house, dump.openId, { rev, followUp: undefined }))
    expect(logged.entries).toBe(dump.standing.length - logged.leftOut)
    expect((await house.db.loggedSegments.get(logged.loggedId))?.steps).toHaveLength(7)
  })
})
