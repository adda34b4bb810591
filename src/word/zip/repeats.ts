// Finds what has come before: four bytes and more that stood in the last 32 768. Public source: RFC 1951, 4.
// The tables are used again from text to text: places count on through all of them, so that those of the text before are too far away.

const window = 32_768
const longest = 258
const farthest = 1 << 30
/** How many places are looked at; fewer when what was found already is good; a long one is taken at once. */
const effort = { chain: 24, fewer: 6, good: 8, nice: 96 }

/** A repeat as one number: its length above, how far back below. */
export const lengthOf = (repeat: number): number => repeat >>> 16
export const backOf = (repeat: number): number => repeat & 0xffff

/** Where four bytes stand in the table. */
const sumOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> 17

export class Repeats {
  private readonly heads = new Int32Array(1 << 15)
  private readonly before = new Int32Array(window)
  private start = 1
  private bytes: Uint8Array = new Uint8Array()
  private view: DataView = new DataView(new ArrayBuffer(0))

  /** The text to look at; empty: none is held any more. */
  open(bytes: Uint8Array): void {
    this.start += this.bytes.length
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    if (this.start + bytes.length < farthest) return
    this.heads.fill(0)
    this.start = 1
  }

  /** Makes places known. */
  learn(from: number, to: number): void {
    const { heads, before, start, view } = this
    const end = Math.min(to, view.byteLength - 3)
    for (let at = from; at < end; at++) {
      const sum = sumOf(view.getInt32(at, true))
      before[(start + at) & (window - 1)] = heads[sum] as number
      heads[sum] = start + at
    }
  }

  /** The longest repeat at a place, if it is longer than the one known; else 0. The place becomes known. */
  find(at: number, known: number): number {
    const { heads, before, start, view } = this
    if (at + 4 > view.byteLength) return 0
    const sum = sumOf(view.getInt32(at, true))
    const last = heads[sum] as number
    before[(start + at) & (window - 1)] = last
    heads[sum] = start + at
    return last < start ? 0 : this.longest(at, last, known)
  }

  private longest(at: number, last: number, known: number): number {
    const { before, start, view, bytes } = this
    const most = Math.min(longest, bytes.length - at)
    const nice = Math.min(effort.nice, most)
    const first = Math.max(start, start + at - window)
    const four = view.getInt32(at, true)
    let best = Math.max(known, 3)
    let back = 0
    let place = last
    if (best >= most) return 0
    for (let left = known >= effort.good ? effort.fewer : effort.chain; left > 0 && place >= first; left--) {
      const other = place - start
      if (bytes[other + best] === bytes[at + best] && view.getInt32(other, true) === four) {
        const length = this.same(other, at, most)
        if (length > best) {
          best = length
          back = at - other
          if (length >= nice) break
        }
      }
      place = before[place & (window - 1)] as number
    }
    return back === 0 ? 0 : (best << 16) | back
  }

  /** How many bytes at two places are the same, the first four being so. */
  private same(other: number, at: number, most: number): number {
    const { view, bytes } = this
    let length = 4
    for (const fours = most - 3; length < fours; length += 4) {
      if (view.getInt32(other + length, true) !== view.getInt32(at + length, true)) break
    }
    while (length < most && bytes[other + length] === bytes[at + length]) length++
    return length
  }
}
