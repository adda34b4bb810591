// Logging: the segment becomes evidence, everybody in it gets an interaction log entry, its campaigns one entry each, and a
// follow-up may be born, all in one step. Nothing has happened yet when the plan is there.
// BC: Interaction/LogSegment.Report.al, Segment/SegManagement.Codeunit.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignEntryId, CampaignId, EntryId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, InteractionTemplate, LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Segment } from '../../model/segment.ts'
import { joinChanges, noChanges, type Changes } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { companyNameBeside } from '../contact/name.ts'
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
  const entries: InteractionLogEntry[] = []
  const lines = resolved.map((line) => {
    const entry = entryOf(line, loggedId, occasion)
    if (entry) entries.push(entry)
    return loggedLine(line, entry, state, around)
  })
  const logged = loggedSegment(loggedId, state, resolved, lines, occasion)
  const campaignEntries = campaignEntriesOf(logged, resolved.filter(isLogged), occasion)
  const plan: LogPlan = { logged, entries, campaignEntries }
  if (!options.followUp) return ok(plan)
  const next = planFollowUp(logged, around.contacts, options.followUp, occasion)
  return ok({ ...plan, followUp: next.changes, followUpId: next.segmentId })
}

/** The plan as changes: the open segment with its lines and steps is gone, what it became stands. */
export function changesOfLog(plan: LogPlan, state: SegmentState): Changes {
  const { logged, entries, campaignEntries } = plan
  const log: Changes = {
    put: { loggedSegments: [logged], entries, campaignEntries },
    remove: { segments: [state.segment.id], segmentLines: [state.lines.id], steps: state.steps.map(({ id }) => id) },
    requires: [asRead('segments', state.segment), asRead('segmentLines', state.lines)],
  }
  return joinChanges(log, plan.followUp ?? noChanges())
}

function entryOf(line: Effective, loggedSegmentId: LoggedSegmentId, occasion: Occasion): InteractionLogEntry | undefined {
  const { contact } = line
  const template = line.template.value
  if (!contact || !template || !isLogged(line)) return undefined
  const references = {
    companyId: line.company?.id,
    templateId: template.id,
    salespersonId: line.salesperson.value?.id,
    campaignId: line.campaign.value?.id,
    correspondenceType: correspondenceOf(line, contact),
    languageCode: line.languageCode.value,
  }
  return {
    ...{ rev: 0, id: occasion.nextId<EntryId>(), contactId: contact.id, contactName: contact.name, loggedSegmentId },
    ...given(references),
    ...{ day: line.day.value, description: line.description.value, subject: line.subject.value, comment: line.line.comment },
    ...fromTemplate(template),
    ...{ attemptFailed: false, cancelled: false, loggedAt: occasion.now },
    ...given({ sample: contact.sample }),
  }
}

/** Without an address nothing is sent by e-mail, so the log does not say so. BC: SegManagement.Codeunit.al */
function correspondenceOf({ correspondenceType: { value } }: Effective, contact: Contact) {
  return value === 'email' && contact.email.trim() === '' ? undefined : value
}

function fromTemplate({ informationFlow, initiatedBy, unitCost, unitDuration }: InteractionTemplate) {
  return { informationFlow, initiatedBy, cost: unitCost, duration: unitDuration }
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
  if (!entry) return { ...shown, leftOut: contact ? 'privacyBlocked' : 'contactGone', values: {} }
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
    ...{ header: segment, steps: steps.filter(({ undone }) => !undone), lines },
    templateDescription: template?.template.value?.description ?? '',
    ...given({ sample: isInvented(segment, resolved) ? (true as const) : undefined }),
  }
}

/** What was logged with invented people only is invented itself, and goes with the sample data. */
function isInvented(segment: Segment, resolved: readonly Effective[]): boolean {
  return segment.sample === true || resolved.every(({ contact }) => contact?.sample === true)
}

/** One entry per campaign; its salesperson is the one of the campaign's first line. */
function campaignEntriesOf({ id, header, sample }: LoggedSegment, logged: readonly Effective[], occasion: Occasion): CampaignEntry[] {
  const first = new Map<CampaignId, Effective>()
  for (const line of logged) {
    const campaign = line.campaign.value
    if (campaign && !first.has(campaign.id)) first.set(campaign.id, line)
  }
  return Array.from(first, ([campaignId, line]) => ({
    ...{ rev: 0, id: occasion.nextId<CampaignEntryId>(), campaignId, loggedSegmentId: id, day: header.day },
    ...{ description: header.description, cancelled: false },
    ...given({ salespersonId: line.salesperson.value?.id, sample }),
  }))
}
