// How a finding about a Word document reads: what it means for the letters, and what to do. The codes are the Word engine's.
import { isKey, t } from './language.svelte.ts'

/** What the engine says: `detail` is data for the sentence, `where` the words around a field. */
export interface FindingFacts {
  code: string
  detail: string
  part: string
  where?: string
  /** Of a date picture: the letters in it that stand for nothing. */
  letters?: string
}

/** The sentence for a finding; the one for its kind where there is one. */
export function findingText({ code, detail, part, where = '', letters = '' }: FindingFacts): string {
  const words = { detail, part, where: where || detail, letters }
  const keys = [letters ? `finding.${code}.letters` : `finding.${code}.${detail}`, `finding.${code}`]
  const key = keys.find(isKey)
  return key ? t(key, words) : `${code} ${detail}`
}
