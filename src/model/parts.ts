// Small schemas that several nouns share.
import * as z from 'zod/mini'
import { isDay, type Day } from '../base/day.ts'

export const day = z.string().check(z.refine((text) => isDay(text))) as unknown as z.ZodMiniType<Day, Day>

/** Point in time as ISO text in UTC. */
export const instant = z.string()

/** BC: Interaction/CorrespondenceType.Enum.al, without the blank: a missing value is blank. */
export const CorrespondenceType = z.enum(['hardCopy', 'email'])
export type CorrespondenceType = z.infer<typeof CorrespondenceType>

export const InformationFlow = z.enum(['outbound', 'inbound'])
export const InitiatedBy = z.enum(['us', 'them'])
/** BC: Interaction/InteractionEvaluation.Enum.al */
export const Evaluation = z.enum(['veryPositive', 'positive', 'neutral', 'negative', 'veryNegative'])
export type Evaluation = z.infer<typeof Evaluation>

/** Time of day on the tablet's clock, `09:30`. */
export const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** Where a letter is on its way; missing = nothing is to be delivered. BC: "Delivery Status" */
export const Delivery = z.enum(['toPrint', 'printed', 'toSend', 'shared', 'failed'])
export type Delivery = z.infer<typeof Delivery>

/** Whom of a logged segment a follow-up is for. */
export const FollowUpWho = z.union([z.enum(['all', 'responded', 'notResponded', 'attemptFailed', 'notEvaluated']), Evaluation])
export type FollowUpWho = z.infer<typeof FollowUpWho>

/** Language of a letter: any BCP 47 tag (`de`, `nl-BE`), not only those of the interface. */
export const letterLanguage = z.string() as unknown as z.ZodMiniType<LetterLanguage, LetterLanguage>
declare const letterLanguageBrand: unique symbol
export type LetterLanguage = string & { readonly [letterLanguageBrand]: true }
export const toLetterLanguage = (tag: string) => tag as LetterLanguage

/** What every stored row bears: `rev` is the number of the commit that wrote it last; `sample` marks invented data. */
export const row = { rev: z.number(), sample: z.optional(z.literal(true)) }
