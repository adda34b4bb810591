// Logging: the segment becomes evidence, everybody in it gets an interaction log entry, its campaigns one entry each, and a
// follow-up may be born, all in one step. Nothing has happened yet when the plan is there.
// BC: Interaction/LogSegment.Report.al, Segment/SegManagement.Codeunit.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignEntryId, CampaignId, EntryId, LoggedLinesId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import {
  linesPerPiece,
  type InteractionLogEntry,
  type LoggedLine,
  type LoggedLines,
  type LoggedSegment,
  type LoggedStep,
} from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Delivery } from '../../model/parts.ts'
import type { Segment, Step } from '../../model/segment.ts'
import { joinChanges, noChanges, type Changes } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { companyNameBeside } from '../contact/name.ts'
import { withheld } from '../contact/privacy.ts'
import { letterValues } from '../letter/values.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'
import { planFollowUp } from '../segment/followUp.ts'
import type { SegmentState } from '../segment/steps.ts'
import { blockingProblems, isLogged } from './problems.ts'

export interface LogOptions {
  followUp?: { no: string; description: string } | undefined
}

export interface LogPlan {
  logged: LoggedSegment
  /** All lines as they were, in their order. */
  lines: LoggedLine[]
  entries: InteractionLogEntry[]
  campaignEntries: CampaignEntry[]
  followUp?: Changes
  followUpId?: SegmentId
}

/** Plans the logging. Refused with `logRefused` and all codes while a blocking problem stands. */
export function planLog(state: SegmentState, around: Around, options: LogOptions, occasion: Occasion): Result<LogPlan, Failure> {
  const against = blockingProblems(state, around)
  if (against.length > 0) return refuse({ code: 'logRefused', problems: [...new Set(against.map(({ code }) => code))] })
  const loggedId = occasion.nextId<LoggedSegmentId>()
  const resolved = state.lines.lines.map((line) => effective(line, state.segment, around))
  const campaigns = campaignEntriesOf(loggedId, state.segment, resolved.filter(isLogged), occasion)
  const entries: InteractionLogEntry[] = []
  const full = resolved.map((line) => {
    const entry = entryOf(line, loggedId, campaigns, occasion)
    if (entry) entries.push(entry)
    return loggedLine(line, entry, state, around)
  })
  const values = commonValues(full)
  const lines = full.map((line) => ({ ...line, values: without(line.values, values) }))
  const logged = { ...loggedSegment(loggedId, state, resolved, lines, occasion), values }
  const campaignEntries = [...campaigns.values()].map((entry) => ({ ...entry, ...given({ sample: logged.sample }) }))
  const plan: LogPlan = { logged, lines, entries, campaignEntries }
  if (!options.followUp) return ok(plan)
  const next = planFollowUp(logged, lines, around.contacts, options.followUp, occasion)
  return ok({ ...plan, followUp: next.changes, followUpId: next.segmentId })
}

/** The plan as changes: the open segment with its lines and steps is gone, what it became stands. */
export function changesOfLog(plan: LogPlan, state: SegmentState): Changes {
  const { logged, lines, entries, campaignEntries } = plan
  const log: Changes = {
    put: { loggedSegments: [logged], loggedLines: piecesOf(logged, lines), entries, campaignEntries },
    remove: { segments: [state.segment.id], segmentLines: [state.lines.id], steps: state.steps.map(({ id }) => id) },
    requires: [asRead('segments', state.segment), asRead('segmentLines', state.lines)],
  }
  return joinChanges(log, plan.followUp ?? noChanges())
}

/** The lines in rows of `linesPerPiece`. */
export function piecesOf(logged: LoggedSegment, lines: readonly LoggedLine[]): LoggedLines[] {
  const pieces: LoggedLines[] = []
  for (let from = 0; from < lines.length; from += linesPerPiece) {
    const id = `${logged.id} ${String(pieces.length).padStart(4, '0')}` as LoggedLinesId
    const part = { rev: 0, id, loggedSegmentId: logged.id, from, lines: lines.slice(from, from + linesPerPiece) }
    pieces.push({ ...part, ...given({ sample: logged.sample }) })
  }
  return pieces
}

function entryOf(
  line: Effective,
  loggedSegmentId: LoggedSegmentId,
  campaigns: ReadonlyMap<CampaignId, CampaignEntry>,
  occasion: Occasion,
): InteractionLogEntry | undefined {
  const { contact } = line
  const template = line.template.value
  if (!contact || !template || !isLogged(line)) return undefined
  const references = {
    companyId: line.company?.id,
    templateId: template.id,
    interactionGroupId: template.interactionGroupId,
    salespersonId: line.salesperson.value?.id,
    campaignId: line.campaign.value?.id,
    campaignEntryId: line.campaign.value && campaigns.get(line.campaign.value.id)?.id,
    correspondenceType: correspondenceOf(line),
    languageCode: line.languageCode.value,
    alternativeAddress: line.alternativeAddress.value?.code,
    delivery: deliveryOf(line),
    ...own(line),
  }
  return {
    ...{ rev: 0, id: occasion.nextId<EntryId>(), contactId: contact.id, contactName: contact.name, loggedSegmentId },
    companyName: contact.type === 'person' ? (line.company?.name ?? '') : '',
    ...given(references),
    ...{ day: line.day.value, description: line.description.value, subject: line.subject.value, comment: line.line.comment },
    ...{ informationFlow: line.informationFlow.value, initiatedBy: line.initiatedBy.value },
    ...{ cost: line.cost.value, duration: line.duration.value },
    ...{ campaignTarget: line.campaignTarget.value, campaignResponse: line.campaignResponse.value, comments: [] },
    ...{ attemptFailed: line.line.own.attemptFailed ?? false, cancelled: false, loggedBy: occasion.user, loggedAt: occasion.now },
    ...given({ sample: contact.sample }),
  }
}

/** Without an address nothing is sent by e-mail, so the log does not say so. BC: SegManagement.Codeunit.al */
function correspondenceOf({ correspondenceType: { value }, reached }: Effective) {
  return value === 'email' && reached?.email.trim() === '' ? undefined : value
}

/** What is said of this line only. */
const own = ({
  line: {
    own: { time, evaluation, contactVia },
  },
}: Effective) => ({ time, evaluation, contactVia })

/** A letter is on its way from the moment it is logged. */
function deliveryOf(line: Effective): Delivery | undefined {
  const type = line.document && correspondenceOf(line)
  return type && (type === 'hardCopy' ? 'toPrint' : 'toSend')
}

/** The line as it was. Whoever was left out stays, with the reason and without a letter. */
function loggedLine(line: Effective, entry: InteractionLogEntry | undefined, state: SegmentState, around: Around): LoggedLine {
  const { contact } = line
  const shown = {
    line: line.line,
    name: contact?.name ?? '',
    companyName: contact ? companyNameBeside(contact, around.contacts) : '',
    city: contact?.city ?? '',
  }
  if (!entry) return { ...shown, leftOut: (contact && withheld(contact)) ?? 'contactGone', values: {} }
  const { document } = line
  const letter = {
    entryId: entry.id,
    attachmentId: document?.attachmentId,
    languageCode: document?.languageCode,
    mapping: document?.mapping,
  }
  return { ...shown, ...given(letter), values: letterValues(line, state.segment, around) }
}

function loggedSegment(
  id: LoggedSegmentId,
  { segment, steps }: SegmentState,
  resolved: readonly Effective[],
  lines: LoggedLine[],
  occasion: Occasion,
): LoggedSegment {
  const template = resolved.find(({ template }) => template.value && template.from === 'header') ?? resolved.find(isLogged)
  return {
    ...{ rev: 0, id, no: segment.no, loggedAt: occasion.now, day: occasion.today, loggedBy: occasion.user },
    ...{ header: segment, steps: steps.filter(({ undone }) => !undone).map(loggedStep), counts: countsOf(lines), values: {} },
    templateDescription: template?.template.value?.description ?? '',
    ...given({ sample: isInvented(segment, resolved) ? (true as const) : undefined }),
  }
}

function loggedStep({ kind, criteria, options, from, at, outcome }: Step): LoggedStep {
  const { added, removed, leftOut } = outcome
  return { kind, ...given({ criteria, options, from }), at, added: added.length, removed: removed.length, leftOut }
}

function countsOf(lines: readonly LoggedLine[]): LoggedSegment['counts'] {
  const count = (test: (line: LoggedLine) => boolean) => lines.filter(test).length
  return {
    lines: lines.length,
    logged: count(({ entryId }) => entryId !== undefined),
    letters: count(({ attachmentId }) => attachmentId !== undefined),
    privacyBlocked: count(({ leftOut }) => leftOut === 'privacyBlocked'),
    minor: count(({ leftOut }) => leftOut === 'minor'),
    contactGone: count(({ leftOut }) => leftOut === 'contactGone'),
  }
}

/** Values that all letters have in common are kept once: our company, the date, the subject. */
function commonValues(lines: readonly LoggedLine[]): Record<string, string> {
  const [first, ...rest] = lines.filter(({ entryId }) => entryId !== undefined).map(({ values }) => values)
  const common = { ...first }
  for (const values of rest) for (const name in common) if (common[name] !== values[name]) delete common[name]
  return common
}

const without = (values: Record<string, string>, common: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !(name in common)))

/** What was logged with invented people only is invented itself, and goes with the sample data. */
function isInvented(segment: Segment, resolved: readonly Effective[]): boolean {
  return segment.sample === true || resolved.every(({ contact }) => contact?.sample === true)
}

/** One entry per campaign; its salesperson is the one of the campaign's first line. */
function campaignEntriesOf(
  id: LoggedSegmentId,
  header: Segment,
  logged: readonly Effective[],
  occasion: Occasion,
): Map<CampaignId, CampaignEntry> {
  const first = new Map<CampaignId, Effective>()
  for (const line of logged) {
    const campaign = line.campaign.value
    if (campaign && !first.has(campaign.id)) first.set(campaign.id, line)
  }
  const entries = Array.from(first, ([campaignId, line]): [CampaignId, CampaignEntry] => [
    campaignId,
    {
      ...{ rev: 0, id: occasion.nextId<CampaignEntryId>(), campaignId, loggedSegmentId: id, day: header.day },
      ...{ description: header.description, cancelled: false },
      ...given({ salespersonId: line.salesperson.value?.id }),
    },
  ])
  return new Map(entries)
}
