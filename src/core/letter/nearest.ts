// How far one word is from another in slips of the finger: a letter too many, too few, wrong, or two swapped.

/** Damerau–Levenshtein distance (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const plain = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(swapped ? Math.min(plain, at(before, j - 2) + 1) : plain)
    }
    before = above
    above = row
  }
  return at(above, b.length)
}

const at = (row: readonly number[], index: number) => row[index] ?? Infinity
