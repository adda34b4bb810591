// Live reads: an observable that answers at once and again whenever a row it has read changes, in any window.
import { liveQuery } from 'dexie'
import { lastRev } from '../changes.ts'
import type { Database } from '../database.ts'

export interface Watched<T> {
  subscribe: (observer: { next: (value: T) => void; error: (error: unknown) => void }) => { unsubscribe: () => void }
}

export const watch = <T>(read: () => Promise<T>): Watched<T> => liveQuery(read)

/** The number of the last commit: it says that something was written, in any window. */
export const watchCommits = (db: Database): Watched<number> => watch(() => lastRev(db))

/** Rows by id. */
export const byId = <R extends { id: string }>(rows: readonly R[]): Map<R['id'], R> => new Map(rows.map((row) => [row.id, row]))
