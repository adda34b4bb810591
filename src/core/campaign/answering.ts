// What answers what: the one rule by which an interaction that is itself an answer belongs to those before it, and somebody has responded.
// The list from which answers are recorded, the figures and the choice of people for a follow-up all ask here.
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'

/** Whom an interaction was with; of somebody who was deleted who it was. */
export const whoOf = ({ deletedContactId, contactId }: Pick<InteractionLogEntry, 'deletedContactId' | 'contactId'>): ContactId =>
  deletedContactId ?? contactId

/** The campaign of an interaction; of one that was deleted its number. */
const campaignOf = ({ campaignId, campaignNo }: InteractionLogEntry): string | undefined => campaignId ?? campaignNo

/** Whether an interaction may be the answer to another one of its campaign. */
export const mayAnswer = (entry: InteractionLogEntry): boolean => entry.campaignResponse && campaignOf(entry) !== undefined

/** Those of her answers that came to one of these interactions of hers: to the same campaign, on its day or later. */
export const answersTo = (own: readonly InteractionLogEntry[], came: readonly InteractionLogEntry[]): InteractionLogEntry[] =>
  came.filter((answer) => own.some((one) => campaignOf(one) === campaignOf(answer) && one.day <= answer.day))

/** Whether she responded to these of hers: on a day, or by an interaction that is itself an answer. */
export const hasResponded = (own: readonly InteractionLogEntry[], came: readonly InteractionLogEntry[]): boolean =>
  own.some(({ respondedDay }) => respondedDay !== undefined) || answersTo(own, came).length > 0
