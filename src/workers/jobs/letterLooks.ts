// One letter to be looked at on the screen, with signs around what was merged: through the same engine as all letters. Nothing is noted
// and no file is left. A document is compiled once, so that turning to the next letter takes no time.
import { docxType } from '../../base/fileTypes.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { trialLetterOf } from '../../core/letter/letters.ts'
import type { Failure } from '../../model/failure.ts'
import type { AttachmentId, ContactId, EntryId, SegmentId, TemplateId } from '../../model/ids.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Database } from '../../storage/database.ts'
import { withLists } from '../../storage/read/letterLists.ts'
import { aroundOf, readAround } from '../../storage/read/segments.ts'
import { mergeToBytes, openTemplate, usesOf, type WordTemplate } from '../../word/index.ts'
import { documentFailure } from './documents.ts'
import type { Letters } from './letterMaking.ts'
import { letterOfEntry, lettersOfSegment, oneLetter } from './letters.ts'
import { optionsFor, recordsOf } from './letterRecords.ts'
import type { PlainOccasion } from './occasion.ts'

export interface LookedAtLetter {
  content: Blob
  /** Without ending. */
  name: string
  /** Of the document; blank where an old entry does not say. */
  languageCode: string
  /** What is in it that is not drawn as Word draws it. */
  notDrawn: NotDrawn[]
}

/** Text boxes and shapes stand elsewhere or not at all; of a sheet for several people only the first is filled. */
export type NotDrawn = 'textBoxes' | 'shapes' | 'sheetOfSeveral'

type Looked = Promise<Result<LookedAtLetter, Failure>>

/** Each is refused as making the letter would be: nobody to write to, no document, left out by the document. */
export interface LetterLookJobs {
  /** @param lineNo of the line that leads the letter @param now the moment that TIME shows, an instant */
  lookAtLetter: (id: SegmentId, lineNo: number, now: string) => Looked
  lookAtEntryLetter: (id: EntryId) => Looked
  /** The letter that somebody would get by a document of a template. */
  lookAtTrialLetter: (contact: ContactId, template: TemplateId, language: LetterLanguage, occasion: PlainOccasion) => Looked
}

export const letterLookJobs = (db: Database): LetterLookJobs => {
  const templates = new Templates(db)
  const look = (letters: Letters | undefined) => lookAt(letters, templates)
  return {
    lookAtLetter: async (id, lineNo, now) => look(await lettersOfSegment(db, id, { output: 'combined' }, lineNo, now)),
    lookAtEntryLetter: async (id) => {
      const entry = await db.entries.get(id)
      return look(entry && (await letterOfEntry(db, entry)))
    },
    lookAtTrialLetter: async (contact, template, language, { today, now }) => {
      const around = await withLists(db, aroundOf(await readAround(db, [contact])), [{ contactId: contact }])
      const letter = trialLetterOf(contact, template, language, today, around)
      return look(oneLetter(letter, letter?.fileName ?? '', now))
    },
  }
}

async function lookAt(letters: Letters | undefined, templates: Templates): Looked {
  const letter = letters?.letterAt(0)
  if (!letters || !letter) return refuse(letters?.none ?? { code: 'noDocument', count: 1 })
  const { attachmentId, languageCode, fileName: name } = letter
  const opened = await templates.open(attachmentId)
  if (!opened.ok) return opened
  const { template, fileName } = opened.value
  const group = { attachmentId, languageCode, lines: [0], template, fileName }
  const merged = await mergeToBytes(template, recordsOf(group, letters, templates.db), {
    ...optionsFor(group, letters, { output: 'combined' }),
    marks: true,
  })
  if (merged.ok) {
    const content = new Blob([merged.value], { type: docxType })
    return ok({ content, name, languageCode, notDrawn: opened.value.notDrawn })
  }
  return refuse(
    merged.failure.code === 'NO_LETTERS'
      ? { code: 'leftOutByDocument', count: 1, name, fileName }
      : documentFailure(merged.failure, fileName),
  )
}

interface Opened {
  template: WordTemplate
  fileName: string
  notDrawn: NotDrawn[]
}

/** So many compiled documents are kept: a segment in several languages turns from one to the other. */
const most = 8

/** The documents that were asked for last. Their bytes never change under one id. */
class Templates {
  readonly db: Database
  readonly #kept = new Map<AttachmentId, Opened>()

  constructor(db: Database) {
    this.db = db
  }

  async open(id: AttachmentId): Promise<Result<Opened, Failure>> {
    const known = this.#kept.get(id)
    if (known) return this.#keep(id, known)
    const attachment = await this.db.attachments.get(id)
    if (!attachment) return refuse({ code: 'notFound', table: 'attachments', id })
    const template = openTemplate(new Uint8Array(attachment.bytes))
    if (!template.ok) return refuse(documentFailure(template.failure, attachment.fileName))
    return this.#keep(id, { template: template.value, fileName: attachment.fileName, notDrawn: notDrawnOf(template.value) })
  }

  #keep(id: AttachmentId, opened: Opened): Result<Opened, Failure> {
    this.#kept.delete(id)
    this.#kept.set(id, opened)
    for (const oldest of [...this.#kept.keys()].slice(0, -most)) this.#kept.delete(oldest)
    return ok(opened)
  }
}

function notDrawnOf({ plan }: WordTemplate): NotDrawn[] {
  const { textBoxes, shapes, records } = usesOf(plan)
  return [
    ...(textBoxes ? (['textBoxes'] as const) : []),
    ...(shapes ? (['shapes'] as const) : []),
    ...(records > 1 ? (['sheetOfSeveral'] as const) : []),
  ]
}
