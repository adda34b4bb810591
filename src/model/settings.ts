// Settings: our company (printed on letters), this tablet (whose it is), and the number series.
import * as z from 'zod/mini'
import { id, type AttachmentId, type SalespersonId, type TemplateId } from './ids.ts'
import { instant, row } from './parts.ts'

/** Our own company. BC: Company Information, the source of the merge fields `Company_Information_*`. */
export const CompanyInformation = z.object({
  ...row,
  id: z.literal('company'),
  name: z.string(),
  address: z.string(),
  address2: z.string(),
  postCode: z.string(),
  city: z.string(),
  county: z.string(),
  countryCode: z.string(),
  phone: z.string(),
  email: z.string(),
  homePage: z.string(),
  bankName: z.string(),
  bankAccount: z.string(),
  vatNo: z.string(),
  registrationNo: z.string(),
  /** Printed at the head of letters written in the app. */
  logo: z.optional(id<AttachmentId>()),
})
export type CompanyInformation = z.infer<typeof CompanyInformation>

export const Tablet = z.object({
  ...row,
  id: z.literal('tablet'),
  name: z.string(),
  /** Stands before every number this tablet gives, so that two tablets do not give the same. */
  prefix: z.string(),
  salespersonId: z.optional(id<SalespersonId>()),
  language: z.optional(z.enum(['en', 'de'])),
  /** The first-start questions were answered or skipped. */
  started: z.boolean(),
  lastBackup: z.optional(
    z.object({
      at: instant,
      rev: z.number(),
      size: z.number(),
      name: z.optional(z.string()),
      encrypted: z.optional(z.boolean()),
      /** When it was opened again after writing and found whole. */
      verifiedAt: z.optional(instant),
    }),
  ),
  /** Up to which commit the log was exported for the back office. */
  lastLogExport: z.optional(z.object({ at: instant, rev: z.number(), entries: z.number() })),
})
export type Tablet = z.infer<typeof Tablet>

/** Which template is used by itself. BC: Interaction/InteractionTemplateSetup.Table.al */
export const InteractionSetup = z.object({
  ...row,
  id: z.literal('interactionSetup'),
  callsTemplateId: z.optional(id<TemplateId>()),
  emailsTemplateId: z.optional(id<TemplateId>()),
  coverSheetsTemplateId: z.optional(id<TemplateId>()),
})
export type InteractionSetup = z.infer<typeof InteractionSetup>

/** A sheet of labels, or an envelope as a sheet with one; lengths in millimetres from the upper left corner of the sheet. */
export const LabelFormat = z.object({
  /** Of a shipped format its maker and number; of one's own a fresh id. */
  id: z.string(),
  name: z.string(),
  sheetWidth: z.number(),
  sheetHeight: z.number(),
  columns: z.number(),
  rows: z.number(),
  /** Of one label. */
  width: z.number(),
  height: z.number(),
  /** Of the first label. */
  left: z.number(),
  top: z.number(),
  /** From the left edge of one label to that of the next, and from its top to that of the one below. */
  stepX: z.number(),
  stepY: z.number(),
})
export type LabelFormat = z.infer<typeof LabelFormat>

/** How this tablet's printers print: label formats of one's own, and by how many millimetres each printer is off. */
export const Printing = z.object({
  ...row,
  id: z.literal('printing'),
  labelFormats: z.array(LabelFormat),
  nudge: z.object({ x: z.number(), y: z.number() }),
})
export type Printing = z.infer<typeof Printing>

export const Settings = z.discriminatedUnion('id', [CompanyInformation, Tablet, InteractionSetup, Printing])
export type Settings = z.infer<typeof Settings>

/** BC: No. Series. `id` names the noun that is numbered. */
export const NumberSeries = z.object({
  ...row,
  id: z.enum(['contact', 'segment', 'campaign']),
  prefix: z.string(),
  next: z.number(),
  digits: z.number(),
})
export type NumberSeries = z.infer<typeof NumberSeries>
