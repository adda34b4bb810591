// The short pages of the settings, in groups: what is ours, with what is begun, the lists that contacts are sorted by, the letters.
import type { IconName } from '../../parts/icons.ts'

export const settingsGroups = [
  {
    name: 'ours',
    parts: [
      { name: 'company', icon: 'visit' },
      { name: 'tablet', icon: 'tablet' },
      { name: 'language', icon: 'info' },
    ],
  },
  {
    name: 'begun',
    parts: [
      { name: 'newContacts', icon: 'contacts' },
      { name: 'newSegments', icon: 'segments' },
      { name: 'inheritance', icon: 'branch' },
      { name: 'numberSeries', icon: 'numbered' },
    ],
  },
  {
    name: 'lists',
    parts: [
      { name: 'mailingGroups', icon: 'mail' },
      { name: 'industryGroups', icon: 'list' },
      { name: 'businessRelations', icon: 'share' },
      { name: 'jobResponsibilities', icon: 'check' },
      { name: 'organizationalLevels', icon: 'sort' },
      { name: 'territories', icon: 'map' },
      { name: 'webSources', icon: 'search' },
      { name: 'salespeople', icon: 'contacts' },
      { name: 'countries', icon: 'map' },
      { name: 'languages', icon: 'note' },
      { name: 'questionnaires', icon: 'note' },
      { name: 'campaignStatuses', icon: 'campaigns' },
    ],
  },
  {
    name: 'letters',
    parts: [
      { name: 'salutations', icon: 'edit' },
      { name: 'interactionGroups', icon: 'doc' },
      { name: 'interactionSetup', icon: 'phone' },
      { name: 'pace', icon: 'clock' },
    ],
  },
] as const satisfies { name: string; parts: readonly { name: string; icon: IconName }[] }[]

export const settingsParts = settingsGroups.flatMap(({ parts }) => [...parts])
export type SettingsPart = (typeof settingsParts)[number]['name']

/** The group in which this page stands. */
export const groupOfPart = (part: SettingsPart) =>
  settingsGroups.find(({ parts }) => parts.some(({ name }) => name === part)) ?? settingsGroups[0]

export const isPart = (name: string): name is SettingsPart => settingsParts.some((part) => part.name === name)
