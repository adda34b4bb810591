// Criteria: a tree of all / any / none. Relative dates are stored as relations and resolved when they are asked.
import * as z from 'zod/mini'
import { id, type IndustryGroupId, type MailingGroupId } from './ids.ts'
import { day } from './parts.ts'

/** Fields of the contact that hold free text. `companyName` is looked up on the company. */
export const TextField = z.enum(['name', 'companyName', 'address', 'postCode', 'city', 'county', 'jobTitle', 'email', 'phone'])
export type TextField = z.infer<typeof TextField>
/** Fields whose values come from a short list. */
export const ChoiceField = z.enum(['type', 'countryCode', 'languageCode', 'salutationCode', 'salespersonId', 'correspondenceType'])
export type ChoiceField = z.infer<typeof ChoiceField>

export const TextOperator = z.enum(['isAnyOf', 'isNoneOf', 'contains', 'doesNotContain', 'startsWith', 'between', 'isBlank', 'isNotBlank'])
export type TextOperator = z.infer<typeof TextOperator>
export const ChoiceOperator = z.enum(['isAnyOf', 'isNoneOf', 'isBlank', 'isNotBlank'])
export type ChoiceOperator = z.infer<typeof ChoiceOperator>
export const SetOperator = z.enum(['hasAnyOf', 'hasAllOf', 'hasNoneOf'])
export type SetOperator = z.infer<typeof SetOperator>

/** A day as a relation ("90 days ago"), or an exact one. */
export const RelativeDay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ago'), count: z.number(), unit: z.enum(['day', 'week', 'month', 'year']) }),
  z.object({ kind: z.literal('exact'), day }),
])
export type RelativeDay = z.infer<typeof RelativeDay>

export const Rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), field: TextField, operator: TextOperator, values: z.array(z.string()) }),
  z.object({ kind: z.literal('choice'), field: ChoiceField, operator: ChoiceOperator, values: z.array(z.string()) }),
  z.object({ kind: z.literal('mailingGroup'), operator: SetOperator, ids: z.array(id<MailingGroupId>()) }),
  z.object({ kind: z.literal('industryGroup'), operator: SetOperator, ids: z.array(id<IndustryGroupId>()) }),
  /** Has an interaction on or after the day, or has none since then; cancelled entries do not count. */
  z.object({ kind: z.literal('interaction'), operator: z.enum(['noneSince', 'someSince']), since: RelativeDay }),
])
export type Rule = z.infer<typeof Rule>

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
