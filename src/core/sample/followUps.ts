// What came of the sample's mailings, and what is still to be done: answers in words, tasks, opportunities. Days are told from the day on which
// the sample is made. Nothing of it changes who is there, what was asked or who answered.
import { addDays } from '../../base/day.ts'
import type { CampaignStatus, ResponseStatus } from '../../model/campaign.ts'
import type { Contact, Person } from '../../model/contact.ts'
import type { CampaignStatusId, OpportunityId, ResponseStatusId, TaskId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import type { Changes } from '../../model/tables.ts'
import { withheld } from '../contact/privacy.ts'
import type { Chance } from './generator.ts'
import type { SampleLists } from './lists.ts'
import { workday } from './log.ts'

export interface FollowUpStage {
  occasion: Occasion
  /** A chance of its own: it changes nothing else. */
  chance: Chance
  lists: SampleLists
  people: readonly Person[]
  /** Those of the mailings. */
  entries: readonly InteractionLogEntry[]
}

/** How many tasks and opportunities there are at most. */
export const sampleFollowUps = { tasks: 9, opportunities: 6 }

/** @param numbers of tasks and of opportunities */
export function followUps(stage: FollowUpStage, numbers: { task: readonly string[]; opportunity: readonly string[] }): Changes['put'] {
  const statuses = campaignStatuses(stage.occasion)
  const responses = fairResponses(stage.occasion)
  const entries = stage.entries.map((entry) => answeredIn(entry, stage, responses))
  return {
    campaignStatuses: [statuses.planned, statuses.running, statuses.over],
    campaigns: [
      { ...stage.lists.campaigns.fair, statusId: statuses.over.id, responseStatuses: Object.values(responses) },
      { ...stage.lists.campaigns.service, statusId: statuses.running.id },
    ],
    entries,
    tasks: tasks(stage, numbers.task),
    opportunities: opportunities({ ...stage, entries }, numbers.opportunity),
  }
}

function campaignStatuses({ nextId }: Occasion): Record<'planned' | 'running' | 'over', CampaignStatus> {
  const status = (code: string, description: string) => ({ rev: 0, id: nextId<CampaignStatusId>(), code, description })
  return { planned: status('PLANNED', 'Planned'), running: status('RUNNING', 'Running'), over: status('DONE', 'Done') }
}

type Responses = Record<'ordered' | 'visit' | 'later' | 'noTime' | 'undelivered', ResponseStatus>

/** The campaign for the fair has answers of its own; the one that is running the shipped ones. */
function fairResponses({ nextId }: Occasion): Responses {
  const answer = (description: string, counts: ResponseStatus['counts']) => ({ id: nextId<ResponseStatusId>(), description, counts })
  return {
    ordered: answer('Ordered at the stand', 'order'),
    visit: answer('Comes to the stand', 'interested'),
    later: answer('Perhaps next year', 'response'),
    noTime: answer('Has no time', 'response'),
    undelivered: answer('Invitation came back', 'no'),
  }
}

/** Who answered to the fair, answered something; of the others a few invitations came back. To the running one the day is all that is known. */
function answeredIn(entry: InteractionLogEntry, { chance, lists }: FollowUpStage, own: Responses): InteractionLogEntry {
  if (entry.campaignId !== lists.campaigns.fair.id) return entry
  if (entry.respondedDay === undefined) return chance.happens(0.08) ? { ...entry, responseStatusId: own.undelivered.id } : entry
  return { ...entry, responseStatusId: chance.pick([own.ordered, own.visit, own.visit, own.visit, own.later, own.noTime]).id }
}

/** What is to be done, and by when: days from today, below nought = overdue. */
const toDo: readonly ToDo[] = [
  { description: 'Send the offer for two machines', days: -4, priority: 'high' },
  { description: 'Call back about the service contract', days: -1, type: 'phoneCall', time: '10:00' },
  { description: 'Ask how the new lathe is running', days: 0, type: 'phoneCall', time: '14:30' },
  { description: 'Bring the new price list', days: 0 },
  { description: 'Visit: show the service plan', days: 2, type: 'meeting', time: '09:00', duration: 60 },
  { description: 'Send photos of the fair', days: 5, priority: 'low' },
  { description: 'Visit: yearly talk', days: 16, type: 'meeting', time: '13:00', duration: 90 },
  { description: 'Thank for the order', days: -12, closed: -12 },
  { description: 'Settle the late delivery', days: -20, closed: -18, priority: 'high' },
]

interface ToDo extends Partial<Pick<Task, 'time' | 'duration' | 'priority'>> {
  description: string
  days: number
  type?: NonNullable<Task['type']>
  closed?: number
}

function tasks(stage: FollowUpStage, numbers: readonly string[]): Task[] {
  const { occasion, lists } = stage
  const [vera] = lists.salespeople
  const whom = spread(stage.people, toDo.length)
  return toDo.slice(0, whom.length).map((one: ToDo, at): Task => {
    const { description, days, type, time, duration, priority = 'normal', closed } = one
    return {
      ...{ rev: 0, id: occasion.nextId<TaskId>(), no: numbers[at] ?? '', description, priority, location: '', notes: '', cancelled: false },
      ...{ day: addDays(occasion.today, days), status: closed === undefined ? 'notStarted' : 'completed', salespersonId: vera.id },
      ...(type && { type }),
      ...(time && { time }),
      ...(duration && { duration }),
      ...(closed !== undefined && { closedDay: addDays(occasion.today, closed) }),
      ...about(whom[at]),
    }
  })
}

const wins = [
  { description: 'Service contract, three machines', value: 4800, status: 'open', chance: 60 },
  { description: 'Service contract, whole workshop', value: 7200, status: 'won', chance: 100 },
  { description: 'Service contract, one machine', value: 1600, status: 'lost', chance: 0 },
  { description: 'Two lathes', value: 36_000, status: 'open', chance: 30 },
  { description: 'Service contract', value: 1600, status: 'open', chance: 75 },
  { description: 'Spare parts for a year', value: 2400, status: 'won', chance: 100 },
] as const

/** They come of the answers to the campaigns, the running one first. */
function opportunities({ occasion, lists, people, entries }: FollowUpStage, numbers: readonly string[]): Opportunity[] {
  const { service } = lists.campaigns
  const known = new Map(people.filter((person) => !withheld(person)).map((person) => [person.id, person]))
  const isFirst = ({ campaignId }: InteractionLogEntry) => Number(campaignId !== service.id)
  const answers = entries.filter(({ respondedDay, cancelled }) => respondedDay && !cancelled).sort((a, b) => isFirst(a) - isFirst(b))
  const found = answers.flatMap((entry) => (known.has(entry.contactId) ? { entry, person: known.get(entry.contactId)! } : []))
  return found.slice(0, wins.length).map(({ entry, person }, at): Opportunity => {
    const { description, value, status, chance } = wins[at]!
    const day = entry.respondedDay ?? entry.day
    const closed = status === 'open' ? {} : { closedDay: workday(addDays(day, 20)) }
    return {
      ...{ rev: 0, id: occasion.nextId<OpportunityId>(), no: numbers[at] ?? '', description, status, day, estimatedValue: value, chance },
      ...(status === 'open' ? { expectedDay: addDays(occasion.today, 14 * (at + 1)) } : closed),
      ...(status === 'won' ? { closedValue: value } : {}),
      ...{ closeReason: status === 'lost' ? 'Price' : '', notes: '', ...about(person) },
      ...(entry.campaignId && { campaignId: entry.campaignId }),
      ...(entry.salespersonId && { salespersonId: entry.salespersonId }),
      ...(entry.loggedSegmentId && { loggedSegmentId: entry.loggedSegmentId }),
    }
  })
}

const about = (contact: Contact | undefined) => ({
  ...(contact && { contactId: contact.id }),
  ...(contact?.type === 'person' && contact.companyId ? { companyId: contact.companyId } : {}),
})

/** So many people who may be written to, from all over the sample. */
function spread(people: readonly Person[], count: number): Person[] {
  const free = people.filter((person) => !withheld(person))
  const step = Math.max(1, Math.floor(free.length / count))
  return free.filter((_, at) => at % step === 0).slice(0, count)
}
