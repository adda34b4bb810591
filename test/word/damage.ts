// Damages Word files by chance, the same for the same seed: bytes, parts of the package, XML, and instructions of fields.
import { readZip, unpack } from '../../src/word/zip/zipRead.ts'
import { rawZip, type RawEntry } from './rawZip.ts'

export type Chance = () => number

/** Small seeded generator (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const below = (luck: Chance, end: number) => Math.floor(luck() * end)
export const one = <T>(luck: Chance, of: readonly T[]): T => of[below(luck, of.length)] as T

/** A damaged copy, and in words what was done to it. */
export function damaged(luck: Chance, source: Uint8Array): { bytes: Uint8Array; how: string } {
  const [how, change] = one(luck, ways)
  try {
    return { bytes: change(luck, source), how }
  } catch (error) {
    throw new Error(`The damage itself failed: ${how}`, { cause: error })
  }
}

type Change = (luck: Chance, source: Uint8Array) => Uint8Array

function changedBytes(luck: Chance, source: Uint8Array): Uint8Array {
  let bytes = source.slice()
  for (let times = 1 + below(luck, 8); times > 0; times--) {
    const at = below(luck, bytes.length)
    const some = Uint8Array.from({ length: 1 + below(luck, 20) }, () => below(luck, 256))
    if (luck() < 0.7) bytes[at] = below(luck, 256)
    else if (luck() < 0.5) bytes = Uint8Array.from([...bytes.subarray(0, at), ...some, ...bytes.subarray(at)])
    else bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + some.length)])
  }
  return bytes
}

function changedParts(luck: Chance, source: Uint8Array): Uint8Array {
  const entries = entriesOf(source)
  for (let times = 1 + below(luck, 3); times > 0 && entries.length > 1; times--) {
    const [at, other] = [below(luck, entries.length), below(luck, entries.length)]
    const [first, second] = [entries[at] as NamedEntry, entries[other] as NamedEntry]
    const kind = below(luck, 5)
    if (kind === 0) entries.splice(at, 1)
    else if (kind === 1) entries.push({ ...first, name: luck() < 0.3 ? first.name : `${first.name}${below(luck, 9)}.xml` })
    else if (kind === 2) entries[at] = { ...first, name: one(luck, ['word/x.xml', first.name.toUpperCase(), second.name, 'a b%20c.xml']) }
    else if (kind === 3)
      [entries[at], entries[other]] = [
        { ...second, name: first.name },
        { ...first, name: second.name },
      ]
    else entries[at] = { ...first, content: encoder.encode(one(luck, ['', ' ', '<a/>', '<?xml version="1.0"?>', first.name.repeat(50)])) }
  }
  return rawZip(entries)
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

type NamedEntry = RawEntry & { name: string }
const entriesOf = (source: Uint8Array): NamedEntry[] => readZip(source).map((entry) => ({ name: entry.name, content: unpack(entry) }))

/** Changes a part that is read, most often the letter's own text. */
function changedXml(times: number, changes: readonly ((luck: Chance, xml: string) => string)[]): Change {
  return (luck, source) => {
    const entries = entriesOf(source)
    const texts = entries.filter((entry) => /\.(xml|rels)$/.test(entry.name))
    const own = texts.filter((entry) => /document\d*\.xml$/.test(entry.name))
    const read = texts.filter((entry) => /(header|footer|notes|comments|settings|numbering|styles|\.rels|Types\])/.test(entry.name))
    const entry = one(luck, luck() < 0.7 && own.length > 0 ? own : read.length > 0 ? read : texts)
    let xml = decoder.decode(entry.content)
    for (let i = 0; i < times; i++) xml = one(luck, changes)(luck, xml)
    return rawZip(entries.map((each) => (each === entry ? { ...each, content: encoder.encode(xml) } : each)))
  }
}

interface Span {
  from: number
  to: number
}

const spans = (xml: string, pattern: RegExp): Span[] =>
  [...xml.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
const tag = /<[^<>]+>/g
/** Elements without children of the same name, which is enough to keep the file well-formed most of the time. */
const element = /<(w:[\w]+)(?:\s[^<>]*)?(?:\/>|>(?:(?!<\1[\s>])[^])*?<\/\1>)/g

const replaced = (xml: string, span: Span, by: string) => xml.slice(0, span.from) + by + xml.slice(span.to)
const within = (xml: string, { from, to }: Span) => xml.slice(from, to)

function at(luck: Chance, xml: string, pattern: RegExp, change: (found: string) => string): string {
  const all = spans(xml, pattern)
  if (all.length === 0) return xml
  const span = one(luck, all)
  return replaced(xml, span, change(within(xml, span)))
}

const nasty = ['', '-1', '0', '99999999999999', 'x', 'true', 'é"', '\u202e', 'constructor', '__proto__', 'rId1', 'begin', 'separate', 'end']
const attribute = (luck: Chance) => (luck() < 0.05 ? 'y'.repeat(100_000) : one(luck, nasty).replaceAll('"', '&quot;'))

const pieces = [
  '<w:p/>',
  '<w:p><w:r><w:t>{{Name}}</w:t></w:r></w:p>',
  '<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  '<w:sectPr/>',
  '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>',
  '<w:fldSimple w:instr=" MERGEFIELD a "/>',
  '<w:fldSimple w:instr="IF 1 = 1 a b"><w:r><w:t>x</w:t></w:r></w:fldSimple>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '<w:r><w:instrText>NEXT</w:instrText></w:r>',
  '<w:bookmarkStart w:id="0" w:name="b"/>',
  '<w:bookmarkEnd w:id="0"/>',
  '<w:ins w:id="1"><w:r><w:t>x</w:t></w:r></w:ins>',
  '<w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del>',
  '<w:sdt><w:sdtPr><w:id w:val="5"/><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
  '<w:sdt/>',
  '<!-- a comment -->',
  '<?a processing instruction?>',
  '<![CDATA[<w:p>]]>',
  '&#x1F600;&lt;{{',
  '«Name»',
  '}}',
  '<w:footnoteReference w:id="77"/>',
  '<w:hyperlink w:anchor="b"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
  '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>',
]

const xmlChanges: ((luck: Chance, xml: string) => string)[] = [
  (luck, xml) => at(luck, xml, element, () => ''),
  (luck, xml) => at(luck, xml, element, (found) => found + found),
  (luck, xml) => at(luck, xml, element, (found) => `${one(luck, pieces)}${found}`),
  (luck, xml) => at(luck, xml, element, (found) => `${found}${one(luck, pieces)}`),
  (luck, xml) => at(luck, xml, /(?<==")[^"<>]*(?=")/g, () => attribute(luck)),
  (luck, xml) => at(luck, xml, /\s[\w:]+="[^"<>]*"/g, () => ''),
  (luck, xml) => (luck() < 0.3 ? at(luck, xml, tag, () => '') : xml),
  (luck, xml) => (luck() < 0.3 ? at(luck, xml, tag, (found) => found + found) : xml),
  (luck, xml) =>
    at(luck, xml, /(?<=<w:t[^<>]*>)[^<]+/g, () => one(luck, [']]&gt;', '{{', '«a»{{b', '\t\n', ' '.repeat(9_999), '&#x202e;'])),
  (luck, xml) => at(luck, xml, /(?<=<w:)\w+(?=[\s/>])/g, (found) => one(luck, ['p', 'r', 't', 'tbl', 'tc', 'sectPr', found])),
  moved,
  nested,
  (luck, xml) => (luck() < 0.05 ? xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>') : xml),
  (luck, xml) => (luck() < 0.1 ? xml.replace('UTF-8', one(luck, ['UTF-16', 'windows-1252', 'x-nothing'])) : xml),
]

/** One element takes another's place. */
function moved(luck: Chance, xml: string): string {
  const all = spans(xml, element)
  if (all.length < 2) return xml
  const [from, to] = [one(luck, all), one(luck, all)]
  return to.to <= from.from ? replaced(replaced(xml, from, ''), to, within(xml, from)) : replaced(xml, to, within(xml, from))
}

function nested(luck: Chance, xml: string): string {
  const depth = one(luck, [5, 40, 120, 300, 3_000])
  const [open, close] = one(luck, [
    ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    ['<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'],
    ['<w:fldSimple w:instr="MERGEFIELD a">', '</w:fldSimple>'],
    ['<w:ins>', '</w:ins>'],
  ] as const)
  return at(luck, xml, element, (found) => open.repeat(depth) + found + close.repeat(depth))
}

const mark = /<w:r(?:\s[^<>]*)?>(?:(?!<\/w:r>)[^])*?<w:fldChar(?:(?!<\/w:r>)[^])*?<\/w:r>/g
const code = /(?<=<w:instrText[^<>]*>)[^<]+|(?<=w:instr=")[^"]+/g

const fieldChanges: ((luck: Chance, xml: string) => string)[] = [
  (luck, xml) => at(luck, xml, mark, () => ''),
  (luck, xml) => at(luck, xml, mark, (found) => found + found),
  (luck, xml) => at(luck, xml, /(?<=w:fldCharType=")\w+/g, () => one(luck, ['begin', 'separate', 'end', 'other'])),
  movedMark,
  soup,
  wrapped,
  (luck, xml) => at(luck, xml, element, (found) => fieldOf(luck, one(luck, codes)) + found),
  (luck, xml) => at(luck, xml, /<w:p(?:\s[^<>]*)?>(?:(?!<w:p[\s>])[^])*?<\/w:p>/g, (found) => found + found),
  (luck, xml) => at(luck, xml, /<\/w:r>/g, () => '</w:r></w:p><w:p>'),
]

function movedMark(luck: Chance, xml: string): string {
  const all = spans(xml, mark)
  if (all.length === 0) return xml
  const from = one(luck, all)
  const rest = replaced(xml, from, '')
  return at(luck, rest, /<\/w:(r|p|tbl)>/g, (found) => found + within(xml, from))
}

const words = (
  'MERGEFIELD IF NEXT NEXTIF SKIPIF MERGEREC MERGESEQ ADDRESSBLOCK GREETINGLINE DATE TIME PAGE NUMPAGES SECTIONPAGES TOC REF HYPERLINK ' +
  'QUOTE SET ASK FILLIN DATABASE INCLUDEPICTURE = Name First_Name constructor a "a b" "" “x” „y“ \\* \\@ \\# \\b \\f \\m \\v \\l \\e \\c ' +
  '\\d \\h Upper Lower FirstCap Caps CHARFORMAT MERGEFORMAT Roman Ordinal CardText Hex yyyy-MM-dd "d. MMMM yyyy" "#,##0.00;(0);-" 0x ' +
  '"<<_FIRST0_>> <<_LAST0_>>" "<<" 1031 9999999 = <> < > <= >= * ? "*a?" -1 1.5 1,5 ( ) + / ^ % AND( SUM(ABOVE) " \\ \\\\ \\" { } {{a}} « »'
).split(' ')
const codes = words.slice(0, 20)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const anyCode = (luck: Chance) =>
  ` ${one(luck, codes)} ${Array.from({ length: below(luck, 9) }, () => one(luck, words)).join(luck() < 0.8 ? ' ' : '')} `

function soup(luck: Chance, xml: string): string {
  return at(luck, xml, code, (found) => {
    const kind = below(luck, 4)
    if (kind === 0) return escaped(anyCode(luck))
    if (kind === 1) return `${found} ${escaped(one(luck, words))} `
    if (kind === 2) return found.slice(below(luck, found.length)).replace(/^[^&]*;/, '')
    return escaped(`${anyCode(luck)}${one(luck, words)}`).repeat(1 + below(luck, 3))
  })
}

const run = (inner: string) => `<w:r>${inner}</w:r>`
const char = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
const fieldOf = (luck: Chance, kind: string): string =>
  char('begin') +
  run(`<w:instrText xml:space="preserve"> ${kind} ${escaped(one(luck, words))} </w:instrText>`) +
  (luck() < 0.3 ? fieldOf(luck, one(luck, codes)) : '') +
  (luck() < 0.7 ? char('separate') + run('<w:t>x</w:t>') : '') +
  char('end')

/** A field around a stretch of runs or paragraphs: in its instruction, or in its result. */
function wrapped(luck: Chance, xml: string): string {
  const all = spans(xml, luck() < 0.5 ? /<w:r(?:\s[^<>]*)?>(?:(?!<\/w:r>)[^])*?<\/w:r>/g : /<\/w:pPr>|<w:p>/g)
  if (all.length === 0) return xml
  const [a, b] = [one(luck, all), one(luck, all)]
  const [from, to] = a.from <= b.from ? [a, b] : [b, a]
  const open = char('begin') + run(`<w:instrText xml:space="preserve">${escaped(anyCode(luck))}</w:instrText>`)
  const close = (luck() < 0.5 ? char('separate') + run('<w:t>y</w:t>') : '') + char('end')
  return xml.slice(0, from.to) + open + xml.slice(from.to, to.to) + close + xml.slice(to.to)
}

/** XML and fields several times over: that is where most can go wrong. */
const ways: [string, Change][] = [
  ['bytes', changedBytes],
  ['cut off', (luck, source) => source.slice(0, below(luck, source.length))],
  ['parts', changedParts],
  ...Array.from({ length: 6 }, (_, i): [string, Change] => [`xml ${i + 1}`, changedXml(i + 1, xmlChanges)]),
  ...Array.from({ length: 6 }, (_, i): [string, Change] => [`fields ${i + 1}`, changedXml(i + 1, fieldChanges)]),
  ...Array.from({ length: 4 }, (_, i): [string, Change] => [`instructions ${i + 1}`, changedXml(2 * i + 1, [soup, wrapped, soup])]),
]
