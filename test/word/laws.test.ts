// The laws that hold for every template, ours and those that nobody here wrote: 1, 2, 5 and 31 records of values that are found again,
// in one document, in parts and alone; read again, given to the Open XML validator and laid out by LibreOffice.
// FIELDBOOK_SAMPLES names a folder with further templates in templates/.
import { unzipSync } from 'fflate'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeCombined, mergeSingles, openTemplate, type WordTemplate } from '../../src/word/index.ts'
import { samples } from './allSamples.ts'
import { complaints } from './readBack.ts'
import { readLetters, sectionsOf, type LetterText } from './readLetters.ts'
import { DrawingRoom, fresh } from './rendering.ts'
import { recordsIn, tokensFor } from './tokens.ts'

interface Case {
  name: string
  bytes: Uint8Array
  pagesVary?: boolean
}
const cases: Case[] = samples.map(({ folder, name, template, pagesVary }) => ({
  name: `${folder} ${name}`.trim(),
  bytes: template({}),
  pagesVary,
}))
const theirs = process.env['FIELDBOOK_SAMPLES'] ? join(process.env['FIELDBOOK_SAMPLES'], 'templates') : null
if (theirs && existsSync(theirs)) {
  const files = readdirSync(theirs).filter((name) => name.endsWith('.docx'))
  for (const file of files) cases.push({ name: file, bytes: new Uint8Array(readFileSync(join(theirs, file))) })
  console.info(`Real templates: ${files.length} files.`)
} else console.warn('Real templates: not checked, FIELDBOOK_SAMPLES names no folder with templates/ in it. Our own samples only.')

const room = new DrawingRoom()
const drawnLetters = 5
const made = new Map<string, LetterText[]>()

beforeAll(async () => {
  for (const { name, bytes } of cases) {
    room.add(`${name} template`, bytes)
    room.add(`${name} one`, await combined(opened(bytes), 1))
    room.add(`${name} all`, await combined(opened(bytes), drawnLetters))
  }
  if (room.canDraw) await room.draw()
  else console.warn('Pages: not checked, soffice and pdftotext are not both installed here.')
}, 300_000)

afterAll(() => room.close())

describe.each(cases)('$name', ({ name, bytes, pagesVary }) => {
  it.each([1, 2, 5, 31])('%d records: sound, and each letter has its own records only', async (count) => {
    const template = opened(bytes)
    const own = complaints(bytes)
    const document = await combined(template, count)
    // Some files come with faults of their own; they may stay, no others may come.
    expect(complaints(document).filter((each) => !own.includes(each))).toEqual([])
    expect(opened(document).fields).toEqual([])
    const letters = readLetters(document, sectionsOf(bytes))
    inOrder(letters.map((letter) => recordsIn(JSON.stringify(letter))))
    made.set(`${name} ${count}`, letters)
  })

  it('alone as in one document', async () => {
    const template = opened(bytes)
    const all = wordsOf(made.get(`${name} 5`) ?? readLetters(await combined(template, 5), sectionsOf(bytes)))
    expect(wordsOf(await alone(template, 5, sectionsOf(bytes)))).toEqual(all)
  })

  it('gives the validator nothing to say that it does not say of the template', async () => {
    const [one, all] = await Promise.all([room.validate(`${name} one`), room.validate(`${name} all`)])
    const template = one.length + all.length === 0 ? [] : await room.validate(`${name} template`)
    expect(fresh([...one, ...all], template)).toEqual([])
  })

  it('lies on the pages of the template, each letter on pages of its own', (test) => {
    if (!room.canDraw) return test.skip('soffice and pdftotext are not both installed here')
    const one = room.pages(`${name} one`)
    const all = room.pages(`${name} all`)
    const letters = made.get(`${name} ${drawnLetters}`)?.length ?? 0
    if (!pagesVary) expect(one).toHaveLength(room.pages(`${name} template`).length)
    expect(all).toHaveLength(letters * one.length)
    const words = Array.from({ length: letters }, (_, letter) => all.slice(letter * one.length, (letter + 1) * one.length).join('\n'))
    inOrder(words.map(recordsIn))
  })
})

const opened = (bytes: Uint8Array): WordTemplate => {
  const result = openTemplate(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
const records = (template: WordTemplate, count: number) => Array.from({ length: count }, (_, record) => tokensFor(template, record))

async function combined(template: WordTemplate, count: number): Promise<Uint8Array> {
  const result = await mergeCombined(template, records(template, count))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.files[0]?.bytes ?? new Uint8Array()
}

async function alone(template: WordTemplate, count: number, sections: number): Promise<LetterText[]> {
  const result = await mergeSingles(template, records(template, count), { name: (_, letter) => String(letter) })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  const files = Object.entries(unzipSync(result.value.files[0]?.bytes ?? new Uint8Array()))
  return files.sort(([a], [b]) => parseInt(a) - parseInt(b)).flatMap(([, bytes]) => readLetters(bytes, sections))
}

/** Records of a letter come after those of the letter before: none in two letters. */
function inOrder(letters: readonly number[][]): void {
  const ends = letters.map((own) => [Math.min(...own), Math.max(...own)] as const)
  for (const [at, [first]] of ends.entries()) expect(first, `letter ${at + 1}`).toBeGreaterThan(ends[at - 1]?.[1] ?? -1)
}

const wordsOf = (letters: readonly LetterText[]) => letters.map(({ body, around, notes }) => ({ body, around, notes }))
