// An import is taken back, also after the app was loaded anew: what nobody went on with goes or becomes as it was, the rest stays and is told.
import { ok, refuse, type Result } from '../../base/result.ts'
import { planLeaveSegments } from '../../core/sample/remove.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { guarded, Refused } from '../../storage/failure.ts'
import { takeOut } from '../../storage/keep/takeBackImport.ts'
import { namedBy, readLostReferences, withoutGone } from '../../storage/read/lostReferences.ts'
import { readImportTrace } from '../../storage/read/importTrace.ts'
import { readStaying, type Staying, type StayingRow } from '../../storage/read/staying.ts'
import type { Progress } from './jobBook.ts'
import type { PlainOccasion } from './occasion.ts'

export interface ImportTakenBack {
  rev: number
  /** Rows that went or are as they were. */
  takenBack: number
  kept: StayingRow[]
  /** Lines that went from open segments with their contacts. */
  linesRemoved: number
}

/** So often it begins again when another window writes meanwhile. */
const attempts = 3

/**
 * Takes an import back, a half-stored one as well, in one commit. Contacts that others rest on (entries, purchases, people of a company
 * made later, saved criteria) stay; from open segments they go with their lines. It can be stopped until it is written. Failures:
 * `importTooOld`, `importTakenBack`, `stopped`, `stale`, disk trouble; then everything is as before.
 */
export async function takeBackImport(
  db: Database,
  importId: string,
  occasion: PlainOccasion,
  progress: Progress,
  stopped: () => boolean,
): Promise<Result<ImportTakenBack, Failure>> {
  for (let attempt = 1; ; attempt++) {
    const done = await takeBackOnce(db, importId, occasion, progress, stopped)
    if (done.ok || done.failure.code !== 'stale' || attempt === attempts) return done
  }
}

async function takeBackOnce(
  db: Database,
  importId: string,
  { now }: PlainOccasion,
  progress: Progress,
  stopped: () => boolean,
): Promise<Result<ImportTakenBack, Failure>> {
  const pause = async () => {
    if (stopped()) throw new Refused({ code: 'stopped' })
    await new Promise((next) => setTimeout(next))
  }
  const planned = await guarded(async () => {
    const read = await readImportTrace(db, importId)
    if (!read.ok) throw new Refused(read.failure)
    const { row, since } = read.value
    const staying = await withoutLost(db, await readStaying(db, read.value, pause))
    const left = planLeaveSegments(await readOpen(db), staying.going.get('contacts') ?? new Set())
    return { row, since, staying, left }
  })
  if (!planned.ok) return planned
  if (stopped()) return refuse({ code: 'stopped' })
  const { row, since, staying, left } = planned.value
  const changes = withRowsBack(left.changes, staying)
  const plan = { row, since, at: now, going: staying.going, stays: staying.stays, changes }
  const done = await takeOut(db, plan, progress)
  return done.ok ? ok({ rev: done.value.rev, takenBack: countOf(staying), kept: staying.stays, linesRemoved: left.lines }) : done
}

/** Nobody comes back to a company or a list row that was deleted meanwhile; who it is, is told. */
async function withoutLost(db: Database, staying: Staying): Promise<Staying> {
  const contacts = (staying.back.get('contacts') ?? []) as Contact[]
  const lost = await readLostReferences(db, contacts)
  if (lost.size === 0) return staying
  const stays: StayingRow[] = []
  const whole = contacts.map((contact) => {
    const { id, name } = contact
    if (namedBy(contact).some((named) => lost.has(named))) stays.push({ table: 'contacts', id, name, why: 'lostReference' })
    return withoutGone(contact, lost)
  })
  return { ...staying, back: new Map(staying.back).set('contacts', whole), stays: [...staying.stays, ...stays] }
}

const readOpen = async (db: Database) => ({
  segments: await db.segments.toArray(),
  segmentLines: await db.segmentLines.toArray(),
  steps: await db.steps.toArray(),
})

function withRowsBack(changes: Changes, { back }: Staying): Changes {
  const put = Object.fromEntries([...back].filter(([, rows]) => rows.length > 0)) as Changes['put']
  return { ...noChanges(), put: { ...put, ...changes.put }, requires: changes.requires }
}

const countOf = ({ going, back }: Staying): number =>
  [...going.values()].reduce((sum, ids) => sum + ids.size, 0) + [...back.values()].reduce((sum, rows) => sum + rows.length, 0)
