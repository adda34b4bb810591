// Answers of rules, remembered until something they rest on changes.
import type { Bitmap } from './answers.ts'
import type { Ground } from './derived.ts'

/** So many bitmaps are kept. */
const kept = 64

export class Memo {
  readonly #known = new Map<string, { grounds: readonly Ground[]; bits: Bitmap }>()

  has(key: string): boolean {
    return this.#known.has(key)
  }

  /** What is known, or is made now. */
  get(key: string, grounds: readonly Ground[], make: () => Bitmap): Bitmap {
    const known = this.#known.get(key)
    if (known) {
      this.#known.delete(key)
      this.#known.set(key, known)
      return known.bits
    }
    const bits = make()
    this.#known.set(key, { grounds, bits })
    if (this.#known.size > kept) this.#known.delete(this.#known.keys().next().value!)
    return bits
  }

  forget(grounds: ReadonlySet<Ground>): void {
    for (const [key, known] of this.#known) {
      if (grounds.has('rows') || grounds.has('contacts') || known.grounds.some((ground) => grounds.has(ground))) this.#known.delete(key)
    }
  }

  bytes(): number {
    let sum = 0
    for (const { bits } of this.#known.values()) sum += bits.byteLength
    return sum
  }
}
