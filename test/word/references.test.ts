// What points to a bookmark follows it into each letter; words that only look like its name stay.
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { char, code, makeDocx, para, simple, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'
import { lines } from './writeFields.ts'

const marked = (name: string) => para(`<w:bookmarkStart w:id="1" w:name="${name}"/>${text('Top')}<w:bookmarkEnd w:id="1"/>`)

/** The instructions that stand in the second letter of a template with a bookmark. */
async function second(body: string, name = 'contact', record = {}): Promise<string[]> {
  const opening = openTemplate(makeDocx({ body: marked(name) + body }))
  if (!opening.ok) throw new Error(opening.failure.code)
  const made = await mergeToBytes(opening.value, [record, record])
  if (!made.ok) throw new Error(made.failure.code)
  expect(complaints(made.value)).toEqual([])
  const found: string[] = []
  for (const node of readBack(made.value).nodes('word/document.xml')) {
    if (node.name === 'w:bookmarkStart') found.length = 0
    if (node.name === 'w:instrText') found.push(node.text)
    if (node.name === 'w:fldSimple') found.push(node.attrs['w:instr'] ?? '')
  }
  return found
}

describe('In the second letter', () => {
  it.each([
    ' HYPERLINK "https://firm.example/contact" ',
    ' HYPERLINK https://firm.example/contact ',
    ' HYPERLINK "https://firm.example/contact" \\l "contact form" \\o "contact" ',
    ' SEQ contact ',
    ' STYLEREF contact ',
    ' STYLEREF "contact" ',
    ' INCLUDEPICTURE "contact.png" ',
    ' TC "contact" ',
    ' IF { PAGE } = 1 "contact" "no contact" ',
  ])('a word stays that only looks like a bookmark: {%s}', async (words) => {
    const said = words.replace('{ PAGE }', '')
    expect((await second(lines(`{${words}¦old}`))).filter((each) => each !== ' PAGE ').join('')).toBe(said)
  })

  it.each([
    [' REF contact \\h ', ' REF contact_2 \\h '],
    [' REF "contact" ', ' REF "contact_2" '],
    [' PAGEREF Contact ', ' PAGEREF contact_2 '],
    [' contact ', ' contact_2 '],
    [' HYPERLINK \\l "contact" ', ' HYPERLINK \\l "contact_2" '],
    [' HYPERLINK "https://firm.example/contact" \\l contact ', ' HYPERLINK "https://firm.example/contact" \\l contact_2 '],
    [' TOC \\o "1-3" \\b contact ', ' TOC \\o "1-3" \\b contact_2 '],
    [' SEQ contact contact ', ' SEQ contact contact_2 '],
    [' = SUM(contact)*2 \\# "contact" ', ' = SUM(contact_2)*2 \\# "contact" '],
  ])('the bookmark is the own one of this letter: {%s}', async (before, after) => {
    expect((await second(lines(`{${before}¦old}`))).join('')).toBe(after)
    expect(await second(para(simple(before.trim().replaceAll('"', '&quot;'), 'old')))).toEqual([after])
  })

  it('an operand of a condition is one that only the page decides', async () => {
    expect((await second(lines('{ IF contact > { PAGE } "contact" ""¦old}'))).join('')).toBe(' IF contact_2 >  PAGE  "contact" ""')
  })

  it('a name is followed that is cut into runs', async () => {
    const cut = para(char('begin') + code(' REF con') + code('tact \\h ') + char('separate') + text('Top') + char('end'))
    expect((await second(cut)).join('')).toBe(' REF contact_2 \\h ')
  })

  it('a long name is the same wherever it is written', async () => {
    const long = 'a_bookmark_whose_name_is_rather_long_as_such'
    const [first] = await second(lines(`{ REF ${long.toUpperCase()} ¦old}`), long)
    expect(first).toMatch(/^ REF \w{1,40} $/)
    expect(await second(lines(`{ REF ${long} ¦old}`), long)).toEqual([first])
  })
})
