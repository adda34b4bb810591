// The column index as it was saved last, so that a start need not read every record. The one writer of those rows of `snapshots`; no change
// row, no undo: it is worked out from the nouns and may be thrown away at any time.
import { forgottenSince } from '../changes.ts'
import type { Database, SnapshotRow } from '../database.ts'

/** What is saved: what stands where, and all of it as one buffer, read at one go. */
export interface SavedColumns {
  header: string
  buffer: ArrayBuffer
}

export interface ColumnStore {
  /** Nothing when there is none of this shape; one of another is dropped. */
  read: () => Promise<(SavedColumns & { rev: number }) | undefined>
  /** Not when one as new is there already, from another window. @returns whether it was written */
  write: (rev: number, columns: SavedColumns) => Promise<boolean>
  drop: () => Promise<void>
}

const about = 'columns'
const bytes = 'columns buffer'

/** The shape of the two rows. That of the columns themselves is told by their header. */
const schema = 'columns 2'

export function columnStore(db: Database): ColumnStore {
  const drop = () => db.snapshots.bulkDelete([about, bytes])
  return {
    read: async () => {
      const [head, body] = await db.snapshots.bulkGet([about, bytes])
      if (!head && !body) return undefined
      const isWhole = head?.rev === body?.rev && [head, body].every((row) => row?.schema === schema)
      const saved = isWhole ? await columnsOf(head, body) : undefined
      if (!saved) await drop()
      return saved
    },
    write: (rev, { header, buffer }) =>
      db.transaction('rw', [db.snapshots, db.changes], async () => {
        // It has people in it who were forgotten since, in another window.
        if (await forgottenSince(db, rev)) return false
        const there = await db.snapshots.get(about)
        if (there?.schema === schema && there.rev >= rev) return false
        await db.snapshots.bulkPut([
          { id: about, schema, rev, value: header },
          { id: bytes, schema, rev, value: new Blob([buffer]) },
        ])
        return true
      }),
    drop,
  }
}

/** The buffer is kept as a blob: it comes from the disk in one piece, and need not be unpacked from a message first. */
async function columnsOf(
  head: SnapshotRow | undefined,
  body: SnapshotRow | undefined,
): Promise<(SavedColumns & { rev: number }) | undefined> {
  const [header, blob] = [head?.value, body?.value]
  if (!head || typeof header !== 'string' || !(blob instanceof Blob)) return undefined
  // What stands behind a blob can be gone from the disk.
  const buffer = await blob.arrayBuffer().catch(() => undefined)
  return buffer && { rev: head.rev, header, buffer }
}
