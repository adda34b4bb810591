// The long jobs, by name: each reads, plans and (where it writes nouns) commits by itself; an action only calls it.
import type { Database } from '../../storage/database.ts'
import { afterLogJobs, type AfterLogJobs } from './afterLog.ts'
import { backupJobs, type BackupJobs } from './backups.ts'
import { documentJobs, type DocumentJobs } from './documents.ts'
import { importJobs, type ImportJobs } from './imports.ts'
import type { JobBook } from './jobBook.ts'
import { LastActs, lastActJobs, type LastActJobs } from './lastActs.ts'
import { letterJobs, type LetterJobs } from './letters.ts'
import { loggingJobs, type LoggingJobs } from './logging.ts'

export type WorkJobs = DocumentJobs & LetterJobs & ImportJobs & BackupJobs & LoggingJobs & AfterLogJobs & LastActJobs

export function workJobs(db: Database, book: JobBook): WorkJobs {
  const acts = new LastActs()
  return {
    ...documentJobs(),
    ...letterJobs(db, book),
    ...importJobs(db),
    ...backupJobs(db),
    ...loggingJobs(db, book, acts),
    ...afterLogJobs(db, book, acts),
    ...lastActJobs(db, book, acts),
  }
}
