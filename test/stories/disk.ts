// What is on the disk of a tablet, read without the app's code.
import type { Page } from 'playwright-core'

/** All rows of the nouns by table, without the number of the commit that wrote them and without what a tablet knows of its backup. */
export const allRows = (page: Page): Promise<Record<string, unknown[]>> =>
  page.evaluate(async () => {
    // After a restore another database is in use: the small one at the door says which.
    const inUse = (await indexedDB.databases()).some(({ name }) => name === 'fieldbook-door')
      ? await new Promise<string>((done) => {
          const opening = indexedDB.open('fieldbook-door')
          opening.onsuccess = () => {
            const asking = opening.result.transaction('door').objectStore('door').get('door')
            asking.onsuccess = () => {
              opening.result.close()
              done((asking.result as { inUse?: string } | undefined)?.inUse ?? 'fieldbook')
            }
          }
        })
      : 'fieldbook'
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(inUse)
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => failed(new Error('The database does not open'))
    })
    const housekeeping = ['changes', 'drafts', 'snapshots', 'imports', 'pendingContacts', 'importBefore', 'handles']
    const nouns = [...db.objectStoreNames].filter((name) => !housekeeping.includes(name))
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
