// Placeholders typed by hand where a field's instruction stands: in a condition, in a branch, in a link's address.
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type MergeRecord } from '../../src/word/index.ts'
import { makeDocx, simple, para, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'
import { lines } from './writeFields.ts'

async function merged(body: string, ...records: MergeRecord[]) {
  const opening = openTemplate(makeDocx({ body }))
  if (!opening.ok) throw new Error(opening.failure.code)
  const made = await mergeToBytes(opening.value, records)
  if (!made.ok) throw new Error(made.failure.code)
  expect(complaints(made.value)).toEqual([])
  return { doc: readBack(made.value), fields: opening.value.fields.map(({ name, count }) => `${name} ${count}`) }
}

/** As text only: `{{` is the hand's own sign for fields. */
const typed = (words: string) => lines(words.replaceAll('<<', '⦃').replaceAll('>>', '⦄')).replaceAll('⦃', '{{').replaceAll('⦄', '}}')

describe('A placeholder in an IF', () => {
  it.each([
    ['{ IF "<< G >>" = "MALE" "his" "her" }', ['his', 'her']],
    ['{ IF << G >> = MALE "his" "her" }', ['his', 'her']],
    ['{ IF "«G»" = "MALE" "his" "her" ¦old}', ['his', 'her']],
    ['{ IF MALE = "<<G>>" "his" "her" }', ['his', 'her']],
    ['{ IF 1 = 1 "Dear <<N>>!" "" }', ['Dear Bo!', 'Dear Ann!']],
    ['{ IF 1 = 1 "Dear ⟦«N»⟧, << N >>" "" ¦«N»}', ['Dear Bo, Bo', 'Dear Ann, Ann']],
    ['{ IF 1 = 1 "Dear <<N>>" "" \\* Upper }', ['DEAR BO', 'DEAR ANN']],
    ['{ = <<A>> * 2 }', ['4', '8']],
    ['{ QUOTE "<<A>> of <<N>>" }', ['2 of Bo', '4 of Ann']],
    ['{ IF 1 = 1 { IF "<<G>>" = "F" "<<N>>" "no" } "" }', ['no', 'Ann']],
  ])('counts with its value: %s', async (words, said) => {
    const { doc } = await merged(typed(words), { G: 'MALE', N: 'Bo', A: 2 }, { G: 'F', N: 'Ann', A: 4 })
    expect(doc.lines).toEqual(said)
  })

  it('is among the fields', async () => {
    expect((await merged(typed('{ IF "<< G >>" = "MALE" "<<N>>" "her" }'), {})).fields).toEqual(['G 1', 'N 1'])
  })

  it('decides as a simple field, too', async () => {
    const body = para(simple('IF &quot;{{G}}&quot; = &quot;MALE&quot; &quot;his&quot; &quot;her&quot;', text('old')))
    expect((await merged(body, { G: 'MALE' }, { G: 'F' })).doc.lines).toEqual(['his', 'her'])
  })

  it('leaves a person out', async () => {
    expect((await merged(typed('{ SKIPIF "<<N>>" = "Bo" }<<N>>'), { N: 'Bo' }, { N: 'Ann' })).doc.lines).toEqual(['Ann'])
  })
})

it('A reference to a bookmark around a placeholder shows the value', async () => {
  const mark = para('<w:bookmarkStart w:id="1" w:name="nm"/>' + text('{{N}}') + '<w:bookmarkEnd w:id="1"/>')
  const { doc } = await merged(mark + typed('Dear { REF nm ¦old}'), { N: 'Bo' }, { N: 'Ann' })
  expect(doc.lines).toEqual(['Bo', 'Dear Bo', 'Ann', 'Dear Ann'])
})
