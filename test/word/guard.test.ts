// Files that are not Word documents, or not safe to open: each its own answer.
import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTemplate } from '../../src/word/index.ts'
import { makeDocx, makeFiles, para, text } from './makeDocx.ts'

const wide = (words: string) => [...words].flatMap((letter) => [letter.charCodeAt(0), 0])
const ole = (stream: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array<number>(600).fill(0),
    ...wide(stream),
    ...Array<number>(64).fill(0),
  ])
const good = makeDocx({ body: para(text('Hello {{Name}}')) })
const files = makeFiles({ body: para(text('Hello')) })
const withFile = (name: string, content: string) => zipSync({ ...files, [name]: strToU8(content) })
const changed = (name: string, change: (xml: string) => string) => withFile(name, change(new TextDecoder().decode(files[name])))
const without = (name: string) => zipSync(Object.fromEntries(Object.entries(files).filter(([known]) => known !== name)))

/** Changes bytes of the first central directory entry. */
function directory(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) return (change(view, at), copy)
  throw new Error('no directory')
}

const many: Zippable = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`x${i}`, new Uint8Array()]))
const bomb = zipSync({ ...files, 'word/big.xml': [new Uint8Array(20_000_000), { level: 9 }] })

const refusals: [string, Uint8Array, string][] = [
  ['an empty file', new Uint8Array(), 'NOT_DOCX_EMPTY'],
  ['an old .doc', ole('WordDocument'), 'NOT_DOCX_DOC'],
  ['a document locked with a password', ole('EncryptedPackage'), 'NOT_DOCX_PASSWORD'],
  ['another old container', ole('Workbook'), 'NOT_DOCX_OTHER'],
  ['rtf', strToU8('{\\rtf1 Hello}'), 'NOT_DOCX_OTHER'],
  ['pdf', strToU8('%PDF-1.7'), 'NOT_DOCX_OTHER'],
  ['flat XML', strToU8('<?xml version="1.0"?><pkg:package/>'), 'NOT_DOCX_OTHER'],
  ['one byte', Uint8Array.of(0x50), 'NOT_DOCX_OTHER'],
  ['a ZIP of something else', zipSync({ 'a.txt': strToU8('a') }), 'NOT_DOCX_OTHER'],
  [
    'a spreadsheet',
    changed('[Content_Types].xml', (xml) => xml.replaceAll('wordprocessingml.document', 'spreadsheetml.sheet')),
    'NOT_DOCX_OTHER',
  ],
  ['a ZIP cut off at the end', good.slice(0, -30), 'ZIP_BROKEN'],
  ['a ZIP cut off in the middle', good.slice(0, good.length >> 1), 'ZIP_BROKEN'],
  ['a damaged entry', directory(good, (view, at) => view.setUint32(at + 16, 1, true)), 'ZIP_BROKEN'],
  ['an entry that unpacks to more than it says', directory(good, (view, at) => view.setUint32(at + 24, 10, true)), 'ZIP_BROKEN'],
  ['an encrypted entry', directory(good, (view, at) => view.setUint16(at + 8, 1, true)), 'ZIP_BROKEN'],
  ['a name twice', zipSync({ ...files, 'WORD/document.xml': strToU8('x') }), 'ZIP_BROKEN'],
  ['too many entries', zipSync(many), 'ZIP_LIMIT'],
  ['a ZIP bomb', bomb, 'ZIP_LIMIT'],
  ['a name that leads outside', withFile('../evil.xml', 'x'), 'ZIP_LIMIT'],
  ['a name from the root', withFile('/etc/x', 'x'), 'ZIP_LIMIT'],
  ['overlapping entries', overlapping(good), 'ZIP_LIMIT'],
  ['a DOCTYPE', changed('word/document.xml', (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')), 'XML_DTD'],
  ['XML that is not well-formed', changed('word/document.xml', (xml) => xml.replace('</w:p>', '')), 'XML_BAD'],
  ['an unknown entity', changed('word/document.xml', (xml) => xml.replace('Hello', '&boom;')), 'XML_BAD'],
  ['a missing main part', without('word/document.xml'), 'PART_MISSING'],
  ['missing relations', without('_rels/.rels'), 'PART_MISSING'],
  ['a document without a body', changed('word/document.xml', (xml) => xml.replaceAll('w:body', 'w:bodi')), 'PART_MISSING'],
]

/** The second entry pretends to lie where the first does. */
function overlapping(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const heads = Array.from({ length: copy.length - 4 }, (_, at) => at).filter((at) => view.getUint32(at, true) === 0x02014b50)
  const [first, second] = heads as [number, number]
  for (const field of [16, 20, 24, 42]) view.setUint32(second + field, view.getUint32(first + field, true), true)
  return copy
}

describe('Refused', () => {
  it.each(refusals)('%s', (_, bytes, code) => {
    const result = openTemplate(bytes)
    expect(result.ok ? 'opened' : result.failure.code).toBe(code)
    if (!result.ok) expect(structuredClone(result.failure)).toEqual(result.failure)
  })

  it('says which part is not well-formed, and where', () => {
    const result = openTemplate(changed('word/document.xml', (xml) => xml.replace('</w:p>', '')))
    expect(result).toMatchObject({ ok: false, failure: { part: 'word/document.xml', line: 2, where: 'Hello' } })
  })

  it('does not depend on the name of the main part', () => {
    const moved = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name.replace('document.xml', 'letter.xml'),
        strToU8(new TextDecoder().decode(bytes).replaceAll('document.xml', 'letter.xml').replace('Hello', '{{Name}}')),
      ]),
    )
    expect(openTemplate(zipSync(moved))).toMatchObject({
      ok: true,
      value: { fields: [{ name: 'Name', count: 1, part: 'word/letter.xml' }] },
    })
  })
})
