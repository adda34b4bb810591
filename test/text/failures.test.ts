// How failures read, in both languages.
import { afterEach, describe, expect, it } from 'vitest'
import { failureText } from '../../src/text/failures.ts'
import { setLanguage } from '../../src/text/language.svelte.ts'

describe('A segment that cannot be logged', () => {
  afterEach(() => setLanguage('en'))

  it.each([
    ['en', 'noDescription', 'The segment cannot be logged yet: the segment has no description.'],
    ['en', 'noLines', 'The segment cannot be logged yet: nobody is left to log.'],
    ['en', 'noTemplate', 'The segment cannot be logged yet: no interaction template is chosen.'],
    ['en', 'noSalesperson', 'The segment cannot be logged yet: no salesperson is chosen.'],
    ['de', 'noDescription', 'Das Segment kann noch nicht protokolliert werden: das Segment hat keine Beschreibung.'],
    ['de', 'noLines', 'Das Segment kann noch nicht protokolliert werden: niemand ist zu protokollieren.'],
    ['de', 'noTemplate', 'Das Segment kann noch nicht protokolliert werden: keine Aktivitätenvorlage ist gewählt.'],
    ['de', 'noSalesperson', 'Das Segment kann noch nicht protokolliert werden: kein Verkäufer ist gewählt.'],
  ] as const)('%s, %s: %s', (language, problem, sentence) => {
    setLanguage(language)
    expect(failureText({ code: 'logRefused', problems: [problem] })).toBe(sentence)
  })
})
