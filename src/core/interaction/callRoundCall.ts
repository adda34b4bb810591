// One call of a round: its entry in the log, with everything that follows from it, as one change.
// BC: SegmentLine.Table.al LogSegLinePhoneCall logs the call at once and leaves the line on the segment, with the number that was called
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { CallOutcome, CallRound } from '../../model/callRound.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignEntryId, ContactId, EntryId, OpportunityId, ResponseStatusId, SalespersonId, TemplateId } from '../../model/ids.ts'
import type { InteractionLogEntry, InteractionTemplate } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Evaluation } from '../../model/parts.ts'
import type { Line, Segment, SegmentLines } from '../../model/segment.ts'
import type { NumberSeries } from '../../model/settings.ts'
import { joinAll, noChanges, unchanged, type Changes, type Requirement } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { answeredWith } from '../campaign/respond.ts'
import { responseStatusesOf } from '../campaign/responses.ts'
import { companyNameBeside, companyOf } from '../contact/name.ts'
import { withheld } from '../contact/privacy.ts'
import { planOpportunities, type OpportunityFields } from '../opportunity/opportunity.ts'
import { planLineChange } from '../segment/edit.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'
import { aboutContact, planTasks, type TaskFields } from '../task/task.ts'
import { numbersToCall } from './callRound.ts'
import { numberTrouble, planNumber } from './callRoundNumber.ts'
import { nowhere } from './oneContact.ts'

/** What came of a call. */
export interface CallFields {
  contactId: ContactId
  outcome: CallOutcome
  evaluation: Evaluation | undefined
  note: string
  /** The number that was called; blank = it is not known which. */
  number: string
  /** When it began. */
  day: Day
  time: string
  /** Missing: what the template says for those who were reached, nothing for the others. */
  minutes: number | undefined
  responseStatusId: ResponseStatusId | undefined
  tasks: readonly Omit<TaskFields, 'salespersonId'>[]
  opportunity: Omit<OpportunityFields, 'salespersonId'> | undefined
  /** Of a wrong number: what it is in truth; blank takes it away. */
  correction: string | undefined
  /** The calls to this contact that are known of; another one that came meanwhile is told. */
  seen: ReadonlySet<EntryId>
  /** It was noted before its round was closed, and is logged all the same. */
  late?: boolean
}

/** What a call rests on, as it was read. */
export interface CallGround {
  round: CallRound
  /** Missing: the segment was logged or deleted meanwhile. */
  segment: { segment: Segment; lines: SegmentLines } | undefined
  around: Around
  /** Template for calls by the setup, and whose tablet this is. */
  setup: { callsTemplateId: TemplateId | undefined; salespersonId: SalespersonId | undefined }
  /** The calls of this round to this contact, those that were cancelled left out. */
  before: readonly InteractionLogEntry[]
  /** The entry that its campaign has of this segment. */
  campaignEntry: CampaignEntry | undefined
  numbers: { task: NumberSeries; opportunity: NumberSeries; prefix: string }
}

/** Nobody was spoken to who could decide. */
export const isAttemptFailed = (outcome: CallOutcome): boolean => outcome !== 'reached' && outcome !== 'notInterested'

/** The answer that this outcome is, where the campaign knows it. */
export function answerOf(outcome: CallOutcome, statuses: readonly { id: ResponseStatusId }[]): ResponseStatusId | undefined {
  return outcome === 'notInterested' ? statuses.find(({ id }) => id === 'notInterested')?.id : undefined
}

/** The line of this contact with everything resolved, as far as a call needs it. */
export function callOf(contactId: ContactId, ground: Pick<CallGround, 'segment' | 'around'>): Effective {
  const line = lineOf(contactId, ground.segment) ?? { lineNo: 1, contactId, own: {}, comment: '' }
  return effective(line, ground.segment?.segment ?? nowhere, ground.around)
}

const lineOf = (contactId: ContactId, on: CallGround['segment']): Line | undefined =>
  on?.lines.lines.find((line) => line.contactId === contactId)

/** What stands against it, the first of all. */
function against(fields: CallFields, ground: CallGround, contact: Contact | undefined, template: InteractionTemplate | undefined) {
  const { before, round } = ground
  const meanwhile = before.find(({ id }) => !fields.seen.has(id))
  const reason = contact && withheld(contact)
  if (round.closedAt !== undefined && !fields.late) return failure({ code: 'roundClosed' })
  if (!contact) return failure({ code: 'notFound', table: 'contacts', id: fields.contactId })
  if (reason) return failure({ code: 'withheld', reason, name: contact.name })
  if (meanwhile) return failure({ code: 'calledMeanwhile', name: contact.name })
  if (!template) return failure({ code: 'interactionRefused', problems: ['noTemplate'] })
  if (fields.minutes !== undefined && !(fields.minutes >= 0)) return failure({ code: 'interactionRefused', problems: ['negative'] })
  const trouble = fields.correction === undefined ? undefined : numberTrouble(fields.number, fields.correction)
  if (trouble) return failure({ code: 'interactionRefused', problems: [trouble] })
  return undefined
}

const failure = (one: Failure): Failure => one

/** The call as one change. Failures: `roundClosed`, `notFound`, `withheld`, `calledMeanwhile`, `interactionRefused`, `answerGone`, `taskRefused`, `opportunityRefused`. */
export function planCall(
  fields: CallFields,
  ground: CallGround,
  occasion: Occasion,
): Result<{ changes: Changes; entryId: EntryId }, Failure> {
  const { round, around } = ground
  const contact = around.contacts.get(fields.contactId)
  const template = templateOf(ground)
  const refused = against(fields, ground, contact, template)
  if (refused || !contact || !template) return refuse(refused ?? { code: 'notFound', table: 'contacts', id: fields.contactId })
  const resolved = callOf(fields.contactId, ground)
  if (!isAnswerOf(resolved, fields.responseStatusId)) return refuse({ code: 'answerGone' })
  const salespersonId = whoCalls(resolved, ground)
  const shared = campaignEntryOf(fields, resolved, { ground, salespersonId }, occasion)
  const entry = entryOf(fields, resolved, { ground, template, salespersonId, contact }, shared?.entry.id, occasion)
  const follows = planFollows(fields, entry, { contact, ground, salespersonId }, occasion)
  if (!follows.ok) return follows
  const company = companyOf(contact, around.contacts)
  const rest = [
    follows.value.changes,
    shared?.changes ?? noChanges(),
    lineChanges(fields, ground, numbersToCall(contact, company)[0], occasion),
    fields.correction === undefined ? noChanges() : planNumber(contact, company, fields.number, fields.correction, occasion),
    {
      ...noChanges(),
      put: { entries: [given({ ...entry, opportunityId: follows.value.opportunityId })] },
      requires: rests(resolved, ground),
    },
  ]
  return ok({
    changes: joinAll([...rest, { ...noChanges(), requires: [unchanged('callRounds', round), unchanged('templates', template)] }]),
    entryId: entry.id,
  })
}

/** None was chosen, or its campaign knows it. */
const isAnswerOf = ({ campaign }: Effective, chosen: ResponseStatusId | undefined): boolean =>
  chosen === undefined || responseStatusesOf(campaign.value).some(({ id }) => id === chosen)

const templateOf = ({ round, around, setup }: CallGround): InteractionTemplate | undefined => {
  const id = round.templateId ?? setup.callsTemplateId
  return id && around.templates.get(id)
}

/** The line's, the segment's, whoever works on this tablet, else the contact's own. */
function whoCalls({ salesperson }: Effective, { round, setup, around }: CallGround): SalespersonId | undefined {
  const said = salesperson.from === 'contact' ? undefined : salesperson.value?.id
  const ofTablet = setup.salespersonId && around.salespeople.has(setup.salespersonId) ? setup.salespersonId : undefined
  const ofRound = round.salespersonId && around.salespeople.has(round.salespersonId) ? round.salespersonId : undefined
  return said ?? ofTablet ?? ofRound ?? salesperson.value?.id
}

/** What is gone or withheld meanwhile is not named by an entry. */
const rests = ({ contact, campaign }: Effective, { segment }: CallGround): Requirement[] => [
  ...(contact ? [unchanged('contacts', contact)] : []),
  ...(campaign.value ? [unchanged('campaigns', campaign.value)] : []),
  ...(segment ? [unchanged('segments', segment.segment)] : []),
]

interface Known {
  ground: CallGround
  template: InteractionTemplate
  salespersonId: SalespersonId | undefined
  contact: Contact
}

function entryOf(
  fields: CallFields,
  resolved: Effective,
  { ground, template, salespersonId, contact }: Known,
  campaignEntryId: CampaignEntryId | undefined,
  occasion: Occasion,
): InteractionLogEntry {
  const { around, round, segment } = ground
  const attemptFailed = isAttemptFailed(fields.outcome)
  const campaign = resolved.campaign.value
  const optional = {
    ...{ companyId: resolved.company?.id, templateId: template.id, interactionGroupId: template.interactionGroupId, salespersonId },
    ...{ campaignId: campaign?.id, campaignEntryId, evaluation: fields.evaluation, time: fields.time || undefined },
    ...{ contactVia: fields.number.trim() || undefined, sample: contact.sample },
  }
  const entry: InteractionLogEntry = {
    ...{ rev: 0, id: occasion.nextId<EntryId>(), contactId: contact.id, contactName: contact.name },
    ...{ companyName: companyNameBeside(contact, around.contacts), segmentId: round.segmentId, callRoundId: round.id },
    ...{
      callOutcome: fields.outcome,
      day: fields.day,
      description: (segment?.segment.description ?? round.description) || template.description,
    },
    ...{
      subject: '',
      comment: fields.note.trim(),
      comments: [],
      informationFlow: template.informationFlow,
      initiatedBy: template.initiatedBy,
    },
    ...{ campaignTarget: resolved.campaignTarget.value, campaignResponse: resolved.campaignResponse.value },
    ...{ cost: template.unitCost, duration: fields.minutes ?? (attemptFailed ? 0 : template.unitDuration), attemptFailed },
    ...{ cancelled: false, loggedBy: occasion.user, loggedAt: occasion.now },
    ...given(optional),
  }
  const status = responseStatusesOf(campaign).find(({ id }) => id === fields.responseStatusId)
  return answeredWith(entry, status, fields.day)
}

/** The one its campaign has of this segment, or the one that is made with its first call. BC: CampaignEntry CopyFromSegment */
function campaignEntryOf(
  fields: CallFields,
  { campaign }: Effective,
  { ground, salespersonId }: { ground: CallGround; salespersonId: SalespersonId | undefined },
  occasion: Occasion,
): { entry: CampaignEntry; changes: Changes } | undefined {
  const { round, campaignEntry } = ground
  if (!campaign.value) return undefined
  if (campaignEntry?.campaignId === campaign.value.id)
    return { entry: campaignEntry, changes: { ...noChanges(), requires: [unchanged('campaignEntries', campaignEntry)] } }
  const entry: CampaignEntry = {
    ...{ rev: 0, id: occasion.nextId<CampaignEntryId>(), campaignId: campaign.value.id, segmentId: round.segmentId },
    ...{ day: fields.day, description: round.description, cancelled: false },
    ...given({ salespersonId, sample: campaign.value.sample ?? round.sample }),
  }
  // The round is written along: of two windows only one makes the entry.
  return { entry, changes: { ...noChanges(), put: { campaignEntries: [entry], callRounds: [{ ...round, campaignEntryId: entry.id }] } } }
}

/** The line remembers a number that is another than it would offer. */
function lineChanges({ contactId, number }: CallFields, { segment }: CallGround, usual: string | undefined, occasion: Occasion): Changes {
  const line = lineOf(contactId, segment)
  const called = number.trim()
  if (!segment || !line || called === '' || called === (line.own.contactVia ?? usual)) return noChanges()
  return planLineChange({ ...segment, steps: [] }, line.lineNo, { contactVia: called }, occasion)
}

interface Follower {
  contact: Contact
  ground: CallGround
  salespersonId: SalespersonId | undefined
}

/** The tasks and the opportunity that come of it. */
function planFollows(
  { tasks, opportunity }: CallFields,
  entry: InteractionLogEntry,
  { contact, ground, salespersonId }: Follower,
  occasion: Occasion,
): Result<{ changes: Changes; opportunityId: OpportunityId | undefined }, Failure> {
  const { prefix, task, opportunity: series } = ground.numbers
  const { campaignId } = entry
  const about = aboutContact(contact, { entryId: entry.id, segmentId: ground.round.segmentId, ...(campaignId ? { campaignId } : {}) })
  const all: Changes[] = []
  let next = task
  for (const fields of tasks) {
    const planned = planTasks({ ...fields, salespersonId }, [about], next, prefix, occasion)
    if (!planned.ok) return planned
    all.push(planned.value.changes)
    next = planned.value.changes.put.series?.[0] ?? next
  }
  const seen = opportunity && planOpportunities({ ...opportunity, salespersonId }, [about], series, prefix, occasion)
  if (seen && !seen.ok) return seen
  const changes = seen ? [...all, seen.value.changes] : all
  return ok({ changes: joinedTasks(changes), opportunityId: seen?.value.ids[0] })
}

const joinedTasks = (changes: readonly Changes[]): Changes => {
  const joined = joinAll(changes)
  // Two tasks take two numbers of one series, which is asked for once.
  const asked = new Map(joined.requires.map((one) => [`${one.table} ${one.id}`, one]))
  return { ...joined, requires: [...asked.values()] }
}
