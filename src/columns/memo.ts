// Answers of rules, remembered until something they rest on changes.
import type { Day } from '../base/day.ts'
import type { Rule } from '../model/criteria.ts'
import type { Bitmap } from './answers.ts'
import type { Ground } from './derived.ts'
import { groundsOf } from './ruleKinds.ts'

/** So many bitmaps are kept. */
const kept = 64
/** Rules with more names than this are not kept. */
const longestKey = 2000

const keyOf = (kind: string, rule: Rule, today: Day) => `${kind}${today}${JSON.stringify(rule)}`

export class Memo {
  readonly #known = new Map<string, { grounds: readonly Ground[]; bits: Bitmap }>()

  knows(kind: string, rule: Rule, today: Day): boolean {
    return this.#known.has(keyOf(kind, rule, today))
  }

  /** What is known of a rule, or is made now. */
  of(kind: string, rule: Rule, today: Day, make: () => Bitmap): Bitmap {
    if ('ids' in rule && rule.ids.length > longestKey) return make()
    const key = keyOf(kind, rule, today)
    const known = this.#known.get(key)
    if (known) {
      this.#known.delete(key)
      this.#known.set(key, known)
      return known.bits
    }
    const bits = make()
    this.#known.set(key, { grounds: groundsOf(rule), bits })
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
