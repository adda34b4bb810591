// The form of an opportunity as it is typed: what it begins with, what was meant, where its typing is kept.
import { isDay } from '../../../base/day.ts'
import { readAmount } from '../../../base/number.ts'
import { fieldsOfOpportunity, type OpportunityAbout, type OpportunityFields } from '../../../core/opportunity/opportunity.ts'
import type { SalespersonId } from '../../../model/ids.ts'
import type { Opportunity } from '../../../model/task.ts'

/** As it is typed: texts, a blank one is not filled in. */
export interface OpportunityForm {
  description: string
  expectedDay: string
  estimatedValue: string
  chance: string
  notes: string
  salespersonId: string
}

/** Neither likely nor unlikely, until somebody says more. */
const middling = '50'

export const newOpportunityForm = (salespersonId: string): OpportunityForm => ({
  ...{ description: '', expectedDay: '', estimatedValue: '', chance: middling, notes: '', salespersonId },
})

/** @param mark the decimal mark of the interface's language */
export function formOfOpportunity(opportunity: Opportunity, mark: string): OpportunityForm {
  const { description, expectedDay = '', estimatedValue, chance, notes, salespersonId = '' } = fieldsOfOpportunity(opportunity)
  return { description, expectedDay, estimatedValue: written(estimatedValue, mark), chance: written(chance, mark), notes, salespersonId }
}

/** An amount as it stands in its field. */
export const written = (value: number, mark: string): string => String(value).replace('.', mark)

/** What was meant. */
export function fieldsOfForm(form: OpportunityForm, mark: string): OpportunityFields {
  const { description, expectedDay, estimatedValue, chance, notes, salespersonId } = form
  return {
    ...{ description, notes, estimatedValue: amountTyped(estimatedValue, mark), chance: amountTyped(chance, mark) },
    expectedDay: isDay(expectedDay) ? expectedDay : undefined,
    salespersonId: salespersonId === '' ? undefined : (salespersonId as SalespersonId),
  }
}

/** Blank is nought; what is no amount is `NaN`. */
export const amountTyped = (text: string, mark: string): number => (text.trim() === '' ? 0 : (readAmount(text, mark) ?? Number.NaN))

/** Under which name the typing is kept: beside what the opportunity is made from, where it is looked for again. */
export function draftOfOpportunity(opportunity: Opportunity | undefined, about: readonly OpportunityAbout[]): string {
  if (opportunity) return `opportunity:${opportunity.id}`
  const [first = {}] = about
  const { entryId, segmentId, contactId } = first
  if (entryId && about.length === 1) return `entry:${entryId}:opportunity`
  if (segmentId) return `segment:${segmentId}:opportunity`
  return contactId && about.length === 1 ? `contact:${contactId}:opportunity` : 'opportunity:new'
}
