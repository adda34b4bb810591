// Settings: our company (printed on letters), this tablet (whose it is), and the number series.
import * as z from 'zod/mini'
import { HandOverTablet } from './handOver.ts'
import { id, type AttachmentId, type SalespersonId, type TemplateId, type TerritoryId } from './ids.ts'
import { CorrespondenceType, instant, letterLanguage, row } from './parts.ts'
import { uiLanguages } from './uiLanguages.ts'

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
  /** Of amounts and costs, ISO 4217 code; missing = none is written. */
  currencyCode: z.optional(z.string()),
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
  language: z.optional(z.enum(uiLanguages)),
  /** Keys without Ctrl or Alt do something outside of fields, unless they were switched off. */
  singleKeys: z.optional(z.boolean()),
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

/** What a person takes over from her company. BC: Marketing Setup "Inherit …" */
export const Inheritable = z.enum(['salesperson', 'territory', 'country', 'language', 'address', 'communication'])
export type Inheritable = z.infer<typeof Inheritable>

/** With what new contacts and segments begin, and how contacts hang together. BC: Setup/MarketingSetup.Table.al */
export const Defaults = z.object({
  ...row,
  id: z.literal('defaults'),
  contact: z.object({
    salespersonId: z.optional(id<SalespersonId>()),
    territoryId: z.optional(id<TerritoryId>()),
    countryCode: z.optional(z.string()),
    languageCode: z.optional(letterLanguage),
    correspondenceType: z.optional(CorrespondenceType),
    companySalutationCode: z.optional(z.string()),
    personSalutationCode: z.optional(z.string()),
  }),
  segment: z.object({
    salespersonId: z.optional(id<SalespersonId>()),
    templateId: z.optional(id<TemplateId>()),
    languageCode: z.optional(letterLanguage),
    correspondenceType: z.optional(CorrespondenceType),
  }),
  inherits: z.array(Inheritable),
  /** Whether somebody who is typed in is compared with those who are there. BC: "Autosearch for Duplicates" */
  duplicatesOnEntry: z.boolean(),
  /** ISO codes offered first. */
  countryCodes: z.array(z.string()),
  languageCodes: z.array(letterLanguage),
})
export type Defaults = z.infer<typeof Defaults>

/** Everybody who is of this kind, or whose company is, wants to be heard of every so many days. */
export const Cadence = z.object({
  list: z.enum(['mailingGroups', 'industryGroups', 'businessRelations', 'organizationalLevels', 'answers']),
  id: z.string(),
  days: z.number(),
})
export type Cadence = z.infer<typeof Cadence>

/** How often contacts are heard of at least, and how often they are written to at most. */
export const Pace = z.object({
  ...row,
  id: z.literal('pace'),
  /** Of several that hold for somebody the shortest does. */
  cadences: z.array(Cadence),
  /** Not more than so many letters and e-mails in so many days, for one person or all at one address. Missing = as many as one likes. */
  quiet: z.optional(z.object({ letters: z.number(), days: z.number(), per: z.enum(['person', 'household']) })),
})
export type Pace = z.infer<typeof Pace>

export const Settings = z.discriminatedUnion('id', [CompanyInformation, Tablet, InteractionSetup, Printing, Defaults, Pace, HandOverTablet])
export type Settings = z.infer<typeof Settings>

/** BC: No. Series. `id` names the noun that is numbered. */
export const NumberSeries = z.object({
  ...row,
  id: z.enum(['contact', 'segment', 'campaign', 'task', 'opportunity']),
  prefix: z.string(),
  next: z.number(),
  digits: z.number(),
})
export type NumberSeries = z.infer<typeof NumberSeries>
