// Campaigns: made, changed, deleted; the answers that may come to one; whom one is for; what it got of each logged segment.
import { ok, refuse, type Result } from '../base/result.ts'
import { campaignFields, campaignWith, type CampaignFields } from '../core/campaign/edit.ts'
import type { Replacing } from '../core/campaign/statuses.ts'
import { planActivate, planDeactivate } from '../core/campaign/targetGroup.ts'
import type { Campaign, CampaignEntry, ResponseStatus } from '../model/campaign.ts'
import type { Failure } from '../model/failure.ts'
import type { CampaignId } from '../model/ids.ts'
import { joinChanges, noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readTargetGroup } from '../storage/read/campaigns.ts'
import { plainOccasion, planAndWrite, undoLong, type House, type Undoable } from './house.ts'
import { nextNumber } from './numbers.ts'

type Made<T> = Promise<Result<Committed & { value: T }, Failure>>
type Acted<T> = Promise<Result<Undoable & T, Failure>>

/** Failures: `nameBlank`, `campaignDates`. */
export function createCampaign(house: House, fields: CampaignFields): Made<CampaignId> {
  return planAndWrite(house, 'createCampaign', async () => {
    const stored = campaignFields(fields)
    if (!stored.ok) return stored
    const { no, changes } = await nextNumber(house.db, 'campaign')
    const campaign: Campaign = { id: house.occasion().nextId(), rev: 0, no, ...stored.value }
    return ok({ changes: joinChanges(changes, { ...noChanges(), put: { campaigns: [campaign] } }), value: campaign.id })
  })
}

/** Changes these values of the campaign as it was read. Failures: `nameBlank`, `campaignDates`, `stale`. */
export function changeCampaign(house: House, campaign: Campaign, fields: CampaignFields): Made<undefined> {
  return planAndWrite(house, 'changeCampaign', () => {
    const stored = campaignFields(fields)
    if (!stored.ok) return Promise.resolve(stored)
    const changed = campaignWith(campaign, stored.value)
    return Promise.resolve(
      ok({ changes: { ...noChanges(), put: { campaigns: [changed] }, requires: [unchanged('campaigns', campaign)] }, value: undefined }),
    )
  })
}

/** Makes its target group, or collects it anew. Failures: `nobodyTargeted`, `notFound`. @returns how many are in it */
export function activateCampaign(house: House, id: CampaignId): Made<number> {
  return planAndWrite(house, 'activateCampaign', async () => {
    const contactIds = await house.calls.index.campaignTargets(id)
    const [campaign, group] = await Promise.all([house.db.campaigns.get(id), readTargetGroup(house.db, id)])
    if (!campaign) return refuse({ code: 'notFound', table: 'campaigns', id })
    const planned = planActivate(campaign, group, contactIds, house.occasion())
    return planned.ok ? ok({ changes: planned.value, value: contactIds.length }) : planned
  })
}

/** Nobody is its target group any more. */
export function deactivateCampaign(house: House, id: CampaignId): Made<undefined> {
  return planAndWrite(house, 'deactivateCampaign', async () => {
    const group = await readTargetGroup(house.db, id)
    return ok({ changes: group ? planDeactivate(group) : noChanges(), value: undefined })
  })
}

/**
 * Says which answers may come to the campaign; what was answered follows. Failures: `nameBlank`, `nameTaken`, `responseInUse`.
 * @param names what shipped answers are called, by their ids
 * @returns how many interactions say another answer, or whose day of the response came or went
 */
export const saveResponseStatuses = (
  house: House,
  id: CampaignId,
  statuses: readonly ResponseStatus[],
  replacing: Replacing,
  names: Readonly<Record<string, string>>,
): Acted<{ entries: number }> =>
  acted(house, (work, job) => work.saveResponseStatuses(id, statuses, replacing, names, plainOccasion(house), job))

/** Cancels a campaign entry with its interactions. */
export const cancelCampaignEntry = (house: House, entry: CampaignEntry, reason: string): Acted<{ interactions: number }> =>
  acted(house, (work, job) => work.cancelCampaignEntry(entry, reason, plainOccasion(house), job))

/** Lets it count again, with the interactions that were cancelled with it. */
export const uncancelCampaignEntry = (house: House, entry: CampaignEntry): Acted<{ interactions: number }> =>
  acted(house, (work, job) => work.uncancelCampaignEntry(entry, plainOccasion(house), job))

/** Deletes the cancelled entries of the campaign with their interactions. Failure `nothingCancelled`. */
export const deleteCampaignEntries = (house: House, id: CampaignId): Acted<{ entries: number; interactions: number }> =>
  acted(house, (work, job) => work.deleteCampaignEntries(id, plainOccasion(house), job))

/** Deletes the campaign; interactions keep its number. Failure `inUse` while something open names it. */
export const deleteCampaign = (house: House, id: CampaignId): Acted<{ interactions: number }> =>
  acted(house, (work, job) => work.deleteCampaign(id, plainOccasion(house), job))

/** A long act of the worker with its way back. */
async function acted<T extends { rev: number }>(
  house: House,
  run: (work: House['calls']['work'], job: number) => Promise<Result<T, Failure>>,
): Acted<T> {
  const done = await house.calls.watched({}, run)
  house.onWritten(done)
  return done.ok ? ok({ ...done.value, takeBack: () => undoLong(house, done.value.rev) }) : done
}
