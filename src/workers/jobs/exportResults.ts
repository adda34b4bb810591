// What campaigns came to, entry by entry: the figures of the campaign's page, with who answered.
import { responseRates } from '../../core/campaign/responseRates.ts'
import { cancelledAmong } from '../../core/interaction/cancel.ts'
import { exportNamesOf } from '../../exchange/exportNames.ts'
import { resultColumns, type ResultOut } from '../../exchange/exportLog.ts'
import type { Campaign, CampaignEntry } from '../../model/campaign.ts'
import type { CampaignEntryId, CampaignId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Database } from '../../storage/database.ts'
import { readLists } from '../../storage/read/lists.ts'
import { readCancelled } from './columnNews.ts'
import { rowsAtHand, type Rows } from './exportRows.ts'

/** @param campaignId missing = all campaigns */
export async function resultRows(db: Database, campaignId?: CampaignId): Promise<Rows<ResultOut>> {
  const lists = await readLists(db)
  const names = exportNamesOf(lists)
  const off = await readCancelled(db)
  const rows: ResultOut[] = []
  for (const campaign of lists.campaigns) {
    if (campaignId !== undefined && campaign.id !== campaignId) continue
    const entries = await db.campaignEntries.where('campaignId').equals(campaign.id).toArray()
    const interactions = await db.entries.where('campaignId').equals(campaign.id).toArray()
    rows.push(...resultsOf(campaign, entries, interactions, off).map((row) => ({ ...row, names })))
  }
  return rowsAtHand(resultColumns, rows)
}

type Result = Omit<ResultOut, 'names'>

/** One row for each entry of the campaign by its day, and one for interactions that no entry stands for. */
export function resultsOf(
  campaign: Campaign,
  entries: readonly CampaignEntry[],
  interactions: readonly InteractionLogEntry[],
  off: ReadonlySet<LoggedSegmentId>,
): Result[] {
  const known = new Set<string>(entries.map(({ id }) => id))
  const ofSegment = new Map(entries.map((entry) => [entry.loggedSegmentId, entry.id]))
  const placed = interactions.map((one) => {
    const key = one.campaignEntryId ?? (one.loggedSegmentId && ofSegment.get(one.loggedSegmentId)) ?? ''
    return { ...one, campaignEntryId: (known.has(key) ? key : '') as CampaignEntryId }
  })
  // Counted together, so that an answer is found wherever it stands, as on the page.
  const ground = { entries: placed, cancelled: off, campaigns: new Map([[campaign.id, campaign]]) }
  const shares = new Map(responseRates(ground, { campaignId: campaign.id }).by.segment.map((share) => [share.key, share]))
  const numbers = numbersOf(placed, off)
  const rowOf = (entry: CampaignEntry | undefined): Result => {
    const { contacted = 0, answered = 0, interested = 0, ordered = 0, cost = 0, duration = 0 } = shares.get(entry?.id ?? '') ?? {}
    const { all, counted } = numbers.get(entry?.id ?? '') ?? { all: 0, counted: 0 }
    return {
      ...{ campaign, entry, interactions: counted, people: contacted, responses: answered, interested, ordered, cost, duration },
      cancelled: entry !== undefined && (entry.cancelled || (all > 0 && counted === 0)),
    }
  }
  const rows = entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(rowOf)
  return numbers.has('') ? [...rows, rowOf(undefined)] : rows
}

/** How many interactions each campaign entry has, and how many of them count. */
function numbersOf(placed: readonly InteractionLogEntry[], off: ReadonlySet<LoggedSegmentId>) {
  const numbers = new Map<string, { all: number; counted: number }>()
  for (const one of placed) {
    const number = numbers.get(one.campaignEntryId ?? '') ?? { all: 0, counted: 0 }
    number.all++
    if (!cancelledAmong(one, off)) number.counted++
    numbers.set(one.campaignEntryId ?? '', number)
  }
  return numbers
}
