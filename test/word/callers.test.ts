// What programs hand in that the types do not allow, or that other programs made: rows of databases, empty form fields, buffers of Node.
// A letter is made of what is meant, and what is nothing is empty.
import { expect, it } from 'vitest'
import {
  mergeCombined,
  mergeSingles,
  mergeToBytes,
  openTemplate,
  type MergeOptions,
  type MergeRecord,
  type SinglesOptions,
} from '../../src/word/index.ts'
import { escapeXml } from './escapeXml.ts'
import { field, makeDocx, para, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

function opened(body: string) {
  const result = openTemplate(makeDocx({ body }))
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

/** As plain JavaScript calls: nothing is checked. */
const as = <T>(value: unknown) => value as T
const greeting = opened(para(text('Dear {{a}}!')))

async function linesOf(template: ReturnType<typeof opened>, records: readonly unknown[], options: unknown = {}) {
  const result = await mergeToBytes(template, as<MergeRecord[]>(records), as<MergeOptions>(options))
  if (!result.ok) throw new Error(result.failure.code)
  expect(complaints(result.value)).toEqual([])
  return readBack(result.value).lines
}

it.each([[undefined], [null], [0], ['']])(
  'A row that is %o among others is a letter with empty fields, and those behind it are made',
  async (row) => {
    const rows = [{ a: '1' }, row, { a: '3' }]
    expect(await linesOf(greeting, rows)).toEqual(['Dear 1!', 'Dear !', 'Dear 3!'])
    expect(await linesOf(greeting, [row, { a: '2' }])).toEqual(['Dear !', 'Dear 2!'])
  },
)

it.each<[unknown, string]>([
  [null, ''],
  [true, 'true'],
  [12n, '12'],
  [{}, ''],
  [() => 'a', ''],
  [Symbol('a'), ''],
  [{ day: undefined }, ''],
  [{ day: 5 }, ''],
  [{ day: '2026-11-22', time: null }, 'November 22, 2026'],
  [[null, 'b', 3], '\n\nb\n\n3'],
])('A cell that holds %o', async (value, shown) => {
  const body = [opened(para(text('|{{a}}|'))), opened(para(text('|') + field('MERGEFIELD a \\* Upper') + text('|')))]
  const records = [{ a: value }, { a: 'b' }]
  for (const template of body) {
    const lines = await linesOf(template, records, { language: 'en-US' })
    expect(lines.join('\n').toLowerCase()).toContain(shown.toLowerCase())
    expect(lines.at(-1)?.toLowerCase()).toBe('|b|')
  }
  const pictured = opened(para(text('|') + field('MERGEFIELD a \\@ "yyyy"') + field('MERGEFIELD a \\# "0"') + text('|')))
  await expect(linesOf(pictured, records)).resolves.toBeDefined()
})

it('What a caller says of addresses and greetings may be nothing, or no text', async () => {
  const address = 'ADDRESSBLOCK \\f "<<_LAST0_>>"'
  const greets = 'GREETINGLINE \\f "<<_BEFORE_ Hi >><<_LAST0_>>" \\e "Hello"'
  const template = opened(para(field(escapeXml(address))) + para(field(escapeXml(greets))))
  const people = [{ 'Last Name': 'Berg' }]
  const answers = (value: unknown) => ({ address: () => value, greeting: () => value, part: () => value })
  expect(await linesOf(template, people, answers(null))).toEqual(['Berg', 'Hi Berg'])
  expect(await linesOf(template, people, answers({}))).toEqual(['Berg', 'Hi Berg'])
  expect(await linesOf(template, people, answers('Ann'))).toEqual(['Ann', 'Ann'])
  expect(await linesOf(template, people, answers(7))).toEqual(['7', '7'])
  expect(await linesOf(template, people, { address: () => ['Ann', null, 7] })).toEqual(['Ann\n7', 'Hi Berg'])
  expect(await linesOf(template, [{}], answers(null))).toEqual(['Hello'])
})

it('A Buffer of Node may be used again when the template is open', async () => {
  const bytes = Buffer.from(makeDocx({ body: para(text('Dear {{a}}')) }))
  const result = openTemplate(bytes)
  if (!result.ok) throw new Error(result.failure.code)
  bytes.fill(0)
  expect(await linesOf(result.value, [{ a: 'Ann' }])).toEqual(['Dear Ann'])
})

it('A template from a small Buffer carries no memory of others', () => {
  const small = Buffer.from(makeDocx({ body: para(text('{{a}}')) }))
  const result = openTemplate(small)
  if (!result.ok) throw new Error(result.failure.code)
  const [held] = result.value.plan.statics
  expect(held?.data.buffer.byteLength).toBe(small.length)
})

it('All letters are in the bytes, whatever the options say of files', async () => {
  const written: unknown[] = []
  const to = () => ({ write: (bytes: unknown) => void written.push(bytes), close: () => undefined })
  expect(await linesOf(greeting, [{ a: '1' }, { a: '2' }], { lettersPerFile: 1, to })).toEqual(['Dear 1!', 'Dear 2!'])
  expect(written).toEqual([])
})

it.each([[NaN], [Infinity], [undefined], [null], ['']])('%o letters per file is no limit: all go in one', async (count) => {
  const options = as<SinglesOptions>({ lettersPerFile: count })
  const records = [{ a: '1' }, { a: '2' }, { a: '3' }]
  for (const merge of [mergeCombined, mergeSingles]) {
    const result = await merge(greeting, records, options)
    expect(result.ok && result.value.files.map(({ letters }) => letters)).toEqual([3])
  }
})

it.each([[''], [' '], [null]])('A language that is %o is the document’s own', async (language) => {
  const template = opened(para(text('{{a}}')))
  const german = { ...template, plan: { ...template.plan, language: 'de-DE' } }
  expect(await linesOf(german, [{ a: new Date(2026, 10, 22) }], { language })).toEqual(['22. November 2026'])
})

it.each([[null], [new Date(NaN)], [{}], [() => null], [() => new Date(NaN)]])('DATE stays live where the day is %o', async (date) => {
  const template = opened(para(field('DATE \\@ "yyyy"', 'today')))
  const result = await mergeToBytes(template, [{}], as<MergeOptions>({ date }))
  expect(result.ok && readBack(result.value).xml('word/document.xml')).toContain('DATE \\@ "yyyy"')
})
