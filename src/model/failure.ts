// Every expected failure, as a plain tagged object that survives postMessage. Its words live in `text/failures.ts`.
import type { TableName } from './tables.ts'

/** Why a file is not a Word document that letters can be made from. */
export type DocumentTrouble =
  | 'NOT_DOCX_DOC'
  | 'NOT_DOCX_PASSWORD'
  | 'NOT_DOCX_OTHER'
  | 'NOT_DOCX_EMPTY'
  | 'ZIP_BROKEN'
  | 'ZIP_LIMIT'
  | 'XML_DTD'
  | 'XML_BAD'
  | 'PART_MISSING'
  | 'NO_LETTERS'
  | 'OUTPUT_QUOTA'
  | 'OUTPUT_FAILED'
  | 'OUTPUT_LIMIT'

/** What is wrong at a place of a filter expression. */
export type FilterTrouble =
  | 'empty'
  | 'valueMissing'
  | 'quoteOpen'
  | 'quoteNeeded'
  | 'bracketOpen'
  | 'bracketNotOpened'
  | 'operatorMissing'
  | 'wildcard'
  | 'notANumber'
  | 'notADay'
  | 'tooDeep'

/** Why a picture cannot stand in a letter. */
export type PictureTrouble = 'kind' | 'tooBig' | 'tooManyPoints'

/** Why a file is no rows that could be taken in; each has a sentence. `csvEmpty` says it of a file without any row. */
export type ImportFileTrouble =
  /** What it is instead. */
  | 'backup'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'numbers'
  | 'pdf'
  | 'picture'
  | 'word'
  | 'zip'
  | 'html'
  | 'json'
  | 'calendar'
  | 'outlookData'
  | 'noText'
  /** It is locked, broken, or too much. */
  | 'password'
  | 'broken'
  | 'bomb'
  | 'tooBig'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'cellTooLong'
  | 'noSheet'

export type Failure =
  /** Another window or an earlier action changed what this one rests on. */
  | { code: 'stale'; table: TableName; id: string }
  /** What should be taken back was changed since by another act. */
  | { code: 'changedSince'; count: number }
  | { code: 'notFound'; table: TableName; id: string }
  | { code: 'diskFull' }
  /** The data was written by a newer version of the app. */
  | { code: 'newerData'; stored: number; known: number }
  | { code: 'blocked' }
  | { code: 'connectionLost' }
  | { code: 'storage'; detail: string }
  /** `detail` says what kind of trouble; `part`, `line` and `where` (the words around) say the place, where there is one. */
  | { code: 'document'; reason: DocumentTrouble; fileName: string; detail: string; part?: string; line?: number; where?: string }
  /** A picture for a letter; `detail` is its size in MB, or its points. */
  | { code: 'picture'; reason: PictureTrouble; fileName: string; detail: string }
  | { code: 'stopped' }
  | { code: 'noDocument'; count: number }
  /** E-mails without their letter, in languages whose usual words speak of one. */
  | { code: 'emailTextMissing'; languages: string[] }
  /** It was made once, and whom it is for may not be written to any more; `shared`: others got it too. */
  | { code: 'letterWithheld'; name: string; shared: boolean }
  /** A condition in the document itself (SKIPIF) leaves out everybody asked for; `name` is the first of them. */
  | { code: 'leftOutByDocument'; count: number; name: string; fileName: string }
  /** Nobody can be reached by post, or nobody's address fits. */
  | { code: 'nobodyAddressed'; count: number }
  | { code: 'csvEmpty'; fileName: string }
  /** An Excel sheet holds no more rows. */
  | { code: 'exportTooLong'; rows: number; most: number }
  /** A list on paper. */
  | { code: 'listTooLong'; rows: number; most: number }
  | { code: 'csvNoHeader'; fileName: string; headers: string[] }
  /** A file that was to be taken in; `detail` is a number that is too high, the line of it, or the sheet asked for. */
  | { code: 'importFile'; reason: ImportFileTrouble; fileName: string; detail: string }
  /** The file that was opened to be taken in is no longer there: the worker began anew, or another file was opened. */
  | { code: 'importGone' }
  | { code: 'backupNotOurs'; fileName: string }
  | { code: 'backupBroken'; fileName: string; detail: string }
  | { code: 'backupNewer'; fileName: string; version: number }
  /** The end of the file is missing. */
  | { code: 'backupCut'; fileName: string }
  | { code: 'backupPassword'; why: 'needed' | 'wrong'; fileName: string }
  /** Rows of a backup that are not in the shape of their table; where they stand may be left out. */
  | { code: 'backupUnreadable'; fileName: string; rows: number }
  /** What was just written could not be opened again: it is no backup. */
  | { code: 'backupNotWhole'; detail: string }
  /** The tablet that made the backup gives numbers with this prefix. */
  | { code: 'prefixTaken'; prefix: string }
  /** What a restore replaced was let go already. */
  | { code: 'noRestoreBefore' }
  /** A folder of the device: the browser wants to be asked again, or it is not there any more. */
  | { code: 'folderPermission'; name: string }
  | { code: 'folderGone'; name: string; detail: string }
  | { code: 'stepsNone'; what: 'undo' | 'redo' }
  | { code: 'logRefused'; problems: string[] }
  /** What it takes to undo a long act is kept in memory only, and this is no longer there. */
  | { code: 'undoLost' }
  /** Entries do not count again while their whole segment is cancelled. */
  | { code: 'segmentCancelled'; count: number }
  /** Only what is cancelled can be deleted. */
  | { code: 'nothingCancelled' }
  /** None of these entries has a letter that can be sent again. */
  | { code: 'nothingToResend'; count: number }
  | { code: 'commentBlank' }
  /** An interaction with one contact lacks something, or the contact must not be contacted. */
  | { code: 'interactionRefused'; problems: string[] }
  | { code: 'codeTaken'; taken: string }
  /** It cannot be deleted while these use it; `setup`: it is set up to be used by itself. */
  | { code: 'inUse'; names: string[]; setup: boolean }
  | { code: 'codeBlank' }
  /** Nothing to save, or nothing in the recipe to replay. */
  | { code: 'criteriaNoSteps' }
  /** Somebody who may not be written to can be put on no list. */
  | { code: 'withheld'; reason: 'privacyBlocked' | 'minor'; name: string }
  /** Answers are not asked of minors; two were given to a question that takes one. */
  | { code: 'answersOfMinor'; name: string }
  | { code: 'secondAnswer'; question: string }
  /** A questionnaire cannot become narrower than what was answered. */
  | { code: 'severalAnswers'; count: number }
  | { code: 'answeredByOthers'; count: number }
  /** An address that cannot stand beside the others; the detail is the code or day in question. */
  | { code: 'alternativeAddress'; reason: 'noCode' | 'codeTaken' | 'endBeforeStart' | 'sameStart'; detail: string }
  /** A filter expression cannot be read; `at` is the place, counted from 0, and `part` what stands there. */
  | { code: 'filter'; why: FilterTrouble; at: number; part: string }
  /** An import was left half done: it is finished or taken back before anything goes through all contacts. */
  | { code: 'importOpen' }
  /** How rows were before an import is kept of the last ones only. */
  | { code: 'importTooOld' }
  | { code: 'importTakenBack' }
  /** A worker did not load, or died; pages that need it say so until the page is loaded again. */
  | { code: 'workerGone'; detail: string }
  | { code: 'bug'; detail: string }
