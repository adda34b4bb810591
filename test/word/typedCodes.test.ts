// A code typed with the braces of the keyboard is no field. Whoever wrote it is told, before it stands in every letter.
import { expect, it } from 'vitest'
import { openTemplate } from '../../src/word/index.ts'
import { field, makeDocx, para, text } from './makeDocx.ts'

const told = (body: string) => {
  const opened = openTemplate(makeDocx({ body }))
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value.findings.map(({ code, detail }) => `${code} ${detail}`)
}

it.each([
  ['typed in one go', text('{ ADDRESSBLOCK }'), ['FIELD_TYPED ADDRESSBLOCK']],
  ['split by Word', text('{') + text(' mergefield Name }'), ['FIELD_TYPED MERGEFIELD']],
  ['put in as a field', field('ADDRESSBLOCK'), []],
  ['a placeholder', text('{{ If }}'), []],
  ['braces around words', text('{iffy}'), []],
])('%s', (_, body, findings) => {
  expect(told(para(body))).toEqual(findings)
})
