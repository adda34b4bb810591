// Parting two contacts that were merged: the one that went comes back with all that came along and still belongs to the one that stayed.
// What was done since stays where it was done. BC: Contact/ContactDuplicate.Table.al ("Separate Contacts")
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact, Person } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLines } from '../../model/interaction.ts'
import { pairId, type Merge } from '../../model/merge.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { SegmentLines, Step } from '../../model/segment.ts'
import { joinAll, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { withoutInherited } from './mergeFlow.ts'
import { strictest } from './mergedFields.ts'
import { throughout } from './merge.ts'
import { planPlannedPart, type Planned } from './planned.ts'
import { partedLines, partedStep, rewrittenLogged, type Way } from './mergeLines.ts'

/** The rows named in `merge.moved` as they are now; those that are gone are missing. */
export interface Standing extends Planned {
  /** The contact that stayed; nothing when it is gone itself. */
  kept: Contact | undefined
  people: readonly Person[]
  entries: readonly InteractionLogEntry[]
  purchases: readonly Purchase[]
  segmentLines: readonly SegmentLines[]
  steps: readonly Step[]
  loggedLines: readonly LoggedLines[]
  /** Of those who were no duplicates of the one that went, who are still there. */
  others: ReadonlySet<ContactId>
}

/** Failures: `partGone` when the one that stayed is gone, as after it was merged itself. */
export function planPart(merge: Merge, standing: Standing, occasion: Occasion): Result<Changes, Failure> {
  const { kept } = standing
  if (!kept) return refuse({ code: 'partGone', name: merge.after.name })
  const { lost } = merge
  const pair = { id: pairId(kept.id, lost.id), rev: 0, contactIds: [kept.id, lost.id], by: occasion.user, at: occasion.now }
  const apart = (merge.moved.apart ?? []).filter(({ contactIds }) =>
    contactIds.every((id) => id === lost.id || (id !== kept.id && standing.others.has(id))),
  )
  const { excludeFromSegment, privacyBlocked } = strictest(kept, lost)
  const held = { ...(excludeFromSegment ? { excludeFromSegment } : {}), ...(privacyBlocked ? { privacyBlocked } : {}) }
  const contacts: Changes = {
    put: {
      contacts: [withOwn(kept, merge, occasion), { ...lost, ...held, rev: 0, changedAt: occasion.now }],
      notDuplicates: [...apart.map((row) => ({ ...row, rev: 0 })), { ...pair, ...(merge.sample ? { sample: true as const } : {}) }],
    },
    remove: { merges: [merge.id] },
    requires: [asRead('contacts', kept), asRead('merges', merge), { table: 'contacts', id: lost.id, rev: 'absent' }],
  }
  return ok(joinAll([contacts, ...rowsBack(merge, standing, { from: kept.id, to: lost.id }, occasion)]))
}

/** Parting is no leave to write: who may not be written to by now stays so, whichever of the two it came from. */
const staying = ['excludeFromSegment', 'privacyBlocked'] as const

/** Whether one of the two may be written to less than before they were merged. */
export const isStricter = (kept: Contact, { before, lost }: Merge): boolean =>
  staying.some((field) => kept[field] && !(before[field] && lost[field]))

/** The one that stayed: fields that are still as the merge left them are again what they were. */
function withOwn(kept: Contact, { before, after, lost }: Merge, occasion: Occasion): Contact {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const [now, was, merged] = [kept, before, after] as unknown as Record<string, unknown>[]
  const untouchable = new Set(['id', 'no', 'rev', 'type', 'changedAt', 'former', ...staying])
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !untouchable.has(field))
  const back = Object.fromEntries(fields.flatMap((field) => (same(now?.[field], merged?.[field]) ? [[field, was?.[field]]] : [])))
  const former = kept.former?.filter(({ id }) => id !== lost.id && !lost.former?.some((other) => other.id === id))
  const parted = { ...kept, ...back, former: former && former.length > 0 ? former : undefined, changedAt: occasion.now }
  return given(parted as unknown as Contact)
}

function back<T extends TableName>(table: T, rows: readonly Row<T>[], change: (row: Row<T>) => Row<T>): Changes {
  return { put: { [table]: rows.map(change) }, remove: {}, requires: rows.map((row) => asRead(table, row)) }
}

function rowsBack({ moved }: Merge, standing: Standing, way: Way, occasion: Occasion): Changes[] {
  const { from, to } = way
  const hers = new Set(moved.entries)
  const ofCompany = new Set(moved.ofCompany)
  const people = new Set(moved.people)
  const inherited = new Map((moved.inherited ?? []).map((one) => [one.id, one]))
  const together = new Map(moved.together.map(({ id, contactIds }) => [id, contactIds]))
  const entry = (row: InteractionLogEntry): InteractionLogEntry => {
    const before = together.get(row.id)
    const now = row.letter?.together
    const isAsLeft = before && now && JSON.stringify(throughout(before, { from: to, to: from })) === JSON.stringify(now.contactIds)
    return {
      ...row,
      ...(hers.has(row.id) && row.contactId === from ? { contactId: to } : {}),
      ...(ofCompany.has(row.id) && row.companyId === from ? { companyId: to } : {}),
      ...(row.letter && isAsLeft ? { letter: { ...row.letter, together: { ...now, contactIds: before } } } : {}),
    }
  }
  const lines = new Map(moved.lines.map((line) => [line.segmentId, line]))
  const steps = new Map(moved.steps.map((step) => [step.id, step]))
  const logged = new Map(moved.loggedLines.map(({ id, lineNos }) => [id, new Set(lineNos)]))
  return [
    back(
      'contacts',
      standing.people.filter(({ id, companyId }) => (people.has(id) || inherited.has(id)) && companyId === from),
      (contact) => {
        const person = withoutInherited(contact as Person, inherited.get(contact.id), occasion)
        return people.has(person.id) ? { ...person, companyId: to } : person
      },
    ),
    back(
      'purchases',
      standing.purchases.filter(({ companyId }) => companyId === from),
      (purchase) => ({ ...purchase, companyId: to }),
    ),
    back('entries', standing.entries, entry),
    back('segmentLines', standing.segmentLines, (row) => mended(row, lines.get(row.id), (line) => partedLines(row, line, way))),
    back('steps', standing.steps, (row) => mended(row, steps.get(row.id), (step) => partedStep(row, step, way))),
    back('loggedLines', standing.loggedLines, (row) => mended(row, logged.get(row.id), (nos) => rewrittenLogged(row, nos, way))),
    planPlannedPart(standing, moved.planned, way),
  ]
}

const mended = <R, M>(row: R, moved: M | undefined, mend: (moved: M) => R): R => (moved === undefined ? row : mend(moved))
