// Flat OPC: a Word document as one XML file is read as the package that it is; what is broken in it is told.
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { dot, field, makeFiles, para, part, picture, relation, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

const binary = /\.(png|jpeg|bin)$/
const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n')
const space = 'http://schemas.microsoft.com/office/2006/xmlPackage'

/** As Word saves it: each part with its type, binary ones in base64. */
function flat(files: Record<string, Uint8Array>, { around = '', within = (xml: string) => xml } = {}): Uint8Array {
  const types = strFromU8(files['[Content_Types].xml']!)
  const typeOf = (name: string) =>
    new RegExp(`PartName="/${name}" ContentType="([^"]*)"`).exec(types)?.[1] ??
    (name.endsWith('.rels')
      ? 'application/vnd.openxmlformats-package.relationships+xml'
      : binary.test(name)
        ? 'image/png'
        : 'application/xml')
  const parts = Object.entries(files)
    .filter(([name]) => name !== '[Content_Types].xml')
    .map(([name, bytes]) => {
      const content = binary.test(name)
        ? `<pkg:binaryData>${base64(bytes)}</pkg:binaryData>`
        : `<pkg:xmlData>${within(strFromU8(bytes).replace(/^<\?xml[^>]*\?>\s*/, ''))}</pkg:xmlData>`
      return `<pkg:part pkg:name="/${name}" pkg:contentType="${typeOf(name)}">${content}</pkg:part>`
    })
  return strToU8(
    `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="${space}"${around}>${parts.join('')}</pkg:package>`,
  )
}

const letter = makeFiles({
  body: para(text('Dear ') + field('MERGEFIELD Name') + picture('rIdP', 3)),
  rels: relation('rIdP', 'image', 'media/p.png'),
  files: { 'word/media/p.png': dot },
  parts: [{ id: 'rIdH', name: 'header1.xml', type: 'header', xml: part('hdr', para(text('To {{Name}}'))) }],
  section: '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
})

async function merged(bytes: Uint8Array) {
  const opened = openTemplate(bytes)
  if (!opened.ok) throw new Error(opened.failure.code)
  const done = await mergeToBytes(opened.value, [{ Name: 'Ann' }, { Name: 'Bo & Co' }])
  if (!done.ok) throw new Error(done.failure.code)
  expect(complaints(done.value)).toEqual([])
  return done.value
}

describe('A Word document in one XML file', () => {
  it('is merged as the package that it is', async () => {
    const done = await merged(flat(letter))
    expect(readBack(done).lines.filter((line) => line.startsWith('Dear'))).toEqual(['Dear Ann', 'Dear Bo & Co'])
    expect(unzipSync(done)['word/media/p.png']).toEqual(dot)
  })

  it('may declare the names of its elements round all parts', async () => {
    const word = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const done = await merged(flat(letter, { around: word, within: (xml) => (xml.startsWith('<w:') ? xml.replace(word, '') : xml) }))
    expect(readBack(done).lines).toContain('Dear Ann')
  })

  it('may be in UTF-16', async () => {
    const wide = Buffer.from(`\ufeff${strFromU8(flat(letter))}`, 'utf16le')
    expect(readBack(await merged(new Uint8Array(wide))).lines).toContain('Dear Ann')
  })

  const { 'word/document.xml': _, ...without } = letter
  it.each([
    ['without its text', flat(without), 'PART_MISSING'],
    ['cut short', flat(letter).slice(0, -200), 'XML_BAD'],
    [
      'with a part without content',
      strToU8(strFromU8(flat(letter)).replace(/<pkg:binaryData>[^<]*<\/pkg:binaryData>/, '')),
      'PART_MISSING',
    ],
    ['with a broken picture', strToU8(strFromU8(flat(letter)).replace('<pkg:binaryData>', '<pkg:binaryData>%%')), 'ZIP_BROKEN'],
    ['with a part without a name', strToU8(strFromU8(flat(letter)).replace(/pkg:name="\/word\/document.xml"/, '')), 'XML_BAD'],
    ['of another kind', strToU8(`<?xml version="1.0"?><pkg:package xmlns:pkg="p"/>`), 'NOT_DOCX_OTHER'],
    ['without parts', strToU8(`<?xml version="1.0"?><pkg:package xmlns:pkg="${space}"/>`), 'PART_MISSING'],
  ])('%s is refused', (_what, bytes, code) => {
    expect(openTemplate(bytes)).toMatchObject({ ok: false, failure: { code } })
  })
})
