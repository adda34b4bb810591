// The door of the Word engine: template bytes in, letter bytes out. It knows nothing of contacts; the caller maps field names to values.
// What goes wrong inside becomes a value here, and only here; a bug still throws.
import { ok, refuse, type Result } from '../base/result.ts'
import { combinedDocuments } from './write/combined.ts'
import { compile } from './compile/compile.ts'
import { wordsOf } from './letterText.ts'
import { Refusal, type FieldUse, type Finding, type WordFailure } from './findings.ts'
import { LetterZipWriter } from './write/letterZip.ts'
import type { Merged, MergeOptions, SinglesOptions } from './options.ts'
import type { Question, TemplatePlan } from './plan.ts'
import { repair, type Names, type Repaired } from './repair/repair.ts'
import type { MergeRecords } from './values.ts'

export type { FieldUse, Finding, FindingCode, WordFailure, WordFailureCode } from './findings.ts'
export { newFileNames, safeName, toldFileNames, uniqueFileNames, type FileNameTold, type ToldFileName } from './write/names.ts'
export type { AddressAsked, GreetingAsked, Merged, MergedFile, MergeOptions, SinglesOptions, Sink } from './options.ts'
export { standardNames, type StandardName } from './standardNames.ts'
export { usesOf, type TemplateUses } from './compile/uses.ts'
export type { Question } from './plan.ts'
export type { Names, Repair, Repaired, RepairKind } from './repair/repair.ts'
export type { MergeDay, MergeList, MergePicture, MergeRecord, MergeRecords, MergeValue } from './values.ts'

/** A template ready for merging. Plain data: it may be stored or posted to another thread as it is. */
export interface WordTemplate {
  readonly fields: FieldUse[]
  readonly findings: Finding[]
  /** What FILLIN and ASK ask whoever merges; see `MergeOptions.answers`. */
  readonly questions: Question[]
  /** The engine's own. */
  readonly plan: TemplatePlan
}

/** Reads a Word file (.docx, .dotx, .docm, or the same as one XML file) and finds its merge fields. */
export function openTemplate(bytes: Uint8Array): Result<WordTemplate, WordFailure> {
  return atBorder(() => {
    // A copy, as `slice` of Node's Buffer makes none: parts of it go into every letter, and the caller may hand its bytes on.
    const plan = compile(new Uint8Array(bytes))
    return { fields: plan.fields, findings: plan.findings, questions: plan.questions, plan }
  })
}

/**
 * Mends the fields of a template in the template itself: wrong names (as `names` says), what Word has split over several runs, a brace too
 * few round a known name, and fields with braces of the keyboard. Refused as opening it would be.
 */
export const repairTemplate = (bytes: Uint8Array, names: Names): Result<Repaired, WordFailure> => atBorder(() => repair(bytes, names))

/** The words of a finished letter, paragraph by paragraph, without headers and notes: to show how it reads. */
export const letterText = (bytes: Uint8Array): Result<string[], WordFailure> => atBorder(() => wordsOf(bytes))

/**
 * All letters in one document (or in several of `lettersPerFile`), a section each. Refuses with STOPPED when the signal says so,
 * NO_LETTERS when there is none to make.
 */
export function mergeCombined(
  template: WordTemplate,
  records: MergeRecords,
  options: MergeOptions = {},
): Promise<Result<Merged, WordFailure>> {
  return atBorderLater(() => combinedDocuments(template.plan, records, options))
}

/** A document per letter, in one ZIP. */
export async function mergeSingles(
  template: WordTemplate,
  records: MergeRecords,
  options: SinglesOptions = {},
): Promise<Result<Merged, WordFailure>> {
  const zip = newLetterZip(options)
  const added = await zip.add(template, records, options)
  return added.ok ? zip.end() : added
}

/** A ZIP of single letters that grows, so that letters of several templates stand in one. After a refusal it is of no use. */
export interface LetterZip {
  /** Makes a letter of each record; answers how many. */
  add: (
    template: WordTemplate,
    records: MergeRecords,
    options?: Omit<SinglesOptions, 'to' | 'signal' | 'onProgress' | 'lettersPerFile'>,
  ) => Promise<Result<number, WordFailure>>
  end: () => Promise<Result<Merged, WordFailure>>
}

export function newLetterZip(options: Pick<SinglesOptions, 'to' | 'signal' | 'onProgress' | 'lettersPerFile'> = {}): LetterZip {
  const zip = new LetterZipWriter(options)
  let before: Promise<unknown> = Promise.resolve()
  /** One after the other, whoever waits or does not. */
  const inTurn = <T>(work: () => Promise<T>): Promise<Result<T, WordFailure>> => {
    const result = before.then(() => atBorderLater(work))
    before = result.catch(() => undefined)
    return result
  }
  return {
    add: (template, records, letters = {}) => inTurn(() => zip.add(template.plan, records, letters)),
    end: () => inTurn(() => zip.end()),
  }
}

/** All letters in one document, as bytes: for small jobs, a preview, one letter. */
export async function mergeToBytes(
  template: WordTemplate,
  records: MergeRecords,
  options: Omit<MergeOptions, 'to' | 'lettersPerFile'> = {},
): Promise<Result<Uint8Array<ArrayBuffer>, WordFailure>> {
  const { to: _to, lettersPerFile: _lettersPerFile, ...wishes } = options as MergeOptions
  const result = await mergeCombined(template, records, wishes)
  if (!result.ok) return result
  const [{ bytes } = { bytes: undefined }, ...more] = result.value.files
  if (more.length > 0) return refuse({ code: 'OUTPUT_LIMIT', detail: `${more.length + 1}` })
  return bytes ? ok(bytes) : refuse({ code: 'NO_LETTERS' })
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
