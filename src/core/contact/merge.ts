// Merging two contacts: one stays with its id and number, the other one goes; everything that named the one names the other from then on.
// What it takes to part them again is kept in a row of its own. BC: Contact/ContactDuplicate.Table.al, Contact/MergeDuplicate (table 64)
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact, Person } from '../../model/contact.ts'
import type { SavedCriteria } from '../../model/criteria.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, MergeId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLines, LoggedSegment } from '../../model/interaction.ts'
import type { Questionnaire } from '../../model/lists.ts'
import { pairId, type Merge, type NotDuplicate } from '../../model/merge.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { SegmentLines, Step } from '../../model/segment.ts'
import { joinAll, noChanges, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { followed } from './criteriaNaming.ts'
import { planContactChange, type ContactFields } from './edit.ts'
import { mergedPeople, type Inheriting } from './mergeFlow.ts'
import { strictest } from './mergedFields.ts'
import { ratingBy } from './rating.ts'
import { planPlannedMerge, type Planned } from './planned.ts'
import { mergedLines, mergedLogged, mergedStep, type Way } from './mergeLines.ts'

/** Every row that names the contact that goes. */
export interface Belongings extends Planned {
  people: readonly Person[]
  /** As contact, as company, or among those of a letter for several. */
  entries: readonly InteractionLogEntry[]
  purchases: readonly Purchase[]
  segmentLines: readonly SegmentLines[]
  steps: readonly Step[]
  loggedLines: readonly LoggedLines[]
  /** Criteria that were kept, and segments that were logged: those that name it, steps as well. */
  savedCriteria: readonly SavedCriteria[]
  loggedSegments: readonly LoggedSegment[]
  notDuplicates: readonly NotDuplicate[]
}

/** What came along, in numbers. */
export interface MergeTold {
  entries: number
  people: number
  /** People of both companies who took over something from the one that stays. */
  reached: number
  purchases: number
  /** Open segments, and lines there that nobody misses. */
  segments: number
  dropped: number
}

export interface MergePlan {
  changes: Changes
  merge: Merge
  told: MergeTold
}

/** The two, and what the one that stays gets. */
export interface MergePair extends Inheriting {
  kept: Contact
  lost: Contact
  fields: ContactFields
  questionnaires: readonly Questionnaire[]
}

/**
 * @param fields what the one that stays gets, as chosen; consents cannot be weakened by it
 * @param questionnaires by which the one that stays is rated anew
 * @param keptPeople those of the company that stays; of both companies some take over from it by what `inherits` says. Failures: `mergeKinds`
 */
export function planMerge(
  { kept, lost, fields, questionnaires, inherits, keptPeople }: MergePair,
  belongings: Belongings,
  occasion: Occasion,
): Result<MergePlan, Failure> {
  if (kept.type !== lost.type || kept.id === lost.id) return refuse({ code: 'mergeKinds', kept: kept.name, lost: lost.name })
  const way = { from: lost.id, to: kept.id }
  const after = stays(kept, lost, rated(kept, fields, questionnaires), occasion)
  const people = mergedPeople({ kept, lost, after }, belongings.people, { inherits, keptPeople }, occasion)
  const rows = changesOf(belongings, people, way)
  const merge: Merge = {
    ...{ id: occasion.nextId<MergeId>(), rev: 0, keptId: kept.id, lost, before: kept, after, moved: rows.moved },
    ...{ by: occasion.user, at: occasion.now, ...(kept.sample && lost.sample ? { sample: true as const } : {}) },
  }
  const contacts: Changes = {
    put: { contacts: [after], merges: [merge] },
    remove: { contacts: [lost.id] },
    requires: [asRead('contacts', kept), asRead('contacts', lost)],
  }
  const { purchases, lines, inherited = [] } = rows.moved
  const told = {
    ...{ entries: rows.entries, people: rows.moved.people.length, reached: inherited.length },
    ...{ purchases: purchases.length, segments: lines.length },
    dropped: lines.reduce((sum, { dropped }) => sum + dropped.length, 0),
  }
  return ok({ changes: joinAll([contacts, rows.changes]), merge, told })
}

/** Answers that came along may give another rating. */
function rated(kept: Contact, fields: ContactFields, questionnaires: readonly Questionnaire[]): ContactFields {
  const { answerIds } = fields
  return answerIds ? { ...fields, answerIds: ratingBy(questionnaires)({ type: kept.type, answerIds }) } : fields
}

/** The contact that stays, with what it got, and with the numbers under which the other one was known. */
function stays(kept: Contact, lost: Contact, fields: ContactFields, occasion: Occasion): Contact {
  const { id, no, externalId } = lost
  const former = [...(kept.former ?? []), ...(lost.former ?? []), { id, no, externalId }]
  const [changed] = planContactChange(kept, { ...fields, ...strictest(kept, lost), former }, occasion).put.contacts ?? []
  const { sample, ...own } = changed ?? kept
  return sample && lost.sample ? { ...own, sample } : own
}

/** Rows as they are with these changes, each resting on how it was read. */
function written<T extends TableName>(table: T, changed: readonly { before: Row<T>; after: Row<T> }[]): Changes {
  if (changed.length === 0) return noChanges()
  return {
    put: { [table]: changed.map(({ after }) => after) },
    remove: {},
    requires: changed.map(({ before }) => asRead(table, before)),
  }
}

function changesOf(
  belongings: Belongings,
  { people, inherited }: ReturnType<typeof mergedPeople>,
  way: Way,
): { changes: Changes; moved: Merge['moved']; entries: number } {
  const { from, to } = way
  const purchases = belongings.purchases.map((before) => ({ before, after: { ...before, companyId: to } }))
  const entries = belongings.entries.map((before) => ({ before, after: entryOf(before, way) }))
  const lines = belongings.segmentLines.flatMap((before) => withBefore(before, mergedLines(before, way)))
  const steps = belongings.steps.flatMap((before) => withBefore(before, mergedStep(before, way)))
  const logged = belongings.loggedLines.flatMap((before) => withBefore(before, mergedLogged(before, way)))
  const planned = planPlannedMerge(belongings, way)
  const hers = belongings.entries.filter(({ contactId }) => contactId === from)
  return {
    changes: joinAll([
      written('contacts', people),
      written('purchases', purchases),
      written('entries', entries),
      written(
        'segmentLines',
        lines.map(({ before, row }) => ({ before, after: row })),
      ),
      written(
        'steps',
        belongings.steps.flatMap((before) => changedBy(before, followed(mergedStep(before, way)?.step ?? before, way))),
      ),
      written(
        'savedCriteria',
        belongings.savedCriteria.flatMap((before) => changedBy(before, followed(before, way))),
      ),
      written(
        'loggedSegments',
        belongings.loggedSegments.flatMap((before) => changedBy(before, followed(before, way))),
      ),
      written(
        'loggedLines',
        logged.map(({ before, piece }) => ({ before, after: piece })),
      ),
      pairs(belongings.notDuplicates, way),
      planned.changes,
    ]),
    moved: {
      people: belongings.people.map(({ id }) => id),
      entries: hers.map(({ id }) => id),
      ofCompany: belongings.entries.flatMap(({ id, companyId }) => (companyId === from ? id : [])),
      together: belongings.entries.flatMap(({ id, letter }) =>
        letter?.together?.contactIds.includes(from) ? { id, contactIds: letter.together.contactIds } : [],
      ),
      purchases: purchases.map(({ before }) => before.id),
      lines: lines.map(({ moved }) => moved),
      steps: steps.map(({ moved }) => moved),
      loggedLines: logged.map(({ before, lineNos }) => ({ id: before.id, lineNos })),
      ...(belongings.notDuplicates.length > 0 ? { apart: [...belongings.notDuplicates] } : {}),
      ...(inherited.length > 0 ? { inherited } : {}),
      planned: planned.moved,
    },
    entries: hers.length,
  }
}

const withBefore = <R, M extends object>(before: R, merged: M | undefined): (M & { before: R })[] => (merged ? [{ ...merged, before }] : [])

const changedBy = <R>(before: R, after: R): { before: R; after: R }[] => (after === before ? [] : [{ before, after }])

/** Its name stays as it was on that day: what happened, happened with her under that name. */
function entryOf(entry: InteractionLogEntry, { from, to }: Way): InteractionLogEntry {
  const { letter } = entry
  const ids = letter?.together?.contactIds
  const together = letter?.together && ids?.includes(from) ? { ...letter.together, contactIds: throughout(ids, { from, to }) } : undefined
  return {
    ...entry,
    ...(entry.contactId === from ? { contactId: to } : {}),
    ...(entry.companyId === from ? { companyId: to } : {}),
    ...(letter && together ? { letter: { ...letter, together } } : {}),
  }
}

/** Each once: who leads stays first. */
export const throughout = (ids: readonly ContactId[], { from, to }: Way): ContactId[] => [
  ...new Set(ids.map((id) => (id === from ? to : id))),
]

/** Who was no duplicate of the one that goes is none of the one that stays. */
function pairs(rows: readonly NotDuplicate[], { from, to }: Way): Changes {
  const kept = rows.flatMap((row): NotDuplicate[] => {
    const other = row.contactIds.find((id) => id !== from)
    return other === undefined || other === to ? [] : [{ ...row, rev: 0, id: pairId(other, to), contactIds: [other, to] }]
  })
  return { put: kept.length > 0 ? { notDuplicates: kept } : {}, remove: { notDuplicates: rows.map(({ id }) => id) }, requires: [] }
}
