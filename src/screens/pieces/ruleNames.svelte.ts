// The words of criteria: the short lists, and the names of contacts and segments the rules speak of, read when they are met.
import type { Group, Rule } from '../../model/criteria.ts'
import { readNames } from '../../storage/read/names.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { useHouse, useLists } from './house.ts'
import { noNames, type OtherNames } from './ruleValues.ts'

export interface RuleNames {
  readonly lists: Lists | undefined
  readonly others: OtherNames
}

/** Every rule of these criteria, also those in groups. */
const rulesOf = (group: Group | undefined): Rule[] =>
  (group?.items ?? []).flatMap((item) => (item.kind === 'group' ? rulesOf(item) : [item]))

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
  return {
    get lists() {
      return lists.value
    },
    get others() {
      return others
    },
  }
}
