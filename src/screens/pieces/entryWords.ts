// How an entry of the interaction log is called, and the words of its values.
// BC: Interaction/InteractionLogEntry.Table.al (GetEntryTitle: the template, by whom or from whom)
import { shippedResponses } from '../../core/campaign/responses.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { CorrespondenceType, Delivery, Evaluation } from '../../model/parts.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { t } from '../../text/language.svelte.ts'
import { responseText } from './responseText.ts'

export const templateName = (entry: InteractionLogEntry, lists: Lists | undefined): string =>
  lists?.templates.find(({ id }) => id === entry.templateId)?.description ?? ''

export const salespersonName = (entry: InteractionLogEntry, lists: Lists | undefined): string =>
  lists?.salespeople.find(({ id }) => id === entry.salespersonId)?.name ?? ''

/** With whom it was; of somebody who was forgotten, that she was. */
export const whoOf = (entry: InteractionLogEntry): string => (entry.erased ? t('forget.erased') : entry.contactName)

/** "Letter – by Jule Rasmussen" for what went out, "Call – from Anna Berg" for what came in. */
export function entryTitle(entry: InteractionLogEntry, lists: Lists | undefined): string {
  const what = templateName(entry, lists) || entry.description || t('contact.interaction')
  if (entry.informationFlow === 'inbound') return t('entry.from', { what, who: whoOf(entry) })
  const who = salespersonName(entry, lists) || entry.loggedBy
  return who ? t('entry.by', { what, who }) : what
}

/** "Letter – Anna Berg": what it was and with whom, as the head of its sheet. */
export function entryHeading(entry: InteractionLogEntry, lists: Lists | undefined): string {
  const what = templateName(entry, lists) || entry.description || t('contact.interaction')
  return whoOf(entry) ? t('entry.with', { what, who: whoOf(entry) }) : what
}

/** Where a letter can be on its way: what is printed is not sent. */
export const deliveriesOf = ({ correspondenceType }: Pick<InteractionLogEntry, 'correspondenceType'>): readonly Delivery[] =>
  correspondenceType === 'email' ? ['toSend', 'shared', 'failed'] : ['toPrint', 'printed', 'failed']

/** All words of values at once, as a file needs them. */
export const valueWords = (): Record<string, string> => ({
  ...Object.fromEntries(Evaluation.options.map((one) => [one, t(`contact.evaluation.${one}`)])),
  ...Object.fromEntries(Delivery.options.map((one) => [one, t(`entry.delivery.${one}`)])),
  ...Object.fromEntries(CorrespondenceType.options.map((one) => [one, t(`entry.type.${one}`)])),
  ...Object.fromEntries(shippedResponses.map((status) => [status.id, responseText(status)])),
  ...{ outbound: t('entry.outbound'), inbound: t('entry.inbound'), us: t('entry.us'), them: t('entry.them'), yes: t('entry.yes') },
  erased: t('forget.erased'),
})
