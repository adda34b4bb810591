// Rows that come in with something to be told: a cell was not understood, or found no place. They stand in front behind each tile.
import type { ImportTile } from '../../workers/jobs/imports.ts'
import type { ImportCounts, PlannedRow } from './importDraft.ts'

type Rows = (tile: ImportTile, from: number, count: number) => Promise<PlannedRow[]>

export type ToldRows = Record<'new' | 'update' | 'duplicate', number>
export const noneTold: ToldRows = { new: 0, update: 0, duplicate: 0 }

/** How many there are behind each tile, found by halving: no row is made that need not be. */
export async function countTold(rows: Rows, counts: ImportCounts): Promise<ToldRows> {
  // Among the known, those that differ stand in front of them.
  const skipped = Math.min(counts.differing, counts.update)
  return {
    new: await told(rows, 'new', 0, counts.new),
    update: await told(rows, 'update', skipped, counts.update),
    duplicate: await told(rows, 'duplicate', 0, counts.duplicate),
  }
}

async function told(rows: Rows, tile: ImportTile, from: number, to: number): Promise<number> {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [row] = await rows(tile, middle, 1)
    if (row && row.problems.length > 0) low = middle + 1
    else high = middle
  }
  return low - from
}
