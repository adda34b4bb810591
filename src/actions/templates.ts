// Interaction templates and their Word documents, one per language.
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { AttachmentId, TemplateId } from '../model/ids.ts'
import type { Attachment, InteractionTemplate } from '../model/interaction.ts'
import type { LetterDocument } from '../model/letter.ts'
import type { LetterLanguage } from '../model/parts.ts'
import { noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import type { InspectedDocument } from '../workers/jobs/documents.ts'
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

export function createTemplate(house: House, fields: TemplateFields): Done<TemplateId> {
  return planAndWrite(house, 'createTemplate', () => {
    const template: InteractionTemplate = { ...fields, id: house.occasion().nextId(), rev: 0, documents: [] }
    return Promise.resolve(ok({ changes: { ...noChanges(), put: { templates: [template] } }, value: template.id }))
  })
}

export const changeTemplate = (house: House, template: InteractionTemplate): Promise<Result<Committed, Failure>> =>
  write(house, { ...noChanges(), put: { templates: [template] }, requires: [unchanged('templates', template)] }, 'changeTemplate')

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
  return planAndWrite(house, 'attachDocument', async () => {
    const template = await house.db.templates.get(id)
    if (!template) return refuse({ code: 'notFound', table: 'templates', id })
    const attachmentId = inspected.value.hash as AttachmentId
    const attachment: Attachment = { id: attachmentId, rev: 0, fileName, size: inspected.value.size, bytes }
    const document: LetterDocument = { languageCode, attachmentId, fileName, subject: '', mapping: {} }
    const documents = [...template.documents.filter((other) => other.languageCode !== languageCode), document]
    const changed = { ...template, documents, languageCode: template.languageCode ?? languageCode }
    return ok({
      changes: { ...noChanges(), put: { attachments: [attachment], templates: [changed] }, requires: [unchanged('templates', template)] },
      value: { inspected: inspected.value, languageCode },
    })
  })
}

/** Takes the document of a language out of the template. Its bytes stay: a logged letter may rest on them. */
export const removeDocument = (
  house: House,
  template: InteractionTemplate,
  languageCode: LetterLanguage,
): Promise<Result<Committed, Failure>> =>
  changeTemplate(house, { ...template, documents: template.documents.filter((document) => document.languageCode !== languageCode) })

/** Says which field an unknown name of the document stands for; blank = leave it empty. */
export const mapField = (
  house: House,
  template: InteractionTemplate,
  languageCode: LetterLanguage,
  name: string,
  field: string,
): Promise<Result<Committed, Failure>> =>
  changeTemplate(house, {
    ...template,
    documents: template.documents.map((document) =>
      document.languageCode === languageCode ? { ...document, mapping: { ...document.mapping, [name]: field } } : document,
    ),
  })
