// Word's strict form: read, merged, and written in its own names, also where letters need parts and pictures of their own.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type MergeRecord } from '../../src/word/index.ts'
import { dot, field, makeFiles, para, part, text } from './makeDocx.ts'
import { readBack } from './readBack.ts'

const usual = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'

/** The same document in the strict form: other names for the same things. */
function asStrict(files: Record<string, Uint8Array>): Uint8Array {
  const renamed = (xml: string) =>
    xml
      .replaceAll(`${usual}wordprocessingml/2006/main`, `${strict}wordprocessingml/main`)
      .replaceAll(`${usual}officeDocument/2006/relationships`, `${strict}officeDocument/relationships`)
      .replaceAll(`${usual}drawingml/2006/`, `${strict}drawingml/`)
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, /\.(xml|rels)$/.test(name) ? strToU8(renamed(strFromU8(bytes))) : bytes]),
    ),
  )
}

const header = { id: 'rIdH', name: 'header1.xml', type: 'header', xml: part('hdr', para(text('To {{Name}}'))) }
const bytes = asStrict(
  makeFiles({
    body: para(text('Dear ') + field('MERGEFIELD Name') + text(' {{image:Logo}}')),
    parts: [header],
    section: '<w:sectPr><w:headerReference w:type="first" r:id="rIdH"/><w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>',
  }),
)
const logo = { picture: { key: 'logo', bytes: dot, type: 'image/png', width: 10, height: 10 } } as const
const records: MergeRecord[] = [
  { Name: 'Ann', Logo: logo },
  { Name: 'Bo', Logo: logo },
]

describe('A document in the strict form', () => {
  it('is read, and that is told', () => {
    const opened = openTemplate(bytes)
    expect(opened.ok && opened.value.findings.map(({ code }) => code)).toEqual(['STRICT'])
    expect(opened.ok && opened.value.fields.map(({ name }) => name).sort()).toEqual(['Logo', 'Name'])
  })

  it('becomes letters in the strict form: relations, headers and pictures are named as its own are', async () => {
    const opened = openTemplate(bytes)
    if (!opened.ok) throw new Error(opened.failure.code)
    const done = await mergeToBytes(opened.value, records)
    if (!done.ok) throw new Error(done.failure.code)
    expect(
      readBack(done.value)
        .lines.filter((line) => line.startsWith('Dear'))
        .map((line) => line.trim()),
    ).toEqual(['Dear Ann', 'Dear Bo'])
    const files = unzipSync(done.value)
    for (const [name, content] of Object.entries(files)) {
      if (!/^word\/.*\.(xml|rels)$/.test(name)) continue
      const xml = strFromU8(content)
      for (const kind of ['officeDocument/2006/relationships', 'wordprocessingml/2006/main', 'drawingml/2006/'])
        expect(xml.includes(`${usual}${kind}`), `${name}: ${kind}`).toBe(false)
    }
    expect(strFromU8(files['word/document.xml']!)).toContain(`${strict}drawingml/picture`)
    expect(Object.keys(files)).toContain('word/media/merged1.png')
  })
})
