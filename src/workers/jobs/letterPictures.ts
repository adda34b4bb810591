// The pictures of letters: logo, photo, signature. Read when a letter asks for one; the last few stay at hand.
import { pictureFacts } from '../../base/picture.ts'
import type { AttachmentId } from '../../model/ids.ts'
import type { LetterEntry, LetterValue, LetterValues } from '../../model/letter.ts'
import type { Database } from '../../storage/database.ts'
import type { MergePicture, MergeRecord } from '../../word/index.ts'

type Word = Exclude<LetterEntry[string], { picture: AttachmentId }>
/** So many pictures stay at hand: our logo and those who sign are asked for again and again. */
const most = 24

export class LetterPictures {
  readonly #db: Database
  readonly #known = new Map<AttachmentId, Promise<MergePicture | ''>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** The values with the pictures themselves; one that is gone is nothing. */
  async record(values: LetterValues): Promise<MergeRecord> {
    const record: Record<string, MergeRecord[string]> = {}
    for (const [name, value] of Object.entries(values)) record[name] = await this.#value(value)
    return record
  }

  async #value(value: LetterValue): Promise<MergeRecord[string]> {
    if (typeof value === 'object' && 'list' in value) {
      const list: MergeRecord[] = []
      for (const entry of value.list) list.push(await this.#entry(entry))
      return { list }
    }
    return this.#word(value)
  }

  async #entry(entry: LetterEntry): Promise<MergeRecord> {
    const record: Record<string, MergeRecord[string]> = {}
    for (const [name, value] of Object.entries(entry)) record[name] = await this.#word(value)
    return record
  }

  #word(value: Word | { picture: AttachmentId }): MergeRecord[string] | Promise<MergeRecord[string]> {
    return typeof value === 'object' && 'picture' in value ? this.#picture(value.picture) : value
  }

  #picture(id: AttachmentId): Promise<MergePicture | ''> {
    const known = this.#known.get(id) ?? this.#read(id)
    this.#known.delete(id)
    this.#known.set(id, known)
    for (const oldest of [...this.#known.keys()].slice(0, -most)) this.#known.delete(oldest)
    return known
  }

  async #read(id: AttachmentId): Promise<MergePicture | ''> {
    const row = await this.#db.attachments.get(id)
    const bytes = row && new Uint8Array(row.bytes)
    const facts = bytes && pictureFacts(bytes)
    return facts ? { picture: { key: id, bytes, ...facts } } : ''
  }
}
