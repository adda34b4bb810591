// Profile questionnaires: who is asked what, which answers go together, and how far somebody has been asked.
// BC: Profiling/ContactProfileAnswer.Table.al, ProfileQuestionnaireLine.Table.al; Contact.CheckIfMinorForProfiles
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Company, Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { AnswerId } from '../../model/ids.ts'
import type { ProfilePriority, Questionnaire } from '../../model/lists.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Changes } from '../../model/tables.ts'
import { planContactChange } from './edit.ts'
import { isRating, ratingBy } from './rating.ts'

export type Question = Questionnaire['questions'][number]

/** Whether a questionnaire is for companies, for persons, or for both. */
export const isFor = (questionnaire: Questionnaire, contact: Contact): boolean =>
  questionnaire.contactType === undefined || questionnaire.contactType === contact.type

/** Whether it applies: of the right kind, and where it is only for a business relation, of a company that has it or of its people. */
export function appliesTo(questionnaire: Questionnaire, contact: Contact, company: Company | undefined): boolean {
  const { businessRelationId } = questionnaire
  const relations = (contact.type === 'company' ? contact : company)?.businessRelations ?? []
  return isFor(questionnaire, contact) && (!businessRelationId || relations.some((one) => one.businessRelationId === businessRelationId))
}

/** Higher ones first, `normal` between low and high; of equal ones the order stays. */
export const byPriority = <T extends { priority?: ProfilePriority | undefined }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => weight(b) - weight(a))

const weight = ({ priority }: { priority?: ProfilePriority | undefined }): number =>
  priority === undefined ? 2 : { veryLow: 0, low: 1, high: 3, veryHigh: 4 }[priority]

/** How much of it is answered, in percent; ratings answer themselves. BC: Profiling/ProfileManagement.Codeunit.al */
export function answeredPercent({ questions }: Questionnaire, given: readonly AnswerId[]): number | undefined {
  const asked = questions.filter((question) => !isRating(question))
  const answered = asked.filter(({ answers }) => answers.some(({ id }) => given.includes(id)))
  return asked.length === 0 ? undefined : Math.round((answered.length / asked.length) * 100)
}

export const answersOf = (questions: readonly Question[]): AnswerId[] => questions.flatMap(({ answers }) => answers.map(({ id }) => id))

/** The answers after one was given or taken back; where only one may be given, the new one takes the place of the old. */
export function withAnswer(given: readonly AnswerId[], question: Question, answer: AnswerId, on: boolean): AnswerId[] {
  const others = question.multiple ? [answer] : question.answers.map(({ id }) => id)
  const kept = given.filter((id) => id !== answer && (!on || !others.includes(id)))
  return on ? [...kept, answer] : kept
}

/**
 * Gives a contact these answers, and no others, and works its ratings out anew. A minor gives none: answers from before can only be taken
 * back. A second answer to a question that takes one is refused, and so is a rating by hand.
 */
export function planAnswers(
  contact: Contact,
  given: readonly AnswerId[],
  questionnaires: readonly Questionnaire[],
  occasion: Occasion,
): Result<Changes, Failure> {
  const before = new Set(contact.answerIds)
  const added = given.filter((id) => !before.has(id))
  if (contact.type === 'person' && contact.minor && added.length > 0) return refuse({ code: 'answersOfMinor', name: contact.name })
  const questions = questionnaires.flatMap((questionnaire) => questionnaire.questions)
  const byHand = questions.find((question) => isRating(question) && question.answers.some(({ id }) => added.includes(id)))
  if (byHand) return refuse({ code: 'ratingByHand', question: byHand.description })
  const twice = questions.find((question) => !question.multiple && question.answers.filter(({ id }) => given.includes(id)).length > 1)
  if (twice) return refuse({ code: 'secondAnswer', question: twice.description })
  const rated = ratingBy(questionnaires)({ type: contact.type, answerIds: [...given] })
  return ok(planContactChange(contact, { answerIds: inOrder(rated, questions) }, occasion))
}

/** As the questionnaires have them; what they do not know stands at the end. */
function inOrder(given: readonly AnswerId[], questions: readonly Question[]): AnswerId[] {
  const known = answersOf(questions).filter((id) => given.includes(id))
  return [...known, ...given.filter((id) => !known.includes(id))]
}
