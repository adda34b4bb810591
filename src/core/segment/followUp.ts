// Using a logged segment again: a new segment that follows it up, or its people put on another one; all of them, or those who
// answered, who did not, whose call failed. Entries that were cancelled one by one bring nobody along.
// BC: Interaction/LogSegment.Report.al, Segment/SegmentHeader.Table.al ReuseLogged (there the template is lost, and nobody is left out)
import { exhaustive } from '../../base/never.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { Evaluation, type FollowUpWho } from '../../model/parts.ts'
import type { LeftOut, Segment } from '../../model/segment.ts'
import { joinChanges, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { hasResponded, mayAnswer, whoOf } from '../campaign/answering.ts'
import { withheld } from '../contact/privacy.ts'
import { addTo } from '../criteria/facts.ts'
import { isCancelled } from '../interaction/cancel.ts'
import { nobodyLeftOut } from './outcome.ts'
import { emptied, emptiedLines, inARow } from './replay.ts'
import { linesFor, newSegment, planNewSegment, stepTaken, type SegmentFields, type SegmentState } from './steps.ts'

export type LoggedStates = ReadonlyMap<LoggedSegmentId, LoggedSegmentState>

/** Everybody of whom a choice can be made, as a screen lists them. */
export const followUpChoices: readonly FollowUpWho[] = [
  ...(['all', 'responded', 'notResponded', 'attemptFailed', 'notEvaluated'] as const),
  ...Evaluation.options,
]

/**
 * Who of a logged segment is meant, each once, in the order of the lines: the one rule for counting and for planning.
 * A segment that was cancelled as a whole can still be used again: its people are those to be written to once more.
 * @param entries its own, and later ones of the same campaigns, in which somebody may have answered
 */
export function peopleOf(
  lines: readonly LoggedLine[],
  entries: readonly InteractionLogEntry[],
  states: LoggedStates,
  who: FollowUpWho,
): ContactId[] {
  return peopleIn(ownEntries(lines, entries), answers(entries, states), who)
}

function peopleIn(own: OwnEntries, answered: Answers, who: FollowUpWho): ContactId[] {
  // Whoever answered in this very segment responded, whatever was asked before.
  const isMeant = meaning(who, (entry) => entry.campaignResponse || hasResponded([entry], answered.get(whoOf(entry)) ?? []))
  return [...own].filter(([, ofOne]) => isMeant(ofOne)).map(([contactId]) => contactId)
}

/** How many each choice means. */
export function followUpCounts(
  lines: readonly LoggedLine[],
  entries: readonly InteractionLogEntry[],
  states: LoggedStates,
): Map<FollowUpWho, number> {
  const own = ownEntries(lines, entries)
  const answered = answers(entries, states)
  return new Map(followUpChoices.map((who) => [who, peopleIn(own, answered, who).length]))
}

type OwnEntries = Map<ContactId, InteractionLogEntry[]>
type Answers = Map<ContactId, InteractionLogEntry[]>

/** Entries of each contact of the lines that were not cancelled by themselves. The reference takes the cancelled ones, too. */
function ownEntries(lines: readonly LoggedLine[], entries: readonly InteractionLogEntry[]): OwnEntries {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const own: OwnEntries = new Map()
  for (const { entryId } of lines) {
    const entry = entryId && byId.get(entryId)
    if (!entry || entry.cancelled) continue
    addTo(own, entry.contactId, entry)
  }
  return own
}

/** What must hold of the entries that one person has in the segment. */
function meaning(
  who: FollowUpWho,
  responded: (entry: InteractionLogEntry) => boolean,
): (entries: readonly InteractionLogEntry[]) => boolean {
  switch (who) {
    case 'all':
      return () => true
    case 'responded':
      return (entries) => entries.some(responded)
    case 'notResponded':
      return (entries) => !entries.some(responded)
    case 'attemptFailed':
      return (entries) => entries.every(({ attemptFailed }) => attemptFailed)
    case 'notEvaluated':
      return (entries) => entries.every(({ evaluation }) => evaluation === undefined)
    case 'veryPositive':
    case 'positive':
    case 'neutral':
    case 'negative':
    case 'veryNegative':
      return (entries) => entries.some(({ evaluation }) => evaluation === who)
  }
  return exhaustive(who)
}

/** What each answered by herself, that counts. */
function answers(entries: readonly InteractionLogEntry[], states: LoggedStates): Answers {
  const came: Answers = new Map()
  for (const entry of entries) {
    if (!mayAnswer(entry) || isCancelled(entry, entry.loggedSegmentId && states.get(entry.loggedSegmentId))) continue
    addTo(came, whoOf(entry), entry)
  }
  return came
}

/** Who is meant, and how that was said; without it everybody who was logged. */
export interface Chosen {
  who: FollowUpWho
  people: readonly ContactId[]
}

const everybodyLogged = (lines: readonly LoggedLine[]): Chosen => ({ who: 'all', people: lines.map(({ line }) => line.contactId) })

/** What a follow-up has of the header before; the reference carries the campaign only. */
function carriedOver({ header }: LoggedSegment): Partial<Segment> {
  const { campaignId, templateId, salespersonId, languageCode, correspondenceType, subject } = header
  const { ignoreContactLanguage, ignoreContactCorrespondence } = header
  const { unitCost, unitDuration, informationFlow, initiatedBy, campaignTarget, campaignResponse } = header
  return {
    ...{ campaignId, templateId, salespersonId, languageCode, correspondenceType, subject },
    ...{ ignoreContactLanguage, ignoreContactCorrespondence },
    ...{ unitCost, unitDuration, informationFlow, initiatedBy, campaignTarget, campaignResponse },
  }
}

/**
 * A new segment with what the header before said, unless `fields` say otherwise. Its lines are those who were logged (or of
 * them the chosen ones), in order, as far as they still are there and may be written to; `leftOut` counts the others.
 */
export function planFollowUp(
  logged: LoggedSegment,
  lines: readonly LoggedLine[],
  contacts: ReadonlyMap<ContactId, Contact>,
  fields: SegmentFields,
  occasion: Occasion,
  chosen: Chosen = everybodyLogged(lines),
): { changes: Changes; segmentId: SegmentId; leftOut: number } {
  const made = newSegment(occasion, { ...carriedOver(logged), followUpOf: logged.id, ...given(fields) })
  // The follow-up of an invented segment is invented too, and goes with the sample data.
  const fresh = { ...made, segment: { ...made.segment, ...given({ sample: logged.sample }) } }
  const reached = new Set(lines.filter(({ entryId }) => entryId !== undefined).map(({ line }) => line.contactId))
  const state = { ...fresh, steps: [] }
  const { people: still, leftOut } = comingAlong(state, chosen.people, contacts)
  const people = still.filter((id) => reached.has(id))
  const step = reuseStep(state, logged, { people, leftOut, who: chosen.who }, occasion)
  return {
    changes: joinChanges(planNewSegment(fresh), step),
    segmentId: fresh.segment.id,
    leftOut: new Set(chosen.people).size - people.length,
  }
}

export interface Reused {
  added: number
  /** Lines that were taken out before. */
  removed: number
  leftOut: LeftOut
  /** Contacts that no longer exist. */
  gone: number
}

/** Puts the chosen people of a logged segment on this one, beside those who are there or in place of them. */
export function planReuseLogged(
  state: SegmentState,
  logged: LoggedSegment,
  chosen: Chosen,
  contacts: ReadonlyMap<ContactId, Contact>,
  how: 'add' | 'replace',
  occasion: Occasion,
): { changes: Changes; value: Reused } {
  const before = how === 'replace' ? { ...state, lines: emptiedLines(state.lines) } : state
  const { people, leftOut, gone } = comingAlong(before, chosen.people, contacts)
  const reuse = (now: SegmentState) => reuseStep(now, logged, { people, leftOut, who: chosen.who }, occasion)
  const changes = inARow(state, how === 'replace' ? [emptied(occasion), reuse] : [reuse])
  const removed = state.lines.lines.length - before.lines.lines.length
  return { changes, value: { added: people.length, removed, leftOut, gone } }
}

/** Each once, who still is there and may be written to. Who is excluded from segments was chosen before and comes along. */
function comingAlong(
  { lines }: SegmentState,
  chosen: readonly ContactId[],
  contacts: ReadonlyMap<ContactId, Contact>,
): { people: ContactId[]; leftOut: LeftOut; gone: number } {
  const there = new Set(lines.lines.map(({ contactId }) => contactId))
  const keptOut = new Set(lines.pinnedOut)
  const leftOut: LeftOut = { ...nobodyLeftOut }
  let gone = 0
  const people = [...new Set(chosen)].filter((id) => {
    const contact = contacts.get(id)
    const reason = contact && withheld(contact)
    if (!contact) gone++
    else if (reason) leftOut[reason]++
    else if (there.has(id)) leftOut.alreadyThere++
    else if (keptOut.has(id)) leftOut.pinnedOut = (leftOut.pinnedOut ?? 0) + 1
    else return true
    return false
  })
  return { people, leftOut, gone }
}

function reuseStep(
  state: SegmentState,
  { id, no, header }: LoggedSegment,
  { people, leftOut, who }: { people: readonly ContactId[]; leftOut: LeftOut; who: FollowUpWho },
  occasion: Occasion,
): Changes {
  const from = { kind: 'loggedSegment', id, no, description: header.description, who } as const
  return stepTaken(state, { kind: 'reuse', from }, { added: linesFor(people, state.lines), removed: [], leftOut }, occasion)
}
