// A browser's own file system, and a folder of the device, as far as they are used.
import type { BackupFolder, FolderFile } from '../src/storage/keep/handles.ts'
import type { DiskFile, FileRoot } from '../src/storage/keep/generatedFiles.ts'

type Bytes = Uint8Array<ArrayBuffer>
const missing = (name: string) => Promise.reject<never>(new DOMException(name, 'NotFoundError'))

/** @property room so many bytes fit into one file */
export class Folder implements FileRoot, BackupFolder {
  readonly entries = new Map<string, Folder | { parts: Bytes[] }>()
  readonly name: string
  room = Infinity
  permission: PermissionState = 'granted'

  constructor(name = '') {
    this.name = name
  }

  queryPermission(): Promise<PermissionState> {
    return Promise.resolve(this.permission)
  }

  getDirectoryHandle(name: string, { create = false } = {}): Promise<Folder> {
    const there = this.entries.get(name)
    if (there instanceof Folder) return Promise.resolve(there)
    if (!create) return missing(name)
    const made = new Folder(name)
    made.room = this.room
    this.entries.set(name, made)
    return Promise.resolve(made)
  }

  getFileHandle(name: string, { create = false } = {}): Promise<DiskFile & FolderFile> {
    const there = this.entries.get(name)
    if (!there && !create) return missing(name)
    const file = there && !(there instanceof Folder) ? there : { parts: [] as Bytes[] }
    this.entries.set(name, file)
    return Promise.resolve({
      createSyncAccessHandle: () =>
        Promise.resolve({ write: (bytes) => this.#take(file, bytes), flush: () => undefined, close: () => undefined }),
      createWritable: () => this.#writable(file),
      getFile: () => Promise.resolve(new Blob(file.parts)),
    })
  }

  removeEntry(name: string): Promise<void> {
    return this.entries.delete(name) ? Promise.resolve() : missing(name)
  }

  async *keys() {
    yield* await Promise.resolve([...this.entries.keys()])
  }

  /** What lies there, folders by their path. */
  get files(): string[] {
    return [...this.entries]
      .flatMap(([name, entry]) => (entry instanceof Folder ? entry.files.map((file) => `${name}/${file}`) : [name]))
      .sort()
  }

  #take(file: { parts: Bytes[] }, bytes: Bytes): number {
    const size = file.parts.reduce((sum, part) => sum + part.length, 0)
    const taken = Math.max(0, Math.min(bytes.length, this.room - size))
    file.parts.push(bytes.slice(0, taken))
    return taken
  }

  /** Writes beside the file, as browsers do. */
  #writable(file: { parts: Bytes[] }): ReturnType<FolderFile['createWritable']> {
    const beside = { parts: [] as Bytes[] }
    return Promise.resolve({
      write: (bytes: Bytes) => {
        if (this.#take(beside, bytes) < bytes.length) return Promise.reject(new DOMException('full', 'QuotaExceededError'))
        return Promise.resolve()
      },
      close: () => Promise.resolve(void (file.parts = beside.parts)),
      abort: () => Promise.resolve(),
    })
  }
}
