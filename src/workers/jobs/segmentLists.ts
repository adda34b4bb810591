// Lists of a segment's people, for Word and for Excel: to look them up, or to call one after the other.
import { docxType } from '../../base/fileTypes.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { listed, listRow, mostOnPaper, type ListColumn, type ListKind, type ListRow } from '../../core/letter/listRows.ts'
import { inOrder, type LetterOrder } from '../../core/letter/order.ts'
import { effective, type Effective } from '../../core/segment/effective.ts'
import { excelType } from '../../exchange/exportFile.ts'
import { excelLimits } from '../../exchange/writeExcel.ts'
import type { Failure } from '../../model/failure.ts'
import type { SegmentId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { readLastContacts } from '../../storage/read/lastContacts.ts'
import { aroundOf, readAround, readSegment } from '../../storage/read/segments.ts'
import { paced } from '../../word/author/paced.ts'
import type { JobBook } from './jobBook.ts'
import type { MadeLetters } from './letterMaking.ts'
import { fileNameOf } from './letterNames.ts'
import { onShelf } from './onShelf.ts'
import { listInExcel, paperCell, paperWidths } from './segmentListColumns.ts'
import { writeTable } from './tableFile.ts'

/** Headings in the person's language: of the list's columns, and of those that Excel has in their place. */
export type ListHeadings = Record<
  ListColumn | 'street' | 'postCode' | 'city' | 'country' | 'mobile' | 'phone' | 'companyPhone' | 'lastHow',
  string
>

export interface ListWish {
  kind: ListKind
  format: 'docx' | 'xlsx'
  /** In their order. */
  columns: readonly ListColumn[]
  order?: LetterOrder
  paper: 'A4' | 'Letter'
  landscape: boolean
  /** Of the interface: days and countries are written in it. */
  language: string
  words: {
    /** What such a list is called: `Call list`. */
    name: string
    headings: ListHeadings
    /** To be ticked by hand: reached, not reached, call again. */
    outcomes: readonly string[]
    /** `Page {1} of {2}` */
    pageOf: string
    /** Under the title. */
    about: string
  }
}

export interface SegmentListJobs {
  /** Failures: `noDocument` when nobody stands on it, `listTooLong`, `exportTooLong`, `stopped`. */
  makeList: (id: SegmentId, wish: ListWish, job: number) => Promise<Result<MadeLetters, Failure>>
}

export const segmentListJobs = (db: Database, book: JobBook, shelf: Shelf = newShelf()): SegmentListJobs => ({
  makeList: async (id, wish, job) => {
    const people = await peopleOf(db, id, wish)
    if (!people) return refuse({ code: 'notFound', table: 'segments', id })
    const { rows, without, title } = people
    if (rows.length === 0) return refuse({ code: 'noDocument', count: without })
    const most = wish.format === 'docx' ? mostOnPaper : excelLimits.rows - 1
    if (rows.length > most) return refuse({ code: wish.format === 'docx' ? 'listTooLong' : 'exportTooLong', rows: rows.length, most })
    return onShelf(shelf, async (file, run) => {
      const written = wish.format === 'docx' ? onPaper(rows, title, wish, book, job) : listInExcel(rows, wish)
      if (!(await writeTable(file, rows.length, await written, book, job))) return refuse({ code: 'stopped' })
      const content = await file.content()
      const name = `${fileNameOf(title, wish.words.name)}.${wish.format}`
      const mime = wish.format === 'docx' ? docxType : excelType
      const made = { name, content, size: content.size, mime, letters: rows.length }
      return ok({ files: [made], letters: rows.length, lines: rows.length, without, skipped: 0, leftOut: [], cleaned: 0, run })
    })
  },
})

interface People {
  title: string
  rows: ListRow[]
  /** Lines whose contact is gone, may not be written to, or stands on the list already. */
  without: number
}

async function peopleOf(db: Database, id: SegmentId, { order, language, columns }: ListWish): Promise<People | undefined> {
  const stored = await readSegment(db, id)
  if (!stored) return undefined
  const { segment, lines } = stored
  const around = aroundOf(
    await readAround(
      db,
      lines.lines.map(({ contactId }) => contactId),
    ),
  )
  const own = around.company?.countryCode ?? ''
  const people = inOrder(listed(lines.lines.map((line) => effective(line, segment, around))), order, language, own)
  const ids = people.map(({ line }) => line.contactId)
  const last = columns.includes('lastContact') ? await readLastContacts(db, ids) : new Map<Effective['line']['contactId'], never>()
  return {
    title: segment.description || segment.no,
    rows: people.map((line) => listRow(line, last.get(line.line.contactId), own, language)),
    without: lines.lines.length - people.length,
  }
}

async function onPaper(rows: readonly ListRow[], title: string, wish: ListWish, book: JobBook, job: number) {
  const { listDocument } = await import('../../word/author/lists.ts')
  const { words, columns, paper, landscape, language } = wish
  const steps = paced(rows.length, (done, of) => book.progress(job, done, of), book.signal(job))
  const bytes = await listDocument(
    {
      ...{ paper, landscape, language, title: `${words.name}: ${title}`, about: words.about, pageOf: words.pageOf },
      columns: columns.map((column) => ({ heading: words.headings[column], width: paperWidths[column] })),
      // A row to write in by hand has room for a hand.
      rowHeight: columns.includes('note') || columns.includes('outcome') ? 15 : 8,
      rows: rows.map((row) => columns.map((column) => paperCell(row, column, wish))),
    },
    steps,
  )
  return bytes && { begin: () => [bytes], rows: () => [], end: () => [] }
}
