// What is being typed in an open form. It is mirrored on the disk shortly after each change, so that a reload, a crash or an
// update loses nothing, and it is offered again when the form is opened.

export interface DraftKeeper {
  read: (id: string) => Promise<unknown>
  write: (id: string, value: unknown, at: string) => Promise<void>
  drop: (id: string) => Promise<void>
}

const shortly = 250
const open = new Set<Draft<object>>()

/** Writes all open drafts at once: before the app moves to a new version. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...open].map((draft) => draft.flush()))
}

export class Draft<T extends object> {
  value: T = $state()!
  /** True when the form was found half filled from before. */
  found = $state(false)
  readonly #id: string
  readonly #keeper: DraftKeeper
  #timer: ReturnType<typeof setTimeout> | undefined
  #pending = false

  constructor(id: string, keeper: DraftKeeper, start: T) {
    this.#id = id
    this.#keeper = keeper
    this.value = start
    open.add(this)
    void keeper.read(id).then((kept) => {
      if (kept === undefined || this.#pending) return
      this.value = { ...start, ...(kept as T) }
      this.found = true
    })
  }

  /** Tell after each change of `value`. */
  changed(): void {
    this.#pending = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), shortly)
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.#pending) return
    this.#pending = false
    await this.#keeper.write(this.#id, $state.snapshot(this.value), new Date().toISOString())
  }

  /** The finished value, as plain data that can be stored. */
  take(): T {
    const plain: unknown = $state.snapshot(this.value)
    return plain as T
  }

  /** The form is done with, saved or given up: nothing is kept. */
  async drop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#pending = false
    open.delete(this)
    await this.#keeper.drop(this.#id)
  }

  /** The form is left open: the draft stays on the disk. */
  async leave(): Promise<void> {
    await this.flush()
    open.delete(this)
  }
}
