// Interaction templates and their Word documents, one per language.
import { ok, refuse, type Result } from '../base/result.ts'
import { askedLists } from '../core/letter/lists.ts'
import { codeFor } from '../core/contact/lists.ts'
import { withDocument, withMeaning, withoutDocument } from '../core/interaction/template.ts'
import type { HardContact } from '../core/letter/hardest.ts'
import type { Failure } from '../model/failure.ts'
import type { AttachmentId, TemplateId } from '../model/ids.ts'
import type { Attachment, InteractionTemplate } from '../model/interaction.ts'
import type { LetterDocument } from '../model/letter.ts'
import type { LetterLanguage } from '../model/parts.ts'
import { noChanges, unchanged, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readTemplates, readTemplateUses } from '../storage/read/templates.ts'
import type { JobWatch } from '../workers/call.ts'
import type { InspectedDocument } from '../workers/jobs/documents.ts'
import { bytesStay } from './documentBytes.ts'
import { planAndWrite, write, type House } from './house.ts'

type Done<T> = Promise<Result<Committed & { value: T }, Failure>>

export type TemplateFields = Omit<InteractionTemplate, 'id' | 'rev' | 'sample' | 'documents'>

export const newTemplateFields = (description: string): TemplateFields => ({
  code: '',
  description,
  unitCost: 0,
  unitDuration: 0,
  informationFlow: 'outbound',
  initiatedBy: 'us',
  correspondenceType: 'hardCopy',
  ignoreContactCorrespondence: false,
  campaignTarget: false,
  campaignResponse: false,
  subject: '',
})

/** A document with its bytes, to be stored together. */
export interface ReadyDocument {
  document: LetterDocument
  attachment: Attachment
}

/** Makes a template, with these documents or without one. A blank code is made from the description. */
export async function createTemplate(house: House, fields: TemplateFields, ready: readonly ReadyDocument[] = []): Done<TemplateId> {
  const documents = ready.map(({ document }) => document)
  const attachments = ready.map(({ attachment }) => attachment)
  const done = await planAndWrite(house, 'createTemplate', async () => {
    const template = { ...fields, id: house.occasion().nextId<TemplateId>(), rev: 0, documents: [] }
    const made = coded(documents.reduce<InteractionTemplate>(withDocument, template), await readTemplates(house.db))
    return made.ok ? ok({ changes: { ...noChanges(), put: { attachments, templates: [made.value] } }, value: made.value.id }) : made
  })
  return bytesStay(done)
}

/** Changes a template as it was read. A blank code is made from the description; one that another has is refused. */
export function changeTemplate(house: House, template: InteractionTemplate): Promise<Result<Committed, Failure>> {
  return planAndWrite(house, 'changeTemplate', async () => {
    const changed = coded(template, await readTemplates(house.db))
    return changed.ok ? ok({ changes: putting(template, changed.value), value: undefined }) : changed
  })
}

const putting = (read: InteractionTemplate, changed: InteractionTemplate): Changes => ({
  ...noChanges(),
  put: { templates: [changed] },
  requires: [unchanged('templates', read)],
})

function coded(template: InteractionTemplate, all: readonly InteractionTemplate[]): Result<InteractionTemplate, Failure> {
  const others = all.filter(({ id }) => id !== template.id).map(({ code }) => code)
  const code = codeFor(template.code, template.description, others)
  return code.ok ? ok({ ...template, code: code.value }) : code
}

/** Deletes a template that no open segment and no setup uses. What was logged with it keeps its documents. */
export function deleteTemplate(house: House, id: TemplateId): Done<undefined> {
  return planAndWrite(house, 'deleteTemplate', async () => {
    const template = await house.db.templates.get(id)
    if (!template) return refuse({ code: 'notFound', table: 'templates', id })
    const { segments, setup } = await readTemplateUses(house.db, id)
    const names = segments.map(({ no, description }) => [no, description].filter(Boolean).join(' '))
    if (segments.length > 0 || setup) return refuse({ code: 'inUse', names, setup })
    return ok({ changes: { ...noChanges(), remove: { templates: [id] }, requires: [unchanged('templates', template)] }, value: undefined })
  })
}

export interface Attached {
  inspected: InspectedDocument
  languageCode: LetterLanguage
}

/** Reads a Word document and puts it into the template as the one for this language; the former one of that language is replaced. */
export async function attachDocument(
  house: House,
  id: TemplateId,
  languageCode: LetterLanguage,
  fileName: string,
  bytes: ArrayBuffer,
): Promise<Result<Committed & { value: Attached }, Failure>> {
  const inspected = await house.calls.work.inspectDocument(bytes, fileName)
  if (!inspected.ok) return inspected
  const done = await planAndWrite(house, 'attachDocument', async () => {
    const template = await house.db.templates.get(id)
    if (!template) return refuse({ code: 'notFound', table: 'templates', id })
    const attachmentId = inspected.value.hash as AttachmentId
    const attachment: Attachment = { id: attachmentId, rev: 0, fileName, size: inspected.value.size, bytes }
    const { language: writtenIn } = inspected.value
    const document: LetterDocument = {
      ...{ languageCode, attachmentId, fileName, subject: '', mapping: {} },
      ...(writtenIn && { writtenIn }),
      ...askedLists(inspected.value),
    }
    const changed = withDocument(template, document)
    return ok({
      changes: { ...noChanges(), put: { attachments: [attachment], templates: [changed] }, requires: [unchanged('templates', template)] },
      value: { inspected: inspected.value, languageCode },
    })
  })
  return bytesStay(done)
}

/** The contacts whose letters by a document are most likely to look wrong. @param fields what it asks for, by stable names */
export const findHardest = (
  house: House,
  id: TemplateId,
  language: LetterLanguage,
  fields: readonly string[],
  watch: JobWatch,
): Promise<Result<HardContact[], Failure>> =>
  house.calls.watched(watch, (work, job) => work.hardestContacts(id, language, fields, house.occasion().today, job))

/** Takes the document of a language out of the template. Its bytes stay: a logged letter may rest on them. */
export const removeDocument = (
  house: House,
  template: InteractionTemplate,
  languageCode: LetterLanguage,
): Promise<Result<Committed, Failure>> => write(house, putting(template, withoutDocument(template, languageCode)), 'removeDocument')

/** Takes the document of one language for another one as well, its subject and the meaning of its fields included. */
export function copyDocument(
  house: House,
  template: InteractionTemplate,
  from: LetterLanguage,
  to: LetterLanguage,
): Promise<Result<Committed, Failure>> {
  const copied = template.documents.find(({ languageCode }) => languageCode === from)
  if (!copied) return Promise.resolve(refuse({ code: 'notFound', table: 'templates', id: template.id }))
  return write(house, putting(template, withDocument(template, { ...copied, languageCode: to })), 'attachDocument')
}

const changeDocument = (
  house: House,
  template: InteractionTemplate,
  language: LetterLanguage,
  change: (document: LetterDocument) => LetterDocument,
): Promise<Result<Committed, Failure>> => {
  const documents = template.documents.map((document) => (document.languageCode === language ? change(document) : document))
  return write(house, putting(template, { ...template, documents }), 'changeTemplate')
}

/** Says which field an unknown name stands for, in all documents of the template; blank = leave it empty. */
export const mapField = (house: House, template: InteractionTemplate, name: string, field: string): Promise<Result<Committed, Failure>> =>
  write(house, putting(template, withMeaning(template, name, field)), 'changeTemplate')

/** The subject in this language; blank = the template's. */
export const changeDocumentSubject = (
  house: House,
  template: InteractionTemplate,
  languageCode: LetterLanguage,
  subject: string,
): Promise<Result<Committed, Failure>> =>
  changeDocument(house, template, languageCode, (document) => ({ ...document, subject: subject.trim() }))
