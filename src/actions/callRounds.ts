// Call rounds: begun over an open segment, one call after the other, those not reached once more, closed.
import { ok, refuse, type Result } from '../base/result.ts'
import { planAgain, planCloseRound, planLeaveOut, planRound, planSkip, type RoundWish } from '../core/interaction/callRound.ts'
import { callOf, planCall, type CallFields, type CallGround } from '../core/interaction/callRoundCall.ts'
import { seriesOr } from '../core/numbers.ts'
import { planAddByHand, newSegment, planNewSegment } from '../core/segment/steps.ts'
import { segmentBegins } from '../core/contact/defaults.ts'
import { given } from '../core/asRead.ts'
import type { CampaignEntry } from '../model/campaign.ts'
import type { CallRound, NotCalled } from '../model/callRound.ts'
import type { Failure } from '../model/failure.ts'
import type { CallRoundId, ContactId, EntryId, SegmentId } from '../model/ids.ts'
import { joinChanges, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { holdCalls, holdNoRound, readCallsTo, readLeftOut, readOpenRound } from '../storage/read/callRounds.ts'
import { readLastContacts } from '../storage/read/lastContacts.ts'
import { readSeries } from '../storage/read/lists.ts'
import { aroundOf, readAround, readSegment } from '../storage/read/segments.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { readBeginning } from './beginning.ts'
import { planAndWrite, type House } from './house.ts'
import { nextNumber } from './numbers.ts'

type Done<T = undefined> = Promise<Result<Committed & { value: T }, Failure>>

/** Begins a round; where one is open in this segment, another window was faster, and that one is gone on with. */
export function beginCallRound(house: House, segmentId: SegmentId, wish: RoundWish): Done<CallRoundId> {
  return planAndWrite(house, 'beginCallRound', async () => {
    const state = await readSegment(house.db, segmentId)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id: segmentId })
    const open = await readOpenRound(house.db, segmentId)
    if (open) return ok({ changes: { put: {}, remove: {}, requires: [] }, value: open.id })
    const ids = state.lines.lines.map(({ contactId }) => contactId)
    const last = wish.order === 'lastInteraction' ? await readLastContacts(house.db, ids) : new Map<ContactId, never>()
    const { contacts } = await readAround(house.db, ids)
    const { changes, round } = planRound(state.segment, state.lines.lines, contacts, last, wish, house.occasion())
    return ok({ changes, value: round.id, check: () => holdNoRound(house.db, segmentId) })
  })
}

/**
 * Logs a call with all that follows from it, as one act. Failures: `notFound` (the contact or the round is gone), `roundClosed`, `withheld`,
 * `calledMeanwhile`, `interactionRefused`, `taskRefused`, `opportunityRefused`.
 */
export function logCall(house: House, roundId: CallRoundId, fields: CallFields): Done<{ entryId: EntryId }> {
  return planAndWrite(house, 'logCall', async () => {
    const round = await house.db.callRounds.get(roundId)
    if (!round) return refuse({ code: 'notFound', table: 'callRounds', id: roundId })
    const ground = await readGround(house, round, fields.contactId)
    const planned = planCall(fields, ground, house.occasion())
    if (!planned.ok) return planned
    const { changes, entryId } = planned.value
    const known = new Set(ground.before.map(({ id }) => id))
    return ok({ changes, value: { entryId }, check: () => holdCalls(house.db, roundId, fields.contactId, known) })
  })
}

async function readGround({ db }: House, round: CallRound, contactId: ContactId): Promise<CallGround> {
  const [segment, lines, page, before, task, opportunity] = await Promise.all([
    db.segments.get(round.segmentId),
    db.segmentLines.get(round.segmentId),
    readAround(db, [contactId]),
    readCallsTo(db, round.id, contactId),
    readSeries(db, 'task'),
    readSeries(db, 'opportunity'),
  ])
  const around = aroundOf(page)
  const on = segment && lines ? { segment, lines } : undefined
  const { interactionSetup, tablet } = page.lists
  return {
    ...{ round, segment: on, around, before },
    setup: { callsTemplateId: interactionSetup?.callsTemplateId, salespersonId: tablet?.salespersonId },
    campaignEntry: await readCampaignEntry(db, round, callOf(contactId, { segment: on, around }).campaign.value?.id),
    numbers: { task: seriesOr(task, 'task'), opportunity: seriesOr(opportunity, 'opportunity'), prefix: tablet?.prefix ?? '' },
  }
}

/** The round's own; of a line with another campaign the one that calls from this segment left there. */
async function readCampaignEntry(db: House['db'], round: CallRound, campaignId: string | undefined): Promise<CampaignEntry | undefined> {
  if (!campaignId) return undefined
  const counts = (entry: CampaignEntry | undefined) => entry?.campaignId === campaignId && !entry.cancelled
  const own = round.campaignEntryId && (await db.campaignEntries.get(round.campaignEntryId))
  if (own && counts(own)) return own
  const others = await db.campaignEntries.where('campaignId').equals(campaignId).toArray()
  const fromHere = others.filter((entry) => entry.segmentId === round.segmentId && counts(entry))
  const taken = new Set(
    (await db.callRounds.where('segmentId').equals(round.segmentId).toArray()).flatMap((one) => one.campaignEntryId ?? []),
  )
  return fromHere.find(({ id }) => !taken.has(id))
}

type Planned = Changes | Failure

/** Of an open round. Failures: `notFound`, `roundClosed`. */
function onRound(house: House, id: CallRoundId, what: string, plan: (round: CallRound) => Planned | Promise<Planned>): Done {
  return planAndWrite(house, what, async () => {
    const round = await house.db.callRounds.get(id)
    if (!round) return refuse({ code: 'notFound', table: 'callRounds', id })
    if (round.closedAt !== undefined) return refuse({ code: 'roundClosed' })
    const planned = await plan(round)
    return 'code' in planned ? refuse(planned) : ok({ changes: planned, value: undefined })
  })
}

/** Passes somebody over this time. */
export const skipCall = (house: House, id: CallRoundId, contactId: ContactId): Done =>
  onRound(house, id, 'skipCall', (round) => planSkip(round, contactId))

/** Remembers that somebody cannot be called. */
export const leaveOutOfCalls = (house: House, id: CallRoundId, contactId: ContactId, why: NotCalled): Done =>
  onRound(house, id, 'leaveOutOfCalls', (round) => planLeaveOut(round, contactId, why))

/**
 * Goes round once more for those who were not reached. Failures: `notFound`, `roundClosed`, `calledAgainMeanwhile`.
 * @param turn when the turn that is over began, where it was not the first: another window may have begun the next one
 */
export const callAgain = (house: House, id: CallRoundId, turn: CallRound['againAt']): Done =>
  onRound(house, id, 'callAgain', async (round) =>
    round.againAt === turn ? planAgain(round, await readLeftOut(house.db, [round]), house.occasion()) : { code: 'calledAgainMeanwhile' },
  )

/** Closes a round. Failures: `notFound`, `roundClosed`. */
export const closeCallRound = (house: House, id: CallRoundId): Done =>
  onRound(house, id, 'closeCallRound', (round) => planCloseRound(round, house.occasion()))

/** A new segment of these people, with the campaign and the salesperson of the one they were called from. */
export function followUpCalls(house: House, roundId: CallRoundId, ids: readonly ContactId[], description: string): Done<SegmentId> {
  return planAndWrite(house, 'createFollowUp', async () => {
    const round = await house.db.callRounds.get(roundId)
    const [{ no, changes }, beginning, before, contacts] = await Promise.all([
      nextNumber(house.db, 'segment'),
      readBeginning(house.db),
      round && house.db.segments.get(round.segmentId),
      readContacts(house.db, ids),
    ])
    const { campaignId, salespersonId } = before ?? {}
    const fields = { no, description, ...segmentBegins(beginning), ...given({ campaignId, salespersonId }) }
    const made = newSegment(house.occasion(), fields)
    const added = planAddByHand({ ...made, steps: [] }, contacts, house.occasion())
    return ok({ changes: joinChanges(changes, planNewSegment(made), added.changes), value: made.segment.id })
  })
}
