// Lines of empty fields: a paragraph that holds merge fields only, all of them empty, is left out, as Word does.
// Never the last block of a cell, a box or the letter, never a section's end, never the one between two tables.
import { weave, type Cut } from './cuts.ts'
import { isBlock, type ParaUse } from './slots.ts'
import { isRangeMark } from './story.ts'
import { below, type XmlNode, type XmlPart } from './xml.ts'

export function blankCuts(part: XmlPart, paras: ReadonlyMap<XmlNode, ParaUse>, cuts: readonly Cut[]): Cut[] {
  const found: Cut[] = []
  for (const [para, use] of paras) {
    if (use.other || use.contents.length === 0 || !mayGo(para)) continue
    const marks = [...below(para)].filter(isRangeMark)
    const rest = marks.flatMap((mark) => weave(part.xml, mark.start, mark.end, cuts))
    const contents = [...new Set(use.contents)]
    found.push({ start: para.start, end: para.end, pieces: [], wrap: (body) => [{ k: 'para', body, rest, contents }] })
  }
  return found
}

function mayGo(para: XmlNode): boolean {
  if ([...below(para)].some((node) => node.name === 'w:sectPr')) return false
  const blocks = para.parent?.children.filter(isBlock) ?? []
  const at = blocks.indexOf(para)
  const [before, after] = [blocks[at - 1], blocks[at + 1]]
  return after !== undefined && !(before?.name === 'w:tbl' && after.name === 'w:tbl')
}
