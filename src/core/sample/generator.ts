// Chance that is the same every time: sample data are equal on every tablet, and in every test. (mulberry32)

export interface Chance {
  /** A whole number from 0 up to, not including, `count`. */
  below: (count: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True in about this share of the cases, 0 to 1. */
  happens: (share: number) => boolean
}

/** A source of chance; the same seed gives the same numbers. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, pick: (list) => list[below(list.length)] as (typeof list)[number], happens: (share) => next() < share }
}
