// Criteria that ask for an answer which became another one in a campaign ask for that one: saved criteria, steps, the steps of what was
// logged, and forms that are open. Where other campaigns still give the answer, criteria go on asking for it as well.
import type { Campaign } from '../../model/campaign.ts'
import type { EntryWhere } from '../../model/criteria.ts'
import type { CampaignId, ResponseStatusId } from '../../model/ids.ts'
import { noChanges, type Changes, type Row } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { responseStatusesOf, shippedResponses } from './responses.ts'

const asking = ['savedCriteria', 'steps', 'loggedSegments'] as const
/** Rows that hold criteria. */
export type AskingRows = { [T in (typeof asking)[number]]: readonly Row<T>[] }

/** What became of the answers of one campaign. */
export interface BecameStatuses {
  campaignId: CampaignId
  became: ReadonlyMap<ResponseStatusId, ResponseStatusId>
  /** The other campaigns. */
  others: readonly Campaign[]
}

/** All rows whose criteria ask for one of these answers, following. */
export function planStatusCriteria(rows: AskingRows, now: BecameStatuses): Changes {
  const changes = noChanges()
  if (now.became.size === 0) return changes
  for (const table of asking) {
    const touched = (rows[table] as readonly Row<typeof table>[]).flatMap((row) => {
      const after = table === 'loggedSegments' ? logged(row as Row<'loggedSegments'>, now) : askedAnew(row, now)
      if (after === row) return []
      changes.requires.push(asRead(table, row))
      return [after]
    })
    if (touched.length > 0) Object.assign(changes.put, { [table]: touched })
  }
  return changes
}

/** Of what was logged only the criteria follow. */
function logged(row: Row<'loggedSegments'>, now: BecameStatuses): Row<'loggedSegments'> {
  const steps = askedAnew(row.steps, now)
  return steps === row.steps ? row : { ...row, steps }
}

/** Lines, and what steps did with them: no criteria stand there. */
const closed: ReadonlySet<string> = new Set(['outcome', 'lines'])

/** Any value in which rules ask for answers; itself when none of these is asked for. */
export function askedAnew<V>(value: V, now: BecameStatuses): V {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) {
    const after = value.map((one: unknown) => askedAnew(one, now))
    return after.some((one, at) => one !== value[at]) ? (after as V) : value
  }
  const isRule = 'kind' in value && value.kind === 'interaction'
  let after: Record<string, unknown> | undefined
  for (const [name, part] of Object.entries(value as Record<string, unknown>)) {
    const is = closed.has(name) ? part : isRule && name === 'where' ? whereNow(part as EntryWhere, now) : askedAnew(part, now)
    if (is !== part) (after ??= { ...(value as Record<string, unknown>) })[name] = is
  }
  return (after ?? value) as V
}

/** Answers that only this campaign knows: with it they are gone. */
export function onlyOf(campaign: Campaign, others: readonly Campaign[]): ReadonlySet<ResponseStatusId> {
  const ids = responseStatusesOf(campaign).map(({ id }) => id)
  return new Set(ids.filter((id) => !givenElsewhere(id, [], others)))
}

/** Whether any criteria in the value ask for one of these answers. */
export function asksForAnswer(value: unknown, ids: ReadonlySet<ResponseStatusId>): boolean {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return false
  if ('kind' in value && value.kind === 'interaction' && 'where' in value)
    return (value.where as EntryWhere).responseStatusIds?.some((id) => ids.has(id)) ?? false
  return Object.entries(value).some(([name, part]) => !closed.has(name) && asksForAnswer(part, ids))
}

/**
 * One that only this campaign gave is replaced; where nothing else is asked for, its new one is asked for in this campaign only, as before. One that
 * others give as well stays, and the new one stands beside it, unless others give that too and tell the two apart.
 */
function whereNow(where: EntryWhere, { campaignId, became, others }: BecameStatuses): EntryWhere {
  const { responseStatusIds: ids = [], campaignIds = [] } = where
  const isAsked = campaignIds.length === 0 || campaignIds.includes(campaignId)
  if (!isAsked || !ids.some((id) => became.has(id))) return where
  const isElsewhere = (id: ResponseStatusId) => givenElsewhere(id, campaignIds, others)
  const now = ids.flatMap((id) => {
    const to = became.get(id)
    if (to === undefined) return [id]
    if (!isElsewhere(id)) return [to]
    return isElsewhere(to) ? [id] : [id, to]
  })
  const responseStatusIds = [...new Set(now)]
  if (responseStatusIds.length === ids.length && responseStatusIds.every((id, at) => id === ids[at])) return where
  const onlyHere = !ids.some(isElsewhere) && responseStatusIds.some(isElsewhere)
  return { ...where, responseStatusIds, ...(onlyHere ? { campaignIds: [campaignId] } : {}) }
}

/** Whether another of the campaigns that are asked for knows it; where none is named, all are, and what belongs to no campaign. */
function givenElsewhere(id: ResponseStatusId, campaignIds: readonly CampaignId[], others: readonly Campaign[]): boolean {
  const knows = (statuses: readonly { id: ResponseStatusId }[]) => statuses.some((status) => status.id === id)
  if (campaignIds.length === 0 && knows(shippedResponses)) return true
  return others.some((one) => (campaignIds.length === 0 || campaignIds.includes(one.id)) && knows(responseStatusesOf(one)))
}
