// Bugs throw. Nobody catches them but the boundary around a page.

/** Marks a place that the types say cannot be reached. */
export function exhaustive(value: never): never {
  throw new Error(`Not a case that is known: ${JSON.stringify(value)}`)
}

/** States what must be true here; if it is not, it is a bug of ours. */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}
