// A date picture that Word cannot read is told when the template is opened, for in the letter it stands as it is.
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { field, makeDocx, para } from './makeDocx.ts'
import { readBack } from './readBack.ts'

const withPicture = (picture: string, kind = 'MERGEFIELD Day') => makeDocx({ body: para(field(`${kind} \\@ "${picture}"`, '«Day»')) })

function findingsOf(bytes: Uint8Array) {
  const opening = openTemplate(bytes)
  if (!opening.ok) throw new Error(opening.failure.code)
  return opening.value.findings
}

describe('The letters of a date picture', () => {
  it.each([
    ['TT.MM.JJJJ', 'T, J'],
    ['jj/MM/aaaa', 'j, a'],
    ['d de MMMM yyyy', 'e'],
    ['дд.MM.гггг', 'д, г'],
  ])('that stand for nothing are told: %s', (picture, letters) => {
    expect(findingsOf(withPicture(picture))).toMatchObject([
      { code: 'SWITCH_BAD', detail: `MERGEFIELD Day \\@ "${picture}"`, letters, where: '«Day»' },
    ])
  })

  it.each(['TIME', 'DATE', 'QUOTE x'])('are told of %s as well', (kind) => {
    expect(findingsOf(withPicture('TT.MM.', kind))).toMatchObject([{ code: 'SWITCH_BAD', letters: 'T' }])
  })

  it.each([
    'dd.MM.yyyy',
    'DD. MMMM YYYY',
    "dddd, d. MMMM yyyy 'um' HH:mm:ss 'Uhr'",
    'h:mm am/pm',
    'H:mm AM/PM',
    'yyyy年M月d日',
    "d 'd’août' yy",
  ])('that Word knows, or in quotes, are not: %s', (picture) => {
    expect(findingsOf(withPicture(picture))).toEqual([])
  })

  it('stand in the letter as they are: nothing is guessed', async () => {
    const opening = openTemplate(withPicture('TT.MM.JJJJ'))
    if (!opening.ok) throw new Error(opening.failure.code)
    const made = await mergeToBytes(opening.value, [{ Day: { day: '2026-11-03' } }], { language: 'de' })
    if (!made.ok) throw new Error(made.failure.code)
    expect(readBack(made.value).lines).toEqual(['TT.11.JJJJ'])
  })
})
