// Criteria: a tree of all / any / none. Relative dates are stored as relations and resolved when they are asked.
// BC: Contact/AddContacts.Report.al (its filter groups are the kinds of rules here)
import * as z from 'zod/mini'
import {
  id,
  type AnswerId,
  type BusinessRelationId,
  type CampaignId,
  type ContactId,
  type IndustryGroupId,
  type InteractionGroupId,
  type JobResponsibilityId,
  type LoggedSegmentId,
  type MailingGroupId,
  type SalespersonId,
  type SavedCriteriaId,
  type TemplateId,
} from './ids.ts'
import { CorrespondenceType, day, Evaluation, InformationFlow, InitiatedBy, instant, row } from './parts.ts'

/** Fields of the contact that hold free text. `companyName` is looked up on the company. */
export const TextField = z.enum([
  'name',
  'companyName',
  'address',
  'postCode',
  'city',
  'county',
  'jobTitle',
  'email',
  'phone',
  'mobilePhone',
  'no',
  'firstName',
  'surname',
  'homePage',
  'vatNo',
  'externalId',
])
export type TextField = z.infer<typeof TextField>
/** Fields whose values come from a short list. */
export const ChoiceField = z.enum([
  'type',
  'countryCode',
  'languageCode',
  'salutationCode',
  'salespersonId',
  'correspondenceType',
  'territoryId',
  'organizationalLevelId',
])
export type ChoiceField = z.infer<typeof ChoiceField>
/** Fields that are yes or no. */
export const FlagField = z.enum(['excludeFromSegment', 'privacyBlocked', 'minor', 'parentalConsent'])
export type FlagField = z.infer<typeof FlagField>

export const TextOperator = z.enum(['isAnyOf', 'isNoneOf', 'contains', 'doesNotContain', 'startsWith', 'between', 'isBlank', 'isNotBlank'])
export type TextOperator = z.infer<typeof TextOperator>
export const ChoiceOperator = z.enum(['isAnyOf', 'isNoneOf', 'isBlank', 'isNotBlank'])
export type ChoiceOperator = z.infer<typeof ChoiceOperator>
export const SetOperator = z.enum(['hasAnyOf', 'hasAllOf', 'hasNoneOf'])
export type SetOperator = z.infer<typeof SetOperator>
export const HistoryOperator = z.enum(['has', 'hasNone'])
export type HistoryOperator = z.infer<typeof HistoryOperator>

/** A day as a relation ("90 days ago"), or an exact one. */
export const RelativeDay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ago'), count: z.number(), unit: z.enum(['day', 'week', 'month', 'year']) }),
  z.object({ kind: z.literal('exact'), day }),
])
export type RelativeDay = z.infer<typeof RelativeDay>

/** From a day to a day, both included; a missing end is open. */
export const DayRange = z.object({ from: z.optional(RelativeDay), to: z.optional(RelativeDay) })
export type DayRange = z.infer<typeof DayRange>

/** What one and the same interaction log entry must be like; what is missing is not asked. BC: filters on the Interaction Log Entry */
export const EntryWhere = z.object({
  within: z.optional(DayRange),
  templateIds: z.optional(z.array(id<TemplateId>())),
  interactionGroupIds: z.optional(z.array(id<InteractionGroupId>())),
  campaignIds: z.optional(z.array(id<CampaignId>())),
  salespersonIds: z.optional(z.array(id<SalespersonId>())),
  loggedSegmentIds: z.optional(z.array(id<LoggedSegmentId>())),
  evaluations: z.optional(z.array(Evaluation)),
  correspondenceTypes: z.optional(z.array(CorrespondenceType)),
  informationFlow: z.optional(InformationFlow),
  initiatedBy: z.optional(InitiatedBy),
  attempt: z.optional(z.enum(['succeeded', 'failed'])),
  response: z.optional(z.boolean()),
  /** Entries that were cancelled count as well. */
  cancelledToo: z.optional(z.boolean()),
})
export type EntryWhere = z.infer<typeof EntryWhere>

/** What one and the same purchase must be like. BC: filters on the Value Entry */
export const PurchaseWhere = z.object({
  within: z.optional(DayRange),
  /** Item numbers. */
  itemNos: z.optional(z.array(z.string())),
  itemGroups: z.optional(z.array(z.string())),
  quantityFrom: z.optional(z.number()),
  amountFrom: z.optional(z.number()),
})
export type PurchaseWhere = z.infer<typeof PurchaseWhere>

export const Rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), field: TextField, operator: TextOperator, values: z.array(z.string()) }),
  z.object({ kind: z.literal('choice'), field: ChoiceField, operator: ChoiceOperator, values: z.array(z.string()) }),
  z.object({ kind: z.literal('flag'), field: FlagField, is: z.boolean() }),
  z.object({ kind: z.literal('mailingGroup'), operator: SetOperator, ids: z.array(id<MailingGroupId>()) }),
  z.object({ kind: z.literal('answer'), operator: SetOperator, ids: z.array(id<AnswerId>()) }),
  /** Of a person. */
  z.object({ kind: z.literal('jobResponsibility'), operator: SetOperator, ids: z.array(id<JobResponsibilityId>()) }),
  /** Of the contact's company. */
  z.object({ kind: z.literal('industryGroup'), operator: SetOperator, ids: z.array(id<IndustryGroupId>()) }),
  /** Of the contact's company. */
  z.object({ kind: z.literal('businessRelation'), operator: SetOperator, ids: z.array(id<BusinessRelationId>()) }),
  /** Has at least so many interactions where …, or has fewer. */
  z.object({ kind: z.literal('interaction'), operator: HistoryOperator, atLeast: z.number(), where: EntryWhere }),
  /** The contact's company has at least so many purchases where …, or has fewer. */
  z.object({ kind: z.literal('purchase'), operator: HistoryOperator, atLeast: z.number(), where: PurchaseWhere }),
  /** These people by name: what choosing by hand becomes in saved criteria. */
  z.object({ kind: z.literal('contact'), operator: z.enum(['isAnyOf', 'isNoneOf']), ids: z.array(id<ContactId>()) }),
])
export type Rule = z.infer<typeof Rule>
export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>

export interface Group {
  kind: 'group'
  match: 'all' | 'any' | 'none'
  items: (Rule | Group)[]
}
export const Group: z.ZodMiniType<Group> = z.lazy(() =>
  z.object({ kind: z.literal('group'), match: z.enum(['all', 'any', 'none']), items: z.array(z.union([Rule, Group])) }),
)

/** The whole of what was asked in one step. A group without items matches everybody. */
export type Criteria = Group
export const Criteria = Group
export const everybody: Criteria = { kind: 'group', match: 'all', items: [] }

export const StepOptions = z.object({
  allowExisting: z.boolean(),
  expandCompanies: z.boolean(),
  allowRelatedCompanies: z.boolean(),
  ignoreExclusion: z.boolean(),
  entireCompanies: z.boolean(),
})
export type StepOptions = z.infer<typeof StepOptions>

export const SavedStep = z.object({
  kind: z.enum(['add', 'reduce', 'refine']),
  criteria: Criteria,
  options: StepOptions,
  /** Switched off: it stays in the recipe, and is passed over. */
  off: z.optional(z.literal(true)),
})
export type SavedStep = z.infer<typeof SavedStep>

/** The recipe of a segment under a name, to be used again. BC: Segment/SavedSegmentCriteria.Table.al */
export const SavedCriteria = z.object({
  ...row,
  id: id<SavedCriteriaId>(),
  code: z.string(),
  description: z.string(),
  steps: z.array(SavedStep),
  savedBy: z.string(),
  changedAt: instant,
})
export type SavedCriteria = z.infer<typeof SavedCriteria>
