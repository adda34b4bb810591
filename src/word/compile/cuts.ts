// Cuts into the source: the compiler's many findings, put in order and woven into pieces.
// Where one cut lies inside another, the outer one decides: it weaves it in, or swallows it.
import type { Piece } from '../plan.ts'

/** A stretch of the source as pieces, with the cuts in it. */
export type Weave = (from: number, to: number) => Piece[]

export interface Cut {
  start: number
  end: number
  pieces: Piece[]
  /** Makes the pieces when all cuts are known; may weave what it covers, or any other stretch. */
  make?: (weave: Weave) => Piece[]
}

/** Puts the cuts in order once; weaving a stretch then costs no more than what lies in it. */
export function weaver(xml: string, cuts: readonly Cut[]): Weave {
  // Longest first where they begin together; an insertion before what begins at the same place.
  const sorted = [...cuts].sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end)
  const busy = new Set<Cut>()
  const made = (cut: Cut): Piece[] => {
    if (!cut.make) return cut.pieces
    busy.add(cut)
    const pieces = cut.make(weave)
    busy.delete(cut)
    return pieces
  }
  const weave: Weave = (from, to) => {
    const pieces: Piece[] = []
    let at = from
    for (let i = firstFrom(sorted, from); i < sorted.length; i++) {
      const cut = sorted[i] as Cut
      if (cut.start > to) break
      if (cut.start < at || cut.end > to || busy.has(cut)) continue
      if (cut.start > at) pieces.push(xml.slice(at, cut.start))
      pieces.push(...made(cut))
      at = cut.end
    }
    if (at < to) pieces.push(xml.slice(at, to))
    return joined(pieces)
  }
  return weave
}

const rank = (cut: Cut) => (cut.start === cut.end ? 0 : 1)

/** The index of the first cut that begins there or later. */
function firstFrom(sorted: readonly Cut[], from: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Cut).start < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Neighbouring strings become one. */
export function joined<T>(pieces: readonly (string | T)[]): (string | T)[] {
  const out: (string | T)[] = []
  for (const piece of pieces) {
    const last = out.length - 1
    if (piece === '') continue
    if (typeof piece === 'string' && typeof out[last] === 'string') out[last] += piece
    else out.push(piece)
  }
  return out
}
