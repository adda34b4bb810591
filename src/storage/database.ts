// The one database of the app. Few indexes: criteria never run on them.
// Housekeeping tables (`changes`, `drafts`, `snapshots`) stand beside the nouns; see the table in src/README.md for who writes them.
import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Row, TableName } from '../model/tables.ts'
import { upgradeToSecond, upgradeToThird } from './keep/upgrades.ts'
import { isLost } from './failure.ts'

/** The version of the stored shape. A step up adds a `version(…)` with its upgrade in `newDatabase` and keeps the older ones. */
export const schemaVersion = 8

/**
 * What is new since the seventh version: letters may hold lists and pictures, segments the answers to questions of documents. No row changes;
 * an app that knows nothing of them must not read them.
 */
const eighth = {}

/** What is new since the sixth version: what is known of rows that were handed over to another tablet. */
const seventh = { handOverStates: '&id' }

/** What is new since the fifth version: statuses and target groups of campaigns, call rounds, tasks, opportunities. */
const sixth = {
  ...{ campaignStatuses: '&id', targetGroups: '&id', callRounds: '&id, segmentId' },
  tasks: '&id, contactId, companyId, campaignId, opportunityId, status',
  opportunities: '&id, contactId, companyId, campaignId',
  entries: '&id, contactId, companyId, loggedSegmentId, campaignId, day, *letter.together.contactIds, callRoundId, opportunityId',
}

/** What is new since the fourth version: where companies are looked up, duplicates that were merged or are none, what happened at a company. */
const fifth = {
  ...{ webSources: '&id', merges: '&id, keptId, lost.id', notDuplicates: '&id' },
  entries: '&id, contactId, companyId, loggedSegmentId, campaignId, day, *letter.together.contactIds',
}

/** What is new since the third version: how a file is read, and what an import in chunks needs to be finished or taken back. */
const fourth = { importMappings: '&id', imports: '&id', pendingContacts: '&id, importId', importBefore: '&id, importId', handles: '&id' }

/** What is new since the second version. */
const third = { snapshots: '&id' }

/** What is new since the first version. */
const second: Partial<Record<TableName, string>> = {
  interactionGroups: '&id',
  businessRelations: '&id',
  jobResponsibilities: '&id',
  organizationalLevels: '&id',
  territories: '&id',
  questionnaires: '&id',
  purchases: '&id, companyId',
  salutations: '&id',
  salutationFormulas: '&id',
  savedCriteria: '&id',
  loggedLines: '&id, loggedSegmentId',
  entries: '&id, contactId, loggedSegmentId, campaignId, day',
}

const first: Partial<Record<TableName | 'changes' | 'drafts', string>> = {
  contacts: '&id, no, companyId',
  mailingGroups: '&id',
  industryGroups: '&id',
  salespeople: '&id',
  templates: '&id',
  attachments: '&id',
  segments: '&id, no',
  segmentLines: '&id',
  steps: '&id, segmentId',
  loggedSegments: '&id, no',
  loggedStates: '&id',
  entries: '&id, contactId, loggedSegmentId, day',
  campaigns: '&id',
  campaignEntries: '&id, campaignId',
  settings: '&id',
  series: '&id',
  changes: '++rev',
  drafts: '&id',
}

/** One row per commit: which rows of which table it touched. Other tabs and the worker read on from their own rev. */
export interface ChangeRow {
  rev: number
  at: string
  what: string
  ids: Partial<Record<TableName, string[]>>
}

/** What is being typed in an open form, so that it survives a crash. */
export interface DraftRow {
  id: string
  at: string
  value: unknown
}

/** What is worked out from the nouns and kept so that it need not be worked out again: it may be thrown away at any time. */
export interface SnapshotRow {
  id: string
  /** The shape of `value`; one of another shape is thrown away. */
  schema: string
  /** The number of the last commit that is in it. */
  rev: number
  value: unknown
}

/**
 * An import as the journal keeps it: begun with one commit that holds everything, then new contacts are put in their places in the
 * background. `storing` after a crash: it is finished or taken back. Not in backups: an import is taken back on the tablet that made it.
 */
export interface ImportRow {
  id: string
  /** The number of its commit: rows it wrote and nobody touched since bear it. */
  rev: number
  at: string
  fileName: string
  kind: 'contacts' | 'interactions' | 'purchases'
  state: 'storing' | 'stored' | 'takenBack'
  /** Rows made, rows changed, new contacts that stand in their places already. */
  made: number
  changed: number
  stored: number
  /** Rows of the taking back that stayed, because they were edited since or others rest on them. */
  kept?: number
  /** The number of the commit that took it back. */
  takenBackRev?: number
}

/** New contacts of an import on their way to their places, packed: the key is the first one's, ids rise within and from piece to piece. */
export interface PendingContacts {
  id: string
  importId: string
  rev: number
  contacts: Row<'contacts'>[]
}

/** Rows as they were before an import changed them; the key is the import's with a number. */
export interface ImportBefore {
  id: string
  importId: string
  table: TableName
  rows: Row<TableName>[]
}

/** A folder of the device that the person chose for backups, as the browser's own handle. */
export interface HandleRow {
  id: string
  handle: unknown
  name: string
  /** When a backup was last written there and opened again. */
  writtenAt?: string
}

export type FieldbookTables = { [T in TableName]: Table<Row<T>, string> }

interface Housekeeping {
  changes: EntityTable<ChangeRow, 'rev'>
  drafts: EntityTable<DraftRow, 'id'>
  snapshots: EntityTable<SnapshotRow, 'id'>
  imports: EntityTable<ImportRow, 'id'>
  pendingContacts: EntityTable<PendingContacts, 'id'>
  importBefore: EntityTable<ImportBefore, 'id'>
  handles: EntityTable<HandleRow, 'id'>
}

export type Database = Dexie & FieldbookTables & Housekeeping

export interface DatabaseOptions {
  indexedDB?: IDBFactory
  IDBKeyRange?: typeof IDBKeyRange
  /** `relaxed`: a power cut may take back what was written, as long as nobody relies on it. */
  chromeTransactionDurability?: 'strict' | 'relaxed'
}

const places = new WeakMap<object, DatabaseOptions>()

/** Where a database lives, to open another one beside it. */
export function placeOf(db: Database): DatabaseOptions {
  const { indexedDB, IDBKeyRange: ranges } = places.get(db) ?? {}
  return { ...(indexedDB ? { indexedDB } : {}), ...(ranges ? { IDBKeyRange: ranges } : {}) }
}

export function newDatabase(name: string, options: DatabaseOptions = {}): Database {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...options }) as Database
  places.set(db, options)
  db.version(1).stores(first)
  db.version(2).stores(second).upgrade(upgradeToSecond)
  db.version(3).stores(third).upgrade(upgradeToThird)
  db.version(4).stores(fourth)
  db.version(5).stores(fifth)
  db.version(6).stores(sixth)
  db.version(7).stores(seventh)
  db.version(schemaVersion).stores(eighth)
  // Dexie opens anew what a browser has closed, and begins the transaction again; WebKit has another name for it.
  db.use({
    stack: 'dbcore',
    name: 'lost connection',
    create: (core) => ({
      ...core,
      transaction: (...how) => {
        try {
          return core.transaction(...how)
        } catch (error) {
          if (!isLost(error)) throw error
          throw new DOMException('The connection was lost.', 'InvalidStateError')
        }
      },
    }),
  })
  // Closed for good: code of an old version must not write into a newer shape, and must not open it again by itself.
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    return false
  })
  return db
}
