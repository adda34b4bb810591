// What a plan of an import stands on in tests: a day, counted ids, and a tablet with nothing on it.
import { toDay } from '../../src/base/day.ts'
import type { Existing } from '../../src/exchange/existing.ts'
import type { Occasion } from '../../src/model/occasion.ts'

let ids = 0
export const occasion: Occasion = {
  today: toDay('2026-03-02'),
  now: '2026-03-02T08:00:00.000Z',
  user: 'Anna',
  nextId: <T extends string>() => `id${++ids}` as T,
}

export const emptyTablet = (tabletPrefix: string): Existing => ({
  ...{ contacts: [], mailingGroups: [], industryGroups: [], salespeople: [], businessRelations: [], jobResponsibilities: [] },
  ...{ organizationalLevels: [], territories: [], salutations: [], interactionGroups: [], templates: [], campaigns: [] },
  ...{ entries: [], purchases: [], country: 'DE' },
  series: { id: 'contact', rev: 4, prefix: 'KT', next: 98, digits: 5 },
  tabletPrefix,
})
