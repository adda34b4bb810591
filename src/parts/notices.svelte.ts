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

class Notices {
  list = $state.raw<Notice[]>([])
  #last = 0

  /** Says what was done; `action` is usually the undo, there for ten seconds. */
  done(text: string, action?: Notice['action'], offer?: Notice['offer']): void {
    const notice: Notice = { id: ++this.#last, text, kind: 'done', ...(action ? { action } : {}), ...(offer ? { offer } : {}) }
    this.list = [...this.list.filter((other) => other.kind === 'trouble'), notice]
    setTimeout(() => this.close(notice.id), stay)
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
    this.list = this.list.filter((notice) => notice.id !== id)
  }
}

export const notices = new Notices()
