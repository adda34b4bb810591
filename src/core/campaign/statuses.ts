// The answers that may come to a campaign, changed: what was answered already follows. As what an answer counts decides whether the day
// of the response stands with an entry; an answer that goes is replaced by another one.
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Campaign, ResponseStatus } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { ResponseStatusId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { noChanges, unchanged, type Changes } from '../../model/tables.ts'
import { answeredWith } from './respond.ts'
import { responseStatusesOf, shippedResponses } from './responses.ts'

/** Which answer takes the place of one that goes. */
export type Replacing = Readonly<Record<string, ResponseStatusId>>

export interface StatusesPlan {
  changes: Changes
  /** Entries that say another answer, or whose day of the response came or went. */
  entries: number
}

/** Which answers of the campaign become which others: those that go and are replaced. */
export function becameOf(
  campaign: Campaign,
  next: readonly ResponseStatus[],
  replacing: Replacing,
): Map<ResponseStatusId, ResponseStatusId> {
  const stays = new Set<ResponseStatusId>(next.map(({ id }) => id))
  const gone = responseStatusesOf(campaign).filter(({ id }) => !stays.has(id))
  return new Map(
    gone.flatMap(({ id }) => {
      const to = replacing[id]
      return to && stays.has(to) ? [[id, to] as const] : []
    }),
  )
}

/** By answer, how many entries of the campaign give it; cancelled ones too. */
export function answersGiven(entries: Iterable<InteractionLogEntry>): Record<string, number> {
  const given: Record<string, number> = {}
  for (const { responseStatusId } of entries) if (responseStatusId) given[responseStatusId] = (given[responseStatusId] ?? 0) + 1
  return given
}

/**
 * Gives the campaign these answers. An entry whose answer comes to count gets `today` as the day of the response, for nobody knows it any
 * more; one whose answer no longer counts loses it. Failures: `nameBlank`, `nameTaken`, `responseInUse` for an answer that is given and
 * goes without another one in its place.
 * @param entries those of the campaign
 */
export function planResponseStatuses(
  campaign: Campaign,
  next: readonly ResponseStatus[],
  replacing: Replacing,
  entries: readonly InteractionLogEntry[],
  today: Day,
  nameOf: (status: ResponseStatus) => string,
): Result<StatusesPlan, Failure> {
  const statuses = next.map((status) => ({ ...status, description: status.description.trim() }))
  const failure = against(statuses, nameOf)
  if (failure) return refuse(failure)
  const byId = new Map<ResponseStatusId | undefined, ResponseStatus>(statuses.map((status) => [status.id, status]))
  const became = becameOf(campaign, statuses, replacing)
  const before = new Map<string, ResponseStatus>(responseStatusesOf(campaign).map((status) => [status.id, status]))
  const lost: Record<string, number> = {}
  const changed: { entry: InteractionLogEntry; now: InteractionLogEntry }[] = []
  for (const entry of entries) {
    const { responseStatusId } = entry
    if (!responseStatusId || !before.has(responseStatusId)) continue
    const status = byId.get(responseStatusId) ?? byId.get(became.get(responseStatusId))
    if (!status) lost[responseStatusId] = (lost[responseStatusId] ?? 0) + 1
    else {
      const now = answeredWith(entry, status, entry.respondedDay ?? today)
      if (now !== entry) changed.push({ entry, now })
    }
  }
  const [first] = Object.entries(lost)
  if (first) {
    const gone = before.get(first[0])
    return refuse({ code: 'responseInUse', name: gone ? nameOf(gone) : '', count: first[1] })
  }
  const { responseStatuses: _, ...rest } = campaign
  const row: Campaign = isShipped(statuses) ? rest : { ...rest, responseStatuses: statuses }
  if (changed.length === 0 && JSON.stringify(row) === JSON.stringify(campaign)) return ok({ changes: noChanges(), entries: 0 })
  return ok({
    entries: changed.length,
    changes: {
      put: { campaigns: [row], ...(changed.length > 0 ? { entries: changed.map(({ now }) => now) } : {}) },
      remove: {},
      requires: [unchanged('campaigns', campaign), ...changed.map(({ entry }) => unchanged('entries', entry))],
    },
  })
}

function against(statuses: readonly ResponseStatus[], nameOf: (status: ResponseStatus) => string): Failure | undefined {
  const seen = new Set<string>()
  for (const status of statuses) {
    const name = nameOf(status).trim()
    if (name === '') return { code: 'nameBlank' }
    if (seen.has(name.toLowerCase())) return { code: 'nameTaken', taken: name }
    seen.add(name.toLowerCase())
  }
  return undefined
}

/** A campaign with the shipped answers as they are keeps none of its own. */
const isShipped = (statuses: readonly ResponseStatus[]) => JSON.stringify(statuses) === JSON.stringify(shippedResponses)
