// What is on the disk of a tablet, read without the app's code.
import type { Page } from 'playwright-core'

/** All rows of the nouns by table, without the number of the commit that wrote them and without what a tablet knows of its backup. */
export const allRows = (page: Page): Promise<Record<string, unknown[]>> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('fieldbook')
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => failed(new Error('The database does not open'))
    })
    const nouns = [...db.objectStoreNames].filter((name) => !['changes', 'drafts', 'snapshots'].includes(name))
    const all: Record<string, unknown[]> = {}
    for (const name of nouns) {
      all[name] = await new Promise((done) => {
        const asking = db.transaction(name).objectStore(name).getAll()
        asking.onsuccess = () =>
          done(
            (asking.result as { id: string; bytes?: ArrayBuffer }[]).map((row) => ({
              ...row,
              rev: 0,
              lastBackup: undefined,
              ...(row.bytes ? { bytes: [...new Uint8Array(row.bytes)].join() } : {}),
            })),
          )
      })
    }
    db.close()
    return all
  })
