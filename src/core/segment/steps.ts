// Steps: what was done to the lines, one card each, with its outcome. Undo and redo bring lines back at their places and with
// the person's own edits. Each plan rests on segment and lines as they were read.
// BC: Segment/SegHistoryManagement.Codeunit.al (there Go Back loses the edits)
import { refuse, ok, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria, StepOptions } from '../../model/criteria.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, SegmentId, StepId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { LeftOut, Line, RemovedLine, Segment, SegmentLines, Step, StepOutcome } from '../../model/segment.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { withheld } from '../contact/privacy.ts'
import { nobodyLeftOut, type CriteriaStep, type Outcome } from './outcome.ts'

/** An open segment as it was read; steps by position. */
export interface SegmentState {
  segment: Segment
  lines: SegmentLines
  steps: Step[]
}

export type SegmentFields = { no: string; description: string } & Partial<
  Omit<Segment, 'id' | 'rev' | 'no' | 'description' | 'createdAt' | 'changedAt'>
>

/** An empty segment of today. @param fields number and description, and what else is known already */
export function newSegment(occasion: Occasion, fields: SegmentFields): { segment: Segment; lines: SegmentLines } {
  const id = occasion.nextId<SegmentId>()
  const { now, today } = occasion
  return {
    segment: {
      ...{ rev: 0, id, day: today, subject: '', ignoreContactCorrespondence: false, ignoreContactLanguage: false },
      ...{ createdAt: now, changedAt: now },
      ...given(fields),
    },
    lines: { rev: 0, id, nextLineNo: 1, lines: [] },
  }
}

/** Puts a segment that is not stored yet. */
export function planNewSegment({ segment, lines }: { segment: Segment; lines: SegmentLines }): Changes {
  return { put: { segments: [segment], segmentLines: [lines] }, remove: {}, requires: [asRead('segments', segment)] }
}

/** Add, Reduce or Refine with the outcome that was counted; it is kept as a step even if nobody was found. */
export function planStep(
  state: SegmentState,
  what: { kind: CriteriaStep; criteria: Criteria; options: StepOptions; from?: Step['from']; asOf?: Step['asOf'] },
  outcome: Outcome,
  occasion: Occasion,
): Changes {
  const gone = new Set(outcome.removedLineNos)
  const removed = removedFrom(state.lines.lines, (line) => gone.has(line.lineNo))
  return stepTaken(state, what, { added: linesFor(outcome.addedIds, state.lines), removed, leftOut: outcome.leftOut }, occasion)
}

/** Adds people chosen one by one, in that order. Whoever is excluded from segments is added: she was chosen. */
export function planAddByHand(
  state: SegmentState,
  contacts: readonly Contact[],
  occasion: Occasion,
): { changes: Changes; leftOut: LeftOut } {
  const leftOut = { ...nobodyLeftOut }
  const there = new Set(state.lines.lines.map(({ contactId }) => contactId))
  const chosen = new Set<ContactId>()
  for (const contact of new Set(contacts)) {
    const reason = withheld(contact)
    if (reason) leftOut[reason]++
    else if (there.has(contact.id)) leftOut.alreadyThere++
    else chosen.add(contact.id)
  }
  if (chosen.size === 0) return { changes: noChanges(), leftOut }
  const added = linesFor(chosen, state.lines)
  // Whoever is chosen is kept out no longer.
  const letIn = (state.lines.pinnedOut ?? []).filter((id) => chosen.has(id))
  return { changes: stepTaken(state, { kind: 'byHand' }, { added, removed: [], leftOut, ...some({ letIn }) }, occasion), leftOut }
}

/** Takes single lines out. */
export function planRemoveByHand(state: SegmentState, lineNos: readonly number[], occasion: Occasion): Changes {
  const gone = new Set(lineNos)
  const removed = removedFrom(state.lines.lines, (line) => gone.has(line.lineNo))
  if (removed.length === 0) return noChanges()
  return stepTaken(state, { kind: 'byHand' }, { added: [], removed, leftOut: { ...nobodyLeftOut } }, occasion)
}

/** Takes the last step back. What was edited on its lines since then is remembered for the redo. */
export function planUndoStep(state: SegmentState, occasion: Occasion): Result<Changes, Failure> {
  const step = state.steps.findLast(({ undone }) => !undone)
  if (!step) return refuse({ code: 'stepsNone', what: 'undo' })
  const now = new Map(state.lines.lines.map((line) => [line.lineNo, line]))
  const added = step.outcome.added.map((line) => now.get(line.lineNo) ?? line)
  const back = withBack(without(state.lines.lines, added), step.outcome.removed)
  const undone = { ...step, undone: true, outcome: { ...step.outcome, added } }
  const { keptOut, letIn } = step.outcome
  return ok(changed(state, withKeptOut({ ...state.lines, lines: back }, letIn, keptOut), [undone], occasion))
}

/** Does the step again that was undone last, with its lines as they were when it was undone. */
export function planRedoStep(state: SegmentState, occasion: Occasion): Result<Changes, Failure> {
  const step = state.steps.find(({ undone }) => undone)
  if (!step) return refuse({ code: 'stepsNone', what: 'redo' })
  const gone = new Set(step.outcome.removed.map(({ line }) => line.lineNo))
  const removed = removedFrom(state.lines.lines, (line) => gone.has(line.lineNo))
  const rest = state.lines.lines.filter((line) => !gone.has(line.lineNo))
  const redone = { ...step, undone: false, outcome: { ...step.outcome, removed } }
  const { added, keptOut, letIn } = step.outcome
  return ok(changed(state, withKeptOut({ ...state.lines, lines: [...rest, ...added] }, keptOut, letIn), [redone], occasion))
}

/** What is done, without what it did. */
export type StepTaken = Pick<Step, 'kind' | 'criteria' | 'options' | 'from' | 'asOf' | 'recipe'>

/** A new step at the end; steps that were undone can no longer be redone and go. @param id where the step has one already */
export function stepTaken(
  state: SegmentState,
  what: StepTaken,
  outcome: StepOutcome,
  occasion: Occasion,
  id = occasion.nextId<StepId>(),
): Changes {
  const stands = state.steps.filter(({ undone }) => !undone)
  const position = Math.max(0, ...stands.map((step) => step.position)) + 1
  const step: Step = {
    ...{ rev: 0, id, segmentId: state.segment.id, position, undone: false, at: occasion.now },
    ...given(what),
    outcome,
  }
  const { added, removed, keptOut, letIn } = outcome
  const gone = new Set(removed.map(({ line }) => line.lineNo))
  const lines = [...state.lines.lines.filter((line) => !gone.has(line.lineNo)), ...added]
  const nextLineNo = added.reduce((next, { lineNo }) => Math.max(next, lineNo + 1), state.lines.nextLineNo)
  const changes = changed(state, withKeptOut({ ...state.lines, nextLineNo, lines }, keptOut, letIn), [step], occasion)
  const dropped = state.steps.filter(({ undone }) => undone).map((old) => old.id)
  return dropped.length > 0 ? { ...changes, remove: { steps: dropped } } : changes
}

/** The lines with these kept out, and those not any more; a list of nobody is none. */
export function withKeptOut(lines: SegmentLines, keptOut: readonly ContactId[] = [], letIn: readonly ContactId[] = []): SegmentLines {
  if (keptOut.length === 0 && letIn.length === 0) return lines
  const { pinnedOut: before = [], ...rest } = lines
  const goes = new Set(letIn)
  const pinnedOut = [...new Set([...before, ...keptOut])].filter((id) => !goes.has(id)).sort()
  return { ...rest, ...some({ pinnedOut }) }
}

/** Only the lists that hold somebody. */
export function some<T extends Record<string, readonly unknown[]>>(lists: T): Partial<T> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<T>
}

/** Lines of their own for new people: nothing differs from the header yet. */
export function linesFor(ids: Iterable<ContactId>, lines: SegmentLines): Line[] {
  return Array.from(ids, (contactId, i) => ({ lineNo: lines.nextLineNo + i, contactId, own: {}, comment: '' }))
}

function changed(state: SegmentState, lines: SegmentLines, steps: Step[], occasion: Occasion): Changes {
  return {
    put: { segments: [{ ...state.segment, changedAt: occasion.now }], segmentLines: [lines], steps },
    remove: {},
    requires: [asRead('segments', state.segment), asRead('segmentLines', state.lines)],
  }
}

/** The lines that go, and where they stood. */
export function removedFrom(lines: readonly Line[], goes: (line: Line) => boolean): RemovedLine[] {
  return lines.flatMap((line, index) => (goes(line) ? [{ line, index }] : []))
}

/** The lines without these. */
export function without(lines: readonly Line[], gone: readonly Line[]): Line[] {
  const lineNos = new Set(gone.map(({ lineNo }) => lineNo))
  return lines.filter(({ lineNo }) => !lineNos.has(lineNo))
}

/** The removed lines at the places where they stood, in one pass: 50 000 may come back at once. */
export function withBack(lines: readonly Line[], removed: readonly RemovedLine[]): Line[] {
  const rest = lines.values()
  const places = new Map(removed.map(({ line, index }) => [index, line]))
  const last = removed.at(-1)?.index ?? -1
  const back: Line[] = []
  for (let i = 0; i <= last; i++) {
    const line = places.get(i) ?? rest.next().value
    if (line) back.push(line)
  }
  return [...back, ...rest]
}
