// Drafts: what is being typed in an open form. The one writer of the table `drafts`; no change row, no undo. What is typed about somebody who was
// forgotten meanwhile, as in a form that another window has open, is not kept.
import { forgetWord, lastRev } from '../changes.ts'
import type { Database, DraftRow } from '../database.ts'

export interface DraftStore {
  read: (id: string) => Promise<unknown>
  /** Nothing is kept about somebody who was forgotten. */
  write: (id: string, value: unknown, at: string) => Promise<void>
  drop: (id: string) => Promise<void>
  list: () => Promise<DraftRow[]>
}

export function draftStore(db: Database): DraftStore {
  const forgotten = new Forgotten(db)
  return {
    read: async (id) => (await db.drafts.get(id))?.value,
    write: (id, value, at) =>
      db.transaction('rw', db.drafts, db.changes, async () => {
        const ids = await forgotten.ids()
        if (ids.size > 0 && isAbout(id, value, ids)) await db.drafts.delete(id)
        else await db.drafts.put({ id, value, at })
      }),
    drop: (id) => db.drafts.delete(id),
    list: () => db.drafts.toArray(),
  }
}

/** A form is about somebody by its key (`interaction:…`), or by whom it says it is for, as a call of a round. */
function isAbout(id: string, value: unknown, ids: ReadonlySet<string>): boolean {
  if (id.split(/[:/]/).some((part) => ids.has(part))) return true
  const contactId = typeof value === 'object' && value !== null && 'contactId' in value ? value.contactId : undefined
  return typeof contactId === 'string' && ids.has(contactId)
}

/** Who was forgotten on this tablet, by the log of changes; read on from the commit up to which it is known. */
class Forgotten {
  readonly #db: Database
  readonly #ids = new Set<string>()
  #rev = 0

  constructor(db: Database) {
    this.#db = db
  }

  async ids(): Promise<ReadonlySet<string>> {
    const last = await lastRev(this.#db)
    if (last === this.#rev) return this.#ids
    await this.#db.changes
      .where('rev')
      .above(this.#rev)
      .filter(({ what }) => what === forgetWord)
      .each((row) => row.ids.contacts?.forEach((id) => this.#ids.add(id)))
    this.#rev = last
    return this.#ids
  }
}
