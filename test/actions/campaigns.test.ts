// Campaigns through the actions, with what rests on them: criteria that ask for an answer, rounds of calls, another window in between.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteCampaign, deleteCampaignEntries, saveResponseStatuses } from '../../src/actions/campaigns.ts'
import type { House } from '../../src/actions/house.ts'
import { respond } from '../../src/actions/responses.ts'
import { toDay } from '../../src/base/day.ts'
import { responseStatusesOf } from '../../src/core/campaign/responses.ts'
import type { CallRound } from '../../src/model/callRound.ts'
import type { CampaignEntry, ResponseStatus } from '../../src/model/campaign.ts'
import type { EntryWhere, SavedCriteria } from '../../src/model/criteria.ts'
import type { CallRoundId, CampaignEntryId, EntryId, LoggedSegmentId, ResponseStatusId, SavedCriteriaId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readFollowUpFacts } from '../../src/storage/read/followUp.ts'
import { all, campaign, entry, person, segmentOf, today } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

const id = (name: string) => name as ResponseStatusId
const status = (name: string, counts: ResponseStatus['counts'] = 'response'): ResponseStatus => ({
  id: id(name),
  description: `${name} it is`,
  counts,
})
const own = [status('comes', 'interested'), status('declines'), status('late', 'no')]
const fair = campaign({ description: 'Fair', responseStatuses: own })
const spring = campaign({ description: 'Spring', no: 'CP00002' })
const [anna, bert] = [person({ name: 'Anna Berg' }), person({ name: 'Bert Hof' })]
const mailing = 'mailing' as LoggedSegmentId
const sent = (who: typeof anna, answer?: string, of = fair) =>
  entry(who, '2026-11-02', {
    ...{ id: `sent ${who.id}` as EntryId, campaignId: of.id, loggedSegmentId: mailing },
    ...(answer ? { responseStatusId: id(answer), respondedDay: toDay('2026-11-05') } : {}),
  })

let house: House
const put = async (rows: Changes['put']) => {
  const done = await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  if (!done.ok) throw new Error(done.failure.code)
}
beforeEach(async () => {
  house = openHouse()
  await put({ contacts: [anna, bert], campaigns: [fair, spring] })
})
const without = (gone: string, replacing: Record<string, string> = {}, on = house) =>
  saveResponseStatuses(
    ...([on, fair.id, own.filter((one) => one.id !== id(gone)), replacing as Record<string, ResponseStatusId>] as const),
    {},
  )

describe('An answer that another window takes off the campaign while it is being given', () => {
  const meanwhile = (act: () => Promise<unknown>) => {
    const read = house.db.campaigns.toArray.bind(house.db.campaigns)
    vi.spyOn(house.db.campaigns, 'toArray').mockImplementationOnce((async () => {
      const rows = await read()
      await act()
      return rows
    }) as never)
  }
  it('is refused with a sentence, and nothing is written', async () => {
    await put({ entries: [sent(anna), sent(bert, 'comes')] })
    meanwhile(() => good(without('declines', {}, openHouse(house.db))))
    const done = await respond(house, [sent(anna).id], id('declines'), { day: today })
    expect(done).toMatchObject({ ok: false, failure: { code: 'responseUnknown', count: 1 } })
    expect(await house.db.entries.get(sent(anna).id)).not.toHaveProperty('responseStatusId')
  })

  it('is not left behind either when it was given while the other window was taking it off', async () => {
    await put({ entries: [sent(anna), sent(bert, 'comes')] })
    const other = openHouse(house.db)
    const where = house.db.entries.where.bind(house.db.entries)
    vi.spyOn(house.db.entries, 'where').mockImplementationOnce(((index: string) => ({
      equals: (key: string) => ({
        toArray: async () => {
          const rows = await where(index).equals(key).toArray()
          await good(respond(other, [sent(anna).id], id('declines'), { day: today }))
          return rows
        },
      }),
    })) as never)
    expect(await without('declines')).toMatchObject({ ok: false, failure: { code: 'responseInUse', count: 1 } })
    expect(responseStatusesOf(await house.db.campaigns.get(fair.id))).toEqual(own)
  })
})

describe('Campaign entries that are cancelled and deleted', () => {
  const ofCalls: CampaignEntry = {
    ...{ id: 'calls' as CampaignEntryId, rev: 0, campaignId: fair.id, day: today, description: 'Calls', cancelled: true },
    ...{ segmentId: 'open' as never },
  }
  const round = {
    ...{ id: 'round' as CallRoundId, rev: 0, segmentId: 'open', description: 'Calls', contactIds: [], startedDay: today },
    campaignEntryId: ofCalls.id,
  } as unknown as CallRound

  it('are forgotten by the round whose calls they stood for, and known to it again by undo', async () => {
    await put({ campaignEntries: [ofCalls], callRounds: [round] })
    const before = await contents(house)
    const done = await good(deleteCampaignEntries(house, fair.id))
    expect(await house.db.campaignEntries.count()).toBe(0)
    expect(await house.db.callRounds.get(round.id)).not.toHaveProperty('campaignEntryId')
    await good(done.takeBack())
    expect(await contents(house)).toEqual(before)
  })
})

const asking = (responseStatusIds: string[], where: EntryWhere = {}) =>
  all({ kind: 'interaction', operator: 'has', atLeast: 1, where: { ...where, responseStatusIds: responseStatusIds.map(id) } })
const options = {
  allowExisting: true,
  expandCompanies: false,
  allowRelatedCompanies: false,
  ignoreExclusion: false,
  entireCompanies: false,
}

describe('Criteria that ask for an answer', () => {
  const saved = (criteria = asking(['declines', 'comes'])): SavedCriteria => ({
    ...{ id: 'saved' as SavedCriteriaId, rev: 0, code: 'NO', description: '', savedBy: 'Vera' },
    ...{ changedAt: '2026-11-22T10:00:00.000Z', steps: [{ kind: 'add', criteria, options }] },
  })
  const step = {
    ...{ id: 'step', rev: 0, segmentId: segmentOf([]).segment.id, kind: 'add', criteria: asking(['declines']), options },
    outcome: { added: [], removed: [] },
  }
  const whereOf = async () => {
    const rule = (await house.db.savedCriteria.get('saved'))?.steps[0]?.criteria.items[0]
    return rule?.kind === 'interaction' ? rule.where : undefined
  }

  it('ask for the one that took its place, saved, in steps and while they are typed; undo brings all back', async () => {
    await put({ entries: [sent(anna, 'declines')], savedCriteria: [saved()], steps: [step as never] })
    await house.drafts.write('segment:x:wish', { cards: [{ criteria: asking(['declines']) }] }, '2026-11-20')
    const before = [await contents(house), await house.drafts.list()]
    const done = await good(without('declines', { declines: 'comes' }))
    expect(done.entries).toBe(1)
    expect(await whereOf()).toEqual({ responseStatusIds: ['comes'] })
    const stored = JSON.stringify([await house.db.steps.toArray(), await house.drafts.list()])
    expect(stored).not.toContain('declines')
    expect(stored.match(/"responseStatusIds":\["comes"\]/g)).toHaveLength(2)
    await good(done.takeBack())
    expect([await contents(house), await house.drafts.list()]).toEqual(before)
  })

  it.each<[string, string, string, EntryWhere | undefined, EntryWhere]>([
    ['of this campaign alone, for one that others have too: only here', 'declines', 'order', undefined, { campaignIds: [fair.id] }],
    [
      'named together with another campaign',
      'declines',
      'comes',
      { campaignIds: [fair.id, spring.id] },
      { campaignIds: [fair.id, spring.id] },
    ],
  ])('follow %s', async (_, gone, to, where, after) => {
    await put({ savedCriteria: [saved(asking([gone], where))] })
    const next = [...own.filter(({ id: one }) => one !== id(gone)), { id: id('order'), description: '', counts: 'order' as const }]
    await good(saveResponseStatuses(house, fair.id, next, { [gone]: id(to) }, { order: 'Order' }))
    expect(await whereOf()).toEqual({ ...after, responseStatusIds: [to] })
  })

  it.each<[string, string, EntryWhere, string[]]>([
    ['that other campaigns still give: both, when the new one is of this campaign', 'fits', {}, ['callBack', 'fits']],
    ['that other campaigns still give, in this campaign alone: only the new one', 'fits', { campaignIds: [spring.id] }, ['fits']],
    ['of another campaign: as before', 'fits', { campaignIds: [fair.id] }, ['callBack']],
    ['that other campaigns still tell from the new one: as before', 'interested', {}, ['callBack']],
  ])('ask for a shipped answer %s', async (_, to, where, after) => {
    await put({ savedCriteria: [saved(asking(['callBack'], where))], entries: [sent(anna, 'callBack', spring)] })
    const next = [...responseStatusesOf(spring).filter(({ id: one }) => one !== id('callBack')), status('fits')]
    const names = Object.fromEntries(next.map((one) => [one.id, one.id]))
    await good(saveResponseStatuses(house, spring.id, next, { callBack: id(to) }, names))
    expect((await whereOf())?.responseStatusIds).toEqual(after)
  })
})

describe('A campaign that is deleted', () => {
  it('leaves those who answered it by themselves to be chosen for a follow-up', async () => {
    const rang = entry(anna, '2026-11-06', { id: 'rang' as EntryId, campaignId: fair.id, campaignResponse: true })
    await put({
      entries: [sent(anna), sent(bert), rang],
      loggedSegments: [{ id: mailing, rev: 0, no: 'SM1', header: { description: 'Mailing' }, steps: [] } as never],
    })
    await good(deleteCampaign(house, fair.id))
    const facts = await readFollowUpFacts(house.db, mailing)
    expect(facts?.entries.map((one) => one.id)).toContain(rang.id)
  })

  it('stays while criteria ask for an answer that only it knows; for a shipped one they do not keep it', async () => {
    const asks = (name: string): SavedCriteria => ({
      ...{ id: name as SavedCriteriaId, rev: 0, code: name.toUpperCase(), description: '', savedBy: 'Vera' },
      ...{ changedAt: '2026-11-22T10:00:00.000Z', steps: [{ kind: 'add', criteria: asking([name]), options }] },
    })
    await put({ savedCriteria: [asks('comes'), asks('order')] })
    expect(await deleteCampaign(house, fair.id)).toMatchObject({ ok: false, failure: { code: 'inUse', names: ['COMES'] } })
    await good(deleteCampaign(house, spring.id))
  })
})
