// A letter written in the app becomes a Word document, to be stored or to be tried at once; what builds it is loaded when it is needed.
import { docxType } from '../../base/fileTypes.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { letterOf, type Letter } from '../../core/letter/letters.ts'
import { nowhere } from '../../core/interaction/oneContact.ts'
import { picturesOf } from '../../core/letter/pictures.ts'
import { windowFieldOf } from '../../core/letter/windowFields.ts'
import type { Failure } from '../../model/failure.ts'
import type { AttachmentId, ContactId, SegmentId, TemplateId } from '../../model/ids.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Line } from '../../model/segment.ts'
import type { WrittenLetter } from '../../model/writtenLetter.ts'
import type { Database } from '../../storage/database.ts'
import { aroundOf, readAround, readSegment } from '../../storage/read/segments.ts'
import { mergeToBytes, openTemplate } from '../../word/index.ts'
import { documentFailure, documentJobs, type InspectedDocument } from './documents.ts'
import type { JobBook } from './jobBook.ts'
import type { LetterGroup, Letters, MadeLetters } from './letterMaking.ts'
import { fileNameOf } from './letterNames.ts'
import { optionsFor, recordsOf } from './letterRecords.ts'
import type { PlainOccasion } from './occasion.ts'

export interface BuildWish {
  language: LetterLanguage
  /** Stands in the document's properties. */
  title: string
  /** What its file is called; missing = as its title. */
  name?: string
}

export interface BuiltLetter {
  /** As every system takes it. */
  fileName: string
  bytes: ArrayBuffer
  inspected: InspectedDocument
}

export interface TrialWish extends BuildWish {
  /** Whose letter it would be. */
  contact: ContactId
  /** Its subject, description and campaign stand in the fields. */
  template?: TemplateId
  /** A line of an open segment, with all its values. */
  segment?: SegmentId
  lineNo?: number
  subject?: string
}

export interface WrittenLetterJobs {
  /** The same letter gives the same bytes. Refused with `notFound` when a picture is gone. */
  buildLetter: (letter: WrittenLetter, wish: BuildWish) => Promise<Result<BuiltLetter, Failure>>
  /** The letter one person would get of what is written so far, to look at: nothing is stored. */
  tryWrittenLetter: (letter: WrittenLetter, wish: TrialWish, occasion: PlainOccasion, job: number) => Promise<Result<MadeLetters, Failure>>
}

export const writtenLetterJobs = (db: Database, book: JobBook): WrittenLetterJobs => ({
  buildLetter: async (letter, wish) => {
    const bytes = await built(db, letter, wish)
    if (!bytes.ok) return bytes
    const inspected = await documentJobs().inspectDocument(bytes.value, wish.title)
    const fileName = `${fileNameOf(wish.name ?? wish.title)}.docx`
    return inspected.ok ? ok({ fileName, bytes: bytes.value, inspected: inspected.value }) : inspected
  },
  tryWrittenLetter: async (written, wish, occasion, job) => {
    const bytes = await built(db, written, wish)
    if (!bytes.ok) return bytes
    const letter = await trialOf(db, wish, occasion)
    return letter ? merged(db, bytes.value, letter, wish, occasion, book.signal(job)) : refuse({ code: 'noDocument', count: 1 })
  },
})

async function built(db: Database, letter: WrittenLetter, { language, title }: BuildWish): Promise<Result<ArrayBuffer, Failure>> {
  const pictures = new Map<AttachmentId, Uint8Array>()
  for (const id of picturesOf(letter)) {
    const row = await db.attachments.get(id)
    if (!row) return refuse({ code: 'notFound', table: 'attachments', id })
    pictures.set(id, new Uint8Array(row.bytes))
  }
  const { authorLetter } = await import('../../word/author/letter.ts')
  const bytes = await authorLetter(letter, { language, title, pictures, field: windowFieldOf(letter.sheet.window) })
  return ok(bytes.buffer)
}

async function trialOf(db: Database, wish: TrialWish, { today }: PlainOccasion): Promise<Letter | undefined> {
  const around = aroundOf(await readAround(db, [wish.contact]))
  const stored = wish.segment && (await readSegment(db, wish.segment))
  const header = stored ? stored.segment : { ...nowhere, day: today, ...(wish.subject !== undefined && { subject: wish.subject }) }
  const found = stored && stored.lines.lines.find(({ lineNo }) => lineNo === wish.lineNo)
  const line: Line = found ?? { lineNo: 1, contactId: wish.contact, own: ownOf(wish), comment: '' }
  return letterOf({ ...line, document: draftOf(wish) }, header, around)
}

const ownOf = ({ template, language }: TrialWish): Line['own'] => ({ languageCode: language, ...(template && { templateId: template }) })

const draftOf = ({ language, subject = '' }: TrialWish): LetterDocument => ({
  ...{ languageCode: language, attachmentId: '' as AttachmentId, fileName: '', subject, mapping: {} },
})

async function merged(
  db: Database,
  bytes: ArrayBuffer,
  letter: Letter,
  { language, title }: BuildWish,
  { now }: PlainOccasion,
  signal: AbortSignal,
): Promise<Result<MadeLetters, Failure>> {
  const template = openTemplate(new Uint8Array(bytes))
  if (!template.ok) return refuse(documentFailure(template.failure, title))
  const source: Letters = { title, count: 1, documentAt: () => letter, letterAt: () => letter, madeAt: () => now }
  const group: LetterGroup = {
    ...{ attachmentId: letter.attachmentId, languageCode: language, lines: [0], template: template.value, fileName: title },
  }
  const done = await mergeToBytes(template.value, recordsOf(group, source, db), {
    ...optionsFor(group, source, { output: 'combined' }),
    signal,
  })
  if (!done.ok) return refuse(documentFailure(done.failure, title))
  const content = new Blob([done.value], { type: docxType })
  const file = { name: `${fileNameOf(letter.fileName)}.docx`, content, size: content.size, mime: docxType, letters: 1 }
  return ok({ files: [file], letters: 1, lines: 1, without: 0, skipped: 0, leftOut: [], cleaned: 0, run: 'trial' })
}
