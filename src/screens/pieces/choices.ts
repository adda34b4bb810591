// What may be chosen wherever it stands, each as value and words: rows of a short list, salespeople, campaigns, how an interaction goes.
import type { Campaign } from '../../model/campaign.ts'
import type { Salesperson } from '../../model/contact.ts'
import { CorrespondenceType, InformationFlow, InitiatedBy } from '../../model/parts.ts'
import { t } from '../../text/language.svelte.ts'

export interface Option {
  value: string
  label: string
}

export const correspondenceTypes = (): Option[] => CorrespondenceType.options.map((value) => ({ value, label: t(`segment.type.${value}`) }))
export const informationFlows = (): Option[] => InformationFlow.options.map((value) => ({ value, label: t(`template.${value}`) }))
export const initiators = (): Option[] => InitiatedBy.options.map((value) => ({ value, label: t(`template.${value}`) }))

/** Rows of a short list by their description; one without a description is called by its code. */
export const codedOptions = (rows: readonly { id: string; code: string; description: string }[] = []): Option[] =>
  rows.map(({ id, code, description }) => ({ value: id, label: description || code }))

/** Whoever is blocked is not offered, but stays where she is chosen. BC: Salesperson "Blocked" @param now who is chosen */
export const salespersonOptions = (salespeople: readonly Salesperson[] = [], now = ''): Option[] =>
  salespeople.filter(({ blocked, id }) => !blocked || id === now).map(({ id, name, code }) => ({ value: id, label: name || code }))

/** Campaigns by number and description. */
export const campaignOptions = (campaigns: readonly Campaign[] = []): Option[] =>
  campaigns.map(({ id, no, description }) => ({ value: id, label: `${no} · ${description}` }))

/** The same with those in front that were set to be offered first (Settings, Countries and Languages), in that order. */
export function firstOffered(options: readonly Option[], first: readonly string[] = []): Option[] {
  const front = first.flatMap((code) => options.find(({ value }) => value === code) ?? [])
  return [...front, ...options.filter((option) => !front.includes(option))]
}
