// Large generated files on their way to the person: they lie in a folder of the browser's own file system, so that they need not stand
// in memory, and are removed when they are not needed any more; whatever a killed tablet left behind goes at the next start.

/** A file that is being written, piece by piece. */
export interface FileBeingWritten {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  close: () => Promise<void>
  abort: () => Promise<void>
  /** What was written, once it is closed. */
  content: () => Promise<Blob>
}

/** Where the files of runs stand. */
export interface Shelf {
  /** Begins a run; its files are given up together. */
  begin: () => string
  /** @param whenFull `memory`: what must be made all the same, as a backup of a tablet that is full, goes on there */
  open: (run: string, file: number, whenFull?: 'memory') => FileBeingWritten
  /** Removes the files of a run, after so many milliseconds. */
  discard: (run: string, after?: number) => Promise<void>
  /** Removes what runs left behind that nobody can ask for any more. */
  tidy: () => Promise<void>
}

/** What is needed of the browser's file system in a worker; not every browser has it, and none in a private window. */
export interface FileRoot {
  getDirectoryHandle: (name: string, options?: { create?: boolean }) => Promise<FileRoot>
  getFileHandle: (name: string, options?: { create?: boolean }) => Promise<DiskFile>
  removeEntry: (name: string, options?: { recursive?: boolean }) => Promise<void>
  keys: () => AsyncIterable<string>
}
export interface DiskFile {
  createSyncAccessHandle: () => Promise<DiskWriter>
  getFile: () => Promise<Blob>
}
export interface DiskWriter {
  write: (bytes: Uint8Array<ArrayBuffer>, options: { at: number }) => number
  flush: () => void
  close: () => void
}

const folder = 'generated'
/** Up to so many bytes a file stands in memory. */
const small = 4 << 20
/** A page that made files so long ago does not show them any more. */
const forgotten = 12 * 3_600_000

/** @param root of the browser's file system; nothing where there is none: then files are kept as blobs, which the browser puts away itself */
export function newShelf(root: () => Promise<FileRoot | undefined> = browserRoot, now: () => number = Date.now): Shelf {
  const shelf = async () => (await root())?.getDirectoryHandle(folder, { create: true })
  const remove = async (run: string) => (await shelf())?.removeEntry(run, { recursive: true })
  let runs = 0
  return {
    begin: () => `${now()}-${++runs}-${Math.floor(performance.now())}`,
    open: (run, file, whenFull) => new GeneratedFile(async () => diskFile(await shelf(), run, file), whenFull),
    discard: (run, after = 0) =>
      after > 0 ? Promise.resolve(void setTimeout(() => void remove(run).catch(ignored), after)) : remove(run).catch(ignored),
    tidy: async () => {
      try {
        const place = await shelf()
        if (!place) return
        const old: string[] = []
        for await (const run of place.keys()) if (!(Number(run.split('-')[0]) > now() - forgotten)) old.push(run)
        for (const run of old) await place.removeEntry(run, { recursive: true })
      } catch (error) {
        ignored(error)
      }
    },
  }
}

/** What could not be removed now is removed at another start. */
const ignored = (_: unknown) => undefined

async function diskFile(shelf: FileRoot | undefined, run: string, file: number): Promise<DiskFile | undefined> {
  const place = await shelf?.getDirectoryHandle(run, { create: true })
  return place?.getFileHandle(String(file), { create: true })
}

/** Nothing where the browser has no file system of its own. */
export async function browserRoot(): Promise<FileRoot | undefined> {
  const storage = (navigator as { storage?: { getDirectory?: () => Promise<unknown> } }).storage
  return (await storage?.getDirectory?.()) as FileRoot | undefined
}

interface OnDisk {
  file: DiskFile
  writer: DiskWriter
  at: number
}

/** Begins in memory; what becomes large goes on to the disk. */
class GeneratedFile implements FileBeingWritten {
  readonly #open: () => Promise<DiskFile | undefined>
  #held: BlobPart[] = []
  #size = 0
  /** `none`: it is too large for memory, and there is no disk. */
  #disk: OnDisk | 'none' | undefined

  readonly #whenFull: 'memory' | undefined

  constructor(open: () => Promise<DiskFile | undefined>, whenFull: 'memory' | undefined) {
    this.#open = open
    this.#whenFull = whenFull
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#size += bytes.length
    if (this.#size > small && this.#disk === undefined) await this.#moveToDisk()
    await this.#take(bytes)
  }

  close(): Promise<void> {
    if (typeof this.#disk === 'object') {
      this.#disk.writer.flush()
      this.#disk.writer.close()
    }
    return Promise.resolve()
  }

  abort(): Promise<void> {
    if (typeof this.#disk === 'object') this.#disk.writer.close()
    this.#held = []
    return Promise.resolve()
  }

  content(): Promise<Blob> {
    return typeof this.#disk === 'object' ? this.#disk.file.getFile() : Promise.resolve(new Blob(this.#held))
  }

  async #moveToDisk(): Promise<void> {
    const file = await this.#open().catch(ignored)
    const writer = await file?.createSyncAccessHandle?.().catch(ignored)
    if (!file || !writer) {
      this.#disk = 'none'
      return
    }
    this.#disk = { file, writer, at: 0 }
    const held = this.#held as Uint8Array<ArrayBuffer>[]
    this.#held = []
    for (const bytes of held) await this.#take(bytes)
  }

  async #take(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const disk = this.#disk
    // A blob of its own is the browser's to put away; small ones are joined at the end.
    if (typeof disk !== 'object') return void this.#held.push(disk === 'none' ? new Blob([bytes]) : bytes.slice())
    const before = disk.at
    try {
      put(bytes, disk)
    } catch (error) {
      if (this.#whenFull !== 'memory') throw error
      disk.writer.close()
      this.#held = [(await disk.file.getFile()).slice(0, before), new Blob([bytes])]
      this.#disk = 'none'
    }
  }
}

/** Throws what the disk throws, QuotaExceededError where there is no room. */
function put(bytes: Uint8Array<ArrayBuffer>, disk: OnDisk): void {
  let rest = bytes
  while (rest.length > 0) {
    const written = disk.writer.write(rest, { at: disk.at })
    if (written <= 0) throw new DOMException('The disk took no more bytes', 'QuotaExceededError')
    disk.at += written
    rest = rest.subarray(written)
  }
}
