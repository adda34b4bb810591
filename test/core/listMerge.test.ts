// Rows of lists that go into another one: criteria ask on, nobody is lost, and everything that named the one names the other.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { furtherLists, heldIds, listTables, type SetupList } from '../../src/core/contact/lists.ts'
import { matches } from '../../src/core/criteria/matches.ts'
import { inExpression } from '../../src/core/lists/mentionsInFilter.ts'
import { namedIn, namedPart, renamed } from '../../src/core/lists/mentions.ts'
import { planListMerge } from '../../src/core/lists/merge.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { Criteria, Rule } from '../../src/model/criteria.ts'
import { all, company, factsAbout, person, today } from '../make.ts'

type Made = { contact: (keys: string[]) => Contact; rule: (keys: string[]) => Rule }
const none = { kind: 'flag', field: 'minor', is: true } as const
const choice = (field: Extract<Rule, { kind: 'choice' }>['field']) => (values: string[]) =>
  ({ kind: 'choice', field, operator: 'isAnyOf', values }) as Rule
const any = (kind: 'mailingGroup' | 'industryGroup' | 'businessRelation' | 'jobResponsibility') => (ids: string[]) =>
  ({ kind, operator: 'hasAnyOf', ids }) as Rule
let count = 0
const someone = (fields: object) => person({ name: `Anna ${++count}`, ...fields })
const some = (fields: object) => company({ name: `Firm ${++count}`, ...fields })

/** How somebody holds rows of each list, and the rule that asks for any of them. */
const lists: Record<Exclude<SetupList, 'campaignStatuses'>, Made> = {
  mailingGroups: { contact: (keys) => someone({ mailingGroupIds: keys }), rule: any('mailingGroup') },
  industryGroups: { contact: (keys) => some({ industryGroupIds: keys }), rule: any('industryGroup') },
  businessRelations: {
    contact: (keys) => some({ businessRelations: keys.map((key) => ({ businessRelationId: key, no: '' })) }),
    rule: any('businessRelation'),
  },
  jobResponsibilities: { contact: (keys) => someone({ jobResponsibilityIds: keys }), rule: any('jobResponsibility') },
  organizationalLevels: {
    contact: ([key]) => someone({ ...(key && { organizationalLevelId: key }) }),
    rule: choice('organizationalLevelId'),
  },
  territories: { contact: ([key]) => someone({ ...(key && { territoryId: key }) }), rule: choice('territoryId') },
  webSources: { contact: (keys) => some({ webSources: keys.map((key) => ({ webSourceId: key, searchWord: '' })) }), rule: () => none },
  salespeople: { contact: ([key]) => someone({ ...(key && { salespersonId: key }) }), rule: choice('salespersonId') },
  salutations: { contact: ([key = '']) => someone({ salutationCode: key }), rule: choice('salutationCode') },
  countries: { contact: ([key = '']) => someone({ countryCode: key }), rule: choice('countryCode') },
  languages: { contact: ([key]) => someone({ ...(key && { languageCode: key }) }), rule: choice('languageCode') },
}

const keys = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 4 })
const found = (contacts: readonly Contact[], rule: Rule): string[] =>
  contacts.filter((contact) => matches(all(rule), contact, factsAbout(contacts), today)).map(({ id }) => id)

describe('After A went into B', () => {
  it.each([...listTables, ...furtherLists])(
    'of %s, "has any of" finds whom "A or B" found before; nobody is lost, and nobody holds A',
    (list) => {
      const { contact, rule } = lists[list]
      fc.assert(
        fc.property(fc.array(keys, { minLength: 1, maxLength: 6 }), keys, (held, asked) => {
          const before = held.map(contact)
          const plan = planListMerge({ list, from: ['A'], to: 'B' }, { contacts: before })
          if (!plan.ok) throw new Error(plan.failure.code)
          const changed = new Map(plan.value.changes.put.contacts?.map((one) => [one.id, one]))
          const after = before.map((one) => changed.get(one.id) ?? one)
          const to = (key: string) => (key === 'A' ? 'B' : key)
          const either = asked.some((key) => to(key) === 'B') ? [...asked, 'A', 'B'] : asked
          expect(found(after, renamed(rule(asked), list, to))).toEqual(found(before, rule(either)))
          for (const [at, one] of after.entries()) expect(new Set(heldIds(one, list))).toEqual(new Set(heldIds(before[at]!, list).map(to)))
          for (const one of after) expect(heldIds(one, list)).toHaveLength(new Set(heldIds(one, list)).size)
          // Who did not hold A is not touched.
          expect([...changed.keys()]).toEqual(before.filter((one) => heldIds(one, list).includes('A')).map(({ id }) => id))
        }),
        { numRuns: 40 },
      )
    },
  )

  test('a relation or a search word that only one of the two had is kept; of two, that of the row that stays', () => {
    const relation = (businessRelationId: string, no: string) => ({ businessRelationId, no })
    const merged = (...relations: object[]) =>
      renamed(some({ businessRelations: relations }), 'businessRelations', (key) => (key === 'A' ? 'B' : key)) as never
    expect(merged(relation('A', '7'))).toMatchObject({ businessRelations: [relation('B', '7')] })
    expect(merged(relation('A', '7'), relation('B', ''), relation('C', '9'))).toMatchObject({
      businessRelations: [relation('B', '7'), relation('C', '9')],
    })
    expect(merged(relation('A', '7'), relation('B', '8'))).toMatchObject({ businessRelations: [relation('B', '8')] })
  })

  test('criteria deep in groups, in cards of a recipe, in what was logged and in an open form ask for B, once', () => {
    const asks = (...ids: string[]): Criteria => ({
      kind: 'group',
      match: 'any',
      items: [{ kind: 'group', match: 'none', items: [{ kind: 'mailingGroup', operator: 'hasAllOf', ids: ids as never }] }],
    })
    const to = (key: string) => (key === 'A' ? 'B' : key)
    const form = { base: { cards: [{ criteria: asks('A', 'B') }] }, value: { mailingGroupIds: ['A', 'C'], description: 'A' } }
    expect(renamed(form, 'mailingGroups', to)).toEqual({
      base: { cards: [{ criteria: asks('B') }] },
      value: { mailingGroupIds: ['B', 'C'], description: 'A' },
    })
    const untouched = { criteria: asks('C') }
    expect(renamed(untouched, 'mailingGroups', to)).toBe(untouched)
    // The same letters in another list mean something else.
    expect(namedPart(form, 'industryGroups')).toEqual(new Set())
    const logged = { header: { languageCode: 'DEU' }, steps: [{ criteria: all(choice('languageCode')(['DEU'])) }] }
    expect(namedIn('loggedSegments', { ...logged, header: { languageCode: 'X' } } as never, 'languages')).toEqual(new Set(['DEU']))
  })

  test('campaigns of a status have the one it went into', () => {
    const campaign = { id: 'c', description: 'Fair', statusId: 'A' }
    const plan = planListMerge({ list: 'campaignStatuses', from: ['A'], to: 'B' }, { campaigns: [campaign as never] })
    expect(plan).toMatchObject({
      ok: true,
      value: { changes: { put: { campaigns: [{ ...campaign, statusId: 'B' }] }, remove: { campaignStatuses: ['A'] } } },
    })
  })

  test('two languages do not become one while a template has a document in both', () => {
    const document = (languageCode: string) => ({ languageCode })
    const template = { id: 't', code: 'L', description: 'Letter', documents: [document('DEU'), document('de')] }
    expect(planListMerge({ list: 'languages', from: ['DEU'], to: 'de' }, { templates: [template as never] })).toEqual({
      ok: false,
      failure: { code: 'listMergeDocuments', names: ['Letter'] },
    })
  })
})

test.each([
  ['UK', 'GB'],
  ['NL|UK', 'NL|GB'],
  ["<>UK&<>'UK'", "<>GB&<>'GB'"],
  [' ( UK | FR ) ', ' ( GB | FR ) '],
  ['UKR', 'UKR'],
  ['A..UK', 'A..UK'],
  ['U*|UK', 'U*|UK'],
  ['>UK', '>UK'],
])('In the filter expression %s the code becomes %s', (before, after) => {
  expect(inExpression(before, (key) => (key === 'UK' ? 'GB' : key))).toBe(after)
})
