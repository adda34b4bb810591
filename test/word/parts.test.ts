// Many letters in documents of so many each, and in ZIPs larger than a ZIP could be at first. A part is a document like any other.
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mergeCombined, mergeSingles, mergeToBytes, newLetterZip, openTemplate, type MergeRecord, type Sink } from '../../src/word/index.ts'
import { localHeader, pack, ZipDirectory } from '../../src/word/zip/zipWrite.ts'
import { char, code, dot, field, makeDocx, page, para, part, picture, relation, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>'
const numbering = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
const footnotes =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
  `<w:footnote w:id="2">${para('<w:r><w:footnoteRef/></w:r>' + field('MERGEFIELD Sender'))}</w:footnote>`
const headerRels = relation('rId1', 'image', 'media/logo.png')

/** A letter with everything that is numbered: header, footnote, list, bookmark, picture. */
const richDocx = (around: [string, string]) =>
  makeDocx({
    body:
      para(around[0] + text('Dear ') + field('MERGEFIELD Name') + around[1]) +
      para(text('first'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      para(picture('rIdPicture', 1) + text('A claim') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    section: `<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>${page}</w:sectPr>`,
    parts: [
      {
        name: 'header1.xml',
        type: 'header',
        id: 'rIdH',
        xml: part('hdr', para(picture('rId1', 1) + field('MERGEFIELD Sender'))),
        rels: headerRels,
      },
      { name: 'footnotes.xml', type: 'footnotes', id: 'rIdN', xml: part('footnotes', footnotes) },
      { name: 'numbering.xml', type: 'numbering', id: 'rIdL', xml: part('numbering', numbering) },
    ],
    rels: relation('rIdPicture', 'image', 'media/logo.png'),
    files: { 'word/media/logo.png': dot },
  })

function opened(bytes: Uint8Array) {
  const result = openTemplate(bytes)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const rich = opened(richDocx(['<w:bookmarkStart w:id="0" w:name="top"/>', '<w:bookmarkEnd w:id="0"/>']))
const unmarked = opened(richDocx(['', '']))
const people = (count: number, senders: number): MergeRecord[] =>
  Array.from({ length: count }, (_, at) => ({ Name: `person ${at}`, Sender: `sender ${at % senders}` }))

async function bytesOf(template: typeof rich, records: readonly MergeRecord[]) {
  const result = await mergeToBytes(template, records)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const headersOf = (bytes: Uint8Array) => Object.keys(unzipSync(bytes)).filter((name) => /^word\/header[^/]*$/.test(name))

describe('Parts of so many letters', () => {
  it.each([
    [7, 3, [3, 3, 1]],
    [6, 3, [3, 3]],
    [2, 5, [2]],
    [3, 1, [1, 1, 1]],
    [3, 0, [1, 1, 1]],
  ])('%i letters, %i in each', async (count, lettersPerFile, sizes) => {
    const records = people(count, 2)
    const result = await mergeCombined(rich, records, { lettersPerFile })
    if (!result.ok) throw new Error(result.failure.code)
    expect(result.value.files.map(({ letters }) => letters)).toEqual(sizes)
    expect(result.value.letters).toBe(count)
    let at = 0
    for (const file of result.value.files) {
      const alone = await bytesOf(rich, records.slice(at, at + file.letters))
      expect(Buffer.from(alone).equals(file.bytes ?? new Uint8Array())).toBe(true)
      expect(complaints(alone)).toEqual([])
      at += file.letters
    }
  })

  it('go to a sink each, one closed before the next is opened', async () => {
    const calls: string[] = []
    const to = (file: number): Sink => {
      calls.push(`open ${file}`)
      return { write: () => undefined, close: () => void calls.push(`close ${file}`) }
    }
    await mergeCombined(rich, people(5, 2), { lettersPerFile: 2, to })
    await mergeSingles(rich, people(3, 2), { lettersPerFile: 2, to })
    expect(calls.map((call) => call.slice(0, 7))).toEqual(
      calls.map((call, at) => (at % 2 ? 'close ' : 'open ') + String(call.split(' ')[1])),
    )
    expect(calls.filter((call) => call.startsWith('open'))).toEqual(['open 0', 'open 1', 'open 2', 'open 0', 'open 1'])
  })

  it('of single letters are ZIPs with names that stand nowhere twice', async () => {
    const result = await mergeSingles(rich, people(5, 2), { lettersPerFile: 2, name: () => 'Letter' })
    if (!result.ok) throw new Error(result.failure.code)
    const { files } = result.value
    expect(files.map(({ names }) => names)).toEqual([
      ['Letter.docx', 'Letter (2).docx'],
      ['Letter (3).docx', 'Letter (4).docx'],
      ['Letter (5).docx'],
    ])
    expect(files.map(({ bytes }) => Object.keys(unzipSync(bytes ?? new Uint8Array())))).toEqual(files.map(({ names }) => names))
  })
})

describe('Records that the document leaves out', () => {
  const skipping = opened(
    makeDocx({
      body:
        para(char('begin') + code(' SKIPIF ') + field('MERGEFIELD Name') + code(' = "" ') + char('separate') + char('end')) +
        para(text('Dear ') + field('MERGEFIELD Name')),
    }),
  )
  const named = (...names: string[]): MergeRecord[] => names.map((Name) => ({ Name }))
  const lines = async (records: MergeRecord[], lettersPerFile?: number) => {
    const result = await mergeCombined(skipping, records, lettersPerFile ? { lettersPerFile } : {})
    if (!result.ok) return result.failure.code
    const { letters, skipped, skippedAt, files } = result.value
    expect(result.value.records).toBe(records.length)
    expect(skippedAt).toEqual(records.flatMap(({ Name }, at) => (Name === '' ? [at] : [])))
    return { letters, skipped, files: files.map(({ bytes }) => readBack(bytes ?? new Uint8Array()).lines.filter((line) => line !== '')) }
  }

  it.each([
    ['in the middle', named('A', '', 'B'), [['Dear A', 'Dear B']]],
    ['first', named('', '', 'A'), [['Dear A']]],
    ['last', named('A', 'B', '', ''), [['Dear A', 'Dear B']]],
  ])('make no letter and leave no page: %s', async (_, records, files) => {
    const skipped = records.filter(({ Name }) => Name === '').length
    expect(await lines(records)).toEqual({ letters: records.length - skipped, skipped, files })
    const result = await mergeCombined(skipping, records)
    const sections = readBack(result.ok ? (result.value.files[0]?.bytes ?? new Uint8Array()) : new Uint8Array()).xml('word/document.xml')
    expect(sections.match(/<w:sectPr[ >]/g)).toHaveLength(records.length - skipped)
  })

  it('open no file of their own', async () => {
    expect(await lines(named('A', '', 'B', '', 'C', ''), 1)).toEqual({
      letters: 3,
      skipped: 3,
      files: [['Dear A'], ['Dear B'], ['Dear C']],
    })
    expect(await lines(named('', '', ''))).toBe('NO_LETTERS')
  })

  it('are told by their place, also on a page of several people and in a ZIP of two templates', async () => {
    const skip = char('begin') + code(' SKIPIF ') + field('MERGEFIELD Name') + code(' = "" ') + char('separate') + char('end')
    const sheet = opened(makeDocx({ body: para(field('MERGEFIELD Name') + field('NEXT', '') + skip + field('MERGEFIELD Name')) }))
    const onSheets = await mergeCombined(sheet, named('A', '', 'B', 'C', '', '', 'D'))
    expect(onSheets.ok && onSheets.value.skippedAt).toEqual([1, 4, 5])
    const zip = newLetterZip()
    await zip.add(skipping, named('A', '', 'B'))
    await zip.add(skipping, named('', 'C'))
    const ended = await zip.end()
    expect(ended.ok && ended.value.skippedAt).toEqual([1, 3])
  })

  it('are gone through in small steps, and a stop is heard', async () => {
    const nobody = function* () {
      for (;;) yield { Name: '' }
    }
    const result = await mergeSingles(skipping, nobody(), { signal: AbortSignal.timeout(30) })
    expect(result).toEqual({ ok: false, failure: { code: 'STOPPED' } })
  })

  it('give no letter their name', async () => {
    const result = await mergeSingles(skipping, named('', 'A', '', 'B'), { name: ({ Name }, letter) => `${Name as string} ${letter}` })
    expect(result.ok && result.value.files[0]?.names).toEqual(['A 1.docx', 'B 2.docx'])
  })
})

describe('Headers', () => {
  it('that read the same are one part', async () => {
    const bytes = await bytesOf(rich, people(40, 3))
    expect(headersOf(bytes)).toHaveLength(3)
    expect(complaints(bytes)).toEqual([])
    const doc = readBack(bytes)
    expect(headersOf(bytes).map((name) => /sender \d/.exec(doc.xml(name))?.[0])).toEqual(['sender 0', 'sender 1', 'sender 2'])
  })

  it('may differ in each of very many letters', async () => {
    const bytes = await bytesOf(rich, people(600, 600))
    const doc = readBack(bytes)
    expect(headersOf(bytes)).toHaveLength(600)
    const targets = new Map(
      [...doc.xml('word/_rels/document.xml.rels').matchAll(/Id="([^"]+)"[^>]*Target="\/?(?:word\/)?([^"]+)"/g)].map((m) => [m[1], m[2]]),
    )
    const used = [...doc.xml('word/document.xml').matchAll(/<w:headerReference [^>]*r:id="([^"]+)"/g)].map((match) => targets.get(match[1]))
    expect(used.map((name) => /sender \d+/.exec(doc.xml(`word/${String(name)}`))?.[0])).toEqual(
      people(600, 600).map(({ Sender }) => Sender),
    )
  })

  it('of letters that are a template again keep apart from the new ones', async () => {
    const before = await bytesOf(unmarked, [
      { Name: 'A', Sender: 'one' },
      { Name: 'B', Sender: '{{Sender}}' },
    ])
    const bytes = await bytesOf(opened(before), people(4, 4))
    expect(complaints(bytes)).toEqual([])
    expect(new Set(headersOf(bytes)).size).toBe(5)
  })
})

describe('A ZIP that is larger than a ZIP could be', () => {
  it('tells of very many files', () => {
    const directory = new ZipDirectory()
    const parts: Uint8Array[] = []
    let at = 0
    for (let file = 0; file < 70_000; file++) {
      const entry = pack(`${file}`, 'x', 0)
      directory.add(entry, at)
      parts.push(localHeader(entry), entry.data)
      at += localHeader(entry).length + 1
    }
    const files = unzipSync(Buffer.concat([...parts, directory.end(at)]))
    expect(Object.keys(files)).toHaveLength(70_000)
    expect(files['69999']).toEqual(new Uint8Array([120]))
  })

  it('tells of places beyond four gigabytes', () => {
    const directory = new ZipDirectory()
    const [near, far] = [pack('near', 'x', 0), pack('far', 'x', 0)]
    directory.add(near, 0)
    directory.add(far, 5_000_000_000)
    const end = directory.end(5_000_000_100)
    const view = new DataView(end.buffer)
    const second = 46 + 4
    expect(view.getUint32(42, true)).toBe(0)
    expect(view.getUint32(second + 42, true)).toBe(0xffffffff)
    expect(view.getUint16(second + 30, true)).toBe(12)
    expect([view.getUint16(second + 49, true), view.getUint16(second + 51, true)]).toEqual([1, 8])
    expect(view.getBigUint64(second + 53, true)).toBe(5_000_000_000n)
    const large = second + 61
    expect([view.getUint32(large, true), view.getBigUint64(large + 32, true)]).toEqual([0x06064b50, 2n])
    expect([view.getBigUint64(large + 40, true), view.getBigUint64(large + 48, true)]).toEqual([BigInt(large), 5_000_000_100n])
    expect([view.getUint32(large + 56, true), view.getBigUint64(large + 64, true)]).toEqual([0x07064b50, 5_000_000_100n + BigInt(large)])
    expect([view.getUint32(large + 76, true), view.getUint32(large + 92, true)]).toEqual([0x06054b50, 0xffffffff])
  })

  it('is an ordinary one as long as it can be', () => {
    const directory = new ZipDirectory()
    directory.add(pack('a', 'x', 0), 0)
    expect(directory.end(32)).toHaveLength(47 + 22)
  })
})
