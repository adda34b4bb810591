// Which entries of the interaction log are asked for, and what they come to. Cancelled ones are shown when they are asked for, and
// never count. BC: Interaction/InteractionLogEntry.Table.al (statistics leave out Canceled)
import { bearsAll, searchKey, wordsOf } from '../../base/fold.ts'
import type { Day } from '../../base/day.ts'
import type { CampaignId, ResponseStatusId, SalespersonId, TemplateId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Evaluation } from '../../model/parts.ts'

/** What is asked for; a missing answer means any, a blank one "without". */
export interface LogQuestion {
  from: Day | undefined
  to: Day | undefined
  salespersonId: SalespersonId | '' | undefined
  templateId: TemplateId | '' | undefined
  campaignId: CampaignId | '' | undefined
  evaluation: Evaluation | '' | undefined
  /** What was answered; `answered` where it was not said what. */
  response: ResponseStatusId | 'answered' | '' | undefined
  cancelledToo: boolean
  /** Words of the contact's or the company's name. */
  text: string
}

export const everything: LogQuestion = {
  ...{ from: undefined, to: undefined, salespersonId: undefined, templateId: undefined, campaignId: undefined, evaluation: undefined },
  ...{ response: undefined, cancelledToo: false, text: '' },
}

export const logFacets = ['period', 'salesperson', 'template', 'campaign', 'evaluation', 'response', 'cancelled', 'text'] as const
export type LogFacet = (typeof logFacets)[number]

/** An entry with the one thing it does not know of itself: whether it or its whole segment is cancelled. */
export interface LogRow {
  entry: InteractionLogEntry
  cancelled: boolean
}

/** The first day of the month of a day. */
export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day

/** Which parts of the question a row does not answer: none, then it is shown. */
export function failing(question: LogQuestion): (row: LogRow) => LogFacet[] {
  const words = wordsOf(question.text)
  const { from, to, cancelledToo } = question
  const tests: [LogFacet, (row: LogRow) => boolean][] = []
  if (from !== undefined || to !== undefined)
    tests.push(['period', ({ entry: { day } }) => (from === undefined || day >= from) && (to === undefined || day <= to)])
  for (const [facet, field] of fields) {
    const asked = question[field]
    if (asked !== undefined) tests.push([facet, ({ entry }) => valueOf(entry, field) === asked])
  }
  if (!cancelledToo) tests.push(['cancelled', ({ cancelled }) => !cancelled])
  if (words.length > 0) tests.push(['text', ({ entry }) => bearsAll(searchKey(`${entry.contactName} ${entry.companyName}`), words)])
  return (row) => tests.filter(([, test]) => !test(row)).map(([facet]) => facet)
}

const fields = [
  ['salesperson', 'salespersonId'],
  ['template', 'templateId'],
  ['campaign', 'campaignId'],
  ['evaluation', 'evaluation'],
  ['response', 'response'],
] as const

/** What an entry says to one part of the question; blank when nothing. */
function valueOf(entry: InteractionLogEntry, field: (typeof fields)[number][1]): string {
  if (field !== 'response') return entry[field] ?? ''
  return entry.responseStatusId ?? (entry.respondedDay || entry.campaignResponse ? 'answered' : '')
}

export interface LogSum {
  count: number
  cost: number
  /** In minutes. */
  duration: number
}

/** What one template or one salesperson comes to. */
export interface LogShare<K extends string> extends LogSum {
  id: K | ''
}

export interface LogSummary {
  /** All entries of the log, cancelled ones too. */
  all: number
  /** Rows that answer the question. */
  rows: number
  /** Of them, those that do not count. */
  cancelled: number
  sum: LogSum
  byTemplate: LogShare<TemplateId>[]
  bySalesperson: LogShare<SalespersonId>[]
  /** How many rows another answer to one part of the question leads to, the other parts left as they are. */
  instead: {
    anyPeriod: number
    thisMonth: number
    cancelledToo: number
    salesperson: Record<string, number>
    template: Record<string, number>
    campaign: Record<string, number>
    evaluation: Record<string, number>
    response: Record<string, number>
  }
}

/** Counts and sums in one walk over the log. */
export function summaryOf(rows: Iterable<LogRow>, question: LogQuestion, today: Day): LogSummary {
  const summary = emptySummary()
  const failed = failing(question)
  const month = monthOf(today)
  const byTemplate = new Map<TemplateId | '', LogSum>()
  const bySalesperson = new Map<SalespersonId | '', LogSum>()
  for (const row of rows) {
    summary.all++
    const missed = failed(row)
    countInstead(summary.instead, row, missed, month)
    if (missed.length > 0) continue
    summary.rows++
    if (row.cancelled) summary.cancelled++
    else
      for (const sum of [summary.sum, sumOf(byTemplate, row.entry.templateId), sumOf(bySalesperson, row.entry.salespersonId)]) add(sum, row)
  }
  return { ...summary, byTemplate: shares(byTemplate), bySalesperson: shares(bySalesperson) }
}

const emptySum = (): LogSum => ({ count: 0, cost: 0, duration: 0 })

const emptySummary = (): LogSummary => ({
  ...{ all: 0, rows: 0, cancelled: 0, sum: emptySum(), byTemplate: [], bySalesperson: [] },
  instead: { anyPeriod: 0, thisMonth: 0, cancelledToo: 0, salesperson: {}, template: {}, campaign: {}, evaluation: {}, response: {} },
})

/** A row counts for another answer to one part when it answers all the others. */
function countInstead(instead: LogSummary['instead'], row: LogRow, missed: readonly LogFacet[], month: Day): void {
  const [first, second] = missed
  if (second !== undefined) return
  const free = (facet: LogFacet) => first === undefined || first === facet
  if (free('period')) {
    instead.anyPeriod++
    if (monthOf(row.entry.day) === month) instead.thisMonth++
  }
  if (free('cancelled')) instead.cancelledToo++
  for (const [facet, field] of fields) {
    if (!free(facet)) continue
    const value = valueOf(row.entry, field)
    instead[facet][value] = (instead[facet][value] ?? 0) + 1
  }
}

function sumOf<K>(sums: Map<K | '', LogSum>, key: K | undefined): LogSum {
  const known = sums.get(key ?? '')
  if (known) return known
  const fresh = emptySum()
  sums.set(key ?? '', fresh)
  return fresh
}

function add(sum: LogSum, { entry }: LogRow): void {
  sum.count++
  sum.cost += entry.cost
  sum.duration += entry.duration
}

const shares = <K extends string>(sums: Map<K | '', LogSum>): LogShare<K>[] =>
  Array.from(sums, ([id, sum]) => ({ id, ...sum })).sort((a, b) => b.count - a.count)

/** Newest first; of one day, what was logged last first. The order of the index on the disk. */
export const newestFirst = (a: LogRow, b: LogRow): number =>
  a.entry.day < b.entry.day ? 1 : a.entry.day > b.entry.day ? -1 : a.entry.id < b.entry.id ? 1 : -1
