// What a region repeats is a sound document whatever stands in it, alone and with others; marks are read as people write them.
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type MergeRecord } from '../../src/word/index.ts'
import { dot, makeDocx, para, picture, relation, table, text, type DocxSource } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'
import { lines } from './writeFields.ts'

const list = (count: number) => ({ list: Array.from({ length: count }, (_, at) => ({ Item: `i${at}` })) })
const records: MergeRecord[] = [3, 0, 1, 2].map((count) => ({ Name: `n${count}`, Items: list(count) }))

async function merged(source: DocxSource, people = records) {
  const opening = openTemplate(makeDocx(source))
  if (!opening.ok) throw new Error(JSON.stringify(opening.failure))
  const made = await mergeToBytes(opening.value, people)
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return { doc: readBack(made.value), troubles: complaints(made.value), opening: opening.value }
}

const control = (inner: string) => `<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
const marked = (inner: string) => `<w:bookmarkStart w:id="3" w:name="here"/>${inner}<w:bookmarkEnd w:id="3"/>`
const region = (inner: string) => para(text('{{#each Items}}')) + inner + para(text('{{/each}}'))
const item = para(marked(picture('rIdP', 4) + text('{{Item}}')))
const end = para(text('end'))

describe('A sound document', () => {
  it.each([
    ['a picture and a bookmark', region(item) + end],
    ['a control', region(control(item)) + end],
    ['a table', region(table([item, para(text('x'))])) + end],
    ['a table in a cell', table([region(table([item, para('')])), para('')]) + end],
    ['a region in a cell alone', table([region(item), para('')]) + end],
    ['a row', table([para(marked(text('{{#each Items}}{{Item}}'))), para(picture('rIdP', 5) + text('{{/each}}'))]) + end],
    ['at the letter’s end', end + region(item)],
    [
      'a bookmark from one mark to the other',
      para(`<w:bookmarkStart w:id="3" w:name="a"/>${text('{{#each Items}}')}`) +
        item.replace(/<w:bookmark[^>]*>/g, '') +
        para(`${text('{{/each}}')}<w:bookmarkEnd w:id="3"/>`) +
        end,
    ],
    ['formats in a line', para(text('{{#each Items}}', '<w:b/>') + text('{{Item}}', '<w:i/>') + text(' {{/each}}', '<w:u/>')) + end],
  ])('%s', async (_, body) => {
    const rels = relation('rIdP', 'image', 'media/p.png')
    const { troubles, opening } = await merged({ body, rels, files: { 'word/media/p.png': dot } })
    expect(opening.findings).toEqual([])
    expect(troubles).toEqual([])
  })
})

describe('Marks', () => {
  it.each([
    ['{{#each Items}}{{Item}}{{/each}}'],
    ['{{# each  Items }}{{Item}}{{/ each }}'],
    ['{{#Items}}{{Item}}{{/Items}}'],
    ['{{#items}}{{Item}}{{/}}'],
    ['«TableStart:Items»{{Item}}«TableEnd:Items»'],
    ['{{RangeStart:Items}}{{Items.Item}}{{RangeEnd:Items}}'],
    ['{{BlockStart: Items}}«Item»{{BlockEnd: Items}}'],
  ])('%s', async (words) => {
    const { doc, troubles, opening } = await merged({ body: para(text(words)) }, records.slice(0, 1))
    expect([doc.lines, troubles, opening.findings]).toEqual([['i0i1i2'], [], []])
  })

  it('are found over runs, and the words between keep their format', async () => {
    const body = para(text('{{#ea', '<w:b/>') + text('ch Items}}') + text('{{Item}}', '<w:i/>') + text('{{/ea') + text('ch}}'))
    const { doc } = await merged({ body }, records.slice(0, 1))
    expect(doc.lines).toEqual(['i0i1i2'])
    expect(doc.xml('word/document.xml').match(/<w:i\/><\/w:rPr><w:t xml:space="preserve">i\d/g)).toHaveLength(3)
  })

  it.each([['{{#if Items}}x{{/if}}'], ['{{#}}x'], ['{{ # }}']])('%s is none', async (words) => {
    expect((await merged({ body: para(text(words)) }, records.slice(0, 1))).doc.lines).toEqual([words])
  })

  it.each([
    ['an end without a beginning', '{{Name}}{{/each}}'],
    ['the end of another list', '{{#each Items}}{{Name}}{{/Others}}'],
  ])('%s is told', async (_, words) => {
    const { opening, troubles } = await merged({ body: para(text(words)) })
    expect(opening.findings.map(({ code }) => code)).toContain('REGION_BROKEN')
    expect(troubles).toEqual([])
  })

  it('around half a field are told', async () => {
    const body = para(text('{{#each Items}}')) + lines('a {IF 1 = 1 "b¶c{{/each}}" "d"¦old}') + end
    expect((await merged({ body })).opening.findings.map(({ code }) => code)).toContain('REGION_BROKEN')
  })

  it('around a section’s end are told', async () => {
    const body = region(para(text('{{Item}}'), '<w:sectPr/>')) + end
    const { opening, troubles } = await merged({ body })
    expect([opening.findings.map(({ code }) => code), troubles]).toEqual([['REGION_BROKEN'], []])
  })
})

it('A field tells the list whose entries it speaks of', async () => {
  const { opening } = await merged({ body: para(text('{{Name}} {{#each Items}}{{Item}} {{Name}}{{/each}}')) })
  expect(opening.fields.map(({ name, list: of }) => [name, of])).toEqual([
    ['Items', undefined],
    ['Name', undefined],
    ['Item', 'Items'],
    ['Name', 'Items'],
  ])
})
