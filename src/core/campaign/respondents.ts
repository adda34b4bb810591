// Everybody of a campaign, or of one logged segment, and what each has answered so far: the list from which answers are recorded.
// Whoever was written to several times answers the newest interaction; an answer that was given once stays hers.
import type { CampaignId, ContactId, LoggedSegmentId, ResponseStatusId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { cancelledAmong } from '../interaction/cancel.ts'
import { answersTo, hasResponded, mayAnswer, whoOf } from './answering.ts'
import { isAnswered } from './respond.ts'

/** Of what answers are recorded. */
export type RespondOf = { campaignId: CampaignId } | { loggedSegmentId: LoggedSegmentId }

export interface Respondent {
  /** The contact; of one that was deleted what it was. */
  id: ContactId
  /** The newest of hers that counts: the one that is answered. */
  entry: InteractionLogEntry
  /** How many of hers there are to be answered. */
  count: number
  /** All of hers that count, the newest first. */
  own: readonly InteractionLogEntry[]
  /** The newest of them to which something was answered. */
  answered: InteractionLogEntry | undefined
  /** Interactions of hers that are themselves an answer to one of these, on its day or later. */
  came: readonly InteractionLogEntry[]
  /** Something she answered counts as a response, here or by an interaction that is itself one. */
  responded: boolean
  /** At least one attempt did not fail. */
  reached: boolean
}

interface Gathered {
  own: InteractionLogEntry[]
  came: InteractionLogEntry[]
}

/** In no particular order. Cancelled interactions are not among them, nor those that are themselves an answer. */
export function respondentsOf(
  entries: Iterable<InteractionLogEntry>,
  cancelled: ReadonlySet<LoggedSegmentId>,
  of: RespondOf,
): Respondent[] {
  const everybody = new Map<ContactId, Gathered>()
  const isOwn = belonging(of)
  for (const entry of entries) {
    const own = isOwn(entry) && !entry.campaignResponse
    if (!own && !(mayAnswer(entry) && isAsked(entry, of))) continue
    if (cancelledAmong(entry, cancelled)) continue
    const id = whoOf(entry)
    const known: Gathered = everybody.get(id) ?? { own: [], came: [] }
    known[own ? 'own' : 'came'].push(entry)
    everybody.set(id, known)
  }
  return [...everybody].flatMap(([id, known]) => respondent(id, known) ?? [])
}

/** Whether an interaction is one of these. */
export const belonging = (of: RespondOf) =>
  'campaignId' in of
    ? (entry: InteractionLogEntry) => entry.campaignId === of.campaignId
    : (entry: InteractionLogEntry) => entry.loggedSegmentId === of.loggedSegmentId

/** To one of a logged segment's an answer to any campaign may belong: each line may have its own. */
const isAsked = ({ campaignId }: InteractionLogEntry, of: RespondOf): boolean => !('campaignId' in of) || campaignId === of.campaignId

function respondent(id: ContactId, { own, came }: Gathered): Respondent | undefined {
  const sorted = own.toSorted(newestFirst)
  // An attempt that failed has nothing to be answered, as long as another one was made.
  const entry = sorted.find(({ attemptFailed }) => !attemptFailed) ?? sorted[0]
  if (!entry) return undefined
  return {
    ...{ id, entry, count: own.length, own: sorted },
    answered: isAnswered(entry) ? entry : sorted.find(isAnswered),
    came: answersTo(own, came).sort(newestFirst),
    responded: hasResponded(own, came),
    reached: own.some(({ attemptFailed }) => !attemptFailed),
  }
}

/** Newest first; of one day, what was written last first. */
const newestFirst = (a: InteractionLogEntry, b: InteractionLogEntry): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : a.loggedAt < b.loggedAt ? 1 : a.loggedAt > b.loggedAt ? -1 : a.id < b.id ? 1 : -1

/** Whom to show: those nothing was heard of yet, those who responded, those whose answer counts as no response, all, or by one answer. */
export type RespondFilter = 'open' | 'answered' | 'uncounted' | 'all' | ResponseStatusId

/** What she answered last; blank when it was not said what. Nothing when nothing was heard of her. */
export function answerOf({ answered, came, responded }: Respondent): ResponseStatusId | '' | undefined {
  if (answered) return answered.responseStatusId ?? ''
  const said = came.find(({ responseStatusId }) => responseStatusId !== undefined)
  return said?.responseStatusId ?? (responded ? '' : undefined)
}

export interface RespondCounts {
  /** Those open, answered and uncounted together. */
  all: number
  open: number
  answered: number
  /** Something is noted that counts as no response: a wrong address. */
  uncounted: number
  /** People by what they answered last. */
  byStatus: Record<string, number>
  /** People who were reached at all, and those of them who responded: of these the rate is said. */
  reached: number
  responded: number
}

export function respondCounts(people: Iterable<Respondent>): RespondCounts {
  const counts: RespondCounts = { all: 0, open: 0, answered: 0, uncounted: 0, byStatus: {}, reached: 0, responded: 0 }
  for (const person of people) {
    const answer = answerOf(person)
    counts.all++
    if (person.responded) counts.answered++
    else if (answer === undefined) counts.open++
    else counts.uncounted++
    if (answer) counts.byStatus[answer] = (counts.byStatus[answer] ?? 0) + 1
    if (person.reached) counts.reached++
    if (person.reached && person.responded) counts.responded++
  }
  return counts
}

/** Whether a person is one of those. */
export function respondTest(filter: RespondFilter): (person: Respondent) => boolean {
  if (filter === 'all') return () => true
  if (filter === 'open') return (person) => !person.responded && answerOf(person) === undefined
  if (filter === 'uncounted') return (person) => !person.responded && answerOf(person) !== undefined
  if (filter === 'answered') return ({ responded }) => responded
  return (person) => answerOf(person) === filter
}
