// The fields of a segment header as they are typed, and back. A blank one is inherited from the template, or from each contact.
import { readNumber } from '../../base/number.ts'
import { refreshedBy, type HeaderPatch } from '../../core/segment/edit.ts'
import { toDay } from '../../base/day.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { Segment } from '../../model/segment.ts'
import { amount, letterLanguageName, typedNumber } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { correspondenceText, minutesText, yesNo } from './valueText.ts'

const headerFields = [
  ...(['description', 'day', 'salespersonId', 'campaignId', 'campaignTarget', 'campaignResponse'] as const),
  ...(['templateId', 'correspondence', 'languageCode', 'languageOfAll', 'subject'] as const),
  ...(['cost', 'duration', 'informationFlow', 'initiatedBy', 'lettersPer'] as const),
]
export type HeaderField = (typeof headerFields)[number]
export type HeaderForm = Record<HeaderField, string>

const said = (value: string | number | boolean | undefined): string =>
  value === undefined ? '' : typeof value === 'number' ? typedNumber(value) : String(value)

export const headerForm = (segment: Segment): HeaderForm => ({
  description: segment.description,
  day: segment.day,
  salespersonId: said(segment.salespersonId),
  campaignId: said(segment.campaignId),
  campaignTarget: said(segment.campaignTarget),
  campaignResponse: said(segment.campaignResponse),
  templateId: said(segment.templateId),
  // A default that does not hold for everybody says nothing to any line. BC: the default needs the Ignore flag
  correspondence: segment.ignoreContactCorrespondence ? said(segment.correspondenceType) : '',
  languageCode: said(segment.languageCode),
  languageOfAll: segment.ignoreContactLanguage ? 'all' : 'each',
  lettersPer: segment.lettersPer ?? 'person',
  subject: segment.subject,
  cost: said(segment.unitCost),
  duration: said(segment.unitDuration),
  informationFlow: said(segment.informationFlow),
  initiatedBy: said(segment.initiatedBy),
})

/** The touched fields as a change of the header. */
export function headerPatch(form: HeaderForm, touched: readonly HeaderField[]): HeaderPatch {
  return Object.assign({}, ...touched.map((field) => patchOf(field, form))) as HeaderPatch
}

function patchOf(field: HeaderField, form: HeaderForm): HeaderPatch {
  const value = form[field].trim()
  const chosen = value || undefined
  switch (field) {
    case 'description':
    case 'subject':
      return { [field]: value }
    case 'day':
      return { day: toDay(value) }
    case 'correspondence':
      return { correspondenceType: chosen, ignoreContactCorrespondence: value !== '' } as HeaderPatch
    case 'languageCode':
    case 'languageOfAll':
      return { languageCode: form.languageCode || undefined, ignoreContactLanguage: form.languageOfAll === 'all' } as HeaderPatch
    case 'lettersPer':
      return { lettersPer: value === 'person' ? undefined : value } as HeaderPatch
    case 'cost':
      return { unitCost: chosen && readNumber(chosen) } as HeaderPatch
    case 'duration':
      return { unitDuration: chosen && readNumber(chosen) } as HeaderPatch
    case 'campaignTarget':
    case 'campaignResponse':
      return { [field]: chosen && chosen === 'true' }
    case 'campaignId':
    case 'informationFlow':
    case 'initiatedBy':
    case 'salespersonId':
    case 'templateId':
      return { [field]: chosen }
  }
}

/** Another template was chosen: what was said for the old one gives way; back at the old one it is there again. */
export function withTemplate(form: HeaderForm, stored: Segment, template: InteractionTemplate | undefined): HeaderForm {
  const before = headerForm(stored)
  const refreshed = headerForm({ ...stored, ...refreshedBy(template) })
  const source = form.templateId === before.templateId ? before : refreshed
  const fields = headerFields.filter((field) => before[field] !== refreshed[field] || keptByTemplate.has(field))
  return { ...form, ...Object.fromEntries(fields.map((field) => [field, source[field]])) }
}
const keptByTemplate: ReadonlySet<HeaderField> = new Set([
  'subject',
  'correspondence',
  'languageCode',
  'languageOfAll',
  'cost',
  'duration',
  'informationFlow',
  'initiatedBy',
])

/** What the template says in a field of the header; blank where it says nothing. */
export function templateSays(field: HeaderField, template: InteractionTemplate | undefined): string {
  if (!template) return ''
  switch (field) {
    case 'cost':
      return amount(template.unitCost)
    case 'duration':
      return minutesText(template.unitDuration)
    case 'informationFlow':
      return t(`template.${template.informationFlow}`)
    case 'initiatedBy':
      return t(`template.${template.initiatedBy}`)
    case 'campaignTarget':
    case 'campaignResponse':
      return yesNo(template[field])
    case 'languageCode':
      return languageOf(template)
    case 'correspondence':
      return template.ignoreContactCorrespondence && template.correspondenceType ? correspondenceText(template.correspondenceType) : ''
    case 'subject':
      return template.subject
    case 'description':
      return template.description
    case 'campaignId':
    case 'day':
    case 'languageOfAll':
    case 'lettersPer':
    case 'salespersonId':
    case 'templateId':
      return ''
  }
}

function languageOf({ languageCode, documents }: InteractionTemplate): string {
  const tag = languageCode ?? documents[0]?.languageCode
  return tag ? letterLanguageName(tag) : ''
}

/** What choosing this template brings, in one line. */
export const templateBrings = (template: InteractionTemplate): string =>
  [
    template.correspondenceType && correspondenceText(template.correspondenceType),
    amount(template.unitCost),
    minutesText(template.unitDuration),
    t(`template.${template.informationFlow}`),
    t(`template.${template.initiatedBy}`),
    template.subject && `“${template.subject}”`,
    template.documents.length > 0
      ? t('segment.documentsIn', { languages: template.documents.map(({ languageCode }) => letterLanguageName(languageCode)).join(', ') })
      : t('segment.noDocuments'),
  ]
    .filter(Boolean)
    .join(' · ')
