// The words of criteria: the short lists, and the names of contacts, segments and items the rules speak of, read when they are met.
import { untrack } from 'svelte'
import type { Group, Rule } from '../../model/criteria.ts'
import { readNames } from '../../storage/read/names.ts'
import type { Lists } from '../../storage/read/lists.ts'
import type { ItemValues } from '../../workers/jobs/indexJobs.ts'
import { useHouse, useLists } from './house.ts'
import { itemKey, noNames, type OtherNames } from './ruleValues.ts'

export interface RuleNames {
  readonly lists: Lists | undefined
  readonly others: OtherNames
}

/** Every rule of these criteria, also those in groups. */
const rulesOf = (group: Group | undefined): Rule[] =>
  (group?.items ?? []).flatMap((item) => (item.kind === 'group' ? rulesOf(item) : [item]))

type House = ReturnType<typeof useHouse>
const asking = new WeakMap<House, Promise<ItemValues>>()

/** What was bought, asked once for all rules that are drawn at the same time. */
function itemsOnce(house: House): Promise<ItemValues> {
  const found = asking.get(house) ?? house.calls.index.itemValues().finally(() => asking.delete(house))
  asking.set(house, found)
  return found
}

/** What these items are called; of one that nobody bought, nothing. */
function itemNames(nos: readonly string[], { items }: ItemValues): OtherNames {
  const known = new Map(items.map(({ no, description }) => [no, description]))
  return new Map(nos.map((no) => [itemKey(no), known.get(no) ?? '']))
}

/** To be called while a component is made. @param criteria what is shown */
export function useRuleNames(criteria: () => readonly (Group | undefined)[]): RuleNames {
  const house = useHouse()
  const lists = useLists()
  let others = $state.raw<OtherNames>(noNames)
  const rules = $derived(criteria().flatMap(rulesOf))
  const contactIds = $derived(rules.flatMap((rule) => (rule.kind === 'contact' ? rule.ids : [])))
  const segmentIds = $derived(
    rules.flatMap((rule) => (rule.kind === 'segment' ? rule.ids : rule.kind === 'interaction' ? (rule.where.loggedSegmentIds ?? []) : [])),
  )
  $effect(() => {
    if (contactIds.length + segmentIds.length === 0) return
    let stopped = false
    void readNames(house.db, contactIds, segmentIds).then(
      (names) => !stopped && (others = names),
      () => undefined,
    )
    return () => (stopped = true)
  })
  const itemNos = $derived(rules.flatMap((rule) => (rule.kind === 'purchase' ? (rule.where.itemNos ?? []) : [])))
  let items = $state.raw<OtherNames>(noNames)
  const all = $derived(items.size === 0 ? others : new Map([...others, ...items]))
  $effect(() => {
    if (itemNos.every((no) => untrack(() => items).has(itemKey(no)))) return
    const asked = itemNos
    let stopped = false
    void itemsOnce(house).then(
      (bought) => !stopped && (items = itemNames(asked, bought)),
      () => undefined,
    )
    return () => (stopped = true)
  })
  return {
    get lists() {
      return lists.value
    },
    get others() {
      return all
    },
  }
}
