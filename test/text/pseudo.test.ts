// A language nobody speaks, made of the English one: what a sixth language would be held to.
import { describe, expect, it } from 'vitest'
import english from '../../src/text/messages/en.json'
import { unlikeLanguages, untranslated } from '../config/texts.ts'
import { pseudo } from '../tools/pseudo.mjs'

describe('a language made of English', () => {
  it.each([
    ['Name', 'Ñàmé ~~'],
    ['Hello {name}, how are you?', 'Héllö ~~ {name}, höw àré ýöû? ~~~~~'],
    ['{count, plural, one {# line} other {# lines}} gone', '{count, plural, one {# lîñé ~~} other {# lîñéš ~~~}} göñé ~~'],
    ['<b>is {when}</b>', '<b>îš {when}</b>'],
    ["as '{{'A'}}'", "àš '{{'À'}}' ~~~~"],
  ])('%s', (text, said) => expect(pseudo(text)).toBe(said))

  it('has all texts with the words to fill in, and none as English has it', () => {
    const messages = { en: english as Record<string, string>, zz: {} as Record<string, string> }
    for (const [key, text] of Object.entries(messages.en)) messages.zz[key] = pseudo(text)
    expect(unlikeLanguages(messages)).toEqual([])
    expect(untranslated(messages)).toEqual([])
  })
})
