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

/** One letter for all at one address, or for all people of one company. */
export const LettersPer = z.enum(['household', 'company'])
export type LettersPer = z.infer<typeof LettersPer>

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
  /** Who gets one letter together; missing = each person one. People are together only by the same document. */
  lettersPer: z.optional(LettersPer),
  /** What was answered to the questions that documents ask of whoever makes the letters, by their keys; missing = what the document has ready. */
  answers: z.optional(z.record(z.string(), z.string())),
  createdAt: instant,
  changedAt: instant,
  /** When letters were last generated, for how many lines (where several share a letter: how many letters), and which lines the document itself left out (SKIPIF). */
  lettersMade: z.optional(z.object({ at: instant, count: z.number(), leftOut: z.optional(z.array(z.number())) })),
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
  /** Stays on the list, whatever criteria say. */
  pinned: z.optional(z.literal(true)),
  /** When her e-mail was handed to the share sheet or saved as a draft. */
  sharedAt: z.optional(instant),
  /** A mark of what it said then: when it says something else, it was edited since. */
  sharedWhat: z.optional(z.string()),
})
export type Line = z.infer<typeof Line>

/** All lines of a segment as one value. */
export const SegmentLines = z.object({
  ...row,
  id: id<SegmentId>(),
  nextLineNo: z.number(),
  lines: z.array(Line),
  /** Kept out: criteria do not bring them in. */
  pinnedOut: z.optional(z.array(id<ContactId>())),
})
export type SegmentLines = z.infer<typeof SegmentLines>

/** A line that a step took out, and the place where it stood. */
export const RemovedLine = z.object({ line: Line, index: z.number() })
export type RemovedLine = z.infer<typeof RemovedLine>

/** People who matched and were left out, each counted for one reason. */
export const LeftOut = z.object({
  excluded: z.number(),
  privacyBlocked: z.number(),
  minor: z.number(),
  alreadyThere: z.number(),
  pinnedOut: z.optional(z.number()),
})
export type LeftOut = z.infer<typeof LeftOut>

export const CardKind = z.enum(['add', 'reduce', 'refine', 'byHand', 'reuse'])
export type CardKind = z.infer<typeof CardKind>
/** What stands in the history of a segment: a card that was added to its recipe, or the recipe edited as a whole. */
export const StepKind = z.enum([...CardKind.options, 'edit'])
export type StepKind = z.infer<typeof StepKind>

/** What was used again: saved criteria, or a logged segment and who of it. */
const from = z.optional(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('savedCriteria'), id: id<SavedCriteriaId>(), code: z.string() }),
    z.object({ kind: z.literal('loggedSegment'), id: id<LoggedSegmentId>(), no: z.string(), description: z.string(), who: FollowUpWho }),
  ]),
)

const what = {
  criteria: z.optional(Criteria),
  options: z.optional(StepOptions),
  from,
  /** The day its relative dates were asked on, where that was not the day it was made. */
  asOf: z.optional(day),
}

/** Lines that came, lines that went with the places where they stood, who was left out, and who was kept out or let in from then on. */
export const StepOutcome = z.object({
  ...{ added: z.array(Line), removed: z.array(RemovedLine), leftOut: LeftOut },
  ...{ keptOut: z.optional(z.array(id<ContactId>())), letIn: z.optional(z.array(id<ContactId>())) },
})
export type StepOutcome = z.infer<typeof StepOutcome>

/** One card of a recipe with what it did when it ran last. */
export const RecipeCard = z.object({
  id: id<StepId>(),
  kind: CardKind,
  ...what,
  /** Switched off: passed over, with an outcome of nobody. */
  off: z.optional(z.literal(true)),
  at: instant,
  outcome: StepOutcome,
})
export type RecipeCard = z.infer<typeof RecipeCard>

/**
 * One event of a segment's history. A card that was added to the recipe has its own outcome. An `edit` says the whole recipe as it is
 * from then on, and its outcome is what came and went by it. Undone events stay until a new one is made, so that they can be redone.
 */
export const Step = z.object({
  ...row,
  id: id<StepId>(),
  segmentId: id<SegmentId>(),
  position: z.number(),
  kind: StepKind,
  ...what,
  /** Of an edit: its cards in order; those that stayed as they were are named only. */
  recipe: z.optional(z.array(z.union([z.object({ kept: id<StepId>() }), RecipeCard]))),
  undone: z.boolean(),
  at: instant,
  outcome: StepOutcome,
})
export type Step = z.infer<typeof Step>
