// The short pages of the settings.
import type { IconName } from '../../parts/icons.ts'

export const settingsParts = [
  { name: 'company', icon: 'visit' },
  { name: 'tablet', icon: 'tablet' },
  { name: 'language', icon: 'info' },
  { name: 'salespeople', icon: 'contacts' },
  { name: 'mailingGroups', icon: 'mail' },
  { name: 'industryGroups', icon: 'list' },
  { name: 'businessRelations', icon: 'share' },
  { name: 'jobResponsibilities', icon: 'check' },
  { name: 'organizationalLevels', icon: 'sort' },
  { name: 'territories', icon: 'map' },
  { name: 'questionnaires', icon: 'note' },
  { name: 'salutations', icon: 'edit' },
  { name: 'interactionGroups', icon: 'doc' },
  { name: 'interactionSetup', icon: 'phone' },
] as const satisfies { name: string; icon: IconName }[]

export type SettingsPart = (typeof settingsParts)[number]['name']
