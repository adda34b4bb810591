// A text box or a table in a branch of an IF is part of the letter like any other: records come to hand in it, and are left out by it.
import { expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type MergeRecord } from '../../src/word/index.ts'
import { code, field, makeDocx, para, table, text } from './makeDocx.ts'
import { readLetters } from './readLetters.ts'
import { textBox } from './textBox.ts'
import { lines, runs } from './writeFields.ts'

async function lettersOf(body: string, records: MergeRecord[]) {
  const opening = openTemplate(makeDocx({ body }))
  if (!opening.ok) throw new Error(opening.failure.code)
  const made = await mergeToBytes(opening.value, records)
  if (!made.ok) throw new Error(made.failure.code)
  return readLetters(made.value)
}

const list = (count: number): MergeRecord[] => Array.from({ length: count }, (_, at) => ({ N: `n${at}` }))
const pairs = (count: number, first: (at: number) => string[]) => Array.from({ length: count / 2 }, (_, at) => first(2 * at))

it('A text box in a branch takes the next person in each of many letters', async () => {
  const box = textBox(7, lines('box {NEXT}{MERGEFIELD N}'))
  const body = lines(`{ IF 1 = 1 "⟨${box}⟩" "" }`) + lines('after {MERGEFIELD N}')
  const letters = await lettersOf(body, list(600))
  expect(letters.map((letter) => letter.body.slice(1))).toEqual(pairs(600, (at) => [`box n${at + 1}`, `after n${at + 1}`]))
})

it('A table in a branch takes the next person in each of many letters', async () => {
  const inner = table([para(field('MERGEFIELD N') + field('NEXT')), para(field('MERGEFIELD N'))])
  const body = lines(`{ IF 1 = 1 "¶⟨</w:p>${inner}<w:p>⟩" "" }`) + lines('end')
  const letters = await lettersOf(body, list(600))
  expect(letters.map((letter) => letter.body.filter((line) => line.startsWith('n')))).toEqual(pairs(600, (at) => [`n${at}`, `n${at + 1}`]))
})

it('A person is left out by a table in a branch', async () => {
  const inner = table([para(runs('{ SKIPIF {MERGEFIELD N} = "n1" }')), para(code('cell ') + field('MERGEFIELD N'))])
  const body = lines(`{ IF 1 = 1 "¶⟨</w:p>${inner}<w:p>⟩" "" }`) + para(text('end'))
  const letters = await lettersOf(body, list(3))
  expect(letters.map((letter) => letter.body.filter((line) => line.startsWith('cell')))).toEqual([['cell n0'], ['cell n2']])
})
