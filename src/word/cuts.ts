// Cuts into the source: the compiler's many findings, put in order and woven into pieces.
// Where one cut lies inside another, the outer one decides: a wrapper weaves it in, a replacement swallows it.
import type { Piece } from './plan.ts'

export interface Cut {
  start: number
  end: number
  pieces: Piece[]
  /** Keeps what it covers, woven, and makes a piece around it. */
  wrap?: (inner: Piece[]) => Piece[]
}

/** The source from one offset to another, with the cuts in it. */
export function weave(xml: string, from: number, to: number, cuts: readonly Cut[]): Piece[] {
  const within = cuts.filter((cut) => cut.start >= from && cut.end <= to)
  // Longest first where they begin together; an insertion before what begins at the same place.
  within.sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end)
  const pieces: Piece[] = []
  weaveSorted(xml, from, to, within, pieces)
  return joined(pieces)
}

const rank = (cut: Cut) => (cut.start === cut.end ? 0 : 1)

function weaveSorted(xml: string, from: number, to: number, cuts: readonly Cut[], pieces: Piece[]): void {
  let at = from
  for (let i = 0; i < cuts.length; i++) {
    const cut = cuts[i] as Cut
    if (cut.start < at) continue
    if (cut.start > at) pieces.push(xml.slice(at, cut.start))
    if (cut.wrap) {
      const inner = cuts.slice(i + 1).filter((other) => other.end <= cut.end)
      const woven: Piece[] = []
      weaveSorted(xml, cut.start, cut.end, inner, woven)
      pieces.push(...cut.wrap(joined(woven)))
    } else pieces.push(...cut.pieces)
    at = cut.end
  }
  if (at < to) pieces.push(xml.slice(at, to))
}

/** Neighbouring strings become one. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.length - 1
    if (piece === '') continue
    if (typeof piece === 'string' && typeof out[last] === 'string') out[last] += piece
    else out.push(piece)
  }
  return out
}
