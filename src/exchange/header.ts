// Which line names the columns. A first line that speaks our words does; so does one whose cells are unlike everything below them.
import { looksOf } from './looks.ts'
import { isKnownHeader } from './mapping.ts'

/** Place of the header among the rows, or -1 when there is none. A title above it is passed over. */
export function headerLineOf(rows: readonly string[][], wanted: boolean | undefined): number {
  if (wanted === false || rows.length === 0) return -1
  const titled = rows.slice(0, 10).findIndex((cells) => knownIn(cells) >= 2)
  if (titled > 0 && rows.slice(0, titled).every((cells) => filled(cells).length <= 1)) return titled
  if (wanted === true || titled === 0) return 0
  const first = rows[0] ?? []
  if (filled(first).some((cell) => looksOf(cell) !== undefined)) return -1
  return knownIn(first) > 0 || isUnlike(first, rows.slice(1, 50)) ? 0 : -1
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '')
const knownIn = (cells: readonly string[]) => filled(cells).filter(isKnownHeader).length

/** Every cell a word of its own, and below at least one of them mostly addresses, numbers or days. */
function isUnlike(first: readonly string[], rows: readonly string[][]): boolean {
  const words = filled(first)
  if (words.length < first.length || new Set(words).size < words.length || rows.length === 0) return false
  return first.some((_, at) => {
    const below = filled(rows.map((cells) => cells[at] ?? ''))
    return below.length > 0 && below.filter((cell) => looksOf(cell) !== undefined).length > below.length / 2
  })
}
