// What is wrong with the fields of a template is mended in the template: what was, what becomes of it, and that all else stays as it was.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTemplate, repairTemplate, type Names } from '../../src/word/index.ts'
import { field, makeDocx, para, part, simple, text } from './makeDocx.ts'
import { complaints } from './readBack.ts'

const known = new Set(['First Name', 'First_Name', 'Surname', 'City', 'Document Date'])
const wrong: Record<string, string> = { Frist_Name: 'First_Name', 'Sur name': 'Surname', Town: 'City', Datum: 'Document Date' }
const names: Names = { right: (name) => (Object.hasOwn(wrong, name) ? wrong[name] : undefined), isKnown: (name) => known.has(name) }

function repaired(bytes: Uint8Array) {
  const done = repairTemplate(bytes, names)
  if (!done.ok) throw new Error(done.failure.code)
  return done.value
}
const bodyOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)
const wordsIn = (xml: string) =>
  xml
    .replace(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g, '⟨$1⟩')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .trim()
const split = (...pieces: string[]) => pieces.map((piece) => text(piece)).join('')
const splitField = (...pieces: string[]) =>
  ['begin', ...pieces.map((piece) => `code ${piece}`), 'separate']
    .map((one) =>
      one.startsWith('code ')
        ? `<w:r><w:instrText xml:space="preserve">${one.slice(5)}</w:instrText></w:r>`
        : `<w:r><w:fldChar w:fldCharType="${one}"/></w:r>`,
    )
    .join('') +
  text('«x»') +
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

const cases: readonly [what: string, body: string, repairs: string[], words: string][] = [
  ['nothing wrong', split('Dear {{First Name}}, «Surname»'), [], 'Dear {{First Name}}, «Surname»'],
  [
    'a typed name',
    split('Dear {{Frist_Name}} and «Town»'),
    ['name {{Frist_Name}} → {{First_Name}}', 'name «Town» → «City»'],
    'Dear {{First_Name}} and «City»',
  ],
  [
    'a split one',
    split('Dear {{Fi', 'rst Na', 'me}} &amp; so on'),
    ['split {{First Name}} → {{First Name}}'],
    'Dear {{First Name}} &amp; so on',
  ],
  ['split and wrong', split('{', '{Sur ', 'name}', '}!'), ['name {{Sur name}} → {{Surname}}'], '{{Surname}}!'],
  [
    'a brace too few',
    split('{{Surname} {City}} {City}.'),
    ['braces {{Surname} → {{Surname}}', 'braces {City}} → {{City}}', 'braces {City} → {{City}}'],
    '{{Surname}} {{City}} {{City}}.',
  ],
  [
    'other signs',
    split('&lt;&lt;City&gt;&gt; [[Surname]] [[1]]'),
    ['braces <<City>> → {{City}}', 'braces [[Surname]] → {{Surname}}'],
    '{{City}} {{Surname}} [[1]]',
  ],
  ['words in braces', split('{{nobody knows}} {a} {1, 2} «zitiert»'), [], '{{nobody knows}} {a} {1, 2} «zitiert»'],
  [
    'marks of regions',
    split('{{#each Pur', 'chases}} {{/each}}'),
    ['split {{#each Purchases}} → {{#each Purchases}}'],
    '{{#each Purchases}} {{/each}}',
  ],
  [
    'a field with braces of the keyboard',
    split('Hi { MERGEFIELD ', '“First Name” }!'),
    ['field { MERGEFIELD “First Name” } → { MERGEFIELD "First Name" }'],
    'Hi ⟨ MERGEFIELD "First Name" ⟩«First Name»!',
  ],
  ['braces of the keyboard without a name', split('{ MERGEFIELD } { Mergefieldish }'), [], '{ MERGEFIELD } { Mergefieldish }'],
  [
    'a merge field’s name',
    field('MERGEFIELD "Frist_Name" \\* Upper', '«Frist_Name»'),
    ['name «Frist_Name» → «First_Name»'],
    '⟨ MERGEFIELD First_Name \\* Upper ⟩«First_Name»',
  ],
  ['a name with a blank', simple('MERGEFIELD Datum', '«Datum»'), ['name «Datum» → «Document Date»'], '«Document Date»'],
  ['other words in its place', field('MERGEFIELD Town', 'Ulm'), ['name «Town» → «City»'], '⟨ MERGEFIELD City ⟩Ulm'],
  ['a split instruction', splitField(' MERGE', 'FIELD  Sur', 'name '), ['split «Surname» → «Surname»'], '⟨ MERGEFIELD  Surname ⟩⟨⟩⟨⟩«x»'],
  ['a split one that nobody knows', splitField(' MERGEFIELD No', 'body '), [], '⟨ MERGEFIELD No⟩⟨body ⟩«x»'],
  [
    'one within another',
    field(`IF x = x "`, '').replace('</w:instrText></w:r>', `</w:instrText></w:r>${field('MERGEFIELD Town', '«Town»')}`),
    ['name «Town» → «City»'],
    '⟨ IF x = x " ⟩⟨ MERGEFIELD City ⟩«City»',
  ],
]

describe('Repair of a template', () => {
  it.each(cases)('%s', (_what, body, repairs, words) => {
    const bytes = makeDocx({ body: para(body) })
    const done = repaired(bytes)
    expect(done.repairs.map(({ kind, was, becomes }) => `${kind} ${was} → ${becomes}`)).toEqual(repairs)
    expect(wordsIn(bodyOf(done.bytes))).toBe(words)
    expect(complaints(done.bytes)).toEqual([])
    // What is mended needs no mending.
    expect(repaired(done.bytes).repairs).toEqual([])
    if (repairs.length === 0) expect(done.bytes).toEqual(new Uint8Array(bytes))
  })

  it('reaches headers and notes, and leaves every other part as it is', () => {
    const footer = para(text('{{Town}}'))
    const parts = [{ name: 'footer1.xml', type: 'footer', id: 'rId9', xml: part('ftr', footer) }]
    const bytes = makeDocx({ body: para(text('{{Town}}')), parts })
    const done = repaired(bytes)
    expect(done.repairs.map(({ part }) => part).sort()).toEqual(['word/document.xml', 'word/footer1.xml'])
    const [before, after] = [unzipSync(bytes), unzipSync(done.bytes)]
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const name of Object.keys(before)) if (!/document\.xml$|footer1\.xml$/.test(name)) expect(after[name]).toEqual(before[name])
  })

  it('merges as it was meant', () => {
    const done = repaired(makeDocx({ body: para(split('{{Fr', 'ist_Name}} { MERGEFIELD Surname }')) }))
    const opened = openTemplate(done.bytes)
    expect(opened.ok && opened.value.fields.map(({ name }) => name).sort()).toEqual(['First_Name', 'Surname'])
    expect(opened.ok && opened.value.findings).toEqual([])
  })

  it('refuses what is no Word file', () => {
    expect(repairTemplate(new Uint8Array([1, 2, 3]), names)).toMatchObject({ ok: false })
  })
})
