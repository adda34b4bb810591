// What is asked when a document is checked: the contacts whose letters are most likely to look wrong, and what can be mended in it.
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { resolveField } from '../../core/letter/fields.ts'
import { HardestSearch, type HardContact } from '../../core/letter/hardest.ts'
import { sha256 } from '../../exchange/seal.ts'
import type { Failure } from '../../model/failure.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId, TemplateId } from '../../model/ids.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Database } from '../../storage/database.ts'
import { eachContact } from '../../storage/read/pending.ts'
import { readLists } from '../../storage/read/lists.ts'
import { aroundOf } from '../../storage/read/segments.ts'
import { repairTemplate, type Repair } from '../../word/index.ts'
import { documentFailure } from './documents.ts'
import type { JobBook } from './jobBook.ts'

export interface RepairedDocument {
  repairs: Repair[]
  /** The repaired file; the same where there is nothing to repair. */
  bytes: ArrayBuffer
  /** SHA-256 of it, in hexadecimal. */
  hash: string
}

export interface TemplateCheckJobs {
  /**
   * Goes through all contacts. Failures: `notFound` when the template or its document is gone, `stopped`.
   * @param fields what the document asks for, by stable names
   */
  hardestContacts: (
    id: TemplateId,
    language: LetterLanguage,
    fields: readonly string[],
    today: Day,
    job: number,
  ) => Promise<Result<HardContact[], Failure>>
  /**
   * The document with its fields repaired; nothing is stored.
   * @param meanings the right names for those that nobody knows, by stable names; blank = it stays
   */
  repairDocument: (
    bytes: ArrayBuffer,
    fileName: string,
    meanings: Readonly<Record<string, string>>,
  ) => Promise<Result<RepairedDocument, Failure>>
}

/** So many contacts are looked at before others get a turn. */
const portion = 1000

export const templateCheckJobs = (db: Database, book: JobBook): TemplateCheckJobs => ({
  hardestContacts: async (id, language, fields, today, job) => {
    const template = await db.templates.get(id)
    const document = template?.documents.find(({ languageCode }) => languageCode === language)
    if (!document) return refuse({ code: 'notFound', table: 'templates', id })
    const contacts = new Map<ContactId, Contact>()
    await eachContact(db, (some) => {
      for (const contact of some) contacts.set(contact.id, contact)
    })
    const search = new HardestSearch(aroundOf({ contacts, lists: await readLists(db) }), id, document, fields, today)
    let looked = 0
    for (const contact of contacts.values()) {
      search.look(contact)
      if (++looked % portion !== 0) continue
      book.progress(job, looked, contacts.size)
      await new Promise((next) => setTimeout(next))
      if (book.stopped(job)) return refuse({ code: 'stopped' })
    }
    return ok(search.found())
  },
  repairDocument: async (bytes, fileName, meanings) => {
    const done = repairTemplate(new Uint8Array(bytes), {
      right: (name) => (resolveField(name) === undefined && Object.hasOwn(meanings, name) ? meanings[name] || undefined : undefined),
      isKnown: (name) => resolveField(name) !== undefined,
    })
    if (!done.ok) return refuse(documentFailure(done.failure, fileName))
    const { repairs, bytes: repaired } = done.value
    return ok({ repairs, bytes: repaired.buffer, hash: await sha256(repaired) })
  },
})
