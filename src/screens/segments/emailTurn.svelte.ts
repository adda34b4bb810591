// The e-mail whose turn it is: made ready before the tap, handed to the share sheet by the tap, and noted when it was handed on.
import { noteShared, oneEmail } from '../../actions/emails.ts'
import type { House } from '../../actions/house.ts'
import type { SegmentId } from '../../model/ids.ts'
import { canShareFile, shareFile } from '../../parts/share.ts'
import type { OneEmail } from '../../workers/jobs/emails.ts'
import { act, ask } from '../pieces/act.ts'

export class EmailTurn {
  email = $state.raw<OneEmail | undefined>()
  /** It could not be made; why is said. */
  failed = $state(false)
  readonly #house: House
  readonly #id: SegmentId
  #turn = 0

  constructor(house: House, id: SegmentId) {
    this.#house = house
    this.#id = id
  }

  /** Makes it ready. What was asked for before comes too late. */
  async ready(lineNo: number, attach: boolean): Promise<void> {
    const turn = ++this.#turn
    this.email = undefined
    this.failed = false
    const email = await ask(oneEmail(this.#house, this.#id, lineNo, attach))
    if (turn !== this.#turn) return
    this.email = email
    this.failed = email === undefined
  }

  /** Call it from a fresh tap. */
  async share(): Promise<void> {
    const { email } = this
    if (!email) return
    const { file, subject, text } = email
    if ((await shareFile({ title: subject, text }, file)) === 'shared') await this.note(email)
  }

  /** Whether this browser hands it on, with its letter; else she saves the letter and opens her mail program by herself. */
  readonly canShare: boolean = $derived(
    this.email !== undefined && canShareFile({ title: this.email.subject, text: this.email.text }, this.email.file),
  )

  async note(email: OneEmail): Promise<void> {
    await act(this.#house, noteShared(this.#house, this.#id, email.lineNo, email.mark))
  }

  async takeBack(lineNo: number): Promise<void> {
    await act(this.#house, noteShared(this.#house, this.#id, lineNo, undefined))
  }
}
