// What Add, Reduce and Refine would do, by bits; it comes to the same as core/segment/outcome, which says why.
import type { Day } from '../base/day.ts'
import type { CriteriaStep, Outcome, PeopleList } from '../core/segment/outcome.ts'
import type { Criteria, StepOptions } from '../model/criteria.ts'
import type { ContactId } from '../model/ids.ts'
import type { LeftOut, Line } from '../model/segment.ts'
import type { Bitmap, FirstName, ListState, StepAnswer } from './answers.ts'
import { addTo, and, count, countAnd, has, keepIn, or, put, without } from './bitmap.ts'
import type { Evaluator } from './evaluate.ts'
import type { Order } from './order.ts'
import { blank, noAddress } from './quickFilters.ts'

const firstSo = 20

export class Steps {
  readonly #evaluator: Evaluator
  readonly #order: Order

  constructor(evaluator: Evaluator, order: Order) {
    this.#evaluator = evaluator
    this.#order = order
  }

  outcome(kind: CriteriaStep, list: PeopleList, criteria: Criteria, options: StepOptions, today: Day): Outcome {
    const matching = this.#evaluator.matching(criteria, today)
    return kind === 'add' ? this.#adding(list, matching, options) : this.#removing(kind, list.lines, matching, options)
  }

  step(kind: CriteriaStep, list: ListState, criteria: Criteria, options: StepOptions, today: Day): StepAnswer {
    const matching = this.#evaluator.matching(criteria, today)
    if (kind === 'add') {
      const { people, leftOut } = this.#admitted(matching, list.members, list.pinnedOut, options)
      return { members: or(list.members, people), added: count(people), removed: 0, leftOut, kept: 0, matched: count(matching) }
    }
    const matched = and(list.members, this.#ofList(matching, options))
    const meant = kind === 'reduce' ? matched : without(list.members, matched)
    const removed = without(meant, list.pinned)
    return {
      members: without(list.members, removed),
      added: 0,
      removed: count(removed),
      leftOut: nobody(),
      kept: countAnd(meant, list.pinned),
      matched: count(matched),
    }
  }

  #adding(list: PeopleList, matching: Bitmap, options: StepOptions): Outcome {
    const there = this.members(list.lines.map(({ contactId }) => contactId))
    const { people, leftOut } = this.#admitted(matching, there, this.members(list.pinnedOut ?? []), options)
    const added = this.#order.rowsOf(people)
    const before = list.lines.length
    const { ids } = this.#evaluator.columns.parts
    return {
      addedIds: Array.from(added, (row) => ids.idOf(row) as ContactId),
      removedLineNos: [],
      leftOut,
      before,
      after: before + added.length,
      matched: count(matching),
      kept: 0,
      first: this.#names(added),
    }
  }

  /** Expand Companies first, then Allow Related Companies; then those who must stay out, each for one reason. */
  #admitted(matching: Bitmap, there: Bitmap, pinnedOut: Bitmap, options: StepOptions): { people: Bitmap; leftOut: LeftOut } {
    const { derived, columns } = this.#evaluator
    const { flags } = columns.parts
    let people: Bitmap = matching.slice()
    if (options.expandCompanies) people = addTo(derived.ofCompanies(derived.companiesOf(people)), and(people, derived.free))
    if (options.allowRelatedCompanies) people = addTo(people, derived.companiesOf(people))
    const leave = (who: Bitmap) => {
      const gone = countAnd(people, who)
      if (gone > 0) people = without(people, who)
      return gone
    }
    const minors = without(and(derived.persons, flags.minor), flags.parentalConsent)
    const privacyBlocked = leave(flags.privacyBlocked)
    const minor = leave(minors)
    const alreadyThere = options.allowExisting ? 0 : leave(there)
    const out = leave(pinnedOut)
    const excluded = options.ignoreExclusion ? 0 : leave(flags.excludeFromSegment)
    return { people, leftOut: { excluded, privacyBlocked, minor, alreadyThere, ...(out > 0 && { pinnedOut: out }) } }
  }

  /** Those of any list who count as matching: with Entire Companies also everybody of whose company somebody matches. */
  #ofList(matching: Bitmap, { entireCompanies }: StepOptions): Bitmap {
    const { derived } = this.#evaluator
    if (!entireCompanies) return matching
    return addTo(derived.ofCompanies(derived.companiesOf(matching)), and(matching, derived.free))
  }

  #removing(kind: 'reduce' | 'refine', lines: readonly Line[], matching: Bitmap, options: StepOptions): Outcome {
    const { columns } = this.#evaluator
    const rows = Int32Array.from(lines, ({ contactId }) => columns.parts.ids.rowOf(contactId))
    const listed = new Uint32Array(columns.words)
    for (const row of rows) if (row > 0) put(listed, row, true)
    const matched = keepIn(listed, this.#ofList(matching, options))
    const removedLineNos: number[] = []
    const shown = new Set<number>()
    let kept = 0
    for (const [at, { lineNo, pinned }] of lines.entries()) {
      const row = Math.max(0, rows[at]!)
      const meant = has(matched, row) === (kind === 'reduce')
      const goes = meant && !pinned
      if (goes) removedLineNos.push(lineNo)
      else if (meant) kept++
      if (goes === (kind === 'reduce') && shown.size < firstSo && has(columns.live, row)) shown.add(row)
    }
    return {
      addedIds: [],
      removedLineNos,
      leftOut: nobody(),
      before: lines.length,
      after: lines.length - removedLineNos.length,
      matched: count(matched),
      kept,
      first: this.#names(Uint32Array.from(shown)),
    }
  }

  /** Those of these who are there. */
  members(ids: Iterable<string>): Bitmap {
    const { columns } = this.#evaluator
    const bits = new Uint32Array(columns.words)
    for (const id of ids) {
      const row = columns.parts.ids.rowOf(id)
      if (row > 0) put(bits, row, true)
    }
    return keepIn(bits, columns.live)
  }

  /** How many of these have no postal address of their own or their company's, and how many no e-mail address. */
  unreached(bits: Bitmap): { noAddress: number; noEmail: number } {
    const { columns, everybody } = this.#evaluator
    const people = and(everybody, bits)
    const noEmail = blank(columns.parts.texts.email, columns.words)
    return { noAddress: countAnd(people, noAddress(this.#evaluator)), noEmail: countAnd(people, noEmail) }
  }

  firstNames(bits: Bitmap, limit: number): FirstName[] {
    return this.#names(this.#order.rowsOf(bits, limit), limit)
  }

  #names(rows: Uint32Array, limit = firstSo): FirstName[] {
    const { parts } = this.#evaluator.columns
    return Array.from(rows.subarray(0, limit), (row) => ({
      contactId: parts.ids.idOf(row) as ContactId,
      name: parts.texts.name.value(row),
      companyName: this.companyNameBeside(row),
      city: parts.texts.city.value(row),
    }))
  }

  /** The company's name to stand beside a person's. */
  companyNameBeside(row: number): string {
    const { columns, derived } = this.#evaluator
    if (!has(derived.persons, row) || !has(derived.employed, row)) return ''
    return columns.parts.texts.name.value(columns.parts.employer[row]!)
  }
}

const nobody = (): LeftOut => ({ excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 })
