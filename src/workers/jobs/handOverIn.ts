// A hand-over file is taken in: opened, held to its tables, led to the keys of this tablet, planned against what stands here; looked at as often
// as choices change, then written as one commit that can be taken back. A part of a backup comes back the same way.
import { ok, type Result } from '../../base/result.ts'
import { planDelete, type DeletePlan } from '../../core/contact/deleteContact.ts'
import { rowsWithout } from '../../core/handOver/partOfBackup.ts'
import { keptAgainst, type RowPlan } from '../../core/handOver/coming.ts'
import { planComing, type ComingPlan } from '../../core/handOver/planComing.ts'
import { stateId } from '../../core/handOver/stamp.ts'
import { blobSource, openBackup, type OpenedBackup } from '../../exchange/backup.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import { joinAll, noChanges, tableNames, type AllRows, type Changes, type TableName } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import { commitBeside } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { Refused } from '../../storage/failure.ts'
import { noRows } from '../../storage/read/handOver.ts'
import { readHangingOn, type HangingOn } from '../../storage/read/hangingOn.ts'
import { watching, withFiles, type Told as Watching } from './backupWriting.ts'
import { readGround, type HandOverGround } from './handOverGround.ts'
import type { ComingTold, ComingWish, HandOverJobs } from './handOverJobs.ts'
import type { HandOverPlace } from './handOvers.ts'
import { toldOf } from './handOverTold.ts'
import { nothingSince } from './nothingSince.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'
import { whenStored } from './whenStored.ts'

interface Chosen {
  file: Blob
  fileName: string
  wish: ComingWish
  plain: PlainOccasion
}

export const takingIn = (place: HandOverPlace): Pick<HandOverJobs, 'handOverPreview' | 'takeHandOver'> => ({
  handOverPreview: async (file, fileName, wish, plain, job) => {
    const planned = await plan(place.db, { file, fileName, wish, plain }, watching(place.book, job))
    return planned.ok ? ok(planned.value.told) : planned
  },
  takeHandOver: (file, fileName, wish, plain, job) => take(place, { file, fileName, wish, plain }, job),
})

/** So often it is begun again when somebody writes meanwhile. */
const attempts = 3

async function take(place: HandOverPlace, chosen: Chosen, job: number): Promise<Result<ComingTold & { rev: number | undefined }, Failure>> {
  const { db, book, acts } = place
  for (let attempt = 1; ; attempt++) {
    const planned = await plan(db, chosen, watching(book, job))
    if (!planned.ok) return planned
    const { changes, since, told } = planned.value
    if (isNothing(changes)) return ok({ ...told, rev: undefined })
    const writing = (done: number, total: number) => book.progress(job, done, total)
    const what = told.isBackup ? 'partOfBackup' : 'handOverIn'
    const done = await commitBeside(db, changes, { what, at: chosen.plain.now, writing, beside: nothingSince(db, since) })
    if (done.ok) {
      acts.keep(done.value.rev, what, done.value.inverse)
      return ok({ ...told, rev: done.value.rev })
    }
    if (done.failure.code !== 'stale' || attempt === attempts) return done
  }
}

const isNothing = ({ put, remove }: Changes) => [...Object.values(put), ...Object.values(remove)].every((rows) => rows.length === 0)

interface Planned {
  changes: Changes
  since: number
  told: ComingTold
}

async function plan(db: Database, { file, fileName, wish, plain }: Chosen, told: Watching): Promise<Result<Planned, Failure>> {
  const stored = await whenStored(db, told, () => false)
  if (!stored.ok) return stored
  return withFiles(async () => {
    const opened = await openBackup(blobSource(file), fileName, wish.password)
    if (!opened.ok) throw new Refused(opened.failure)
    const older = opened.value.handOver === undefined
    const all = await rowsOf(opened.value, told)
    const rows = older ? rowsWithout(all, wish.without ?? []) : all
    const since = await lastRev(db)
    const ground = await readGround(db, rows, { since, wish, older, occasion: occasionOf(plain) })
    const coming = planComing(ground.coming, ground.here)
    const gone = await deletions(db, coming, ground, plain)
    const changes = joinAll([ground.tablet, coming.changes, gone.changes])
    return { changes, since, told: toldOf(opened.value, coming, gone.blocked, ground.here) }
  })
}

/** All rows of the file, each held to its table. */
async function rowsOf(opened: OpenedBackup, told: Watching): Promise<AllRows> {
  await opened.check(told)
  const rows = noRows()
  const all = new Map<TableName, Map<string, object>>(tableNames.map((table) => [table, new Map()]))
  for await (const portion of opened.portions()) {
    if ('removed' in portion) for (const { table, id } of portion.removed) all.get(table)?.delete(id)
    else for (const row of portion.rows) all.get(portion.table)?.set(row.id, row)
  }
  for (const table of tableNames) Object.assign(rows, { [table]: [...(all.get(table)?.values() ?? [])] })
  return rows
}

interface Deletions {
  changes: Changes
  blocked: { contact: Contact; blockers: DeletePlan['blocked'][number]['blockers'] }[]
}

/** Contacts that were deleted there go here with all that hangs on them; those against whom something stands stay, and say so to the others. */
async function deletions(db: Database, coming: ComingPlan, ground: HandOverGround, plain: PlainOccasion): Promise<Deletions> {
  if (coming.going.length === 0) return { changes: noChanges(), blocked: [] }
  const ids = coming.going.map(({ id }) => id as ContactId)
  const hanging = afterComing(await readHangingOn(db, ids), coming.changes, new Set(ids))
  const deleted = planDelete(hanging, 'keep', occasionOf(plain))
  const held = new Set<string>(deleted.blocked.map(({ contact }) => contact.id))
  const states = coming.going.flatMap((plan) => stateAfter(plan, held.has(plan.id), ground))
  const requires = states.map(({ id }) => ground.requires(id))
  return { changes: joinAll([deleted.changes, { put: { handOverStates: states }, remove: {}, requires }]), blocked: deleted.blocked }
}

function stateAfter({ id, state }: RowPlan, isHeld: boolean, { coming, here }: HandOverGround) {
  const theirs = coming.states.get(stateId('contacts', id))
  const mine = here.state('contacts', id) ?? state
  if (!state || !theirs || !mine) return []
  return [isHeld ? keptAgainst(mine, theirs, here) : state]
}

/** What hangs on them as it is going to be: rows of this very file are among it. */
function afterComing(hanging: HangingOn, { put, remove }: Changes, ids: ReadonlySet<string>): HangingOn {
  const now = <R extends { id: string }>(table: TableName, rows: readonly R[], isHers?: (row: R) => boolean): R[] => {
    const written = new Map(((put[table] ?? []) as unknown as R[]).map((row) => [row.id, row]))
    const gone = new Set<string>(remove[table] ?? [])
    const standing = rows.filter(({ id }) => !gone.has(id)).map((row) => written.get(row.id) ?? row)
    const known = new Set(rows.map(({ id }) => id))
    return [...standing, ...[...written.values()].filter((row) => !known.has(row.id) && isHers?.(row) === true)]
  }
  const { open } = hanging
  return {
    ...hanging,
    contacts: now('contacts', hanging.contacts),
    people: now('contacts', hanging.people),
    entries: now('entries', hanging.entries, ({ contactId }) => ids.has(contactId)).filter(({ contactId }) => ids.has(contactId)),
    purchases: now('purchases', hanging.purchases, ({ companyId }) => ids.has(companyId)),
    tasks: now('tasks', hanging.tasks),
    opportunities: now('opportunities', hanging.opportunities),
    targetGroups: now('targetGroups', hanging.targetGroups),
    callRounds: now('callRounds', hanging.callRounds),
    open: {
      segments: now('segments', open.segments),
      segmentLines: now('segmentLines', open.segmentLines),
      steps: now('steps', open.steps),
    },
  }
}
