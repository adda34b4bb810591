// Takes the runs of a field out of the source and puts pieces in their place; marks of ranges that begin or end in it stay.
import type { Field } from './fields.ts'
import { joinParagraphs, mayRebuild } from './joining.ts'
import { firstToken, lastToken, tell, useOf, type Late, type Place } from './place.ts'
import { rangeOf, runsBetween } from './range.ts'
import { isBlock, isRangeMark } from './story.ts'
import { below, type XmlNode } from '../package/xml.ts'

/** The simple field's own tags go, and the runs in it. */
export function cutSimple(place: Place, field: Field, late: Late): void {
  const { node } = firstToken(place, field)
  place.cuts.push({ start: node.start, end: node.innerStart, pieces: [], make: late })
  if (node.selfClosing) return
  cutRuns(place, runsBetween(place, field.from + 1, field.to - 1))
  place.cuts.push({ start: node.innerEnd, end: node.end, pieces: [] })
}

export function cutComplex(place: Place, field: Field, late: Late): void {
  const [first, last] = [firstToken(place, field), lastToken(place, field)]
  if (first.para !== last.para && mayRebuild(place, field)) return joinParagraphs(place, field, late)
  const { start, end, open, close } = rangeOf(place, field)
  const opened: Late = (weave) => [open, ...late(weave)]
  if (first.run === last.run) place.cuts.push({ start, end, pieces: [], make: (weave) => [...opened(weave), close] })
  else {
    place.cuts.push({ start, end: first.run.end, pieces: [], make: opened })
    place.cuts.push({ start: last.run.start, end, pieces: [close] })
    const between = runsBetween(place, field.from + 1, field.to - 1)
    cutRuns(
      place,
      between.filter((run) => run !== first.run && run !== last.run),
    )
  }
  if (first.para !== last.para) spanned(place, field, first.para, last.para)
}

function cutRuns(place: Place, runs: readonly XmlNode[]): void {
  for (const run of runs) {
    if (run.name !== 'w:fldSimple') place.cuts.push({ start: run.start, end: run.end, pieces: [] })
    else {
      place.cuts.push({ start: run.start, end: run.innerStart, pieces: [] })
      if (!run.selfClosing) place.cuts.push({ start: run.innerEnd, end: run.end, pieces: [] })
    }
  }
}

/** A value over several paragraphs stands in the first; the others go where they held nothing else. */
function spanned(place: Place, field: Field, from: XmlNode | null, to: XmlNode | null): void {
  for (const para of [from, to]) if (para) useOf(place, para).other = true
  const siblings = from?.parent?.children ?? []
  if (!from || !to || from.parent !== to.parent) return tell(place, 'FIELD_SPANS_BLOCKS', field)
  for (const para of siblings.slice(siblings.indexOf(from) + 1, siblings.indexOf(to))) {
    if (removable(para)) place.cuts.push({ start: para.start, end: para.end, pieces: [] })
  }
  const goesOn = place.tokens[field.to + 1]?.para === to
  const isLast = !siblings.slice(siblings.indexOf(to) + 1).some(isBlock)
  if (goesOn) tell(place, 'FIELD_SPANS_BLOCKS', field)
  else if (removable(to) && !isLast) place.cuts.push({ start: to.start, end: to.end, pieces: [] })
}

const removable = (para: XmlNode) => para.name === 'w:p' && ![...below(para)].some((node) => isRangeMark(node) || node.name === 'w:sectPr')
