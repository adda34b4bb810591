// Where the lines and words of a PDF stand, in millimetres from the upper left corner of its page: LibreOffice's PDFs only.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

const mm = (points: number) => (points * 25.4) / 72

export interface PdfLine {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** The straight lines that are stroked on the first page. */
export function pdfLines(path: string): PdfLine[] {
  const { content, height } = firstPage(path)
  return [...content.matchAll(/([\d.-]+) ([\d.-]+) m\n([\d.-]+) ([\d.-]+) l S/g)].map((line) => asLine(line, height))
}

/** The widths of the boxes that are drawn with a line around on the first page. */
export function pdfBoxWidths(path: string): number[] {
  return [...firstPage(path).content.matchAll(/([\d.-]+ [\d.-]+ m\n(?:[\d.-]+ [\d.-]+ l\s)+)h\nS/g)].map((found) => {
    const across = [...(found[1] ?? '').matchAll(/([\d.-]+) [\d.-]+ [ml]/g)].map((point) => Number(point[1]))
    return mm(Math.max(...across) - Math.min(...across))
  })
}

function firstPage(path: string): { content: string; height: number } {
  const bytes = readFileSync(path)
  const text = bytes.toString('latin1')
  const height = Number(/\/MediaBox\s*\[\s*[\d.]+ [\d.]+ [\d.]+ ([\d.]+)/.exec(text)?.[1])
  for (const found of text.matchAll(/FlateDecode[^>]*>>\s*stream\r?\n/g)) {
    const content = unpacked(bytes.subarray(found.index + found[0].length))
    if (content?.includes(' re\nW')) return { content, height }
  }
  throw new Error(`No page is found in ${path}`)
}

function asLine(found: RegExpMatchArray, height: number): PdfLine {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = found.slice(1).map(Number)
  return { x1: mm(x1), y1: mm(height - y1), x2: mm(x2), y2: mm(height - y2) }
}

function unpacked(bytes: Buffer): string | undefined {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return undefined
  }
}

export interface PdfWord {
  /** From 1. */
  page: number
  text: string
  x: number
  y: number
  right: number
  bottom: number
}

/** All words with their places. */
export function pdfWords(path: string): PdfWord[] {
  const said = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' })
  let page = 0
  return said.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page++
    const found = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line)
    if (!found) return []
    const [x = 0, y = 0, right = 0, bottom = 0] = found.slice(1, 5).map((one) => mm(Number(one)))
    return [{ page, text: found[5] ?? '', x, y, right, bottom }]
  })
}

/** How many pages there are, and how large the first is, in millimetres. */
export function pdfPages(path: string): { pages: number; width: number; height: number } {
  const said = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  const [, width = '', height = ''] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(said) ?? []
  return { pages: Number(/Pages:\s+(\d+)/.exec(said)?.[1]), width: mm(Number(width)), height: mm(Number(height)) }
}
