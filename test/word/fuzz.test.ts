// Damaged templates: whatever happens to a file, the engine answers within two seconds, never throws, and what it writes is no worse
// than what it was given. A seeded slice here; thousands in `npm run torture -- word`. FIELDBOOK_SEED and FIELDBOOK_MUTATIONS say which.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type MergeRecord, type WordTemplate } from '../../src/word/index.ts'
import { decodeXml, readXml, type XmlNode } from '../../src/word/package/xml.ts'
import { readZip, unpack } from '../../src/word/zip/zipRead.ts'
import { samples } from './allSamples.ts'
import { chance, damaged, one, type Chance } from './damage.ts'
import { complaints, readBack } from './readBack.ts'

const all = 10_000
const firstSeed = Number(process.env['FIELDBOOK_SEED'] ?? 1)
const count = Number(process.env['FIELDBOOK_MUTATIONS'] ?? 300)
/** Where to keep the files that fail. */
const keep = process.env['FIELDBOOK_KEEP']
const theirs = process.env['FIELDBOOK_SAMPLES'] ? join(process.env['FIELDBOOK_SAMPLES'], 'templates') : null
const sources: { name: string; bytes: Uint8Array }[] = samples.map((sample) => ({
  name: `${sample.folder} ${sample.name}`.trim(),
  bytes: sample.template({}),
}))
if (theirs && existsSync(theirs)) {
  for (const name of readdirSync(theirs).filter((each) => each.endsWith('.docx')))
    sources.push({ name, bytes: new Uint8Array(readFileSync(join(theirs, name))) })
}
console.info(`Damaged templates: ${count} of ${all}, from ${sources.length} templates, seed ${firstSeed}.`)

const nasty: unknown[] = [
  'Ann <b>&amp;</b> ]]> "x" \u0000\u0008\u000b\ud800 \udc00 \uffff',
  '\u05d0\u05d1 12 \u0627\u0644\u0641 \u{1f600}\u202e',
  ['One', '', '  ', 'Two\nthree\tfour\r\nfive', '</w:t></w:r></w:p>'],
  -12_345.678,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  new Date(Number.NaN),
  new Date(2026, 1, 28),
  { day: '2026-02-30' },
  { day: 'never', time: '99:99' },
  '',
  ' \n ',
  [],
  'x'.repeat(5_000),
  '{{Name}} «Name» { MERGEFIELD Name }',
]

function nastyRecord(luck: Chance, template: WordTemplate): MergeRecord {
  const record: Record<string, unknown> = { constructor: 'x', toString: 1 }
  for (const { name } of template.fields) if (luck() < 0.9) record[name] = one(luck, nasty)
  return record as MergeRecord
}

/** Each part that is well-formed in the one is so in the other; and what Word would stumble over, by kind. */
function troubles(bytes: Uint8Array): Map<string, string> {
  const found = new Map<string, string>()
  for (const entry of readZip(bytes)) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue
    try {
      readXml(entry.name, decodeXml(unpack(entry)))
    } catch {
      found.set('XML', entry.name)
    }
  }
  if (found.size > 0) return found
  try {
    for (const complaint of complaints(bytes)) found.set(kindOf(complaint), complaint)
    if (crosses(readBack(bytes).nodes('word/document.xml'))) found.set('fields out', 'a field crosses the border of a text box')
  } catch (error) {
    found.set('unreadable', String(error))
  }
  return found
}

/** A field that begins in a text box and ends outside it: its marks are as many, and no field all the same. */
function crosses(nodes: readonly XmlNode[]): boolean {
  const open = new Map<XmlNode | null, number>()
  for (const node of nodes.filter((each) => each.name === 'w:fldChar')) {
    let story = node.parent
    while (story && story.name !== 'w:txbxContent') story = story.parent
    const step = { begin: 1, end: -1 }[node.attrs['w:fldCharType'] ?? ''] ?? 0
    open.set(story, (open.get(story) ?? 0) + step)
  }
  return [...open.values()].some((left) => left !== 0)
}

/** The schema allows a control to be empty. Notes that no relation leads to belong to no letter. */
function allowed(plan: WordTemplate['plan']): string[] {
  const lost = (['footnote', 'endnote', 'comment'] as const).filter(
    (kind) => !plan.parts.some(({ name }) => name.endsWith(`/${kind}s.xml`)),
  )
  return ['nothing in w:sdtContent', ...lost.map((kind) => `no ${kind}`)]
}

const kindOf = (complaint: string) => {
  const words = complaint
    .replace(/^\S+\.(xml|rels):/, '')
    .trim()
    .split(' ')
  return words.slice(0, words[1] === 'in' ? 3 : 2).join(' ')
}

/** What goes against the law with this seed; nothing when all is well. */
async function broken(seed: number): Promise<string | null> {
  const luck = chance(seed * 7_919)
  const source = one(luck, sources)
  const { bytes, how } = damaged(luck, source.bytes)
  const told = (what: string) => `seed ${seed}, ${source.name}, ${how}: ${what}`
  const start = performance.now()
  try {
    const opened = openTemplate(bytes)
    if (performance.now() - start > 2_000 && tooSlow(bytes)) return told('opening took more than two seconds')
    if (!opened.ok) return null
    const records = Array.from({ length: 3 }, () => nastyRecord(luck, opened.value))
    const merged = await mergeToBytes(opened.value, records, { language: one(luck, ['en', 'de', 'fr']), date: { day: '2026-05-04' } })
    if (!merged.ok) return null
    const own = new Set([...troubles(bytes).keys(), ...allowed(opened.value.plan)])
    const fresh = [...troubles(merged.value)].filter(([kind]) => !own.has(kind) && !own.has('XML')).map(([, trouble]) => trouble)
    if (fresh.length === 0) return null
    if (keep) writeFileSync(join(keep, `${seed}.docx`), bytes)
    if (keep) writeFileSync(join(keep, `${seed}.merged.docx`), merged.value)
    return told(fresh.join(', '))
  } catch (error) {
    return told(error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error))
  } finally {
    if (keep) writeFileSync(join(keep, `last.docx`), bytes)
  }
}

/** On a busy machine once does not count. */
function tooSlow(bytes: Uint8Array): boolean {
  const start = performance.now()
  openTemplate(bytes)
  return performance.now() - start > 2_000
}

it(
  `${count} damaged templates of ${all}: each gets an answer, and no letter is worse than its template`,
  { timeout: 60_000 + count * 500 },
  async () => {
    const found: string[] = []
    for (let seed = firstSeed; seed < firstSeed + count && found.length < 20; seed++) {
      const trouble = await broken(seed)
      if (trouble) found.push(trouble)
    }
    expect(found.length === 0 ? '' : `\n${found.join('\n')}\n`).toBe('')
  },
)
