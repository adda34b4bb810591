// What the jobs of a recipe ask, answered by the column index.
import type { Day } from '../../base/day.ts'
import type { Bitmap, ColumnIndex } from '../../columns/index.ts'
import type { FirstName, Outcome } from '../../core/segment/outcome.ts'
import type { Selecting } from '../../core/segment/rerun.ts'
import type { Criteria, Rule } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import type { ColumnHost } from './columnHost.ts'
import type { Among, Counting } from './selecting.ts'

/** So many names are told. */
export const firstSo = 20

export class ColumnCounting implements Counting {
  readonly #host: ColumnHost
  /** Who is in a set, as bits: a question asks about the same people many times. */
  #members = new WeakMap<object, { rev: number; bits: Bitmap }>()

  constructor(host: ColumnHost) {
    this.#host = host
  }

  get rev(): number {
    return this.#host.rev
  }

  outcome: Selecting['outcome'] = (kind, list, criteria, options, today): Outcome =>
    this.#index.outcome(kind, list, criteria, options, today)

  barred: Selecting['barred'] = (id) => {
    const row = this.#index.contactRow(id)
    return row ? row.withheld : 'gone'
  }

  count(criteria: Criteria, among: Among, today: Day): number {
    return this.#index.count(criteria, today, this.#bits(among))
  }

  blanks(rule: Rule, among: Among, today: Day): number | undefined {
    return this.#index.blanks(rule, today, this.#bits(among))
  }

  first(ids: readonly ContactId[]): FirstName[] {
    return this.#index.firstNames(this.#index.members(ids), firstSo)
  }

  unreached(ids: readonly ContactId[]): { noAddress: number; noEmail: number } {
    return this.#index.unreached(this.#index.members(ids))
  }

  get #index(): ColumnIndex {
    return this.#host.index
  }

  #bits(among: Among): Bitmap | undefined {
    if (!among) return undefined
    const known = this.#members.get(among)
    if (known?.rev === this.rev) return known.bits
    const bits = this.#index.members(among)
    this.#members.set(among, { rev: this.rev, bits })
    return bits
  }
}
