// The interaction log as the index worker knows it: what the entries asked for come to, and which they are.
import type { Day } from '../../base/day.ts'
import { cancelledAmong } from '../../core/interaction/cancel.ts'
import { failing, newestFirst, summaryOf, type LogQuestion, type LogRow, type LogSummary } from '../../core/interaction/logQuestion.ts'
import { followUpCounts } from '../../core/segment/followUp.ts'
import { findPeople, type LoggedPerson, type PeopleFilter, type PeopleFound } from '../../core/interaction/loggedPeople.ts'
import type { EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine } from '../../model/interaction.ts'
import type { FollowUpWho } from '../../model/parts.ts'
import { changesSince, lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { readFollowUpFacts } from '../../storage/read/followUp.ts'
import { readLoggedLines } from '../../storage/read/logged.ts'
import { byId } from '../../storage/read/watch.ts'
import type { EntryIndex } from './entryIndex.ts'

export interface LogJobs {
  /** What the entries asked for come to, and how many rows other answers lead to. */
  logSummary: (question: LogQuestion, today: Day) => Promise<LogSummary>
  /** Keys of the rows asked for, newest first; `limit` of them from `from` on. */
  logIds: (question: LogQuestion, from: number, limit: number) => Promise<EntryId[]>
  /** Entries that are cancelled by themselves: those *Delete cancelled* takes. */
  cancelledEntries: () => Promise<EntryId[]>
  /** People of a logged segment, by what became of them. */
  loggedPeople: (id: LoggedSegmentId, filter: PeopleFilter, text: string) => Promise<PeopleFound>
  /** How many people each kind of follow-up has. */
  followUpCounts: (id: LoggedSegmentId) => Promise<Map<FollowUpWho, number>>
}

export function logJobs(index: EntryIndex): LogJobs {
  let last: { key: string; rows: LogRow[] } | undefined
  const people = new PeopleReader(index.db)
  const rowsOf = async (question: LogQuestion): Promise<LogRow[]> => {
    const { entries, cancelled, rev } = await index.fresh()
    const key = `${rev} ${JSON.stringify(question)}`
    if (last?.key !== key) last = { key, rows: sorted(allRows(entries.values(), cancelled), question) }
    return last.rows
  }
  return {
    logSummary: async (question, today) => {
      const { entries, cancelled } = await index.fresh()
      return summaryOf(allRows(entries.values(), cancelled), question, today)
    },
    logIds: async (question, from, limit) => (await rowsOf(question)).slice(from, from + limit).map(({ entry }) => entry.id),
    cancelledEntries: async () => {
      const { entries } = await index.fresh()
      const ids: EntryId[] = []
      for (const { id, cancelled } of entries.values()) if (cancelled) ids.push(id)
      return ids
    },
    loggedPeople: async (id, filter, text) => findPeople(await people.read(id), filter, text),
    followUpCounts: async (id) => {
      const facts = await readFollowUpFacts(index.db, id)
      return facts ? followUpCounts(facts.lines, facts.entries, facts.states) : new Map()
    },
  }
}

function* allRows(entries: Iterable<InteractionLogEntry>, cancelled: ReadonlySet<LoggedSegmentId>): Iterable<LogRow> {
  for (const entry of entries) yield { entry, cancelled: cancelledAmong(entry, cancelled) }
}

function sorted(rows: Iterable<LogRow>, question: LogQuestion): LogRow[] {
  const failed = failing(question)
  const kept: LogRow[] = []
  for (const row of rows) if (failed(row).length === 0) kept.push(row)
  return kept.sort(newestFirst)
}

/** The people of the logged segment that is looked at, kept until another one is; their entries are read on from the log of changes. */
class PeopleReader {
  readonly #db: Database
  #id: LoggedSegmentId | undefined
  #rev = 0
  #lines: LoggedLine[] = []
  #entries = new Map<EntryId, InteractionLogEntry>()
  #reading: Promise<LoggedPerson[]> = Promise.resolve([])

  constructor(db: Database) {
    this.#db = db
  }

  /** Readings stand in a queue, as each may throw away what the one before has read. */
  read(id: LoggedSegmentId): Promise<LoggedPerson[]> {
    this.#reading = this.#reading.catch(() => []).then(() => this.#readOn(id))
    return this.#reading
  }

  async #readOn(id: LoggedSegmentId): Promise<LoggedPerson[]> {
    const rev = await lastRev(this.#db)
    const changes = this.#id === id && rev > this.#rev ? await changesSince(this.#db, this.#rev) : []
    if (this.#id !== id || changes.some(({ what, ids }) => what === 'restore' || ids.loggedLines)) await this.#readAll(id)
    else for (const { ids } of changes) await this.#patch(ids.entries as EntryId[] | undefined)
    this.#rev = rev
    return this.#lines.map((line) => ({ line, entry: line.entryId && this.#entries.get(line.entryId) }))
  }

  async #readAll(id: LoggedSegmentId): Promise<void> {
    this.#id = undefined
    this.#lines = await readLoggedLines(this.#db, id)
    const ids = this.#lines.flatMap(({ entryId }) => entryId ?? [])
    this.#entries = byId((await this.#db.entries.bulkGet(ids)).filter((entry) => entry !== undefined))
    this.#id = id
  }

  async #patch(touched: readonly EntryId[] = []): Promise<void> {
    const rows = await this.#db.entries.bulkGet([...touched])
    for (const [at, id] of touched.entries()) {
      const row = rows[at]
      if (row && (row.loggedSegmentId === this.#id || this.#entries.has(id))) this.#entries.set(id, row)
      else if (!row) this.#entries.delete(id)
    }
  }
}
