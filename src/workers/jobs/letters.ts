// Letters: the lines of a segment, their values, the documents in each contact's language, through the Word engine.
// The letters of a logged segment are made again from the frozen values, and come out the same.
import { docxType } from '../../base/fileTypes.ts'
import { refuse, type Result } from '../../base/result.ts'
import { withheld } from '../../core/contact/privacy.ts'
import { valuesForDocument } from '../../core/letter/values.ts'
import { entryLetterOf, loggedLetterOf, letterOf, type Letter } from '../../core/letter/letters.ts'
import type { Failure } from '../../model/failure.ts'
import type { AttachmentId, EntryId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Database } from '../../storage/database.ts'
import { readLineOfEntry, readLoggedLines } from '../../storage/read/logged.ts'
import { aroundOf, readAround, readSegment } from '../../storage/read/segments.ts'
import { mergeToBytes, newLetterZip, openTemplate, type WordTemplate } from '../../word/index.ts'
import { documentFailure } from './documents.ts'
import type { JobBook } from './jobBook.ts'

export type LetterOutput = 'combined' | 'zip'

export interface LetterFile {
  name: string
  bytes: ArrayBuffer
  mime: string
  letters: number
}

export interface MadeLetters {
  files: LetterFile[]
  letters: number
  /** Lines that got no letter: privacy blocked, contact gone, or no document. */
  without: number
}

export interface LetterJobs {
  /** `lineNo` for the letter of one line only. */
  makeLetters: (id: SegmentId, output: LetterOutput, lineNo: number | undefined, job: number) => Promise<Result<MadeLetters, Failure>>
  makeLoggedLetters: (
    id: LoggedSegmentId,
    output: LetterOutput,
    lineNo: number | undefined,
    job: number,
  ) => Promise<Result<MadeLetters, Failure>>
  /** The letter of one entry of the interaction log again, whether it came from a segment or not. */
  makeEntryLetter: (id: EntryId, job: number) => Promise<Result<MadeLetters, Failure>>
}

export const letterJobs = (db: Database, book: JobBook): LetterJobs => ({
  makeLetters: async (id, output, lineNo, job) => {
    const stored = await readSegment(db, id)
    if (!stored) return refuse({ code: 'notFound', table: 'segments', id })
    const around = aroundOf(
      await readAround(
        db,
        stored.lines.lines.map((line) => line.contactId),
      ),
    )
    const lines = stored.lines.lines.filter((line) => lineNo === undefined || line.lineNo === lineNo)
    const letters = lines.map((line) => letterOf(line, stored.segment, around))
    return make(db, book, job, output, stored.segment.description || stored.segment.no, letters)
  },
  makeLoggedLetters: async (id, output, lineNo, job) => {
    const logged = await db.loggedSegments.get(id)
    if (!logged) return refuse({ code: 'notFound', table: 'loggedSegments', id })
    const lines = (await readLoggedLines(db, id)).filter(({ line }) => lineNo === undefined || line.lineNo === lineNo)
    // Evidence does not change, but whoever was privacy blocked since is not written to any more.
    const contacts = await db.contacts.bulkGet(lines.map(({ line }) => line.contactId))
    const letters = lines.map((line, at) => {
      const contact = contacts[at]
      return contact && withheld(contact) ? undefined : loggedLetterOf(line, logged.values)
    })
    return make(db, book, job, output, logged.header.description || logged.no, letters)
  },
  makeEntryLetter: async (id, job) => {
    const entry = await db.entries.get(id)
    if (!entry) return refuse({ code: 'notFound', table: 'entries', id })
    const contact = await db.contacts.get(entry.contactId)
    const letter = contact && withheld(contact) ? undefined : await letterOfEntry(db, entry)
    return make(db, book, job, 'combined', [letter?.fileName, entry.description].filter(Boolean).join(' - '), [letter])
  },
})

/** Its own frozen letter, else the one of its line in the logged segment. */
async function letterOfEntry(db: Database, entry: InteractionLogEntry): Promise<Letter | undefined> {
  if (entry.letter || !entry.loggedSegmentId) return entryLetterOf(entry)
  const logged = await db.loggedSegments.get(entry.loggedSegmentId)
  const line = await readLineOfEntry(db, entry)
  return logged && line && loggedLetterOf(line, logged.values)
}

type Maker = { db: Database; watch: { onProgress: (letters: number) => void; signal: AbortSignal } }

async function make(
  db: Database,
  book: JobBook,
  job: number,
  output: LetterOutput,
  title: string,
  all: readonly (Letter | undefined)[],
): Promise<Result<MadeLetters, Failure>> {
  const letters = all.filter((letter) => letter !== undefined)
  if (letters.length === 0) return refuse({ code: 'noDocument', count: all.length })
  let done = 0
  const watch = {
    onProgress: (now: number) => book.progress(job, done + now, letters.length),
    signal: book.signal(job),
  }
  const templates = await openAll(db, letters)
  if (!templates.ok) return templates
  const files =
    output === 'zip'
      ? await zipOf(title, letters, templates.value, watch)
      : await combinedOf(title, letters, templates.value, { db, watch }, (n) => (done += n))
  if (!files.ok) return files
  if (book.stopped(job)) return refuse({ code: 'stopped' })
  return { ok: true, value: { files: files.value, letters: letters.length, without: all.length - letters.length } }
}

type Templates = Map<AttachmentId, { template: WordTemplate; fields: string[]; fileName: string }>

/** Each document is read and compiled once. */
async function openAll(db: Database, letters: readonly Letter[]): Promise<Result<Templates, Failure>> {
  const templates: Templates = new Map()
  for (const id of new Set(letters.map((letter) => letter.attachmentId))) {
    const attachment = await db.attachments.get(id)
    if (!attachment) return refuse({ code: 'notFound', table: 'attachments', id })
    const opened = openTemplate(new Uint8Array(attachment.bytes))
    if (!opened.ok) return refuse(documentFailure(opened.failure, attachment.fileName))
    const fields = [...new Set(opened.value.fields.map((field) => field.name))]
    templates.set(id, { template: opened.value, fields, fileName: attachment.fileName })
  }
  return { ok: true, value: templates }
}

/**
 * One document per template document in use: letters of one language stand together, in the order of the list. A document of
 * one person's own is a file of its own, named after the person.
 */
async function combinedOf(
  title: string,
  letters: readonly Letter[],
  templates: Templates,
  { watch }: Maker,
  onFile: (letters: number) => void,
): Promise<Result<LetterFile[], Failure>> {
  const files: LetterFile[] = []
  for (const [id, { template, fields, fileName }] of templates) {
    const these = letters.filter((letter) => letter.attachmentId === id)
    const merged = await mergeToBytes(
      template,
      these.map((letter) => valuesForDocument(fields, letter.mapping, letter.values)),
      watch,
    )
    if (!merged.ok) return refuse(documentFailure(merged.failure, fileName))
    const name = freeName(partName(title, these, templates.size > 1), files)
    files.push({ name, bytes: exactBuffer(merged.value), mime: docxType, letters: these.length })
    onFile(these.length)
  }
  return { ok: true, value: files }
}

function partName(title: string, [first, ...others]: readonly Letter[], isPart: boolean): string {
  if (!isPart || !first) return fileNameOf(title)
  const part = first.own && others.length === 0 ? first.fileName : first.languageCode
  return fileNameOf(title) + (part ? ` ${fileNameOf(part)}` : '')
}

/** `Letter de.docx`, then `Letter de 2.docx`. */
function freeName(name: string, files: readonly LetterFile[]): string {
  for (let turn = 1; ; turn++) {
    const free = `${name}${turn > 1 ? ` ${turn}` : ''}.docx`
    if (!files.some((file) => file.name === free)) return free
  }
}

async function zipOf(
  title: string,
  letters: readonly Letter[],
  templates: Templates,
  watch: Maker['watch'],
): Promise<Result<LetterFile[], Failure>> {
  const zip = newLetterZip(watch)
  for (const [id, { template, fields, fileName }] of templates) {
    const these = letters.filter((letter) => letter.attachmentId === id)
    const records = these.map((letter) => valuesForDocument(fields, letter.mapping, letter.values))
    const names = new Map(records.map((record, at) => [record, these[at]?.fileName ?? '']))
    const added = await zip.add(template, records, { name: (record) => names.get(record as Record<string, string>) ?? '' })
    if (!added.ok) return refuse(documentFailure(added.failure, fileName))
  }
  const zipped = await zip.end()
  if (!zipped.ok) return refuse(documentFailure(zipped.failure, ''))
  const bytes = exactBuffer(zipped.value.files[0]?.bytes ?? new Uint8Array())
  return { ok: true, value: [{ name: `${fileNameOf(title)}.zip`, bytes, mime: 'application/zip', letters: letters.length }] }
}

/** A title as a file name that every system takes. */
const fileNameOf = (title: string) =>
  title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '') || 'letters'

const exactBuffer = (bytes: Uint8Array): ArrayBuffer =>
  bytes.byteLength === bytes.buffer.byteLength ? (bytes.buffer as ArrayBuffer) : bytes.slice().buffer
