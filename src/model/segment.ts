// An open segment: header, lines, steps. A line holds only what differs from the header; a step keeps what it did.
// BC: Segment/SegmentHeader.Table.al, Segment/SegmentLine.Table.al
import * as z from 'zod/mini'
import { Criteria, StepOptions } from './criteria.ts'
import {
  id,
  type CampaignId,
  type ContactId,
  type LoggedSegmentId,
  type SavedCriteriaId,
  type SalespersonId,
  type SegmentId,
  type StepId,
  type TemplateId,
} from './ids.ts'
import { LetterDocument } from './letter.ts'
import {
  CorrespondenceType,
  day,
  Evaluation,
  FollowUpWho,
  InformationFlow,
  InitiatedBy,
  instant,
  letterLanguage,
  row,
  time,
} from './parts.ts'

export const Segment = z.object({
  ...row,
  id: id<SegmentId>(),
  no: z.string(),
  description: z.string(),
  day,
  salespersonId: z.optional(id<SalespersonId>()),
  campaignId: z.optional(id<CampaignId>()),
  templateId: z.optional(id<TemplateId>()),
  /** Default correspondence type; holds for everybody with `ignoreContactCorrespondence`. */
  correspondenceType: z.optional(CorrespondenceType),
  ignoreContactCorrespondence: z.boolean(),
  /** Default language, of those for whose language there is no document; of everybody with `ignoreContactLanguage`. */
  languageCode: z.optional(letterLanguage),
  ignoreContactLanguage: z.boolean(),
  subject: z.string(),
  /** In our own currency, for one line. */
  unitCost: z.optional(z.number()),
  /** In minutes, for one line. */
  unitDuration: z.optional(z.number()),
  informationFlow: z.optional(InformationFlow),
  initiatedBy: z.optional(InitiatedBy),
  campaignTarget: z.optional(z.boolean()),
  campaignResponse: z.optional(z.boolean()),
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
  cost: z.optional(z.number()),
  duration: z.optional(z.number()),
  informationFlow: z.optional(InformationFlow),
  initiatedBy: z.optional(InitiatedBy),
  campaignTarget: z.optional(z.boolean()),
  campaignResponse: z.optional(z.boolean()),
  /** Code of the contact's alternative address; blank = the main one, whatever the day. */
  alternativeAddress: z.optional(z.string()),
  time: z.optional(time),
  evaluation: z.optional(Evaluation),
  attemptFailed: z.optional(z.boolean()),
  /** The number that was called. BC: "Contact Via" */
  contactVia: z.optional(z.string()),
})
export type LineOwn = z.infer<typeof LineOwn>

export const Line = z.object({
  /** Number of the line in its segment; never used twice. */
  lineNo: z.number(),
  contactId: id<ContactId>(),
  own: LineOwn,
  /** Words for this one person, printed by the merge field `Comment`. */
  comment: z.string(),
  /** A document for this one person, in place of the template's. BC: "Unique" */
  document: z.optional(LetterDocument),
})
export type Line = z.infer<typeof Line>

/** All lines of a segment as one value. */
export const SegmentLines = z.object({ ...row, id: id<SegmentId>(), nextLineNo: z.number(), lines: z.array(Line) })
export type SegmentLines = z.infer<typeof SegmentLines>

/** A line that a step took out, and the place where it stood. */
export const RemovedLine = z.object({ line: Line, index: z.number() })
export type RemovedLine = z.infer<typeof RemovedLine>

/** People who matched and were left out, each counted for one reason. */
export const LeftOut = z.object({ excluded: z.number(), privacyBlocked: z.number(), minor: z.number(), alreadyThere: z.number() })
export type LeftOut = z.infer<typeof LeftOut>

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
  /** What was used again: saved criteria, or a logged segment and who of it. */
  from: z.optional(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('savedCriteria'), id: id<SavedCriteriaId>(), code: z.string() }),
      z.object({ kind: z.literal('loggedSegment'), id: id<LoggedSegmentId>(), no: z.string(), description: z.string(), who: FollowUpWho }),
    ]),
  ),
  undone: z.boolean(),
  at: instant,
  outcome: z.object({
    added: z.array(Line),
    removed: z.array(RemovedLine),
    leftOut: LeftOut,
  }),
})
export type Step = z.infer<typeof Step>
