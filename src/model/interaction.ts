// What is prepared and what has happened: interaction templates with their documents, logged segments, the interaction log.
// BC: Interaction/InteractionTemplate.Table.al, Segment/LoggedSegment.Table.al, Interaction/InteractionLogEntry.Table.al
import * as z from 'zod/mini'
import {
  id,
  type AttachmentId,
  type CampaignId,
  type ContactId,
  type EntryId,
  type LoggedSegmentId,
  type SalespersonId,
  type TemplateId,
} from './ids.ts'
import { CorrespondenceType, day, Evaluation, InformationFlow, InitiatedBy, instant, letterLanguage, row } from './parts.ts'
import { Line, Segment, Step } from './segment.ts'

/** One Word document per language. The bytes stand in the attachments, once per content. */
export const TemplateDocument = z.object({
  languageCode: letterLanguage,
  attachmentId: id<AttachmentId>(),
  fileName: z.string(),
  /** Field name in the document → stable field name, where the person chose it; blank = leave empty. */
  mapping: z.record(z.string(), z.string()),
})
export type TemplateDocument = z.infer<typeof TemplateDocument>

export const InteractionTemplate = z.object({
  ...row,
  id: id<TemplateId>(),
  code: z.string(),
  description: z.string(),
  unitCost: z.number(),
  unitDuration: z.number(),
  informationFlow: InformationFlow,
  initiatedBy: InitiatedBy,
  correspondenceType: z.optional(CorrespondenceType),
  languageCode: z.optional(letterLanguage),
  subject: z.string(),
  documents: z.array(TemplateDocument),
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

export const LeftOutReason = z.enum(['privacyBlocked', 'contactGone'])
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
  /** Language of the document, and its field names as they were mapped on that day. */
  languageCode: z.optional(letterLanguage),
  mapping: z.optional(z.record(z.string(), z.string())),
  /** Values of the merge fields by stable name; with the attachment they give the letter again. */
  values: z.record(z.string(), z.string()),
})
export type LoggedLine = z.infer<typeof LoggedLine>

/** Evidence: frozen. Cancelling writes a row beside it. */
export const LoggedSegment = z.object({
  ...row,
  id: id<LoggedSegmentId>(),
  no: z.string(),
  loggedAt: instant,
  day,
  loggedBy: z.string(),
  header: Segment,
  templateDescription: z.string(),
  steps: z.array(Step),
  lines: z.array(LoggedLine),
})
export type LoggedSegment = z.infer<typeof LoggedSegment>

export const LoggedSegmentState = z.object({ ...row, id: id<LoggedSegmentId>(), cancelled: z.boolean(), reason: z.string(), at: instant })
export type LoggedSegmentState = z.infer<typeof LoggedSegmentState>

export const InteractionLogEntry = z.object({
  ...row,
  id: id<EntryId>(),
  contactId: id<ContactId>(),
  companyId: z.optional(id<ContactId>()),
  /** Who it was, should the contact ever be gone. */
  contactName: z.string(),
  loggedSegmentId: z.optional(id<LoggedSegmentId>()),
  day,
  description: z.string(),
  templateId: z.optional(id<TemplateId>()),
  salespersonId: z.optional(id<SalespersonId>()),
  campaignId: z.optional(id<CampaignId>()),
  correspondenceType: z.optional(CorrespondenceType),
  languageCode: z.optional(letterLanguage),
  subject: z.string(),
  comment: z.string(),
  informationFlow: InformationFlow,
  initiatedBy: InitiatedBy,
  cost: z.number(),
  duration: z.number(),
  evaluation: z.optional(Evaluation),
  attemptFailed: z.boolean(),
  cancelled: z.boolean(),
  loggedAt: instant,
})
export type InteractionLogEntry = z.infer<typeof InteractionLogEntry>
