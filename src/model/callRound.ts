// A call round: the people of a segment called one after the other. Whom it has reached stands in the interaction log, entries naming it;
// where it stands, and what is being typed, is a draft. BC: SegmentLine.Table.al CreatePhoneCall, LogSegLinePhoneCall
import * as z from 'zod/mini'
import { id, type CallRoundId, type CampaignEntryId, type ContactId, type SalespersonId, type SegmentId, type TemplateId } from './ids.ts'
import { instant, row } from './parts.ts'

/** What came of a call. The attempt failed unless somebody who could decide was spoken to. */
export const CallOutcome = z.enum(['reached', 'callBack', 'noAnswer', 'message', 'notInterested', 'wrongNumber'])
export type CallOutcome = z.infer<typeof CallOutcome>

/** In which order people are called. */
export const CallOrder = z.enum(['segment', 'name', 'town', 'lastInteraction'])
export type CallOrder = z.infer<typeof CallOrder>

/** Why somebody of the segment is not called. */
export const NotCalled = z.enum(['privacyBlocked', 'minor', 'noNumber', 'gone'])
export type NotCalled = z.infer<typeof NotCalled>

export const CallRound = z.object({
  ...row,
  id: id<CallRoundId>(),
  segmentId: id<SegmentId>(),
  /** The segment's, to be known by when it is gone. */
  description: z.string(),
  order: CallOrder,
  /** Everybody of the segment when it began, in the order they are called in; who came later is called last. */
  contactIds: z.array(id<ContactId>()),
  skipped: z.array(id<ContactId>()),
  /** Who cannot be called, as it was when it began or when her turn came. */
  leftOut: z.optional(z.array(z.object({ contactId: id<ContactId>(), why: NotCalled }))),
  /** Chosen when it began, where the setup names no template for calls; missing = the setup's. */
  templateId: z.optional(id<TemplateId>()),
  /** Who calls, where the tablet does not know it. */
  salespersonId: z.optional(id<SalespersonId>()),
  /** Since then those who were not reached are called once more. */
  againAt: z.optional(instant),
  /** The one entry of its campaign that all its calls share. */
  campaignEntryId: z.optional(id<CampaignEntryId>()),
  startedAt: instant,
  closedAt: z.optional(instant),
})
export type CallRound = z.infer<typeof CallRound>
