// Labels, envelopes and cover sheets are made in the worker, with progress and stop; nothing is written.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { SegmentId } from '../model/ids.ts'
import type { LabelFormat } from '../model/settings.ts'
import type { JobWatch } from '../workers/call.ts'
import type { CoverSheetWishes, EnvelopeWishes, LabelWishes } from '../workers/jobs/labels.ts'
import type { MadeLetters } from '../workers/jobs/letterMaking.ts'
import type { House } from './house.ts'

type Made = Promise<Result<MadeLetters, Failure>>

export const makeLabels = (house: House, id: SegmentId, wishes: LabelWishes, watch: JobWatch): Made =>
  house.calls.watched(watch, (work, job) => work.makeLabels(id, wishes, job))

export const makeEnvelopes = (house: House, id: SegmentId, wishes: EnvelopeWishes, watch: JobWatch): Made =>
  house.calls.watched(watch, (work, job) => work.makeEnvelopes(id, wishes, job))

export const makeCoverSheets = (house: House, id: SegmentId, wishes: CoverSheetWishes, watch: JobWatch): Made =>
  house.calls.watched(watch, (work, job) => work.makeCoverSheets(id, wishes, job))

/** A sheet to try the printer with. @param words how to print it, a line each */
export const makeLabelTest = (house: House, format: LabelFormat, words: string[], fileName: string, language: string): Made =>
  house.calls.watched({}, (work, job) => work.makeLabelTest(format, words, fileName, language, job))
