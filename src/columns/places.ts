// Looking up a place among beginnings that stand in order.
import type { Codes } from './bitmap.ts'

/** Which of `size` stretches has the place in it; looked for from stretch `from` on in longer and longer strides. */
export function placeAfter(starts: Codes, place: number, from: number, size: number): number {
  let low = from
  let stride = 1
  while (low + stride < size && starts[low + stride]! <= place) {
    low += stride
    stride <<= 1
  }
  let high = Math.min(size, low + stride)
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= place) low = middle
    else high = middle
  }
  return low
}
