// Chromium writes what is committed into a log first. When the tablet dies in the middle of a write, the log ends with half a record; Chromium
// goes on writing behind it, takes the log for damaged at the start after the next one, and throws everything away that the site has stored
// (google/leveldb issue 1287). A log is given up once it is full: therefore each start fills it with what nobody needs.

const name = 'fieldbook-ballast'
const store = 'ballast'
/** What a log holds at most is 4 MB, and each row goes into it twice. Rows of more than 64 kB would be kept beside it. */
const row = { bytes: 50_000, count: 60 }

/** Whether this browser keeps its data with such a log. */
export const keepsLog = (browser: object = navigator): boolean => 'userAgentData' in browser

/** Has the browser begin a new log for everything that this site stores. A disk without room is not told here: it is where something is lost. */
export async function beginFreshLog(factory: Pick<IDBFactory, 'open' | 'deleteDatabase'> = indexedDB): Promise<void> {
  try {
    const opening = factory.open(name, 1)
    opening.onupgradeneeded = () => void opening.result.createObjectStore(store)
    const db = await done(opening)
    try {
      const writing = db.transaction(store, 'readwrite', { durability: 'relaxed' })
      const text = 'x'.repeat(row.bytes)
      for (let at = 0; at < row.count; at++) writing.objectStore(store).put(text, at)
      await new Promise<void>((end, fail) => {
        writing.oncomplete = () => end()
        writing.onabort = () => fail(writing.error ?? new Error('The ballast was not written.'))
      })
    } finally {
      db.close()
    }
  } catch {
    // Then the log stays as it is, as it would without all this.
  } finally {
    await done(factory.deleteDatabase(name)).catch(() => undefined)
  }
}

const done = <T>(asked: IDBRequest<T>) =>
  new Promise<T>((end, fail) => {
    asked.onsuccess = () => end(asked.result)
    asked.onerror = () => fail(asked.error ?? new Error('The ballast was refused.'))
  })
