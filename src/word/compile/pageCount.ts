// NUMPAGES counts the pages of the whole document. Where letters stand in one, each a section, SECTIONPAGES counts those of a letter.
// Public source: ECMA-376 part 1, 17.16.5.42 (NUMPAGES), 17.16.5.57 (SECTIONPAGES).
import { codeEnd } from './atoms.ts'
import type { Field } from './fields.ts'
import { firstToken, tell, type Place } from './place.ts'
import type { Piece } from '../plan.ts'
import { escapeXml } from '../emit/text.ts'
import { attrAt } from '../package/xml.ts'

const word = /NUMPAGES/i
const ofLetter = (code: string) => code.replace(word, 'SECTIONPAGES')

export function pagesCuts(place: Place, field: Field): void {
  const { book } = place
  if (book.sections > 1) return tell(place, 'NUMPAGES_TOTAL', field, '')
  const [first, ...others] = stretches(place, field)
  if (!first) return
  const whole = escapeXml(field.code)
  const piece: Piece = { k: 'pages', letter: ofLetter(whole), document: whole }
  place.cuts.push({ start: first[0], end: first[1], pieces: [piece] })
  for (const [start, end] of others) place.cuts.push({ start, end, pieces: [] })
  book.counts = true
}

/** Where the instruction stands in the source: one stretch that has the word whole, or all of them. */
function stretches(place: Place, field: Field): [number, number][] {
  const { part, tokens } = place
  if (field.inner.some((entry) => entry.side === 'code')) return []
  if (field.simple) {
    const at = attrAt(part, firstToken(place, field).node, 'w:instr')
    return at ? [[at.from, at.to]] : []
  }
  const code = tokens.slice(field.from, codeEnd(field)).filter((token) => token.kind === 'code' && !token.node.selfClosing)
  return code.map(({ node }) => [node.innerStart, node.innerEnd])
}
