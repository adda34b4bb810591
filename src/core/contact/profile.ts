// Profile questionnaires: who is asked what, which answers go together, and what a changed questionnaire takes from the contacts.
// BC: Profiling/ContactProfileAnswer.Table.al, ProfileQuestionnaireLine.Table.al; Contact.CheckIfMinorForProfiles
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { AnswerId } from '../../model/ids.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinAll, joinChanges, noChanges, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { planContactChange } from './edit.ts'
import { withoutIds } from './lists.ts'

export type Question = Questionnaire['questions'][number]

/** Whether a questionnaire is for companies, for persons, or for both. */
export const isFor = (questionnaire: Questionnaire, contact: Contact): boolean =>
  questionnaire.contactType === undefined || questionnaire.contactType === contact.type

export const answersOf = (questions: readonly Question[]): AnswerId[] => questions.flatMap(({ answers }) => answers.map(({ id }) => id))

/** The answers after one was given or taken back; where only one may be given, the new one takes the place of the old. */
export function withAnswer(given: readonly AnswerId[], question: Question, answer: AnswerId, on: boolean): AnswerId[] {
  const others = question.multiple ? [answer] : question.answers.map(({ id }) => id)
  const kept = given.filter((id) => id !== answer && (!on || !others.includes(id)))
  return on ? [...kept, answer] : kept
}

/**
 * Gives a contact these answers, and no others. A minor gives none: answers from before can only be taken back.
 * A second answer to a question that takes one is refused.
 */
export function planAnswers(
  contact: Contact,
  given: readonly AnswerId[],
  questionnaires: readonly Questionnaire[],
  occasion: Occasion,
): Result<Changes, Failure> {
  const before = new Set(contact.answerIds)
  if (contact.type === 'person' && contact.minor && given.some((id) => !before.has(id))) {
    return refuse({ code: 'answersOfMinor', name: contact.name })
  }
  const questions = questionnaires.flatMap((questionnaire) => questionnaire.questions)
  const twice = questions.find((question) => !question.multiple && question.answers.filter(({ id }) => given.includes(id)).length > 1)
  if (twice) return refuse({ code: 'secondAnswer', question: twice.description })
  const known = answersOf(questions).filter((id) => given.includes(id))
  const rest = given.filter((id) => !known.includes(id))
  return ok(planContactChange(contact, { answerIds: [...known, ...rest] }, occasion))
}

/**
 * Writes a changed questionnaire and takes the answers that are gone from everybody who gave them. Refused when answers that stay
 * would no longer be allowed: two to a question that now takes one, or of contacts it is no longer for.
 * @param holders all contacts that gave any of its answers
 */
export function planQuestionnaireChange(
  before: Questionnaire,
  after: Questionnaire,
  holders: readonly Contact[],
  occasion: Occasion,
): Result<Changes, Failure> {
  const stay = new Set(answersOf(after.questions))
  const gone = new Set<string>(answersOf(before.questions).filter((id) => !stay.has(id)))
  const several = holders.filter((contact) =>
    after.questions.some(({ multiple, answers }) => !multiple && answers.filter(({ id }) => contact.answerIds.includes(id)).length > 1),
  )
  if (several.length > 0) return refuse({ code: 'severalAnswers', count: several.length })
  const strange = holders.filter((contact) => !isFor(after, contact) && contact.answerIds.some((id) => stay.has(id)))
  if (strange.length > 0) return refuse({ code: 'answeredByOthers', count: strange.length })
  if (JSON.stringify(after) === JSON.stringify(before)) return ok(noChanges())
  const written: Changes = { put: { questionnaires: [after] }, remove: {}, requires: [asRead('questionnaires', before)] }
  return ok(joinChanges(written, planAnswersGone(gone, holders, occasion)))
}

/** Deletes a questionnaire with everything that was answered. @param holders all contacts that gave any of its answers */
export function planQuestionnaireDelete(questionnaire: Questionnaire, holders: readonly Contact[], occasion: Occasion): Changes {
  const gone = new Set<string>(answersOf(questionnaire.questions))
  const removed: Changes = {
    ...noChanges(),
    remove: { questionnaires: [questionnaire.id] },
    requires: [asRead('questionnaires', questionnaire)],
  }
  return joinChanges(removed, planAnswersGone(gone, holders, occasion))
}

const planAnswersGone = (gone: ReadonlySet<string>, holders: readonly Contact[], occasion: Occasion): Changes =>
  joinAll(holders.map((contact) => planContactChange(contact, withoutIds(contact, 'answers', gone), occasion)))
