// The long jobs, by name: each reads, plans and (where it writes nouns) commits by itself; an action only calls it.
import type { Database } from '../../storage/database.ts'
import type { Shelf } from '../../storage/keep/generatedFiles.ts'
import { afterLogJobs, type AfterLogJobs } from './afterLog.ts'
import { backupJobs, type BackupJobs } from './backups.ts'
import { dataCheckJobs, type DataCheckJobs } from './dataCheck.ts'
import { documentJobs, type DocumentJobs } from './documents.ts'
import { emailJobs, type EmailJobs } from './emails.ts'
import { exportJobs, type ExportJobs } from './exports.ts'
import { importJobs, type ImportJobs } from './imports.ts'
import type { JobBook } from './jobBook.ts'
import { labelJobs, type LabelJobs } from './labels.ts'
import { LastActs, lastActJobs, type LastActJobs } from './lastActs.ts'
import { letterCheckJobs, type LetterCheckJobs } from './letterChecks.ts'
import { letterLookJobs, type LetterLookJobs } from './letterLooks.ts'
import { letterJobs, type LetterJobs } from './letters.ts'
import { loggingJobs, type LoggingJobs } from './logging.ts'
import { recipientJobs, type RecipientJobs } from './recipients.ts'
import { segmentListJobs, type SegmentListJobs } from './segmentLists.ts'
import { writtenLetterJobs, type WrittenLetterJobs } from './writtenLetters.ts'

export type WorkJobs = DocumentJobs &
  LetterJobs &
  LetterCheckJobs &
  LetterLookJobs &
  WrittenLetterJobs &
  EmailJobs &
  SegmentListJobs &
  RecipientJobs &
  ImportJobs &
  ExportJobs &
  BackupJobs &
  DataCheckJobs &
  LoggingJobs &
  AfterLogJobs &
  LastActJobs &
  LabelJobs

/** @param shelf where generated files stand; where nothing is said, in memory or the browser's own file system */
export function workJobs(db: Database, book: JobBook, shelf?: Shelf): WorkJobs {
  const acts = new LastActs()
  return {
    ...documentJobs(),
    ...letterJobs(db, book, shelf),
    ...letterCheckJobs(db),
    ...letterLookJobs(db),
    ...writtenLetterJobs(db, book),
    ...emailJobs(db, book, shelf),
    ...segmentListJobs(db, book, shelf),
    ...recipientJobs(db, book, shelf),
    ...importJobs(db, book),
    ...exportJobs(db, book, shelf),
    ...backupJobs(db, book, shelf),
    ...dataCheckJobs(db, book),
    ...loggingJobs(db, book, acts),
    ...afterLogJobs(db, book, acts),
    ...lastActJobs(db, book, acts),
    ...labelJobs(db, book, shelf),
  }
}
