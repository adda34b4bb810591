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
  return piece.k === 'next' ? 1 : Math.max(0, ...sides(piece).map(steps))
}

/** Whether some pieces leave records out. */
export const skips = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) => typeof piece !== 'string' && (piece.k === 'skip' || sides(piece).some(skips)))

/** The stretches that a piece may stand for; forms stand side by side, of others one is chosen. */
function sides(piece: Exclude<Piece, string>): Piece[][] {
  if (piece.k === 'if') return [piece.then, piece.otherwise]
  if (piece.k === 'either') return [piece.first, piece.later]
  if (piece.k === 'dated') return [piece.fixed, piece.live]
  if (piece.k === 'link') return [piece.live, piece.plain]
  if (piece.k === 'forms') return piece.forms
  return piece.k === 'para' || piece.k === 'each' ? [piece.body] : []
}

const moves = (pieces: readonly Piece[]): boolean => steps(pieces) > 0 || skips(pieces)
