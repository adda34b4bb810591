// Files that are not Word documents, or not safe to open: each its own answer. And files that only look odd, which open.
import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTemplate } from '../../src/word/index.ts'
import { makeDocx, makeFiles, para, text } from './makeDocx.ts'
import { makeOle } from './makeOle.ts'
import { rawZip, type RawEntry, type RawZip } from './rawZip.ts'

const wide = (words: string) => [...words].flatMap((letter) => [letter.charCodeAt(0), 0])
const start = (...bytes: number[]) => Uint8Array.from([...bytes, ...Array<number>(600).fill(7)])
const good = makeDocx({ body: para(text('Hello {{Name}}')) })
const files = makeFiles({ body: para(text('Hello {{Name}}')) })
const withFile = (name: string, content: string | Uint8Array) =>
  zipSync({ ...files, [name]: typeof content === 'string' ? strToU8(content) : content })
const partText = (name: string) => new TextDecoder().decode(files[name])
const changed = (name: string, change: (xml: string) => string) => withFile(name, change(partText(name)))
const without = (name: string) => zipSync(Object.fromEntries(Object.entries(files).filter(([known]) => known !== name)))
const asType = (type: string) =>
  changed('[Content_Types].xml', (xml) => xml.replace(/application\/vnd\.openxml\S*document\.main\+xml/, type))
const raw = (change: Partial<RawEntry>, zip: RawZip = {}) =>
  rawZip(
    Object.entries(files).map(([name, content]) => ({ name, content, ...(name === 'word/document.xml' && change) })),
    zip,
  )
const all = (change: Partial<RawEntry>, zip: RawZip = {}) =>
  rawZip(
    Object.entries(files).map(([name, content]) => ({ name, content, ...change })),
    zip,
  )
const utf16 = (words: string, mark = [0xff, 0xfe]) =>
  Uint8Array.from([...mark, ...[...words].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])])
const swapped = (bytes: Uint8Array) => bytes.map((_, i) => bytes[i ^ 1] as number)

const failureOf = (bytes: Uint8Array): { code: string; detail?: string } => {
  const result = openTemplate(bytes)
  return result.ok ? { code: 'opened' } : result.failure
}
const words = ({ code, detail }: { code: string; detail?: string }) => (detail === undefined ? code : `${code} ${detail}`)

const odfOf = (kind: string) => zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }] })
const sheet = zipSync({
  '[Content_Types].xml': strToU8(
    partText('[Content_Types].xml').replace(
      /PartName="\/word\/document.xml" ContentType="[^"]*"/,
      'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"',
    ),
  ),
  '_rels/.rels': strToU8(partText('_rels/.rels').replace('word/document.xml', 'xl/workbook.xml')),
  'xl/workbook.xml': strToU8('<workbook/>'),
})

const otherKinds: [string, Uint8Array, string][] = [
  ['an empty file', new Uint8Array(), 'NOT_DOCX_EMPTY'],
  ['a file that holds only zeros, as after a crash', new Uint8Array(5_000), 'NOT_DOCX_EMPTY'],
  ['an old .doc', makeOle(['1Table', 'WordDocument', 'Data']), 'NOT_DOCX_DOC'],
  ['an old .doc that speaks of encrypted packages', makeOle(['WordDocument'], [], 'EncryptedPackage Workbook'), 'NOT_DOCX_DOC'],
  ['an old .doc with a workbook in it', makeOle(['1Table', 'WordDocument'], ['Workbook', 'EncryptedPackage']), 'NOT_DOCX_DOC'],
  ['a document locked with a password', makeOle(['EncryptionInfo', 'EncryptedPackage']), 'NOT_DOCX_PASSWORD'],
  ['an old workbook', makeOle(['Workbook']), 'NOT_DOCX_OTHER excel'],
  ['an old workbook with a letter in it', makeOle(['Workbook'], ['WordDocument']), 'NOT_DOCX_OTHER excel'],
  ['an old presentation', makeOle(['Current User', 'PowerPoint Document']), 'NOT_DOCX_OTHER powerpoint'],
  ['a message', makeOle(['__nameid_version1.0', '__properties_version1.0']), 'NOT_DOCX_OTHER outlook'],
  ['another old container', makeOle(['Contents']), 'NOT_DOCX_OTHER ole'],
  ['an old .doc whose directory is lost', start(0xd0, 0xcf, 0x11, 0xe0, ...wide('WordDocument')), 'NOT_DOCX_DOC'],
  ['the beginning of an old container', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'NOT_DOCX_OTHER ole'],
  ['rich text', strToU8('{\\rtf1 Hello}'), 'NOT_DOCX_OTHER rtf'],
  ['a PDF', strToU8('%PDF-1.7\n\u0001'), 'NOT_DOCX_OTHER pdf'],
  ['a PDF behind a mark', strToU8('\ufeff\n%PDF-1.7\n'), 'NOT_DOCX_OTHER pdf'],
  ['a web page', strToU8('<!DOCTYPE html><html></html>'), 'NOT_DOCX_OTHER html'],
  ['a web page that Word saved as .doc', strToU8('<html xmlns:w="urn:schemas-microsoft-com:office:word">'), 'NOT_DOCX_OTHER html'],
  ['a web page in XML', strToU8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'), 'NOT_DOCX_OTHER html'],
  ['a web page in one file', strToU8('From: <Saved by Word>\nMIME-Version: 1.0\nContent-Type: multipart/related'), 'NOT_DOCX_OTHER html'],
  [
    'a Word document in one XML file',
    strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>'),
    'NOT_DOCX_OTHER xml',
  ],
  ['the same in UTF-16', utf16('<?xml version="1.0"?><pkg:package xmlns:pkg="p"/>'), 'NOT_DOCX_OTHER xml'],
  ['Word 2003 XML', strToU8('<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>'), 'NOT_DOCX_OTHER xml'],
  ['another XML', strToU8('<?xml version="1.0"?><a/>'), 'NOT_DOCX_OTHER otherXml'],
  ['a text of LibreOffice', odfOf('text'), 'NOT_DOCX_OTHER odt'],
  ['a template of LibreOffice', odfOf('text-template'), 'NOT_DOCX_OTHER odt'],
  ['a flat text of LibreOffice', strToU8('<?xml version="1.0"?>\n<office:document office:version="1.3"/>'), 'NOT_DOCX_OTHER odt'],
  ['a spreadsheet of LibreOffice', odfOf('spreadsheet'), 'NOT_DOCX_OTHER ods'],
  ['a presentation of LibreOffice', odfOf('presentation'), 'NOT_DOCX_OTHER odp'],
  ['a book', zipSync({ mimetype: strToU8('application/epub+zip') }), 'NOT_DOCX_OTHER epub'],
  ['a workbook', sheet, 'NOT_DOCX_OTHER excel'],
  ['a workbook in binary', asType('application/vnd.ms-excel.sheet.binary.macroEnabled.main'), 'NOT_DOCX_OTHER excel'],
  [
    'a presentation',
    asType('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    'NOT_DOCX_OTHER powerpoint',
  ],
  ['a drawing of Visio', asType('application/vnd.ms-visio.drawing.main+xml'), 'NOT_DOCX_OTHER office'],
  ['a document of Pages', zipSync({ 'Index/Document.iwa': strToU8('x'), 'Metadata/x.plist': strToU8('x') }), 'NOT_DOCX_OTHER pages'],
  ['a document of older Pages', zipSync({ 'index.xml': strToU8('<x/>') }), 'NOT_DOCX_OTHER pages'],
  ['a packed folder', zipSync({ 'letters/a.docx': good }), 'NOT_DOCX_OTHER archive'],
  ['an empty ZIP', zipSync({}), 'NOT_DOCX_OTHER archive'],
  ['another archive', start(0x52, 0x61, 0x72, 0x21), 'NOT_DOCX_OTHER archive'],
  ['a picture', start(0x89, 0x50, 0x4e, 0x47), 'NOT_DOCX_OTHER image'],
  ['a photo', start(0xff, 0xd8, 0xff), 'NOT_DOCX_OTHER image'],
  ['a drawn picture', strToU8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'NOT_DOCX_OTHER image'],
  ['a WordPerfect document', start(0xff, 0x57, 0x50, 0x43), 'NOT_DOCX_OTHER wordperfect'],
  ['plain text', strToU8('Dear Änne,\r\nhello'), 'NOT_DOCX_OTHER text'],
  ['one byte', Uint8Array.of(0x50), 'NOT_DOCX_OTHER text'],
  ['anything', start(1, 2, 3), 'NOT_DOCX_OTHER unknown'],
]

const many: Zippable = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`x${i}`, new Uint8Array()]))
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 255)
const lyingBomb: RawEntry = { name: 'word/media/a.png', content: new Uint8Array(70_000_000), size: 200_000 }

const unsafe: [string, () => Uint8Array, string][] = [
  ['a ZIP cut off at the end', () => good.slice(0, -30), 'ZIP_BROKEN cut'],
  ['a ZIP cut off in the middle', () => good.slice(0, good.length >> 1), 'ZIP_BROKEN cut'],
  ['a ZIP without its beginning', () => good.slice(200), 'ZIP_BROKEN entry'],
  ['a directory that leads nowhere', () => raw({}, { comment: new Uint8Array(), count: 90 }), 'ZIP_BROKEN directory'],
  ['a damaged entry', () => raw({ crc: 1 }), 'ZIP_BROKEN damaged'],
  ['an entry that unpacks to more than it says', () => raw({ size: 10 }), 'ZIP_BROKEN damaged'],
  ['an entry that unpacks to less than it says', () => raw({ size: 10_000 }), 'ZIP_BROKEN damaged'],
  [
    'a bomb that says it is small',
    () => rawZip([{ name: '[Content_Types].xml', content: new Uint8Array(1) }, lyingBomb]),
    'ZIP_BROKEN damaged',
  ],
  ['an entry that is longer than the file', () => raw({ packed: 9_000_000 }), 'ZIP_BROKEN cut'],
  ['a stored entry of two sizes', () => raw({ stored: true, size: 5 }), 'ZIP_BROKEN damaged'],
  ['an encrypted entry', () => raw({ flags: 1 }), 'ZIP_BROKEN locked'],
  ['another way of packing', () => raw({ method: 14 }), 'ZIP_BROKEN method'],
  [
    'a name twice',
    () =>
      rawZip([...Object.entries(files).map(([name, content]) => ({ name, content })), { name: 'word/document.xml', content: noise(9) }]),
    'ZIP_BROKEN twice',
  ],
  ['a name twice in another case', () => zipSync({ ...files, 'WORD/document.xml': strToU8('x') }), 'ZIP_BROKEN twice'],
  ['a name twice with other slashes', () => zipSync({ ...files, 'word\\document.xml': strToU8('x') }), 'ZIP_BROKEN twice'],
  ['too many entries', () => zipSync(many), 'ZIP_LIMIT entries'],
  ['a ZIP bomb', () => zipSync({ ...files, 'word/big.xml': [new Uint8Array(20_000_000), { level: 9 }] }), 'ZIP_LIMIT ratio'],
  [
    'parts that are too large together',
    () => rawZip(Array.from({ length: 25 }, (_, i) => ({ name: `a${i}`, content: new Uint8Array(10), size: 9_000_000 }))),
    'ZIP_LIMIT size',
  ],
  ['an entry of more than four gigabytes', () => all({ long: true, size: 2 ** 32 - 1 }), 'ZIP_LIMIT ratio'],
  ['a text of more than 20 MB', () => withFile('word/document.xml', noisyText(21_000_000)), 'ZIP_LIMIT xml'],
  ['a name that leads outside', () => withFile('../evil.xml', 'x'), 'ZIP_LIMIT name'],
  ['a name that leads outside the other way', () => withFile('word\\..\\..\\evil.xml', 'x'), 'ZIP_LIMIT name'],
  ['a name from the root', () => withFile('/etc/x', 'x'), 'ZIP_LIMIT name'],
  ['a name on a drive', () => withFile('C:\\x', 'x'), 'ZIP_LIMIT name'],
  ['a name with a zero', () => withFile('word/a\u0000.xml', 'x'), 'ZIP_LIMIT name'],
  ['no name', () => rawZip([{ name: '', content: noise(9) }]), 'ZIP_LIMIT name'],
  ['overlapping entries', () => overlapping(good), 'ZIP_LIMIT overlap'],
]

/** Text that does not pack too tightly: what repeats in it lies too far apart. */
function noisyText(length: number): string {
  const block = new TextDecoder('latin1').decode(noise(100_000).map((byte) => 97 + (byte % 26)))
  const xml = partText('word/document.xml')
  return xml.replace('Hello', block.repeat(length / 100_000))
}

/** The second entry pretends to lie where the first does. */
function overlapping(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const heads = Array.from({ length: copy.length - 4 }, (_, at) => at).filter((at) => view.getUint32(at, true) === 0x02014b50)
  const [first, second] = heads as [number, number]
  for (const field of [16, 20, 24, 42]) view.setUint32(second + field, view.getUint32(first + field, true), true)
  return copy
}

const tooDeep = (open: string, close: string, times: number) => (xml: string) =>
  xml.replace('<w:body>', `<w:body>${open.repeat(times)}`).replace('</w:body>', `${close.repeat(times)}</w:body>`)
const inText = (bytes: number[]) => (name: string) => {
  const [before, after] = partText(name).split('Hello') as [string, string]
  return withFile(name, Uint8Array.from([...strToU8(before), ...bytes, ...strToU8(after)]))
}

const badXml: [string, () => Uint8Array, string][] = [
  ['a DOCTYPE', () => changed('word/document.xml', (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')), 'XML_DTD'],
  ['a DOCTYPE in the relations', () => changed('_rels/.rels', (xml) => xml.replace('?>', '?><!DOCTYPE x SYSTEM "http://x/y">')), 'XML_DTD'],
  ['XML that is not well-formed', () => changed('word/document.xml', (xml) => xml.replace('</w:p>', '')), 'XML_BAD syntax'],
  ['an unknown entity', () => changed('word/document.xml', (xml) => xml.replace('Hello', '&boom;')), 'XML_BAD syntax'],
  ['a control character', () => changed('word/document.xml', (xml) => xml.replace('Hello', 'a\u000bb')), 'XML_BAD syntax'],
  [
    'a prefix that nobody declares',
    () => changed('word/document.xml', (xml) => xml.replace('<w:body>', '<w:body><q:x/>')),
    'XML_BAD syntax',
  ],
  ['an attribute twice', () => changed('word/document.xml', (xml) => xml.replace('<w:body>', '<w:body a="1" a="2">')), 'XML_BAD syntax'],
  [
    'the newer version of XML',
    () => changed('word/document.xml', (xml) => xml.replace('version="1.0"', 'version="1.1"')),
    'XML_BAD syntax',
  ],
  ['an empty part', () => withFile('word/document.xml', ''), 'XML_BAD syntax'],
  ['bytes that are no UTF-8', () => inText([0xe4, 0x20])('word/document.xml'), 'XML_BAD encoding'],
  ['an encoding that nobody knows', () => changed('word/document.xml', (xml) => xml.replace('UTF-8', 'x-mine')), 'XML_BAD encoding'],
  ['half a letter of UTF-16', () => withFile('word/document.xml', utf16(partText('word/document.xml')).slice(0, -1)), 'XML_BAD encoding'],
  ['controls 300 deep', () => changed('word/document.xml', tooDeep('<w:sdt>', '</w:sdt>', 300)), 'XML_BAD depth'],
  ['runs 100 000 deep', () => changed('word/document.xml', tooDeep('<w:r>', '</w:r>', 100_000)), 'XML_BAD depth'],
  [
    'more elements than any letter has',
    () => changed('word/document.xml', (xml) => xml.replace('<w:body>', `<w:body>${'<w:p/>'.repeat(500_001)}`)),
    'ZIP_LIMIT xml',
  ],
  ['a missing main part', () => without('word/document.xml'), 'PART_MISSING officeDocument'],
  ['missing relations', () => without('_rels/.rels'), 'PART_MISSING officeDocument'],
  ['missing content types', () => without('[Content_Types].xml'), 'PART_MISSING types'],
  ['a document without a body', () => changed('word/document.xml', (xml) => xml.replaceAll('w:body', 'w:bodi')), 'PART_MISSING body'],
]

describe('Refused as something else', () => {
  it.each(otherKinds)('%s', (_, bytes, told) => expect(words(failureOf(bytes))).toBe(told))
})

describe('Refused as unsafe or damaged', () => {
  it.each([...unsafe, ...badXml])('%s', (_, bytes, told) => {
    const given = bytes()
    const before = performance.now()
    const failure = failureOf(given)
    expect(performance.now() - before).toBeLessThan(10_000)
    expect(words(failure)).toBe(told)
    expect(structuredClone(failure)).toEqual(failure)
  })

  it('says which part is not well-formed, and where', () => {
    const failure = failureOf(changed('word/document.xml', (xml) => xml.replace('</w:p>', '')))
    expect(failure).toMatchObject({ part: 'word/document.xml', line: 2, where: 'Hello {{Name}}' })
  })

  it('names the entry that is at fault', () => {
    expect(failureOf(raw({ crc: 1 }))).toMatchObject({ part: 'word/document.xml' })
    expect(failureOf(withFile('../evil.xml', 'x'))).toMatchObject({ part: '../evil.xml' })
  })

  it('takes no more memory for an entry than it says', () => {
    const bomb = rawZip([{ name: '[Content_Types].xml', content: new Uint8Array(1) }, lyingBomb])
    const taken = () => {
      const before = process.memoryUsage()
      openTemplate(bomb)
      const after = process.memoryUsage()
      return after.arrayBuffers - before.arrayBuffers + after.external - before.external
    }
    // What others of this process gave back or took meanwhile is in a figure: the least of three is the bomb's own.
    expect(Math.min(taken(), taken(), taken())).toBeLessThan(70_000_000)
  })
})

const opens: [string, () => Uint8Array][] = [
  ['sizes behind the bytes, as streaming programs write them', () => all({ descriptor: true })],
  ['the long form of ZIP for a small file', () => all({ long: true }, { long: true })],
  ['the long form at the end only', () => all({}, { long: true })],
  ['something before the ZIP', () => all({}, { before: noise(999) })],
  ['something before the ZIP in its long form', () => all({ long: true }, { long: true, before: strToU8('PK\u0003\u0004 not yet') })],
  ['a comment', () => all({}, { comment: strToU8('made by hand') })],
  ['a comment that looks like an end', () => all({}, { comment: Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(40).fill(0xff)]) })],
  ['entries that are only stored', () => all({ stored: true })],
  ['folders among the entries', () => withFile('word/media/', '')],
  [
    'backward slashes',
    () => zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name.replaceAll('/', '\\'), bytes]))),
  ],
  ['names in another case', () => zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name.toUpperCase(), bytes])))],
  ['a mark before the XML', () => changed('word/document.xml', (xml) => `\ufeff${xml}`)],
  ['UTF-16', () => withFile('word/document.xml', utf16(partText('word/document.xml').replace('UTF-8', 'UTF-16')))],
  [
    'UTF-16 the other way round',
    () => withFile('word/document.xml', swapped(utf16(partText('word/document.xml').replace('UTF-8', 'utf-16')))),
  ],
  ['UTF-16 without a mark', () => withFile('word/document.xml', utf16(partText('word/document.xml').replace('UTF-8', 'UTF-16'), []))],
  ['UTF-8 that says it is UTF-16', () => changed('word/document.xml', (xml) => xml.replace('UTF-8', 'utf-16'))],
  ['no declaration', () => changed('word/document.xml', (xml) => xml.replace(/^<\?xml[^>]*>\s*/, ''))],
  ['a comment and an instruction', () => changed('word/document.xml', (xml) => xml.replace('<w:body>', '<!-- a --><?b c?><w:body>'))],
  [
    'a namespace in an odd place',
    () => changed('word/document.xml', (xml) => xml.replace('<w:body>', `<w:body xmlns:w="${/xmlns:w="([^"]*)"/.exec(xml)?.[1]}">`)),
  ],
  [
    'attributes called like anything',
    () => changed('word/document.xml', (xml) => xml.replace('<w:body>', '<w:body constructor="a" __proto__="b" hasOwnProperty="c">')),
  ],
  ['200 elements deep', () => changed('word/document.xml', tooDeep('<w:sdt>', '</w:sdt>', 200))],
]

describe('Opens all the same', () => {
  it.each(opens)('%s', (_, bytes) => {
    expect(openTemplate(bytes())).toMatchObject({ ok: true, value: { fields: [{ name: 'Name', count: 1 }] } })
  })

  it('an older encoding that the part declares', () => {
    const xml = partText('word/document.xml').replace('UTF-8', 'windows-1252').replace('{{Name}}', '{{N\u00e4me}}')
    const bytes = Uint8Array.from([...xml], (letter) => letter.charCodeAt(0))
    expect(openTemplate(withFile('word/document.xml', bytes))).toMatchObject({ ok: true, value: { fields: [{ name: 'N\u00e4me' }] } })
  })
})
