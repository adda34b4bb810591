// The second line of a page of the settings: what stands there now, in a few words.
import { defaultsOr } from '../../core/contact/defaults.ts'
import { paceOr } from '../../core/contact/pace.ts'
import { setupUses } from '../../core/interaction/template.ts'
import { defaultSeries } from '../../core/numbers.ts'
import { Inheritable } from '../../model/settings.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { figure } from '../../text/format.ts'
import { language, nameOfLanguage, t, type Key } from '../../text/language.svelte.ts'
import type { SettingsPart } from '../pieces/settingsParts.ts'

const counted = (count: number, unit: Key) => `${figure(count)} ${t(unit, { count })}`

const setCount = (values: object) => {
  const count = Object.keys(values).length
  return count === 0 ? t('settings.nothingSet') : t('settings.setCount', { count })
}

export function partSecond(name: SettingsPart, lists: Lists): string {
  switch (name) {
    case 'company':
      return lists.company?.name || t('settings.notYet')
    case 'tablet':
      return lists.tablet?.name || lists.salespeople.find(({ id }) => id === lists.tablet?.salespersonId)?.name || t('settings.notYet')
    case 'language':
      return nameOfLanguage[language()]
    case 'newContacts':
      return setCount(defaultsOr(lists.defaults).contact)
    case 'newSegments':
      return setCount(defaultsOr(lists.defaults).segment)
    case 'inheritance':
      return t('settings.inheritsCount', { count: defaultsOr(lists.defaults).inherits.length, all: Inheritable.options.length })
    case 'numberSeries':
      return defaultSeries.map(({ id }) => t(`settings.series.${id}`)).join(', ')
    case 'salespeople':
      return t('settings.salespeopleCount', { count: lists.salespeople.length })
    case 'mailingGroups':
    case 'industryGroups':
    case 'businessRelations':
    case 'jobResponsibilities':
    case 'organizationalLevels':
    case 'territories':
    case 'webSources':
    case 'questionnaires':
    case 'interactionGroups':
    case 'campaignStatuses':
      return counted(lists[name].length, `settings.unit.${name}`)
    case 'countries':
    case 'languages':
      return t(`settings.second.${name}`)
    case 'salutations':
      return t('settings.salutationsCount', { count: lists.salutationFormulas.length })
    case 'pace': {
      const { cadences, quiet } = paceOr(lists.pace)
      const said = [
        cadences.length > 0 ? t('pace.cadenceCount', { count: cadences.length }) : '',
        quiet ? t('pace.quietShort', { letters: quiet.letters, days: quiet.days }) : '',
      ].filter(Boolean)
      return said.join(', ') || t('settings.nothingSet')
    }
    case 'interactionSetup':
      return setupUses.map((use) => t(`setup.${use}`)).join(', ')
  }
}
