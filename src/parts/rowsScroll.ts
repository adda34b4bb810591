// Where a list stands that may be higher than a browser lets an element be: small moves of the finger are taken as they are, far ones in
// proportion, and while nothing moves both are brought to the same place again.

/** Browsers end between 17 and 33 million pixels. */
const highest = 10_000_000

export class RowsScroll {
  /** From the upper edge of the list to that of what is seen, in the list's own pixels. */
  top = 0
  /** By how much the list's own pixels are ahead of the browser's. */
  ahead = 0
  #last = 0
  #whole = 0
  #height = 0

  /** @param whole how high all rows are together @param height how high the frame is */
  measure(whole: number, height: number): void {
    this.#whole = whole
    this.#height = height
  }

  /** How high the element is that the browser scrolls. */
  get drawn(): number {
    return Math.min(this.#whole, highest)
  }

  /** The browser stands here now. @returns by how much the list was moved */
  moved(physical: number): number {
    const before = this.top
    const by = physical - this.#last
    this.#last = physical
    if (this.#whole <= highest) this.top = physical
    else if (physical <= 0 || physical >= this.drawn - this.#height) this.top = this.#virtual(physical)
    else this.top = Math.abs(by) > 2 * this.#height ? this.#virtual(physical) : before + by
    this.top = Math.max(0, Math.min(this.top, this.#whole - this.#height))
    this.ahead = this.#whole <= highest ? 0 : this.top - physical
    return this.top - before
  }

  /** Nothing is above what is seen, and the browser stands there, too. */
  get isAtTop(): boolean {
    return this.top === 0 && this.#last === 0
  }

  /** Goes to a place of the list. @returns where the browser has to stand for it */
  goTo(top: number): number {
    this.top = Math.max(0, Math.min(top, this.#whole - this.#height))
    const physical = this.#physical(this.top)
    this.#last = physical
    this.ahead = this.#whole <= highest ? 0 : this.top - physical
    return physical
  }

  get #ratio(): number {
    return this.#whole <= highest ? 1 : (this.#whole - this.#height) / (this.drawn - this.#height)
  }

  #virtual(physical: number): number {
    return physical * this.#ratio
  }

  #physical(top: number): number {
    return this.#whole <= highest ? top : Math.round(top / this.#ratio)
  }
}
