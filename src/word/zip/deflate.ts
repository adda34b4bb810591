// Packing long parts as they grow. The platform's own deflater works beside us and gives the checksum as well, which is why it is
// asked for gzip (RFC 1952: ten bytes, then deflate, then CRC-32 and size); where there is none, fflate packs.
import { Deflate, inflateSync } from 'fflate'
import { crc32, crcAdd, crcEnd, crcStart } from '../../base/crc.ts'

export interface Deflated {
  data: Uint8Array[]
  crc: number
}

export interface Deflater {
  /** Takes bytes that nobody changes any more. Wait for the promise, if there is one, before the next: one stretch may be on its way. */
  push: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | undefined
  end: () => Promise<Deflated>
  /** Nobody wants it any more. */
  drop: () => void
}

export const newDeflater = (native: boolean): Deflater => (native ? nativeDeflater() : ownDeflater())

function ownDeflater(): Deflater {
  const data: Uint8Array[] = []
  const deflate = new Deflate({ level: 6 }, (bytes) => data.push(bytes))
  let crc = crcStart
  return {
    push: (bytes) => {
      crc = crcAdd(crc, bytes)
      deflate.push(bytes)
      return undefined
    },
    end: () => {
      deflate.push(new Uint8Array(), true)
      return Promise.resolve({ data, crc: crcEnd(crc) })
    },
    drop: () => undefined,
  }
}

function nativeDeflater(): Deflater {
  const stream = new CompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const read = chunksOf(stream.readable)
  read.catch(() => undefined)
  let busy: Promise<void> | undefined
  return {
    push: (bytes) => {
      const before = busy
      busy = writer.write(bytes)
      busy.catch(() => undefined)
      return before
    },
    end: async () => {
      await busy
      const closing = writer.close()
      const chunks = await read
      await closing
      return unwrapped(chunks)
    },
    drop: () => void writer.abort().catch(() => undefined),
  }
}

async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value)
  return chunks
}

const before = 10
const behind = 8

/** The deflated bytes out of their gzip frame. */
function unwrapped(chunks: Uint8Array[]): Deflated {
  const total = chunks.reduce((sum, bytes) => sum + bytes.length, 0)
  const data: Uint8Array[] = []
  const frame = new Uint8Array(behind)
  let at = 0
  for (const bytes of chunks) {
    const inner = bytes.subarray(Math.max(0, before - at), Math.max(0, total - behind - at))
    if (inner.length > 0) data.push(inner)
    const tail = bytes.subarray(Math.max(0, total - behind - at))
    frame.set(tail, Math.max(0, at - (total - behind)))
    at += bytes.length
  }
  return { data, crc: new DataView(frame.buffer).getUint32(0, true) }
}

let known: Promise<boolean> | undefined

/** Whether the platform packs, and in the plain frame that we take off. Tried once. */
export const hasNativeDeflate = (): Promise<boolean> => (known ??= tryNative().catch(() => false))

async function tryNative(): Promise<boolean> {
  if (typeof CompressionStream === 'undefined') return false
  const sample = new TextEncoder().encode('<w:p/>'.repeat(50))
  const stream = new CompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const written = writer.write(sample).then(() => writer.close())
  const chunks = await chunksOf(stream.readable)
  await written
  const head = chunks[0] ?? new Uint8Array()
  if (head.length < 4 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8 || head[3] !== 0) return false
  const { data, crc } = unwrapped(chunks)
  const [packed] = data
  if (!packed || data.length > 1) return false
  return crc === crc32(sample) && crc32(inflateSync(packed)) === crc
}
