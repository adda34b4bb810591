// How the values of a segment's header and lines are said, and which may be chosen.
import type { Effective } from '../../core/segment/effective.ts'
import type { From } from '../../core/segment/valued.ts'
import type { LineField } from '../../core/segment/edit.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { letterLanguageName, mediumDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { letterLanguages } from '../pieces/letterLanguages.ts'

/** The fields a line may have of its own, in the order of the panel. */
export const panelFields: readonly LineField[] = [
  'templateId',
  'correspondenceType',
  'languageCode',
  'subject',
  'description',
  'day',
  'salespersonId',
  'campaignId',
]

export const fieldLabel = (field: LineField): string => t(`segment.field.${field}`)

export const fromText = (from: From): string => t(`segment.from.${from}`)

export const correspondenceText = (type: 'hardCopy' | 'email' | undefined): string => t(`segment.type.${type ?? 'none'}`)

/** A line's value as it is read, and where it comes from. */
export function valueOf(resolved: Effective, field: LineField): { text: string; from: From } {
  switch (field) {
    case 'templateId':
      return { text: resolved.template.value?.description ?? '', from: resolved.template.from }
    case 'correspondenceType':
      return { text: correspondenceText(resolved.correspondenceType.value), from: resolved.correspondenceType.from }
    case 'languageCode':
      return { text: languageText(resolved.languageCode.value), from: resolved.languageCode.from }
    case 'subject':
      return { text: resolved.subject.value, from: resolved.subject.from }
    case 'description':
      return { text: resolved.description.value, from: resolved.description.from }
    case 'day':
      return { text: mediumDay(resolved.day.value), from: resolved.day.from }
    case 'salespersonId':
      return { text: resolved.salesperson.value?.name ?? '', from: resolved.salesperson.from }
    case 'campaignId':
      return { text: resolved.campaign.value?.description ?? '', from: resolved.campaign.from }
  }
}

export const languageText = (tag: string | undefined): string => (tag ? letterLanguageName(tag) : '')

export interface Option {
  value: string
  label: string
}

/** What may be chosen for a field; nothing for a field that is typed. */
export function optionsOf(field: LineField, lists: Lists | undefined): Option[] | undefined {
  switch (field) {
    case 'templateId':
      return lists?.templates.map(({ id, description }) => ({ value: id, label: description })) ?? []
    case 'salespersonId':
      return lists?.salespeople.filter(({ blocked }) => !blocked).map(({ id, name }) => ({ value: id, label: name })) ?? []
    case 'campaignId':
      return lists?.campaigns.map(({ id, no, description }) => ({ value: id, label: `${no} · ${description}` })) ?? []
    case 'correspondenceType':
      return (['hardCopy', 'email'] as const).map((value) => ({ value, label: correspondenceText(value) }))
    case 'languageCode':
      return letterLanguages(lists?.templates.flatMap((template) => template.documents.map((document) => document.languageCode)))
    case 'subject':
    case 'description':
    case 'day':
      return undefined
  }
}
