// Campaigns, and the entry each logged segment leaves in one. BC: Campaign/Campaign.Table.al, Campaign/CampaignEntry.Table.al
import * as z from 'zod/mini'
import { id, type CampaignEntryId, type CampaignId, type LoggedSegmentId, type SalespersonId } from './ids.ts'
import { day, row } from './parts.ts'

export const Campaign = z.object({
  ...row,
  id: id<CampaignId>(),
  no: z.string(),
  description: z.string(),
  startingDay: z.optional(day),
  endingDay: z.optional(day),
  salespersonId: z.optional(id<SalespersonId>()),
})
export type Campaign = z.infer<typeof Campaign>

export const CampaignEntry = z.object({
  ...row,
  id: id<CampaignEntryId>(),
  campaignId: id<CampaignId>(),
  loggedSegmentId: z.optional(id<LoggedSegmentId>()),
  day,
  description: z.string(),
  salespersonId: z.optional(id<SalespersonId>()),
  cancelled: z.boolean(),
})
export type CampaignEntry = z.infer<typeof CampaignEntry>
