// What a row of any list is called by which contacts are narrowed: by its description, a salesperson's name, the name of a country.
import type { SetupList } from '../../core/contact/lists.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { countryName, letterLanguageName } from '../../text/format.ts'
import { salutationName } from '../pieces/salutations.ts'

/** Nothing where it is gone. @param key id, or code of a salutation, country or language */
export function heldName(list: SetupList, key: string, lists: Lists): string | undefined {
  switch (list) {
    case 'countries':
      return countryName(key)
    case 'languages':
      return letterLanguageName(key)
    case 'salutations':
      return lists.salutations.find(({ code }) => code === key)?.description || salutationName(key)
    case 'salespeople': {
      const person = lists.salespeople.find(({ id }) => id === key)
      return person && (person.name || person.code)
    }
    case 'mailingGroups':
    case 'industryGroups':
    case 'businessRelations':
    case 'jobResponsibilities':
    case 'organizationalLevels':
    case 'territories':
    case 'webSources':
    case 'campaignStatuses': {
      const row = lists[list].find(({ id }) => id === key)
      return row && (row.description || row.code)
    }
  }
}
