// Packing one piece: deflated by the platform where it can, in its gzip frame, which also gives the checksum a ZIP wants (RFC 1952).
// The frame is taken off, and put on again to unpack, so that the platform checks sum and length by itself.
import { deflateSync, inflateSync } from 'fflate'
import { joinedBytes } from '../base/bytes.ts'
import { crc32 } from '../base/crc.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface PackedPiece {
  data: Bytes
  crc: number
}

const head = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0])
const tail = 8

/** Deflates a piece. */
export async function packPiece(bytes: Bytes): Promise<PackedPiece> {
  const framed = typeof CompressionStream === 'undefined' ? undefined : await through(new CompressionStream('gzip'), [bytes], Infinity)
  // A frame with a name or a comment in it would be longer than the ten bytes that are taken off.
  if (framed?.[2] === 8 && framed[3] === 0) {
    const data = framed.subarray(head.length, framed.length - tail)
    return { data, crc: new DataView(framed.buffer).getUint32(framed.length - tail, true) }
  }
  return { data: deflateSync(bytes), crc: crc32(bytes) }
}

/** Inflates a piece; nothing when it is not what its size and checksum say. What would become larger is not unpacked to its end. */
export async function unpackPiece(data: Bytes, { crc, size }: { crc: number; size: number }): Promise<Bytes | undefined> {
  try {
    if (typeof DecompressionStream === 'undefined') {
      const bytes: Bytes = inflateSync(data, { out: new Uint8Array(size) })
      return bytes.length === size && crc32(bytes) === crc ? bytes : undefined
    }
    const end = new DataView(new ArrayBuffer(tail))
    end.setUint32(0, crc, true)
    end.setUint32(4, size, true)
    const bytes = await through(new DecompressionStream('gzip'), [head, data, new Uint8Array(end.buffer)], size)
    return bytes.length === size ? bytes : undefined
  } catch {
    return undefined
  }
}

/** All that a transforming stream makes of some bytes; throws when it makes more than `most`. */
async function through(stream: CompressionStream | DecompressionStream, parts: readonly Bytes[], most: number): Promise<Bytes> {
  const writer = stream.writable.getWriter()
  const written = (async () => {
    for (const part of parts) await writer.write(part)
    await writer.close()
  })()
  written.catch(() => undefined)
  const reader = stream.readable.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > most) {
      await reader.cancel().catch(() => undefined)
      throw new RangeError('It is larger than it says')
    }
    chunks.push(next.value)
  }
  await written
  return joinedBytes(chunks)
}
