// The examples that README and help give come true in a letter of any language.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { letterOf } from '../../src/core/letter/letters.ts'
import { valuesForDocument } from '../../src/core/letter/values.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { mergeToBytes, openTemplate, type MergeRecord } from '../../src/word/index.ts'
import { around, company, documentIn, lineOf, ourCompany, person, segmentOf, template } from '../make.ts'
import { makeDocx } from '../word/makeDocx.ts'
import { readBack } from '../word/readBack.ts'
import { lines } from '../word/writeFields.ts'

const source = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const condition = (file: string) => /\{ IF (\{ MERGEFIELD .*?\}) = "(\w+)" "Servus"/.exec(source(file))

test.each(
  ['README.md', 'src/screens/help/WordHelp.svelte'].flatMap((file) => ['de', 'en', 'fr'].map((language) => [file, language] as const)),
)('The condition of %s greets an Austrian in a letter in %s', async (file, language) => {
  const [, field, value] = condition(file)!
  const opening = openTemplate(makeDocx({ body: lines(`{ IF ${field} = "${value}" "Servus" "Hello" }`) }))
  if (!opening.ok) throw new Error(opening.failure.code)
  const letter = template({ documents: [documentIn(language)] })
  const wien = company({ name: 'Wiener Werk', city: 'Wien', countryCode: 'AT' })
  const clara = person({ name: 'Clara Fink', company: wien, languageCode: toLetterLanguage(language) })
  const { segment, lines: list } = segmentOf([lineOf(clara, 1)], { templateId: letter.id })
  const world = around({ contacts: [wien, clara], templates: [letter], company: ourCompany() })
  const { values } = letterOf(list.lines[0]!, segment, world)!
  const names = opening.value.fields.map(({ name }) => name)
  const made = await mergeToBytes(opening.value, [valuesForDocument(names, {}, values) as MergeRecord], { language })
  if (!made.ok) throw new Error(made.failure.code)
  expect(readBack(made.value).lines).toEqual(['Servus'])
})
