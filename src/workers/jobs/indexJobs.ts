// What the index worker answers: searches while typing, exact counts, and what a recipe would do before it is applied.
// Every job first reads on in the log of changes.
import { toDay, type Day } from '../../base/day.ts'
import type { FillRates, ItemValues, SearchAnswer, ValueCount } from '../../columns/index.ts'
import type { Outcome } from '../../core/segment/outcome.ts'
import { outcomesWhere } from '../../core/segment/replay.ts'
import type { Contact } from '../../model/contact.ts'
import type { ChoiceField, Criteria, SavedStep, TextField } from '../../model/criteria.ts'
import type { Line, SegmentLines } from '../../model/segment.ts'
import type { Database } from '../../storage/database.ts'
import { boardJobs, type BoardJobs } from './board.ts'
import { campaignJobs, type CampaignJobs } from './campaigns.ts'
import { ColumnHost } from './columnHost.ts'
import { ContactBook } from './contactBook.ts'
import { EntryIndex } from './entryIndex.ts'
import type { FirstPageKeeper } from './firstPageKeeper.ts'
import { contactListOpenJobs, type ContactListOpenJobs } from './contactList.ts'
import { contactListJobs, type ContactListJobs } from './contactLists.ts'
import { greetingJobs, type GreetingJobs } from './greetings.ts'
import { logJobs, type LogJobs } from './logReads.ts'
import { oddLetterJobs, type OddLetterJobs } from './oddLetters.ts'
import { recipeJobs, type RecipeJobs } from './recipe.ts'
import { responseRateJobs, type ResponseRateJobs } from './responseRates.ts'
import { responseJobs, type ResponseJobs } from './responses.ts'
import type { SnapshotKeeper } from './snapshotKeeper.ts'
import { statisticsJobs, type StatisticsJobs } from './statistics.ts'
import { targetGroupJobs, type TargetGroupJobs } from './targetGroups.ts'

export type { ContactRow, FillRates, ItemValues, SearchAnswer } from '../../columns/index.ts'

export interface SelectJobs {
  /** Contacts that bear every word, by name; the first `limit`, and how many there are in all. */
  /** @param type leaves companies only, or persons only */
  search: (text: string, limit: number, type?: Contact['type']) => Promise<SearchAnswer>
  /** What each of several steps would do to these lines, one after the other. */
  replay: (steps: readonly SavedStep[], lines: SegmentLines, today: Day) => Promise<Outcome[]>
  /** How many contacts each of these criteria matches by itself: of all, or of those on the lines. */
  counts: (of: readonly Line[] | undefined, criteria: readonly Criteria[], today: Day) => Promise<number[]>
  /** Values that occur in a field, with how many contacts bear each, the most frequent first. */
  values: (field: TextField | ChoiceField, limit: number) => Promise<ValueCount[]>
  /** Items that were bought, and groups of items, each with how many companies bought it, the most frequent first. */
  itemValues: () => Promise<ItemValues>
  /** How many contacts have something in each field. */
  fillRates: () => Promise<FillRates>
}

export interface Keeping {
  columns?: SnapshotKeeper
  firstPage?: FirstPageKeeper
}

/** Every job of the index worker; rooms of their own join here. */
export type IndexJobs = SelectJobs &
  BoardJobs &
  LogJobs &
  ContactListJobs &
  ContactListOpenJobs &
  StatisticsJobs &
  GreetingJobs &
  CampaignJobs &
  TargetGroupJobs &
  RecipeJobs &
  ResponseJobs &
  ResponseRateJobs &
  OddLetterJobs

/** @param keeping what is kept for the next start */
export function indexJobs(db: Database, keeping: Keeping = {}): IndexJobs {
  const columns = new ColumnHost(db, keeping.columns)
  const log = new EntryIndex(db)
  const book = new ContactBook(db)
  // What is kept is fetched before somebody asks.
  if (keeping.columns) columns.fresh().catch(() => undefined)
  return {
    ...selectJobs(columns),
    ...boardJobs(book),
    ...logJobs(log),
    ...contactListJobs(columns, log),
    ...contactListOpenJobs(columns, keeping.firstPage),
    ...statisticsJobs(log),
    ...greetingJobs(book),
    ...campaignJobs(log),
    ...targetGroupJobs(db, log),
    ...recipeJobs(columns),
    ...responseJobs(log, columns),
    ...responseRateJobs(db, log, columns),
    ...oddLetterJobs(book),
  }
}

const ofType = (type: Contact['type']): Criteria => ({
  ...{ kind: 'group', match: 'all' },
  items: [{ kind: 'choice', field: 'type', operator: 'isAnyOf', values: [type] }],
})
const noDay = toDay('2000-01-01')

const selectJobs = (host: ColumnHost): SelectJobs => ({
  search: async (text, limit, type) => {
    const index = await host.fresh()
    // Neither companies nor persons change from day to day.
    return index.search(text, limit, type && index.matching(ofType(type), noDay))
  },
  replay: async (steps, lines, today) => {
    const index = await host.freshFor(steps.map(({ criteria }) => criteria))
    return outcomesWhere(steps, lines, ({ kind, criteria, options }, list) => index.outcome(kind, list, criteria, options, today))
  },
  counts: async (of, criteria, today) => {
    const index = await host.freshFor(criteria)
    const among = of && index.members(of.map(({ contactId }) => contactId))
    return criteria.map((one) => index.count(one, today, among))
  },
  values: async (field, limit) => (await host.fresh()).values(field, limit),
  itemValues: async () => (await host.fresh()).itemValues(),
  fillRates: async () => (await host.fresh()).fillRates(),
})
