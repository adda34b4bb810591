// Letters that are only looked at: what was merged stands between signs, and the letter is the same but for them.
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { marked } from '../../src/base/fieldMarks.ts'
import { mergeToBytes, openTemplate, type MergeOptions, type MergeRecord } from '../../src/word/index.ts'
import { samples } from './allSamples.ts'
import { cell, field, makeDocx, page, para, part, simple, table, text } from './makeDocx.ts'
import { readBack } from './readBack.ts'
import { hands } from './writeFields.ts'

const hand = Object.values(hands)[0]!
const fixed = { day: '2026-11-22', time: '10:00' }

async function made(bytes: Uint8Array, records: readonly MergeRecord[], options: MergeOptions): Promise<Uint8Array> {
  const template = openTemplate(bytes)
  if (!template.ok) throw new Error(template.failure.code)
  const { to: _to, ...rest } = options
  const result = await mergeToBytes(template.value, records, rest)
  if (!result.ok) return new Uint8Array()
  return result.value
}

/** Every part as text, without the signs. */
const withoutSigns = (bytes: Uint8Array) =>
  Object.entries(bytes.length > 0 ? unzipSync(bytes) : {}).map(
    ([name, content]) => [name, new TextDecoder('utf-8').decode(content).replace(/[\uE0F0\uE0F1]/g, '')] as const,
  )
const lines = async (body: string, values: MergeRecord) => readBack(await made(makeDocx({ body }), [values], { marks: true })).lines

describe('What was merged', () => {
  it('stands between the signs; words of the document do not', async () => {
    expect(await lines(para(text('Dear ') + field('MERGEFIELD a') + text(',')), { a: 'Ann' })).toEqual(['Dear \uE0F0Ann\uE0F1,'])
  })

  it('stands between them once for each place, over line breaks and from paragraph to paragraph', async () => {
    const said = await lines(para(simple('MERGEFIELD a')) + para(field('MERGEFIELD b')), { a: ['One', 'Two'], b: 'x\ny' })
    expect(said).toEqual(['\uE0F0One\uE0F1', '', '\uE0F0Two\uE0F1', '\uE0F0x\uE0F1\n\uE0F0y\uE0F1'])
  })

  it('leaves no signs where nothing was merged, and no empty line', async () => {
    expect(await lines(para(field('MERGEFIELD a')) + para(text('end') + field('MERGEFIELD a')), {})).toEqual(['end'])
  })

  it('is compared without them', async () => {
    const condition = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> IF </w:instrText></w:r>'
    const rest =
      '<w:r><w:instrText xml:space="preserve"> = "Ann" "yes" "no" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect((await lines(para(condition + field('MERGEFIELD a') + rest), { a: 'Ann' })).join()).toContain('yes')
  })

  it('stands between them in cells and headers, too', async () => {
    const header = { name: 'header1.xml', type: 'header', id: 'rId9', xml: part('hdr', para(field('MERGEFIELD a'))) }
    const section = `<w:headerReference w:type="default" r:id="rId9"/>${page}`
    const bytes = makeDocx({ body: table([cell(para(field('MERGEFIELD a')))]), parts: [header], section })
    const read = readBack(await made(bytes, [{ a: 'x' }], { marks: true }))
    expect(read.lines).toContain('\uE0F0x\uE0F1')
    expect(Object.keys(read.files).some((name) => /header/.test(name) && read.xml(name).includes('\uE0F0x\uE0F1'))).toBe(true)
  })

  it('cannot be feigned by a name that holds such a sign', () => {
    expect(marked('a\uE0F1b')).toBe('\uE0F0ab\uE0F1')
  })
})

describe('But for the signs a letter is the same', () => {
  it.each(samples)('$folder $name', async (sample) => {
    const bytes = sample.template(hand)
    for (const { records, options = {} } of sample.runs) {
      const dated = { date: fixed, ...options }
      const plain = await made(bytes, records, dated)
      expect(withoutSigns(await made(bytes, records, { ...dated, marks: true }))).toEqual(withoutSigns(plain))
      expect(new TextDecoder().decode(plain)).not.toMatch(/[\uE0F0\uE0F1]/)
      expect(await made(bytes, records, { ...dated, marks: false })).toEqual(plain)
    }
  })
})
