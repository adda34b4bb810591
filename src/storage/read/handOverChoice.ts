// What can be handed over by itself: campaigns, segments, saved criteria, templates, each by its name.
import type { Listing } from '../../model/listing.ts'
import type { Database } from '../database.ts'
import { readTablet } from './lists.ts'
import { watch, type Watched } from './watch.ts'

export interface HandOverChoice {
  tablet: string
  campaignIds: Listing[]
  segmentIds: Listing[]
  /** The newest only. */
  loggedSegmentIds: Listing[]
  criteriaIds: Listing[]
  templateIds: Listing[]
}

/** So many logged segments are offered. */
const newest = 12

async function readHandOverChoice(db: Database): Promise<HandOverChoice> {
  const [tablet, campaigns, segments, logged, criteria, templates] = await Promise.all([
    readTablet(db),
    db.campaigns.toArray(),
    db.segments.toArray(),
    db.loggedSegments.toArray(),
    db.savedCriteria.toArray(),
    db.templates.toArray(),
  ])
  logged.sort((a, b) => (a.loggedAt < b.loggedAt ? 1 : -1))
  return {
    tablet: tablet?.name ?? '',
    campaignIds: campaigns.map(({ id, description, no }) => ({ id, label: description || no, hint: no })),
    segmentIds: segments.map(({ id, description, no }) => ({ id, label: description || no, hint: no })),
    loggedSegmentIds: logged
      .slice(0, newest)
      .map(({ id, header, no, counts }) => ({ id, label: header.description || no, hint: `${no} · ${counts.logged}` })),
    criteriaIds: criteria.map(({ id, code, description }) => ({ id, label: description || code, hint: code })),
    templateIds: templates.map(({ id, code, description }) => ({ id, label: description || code, hint: code })),
  }
}

export const watchHandOverChoice = (db: Database): Watched<HandOverChoice> => watch(() => readHandOverChoice(db))
