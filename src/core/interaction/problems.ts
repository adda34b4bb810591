// The board before logging: every reason against it at once, with the lines it concerns, so that each can be mended in its place,
// and what will be logged. Each line is resolved and looked at once; who is left out is not complained about further.
// BC: Interaction/LogSegment.Report.al (there the first error at some line ends it)
import type { Day } from '../../base/day.ts'
import type { LeftOutReason } from '../../model/interaction.ts'
import type { Facts } from '../criteria/facts.ts'
import { withheld } from '../contact/privacy.ts'
import { lookAtDocument } from '../letter/documentLook.ts'
import { SharedStates } from '../letter/sharedState.ts'
import { SharedLetters } from '../letter/together.ts'
import { ChannelCount, type Channels } from '../letter/channel.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'
import type { SegmentState } from '../segment/steps.ts'
import { LettersSince, type Touched } from './lettersSince.ts'
import { blocking, lastWrittenSince, meanings, warning, type Asked, type Check, type FieldsOf } from './lineProblems.ts'
import { fallsBack } from './neutralGreeting.ts'
import type { BlockCode, Problem, ProblemCode, WarnCode } from './problem.ts'
import { QuietLook, type QuietBeside } from './quiet.ts'
import { SharedPlaces } from './sharedPlaces.ts'

export type { FieldsOf } from './lineProblems.ts'
export type { Problem, ProblemCode, Severity } from './problem.ts'

/** What is known beside the segment; without it nothing is said about it. */
export interface Beside {
  /** What happened with the contacts, and since when it counts as lately. */
  recent?: { history: Facts['history']; since: Day }
  /** How often somebody may be written to. */
  quiet?: QuietBeside
  /** What was written since the letters were made. */
  touched?: Touched
  /** What is known of shared e-mails from the last time. */
  shared?: SharedStates
}

export interface Board {
  /** The blocking ones first, then who is left out, then the warnings. */
  problems: Problem[]
  lines: number
  logged: number
  /** Letters of what is logged, however they go out; one for several counts once. */
  letters: number
  /** Of these, so many are printed. */
  printed: number
  /** Who gets a letter together with others. */
  together: number
  /** So many documents are the letters made from that are printed. */
  documents: number
  /** All lines, by the way their letters go out. */
  channels: Channels
  /** Of all that is logged, in our own currency. */
  cost: number
  /** Of all that is logged. */
  minutes: number
}

/** Everything there is to know before logging. */
export function board(state: SegmentState, around: Around, fieldsOf: FieldsOf, beside: Beside = {}): Board {
  const found = new Found()
  const shared = new SharedPlaces(state.segment.lettersPer)
  const together = new SharedLetters(state.segment.lettersPer)
  const channels = new ChannelCount(state.segment.lettersPer)
  const letters = new LettersSince(state.segment, state.steps, beside.touched, sharedIn(state, around, beside))
  const quiet = new QuietLook(around, beside.quiet)
  const asked = askedOf(state, around, fieldsOf, beside)
  const sum = { cost: 0, minutes: 0 }
  let printed = 0
  for (const line of state.lines.lines) {
    const resolved = effective(line, state.segment, around)
    const channel = channels.look(resolved)
    if (!found.look(resolved, asked, everything)) continue
    shared.look(resolved)
    quiet.look(resolved, channel)
    const leads = together.leads(resolved)
    if (leads && channel.is === 'print') printed++
    letters.look(resolved, channel, leads)
    sum.cost += resolved.cost.value
    sum.minutes += resolved.duration.value
  }
  const problems = [...ofHeader(state, found.logged), ...found.problems(), ...shared.problems(), ...quiet.problems(), ...letters.problems()]
  const counts = { lines: state.lines.lines.length, logged: found.logged, letters: letters.letters, documents: letters.documents }
  return { problems: sorted(problems), ...counts, printed, together: together.people, channels: channels.channels, ...sum }
}

/** Only the problems that stand against logging. */
export function blockingProblems(state: SegmentState, around: Around): Problem[] {
  const found = new Found()
  const asked = askedOf(state, around, () => undefined, {})
  for (const line of state.lines.lines) found.look(effective(line, state.segment, around), asked, blocking)
  return sorted([...ofHeader(state, found.logged), ...found.problems()]).filter(({ severity }) => severity === 'block')
}

/** Whether this line is logged: its contact is there and may be written to. */
export const isLogged = (line: Effective): boolean => leftOut(line) === undefined

const leftOut = ({ contact }: Effective): LeftOutReason | undefined => (contact ? withheld(contact) : 'contactGone')

const everything: readonly Check[] = [...blocking, ...warning]

const order: readonly ProblemCode[] = [
  ...(['noDescription', 'noLines', 'noTemplate', 'templateGone', 'noSalesperson', 'campaignGone'] satisfies BlockCode[]),
  ...(['contactGone', 'privacyBlocked', 'minor'] satisfies LeftOutReason[]),
  ...([
    'noCorrespondenceType',
    'noAddress',
    'noEmail',
    'noDocument',
    'languageGone',
    'noSalutation',
    'noLetterLanguage',
  ] satisfies WarnCode[]),
  ...([
    'letterUnfinished',
    'placesOpen',
    'otherLanguage',
    'commentHasNoPlace',
    'unknownField',
    'duplicate',
    'sameAddress',
    'excluded',
    'tooOften',
    'writtenRecently',
  ] satisfies WarnCode[]),
  ...([
    'salespersonBlocked',
    'leftOutByDocument',
    'lettersNotMade',
    'lettersChanged',
    'emailsNotMade',
    'emailsChanged',
  ] satisfies WarnCode[]),
]

const sorted = (list: Problem[]) => list.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))

function askedOf({ segment }: SegmentState, { formulas, templates }: Around, fieldsOf: FieldsOf, { recent }: Beside): Asked {
  return {
    segment,
    fallsBack: fallsBack(formulas),
    meaningsOf: meanings(fieldsOf),
    lastWritten: recent ? lastWrittenSince(recent.history, recent.since, templates) : () => undefined,
  }
}

function sharedIn({ segment }: SegmentState, around: Around, { shared = new SharedStates() }: Beside) {
  return (line: Effective) => shared.of(line, segment, around)
}

function ofHeader({ segment }: SegmentState, logged: number): Problem[] {
  const stands: [BlockCode, boolean][] = [
    ['noDescription', segment.description.trim() === ''],
    ['noLines', logged === 0],
    ['noTemplate', logged === 0 && !segment.templateId],
  ]
  return stands.filter(([, is]) => is).map(([code]) => ({ code, severity: 'block', lineNos: [] }))
}

/** What was found so far, by code. */
class Found {
  logged = 0
  readonly #byCode = new Map<ProblemCode, Problem>()
  /** Blocking codes that some line has by its own value: choosing in the header would not mend it. */
  readonly #ownFault = new Set<ProblemCode>()

  /** Looks at one line. @returns whether it is logged */
  look(line: Effective, asked: Asked, checks: readonly Check[]): boolean {
    const reason = leftOut(line)
    if (reason) this.#add({ code: reason, severity: 'leaveOut' }, line)
    else {
      this.logged++
      for (const check of checks) if (check.stands(line, asked)) this.#note(check, line, asked)
    }
    return reason === undefined
  }

  #note(check: Check, line: Effective, asked: Asked): void {
    const problem = this.#add(check, line)
    if (check.lacking?.(line).from === 'line') this.#ownFault.add(check.code)
    const last = check.code === 'writtenRecently' && asked.lastWritten(line.line.contactId)
    if (last) (problem.written ??= []).push(last)
    const named = namedBy(check.code, line, asked)
    if (named) {
      const fields = (problem.fields ??= [])
      for (const name of named) if (!fields.includes(name)) fields.push(name)
    }
  }

  #add({ code, severity }: Pick<Check, 'code' | 'severity'>, { line }: Effective): Problem {
    const problem = this.#byCode.get(code) ?? { code, severity, lineNos: [] }
    this.#byCode.set(code, problem)
    problem.lineNos.push(line.lineNo)
    return problem
  }

  /** A value that all lines lack is missing in the header. */
  problems(): Problem[] {
    return [...this.#byCode.values()].map((problem) => {
      const ofAll = problem.severity === 'block' && problem.lineNos.length === this.logged && !this.#ownFault.has(problem.code)
      return ofAll ? { ...problem, lineNos: [] } : problem
    })
  }
}

/** What of the document the problem is about. */
function namedBy(code: ProblemCode, line: Effective, asked: Asked): readonly string[] | undefined {
  if (code === 'unknownField') return asked.meaningsOf(line)?.unknown
  return code === 'placesOpen' && line.document ? lookAtDocument(line.document).places : undefined
}
