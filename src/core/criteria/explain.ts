// Why a contact matches criteria or not: the tree again, and for each rule whether it holds, the value that decided, and what to mend.
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria, Group, Rule } from '../../model/criteria.ts'
import type { RulePath } from '../segment/recipeWish.ts'
import { decidingOf, type Deciding } from './deciding.ts'
import { dayWindow, rangeWindow, type DayWindow } from './days.ts'
import type { Facts } from './facts.ts'
import { groupHolds, ruleMatcher } from './matches.ts'
import { mendOf, type Mend } from './mend.ts'
import { pathIn } from './tree.ts'
import { reading, type Reading } from './values.ts'

export interface RuleWhy {
  kind: 'rule'
  path: RulePath
  rule: Rule
  holds: boolean
  /** It holds and should, or does not and should not: "none of" turns round what stands in it. */
  speaksFor: boolean
  deciding: Deciding
  /** The days a rule about days means today. */
  window?: DayWindow
  /** The field that would change the answer, and whose it is; there is none for what happened. */
  mend?: Mend
}

export interface GroupWhy {
  kind: 'group'
  path: RulePath
  match: Group['match']
  holds: boolean
  speaksFor: boolean
  items: (RuleWhy | GroupWhy)[]
}

/** The criteria, asked of one contact and answered rule by rule. */
export function explain(criteria: Criteria, contact: Contact, facts: Facts, today: Day): GroupWhy {
  return explainGroup(criteria, '', contact, reading(facts, today), true)
}

function explainGroup(group: Group, path: RulePath, contact: Contact, known: Reading, wanted: boolean): GroupWhy {
  const wantedInside = group.match === 'none' ? !wanted : wanted
  const items = group.items.map((item, at) => {
    const itemPath = pathIn(path, at)
    return item.kind === 'group'
      ? explainGroup(item, itemPath, contact, known, wantedInside)
      : explainRule(item, itemPath, contact, known, wantedInside)
  })
  const holds = groupHolds(group.match, items, (item) => item.holds)
  return { kind: 'group', path, match: group.match, holds, speaksFor: holds === wanted, items }
}

function explainRule(rule: Rule, path: RulePath, contact: Contact, known: Reading, wanted: boolean): RuleWhy {
  const holds = ruleMatcher(rule, known)(contact)
  const days = windowOf(rule, known.today)
  const deciding = decidingOf(rule, contact, known)
  // A filter that cannot be read is mended in the rule.
  const mend = deciding.kind === 'unreadable' ? undefined : mendOf(rule, contact, known.facts)
  return {
    ...{ kind: 'rule', path, rule, holds, speaksFor: holds === wanted, deciding },
    ...(days && { window: days }),
    ...(mend && { mend }),
  }
}

function windowOf(rule: Rule, today: Day): DayWindow | undefined {
  if (rule.kind === 'interaction' || rule.kind === 'purchase') return rule.where.within && rangeWindow(rule.where.within, today)
  if (rule.kind !== 'date' || rule.operator === 'isBlank' || rule.operator === 'isNotBlank') return undefined
  return dayWindow(rule, today)
}
