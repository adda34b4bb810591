// Forgetting a person on the disk: one commit with everything beside the nouns that may bear her words (what is being typed, what is kept for
// the next start, how rows were before imports), and a note. Files of the browser cannot stand or fall with it: the note says that they are to
// go, and it goes when they have gone, now or at a later start.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { Changes, Row, TableName } from '../../model/tables.ts'
import { forgetWord, lastRev } from '../changes.ts'
import { commitBeside, type Committed } from '../commit.ts'
import { placeOf, type Database, type DraftRow } from '../database.ts'
import { Refused } from '../failure.ts'
import { readDoor, tidyDatabases, writeDoor } from './door.ts'
import { browserRoot, type FileRoot } from './generatedFiles.ts'

const note = 'forgotten'

/** What is hers of what stands beside the nouns. */
export interface Beside {
  /** The last commit that was seen; refused with `stale` when there is another by now. */
  since: number
  isDraftOf: (draft: DraftRow) => boolean
  /** A row as it was before an import, without her; nothing when it is her own. */
  before: <T extends TableName>(table: T, row: Row<T>) => Row<T> | undefined
  fileName: (name: string) => string
}

/** All of it or nothing. Failures: `stale`, disk trouble. */
export function commitForgetting(db: Database, changes: Changes, at: string, beside: Beside): Promise<Result<Committed, Failure>> {
  return commitBeside(db, changes, {
    ...{ what: forgetWord, at },
    beside: {
      tables: [db.drafts, db.snapshots, db.imports, db.importBefore],
      check: async () => {
        if ((await lastRev(db)) !== beside.since) throw new Refused({ code: 'stale', table: 'contacts', id: '' })
      },
      write: async ({ rev }) => {
        await db.drafts.bulkDelete((await db.drafts.toArray()).filter(beside.isDraftOf).map(({ id }) => id))
        await db.snapshots.clear()
        await db.snapshots.put({ id: note, schema: note, rev, value: true })
        for (const row of await db.imports.toArray()) {
          const fileName = beside.fileName(row.fileName)
          if (fileName !== row.fileName) await db.imports.put({ ...row, fileName })
        }
        await cleanImports(db, beside)
      },
    },
  })
}

async function cleanImports(db: Database, { before }: Beside): Promise<void> {
  for (const id of await db.importBefore.toCollection().primaryKeys()) {
    const piece = await db.importBefore.get(id)
    if (!piece) continue
    const rows = piece.rows.map((row) => before(piece.table, row))
    if (rows.every((row, at) => row === piece.rows[at])) continue
    await db.importBefore.put({ ...piece, rows: rows.filter((row) => row !== undefined) })
  }
}

/**
 * Removes the files that may bear her words: what was generated, the copies the app made by itself, what a restore replaced, what another app
 * shared and nobody took in. @returns whether all of it has gone; else it is tried again at the next start
 */
export async function clearForgotten(db: Database, root: () => Promise<FileRoot | undefined> = browserRoot): Promise<boolean> {
  if (!(await db.snapshots.get(note))) return true
  const place = await root().catch(() => undefined)
  const gone = [await emptied(place, 'generated'), await emptied(place, 'snapshots'), await letGoBefore(db), await sharedGone()]
  if (gone.includes(false)) return false
  await db.snapshots.delete(note)
  return true
}

/** Each file by itself: one that is just being written does not keep the others. */
async function emptied(root: FileRoot | undefined, folder: string): Promise<boolean> {
  const place = await root?.getDirectoryHandle(folder).catch(() => undefined)
  if (!place) return true
  const names: string[] = []
  for await (const name of place.keys()) names.push(name)
  const removed = names.map((name) =>
    place.removeEntry(name, { recursive: true }).then(
      () => true,
      () => false,
    ),
  )
  return !(await Promise.all(removed)).includes(false)
}

/** The data that a restore replaced. */
async function letGoBefore(db: Database): Promise<boolean> {
  const options = placeOf(db)
  try {
    const { inUse, before, aside } = await readDoor(options)
    if (before ?? aside) await writeDoor({ inUse }, options)
    if (before ?? aside) await tidyDatabases(options)
    return true
  } catch {
    return false
  }
}

async function sharedGone(): Promise<boolean> {
  if (typeof caches === 'undefined') return true
  try {
    for (const name of await caches.keys()) if (name.startsWith('fieldbook-shared')) await caches.delete(name)
    return true
  } catch {
    return false
  }
}
