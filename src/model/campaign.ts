// Campaigns, the entry each logged segment leaves in one, what may be answered to one, and whom it is for.
// BC: Campaign/Campaign.Table.al, Campaign/CampaignEntry.Table.al, Campaign/CampaignStatus.Table.al, Campaign/CampaignTargetGroup.Table.al
import * as z from 'zod/mini'
import {
  id,
  type CampaignEntryId,
  type CampaignId,
  type CampaignStatusId,
  type ContactId,
  type LoggedSegmentId,
  type ResponseStatusId,
  type SalespersonId,
  type SegmentId,
} from './ids.ts'
import { day, instant, row } from './parts.ts'

/** Where a campaign stands, as planned or running. BC: Campaign/CampaignStatus.Table.al */
export const CampaignStatus = z.object({ ...row, id: id<CampaignStatusId>(), code: z.string(), description: z.string() })
export type CampaignStatus = z.infer<typeof CampaignStatus>

/** As what an answer counts: as none ("not delivered"), as a response, as one that is interested, as an order. Each counts as those before it. */
export const ResponseCounts = z.enum(['no', 'response', 'interested', 'order'])
export type ResponseCounts = z.infer<typeof ResponseCounts>

/** One of the answers that may come to a campaign. Of a shipped one the description is blank until it is said in words of one's own. */
export const ResponseStatus = z.object({ id: id<ResponseStatusId>(), description: z.string(), counts: ResponseCounts })
export type ResponseStatus = z.infer<typeof ResponseStatus>

export const Campaign = z.object({
  ...row,
  id: id<CampaignId>(),
  no: z.string(),
  description: z.string(),
  startingDay: z.optional(day),
  endingDay: z.optional(day),
  salespersonId: z.optional(id<SalespersonId>()),
  statusId: z.optional(id<CampaignStatusId>()),
  /** Missing = the shipped ones: `responseStatusesOf`. */
  responseStatuses: z.optional(z.array(ResponseStatus)),
  /** Remarks. BC: Rlshp. Mgt. Comment Line of a campaign */
  notes: z.optional(z.string()),
})
export type Campaign = z.infer<typeof Campaign>

export const CampaignEntry = z.object({
  ...row,
  id: id<CampaignEntryId>(),
  campaignId: id<CampaignId>(),
  loggedSegmentId: z.optional(id<LoggedSegmentId>()),
  /** Of calls from an open segment: all of them share one entry. */
  segmentId: z.optional(id<SegmentId>()),
  day,
  description: z.string(),
  salespersonId: z.optional(id<SalespersonId>()),
  cancelled: z.boolean(),
  cancelReason: z.optional(z.string()),
})
export type CampaignEntry = z.infer<typeof CampaignEntry>

/**
 * Whom an active campaign is for, one row for each campaign that was activated: companies, and people without one.
 * BC: Campaign/CampaignTargetGroup.Table.al holds the company of each contact
 */
export const TargetGroup = z.object({
  ...row,
  /** The campaign's. */
  id: id<CampaignId>(),
  contactIds: z.array(id<ContactId>()),
  activatedAt: instant,
})
export type TargetGroup = z.infer<typeof TargetGroup>
