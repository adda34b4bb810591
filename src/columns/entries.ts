// Entries of the interaction log in columns, and the conditions of a rule as tables of codes.
import type { Day } from '../base/day.ts'
import { rangeWindow } from '../core/criteria/days.ts'
import { wasWithDeleted } from '../core/criteria/gone.ts'
import { CallOutcome } from '../model/callRound.ts'
import type { DayRange, EntryWhere } from '../model/criteria.ts'
import type { LoggedSegmentId } from '../model/ids.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import { CorrespondenceType, Evaluation } from '../model/parts.ts'
import { anyTime, Happenings, type HappeningAsk, type SealedHappenings } from './happenings.ts'
import { numberOfDay } from './numbers.ts'
import { ShortList } from './shortList.ts'

/** How an interaction was, in bits: evaluation, correspondence type, yes or no, and what came of a call. */
const bit = { inbound: 32, theirs: 64, failed: 128, response: 256, target: 512, cancelled: 1024 }
const outcomeAt = 11
const evaluationOf = (how: number): Evaluation | undefined => Evaluation.options[(how & 7) - 1]
const correspondenceOf = (how: number): CorrespondenceType | undefined => CorrespondenceType.options[((how >>> 3) & 3) - 1]
const outcomeOf = (how: number): CallOutcome | undefined => CallOutcome.options[((how >>> outcomeAt) & 7) - 1]

function howOf(entry: InteractionLogEntry): number {
  const evaluation = entry.evaluation ? Evaluation.options.indexOf(entry.evaluation) + 1 : 0
  const correspondence = entry.correspondenceType ? CorrespondenceType.options.indexOf(entry.correspondenceType) + 1 : 0
  const outcome = entry.callOutcome ? CallOutcome.options.indexOf(entry.callOutcome) + 1 : 0
  return (
    evaluation |
    (correspondence << 3) |
    (outcome << outcomeAt) |
    (entry.informationFlow === 'inbound' ? bit.inbound : 0) |
    (entry.initiatedBy === 'them' ? bit.theirs : 0) |
    (entry.attemptFailed ? bit.failed : 0) |
    (entry.campaignResponse || entry.respondedDay !== undefined ? bit.response : 0) |
    (entry.campaignTarget ? bit.target : 0) |
    (entry.cancelled ? bit.cancelled : 0)
  )
}

const column = { how: 0, template: 1, group: 2, campaign: 3, salesperson: 4, segment: 5, response: 6 }

export interface EntryLists {
  how: ShortList<number>
  template: ShortList<string>
  group: ShortList<string>
  campaign: ShortList<string>
  salesperson: ShortList<string>
  segment: ShortList<string>
  response: ShortList<string>
}

const emptyLists = (): EntryLists => ({
  how: new ShortList<number>(0),
  template: new ShortList(''),
  group: new ShortList(''),
  campaign: new ShortList(''),
  salesperson: new ShortList(''),
  segment: new ShortList(''),
  response: new ShortList(''),
})

/** The day that something is asked on which does not depend on it. */
const whichever = '2000-01-01' as Day

export class Entries {
  readonly rows: Happenings
  readonly lists: EntryLists

  constructor(sealed?: SealedHappenings, lists = emptyLists()) {
    this.rows = new Happenings(7, 0, sealed)
    this.lists = lists
  }

  /** What was with somebody who is deleted is nobody's, and is left out. */
  add(entry: InteractionLogEntry, owner: number): void {
    if (wasWithDeleted(entry)) return
    const { how, template, group, campaign, salesperson, segment, response } = this.lists
    this.rows.add(entry.id, owner, numberOfDay(entry.day), [
      how.add(howOf(entry)),
      template.add(entry.templateId ?? ''),
      group.add(entry.interactionGroupId ?? ''),
      campaign.add(entry.campaignId ?? ''),
      salesperson.add(entry.salespersonId ?? ''),
      segment.add(entry.loggedSegmentId ?? ''),
      response.add(entry.responseStatusId ?? ''),
    ])
  }

  /** All that is asked of one and the same entry. */
  asked(where: EntryWhere, cancelled: ReadonlySet<LoggedSegmentId>, today: Day): HappeningAsk {
    const { lists } = this
    const tables: [number, Uint8Array][] = []
    const oneOf = (name: Exclude<keyof EntryLists, 'how'>, ids: readonly string[] | undefined) => {
      if (ids && ids.length > 0) tables.push([column[name], lists[name].tableOf(ids)])
    }
    const standing = where.cancelledToo !== true
    const how = howTest(where, standing)
    if (how) {
      const yes = lists.how.table(how)
      if (yes.includes(0)) tables.push([column.how, yes])
    }
    oneOf('template', where.templateIds)
    oneOf('group', where.interactionGroupIds)
    oneOf('campaign', where.campaignIds)
    oneOf('salesperson', where.salespersonIds)
    oneOf('segment', where.loggedSegmentIds)
    oneOf('response', where.responseStatusIds)
    if (standing && cancelled.size > 0) {
      const yes = lists.segment.table((id) => !cancelled.has(id as LoggedSegmentId))
      if (yes.includes(0)) tables.push([column.segment, yes])
    }
    return { ...daysOf(where.within, today), tables, figures: [] }
  }

  /** Entries that count: not cancelled, and not of an attempt that failed. */
  counting(cancelled: ReadonlySet<LoggedSegmentId>): HappeningAsk {
    return this.asked({ attempt: 'succeeded' }, cancelled, whichever)
  }

  bytes(): number {
    return this.rows.bytes()
  }
}

/** What is asked of how an interaction was. */
function howTest(where: EntryWhere, standing: boolean): (how: number) => boolean {
  const { evaluations, correspondenceTypes, callOutcomes, informationFlow, initiatedBy, attempt, response, campaignTarget } = where
  const bits: [number, boolean][] = []
  if (standing) bits.push([bit.cancelled, false])
  if (informationFlow) bits.push([bit.inbound, informationFlow === 'inbound'])
  if (initiatedBy) bits.push([bit.theirs, initiatedBy === 'them'])
  if (attempt) bits.push([bit.failed, attempt === 'failed'])
  if (response !== undefined) bits.push([bit.response, response])
  if (campaignTarget !== undefined) bits.push([bit.target, campaignTarget])
  return (how) =>
    bits.every(([mask, wanted]) => ((how & mask) !== 0) === wanted) &&
    isAmong(evaluations, evaluationOf(how)) &&
    isAmong(correspondenceTypes, correspondenceOf(how)) &&
    isAmong(callOutcomes, outcomeOf(how))
}

/** Nothing chosen asks nothing. */
const isAmong = <T>(asked: readonly T[] | undefined, value: T | undefined): boolean =>
  !asked || asked.length === 0 || (value !== undefined && asked.includes(value))

/** A range of days as numbers. */
export function daysOf(within: DayRange | undefined, today: Day): { low: number; high: number } {
  const window = within && rangeWindow(within, today)
  return window ? { low: numberOfDay(window.from), high: numberOfDay(window.to) } : anyTime
}
