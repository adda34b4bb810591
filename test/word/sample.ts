// A sample: a template of ours, what is merged into it, and what must stand in each letter. A folder under samples/ holds one or many.
import type { MergeOptions, MergeRecord, MergeValue } from '../../src/word/index.ts'
import { makeDocx, para, text, type DocxSource } from './makeDocx.ts'
import { lines, runs, type Hand } from './writeFields.ts'

export interface Writing {
  /** Paragraphs of words with fields; see writeFields.ts. */
  lines: (words: string, properties?: string) => string
  /** The same as runs, for a paragraph of one's own. */
  runs: (words: string) => string
}

/** Words per paragraph; the rest only where it matters. */
export type ExpectedLetter =
  | readonly string[]
  | {
      readonly body?: readonly string[]
      readonly around?: Readonly<Record<string, string>>
      readonly notes?: readonly string[]
      readonly fallback?: readonly string[]
    }

export interface Run {
  options?: MergeOptions
  records: readonly MergeRecord[]
  /** Nothing: there is no letter to make. */
  letters: readonly ExpectedLetter[]
}

export interface Sample {
  name: string
  template: (hand: Hand) => Uint8Array
  runs: readonly Run[]
  /** The codes of the findings, where the sample is about them. */
  findings?: readonly string[]
  /** Names of its fields, in any order, where the sample is about them. */
  fields?: readonly string[]
  /** Written in one hand only: what it is about is how it is written. */
  asItIs: boolean
  /** Its letters need not have the template's own number of pages (a label sheet of 31 people, a branch with a page break). */
  pagesVary: boolean
}

interface SampleWords
  extends Partial<Omit<Run, 'letters'>>, Partial<Pick<Sample, 'name' | 'findings' | 'fields' | 'asItIs' | 'pagesVary'>> {
  source: (write: Writing) => DocxSource | string
  letters?: readonly ExpectedLetter[]
  runs?: readonly Run[]
}

export function sample(words: SampleWords): Sample {
  const { source, name = '', asItIs = false, pagesVary = false, records = [], letters = [], options, ...rest } = words
  return {
    ...{ name, asItIs, pagesVary },
    ...(rest.findings && { findings: rest.findings }),
    ...(rest.fields && { fields: rest.fields }),
    runs: rest.runs ?? [{ records, letters, ...(options && { options }) }],
    template: (hand) => {
      const made = source({ lines: (each, properties) => lines(each, hand, properties), runs: (each) => runs(each, hand) })
      return makeDocx(typeof made === 'string' ? { body: made } : made)
    },
  }
}

/** A code with `X` for the field's name, its value, and what shows: in every language the same, or per language. */
export type Row = readonly [code: string, value: MergeValue | undefined, shows: string | Readonly<Record<string, string>>]

/** One paragraph per code; a letter in each language. A language that a row does not name is not looked at. */
export function table(name: string, rows: readonly Row[], languages: readonly string[] = ['en', 'de', 'nl', 'nb', 'fr']): Sample {
  const record = Object.fromEntries(
    rows.flatMap(([, value], at): [string, MergeValue][] => (value === undefined ? [] : [[`v${at}`, value]])),
  )
  const all: Run[] = languages.map((language) => ({
    options: { language },
    records: [record],
    letters: [rows.map(([code, , shows]) => `${code} ⟶ ${typeof shows === 'string' ? shows : (shows[language] ?? anything)}`)],
  }))
  return sample({
    name,
    runs: all,
    source: ({ runs }) =>
      rows.map(([code], at) => para(text(`${escaped(code)} ⟶ `) + runs(`{${code.replaceAll(/\bX\b/g, `v${at}`)}}`))).join(''),
  })
}

const escaped = (code: string) => code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('«', '‹')

/** What a table does not say. */
export const anything = '\uffff'
