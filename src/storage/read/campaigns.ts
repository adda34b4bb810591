// Campaigns with what belongs to them: whom they are for, what was logged, and what names them.
import type { CampaignEntry, TargetGroup } from '../../model/campaign.ts'
import type { CampaignEntryId, CampaignId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Line, Segment } from '../../model/segment.ts'
import type { Database } from '../database.ts'
import { byId, watch, type Watched } from './watch.ts'

/** By campaign, the target group of each that is active. */
export const watchTargetGroups = (db: Database): Watched<Map<CampaignId, TargetGroup>> =>
  watch(async () => byId(await db.targetGroups.toArray()))

export const readTargetGroup = (db: Database, id: CampaignId): Promise<TargetGroup | undefined> => db.targetGroups.get(id)

export const readInteractionsOf = (db: Database, id: CampaignId): Promise<InteractionLogEntry[]> =>
  db.entries.where('campaignId').equals(id).toArray()

/** Campaign entries that are cancelled by themselves. */
export const readCancelledCampaignEntries = async (db: Database): Promise<Set<CampaignEntryId>> =>
  new Set((await db.campaignEntries.filter(({ cancelled }) => cancelled).toArray()).map(({ id }) => id))

/** What a campaign got of each logged segment, call or round. */
export const readCampaignEntries = (db: Database, id: CampaignId): Promise<CampaignEntry[]> =>
  db.campaignEntries.where('campaignId').equals(id).toArray()

/** Open segments whose lines may name the campaign: by their header, a line of theirs, or a template. */
export async function readSegmentsOf(db: Database, id: CampaignId): Promise<{ segment: Segment; lines: Line[] }[]> {
  const [segments, templates] = await Promise.all([db.segments.toArray(), db.templates.toArray()])
  const naming = new Set(templates.flatMap((template) => (template.campaignId === id ? template.id : [])))
  const found: { segment: Segment; lines: Line[] }[] = []
  for (const segment of segments) {
    const { lines = [] } = (await db.segmentLines.get(segment.id)) ?? {}
    const byTemplate = (templateId: Segment['templateId']) => templateId !== undefined && naming.has(templateId)
    const named = lines.some(({ own }) => own.campaignId === id || byTemplate(own.templateId))
    if (named || segment.campaignId === id || byTemplate(segment.templateId)) found.push({ segment, lines })
  }
  return found
}

/** Something open that names a campaign. */
export interface CampaignUseRow {
  kind: 'segments' | 'templates' | 'savedCriteria' | 'tasks' | 'opportunities'
  id: string
  name: string
}

/**
 * What keeps a campaign from being deleted: open segments, templates, criteria, and tasks and opportunities that are open.
 * @param asks whether criteria ask for something that goes with it, though they do not name it
 */
export async function readCampaignUses(db: Database, id: CampaignId, asks: (row: object) => boolean): Promise<CampaignUseRow[]> {
  const names = (row: object) => JSON.stringify(row).includes(id) || asks(row)
  const [templates, criteria, tasks, opportunities] = await Promise.all([
    db.templates.filter(({ campaignId }) => campaignId === id).toArray(),
    db.savedCriteria.filter(names).toArray(),
    db.tasks.where('campaignId').equals(id).toArray(),
    db.opportunities.where('campaignId').equals(id).toArray(),
  ])
  return [
    ...(await readSegmentUses(db, id, names)),
    ...templates.map(({ id: key, description, code }) => ({ kind: 'templates' as const, id: key, name: description || code })),
    ...criteria.map(({ id: key, description, code }) => ({ kind: 'savedCriteria' as const, id: key, name: description || code })),
    ...tasks
      .filter(({ status, cancelled }) => status !== 'completed' && !cancelled)
      .map(({ id: key, description, no }) => ({ kind: 'tasks' as const, id: key, name: description || no })),
    ...opportunities
      .filter(({ status }) => status === 'open')
      .map(({ id: key, description, no }) => ({ kind: 'opportunities' as const, id: key, name: description || no })),
  ]
}

/** Open segments that name it in their header, in a line or in a step. */
async function readSegmentUses(db: Database, id: CampaignId, names: (row: object) => boolean): Promise<CampaignUseRow[]> {
  const asking = new Set((await db.steps.filter(names).toArray()).map(({ segmentId }) => segmentId))
  const found: CampaignUseRow[] = []
  for (const segment of await db.segments.toArray()) {
    const { lines = [] } = (await db.segmentLines.get(segment.id)) ?? {}
    if (segment.campaignId !== id && !asking.has(segment.id) && !lines.some(({ own }) => own.campaignId === id)) continue
    found.push({ kind: 'segments', id: segment.id, name: segment.description || segment.no })
  }
  return found
}

/** What goes with a campaign that is deleted, or loses its name. */
export async function readHangingOnCampaign(db: Database, id: CampaignId) {
  const [campaignEntries, targetGroup, interactions, tasks, opportunities, callRounds] = await Promise.all([
    readCampaignEntries(db, id),
    readTargetGroup(db, id),
    readInteractionsOf(db, id),
    db.tasks.where('campaignId').equals(id).toArray(),
    db.opportunities.where('campaignId').equals(id).toArray(),
    db.callRounds.toArray(),
  ])
  return { campaignEntries, targetGroup, interactions, tasks, opportunities, callRounds }
}
