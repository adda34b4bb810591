// A questionnaire that is changed or deleted, with the answers of all whom that concerns: read, planned and committed as one.
import { ok, type Result } from '../../base/result.ts'
import { planAnswerCriteria, type AskingRows } from '../../core/contact/answerCriteria.ts'
import { concernedAnswers, planQuestionnaire } from '../../core/contact/questionnaire.ts'
import { planPace } from '../../core/lists/goneRow.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { AnswerId, ContactId } from '../../model/ids.ts'
import type { Questionnaire } from '../../model/lists.ts'
import { joinChanges, noChanges } from '../../model/tables.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { lastRev } from '../../storage/changes.ts'
import { readPace } from '../../storage/read/lists.ts'
import { countContacts, eachContact } from '../../storage/read/pending.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

/** What is to become of a questionnaire. */
export interface QuestionnaireWish {
  before: Questionnaire
  /** Nothing = it is deleted. */
  after: Questionnaire | undefined
  /** Answers that became another one of the same question. */
  became?: readonly (readonly [AnswerId, AnswerId])[]
}

export interface QuestionnaireWritten {
  rev: number
  /** How many contacts have other answers now. */
  contacts: number
}

export interface QuestionnaireJobs {
  /** Failures: `severalAnswers`, `answeredByOthers`, `ratingCircle`, `stale`, `stopped`, disk trouble; then nothing was written. */
  writeQuestionnaire: (wish: QuestionnaireWish, occasion: PlainOccasion, job: number) => Promise<Result<QuestionnaireWritten, Failure>>
}

export const questionnaireJobs = (db: Database, book: JobBook, acts: LastActs): QuestionnaireJobs => ({
  writeQuestionnaire: async ({ before, after, became = [] }, plain, job) => {
    const what = after ? 'changeQuestionnaire' : 'deleteQuestionnaire'
    for (let attempt = 1; ; attempt++) {
      const since = await lastRev(db)
      const change = { before, after, became: new Map(became), stored: await db.questionnaires.toArray() }
      const { holders, ids } = await holdersOf(db, new Set(concernedAnswers(change)), (done, total) => book.progress(job, done, 2 * total))
      if (book.stopped(job)) return { ok: false, failure: { code: 'stopped' } }
      const planned = planQuestionnaire(change, holders, occasionOf(plain))
      if (!planned.ok) return planned
      const { contacts, changes } = planned.value
      if (changes.requires.length === 0) return ok({ rev: 0, contacts })
      // Whoever was given an answer since the look is seen at the second one.
      const criteria = change.became.size > 0 ? planAnswerCriteria(await askingRows(db), change.became) : noChanges()
      const answers = new Set((after?.questions ?? []).flatMap((question) => question.answers.map(({ id }) => id as string)))
      const hers = new Set(before.questions.flatMap((question) => question.answers.map(({ id }) => id as string)))
      const nowOf = (id: string) => change.became.get(id as AnswerId) ?? (hers.has(id) && !answers.has(id) ? undefined : id)
      const pace = planPace(await readPace(db), nowOf)
      const whole = { ...joinChanges(changes, criteria, pace), untouched: [{ table: 'contacts' as const, ids, since }] }
      const done = await commit(db, whole, what, plain.now, (now, total) => book.progress(job, total + now, 2 * total))
      if (!done.ok && (done.failure.code !== 'stale' || attempt === 2)) return done
      if (!done.ok) continue
      acts.keep(done.value.rev, what, done.value.inverse)
      return ok({ rev: done.value.rev, contacts })
    }
  },
})

async function askingRows(db: Database): Promise<AskingRows> {
  const [savedCriteria, steps, loggedSegments] = await Promise.all([
    db.savedCriteria.toArray(),
    db.steps.toArray(),
    db.loggedSegments.toArray(),
  ])
  return { savedCriteria, steps, loggedSegments }
}

/** Everybody who gave one of these answers, and all who were looked at. */
async function holdersOf(db: Database, answers: ReadonlySet<AnswerId>, progress: (done: number, total: number) => void) {
  const [holders, ids]: [Contact[], ContactId[]] = [[], []]
  if (answers.size === 0) return { holders, ids }
  const total = await countContacts(db)
  await eachContact(db, (contacts) => {
    for (const contact of contacts) {
      ids.push(contact.id)
      if (contact.answerIds.some((id) => answers.has(id))) holders.push(contact)
    }
    progress(ids.length, total)
  })
  return { holders, ids }
}
