// How a finished letter reads: its words, for a look at it where no Word is.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { letterText } from '../../word/index.ts'
import { documentFailure } from './documents.ts'

export interface LetterReadingJobs {
  /** The words of the letter, paragraph by paragraph; headers, notes and pictures are not among them. */
  readLetter: (bytes: ArrayBuffer, fileName: string) => Promise<Result<string[], Failure>>
}

export const letterReadingJobs = (): LetterReadingJobs => ({
  readLetter: (bytes, fileName) => {
    const read = letterText(new Uint8Array(bytes))
    return Promise.resolve(read.ok ? ok(read.value) : refuse(documentFailure(read.failure, fileName)))
  },
})
