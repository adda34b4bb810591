// What may be chosen of an interaction, wherever it stands: on a template, a header, a line, or with one contact.
import { CorrespondenceType, InformationFlow, InitiatedBy } from '../../model/parts.ts'
import { t } from '../../text/language.svelte.ts'

export interface Option {
  value: string
  label: string
}

export const correspondenceTypes = (): Option[] => CorrespondenceType.options.map((value) => ({ value, label: t(`segment.type.${value}`) }))
export const informationFlows = (): Option[] => InformationFlow.options.map((value) => ({ value, label: t(`template.${value}`) }))
export const initiators = (): Option[] => InitiatedBy.options.map((value) => ({ value, label: t(`template.${value}`) }))
