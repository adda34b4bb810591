// Recording answers without drawing: who is looked for, who was chosen, on what day they answered, and what was recorded last. One tap on an
// answer is one commit; the field is empty for the next then. Notes that were begun are kept for each person.
import { undo, type House } from '../../actions/house.ts'
import { respond } from '../../actions/responses.ts'
import { addDays, isDay, type Day } from '../../base/day.ts'
import type { ResponseStatus } from '../../model/campaign.ts'
import type { ContactId } from '../../model/ids.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { RowPages } from '../../parts/rowPages.svelte.ts'
import type { Committed } from '../../storage/commit.ts'
import { failureOf } from '../../workers/call.ts'
import type { RespondAsk, RespondFilter, RespondFound, RespondOf, RespondRow } from '../../workers/jobs/responses.ts'
import { act, ask, tell } from '../pieces/act.ts'
import { IndexRead } from '../pieces/indexRead.svelte.ts'

/** Rows that come with the answer. */
const first = 100

export interface Recorded {
  row: RespondRow
  /** Nothing: what was answered was taken away. */
  status: ResponseStatus | undefined
  done: Committed
}

type Found = RespondFound & { ask: RespondAsk }

/** Made while a component is set up; it stops asking when the component goes. */
export class Responding {
  filter = $state.raw<RespondFilter>('open')
  text = $state('')
  when = $state<'today' | 'yesterday' | 'day'>('today')
  day = $state<string>('')
  /** What was recorded last, until the next. */
  last = $state.raw<Recorded | undefined>()
  busy = $state(false)
  /** The chosen person was answered in another window while she was looked at. */
  meanwhile = $state(false)
  readonly rows: RowPages<RespondRow>
  readonly draft: Draft<{ notes: { id: string; text: string }[] }>
  readonly #house: House
  readonly #read: IndexRead<Found>
  /** Chosen just now: what the list knew of her, until the worker says more. */
  #tapped = $state.raw<RespondRow | undefined>()
  #chosen = $state.raw<ContactId | undefined>()
  #again = $state(0)
  #enter = false

  constructor(house: House, of: RespondOf, draftId: string) {
    this.#house = house
    this.draft = new Draft<{ notes: { id: string; text: string }[] }>(draftId, house.drafts, { notes: [] })
    this.rows = new RowPages<RespondRow>((trouble) => (trouble === undefined ? this.#again++ : tell(failureOf(trouble))))
    this.#read = new IndexRead(house, async (index) => {
      const [wish] = [{ of, filter: this.filter, text: this.text.trim(), chosen: this.#chosen }, this.#again]
      const found = await index.respondents(wish, first)
      const rowsAt = (from: number, to: number) => index.respondentRows(wish, found.ticket, from, to)
      await this.rows.show({ total: found.total, first: found.first, rowsAt }, `${draftId} ${wish.filter} ${wish.text}`)
      this.#follow(found, wish)
      return { ...found, ask: wish }
    })
  }

  /** The answer; nothing while the first is on its way. */
  get found(): Found | undefined {
    return this.#read.value
  }

  /** Who is being answered. */
  get chosen(): RespondRow | undefined {
    return this.#tapped
  }

  /** The day that is recorded; nothing as long as it is none, or lies ahead. */
  get answeredDay(): Day | undefined {
    const { today } = this.#house.occasion()
    if (this.when === 'today') return today
    if (this.when === 'yesterday') return addDays(today, -1)
    return isDay(this.day) && this.day <= today ? this.day : undefined
  }

  get note(): string {
    return this.draft.value.notes.find(({ id }) => id === this.#chosen)?.text ?? ''
  }

  set note(text: string) {
    const id = this.#chosen
    if (id === undefined) return
    const others = this.draft.value.notes.filter((note) => note.id !== id)
    this.draft.value = { notes: text === '' ? others : [...others, { id, text }] }
    if (this.draft.value.notes.length === 0) void this.draft.drop()
    else this.draft.changed()
  }

  choose(row: RespondRow | undefined): void {
    this.#tapped = row
    this.#chosen = row?.id
    this.meanwhile = false
  }

  /** The first who is found, as soon as what was typed is answered. */
  chooseFirst(): void {
    const { found } = this
    if (this.text.trim() === '') return
    if (found?.ask.text === this.text.trim()) this.choose(found.first[0])
    else this.#enter = true
  }

  /** Records an answer of the chosen person, or takes hers away. @returns whether it was */
  async record(status: ResponseStatus | undefined): Promise<boolean> {
    const [row, day] = [this.chosen, this.answeredDay]
    if (!row || !day || this.busy) return false
    this.busy = true
    const wish = { day, note: status ? this.note : '', seen: new Map([[row.entryId, row.seen]]) }
    const done = await act(this.#house, respond(this.#house, [row.entryId], status?.id, wish))
    this.busy = false
    if (!done) {
      this.#again++
      return false
    }
    if (status) this.note = ''
    this.last = { row, status, done }
    this.choose(undefined)
    this.text = ''
    return true
  }

  async takeBack(): Promise<void> {
    const { last } = this
    if (!last || this.busy) return
    this.busy = true
    if (last.done.rev === 0 || (await ask(undo(this.#house, last.done.inverse, 'setResponded')))) this.last = undefined
    this.busy = false
  }

  /** What is known of the chosen person by now, and of whoever was to be chosen. */
  #follow(found: RespondFound, wish: RespondAsk): void {
    if (this.#enter && wish.text === this.text.trim()) {
      this.#enter = false
      this.choose(found.first[0])
      return
    }
    if (wish.chosen === undefined || wish.chosen !== this.#chosen) return
    const before = this.#tapped
    if (before && found.chosen && !isSeen(before, found.chosen)) this.meanwhile = true
    this.#tapped = found.chosen
    if (!found.chosen) this.#chosen = undefined
  }
}

const isSeen = (one: RespondRow, other: RespondRow): boolean =>
  one.entryId === other.entryId &&
  one.seen.responseStatusId === other.seen.responseStatusId &&
  one.seen.respondedDay === other.seen.respondedDay
