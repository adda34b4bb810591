// How a language spells numbers.

export interface Speller {
  /** From 0 to 999 999 999. */
  cardinal: (value: number) => string
  ordinal: (value: number) => string
  /** What leads over to the cents: `and` in `ten and 50/100`. */
  and: string
}

/** A number in its millions, thousands and the rest. */
export function parted(value: number): { millions: number; thousands: number; rest: number } {
  return { millions: Math.floor(value / 1_000_000), thousands: Math.floor(value / 1000) % 1000, rest: value % 1000 }
}

/** An ordinal that is the cardinal with its last word changed. `ends` are looked at in their order. */
export function ending(cardinal: string, ends: readonly (readonly [end: string, instead: string])[], otherwise: string): string {
  for (const [end, instead] of ends) if (cardinal.endsWith(end)) return cardinal.slice(0, cardinal.length - end.length) + instead
  return cardinal + otherwise
}
