// What campaigns came to, entry by entry: the figures of the campaign's page, with who answered.
import { cancelledAmong } from '../../core/interaction/cancel.ts'
import { exportNamesOf } from '../../exchange/exportNames.ts'
import { resultColumns, type ResultOut } from '../../exchange/exportLog.ts'
import type { Campaign, CampaignEntry } from '../../model/campaign.ts'
import type { CampaignId, ContactId, LoggedSegmentId } from '../../model/ids.ts'
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
  const ofSegment = new Map(entries.map((entry) => [entry.loggedSegmentId, entry.id]))
  const shares = new Map<string, InteractionLogEntry[]>()
  for (const one of interactions) {
    const key = one.campaignEntryId ?? (one.loggedSegmentId && ofSegment.get(one.loggedSegmentId)) ?? ''
    shares.set(key, [...(shares.get(key) ?? []), one])
  }
  const rows = entries
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map((entry) => sumOf(campaign, entry, shares.get(entry.id) ?? [], off))
  const known = new Set(entries.map(({ id }) => id as string))
  const rest = [...shares].flatMap(([key, list]) => (known.has(key) ? [] : list))
  return rest.length > 0 ? [...rows, sumOf(campaign, undefined, rest, off)] : rows
}

function sumOf(
  campaign: Campaign,
  entry: CampaignEntry | undefined,
  all: readonly InteractionLogEntry[],
  off: ReadonlySet<LoggedSegmentId>,
): Result {
  const counted = all.filter((one) => !cancelledAmong(one, off))
  const people = new Set<ContactId>(counted.map(({ contactId }) => contactId))
  const answered = counted.filter(({ respondedDay, campaignResponse }) => respondedDay !== undefined || campaignResponse)
  const cost = counted.reduce((sum, one) => sum + one.cost, 0)
  return {
    ...{ campaign, entry, interactions: counted.length, people: people.size },
    responses: new Set(answered.map(({ contactId }) => contactId)).size,
    cost: Math.round(cost * 100) / 100,
    duration: counted.reduce((sum, one) => sum + one.duration, 0),
    cancelled: entry !== undefined && (entry.cancelled || (all.length > 0 && counted.length === 0)),
  }
}
