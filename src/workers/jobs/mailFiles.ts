// One Word file of labels, envelopes or cover sheets on its way to the person, and the company's logo for it.
import { docxType } from '../../base/fileTypes.ts'
import { pictureFacts } from '../../base/picture.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { mailing, type Mailing, type MailWishes } from '../../core/letter/mailing.ts'
import { effective } from '../../core/segment/effective.ts'
import type { Failure } from '../../model/failure.ts'
import type { SegmentId } from '../../model/ids.ts'
import type { CompanyInformation } from '../../model/settings.ts'
import type { Database } from '../../storage/database.ts'
import type { Shelf } from '../../storage/keep/generatedFiles.ts'
import { aroundOf, readAround, readSegment } from '../../storage/read/segments.ts'
import type { Picture } from '../../word/author/pictures.ts'
import { paced } from '../../word/author/paced.ts'
import type { JobBook } from './jobBook.ts'
import type { MadeLetters } from './letterMaking.ts'
import { fileNameOf } from './letterNames.ts'
import { onShelf } from './onShelf.ts'

export interface MailPlace {
  db: Database
  shelf: Shelf
  book: JobBook
  job: number
}

/** A segment's addresses, and whose letters they are. */
export interface SegmentMail extends Mailing {
  title: string
  lines: number
  company: CompanyInformation | undefined
}

export async function mailOf(db: Database, id: SegmentId, wishes: MailWishes): Promise<Result<SegmentMail, Failure>> {
  const stored = await readSegment(db, id)
  if (!stored) return refuse({ code: 'notFound', table: 'segments', id })
  const { segment, lines } = stored
  const contactIds = lines.lines.map(({ contactId }) => contactId)
  const around = aroundOf(await readAround(db, contactIds))
  const resolved = lines.lines.map((line) => effective(line, segment, around))
  const { company } = around
  return ok({
    ...mailing(resolved, wishes, company, segment.lettersPer),
    title: segment.description || segment.no,
    lines: resolved.length,
    company,
  })
}

/** What came out: how many copies, for how many of the lines. */
interface Counts {
  copies: number
  lines: number
  without: number
}

/** @param author makes the document; nothing when it was told to stop */
export async function oneFile(
  { shelf, book, job }: MailPlace,
  name: string,
  total: number,
  counts: Counts,
  author: (steps: ReturnType<typeof paced>) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<Result<MadeLetters, Failure>> {
  const steps = paced(total, (done, of) => book.progress(job, done, of), book.signal(job))
  const bytes = await author(steps)
  if (!bytes || book.stopped(job)) return refuse({ code: 'stopped' })
  return onShelf(shelf, async (file, run) => {
    await file.write(bytes)
    await file.close()
    const content = await file.content()
    const { copies, lines, without } = counts
    return ok({
      files: [{ name: `${fileNameOf(name)}.docx`, content, size: bytes.length, mime: docxType, letters: copies }],
      ...{ letters: copies, lines, without, skipped: 0, leftOut: [], cleaned: 0, run },
    })
  })
}

/** The company's logo, if it has one and it can be drawn. */
export async function logoOf(db: Database, company: CompanyInformation | undefined): Promise<Picture | undefined> {
  const stored = company?.logo && (await db.attachments.get(company.logo))
  if (!stored) return undefined
  const bytes = new Uint8Array(stored.bytes)
  const facts = pictureFacts(bytes)
  return facts && { ...facts, bytes }
}
