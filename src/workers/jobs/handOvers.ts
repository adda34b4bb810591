// A hand-over file is made: what belongs to the wish is gathered, who wrote what is brought up to date, and all of it goes into one locked file,
// which is opened again before it is handed out.
import { dayOf } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { comparedRows, statesGoing } from '../../core/handOver/going.ts'
import { mergedTables } from '../../core/handOver/coming.ts'
import { splitId } from '../../core/handOver/idMap.ts'
import { blobSource, openBackup, writeBackup } from '../../exchange/backup.ts'
import type { BackupEnd, BackupPortion, StoredRow } from '../../model/backupRows.ts'
import type { Failure } from '../../model/failure.ts'
import type { HandOverState } from '../../model/handOver.ts'
import type { HandOverWish } from '../../model/handOverWish.ts'
import { joinChanges, noChanges, tableNames, type AllRows, type Changes, type TableName } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import { commitBeside } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { guarded, Refused } from '../../storage/failure.ts'
import type { Shelf } from '../../storage/keep/generatedFiles.ts'
import { gatherHandOver } from '../../storage/read/handOver.ts'
import { readKeys, readStates } from '../../storage/read/handOverGround.ts'
import { readTablet } from '../../storage/read/lists.ts'
import { watching, withFiles, type Told } from './backupWriting.ts'
import { takingIn } from './handOverIn.ts'
import type { HandOverJobs, HandOverMaking, MadeHandOver } from './handOverJobs.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { nothingSince } from './nothingSince.ts'
import { occasionOf } from './occasion.ts'
import { whenStored } from './whenStored.ts'

export type * from './handOverJobs.ts'

export interface HandOverPlace {
  db: Database
  book: JobBook
  shelf: Shelf
  acts: LastActs
}

export const handOverJobs = (place: HandOverPlace): HandOverJobs => ({
  handOverCounts: (wish) => guarded(async () => countsOf((await gatherHandOver(place.db, wish)).rows)),
  makeHandOver: (wish, how, job) => make(place, wish, how, job),
  ...takingIn(place),
})

/** So often it is begun again when somebody writes meanwhile. */
const attempts = 3

/** This tablet among those that exchange files; it gets its key with the first one. */
export async function tabletHere(db: Database, fresh: () => string): Promise<{ tablet: string; changes: Changes }> {
  const known = await db.settings.get('handOver')
  if (known?.id === 'handOver') return { tablet: known.tablet, changes: noChanges() }
  const tablet = fresh()
  return {
    tablet,
    changes: {
      ...noChanges(),
      put: { settings: [{ id: 'handOver', rev: 0, tablet }] },
      requires: [{ table: 'settings', id: 'handOver', rev: 'absent' }],
    },
  }
}

async function make(place: HandOverPlace, wish: HandOverWish, how: HandOverMaking, job: number): Promise<Result<MadeHandOver, Failure>> {
  const { db, book, shelf } = place
  const told = watching(book, job)
  const stored = await whenStored(db, told, () => book.stopped(job))
  if (!stored.ok) return stored
  const outgoing = await prepare(db, wish, how.at)
  if (!outgoing.ok) return outgoing
  const run = shelf.begin()
  const writing = shelf.open(run, 0, 'memory')
  const { rows, last, tablet } = outgoing.value
  const made = await withFiles(async () => {
    const { app, at, tablet: name, title, password } = how
    const prefix = (await readTablet(db))?.prefix ?? ''
    const about = { app, at, tablet: name, prefix, handOver: { tablet, title } }
    const { size } = await writeBackup(portionsOf(rows, last, told), about, writing, password)
    await writing.close()
    const file = await writing.content()
    await checked(file, password, size)
    return { name: fileName(title, at), file, size, counts: countsOf(rows) }
  })
  if (made.ok) return made
  await writing.abort().catch(() => undefined)
  await shelf.discard(run)
  return refuse(made.failure)
}

/** Gathers the rows, and commits what is known of them now. */
async function prepare(
  db: Database,
  wish: HandOverWish,
  at: string,
): Promise<Result<{ rows: AllRows; last: number; tablet: string }, Failure>> {
  const { nextId } = occasionOf({ today: dayOf(new Date(at)), now: at, user: '' })
  for (let attempt = 1; ; attempt++) {
    const since = await lastRev(db)
    const ready = await guarded(async () => {
      const { rows, last } = await gatherHandOver(db, wish)
      const known = await readStates(db)
      const here = await tabletHere(db, nextId)
      const standing = await stillThere(db, known)
      const { states, changes } = statesGoing(rows, known, (table, id) => standing.get(table)?.has(id) ?? false, here.tablet, last)
      return { rows: { ...rows, handOverStates: states }, last, tablet: here.tablet, changes: joinChanges(changes, here.changes) }
    })
    if (!ready.ok) return ready
    const { changes, ...outgoing } = ready.value
    if (changes.requires.length === 0) return ok(outgoing)
    const done = await commitBeside(db, changes, { what: 'handOverOut', at, beside: nothingSince(db, since) })
    if (done.ok) return ok(outgoing)
    if (done.failure.code !== 'stale' || attempt === attempts) return done
  }
}

/** Which of the rows that were handed over once still stand here. */
async function stillThere(db: Database, known: ReadonlyMap<string, HandOverState>): Promise<Map<TableName, Set<string>>> {
  const ids = new Map<TableName, string[]>()
  for (const { id } of known.values()) {
    const [table, key] = splitId(id)
    ids.set(table, [...(ids.get(table) ?? []), key])
  }
  const standing = new Map<TableName, Set<string>>()
  for (const [table, keys] of ids) standing.set(table, await readKeys(db, table, keys))
  return standing
}

const portion = 2000

// eslint-disable-next-line @typescript-eslint/require-await -- as the tablet gives a whole backup
async function* portionsOf(rows: AllRows, rev: number, told: Told): AsyncGenerator<BackupPortion, BackupEnd> {
  const counts = {} as BackupEnd['counts']
  const total = tableNames.reduce((sum, table) => sum + rows[table].length, 1)
  let done = 0
  for (const table of tableNames) {
    const list = rows[table] as unknown as StoredRow[]
    counts[table] = list.length
    for (let from = 0; from < list.length; from += portion) {
      const some = list.slice(from, from + portion)
      if (table === 'attachments') for (const { id, bytes } of some) yield { document: id, bytes: new Uint8Array(bytes as ArrayBuffer) }
      yield { table, rows: table === 'attachments' ? some.map(({ bytes: _, ...row }) => row as StoredRow) : some }
      told((done += some.length), total)
    }
  }
  return { rev, counts }
}

/** What was written is opened again, whole and with its password. */
async function checked(file: Blob, password: string, size: number): Promise<void> {
  const again = await openBackup(blobSource(file), 'handover', password)
  if (!again.ok || file.size !== size) throw new Refused({ code: 'backupNotWhole', detail: again.ok ? 'size' : again.failure.code })
  await again.value.check(() => undefined)
}

function countsOf(rows: AllRows): MadeHandOver['counts'] {
  const counts: MadeHandOver['counts'] = {}
  for (const table of mergedTables) {
    const { length } = comparedRows(rows, table)
    if (length > 0) counts[table] = length
  }
  return counts
}

/** With what it is about and the time. */
function fileName(title: string, at: string): string {
  const made = new Date(at)
  const two = (figure: number) => String(figure).padStart(2, '0')
  const about = title
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  return `handover-${about === '' ? '' : `${about}-`}${dayOf(made)}-${two(made.getHours())}${two(made.getMinutes())}.fieldbook`
}
