// Lines cut into cells: texts made to keep a reader busy for hours come apart as quickly as any other.
import { describe, expect, test } from 'vitest'
import { cutRows } from '../../src/exchange/delimited.ts'

describe('A hostile text is cut in one go', () => {
  test.each<[string, string, number]>([
    ['one line of marks in the middle of words', '"' + 'a"b'.repeat(400_000), 1],
    ['one line of fields that are closed too early', '"x"y,'.repeat(300_000), 1],
    ['a mark that nobody closes on each line', '"a\n'.repeat(300_000), 300_000],
    ['opened cells over two lines each', '"a,"b\n'.repeat(200_000), 200_000],
    ['one line of a million cells', `"a",${'b,'.repeat(1_000_000)}`, 1],
  ])('%s', (_, text, rows) => {
    expect(cutRows(text, ',', 0, 1_000_000).rows).toHaveLength(rows)
  })
})
