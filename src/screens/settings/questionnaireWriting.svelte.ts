// A questionnaire is written, with all whom that concerns: how far it is, the way to stop it, and the notice with its undo.
import type { House, Undoable } from '../../actions/house.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { t } from '../../text/language.svelte.ts'
import type { JobWatch } from '../../workers/call.ts'
import { act } from '../pieces/act.ts'

export class QuestionnaireWriting {
  running = $state.raw<{ done: number; total: number } | undefined>()
  #stop = new AbortController()

  /** @param said what is told when it went well; how many contacts have other answers by it stands behind @returns whether it did */
  async write(
    house: House,
    doing: (watch: JobWatch) => Promise<Result<Undoable & { value: number }, Failure>>,
    said: string,
  ): Promise<boolean> {
    if (this.running) return false
    this.#stop = new AbortController()
    this.running = { done: 0, total: 0 }
    const onProgress = (done: number, total: number) => (this.running = this.running && { done, total })
    const done = await act(house, doing({ signal: this.#stop.signal, onProgress }), ({ value }) =>
      value > 0 ? `${said} ${t('settings.answersChanged', { count: value })}` : said,
    )
    this.running = undefined
    return done !== undefined
  }

  stop = (): void => this.#stop.abort()
}
