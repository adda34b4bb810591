// The door of the Word engine: template bytes in, letter bytes out. It knows nothing of contacts; the caller maps field names to values.
// What goes wrong inside becomes a value here, and only here; a bug still throws.
import { ok, refuse, type Result } from '../base/result.ts'
import { combinedDocument, type MergeOptions } from './combined.ts'
import { compile } from './compile.ts'
import type { LetterValues } from './emit.ts'
import { Refusal, type FieldUse, type Finding, type WordFailure } from './findings.ts'
import { letterZip } from './letterZip.ts'
import type { TemplatePlan } from './plan.ts'
import { singleDocument } from './single.ts'

export type { MergeOptions } from './combined.ts'
export type { LetterValues } from './emit.ts'
export type { FieldUse, Finding, FindingCode, WordFailure, WordFailureCode } from './findings.ts'
export { uniqueFileNames } from './names.ts'

/** A template ready for merging. Plain data: it may be stored or posted to another thread as it is. */
export interface WordTemplate {
  readonly fields: FieldUse[]
  readonly findings: Finding[]
  /** The engine's own. */
  readonly plan: TemplatePlan
}

/** Reads a Word file (.docx, .dotx, .docm) and finds its merge fields. */
export function openTemplate(bytes: Uint8Array): Result<WordTemplate, WordFailure> {
  return atBorder(() => {
    // A copy: parts of it go into every letter, and the caller may hand its bytes on.
    const plan = compile(bytes.slice())
    return { fields: plan.fields, findings: plan.findings, plan }
  })
}

/** One letter as a .docx. */
export function mergeOne(template: WordTemplate, values: LetterValues): Result<Uint8Array, WordFailure> {
  return atBorder(() => singleDocument(template.plan, values))
}

/** All letters in one .docx, a section each. Refuses with STOPPED when asked to stop, NO_LETTERS when there are none. */
export function mergeCombined(
  template: WordTemplate,
  letters: readonly LetterValues[],
  options: MergeOptions = {},
): Promise<Result<Uint8Array, WordFailure>> {
  return atBorderLater(() => combinedDocument(template.plan, letters, options))
}

/** One .docx per letter in a ZIP. `names` are the file names as they stand in it, in the order of the jobs. */
export function mergeZip(
  jobs: readonly { template: WordTemplate; values: LetterValues; name: string }[],
  options: MergeOptions = {},
): Promise<Result<{ bytes: Uint8Array; names: string[] }, WordFailure>> {
  const plans = jobs.map(({ template, values, name }) => ({ plan: template.plan, values, name }))
  return atBorderLater(() => letterZip(plans, options))
}

function atBorder<T>(work: () => T): Result<T, WordFailure> {
  try {
    return ok(work())
  } catch (error) {
    return refused(error)
  }
}

async function atBorderLater<T>(work: () => Promise<T>): Promise<Result<T, WordFailure>> {
  try {
    return ok(await work())
  } catch (error) {
    return refused(error)
  }
}

function refused(error: unknown): { ok: false; failure: WordFailure } {
  if (error instanceof Refusal) return refuse(error.failure)
  throw error
}
