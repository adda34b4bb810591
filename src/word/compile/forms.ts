// A drawing may stand twice in the file, in a newer and in an older form; readers show one of them. Where the next record comes
// to hand in a text box, both forms begin with the same one.
import type { Cut } from './cuts.ts'
import type { Piece } from '../plan.ts'
import type { XmlNode } from '../package/xml.ts'

export function formsCuts(node: XmlNode): Cut[] {
  const forms = node.children.filter((child) => child.name === 'mc:Choice' || child.name === 'mc:Fallback')
  if (forms.length < 2) return []
  const make: Cut['make'] = (weave) => {
    const made = forms.map((form) => weave(form.start, form.end))
    if (!made.some(moves)) return weave(node.start, node.end)
    return [...weave(node.start, node.innerStart), { k: 'forms', forms: made }, ...weave(node.innerEnd, node.end)]
  }
  return [{ start: node.start, end: node.end, pieces: [], make }]
}

/** How many records may come to hand in some pieces. */
export const steps = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + stepsOf(piece), 0)

function stepsOf(piece: Piece): number {
  if (typeof piece === 'string') return 0
  if (piece.k === 'next') return 1
  if (piece.k === 'para') return steps(piece.body)
  if (piece.k === 'either') return Math.max(steps(piece.first), steps(piece.later))
  return piece.k === 'forms' ? Math.max(...piece.forms.map(steps)) : 0
}

/** Whether some pieces leave records out. */
export const skips = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) => {
    if (typeof piece === 'string') return false
    if (piece.k === 'para') return skips(piece.body)
    if (piece.k === 'either') return skips(piece.first) || skips(piece.later)
    return piece.k === 'skip' || (piece.k === 'forms' && piece.forms.some(skips))
  })

const moves = (pieces: readonly Piece[]): boolean => steps(pieces) > 0 || skips(pieces)
