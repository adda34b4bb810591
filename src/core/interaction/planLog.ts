// Logging: the segment becomes evidence, everybody in it gets an interaction log entry, its campaigns one entry each, and a
// follow-up and tasks may be born, all in one step. Nothing has happened yet when the plan is there.
// BC: Interaction/LogSegment.Report.al, Segment/SegManagement.Codeunit.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, InteractionTemplate, LoggedLine, LoggedSegment, LoggedStep } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { RecipeCard } from '../../model/segment.ts'
import { joinChanges, noChanges, unchanged, type Changes, type Requirement } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { keyTogether, placesTogether } from '../letter/together.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'
import { planFollowUp } from '../segment/followUp.ts'
import { recipeOf } from '../segment/recipe.ts'
import type { SegmentState } from '../segment/steps.ts'
import { entryOf, type Logging } from './loggedEntry.ts'
import { planLogTasks, type LogTasks } from './logTasks.ts'
import { commonValues, countsOf, loggedLineOf, piecesOf, type LetterShare } from './loggedLine.ts'
import { blockingProblems, isLogged } from './problems.ts'

export interface LogOptions {
  followUp?: { no: string; description: string } | undefined
  /** The letters have been printed or sent already. */
  delivered?: boolean
  /** What is to be done next with everybody who gets an entry. */
  tasks?: LogTasks | undefined
}

export interface LogPlan {
  logged: LoggedSegment
  /** All lines as they were, in their order. */
  lines: LoggedLine[]
  entries: InteractionLogEntry[]
  campaignEntries: CampaignEntry[]
  /** The few rows that the entries name: they must still be as they were read. */
  restsOn: Requirement[]
  followUp?: Changes
  followUpId?: SegmentId
  tasks?: { changes: Changes; count: number }
}

/** Plans the logging. Refused with `logRefused` and all codes while a blocking problem stands. */
export function planLog(state: SegmentState, around: Around, options: LogOptions, occasion: Occasion): Result<LogPlan, Failure> {
  const planning = planningLog(state, around, options, occasion)
  for (;;) {
    const step = planning.next()
    if (step.done) return step.value
  }
}

/** So many lines are planned in one go. */
const stride = 250

/** The same bit by bit, for segments so long that somebody waits: says how many lines are planned so far. */
export function* planningLog(
  state: SegmentState,
  around: Around,
  options: LogOptions,
  occasion: Occasion,
): Generator<number, Result<LogPlan, Failure>, undefined> {
  const against = blockingProblems(state, around)
  if (against.length > 0) return refuse({ code: 'logRefused', problems: [...new Set(against.map(({ code }) => code))] })
  const loggedSegmentId = occasion.nextId<LoggedSegmentId>()
  const { segment } = state
  const logging: Logging = {
    loggedSegmentId,
    header: segment,
    around,
    delivered: options.delivered ?? false,
    occasion,
    campaigns: new Map(),
  }
  const entries: InteractionLogEntry[] = []
  const full: LoggedLine[] = []
  const seen: Seen = { template: undefined, invented: true, rows: new Map() }
  const shareOf = yield* sharing(state, around)
  for (const line of state.lines.lines) {
    const resolved = effective(line, segment, around)
    const entry = isLogged(resolved) ? entryOf(resolved, logging) : undefined
    if (entry) entries.push(entry)
    full.push(loggedLineOf(resolved, entry, state, around, shareOf(resolved)))
    if (entry) look(seen, resolved)
    seen.invented &&= resolved.contact?.sample === true
    if (full.length % stride === 0) yield full.length
  }
  const { values, lines } = commonValues(full)
  const logged = { ...loggedSegment(loggedSegmentId, state, lines, seen, occasion), values }
  const campaignEntries = [...logging.campaigns.values()].map((entry) => ({ ...entry, ...given({ sample: logged.sample }) }))
  const plan: LogPlan = { logged, lines, entries, campaignEntries, restsOn: [...seen.rows.values()] }
  const tasks = options.tasks && planLogTasks(options.tasks, entries, around, occasion)
  if (tasks && !tasks.ok) return tasks
  const whole = tasks ? { ...plan, tasks: tasks.value } : plan
  return ok(options.followUp ? followedUp(whole, around, options.followUp, occasion) : whole)
}

/** Which letter each line gets, as the letters were made: hers, hers with others, or another's. */
function* sharing(
  { segment, lines: { lines } }: SegmentState,
  around: Around,
): Generator<number, (line: Effective) => LetterShare, undefined> {
  if (!segment.lettersPer) return () => ({ others: [] })
  const resolvedAt = (at: number) => effective(lines[at]!, segment, around)
  const keys: string[] = []
  for (const line of lines) {
    keys.push(keyTogether(effective(line, segment, around), segment.lettersPer))
    // Nothing is planned yet, but a stop is heard.
    if (keys.length % stride === 0) yield 0
  }
  const letterOf = new Map<number, number[]>()
  for (const letter of placesTogether(lines.length, (at) => keys[at]!))
    if (letter.length > 1) for (const at of letter) letterOf.set(lines[at]!.lineNo, letter)
  return ({ line, document }) => {
    const [lead, ...others] = (document && letterOf.get(line.lineNo)) ?? []
    const leadNo = lead === undefined ? line.lineNo : lines[lead]!.lineNo
    return leadNo === line.lineNo ? { others: others.map(resolvedAt) } : { letterOf: leadNo }
  }
}

function followedUp(plan: LogPlan, around: Around, fields: { no: string; description: string }, occasion: Occasion): LogPlan {
  const next = planFollowUp(plan.logged, plan.lines, around.contacts, fields, occasion)
  return { ...plan, followUp: next.changes, followUpId: next.segmentId }
}

/**
 * The plan as changes: the open segment with its lines and steps is gone, what it became stands.
 * @param since the last commit before everything was read: who was privacy blocked after it, in another window, must not get an entry
 */
export function changesOfLog(plan: LogPlan, state: SegmentState, since?: number): Changes {
  const { logged, lines, entries, campaignEntries, restsOn } = plan
  const log: Changes = {
    put: { loggedSegments: [logged], loggedLines: piecesOf(logged, lines), entries, campaignEntries },
    remove: { segments: [state.segment.id], segmentLines: [state.lines.id], steps: state.steps.map(({ id }) => id) },
    requires: [asRead('segments', state.segment), asRead('segmentLines', state.lines), ...restsOn],
    ...(since !== undefined && { untouched: [{ table: 'contacts' as const, ids: entries.map(({ contactId }) => contactId), since }] }),
  }
  return joinChanges(log, plan.followUp ?? noChanges(), plan.tasks?.changes ?? noChanges())
}

/** What is remembered of the lines while they go by. */
interface Seen {
  template: { template: InteractionTemplate | undefined; from: string } | undefined
  /** So far of invented people only. */
  invented: boolean
  /** Templates, salespeople and campaigns, each once. */
  rows: Map<object, Requirement>
}

function look(seen: Seen, resolved: Effective): void {
  seen.template = templateSeen(seen.template, resolved)
  const [template, salesperson, campaign] = [resolved.template.value, resolved.salesperson.value, resolved.campaign.value]
  if (template && !seen.rows.has(template)) seen.rows.set(template, unchanged('templates', template))
  if (salesperson && !seen.rows.has(salesperson)) seen.rows.set(salesperson, unchanged('salespeople', salesperson))
  if (campaign && !seen.rows.has(campaign)) seen.rows.set(campaign, unchanged('campaigns', campaign))
}

/** The header's template before one that only a line has; of several the first. */
function templateSeen(before: Seen['template'], { template }: Effective): Seen['template'] {
  const better = before === undefined || (before.from !== 'header' && template.from === 'header')
  return better ? { template: template.value, from: template.from } : before
}

/** What was logged with invented people only is invented itself, and goes with the sample data. */
function loggedSegment(
  id: LoggedSegmentId,
  { segment, steps }: SegmentState,
  lines: readonly LoggedLine[],
  { template, invented }: Seen,
  occasion: Occasion,
): LoggedSegment {
  return {
    ...{ rev: 0, id, no: segment.no, loggedAt: occasion.now, day: occasion.today, loggedBy: occasion.user },
    ...{ header: segment, steps: recipeOf(steps).map(loggedStep), counts: countsOf(lines), values: {} },
    templateDescription: template?.template?.description ?? '',
    ...given({ sample: segment.sample === true || invented ? (true as const) : undefined }),
  }
}

/** A card as evidence: what was asked, and how many came and went. */
function loggedStep({ kind, criteria, options, from, asOf, off, at, outcome }: RecipeCard): LoggedStep {
  const { added, removed, leftOut } = outcome
  return { kind, ...given({ criteria, options, from, asOf, off }), at, added: added.length, removed: removed.length, leftOut }
}
