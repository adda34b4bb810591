// The answers of a campaign while they are edited: what is typed of each, which go, and what takes the place of those that were given.
import { responseStatusesOf } from '../../core/campaign/responses.ts'
import type { Replacing } from '../../core/campaign/statuses.ts'
import type { Campaign, ResponseCounts, ResponseStatus } from '../../model/campaign.ts'
import type { ResponseStatusId } from '../../model/ids.ts'
import { responseText } from '../pieces/responseText.ts'

export interface AnswerForm {
  id: string
  /** As it is shown: of a shipped one its shipped words. */
  name: string
  counts: ResponseCounts
}

export interface ResponsesForm {
  answers: AnswerForm[]
  /** By answer that goes: the one that takes its place. */
  replacing: Record<string, string>
}

export const formOf = (campaign: Campaign): ResponsesForm => ({
  answers: responseStatusesOf(campaign).map((status) => ({ id: status.id, name: responseText(status), counts: status.counts })),
  replacing: {},
})

/** What a shipped answer is called while nobody gave it words of one's own; blank for one's own. */
export function shippedName(id: string): string {
  const own = responseText({ id: id as ResponseStatusId, description: '' })
  return own === responseText({ id: '' as ResponseStatusId, description: '' }) ? '' : own
}

/** The answers as they are stored: a shipped one that keeps its words has none of its own, so that it speaks every language. */
export const statusesOf = ({ answers }: ResponsesForm): ResponseStatus[] =>
  answers.map(({ id, name, counts }) => ({
    id: id as ResponseStatusId,
    description: name.trim() === shippedName(id) ? '' : name.trim(),
    counts,
  }))

export const replacingOf = ({ replacing }: ResponsesForm): Replacing => replacing as Replacing

/** How many interactions would be changed: their answer goes, comes to count, or no longer counts. */
export function changedBy(campaign: Campaign, form: ResponsesForm, given: Readonly<Record<string, number>>) {
  const now = new Map(form.answers.map((answer) => [answer.id, answer]))
  let toCount = 0
  let notToCount = 0
  let moved = 0
  for (const before of responseStatusesOf(campaign)) {
    const count = given[before.id] ?? 0
    const stays = now.get(before.id)
    const after = stays ?? now.get(form.replacing[before.id] ?? '')
    if (!stays && after) moved += count
    if (after && before.counts === 'no' && after.counts !== 'no') toCount += count
    if (after && before.counts !== 'no' && after.counts === 'no') notToCount += count
  }
  return { toCount, notToCount, moved }
}
