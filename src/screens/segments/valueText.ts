// How the values of a segment's header and lines are said, and which may be chosen.
import type { Effective } from '../../core/segment/effective.ts'
import type { From } from '../../core/segment/valued.ts'
import type { LineField } from '../../core/segment/edit.ts'
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import { Evaluation } from '../../model/parts.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { amount, figure, letterLanguageName, mediumDay } from '../../text/format.ts'
import { t, type Key } from '../../text/language.svelte.ts'
import { campaignOptions, codedOptions, correspondenceTypes, informationFlows, initiators, type Option } from '../pieces/choices.ts'
import { letterLanguages } from '../pieces/letterLanguages.ts'

export interface FieldGroup {
  title: Key
  fields: readonly LineField[]
}

/** The fields a line may have of its own, as the panel shows them. */
export const panelGroups: readonly FieldGroup[] = [
  { title: 'segment.group.letter', fields: ['templateId', 'correspondenceType', 'languageCode', 'subject', 'alternativeAddress'] },
  {
    title: 'segment.group.when',
    fields: ['description', 'day', 'time', 'salespersonId', 'campaignId', 'campaignTarget', 'campaignResponse'],
  },
  { title: 'segment.group.outcome', fields: ['evaluation', 'attemptFailed', 'contactVia'] },
  { title: 'segment.group.cost', fields: ['cost', 'duration', 'informationFlow', 'initiatedBy'] },
]

/** Fields that many lines may be given at once: an address and a number belong to one contact. */
export const bulkFields: readonly LineField[] = panelGroups
  .flatMap(({ fields }) => fields)
  .filter((field) => field !== 'alternativeAddress' && field !== 'contactVia')

export const fieldLabel = (field: LineField): string => t(`segment.field.${field}`)

export const fromText = (from: From): string => t(`segment.from.${from}`)

export const correspondenceText = (type: 'hardCopy' | 'email' | undefined): string => t(`segment.type.${type ?? 'none'}`)

export const languageText = (tag: string | undefined): string => (tag ? letterLanguageName(tag) : '')

export const yesNo = (on: boolean): string => t(on ? 'segment.yes' : 'segment.no')

export const minutesText = (minutes: number): string => t('segment.minutes', { minutes: figure(minutes) })

/** One line for an alternative address: its name and where it is. */
const addressText = ({ code, description, address, city }: AlternativeAddress): string =>
  [description || code, [address, city].filter(Boolean).join(', ')].filter(Boolean).join(' · ')

/** A line's value as it is read, and where it comes from. `gone`: what it names is no longer there. */
export function valueOf(resolved: Effective, field: LineField): { text: string; from: From; gone?: boolean } {
  switch (field) {
    case 'templateId':
      return named(resolved.template, ({ description, code }) => description || code)
    case 'salespersonId':
      return named(resolved.salesperson, ({ name, code }) => name || code)
    case 'campaignId':
      return named(resolved.campaign, ({ no, description }) => `${no} · ${description}`)
    case 'alternativeAddress':
      return addressValue(resolved)
    case 'correspondenceType':
      return { text: correspondenceText(resolved.correspondenceType.value), from: resolved.correspondenceType.from }
    case 'languageCode':
      return { text: languageText(resolved.languageCode.value), from: resolved.languageCode.from }
    case 'day':
      return { text: mediumDay(resolved.day.value), from: resolved.day.from }
    case 'time':
    case 'evaluation':
    case 'attemptFailed':
    case 'contactVia':
      return ownValue(resolved, field)
    case 'subject':
    case 'description':
    case 'cost':
    case 'duration':
    case 'informationFlow':
    case 'initiatedBy':
    case 'campaignTarget':
    case 'campaignResponse':
      return plainValue(resolved, field)
  }
}

function plainValue(
  resolved: Effective,
  field: 'subject' | 'description' | 'cost' | 'duration' | 'informationFlow' | 'initiatedBy' | 'campaignTarget' | 'campaignResponse',
): { text: string; from: From } {
  const { from } = resolved[field]
  switch (field) {
    case 'cost':
      return { text: amount(resolved.cost.value), from }
    case 'duration':
      return { text: minutesText(resolved.duration.value), from }
    case 'informationFlow':
      return { text: t(`template.${resolved.informationFlow.value}`), from }
    case 'initiatedBy':
      return { text: t(`template.${resolved.initiatedBy.value}`), from }
    case 'campaignTarget':
    case 'campaignResponse':
      return { text: yesNo(resolved[field].value), from }
    case 'subject':
    case 'description':
      return { text: resolved[field].value, from }
  }
}

function ownValue({ line: { own } }: Effective, field: LineField): { text: string; from: From } {
  const from = own[field] === undefined ? 'none' : 'line'
  if (field === 'evaluation') return { text: own.evaluation ? t(`contact.evaluation.${own.evaluation}`) : '', from }
  if (field === 'attemptFailed') return { text: yesNo(own.attemptFailed ?? false), from }
  return { text: String(own[field] ?? ''), from }
}

function named<T>({ value, from }: { value: T | undefined; from: From }, name: (row: T) => string) {
  if (value !== undefined) return { text: name(value), from }
  return from === 'none' ? { text: '', from } : { text: t('segment.refGone'), from, gone: true }
}

function addressValue({ line: { own }, contact, alternativeAddress: { value, from }, day }: Effective) {
  const missing = Boolean(own.alternativeAddress) && value === undefined && contact !== undefined
  if (missing) return { text: t('segment.refGone'), from, gone: true }
  if (!value) return { text: t('segment.mainAddress'), from }
  const text = addressText(value)
  return { text: from === 'contact' ? t('segment.activeOn', { address: text, day: mediumDay(day.value) }) : text, from }
}

/** What may be chosen for a field; nothing for a field that is typed. @param now what is chosen: it is offered even if it is blocked or gone */
export function optionsOf(field: LineField, lists: Lists | undefined, now = '', contact?: Contact): Option[] | undefined {
  switch (field) {
    case 'templateId':
      return withGone(codedOptions(lists?.templates), now)
    case 'salespersonId':
      return withGone(salespeopleOf(lists, now), now)
    case 'campaignId':
      return withGone(campaignOptions(lists?.campaigns), now)
    case 'correspondenceType':
      return correspondenceTypes()
    case 'languageCode':
      return letterLanguages([
        ...(lists?.templates ?? []).flatMap(({ documents }) => documents.map(({ languageCode }) => languageCode)),
        now,
      ])
    case 'informationFlow':
      return informationFlows()
    case 'initiatedBy':
      return initiators()
    case 'campaignTarget':
    case 'campaignResponse':
    case 'attemptFailed':
      return [true, false].map((on) => ({ value: String(on), label: yesNo(on) }))
    case 'evaluation':
      return Evaluation.options.map((value) => ({ value, label: t(`contact.evaluation.${value}`) }))
    case 'alternativeAddress':
      return addressOptions(contact, now)
    case 'contactVia':
    case 'cost':
    case 'day':
    case 'description':
    case 'duration':
    case 'subject':
    case 'time':
      return undefined
  }
}

/** Whoever is blocked is not offered, but stays to be seen where she is chosen. BC: Salesperson "Blocked" */
const salespeopleOf = (lists: Lists | undefined, now: string): Option[] =>
  (lists?.salespeople ?? [])
    .filter(({ blocked, id }) => !blocked || id === now)
    .map(({ id, name, code, blocked }) => ({
      value: id,
      label: blocked ? t('segment.blockedPerson', { name: name || code }) : name || code,
    }))

/** The value of the main address stands for "whatever the day": a blank is what is inherited. */
export const mainAddress = '-'

function addressOptions(contact: Contact | undefined, now: string): Option[] {
  const own = contact?.alternativeAddresses.map((address) => ({ value: address.code, label: addressText(address) })) ?? []
  const all = [{ value: mainAddress, label: t('segment.mainAddressAlways') }, ...own]
  return now === mainAddress ? all : withGone(all, now)
}

const withGone = (options: Option[], now: string): Option[] =>
  now === '' || options.some(({ value }) => value === now) ? options : [...options, { value: now, label: t('segment.refGone') }]
