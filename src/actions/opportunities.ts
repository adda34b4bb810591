// Opportunities: made for one contact or for many, changed, won, lost, open again, deleted.
import { ok, refuse, type Result } from '../base/result.ts'
import { seriesOr } from '../core/numbers.ts'
import {
  planOpportunityChange,
  planOpportunityClose,
  planOpportunityDelete,
  planOpportunityReopen,
  type Closing,
} from '../core/opportunity/closing.ts'
import { planOpportunities, type MadeFrom, type OpportunityAbout, type OpportunityFields } from '../core/opportunity/opportunity.ts'
import type { Failure } from '../model/failure.ts'
import type { OpportunityId } from '../model/ids.ts'
import type { Opportunity } from '../model/task.ts'
import type { Committed } from '../storage/commit.ts'
import { readSeries, readTablet } from '../storage/read/lists.ts'
import { readNaming } from '../storage/read/opportunities.ts'
import { readMeant } from './aboutPeople.ts'
import { planAndWrite, write, type House } from './house.ts'

export interface OpportunitiesMade {
  ids: OpportunityId[]
  /** Privacy blocked, minors and contacts that are gone: nothing was made for them. */
  leftOut: number
}

/**
 * One opportunity for each of these; entries they are made of name them from then on. Whoever must not be contacted is left out; when nobody
 * is left it is refused with `withheld` or `nobodyLeft`. Other failures: `opportunityRefused` with all problems, `opportunityOfCancelled`,
 * `opportunityThere`.
 */
export function createOpportunities(
  house: House,
  fields: OpportunityFields,
  about: readonly OpportunityAbout[],
): Promise<Result<Committed & { value: OpportunitiesMade }, Failure>> {
  return planAndWrite(house, 'createOpportunities', async () => {
    const meant = await readMeant(house, about)
    if (!meant.ok) return meant
    const [stored, tablet, from] = await Promise.all([
      readSeries(house.db, 'opportunity'),
      readTablet(house.db),
      readFrom(house, meant.value.about),
    ])
    const series = seriesOr(stored, 'opportunity')
    const planned = planOpportunities(fields, meant.value.about, series, tablet?.prefix ?? '', house.occasion(), from)
    if (!planned.ok) return planned
    const { changes, ids } = planned.value
    return ok({ changes: { ...changes, untouched: meant.value.untouched }, value: { ids, leftOut: meant.value.leftOut } })
  })
}

/** Those of the log that opportunities are made of; one that is gone meanwhile is not named. */
async function readFrom({ db }: House, about: readonly OpportunityAbout[]): Promise<MadeFrom> {
  const found = await db.entries.bulkGet(about.flatMap(({ entryId }) => entryId ?? []))
  const entries = found.filter((entry) => entry !== undefined)
  const states = await db.loggedStates.bulkGet(entries.flatMap(({ loggedSegmentId }) => loggedSegmentId ?? []))
  return { entries, cancelled: new Set(states.flatMap((state) => (state?.cancelled ? state.id : []))) }
}

/** Other values, as it was read. Failures: `opportunityRefused`, `stale`. */
export async function changeOpportunity(
  house: House,
  opportunity: Opportunity,
  fields: OpportunityFields,
): Promise<Result<Committed, Failure>> {
  const planned = planOpportunityChange(opportunity, fields)
  return planned.ok ? write(house, planned.value, 'changeOpportunity') : planned
}

/** It is won or lost. Failures: `opportunityRefused`, `stale`. */
export async function closeOpportunity(house: House, opportunity: Opportunity, closing: Closing): Promise<Result<Committed, Failure>> {
  const planned = planOpportunityClose(opportunity, closing)
  return planned.ok ? write(house, planned.value, 'closeOpportunity') : planned
}

export const reopenOpportunity = (house: House, opportunity: Opportunity): Promise<Result<Committed, Failure>> =>
  write(house, planOpportunityReopen(opportunity), 'reopenOpportunity')

/** Gone for good; entries and tasks that named it stay. */
export function deleteOpportunity(house: House, id: OpportunityId): Promise<Result<Committed & { value: undefined }, Failure>> {
  return planAndWrite(house, 'deleteOpportunity', async () => {
    const opportunity = await house.db.opportunities.get(id)
    if (!opportunity) return refuse({ code: 'notFound', table: 'opportunities', id })
    return ok({ changes: planOpportunityDelete(opportunity, await readNaming(house.db, id)), value: undefined })
  })
}
