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
  type ResponseStatusId,
  type SalespersonId,
  type SavedCriteriaId,
  type SegmentId,
  type TemplateId,
} from './ids.ts'
import { CallOutcome } from './callRound.ts'
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

/**
 * Fields that are a day, or nothing. Days of interactions count those that are not cancelled and did not fail. `nextContact`: by when
 * somebody wants to be heard of.
 */
export const DateField = z.enum(['lastInteraction', 'lastPurchase', 'nextContact', 'birthday', 'createdAt', 'changedAt'])
export type DateField = z.infer<typeof DateField>
/**
 * Figures: interactions that count, purchases of the company and their amount in all, people of the company; by how many days somebody is
 * overdue (below nought so many are left), and the rhythm in days. The last two are blank where somebody is never due, or has no rhythm.
 */
export const NumberField = z.enum(['interactions', 'purchases', 'purchaseAmount', 'peopleInCompany', 'overdueDays', 'cadenceDays'])
export type NumberField = z.infer<typeof NumberField>
/** Fields that a filter expression can be asked of. */
export const ExpressionField = z.enum([
  ...TextField.options,
  ...(['countryCode', 'languageCode', 'salutationCode'] as const),
  ...DateField.options,
  ...NumberField.options,
])
export type ExpressionField = z.infer<typeof ExpressionField>

export const TextOperator = z.enum([
  'isAnyOf',
  'isNoneOf',
  'contains',
  'doesNotContain',
  'startsWith',
  'doesNotStartWith',
  'endsWith',
  'between',
  'isBlank',
  'isNotBlank',
])
export type TextOperator = z.infer<typeof TextOperator>
export const ChoiceOperator = z.enum(['isAnyOf', 'isNoneOf', 'isBlank', 'isNotBlank'])
export type ChoiceOperator = z.infer<typeof ChoiceOperator>
/** `isExactly`: has all of these and no other; `isBlank`: has none at all. */
export const SetOperator = z.enum(['hasAnyOf', 'hasAllOf', 'hasNoneOf', 'isExactly', 'isBlank', 'isNotBlank'])
export type SetOperator = z.infer<typeof SetOperator>
/** `between` holds both ends; `anniversary`: its day and month come round between the two. */
export const DateOperator = z.enum([
  'before',
  'onOrBefore',
  'on',
  'onOrAfter',
  'after',
  'between',
  'notBetween',
  'anniversary',
  'isBlank',
  'isNotBlank',
])
export type DateOperator = z.infer<typeof DateOperator>
export const NumberOperator = z.enum(['equals', 'isNot', 'atLeast', 'atMost', 'between', 'notBetween'])
export type NumberOperator = z.infer<typeof NumberOperator>
export const HistoryOperator = z.enum(['has', 'hasNone'])
export type HistoryOperator = z.infer<typeof HistoryOperator>

export const DayUnit = z.enum(['day', 'week', 'month', 'year'])
export type DayUnit = z.infer<typeof DayUnit>
export const PeriodUnit = z.enum(['week', 'month', 'quarter', 'year'])
export type PeriodUnit = z.infer<typeof PeriodUnit>

/**
 * A day as a relation to the day it is asked on ("90 days ago", "in 2 weeks", "the first day of this quarter"), or an exact one.
 * `shift` counts periods on from the present one: -1 the one before, 1 the next. Weeks begin on Monday. The last day of a period is
 * the day before the first of the next: `end`.
 */
export const RelativeDay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ago'), count: z.number(), unit: DayUnit }),
  z.object({ kind: z.literal('ahead'), count: z.number(), unit: DayUnit }),
  z.object({ kind: z.literal('start'), unit: PeriodUnit, shift: z.number() }),
  z.object({ kind: z.literal('end'), unit: PeriodUnit, shift: z.number() }),
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
  /** What was answered to it; campaigns with answers of their own have others. */
  responseStatusIds: z.optional(z.array(id<ResponseStatusId>())),
  callOutcomes: z.optional(z.array(CallOutcome)),
  informationFlow: z.optional(InformationFlow),
  initiatedBy: z.optional(InitiatedBy),
  attempt: z.optional(z.enum(['succeeded', 'failed'])),
  response: z.optional(z.boolean()),
  /** The entry made its contact a target of its campaign. BC: "Campaign Target" */
  campaignTarget: z.optional(z.boolean()),
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
  quantityTo: z.optional(z.number()),
  amountFrom: z.optional(z.number()),
  amountTo: z.optional(z.number()),
})
export type PurchaseWhere = z.infer<typeof PurchaseWhere>

/** Asked of the contact's company instead of the contact itself; a company is its own. Who has none is blank. */
const of = z.optional(z.literal('company'))
/**
 * Whether those match who have no value there at all. Missing: as the operator says, a "not" takes them in, anything else leaves them
 * out. Of history they are those without any such interaction or purchase, whenever.
 */
const blanks = z.optional(z.boolean())

export const Rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), field: TextField, operator: TextOperator, values: z.array(z.string()), of, blanks }),
  z.object({ kind: z.literal('choice'), field: ChoiceField, operator: ChoiceOperator, values: z.array(z.string()), of, blanks }),
  z.object({ kind: z.literal('flag'), field: FlagField, is: z.boolean(), of }),
  /** `from` alone for one day, both for two; an open end of `between` is missing. */
  z.object({
    ...{ kind: z.literal('date'), field: DateField, operator: DateOperator },
    ...{ from: z.optional(RelativeDay), to: z.optional(RelativeDay), of, blanks },
  }),
  /** `from` alone for one number, both for two. */
  z.object({
    ...{ kind: z.literal('number'), field: NumberField, operator: NumberOperator },
    ...{ from: z.optional(z.number()), to: z.optional(z.number()), of, blanks },
  }),
  /** A filter as the reference writes it: `1000..2000|3000`, `<>NL`, `@*bike*`. One that cannot be read matches nobody. */
  z.object({ kind: z.literal('expression'), field: ExpressionField, expression: z.string(), of, blanks }),
  z.object({ kind: z.literal('mailingGroup'), operator: SetOperator, ids: z.array(id<MailingGroupId>()), of, blanks }),
  z.object({ kind: z.literal('answer'), operator: SetOperator, ids: z.array(id<AnswerId>()), of, blanks }),
  /** Of a person. */
  z.object({ kind: z.literal('jobResponsibility'), operator: SetOperator, ids: z.array(id<JobResponsibilityId>()), blanks }),
  /** Of the contact's company. */
  z.object({ kind: z.literal('industryGroup'), operator: SetOperator, ids: z.array(id<IndustryGroupId>()), blanks }),
  /** Of the contact's company. */
  z.object({ kind: z.literal('businessRelation'), operator: SetOperator, ids: z.array(id<BusinessRelationId>()), blanks }),
  /** Lists the contact stands on: open segments by their lines, logged ones by entries that are not cancelled. */
  z.object({ kind: z.literal('segment'), operator: SetOperator, ids: z.array(z.union([id<SegmentId>(), id<LoggedSegmentId>()])) }),
  /** Campaigns that are active and have the contact, or the contact's company, in their target group. */
  z.object({ kind: z.literal('targetOf'), operator: SetOperator, ids: z.array(id<CampaignId>()) }),
  /** Has at least so many interactions where …, or has fewer. `of` company: with anybody of the company, itself included. */
  z.object({ kind: z.literal('interaction'), operator: HistoryOperator, atLeast: z.number(), where: EntryWhere, of, blanks }),
  /** The contact's company has at least so many purchases where …, or has fewer. */
  z.object({ kind: z.literal('purchase'), operator: HistoryOperator, atLeast: z.number(), where: PurchaseWhere, blanks }),
  /** These people by name. */
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

/** Groups stand in groups so deep, the outermost counted. */
export const deepest = 3

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
