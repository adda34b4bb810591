// Envelopes as one Word document: a page for each, the sender small in the left upper corner, the address where the post reads it.
import { cell, exactRow, exactStyle, linesRun, lineTwips, sized, tableHead, thin, thinEnd, thinStyle } from './boxes.ts'
import { twips } from './labelGrid.ts'
import type { LabelWords } from './labels.ts'
import type { Paced } from './paced.ts'
import { pictureRun, type Picture } from './pictures.ts'
import { escaped, wordFile, type Page } from './wordFile.ts'

/** Lengths in millimetres. */
interface Zone {
  x: number
  y: number
  width: number
  height: number
}

export interface EnvelopePages {
  envelope: { width: number; height: number; code?: number }
  zones: { sender: Zone; address: Zone }
  logo: Picture | undefined
  /** What the logo shows: the company's name. */
  logoWords: string
  /** @property sender blank: none */
  to: readonly (LabelWords & { sender: readonly string[] })[]
  title: string
  language: string
}

const senderType = 8
const addressType = 12
const logoRoom = { width: 40, height: 11 }
/** Below the address only so much is left that no other row fits. */
const spare = 100

export async function envelopeDocument(pages: EnvelopePages, paced: Paced): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { sender, address } = pages.zones
  const [x0, x1, x2] = [sender.x, address.x, address.x + address.width].map(twips) as [number, number, number]
  const [y0, y1, y2, y3] = [sender.y, sender.y + sender.height, address.y, address.y + address.height].map(twips) as [
    number,
    number,
    number,
    number,
  ]
  const columns = [x1 - x0, x2 - x1]
  const whole = (content: string) => cell(x2 - x0, content, '<w:gridSpan w:val="2"/>')
  const between = exactRow(y2 - y1, whole(thin))
  const body = [tableHead(columns)]
  for (const [at, words] of pages.to.entries()) {
    const row = cell(columns[0] ?? 0, thin) + cell(columns[1] ?? 0, addressPara(words))
    body.push(exactRow(y1 - y0, whole(senderParas(pages, words.sender, at))), between, exactRow(y3 - y2, row))
    if (at % 50 === 49 && !(await paced.step(at + 1))) return undefined
  }
  body.push('</w:tbl>', thinEnd())
  const styles = exactStyle('Address', addressType) + exactStyle('Sender', senderType) + thinStyle
  const page = pageOf(pages.envelope, { left: x0, right: x2, top: y0, bottom: y3 })
  const pictures = pages.logo ? [pages.logo] : []
  return wordFile({ body, page, styles, pictures, title: pages.title, language: pages.language })
}

function pageOf(envelope: EnvelopePages['envelope'], used: { left: number; right: number; top: number; bottom: number }): Page {
  const [width, height] = [twips(envelope.width), twips(envelope.height)]
  const page = { width, height, left: used.left, right: width - used.right, top: used.top, bottom: height - used.bottom - spare }
  return envelope.code === undefined ? page : { ...page, code: envelope.code }
}

function addressPara({ lines, size }: LabelWords): string {
  const own = size !== addressType
  const spacing = own ? `<w:spacing w:line="${lineTwips(size)}" w:lineRule="exact"/>` : ''
  return `<w:p><w:pPr><w:pStyle w:val="Address"/>${spacing}</w:pPr>${linesRun(lines, own ? sized(size) : '')}</w:p>`
}

/** @param at number of the page, from 0: each drawing has an id of its own */
function senderParas({ logo, logoWords }: EnvelopePages, sender: readonly string[], at: number): string {
  const picture = logo ? `<w:p>${pictureRun(logo, at + 1, logoRoom, escaped(logoWords))}</w:p>` : ''
  const words = sender.length > 0 ? `<w:p><w:pPr><w:pStyle w:val="Sender"/></w:pPr>${linesRun(sender)}</w:p>` : ''
  return picture + (words || (picture ? '' : thin))
}
