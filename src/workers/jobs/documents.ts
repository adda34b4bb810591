// A Word document is read when it is brought in: which fields it has, which of them nobody knows, what is odd about it.
import { ok, refuse, type Result } from '../../base/result.ts'
import { resolveField, suggestField } from '../../core/letter/fields.ts'
import { sha256 } from '../../exchange/seal.ts'
import type { Failure } from '../../model/failure.ts'
import { openTemplate, type Finding, type WordFailure } from '../../word/index.ts'

export interface FoundField {
  /** Name as the document writes it. */
  name: string
  count: number
  /** The stable field it stands for; missing = nobody knows it. */
  known?: string
  /** The nearest known name. */
  suggestion?: string
}

export interface InspectedDocument {
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string
  size: number
  fields: FoundField[]
  findings: Finding[]
}

export interface DocumentJobs {
  inspectDocument: (bytes: ArrayBuffer, fileName: string) => Promise<Result<InspectedDocument, Failure>>
}

export const documentJobs = (): DocumentJobs => ({
  inspectDocument: async (bytes, fileName) => {
    const opened = openTemplate(new Uint8Array(bytes))
    if (!opened.ok) return refuse(documentFailure(opened.failure, fileName))
    const names = new Map<string, number>()
    for (const field of opened.value.fields) names.set(field.name, (names.get(field.name) ?? 0) + field.count)
    return ok({
      hash: await sha256(new Uint8Array(bytes)),
      size: bytes.byteLength,
      fields: [...names].map(([name, count]) => foundField(name, count)),
      findings: [...opened.value.findings],
    })
  },
})

function foundField(name: string, count: number): FoundField {
  const known = resolveField(name)
  if (known !== undefined) return { name, count, known }
  const suggestion = suggestField(name)
  return suggestion === undefined ? { name, count } : { name, count, suggestion }
}

/** The Word engine's failure, with the file's name, as the rest of the house speaks of it. */
export function documentFailure(failure: WordFailure, fileName: string): Failure {
  if (failure.code === 'STOPPED') return { code: 'stopped' }
  const { code: reason, detail = '', ...place } = failure
  return { code: 'document', reason, fileName, detail, ...place }
}
