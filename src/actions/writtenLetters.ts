// Letters written in the app: a Word document is built of them, and it is that document that is merged, logged and sent again.
import { pictureFacts, type PictureFacts } from '../base/picture.ts'
import { ok, refuse, type Result } from '../base/result.ts'
import { withDocument } from '../core/interaction/template.ts'
import { planLineDocument } from '../core/segment/edit.ts'
import type { SegmentState } from '../core/segment/steps.ts'
import { sha256 } from '../exchange/seal.ts'
import type { Failure } from '../model/failure.ts'
import type { AttachmentId, SegmentId, TemplateId } from '../model/ids.ts'
import type { Attachment, InteractionTemplate } from '../model/interaction.ts'
import type { LetterDocument } from '../model/letter.ts'
import type { LetterLanguage } from '../model/parts.ts'
import type { Line } from '../model/segment.ts'
import { joinChanges, noChanges, unchanged, type Changes } from '../model/tables.ts'
import type { WrittenLetter } from '../model/writtenLetter.ts'
import type { Committed } from '../storage/commit.ts'
import { readSegment } from '../storage/read/segments.ts'
import type { JobWatch } from '../workers/call.ts'
import type { InspectedDocument } from '../workers/jobs/documents.ts'
import type { MadeLetters } from '../workers/jobs/letterMaking.ts'
import type { BuiltLetter, TrialWish } from '../workers/jobs/writtenLetters.ts'
import { bytesStay } from './documentBytes.ts'
import { plainOccasion, planAndWrite, write, type House } from './house.ts'

type Done<T> = Promise<Result<Committed & { value: T }, Failure>>

export interface WrittenWords {
  /** In this language; blank = the template's. */
  subject: string
  /** What an e-mail says to which the letter is attached; missing = as it was said before. */
  emailText?: string
}

/** Builds the letter's document and puts it into the template as the one for this language. */
export async function saveWrittenLetter(
  house: House,
  id: TemplateId,
  languageCode: LetterLanguage,
  letter: WrittenLetter,
  words: WrittenWords,
): Done<InspectedDocument> {
  const template = await house.db.templates.get(id)
  if (!template) return refuse({ code: 'notFound', table: 'templates', id })
  const title = template.description || template.code
  const wish = { language: languageCode, title: words.subject.trim() || title, name: `${title} ${languageCode}` }
  const built = await house.calls.work.buildLetter(letter, wish)
  if (!built.ok) return built
  const attachment = attachmentOf(built.value)
  const done = await planAndWrite(house, 'saveWrittenLetter', async () => {
    const read = await house.db.templates.get(id)
    if (!read) return refuse({ code: 'notFound', table: 'templates', id })
    if (!isSame(ofLanguage(template, languageCode), ofLanguage(read, languageCode)))
      return refuse({ code: 'stale', table: 'templates', id })
    const changed = withWritten(read, { ...documentOf(attachment, languageCode, letter), subject: words.subject.trim() }, words)
    return ok({
      changes: { ...noChanges(), put: { attachments: [attachment], templates: [changed] }, requires: [unchanged('templates', read)] },
      value: built.value.inspected,
    })
  })
  return bytesStay(done)
}

const ofLanguage = ({ documents }: InteractionTemplate, language: LetterLanguage) =>
  documents.find(({ languageCode }) => languageCode === language)

/** Nobody wrote another letter in its place while this one was built: that takes seconds, and what was written meanwhile is not lost. */
const isSame = (before: LetterDocument | undefined, now: LetterDocument | undefined): boolean =>
  before?.attachmentId === now?.attachmentId && before?.subject === now?.subject && before?.emailText === now?.emailText

/** A blank subject is meant so; the words of the e-mail stay as they were unless new ones are said. */
function withWritten(template: InteractionTemplate, document: LetterDocument, { subject, emailText }: WrittenWords): InteractionTemplate {
  const before = template.documents.find(({ languageCode }) => languageCode === document.languageCode)
  const text = emailText ?? before?.emailText
  const changed = withDocument(template, { ...document, ...(text !== undefined && { emailText: text }) })
  const documents = changed.documents.map((each) =>
    each.languageCode === document.languageCode ? { ...each, subject: subject.trim() } : each,
  )
  return { ...changed, documents }
}

export interface LineLetterWords {
  language: LetterLanguage
  subject: string
}

/** A number of a segment is given anew after an undo: a letter goes to this line only while it is this person's. */
export type LetterLine = Pick<Line, 'lineNo' | 'contactId'>

/** Builds the letter's document and gives it to this one line; her letter is made from it. */
export async function saveLineLetter(
  house: House,
  id: SegmentId,
  line: LetterLine,
  letter: WrittenLetter,
  { language, subject }: LineLetterWords,
): Done<InspectedDocument> {
  const state = await readSegment(house.db, id)
  if (!state) return refuse({ code: 'notFound', table: 'segments', id })
  const title = subject.trim() || state.segment.description || state.segment.no
  const built = await house.calls.work.buildLetter(letter, { language, title })
  if (!built.ok) return built
  const attachment = attachmentOf(built.value)
  const document = { ...documentOf(attachment, language, letter), subject: subject.trim() }
  const done = await planAndWrite(house, 'saveLineLetter', async () => {
    const read = await readSegment(house.db, id)
    if (read && (isSomebodyElses(read, line) || !isSame(ownOf(state, line), ownOf(read, line))))
      return refuse({ code: 'stale', table: 'segmentLines', id })
    const changes: Changes = read ? planLineDocument(read, line.lineNo, document, house.occasion()) : noChanges()
    // A line that is gone meanwhile takes no letter, and none is stored.
    if (!changes.put.segments) return refuse({ code: 'notFound', table: 'segmentLines', id })
    return ok({
      changes: joinChanges({ ...noChanges(), put: { attachments: [attachment] } }, changes),
      value: built.value.inspected,
    })
  })
  return bytesStay(done)
}

const lineOf = ({ lines }: SegmentState, line: LetterLine) => lines.lines.find(({ lineNo }) => lineNo === line.lineNo)
const ownOf = (state: SegmentState, line: LetterLine) => lineOf(state, line)?.document

const isSomebodyElses = (state: SegmentState, line: LetterLine) => (lineOf(state, line)?.contactId ?? line.contactId) !== line.contactId

const attachmentOf = ({ bytes, fileName, inspected }: BuiltLetter): Attachment => ({
  ...{ id: inspected.hash as AttachmentId, rev: 0, fileName, size: inspected.size, bytes },
})

const documentOf = ({ id, fileName }: Attachment, languageCode: LetterLanguage, written: WrittenLetter): LetterDocument => ({
  ...{ languageCode, attachmentId: id, fileName, subject: '', mapping: {}, written },
})

/** The letter one person would get of what is written so far; nothing is stored. */
export const tryWrittenLetter = (
  house: House,
  letter: WrittenLetter,
  wish: TrialWish,
  watch: JobWatch = {},
): Promise<Result<MadeLetters, Failure>> =>
  house.calls.watched(watch, (work, job) => work.tryWrittenLetter(letter, wish, plainOccasion(house), job))

/** Bytes of a picture at most, and points in each direction: plenty for print, and letters stay small enough to be sent. */
export const largestPicture = { bytes: 5_000_000, points: 4000 }

export interface AddedPicture extends PictureFacts {
  id: AttachmentId
}

/** Keeps a picture for letters, once per content. Refused in a sentence when it is too large, or none that Word shows. */
export async function addPicture(house: House, bytes: ArrayBuffer, fileName: string): Promise<Result<AddedPicture, Failure>> {
  const facts = pictureFacts(new Uint8Array(bytes))
  if (!facts) return refuse({ code: 'picture', reason: 'kind', fileName, detail: '' })
  const { width, height } = facts
  if (Math.max(width, height) > largestPicture.points)
    return refuse({ code: 'picture', reason: 'tooManyPoints', fileName, detail: `${width} × ${height}` })
  if (bytes.byteLength > largestPicture.bytes)
    return refuse({ code: 'picture', reason: 'tooBig', fileName, detail: (bytes.byteLength / 1_000_000).toFixed(1) })
  const id = (await sha256(new Uint8Array(bytes))) as AttachmentId
  if (!(await house.db.attachments.get(id))) {
    const picture: Attachment = { id, rev: 0, fileName, size: bytes.byteLength, bytes }
    const done = await write(house, { ...noChanges(), put: { attachments: [picture] } }, 'addPicture')
    if (!done.ok) return done
  }
  return ok({ id, ...facts })
}
