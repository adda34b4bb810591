// Contacts of an import on their way: piece by piece they are put in their places, and the piece goes in the same transaction. Nothing new
// is said by that, so the log of changes does not hear of it.
import type { Database, PendingContacts } from '../database.ts'
import { piecesOf } from '../read/pending.ts'

/** So many pieces are put in their places at once. */
const atOnce = 4

/** Puts the next of an import's contacts in their places. @returns whether there may be more */
export const storeNext = (db: Database, importId: string): Promise<boolean> =>
  db.transaction('rw', [db.contacts, db.pendingContacts, db.imports], async () => {
    const row = await db.imports.get(importId)
    if (row?.state !== 'storing') return false
    const pieces = await db.pendingContacts.where('importId').equals(importId).limit(atOnce).toArray()
    await place(db, pieces)
    if (pieces.length === atOnce) return true
    await db.imports.update(importId, { state: 'stored' })
    return false
  })

/** Contacts that somebody is about to change are put in their places first. */
export async function placeContacts(db: Database, ids: readonly string[]): Promise<void> {
  const keys = await piecesOf(db, ids)
  if (keys.length === 0) return
  await db.transaction('rw', [db.contacts, db.pendingContacts, db.imports], async () => {
    const pieces = (await db.pendingContacts.bulkGet(keys)).filter((piece) => piece !== undefined)
    await place(db, pieces)
  })
}

async function place(db: Database, pieces: readonly PendingContacts[]): Promise<void> {
  const [first] = pieces
  if (!first) return
  await db.contacts.bulkAdd(pieces.flatMap((piece) => piece.contacts))
  await db.pendingContacts.bulkDelete(pieces.map((piece) => piece.id))
  const stored = pieces.reduce((sum, piece) => sum + piece.contacts.length, 0)
  const row = await db.imports.get(first.importId)
  if (row) await db.imports.put({ ...row, stored: row.stored + stored })
}
