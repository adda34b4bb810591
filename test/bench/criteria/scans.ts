// The floor: one look at each value of a typed array, counted without a branch. A function for each type, as the processor likes it best.
import type { Timed } from './worker.ts'

function countBytes(values: Uint8Array, asked: number): number {
  let count = 0
  for (let at = 0; at < values.length; at++) count += values[at] === asked ? 1 : 0
  return count
}

function countWords(values: Uint16Array, asked: number): number {
  let count = 0
  for (let at = 0; at < values.length; at++) count += values[at] === asked ? 1 : 0
  return count
}

const valueAt = (at: number) => (at * 2_654_435_761) % 50

function timed<T>(values: T, times: number, count: (values: T, asked: number) => number): Timed {
  let found = 0
  const start = performance.now()
  for (let at = 0; at < times; at++) found += count(values, at % 50)
  return { time: (performance.now() - start) / times, found: [found] }
}

/** Milliseconds for looking once at each of so many values. */
export function bareScan(type: 'Uint8' | 'Uint16', size: number, times: number): Timed {
  const place = (_: number, at: number) => valueAt(at)
  return type === 'Uint8'
    ? timed(new Uint8Array(size).map(place), times, countBytes)
    : timed(new Uint16Array(size).map(place), times, countWords)
}
