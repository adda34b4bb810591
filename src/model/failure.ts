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
  /** The browser cannot read its own files of the stored data. */
  | { code: 'storeDamaged'; detail: string }
  /** `detail` says what kind of trouble; `part`, `line` and `where` (the words around) say the place, where there is one. */
  | { code: 'document'; reason: DocumentTrouble; fileName: string; detail: string; part?: string; line?: number; where?: string }
  /** A picture for a letter; `detail` is its size in MB, or its points. */
  | { code: 'picture'; reason: PictureTrouble; fileName: string; detail: string }
  | { code: 'stopped' }
  | { code: 'noDocument'; count: number }
  /** More than any QR code holds. */
  | { code: 'codeTooLong'; name: string }
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
  /** It is a part of a tablet's data for another tablet: a restore would replace everything with it. */
  | { code: 'backupIsHandOver'; fileName: string }
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
  /** Somebody was forgotten since; what would come back may bear her words. */
  | { code: 'undoForgotten' }
  /** Entries do not count again while their whole segment is cancelled. */
  | { code: 'segmentCancelled'; count: number }
  /** What was cancelled is not answered; `name` is whose the first of them is. */
  | { code: 'respondCancelled'; count: number; name: string }
  /** No answer to the campaigns that these belong to. */
  | { code: 'responseUnknown'; count: number }
  /** The answer that was chosen for a call is none of its campaign any more. */
  | { code: 'answerGone' }
  /** In another window something else was answered for the same person. */
  | { code: 'answeredMeanwhile'; name: string }
  /** Of somebody who was forgotten nothing is noted. */
  | { code: 'noteOfErased' }
  /** Only what is cancelled can be deleted. */
  | { code: 'nothingCancelled' }
  /** None of these entries has a letter that can be sent again. */
  | { code: 'nothingToResend'; count: number }
  | { code: 'commentBlank' }
  /** An interaction with one contact lacks something, or the contact must not be contacted. */
  | { code: 'interactionRefused'; problems: string[] }
  /** Another window called this contact in the same round. */
  | { code: 'calledMeanwhile'; name: string }
  /** Another window closed the call round. */
  | { code: 'roundClosed' }
  /** Another window began to call once more those who were not reached. */
  | { code: 'calledAgainMeanwhile' }
  /** A task lacks something. */
  | { code: 'taskRefused'; problems: string[] }
  /** An opportunity lacks something, or cannot end so. */
  | { code: 'opportunityRefused'; problems: string[] }
  /** Nothing is made of an entry that does not count, or twice of the same one. */
  | { code: 'opportunityOfCancelled' }
  | { code: 'opportunityThere' }
  /** Everybody it was for is privacy blocked, a minor, or gone. */
  | { code: 'nobodyLeft'; count: number }
  | { code: 'codeTaken'; taken: string }
  /** Another row of the list is called the same. */
  | { code: 'nameTaken'; taken: string }
  | { code: 'nameBlank' }
  /** Two languages cannot become one while these templates have a document in both. */
  | { code: 'listMergeDocuments'; names: string[] }
  /** It cannot be deleted while these use it; `setup`: it is set up to be used by itself. */
  | { code: 'inUse'; names: string[]; setup: boolean }
  | { code: 'codeBlank' }
  /** A campaign would end before it starts. */
  | { code: 'campaignDates' }
  /** No line of an open segment and no interaction that counts is marked as a target of the campaign. */
  | { code: 'nobodyTargeted' }
  /** An answer that was given goes without another one in its place. */
  | { code: 'responseInUse'; name: string; count: number }
  /** Interactions do not count again while their campaign entry is cancelled. */
  | { code: 'campaignEntryCancelled'; count: number }
  /** Nothing to save, or nothing in the recipe to replay. */
  | { code: 'criteriaNoSteps' }
  /** Somebody who may not be written to can be put on no list. */
  | { code: 'withheld'; reason: 'privacyBlocked' | 'minor'; name: string }
  /** Something stands against deleting each of these; `name` is the first of them. */
  | { code: 'deleteBlocked'; count: number; name: string }
  /** A company to which people belong cannot be forgotten. */
  | { code: 'companyPeople'; count: number }
  /** Answers are not asked of minors; two were given to a question that takes one. */
  | { code: 'answersOfMinor'; name: string }
  | { code: 'secondAnswer'; question: string }
  /** A questionnaire cannot become narrower than what was answered. */
  | { code: 'severalAnswers'; count: number }
  | { code: 'answeredByOthers'; count: number }
  /** Ratings are worked out, not given; and none can be worked out that counts itself by way of these. */
  | { code: 'ratingByHand'; question: string }
  | { code: 'ratingCircle'; questions: string[] }
  /** An address that cannot stand beside the others; the detail is the code or day in question. */
  | { code: 'alternativeAddress'; reason: 'noCode' | 'codeTaken' | 'endBeforeStart' | 'sameStart'; detail: string }
  /** A filter expression cannot be read; `at` is the place, counted from 0, and `part` what stands there. */
  | { code: 'filter'; why: FilterTrouble; at: number; part: string }
  /** An import was left half done: it is finished or taken back before anything goes through all contacts. */
  | { code: 'importOpen' }
  /** How rows were before an import is kept of the last ones only. */
  | { code: 'importTooOld' }
  | { code: 'importTakenBack' }
  /** A person and a company, or a contact with itself, cannot be merged. */
  | { code: 'mergeKinds'; kept: string; lost: string }
  /** The contact that stayed at a merge is gone, as after it was merged into another one. */
  | { code: 'partGone'; name: string }
  /** A worker did not load, or died; pages that need it say so until the page is loaded again. */
  | { code: 'workerGone'; detail: string }
  | { code: 'bug'; detail: string }
