// Changes to header and lines that are no steps. A line keeps only what differs from the header, so a header change needs
// no cascade; where lines have a value of their own, the person says whether they keep it.
// BC: Segment/SegmentHeader.Table.al, UpdateSegLinesByFieldNo (there it is copied, and asked for each field)
import type { Occasion } from '../../model/occasion.ts'
import type { Line, LineOwn, Segment } from '../../model/segment.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import { asRead, given } from '../asRead.ts'
import { effective, type Around, type Effective } from './effective.ts'
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

/** Whether a line has anything of its own: a value, words, a document. */
export const hasOwn = ({ own, comment, document }: Line): boolean =>
  comment !== '' || document !== undefined || Object.values(own).some((value) => value !== undefined)

/** What a template sets. In the header these go with the template they were said for. BC: SegmentHeader.Table.al, CopyFromTemplate */
const ofTemplate = {
  subject: '',
  correspondenceType: undefined,
  ignoreContactCorrespondence: false,
  languageCode: undefined,
  ignoreContactLanguage: false,
  unitCost: undefined,
  unitDuration: undefined,
  informationFlow: undefined,
  initiatedBy: undefined,
  campaignTarget: undefined,
  campaignResponse: undefined,
} satisfies HeaderPatch

/** What another template refreshes in the header, so that its values hold; a campaign only where the template has one. */
export const refreshedBy = (template: InteractionTemplate | undefined): HeaderPatch => ({
  ...ofTemplate,
  ...(template?.campaignId ? { campaignId: undefined } : {}),
})

/** The lines' fields that a header change meets. */
export const fieldsMet = (patch: HeaderPatch): LineField[] => lineFields.filter((field) => inHeader(field) in patch)

/**
 * Changes header fields; `undefined` clears one, and with the campaign go target and response. Lines keep what they have of
 * their own there, or give it up: in all these fields (`replace`), or in those named, which another template brings anew.
 */
export function planHeaderChange(
  state: SegmentState,
  patch: HeaderPatch,
  overrides: 'keep' | 'replace' | readonly LineField[],
  occasion: Occasion,
): Changes {
  const cleared = 'campaignId' in patch && patch.campaignId === undefined
  const segment = given({
    ...state.segment,
    ...(cleared ? { campaignTarget: undefined, campaignResponse: undefined } : {}),
    ...patch,
    changedAt: occasion.now,
  })
  const fields = overrides === 'keep' ? [] : overrides === 'replace' ? fieldsMet(patch) : overrides
  const lines = state.lines.lines.map((line) => withOwn(line, omit(line.own, fields)))
  return edited(state, segment, lines.some((line, i) => line !== state.lines.lines[i]) ? lines : undefined)
}

/** Gives one line values of its own; `undefined`, or what the header says for every line anyway, goes back to the header's. */
export function planLineChange(state: SegmentState, lineNo: number, own: Partial<LineOwn>, occasion: Occasion): Changes {
  return planOneLine(state, lineNo, (line) => withOwn(line, differing({ ...line.own, ...own }, state.segment)), occasion)
}

export interface BulkChange {
  changed: number
  /** Lines that are so already, of their own or by inheriting it. */
  already: number
  /** Lines where it cannot be: target and response need a campaign. BC: Segment.Page.al */
  locked: number
}

/** What a bulk change would do: the same rule as the change itself. */
export function bulkPreview(state: SegmentState, around: Around, lineNos: ReadonlySet<number>, own: Partial<LineOwn>): BulkChange {
  const preview = { changed: 0, already: 0, locked: 0 }
  for (const line of state.lines.lines) {
    if (lineNos.has(line.lineNo)) preview[bulkChange(line, state.segment, around, own).kind]++
  }
  return preview
}

/** Gives many lines the same values, as one change; `undefined` goes back to the header's. A line that is so already stays as it is. */
export function planBulkChange(
  state: SegmentState,
  around: Around,
  lineNos: ReadonlySet<number>,
  own: Partial<LineOwn>,
  occasion: Occasion,
): { changes: Changes; value: BulkChange } {
  const value = bulkPreview(state, around, lineNos, own)
  if (value.changed === 0) return { changes: noChanges(), value }
  const lines = state.lines.lines.map((line) => (lineNos.has(line.lineNo) ? bulkChange(line, state.segment, around, own).line : line))
  return { changes: edited(state, { ...state.segment, changedAt: occasion.now }, lines), value }
}

const needCampaign: readonly LineField[] = ['campaignTarget', 'campaignResponse']

function bulkChange(line: Line, segment: Segment, around: Around, own: Partial<LineOwn>): { kind: keyof BulkChange; line: Line } {
  const resolved = effective(line, segment, around)
  const fields = lineFields.filter((field) => field in own)
  if (!resolved.campaign.value && fields.some((field) => needCampaign.includes(field) && own[field] === true))
    return { kind: 'locked', line }
  const different = fields.filter((field) => own[field] === undefined || own[field] !== valueIn(resolved, field))
  const values = Object.fromEntries(different.map((field) => [field, own[field]]))
  const back = different.filter((field) => own[field] === undefined)
  const changed = withOwn(line, omit({ ...line.own, ...values }, back))
  return { kind: changed === line ? 'already' : 'changed', line: changed }
}

/** What a line comes to in a field, as the line itself would say it. */
export function valueIn(resolved: Effective, field: LineField): LineOwn[LineField] {
  switch (field) {
    case 'templateId':
      return resolved.template.value?.id
    case 'salespersonId':
      return resolved.salesperson.value?.id
    case 'campaignId':
      return resolved.campaign.value?.id
    case 'alternativeAddress':
      return resolved.alternativeAddress.value?.code ?? ''
    case 'time':
    case 'evaluation':
    case 'contactVia':
      return resolved.line.own[field]
    case 'attemptFailed':
      return resolved.line.own.attemptFailed ?? false
    case 'description':
    case 'day':
    case 'correspondenceType':
    case 'languageCode':
    case 'subject':
    case 'cost':
    case 'duration':
    case 'informationFlow':
    case 'initiatedBy':
    case 'campaignTarget':
    case 'campaignResponse':
      return resolved[field].value
  }
}

/** The words for this one person. */
export function planComment(state: SegmentState, lineNo: number, comment: string, occasion: Occasion): Changes {
  return planOneLine(state, lineNo, (line) => ({ ...line, comment }), occasion)
}

/** A document for this one person in place of the template's; without one she gets the template's again. BC: "Unique" */
export function planLineDocument(state: SegmentState, lineNo: number, document: LetterDocument | undefined, occasion: Occasion): Changes {
  return planOneLine(state, lineNo, ({ document: _, ...line }) => (document ? { ...line, document } : line), occasion)
}

/**
 * Notes that letters were generated; that is no change of the segment, so the letters stay fresh.
 * @param leftOut numbers of lines that the document itself left out
 */
export function planLettersMade(state: SegmentState, count: number, occasion: Occasion, leftOut: readonly number[] = []): Changes {
  const made = { at: occasion.now, count, ...(leftOut.length > 0 && { leftOut: [...leftOut] }) }
  return edited(state, { ...state.segment, lettersMade: made }, undefined)
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

/** Fields in which the header's value holds for every line. */
const always: readonly LineField[] = ['description', 'day', 'salespersonId', 'campaignId', 'templateId']
/** Fields in which it holds for lines with the header's template only. */
const withTemplate: readonly LineField[] = ['cost', 'duration', 'informationFlow', 'initiatedBy', 'campaignTarget', 'campaignResponse']

function differing(own: LineOwn, segment: Segment): LineOwn {
  const shared = own.templateId === undefined || own.templateId === segment.templateId ? [...always, ...withTemplate] : always
  return omit(
    own,
    lineFields.filter((field) => own[field] === undefined || (shared.includes(field) && own[field] === segment[inHeader(field)])),
  )
}

function omit(own: LineOwn, fields: readonly LineField[]): LineOwn {
  return Object.fromEntries(Object.entries(own).filter(([field]) => !fields.includes(field as LineField)))
}

const withOwn = (line: Line, own: LineOwn): Line => (lineFields.every((field) => own[field] === line.own[field]) ? line : { ...line, own })
