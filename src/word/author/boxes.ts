// Words in cells of an exact size: what every sheet of labels and every envelope is made of.
import { clean, isRightToLeft } from '../emit/text.ts'
import { escaped } from './wordFile.ts'

/** A line by itself stands a fifth higher than its letters. */
export const lineTwips = (points: number): number => Math.round(points * 24)

/** The lines of one paragraph, with a break between them. @param properties of the run, as `<w:b/>` */
export function linesRun(lines: readonly string[], properties = ''): string {
  if (lines.length === 0) return ''
  const written = lines.map((line) => clean(line).replaceAll(/[\n\t]+/g, ' '))
  const right = written.some(isRightToLeft) ? '<w:rtl/>' : ''
  const style = properties || right ? `<w:rPr>${properties}${right}</w:rPr>` : ''
  const text = written.map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`).join('<w:br/>')
  return `<w:r>${style}${text}</w:r>`
}

/** Type of `points` where the style says another. */
export const sized = (points: number): string => `<w:sz w:val="${Math.round(points * 2)}"/><w:szCs w:val="${Math.round(points * 2)}"/>`

/** A paragraph style of exact lines. @param inset in twentieths of a point */
export function exactStyle(id: string, points: number, inset = 0, more = ''): string {
  return [
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/>`,
    `<w:pPr><w:spacing w:before="0" w:after="0" w:line="${lineTwips(points)}" w:lineRule="exact"/><w:ind w:left="${inset}"/></w:pPr>`,
    `<w:rPr>${more}${sized(points)}</w:rPr></w:style>`,
  ].join('')
}

/** Lines that take next to no room: what must stand somewhere and is not to be seen. */
export const thinStyle = [
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Thin"><w:name w:val="Thin"/><w:basedOn w:val="Normal"/>',
  '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>',
].join('')
export const thin = '<w:p><w:pPr><w:pStyle w:val="Thin"/></w:pPr></w:p>'
/** Behind the last table, where Word wants a paragraph: hidden as well, so that it begins no page; seen when a drawing hangs on it. */
export const thinEnd = (drawing = '') =>
  drawing
    ? `<w:p><w:pPr><w:pStyle w:val="Thin"/></w:pPr>${drawing}</w:p>`
    : '<w:p><w:pPr><w:pStyle w:val="Thin"/><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>'

export function cell(width: number, content: string, properties = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`
}

/** A row of exactly this height: no words can make it higher. */
export const exactRow = (height: number, cells: string): string =>
  `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr>${cells}</w:tr>`

/** The beginning of a table whose columns no words can move. */
export function tableHead(columns: readonly number[]): string {
  const width = columns.reduce((sum, column) => sum + column, 0)
  const none = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join('')
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${none}</w:tblCellMar></w:tblPr><w:tblGrid>`,
    ...columns.map((column) => `<w:gridCol w:w="${column}"/>`),
    '</w:tblGrid>',
  ].join('')
}
