// The fields of a template as they are typed, and back.
import { given } from '../../core/asRead.ts'
import { readNumber } from '../../base/number.ts'
import { type TypedTemplate } from '../../core/interaction/template.ts'
import type { CampaignId, InteractionGroupId } from '../../model/ids.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import { toLetterLanguage, type CorrespondenceType } from '../../model/parts.ts'
import { typedNumber } from '../../text/format.ts'

export interface TemplateForm extends TypedTemplate {
  interactionGroupId: string
  correspondenceType: string
  ignoreContactCorrespondence: boolean
  subject: string
  informationFlow: string
  initiatedBy: string
  campaignId: string
  campaignTarget: boolean
  campaignResponse: boolean
}

const written = (value: number) => (value === 0 ? '' : typedNumber(value))

export const formOf = (template: InteractionTemplate): TemplateForm => ({
  code: template.code,
  description: template.description,
  interactionGroupId: template.interactionGroupId ?? '',
  correspondenceType: template.correspondenceType ?? '',
  ignoreContactCorrespondence: template.ignoreContactCorrespondence,
  subject: template.subject,
  unitCost: written(template.unitCost),
  unitDuration: written(template.unitDuration),
  informationFlow: template.informationFlow,
  initiatedBy: template.initiatedBy,
  campaignId: template.campaignId ?? '',
  campaignTarget: template.campaignTarget,
  campaignResponse: template.campaignResponse,
  languageCode: template.languageCode ?? '',
})

/** The template with what was typed; numbers that cannot be read stay as they were. */
export function withForm(template: InteractionTemplate, form: TemplateForm): InteractionTemplate {
  const { code, subject, ignoreContactCorrespondence, campaignTarget, campaignResponse } = form
  return given({
    ...template,
    ...{ code, subject, ignoreContactCorrespondence, campaignTarget, campaignResponse },
    description: form.description.trim(),
    interactionGroupId: (form.interactionGroupId || undefined) as InteractionGroupId | undefined,
    unitCost: readNumber(form.unitCost) ?? template.unitCost,
    unitDuration: readNumber(form.unitDuration) ?? template.unitDuration,
    informationFlow: form.informationFlow === 'inbound' ? 'inbound' : 'outbound',
    initiatedBy: form.initiatedBy === 'them' ? 'them' : 'us',
    campaignId: (form.campaignId || undefined) as CampaignId | undefined,
    correspondenceType: (form.correspondenceType || undefined) as CorrespondenceType | undefined,
    languageCode: form.languageCode ? toLetterLanguage(form.languageCode) : undefined,
  })
}
