// Where the other rules leave few people, only their texts are looked at: that comes to the same as looking through all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, spelledOut } from '../../src/base/fold.ts'
import { ColumnBuilder } from '../../src/columns/index.ts'
import { factsOf } from '../../src/core/criteria/facts.ts'
import { selectContacts } from '../../src/core/criteria/select.ts'
import type { Contact } from '../../src/model/contact.ts'
import { TextField, TextOperator, type Criteria, type Rule } from '../../src/model/criteria.ts'
import { contactAt, surnames, today } from '../bench/criteria/data.ts'
import { asked, typed } from '../bench/criteria/questions.ts'

const size = 400
const contacts = Array.from({ length: size }, (_, at) => contactAt(at, size))
const parts = ['gard', 'MÜL', 'muel', 'uel', 'Mueller', 'oe', 'e', 'stroem', 'berg', 'an', '', ' ', 'ß', '+49 1', '@post', '7', 'x']

const anyText: fc.Arbitrary<Rule> = fc.record(
  {
    kind: fc.constant('text' as const),
    field: fc.constantFrom(...TextField.options),
    operator: fc.oneof({ arbitrary: fc.constant('contains' as const), weight: 3 }, fc.constantFrom(...TextOperator.options)),
    values: fc.array(fc.constantFrom(...parts), { maxLength: 3 }),
    of: fc.constant('company' as const),
    blanks: fc.boolean(),
  },
  { requiredKeys: ['kind', 'field', 'operator', 'values'] },
)
const few = fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 12 })

const found = (rows: readonly Contact[], criteria: Criteria) =>
  selectContacts(criteria, factsOf(rows, []), today)
    .map(({ id }) => id)
    .sort()

function citiesOf(rows: readonly Contact[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { city } of rows) if (city) counts.set(city, (counts.get(city) ?? 0) + 1)
  return counts
}

test('a text and a few people, before and after one of them is called something else', () => {
  const renamed = fc.constantFrom('Gård Österreich', 'Gaard Oesterreich', 'Müller', '', 'x', contacts[9]!.city)
  fc.assert(
    fc.property(few, fc.array(anyText, { minLength: 1, maxLength: 3 }), renamed, (ats, texts, name) => {
      const builder = new ColumnBuilder()
      builder.addContacts(contacts)
      const index = builder.finish(new Set())
      const ids = ats.map((at) => contacts[at]!.id)
      const criteria: Criteria = { kind: 'group', match: 'all', items: [...texts, { kind: 'contact', operator: 'isAnyOf', ids }] }
      expect(index.idsOf(index.matching(criteria, today)).sort()).toEqual(found(contacts, criteria))

      const other = { ...contacts[ats[0]!]!, name, email: name, city: name }
      index.patch({ contacts: [[other.id, other]] })
      const now = contacts.map((contact) => (contact.id === other.id ? other : contact))
      expect(index.idsOf(index.matching(criteria, today)).sort()).toEqual(found(now, criteria))
      // A city that was there already may stand there twice; it is counted once.
      expect(new Map(index.values('city', size).map(({ value, count }) => [value, count]))).toEqual(citiesOf(now))
    }),
    { numRuns: 80 },
  )
})

test('the words that the benchmark asks are found in nobody by the other spelling alone', () => {
  const words = [asked.prefix, asked.part, ...asked.words, ...Array.from({ length: 400 }, (_, at) => typed(at)).filter(Boolean)]
  const written = Array.from({ length: 4000 }, (_, at) => contactAt(at, 4000)).flatMap(({ name, city, email }) => [name, city, email])
  const spelled = [...surnames, ...written]
    .map((text) => ({ plain: fold(text), other: spelledOut(text) ?? '' }))
    .filter(({ other }) => other)
  expect(spelled.length).toBeGreaterThan(1000)
  expect(words.filter((word) => spelled.some(({ plain, other }) => other.includes(word) && !plain.includes(word)))).toEqual([])
})
