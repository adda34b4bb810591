// The form of a profile question: what is typed, and the question it becomes. Figures stand as they are typed.
import { rangeTroubles, type RangeTrouble } from '../../core/contact/rating.ts'
import type { AnswerId, QuestionId } from '../../model/ids.ts'
import { ProfilePriority, type Questionnaire } from '../../model/lists.ts'
import { typedNumber } from '../../text/format.ts'

export type Question = Questionnaire['questions'][number]
export type QuestionKind = 'single' | 'multiple' | 'rating'

export interface TypedAnswer {
  id: AnswerId
  description: string
  priority: ProfilePriority | ''
  from: string
  to: string
}

export interface QuestionForm {
  description: string
  kind: QuestionKind
  answers: TypedAnswer[]
  points: { answerId: AnswerId; points: string }[]
  /** What becomes of answers that were taken out: another one of the same question. */
  became: { gone: AnswerId; other: AnswerId }[]
}

export const newAnswer = (id: AnswerId): TypedAnswer => ({ id, description: '', priority: '', from: '', to: '' })

const typed = (value: number | undefined) => (value === undefined ? '' : typedNumber(value))

export function formOf(question: Question | undefined, blank: readonly TypedAnswer[]): QuestionForm {
  const answers = question?.answers.map(({ id, description, priority, from, to }) => ({
    ...{ id, description, priority: priority ?? ('' as const), from: typed(from), to: typed(to) },
  }))
  return {
    description: question?.description ?? '',
    kind: question?.rating ? 'rating' : question?.multiple ? 'multiple' : 'single',
    answers: answers ?? blank.map((answer) => ({ ...answer })),
    points: question?.rating?.map(({ answerId, points }) => ({ answerId, points: typed(points) })) ?? [],
    became: [],
  }
}

/** A figure as it is typed, with comma or point; nothing where there is none. */
export function figureOf(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\s\u202f]/gu, '')
    .replace(',', '.')
    .replace(/^[−–]/, '-')
  return plain === '' || !/^-?\d+(\.\d+)?$/.test(plain) ? undefined : Number(plain)
}

export const isFigure = (text: string): boolean => text.trim() === '' || figureOf(text) !== undefined

/** Answers with words; the others are not there. */
export const filledAnswers = ({ answers }: QuestionForm): TypedAnswer[] => answers.filter(({ description }) => description.trim() !== '')

export function questionOf(form: QuestionForm, id: QuestionId): Question {
  const isRating = form.kind === 'rating'
  const answers = filledAnswers(form).map((answer) => {
    const [from, to] = isRating ? [figureOf(answer.from), figureOf(answer.to)] : []
    return {
      id: answer.id,
      description: answer.description.trim(),
      ...(answer.priority ? { priority: answer.priority } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }
  })
  const question = { id, description: form.description.trim(), multiple: form.kind === 'multiple', answers }
  return isRating ? { ...question, rating: pointsOf(form) } : question
}

/** Answers that give points; nought is none. */
const pointsOf = ({ points }: QuestionForm) =>
  points.flatMap(({ answerId, points: text }) => {
    const figure = figureOf(text)
    return figure === undefined || figure === 0 ? [] : [{ answerId, points: figure }]
  })

/** What is odd about the ranges of a rating; nothing while no points are given. */
export function oddRanges(form: QuestionForm, id: QuestionId, questionnaires: readonly Questionnaire[]): RangeTrouble[] {
  if (form.kind !== 'rating') return []
  const question = questionOf(form, id)
  return question.rating?.length && question.answers.length > 0 ? rangeTroubles(question, questionnaires) : []
}

/** The one at this place moved by one up or down. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const all = [...list]
  const [one] = all.splice(at, 1)
  if (one !== undefined) all.splice(Math.max(0, at + by), 0, one)
  return all
}

/** From the highest to the lowest; the blank one is normal. */
export const priorities = ['veryHigh', 'high', 'normal', 'low', 'veryLow'] as const
export const priorityOf = (name: (typeof priorities)[number]): ProfilePriority | '' =>
  name === 'normal' ? '' : ProfilePriority.parse(name)
