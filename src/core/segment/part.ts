// Some people of a list as a list of their own, to be dealt with apart: those who were left out, those without an address.
// They stay where they are; header values and what their lines have of their own come along, pins do not: they were set against the
// criteria of this list; nor do notes that an e-mail was handed on: that of this list was, not that of the new one.
import type { SegmentId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinChanges, type Changes } from '../../model/tables.ts'
import { nobodyLeftOut } from './outcome.ts'
import { newSegment, planNewSegment, stepTaken, type SegmentState } from './steps.ts'

/**
 * A new segment of these lines. Whoever may not be written to comes along as well, and is left out of its log just the same.
 * @param lineNos of lines whose contact is there
 */
export function planPart(
  state: SegmentState,
  lineNos: readonly number[],
  fields: { no: string; description: string },
  occasion: Occasion,
): { changes: Changes; segmentId: SegmentId } {
  const { rev: _rev, id: _id, createdAt: _created, changedAt: _changed, lettersMade: _made, sample: _sample, ...header } = state.segment
  const made = newSegment(occasion, { ...header, ...fields, day: occasion.today })
  const wanted = new Set(lineNos)
  const lines = state.lines.lines
    .filter(({ lineNo }) => wanted.has(lineNo))
    .map(({ pinned: _pinned, sharedAt: _at, sharedWhat: _what, ...line }, at) => ({ ...line, lineNo: at + 1 }))
  const empty = { ...made, steps: [] }
  const filled = stepTaken(empty, { kind: 'byHand' }, { added: lines, removed: [], leftOut: { ...nobodyLeftOut } }, occasion)
  return { changes: joinChanges(planNewSegment(made), filled), segmentId: made.segment.id }
}
