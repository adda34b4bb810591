// The board in words: what a problem is, what is wrong with one line of it, and where it is mended.
import { salutation } from '../../core/letter/salutation.ts'
import { placeOf } from '../../core/letter/address.ts'
import { unfinishedOf } from '../../core/interaction/lineProblems.ts'
import type { Problem, ProblemCode } from '../../core/interaction/problems.ts'
import type { Effective } from '../../core/segment/effective.ts'
import { figure, letterLanguageName, mediumDay, shortDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

/** How many stand on the tile: people, or groups of them; 0 = it is the segment's own. */
export const countOf = ({ lineNos, groups }: Problem): number => groups?.length ?? lineNos.length

/** The problem as far as it is one of these lines; nothing where none of them has it. */
export function among(problem: Problem | undefined, lineNos: ReadonlySet<number>): Problem | undefined {
  if (!problem || problem.lineNos.length === 0) return problem
  const theirs = problem.lineNos.filter((lineNo) => lineNos.has(lineNo))
  return theirs.length > 0 ? { ...problem, lineNos: theirs } : undefined
}

export const problemText = (problem: Problem, days: number): string => t(`problem.${problem.code}`, { count: countOf(problem), days })

/** What can be filled in at once, for one contact. */
export type Fix = 'address' | 'email' | 'greeting' | 'consent'

const fixes: Partial<Record<ProblemCode, Fix>> = { noAddress: 'address', noEmail: 'email', noSalutation: 'greeting', minor: 'consent' }
export const fixOf = (code: ProblemCode): Fix | undefined => fixes[code]

/** Where the cause is mended for all at once. */
export type Place = 'header' | 'template' | 'letters' | 'emails' | 'criteria' | 'pace'

const places: Partial<Record<ProblemCode, Place>> = {
  ...{ noDescription: 'header', noTemplate: 'header', templateGone: 'header', noSalesperson: 'header', campaignGone: 'header' },
  ...{ salespersonBlocked: 'header', languageGone: 'header' },
  ...{ noDocument: 'template', noLetterLanguage: 'template', commentHasNoPlace: 'template', unknownField: 'template' },
  ...{ letterUnfinished: 'template', placesOpen: 'template', otherLanguage: 'template' },
  ...{ leftOutByDocument: 'template', tooOften: 'pace' },
  ...{ lettersNotMade: 'letters', lettersChanged: 'letters', emailsNotMade: 'emails', emailsChanged: 'emails', noLines: 'criteria' },
}
export const placeOfFix = (code: ProblemCode): Place | undefined => places[code]

/** Where taking people off the list is an answer. */
const removable: readonly ProblemCode[] = [
  ...(['contactGone', 'privacyBlocked', 'minor', 'noAddress', 'noEmail', 'noSalutation', 'noLetterLanguage'] as const),
  ...(['duplicate', 'sameAddress', 'excluded', 'tooOften', 'writtenRecently', 'leftOutByDocument'] as const),
]
export const isRemovable = (code: ProblemCode): boolean => removable.includes(code)

/** Lines that go when "keep one of each" is pressed, or all of the problem. */
export const toRemove = ({ lineNos, groups }: Problem): number[] => groups?.flatMap(([, ...rest]) => rest) ?? lineNos

/** Worth a list of their own: everybody but those of whom nothing is left, one too many, or who are withheld and never put on a segment. */
export const canStandAlone = (code: ProblemCode): boolean =>
  isRemovable(code) && !['contactGone', 'duplicate', 'privacyBlocked', 'minor'].includes(code)

/** What the tile's last words say. */
export function tileAct({ code, severity, lineNos }: Problem): string {
  const place = placeOfFix(code)
  if (code === 'commentHasNoPlace') return t('log.place')
  if (place === 'letters') return t('log.toLetters')
  if (place === 'emails') return t('log.toEmails')
  return fixOf(code) || severity === 'block' || lineNos.length === 0 ? t('log.fix') : t('log.show')
}

type Detail = (line: Effective, problem: Problem) => string

const details: Partial<Record<ProblemCode, Detail>> = {
  noAddress: soFar,
  noSalutation: greeting,
  noLetterLanguage: ({ contact, languageCode }) =>
    t('log.wantsLanguage', { wish: languageName(contact?.languageCode), got: languageName(languageCode.value) }),
  languageGone: ({ languageCode }) => t('log.asksLanguage', { wish: languageName(languageCode.value) }),
  letterUnfinished: (line) =>
    unfinishedOf(line)
      .map((one) => t(`write.trouble.${one}`))
      .join(' '),
  commentHasNoPlace: ({ line }) => t('log.greetedAs', { text: line.comment }),
  writtenRecently: ({ line }, problem) => writtenText(problem, line.lineNo),
  tooOften: ({ line }, problem) => oftenText(problem, line.lineNo),
  salespersonBlocked: ({ salesperson }) => salesperson.value?.name ?? '',
  sameAddress: addressOf,
  duplicate: ({ line }) => t('log.lineNo', { no: String(line.lineNo) }),
  contactGone: ({ line }) => t('log.lineNo', { no: String(line.lineNo) }),
}

/** What exactly is wrong with this line. */
export const detailOf = (problem: Problem, line: Effective): string => details[problem.code]?.(line, problem) ?? ''

function greeting({ contact, company, languageCode }: Effective): string {
  return contact ? t('log.greetedAs', { text: salutation(contact, languageCode.value, 'formal', undefined, company?.name).text }) : ''
}

const languageName = (tag: string | undefined) => (tag ? letterLanguageName(tag) : '')

function soFar(line: Effective): string {
  const address = addressOf(line)
  return address === '' ? t('log.noStreet') : t('log.onlyThere', { address })
}

/** The address that a letter goes to, in one line. */
function addressOf(line: Effective): string {
  const place = placeOf(line)
  const town = [place?.postCode, place?.city].filter(Boolean).join(' ')
  return [place?.address, place?.address2, town].filter(Boolean).join(', ')
}

function oftenText({ lineNos, often }: Problem, lineNo: number): string {
  const stretch = often?.[lineNos.indexOf(lineNo)]
  return stretch ? t('log.oftenSince', { count: stretch.count, text: figure(stretch.count), day: mediumDay(stretch.since) }) : ''
}

function writtenText({ lineNos, written }: Problem, lineNo: number): string {
  const last = written?.[lineNos.indexOf(lineNo)]
  return last ? t('log.writtenOn', { day: shortDay(last.day), what: last.description }) : ''
}
