// Small files can hold very many fields. Opening them takes no longer than there is to read, and nothing is thrown.
import { expect, it } from 'vitest'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { char, code, field, makeDocx, para } from './makeDocx.ts'
import { readBack } from './readBack.ts'

const opened = (body: string) => {
  const start = performance.now()
  const result = openTemplate(makeDocx({ body }))
  if (!result.ok) throw new Error(result.failure.code)
  // The bound is generous: what grew with the square took minutes.
  expect(performance.now() - start).toBeLessThan(15_000)
  return result.value
}
const many = (count: number, xml: (at: number) => string) => Array.from({ length: count }, (_, at) => xml(at)).join('')

it('10 000 merge fields in one paragraph', () => {
  expect(opened(para(many(10_000, () => field('MERGEFIELD a', 'r')))).fields).toMatchObject([{ name: 'a', count: 10_000 }])
})

it('5 000 fields that cannot be merged, each its own, are told each once', () => {
  expect(opened(para(many(5_000, (at) => field(`INCLUDETEXT "b${at}"`, 'r')))).findings).toHaveLength(5_000)
})

it('5 000 beginnings without an end between 5 000 good fields', () => {
  expect(opened(para(many(5_000, () => char('begin') + field('MERGEFIELD a', 'r')))).findings[0]).toMatchObject({
    code: 'FIELD_UNBALANCED',
  })
})

it('an instruction of 300 000 signs', async () => {
  const long = 'x'.repeat(300_000)
  const template = opened(para(char('begin') + code(` IF "a" = "a" "${long}" "n" `) + char('end')))
  const merged = await mergeToBytes(template, [{}])
  if (!merged.ok) throw new Error(merged.failure.code)
  expect(readBack(merged.value).lines).toEqual([long])
})
