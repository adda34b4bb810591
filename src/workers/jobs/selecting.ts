// Who knows the contacts, as the jobs of a recipe ask: what a step would do, how many match, who they are.
import type { Day } from '../../base/day.ts'
import type { FirstName } from '../../core/segment/outcome.ts'
import type { Selecting } from '../../core/segment/rerun.ts'
import type { Criteria, Rule } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'

/** Contacts that a question is about; missing = all. */
export type Among = ReadonlySet<ContactId> | undefined

export interface Counting extends Selecting {
  /** The number of the last commit that is known. */
  readonly rev: number
  count: (criteria: Criteria, among: Among, today: Day) => number
  /** How many have no value where the rule looks; nothing for a rule that cannot be asked that. */
  blanks: (rule: Rule, among: Among, today: Day) => number | undefined
  /** The first 20 of these in the order of new lines. */
  first: (ids: readonly ContactId[]) => FirstName[]
  /** How many of these have no postal address, and no e-mail address. */
  unreached: (ids: readonly ContactId[]) => { noAddress: number; noEmail: number }
}
