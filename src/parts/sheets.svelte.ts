// The sheets that are open, in the order in which they were opened: all but the last one, and the page under them, take no touch.

class OpenSheets {
  #open = $state.raw<HTMLElement[]>([])

  /** The one that is worked in; nothing when none is open. */
  get top(): HTMLElement | undefined {
    return this.#open.at(-1)
  }

  /** @returns what to call when it is closed, which may be another order than they were opened in */
  opened(sheet: HTMLElement): () => void {
    this.#open = [...this.#open, sheet]
    return () => (this.#open = this.#open.filter((other) => other !== sheet))
  }
}

export const sheets = new OpenSheets()
