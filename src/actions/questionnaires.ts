// Profile questionnaires: made, changed, deleted. Answers that go are taken from everybody who gave them, in the same commit.
import { ok, refuse, type Result } from '../base/result.ts'
import { given } from '../core/asRead.ts'
import { codeFor } from '../core/contact/lists.ts'
import type { Failure } from '../model/failure.ts'
import type { QuestionnaireId } from '../model/ids.ts'
import type { Questionnaire } from '../model/lists.ts'
import { noChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readListRows } from '../storage/read/lists.ts'
import type { JobWatch } from '../workers/call.ts'
import type { QuestionnaireWish } from '../workers/jobs/questionnaires.ts'
import { plainOccasion, planAndWrite, undoLong, type House, type Undoable } from './house.ts'

type Done<T> = Promise<Result<Committed & { value: T }, Failure>>
export type QuestionnaireFields = Pick<Questionnaire, 'code' | 'description' | 'contactType' | 'businessRelationId' | 'priority'>

/** Makes a questionnaire without questions; a blank code is made from the description. */
export function createQuestionnaire(house: House, fields: QuestionnaireFields): Done<QuestionnaireId> {
  return planAndWrite(house, 'createQuestionnaire', async () => {
    const others = await readListRows(house.db, 'questionnaires')
    const coded = withCode({ ...fields, id: house.occasion().nextId<QuestionnaireId>(), rev: 0, questions: [] }, others)
    return coded.ok ? ok({ changes: { ...noChanges(), put: { questionnaires: [coded.value] } }, value: coded.value.id }) : coded
  })
}

/** What was written, in how many contacts, and the way back. */
type Written = Promise<Result<Undoable & { value: number }, Failure>>

/**
 * Writes a questionnaire as it should be, on the one that was read, and what that means to the answers of all contacts.
 * @param became answers that became another one of the same question @returns how many contacts have other answers now
 */
export async function changeQuestionnaire(
  house: House,
  before: Questionnaire,
  after: Questionnaire,
  became: QuestionnaireWish['became'] = [],
  watch: JobWatch = {},
): Written {
  const others = (await readListRows(house.db, 'questionnaires')).filter(({ id }) => id !== before.id)
  const coded = withCode(after, others)
  return coded.ok ? written(house, { before, after: coded.value, became }, watch) : coded
}

/** Deletes a questionnaire and everything that was answered. @returns how many contacts have other answers now */
export async function deleteQuestionnaire(house: House, id: QuestionnaireId, watch: JobWatch = {}): Written {
  const questionnaire = (await readListRows(house.db, 'questionnaires')).find((one) => one.id === id)
  if (!questionnaire) return refuse({ code: 'notFound', table: 'questionnaires', id })
  return written(house, { before: questionnaire, after: undefined }, watch)
}

async function written(house: House, wish: QuestionnaireWish, watch: JobWatch): Written {
  const done = await house.calls.watched(watch, (work, job) => work.writeQuestionnaire(wish, plainOccasion(house), job))
  house.onWritten(done)
  if (!done.ok) return done
  const { rev, contacts } = done.value
  return ok({ rev, value: contacts, takeBack: () => undoLong(house, rev) })
}

/** With a code of its own and without blanks at the ends; an open choice is left out. */
function withCode(questionnaire: Questionnaire, others: readonly Questionnaire[]): Result<Questionnaire, Failure> {
  const description = questionnaire.description.trim()
  const code = codeFor(
    questionnaire.code,
    description,
    others.map((other) => other.code),
  )
  if (!code.ok) return code
  return ok(given({ ...questionnaire, description, code: code.value }))
}
