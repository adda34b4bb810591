// The long jobs, by name: each reads, plans and (where it writes nouns) commits by itself; an action only calls it.
import type { Database } from '../../storage/database.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { afterLogJobs, type AfterLogJobs } from './afterLog.ts'
import { backupJobs, type BackupJobs } from './backups.ts'
import { bulkJobs, type BulkJobs } from './bulk.ts'
import { campaignActJobs, type CampaignActJobs } from './campaignActs.ts'
import { dataCheckJobs, type DataCheckJobs } from './dataCheck.ts'
import { deleteContactJobs, type DeleteContactJobs } from './deleteContacts.ts'
import { documentJobs, type DocumentJobs } from './documents.ts'
import { duplicateJobs, type DuplicateJobs } from './duplicates.ts'
import { emailJobs, type EmailJobs } from './emails.ts'
import { exportJobs, type ExportJobs } from './exports.ts'
import { forgetJobs, type ForgetJobs } from './forget.ts'
import { handOverJobs, type HandOverJobs } from './handOvers.ts'
import { importJobs, type ImportJobs } from './imports.ts'
import type { JobBook } from './jobBook.ts'
import { labelJobs, type LabelJobs } from './labels.ts'
import { mergingJobs, type MergingJobs } from './merging.ts'
import { knownJobs, type KnownJobs } from './known.ts'
import { LastActs, lastActJobs, type LastActJobs } from './lastActs.ts'
import { letterCheckJobs, type LetterCheckJobs } from './letterChecks.ts'
import { letterLookJobs, type LetterLookJobs } from './letterLooks.ts'
import { letterJobs, type LetterJobs } from './letters.ts'
import { listRowJobs, type ListRowJobs } from './listRows.ts'
import { loggingJobs, type LoggingJobs } from './logging.ts'
import { phoneJobs, type PhoneJobs } from './phoneNumbers.ts'
import { questionnaireJobs, type QuestionnaireJobs } from './questionnaires.ts'
import { recipientJobs, type RecipientJobs } from './recipients.ts'
import { segmentListJobs, type SegmentListJobs } from './segmentLists.ts'
import { codeJobs, type CodeJobs } from './codes.ts'
import { templateCheckJobs, type TemplateCheckJobs } from './templateCheck.ts'
import { taskMakingJobs, type TaskMakingJobs } from './taskMaking.ts'
import { writtenLetterJobs, type WrittenLetterJobs } from './writtenLetters.ts'

export type WorkJobs = DocumentJobs &
  DuplicateJobs &
  LetterJobs &
  LetterCheckJobs &
  LetterLookJobs &
  WrittenLetterJobs &
  EmailJobs &
  SegmentListJobs &
  RecipientJobs &
  PhoneJobs &
  QuestionnaireJobs &
  ImportJobs &
  ExportJobs &
  BackupJobs &
  DataCheckJobs &
  LoggingJobs &
  BulkJobs &
  CampaignActJobs &
  AfterLogJobs &
  LastActJobs &
  DeleteContactJobs &
  ForgetJobs &
  HandOverJobs &
  KnownJobs &
  LabelJobs &
  MergingJobs &
  ListRowJobs &
  TaskMakingJobs &
  TemplateCheckJobs &
  CodeJobs

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
    ...phoneJobs,
    ...questionnaireJobs(db, book, acts),
    ...importJobs(db, book),
    ...exportJobs(db, book, shelf),
    ...backupJobs(db, book, shelf),
    ...dataCheckJobs(db, book),
    ...loggingJobs(db, book, acts),
    ...bulkJobs(db, book, acts),
    ...campaignActJobs(db, book, acts),
    ...afterLogJobs(db, book, acts),
    ...lastActJobs(db, book, acts),
    ...deleteContactJobs(db, book, acts),
    ...forgetJobs(db, book, acts),
    ...handOverJobs({ db, book, acts, shelf: shelf ?? newShelf() }),
    ...knownJobs(db, book, shelf),
    ...labelJobs(db, book, shelf),
    ...duplicateJobs(db, book),
    ...mergingJobs(db, book, acts),
    ...listRowJobs(db, book, acts),
    ...taskMakingJobs(db, acts),
    ...templateCheckJobs(db, book),
    ...codeJobs(db),
  }
}
