// What was answered to an interaction, of one entry or many at once. The day of the answer stands if and only if the answer counts as a
// response; who moved away has not responded. Interactions that were cancelled are not answered.
// BC: Campaign/Campaign.Table.al "Contacts Responded" counts entries with a response; statuses of members that count as one are Salesforce's
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Campaign, ResponseStatus } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignId, LoggedSegmentId, ResponseStatusId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { unchanged, type Changes, type Requirement } from '../../model/tables.ts'
import { cancelledAmong } from '../interaction/cancel.ts'
import { responseStatusesOf } from './responses.ts'

/** What is given as an answer: one of those there are, that they answered without saying what, or nothing, which takes it away. */
export type Given = ResponseStatusId | 'answered' | undefined

export type Campaigns = ReadonlyMap<CampaignId, Campaign>

/** What an entry says of the answer to it. */
export type Answer = Pick<InteractionLogEntry, 'responseStatusId' | 'respondedDay'>

export interface RespondWish {
  /** When they answered. */
  day: Day
  /** A remark that goes with it. */
  note?: string
  /** Logged segments that are cancelled as a whole. */
  cancelled?: ReadonlySet<LoggedSegmentId>
  /** What was seen of the answer to each; of the others nothing was. */
  seen?: ReadonlyMap<InteractionLogEntry['id'], Answer>
}

/** The answers that may be given to an entry: those of its campaign. */
export const statusesFor = ({ campaignId }: Pick<InteractionLogEntry, 'campaignId'>, campaigns: Campaigns): readonly ResponseStatus[] =>
  responseStatusesOf(campaignId && campaigns.get(campaignId))

const statusIn = (entry: Pick<InteractionLogEntry, 'campaignId'>, status: Given, campaigns: Campaigns): ResponseStatus | undefined =>
  statusesFor(entry, campaigns).find(({ id }) => id === status)

/** Whether anything was answered, be it that the letter came back; an entry that is an answer itself is answered. */
export const isAnswered = ({ responseStatusId, respondedDay, campaignResponse }: InteractionLogEntry): boolean =>
  responseStatusId !== undefined || respondedDay !== undefined || campaignResponse

/**
 * Gives all of these entries one answer, or takes away what they have; an answer that they have already may get another day. Failures: `respondCancelled`, `responseUnknown` (not an answer to the campaign of some), `answeredMeanwhile`,
 * `noteOfErased` (of somebody who was forgotten nothing is noted).
 */
export function planRespond(
  entries: readonly InteractionLogEntry[],
  given: Given,
  campaigns: Campaigns,
  wish: RespondWish,
  occasion: Occasion,
): Result<Changes, Failure> {
  const failure = against(entries, given, campaigns, wish)
  if (failure) return refuse(failure)
  const note = wish.note?.trim() ?? ''
  const pairs = entries.flatMap((entry) => {
    const status = given === 'answered' ? 'answered' : statusIn(entry, given, campaigns)
    const now = noted(answeredWith(entry, status, wish.day), note, occasion)
    return now === entry ? [] : [{ entry, now }]
  })
  return ok({
    put: { entries: pairs.map(({ now }) => now) },
    remove: {},
    requires: [...pairs.map(({ entry }) => unchanged('entries', entry)), ...restsOn(pairs, campaigns)],
  })
}

/** The campaigns whose answers are given, each once: another window may be changing them. */
function restsOn(pairs: readonly { now: InteractionLogEntry }[], campaigns: Campaigns): Requirement[] {
  const ids = new Set(pairs.flatMap(({ now }) => (now.responseStatusId && now.campaignId) ?? []))
  return [...ids].flatMap((id) => {
    const campaign = campaigns.get(id)
    return campaign ? [unchanged('campaigns', campaign)] : []
  })
}

/** The first thing that stands against it. */
function against(
  entries: readonly InteractionLogEntry[],
  given: Given,
  campaigns: Campaigns,
  { note = '', cancelled = new Set(), seen }: RespondWish,
): Failure | undefined {
  const held = entries.filter((entry) => cancelledAmong(entry, cancelled))
  const [first] = held
  if (first) return { code: 'respondCancelled', count: held.length, name: first.contactName }
  const isStatus = given !== undefined && given !== 'answered'
  const strange = isStatus ? entries.filter((entry) => !statusIn(entry, given, campaigns)) : []
  if (strange.length > 0) return { code: 'responseUnknown', count: strange.length }
  const other = entries.find((entry) => seen?.has(entry.id) && !isSame(entry, seen.get(entry.id)))
  if (other) return { code: 'answeredMeanwhile', name: other.contactName }
  if (note.trim() !== '' && entries.some(({ erased }) => erased)) return { code: 'noteOfErased' }
  return undefined
}

const isSame = (entry: Answer, other: Answer | undefined): boolean =>
  entry.responseStatusId === other?.responseStatusId && entry.respondedDay === other?.respondedDay

/** The entry with this answer, or without any; the same entry when it says so already. */
export function answeredWith(entry: InteractionLogEntry, status: ResponseStatus | 'answered' | undefined, day: Day): InteractionLogEntry {
  const answer = answerWith(status, day)
  if (isSame(entry, answer)) return entry
  const { responseStatusId: _was, respondedDay: _day, ...rest } = entry
  return { ...rest, ...answer }
}

function answerWith(status: ResponseStatus | 'answered' | undefined, day: Day): Answer {
  if (status === undefined) return {}
  if (status === 'answered') return { respondedDay: day }
  return { responseStatusId: status.id, ...(status.counts === 'no' ? {} : { respondedDay: day }) }
}

const noted = (entry: InteractionLogEntry, text: string, { today, user }: Occasion): InteractionLogEntry =>
  text === '' ? entry : { ...entry, comments: [...entry.comments, { day: today, by: user, text }] }
