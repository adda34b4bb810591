// Letters are generated in the worker, with progress and stop; the segment remembers when, so that nobody forgets to log them.
import type { Result } from '../base/result.ts'
import { planLettersMade } from '../core/segment/edit.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId, EntryId, LoggedSegmentId, SegmentId, TemplateId } from '../model/ids.ts'
import type { LetterLanguage } from '../model/parts.ts'
import { readSegment } from '../storage/read/segments.ts'
import type { JobWatch } from '../workers/call.ts'
import type { LetterWishes, MadeLetters } from '../workers/jobs/letterMaking.ts'
import { plainOccasion, write, type House } from './house.ts'

/**
 * Makes the letters of an open segment: one document for all, several of so many letters, or a zip with one per contact. Nothing is
 * written if it is stopped.
 */
export async function makeLetters(
  house: House,
  id: SegmentId,
  wishes: LetterWishes,
  watch: JobWatch,
): Promise<Result<MadeLetters, Failure>> {
  // The moment the segment is read: a change while the letters are made is a change since.
  const { now } = house.occasion()
  const made = await house.calls.watched(watch, (work, job) => work.makeLetters(id, wishes, undefined, now, job))
  if (!made.ok) return made
  const state = await readSegment(house.db, id)
  if (!state) return made
  const leftOut = made.value.leftOut.map(({ lineNo }) => lineNo)
  const count = state.segment.lettersPer ? made.value.letters : made.value.lines
  const noted = await write(house, planLettersMade(state, count, { ...house.occasion(), now }, leftOut), 'makeLetters')
  return noted.ok || noted.failure.code === 'stale' ? made : noted
}

/** The letter of one line, as a document of its own. */
export const makeOneLetter = (house: House, id: SegmentId, lineNo: number): Promise<Result<MadeLetters, Failure>> =>
  house.calls.watched({}, (work, job) => work.makeLetters(id, { output: 'combined' }, lineNo, house.occasion().now, job))

/** The letter that somebody would get by the template's document of this language, to look at; nothing is noted. */
export const makeTrialLetter = (
  house: House,
  contact: ContactId,
  template: TemplateId,
  language: LetterLanguage,
): Promise<Result<MadeLetters, Failure>> =>
  house.calls.watched({}, (work, job) => work.makeTrialLetter(contact, template, language, plainOccasion(house), job))

/** The files are not needed any more: call it when the page that shows them closes, or other ones are made. */
export const discardLetters = (house: House, run: string): Promise<void> => house.calls.work.discardLetters(run).catch(() => undefined)

/** The letters of a logged segment again, as they were. */
export const makeLoggedLetters = (
  house: House,
  id: LoggedSegmentId,
  wishes: LetterWishes,
  lineNo: number | undefined,
  watch: JobWatch,
): Promise<Result<MadeLetters, Failure>> => house.calls.watched(watch, (work, job) => work.makeLoggedLetters(id, wishes, lineNo, job))

/** The letter of one entry of the interaction log again, as it was. */
export const makeEntryLetter = (house: House, id: EntryId): Promise<Result<MadeLetters, Failure>> =>
  house.calls.watched({}, (work, job) => work.makeEntryLetter(id, job))
