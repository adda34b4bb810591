// The letters to begin with: ready Word documents that came with the app, so they are there without a network.
import { refuse, ok, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'

export type StarterLanguage = 'en' | 'de'
export const starterLanguages: readonly StarterLanguage[] = ['en', 'de']

/** The file's name; it is shown as the document's name on the template. */
export const starterFileName = (language: StarterLanguage) => `letter-${language}.docx`

/** The bytes of the letter in this language. Missing only when the app was never loaded whole. */
export async function starterLetter(language: StarterLanguage): Promise<Result<ArrayBuffer, Failure>> {
  const path = `letters/${starterFileName(language)}`
  try {
    const answer = await fetch(import.meta.env.BASE_URL + path)
    if (!answer.ok) return refuse({ code: 'storage', detail: `${path}: ${answer.status}` })
    return ok(await answer.arrayBuffer())
  } catch (error) {
    return refuse({ code: 'storage', detail: `${path}: ${error instanceof Error ? error.message : String(error)}` })
  }
}
