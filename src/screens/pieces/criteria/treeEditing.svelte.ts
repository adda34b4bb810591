// What is done to the tree while it is edited: each act gives the page a new tree, says what happened, and leads the eye to the item.
import { createContext, tick } from 'svelte'
import type { Day } from '../../../base/day.ts'
import * as tree from '../../../core/criteria/tree.ts'
import type { RuleCount, RulePath } from '../../../core/segment/recipeWish.ts'
import type { Criteria, Group, Rule } from '../../../model/criteria.ts'
import { t } from '../../../text/language.svelte.ts'

/** What the page gives, as it is now. */
export interface Given {
  readonly criteria: Criteria
  readonly counts: ReadonlyMap<RulePath, RuleCount>
  readonly asOf: Day
  focus: RulePath | undefined
  oncriteria: (criteria: Criteria) => void
}

/** What is open over the tree: the fields to choose from, for a new rule or for the one at a path; what can be done with an item. */
export type TreeSheet = { what: 'topics'; group: RulePath } | { what: 'topics'; path: RulePath } | { what: 'menu'; path: RulePath }

export const [useTree, provideTree] = createContext<TreeEditing>()

export class TreeEditing {
  sheet = $state.raw<TreeSheet | undefined>()
  /** The row that was touched last. */
  current = $state<RulePath | undefined>()
  /** What happened, for those who hear the page. */
  said = $state('')
  readonly given: Given

  constructor(given: Given) {
    this.given = given
  }

  get criteria(): Criteria {
    return this.given.criteria
  }

  /** Opens a rule, or leads to a group. */
  open(path: RulePath): void {
    this.sheet = undefined
    this.current = path
    this.given.focus = path
  }

  /** What can be done with an item. */
  menu(path: RulePath): void {
    this.current = path
    this.sheet = { what: 'menu', path }
  }

  /** Closes what is open; the cursor goes back to the row. */
  close(): void {
    this.#shut()
    if (this.current !== undefined) void this.#lead(this.current, '')
  }

  #shut(): void {
    this.sheet = undefined
    this.given.focus = undefined
  }

  /** A new rule; it opens where it needs something. */
  add(group: RulePath, rule: Rule | Group): void {
    const at = tree.groupAt(this.criteria, group)?.items.length ?? 0
    this.given.oncriteria(tree.withInserted(this.criteria, group, at, rule))
    const path = tree.pathIn(group, at)
    if (rule.kind === 'group') void this.#lead(path, t('criteria.said.group'))
    else this.open(path)
  }

  set(path: RulePath, item: Rule | Group): void {
    this.given.oncriteria(tree.withItem(this.criteria, path, item))
  }

  remove(path: RulePath): void {
    const place = tree.placeOf(path)
    if (!place) return
    this.given.oncriteria(tree.withoutItem(this.criteria, path))
    const left = tree.groupAt(this.criteria, place.group)?.items.length ?? 0
    this.#shut()
    void this.#lead(left === 0 ? place.group : tree.pathIn(place.group, Math.min(place.at, left - 1)), t('criteria.said.removed'))
  }

  moveBy(path: RulePath, by: -1 | 1): void {
    this.#moved(tree.movedBy(this.criteria, path, by))
  }
  moveInto(path: RulePath, group: RulePath): void {
    this.#moved(tree.movedInto(this.criteria, path, group))
  }
  moveOut(path: RulePath): void {
    this.#moved(tree.movedOut(this.criteria, path))
  }
  duplicate(path: RulePath): void {
    this.#moved(tree.duplicated(this.criteria, path))
  }
  wrap(path: RulePath): void {
    this.#moved(tree.wrapped(this.criteria, path))
  }
  unwrap(path: RulePath): void {
    this.#moved(tree.unwrapped(this.criteria, path))
  }

  #moved(moved: tree.Moved | undefined): void {
    if (!moved) return
    this.given.oncriteria(moved.criteria)
    this.#shut()
    void this.#lead(moved.path, t('criteria.said.moved', { place: placeText(this.criteria, moved.path) }))
  }

  /** The cursor goes to the item, which is brought into view. */
  async #lead(path: RulePath, said: string): Promise<void> {
    this.current = path
    this.said = said
    await tick()
    const row = document.querySelector<HTMLElement>(`[data-path="${path}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector('button')?.focus()
  }

  /** The keys of a row or group: moved with Alt and an arrow, taken away with Delete. */
  key(event: KeyboardEvent, path: RulePath): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (event.altKey && by) this.moveBy(path, by)
    else if (event.key === 'Delete') this.remove(path)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** "Rule 3 of 5", "Rule 1 of 2 in a group: any of these". */
export function placeText(criteria: Criteria, path: RulePath): string {
  const place = tree.placeOf(path)
  const group = place && tree.groupAt(criteria, place.group)
  if (!group) return ''
  const kind = tree.itemAt(criteria, path)?.kind === 'group' ? 'group' : 'rule'
  const inside = place.group === '' ? 'whole' : 'group'
  return t('criteria.place', { kind, inside, at: place.at + 1, count: group.items.length, match: t(`criteria.match.${group.match}`) })
}
