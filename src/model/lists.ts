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

/** Profile questions with their answers. BC: Profiling/ProfileQuestionnaireHeader.Table.al, ProfileQuestionnaireLine.Table.al */
export const Questionnaire = z.object({
  ...coded,
  id: id<QuestionnaireId>(),
  /** Missing = for companies and persons. */
  contactType: z.optional(z.enum(['company', 'person'])),
  questions: z.array(
    z.object({
      id: id<QuestionId>(),
      description: z.string(),
      /** Whether more than one answer may be given. */
      multiple: z.boolean(),
      answers: z.array(z.object({ id: id<AnswerId>(), description: z.string() })),
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
