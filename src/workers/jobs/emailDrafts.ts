// Drafts in one ZIP, written as it grows: a letter is made, its e-mail packed and handed to the disk before the next one begins.
import { v7 } from 'uuid'
import { docxType } from '../../base/fileTypes.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { localHeader, ZipDirectory } from '../../base/zipFrame.ts'
import type { Email } from '../../core/letter/email.ts'
import { eml } from '../../exchange/eml.ts'
import { packPiece } from '../../exchange/packing.ts'
import type { Failure } from '../../model/failure.ts'
import type { Database } from '../../storage/database.ts'
import type { FileBeingWritten, Shelf } from '../../storage/keep/generatedFiles.ts'
import { newFileNames } from '../../word/index.ts'
import type { JobBook } from './jobBook.ts'
import type { LeftOutLine, Letters, MadeLetters } from './letterMaking.ts'
import { fileNameOf } from './letterNames.ts'
import { SingleLetters } from './singleLetters.ts'

/** The e-mails of a segment, each worked out when it is asked for. */
export interface SegmentEmails {
  letters: Letters
  /** Lines of the segment that get none. */
  without: number
  /** Languages whose text must be written first, because no letter goes with it. */
  untold: string[]
  emailAt: (at: number) => Email | undefined
  lineNoAt: (at: number) => number
}

/** How the letter beside an e-mail is called: as it is about, for whoever gets it. */
export const attachedName = ({ subject }: Email, title: string): string => `${fileNameOf(subject || title)}.docx`

interface Place {
  db: Database
  shelf: Shelf
  book: JobBook
  job: number
  attach: boolean
  word: string
}

/** So many milliseconds a stop waits at most to be heard. */
const breath = 50

/** Makes all drafts. Refused with `noDocument` when there is nobody to write to. */
export async function writeDrafts(emails: SegmentEmails, place: Place): Promise<Result<MadeLetters, Failure>> {
  const { title, count } = emails.letters
  if (count === 0) return refuse({ code: 'noDocument', count: emails.without })
  const run = place.shelf.begin()
  const file = place.shelf.open(run, 0)
  try {
    const writer = new DraftWriter(emails, place, file)
    const made = await writer.write()
    if (made.ok) {
      const { drafts, leftOut, cleaned, marks } = made.value
      const content = await file.content()
      const zip = { name: `${fileNameOf(title, place.word)}.zip`, content, size: content.size, mime: 'application/zip', letters: drafts }
      return ok({
        files: [zip],
        letters: drafts,
        lines: drafts,
        without: emails.without,
        skipped: leftOut.length,
        leftOut,
        cleaned,
        marks,
        run,
      })
    }
    await file.abort()
    await place.shelf.discard(run)
    return made
  } catch (error) {
    await file.abort()
    await place.shelf.discard(run)
    throw error
  }
}

interface Drafts {
  drafts: number
  leftOut: LeftOutLine[]
  cleaned: number
  marks: [lineNo: number, mark: string][]
  /** The document that left them out. */
  by: string
}

class DraftWriter {
  readonly #emails: SegmentEmails
  readonly #place: Place
  readonly #file: FileBeingWritten
  readonly #single: SingleLetters
  readonly #directory = new ZipDirectory()
  readonly #at = new Date()
  #size = 0
  #breathed = 0

  constructor(emails: SegmentEmails, place: Place, file: FileBeingWritten) {
    this.#emails = emails
    this.#place = place
    this.#file = file
    this.#single = new SingleLetters(place.db, emails.letters)
  }

  async write(): Promise<Result<Drafts, Failure>> {
    const { letters } = this.#emails
    const drafts: Drafts = { drafts: 0, leftOut: [], cleaned: 0, marks: [], by: '' }
    const nameOf = newFileNames('.eml')
    for (let at = 0; at < letters.count; at++) {
      const added = await this.#add(at, nameOf, drafts)
      if (!added.ok) return added
      await this.#breathe(at + 1, letters.count)
      if (this.#place.book.stopped(this.#place.job)) return refuse({ code: 'stopped' })
    }
    if (drafts.drafts === 0) return nobody(drafts)
    await this.#file.write(this.#directory.end(this.#size))
    await this.#file.close()
    return ok(drafts)
  }

  async #add(at: number, nameOf: (name: string) => string, drafts: Drafts): Promise<Result<undefined, Failure>> {
    const email = this.#emails.emailAt(at)
    if (!email) return ok(undefined)
    const letter = this.#place.attach ? await this.#single.of(at) : ok(undefined)
    if (!letter.ok) return letter
    if (letter.value && 'leftOutBy' in letter.value) {
      drafts.by = letter.value.leftOutBy
      drafts.leftOut.push({ lineNo: this.#emails.lineNoAt(at), name: email.name })
      return ok(undefined)
    }
    const name = nameOf(this.#emails.letters.letterAt(at)?.fileName ?? email.name)
    await this.#put(name, this.#draftOf(email, letter.value?.bytes))
    drafts.drafts++
    drafts.marks.push([this.#emails.lineNoAt(at), email.mark])
    drafts.cleaned += letter.value?.cleaned ?? 0
    return ok(undefined)
  }

  #draftOf(email: Email, bytes: Uint8Array | undefined): Uint8Array<ArrayBuffer> {
    const { name, addresses, from, subject, text } = email
    return eml({
      ...{ to: addresses.map((address) => ({ name, address })), subject, text, at: this.#at, id: v7() },
      ...(from && { from }),
      ...(bytes && { attachment: { name: attachedName(email, this.#emails.letters.title), mime: docxType, bytes } }),
    })
  }

  async #put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { data, crc } = await packPiece(bytes)
    const entry = { name, method: 8, crc, size: bytes.length, data }
    this.#directory.add(entry, this.#size)
    const head = localHeader(entry)
    await this.#file.write(head)
    await this.#file.write(data)
    this.#size += head.length + data.length
  }

  /** Tells how far it is, and lets others have their turn: a stop comes as a message. */
  async #breathe(done: number, total: number): Promise<void> {
    const now = performance.now()
    if (now - this.#breathed < breath && done < total) return
    this.#breathed = now
    this.#place.book.progress(this.#place.job, done, total)
    await new Promise((resolve) => setTimeout(resolve))
  }
}

const nobody = ({ leftOut, by }: Drafts): Result<never, Failure> =>
  refuse({ code: 'leftOutByDocument', count: leftOut.length, name: leftOut[0]?.name ?? '', fileName: by })
