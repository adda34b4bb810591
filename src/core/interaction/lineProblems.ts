// What may be wrong with one line, each thing as one check; a line is looked at once.
// BC: Segment/SegManagement.Codeunit.al (there the first error at some line ends the logging)
import type { Day } from '../../base/day.ts'
import type { Facts } from '../criteria/facts.ts'
import type { AttachmentId, ContactId } from '../../model/ids.ts'
import { SalutationKind } from '../../model/lists.ts'
import type { Segment } from '../../model/segment.ts'
import { isReachedByPost } from '../letter/addressTogether.ts'
import { lookAtDocument, type Unfinished } from '../letter/documentLook.ts'
import { fieldMeant } from '../letter/values.ts'
import type { Around, Effective } from '../segment/effective.ts'
import { documentFor } from '../segment/language.ts'
import type { FallsBack } from './neutralGreeting.ts'
import type { BlockCode, ProblemCode, Severity, WarnCode, Written } from './problem.ts'
import { isWritten } from './quiet.ts'

/** The fields of a template's document, as far as they are known. */
export type FieldsOf = (attachmentId: AttachmentId) => readonly string[] | undefined

/** What the checks of one line ask beside the line. */
export interface Asked {
  segment: Segment
  fallsBack: FallsBack
  meaningsOf: (line: Effective) => Meanings | undefined
  /** What the contact got last of ours, if that was lately. */
  lastWritten: (id: ContactId) => Written | undefined
}

export interface Check<Code extends ProblemCode = ProblemCode> {
  code: Code
  severity: Severity
  /** @param line one that is logged: its contact is there and may be written to */
  stands: (line: Effective, asked: Asked) => boolean
  /** The value that is missing, to say whether the line or the header lacks it. */
  lacking?: (line: Effective) => { from: string }
}

/** Without these there is no entry. BC: SegManagement.Codeunit.al TestField of date, contact, salesperson, template, campaign */
export const blocking: readonly Check<BlockCode>[] = [
  block('noTemplate', ({ template }) => isMissing(template), template),
  block('templateGone', ({ template }) => isGone(template), template),
  block(
    'noSalesperson',
    ({ salesperson }) => salesperson.value === undefined,
    ({ salesperson }) => salesperson,
  ),
  block(
    'campaignGone',
    ({ campaign }) => isGone(campaign),
    ({ campaign }) => campaign,
  ),
]

export const warning: readonly Check<WarnCode>[] = [
  warn('noCorrespondenceType', ({ correspondenceType, document }) => document !== undefined && correspondenceType.value === undefined),
  warn('noAddress', (line, { segment }) => isByPost(line) && !isReachedByPost(line, segment.lettersPer)),
  warn('noEmail', ({ correspondenceType, reached }) => correspondenceType.value === 'email' && reached?.email.trim() === ''),
  warn('noDocument', isWithoutDocument),
  warn('languageGone', isLanguageGone),
  warn('noSalutation', isGreetedNeutrally),
  warn('noLetterLanguage', (line, asked) => line.languageFellBack && !isLanguageGone(line, asked)),
  warn('commentHasNoPlace', (line, { meaningsOf }) => line.line.comment.trim() !== '' && meaningsOf(line)?.meant.has('Comment') === false),
  warn('unknownField', (line, { meaningsOf }) => (meaningsOf(line)?.unknown.length ?? 0) > 0),
  warn('letterUnfinished', (line) => unfinishedOf(line).length > 0),
  warn('placesOpen', ({ document }) => document !== undefined && lookAtDocument(document).places.length > 0),
  warn('otherLanguage', ({ document }) => document !== undefined && lookAtDocument(document).otherLanguage !== undefined),
  warn('excluded', ({ contact }) => contact?.excludeFromSegment === true),
  warn('writtenRecently', ({ line }, { lastWritten }) => lastWritten(line.contactId) !== undefined),
  warn('salespersonBlocked', ({ salesperson }) => salesperson.value?.blocked === true),
]

function block(code: BlockCode, stands: Check['stands'], lacking: (line: Effective) => { from: string }): Check<BlockCode> {
  return { code, severity: 'block', stands, lacking }
}

function warn(code: WarnCode, stands: Check['stands']): Check<WarnCode> {
  return { code, severity: 'warn', stands }
}

function template(line: Effective) {
  return line.template
}

type Reference = { value: object | undefined; from: string }
const isMissing = ({ value, from }: Reference) => value === undefined && from === 'none'
/** Somebody chose it, and it is not there any more. */
const isGone = ({ value, from }: Reference) => value === undefined && from !== 'none'

/** A letter on paper: it is made, and meant to go by post. */
export function isByPost({ correspondenceType, document }: Effective): boolean {
  return document !== undefined && correspondenceType.value === 'hardCopy'
}

/** What makes the letter of a line no letter; an e-mail needs no address on paper. */
export function unfinishedOf(line: Effective): readonly Unfinished[] {
  const unfinished = line.document ? lookAtDocument(line.document).unfinished : []
  return unfinished.filter((one) => one !== 'noAddress' || isByPost(line))
}

/** It should be sent, and there is nothing to send. BC: "Attachment No." must have a value where a correspondence type is set */
function isWithoutDocument({ template, correspondenceType, document }: Effective): boolean {
  return template.value?.documents.length === 0 && correspondenceType.value !== undefined && document === undefined
}

/** A language was chosen on the line or for all, and the template has no document in it (any more). */
function isLanguageGone({ line, template, document, languageCode }: Effective, { segment }: Asked): boolean {
  if (!template.value || template.value.documents.length === 0 || line.document) return false
  if (document === undefined) return languageCode.value !== undefined
  const standard = line.own.templateId === undefined ? segment.languageCode : undefined
  return languageCode.from === 'template' && standard !== undefined && documentFor(standard, template.value) === undefined
}

/** Of no weight where the letter is known to greet nobody. */
export function isGreetedNeutrally(line: Effective, { meaningsOf, fallsBack }: Asked): boolean {
  const { contact, company, document, languageCode } = line
  if (!contact || !document) return false
  const meant = meaningsOf(line)?.meant
  const isUsed = { formal: meant?.has('CALC_Formal_Salutation') ?? true, informal: meant?.has('CALC_Informal_Salutation') ?? false }
  return SalutationKind.options.some((kind) => isUsed[kind] && fallsBack(contact, company?.name ?? '', languageCode.value, kind))
}

export interface Meanings {
  /** Stable names that the document's fields stand for. */
  meant: ReadonlySet<string>
  /** Its names that mean nothing and were not mapped. */
  unknown: readonly string[]
}

/** What the fields of a line's document mean; each document is looked at once per mapping. */
export function meanings(fieldsOf: FieldsOf): Asked['meaningsOf'] {
  const known = new Map<object, Meanings | undefined>()
  return ({ document }) => {
    if (!document) return undefined
    if (!known.has(document)) {
      const names = fieldsOf(document.attachmentId)
      const meant = (name: string) => fieldMeant(name, document.mapping)
      const found = names && {
        meant: new Set(names.map((name) => meant(name) ?? '')),
        unknown: names.filter((name) => meant(name) === undefined),
      }
      known.set(document, found)
    }
    return known.get(document)
  }
}

/** Who got a letter or an e-mail of ours since that day: not cancelled, the attempt not failed. A call and a visit are none. */
export function lastWrittenSince(history: Facts['history'], since: Day, templates: Around['templates']): Asked['lastWritten'] {
  return (id) => {
    let last: Written | undefined
    for (const { entry, cancelled } of history.get(id) ?? []) {
      const { day, description } = entry
      if (cancelled || !isWritten(entry, templates) || day < since || (last && last.day > day)) continue
      last = { day, description }
    }
    return last
  }
}
