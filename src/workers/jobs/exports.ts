// Files that go out: what is asked for, and what comes back. They are made away from the screen, portion by portion; nothing is written to
// the data.
import { refuse, type Result } from '../../base/result.ts'
import { backOfficeAbove, backOfficeCells, backOfficeColumns } from '../../exchange/backOffice.ts'
import { cellsIn, columnsIn, fileKinds, tableWriter, type ExportWords } from '../../exchange/exportFile.ts'
import type { ColumnKey } from '../../exchange/exportHeadings.ts'
import type { Cell, CellKind, ExportFormat, RowWriter } from '../../exchange/exportTable.ts'
import { csvWriter } from '../../exchange/writeCsv.ts'
import { excelLimits, excelWriter } from '../../exchange/writeExcel.ts'
import { cardWriter } from '../../exchange/writeVcard.ts'
import { ZipOut } from '../../exchange/zipOut.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignId, ContactId, EntryId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { backOfficeRows } from './exportBackOffice.ts'
import { entriesAsked, type BackOfficeAsk } from './exportLogNews.ts'
import { resultRows } from './exportResults.ts'
import { allContacts, contactRows, lineRows, logRows, purchaseRows, type Rows } from './exportRows.ts'
import { ExportMaker } from './exportWriting.ts'
import type { JobBook } from './jobBook.ts'

export type { BackOfficeAsk, Cell, CellKind, ColumnKey, ExportFormat, ExportWords }

/** Which rows stand in the file; their kind says which columns there are. */
export type ExportSource =
  | { of: 'contacts'; who: 'all' | readonly ContactId[] | { segmentId: SegmentId } | { loggedSegmentId: LoggedSegmentId } }
  | { of: 'lines'; who: 'all' | SegmentId }
  | { of: 'log'; who: 'all' | readonly EntryId[] | { loggedSegmentId: LoggedSegmentId } }
  | { of: 'results'; who: 'all' | CampaignId }
  | { of: 'purchases' }

export interface ExportWish {
  source: ExportSource
  format: ExportFormat
  /** In their order; cards have their own. */
  columns: readonly ColumnKey[]
  words: ExportWords
  /** Of the file, without its ending. */
  name: string
}

export interface BackOfficeWish extends BackOfficeAsk {
  format: 'xlsx' | 'csvSystem'
  /** The number that the first entry gets in Business Central; missing = the column stays blank. */
  firstNo?: number
  words: ExportWords
  name: string
}

export interface EverythingWish {
  format: 'csvExcel' | 'csvSystem'
  words: ExportWords
  name: string
  /** Of the files in it, by what they hold. */
  names: Record<ExportSource['of'], string>
}

export interface MadeExport {
  name: string
  /** Lies on the disk when it is large, until it is given up (`discardExport`). */
  content: Blob
  mime: string
  rows: number
  /** Cells that a spreadsheet would run: defused in a file for Excel, left as they are in one for another system. */
  formulas: number
  /** Texts that were longer than the format or the field allows, and were cut. */
  cut: number
  /** Cards of people who are blocked, excluded or minors: other programs do not know it. Tables have columns for it. */
  spared?: number
  /** The last commit that is in it. */
  rev: number
  run: string
}

/** How many rows there are, and the first few as they will stand. */
export interface ExportPreview {
  count: number
  headings: string[]
  kinds: CellKind[]
  rows: Cell[][]
}

export interface ExportJobs {
  previewExport: (wish: Pick<ExportWish, 'source' | 'format' | 'columns' | 'words'>) => Promise<ExportPreview>
  /** Failures: `stopped`, `exportTooLong`. */
  makeExport: (wish: ExportWish, job: number) => Promise<Result<MadeExport, Failure>>
  previewBackOffice: (ask: BackOfficeAsk, firstNo?: number) => Promise<ExportPreview>
  makeBackOffice: (wish: BackOfficeWish, job: number) => Promise<Result<MadeExport, Failure>>
  /** A ZIP with one CSV file for each kind of row. */
  makeEverything: (wish: EverythingWish, job: number) => Promise<Result<MadeExport, Failure>>
  /** The file is not needed any more; what was saved may still be on its way for so many milliseconds. */
  discardExport: (run: string, after: number) => Promise<void>
}

const previewRows = 3

export function exportJobs(db: Database, book: JobBook, shelf: Shelf = newShelf()): ExportJobs {
  const maker = (job: number) => new ExportMaker(shelf, book, job)
  return {
    previewExport: async ({ source, format, columns, words }) => {
      const rows = await chosenRows(db, source, columns)
      const heads = columnsIn(rows.columns, format, words)
      const first = await rows.read(0, previewRows)
      return {
        ...{ count: rows.count, headings: heads.map(({ heading }) => heading), kinds: heads.map(({ kind }) => kind) },
        rows: first.map(cellsIn(rows.columns, format, words)),
      }
    },
    makeExport: async ({ source, format, columns, words, name }, job) => {
      const rev = await lastRev(db)
      const rows = await chosenRows(db, source, columns)
      if (format === 'xlsx' && rows.count >= excelLimits.rows) return tooLong(rows.count)
      const { ending, mime } = fileKinds[format]
      return maker(job).file(rows, writerFor(rows, source, format, words), { name: name + ending, mime, rev })
    },
    previewBackOffice: async (ask, firstNo) => {
      const rows = await backOfficeRows(db, await entriesAsked(db, ask), firstNo)
      const first = await rows.read(0, previewRows)
      const columns = backOfficeColumns
      return {
        ...{ count: rows.count, headings: columns.map(({ heading }) => heading), kinds: columns.map(({ kind }) => kind) },
        rows: first.map((row) => backOfficeCells(row).cells),
      }
    },
    makeBackOffice: async (wish, job) => {
      const rev = await lastRev(db)
      const rows = await backOfficeRows(db, await entriesAsked(db, wish), wish.firstNo)
      if (wish.format === 'xlsx' && rows.count >= excelLimits.rows) return tooLong(rows.count)
      const { ending, mime } = fileKinds[wish.format]
      return maker(job).file(rows, backOfficeWriter(wish), { name: wish.name + ending, mime, rev })
    },
    makeEverything: async (wish, job) => {
      const rev = await lastRev(db)
      const files = await Promise.all(
        sources.map(async (source) => {
          const rows = await allRows(db, source)
          return { name: `${wish.names[source.of]}.csv`, rows, writer: writerFor(rows, source, wish.format, wish.words) }
        }),
      )
      return maker(job).zip(files, new ZipOut(), { name: `${wish.name}.zip`, mime: 'application/zip', rev })
    },
    discardExport: (run, after) => shelf.discard(run, after),
  }
}

const tooLong = (rows: number) => refuse({ code: 'exportTooLong', rows, most: excelLimits.rows - 1 } as const)

/** Everything there is, kind by kind. */
const sources: readonly ExportSource[] = [
  { of: 'contacts', who: 'all' },
  { of: 'lines', who: 'all' },
  { of: 'log', who: 'all' },
  { of: 'results', who: 'all' },
  { of: 'purchases' },
]

/** Rows of any kind: only their columns know what they are. */
type AnyRows = Rows<unknown>

async function allRows(db: Database, source: ExportSource): Promise<AnyRows> {
  switch (source.of) {
    case 'contacts':
      return await contactRows(db, await contactsOf(db, source.who))
    case 'lines':
      return await lineRows(db, source.who === 'all' ? await allSegments(db) : [source.who])
    case 'log':
      return await logRows(db, await entriesOf(db, source.who))
    case 'results':
      return await resultRows(db, source.who === 'all' ? undefined : source.who)
    case 'purchases':
      return await purchaseRows(db)
  }
}

/** The rows with the columns that were chosen, in that order. */
async function chosenRows(db: Database, source: ExportSource, keys: readonly ColumnKey[]): Promise<AnyRows> {
  const rows = await allRows(db, source)
  const columns = keys.flatMap((key) => rows.columns.find((column) => column.key === key) ?? [])
  return { ...rows, columns: columns.length > 0 ? columns : rows.columns }
}

const allSegments = async (db: Database) => (await db.segments.orderBy('no').primaryKeys()) as SegmentId[]

async function contactsOf(db: Database, who: Extract<ExportSource, { of: 'contacts' }>['who']): Promise<readonly ContactId[]> {
  if (who === 'all') return allContacts(db)
  if (!('segmentId' in who) && !('loggedSegmentId' in who)) return who
  const lines =
    'segmentId' in who
      ? ((await db.segmentLines.get(who.segmentId))?.lines ?? [])
      : (await db.loggedLines.where('loggedSegmentId').equals(who.loggedSegmentId).sortBy('from')).flatMap(({ lines: piece }) =>
          piece.map(({ line }) => line),
        )
  return [...new Set(lines.map(({ contactId }) => contactId))]
}

async function entriesOf(db: Database, who: Extract<ExportSource, { of: 'log' }>['who']): Promise<readonly EntryId[]> {
  if (who === 'all') return (await db.entries.orderBy('day').reverse().primaryKeys()) as EntryId[]
  if (!('loggedSegmentId' in who)) return who
  return (await db.entries.where('loggedSegmentId').equals(who.loggedSegmentId).primaryKeys()) as EntryId[]
}

function writerFor(rows: AnyRows, source: ExportSource, format: ExportFormat, words: ExportWords): RowWriter<unknown> {
  if (source.of === 'contacts' && (format === 'vcard4' || format === 'vcard3')) {
    return cardWriter(format === 'vcard4' ? '4.0' : '3.0', words.language)
  }
  const writer = tableWriter(columnsIn(rows.columns, format, words), format, words)
  const cells = cellsIn(rows.columns, format, words)
  return {
    begin: writer.begin,
    rows: (some) => writer.rows(some.map(cells)),
    end: writer.end,
    told: () => ({ cut: writer.cut, formulas: writer.formulas }),
  }
}

function backOfficeWriter({ format, words }: BackOfficeWish): RowWriter<Parameters<typeof backOfficeCells>[0]> {
  const writer =
    format === 'xlsx'
      ? excelWriter({ name: 'Interaction Log Entry', columns: backOfficeColumns, above: backOfficeAbove, allShared: true })
      : csvWriter(backOfficeColumns, 'system', words.manner)
  let cut = 0
  const cells = (row: Parameters<typeof backOfficeCells>[0]) => {
    const made = backOfficeCells(row)
    cut += made.cut
    return made.cells
  }
  return {
    ...{ begin: writer.begin, end: writer.end, rows: (some) => writer.rows(some.map(cells)) },
    told: () => ({ cut: cut + writer.cut, formulas: writer.formulas }),
  }
}
