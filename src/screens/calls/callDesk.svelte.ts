// A call round under way, without drawing: at whom it stands, what is typed, what comes next, what was done last.
import { leaveOutOfCalls, logCall, skipCall } from '../../actions/callRounds.ts'
import { undo, type House } from '../../actions/house.ts'
import { addDays } from '../../base/day.ts'
import type { Result } from '../../base/result.ts'
import { answerOf } from '../../core/interaction/callRoundCall.ts'
import { numberTrouble } from '../../core/interaction/callRoundNumber.ts'
import { nextToCall, type CallMark, type RoundProgress } from '../../core/interaction/callRoundProgress.ts'
import { responseStatusesOf } from '../../core/campaign/responses.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { CallOutcome, CallRound, NotCalled } from '../../model/callRound.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { notices } from '../../parts/notices.svelte.ts'
import type { Committed } from '../../storage/commit.ts'
import { t } from '../../text/language.svelte.ts'
import { act, ask } from '../pieces/act.ts'
import { emptyCall, fieldsOfCall, isBadMinutes, isBlank, minutesSince, type CallForm } from './callForm.ts'
import { callWords } from './callWords.ts'

/** What was done, and what stood in the form then. */
interface DoneCall {
  what: 'logCall' | 'skipCall'
  done: Committed
  form: CallForm
}

/** What can be taken back, for each round, as long as the app is open. */
const doneCalls = new Map<string, DoneCall[]>()

export interface AtDesk {
  round: CallRound
  progress: RoundProgress
  /** Of the person at whom it stands: the number that is offered, her campaign, her name. */
  number: string
  campaign: Campaign | undefined
  name: string
}

export class CallDesk {
  readonly draft: Draft<CallForm>
  /** The draft from before was looked for: it is known where the round stands. */
  ready = $state(false)
  busy = $state(false)
  /** Save was pressed without an outcome. */
  tried = $state(false)
  /** So often Save was pressed with minutes that are none: the field that says so is turned to. */
  badMinutes = $state(0)
  /** So often Save was pressed with a right number that is none: the field that says so is turned to. */
  badNumber = $state(0)
  /** She wants to be called back: it is asked when. */
  asksWhen = $state(false)
  /** Why it went on by itself. */
  told = $state('')
  done = $state.raw<readonly DoneCall[]>([])
  readonly #house: House
  readonly #at: AtDesk

  constructor(house: House, roundId: string, at: AtDesk) {
    this.#house = house
    this.#at = at
    this.done = doneCalls.get(roundId) ?? []
    this.draft = new Draft(`calls:${roundId}`, house.drafts, emptyCall())
    void this.draft.looked.then(() => (this.ready = true))
  }

  get form(): CallForm {
    return this.draft.value
  }

  /** At whom the round stands; nobody when the turn is over. */
  readonly current: ContactId | undefined = $derived.by(() => {
    const { contactId } = this.form
    if (contactId === 'end') return undefined
    return contactId === '' ? nextToCall(this.#at.progress) : (contactId as ContactId)
  })

  readonly next: ContactId | undefined = $derived.by(() => nextToCall(this.#at.progress, this.current))

  /** Calls to the person it stands at. */
  readonly calls: readonly CallMark[] = $derived.by(
    () => this.#at.progress.people.find((one) => one.contactId === this.current)?.calls ?? [],
  )

  /** Calls that came from elsewhere since it was turned to her. */
  readonly meanwhile: readonly CallMark[] = $derived.by(() =>
    this.form.contactId === '' || this.busy ? [] : this.calls.filter(({ id }) => !this.form.seen.includes(id)),
  )

  /** The page is left. What is typed here is on the disk then, also where another window wrote its own meanwhile. */
  leave(): void {
    if (!isBlank(this.form)) this.draft.changed()
    void this.draft.leave()
  }

  changed(): void {
    this.told = ''
    // Whoever is typed for first stands in the draft from then on.
    if (this.form.contactId === '' && this.current) {
      Object.assign(this.form, { contactId: this.current, name: this.#at.name, seen: this.calls.map(({ id }) => id) })
    }
    this.draft.changed()
  }

  /** Turns to somebody; nobody: the turn is over. What was begun for another is given up only when it was asked for. */
  stand(id: ContactId | undefined, seen?: readonly string[]): void {
    const known = id && this.#at.progress.people.find((one) => one.contactId === id)
    const calls = seen ?? (known ? known.calls.map((mark) => mark.id) : [])
    this.tried = false
    this.badNumber = 0
    this.draft.value = emptyCall(id ?? 'end', '', calls)
    this.draft.changed()
  }

  /** The turn goes on with whoever is the first still to be called, as soon as that is known. */
  goOn(): void {
    this.draft.value = emptyCall()
    this.draft.changed()
  }

  pick(outcome: CallOutcome): void {
    const { form } = this
    if (this.meanwhile.length > 0) return
    form.outcome = form.outcome === outcome ? '' : outcome
    if (form.outcome && form.startedAt && form.minutes === '')
      form.minutes = String(minutesSince(form.startedAt, this.#house.occasion().now))
    this.#offerDay()
    this.tried = false
    this.changed()
  }

  /** Tomorrow is offered for calling back; it goes again with the outcome, where it was left as it was offered. */
  #offerDay(): void {
    const { form } = this
    const tomorrow = addDays(this.#house.occasion().today, 1)
    const isOffer = form.taskType === 'phoneCall' && form.taskDay === tomorrow && form.taskTime === '' && form.taskText === ''
    if (form.outcome === 'callBack' && form.taskDay === '') Object.assign(form, { taskDay: tomorrow, taskType: 'phoneCall' })
    else if (form.outcome !== 'callBack' && isOffer) Object.assign(form, { taskDay: '', taskType: '' })
    else return
    this.asksWhen = form.outcome === 'callBack'
  }

  /** What is wrong with the right number of a wrong one, for its field. */
  readonly numberTrouble = $derived.by(() =>
    this.form.outcome === 'wrongNumber' ? numberTrouble(this.form.number || this.#at.number, this.form.correction) : undefined,
  )

  /** The call button was pressed. */
  called(number: string): void {
    Object.assign(this.form, { number, startedAt: this.#house.occasion().now, minutes: '' })
    this.changed()
  }

  /** What came from elsewhere is known, and this is another call. */
  another(): void {
    this.form.seen = this.calls.map(({ id }) => id)
    this.changed()
  }

  /** Logs the call and goes on. @param stay another attempt follows at once, as by the right number */
  async save(stay = false): Promise<void> {
    this.changed()
    this.tried = this.form.outcome === ''
    if (this.tried || this.busy || !this.current || this.meanwhile.length > 0) return
    if (isBadMinutes(this.form)) return void this.badMinutes++
    if (this.numberTrouble) return void this.badNumber++
    const { round, number, campaign, name } = this.#at
    const form = this.draft.take()
    const next = stay ? this.current : this.next
    const words = callWords(name)
    const answer = answerOf(form.outcome as CallOutcome, responseStatusesOf(campaign))
    const fields = fieldsOfCall(form, number, answer, this.#house.occasion().now, words)
    this.busy = true
    const done = await act(this.#house, logCall(this.#house, round.id, fields))
    if (done) {
      this.#remember({ what: 'logCall', done, form })
      this.stand(next, stay ? [...form.seen, done.value.entryId] : undefined)
    }
    this.busy = false
  }

  async skip(): Promise<void> {
    const { current, next, busy } = this
    if (!current || busy) return
    const form = this.draft.take()
    await this.#doing(async () => {
      const done = await act(this.#house, skipCall(this.#house, this.#at.round.id, current))
      if (!done) return
      this.#remember({ what: 'skipCall', done, form: { ...form, contactId: current } })
      this.stand(next)
    })
  }

  /** Takes the last act of this round back whole, and stands where it stood, with what was typed. */
  async undo(): Promise<void> {
    const last = this.done.at(-1)
    if (!last || this.busy) return
    await this.#doing(async () => {
      if (!(await ask(undo(this.#house, last.done.inverse, last.what)))) return
      this.#keep(this.done.slice(0, -1))
      this.draft.value = { ...last.form }
      this.draft.changed()
      notices.pass()
    })
  }

  /** Her turn came and she cannot be called: that is said, with what was typed for her, and the round goes on. */
  async passOver(id: ContactId, why: NotCalled): Promise<void> {
    const { round, progress } = this.#at
    const { form, next } = this
    const words = { name: form.name || this.#at.name || t('segment.contactGone') }
    const typed = form.note.trim() === '' ? '' : t('calls.typedWas', { note: form.note.trim() })
    await this.#doing(async () => {
      if (progress.people.some((one) => one.contactId === id && one.due)) await quietly(leaveOutOfCalls(this.#house, round.id, id, why))
      this.stand(next)
      this.told = [t(`calls.passed.${why}`, words), typed].filter(Boolean).join(' ')
    })
  }

  /** She was made one with another contact: it is gone on with that one, or with the next where that was called already. */
  follow(kept: ContactId, keptName: string): void {
    const person = this.#at.progress.people.find((one) => one.contactId === kept)
    const name = this.form.name || t('segment.contactGone')
    if (person && (person.due || !isBlank(this.form))) Object.assign(this.form, { contactId: kept, seen: person.calls.map(({ id }) => id) })
    else this.stand(this.next)
    this.draft.changed()
    this.told = t('calls.merged', { name, kept: keptName })
  }

  /** The name is remembered for the sentence, should she be gone. */
  knowName(name: string): void {
    if (this.form.contactId !== '' && this.form.contactId !== 'end' && this.form.name !== name) {
      this.form.name = name
      this.draft.changed()
    }
  }

  #remember(done: DoneCall): void {
    this.#keep([...this.done, done].slice(-20))
  }

  #keep(done: readonly DoneCall[]): void {
    this.done = done
    doneCalls.set(this.#at.round.id, [...done])
  }

  async #doing(run: () => Promise<void>): Promise<void> {
    this.busy = true
    try {
      await run()
    } finally {
      this.busy = false
    }
  }
}

/** Whether it could be remembered or not, the round goes on. */
const quietly = async (doing: Promise<Result<unknown, Failure>>): Promise<void> => void (await doing.catch(() => undefined))
