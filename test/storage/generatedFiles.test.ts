// Files on their way to the person: small ones in memory, large ones on the disk, given up together, and nothing left behind for long.
import { describe, expect, test } from 'vitest'
import { newShelf, type DiskFile, type FileRoot } from '../../src/storage/keep/generatedFiles.ts'

/** A file system of a browser, as far as it is used. `room`: so many bytes fit on it. */
class Folder implements FileRoot {
  readonly entries = new Map<string, Folder | Uint8Array[]>()
  room = Infinity

  getDirectoryHandle(name: string, { create = false } = {}): Promise<Folder> {
    const there = this.entries.get(name)
    if (there instanceof Folder) return Promise.resolve(there)
    if (!create) return Promise.reject(new DOMException(name, 'NotFoundError'))
    const made = new Folder()
    made.room = this.room
    this.entries.set(name, made)
    return Promise.resolve(made)
  }

  getFileHandle(name: string): Promise<DiskFile> {
    const written: Uint8Array<ArrayBuffer>[] = []
    this.entries.set(name, written)
    let size = 0
    const write = (bytes: Uint8Array<ArrayBuffer>, { at }: { at: number }) => {
      expect(at).toBe(size)
      // A disk may take less than it was given, or no more at all.
      const taken = Math.min(bytes.length, 3 << 20, this.room - size)
      written.push(bytes.slice(0, taken))
      size += taken
      return taken
    }
    return Promise.resolve({
      createSyncAccessHandle: () => Promise.resolve({ write, flush: () => undefined, close: () => undefined }),
      getFile: () => Promise.resolve(new Blob(written)),
    })
  }

  removeEntry(name: string): Promise<void> {
    return this.entries.delete(name) ? Promise.resolve() : Promise.reject(new DOMException(name, 'NotFoundError'))
  }

  async *keys() {
    yield* await Promise.resolve([...this.entries.keys()])
  }

  get runs(): string[] {
    const shelf = this.entries.get('generated')
    return shelf instanceof Folder ? [...shelf.entries.keys()] : []
  }
}

const mega = (count: number, fill: number) => new Uint8Array(count << 20).fill(fill)
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

describe('A generated file', () => {
  test.each([
    ['a small one stays in memory', 1, 0],
    ['a large one goes to the disk', 4, 1],
  ])('%s', async (_, pieces, runs) => {
    const root = new Folder()
    const shelf = newShelf(() => Promise.resolve(root))
    const file = shelf.open(shelf.begin(), 0)
    const buffer = mega(2, 0)
    for (let piece = 1; piece <= pieces; piece++) await file.write(buffer.fill(piece))
    await file.close()
    const bytes = await bytesOf(await file.content())
    expect(bytes.length).toBe(pieces * (2 << 20))
    for (let piece = 1; piece <= pieces; piece++) expect(bytes[(piece - 1) * (2 << 20)]).toBe(piece)
    expect(root.runs).toHaveLength(runs)
  })

  test.each<[string, () => Promise<FileRoot | undefined>]>([
    ['where the browser has no disk for it', () => Promise.resolve(undefined)],
    ['in a private window, where it may not be used', () => Promise.reject(new DOMException('', 'SecurityError'))],
  ])('is kept all the same %s', async (_, root) => {
    const shelf = newShelf(root)
    const file = shelf.open(shelf.begin(), 0)
    for (let piece = 1; piece <= 4; piece++) await file.write(mega(2, piece))
    await file.close()
    expect([...(await bytesOf(await file.content())).filter((_, at) => at % (2 << 20) === 0)]).toEqual([1, 2, 3, 4])
    await shelf.discard('nothing')
    await shelf.tidy()
  })

  test('that finds no room says so by the name of it', async () => {
    const root = new Folder()
    root.room = 5 << 20
    const shelf = newShelf(() => Promise.resolve(root))
    const file = shelf.open(shelf.begin(), 0)
    await file.write(mega(4, 1))
    await expect(file.write(mega(4, 2))).rejects.toMatchObject({ name: 'QuotaExceededError' })
    await file.abort()
  })

  test.each([
    ['in its second piece', 5],
    ['in what was to be moved to the disk', 3],
    ['before anything', 0],
  ])('that must be made all the same goes on in memory when the disk is full %s', async (_, room) => {
    const root = new Folder()
    root.room = room << 20
    const shelf = newShelf(() => Promise.resolve(root))
    const file = shelf.open(shelf.begin(), 0, 'memory')
    for (let piece = 1; piece <= 5; piece++) await file.write(mega(2, piece))
    await file.close()
    const bytes = await bytesOf(await file.content())
    expect(bytes.length).toBe(10 << 20)
    expect([...bytes.filter((_, at) => at % (1 << 20) === 0)]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  })
})

describe('The shelf', () => {
  const put = async (shelf: ReturnType<typeof newShelf>) => {
    const run = shelf.begin()
    const file = shelf.open(run, 0)
    await file.write(mega(5, 1))
    await file.close()
    return run
  }

  test('gives up the files of a run together, and only those', async () => {
    const root = new Folder()
    const shelf = newShelf(() => Promise.resolve(root))
    const [one, other] = [await put(shelf), await put(shelf)]
    expect(root.runs).toEqual([one, other])
    await shelf.discard(one)
    expect(root.runs).toEqual([other])
    await shelf.discard(one)
  })

  test('lets a browser read to its end what is given up', async () => {
    const root = new Folder()
    const shelf = newShelf(() => Promise.resolve(root))
    const run = await put(shelf)
    await shelf.discard(run, 30)
    expect(root.runs).toEqual([run])
    await expect.poll(() => root.runs).toEqual([])
  })

  test('is tidied when the app begins: what a killed tablet left behind goes, what another window shows stays', async () => {
    const root = new Folder()
    let now = 1_700_000_000_000
    const shelf = () =>
      newShelf(
        () => Promise.resolve(root),
        () => now,
      )
    await put(shelf())
    now += 20 * 3_600_000
    const fresh = await put(shelf())
    const place = root.entries.get('generated') as Folder
    place.entries.set('something else', new Folder())
    await shelf().tidy()
    expect(root.runs).toEqual([fresh])
  })
})
