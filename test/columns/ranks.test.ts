// Places of texts without asking the collator for each pair: they must be those it would give.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ranksOf } from '../../src/columns/ranks.ts'

const part = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(..."abcXYZäÄöéÉñßøåæ0129 .-&'/_,(") },
  fc.constantFrom('Ahorn', 'ahorn', 'Müller', 'Muller', '10', '2', '007', 'GmbH', 'Ω', 'й', '𝄞', 'e\u0301', 'ij', 'ch', 'll', 'aa'),
  fc.string({ maxLength: 3 }),
)
const anyText = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))

test.each([
  ['en', true],
  ['en', false],
  ['de', false],
  ['fr', false],
  ['da', false],
  ['cs', false],
])('in %s, figures as numbers: %s', (locale, numeric) => {
  const collator = new Intl.Collator(locale, { numeric })
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 12 }), (texts) => {
      const ranks = ranksOf(texts, collator)
      for (const [a, one] of texts.entries())
        for (const [b, other] of texts.entries()) {
          const said = Math.sign(ranks[a]! - ranks[b]!)
          expect(said, `${JSON.stringify(one)} ${JSON.stringify(other)}`).toBe(Math.sign(collator.compare(one, other)))
        }
    }),
    { numRuns: 400 },
  )
})
