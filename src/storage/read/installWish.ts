// Is it time to speak of installing: there is something of her own to keep, and she did not put the advice away.
import type { Database } from '../database.ts'
import { readStoring } from './pending.ts'
import { watch, type Watched } from './watch.ts'

/** The draft row that remembers that the advice was put away. */
export const installDraft = 'today.install'

export interface InstallWish {
  /** Contacts or segments that are not the sample's. */
  ownData: boolean
  putAway: boolean
}

const own = (row: { sample?: true | undefined }) => row.sample !== true

export async function readInstallWish(db: Database): Promise<InstallWish> {
  const putAway = (await db.drafts.get(installDraft)) !== undefined
  const found =
    (await db.segments.filter(own).first()) ?? (await db.loggedSegments.filter(own).first()) ?? (await db.contacts.filter(own).first())
  return { ownData: found !== undefined || (await readStoring(db)) > 0, putAway }
}

export const watchInstallWish = (db: Database): Watched<InstallWish> => watch(() => readInstallWish(db))
