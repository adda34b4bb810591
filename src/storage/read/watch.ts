// Live reads: an observable that answers at once and again whenever a row it has read changes, in any window.
import { liveQuery } from 'dexie'

export interface Watched<T> {
  subscribe: (observer: { next: (value: T) => void; error: (error: unknown) => void }) => { unsubscribe: () => void }
}

export const watch = <T>(read: () => Promise<T>): Watched<T> => liveQuery(read)

/** Rows by id. */
export const byId = <R extends { id: string }>(rows: readonly R[]): Map<R['id'], R> => new Map(rows.map((row) => [row.id, row]))
