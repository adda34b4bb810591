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
  | { code: 'document'; reason: DocumentTrouble; fileName: string; detail: string }
  | { code: 'stopped' }
  | { code: 'noDocument'; count: number }
  | { code: 'csvEmpty'; fileName: string }
  | { code: 'csvNoHeader'; fileName: string; headers: string[] }
  | { code: 'backupNotOurs'; fileName: string }
  | { code: 'backupBroken'; fileName: string; detail: string }
  | { code: 'backupNewer'; fileName: string; version: number }
  | { code: 'stepsNone'; what: 'undo' | 'redo' }
  | { code: 'logRefused'; problems: string[] }
  /** An interaction with one contact lacks something, or the contact must not be contacted. */
  | { code: 'interactionRefused'; problems: string[] }
  /** A worker did not load, or died; pages that need it say so until the page is loaded again. */
  | { code: 'workerGone'; detail: string }
  | { code: 'bug'; detail: string }
