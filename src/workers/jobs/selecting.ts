// Who knows the contacts, as the jobs of a recipe ask: what a step would do, how many match, who they are. Here by the readable
// evaluator; who matches a rule is kept until the data change, so that editing one of many rules asks only that one.
import type { Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import { withheld } from '../../core/contact/privacy.ts'
import { companyOf } from '../../core/contact/name.ts'
import type { Facts } from '../../core/criteria/facts.ts'
import { groupHolds, matcher, type Matcher } from '../../core/criteria/matches.ts'
import { canBePosted } from '../../core/letter/address.ts'
import { firstOf, outcomeWhere, type FirstName, type Outcome } from '../../core/segment/outcome.ts'
import type { Selecting } from '../../core/segment/rerun.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria, Rule } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import type { ContactIndex } from './contactIndex.ts'

/** Contacts that a question is about; missing = all. */
export type Among = ReadonlySet<ContactId> | undefined

export interface Counting extends Selecting {
  /** The number of the last commit that is known. */
  readonly rev: number
  count: (criteria: Criteria, among: Among, today: Day) => number
  /** How many have no value where the rule looks; nothing for a rule that cannot be asked that. */
  blanks: (rule: Rule, among: Among, today: Day) => number | undefined
  /** The first 20 of these. */
  first: (ids: readonly ContactId[]) => FirstName[]
  /** How many of these have no postal address, and no e-mail address. */
  unreached: (ids: readonly ContactId[]) => { noAddress: number; noEmail: number }
}

/** So many rules are kept at most. */
const most = 200

export class NaiveCounting implements Counting {
  readonly #index: ContactIndex
  readonly #kept = new Map<string, ReadonlySet<ContactId>>()
  #of = -1

  constructor(index: ContactIndex) {
    this.#index = index
  }

  get rev(): number {
    return this.#index.rev
  }

  outcome: Selecting['outcome'] = (kind, list, criteria, options, today): Outcome =>
    outcomeWhere(kind, list, this.#matcher(criteria, today), options, this.#facts)

  barred: Selecting['barred'] = (id) => {
    const contact = this.#facts.contacts.get(id)
    return contact ? withheld(contact) : 'gone'
  }

  count(criteria: Criteria, among: Among, today: Day): number {
    const isMatch = this.#matcher(criteria, today)
    let count = 0
    for (const contact of this.#asked(among)) if (isMatch(contact)) count++
    return count
  }

  blanks(rule: Rule, among: Among, today: Day): number | undefined {
    if (!takesBlanks(rule)) return undefined
    const count = (blanks: boolean) => this.count({ kind: 'group', match: 'all', items: [{ ...rule, blanks } as Rule] }, among, today)
    return count(true) - count(false)
  }

  first(ids: readonly ContactId[]): FirstName[] {
    return firstOf(this.#contactsOf(ids.slice(0, 40)), this.#facts)
  }

  unreached(ids: readonly ContactId[]): { noAddress: number; noEmail: number } {
    const reached = { noAddress: 0, noEmail: 0 }
    for (const contact of this.#contactsOf(ids)) {
      const company = companyOf(contact, this.#facts.contacts)
      if (!canBePosted({ reached: contact, company, alternativeAddress: { value: undefined } })) reached.noAddress++
      if (contact.email.trim() === '') reached.noEmail++
    }
    return reached
  }

  get #facts(): Facts {
    return this.#index.facts
  }

  #asked(among: Among): Iterable<Contact> {
    return among ? this.#contactsOf([...among]) : this.#facts.contacts.values()
  }

  #contactsOf(ids: readonly ContactId[]): Contact[] {
    return ids.flatMap((id) => this.#facts.contacts.get(id) ?? [])
  }

  #matcher(group: Criteria, today: Day): Matcher {
    const items = group.items.map((item): Matcher => {
      if (item.kind === 'group') return this.#matcher(item, today)
      const ids = this.#matching(item, today)
      return ({ id }) => ids.has(id)
    })
    return (contact) => groupHolds(group.match, items, (item) => item(contact))
  }

  /** Who matches one rule. */
  #matching(rule: Rule, today: Day): ReadonlySet<ContactId> {
    if (this.#of !== this.rev || this.#kept.size >= most) this.#kept.clear()
    this.#of = this.rev
    const key = `${today} ${JSON.stringify(rule)}`
    const known = this.#kept.get(key)
    if (known) return known
    const isMatch = matcher({ kind: 'group', match: 'all', items: [rule] }, this.#facts, today)
    const ids = new Set<ContactId>()
    for (const contact of this.#facts.contacts.values()) if (isMatch(contact)) ids.add(contact.id)
    this.#kept.set(key, ids)
    return ids
  }
}

/** Rules of whose values one can be missing. */
function takesBlanks(rule: Rule): boolean {
  switch (rule.kind) {
    case 'text':
    case 'choice':
    case 'date':
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
      return rule.operator !== 'isBlank' && rule.operator !== 'isNotBlank'
    case 'expression':
    case 'interaction':
    case 'purchase':
      return true
    case 'flag':
    case 'number':
    case 'segment':
    case 'contact':
      return false
  }
  return exhaustive(rule)
}
