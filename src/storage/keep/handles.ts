// The folder of the device that the person chose for backups, as the browser's own handle (File System Access). It stays on this device: no
// backup holds it. The browser forgets from time to time that we may write there, and lets us ask again only in a tap.
import type { Database, HandleRow } from '../database.ts'

/** What is needed of a folder; not every browser has them. */
export interface BackupFolder {
  name: string
  queryPermission?: (asked: { mode: 'readwrite' }) => Promise<PermissionState>
  requestPermission?: (asked: { mode: 'readwrite' }) => Promise<PermissionState>
  getFileHandle: (name: string, options?: { create?: boolean }) => Promise<FolderFile>
  removeEntry: (name: string) => Promise<void>
  keys: () => AsyncIterable<string>
}
export interface FolderFile {
  createWritable: () => Promise<FolderWriting>
  getFile: () => Promise<Blob>
}
export interface FolderWriting {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  close: () => Promise<void>
  abort: () => Promise<void>
}

const folderId = 'backupFolder'

/** The chosen folder and when it was last written; nothing when none was chosen. */
export const readFolder = (db: Database): Promise<HandleRow | undefined> => db.handles.get(folderId)

/** Keeps the folder that was just chosen; another one takes its place. */
export async function keepFolder(db: Database, handle: BackupFolder): Promise<void> {
  await db.handles.put({ id: folderId, handle, name: handle.name })
}

export const forgetFolder = (db: Database): Promise<void> => db.handles.delete(folderId)

/** A backup was written there and opened again. */
export async function folderWritten(db: Database, at: string): Promise<void> {
  await db.handles.update(folderId, { writtenAt: at })
}

/** Whether we may write there without asking. */
export async function folderPermission({ handle }: HandleRow): Promise<'granted' | 'ask' | 'denied'> {
  const state = (await (handle as BackupFolder).queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
  return state === 'prompt' ? 'ask' : state
}

/** Asks the browser again; call it in a tap, on the page. */
export async function askForFolder({ handle }: HandleRow): Promise<boolean> {
  return ((await (handle as BackupFolder).requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted'
}
