// The files of letters: who gets one by which document, the records one after the other, and the documents that come of them.
import { docxType } from '../../base/fileTypes.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { AttachmentId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import type { FileBeingWritten, Shelf } from '../../storage/keep/generatedFiles.ts'
import { mergeCombined, newLetterZip, openTemplate, type Merged } from '../../word/index.ts'
import { documentFailure } from './documents.ts'
import type { JobBook } from './jobBook.ts'
import type { LetterFile, LetterGroup, Letters, LetterWishes, MadeLetters } from './letterMaking.ts'
import { fileNameOf, freeName, letterFileName, partNames } from './letterNames.ts'
import { optionsFor, recordsOf } from './letterRecords.ts'

interface Place {
  db: Database
  shelf: Shelf
  book: JobBook
  job: number
}

/** Makes the files. Refused with `noDocument` when nobody gets a letter. */
export async function makeFiles(letters: Letters, wishes: LetterWishes, place: Place): Promise<Result<MadeLetters, Failure>> {
  const sources = sourcesOf(letters)
  const linesOf = (places: readonly number[]) => places.reduce((sum, at) => sum + (letters.linesAt?.(at) ?? 1), 0)
  const asked = sources.flatMap(({ lines }) => lines)
  const all = linesOf(Array.from({ length: letters.count }, (_, at) => at))
  if (asked.length === 0) return refuse(letters.none ?? { code: 'noDocument', count: all })
  const groups = await openAll(place.db, sources)
  if (!groups.ok) return groups
  const run = place.shelf.begin()
  const maker = new Maker(letters, wishes, place, run, asked.length)
  const made = wishes.output === 'zip' ? await maker.zip(groups.value) : await maker.combined(groups.value)
  const stopped = made.ok && place.book.stopped(place.job)
  if (!made.ok || stopped) {
    await place.shelf.discard(run)
    return made.ok ? refuse({ code: 'stopped' }) : made
  }
  const lines = linesOf(asked)
  const together = lines > asked.length ? ({ together: true } as const) : {}
  return ok({ ...made.value, lines: lines - made.value.skipped, ...together, without: all - lines, run })
}

type Source = Omit<LetterGroup, 'template' | 'fileName'>

function sourcesOf(letters: Letters): Source[] {
  const groups = new Map<string, Source>()
  for (let line = 0; line < letters.count; line++) {
    const document = letters.documentAt(line)
    if (!document) continue
    const { attachmentId, languageCode } = document
    const key = `${attachmentId} ${languageCode}`
    const group = groups.get(key) ?? { attachmentId, languageCode, lines: [] }
    group.lines.push(line)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Each document is read and compiled once. */
async function openAll(db: Database, sources: readonly Source[]): Promise<Result<LetterGroup[], Failure>> {
  const opened = new Map<AttachmentId, Pick<LetterGroup, 'template' | 'fileName'>>()
  for (const { attachmentId: id } of sources) {
    if (opened.has(id)) continue
    const attachment = await db.attachments.get(id)
    if (!attachment) return refuse({ code: 'notFound', table: 'attachments', id })
    const template = openTemplate(new Uint8Array(attachment.bytes))
    if (!template.ok) return refuse(documentFailure(template.failure, attachment.fileName))
    opened.set(id, { template: template.value, fileName: attachment.fileName })
  }
  return ok(sources.flatMap((source) => ({ ...source, ...opened.get(source.attachmentId)! })))
}

type Files = Pick<MadeLetters, 'files' | 'letters' | 'skipped' | 'leftOut' | 'cleaned'>
const nothing = (): Files => ({ files: [], letters: 0, skipped: 0, leftOut: [], cleaned: 0 })

class Maker {
  readonly #letters: Letters
  readonly #wishes: LetterWishes
  readonly #place: Place
  readonly #run: string
  readonly #total: number
  readonly #written: FileBeingWritten[] = []
  #done = 0

  constructor(letters: Letters, wishes: LetterWishes, place: Place, run: string, total: number) {
    this.#letters = letters
    this.#wishes = wishes
    this.#place = place
    this.#run = run
    this.#total = total
  }

  /**
   * One document per language and document in use, or several of so many letters: those of one language stand together. A document of
   * one person's own is a file of its own, named after the person.
   */
  async combined(groups: readonly LetterGroup[]): Promise<Result<Files, Failure>> {
    const all = nothing()
    for (const group of groups) {
      const first = this.#written.length
      const records = recordsOf(group, this.#letters, this.#place.db)
      const merged = await mergeCombined(group.template, records, {
        ...optionsFor(group, this.#letters, this.#wishes),
        ...this.#beside(),
        to: (file) => this.#open(first + file),
      })
      this.#done += group.lines.length
      if (merged.ok) {
        const name = freeName(this.#nameOf(group, groups.length > 1), all.files)
        all.files.push(...(await this.#filesOf(merged.value, first, name, docxType, '.docx')))
        this.#count(all, merged.value, records.handed)
      } else if (merged.failure.code === 'NO_LETTERS') {
        // Its own condition left everybody out: the other documents have their letters all the same.
        this.#leaveOut(all, group.lines)
      } else return refuse(documentFailure(merged.failure, group.fileName))
    }
    return all.letters === 0 ? this.#nobody(all, groups) : ok(all)
  }

  /** A ZIP with one document per letter. */
  async zip(groups: readonly LetterGroup[]): Promise<Result<Files, Failure>> {
    const zip = newLetterZip({ ...this.#beside(), to: (file) => this.#open(file) })
    const all = nothing()
    const handed: number[] = []
    for (const group of groups) {
      const records = recordsOf(group, this.#letters, this.#place.db)
      const added = await zip.add(group.template, records, {
        ...optionsFor(group, this.#letters, this.#wishes),
        name: (record) => letterFileName(records.letterOf(record), this.#wishes.fileName),
      })
      if (!added.ok) return refuse(documentFailure(added.failure, group.fileName))
      for (const line of records.handed) handed.push(line)
    }
    const ended = await zip.end()
    if (!ended.ok && ended.failure.code === 'NO_LETTERS') {
      this.#leaveOut(all, handed)
      return this.#nobody(all, groups)
    }
    if (!ended.ok) return refuse(documentFailure(ended.failure, groups[0]?.fileName ?? ''))
    all.files.push(...(await this.#filesOf(ended.value, 0, fileNameOf(this.#letters.title), 'application/zip', '.zip')))
    this.#count(all, ended.value, handed)
    return ok(all)
  }

  /** @param handed the lines of the records, in their order */
  #count(all: Files, { letters, skippedAt, cleaned }: Merged, handed: readonly number[]): void {
    all.letters += letters
    all.cleaned += cleaned
    this.#leaveOut(
      all,
      skippedAt.map((at) => handed[at] ?? -1),
    )
  }

  #leaveOut(all: Files, lines: readonly number[]): void {
    for (const letter of lines.map((line) => this.#letters.letterAt(line))) {
      if (!letter) continue
      const people = letter.people ?? [{ lineNo: letter.lineNo, name: letter.fileName }]
      all.skipped += people.length
      for (const person of people) all.leftOut.push(person)
    }
  }

  #nobody({ skipped, leftOut }: Files, groups: readonly LetterGroup[]): Result<never, Failure> {
    return refuse({ code: 'leftOutByDocument', count: skipped, name: leftOut[0]?.name ?? '', fileName: groups[0]?.fileName ?? '' })
  }

  #beside() {
    const { book, job } = this.#place
    const before = this.#done
    return {
      signal: book.signal(job),
      onProgress: (_letters: number, records: number) => book.progress(job, before + records, this.#total),
    }
  }

  #open(file: number): FileBeingWritten {
    const opened = this.#place.shelf.open(this.#run, file)
    this.#written[file] = opened
    return opened
  }

  async #filesOf(merged: Merged, first: number, name: string, mime: string, ending: string): Promise<LetterFile[]> {
    const names = partNames(name, ending, merged.files.length, this.#wishes.of)
    return Promise.all(
      merged.files.map(async ({ letters, size, bytes }, at) => {
        const content = bytes ? new Blob([bytes]) : await this.#written[first + at]!.content()
        return { name: names[at] ?? name, content, size, mime, letters }
      }),
    )
  }

  #nameOf({ lines, languageCode }: LetterGroup, isPart: boolean): string {
    const { title } = this.#letters
    const only = isPart && lines.length === 1 ? this.#letters.letterAt(lines[0]!) : undefined
    return fileNameOf(title, isPart ? (only?.own ? only.fileName : languageCode) : '')
  }
}
