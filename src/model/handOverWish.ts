// What is handed over: a campaign with all that belongs to it, or chosen parts.
import type { CampaignId, ContactId, LoggedSegmentId, SavedCriteriaId, SegmentId, TemplateId } from './ids.ts'

/** Whatever these rest on goes along: people of a segment, their companies, documents of a template, the short lists. */
export interface HandOverWish {
  campaignIds: readonly CampaignId[]
  segmentIds: readonly SegmentId[]
  loggedSegmentIds: readonly LoggedSegmentId[]
  contactIds: readonly ContactId[] | 'all'
  criteriaIds: readonly SavedCriteriaId[]
  templateIds: readonly TemplateId[]
  /** What happened with these people before: their interactions, tasks, opportunities and purchases. */
  history: boolean
}

export const nothingWished: HandOverWish = {
  ...{ campaignIds: [], segmentIds: [], loggedSegmentIds: [], contactIds: [], criteriaIds: [], templateIds: [], history: false },
}
