// Every folder under samples/ says what stands in each letter: alone and in the common document, however its fields are written down.
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mergeCombined, mergeSingles, openTemplate, type WordTemplate } from '../../src/word/index.ts'
import { samples } from './allSamples.ts'
import { readLetters, sectionsOf, type LetterText } from './readLetters.ts'
import { anything, type ExpectedLetter, type Run, type Sample } from './sample.ts'
import { hands } from './writeFields.ts'

const handsOf = (sample: Sample) => Object.entries(hands).slice(0, sample.asItIs ? 1 : undefined)

describe.each(samples)('$folder $name', (sample) => {
  it.each(handsOf(sample))('%s', async (_, hand) => {
    const bytes = sample.template(hand)
    const template = opened(bytes)
    if (sample.findings) expect(template.findings.map((finding) => finding.code).sort()).toEqual([...sample.findings].sort())
    if (sample.fields) expect(template.fields.map((field) => field.name).sort()).toEqual([...sample.fields].sort())
    for (const run of sample.runs) {
      const expected = run.letters.map(withoutEnd)
      expect(await together(template, run, sectionsOf(bytes)), 'in one document').toEqual(like(expected))
      expect(await alone(template, run, sectionsOf(bytes)), 'each alone').toEqual(like(expected))
    }
  })
})

const opened = (bytes: Uint8Array): WordTemplate => {
  const result = openTemplate(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function together(template: WordTemplate, run: Run, sections: number): Promise<LetterText[]> {
  const made = await mergeCombined(template, run.records, run.options)
  if (!made.ok && made.failure.code === 'NO_LETTERS') return []
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  const letters = made.value.files.flatMap(({ bytes }) => readLetters(bytes ?? new Uint8Array(), sections))
  expect(made.value.letters).toBe(letters.length)
  return letters
}

async function alone(template: WordTemplate, run: Run, sections: number): Promise<LetterText[]> {
  const { to: _to, ...options } = run.options ?? {}
  const made = await mergeSingles(template, run.records, { ...options, name: (_record, letter) => String(letter) })
  if (!made.ok && made.failure.code === 'NO_LETTERS') return []
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  const files = made.value.files.flatMap(({ bytes }) => Object.entries(unzipSync(bytes ?? new Uint8Array())))
  files.sort(([a], [b]) => parseInt(a) - parseInt(b))
  return files.flatMap(([, bytes]) => readLetters(bytes, sections))
}

type Told = Exclude<ExpectedLetter, readonly string[]>
const told = (letter: ExpectedLetter): Told => ('length' in letter ? { body: letter } : letter)
const withoutEnd = (letter: ExpectedLetter): Told => {
  const all = told(letter)
  const body = [...(all.body ?? [])]
  while (body.at(-1) === '') body.pop()
  return { ...all, ...(all.body && { body }) }
}
/** What a sample does not say may be anything. */
const like = (letters: readonly Told[]) =>
  letters.map(({ body, around, notes, fallback }): unknown =>
    expect.objectContaining({
      ...(body && { body: body.map((line): unknown => (line.endsWith(anything) ? expect.stringContaining(line.slice(0, -1)) : line)) }),
      ...(around && { around }),
      ...(notes && { notes }),
      ...(fallback && { fallback }),
    }),
  )
