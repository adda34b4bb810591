// A questionnaire that is changed or deleted, and what that means to the contacts: answers that are gone go from everybody who gave them,
// one that became another is given as that one, and ratings are worked out anew.
// BC: Profiling/ProfileQuestionnaireLine.Table.al, Profiling/UpdateContactClassification.Report.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { AnswerId } from '../../model/ids.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinAll, noChanges, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { planContactChange } from './edit.ts'
import { answersOf, isFor } from './profile.ts'
import { isRating, ratingBy, ratingCircle } from './rating.ts'

/** Answers that became another one of the same question. */
export type BecameAnswers = ReadonlyMap<AnswerId, AnswerId>

/** How the questionnaires are to be after a change: the changed one, and ratings elsewhere without the answers that are gone. */
export interface QuestionnaireChange {
  before: Questionnaire
  /** Nothing = it is deleted. */
  after: Questionnaire | undefined
  became: BecameAnswers
  /** All of them as they are stored, the changed one among them. */
  stored: readonly Questionnaire[]
}

/** All questionnaires as they will be. Points for an answer that became another one go to that one where it has none. */
function changed({ before, after, became, stored }: QuestionnaireChange): Questionnaire[] {
  const all = stored.flatMap((one) => (one.id === before.id ? (after ?? []) : one))
  const gone = goneAnswers(before, after)
  return all.map((one) => (one.questions.some((question) => question.rating) ? withoutPoints(one, gone, became) : one))
}

const goneAnswers = (before: Questionnaire, after: Questionnaire | undefined): ReadonlySet<AnswerId> => {
  const stay = new Set(answersOf(after?.questions ?? []))
  return new Set(answersOf(before.questions).filter((id) => !stay.has(id)))
}

function withoutPoints(questionnaire: Questionnaire, gone: ReadonlySet<AnswerId>, became: BecameAnswers): Questionnaire {
  const questions = questionnaire.questions.map((question) => {
    if (!question.rating?.some(({ answerId }) => gone.has(answerId))) return question
    const points = new Map<AnswerId, number>()
    for (const { answerId, points: given } of question.rating) if (!gone.has(answerId)) points.set(answerId, given)
    for (const { answerId, points: given } of question.rating) {
      const other = gone.has(answerId) ? became.get(answerId) : undefined
      if (other && !points.has(other)) points.set(other, given)
    }
    return { ...question, rating: [...points].map(([answerId, given]) => ({ answerId, points: given })) }
  })
  return { ...questionnaire, questions }
}

/** Answers whose givers a change may concern: its own, and all that give points anywhere. */
export function concernedAnswers(change: QuestionnaireChange): AnswerId[] {
  const points = [...change.stored, ...changed(change)].flatMap(({ questions }) =>
    questions.flatMap(({ rating = [], answers }) =>
      rating.length > 0 ? [...rating.map(({ answerId }) => answerId), ...answers.map(({ id }) => id)] : [],
    ),
  )
  return [...new Set([...answersOf(change.before.questions), ...answersOf(change.after?.questions ?? []), ...points])]
}

/**
 * Plans the change. Refused when answers that stay would no longer be allowed (two to a question that now takes one, or of contacts it is
 * no longer for), and when ratings count each other in a circle.
 * @param holders all contacts that gave one of the `concernedAnswers`; `contacts` are those of them who have other answers then
 */
export function planQuestionnaire(
  change: QuestionnaireChange,
  holders: readonly Contact[],
  occasion: Occasion,
): Result<{ changes: Changes; contacts: number }, Failure> {
  const { before, after, became } = change
  const all = changed(change)
  const circle = ratingCircle(all)
  if (circle.length > 0) return refuse({ code: 'ratingCircle', questions: circle.map(({ description }) => description) })
  const gone = goneAnswers(before, after)
  const kept = (contact: Contact) => [...new Set(contact.answerIds.map((id) => became.get(id) ?? id))].filter((id) => !gone.has(id))
  const trouble = after && refused(after, holders, kept)
  if (trouble) return refuse(trouble)
  const rate = ratingBy(all)
  const given = holders.map((contact) =>
    planContactChange(contact, { answerIds: rate({ type: contact.type, answerIds: settled(contact, kept) }) }, occasion),
  )
  const touched = given.filter(({ put }) => put.contacts !== undefined)
  return ok({ changes: joinAll([planRows(change, all), ...touched]), contacts: touched.length })
}

/** The same list where no answer of it is gone: nothing is written for its order. */
function settled(contact: Contact, kept: (contact: Contact) => AnswerId[]): AnswerId[] {
  const after = kept(contact)
  return after.length === contact.answerIds.length && after.every((id, at) => id === contact.answerIds[at]) ? contact.answerIds : after
}

/** What was answered must still be allowed; a rating takes what is worked out. */
function refused(after: Questionnaire, holders: readonly Contact[], kept: (contact: Contact) => AnswerId[]): Failure | undefined {
  const single = after.questions.filter((question) => !question.multiple && !isRating(question))
  const several = holders.filter((contact) => {
    const answers = new Set(kept(contact))
    return single.some((question) => question.answers.filter(({ id }) => answers.has(id)).length > 1)
  })
  if (several.length > 0) return { code: 'severalAnswers', count: several.length }
  const stay = new Set(answersOf(after.questions.filter((question) => !isRating(question))))
  const strange = holders.filter((contact) => !isFor(after, contact) && kept(contact).some((id) => stay.has(id)))
  return strange.length > 0 ? { code: 'answeredByOthers', count: strange.length } : undefined
}

/** The rows of the questionnaires themselves. */
function planRows({ before, after, stored }: QuestionnaireChange, all: readonly Questionnaire[]): Changes {
  const put = all.filter((one) => JSON.stringify(one) !== JSON.stringify(stored.find(({ id }) => id === one.id)))
  const removed = after ? {} : { questionnaires: [before.id] }
  const rest = after ? put : [...put, before]
  // The circle that is not there rests on all of them.
  const requires = rest.length > 0 ? [...stored, before].map((one) => asRead('questionnaires', one)) : []
  return { ...noChanges(), put: put.length > 0 ? { questionnaires: put } : {}, remove: removed, requires: unique(requires) }
}

const unique = (requires: Changes['requires']) => [...new Map(requires.map((one) => [one.id, one])).values()]
