// What came of a campaign or of one logged segment: different people, how far each of them went, in what it cost. Whoever was reached is
// contacted; of those some answered, some of them were interested, some ordered. Whoever answered without having been contacted stands apart
// and in no rate. BC: Campaign/Campaign.Table.al "Target Contacts Contacted", "Contacts Responded", "Cost (LCY)", "Duration (Min.)"
import { addDays, daysBetween, toDay, type Day } from '../../base/day.ts'
import type { Campaign, ResponseCounts } from '../../model/campaign.ts'
import type { CampaignId, ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { addTo } from '../criteria/facts.ts'
import { cancelledAmong } from '../interaction/cancel.ts'
import { whoOf } from './answering.ts'
import { answerOf, belonging, respondentsOf, type Respondent, type RespondOf } from './respondents.ts'
import { responseStatusesOf } from './responses.ts'

/** How far people went; each holds those of the one after it. */
export interface Reached {
  contacted: number
  answered: number
  interested: number
  ordered: number
}

/** What people are told apart by. */
export const breakdowns = ['segment', 'template', 'salesperson', 'week'] as const
export type Breakdown = (typeof breakdowns)[number]

/** Of one segment, template, salesperson or week. @property key its id, a week's Monday; blank where the entries name none */
export interface Share extends Reached {
  key: string
  /** In our own currency, of all interactions that count, failed attempts among them. */
  cost: number
  /** In minutes. */
  duration: number
}

export interface ResponseRates extends Reached {
  /** Tried, never reached. */
  notReached: number
  /** Answered by themselves, without having been contacted. */
  uncontacted: number
  /** Interactions that count. */
  interactions: number
  cost: number
  duration: number
  /** Of those contacted, by what they answered last; blank: it was not said what; `none`: nothing. */
  statuses: Readonly<Record<string, number>>
  by: Readonly<Record<Breakdown, readonly Share[]>>
}

/** A part of the picture whose people are asked for. */
export type PartOf =
  | { by: 'stage'; key: keyof Reached | 'notReached' | 'uncontacted' }
  | { by: 'status'; key: string }
  | { by: Breakdown; key: string; stage?: keyof Reached }

export interface Ground {
  /** Gone through more than once. */
  entries: Iterable<InteractionLogEntry>
  /** Logged segments that are cancelled as a whole. */
  cancelled: ReadonlySet<LoggedSegmentId>
  campaigns: ReadonlyMap<CampaignId, Campaign>
}

const steps = ['contacted', 'answered', 'interested', 'ordered'] as const
const rankOf = { no: 1, response: 2, interested: 3, order: 4 } as const satisfies Record<ResponseCounts, number>
/** 0: tried only, 1: contacted, 2: answered, 3: interested, 4: ordered. */
type Rank = 0 | 1 | 2 | 3 | 4

interface Person extends Respondent {
  rank: Rank
  /** Of each of hers how far it led. */
  ranks: readonly Rank[]
}

const aMonday = toDay('2024-01-01')
/** The Monday of the week. */
const weekOf = (day: Day): Day => addDays(day, -(((daysBetween(aMonday, day) % 7) + 7) % 7))

const keysOf: Record<Breakdown, (entry: InteractionLogEntry) => string> = {
  segment: ({ campaignEntryId, loggedSegmentId, segmentId }) => campaignEntryId ?? loggedSegmentId ?? segmentId ?? '',
  template: ({ templateId }) => templateId ?? '',
  salesperson: ({ salespersonId }) => salespersonId ?? '',
  week: ({ day }) => weekOf(day),
}

/** All of it: the entries are gone through once for the people and once for the money. */
export function responseRates(ground: Ground, of: RespondOf): ResponseRates {
  const people = peopleOf(ground, of)
  const reached = people.filter(({ rank }) => rank > 0)
  const statuses: Record<string, number> = {}
  for (const person of reached) {
    const status = answerOf(person) ?? 'none'
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  const known = new Set(reached.map(({ id }) => id))
  const money = moneyOf(ground, of, known)
  return {
    ...reachedBy(people.map(({ rank }) => rank)),
    notReached: people.length - reached.length,
    ...{ uncontacted: money.alone.size, interactions: money.number, cost: rounded(money.cost), duration: money.duration, statuses },
    by: {
      segment: sharesOf(people, money.entries, 'segment'),
      template: sharesOf(people, money.entries, 'template'),
      salesperson: sharesOf(people, money.entries, 'salesperson'),
      week: sharesOf(people, money.entries, 'week').toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    },
  }
}

/** Who stands in a part of the picture, in no particular order. */
export function peopleOfPart(ground: Ground, of: RespondOf, part: PartOf): ContactId[] {
  const people = peopleOf(ground, of)
  if (part.by === 'stage' && part.key === 'uncontacted')
    return [...moneyOf(ground, of, new Set(people.filter(({ rank }) => rank > 0).map(({ id }) => id))).alone]
  return people.filter(isIn(part)).map(({ id }) => id)
}

function isIn(part: PartOf): (person: Person) => boolean {
  if (part.by === 'status') return (person) => person.rank > 0 && (answerOf(person) ?? 'none') === part.key
  if (part.by === 'stage') {
    if (part.key === 'notReached') return ({ rank }) => rank === 0
    const least = steps.indexOf(part.key as keyof Reached) + 1
    return ({ rank }) => rank >= least
  }
  const least = steps.indexOf(part.stage ?? 'contacted') + 1
  return ({ own, ranks }) => own.some((entry, at) => keysOf[part.by](entry) === part.key && (ranks[at] ?? 0) >= least)
}

function peopleOf({ entries, cancelled, campaigns }: Ground, of: RespondOf): Person[] {
  return respondentsOf(entries, cancelled, of).map((person) => {
    const ranks = person.own.map((entry) => rankOfEntry(entry, campaigns))
    const highest = Math.max(...ranks) as Rank
    if (highest === 0) return { ...person, ranks, rank: 0 }
    // What was answered by itself, or to an attempt that failed, belongs to the newest that reached her.
    const beside = [...person.came, ...person.own.filter(({ attemptFailed }) => attemptFailed)].map((one) => answerRank(one, campaigns))
    const rank = Math.max(highest, person.responded ? 2 : 1, ...beside) as Rank
    if (rank > highest) ranks[newestReached(person.own)] = rank
    return { ...person, ranks, rank }
  })
}

const newestReached = (own: readonly InteractionLogEntry[]): number => own.findIndex(({ attemptFailed }) => !attemptFailed)

const rankOfEntry = (entry: InteractionLogEntry, campaigns: Ground['campaigns']): Rank =>
  entry.attemptFailed ? 0 : answerRank(entry, campaigns)

function answerRank({ respondedDay, responseStatusId, campaignId }: InteractionLogEntry, campaigns: Ground['campaigns']): Rank {
  const status = responseStatusesOf(campaignId && campaigns.get(campaignId)).find(({ id }) => id === responseStatusId)
  const counts = status?.counts ?? (respondedDay === undefined ? 'no' : 'response')
  return rankOf[counts]
}

function reachedBy(ranks: readonly Rank[]): Reached {
  const least = (rank: Rank) => ranks.filter((one) => one >= rank).length
  return { contacted: least(1), answered: least(2), interested: least(3), ordered: least(4) }
}

interface Money {
  entries: InteractionLogEntry[]
  number: number
  cost: number
  duration: number
  /** Who answered without having been contacted. */
  alone: Set<ContactId>
}

function moneyOf({ entries, cancelled }: Ground, of: RespondOf, reached: ReadonlySet<ContactId>): Money {
  const money: Money = { entries: [], number: 0, cost: 0, duration: 0, alone: new Set() }
  const isOwn = belonging(of)
  for (const entry of entries) {
    if (!isOwn(entry) || cancelledAmong(entry, cancelled)) continue
    const id = whoOf(entry)
    if ((entry.campaignResponse || entry.respondedDay !== undefined) && !reached.has(id)) money.alone.add(id)
    money.entries.push(entry)
    money.number++
    money.cost += entry.cost
    money.duration += entry.duration
  }
  return money
}

const rounded = (cost: number): number => Math.round(cost * 100) / 100

/** The largest first. Whoever has interactions in two of them is counted in both. */
function sharesOf(people: readonly Person[], entries: readonly InteractionLogEntry[], by: Breakdown): Share[] {
  const key = keysOf[by]
  const ranks = new Map<string, Rank[]>()
  for (const { own, ranks: each } of people) {
    const best = new Map<string, Rank>()
    own.forEach((entry, at) => best.set(key(entry), Math.max(best.get(key(entry)) ?? 0, each[at] ?? 0) as Rank))
    for (const [one, rank] of best) addTo(ranks, one, rank)
  }
  const spent = new Map<string, { cost: number; duration: number }>()
  for (const entry of entries) {
    const sum = spent.get(key(entry)) ?? { cost: 0, duration: 0 }
    spent.set(key(entry), { cost: sum.cost + entry.cost, duration: sum.duration + entry.duration })
  }
  return [...new Set([...ranks.keys(), ...spent.keys()])]
    .map((one) => {
      const { cost = 0, duration = 0 } = spent.get(one) ?? {}
      return { key: one, ...reachedBy(ranks.get(one) ?? []), cost: rounded(cost), duration }
    })
    .sort((a, b) => b.contacted - a.contacted || (a.key < b.key ? -1 : 1))
}

/** Of fewer people a percentage says more than is known: they are told as "3 of 8". */
export const fewPeople = 30

/**
 * Between which two shares the true one lies in 95 of 100 cases: Wilson's score interval, good for few people too.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927)
 */
export function likelyShare(count: number, of: number): [from: number, to: number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const share = count / of
  const middle = share + (z * z) / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)]
}

/** What one response cost; nothing without one. */
export const perResponse = (sum: number, answered: number): number | undefined => (answered > 0 ? sum / answered : undefined)
