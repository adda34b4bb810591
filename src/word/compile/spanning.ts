// An IF over several paragraphs: from its begin to its end it is written anew. A paragraph is what its end says, so the text of a
// branch takes the form of the paragraph that ends behind it, as in Word.
import { codeEnd } from './atoms.ts'
import { inParagraphs, likeAt, type Branches, type Step } from './branches.ts'
import type { Cut, Weave } from './cuts.ts'
import type { Field } from './fields.ts'
import { firstOpened, textStart, writtenAnew } from './joining.ts'
import { textCuts } from './kept.ts'
import { likeFormat } from './paragraphs.ts'
import { firstToken, lastToken, useOf, type Late, type Place } from './place.ts'
import type { Piece } from '../plan.ts'
import { rangeOf } from './range.ts'
import type { Token } from './story.ts'
import { childOf, type XmlNode } from '../package/xml.ts'

export function rebuild(place: Place, field: Field, branches: Branches): void {
  const [first, last] = [firstToken(place, field).para as XmlNode, lastToken(place, field).para as XmlNode]
  const { start, end, open, close } = rangeOf(place, field)
  // Where another field's paragraphs end in the first, that one is open already.
  const goesOn = place.rebuilt.has(first)
  const from = goesOn ? start : first.start
  const branch = (steps: Step[]): Late => {
    const text = inParagraphs(steps, last, opened)
    if (goesOn) return text
    const before: Late = (weave) => weave(textStart(first), start)
    return (weave) => [...firstOpened(first, likeAt(steps, 0, last), weave), ...before(weave), open, ...text(weave)]
  }
  place.cuts.push(ifCut(from, end, branches, branch, goesOn ? open : '', close))
  writtenAnew(place, first, last)
  for (const token of place.tokens.slice(field.from, field.to)) if (token.para) useOf(place, token.para).other = true
  textInBlocks(place, field)
}

function ifCut(start: number, end: number, branches: Branches, branch: (steps: Step[]) => Late, open: string, close: string): Cut {
  const make = (weave: Weave): Piece[] => [
    open,
    { k: 'if', condition: branches.condition, then: branch(branches.then)(weave), otherwise: branch(branches.otherwise)(weave) },
    close,
  ]
  return { start, end, pieces: [], make }
}

const opened = (like: XmlNode, weave: Weave): Piece[] => [`<${like.tag}>`, ...likeFormat(childOf(like, 'w:pPr'), weave)]

/** The fields in the tables of a field's instruction: they are found as anywhere. */
export const inBlocks = (place: Place, field: Field): Field[] =>
  field.inner.flatMap((entry) => (entry.side === 'code' && isInBlock(place, field, entry.field.from) ? [entry.field] : []))

const isInBlock = (place: Place, field: Field, token: number): boolean =>
  place.tokens[token]?.para?.parent !== firstToken(place, field).para?.parent

/** In a table within an instruction, text is written as code: it becomes text. */
function textInBlocks(place: Place, field: Field): void {
  const inner = new Map(field.inner.map((entry) => [entry.field.from, entry.field.to]))
  for (let at = field.from; at < codeEnd(field); at++) {
    const behind = inner.get(at)
    if (behind !== undefined) at = behind
    else if (isInBlock(place, field, at)) textCuts(place, place.tokens[at] as Token)
  }
}
