// Facts about somebody as a Word document: headings, and under each what is known, label beside words.
import { twips } from './labelGrid.ts'
import type { Paced } from './paced.ts'
import { pageNumbers, para, style } from './plainParts.ts'
import { wordFile } from './wordFile.ts'

export interface Fact {
  label: string
  lines: readonly string[]
}

export interface FactSection {
  heading: string
  /** In place of facts, where there are none, or before them. */
  note: string
  /** Facts that belong together, as those of one interaction, each with a heading of its own or none. */
  blocks: readonly { heading: string; facts: readonly Fact[] }[]
}

export interface FactsWish {
  paper: 'A4' | 'Letter'
  title: string
  about: string
  /** `Page {1} of {2}` */
  pageOf: string
  language: string
  sections: readonly FactSection[]
}

const papers = { A4: { width: 210, height: 297, code: 9 }, Letter: { width: 215.9, height: 279.4, code: 1 } }
const margin = 20
/** Of the labels, in millimetres. */
const labels = 50

/** Nothing when it was told to stop. */
export async function factsDocument(wish: FactsWish, paced: Paced): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { paper, title, about, language, sections, pageOf } = wish
  const { code, width, height } = papers[paper]
  const room = [twips(labels), twips(width - 2 * margin - labels)] as const
  const body = [para('FactsTitle', title), para('FactsAbout', about)]
  let done = 0
  for (const { heading, note, blocks } of sections) {
    body.push(para('FactsHeading', heading))
    if (note) body.push(para('FactsNote', note))
    for (const block of blocks) {
      if (block.heading) body.push(para('FactsBlock', block.heading))
      if (block.facts.length > 0) body.push(table(block.facts, room), para('FactsGap', ''))
      if (!(await paced.step(++done))) return undefined
    }
  }
  const all = twips(margin)
  const page = { width: twips(width), height: twips(height), left: all, right: all, top: all, bottom: all, code }
  return wordFile({ body, page, styles, title, language, footer: { distance: twips(10), content: pageNumbers('FactsFoot', pageOf) } })
}

const table = (facts: readonly Fact[], widths: readonly [number, number]): string =>
  [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths[0] + widths[1]}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>',
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...facts.map(({ label, lines }) => `<w:tr>${cell(widths[0], [label], 'FactsLabel')}${cell(widths[1], lines, 'FactsWords')}</w:tr>`),
    '</w:tbl>',
  ].join('')

const cell = (width: number, lines: readonly string[], style: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${(lines.length > 0 ? lines : ['']).map((words) => para(style, words)).join('')}</w:tc>`

const styles = [
  style('FactsTitle', 36, '<w:b/>', '<w:keepNext/><w:spacing w:after="60"/><w:outlineLvl w:val="0"/>'),
  style('FactsAbout', 18, '<w:color w:val="5F6368"/>', '<w:spacing w:after="200"/>'),
  style('FactsHeading', 26, '<w:b/>', '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>'),
  style('FactsNote', 20, '<w:color w:val="5F6368"/>'),
  style('FactsBlock', 20, '<w:b/>', '<w:keepNext/><w:spacing w:before="100" w:after="40"/><w:outlineLvl w:val="2"/>'),
  style('FactsLabel', 18, '<w:color w:val="5F6368"/>'),
  style('FactsWords', 20),
  style('FactsGap', 8),
  style('FactsFoot', 16, '<w:color w:val="5F6368"/>', '<w:jc w:val="right"/>'),
].join('')
