// A Word document is read when it is brought in: which fields it has, which of them nobody knows, what is odd about it.
import { ok, refuse, type Result } from '../../base/result.ts'
import { resolveField, suggestFields } from '../../core/letter/fields.ts'
import { isOfEntries, resolveList, type ListName } from '../../core/letter/lists.ts'
import { resolvePicture, type PictureName } from '../../core/letter/pictureFields.ts'
import { languageOf } from '../../core/letter/textLanguage.ts'
import { sha256 } from '../../exchange/seal.ts'
import type { Failure } from '../../model/failure.ts'
import {
  letterText,
  openTemplate,
  usesOf,
  type FieldUse,
  type Finding,
  type Question,
  type WordFailure,
  type TemplateUses,
} from '../../word/index.ts'

export interface FoundField {
  /** Name as the document writes it. */
  name: string
  count: number
  /** The stable field it stands for; missing = nobody knows it. */
  known?: string
  /** The nearest known fields, best first, where nobody knows it. */
  suggestions: readonly string[]
}

/** What a document uses beside plain fields; a person is told what will happen with it. */
export interface DocumentUses {
  /** An ADDRESSBLOCK: the postal address as we write it. */
  addressBlock: boolean
  /** A GREETINGLINE: its own greeting, or our salutation. */
  greetingLine: boolean
  /** IF, NEXTIF, SKIPIF. */
  conditions: boolean
  /** So many people stand on one copy, as on a sheet of labels; 1 in a letter. */
  perCopy: number
  /** People may be left out by the document itself (SKIPIF). */
  skips: boolean
  /** Text boxes, which a preview does not draw. */
  textBoxes: boolean
  /** Drawn shapes, charts, diagrams, which a preview does not draw. */
  shapes: boolean
  /** The words for one person have a place. */
  comment: boolean
}

/** A list that the document repeats something for. */
export interface FoundList {
  /** As the document writes it. */
  name: string
  /** The stable list it stands for; missing = nobody knows it. */
  known?: ListName
  /** Of the entries, as the document writes them. */
  fields: readonly string[]
}

/** A picture that the document shows by a field. */
export interface FoundPicture {
  /** As the document writes it. */
  name: string
  /** The stable picture it stands for; missing = nobody knows it. */
  known?: PictureName
}

export interface InspectedDocument {
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string
  size: number
  fields: FoundField[]
  lists: FoundList[]
  pictures: FoundPicture[]
  /** What the document asks of whoever makes the letters. */
  questions: Question[]
  findings: Finding[]
  uses: DocumentUses
  /** In which language it is written, where that is plain: of a few languages only. */
  language?: string | undefined
}

export type { Question }

export interface DocumentJobs {
  inspectDocument: (bytes: ArrayBuffer, fileName: string) => Promise<Result<InspectedDocument, Failure>>
}

export const documentJobs = (): DocumentJobs => ({
  inspectDocument: async (bytes, fileName) => {
    const opened = openTemplate(new Uint8Array(bytes))
    if (!opened.ok) return refuse(documentFailure(opened.failure, fileName))
    const names = new Map<string, number>()
    const uses = usesOf(opened.value.plan)
    const { lists } = uses
    const isList = (field: FieldUse) => lists.some(({ name }) => name === field.name)
    const own = opened.value.fields.filter((field) => !field.image && !isList(field) && !isOfEntries(field) && !isOfUnknownList(field))
    for (const field of own) names.set(field.name, (names.get(field.name) ?? 0) + field.count)
    return ok({
      hash: await sha256(new Uint8Array(bytes)),
      size: bytes.byteLength,
      fields: [...names].map(([name, count]) => foundField(name, count)),
      lists: lists.map(foundList),
      pictures: picturesOf(opened.value.fields),
      questions: [...opened.value.questions],
      findings: [...opened.value.findings],
      uses: documentUses(uses, [...names.keys()]),
      language: writtenIn(new Uint8Array(bytes)),
    })
  },
})

function writtenIn(bytes: Uint8Array): string | undefined {
  const read = letterText(bytes)
  return read.ok ? languageOf(read.value.join('\n')) : undefined
}

function foundField(name: string, count: number): FoundField {
  const known = resolveField(name)
  if (known !== undefined) return { name, count, known, suggestions: [] }
  return { name, count, suggestions: suggestFields(name) }
}

/** What a list holds that nobody knows is not known either: nothing is shown for it. */
const isOfUnknownList = ({ name, list }: FieldUse) =>
  list !== undefined && resolveList(list) === undefined && resolveField(name) === undefined

function picturesOf(fields: readonly FieldUse[]): FoundPicture[] {
  const names = new Set(fields.flatMap((field) => (field.image && !isOfEntries(field) ? field.name : [])))
  return [...names].map((name) => {
    const known = resolvePicture(name)
    return { name, ...(known && { known }) }
  })
}

function foundList({ name, fields }: { name: string; fields: readonly string[] }): FoundList {
  const known = resolveList(name)
  return { name, fields: fields.filter((field) => isOfEntries({ name: field, list: name })), ...(known && { known }) }
}

function documentUses({ records, lists: _, ...uses }: TemplateUses, names: readonly string[]): DocumentUses {
  return { ...uses, perCopy: records, comment: names.some((name) => resolveField(name) === 'Comment') }
}

/** The Word engine's failure, with the file's name, as the rest of the house speaks of it. */
export function documentFailure(failure: WordFailure, fileName: string): Failure {
  if (failure.code === 'STOPPED') return { code: 'stopped' }
  const { code: reason, detail = '', ...place } = failure
  return { code: 'document', reason, fileName, detail, ...place }
}
