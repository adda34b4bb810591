// Profile questionnaires: made, changed, deleted. Answers that go are taken from everybody who gave them, in the same commit.
import { ok, refuse, type Result } from '../base/result.ts'
import { codeFor } from '../core/contact/lists.ts'
import { answersOf, planQuestionnaireChange, planQuestionnaireDelete } from '../core/contact/profile.ts'
import type { Failure } from '../model/failure.ts'
import type { QuestionnaireId } from '../model/ids.ts'
import type { Questionnaire } from '../model/lists.ts'
import { noChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { readListRows } from '../storage/read/lists.ts'
import { planAndWrite, type House } from './house.ts'

type Done<T> = Promise<Result<Committed & { value: T }, Failure>>
export type QuestionnaireFields = Pick<Questionnaire, 'code' | 'description' | 'contactType'>

/** Makes a questionnaire without questions; a blank code is made from the description. */
export function createQuestionnaire(house: House, fields: QuestionnaireFields): Done<QuestionnaireId> {
  return planAndWrite(house, 'createQuestionnaire', async () => {
    const others = await readListRows(house.db, 'questionnaires')
    const coded = withCode({ ...fields, id: house.occasion().nextId<QuestionnaireId>(), rev: 0, questions: [] }, others)
    return coded.ok ? ok({ changes: { ...noChanges(), put: { questionnaires: [coded.value] } }, value: coded.value.id }) : coded
  })
}

/** Writes a questionnaire as it should be, on the one that was read. @returns how many contacts had given answers of it */
export function changeQuestionnaire(house: House, before: Questionnaire, after: Questionnaire): Done<number> {
  return planAndWrite(house, 'changeQuestionnaire', async () => {
    const others = (await readListRows(house.db, 'questionnaires')).filter(({ id }) => id !== before.id)
    const coded = withCode(after, others)
    if (!coded.ok) return coded
    const holders = await holdersOf(house, before)
    const planned = planQuestionnaireChange(before, coded.value, holders, house.occasion())
    return planned.ok ? ok({ changes: planned.value, value: holders.length }) : planned
  })
}

/** Deletes a questionnaire and everything that was answered. @returns how many contacts had given answers */
export function deleteQuestionnaire(house: House, id: QuestionnaireId): Done<number> {
  return planAndWrite(house, 'deleteQuestionnaire', async () => {
    const questionnaire = (await readListRows(house.db, 'questionnaires')).find((one) => one.id === id)
    if (!questionnaire) return refuse({ code: 'notFound', table: 'questionnaires', id })
    const holders = await holdersOf(house, questionnaire)
    return ok({ changes: planQuestionnaireDelete(questionnaire, holders, house.occasion()), value: holders.length })
  })
}

const holdersOf = async (house: House, { questions }: Questionnaire) =>
  readContacts(house.db, await house.calls.index.holdersOf('answers', answersOf(questions)))

/** With a code of its own and without blanks at the ends; an open choice is left out. */
function withCode(questionnaire: Questionnaire, others: readonly Questionnaire[]): Result<Questionnaire, Failure> {
  const { contactType, ...rest } = questionnaire
  const description = questionnaire.description.trim()
  const code = codeFor(
    questionnaire.code,
    description,
    others.map((other) => other.code),
  )
  if (!code.ok) return code
  return ok({ ...rest, description, code: code.value, ...(contactType ? { contactType } : {}) })
}
