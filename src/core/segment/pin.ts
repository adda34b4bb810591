// Pins: who stays on a list, whatever criteria say, and who stays out of it.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Line, SegmentLines } from '../../model/segment.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { withheld } from '../contact/privacy.ts'
import { nobodyLeftOut } from './outcome.ts'
import { linesFor, removedFrom, some, stepTaken, withKeptOut, type SegmentState } from './steps.ts'

export type Pin = 'in' | 'out' | 'byRule'

/**
 * Pins a contact: `in` marks her lines, or puts her on by hand first; `out` takes her lines out by hand and keeps her out; `byRule` lets
 * criteria decide again, from the next step on. Refused with `withheld` when she may be put on no list.
 * @param contact only its id, where it is gone: such a one can be pinned out, and let go
 */
export function planPin(state: SegmentState, contact: Contact | ContactId, pin: Pin, occasion: Occasion): Result<Changes, Failure> {
  const id = typeof contact === 'string' ? contact : contact.id
  switch (pin) {
    case 'in':
      return pinnedIn(state, contact, occasion)
    case 'out':
      return ok(pinnedOut(state, id, occasion))
    case 'byRule':
      return ok(marked(state, letIn(withPins(state.lines, id, false), id), occasion))
  }
}

function pinnedIn(state: SegmentState, contact: Contact | ContactId, occasion: Occasion): Result<Changes, Failure> {
  const id = typeof contact === 'string' ? contact : contact.id
  if (typeof contact === 'string' || state.lines.lines.some(({ contactId }) => contactId === id)) {
    return ok(marked(state, letIn(withPins(state.lines, id, true), id), occasion))
  }
  const reason = withheld(contact)
  if (reason) return refuse({ code: 'withheld', reason, name: contact.name })
  const added = linesFor([id], state.lines).map((line): Line => ({ ...line, pinned: true }))
  const outcome = { added, removed: [], leftOut: { ...nobodyLeftOut }, ...some({ letIn: isKeptOut(state, id) ? [id] : [] }) }
  return ok(stepTaken(state, { kind: 'byHand' }, outcome, occasion))
}

function pinnedOut(state: SegmentState, id: ContactId, occasion: Occasion): Changes {
  const removed = removedFrom(state.lines.lines, ({ contactId }) => contactId === id)
  const keptOut = isKeptOut(state, id) ? [] : [id]
  // Somebody who is not on the list goes by no step: criteria are only told not to bring her.
  if (removed.length === 0) return marked(state, withKeptOut(state.lines, keptOut), occasion)
  return stepTaken(state, { kind: 'byHand' }, { added: [], removed, leftOut: { ...nobodyLeftOut }, ...some({ keptOut }) }, occasion)
}

const isKeptOut = ({ lines }: SegmentState, id: ContactId): boolean => lines.pinnedOut?.includes(id) === true

const letIn = (lines: SegmentLines, id: ContactId): SegmentLines => (lines.pinnedOut?.includes(id) ? withKeptOut(lines, [], [id]) : lines)

function withPins(lines: SegmentLines, id: ContactId, isPinned: boolean): SegmentLines {
  const concerns = (line: Line) => line.contactId === id && (line.pinned === true) !== isPinned
  if (!lines.lines.some(concerns)) return lines
  const mark = ({ pinned: _, ...line }: Line): Line => (isPinned ? { ...line, pinned: true } : line)
  return { ...lines, lines: lines.lines.map((line) => (concerns(line) ? mark(line) : line)) }
}

/** Marks are no step: they change nobody's place on the list. */
function marked(state: SegmentState, lines: SegmentLines, occasion: Occasion): Changes {
  if (lines === state.lines) return noChanges()
  return {
    put: { segments: [{ ...state.segment, changedAt: occasion.now }], segmentLines: [lines] },
    remove: {},
    requires: [asRead('segments', state.segment), asRead('segmentLines', state.lines)],
  }
}
