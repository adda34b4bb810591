// Lines of empty fields: a paragraph that holds merge fields only, all of them empty, is left out, as Word does; in documents
// written here conditions may stand among them.
// Never the last block of a cell, a box or the letter, never a section's end, never the one between two tables.
import type { Cut } from './cuts.ts'
import { styleOf } from './paragraphs.ts'
import type { ParaUse } from './place.ts'
import { isBlock, isRangeMark } from './story.ts'
import { below, type XmlNode } from '../package/xml.ts'

/** @param falling styles in which conditions that show nothing count as empty fields */
export function blankCuts(paras: ReadonlyMap<XmlNode, ParaUse>, falling: ReadonlySet<string>): Cut[] {
  const found: Cut[] = []
  const blocks: Neighbours = new Map()
  for (const [para, use] of paras) {
    const conditions = use.conditions > 0
    if (use.other || (conditions && !falling.has(styleOf(para) ?? ''))) continue
    if ((use.fields === 0 && !conditions) || !mayGo(para, blocks)) continue
    const marks = [...below(para)].filter(isRangeMark)
    const { start, end } = para
    const make: Cut['make'] = (weave) => {
      const rest = marks.flatMap((mark) => weave(mark.start, mark.end))
      return [{ k: 'para', body: weave(start, end), rest, ...(conditions && { conditions }) }]
    }
    found.push({ start, end, pieces: [], make })
  }
  return found
}

/** By parent, the block before and after each. */
type Neighbours = Map<XmlNode | null, ReadonlyMap<XmlNode, [before: XmlNode | undefined, after: XmlNode | undefined]>>

function mayGo(para: XmlNode, known: Neighbours): boolean {
  if ([...below(para)].some((node) => node.name === 'w:sectPr')) return false
  const around = known.get(para.parent) ?? neighboursIn(para.parent)
  known.set(para.parent, around)
  const [before, after] = around.get(para) ?? []
  return after !== undefined && !(before?.name === 'w:tbl' && after.name === 'w:tbl')
}

function neighboursIn(parent: XmlNode | null): ReadonlyMap<XmlNode, [XmlNode | undefined, XmlNode | undefined]> {
  const blocks = parent?.children.filter(isBlock) ?? []
  return new Map(blocks.map((block, at) => [block, [blocks[at - 1], blocks[at + 1]]]))
}
