// Drafts: what is being typed in an open form. The one writer of the table `drafts`; no change row, no undo.
import type { Database, DraftRow } from '../database.ts'

export interface DraftStore {
  read: (id: string) => Promise<unknown>
  write: (id: string, value: unknown, at: string) => Promise<void>
  drop: (id: string) => Promise<void>
  list: () => Promise<DraftRow[]>
}

export const draftStore = (db: Database): DraftStore => ({
  read: async (id) => (await db.drafts.get(id))?.value,
  write: async (id, value, at) => {
    await db.drafts.put({ id, value, at })
  },
  drop: (id) => db.drafts.delete(id),
  list: () => db.drafts.toArray(),
})
