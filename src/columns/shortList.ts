// The values of a column that has few: each has a code, the first is nothing.

export class ShortList<T extends string | number> {
  readonly values: T[]
  readonly #codes: Map<T, number>

  constructor(nothing: T, values: readonly T[] = [nothing]) {
    this.values = [...values]
    this.#codes = new Map(this.values.map((value, code) => [value, code]))
  }

  /** The code of a value; one that is new gets one. */
  add(value: T): number {
    const known = this.#codes.get(value)
    if (known !== undefined) return known
    this.#codes.set(value, this.values.length)
    return this.values.push(value) - 1
  }

  /** Which codes are meant. */
  table(test: (value: T) => boolean): Uint8Array {
    const yes = new Uint8Array(this.values.length)
    for (let code = 0; code < yes.length; code++) if (test(this.values[code]!)) yes[code] = 1
    return yes
  }

  /** Which codes are of these values. */
  tableOf(values: readonly T[]): Uint8Array {
    const yes = new Uint8Array(this.values.length)
    for (const value of values) {
      const code = this.#codes.get(value)
      if (code !== undefined) yes[code] = 1
    }
    return yes
  }
}
