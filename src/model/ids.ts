// Stable keys. Each noun has its own type of id, so that a contact's id cannot be passed as a segment's.
// The human number (`no`) stands beside it and is never relied on to be unique.
import * as z from 'zod/mini'

z.config({ jitless: true })

declare const idOf: unique symbol
export type Id<Noun extends string> = string & { readonly [idOf]: Noun }

export type ContactId = Id<'contact'>
export type MailingGroupId = Id<'mailingGroup'>
export type IndustryGroupId = Id<'industryGroup'>
export type SalespersonId = Id<'salesperson'>
export type TemplateId = Id<'interactionTemplate'>
export type AttachmentId = Id<'attachment'>
export type SegmentId = Id<'segment'>
export type StepId = Id<'step'>
export type LoggedSegmentId = Id<'loggedSegment'>
export type EntryId = Id<'interactionLogEntry'>
export type LoggedLinesId = Id<'loggedLines'>
export type InteractionGroupId = Id<'interactionGroup'>
export type SavedCriteriaId = Id<'savedCriteria'>
export type BusinessRelationId = Id<'businessRelation'>
export type JobResponsibilityId = Id<'jobResponsibility'>
export type OrganizationalLevelId = Id<'organizationalLevel'>
export type TerritoryId = Id<'territory'>
export type QuestionnaireId = Id<'questionnaire'>
export type QuestionId = Id<'question'>
export type AnswerId = Id<'answer'>
export type PurchaseId = Id<'purchase'>
export type HandOverStateId = Id<'handOverState'>
export type SalutationId = Id<'salutation'>
export type SalutationFormulaId = Id<'salutationFormula'>
export type ImportMappingId = Id<'importMapping'>
export type WebSourceId = Id<'webSource'>
export type MergeId = Id<'merge'>
export type NotDuplicateId = Id<'notDuplicate'>
export type NoteId = Id<'note'>
export type CampaignId = Id<'campaign'>
export type CampaignEntryId = Id<'campaignEntry'>
export type CampaignStatusId = Id<'campaignStatus'>
/** Of an answer within its campaign; the shipped ones have ids that stay. */
export type ResponseStatusId = Id<'responseStatus'>
export type TaskId = Id<'task'>
export type OpportunityId = Id<'opportunity'>
export type CallRoundId = Id<'callRound'>

/** The schema of an id: any text that is not blank. */
export const id = <T extends string>() => z.string().check(z.minLength(1)) as unknown as z.ZodMiniType<T, T>
