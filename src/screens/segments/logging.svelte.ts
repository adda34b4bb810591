// One log under way: how far it is, whether it can still be stopped, and where it leads.
import { isBeingWritten, logSegment, undoLog, type LogWish } from '../../actions/logSegment.ts'
import type { House } from '../../actions/house.ts'
import type { SegmentId } from '../../model/ids.ts'
import { notices } from '../../parts/notices.svelte.ts'
import { goTo } from '../../parts/place.svelte.ts'
import { figure } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { actLong } from '../pieces/act.ts'

export class Logging {
  running = $state.raw<{ done: number; total: number } | undefined>()
  /** From here on it can no longer be stopped. */
  readonly writing: boolean = $derived(this.running !== undefined && isBeingWritten(this.running.done, this.running.total))
  /** Lines read and checked, or written, of all. */
  readonly lines: { done: number; total: number } = $derived.by(() => {
    const { done, total } = this.running ?? { done: 0, total: 0 }
    const half = Math.round(total / 2)
    return { done: this.writing ? done - half : done, total: half }
  })
  readonly #house: House
  readonly #id: SegmentId
  #stop = new AbortController()

  constructor(house: House, id: SegmentId) {
    this.#house = house
    this.#id = id
  }

  /**
   * Logs, then leads to the logged segment; its undo leads back to the open one. A second press while it runs does nothing.
   * @param logged the form is done with
   */
  async log(wish: LogWish, logged: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    if (this.running) return
    notices.over()
    this.#stop = new AbortController()
    this.running = { done: 0, total: 0 }
    const onProgress = (done: number, total: number) => (this.running = { done, total })
    const done = await actLong(
      logSegment(this.#house, this.#id, wish, { signal: this.#stop.signal, onProgress }),
      ({ followUpId, entries, tasks }) =>
        [
          t(followUpId ? 'log.doneFollowUp' : 'log.done', { count: entries }),
          tasks > 0 ? t('log.doneTasks', { count: tasks, text: figure(tasks) }) : '',
        ]
          .filter(Boolean)
          .join(' '),
      (rev) => this.#undo(rev),
    )
    if (done) await logged()
    this.running = undefined
    if (done) goTo(`/logged/${done.loggedId}`)
  }

  stop(): void {
    this.#stop.abort()
  }

  async #undo(rev: number) {
    // With many entries it takes longer than a notice stays.
    const say = () => notices.done(t('log.takingBack'))
    say()
    const again = setInterval(say, 8_000)
    try {
      const undone = await undoLog(this.#house, rev)
      if (undone.ok) goTo(`/segments/${this.#id}`)
      return undone
    } finally {
      clearInterval(again)
    }
  }
}
