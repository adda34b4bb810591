// The long jobs, by name: each reads, plans and (where it writes nouns) commits by itself; an action only calls it.
import type { Database } from '../../storage/database.ts'
import { backupJobs, type BackupJobs } from './backups.ts'
import { documentJobs, type DocumentJobs } from './documents.ts'
import { importJobs, type ImportJobs } from './imports.ts'
import type { JobBook } from './jobBook.ts'
import { letterJobs, type LetterJobs } from './letters.ts'
import { loggingJobs, type LoggingJobs } from './logging.ts'

export type WorkJobs = DocumentJobs & LetterJobs & ImportJobs & BackupJobs & LoggingJobs

export const workJobs = (db: Database, book: JobBook): WorkJobs => ({
  ...documentJobs(),
  ...letterJobs(db, book),
  ...importJobs(db),
  ...backupJobs(db),
  ...loggingJobs(db, book),
})
