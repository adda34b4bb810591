// A link is made of a value only where that is an address of the web, of mail or of a telephone, wherever the switches stand.
import { expect, it } from 'vitest'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { char, code, field, makeDocx, para, text } from './makeDocx.ts'
import { readBack } from './readBack.ts'

const link = (before: string, after: string) =>
  para(
    char('begin') +
      code(` HYPERLINK ${before}"`) +
      field('MERGEFIELD u', 'r') +
      code(`"${after} `) +
      char('separate') +
      text('click') +
      char('end'),
  )

async function linkTo(body: string, u: string): Promise<string> {
  const opened = openTemplate(makeDocx({ body }))
  if (!opened.ok) throw new Error(opened.failure.code)
  const merged = await mergeToBytes(opened.value, [{ u }])
  if (!merged.ok) throw new Error(merged.failure.code)
  const nodes = readBack(merged.value).nodes('word/document.xml')
  return nodes.map((node) => (node.name === 'w:instrText' ? node.text : '')).join('')
}

it.each([
  ['alone', '', ''],
  ['behind a tip', '\\o "tip" ', ''],
  ['before a window', '', ' \\t "_blank"'],
  ['behind a switch without a word', '\\n ', ''],
  ['behind an empty address', '"" ', ''],
])('%s', async (_, before, after) => {
  expect(await linkTo(link(before, after), 'javascript:alert(1)')).not.toContain('javascript')
  expect(await linkTo(link(before, after), 'file:///etc/passwd')).not.toContain('passwd')
})

it.each([
  ['alone', '', ''],
  ['behind a tip', '\\o "tip" ', ''],
])('an address of the web %s stays a link', async (_, before, after) => {
  expect(await linkTo(link(before, after), 'https://example.com/a')).toContain('https://example.com/a')
})
