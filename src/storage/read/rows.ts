// Many rows of one table: all of them in portions, or those that were touched, read the way that takes least.
import type { Table } from 'dexie'

/** So many rows are in memory at once. */
const portion = 5000

/** Every row, in portions in the order of their keys; what is written meanwhile may be in it or not. */
export async function inPortions<R extends { id: string }>(table: Table<R, string>, take: (rows: R[]) => void): Promise<void> {
  for (let last = ''; ;) {
    const rows = await table.where(':id').above(last).limit(portion).toArray()
    take(rows)
    const end = rows.at(-1)
    if (!end || rows.length < portion) return
    last = end.id
  }
}

export type TouchedRow<R extends { id: string }> = readonly [R['id'], R | undefined]

/** These rows as they are now, nothing for one that is gone. Many that stand side by side are read at one go, as the entries of one log. */
export async function readTouched<R extends { id: string }>(table: Table<R, string>, ids: Iterable<string>): Promise<TouchedRow<R>[]> {
  const keys = [...new Set(ids)].sort()
  const [first, last] = [keys[0], keys.at(-1)]
  if (first === undefined || last === undefined) return []
  const between = table.where(':id').between(first, last, true, true)
  const dense = keys.length > 200 && (await between.count()) < 4 * keys.length
  const rows = dense ? await between.toArray() : (await table.bulkGet(keys)).filter((row) => row !== undefined)
  const byKey = new Map<string, R>(rows.map((row) => [row.id, row]))
  return keys.map((key) => [key as R['id'], byKey.get(key)])
}

/** Every row by its id. */
export async function readAllById<R extends { id: string }>(table: Table<R, string>): Promise<Map<R['id'], R>> {
  const all = new Map<R['id'], R>()
  await inPortions(table, (rows) => {
    for (const row of rows) all.set(row.id, row)
  })
  return all
}

/** Puts rows that were touched in their places among all, and takes those out that are gone. */
export async function readOn<R extends { id: string }>(
  table: Table<R, string>,
  ids: ReadonlySet<string>,
  all: Map<R['id'], R>,
): Promise<void> {
  for (const [id, row] of await readTouched(table, ids)) {
    if (row) all.set(id, row)
    else all.delete(id)
  }
}
