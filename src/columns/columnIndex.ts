// All contacts and what happened with them as columns of numbers: it answers every criterion, count and search.
import type { Day } from '../base/day.ts'
import type { CriteriaStep, Outcome, PeopleList } from '../core/segment/outcome.ts'
import type { ChoiceField, Criteria, Rule, StepOptions, TextField } from '../model/criteria.ts'
import type { ContactId } from '../model/ids.ts'
import type {
  Bitmap,
  ContactRow,
  FillRates,
  FirstName,
  ItemValues,
  ListState,
  Patch,
  SearchAnswer,
  Snapshot,
  StepAnswer,
  ValueCount,
} from './answers.ts'

const notYet = (): never => {
  throw new Error('being built')
}

export class ColumnIndex {
  /** Puts rows in their places; exactly as if all had been built anew. */
  patch(_patch: Patch): void {
    notYet()
  }
  /** Contacts. */
  get size(): number {
    return notYet()
  }
  /** Bytes of all buffers. */
  bytes(): number {
    return notYet()
  }
  /** Who matches, of all contacts; not to be changed by the caller. */
  matching(_criteria: Criteria, _today: Day): Bitmap {
    return notYet()
  }
  count(_criteria: Criteria, _today: Day, _among?: Bitmap): number {
    return notYet()
  }
  /** How many have no value where the rule looks; nothing for a rule that cannot be asked that. */
  blanks(_rule: Rule, _today: Day, _among?: Bitmap): number | undefined {
    return notYet()
  }
  /** The same as `outcomeOf` of core/segment/outcome. */
  outcome(_kind: CriteriaStep, _list: PeopleList, _criteria: Criteria, _options: StepOptions, _today: Day): Outcome {
    return notYet()
  }
  /** The same in numbers, for lists on which each contact stands once. */
  step(_kind: CriteriaStep, _list: ListState, _criteria: Criteria, _options: StepOptions, _today: Day): StepAnswer {
    return notYet()
  }
  /** Those of these who are there, as bits. */
  members(_ids: Iterable<ContactId>): Bitmap {
    return notYet()
  }
  /** In the order of new lines. */
  idsOf(_bitmap: Bitmap): ContactId[] {
    return notYet()
  }
  /** The first of them, in the order of new lines. */
  firstNames(_bitmap: Bitmap, _limit: number): FirstName[] {
    return notYet()
  }
  /** Of these those with or without a postal or e-mail address, and the like: who has nothing in a field. */
  withoutValue(_field: TextField | ChoiceField, _among?: Bitmap): number {
    return notYet()
  }
  search(_text: string, _limit: number): SearchAnswer {
    return notYet()
  }
  /** Values that occur in a field, the most frequent first. */
  values(_field: TextField | ChoiceField, _limit: number): ValueCount[] {
    return notYet()
  }
  fillRates(): FillRates {
    return notYet()
  }
  itemValues(): ItemValues {
    return notYet()
  }
  contactRow(_id: ContactId): ContactRow | undefined {
    return notYet()
  }
  snapshot(): Snapshot {
    return notYet()
  }
  /** Nothing when it is of another version, or damaged. */
  static fromSnapshot(_snapshot: Snapshot): ColumnIndex | undefined {
    return notYet()
  }
}
