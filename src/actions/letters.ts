// Letters are generated in the worker, with progress and stop; the segment remembers when, so that nobody forgets to log them.
import type { Result } from '../base/result.ts'
import { planLettersMade } from '../core/segment/edit.ts'
import type { Failure } from '../model/failure.ts'
import type { EntryId, LoggedSegmentId, SegmentId } from '../model/ids.ts'
import { readSegment } from '../storage/read/segments.ts'
import type { JobWatch } from '../workers/call.ts'
import type { LetterOutput, MadeLetters } from '../workers/jobs/letters.ts'
import { write, type House } from './house.ts'

/** Makes the letters of an open segment: one document for all, or a zip with one per contact. Nothing is written if it is stopped. */
export async function makeLetters(
  house: House,
  id: SegmentId,
  output: LetterOutput,
  watch: JobWatch,
): Promise<Result<MadeLetters, Failure>> {
  // The moment the segment is read: a change while the letters are made is a change since.
  const { now } = house.occasion()
  const made = await house.calls.watched(watch, (work, job) => work.makeLetters(id, output, undefined, job))
  if (!made.ok) return made
  const state = await readSegment(house.db, id)
  if (!state) return made
  const noted = await write(house, planLettersMade(state, made.value.letters, { ...house.occasion(), now }), 'makeLetters')
  return noted.ok || noted.failure.code === 'stale' ? made : noted
}

/** The letter of one line, as a document of its own. */
export const makeOneLetter = (house: House, id: SegmentId, lineNo: number): Promise<Result<MadeLetters, Failure>> =>
  house.calls.watched({}, (work, job) => work.makeLetters(id, 'combined', lineNo, job))

/** The letters of a logged segment again, as they were. */
export const makeLoggedLetters = (
  house: House,
  id: LoggedSegmentId,
  output: LetterOutput,
  lineNo: number | undefined,
  watch: JobWatch,
): Promise<Result<MadeLetters, Failure>> => house.calls.watched(watch, (work, job) => work.makeLoggedLetters(id, output, lineNo, job))

/** The letter of one entry of the interaction log again, as it was. */
export const makeEntryLetter = (house: House, id: EntryId): Promise<Result<MadeLetters, Failure>> =>
  house.calls.watched({}, (work, job) => work.makeEntryLetter(id, job))
