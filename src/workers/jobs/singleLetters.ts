// Single letters, one after the other: each document is compiled once, and every letter is a file of its own.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { AttachmentId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { mergeCombined, openTemplate } from '../../word/index.ts'
import { documentFailure } from './documents.ts'
import type { LetterGroup, Letters } from './letterMaking.ts'
import { optionsFor, recordsOf } from './letterRecords.ts'

/** Whoever a document leaves out by itself (SKIPIF) has no letter. */
export interface LeftOutBy {
  leftOutBy: string
}

export interface SingleLetter {
  bytes: Uint8Array<ArrayBuffer>
  /** Values from which signs were taken that no Word file can hold. */
  cleaned: number
}

type Opened = Pick<LetterGroup, 'template' | 'fileName'>

export class SingleLetters {
  readonly #db: Database
  readonly #letters: Letters
  readonly #opened = new Map<AttachmentId, Opened>()

  constructor(db: Database, letters: Letters) {
    this.#db = db
    this.#letters = letters
  }

  /** The letter of a line, or the name of the document that leaves her out. */
  async of(line: number): Promise<Result<SingleLetter | LeftOutBy, Failure>> {
    const source = this.#letters.documentAt(line)
    if (!source) return refuse({ code: 'noDocument', count: 1 })
    const opened = await this.#open(source.attachmentId)
    if (!opened.ok) return opened
    const group: LetterGroup = { ...opened.value, attachmentId: source.attachmentId, languageCode: source.languageCode, lines: [line] }
    const merged = await mergeCombined(
      group.template,
      recordsOf(group, this.#letters, this.#db),
      optionsFor(group, this.#letters, { output: 'zip' }),
    )
    if (!merged.ok) {
      const { failure } = merged
      return failure.code === 'NO_LETTERS' ? ok({ leftOutBy: group.fileName }) : refuse(documentFailure(failure, group.fileName))
    }
    const { files, cleaned } = merged.value
    return ok(files[0]?.bytes ? { bytes: files[0].bytes, cleaned } : { leftOutBy: group.fileName })
  }

  async #open(id: AttachmentId): Promise<Result<Opened, Failure>> {
    const known = this.#opened.get(id)
    if (known) return ok(known)
    const attachment = await this.#db.attachments.get(id)
    if (!attachment) return refuse({ code: 'notFound', table: 'attachments', id })
    const template = openTemplate(new Uint8Array(attachment.bytes))
    if (!template.ok) return refuse(documentFailure(template.failure, attachment.fileName))
    const opened = { template: template.value, fileName: attachment.fileName }
    this.#opened.set(id, opened)
    return ok(opened)
  }
}
