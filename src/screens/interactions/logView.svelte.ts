// The interaction log on the screen. The first rows come from the index of days on the disk, before anything is counted; figures and
// narrowed rows come from the index worker. More rows are read as the list scrolls; a commit in any window is followed.
import type { House } from '../../actions/house.ts'
import { everything, type LogQuestion, type LogRow, type LogSummary } from '../../core/interaction/logQuestion.ts'
import type { EntryId } from '../../model/ids.ts'
import { Live } from '../../parts/live.svelte.ts'
import { readLogRows, readLogStretch, type LogPlace } from '../../storage/read/logged.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import { tell } from '../pieces/act.ts'

/** A screen of rows first, then more of them, before the list is scrolled to its end. */
const firstRows = 24
const moreRows = 200
const rowsAhead = 100
/** Coming back to the log shows again what was asked, as far down as this. */
const mostKept = 2000

let left: { question: LogQuestion; rows: number } = { question: everything, rows: firstRows }

/** Asked by the index of days alone. */
const isPlain = ({ salespersonId, templateId, campaignId, evaluation, response, text }: LogQuestion) =>
  [salespersonId, templateId, campaignId, evaluation, response].every((one) => one === undefined) && text.trim() === ''

/** Made while a component is set up; it stops asking when the component goes. */
export class LogView {
  question = $state.raw<LogQuestion>(left.question)
  rows = $state.raw<readonly LogRow[]>([])
  /** The rows that answer the question as it is now, as far as they are read; false while others are on their way. */
  settled = $state(false)
  #summary = $state.raw<{ of: LogQuestion; is: LogSummary } | undefined>()
  /** All rows are read. */
  #ended = false
  #place: LogPlace | undefined
  #reading = false
  #turn = 0
  #seen: number | undefined
  readonly #house: House

  constructor(house: House) {
    this.#house = house
    const commits = new Live(watchCommits(house.db))
    void this.#begin(left.rows)
    $effect(() => {
      const rev = commits.value
      const isNew = rev !== undefined && this.#seen !== undefined && rev !== this.#seen
      this.#seen = rev ?? this.#seen
      if (isNew) void this.#begin(this.rows.length)
    })
  }

  /** The figures, those of the question before as long as the new ones are on their way. */
  get summary(): LogSummary | undefined {
    return this.#summary?.is
  }

  /** Whether the figures are those of the question. */
  get counted(): boolean {
    return this.#summary?.of === this.question
  }

  ask(part: Partial<LogQuestion>): void {
    this.question = { ...this.question, ...part }
    this.settled = false
    void this.#begin(firstRows)
  }

  /** The row at this place is on the screen: reads on when the end is near. */
  reach(index: number): void {
    if (index > this.rows.length - rowsAhead) void this.#more(this.#turn)
  }

  /** Keys of all rows that answer the question, read or not. */
  ids(): Promise<EntryId[]> {
    return this.#house.calls.index.logIds(this.question, 0, Number.MAX_SAFE_INTEGER)
  }

  async #begin(wanted: number): Promise<void> {
    const turn = ++this.#turn
    const { question } = this
    const limit = Math.min(Math.max(wanted, firstRows), mostKept)
    left = { question, rows: limit }
    this.#reading = true
    try {
      const { rows, next } = await this.#read(question, undefined, 0, limit)
      if (turn !== this.#turn) return
      this.#take(rows, next)
      this.settled = true
      this.#reading = false
      // A few more before the worker is asked, which may have to read the whole log first.
      await this.#more(turn)
      const is = await this.#house.calls.index.logSummary(question, this.#house.occasion().today)
      if (turn === this.#turn) this.#summary = { of: question, is }
    } catch (error) {
      if (turn === this.#turn) tell(failureOf(error))
    }
  }

  async #more(turn: number): Promise<void> {
    if (this.#reading || this.#ended || turn !== this.#turn) return
    this.#reading = true
    try {
      const { rows, next } = await this.#read(this.question, this.#place, this.rows.length, moreRows)
      if (turn === this.#turn) this.#take([...this.rows, ...rows], next)
    } catch (error) {
      if (turn === this.#turn) tell(failureOf(error))
    } finally {
      if (turn === this.#turn) this.#reading = false
    }
  }

  #take(rows: readonly LogRow[], next: LogPlace | undefined): void {
    this.rows = rows
    this.#place = next
    this.#ended = next === undefined
    left = { question: this.question, rows: rows.length }
  }

  async #read(
    question: LogQuestion,
    place: LogPlace | undefined,
    from: number,
    limit: number,
  ): Promise<{ rows: LogRow[]; next: LogPlace | undefined }> {
    if (isPlain(question)) return readLogStretch(this.#house.db, question, place, limit)
    const ids = await this.#house.calls.index.logIds(question, from, limit)
    const rows = await readLogRows(this.#house.db, ids)
    const last = rows.at(-1)?.entry.day
    return { rows, next: last !== undefined && ids.length === limit ? { day: last, seen: 0 } : undefined }
  }
}
