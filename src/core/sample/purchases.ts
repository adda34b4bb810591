// What the invented customers bought in the last two years: things that fit their trade.
import { addDays } from '../../base/day.ts'
import type { Company } from '../../model/contact.ts'
import type { PurchaseId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Chance } from './generator.ts'
import type { SampleLists } from './lists.ts'
import { workday } from './log.ts'
import { isCustomer } from './profiles.ts'

type Item = readonly [itemNo: string, description: string, itemGroup: string, price: number, most: number]

const everywhere: readonly Item[] = [
  ['S-10', 'Service contract, one year', 'Service', 480, 1],
  ['S-20', 'Training day', 'Service', 950, 2],
]

/** In the order of the industry groups: machines, food, wood, wholesale, health. */
const items: readonly (readonly Item[])[] = [
  [
    ['M-100', 'Lathe 400', 'Machines', 18_400, 1],
    ['M-110', 'Milling machine F2', 'Machines', 26_900, 1],
    ['M-190', 'Cutting oil, 20 l', 'Supplies', 89, 12],
  ],
  [
    ['F-200', 'Dough mixer 60 l', 'Machines', 7_250, 2],
    ['F-210', 'Baking oven, three decks', 'Machines', 14_800, 1],
    ['F-290', 'Baking trays, set of 20', 'Supplies', 240, 6],
  ],
  [
    ['W-300', 'Panel saw', 'Machines', 11_600, 1],
    ['W-310', 'Band saw', 'Machines', 4_350, 2],
    ['W-390', 'Saw blades, set of 5', 'Supplies', 145, 10],
  ],
  [
    ['B-400', 'Cargo bicycle', 'Bicycles', 3_900, 3],
    ['B-410', 'Delivery bicycle, electric', 'Bicycles', 4_700, 3],
    ['B-490', 'Bicycle trailer', 'Bicycles', 620, 4],
  ],
  [
    ['H-500', 'Exercise bicycle', 'Bicycles', 1_950, 6],
    ['H-510', 'Sterilizer', 'Machines', 5_300, 1],
    ['H-590', 'Gloves, 1000 pairs', 'Supplies', 75, 20],
  ],
]

/** Two to seven purchases of every customer. */
export function samplePurchases(occasion: Occasion, chance: Chance, lists: SampleLists, companies: readonly Company[]): Purchase[] {
  return companies.flatMap((company, index) => {
    if (!isCustomer(index)) return []
    const trade = lists.industryGroups.findIndex(({ id }) => id === company.industryGroupIds[0])
    const offered = [...(items[trade] ?? []), ...everywhere]
    return Array.from({ length: 2 + chance.below(6) }, () => purchase(occasion, chance, company, chance.pick(offered)))
  })
}

function purchase({ nextId, today }: Occasion, chance: Chance, { id }: Company, item: Item): Purchase {
  const [itemNo, description, itemGroup, price, most] = item
  const quantity = 1 + chance.below(most)
  return {
    ...{ rev: 0, sample: true, id: nextId<PurchaseId>(), companyId: id, day: workday(addDays(today, -chance.below(730))) },
    ...{ itemNo, description, itemGroup, quantity, amount: quantity * price },
  }
}
