// Where the app keeps backups it makes by itself: a folder of the browser's own file system. They protect from mistakes of the app and of
// the hand; with the browser's data they go all the same.
import { browserRoot, type FileRoot } from './generatedFiles.ts'

/** A file that is written; on the page there are no handles for single writes, in a worker there are. */
interface SnapshotFile {
  createSyncAccessHandle?: () => Promise<{
    write: (bytes: Uint8Array<ArrayBuffer>, options: { at: number }) => number
    flush: () => void
    close: () => void
  }>
  createWritable?: () => Promise<{
    write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
    close: () => Promise<void>
    abort: () => Promise<void>
  }>
  getFile: () => Promise<Blob>
}

export interface SnapshotShelf {
  names: () => Promise<string[]>
  file: (name: string) => Promise<Blob | undefined>
  /** Begins a file; nothing where there is no place for it. */
  begin: (name: string) => Promise<SnapshotWriting | undefined>
  remove: (name: string) => Promise<void>
}

export interface SnapshotWriting {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  close: () => Promise<void>
  /** What was written goes. */
  abort: () => Promise<void>
}

const folder = 'snapshots'

/** @param root of the browser's file system; nothing where there is none */
export function snapshotShelf(root: () => Promise<FileRoot | undefined> = browserRoot): SnapshotShelf {
  const place = async (create: boolean) =>
    (await root().catch(() => undefined))?.getDirectoryHandle(folder, { create }).catch(() => undefined)
  const remove = async (name: string) => void (await (await place(false))?.removeEntry(name).catch(() => undefined))
  return {
    names: async () => {
      const names: string[] = []
      const shelf = await place(false)
      if (shelf) for await (const name of shelf.keys()) names.push(name)
      return names.sort()
    },
    file: async (name) => (await (await place(false))?.getFileHandle(name).catch(() => undefined))?.getFile(),
    begin: async (name) => {
      const shelf = await place(true)
      const file = (await shelf?.getFileHandle(name, { create: true })) as SnapshotFile | undefined
      const writing = file && ((await inWorker(file)) ?? (await onPage(file)))
      if (!writing && file) await remove(name)
      return writing && { ...writing, abort: async () => void (await writing.abort().catch(() => undefined), await remove(name)) }
    },
    remove,
  }
}

async function inWorker(file: SnapshotFile): Promise<SnapshotWriting | undefined> {
  const handle = await file.createSyncAccessHandle?.()
  if (!handle) return undefined
  let at = 0
  return {
    write: (bytes) => {
      for (let rest = bytes; rest.length > 0;) {
        const written = handle.write(rest, { at })
        if (written <= 0) throw new DOMException('The disk took no more bytes', 'QuotaExceededError')
        at += written
        rest = rest.subarray(written)
      }
      return Promise.resolve()
    },
    close: () => {
      handle.flush()
      handle.close()
      return Promise.resolve()
    },
    abort: () => Promise.resolve(handle.close()),
  }
}

const onPage = (file: SnapshotFile): Promise<SnapshotWriting> | undefined => file.createWritable?.()
