// A ZIP of letters: names that every system takes, progress that is told, a stop that is heard.
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  mergeCombined,
  mergeSingles,
  newLetterZip,
  openTemplate,
  toldFileNames,
  uniqueFileNames,
  type MergeOptions,
  type MergeRecord,
} from '../../src/word/index.ts'
import { makeDocx, para, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

function opened(words: string) {
  const result = openTemplate(makeDocx({ body: para(text(words)) }))
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const letter = opened('Dear {{a}}')
const card = opened('Card for {{a}}')
const lettersOf = (count: number): MergeRecord[] => Array.from({ length: count }, (_, at) => ({ a: `${at}` }))

describe('File names', () => {
  it.each([
    ['get their ending', ['Huber Landtechnik - Anna Maier'], ['Huber Landtechnik - Anna Maier.docx']],
    ['do not get it twice', ['a.docx', 'b.DOCX'], ['a.docx', 'b.docx']],
    ['differ', ['a', 'a', 'a'], ['a.docx', 'a (2).docx', 'a (3).docx']],
    ['differ where capitals do not', ['Maier', 'MAIER', 'maier'], ['Maier.docx', 'MAIER (2).docx', 'maier (3).docx']],
    ['differ after cleaning', ['a/b', 'a:b', 'a?b'], ['a b.docx', 'a b (2).docx', 'a b (3).docx']],
    ['do not meet a name that was there', ['a', 'a (2)', 'a'], ['a.docx', 'a (2).docx', 'a (3).docx']],
    ['lose what Windows forbids', ['<a>|"b"*\u0000\n c.'], ['a b c.docx']],
    ['lose marks that disguise the ending', ['a\u202excod.exe'], ['a xcod.exe.docx']],
    ['lead nowhere else', ['../../etc', '\\\\server\\x'], ['etc.docx', 'server x.docx']],
    ['are not names of devices', ['CON', 'lpt1.txt', 'COM¹', 'Conrad'], ['_CON.docx', '_lpt1.txt.docx', '_COM¹.docx', 'Conrad.docx']],
    ['are never empty', ['', ' . ', '???'], ['letter.docx', 'letter (2).docx', 'letter (3).docx']],
    ['keep letters of all countries', ['Ærø Østergård', '東京', '😀'], ['Ærø Østergård.docx', '東京.docx', '😀.docx']],
    ['are one, however accents are written', ['é', 'e\u0301'], ['é.docx', 'é (2).docx']],
  ])('%s', (_, names, files) => {
    expect(uniqueFileNames(names, '.docx')).toEqual(files)
  })

  it('say what was done to them', () => {
    const wished = ['Anna', 'anna', 'A/S Vejle', 'CON', ' ', 'x'.repeat(200)]
    expect(toldFileNames(wished, '.docx').map(({ told }) => told)).toEqual([
      [],
      ['equal'],
      ['forbidden'],
      ['reserved'],
      ['blank'],
      ['tooLong'],
    ])
  })

  it('are not too long, and emoji are not cut in half', () => {
    const [name] = uniqueFileNames(['😀'.repeat(300)], '.docx')
    expect(name).toBe(`${'😀'.repeat(120)}.docx`)
  })
})

describe('The ZIP', () => {
  it('holds one document per letter, from any templates, under the names it tells', async () => {
    const zip = newLetterZip()
    await zip.add(letter, [{ a: 'Anna' }], { name: () => 'Größe' })
    await zip.add(card, [{ a: 'Bea' }], { name: () => 'größe' })
    const result = await zip.end()
    const file = result.ok ? result.value.files[0] : undefined
    if (!file?.bytes) throw new Error('no file')
    const files = unzipSync(file.bytes)
    expect(Object.keys(files)).toEqual(file.names)
    expect(file.names).toEqual(['Größe.docx', 'größe (2).docx'])
    expect(Object.values(files).map((bytes) => readBack(bytes).lines)).toEqual([['Dear Anna'], ['Card for Bea']])
    expect(Object.values(files).flatMap(complaints)).toEqual([])
    expect(new DataView(file.bytes.buffer).getUint16(6, true) & 0x0800).toBe(0x0800)
  })
})

describe.each([
  ['All in one', (count: number, options: MergeOptions) => mergeCombined(letter, lettersOf(count), options)],
  ['The ZIP', (count: number, options: MergeOptions) => mergeSingles(letter, lettersOf(count), options)],
])('%s', (_, merge) => {
  it('refuses when there are no letters', async () => {
    expect(await merge(0, {})).toEqual({ ok: false, failure: { code: 'NO_LETTERS' } })
  })

  it('tells how far it is, and that it is done', async () => {
    const told: [number, number][] = []
    await merge(300, { onProgress: (letters, records) => told.push([letters, records]) })
    expect(told.at(-1)).toEqual([300, 300])
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b))
  })

  it('stops when asked to', async () => {
    const stopping = new AbortController()
    setTimeout(() => stopping.abort(), 20)
    const result = await merge(400_000, { signal: stopping.signal })
    expect(result).toEqual({ ok: false, failure: { code: 'STOPPED' } })
  })
})
