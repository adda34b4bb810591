// The board before logging: every reason against it at once, with the lines it concerns, so that each can be mended in its place.
// BC: Interaction/LogSegment.Report.al (there the first error at some line ends it)
import type { AttachmentId } from '../../model/ids.ts'
import { withheld } from '../contact/privacy.ts'
import { hasMailAddress } from '../letter/address.ts'
import { salutation } from '../letter/salutation.ts'
import { fieldMeant } from '../letter/values.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'
import type { SegmentState } from '../segment/steps.ts'

export type ProblemCode =
  | 'noDescription'
  | 'noLines'
  | 'noTemplate'
  | 'noSalesperson'
  | 'contactGone'
  | 'privacyBlocked'
  | 'minor'
  | 'noDocument'
  | 'noLetterLanguage'
  | 'noAddress'
  | 'noEmail'
  | 'noSalutation'
  | 'commentHasNoPlace'
  | 'lettersNotMade'
  | 'lettersChanged'

/** `block`: nothing can be logged. `leaveOut`: these lines are not logged. `warn`: it can be logged as it is. */
export type Severity = 'block' | 'leaveOut' | 'warn'

export interface Problem {
  code: ProblemCode
  severity: Severity
  /** Empty for a problem of the header. */
  lineNos: number[]
}

/** The fields of a template's document, as far as they are known. */
export type FieldsOf = (attachmentId: AttachmentId) => readonly string[] | undefined

/** All problems, the blocking ones first. A line that is left out is not complained about further. */
export function problems(state: SegmentState, around: Around, fieldsOf: FieldsOf): Problem[] {
  const all = state.lines.lines.map((line) => effective(line, state.segment, around))
  const live = all.filter(isLogged)
  return [...blocking(state, live), ...leftOut(all), ...warnings(live, meanings(fieldsOf)), ...ofLetters(state, live)]
}

/** Only the problems that stand against logging. */
export function blockingProblems(state: SegmentState, around: Around): Problem[] {
  return problems(state, around, () => undefined).filter(({ severity }) => severity === 'block')
}

/** Whether this line is logged: its contact is there and may be written to. */
export const isLogged = ({ contact }: Effective): boolean => contact !== undefined && withheld(contact) === undefined

function blocking(state: SegmentState, live: readonly Effective[]): Problem[] {
  const { segment } = state
  const needsTemplate = live.length === 0 && !segment.templateId
  return [
    ...header('noDescription', 'block', segment.description.trim() === ''),
    ...header('noLines', 'block', live.length === 0),
    ...header('noTemplate', 'block', needsTemplate),
    ...missing('noTemplate', live, ({ template }) => template.value === undefined),
    ...missing('noSalesperson', live, ({ salesperson }) => salesperson.value === undefined),
  ]
}

function leftOut(all: readonly Effective[]): Problem[] {
  return [
    ...lines('contactGone', 'leaveOut', all, ({ contact }) => contact === undefined),
    ...lines('privacyBlocked', 'leaveOut', all, ({ contact }) => contact !== undefined && withheld(contact) === 'privacyBlocked'),
    ...lines('minor', 'leaveOut', all, ({ contact }) => contact !== undefined && withheld(contact) === 'minor'),
  ]
}

function warnings(live: readonly Effective[], meaningsOf: Meanings): Problem[] {
  return [
    ...lines('noDocument', 'warn', live, (line) => line.template.value !== undefined && line.document === undefined),
    ...lines('noLetterLanguage', 'warn', live, (line) => line.languageFellBack),
    ...lines('noAddress', 'warn', live, isUnreachableByPost),
    ...lines('noEmail', 'warn', live, (line) => line.correspondenceType.value === 'email' && line.contact?.email.trim() === ''),
    ...lines('noSalutation', 'warn', live, (line) => isGreetedNeutrally(line, meaningsOf(line))),
    ...lines('commentHasNoPlace', 'warn', live, (line) => line.line.comment.trim() !== '' && meaningsOf(line)?.has('Comment') === false),
  ]
}

function isUnreachableByPost({ correspondenceType, document, contact, company }: Effective): boolean {
  return correspondenceType.value === 'hardCopy' && document !== undefined && contact !== undefined && !hasMailAddress(contact, company)
}

/** Of no weight where the letter is known to greet nobody. */
function isGreetedNeutrally({ contact, document, languageCode }: Effective, meanings: ReadonlySet<string> | undefined): boolean {
  if (!contact || !document) return false
  const formal = meanings?.has('CALC_Formal_Salutation') ?? true
  const informal = meanings?.has('CALC_Informal_Salutation') ?? false
  const fellBack = (kind: 'formal' | 'informal') => salutation(contact, languageCode.value, kind).fellBack
  return (formal && fellBack('formal')) || (informal && fellBack('informal'))
}

function ofLetters({ segment }: SegmentState, live: readonly Effective[]): Problem[] {
  const made = segment.lettersMade
  const due = live.some(({ document }) => document !== undefined)
  return [
    ...header('lettersNotMade', 'warn', due && !made),
    ...header('lettersChanged', 'warn', due && made !== undefined && made.at < segment.changedAt),
  ]
}

type Meanings = (line: Effective) => ReadonlySet<string> | undefined

/** What the fields of a line's document mean; each document is looked at once per mapping. */
function meanings(fieldsOf: FieldsOf): Meanings {
  const known = new Map<object, ReadonlySet<string> | undefined>()
  return ({ document }) => {
    if (!document) return undefined
    if (!known.has(document)) {
      const names = fieldsOf(document.attachmentId)?.map((name) => fieldMeant(name, document.mapping) ?? '')
      known.set(document, names && new Set(names))
    }
    return known.get(document)
  }
}

function header(code: ProblemCode, severity: Severity, stands: boolean): Problem[] {
  return stands ? [{ code, severity, lineNos: [] }] : []
}

function lines(code: ProblemCode, severity: Severity, among: readonly Effective[], hit: (line: Effective) => boolean): Problem[] {
  const lineNos = among.filter(hit).map(({ line }) => line.lineNo)
  return lineNos.length > 0 ? [{ code, severity, lineNos }] : []
}

/** A value that all lines lack is missing in the header. */
function missing(code: ProblemCode, live: readonly Effective[], hit: (line: Effective) => boolean): Problem[] {
  return lines(code, 'block', live, hit).map((problem) => (problem.lineNos.length === live.length ? { ...problem, lineNos: [] } : problem))
}
