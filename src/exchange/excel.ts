// An Excel workbook (.xlsx, .xlsm) as a sheet of rows: the first of its sheets that holds any, or the one asked for.
// Read piece by piece with a scanner of our own: no DOM in a worker, and a hostile file is left as soon as it shows. ECMA-376 part 1, 18
import { refuse, ok, type Result } from '../base/result.ts'
import type { Failure, ImportFileTrouble } from '../model/failure.ts'
import { formatOf, type CellFormat } from './excelCells.ts'
import { SheetReader, TooMuch, unescaped, type Workbook } from './excelSheet.ts'
import { headerLineOf } from './header.ts'
import { limits, type ReadChoice, type Sheet, type SheetRow } from './sheet.ts'
import { attributesOf, XmlScan, XmlTrouble, type XmlListener } from './xmlScan.ts'
import { listParts, piecesOf, ZipTrouble, type ZipPart } from './zipFile.ts'

/** What else a ZIP file may be, by the names of its parts. */
function lookInside(parts: readonly ZipPart[], bytes: Uint8Array): ImportFileTrouble | undefined {
  const has = (wanted: RegExp) => parts.some(({ name }) => wanted.test(name))
  if (has(/^xl\/workbook\d*\.bin$/)) return 'xlsb'
  if (has(/^\[content_types\]\.xml$/)) return has(/^word\//) ? 'word' : has(/^ppt\//) ? 'zip' : undefined
  if (has(/^manifest\.json$/) && new TextDecoder('latin1').decode(bytes.subarray(0, 400)).includes('fieldbook')) return 'backup'
  if (has(/\.iwa$|^index\.numbers$|^index\.zip$/)) return 'numbers'
  return has(/^mimetype$/) && has(/^content\.xml$/) ? 'ods' : 'zip'
}

/** Reads a workbook; between portions it comes up for air. */
export function* readExcel(bytes: Uint8Array, fileName: string, choice: ReadChoice): Generator<void, Result<Sheet, Failure>> {
  const no = (reason: ImportFileTrouble, detail = ''): Result<Sheet, Failure> => refuse({ code: 'importFile', reason, fileName, detail })
  try {
    const parts = listParts(bytes)
    const other = lookInside(parts, bytes)
    if (other) return no(other)
    return yield* new Reader(bytes, parts, fileName).read(choice)
  } catch (trouble) {
    if (trouble instanceof ZipTrouble) return no(trouble.reason)
    if (trouble instanceof TooMuch) return no(trouble.reason, String(trouble.detail))
    if (trouble instanceof XmlTrouble || trouble instanceof RangeError) return no('broken')
    throw trouble
  }
}

interface SheetPart {
  name: string
  part: ZipPart
  hidden: boolean
}

class Reader {
  private readonly byName: Map<string, ZipPart>

  constructor(
    private readonly bytes: Uint8Array,
    parts: readonly ZipPart[],
    private readonly fileName: string,
  ) {
    this.byName = new Map(parts.map((part) => [part.name, part]))
  }

  *read({ sheetName, header }: ReadChoice): Generator<void, Result<Sheet, Failure>> {
    const { book, sheets } = yield* this.workbook()
    const wanted = sheetName === undefined ? undefined : sheets.find(({ name }) => name === sheetName)
    if (sheetName !== undefined && !wanted) {
      return refuse({ code: 'importFile', reason: 'noSheet', fileName: this.fileName, detail: sheetName })
    }
    for (const sheet of wanted ? [wanted] : sheets.toSorted((one, other) => Number(one.hidden) - Number(other.hidden))) {
      const reader = new SheetReader(book)
      yield* this.scan(sheet.part, reader)
      const table = tableOf(reader.rows, header)
      if (table.rows.length === 0) continue
      const names = { sheetNames: sheets.map(({ name }) => name), sheetName: sheet.name }
      return ok({
        source: 'xlsx',
        fileName: this.fileName,
        ...names,
        canonical: true,
        uneven: [],
        padded: 0,
        notes: reader.notes,
        ...table,
      })
    }
    return refuse({ code: 'csvEmpty', fileName: this.fileName })
  }

  private *workbook(): Generator<void, { book: Workbook; sheets: SheetPart[] }> {
    const root = yield* this.relations('_rels/.rels', '')
    const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const relations = yield* this.relations(`${folder}_rels/${path.slice(folder.length)}.rels`, folder)
    const target = (wanted: string) => [...relations.values()].find(({ type }) => type === wanted)?.target ?? ''
    const sheets: SheetPart[] = []
    let from1904 = false
    yield* this.elements(path, (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '')
      const relation = name === 'sheet' ? relations.get(attributes['id'] ?? '') : undefined
      const part = relation?.type === 'worksheet' ? this.byName.get(relation.target) : undefined
      if (part) sheets.push({ name: unescaped(attributes['name'] ?? ''), part, hidden: /hidden/i.test(attributes['state'] ?? '') })
    })
    const formats = yield* this.formats(target('styles'))
    const strings = yield* this.strings(target('sharedStrings'))
    return { book: { strings, formats, from1904 }, sheets }
  }

  /** What a part refers to, by the id it uses for it. */
  private *relations(path: string, folder: string): Generator<void, Map<string, { type: string; target: string }>> {
    const found = new Map<string, { type: string; target: string }>()
    yield* this.elements(path, (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : folder + Target
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: flat(target).toLowerCase() })
    })
    return found
  }

  private *formats(path: string): Generator<void, CellFormat[]> {
    const codes = new Map<number, string>()
    const formats: CellFormat[] = []
    let inCells = false
    const listener: XmlListener = {
      open: (name, text) => {
        if (name === 'cellXfs') inCells = true
        if (name !== 'numFmt' && !(name === 'xf' && inCells)) return
        const { numFmtId = '0', formatCode = '' } = attributesOf(text)
        if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
        else formats.push(formatOf(Number(numFmtId), codes.get(Number(numFmtId))))
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false
      },
      text: () => undefined,
    }
    const part = this.byName.get(path)
    if (part) yield* this.scan(part, listener)
    return formats
  }

  private *strings(path: string): Generator<void, string[]> {
    const strings: string[] = []
    let text = ''
    let listening = false
    let phonetic = false
    const listener: XmlListener = {
      open: (name) => {
        if (name === 'si') text = ''
        else if (name === 't') listening = !phonetic
        else if (name === 'rPh') phonetic = true
      },
      text: (more) => {
        if (!listening) return
        text += more
        if (text.length > limits.cell) throw new TooMuch('cellTooLong', strings.length + 1)
      },
      close: (name) => {
        if (name === 'si') strings.push(unescaped(text))
        else if (name === 't') listening = false
        else if (name === 'rPh') phonetic = false
      },
    }
    const part = this.byName.get(path)
    if (part) yield* this.scan(part, listener)
    return strings
  }

  private *elements(path: string, open: (name: string, attributes: Record<string, string>) => void): Generator<void, void> {
    const part = this.byName.get(path.toLowerCase())
    const none = () => undefined
    if (part) yield* this.scan(part, { open: (name, text) => open(name, attributesOf(text)), close: none, text: none })
  }

  private *scan(part: ZipPart, listener: XmlListener): Generator<void, void> {
    const scan = new XmlScan(listener)
    const decoder = new TextDecoder()
    for (const piece of piecesOf(this.bytes, part)) {
      scan.feed(decoder.decode(piece, { stream: true }))
      yield
    }
    scan.feed(decoder.decode())
    scan.end()
  }
}

/** `xl/worksheets/../sheet1.xml` without the way round. */
function flat(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function tableOf(all: SheetRow[], wanted: boolean | undefined): Pick<Sheet, 'hasHeader' | 'headers' | 'rows'> {
  const at = headerLineOf(
    all.map((row) => row.cells),
    wanted,
  )
  const named = at < 0 ? [] : (all[at]?.cells ?? []).map((cell) => cell.trim())
  const rows = all.slice(at + 1)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), named.length)
  const headers = [...named, ...Array<string>(width - named.length).fill('')]
  for (const { cells } of rows) while (cells.length < width) cells.push('')
  return { hasHeader: at >= 0, headers, rows }
}
