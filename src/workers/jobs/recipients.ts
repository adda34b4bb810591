// The recipients of a segment's letters as a file for Word's own mail merge: Excel, which Word reads best, or CSV.
import { ok, refuse, type Result } from '../../base/result.ts'
import { channelOf } from '../../core/letter/channel.ts'
import { letterTogether, type Letter } from '../../core/letter/letters.ts'
import { lettersInOrder, type LetterOrder } from '../../core/letter/order.ts'
import { recipientColumns, recipientRow, wordParts, type RecipientColumn, type WordPart } from '../../core/letter/recipients.ts'
import { lettersTogether } from '../../core/letter/together.ts'
import { effective } from '../../core/segment/effective.ts'
import { fileKinds } from '../../exchange/exportFile.ts'
import type { Column } from '../../exchange/exportTable.ts'
import { csvWriter } from '../../exchange/writeCsv.ts'
import { excelLimits, excelWriter } from '../../exchange/writeExcel.ts'
import type { Failure } from '../../model/failure.ts'
import type { AttachmentId, SegmentId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { aroundOf, readAround, readSegment } from '../../storage/read/segments.ts'
import { openTemplate, usesOf } from '../../word/index.ts'
import { documentFailure } from './documents.ts'
import type { JobBook } from './jobBook.ts'
import type { MadeLetters } from './letterMaking.ts'
import { fileNameOf } from './letterNames.ts'
import { onShelf } from './onShelf.ts'
import { writeTable, type TableParts } from './tableFile.ts'

export interface RecipientsWish {
  format: 'xlsx' | 'csv'
  /** Of printed letters, of those by e-mail, or of both. */
  channel: 'print' | 'email' | 'both'
  /** All fields by their stable names, or those of the documents as these write them. */
  fields: 'all' | 'used'
  order?: LetterOrder
  language: string
  /** What such a file is called: `Recipients`. */
  name: string
}

export interface RecipientJobs {
  /** Failures: `noDocument` when nobody gets a letter, `stopped`. */
  makeRecipients: (id: SegmentId, wish: RecipientsWish, job: number) => Promise<Result<MadeLetters, Failure>>
}

export const recipientJobs = (db: Database, book: JobBook, shelf: Shelf = newShelf()): RecipientJobs => ({
  makeRecipients: async (id, wish, job) => {
    const found = await lettersOf(db, id, wish)
    if (!found) return refuse({ code: 'notFound', table: 'segments', id })
    const { title, count, people, without, documents, letterAt } = found
    if (count === 0) return refuse({ code: 'noDocument', count: without })
    if (count >= excelLimits.rows) return refuse({ code: 'exportTooLong', rows: count, most: excelLimits.rows - 1 })
    const used = wish.fields === 'used' ? await fieldsUsed(db, documents) : ok(undefined)
    if (!used.ok) return used
    const table = tableOf(used.value ?? recipientColumns(), letterAt, wish)
    return onShelf(shelf, async (file, run) => {
      if (!(await writeTable(file, count, table, book, job))) return refuse({ code: 'stopped' })
      const content = await file.content()
      const { ending, mime } = fileKinds[wish.format === 'xlsx' ? 'xlsx' : 'csvSystem']
      const made = { name: fileNameOf(title, wish.name) + ending, content, size: content.size, mime, letters: count }
      return ok({ files: [made], letters: count, lines: people, without, skipped: 0, leftOut: [], cleaned: 0, run })
    })
  },
})

interface LettersFound {
  title: string
  /** Letters, and the lines that stand in them. */
  count: number
  people: number
  without: number
  /** Each that a letter is made from, in the order in which they come. */
  documents: AttachmentId[]
  letterAt: (at: number) => Letter | undefined
}

async function lettersOf(db: Database, id: SegmentId, { channel, order, language }: RecipientsWish): Promise<LettersFound | undefined> {
  const stored = await readSegment(db, id)
  if (!stored) return undefined
  const { segment, lines } = stored
  const around = aroundOf(
    await readAround(
      db,
      lines.lines.map(({ contactId }) => contactId),
    ),
  )
  const resolved = lines.lines.map((line) => effective(line, segment, around))
  const going = resolved.filter((line) => {
    const { is } = channelOf(line, segment.lettersPer)
    return is !== 'neither' && (channel === 'both' || is === channel)
  })
  const together = lettersTogether(going, segment.lettersPer)
  const letters = lettersInOrder(together, segment.lettersPer, order, language, around.company?.countryCode)
  return {
    ...{ title: segment.description || segment.no, count: letters.length, people: going.length, without: resolved.length - going.length },
    documents: [...new Set(letters.flatMap((letter) => letter.lead.document?.attachmentId ?? []))],
    letterAt: (at) => {
      const letter = letters[at]
      return letter && letterTogether([letter.lead.line, ...letter.others.map(({ line }) => line)], segment, around)
    },
  }
}

/** Columns for the fields of all documents in use, as they write them, in the order in which they come. */
async function fieldsUsed(db: Database, documents: readonly AttachmentId[]): Promise<Result<RecipientColumn[] | undefined, Failure>> {
  const names = new Set<string>()
  const parts = new Set<WordPart>()
  for (const attachmentId of documents) {
    const attachment = await db.attachments.get(attachmentId)
    if (!attachment) return refuse({ code: 'notFound', table: 'attachments', id: attachmentId })
    const template = openTemplate(new Uint8Array(attachment.bytes))
    if (!template.ok) return refuse(documentFailure(template.failure, attachment.fileName))
    const { fields, plan } = template.value
    for (const { name } of fields) names.add(name)
    for (const part of wordParts(usesOf(plan))) {
      // Which column of its list it takes for that, the document may say itself.
      const said = plan.mapped[part]
      if (said) names.add(said)
      else parts.add(part)
    }
  }
  return ok(names.size + parts.size > 0 ? recipientColumns([...names], [...parts]) : undefined)
}

function tableOf(columns: readonly RecipientColumn[], letterAt: (at: number) => Letter | undefined, wish: RecipientsWish): TableParts {
  // Everything is text: post codes keep their noughts, days stand as the letter says them.
  const heads: Column[] = columns.map(({ heading }) => ({ heading, kind: 'code', width: Math.max(16, heading.length + 2) }))
  const isExcel = wish.format === 'xlsx'
  const writer = isExcel
    ? excelWriter({ name: 'Recipients', columns: heads })
    : csvWriter(heads, 'system', { separator: ',', decimal: '.', yes: '', no: '' })
  // Word cuts a text file into records at every line break.
  const said = (cell: string) => (isExcel ? cell : cell.replace(/\s*\r?\n\s*/g, ', '))
  const rowsAt = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => letterAt(from + at)).flatMap((letter) =>
      letter ? [recipientRow(columns, letter).map(said)] : [],
    )
  return {
    // By this mark Word knows the letters of every language in a text file.
    begin: () => [...(isExcel ? [] : [new Uint8Array([0xef, 0xbb, 0xbf])]), ...writer.begin()],
    rows: (from, count) => writer.rows(rowsAt(from, count)),
    end: writer.end,
  }
}
