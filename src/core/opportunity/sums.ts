// What opportunities come to, and which of them are looked at: the list, a campaign's, a contact's.
// BC: Campaign.Table.al "No. of Opportunities", "Estimated Value (LCY)", "Calcd. Current Value (LCY)"
import { bearsAll, searchKey, wordsOf } from '../../base/fold.ts'
import type { CampaignId, ContactId, SalespersonId } from '../../model/ids.ts'
import type { Opportunity, OpportunityStatus } from '../../model/task.ts'
import { weighted } from './opportunity.ts'

export interface OpportunitySums {
  count: number
  /** As estimated; of won ones what they brought. */
  value: number
  /** By their chance; of won ones all of it, of lost ones nothing. */
  weighted: number
}

/** What it comes to: what it brought where it is won, else as estimated. */
export const valueOf = ({ status, closedValue, estimatedValue }: Opportunity): number =>
  status === 'won' ? (closedValue ?? estimatedValue) : estimatedValue

const weightOf = (opportunity: Opportunity): number =>
  opportunity.status === 'lost' ? 0 : opportunity.status === 'won' ? valueOf(opportunity) : weighted(opportunity)

/** What these come to, by where they stand. */
export function sumsOf(opportunities: Iterable<Opportunity>): Record<OpportunityStatus, OpportunitySums> {
  const none = (): OpportunitySums => ({ count: 0, value: 0, weighted: 0 })
  const sums = { open: none(), won: none(), lost: none() }
  for (const opportunity of opportunities) {
    const sum = sums[opportunity.status]
    sum.count++
    sum.value += valueOf(opportunity)
    sum.weighted += weightOf(opportunity)
  }
  return sums
}

export interface OpportunityQuestion {
  salespersonId: SalespersonId | undefined
  campaignId: CampaignId | undefined
  text: string
}

export const allOpportunities: OpportunityQuestion = { salespersonId: undefined, campaignId: undefined, text: '' }

/** @param nameOf what a contact is called, as far as it is known */
export function siftOpportunities(
  opportunities: readonly Opportunity[],
  { salespersonId, campaignId, text }: OpportunityQuestion,
  nameOf: (id: ContactId) => string,
): Opportunity[] {
  const words = wordsOf(text)
  return opportunities.filter(
    (one) =>
      (salespersonId === undefined || one.salespersonId === salespersonId) &&
      (campaignId === undefined || one.campaignId === campaignId) &&
      (words.length === 0 || bearsAll(searchKey(textOf(one, nameOf)), words)),
  )
}

function textOf({ no, description, notes, closeReason, contactId, companyId }: Opportunity, nameOf: (id: ContactId) => string): string {
  const names = [...new Set([contactId, companyId])].map((id) => (id ? nameOf(id) : ''))
  return [no, description, notes, closeReason, ...names].join(' ')
}

export type OpportunityOrder = 'day' | 'value'

/** By the day that matters: when it is expected, of closed ones when they ended (the latest first); or by value, the largest first. */
export function inOrder(opportunities: readonly Opportunity[], order: OpportunityOrder): Opportunity[] {
  const byDay = (a: Opportunity, b: Opportunity) =>
    a.status === 'open' ? later(a.expectedDay).localeCompare(later(b.expectedDay)) : (b.closedDay ?? '').localeCompare(a.closedDay ?? '')
  const byValue = (a: Opportunity, b: Opportunity) => valueOf(b) - valueOf(a)
  const first = order === 'day' ? byDay : byValue
  return [...opportunities].sort((a, b) => first(a, b) || a.no.localeCompare(b.no))
}

/** What has no day comes last. */
const later = (day: string | undefined) => day ?? '9999'
