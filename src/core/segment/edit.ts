// Changes to header and lines that are no steps. A line keeps only what differs from the header, so a header change needs
// no cascade; where lines have a value of their own, the person says whether they keep it.
// BC: Segment/SegmentHeader.Table.al, UpdateSegLinesByFieldNo (there it is copied, and asked for each field)
import type { Occasion } from '../../model/occasion.ts'
import type { Line, LineOwn, Segment } from '../../model/segment.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import type { SegmentState } from './steps.ts'

export type LineField = keyof LineOwn
export type HeaderPatch = Partial<Omit<Segment, 'id' | 'rev' | 'createdAt' | 'changedAt'>>

/** The fields that a line may have of its own. */
export const lineFields: readonly LineField[] = [
  'description',
  'day',
  'salespersonId',
  'campaignId',
  'templateId',
  'correspondenceType',
  'languageCode',
  'subject',
  'cost',
  'duration',
  'informationFlow',
  'initiatedBy',
  'campaignTarget',
  'campaignResponse',
  'alternativeAddress',
  'time',
  'evaluation',
  'attemptFailed',
  'contactVia',
]
/** What the header calls a field of the line. */
const headerField: Partial<Record<LineField, keyof Segment>> = { cost: 'unitCost', duration: 'unitDuration' }
export const inHeader = (field: LineField): keyof Segment => headerField[field] ?? (field as keyof Segment)

/** How many lines have a value of their own for this field. */
export function overridesOf(lines: readonly Line[], field: LineField): number {
  return lines.filter(({ own }) => own[field] !== undefined).length
}

/** Changes header fields; `undefined` clears one. With `replace`, lines give up what they have of their own there. */
export function planHeaderChange(state: SegmentState, patch: HeaderPatch, overrides: 'keep' | 'replace', occasion: Occasion): Changes {
  const segment = given({ ...state.segment, ...patch, changedAt: occasion.now })
  const fields = lineFields.filter((field) => inHeader(field) in patch)
  const cleared = state.lines.lines.map((line) => withOwn(line, omit(line.own, fields)))
  const someChanged = overrides === 'replace' && cleared.some((line, i) => line !== state.lines.lines[i])
  return edited(state, segment, someChanged ? cleared : undefined)
}

/** Gives one line values of its own; `undefined`, or what the header has anyway, goes back to the header's. */
export function planLineChange(state: SegmentState, lineNo: number, own: Partial<LineOwn>, occasion: Occasion): Changes {
  return planOneLine(state, lineNo, (line) => withOwn(line, differing({ ...line.own, ...own }, state.segment)), occasion)
}

/** The words for this one person. */
export function planComment(state: SegmentState, lineNo: number, comment: string, occasion: Occasion): Changes {
  return planOneLine(state, lineNo, (line) => ({ ...line, comment }), occasion)
}

/** Notes that letters were generated; that is no change of the segment, so the letters stay fresh. */
export function planLettersMade(state: SegmentState, count: number, occasion: Occasion): Changes {
  return edited(state, { ...state.segment, lettersMade: { at: occasion.now, count } }, undefined)
}

/** A line that is gone meanwhile (a step was undone) has nothing to change. */
function planOneLine(state: SegmentState, lineNo: number, change: (line: Line) => Line, occasion: Occasion): Changes {
  const index = state.lines.lines.findIndex((line) => line.lineNo === lineNo)
  const line = state.lines.lines[index]
  if (!line) return noChanges()
  return edited(state, { ...state.segment, changedAt: occasion.now }, state.lines.lines.with(index, change(line)))
}

function edited(state: SegmentState, segment: Segment, lines: Line[] | undefined): Changes {
  return {
    put: lines ? { segments: [segment], segmentLines: [{ ...state.lines, lines }] } : { segments: [segment] },
    remove: {},
    requires: [asRead('segments', state.segment), asRead('segmentLines', state.lines)],
  }
}

function differing(own: LineOwn, segment: Segment): LineOwn {
  return omit(
    own,
    lineFields.filter((field) => own[field] === undefined || own[field] === segment[inHeader(field)]),
  )
}

function omit(own: LineOwn, fields: readonly LineField[]): LineOwn {
  return Object.fromEntries(Object.entries(own).filter(([field]) => !fields.includes(field as LineField)))
}

const withOwn = (line: Line, own: LineOwn): Line => (lineFields.every((field) => own[field] === line.own[field]) ? line : { ...line, own })
