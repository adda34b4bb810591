// Criteria while they are being made: rules without a value yet, and groups without a rule, are not asked. Counts come back by the paths
// of what was asked, and are shown by the paths of the tree.
import { pathIn } from '../../../core/criteria/tree.ts'
import type { RuleCount, RulePath } from '../../../core/segment/recipeWish.ts'
import type { Criteria, Group, Rule } from '../../../model/criteria.ts'
import { isUnfinished } from './ruleSubjects.ts'

/** What can be asked of an item; nothing while it lacks something. */
function completeItem(item: Rule | Group): Rule | Group | undefined {
  if (item.kind !== 'group') return isUnfinished(item) ? undefined : item
  const group = complete(item)
  return group.items.length === 0 ? undefined : group
}

/** The criteria that can be asked. */
export const complete = (criteria: Criteria): Criteria => ({
  ...criteria,
  items: criteria.items.map(completeItem).filter((item) => item !== undefined),
})

/** How many rules lack a value, and groups a rule. */
export const incomplete = (criteria: Criteria): number =>
  criteria.items.reduce((sum, item) => {
    if (item.kind !== 'group') return sum + (isUnfinished(item) ? 1 : 0)
    return sum + (item.items.length === 0 ? 1 : incomplete(item))
  }, 0)

/** Where they stand. */
export const incompletePaths = (group: Group, path: RulePath = ''): RulePath[] =>
  group.items.flatMap((item, at) => {
    const here = pathIn(path, at)
    if (item.kind !== 'group') return isUnfinished(item) ? [here] : []
    return item.items.length === 0 ? [here] : incompletePaths(item, here)
  })

/** Where each item that can be asked stands in the tree: path in `complete(criteria)` to path in `criteria`. */
export function askedPaths(criteria: Criteria): ReadonlyMap<RulePath, RulePath> {
  const paths = new Map<RulePath, RulePath>([['', '']])
  function walk(group: Group, asked: string, tree: string) {
    let next = 0
    for (const [at, item] of group.items.entries()) {
      if (!completeItem(item)) continue
      const [to, from] = [`${asked}${next++}`, `${tree}${at}`]
      paths.set(to, from)
      if (item.kind === 'group') walk(item, `${to}.`, `${from}.`)
    }
  }
  walk(criteria, '', '')
  return paths
}

/** The counts of `complete(criteria)` by the paths of the tree that is shown. */
export function countsByPath(criteria: Criteria, counts: readonly RuleCount[]): ReadonlyMap<RulePath, RuleCount> {
  const paths = askedPaths(criteria)
  return new Map(counts.flatMap((count) => (paths.has(count.path) ? [[paths.get(count.path) ?? '', count] as const] : [])))
}
