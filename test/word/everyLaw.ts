// What must hold for every template: 1, 2, 5 and 31 records of values that are found again, in one document, in parts and alone; read
// again, given to the Open XML validator and laid out by LibreOffice.
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeCombined, mergeSingles, openTemplate, type WordTemplate } from '../../src/word/index.ts'
import { complaints, readBack } from './readBack.ts'
import { readLetters, sectionsOf, type LetterText } from './readLetters.ts'
import { DrawingRoom, fresh } from './rendering.ts'
import { recordsIn, tokensFor } from './tokens.ts'

export interface Case {
  name: string
  bytes: Uint8Array
  /** Its letters need not have the template's own number of pages. */
  pagesVary?: boolean
}

const drawnLetters = 5

/** The laws of these templates; the dear ones (validator, pages, few and many records) of some of them only. */
export function laws(cases: readonly Case[], dear: readonly Case[] = cases): void {
  const room = new DrawingRoom()
  const made = new Map<string, LetterText[]>()

  beforeAll(async () => {
    for (const { name, bytes } of dear) await prepare(room, name, bytes)
    if (room.canDraw) await room.draw()
    else console.warn('Pages: not checked, soffice and pdftotext are not both installed here.')
  }, 300_000)

  afterAll(() => room.close())

  describe.each(cases)('$name', ({ name, bytes }) => {
    it.each(dear.some((each) => each.name === name) ? [1, 2, 5, 31] : [5])(
      '%d records: sound, and each letter has its own records only',
      async (count) => {
        const template = opened(bytes)
        const own = complaints(bytes)
        const document = await combined(template, count)
        // Some files come with faults of their own; they may stay, no others may come.
        expect(complaints(document).filter((each) => !own.includes(each))).toEqual([])
        expect(opened(document).fields).toEqual([])
        const letters = readLetters(document, sectionsOf(bytes))
        inOrder(letters.map((letter) => recordsIn(JSON.stringify(letter))))
        made.set(`${name} ${count}`, letters)
      },
    )

    it('alone and in parts as in one document', async () => {
      const template = opened(bytes)
      const all = wordsOf(made.get(`${name} 5`) ?? readLetters(await combined(template, 5), sectionsOf(bytes)))
      expect(wordsOf(await alone(template, 5, sectionsOf(bytes)))).toEqual(all)
      const parts = await mergeCombined(template, records(template, 5), { lettersPerFile: 2 })
      if (!parts.ok) throw new Error(parts.failure.code)
      expect(parts.value.files.map((file) => file.letters)).toEqual(chunks(all.length, 2))
      expect(wordsOf(parts.value.files.flatMap((file) => readLetters(file.bytes ?? new Uint8Array(), sectionsOf(bytes))))).toEqual(all)
    })
  })

  describe.each(dear)('$name', ({ name, bytes, pagesVary }) => {
    it('gives the validator nothing to say that it does not say of the template', async () => {
      const [one, all] = await Promise.all([room.validate(`${name} one`), room.validate(`${name} all`)])
      const template = one.length + all.length === 0 ? [] : await room.validate(`${name} template`)
      expect(fresh([...one, ...all], template)).toEqual([])
    })

    it('lies on the pages of the template, each letter on pages of its own', (test) => {
      if (!room.canDraw) return test.skip('soffice and pdftotext are not both installed here')
      if (hasEndnotes(bytes)) return test.skip('LibreOffice sets all endnotes behind the last letter')
      const one = room.pages(`${name} one`)
      const all = room.pages(`${name} all`)
      const letters = made.get(`${name} ${drawnLetters}`)?.length ?? 0
      if (!pagesVary) expect(one).toHaveLength(room.pages(`${name} template`).length)
      expect(all).toHaveLength(letters * one.length)
      const words = Array.from({ length: letters }, (_, letter) => all.slice(letter * one.length, (letter + 1) * one.length).join('\n'))
      inOrder(words.map(recordsIn))
    })
  })
}

const hasEndnotes = (bytes: Uint8Array) => readBack(bytes).xml('word/document.xml').includes('endnoteReference')

/** A template that cannot be merged fails in its own tests, not in those of all others. */
async function prepare(room: DrawingRoom, name: string, bytes: Uint8Array): Promise<void> {
  try {
    room.add(`${name} template`, bytes)
    room.add(`${name} one`, await combined(opened(bytes), 1))
    room.add(`${name} all`, await combined(opened(bytes), drawnLetters))
  } catch (error) {
    console.warn(`${name}: ${String(error)}`)
  }
}

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
const chunks = (all: number, size: number) => Array.from({ length: Math.ceil(all / size) }, (_, at) => Math.min(size, all - at * size))
