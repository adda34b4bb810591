// What is prepared and what has happened: interaction templates with their documents, logged segments, the interaction log.
// BC: Interaction/InteractionTemplate.Table.al, Segment/LoggedSegment.Table.al, Interaction/InteractionLogEntry.Table.al
import * as z from 'zod/mini'
import {
  id,
  type AttachmentId,
  type CallRoundId,
  type CampaignId,
  type ContactId,
  type CampaignEntryId,
  type EntryId,
  type InteractionGroupId,
  type LoggedLinesId,
  type LoggedSegmentId,
  type OpportunityId,
  type ResponseStatusId,
  type SalespersonId,
  type SegmentId,
  type TaskId,
  type TemplateId,
} from './ids.ts'
import { CallOutcome } from './callRound.ts'
import { LetterDocument, LetterValues } from './letter.ts'
import { CorrespondenceType, day, Delivery, Evaluation, InformationFlow, InitiatedBy, instant, letterLanguage, row, time } from './parts.ts'
import { CardKind, LeftOut, LettersPer, Line, RecipeCard, Segment, Step } from './segment.ts'

/** What is done, with its defaults and one Word document per language. */
export const InteractionTemplate = z.object({
  ...row,
  id: id<TemplateId>(),
  code: z.string(),
  description: z.string(),
  interactionGroupId: z.optional(id<InteractionGroupId>()),
  unitCost: z.number(),
  unitDuration: z.number(),
  informationFlow: InformationFlow,
  initiatedBy: InitiatedBy,
  correspondenceType: z.optional(CorrespondenceType),
  /** The template's correspondence type holds, whatever the contact prefers. BC: "Ignore Contact Corres. Type" */
  ignoreContactCorrespondence: z.boolean(),
  campaignId: z.optional(id<CampaignId>()),
  campaignTarget: z.boolean(),
  campaignResponse: z.boolean(),
  languageCode: z.optional(letterLanguage),
  subject: z.string(),
  documents: z.array(LetterDocument),
})
export type InteractionTemplate = z.infer<typeof InteractionTemplate>

/** A file as it was brought in; its id is the SHA-256 of its bytes in hexadecimal. */
export const Attachment = z.object({
  ...row,
  id: id<AttachmentId>(),
  fileName: z.string(),
  size: z.number(),
  bytes: z.custom<ArrayBuffer>((value) => value instanceof ArrayBuffer),
})
export type Attachment = z.infer<typeof Attachment>

export const LeftOutReason = z.enum(['privacyBlocked', 'minor', 'contactGone'])
export type LeftOutReason = z.infer<typeof LeftOutReason>

/** A line as it was when it was logged: everything resolved, the letter's values included. */
export const LoggedLine = z.object({
  line: Line,
  name: z.string(),
  companyName: z.string(),
  city: z.string(),
  entryId: z.optional(id<EntryId>()),
  leftOut: z.optional(LeftOutReason),
  attachmentId: z.optional(id<AttachmentId>()),
  /** She got the letter of this line, together with others; her own line has none. */
  letterOf: z.optional(z.number()),
  /** The person was forgotten: no name, no words of hers, no letter. */
  erased: z.optional(z.literal(true)),
  /** Its letter for several named somebody who was forgotten, and went with her. */
  letterErased: z.optional(z.literal(true)),
  /** Language of the document, and its field names as they were mapped on that day. */
  languageCode: z.optional(letterLanguage),
  mapping: z.optional(z.record(z.string(), z.string())),
  /** Values of the merge fields by stable name, those of all lines left out; with the attachment they give the letter again. */
  values: LetterValues,
})
export type LoggedLine = z.infer<typeof LoggedLine>

/** A step as evidence: what was asked, and how many came and went. */
export const LoggedStep = z.object({
  kind: CardKind,
  criteria: Step.shape.criteria,
  options: Step.shape.options,
  from: Step.shape.from,
  asOf: Step.shape.asOf,
  off: RecipeCard.shape.off,
  at: instant,
  added: z.number(),
  removed: z.number(),
  leftOut: LeftOut,
})
export type LoggedStep = z.infer<typeof LoggedStep>

/** Evidence: frozen. Cancelling writes a row beside it; its lines stand in `LoggedLines`. */
export const LoggedSegment = z.object({
  ...row,
  id: id<LoggedSegmentId>(),
  no: z.string(),
  loggedAt: instant,
  day,
  loggedBy: z.string(),
  header: Segment,
  templateDescription: z.string(),
  steps: z.array(LoggedStep),
  /** All lines, those that got an entry, those with a letter, and those left out by reason. */
  counts: z.object({
    lines: z.number(),
    logged: z.number(),
    letters: z.number(),
    ...{ privacyBlocked: z.number(), minor: z.number(), contactGone: z.number() },
  }),
  /** Values of the merge fields that all lines have in common. */
  values: LetterValues,
})
export type LoggedSegment = z.infer<typeof LoggedSegment>

/** So many lines stand in one row: a long segment is read piece by piece. */
export const linesPerPiece = 500

/** A piece of the lines of a logged segment, frozen with it; pieces in order of `from`. */
export const LoggedLines = z.object({
  ...row,
  id: id<LoggedLinesId>(),
  loggedSegmentId: id<LoggedSegmentId>(),
  /** Place of the first line. */
  from: z.number(),
  lines: z.array(LoggedLine),
})
export type LoggedLines = z.infer<typeof LoggedLines>

export const LoggedSegmentState = z.object({ ...row, id: id<LoggedSegmentId>(), cancelled: z.boolean(), reason: z.string(), at: instant })
export type LoggedSegmentState = z.infer<typeof LoggedSegmentState>

/** A remark made later, as after a call. BC: Interaction/InterLogEntryCommentLine.Table.al */
export const EntryComment = z.object({ day, by: z.string(), text: z.string() })
export type EntryComment = z.infer<typeof EntryComment>

/** The letter of an entry that comes from no segment: document and frozen values. */
export const EntryLetter = z.object({
  attachmentId: id<AttachmentId>(),
  languageCode: letterLanguage,
  mapping: z.record(z.string(), z.string()),
  values: LetterValues,
  /** What was answered to the questions of the document. */
  answers: z.optional(z.record(z.string(), z.string())),
  /** Of a letter for several: for whom, who leads it first, and what they share. */
  together: z.optional(z.object({ contactIds: z.array(id<ContactId>()), per: LettersPer })),
})
export type EntryLetter = z.infer<typeof EntryLetter>

export const InteractionLogEntry = z.object({
  ...row,
  id: id<EntryId>(),
  contactId: id<ContactId>(),
  companyId: z.optional(id<ContactId>()),
  /** Whom it was with, a person who was deleted: since then it stands with her company, under her name. */
  deletedContactId: z.optional(id<ContactId>()),
  /** The contact was forgotten: the entry is counted, and says nothing about anybody. */
  erased: z.optional(z.literal(true)),
  /** Who it was, should the contact ever be gone. */
  contactName: z.string(),
  companyName: z.string(),
  loggedSegmentId: z.optional(id<LoggedSegmentId>()),
  /** Of a call from an open segment; it stays when that is logged or deleted. BC: "Segment No." */
  segmentId: z.optional(id<SegmentId>()),
  callRoundId: z.optional(id<CallRoundId>()),
  callOutcome: z.optional(CallOutcome),
  day,
  time: z.optional(time),
  description: z.string(),
  templateId: z.optional(id<TemplateId>()),
  interactionGroupId: z.optional(id<InteractionGroupId>()),
  salespersonId: z.optional(id<SalespersonId>()),
  campaignId: z.optional(id<CampaignId>()),
  campaignEntryId: z.optional(id<CampaignEntryId>()),
  /** Number of its campaign, which was deleted since. */
  campaignNo: z.optional(z.string()),
  /** Done to win somebody for the campaign. */
  campaignTarget: z.boolean(),
  /** This interaction is itself an answer to the campaign. */
  campaignResponse: z.boolean(),
  /** The contact answered this interaction on that day. */
  respondedDay: z.optional(day),
  /** What was answered. With one that counts as a response `respondedDay` stands, with one that does not it is missing. */
  responseStatusId: z.optional(id<ResponseStatusId>()),
  /** The task it was done for, and the opportunity it is about. BC: "To-do No.", "Opportunity No." */
  taskId: z.optional(id<TaskId>()),
  opportunityId: z.optional(id<OpportunityId>()),
  correspondenceType: z.optional(CorrespondenceType),
  languageCode: z.optional(letterLanguage),
  alternativeAddress: z.optional(z.string()),
  subject: z.string(),
  /** The words for this one person, as they were printed. */
  comment: z.string(),
  comments: z.array(EntryComment),
  informationFlow: InformationFlow,
  initiatedBy: InitiatedBy,
  cost: z.number(),
  /** In minutes. */
  duration: z.number(),
  evaluation: z.optional(Evaluation),
  attemptFailed: z.boolean(),
  /** The number that was called. */
  contactVia: z.optional(z.string()),
  delivery: z.optional(Delivery),
  letter: z.optional(EntryLetter),
  /** It named somebody who was forgotten, and went with her. */
  letterErased: z.optional(z.literal(true)),
  cancelled: z.boolean(),
  cancelReason: z.optional(z.string()),
  /** It was cancelled with this campaign entry, not by itself: it counts again with it. */
  cancelledWith: z.optional(id<CampaignEntryId>()),
  loggedBy: z.string(),
  loggedAt: instant,
})
export type InteractionLogEntry = z.infer<typeof InteractionLogEntry>
