// An open segment: header, lines, steps. A line holds only what differs from the header; a step keeps what it did.
// BC: Segment/SegmentHeader.Table.al, Segment/SegmentLine.Table.al
import * as z from 'zod/mini'
import { Criteria } from './criteria.ts'
import {
  id,
  type CampaignId,
  type ContactId,
  type LoggedSegmentId,
  type SalespersonId,
  type SegmentId,
  type StepId,
  type TemplateId,
} from './ids.ts'
import { CorrespondenceType, day, instant, letterLanguage, row } from './parts.ts'

export const Segment = z.object({
  ...row,
  id: id<SegmentId>(),
  no: z.string(),
  description: z.string(),
  day,
  salespersonId: z.optional(id<SalespersonId>()),
  campaignId: z.optional(id<CampaignId>()),
  templateId: z.optional(id<TemplateId>()),
  correspondenceType: z.optional(CorrespondenceType),
  /** Language of all letters; missing = each contact's own. */
  languageCode: z.optional(letterLanguage),
  subject: z.string(),
  createdAt: instant,
  changedAt: instant,
  /** When letters were last generated, and for how many lines. */
  lettersMade: z.optional(z.object({ at: instant, count: z.number() })),
  followUpOf: z.optional(id<LoggedSegmentId>()),
})
export type Segment = z.infer<typeof Segment>

/** The values of one line that differ from the header's; a missing one is inherited. */
export const LineOwn = z.object({
  description: z.optional(z.string()),
  day: z.optional(day),
  salespersonId: z.optional(id<SalespersonId>()),
  campaignId: z.optional(id<CampaignId>()),
  templateId: z.optional(id<TemplateId>()),
  correspondenceType: z.optional(CorrespondenceType),
  languageCode: z.optional(letterLanguage),
  subject: z.optional(z.string()),
})
export type LineOwn = z.infer<typeof LineOwn>

export const Line = z.object({
  /** Number of the line in its segment; never used twice. */
  lineNo: z.number(),
  contactId: id<ContactId>(),
  own: LineOwn,
  /** Words for this one person, printed by the merge field `Comment`. */
  comment: z.string(),
})
export type Line = z.infer<typeof Line>

/** All lines of a segment as one value. */
export const SegmentLines = z.object({ ...row, id: id<SegmentId>(), nextLineNo: z.number(), lines: z.array(Line) })
export type SegmentLines = z.infer<typeof SegmentLines>

/** A line that a step took out, and the place where it stood. */
export const RemovedLine = z.object({ line: Line, index: z.number() })
export type RemovedLine = z.infer<typeof RemovedLine>

export const StepOptions = z.object({
  allowExisting: z.boolean(),
  expandCompanies: z.boolean(),
  allowRelatedCompanies: z.boolean(),
  ignoreExclusion: z.boolean(),
  entireCompanies: z.boolean(),
})
export type StepOptions = z.infer<typeof StepOptions>

export const StepKind = z.enum(['add', 'reduce', 'refine', 'byHand', 'reuse'])
export type StepKind = z.infer<typeof StepKind>

/** One action on the lines, with its outcome. Undone steps stay until a new one is made, so that they can be redone. */
export const Step = z.object({
  ...row,
  id: id<StepId>(),
  segmentId: id<SegmentId>(),
  position: z.number(),
  kind: StepKind,
  criteria: z.optional(Criteria),
  options: z.optional(StepOptions),
  undone: z.boolean(),
  at: instant,
  outcome: z.object({
    added: z.array(Line),
    removed: z.array(RemovedLine),
    /** People who matched and were left out, by reason. */
    leftOut: z.object({ excluded: z.number(), privacyBlocked: z.number(), alreadyThere: z.number() }),
  }),
})
export type Step = z.infer<typeof Step>
