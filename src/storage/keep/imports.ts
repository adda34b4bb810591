// Taking a file in, in one transaction: lists, changed rows with how they were before, a row of the journal, one row of the log of
// changes, and many new contacts packed, so that it takes a moment; they are put in their places afterwards (`pendingContacts`).
import type { Result } from '../../base/result.ts'
import { ok } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { ImportKind } from '../../model/importMapping.ts'
import { tableNames, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { commitBeside, type Committed, type Writing } from '../commit.ts'
import type { Database, ImportBefore, ImportRow, PendingContacts } from '../database.ts'
import { Refused } from '../failure.ts'
import { takeBackImports } from '../read/imports.ts'

/** What a file brings, and what the journal says about it. */
export interface Intake {
  id: string
  kind: ImportKind
  fileName: string
  at: string
  changes: Changes
}

/** So many new contacts stand in one piece; so few reach their places at once. */
const piece = 500
const few = 500

/** The log of changes and the journal know an import by this word. */
export const importWord = { contacts: 'importContacts', interactions: 'importInteractions', purchases: 'importPurchases' } as const
const mainTable = { contacts: 'contacts', interactions: 'entries', purchases: 'purchases' } as const

/**
 * Takes it in whole or not at all. Failures: `stale`, `stopped`, `importOpen` (another import is on its way), disk trouble.
 * @returns how many contacts are still to be put in their places
 */
export async function takeIn(
  db: Database,
  intake: Intake,
  progress: Writing,
  stopped: () => boolean,
): Promise<Result<{ rev: number; storing: number }, Failure>> {
  const { changes, pending } = apart(intake)
  const total = rowsOf(changes) + pending.length
  const told: Writing = (done) => {
    if (stopped()) throw new Refused({ code: 'stopped' })
    progress(done, total)
  }
  told(0, total)
  const done = await commitBeside(db, changes, {
    what: importWord[intake.kind],
    at: intake.at,
    writing: told,
    beside: {
      tables: [db.imports, db.importBefore, db.pendingContacts],
      ids: { contacts: pending.map(({ id }) => id) },
      check: () => nothingOpen(db),
      write: async (committed) => {
        await keepBefore(db, intake.id, committed)
        await packContacts(db, pending, { importId: intake.id, rev: committed.rev }, (packed) =>
          told(total - pending.length + packed, total),
        )
        await db.imports.add(journalRow(intake, committed, pending.length))
        await trim(db)
      },
    },
  })
  return done.ok ? ok({ rev: done.value.rev, storing: pending.length }) : done
}

/** The changes without the new contacts that are packed. */
function apart({ kind, changes }: Intake): { changes: Changes; pending: Row<'contacts'>[] } {
  const known = new Set(changes.requires.flatMap(({ table, id, rev }) => (table === 'contacts' && rev !== 'absent' ? id : [])))
  const isNew = (row: Row<'contacts'>) => row.rev === 0 && !known.has(row.id)
  const contacts = changes.put.contacts ?? []
  const pending = contacts.filter(isNew)
  if (kind !== 'contacts' || pending.length <= few) return { changes, pending: [] }
  pending.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { changes: { ...changes, put: { ...changes.put, contacts: contacts.filter((row) => !isNew(row)) } }, pending }
}

const rowsOf = ({ put }: Changes) => tableNames.reduce((sum, name) => sum + (put[name]?.length ?? 0), 0)

/** Pieces of one import at a time: so their keys rise, and one look finds a contact. */
async function nothingOpen(db: Database): Promise<void> {
  if ((await db.pendingContacts.count()) > 0) throw new Refused({ code: 'importOpen' })
}

async function keepBefore(db: Database, importId: string, { inverse }: Committed): Promise<void> {
  const pieces: ImportBefore[] = []
  for (const table of tableNames) {
    const rows: Row<TableName>[] = inverse.put[table] ?? []
    for (let from = 0; from < rows.length; from += piece) {
      const id = `${importId} ${String(pieces.length).padStart(6, '0')}`
      pieces.push({ id, importId, table, rows: rows.slice(from, from + piece) })
    }
  }
  await db.importBefore.bulkAdd(pieces)
}

async function packContacts(
  db: Database,
  contacts: readonly Row<'contacts'>[],
  about: Pick<PendingContacts, 'importId' | 'rev'>,
  packed: (rows: number) => void,
): Promise<void> {
  for (let from = 0; from < contacts.length; from += piece) {
    const part = contacts.slice(from, from + piece).map((row) => ({ ...row, rev: about.rev }))
    await db.pendingContacts.add({ ...about, id: part[0]?.id ?? '', contacts: part })
    packed(from + part.length)
  }
}

function journalRow({ id, kind, at, fileName }: Intake, { rev, inverse }: Committed, pending: number): ImportRow {
  const table = mainTable[kind]
  const made = (inverse.remove[table]?.length ?? 0) + pending
  const changed = inverse.put[table]?.length ?? 0
  return { id, rev, at, fileName, kind, state: pending > 0 ? 'storing' : 'stored', made, changed, stored: made - pending }
}

/** How rows were before is kept of the last imports. */
async function trim(db: Database): Promise<void> {
  const rows = (await db.imports.toArray()).sort((a, b) => b.rev - a.rev)
  const old = rows.slice(takeBackImports).map(({ id }) => id)
  if (old.length > 0) await db.importBefore.where('importId').anyOf(old).delete()
}
