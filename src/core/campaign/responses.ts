// What may be answered to a campaign: a list of its own, or the shipped one. Each answer says as what it counts.
import type { Campaign, ResponseCounts, ResponseStatus } from '../../model/campaign.ts'
import type { ResponseStatusId } from '../../model/ids.ts'

const shipped = (id: string, counts: ResponseCounts): ResponseStatus => ({ id: id as ResponseStatusId, description: '', counts })

/** Those every campaign begins with. What they are called says `text` by their ids, as long as their description is blank. */
export const shippedResponses: readonly ResponseStatus[] = [
  shipped('order', 'order'),
  shipped('interested', 'interested'),
  shipped('callBack', 'response'),
  shipped('notInterested', 'response'),
  shipped('wrongAddress', 'no'),
  shipped('moved', 'no'),
]

/** The answers that may come; of what belongs to no campaign the shipped ones. */
export const responseStatusesOf = (campaign: Pick<Campaign, 'responseStatuses'> | undefined): readonly ResponseStatus[] =>
  campaign?.responseStatuses ?? shippedResponses

const ranks: Record<ResponseCounts, number> = { no: 0, response: 1, interested: 2, order: 3 }

/** Whether an answer that counts as the one counts as the other as well: an order is an interest, too. */
export const countsAs = (one: ResponseCounts, other: ResponseCounts): boolean => ranks[one] >= ranks[other]
