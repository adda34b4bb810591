// Any small house for the laws: a few companies, people, criteria and a segment with some of them, twice at times.
import fc from 'fast-check'
import type { Contact } from '../../src/model/contact.ts'
import type { Criteria, Rule, StepOptions } from '../../src/model/criteria.ts'
import type { ContactId } from '../../src/model/ids.ts'
import type { Line } from '../../src/model/segment.ts'
import { all, any, choice, company, factsAbout, lineOf, none, person, segmentOf, text } from '../make.ts'

const flags = fc.record({
  excludeFromSegment: fc.boolean(),
  privacyBlocked: fc.boolean(),
  minor: fc.boolean(),
  parentalConsent: fc.boolean(),
})
const city = fc.constantFrom('', 'Ulm', 'Bonn')

const anyContacts: fc.Arbitrary<Contact[]> = fc
  .array(fc.tuple(fc.constantFrom('none', 'A', 'B'), city, flags), { maxLength: 8 })
  .map((rows) => {
    const companies = { A: company({ name: 'Ahorn', city: 'Ulm' }), B: company({ name: 'Birke' }) }
    const people = rows.map(([works, town, flag], i) => {
      const employer = works === 'A' || works === 'B' ? { company: companies[works] } : {}
      return person({ name: `P${i}`, city: town, ...employer, ...flag })
    })
    return [companies.A, companies.B, ...people]
  })

/** Contacts, and a segment with lines for some of them; one line may be of somebody who is gone. */
export const anyHouse = fc.tuple(anyContacts, fc.array(fc.nat(11), { maxLength: 12 })).map(([contacts, picks]) => {
  const lines: Line[] = picks.map((pick, i) => lineOf(contacts[pick] ?? ('gone' as ContactId), i + 1, { comment: pick % 2 ? 'Hello' : '' }))
  return { about: factsAbout(contacts), state: segmentOf(lines), contacts }
})

const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  city.map((town) => text('city', 'isAnyOf', town)),
  city.map((town) => text('city', 'isNoneOf', town)),
  fc.constant(choice('type', 'isAnyOf', 'company')),
  fc.constant(text('companyName', 'contains', 'hor')),
  fc.boolean().map((is): Rule => ({ kind: 'flag', field: 'minor', is })),
  fc.constant<Rule>({ kind: 'contact', operator: 'isAnyOf', ids: ['p1', 'p2'] as ContactId[] }),
)

export const anyCriteria: fc.Arbitrary<Criteria> = fc
  .tuple(fc.constantFrom(all, any, none), fc.array(anyRule, { maxLength: 3 }))
  .map(([group, rules]) => group(...rules))

export const anyOptions: fc.Arbitrary<StepOptions> = fc.record({
  allowExisting: fc.boolean(),
  expandCompanies: fc.boolean(),
  allowRelatedCompanies: fc.boolean(),
  ignoreExclusion: fc.boolean(),
  entireCompanies: fc.boolean(),
})
