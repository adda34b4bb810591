// What is done with a campaign and all that hangs on it, which may be long: its answers changed, its entries cancelled or deleted, itself
// deleted. What it takes to undo one stays here, asked for by the number of the commit.
import { ok, refuse, type Result } from '../../base/result.ts'
import {
  isOfEntry,
  planCancelCampaignEntry,
  planDeleteCampaignEntries,
  planUncancelCampaignEntry,
  type WithInteractions,
} from '../../core/campaign/campaignEntries.ts'
import { answersLost, planDeleteCampaign } from '../../core/campaign/deleteCampaign.ts'
import { askedAnew, asksForAnswer, onlyOf, planStatusCriteria, type AskingRows } from '../../core/campaign/statusCriteria.ts'
import { answersGiven, becameOf, planResponseStatuses, type Replacing } from '../../core/campaign/statuses.ts'
import type { CampaignEntry, ResponseStatus } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignId, ResponseStatusId } from '../../model/ids.ts'
import { joinChanges, noChanges, type Changes } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import { commit, type Committed } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { restoreDrafts, writeListChange, type DraftChange } from '../../storage/keep/lists.ts'
import { readCampaignEntries, readCampaignUses, readHangingOnCampaign, readInteractionsOf } from '../../storage/read/campaigns.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

/** `rev`: of its commit, 0 when nothing was to change. */
type Acted<T> = Promise<Result<T & { rev: number }, Failure>>

export interface CampaignActJobs {
  /** By answer, how many interactions of the campaign give it. */
  answersGiven: (id: CampaignId) => Promise<Record<string, number>>
  /** Failures: `nameBlank`, `nameTaken`, `responseInUse`, `stale`. @param names what shipped answers are called, by their ids */
  saveResponseStatuses: (
    id: CampaignId,
    statuses: readonly ResponseStatus[],
    replacing: Replacing,
    names: Readonly<Record<string, string>>,
    occasion: PlainOccasion,
    job: number,
  ) => Acted<{ entries: number }>
  cancelCampaignEntry: (entry: CampaignEntry, reason: string, occasion: PlainOccasion, job: number) => Acted<{ interactions: number }>
  uncancelCampaignEntry: (entry: CampaignEntry, occasion: PlainOccasion, job: number) => Acted<{ interactions: number }>
  /** Those of the campaign that are cancelled, with their interactions. Failure `nothingCancelled`. */
  deleteCampaignEntries: (id: CampaignId, occasion: PlainOccasion, job: number) => Acted<{ entries: number; interactions: number }>
  /** What would go, and what keeps it from being deleted. */
  campaignHangs: (id: CampaignId) => Promise<{
    uses: Awaited<ReturnType<typeof readCampaignUses>>
    campaignEntries: number
    interactions: number
    /** Those that keep only whether and when they were answered. */
    answersLost: number
    isActive: boolean
  }>
  /** Failures: `notFound`, `inUse`, `stale`. */
  deleteCampaign: (id: CampaignId, occasion: PlainOccasion, job: number) => Acted<{ interactions: number }>
}

/** @property draft what an open form says from then on; where there is one, nothing may have been written since the reading */
type Planned<T> = Result<{ changes: Changes; value: T; draft?: (value: unknown) => unknown }, Failure>

export function campaignActJobs(db: Database, book: JobBook, acts: LastActs): CampaignActJobs {
  /** Plans and commits; once more on fresh data when another window was faster. */
  async function write<T extends object>(what: string, { now }: PlainOccasion, job: number, plan: () => Promise<Planned<T>>): Acted<T> {
    const progress = (at: number, total: number) => book.progress(job, at, total)
    for (let attempt = 1; ; attempt++) {
      const since = await lastRev(db)
      const planned = await plan()
      if (!planned.ok) return planned
      const { changes, value, draft } = planned.value
      if (Object.keys(changes.put).length + Object.keys(changes.remove).length === 0) return ok({ ...value, rev: 0 })
      const done: Result<Committed & { drafts?: DraftChange[] }, Failure> = draft
        ? await writeListChange(db, changes, { what, at: now, since, draft, progress })
        : await commit(db, changes, what, now, progress)
      if (!done.ok && (done.failure.code !== 'stale' || attempt === 2)) return done
      if (!done.ok) continue
      const { rev, inverse, drafts = [] } = done.value
      acts.keep(rev, what, inverse, () => restoreDrafts(db, drafts))
      return ok({ ...value, rev })
    }
  }
  const entryOf = async ({ campaignId, id }: CampaignEntry): Promise<Result<WithInteractions, Failure>> => {
    const [of] = await withInteractions(db, campaignId, (one) => one.id === id)
    return of ? ok(of) : refuse({ code: 'notFound', table: 'campaignEntries', id })
  }
  const toggled = async (entry: CampaignEntry, plan: (of: WithInteractions) => Changes): Promise<Planned<{ interactions: number }>> => {
    const of = await entryOf(entry)
    if (!of.ok) return of
    const changes = plan(of.value)
    return ok({ changes, value: { interactions: changes.put.entries?.length ?? 0 } })
  }
  return {
    answersGiven: async (id) => answersGiven(await readInteractionsOf(db, id)),
    saveResponseStatuses: (id, statuses, replacing, names, plain, job) =>
      write('saveResponseStatuses', plain, job, async () => {
        const campaign = await db.campaigns.get(id)
        if (!campaign) return refuse({ code: 'notFound', table: 'campaigns', id })
        const nameOf = (status: ResponseStatus) => status.description || (names[status.id] ?? '')
        const { today } = occasionOf(plain)
        const planned = planResponseStatuses(campaign, statuses, replacing, await readInteractionsOf(db, id), today, nameOf)
        if (!planned.ok) return planned
        const others = (await db.campaigns.toArray()).filter((one) => one.id !== id)
        const now = { campaignId: id, became: becameOf(campaign, statuses, replacing), others }
        const criteria = now.became.size > 0 ? planStatusCriteria(await readAsking(db), now) : noChanges()
        return ok({
          changes: joinChanges(planned.value.changes, criteria),
          value: { entries: planned.value.entries },
          draft: (value: unknown) => askedAnew(value, now),
        })
      }),
    cancelCampaignEntry: (entry, reason, plain, job) =>
      write('cancelCampaignEntry', plain, job, () => toggled(entry, (of) => planCancelCampaignEntry(of, reason))),
    uncancelCampaignEntry: (entry, plain, job) =>
      write('uncancelCampaignEntry', plain, job, () => toggled(entry, planUncancelCampaignEntry)),
    deleteCampaignEntries: (id, plain, job) =>
      write('deleteCampaignEntries', plain, job, async () => {
        const all = await withInteractions(db, id, ({ cancelled }) => cancelled)
        const planned = planDeleteCampaignEntries(all, await db.callRounds.toArray())
        return planned.ok
          ? ok({ changes: planned.value.changes, value: { entries: all.length, interactions: planned.value.interactions } })
          : planned
      }),
    campaignHangs: async (id) => {
      const [uses, hanging] = [await usesOf(db, id), await readHangingOnCampaign(db, id)]
      const { campaignEntries, interactions, targetGroup } = hanging
      const campaign = await db.campaigns.get(id)
      return {
        ...{ uses, campaignEntries: campaignEntries.length, interactions: interactions.length, isActive: targetGroup !== undefined },
        answersLost: campaign ? answersLost(campaign, interactions) : 0,
      }
    },
    deleteCampaign: (id, plain, job) =>
      write('deleteCampaign', plain, job, async () => {
        const campaign = await db.campaigns.get(id)
        if (!campaign) return refuse({ code: 'notFound', table: 'campaigns', id })
        const hanging = await readHangingOnCampaign(db, id)
        const planned = planDeleteCampaign(campaign, hanging, await usesOf(db, id))
        return planned.ok ? ok({ changes: planned.value, value: { interactions: hanging.interactions.length } }) : planned
      }),
  }
}

/** What keeps it from being deleted: what names it, and what asks for an answer that only this campaign knows. */
async function usesOf(db: Database, id: CampaignId) {
  const campaigns = await db.campaigns.toArray()
  const campaign = campaigns.find((one) => one.id === id)
  const others = campaigns.filter((one) => one.id !== id)
  const own = campaign ? onlyOf(campaign, others) : new Set<ResponseStatusId>()
  return readCampaignUses(db, id, (row) => asksForAnswer(row, own))
}

async function readAsking(db: Database): Promise<AskingRows> {
  const [savedCriteria, steps, loggedSegments] = await Promise.all([
    db.savedCriteria.toArray(),
    db.steps.toArray(),
    db.loggedSegments.toArray(),
  ])
  return { savedCriteria, steps, loggedSegments }
}

/** Those campaign entries, each with its interactions. */
async function withInteractions(db: Database, id: CampaignId, which: (entry: CampaignEntry) => boolean): Promise<WithInteractions[]> {
  const found = (await readCampaignEntries(db, id)).filter(which)
  const all = found.length > 0 ? await readInteractionsOf(db, id) : []
  return found.map((entry) => ({ entry, interactions: all.filter((one) => isOfEntry(entry, one)) }))
}
