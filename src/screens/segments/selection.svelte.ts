// Which lines are selected: ticked one by one, all that are shown, turned round, or from one to another.
import { SvelteSet } from 'svelte/reactivity'
import type { Line } from '../../model/segment.ts'

export class Selection {
  readonly #picked = new SvelteSet<number>()
  readonly #shown: () => readonly Line[]
  /** Ticking has begun: a tap on a line ticks it instead of opening it. */
  on = $state(false)
  /** The next tap takes everything between it and the last one. */
  toHere = $state(false)
  #last: number | undefined

  /** @param shown the lines in the order in which they stand on the screen */
  constructor(shown: () => readonly Line[]) {
    this.#shown = shown
  }

  get count(): number {
    return this.#picked.size
  }

  has = (lineNo: number): boolean => this.#picked.has(lineNo)

  /** The selected lines, in the order of the list, and those that a filter hides. */
  get lineNos(): number[] {
    return [...this.#picked]
  }

  /** A tap on a line's box. @param range everything from the last tap to here */
  tap(lineNo: number, range = this.toHere): void {
    this.on = true
    this.toHere = false
    if (range && this.#last !== undefined) this.#through(this.#last, lineNo)
    else if (this.#picked.has(lineNo)) this.#picked.delete(lineNo)
    else this.#picked.add(lineNo)
    this.#last = lineNo
  }

  all(): void {
    this.on = true
    for (const { lineNo } of this.#shown()) this.#picked.add(lineNo)
  }

  invert(): void {
    for (const { lineNo } of this.#shown()) if (!this.#picked.delete(lineNo)) this.#picked.add(lineNo)
  }

  none(): void {
    this.#picked.clear()
    this.#last = undefined
    this.toHere = false
  }

  /** Back to opening lines. */
  end(): void {
    this.none()
    this.on = false
  }

  /** Lines that are gone meanwhile are no longer selected. */
  follow(lines: readonly Line[]): void {
    const there = new Set(lines.map(({ lineNo }) => lineNo))
    for (const lineNo of this.#picked) if (!there.has(lineNo)) this.#picked.delete(lineNo)
  }

  #through(from: number, to: number): void {
    const at = this.#shown().map(({ lineNo }) => lineNo)
    const [a, b] = [at.indexOf(from), at.indexOf(to)]
    if (a < 0 || b < 0) this.#picked.add(to)
    else for (const lineNo of at.slice(Math.min(a, b), Math.max(a, b) + 1)) this.#picked.add(lineNo)
  }
}
