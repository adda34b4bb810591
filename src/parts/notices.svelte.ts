// Short notices at the foot of the screen: what was done, with its undo; or what went wrong, until it is read.

export interface Notice {
  id: number
  text: string
  kind: 'done' | 'trouble'
  action?: { label: string; run: () => void }
  /** What may follow it, elsewhere. */
  offer?: { label: string; href: string }
}

const stay = 10_000

/** What is left of the time of a notice, in milliseconds. */
interface Stay {
  left: number
  since: number
  timer: ReturnType<typeof setTimeout>
}

class Notices {
  list = $state.raw<Notice[]>([])
  #last = 0
  readonly #stays = new Map<number, Stay>()
  #held = false

  /** Says what was done; `action` is usually the undo, there for ten seconds. */
  done(text: string, action?: Notice['action'], offer?: Notice['offer']): void {
    const notice: Notice = { id: ++this.#last, text, kind: 'done', ...(action ? { action } : {}), ...(offer ? { offer } : {}) }
    this.list = [...this.list.filter((other) => other.kind === 'trouble'), notice]
    this.#begin(notice.id, stay)
  }

  /** A finger or the keyboard is on them, or nobody looks at the page: none goes meanwhile. WCAG 2.2.1 */
  hold(): void {
    if (this.#held) return
    this.#held = true
    for (const one of this.#stays.values()) {
      clearTimeout(one.timer)
      one.left -= Date.now() - one.since
    }
  }

  /** They may go again, though not at once. */
  release(): void {
    if (!this.#held) return
    this.#held = false
    for (const [id, { left }] of this.#stays) this.#begin(id, Math.max(left, stay / 4))
  }

  /** Runs what the newest notice offers, as its undo. False when there is none. */
  actOnLast(): boolean {
    const last = this.list.findLast(({ action }) => action !== undefined)
    if (!last?.action) return false
    this.close(last.id)
    last.action.run()
    return true
  }

  #begin(id: number, left: number): void {
    const timer = setTimeout(() => this.close(id), left)
    this.#stays.set(id, { left, since: Date.now(), timer })
    if (this.#held) clearTimeout(timer)
  }

  /** Says what went wrong; it stays until it is closed, its page is left, or the next job begins (`over`). */
  trouble(text: string): void {
    const others = this.list.filter((notice) => notice.text !== text)
    this.list = [...others, { id: ++this.#last, text, kind: 'trouble' }]
  }

  /** What was done before is not what is spoken of any more: its word goes, and with it an undo that would change things unseen. */
  pass(): void {
    this.list = this.list.filter((notice) => notice.kind === 'trouble')
  }

  /** Another page is opened, or a job begins: what went wrong before would read as if it had gone wrong there. */
  over(): void {
    this.list = this.list.filter((notice) => notice.kind !== 'trouble')
  }

  close(id: number): void {
    clearTimeout(this.#stays.get(id)?.timer)
    this.#stays.delete(id)
    this.list = this.list.filter((notice) => notice.id !== id)
  }
}

export const notices = new Notices()
