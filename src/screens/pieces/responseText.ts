// The words of what was answered: its own, or those of a shipped one.
import { shippedResponses } from '../../core/campaign/responses.ts'
import type { Campaign, ResponseStatus } from '../../model/campaign.ts'
import type { ResponseStatusId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { isKey, t } from '../../text/language.svelte.ts'

type Campaigns = readonly Pick<Campaign, 'id' | 'responseStatuses' | 'description' | 'no'>[]

/** What an answer is called. */
export function responseText({ id, description }: Pick<ResponseStatus, 'id' | 'description'>): string {
  const key = `response.${id}`
  if (description !== '') return description
  return isKey(key) ? t(key) : t('response.nameless')
}

/** All answers there are, the shipped ones first, each once; those of campaigns with the campaign they are of. */
export function knownStatuses(campaigns: Campaigns): Map<ResponseStatusId, ResponseStatus & { of?: string }> {
  const known = new Map<ResponseStatusId, ResponseStatus & { of?: string }>(shippedResponses.map((status) => [status.id, status]))
  for (const { responseStatuses = [], description, no } of campaigns)
    // What a campaign calls one of the shipped ones holds there only.
    for (const status of responseStatuses) if (!known.has(status.id)) known.set(status.id, { ...status, of: description || no })
  return known
}

/** What an answer is called, whatever campaign it is of; nothing when no campaign knows it any more. */
export function statusName(id: ResponseStatusId, campaigns: Campaigns): string | undefined {
  const status = knownStatuses(campaigns).get(id)
  return status && responseText(status)
}

/** All of them to choose from. */
export const statusOptions = (campaigns: Campaigns) =>
  [...knownStatuses(campaigns).values()].map((status) => ({
    ...{ value: status.id, label: responseText(status) },
    ...(status.of ? { hint: status.of } : {}),
  }))

/** What was answered to an entry, in words; nothing when nothing was. "Answered" where it was not said what. */
export function answerText(
  { responseStatusId, respondedDay, campaignId }: Pick<InteractionLogEntry, 'responseStatusId' | 'respondedDay' | 'campaignId'>,
  campaigns: Campaigns,
): string | undefined {
  if (responseStatusId === undefined) return respondedDay && t('logged.answered')
  const own = campaigns.find(({ id }) => id === campaignId)?.responseStatuses?.find(({ id }) => id === responseStatusId)
  return own ? responseText(own) : (statusName(responseStatusId, campaigns) ?? t('response.nameless'))
}
