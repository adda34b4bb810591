// The floor of one document of many letters: the deflater alone, over the same bytes in the same pieces. The pieces are overheard while ours
// hands them to a deflater, the platform's or fflate's; which of them ours uses is found out, not believed.
import { Deflate, deflateSync } from 'fflate'
import { engine } from './engines/ours.ts'
import { people } from './letter.ts'

export type Order = { what: 'listen'; count: number } | { what: Deflater }
type Deflater = 'CompressionStream' | 'fflate'

const level = 6
let pieces: Uint8Array[] = []

const sizeOf = (list: readonly Uint8Array[]) => list.reduce((sum, { length }) => sum + length, 0)

/** What was handed to each deflater; the longest row is the body. */
function overhear(): { heard: Map<unknown, Uint8Array[]>; native: Set<unknown>; end: () => void } {
  const heard = new Map<unknown, Uint8Array[]>()
  const native = new Set<unknown>()
  const note = (who: unknown, bytes: Uint8Array): Uint8Array => {
    const copy = bytes.slice()
    const row = heard.get(who)
    if (row) row.push(copy)
    else heard.set(who, [copy])
    return copy
  }
  const Platform = globalThis.CompressionStream
  globalThis.CompressionStream = class {
    readonly readable: ReadableStream
    readonly writable: WritableStream
    constructor(format: CompressionFormat) {
      const real = new Platform(format)
      const tap = new TransformStream<Uint8Array>({
        transform: (bytes, next) => next.enqueue(note(this, bytes)),
      })
      native.add(this)
      void tap.readable.pipeTo(real.writable as WritableStream<Uint8Array>)
      this.readable = real.readable
      this.writable = tap.writable
    }
  }
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const push = Deflate.prototype.push
  Deflate.prototype.push = function (bytes, final) {
    note(this, bytes)
    push.call(this, bytes, final)
  }
  const end = () => {
    globalThis.CompressionStream = Platform
    Deflate.prototype.push = push
  }
  return { heard, native, end }
}

async function listen(count: number) {
  const ear = overhear()
  await engine.combined(people(count))
  ear.end()
  const [longest] = [...ear.heard].toSorted(([, a], [, b]) => sizeOf(b) - sizeOf(a))
  if (!longest) throw new Error('nothing went through a deflater that is known here')
  pieces = longest[1]
  return { uses: ear.native.has(longest[0]) ? 'CompressionStream' : 'fflate', size: sizeOf(pieces), pieces: pieces.length }
}

const floors: Record<Deflater, () => Promise<number> | number> = {
  CompressionStream: async () => {
    const { readable, writable } = new CompressionStream('deflate-raw')
    const writer = writable.getWriter()
    const written = (async () => {
      for (const piece of pieces) await writer.write(piece as Uint8Array<ArrayBuffer>)
      await writer.close()
    })()
    let size = 0
    for await (const bytes of readable as ReadableStream<Uint8Array>) size += bytes.length
    await written
    return size
  },
  fflate: () => {
    let size = 0
    const deflate = new Deflate({ level }, (bytes) => (size += bytes.length))
    for (const [at, piece] of pieces.entries()) deflate.push(piece, at === pieces.length - 1)
    return size
  },
}

async function run(what: Deflater): Promise<number> {
  globalThis.gc?.()
  const start = performance.now()
  const size = await floors[what]()
  const time = performance.now() - start
  if (size < deflateSync(pieces[0] as Uint8Array).length) throw new Error('nothing was packed')
  return time
}

process.on('message', (order: Order) => {
  const answer = order.what === 'listen' ? listen(order.count) : run(order.what)
  answer.then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  )
})
