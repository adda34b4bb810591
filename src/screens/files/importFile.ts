// A chosen file brought to the import. How large it is, is looked at first: a huge one would take the memory before anybody could say so.
import { t } from '../../text/language.svelte.ts'
import type { ImportFile } from './importDraft.ts'

/** Larger ones are refused, as by the reading itself. */
export const largestFile = 150_000_000

/** @returns the file, or the sentence that says why there is none */
export async function fileOf(file: File): Promise<ImportFile | string> {
  const fileName = file.name
  if (file.size > largestFile) return t('failure.importFile.tooBig', { fileName, detail: String(largestFile / 1e6) })
  try {
    return { fileName, bytes: await file.arrayBuffer() }
  } catch {
    return t('import.unreadable', { fileName })
  }
}
