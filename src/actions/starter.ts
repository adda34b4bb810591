// The letters to begin with: made into documents of a template, or shown before one is chosen.
import { docxType } from '../base/fileTypes.ts'
import { ok, type Result } from '../base/result.ts'
import {
  starterLanguage,
  starterLetter,
  writtenStarter,
  type StarterLanguage,
  type StarterLetter,
  type StarterName,
} from '../core/letter/starters/starterLetters.ts'
import type { Failure } from '../model/failure.ts'
import type { AttachmentId, ContactId, TemplateId } from '../model/ids.ts'
import { toLetterLanguage, type LetterLanguage } from '../model/parts.ts'
import type { CompanyInformation } from '../model/settings.ts'
import type { WrittenLetter } from '../model/writtenLetter.ts'
import type { Committed } from '../storage/commit.ts'
import { readCompany } from '../storage/read/lists.ts'
import { readTemplates } from '../storage/read/templates.ts'
import type { InspectedDocument } from '../workers/jobs/documents.ts'
import type { House } from './house.ts'
import { createTemplate, newTemplateFields, type ReadyDocument } from './templates.ts'
import { saveWrittenLetter, tryWrittenLetter } from './writtenLetters.ts'

/** Makes a template that begins with one of our letters, in these languages. */
export async function createTemplateWithStarter(
  house: House,
  description: string,
  name: StarterName,
  languages: readonly StarterLanguage[],
): Promise<Result<Committed & { value: TemplateId }, Failure>> {
  const ready: ReadyDocument[] = []
  for (const language of languages) {
    const built = await buildStarter(house, name, language)
    if (!built.ok) return built
    ready.push(built.value)
  }
  return createTemplate(house, newTemplateFields(description), ready)
}

/** Gives a template one of our letters as its document for this language, as `de-AT` the German one. */
export async function beginWithStarter(
  house: House,
  id: TemplateId,
  name: StarterName,
  language: LetterLanguage,
): Promise<Result<Committed & { value: InspectedDocument }, Failure>> {
  const { starter, written } = await readStarter(house, name, starterLanguage(language) ?? 'en')
  return saveWrittenLetter(house, id, language, written, { subject: starter.subject, emailText: starter.emailText })
}

/** The letter as a document with its bytes, to be put beside what else a commit writes. @param from who writes, where nobody does yet */
export async function buildStarter(
  house: House,
  name: StarterName,
  language: StarterLanguage,
  from?: CompanyInformation,
): Promise<Result<ReadyDocument, Failure>> {
  const { starter, written } = await readStarter(house, name, language, from)
  const built = await house.calls.work.buildLetter(written, { language: toLetterLanguage(language), title: starter.name })
  if (!built.ok) return built
  const { bytes, fileName, inspected } = built.value
  const attachmentId = inspected.hash as AttachmentId
  return ok({
    document: {
      ...{ languageCode: toLetterLanguage(language), attachmentId, fileName, mapping: {} },
      ...{ subject: starter.subject, emailText: starter.emailText, written },
    },
    attachment: { id: attachmentId, rev: 0, fileName, size: inspected.size, bytes },
  })
}

/** The letter as somebody would get it; as it is, with the names of its fields, where there is nobody. */
export async function tryStarter(
  house: House,
  name: StarterName,
  language: StarterLanguage,
  contact: ContactId | undefined,
): Promise<Result<Blob, Failure>> {
  const { starter, written } = await readStarter(house, name, language)
  const wish = { language: toLetterLanguage(language), title: starter.name }
  if (contact) {
    const made = await tryWrittenLetter(house, written, { ...wish, contact, subject: starter.subject })
    const file = made.ok ? made.value.files[0] : undefined
    if (file) return ok(file.content)
  }
  const built = await house.calls.work.buildLetter(written, wish)
  return built.ok ? ok(new Blob([built.value.bytes], { type: docxType })) : built
}

/** On our own sheet, or on that of the letter written last in this language, so that all look alike. */
async function readStarter(
  house: House,
  name: StarterName,
  language: StarterLanguage,
  from?: CompanyInformation,
): Promise<{ starter: StarterLetter; written: WrittenLetter }> {
  const [company, templates] = await Promise.all([readCompany(house.db), readTemplates(house.db)])
  const documents = templates.sort((one, other) => other.rev - one.rev).flatMap((template) => template.documents)
  const last = documents.find((one) => one.written && one.languageCode.split('-')[0] === language)?.written?.sheet
  return { starter: starterLetter(name, language), written: writtenStarter(name, language, { company: company ?? from, last }) }
}
