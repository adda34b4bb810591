// The fields of a template as they are typed, and back.
import type { InteractionTemplate } from '../../model/interaction.ts'
import { toLetterLanguage, type CorrespondenceType } from '../../model/parts.ts'

export interface TemplateForm {
  description: string
  correspondenceType: string
  subject: string
  unitCost: string
  unitDuration: string
  informationFlow: string
  initiatedBy: string
  languageCode: string
}

const written = (value: number) => (value === 0 ? '' : String(value))
/** A number as it is typed, with comma or point; nothing when it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return 0
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

export const formOf = (template: InteractionTemplate): TemplateForm => ({
  description: template.description,
  correspondenceType: template.correspondenceType ?? '',
  subject: template.subject,
  unitCost: written(template.unitCost),
  unitDuration: written(template.unitDuration),
  informationFlow: template.informationFlow,
  initiatedBy: template.initiatedBy,
  languageCode: template.languageCode ?? '',
})

/** The template with what was typed; numbers that cannot be read stay as they were. */
export function withForm(template: InteractionTemplate, form: TemplateForm): InteractionTemplate {
  const { correspondenceType: _type, languageCode: _language, ...rest } = template
  return {
    ...rest,
    description: form.description.trim(),
    subject: form.subject,
    unitCost: readNumber(form.unitCost) ?? template.unitCost,
    unitDuration: readNumber(form.unitDuration) ?? template.unitDuration,
    informationFlow: form.informationFlow === 'inbound' ? 'inbound' : 'outbound',
    initiatedBy: form.initiatedBy === 'them' ? 'them' : 'us',
    ...(form.correspondenceType ? { correspondenceType: form.correspondenceType as CorrespondenceType } : {}),
    ...(form.languageCode ? { languageCode: toLetterLanguage(form.languageCode) } : {}),
  }
}
