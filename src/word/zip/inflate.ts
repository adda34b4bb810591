// Unpacks deflated bytes into the room they were promised, and stops as soon as they want more.
import { Inflate, inflateSync } from 'fflate'

/** What is packed in less cannot grow beyond 34 MB; above that, it is unpacked in steps that cannot grow beyond 9. */
const small = 32_768
const step = 8_192

/** The bytes, or null when they are damaged or not of the promised size. */
export function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    if (packed.length > small) return inSteps(packed, size)
    // One byte more than promised: what unpacks to more than it says shows in its length, and takes no more memory.
    const bytes = inflateSync(packed, { out: new Uint8Array(size + 1) })
    return bytes.length === size ? bytes : null
  } catch {
    return null
  }
}

function inSteps(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size)
  let at = 0
  const stream = new Inflate((chunk) => {
    if (at + chunk.length <= size) out.set(chunk, at)
    at += chunk.length
  })
  for (let from = 0; from < packed.length && at <= size; from += step) {
    stream.push(packed.subarray(from, from + step), from + step >= packed.length)
  }
  return at === size ? out : null
}
