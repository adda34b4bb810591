// Ratings: questions whose answer is worked out from the points that answers to other questions give. A contact has the first answer
// whose range holds the sum; one who answered none of the questions that count has none. Nobody gives them by hand.
// BC: Profiling/Rating.Table.al, Profiling/UpdateContactClassification.Report.al ("Contact Class. Field" = Rating)
import type { Contact } from '../../model/contact.ts'
import type { AnswerId, QuestionId } from '../../model/ids.ts'
import type { Questionnaire } from '../../model/lists.ts'

type Question = Questionnaire['questions'][number]
type Answer = Question['answers'][number]

export const isRating = (question: Question): boolean => question.rating !== undefined

interface Asked {
  question: Question
  contactType: Questionnaire['contactType']
}

/** The answers of a contact with its ratings worked out anew; the same list where nothing changes. */
export type Rate = (contact: Pick<Contact, 'type' | 'answerIds'>) => AnswerId[]

/** How contacts are rated by these questionnaires; made once for many contacts. */
export function ratingBy(questionnaires: readonly Questionnaire[]): Rate {
  const asked = questionnaires.flatMap(({ contactType, questions }) => questions.map((question) => ({ question, contactType })))
  const questionOf = questionsByAnswer(asked.map(({ question }) => question))
  const rated = inOrder(asked, questionOf)
  const byRating = new Set(rated.flatMap(({ question }) => question.answers.map(({ id }) => id)))
  const counting = new Map(rated.map(({ question }) => [question.id, countingAnswers(question, questionOf)]))
  return ({ type, answerIds }) => {
    if (rated.length === 0) return answerIds
    const has = new Set(answerIds.filter((id) => !byRating.has(id)))
    for (const { question, contactType } of rated) {
      if (contactType !== undefined && contactType !== type) continue
      if (!counting.get(question.id)?.some((id) => has.has(id))) continue
      const answer = answerFor(question, pointsOf(question, has))
      if (answer) has.add(answer.id)
    }
    const before = new Set(answerIds)
    return before.size === has.size && answerIds.every((id) => has.has(id)) ? answerIds : [...has]
  }
}

/** How many points these answers give in a rating. */
export const pointsOf = ({ rating = [] }: Question, given: ReadonlySet<AnswerId>): number =>
  rating.reduce((sum, { answerId, points }) => (given.has(answerId) ? sum + points : sum), 0)

/** The answer of a rating for so many points: the first whose range holds them. */
export const answerFor = ({ answers }: Question, points: number): Answer | undefined =>
  answers.find(({ from = -Infinity, to = Infinity }) => from <= points && points <= to)

/** All answers of the questions that count for a rating, also those that give no points. */
function countingAnswers({ rating = [] }: Question, questionOf: ReadonlyMap<AnswerId, Question>): AnswerId[] {
  const questions = new Set(rating.flatMap(({ answerId }) => questionOf.get(answerId) ?? []))
  return [...questions].flatMap(({ answers }) => answers.map(({ id }) => id))
}

const questionsByAnswer = (questions: readonly Question[]): Map<AnswerId, Question> =>
  new Map(questions.flatMap((question) => question.answers.map(({ id }) => [id, question] as const)))

/** Ratings so that each comes after those it counts. Of a circle, which nobody can save, the first one begins. */
function inOrder(asked: readonly Asked[], questionOf: ReadonlyMap<AnswerId, Question>): Asked[] {
  const byQuestion = new Map(asked.map((one) => [one.question.id, one]))
  const ordered = new Map<QuestionId, Asked>()
  const begun = new Set<QuestionId>()
  const visit = (one: Asked) => {
    if (begun.has(one.question.id)) return
    begun.add(one.question.id)
    for (const { answerId } of one.question.rating ?? []) {
      const other = byQuestion.get(questionOf.get(answerId)?.id ?? one.question.id)
      if (other) visit(other)
    }
    if (isRating(one.question)) ordered.set(one.question.id, one)
  }
  asked.forEach(visit)
  return [...ordered.values()]
}

/** Ratings that count each other in a circle, in its order; nothing where each can be worked out. */
export function ratingCircle(questionnaires: readonly Questionnaire[]): Question[] {
  const questions = questionnaires.flatMap((questionnaire) => questionnaire.questions)
  const questionOf = questionsByAnswer(questions)
  const done = new Set<QuestionId>()
  const circleFrom = (question: Question, path: readonly Question[]): Question[] => {
    const at = path.findIndex(({ id }) => id === question.id)
    if (at >= 0) return path.slice(at)
    if (done.has(question.id)) return []
    for (const { answerId } of question.rating ?? []) {
      const other = questionOf.get(answerId)
      const circle = other ? circleFrom(other, [...path, question]) : []
      if (circle.length > 0) return circle
    }
    done.add(question.id)
    return []
  }
  for (const question of questions) {
    const circle = circleFrom(question, [])
    if (circle.length > 0) return circle
  }
  return []
}

/** What is odd about the ranges of a rating; it can be saved all the same. */
export type RangeTrouble =
  /** No sum lies in it. */
  | { code: 'backwards'; answer: string }
  /** Of sums in both, the first one is the answer. */
  | { code: 'overlap'; first: string; second: string; from: number | undefined; to: number | undefined }
  /** Contacts with such a sum get no answer. */
  | { code: 'gap'; from: number | undefined; to: number | undefined }

/** Ranges that lie over each other, and sums between, below and above them that can be reached. */
export function rangeTroubles(question: Pick<Question, 'answers' | 'rating'>, others: readonly Questionnaire[]): RangeTrouble[] {
  const [backwards, ranges] = parted(question.answers)
  const sorted = ranges.sort((a, b) => a.from - b.from)
  const sums = reachable(question.rating ?? [], others)
  const troubles: RangeTrouble[] = backwards.map(({ description }) => ({ code: 'backwards', answer: description }))
  for (const [at, later] of sorted.entries())
    for (const earlier of sorted.slice(0, at)) if (later.from <= earlier.to) troubles.push(overlap(question.answers, earlier, later))
  return [...troubles, ...(sorted.length > 0 ? gaps(sorted, sums) : [])]
}

interface Range {
  id: AnswerId
  description: string
  from: number
  to: number
}

function parted(answers: readonly Answer[]): [Answer[], Range[]] {
  const backwards = answers.filter(({ from = -Infinity, to = Infinity }) => from > to)
  const forwards = answers.filter((answer) => !backwards.includes(answer))
  return [backwards, forwards.map(({ id, description, from = -Infinity, to = Infinity }) => ({ id, description, from, to }))]
}

/** The one that stands first in the list is the answer. */
function overlap(answers: readonly Answer[], one: Range, other: Range): RangeTrouble {
  const [first, second] =
    answers.findIndex(({ id }) => id === one.id) < answers.findIndex(({ id }) => id === other.id) ? [one, other] : [other, one]
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
  return { code: 'overlap', first: first.description, second: second.description, from: finite(from), to: finite(to) }
}

const finite = (sum: number): number | undefined => (Number.isFinite(sum) ? sum : undefined)

/** The least and the greatest sum that can come out, and the step from one sum to the next. */
interface Reachable {
  least: number
  most: number
  step: number
}

function reachable(points: NonNullable<Question['rating']>, others: readonly Questionnaire[]): Reachable {
  const questionOf = questionsByAnswer(others.flatMap(({ questions }) => questions))
  const byQuestion = new Map<Question | AnswerId, { multiple: boolean; points: number[] }>()
  for (const { answerId, points: given } of points) {
    const question = questionOf.get(answerId)
    const known = byQuestion.get(question ?? answerId) ?? { multiple: question?.multiple ?? false, points: [] }
    known.points.push(given)
    byQuestion.set(question ?? answerId, known)
  }
  const each = [...byQuestion.values()]
  const sum = (of: (one: { multiple: boolean; points: number[] }) => number) => each.reduce((total, one) => total + of(one), 0)
  const below = (of: readonly number[]) => of.filter((one) => one < 0).reduce((total, one) => total + one, 0)
  return {
    least: sum(({ multiple, points: of }) => (multiple ? below(of) : Math.min(0, ...of))),
    most: sum(({ multiple, points: of }) => (multiple ? -below(of.map((one) => -one)) : Math.max(0, ...of))),
    step: 10 ** -Math.max(0, ...points.map(({ points: given }) => decimals(given))),
  }
}

const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0

/** @param ranges by where they begin, at least one */
function gaps(ranges: readonly Range[], { least, most, step }: Reachable): RangeTrouble[] {
  const found: RangeTrouble[] = []
  const [first] = ranges
  if (first && first.from > least) found.push({ code: 'gap', from: undefined, to: first.from - step })
  let reached = first?.to ?? Infinity
  for (const range of ranges.slice(1)) {
    // One step further is the next sum; a little more than that is a gap, whatever the computer's fractions say.
    if (range.from > reached + step * 1.001) found.push({ code: 'gap', from: reached + step, to: range.from - step })
    reached = Math.max(reached, range.to)
  }
  if (reached < most) found.push({ code: 'gap', from: reached + step, to: undefined })
  return found
}
