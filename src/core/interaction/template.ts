// An interaction template as it is typed, and everything that is wrong with it, field by field; who uses it; and its documents.
// BC: Interaction/InteractionTemplate.Table.al, InteractionTmplLanguage.Table.al, InteractionTemplateSetup.Table.al
import { readNumber } from '../../base/number.ts'
import type { TemplateId } from '../../model/ids.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { InteractionSetup } from '../../model/settings.ts'
import { sameCode } from '../contact/lists.ts'

/** A template's fields as they are typed: numbers still as text. */
export interface TypedTemplate {
  code: string
  description: string
  unitCost: string
  unitDuration: string
  languageCode: string
}

export type TemplateProblemCode =
  'codeTooLong' | 'codeTaken' | 'noDescription' | 'noNumber' | 'negative' | 'noWholeMinutes' | 'languageWithoutDocument'

/** At most one of each field: the first thing to mend. */
export type TemplateProblems = Partial<Record<keyof TypedTemplate, TemplateProblemCode>>

/** As many characters as Business Central gives a code. */
export const longestCode = 10

/** What keeps the template from being saved. @param otherCodes of all other templates; a blank code is made from the description */
export function templateProblems(
  typed: TypedTemplate,
  otherCodes: readonly string[],
  documents: readonly Pick<LetterDocument, 'languageCode'>[],
): TemplateProblems {
  const problems: TemplateProblems = {}
  const say = (field: keyof TypedTemplate, code: TemplateProblemCode | undefined) => code && (problems[field] = code)
  say('code', codeProblem(typed.code, otherCodes))
  say('description', typed.description.trim() === '' ? 'noDescription' : undefined)
  say('unitCost', numberProblem(typed.unitCost))
  say(
    'unitDuration',
    numberProblem(typed.unitDuration) ?? (Number.isInteger(readNumber(typed.unitDuration)) ? undefined : 'noWholeMinutes'),
  )
  const known = typed.languageCode === '' || documents.some(({ languageCode }) => languageCode === typed.languageCode)
  say('languageCode', known ? undefined : 'languageWithoutDocument')
  return problems
}

/** What is wrong with a code of at most ten characters that nothing else may have. */
export function codeProblem(code: string, others: readonly string[]): 'codeTooLong' | 'codeTaken' | undefined {
  if (code.trim().length > longestCode) return 'codeTooLong'
  return code.trim() !== '' && others.some((other) => sameCode(other, code)) ? 'codeTaken' : undefined
}

function numberProblem(text: string): 'noNumber' | 'negative' | undefined {
  const number = readNumber(text)
  if (number === undefined) return 'noNumber'
  return number < 0 ? 'negative' : undefined
}

/** The automatic events that a template may be set up for. */
export type SetupUse = 'calls' | 'emails' | 'coverSheets'
export const setupUses: readonly SetupUse[] = ['calls', 'emails', 'coverSheets']

/** For which automatic events this template is set up. */
export const setupUsesOf = (id: TemplateId, setup: InteractionSetup | undefined): SetupUse[] =>
  setupUses.filter((use) => setup?.[`${use}TemplateId`] === id)

/** What is used by itself writes no letter, so its template may have no document. BC: there an error at automatic logging */
export const mayBeAutomatic = (template: InteractionTemplate): boolean => template.documents.length === 0

/**
 * With this document as the one of its language; it keeps the subject of the one before, and what is said in the e-mail. What a field means was said for the whole
 * template, so a new document knows it as well.
 */
export function withDocument(template: InteractionTemplate, document: LetterDocument): InteractionTemplate {
  const { languageCode } = document
  const before = template.documents.find((other) => other.languageCode === languageCode)
  const mapping = { ...meaningsOf(template), ...before?.mapping, ...document.mapping }
  const emailText = document.emailText ?? before?.emailText
  const subject = document.subject || (before?.subject ?? '')
  const kept = { ...document, subject, mapping, ...(emailText !== undefined && { emailText }) }
  const documents = before ? template.documents.map((other) => (other === before ? kept : other)) : [...template.documents, kept]
  return { ...template, documents, languageCode: template.languageCode ?? languageCode }
}

/** What was said of unknown names in any of the documents. */
const meaningsOf = ({ documents }: InteractionTemplate): Record<string, string> =>
  Object.fromEntries(documents.flatMap(({ mapping }) => Object.entries(mapping)))

/** A name means this field in all documents of the template, those that do not hold it included; blank = it stays empty. */
export const withMeaning = (template: InteractionTemplate, name: string, field: string): InteractionTemplate => ({
  ...template,
  documents: template.documents.map((document) => ({ ...document, mapping: { ...document.mapping, [name]: field } })),
})

/** Without the document of a language; where it was the default, the first other one becomes it. BC: SegmentInteractionLanguage.Table.al */
export function withoutDocument(template: InteractionTemplate, gone: LetterLanguage): InteractionTemplate {
  const documents = template.documents.filter(({ languageCode }) => languageCode !== gone)
  const { languageCode: before, ...rest } = template
  const languageCode = before === gone ? documents[0]?.languageCode : before
  return { ...rest, documents, ...(languageCode ? { languageCode } : {}) }
}
