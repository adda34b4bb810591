// What is done with what was logged and may be long: delete cancelled segments with all that hangs on them, send letters again.
import { ok, type Result } from '../../base/result.ts'
import { given } from '../../core/asRead.ts'
import { listsIn } from '../../core/letter/lists.ts'
import { isCancelled } from '../../core/interaction/cancel.ts'
import { planDeleteSegments } from '../../core/interaction/deleteCancelled.ts'
import { planResend, type Resent, type ResendWish, type SentLetter } from '../../core/interaction/resend.ts'
import type { Failure } from '../../model/failure.ts'
import type { EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { withLists } from '../../storage/read/letterLists.ts'
import { readHanging } from '../../storage/read/cancelled.ts'
import { readLoggedLines } from '../../storage/read/logged.ts'
import { aroundOf, readAround } from '../../storage/read/segments.ts'
import { byId } from '../../storage/read/watch.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { LoggedShares } from './letterShares.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

export interface DeletedNow {
  rev: number
  segments: number
  entries: number
  campaignEntries: number
}

export interface ResentNow {
  rev: number
  entries: number
  /** How many were left out, by reason. */
  leftOut: Resent['leftOut']
}

export interface AfterLogJobs {
  /** Deletes those of these that are cancelled, or all that are. Failures: `nothingCancelled`, `stale`, disk trouble. */
  deleteCancelledSegments: (ids: readonly LoggedSegmentId[] | undefined, at: string) => Promise<Result<DeletedNow, Failure>>
  /** Makes the new entries. Failures: `nothingToResend`, disk trouble. */
  resend: (ids: readonly EntryId[], wish: ResendWish, occasion: PlainOccasion, job: number) => Promise<Result<ResentNow, Failure>>
}

export const afterLogJobs = (db: Database, book: JobBook, acts: LastActs): AfterLogJobs => ({
  deleteCancelledSegments: async (ids, at) => {
    const planned = planDeleteSegments(await readHanging(db, ids))
    if (!planned.ok) return planned
    const done = await commit(db, planned.value, 'deleteCancelledSegments', at)
    if (!done.ok) return done
    acts.keep(done.value.rev, 'deleteCancelledSegments', done.value.inverse)
    const { loggedSegments = [], entries = [], campaignEntries = [] } = planned.value.remove
    const { rev } = done.value
    return ok({ rev, segments: loggedSegments.length, entries: entries.length, campaignEntries: campaignEntries.length })
  },
  resend: async (ids, wish, plain, job) => {
    const occasion = occasionOf(plain)
    // What another window cancelled or blocked meanwhile is left out at the second look.
    for (let attempt = 1; ; attempt++) {
      const planned = await plannedResend(db, ids, wish, occasion)
      if (!planned.ok) return planned
      const { changes, entryIds, leftOut } = planned.value
      const done = await commit(db, changes, 'resend', plain.now, (now, total) => book.progress(job, now, total))
      if (!done.ok && (done.failure.code !== 'stale' || attempt === 2)) return done
      if (!done.ok) continue
      acts.keep(done.value.rev, 'resend', done.value.inverse)
      return ok({ rev: done.value.rev, entries: entryIds.length, leftOut })
    }
  },
})

async function plannedResend(
  db: Database,
  ids: readonly EntryId[],
  wish: ResendWish,
  occasion: Occasion,
): Promise<Result<Resent, Failure>> {
  const entries = (await db.entries.bulkGet([...ids])).filter((entry) => entry !== undefined)
  const letters = await lettersOf(db, entries)
  const states = byId(await db.loggedStates.toArray())
  const people = entries.flatMap(({ id, contactId }) => [contactId, ...(letters.get(id)?.together?.contactIds ?? [])])
  const around = await withLists(
    db,
    aroundOf(await readAround(db, people)),
    people.map((contactId) => ({ contactId })),
    [...letters.values()].flatMap(({ values }) => listsIn(values)),
  )
  const cancelled = (entry: InteractionLogEntry) => isCancelled(entry, entry.loggedSegmentId && states.get(entry.loggedSegmentId))
  return planResend(entries, (entry) => letters.get(entry.id), cancelled, around, wish, occasion)
}

/** Their letters as they went out: an entry's own, or the line's of its logged segment. */
async function lettersOf(db: Database, entries: readonly InteractionLogEntry[]): Promise<Map<EntryId, SentLetter>> {
  const letters = new Map<EntryId, SentLetter>()
  for (const { id, letter } of entries) if (letter) letters.set(id, { ...letter, segmentNo: '' })
  const asked = new Set(entries.map(({ id }) => id))
  const segments = new Set(entries.flatMap(({ loggedSegmentId }) => loggedSegmentId ?? []))
  for (const logged of await db.loggedSegments.bulkGet([...segments])) {
    if (!logged) continue
    for (const people of new LoggedShares(await readLoggedLines(db, logged.id)).all) {
      const letter = sentLetterOf(people, logged)
      for (const { entryId } of people) if (letter && entryId && asked.has(entryId)) letters.set(entryId, letter)
    }
  }
  return letters
}

/** The letter that these lines got, its lead first. */
function sentLetterOf(people: readonly LoggedLine[], { no, header, values: common }: LoggedSegment): SentLetter | undefined {
  const [lead] = people
  if (!lead?.attachmentId || !lead.languageCode) return undefined
  const { attachmentId, languageCode, mapping = {}, values } = lead
  const contactIds = people.map(({ line }) => line.contactId)
  const together = header.lettersPer && contactIds.length > 1 ? { together: { contactIds, per: header.lettersPer } } : {}
  const { answers } = header
  return { attachmentId, languageCode, mapping, values: { ...common, ...values }, ...given({ answers }), ...together, segmentNo: no }
}
