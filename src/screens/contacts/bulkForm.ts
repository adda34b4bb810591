// What is typed in the sheet that changes one field of many contacts, and the change it means.
import type { BulkChange, BulkList, BulkValue } from '../../core/contact/bulk.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { t } from '../../text/language.svelte.ts'
import { codedOptions, firstOffered, salespersonOptions, type Option } from '../pieces/choices.ts'
import { salutationOptions } from '../pieces/salutations.ts'
import { everyText } from './cadence.ts'
import { correspondenceOptions, countryOptions, languageOptions } from './choices.ts'

export const bulkFields = [
  ...(['salespersonId', 'territoryId', 'languageCode', 'countryCode', 'salutationCode', 'correspondenceType'] as const),
  ...(['excludeFromSegment', 'mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities'] as const),
  ...(['organizationalLevelId', 'cadenceDays'] as const),
]
export type BulkField = (typeof bulkFields)[number]

/** In days. */
const usualRhythms = [7, 14, 30, 60, 90, 180, 365]

const listed: readonly BulkField[] = ['mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities']
export const isListed = (field: BulkField): field is BulkList => listed.includes(field)

export interface BulkForm {
  field: BulkField
  /** Blank until something is chosen; `none` = what is there is taken away. */
  value: string
  how: 'add' | 'remove'
}

export const none = 'none'

export function fieldLabel(field: BulkField): string {
  switch (field) {
    case 'salespersonId':
      return t('contact.salesperson')
    case 'territoryId':
      return t('contact.territory')
    case 'languageCode':
      return t('contact.language')
    case 'countryCode':
      return t('contact.country')
    case 'salutationCode':
      return t('contact.salutation')
    case 'correspondenceType':
      return t('contact.correspondence')
    case 'excludeFromSegment':
      return t('contact.exclude')
    case 'organizationalLevelId':
      return t('contact.organizationalLevel')
    case 'cadenceDays':
      return t('cadence.title')
    case 'mailingGroups':
    case 'industryGroups':
    case 'businessRelations':
    case 'jobResponsibilities':
      return t(`contact.${field}`)
  }
}

/** What the field can become. */
export function optionsOf(field: BulkField, lists: Lists | undefined): Option[] {
  const taken = (label: string): Option => ({ value: none, label })
  switch (field) {
    case 'salespersonId':
      return [taken(t('contact.noneOf')), ...salespersonOptions(lists?.salespeople)]
    case 'territoryId':
      return [taken(t('contact.noneOf')), ...codedOptions(lists?.territories)]
    case 'organizationalLevelId':
      return [taken(t('contact.noneOf')), ...codedOptions(lists?.organizationalLevels)]
    case 'cadenceDays':
      return [
        taken(t('cadence.kind.class')),
        ...usualRhythms.map((days) => ({ value: String(days), label: everyText(days) })),
        { value: '0', label: t('cadence.kind.never') },
      ]
    case 'languageCode':
      return [taken(t('contact.notSet')), ...firstOffered(languageOptions(''), lists?.defaults?.languageCodes)]
    case 'countryCode':
      return [taken(t('contact.countryOwn')), ...firstOffered(countryOptions(''), lists?.defaults?.countryCodes)]
    case 'correspondenceType':
      return [taken(t('contact.correspondenceNone')), ...correspondenceOptions()]
    case 'salutationCode': {
      const own = lists?.salutations
      const both = [...salutationOptions('person', '', own), ...salutationOptions('company', '', own)]
      return [taken(t('contact.salutationNone')), ...new Map(both.map((option) => [option.value, option])).values()]
    }
    case 'excludeFromSegment':
      return [
        { value: 'yes', label: t('contact.excludedYes') },
        { value: 'no', label: t('contact.excludedNo') },
      ]
    case 'mailingGroups':
    case 'industryGroups':
    case 'businessRelations':
    case 'jobResponsibilities':
      return codedOptions(lists?.[field])
  }
}

/** Nothing while nothing is chosen. */
export function changeOf({ field, value, how }: BulkForm): BulkChange | undefined {
  if (!value) return undefined
  if (isListed(field)) return { kind: how, list: field, id: value }
  if (field === 'excludeFromSegment') return { kind: 'exclude', on: value === 'yes' }
  if (field === 'cadenceDays') return { kind: 'cadence', days: value === none ? undefined : Number(value) }
  const valued: BulkValue = field
  return { kind: 'value', field: valued, value: value === none ? '' : value }
}
