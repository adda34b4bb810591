// The floor: one look at each value of a typed array, counted.
import type { Timed } from './worker.ts'

const arrays = { Uint8: Uint8Array, Uint16: Uint16Array, Uint32: Uint32Array } as const

/** How many of the values are this one. */
function countOf(values: Uint8Array | Uint16Array | Uint32Array, asked: number): number {
  let count = 0
  for (let at = 0; at < values.length; at++) if (values[at] === asked) count++
  return count
}

export function bareScan(type: keyof typeof arrays, size: number, times: number): Timed {
  const values = new arrays[type](size)
  for (let at = 0; at < size; at++) values[at] = (at * 2_654_435_761) % 50
  let count = 0
  const start = performance.now()
  for (let at = 0; at < times; at++) count += countOf(values, at % 50)
  return { time: (performance.now() - start) / times, found: [count] }
}
