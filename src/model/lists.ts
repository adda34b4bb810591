// The short lists that contacts and interactions are sorted by.
import * as z from 'zod/mini'
import {
  id,
  type AnswerId,
  type BusinessRelationId,
  type InteractionGroupId,
  type JobResponsibilityId,
  type OrganizationalLevelId,
  type QuestionId,
  type QuestionnaireId,
  type SalutationFormulaId,
  type SalutationId,
  type TerritoryId,
  type WebSourceId,
} from './ids.ts'
import { letterLanguage, row } from './parts.ts'

const coded = { ...row, code: z.string(), description: z.string() }

/** What templates are grouped by in statistics. BC: Interaction/InteractionGroup.Table.al */
export const InteractionGroup = z.object({ ...coded, id: id<InteractionGroupId>() })
export type InteractionGroup = z.infer<typeof InteractionGroup>

/** Customer, vendor, competitor … of companies. BC: Setup/BusinessRelation.Table.al */
export const BusinessRelation = z.object({ ...coded, id: id<BusinessRelationId>() })
export type BusinessRelation = z.infer<typeof BusinessRelation>

/** What a person answers for at work. BC: Setup/JobResponsibility.Table.al */
export const JobResponsibility = z.object({ ...coded, id: id<JobResponsibilityId>() })
export type JobResponsibility = z.infer<typeof JobResponsibility>

/** How high a person stands. BC: Setup/OrganizationalLevel.Table.al */
export const OrganizationalLevel = z.object({ ...coded, id: id<OrganizationalLevelId>() })
export type OrganizationalLevel = z.infer<typeof OrganizationalLevel>

/** A region that salespeople share out. BC: Territory, table 286 */
export const Territory = z.object({ ...coded, id: id<TerritoryId>() })
export type Territory = z.infer<typeof Territory>

/** Where companies are looked up on the web; `%1` in the address stands for the search word. BC: Setup/WebSource.Table.al */
export const WebSource = z.object({ ...coded, id: id<WebSourceId>(), url: z.string() })
export type WebSource = z.infer<typeof WebSource>

/** BC: Profiling/ProfileQuestionnairePriority.Enum.al; `veryLow` is not shown on the card. Missing = normal. */
export const ProfilePriority = z.enum(['veryLow', 'low', 'high', 'veryHigh'])
export type ProfilePriority = z.infer<typeof ProfilePriority>

/** Profile questions with their answers. BC: Profiling/ProfileQuestionnaireHeader.Table.al, ProfileQuestionnaireLine.Table.al */
export const Questionnaire = z.object({
  ...coded,
  id: id<QuestionnaireId>(),
  /** Missing = for companies and persons. */
  contactType: z.optional(z.enum(['company', 'person'])),
  /** Only for companies with this relation, and their people. BC: "Business Relation Code" */
  businessRelationId: z.optional(id<BusinessRelationId>()),
  priority: z.optional(ProfilePriority),
  questions: z.array(
    z.object({
      id: id<QuestionId>(),
      description: z.string(),
      /** Whether more than one answer may be given. */
      multiple: z.boolean(),
      /**
       * Of a rating: points for answers to other questions. Their sum says which answer of this question a contact has; nobody gives it by
       * hand. BC: Profiling/Rating.Table.al, "Contact Class. Field" = Rating
       */
      rating: z.optional(z.array(z.object({ answerId: id<AnswerId>(), points: z.number() }))),
      answers: z.array(
        z.object({
          id: id<AnswerId>(),
          description: z.string(),
          priority: z.optional(ProfilePriority),
          /** Of a rating: from so many points to so many, both included; a missing end is open. */
          from: z.optional(z.number()),
          to: z.optional(z.number()),
        }),
      ),
    }),
  ),
})
export type Questionnaire = z.infer<typeof Questionnaire>

/** A salutation code of one's own, beside those that are shipped. BC: Setup/Salutation.Table.al */
export const Salutation = z.object({ ...coded, id: id<SalutationId>() })
export type Salutation = z.infer<typeof Salutation>

export const SalutationKind = z.enum(['formal', 'informal'])
export type SalutationKind = z.infer<typeof SalutationKind>

/** The key of a formula: there is one for each code, language and kind. */
export const formulaId = (salutationCode: string, languageCode: string, kind: SalutationKind) =>
  `${salutationCode.toUpperCase()} ${languageCode.toLowerCase()} ${kind}` as SalutationFormulaId

/** A greeting line of one's own in place of a shipped one, or for a code or language that has none. BC: Setup/SalutationFormula.Table.al */
export const SalutationFormula = z.object({
  ...row,
  /** `formulaId` of the other fields. */
  id: id<SalutationFormulaId>(),
  salutationCode: z.string(),
  languageCode: letterLanguage,
  kind: SalutationKind,
  /** Words and fields: `Dear {{First_Name}} {{Surname}},` */
  pattern: z.string(),
})
export type SalutationFormula = z.infer<typeof SalutationFormula>
