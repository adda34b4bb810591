// Finding a field by the words that people have for it, in each language, and a value of a short list as a ready rule.
import { afterEach, describe, expect, it } from 'vitest'
import { fit, found, foundTopics, foundValues } from '../../src/screens/pieces/criteria/topicSearch.ts'
import { topicGroups } from '../../src/screens/pieces/criteria/topics.ts'
import type { Lists } from '../../src/storage/read/lists.ts'
import { setLanguage } from '../../src/text/language.svelte.ts'

const keysOf = (search: string) => foundTopics(search).flatMap(({ topics }) => topics.map(({ key }) => key))
afterEach(() => setLanguage('en'))

describe('what a newcomer types finds the field', () => {
  it.each([
    ['region', 'county'],
    ['visit', 'interaction'],
    ['visited', 'interaction'],
    ['contacted', 'lastInteraction'],
    ['last contact', 'lastInteraction'],
    ['contact last', 'lastInteraction'],
    ['bought', 'purchase'],
    ['buy', 'purchase'],
    ['item', 'purchase'],
    ['never', 'lastInteraction'],
  ])('%s: %s is among them', (search, key) => {
    expect(keysOf(search)).toContain(key)
  })

  it.each([
    ['city', 'city'],
    ['zip', 'postCode'],
    ['postcode', 'postCode'],
    ['post-code', 'postCode'],
    ['email', 'email'],
    ['e mail', 'email'],
    ['telephone', 'phone'],
    ['letter', 'correspondenceType'],
    ['age', 'birthday'],
    ['birth', 'birthday'],
    ['name', 'name'],
    ['Town', 'city'],
    ['company', 'companyName'],
  ])('%s: %s stands first, or first in its group', (search, key) => {
    expect(foundTopics(search).map(({ topics }) => topics[0]?.key)).toContain(key)
  })

  it.each([
    ['stadt', 'city'],
    ['PLZ', 'postCode'],
    ['besucht', 'interaction'],
    ['letzter kontakt', 'lastInteraction'],
    ['gekauft', 'purchase'],
    ['strasse', 'address'],
    ['email', 'email'],
    ['alter', 'birthday'],
    ['handy', 'mobilePhone'],
  ])('in German, %s: %s', (search, key) => {
    setLanguage('de')
    expect(keysOf(search)).toContain(key)
  })

  it('nothing where no word fits, and everything where nothing is searched', () => {
    expect(foundTopics('xyzzy')).toEqual([])
    expect(keysOf('').length).toBe(topicGroups.flatMap(({ topics }) => topics).length)
  })

  it('the exact label comes before another word for something else', () => {
    expect(fit('phone', 'Phone')).toBeLessThan(fit('phone', 'Mobile phone') ?? 0)
    expect(fit('age', 'Birthday', 'age, born')).toBeLessThan(fit('age', 'Language') ?? 0)
  })
})

describe('a value of a short list is found as a ready rule', () => {
  const row = (id: string, code: string, description: string) => ({ id, code, description })
  const lists = {
    ...{ mailingGroups: [row('news', 'NEWS', 'Newsletter')], industryGroups: [row('mach', 'MACH', 'Machines')] },
    ...{ businessRelations: [], jobResponsibilities: [], organizationalLevels: [], territories: [], questionnaires: [], salespeople: [] },
    ...{ templates: [row('v', 'VISIT', 'Visit'), row('f', 'FAIR', 'Meeting at the fair')], interactionGroups: [], campaigns: [] },
  } as unknown as Lists

  it.each([
    ['visit', { kind: 'interaction', operator: 'has', atLeast: 1, where: { templateIds: ['v'] } }],
    ['visited', { kind: 'interaction', operator: 'has', atLeast: 1, where: { templateIds: ['v'] } }],
    ['fair', { kind: 'interaction', operator: 'has', atLeast: 1, where: { templateIds: ['f'] } }],
    ['mach', { kind: 'industryGroup', operator: 'hasAnyOf', ids: ['mach'] }],
    ['newsletter', { kind: 'mailingGroup', operator: 'hasAnyOf', ids: ['news'] }],
  ])('%s', (search, rule) => {
    expect(foundValues(search, lists).map((one) => one.rule)).toEqual([rule])
  })

  it('stands before fields that are only meant, after those that are called so', () => {
    expect(found('visited', lists).map(({ label }) => label)).toEqual(['values', 'history'])
    expect(found('mail', lists)[0]?.label).not.toBe('values')
  })

  it('one letter is too little, a word that only begins alike is none', () => {
    expect(foundValues('v', lists)).toEqual([])
    expect(foundValues('vista', lists)).toEqual([])
  })
})
