// Companies and persons, and the lists they are sorted by. A person belongs to a company or to none.
// BC: Contact/Contact.Table.al
import * as z from 'zod/mini'
import {
  id,
  type AnswerId,
  type AttachmentId,
  type BusinessRelationId,
  type ContactId,
  type IndustryGroupId,
  type JobResponsibilityId,
  type MailingGroupId,
  type NoteId,
  type OrganizationalLevelId,
  type SalespersonId,
  type TerritoryId,
  type WebSourceId,
} from './ids.ts'
import { CorrespondenceType, day, instant, letterLanguage, row } from './parts.ts'

/**
 * Another address of a contact, as of a holiday home or a building site, with the days on which it holds.
 * BC: Contact/ContactAltAddress.Table.al, Contact/ContactAltAddrDateRange.Table.al
 */
export const AlternativeAddress = z.object({
  /** Key among the addresses of one contact. */
  code: z.string().check(z.minLength(1)),
  description: z.string(),
  address: z.string(),
  address2: z.string(),
  postCode: z.string(),
  city: z.string(),
  county: z.string(),
  countryCode: z.string(),
  phone: z.string(),
  email: z.string(),
  /** On these days it is the address in force, both ends included; without an end it holds on. */
  ranges: z.array(z.object({ startingDay: day, endingDay: z.optional(day) })),
})
export type AlternativeAddress = z.infer<typeof AlternativeAddress>

/** A company's relation to us. BC: Contact/ContactBusinessRelation.Table.al */
export const HasBusinessRelation = z.object({
  businessRelationId: id<BusinessRelationId>(),
  /** Its number there, as a customer or vendor. */
  no: z.string(),
})
export type HasBusinessRelation = z.infer<typeof HasBusinessRelation>

/** Where a company is found on the web, and under which word. BC: Contact/ContactWebSource.Table.al */
export const HasWebSource = z.object({ webSourceId: id<WebSourceId>(), searchWord: z.string() })
export type HasWebSource = z.infer<typeof HasWebSource>

/** A remark about a contact. BC: Rlshp. Mgt. Comment Line, table 5061 */
export const ContactNote = z.object({ id: id<NoteId>(), day, by: z.string(), text: z.string() })
export type ContactNote = z.infer<typeof ContactNote>

/** A contact that was merged into this one: files and tablets that still know it by these are led here. */
export const FormerContact = z.object({ id: id<ContactId>(), no: z.string(), externalId: z.string() })
export type FormerContact = z.infer<typeof FormerContact>

const shared = {
  ...row,
  id: id<ContactId>(),
  no: z.string(),
  /** Full name as it is printed; of a person kept equal to its parts. */
  name: z.string(),
  name2: z.string(),
  address: z.string(),
  address2: z.string(),
  postCode: z.string(),
  city: z.string(),
  county: z.string(),
  /** ISO 3166 code, `DE`; blank = our own country. */
  countryCode: z.string(),
  phone: z.string(),
  mobilePhone: z.string(),
  email: z.string(),
  homePage: z.string(),
  fax: z.optional(z.string()),
  pager: z.optional(z.string()),
  /** Behind the number of the company's switchboard. BC: "Extension No." */
  extensionNo: z.optional(z.string()),
  /** BC: "E-Mail 2" */
  email2: z.optional(z.string()),
  languageCode: z.optional(letterLanguage),
  salutationCode: z.string(),
  salespersonId: z.optional(id<SalespersonId>()),
  territoryId: z.optional(id<TerritoryId>()),
  correspondenceType: z.optional(CorrespondenceType),
  mailingGroupIds: z.array(id<MailingGroupId>()),
  /** What was answered in the profile questionnaires. BC: Profiling/ContactProfileAnswer.Table.al */
  answerIds: z.array(id<AnswerId>()),
  alternativeAddresses: z.array(AlternativeAddress),
  /** A photo, or a company's sign. BC: Image */
  imageId: z.optional(id<AttachmentId>()),
  /** Oldest first. */
  notes: z.optional(z.array(ContactNote)),
  former: z.optional(z.array(FormerContact)),
  vatNo: z.string(),
  externalId: z.string(),
  excludeFromSegment: z.boolean(),
  /** Wants to be heard of every so many days; 0 = never, missing = as her class: `Pace`. */
  cadenceDays: z.optional(z.number()),
  privacyBlocked: z.boolean(),
  changedAt: instant,
}

export const Company = z.object({
  ...shared,
  type: z.literal('company'),
  industryGroupIds: z.array(id<IndustryGroupId>()),
  businessRelations: z.array(HasBusinessRelation),
  webSources: z.optional(z.array(HasWebSource)),
  registrationNo: z.optional(z.string()),
  /** ISO 4217 code, `NOK`; missing = our own. */
  currencyCode: z.optional(z.string()),
})
export const Person = z.object({
  ...shared,
  type: z.literal('person'),
  companyId: z.optional(id<ContactId>()),
  /** Academic or other title that is part of the name: `Dr.`, `Prof. Dr.`, `ir.` */
  title: z.optional(z.string()),
  firstName: z.string(),
  middleName: z.string(),
  surname: z.string(),
  jobTitle: z.string(),
  initials: z.string(),
  jobResponsibilityIds: z.array(id<JobResponsibilityId>()),
  organizationalLevelId: z.optional(id<OrganizationalLevelId>()),
  /** A minor is not written to before the parents have consented. BC: Contact "Minor", "Parental Consent Received" */
  minor: z.boolean(),
  parentalConsent: z.boolean(),
  birthday: z.optional(day),
})
export const Contact = z.discriminatedUnion('type', [Company, Person])
export type Company = z.infer<typeof Company>
export type Person = z.infer<typeof Person>
export type Contact = z.infer<typeof Contact>

/** BC: Setup/MailingGroup.Table.al */
export const MailingGroup = z.object({ ...row, id: id<MailingGroupId>(), code: z.string(), description: z.string() })
export type MailingGroup = z.infer<typeof MailingGroup>

/** BC: Setup/IndustryGroup.Table.al; belongs to companies, persons inherit it from theirs. */
export const IndustryGroup = z.object({ ...row, id: id<IndustryGroupId>(), code: z.string(), description: z.string() })
export type IndustryGroup = z.infer<typeof IndustryGroup>

/** BC: Salesperson/Purchaser, table 13 */
export const Salesperson = z.object({
  ...row,
  id: id<SalespersonId>(),
  code: z.string(),
  name: z.string(),
  jobTitle: z.string(),
  phone: z.string(),
  email: z.string(),
  blocked: z.boolean(),
  /** Her name as she writes it, as a picture for letters. */
  signature: z.optional(id<AttachmentId>()),
})
export type Salesperson = z.infer<typeof Salesperson>
