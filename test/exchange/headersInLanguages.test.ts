// What we write ourselves we read again, in whatever language the other tablet speaks: the headings of our exports find their targets.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contactColumns } from '../../src/exchange/exportContacts.ts'
import { importTargets } from '../../src/exchange/importTargets.ts'
import { guessByHeader, guessMapping } from '../../src/exchange/mapping.ts'
import { uiLanguages } from '../../src/model/uiLanguages.ts'

const file = (language: string) =>
  JSON.parse(readFileSync(new URL(`../../src/text/messages/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>
/** Columns of a contact that go by another name where they come in; "Title" alone may be three things, and its cells decide. */
const otherwise: Record<string, string> = { name: 'fullName', company: 'companyName', salesperson: 'salespersonName' }

describe.each(uiLanguages)('headings of our own files in %s', (language) => {
  const texts = file(language)

  it('contacts: each column goes where it came from', () => {
    const keys = contactColumns.map(({ key }) => key)
    const guessed = guessMapping(keys.map((key) => texts[`export.column.${key}`] ?? key))
    const wrong = keys.flatMap((key, at) => {
      const wanted = otherwise[key] ?? key
      return key === 'title' || guessed[at] === wanted ? [] : [`${texts[`export.column.${key}`]}: ${guessed[at]} instead of ${wanted}`]
    })
    expect(wrong.join('; ')).toBe('')
  })

  it.each(['interactions', 'purchases'] as const)('%s: what can come in again is known by our own heading', (kind) => {
    const targets: readonly string[] = importTargets[kind]
    const keys = targets.filter((target) => target !== 'externalId' && texts[`export.column.${target}`] !== undefined)
    const guessed = guessByHeader(
      keys.map((key) => texts[`export.column.${key}`] ?? key),
      kind,
    )
    const wrong = keys.flatMap((key, at) =>
      guessed[at]?.target === key ? [] : [`${texts[`export.column.${key}`]}: ${guessed[at]?.target} instead of ${key}`],
    )
    expect(wrong.join('; ')).toBe('')
  })
})
