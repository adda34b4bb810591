// A call round that is begun and waits: whoever did not answer the letter about service contracts is called; some were, one of them in vain. Whom
// the half-finished segment has ever had is not called, so that its steps still find whom they found.
import { addDays, type Day } from '../../base/day.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { CallOutcome } from '../../model/callRound.ts'
import type { Company, Contact, Person } from '../../model/contact.ts'
import type { CampaignEntryId, ContactId, EntryId, ResponseStatusId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Evaluation } from '../../model/parts.ts'
import type { Step } from '../../model/segment.ts'
import type { Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { notCalled, planRound } from '../interaction/callRound.ts'
import { afterStep } from '../segment/replay.ts'
import { newSegment, planAddByHand } from '../segment/steps.ts'
import type { SampleLists } from './lists.ts'
import { workday } from './log.ts'

export interface CallStage {
  occasion: Occasion
  lists: SampleLists
  people: readonly Person[]
  companies: readonly Company[]
  /** Those of the mailings. */
  entries: readonly InteractionLogEntry[]
  /** Those of the half-finished segment. */
  steps: readonly Step[]
}

/** So many are to be called. */
const onTheList = 8

interface Said {
  outcome: CallOutcome
  time: string
  minutes: number
  comment: string
  evaluation?: Evaluation
  response?: ResponseStatusId
}

/** What came of the first calls. */
const called: readonly Said[] = [
  { outcome: 'reached', time: '09:40', minutes: 12, comment: 'Wants the service plan for two machines.', evaluation: 'positive' },
  { outcome: 'noAnswer', time: '09:55', minutes: 0, comment: '' },
  { outcome: 'notInterested', time: '10:05', minutes: 4, comment: '', response: 'notInterested' as ResponseStatusId },
]

/** @param no the number of the segment */
export function sampleCalls(stage: CallStage, no: string): Changes['put'] {
  const { lists, people, companies } = stage
  const [vera] = lists.salespeople
  const contacts = new Map<ContactId, Contact>([...companies, ...people].map((contact) => [contact.id, contact]))
  // The list is older than the half-finished segment, which stays the one worked on last; the calls are of the last working day.
  const before = occasionOn(stage, -6)
  const made = newSegment(before, {
    ...{ no, description: 'Calls: service contracts', templateId: lists.templates.call.id },
    ...{ salespersonId: vera.id, campaignId: lists.campaigns.service.id },
  })
  const empty = { ...made, steps: [] }
  const state = afterStep(empty, planAddByHand(empty, whom(stage, contacts), before).changes)
  const segment = { ...state.segment, sample: true as const }
  const occasion = occasionOn(stage, -1)
  const day = occasion.today
  const wish = { order: 'segment', templateId: lists.templates.call.id } as const
  const { round } = planRound(segment, state.lines.lines, contacts, new Map(), wish, occasion)
  const campaignEntry: CampaignEntry = {
    ...{ rev: 0, id: occasion.nextId<CampaignEntryId>(), campaignId: lists.campaigns.service.id, segmentId: segment.id },
    ...{ day, description: segment.description, salespersonId: vera.id, cancelled: false },
  }
  const shared = { round: { ...round, campaignEntryId: campaignEntry.id }, day, lists, contacts, occasion }
  return {
    ...{
      segments: [segment],
      segmentLines: [state.lines],
      steps: state.steps,
      callRounds: [shared.round],
      campaignEntries: [campaignEntry],
    },
    entries: called.flatMap((said, at) => {
      const contact = contacts.get(round.contactIds[at] ?? ('' as ContactId))
      return contact?.type === 'person' ? [callEntry(said, contact, shared)] : []
    }),
  }
}

function occasionOn({ occasion, lists }: CallStage, days: number): Occasion {
  const today = workday(addDays(occasion.today, days))
  return { ...occasion, today, now: `${today}T09:30:00.000Z`, user: lists.salespeople[0].name }
}

/** Those who did not answer the letter, and others where these are too few. */
function whom({ lists, people, entries, steps }: CallStage, contacts: ReadonlyMap<ContactId, Contact>): Person[] {
  const service = entries.filter(
    ({ campaignId, cancelled, respondedDay }) => campaignId === lists.campaigns.service.id && !cancelled && !respondedDay,
  )
  const silent = new Set(service.map(({ contactId }) => contactId))
  const found = new Set(steps.flatMap(({ outcome }) => outcome.added.map(({ contactId }) => contactId)))
  const free = people.filter((person) => {
    const company = person.companyId && contacts.get(person.companyId)
    return !found.has(person.id) && !person.excludeFromSegment && notCalled(person, company || undefined) === undefined
  })
  return [...free.filter(({ id }) => silent.has(id)), ...free.filter(({ id }) => !silent.has(id))].slice(0, onTheList)
}

interface Shared {
  round: NonNullable<Changes['put']['callRounds']>[number]
  day: Day
  lists: SampleLists
  contacts: ReadonlyMap<ContactId, Contact>
  occasion: Occasion
}

function callEntry({ outcome, time, minutes, comment, evaluation, response }: Said, person: Person, shared: Shared): InteractionLogEntry {
  const { round, day, lists, contacts, occasion } = shared
  const { call } = lists.templates
  const company = person.companyId && contacts.get(person.companyId)
  const optional = {
    ...{ companyId: person.companyId, templateId: call.id, interactionGroupId: call.interactionGroupId, evaluation, time },
    ...{ salespersonId: lists.salespeople[0].id, campaignId: lists.campaigns.service.id, campaignEntryId: round.campaignEntryId },
    ...{ contactVia: person.mobilePhone || person.phone || undefined },
    ...(response && { responseStatusId: response, respondedDay: day }),
  }
  return {
    ...{ rev: 0, id: occasion.nextId<EntryId>(), contactId: person.id, contactName: person.name, companyName: company ? company.name : '' },
    ...{ segmentId: round.segmentId, callRoundId: round.id, callOutcome: outcome, day, description: round.description, subject: '' },
    ...{
      comment,
      comments: [],
      informationFlow: call.informationFlow,
      initiatedBy: call.initiatedBy,
      cost: call.unitCost,
      duration: minutes,
    },
    ...{ attemptFailed: outcome === 'noAnswer', campaignTarget: false, campaignResponse: false, cancelled: false },
    ...{ loggedBy: occasion.user, loggedAt: `${day}T${time}:00.000Z` },
    ...given(optional),
  }
}
