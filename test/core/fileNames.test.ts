// File names by a pattern: what is filled in, what goes with a blank field, what nobody knows.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { filledFileName, unknownInFileName, usualFileName } from '../../src/core/letter/fileNames.ts'
import type { LetterValues } from '../../src/model/letter.ts'

const anna: LetterValues = {
  ...{ Name: 'Anna Berg', Surname: 'Berg', Company_Name: 'Ahorn KG', City: '', Subject: 'Our visit' },
  ...{ Document_Date: { day: toDay('2026-11-20') }, Address_Block: 'Ahorn KG\nRing 1\n53111 Bonn' },
}
const company: LetterValues = { ...anna, Name: 'Ahorn KG' }
const alone: LetterValues = { ...anna, Company_Name: '' }

describe('A file is called', () => {
  test.each<[string, LetterValues, string]>([
    [usualFileName, anna, 'Ahorn KG - Anna Berg'],
    [usualFileName, alone, 'Anna Berg'],
    [usualFileName, company, 'Ahorn KG'],
    ['{{Company_Name}} {{Name}} {{Document_Date}}', anna, 'Ahorn KG Anna Berg 2026-11-20'],
    ['{{Name}}, {{City}}, {{Subject}}', anna, 'Anna Berg, Our visit'],
    ['{{Name}} ({{Subject}})', anna, 'Anna Berg (Our visit)'],
    ['{{Name}} ({{City}})', anna, 'Anna Berg'],
    ['[{{Subject}}] {{Name}}', anna, '[Our visit] Anna Berg'],
    ['Letter to {{Name}} of {{City}}', anna, 'Letter to Anna Berg of'],
    ['{{City}} - {{Name}}', anna, 'Anna Berg'],
    ['Letter {{City}} - {{Name}}', anna, 'Letter - Anna Berg'],
    ['Letter {{City}}, {{Name}}', anna, 'Letter, Anna Berg'],
    ['{{City}}', anna, ''],
    ['{{Full name}} {{Nachname}}', anna, 'Anna Berg Berg'],
    ['{{Shoe size}}_{{Name}}', anna, 'Anna Berg'],
    ['{{Address_Block}}', anna, 'Ahorn KG, Ring 1, 53111 Bonn'],
    ['Letters', anna, 'Letters'],
  ])('%s', (pattern, values, name) => {
    expect(filledFileName(pattern, values)).toBe(name)
  })

  test('and a field that nobody knows is said', () => {
    expect(unknownInFileName('{{Shoe size}} {{Name}} {{Nachname}}')).toEqual(['Shoe size'])
  })
})
