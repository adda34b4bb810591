// Notes of each letter count from one, whatever the template's sections say of them.
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { makeDocx, page, para, part, text, type DocxSource } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

const notes = (kind: 'footnote' | 'endnote') =>
  part(
    `${kind}s`,
    ['1', '2'].map((id) => `<w:${kind} w:id="${id}">${para(`<w:r><w:${kind}Ref/></w:r>` + text(`note ${id}`))}</w:${kind}>`).join(''),
  )
const reference = (kind: 'footnote' | 'endnote', id: number) => para(text('word') + `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`)
const sect = (inner: string) => `<w:sectPr>${inner}${page}</w:sectPr>`
const restart = '<w:numRestart w:val="eachSect"/>'

async function merged(source: Omit<DocxSource, 'parts'>, kind: 'footnote' | 'endnote' = 'footnote', settings = '') {
  const parts = [{ name: `${kind}s.xml`, type: `${kind}s`, id: 'rIdN', xml: notes(kind) }]
  const setting = { name: 'settings.xml', type: 'settings', id: 'rIdS', xml: part('settings', settings) }
  const opening = openTemplate(makeDocx({ ...source, parts: settings ? [...parts, setting] : parts }))
  if (!opening.ok) throw new Error(opening.failure.code)
  const made = await mergeToBytes(opening.value, [{}, {}])
  if (!made.ok) throw new Error(made.failure.code)
  expect(complaints(made.value)).toEqual([])
  const doc = readBack(made.value)
  const sections = doc.xml('word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? []
  return { sections: sections.map((each) => each.replace(/<w:(pgSz|pgMar|pgNumType)[^>]*>|<\/?w:sectPr>/g, '')), doc }
}

describe('Footnotes count from one in each letter', () => {
  const body = reference('footnote', 1) + reference('footnote', 2)
  it.each([
    ['says nothing of them', '', '', `<w:footnotePr>${restart}</w:footnotePr>`],
    ['says their numbers, as LibreOffice does', '<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>', undefined, undefined],
    ['says nothing in an element', '<w:footnotePr/>', undefined, `<w:footnotePr>${restart}</w:footnotePr>`],
    ['begins with each page', '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>', undefined, null],
  ])('where the section %s', async (_, own, first = own, later) => {
    const { sections } = await merged({ body, section: sect(own) })
    const wanted = later === null ? own : (later ?? own.replace('</w:footnotePr>', `${restart}</w:footnotePr>`))
    expect(sections).toEqual([first, wanted])
  })

  it('where the letter has several sections: in the first', async () => {
    const several = reference('footnote', 1) + `<w:p><w:pPr>${sect('')}</w:pPr></w:p>` + reference('footnote', 2)
    const { sections } = await merged({ body: several, section: sect('') })
    expect(sections).toEqual(['', '', `<w:footnotePr>${restart}</w:footnotePr>`, ''])
  })
})

describe('Endnotes stand and count at the end of each letter', () => {
  const body = reference('endnote', 1) + reference('endnote', 2)
  it.each([
    ['<w:zoom w:percent="100"/><w:compat/>', '<w:zoom w:percent="100"/><w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr><w:compat/>'],
    ['<w:zoom w:percent="100"/>', '<w:zoom w:percent="100"/><w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>'],
    ['<w:endnotePr/><w:compat/>', '<w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr><w:compat/>'],
    ['<w:endnotePr><w:endnote w:id="0"/></w:endnotePr>', '<w:endnotePr><w:pos w:val="sectEnd"/><w:endnote w:id="0"/></w:endnotePr>'],
  ])('with the settings %s', async (settings, after) => {
    const { sections, doc } = await merged({ body, section: sect('') }, 'endnote', settings)
    expect(sections).toEqual(['', `<w:endnotePr>${restart}</w:endnotePr>`])
    expect(doc.xml('word/settings.xml')).toContain(`>${after}</w:settings>`)
  })
})
