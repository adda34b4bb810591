// Live reads: an observable that answers at once and again whenever a row it has read changes, in any window.
import { liveQuery } from 'dexie'
import { lastRev } from '../changes.ts'
import type { Database } from '../database.ts'
import { isLost } from '../failure.ts'

export interface Watched<T> {
  subscribe: (observer: { next: (value: T) => void; error: (error: unknown) => void }) => { unsubscribe: () => void }
}

/** Milliseconds until a read whose connection was lost is made again; each time longer, and then it is told. */
const pauses = [50, 250, 1000]

/** Answers at once and whenever it changes. A lost connection is no end of it: the next read opens the data anew. */
export const watch = <T>(read: () => Promise<T>): Watched<T> => ({
  subscribe: ({ next, error }) => {
    let tries = 0
    let again: ReturnType<typeof setTimeout> | undefined
    const begin = () =>
      liveQuery(read).subscribe({
        next: (value) => {
          tries = 0
          next(value)
        },
        error: (thrown: unknown) => {
          const pause = isLost(thrown) ? pauses[tries++] : undefined
          if (pause === undefined) error(thrown)
          else again = setTimeout(() => (reading = begin()), pause)
        },
      })
    let reading = begin()
    return {
      unsubscribe: () => {
        clearTimeout(again)
        reading.unsubscribe()
      },
    }
  },
})

/** The number of the last commit: it says that something was written, in any window. */
export const watchCommits = (db: Database): Watched<number> => watch(() => lastRev(db))

/** Rows by id. */
export const byId = <R extends { id: string }>(rows: readonly R[]): Map<R['id'], R> => new Map(rows.map((row) => [row.id, row]))
