// Pictures by field: in their own size, in the place of a picture of the template, in headers, in regions; each file once, nothing where there
// is none, and the document stays whole.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mergeCombined, mergeSingles, mergeToBytes, openTemplate, type MergePicture, type MergeRecord } from '../../src/word/index.ts'
import { dot, field, makeDocx, para, part, picture, relation, simple, table, text } from './makeDocx.ts'
import { complaints } from './readBack.ts'

const image = (key: string, width: number, height: number, type: MergePicture['picture']['type'] = 'image/png'): MergePicture => ({
  picture: { key, bytes: dot, type, width, height },
})
const logo = image('logo', 200, 100)
const photo = image('photo', 100, 100, 'image/jpeg')
const wide = image('wide', 10_000, 100, 'image/gif')

const media = { rels: relation('rIdP', 'image', 'media/p.png'), files: { 'word/media/p.png': dot } }
const named = (words: string, size = 'cx="360000" cy="720000"') =>
  picture('rIdP', 7)
    .replace(/descr="[^"]*"/, '')
    .replace('<wp:docPr ', `<wp:docPr descr="${words}" `)
    .replace(/<wp:extent [^>]*>/, `<wp:extent ${size}/>`)
    .replace(/<a:ext [^>]*>/, `<a:ext ${size}/>`)

async function merged(body: string, records: MergeRecord[], more: object = {}) {
  const opened = openTemplate(makeDocx({ body, ...media, ...more }))
  if (!opened.ok) throw new Error(opened.failure.code)
  const done = await mergeToBytes(opened.value, records)
  if (!done.ok) throw new Error(done.failure.code)
  expect(complaints(done.value)).toEqual([])
  const files = unzipSync(done.value)
  const xml = strFromU8(files['word/document.xml']!)
  return {
    ...{ xml, files, fields: opened.value.fields },
    names: Object.keys(files).filter((name) => /media\/merged/.test(name)),
    sizes: [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map((match) => match.slice(1).map(Number)),
    embeds: [...xml.matchAll(/r:embed="([^"]*)"/g)].map((match) => match[1]),
  }
}

describe('A picture by field', () => {
  it.each([
    ['typed', para(text('Here: {{image:Logo}} it is'))],
    ['typed in German', para(text('Here: {{Bild: Logo}} it is'))],
    ['split over runs', para(text('Here: {{ima') + text('ge:Lo') + text('go}} it is'))],
    ['a merge field', para(text('Here: ') + field('MERGEFIELD Image:Logo') + text(' it is'))],
    ['a simple merge field', para(text('Here: ') + simple('MERGEFIELD Image:Logo') + text(' it is'))],
    ['a merge field with another case', para(field('MERGEFIELD "IMAGE: logo"'))],
  ])('%s stands in the line in its own size', async (_what, body) => {
    const { names, sizes, files, fields } = await merged(body, [{ Logo: logo }])
    expect(names).toEqual(['word/media/merged1.png'])
    expect(sizes).toEqual([[200 * 9525, 100 * 9525]])
    expect(files[names[0]!]).toEqual(dot)
    expect(fields).toMatchObject([{ image: true, count: 1 }])
  })

  it('is made smaller where it would not fit the line', async () => {
    const { sizes } = await merged(para(text('{{image:Wide}}')), [{ Wide: wide }])
    expect(sizes).toEqual([[160 * 36_000, 1.6 * 36_000]])
  })

  it.each([['{{Logo}}'], ['{{image:Logo}}'], ['«Logo»'], [' {{ logo }} ']])(
    'takes the place of a picture that is called %s, within its frame',
    async (words) => {
      const { names, sizes, xml, embeds } = await merged(
        para(`<w:r>${named(words)}</w:r>`.replace(/^<w:r><w:r>/, '<w:r>').replace(/<\/w:r><\/w:r>$/, '</w:r>')),
        [{ Logo: logo }, { Logo: photo }],
      )
      expect(names).toEqual(['word/media/merged1.png', 'word/media/merged2.jpeg'])
      expect(sizes).toEqual([
        [360_000, 180_000],
        [360_000, 360_000],
      ])
      expect(embeds).toEqual(['rIdMergedPicture1', 'rIdMergedPicture2'])
      expect(xml).not.toContain('{{')
    },
  )

  it('leaves other pictures of the template as they are', async () => {
    const { embeds, names } = await merged(para(named('Our house')), [{ Logo: logo }])
    expect([embeds, names]).toEqual([['rIdP'], []])
  })

  it('is nothing where there is none, and a line of it is left out', async () => {
    const body = para(text('{{image:Logo}}')) + para(named('{{Logo}}')) + para(field('MERGEFIELD Image:Logo')) + para(text('End'))
    for (const value of ['', 'words', 5, { day: '2026-01-01' }, { picture: 5 }] as never[]) {
      const { xml, names, embeds } = await merged(body, [{ Logo: value }])
      expect([names, embeds]).toEqual([[], []])
      expect(xml).not.toMatch(/<w:drawing|words/)
    }
  })

  it('is in words nothing', async () => {
    const { xml } = await merged(para(text('a{{Logo}}b')), [{ Logo: logo }])
    expect(xml.replace(/<[^>]*>/g, '').trim()).toBe('ab')
  })

  it('stands in a document once, however many letters show it', async () => {
    const { names, embeds } = await merged(para(text('{{image:Logo}} {{image:Photo}}')), [
      { Logo: logo, Photo: photo },
      { Logo: image('logo', 200, 100), Photo: logo },
    ])
    expect(names).toHaveLength(2)
    expect(embeds).toEqual(['rIdMergedPicture1', 'rIdMergedPicture2', 'rIdMergedPicture1', 'rIdMergedPicture1'])
  })

  it('is each entry’s own in a region', async () => {
    const people = { list: [{ Photo: photo }, { Photo: '' }, { Photo: logo }] }
    const { embeds, fields } = await merged(table([para(text('{{#People}}{{image:Photo}}')), para(text('x{{/People}}'))]), [
      { People: people },
    ])
    expect(embeds).toEqual(['rIdMergedPicture1', 'rIdMergedPicture2'])
    expect(fields).toMatchObject([{ name: 'People' }, { name: 'Photo', list: 'People', image: true }])
  })

  it('is decided by a condition', async () => {
    const body = para(
      field('IF a = a "', '').replace(
        '</w:instrText></w:r>',
        `</w:instrText></w:r>${field('MERGEFIELD Image:Logo')}<w:r><w:instrText>"</w:instrText></w:r>`,
      ),
    )
    expect((await merged(body, [{ Logo: logo }])).embeds).toEqual(['rIdMergedPicture1'])
  })

  const header = (inner: string, rels = '') => ({
    parts: [{ id: 'rIdH', name: 'header1.xml', type: 'header', xml: part('hdr', para(inner)), ...(rels && { rels }) }],
    section: '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
  })

  it('stands in a header, with relations of the header’s own', async () => {
    const { files, names } = await merged(
      para(text('{{Name}}')),
      [{ Logo: logo, Name: 'A' }, { Logo: photo }, { Logo: logo }],
      header(text('{{image:Logo}}')),
    )
    expect(names).toHaveLength(2)
    const rels = Object.keys(files).filter((name) => /_rels\/header1.*rels$/.test(name))
    expect(rels).toHaveLength(2)
    for (const name of rels) expect(strFromU8(files[name]!).match(/rIdMergedPicture\d/g)).toHaveLength(1)
    expect(strFromU8(files['word/_rels/document.xml.rels']!)).not.toContain('rIdMergedPicture')
  })

  it('stands in a header beside the pictures that stand there already', async () => {
    const own = relation('rIdP', 'image', 'media/p.png')
    const { files } = await merged(
      para(text('x')),
      [{ Logo: logo }, { Logo: '' }],
      header(named('Our house') + text('{{image:Logo}}'), own),
    )
    expect(strFromU8(files['word/_rels/header1.xml.rels']!)).toMatch(/rIdP".*rIdMergedPicture1"/s)
    const second = Object.keys(files).find((name) => /_rels\/header1_.*rels$/.test(name))
    expect(strFromU8(files[second!]!)).not.toContain('rIdMergedPicture')
  })

  it('is in each file that has it, when letters are files of their own or stand in several', async () => {
    const opened = openTemplate(makeDocx({ body: para(text('{{image:Logo}}')) }))
    if (!opened.ok) throw new Error(opened.failure.code)
    const records = [{ Logo: logo }, { Logo: '' }, { Logo: photo }, { Logo: logo }]
    const zip = await mergeSingles(opened.value, records)
    if (!zip.ok) throw new Error(zip.failure.code)
    const letters = Object.values(unzipSync(zip.value.files[0]!.bytes!)).map((bytes) => bytes)
    const filesOf = (bytes: Uint8Array) => Object.keys(unzipSync(bytes)).filter((name) => name.includes('media/'))
    expect(letters.map(filesOf)).toEqual([['word/media/merged1.png'], [], ['word/media/merged1.jpeg'], ['word/media/merged1.png']])
    for (const letter of letters) expect(complaints(letter)).toEqual([])
    const parts = await mergeCombined(opened.value, records, { lettersPerFile: 2 })
    if (!parts.ok) throw new Error(parts.failure.code)
    expect(parts.value.files.map(({ bytes }) => filesOf(bytes!))).toEqual([
      ['word/media/merged1.png'],
      ['word/media/merged1.jpeg', 'word/media/merged2.png'],
    ])
  })
})
