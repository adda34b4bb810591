// Excel workbooks as programs write them, made from a few words: what stands in a cell is said as Excel says it.
import { strToU8, zipSync } from 'fflate'

/** A text, a number, or a cell with its type and style: `{ t: 'b', v: '1' }`. */
export type Cell = string | number | { t?: string; s?: number; v: string } | undefined

export interface Workbook {
  sheets: { name: string; rows: Cell[][]; state?: string; firstRow?: number }[]
  /** Number formats by style; style 0 is General. */
  formats?: (string | number)[]
  from1904?: boolean
  /** Without cell addresses, as some programs write it; with a prefix before every name. */
  bare?: boolean
  prefix?: string
  extra?: Record<string, string>
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const letter = (at: number): string => (at > 25 ? letter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** The parts of the file, to be packed or spoilt. */
export function workbookParts(book: Workbook): Record<string, Uint8Array> {
  const { sheets, formats = [], from1904 = false, bare = false, prefix = '', extra = {} } = book
  const strings: string[] = []
  const cellXml = (cell: Cell, at: number, rowNo: number) => {
    if (cell === undefined) return ''
    const place = bare ? '' : ` r="${letter(at)}${rowNo}"`
    if (typeof cell === 'string') return `<c${place} t="s"><v>${strings.push(cell) - 1}</v></c>`
    if (typeof cell === 'number') return `<c${place}><v>${cell}</v></c>`
    const { t, s, v } = cell
    const kind = (t ? ` t="${t}"` : '') + (s === undefined ? '' : ` s="${s}"`)
    return t === 'inlineStr' ? `<c${place}${kind}><is><t>${escaped(v)}</t></is></c>` : `<c${place}${kind}><v>${escaped(v)}</v></c>`
  }
  const sheetXml = ({ rows, firstRow = 1 }: Workbook['sheets'][number]) =>
    `<worksheet><sheetData>${rows
      .map((cells, index) => {
        const no = firstRow + index
        return `<row${bare ? '' : ` r="${no}"`}>${cells.map((cell, at) => cellXml(cell, at, no)).join('')}</row>`
      })
      .join('')}</sheetData></worksheet>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(({ name, state }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, at) => `<Relationship Id="s${at}" Type="http://x/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}<Relationship Id="st" Type="http://x/styles" Target="/xl/styles.xml"/>
      <Relationship Id="ss" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((format, at) => (typeof format === 'string' ? `<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>` : ''))
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + at}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  }
  parts['xl/sharedStrings.xml'] = `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`
  const prefixed = (xml: string) => (prefix ? xml.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`) : xml)
  const all = Object.entries({ ...parts, ...extra })
  return Object.fromEntries(all.map(([name, xml]) => [name, strToU8(name.startsWith('xl/work') ? prefixed(xml) : xml)]))
}

export const workbook = (book: Workbook): Uint8Array => zipSync(workbookParts(book))
