// The value that decided a rule, in words: what stands there, how long ago, what is missing.
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import type { Deciding } from '../../src/core/criteria/deciding.ts'
import type { Rule } from '../../src/model/criteria.ts'
import type { Names } from '../../src/screens/pieces/criteria/sentence.ts'
import { whyText } from '../../src/screens/pieces/criteria/whyText.ts'
import type { Lists } from '../../src/storage/read/lists.ts'
import { setLanguage } from '../../src/text/language.svelte.ts'
import { entry, person, today } from '../make.ts'

const names: Names = {
  lists: {
    mailingGroups: [
      { id: 'letters', code: 'L', description: 'Printed letters' },
      { id: 'news', code: 'N', description: 'Newsletter' },
    ],
  } as Lists,
  others: new Map([['autumn', 'Autumn letter']]),
}
const rule = (fields: { kind: Rule['kind'] } & Record<string, unknown>) => fields as unknown as Rule
const town = rule({ kind: 'text', field: 'city', operator: 'isAnyOf', values: ['Graz'] })
const visits = rule({ kind: 'interaction', operator: 'hasNone', atLeast: 1, where: {} })
const groups = (operator: string) => rule({ kind: 'mailingGroup', operator, ids: ['letters'] })
const visit = entry(person({ name: 'Anna Berg' }), '2026-11-06')
const ids = (has: string[], found: string[], missing: string[]): Deciding => ({ kind: 'ids', has, found, missing })

describe('why', () => {
  beforeEach(() => setLanguage('en'))
  afterAll(() => setLanguage('en'))

  it.each<[string, Rule, Deciding, string, string]>([
    ['a text', town, { kind: 'text', text: 'Innsbruck' }, 'Town is Innsbruck', 'Ort ist Innsbruck'],
    ['nothing there', town, { kind: 'blank' }, 'Town is blank', 'Ort ist leer'],
    [
      'a choice',
      rule({ kind: 'choice', field: 'countryCode', operator: 'isNoneOf', values: [] }),
      { kind: 'choice', value: 'AT' },
      'Country is Austria',
      'Land ist Österreich',
    ],
    [
      'a company',
      rule({ kind: 'choice', field: 'type', operator: 'isAnyOf', values: ['person'] }),
      { kind: 'choice', value: 'company' },
      'is a company',
      'ist ein Unternehmen',
    ],
    ['a mark', rule({ kind: 'flag', field: 'minor', is: true }), { kind: 'flag', is: false }, 'Minor: no', 'Minderjährig: nein'],
    [
      'a day',
      rule({ kind: 'date', field: 'lastInteraction', operator: 'before' }),
      { kind: 'day', day: toDay('2026-11-06') },
      'Last interaction: 6 Nov 2026 (14 days ago)',
      'Letzte Aktivität: 6. Nov. 2026 (vor 14 Tagen)',
    ],
    [
      'a birthday',
      rule({ kind: 'date', field: 'birthday', operator: 'anniversary' }),
      { kind: 'day', day: toDay('1980-12-24') },
      'Birthday: 24 Dec 1980',
      'Geburtstag: 24. Dez. 1980',
    ],
    [
      'never',
      rule({ kind: 'date', field: 'lastInteraction', operator: 'before' }),
      { kind: 'blank' },
      'no interaction at all',
      'noch gar keine Aktivität',
    ],
    [
      'in it',
      groups('hasAnyOf'),
      ids(['letters', 'news'], ['letters'], []),
      'in the mailing group Printed letters',
      'im Verteiler Printed letters',
    ],
    [
      'not in it',
      groups('hasNoneOf'),
      ids(['news'], [], ['letters']),
      'not in the mailing group Printed letters',
      'nicht im Verteiler Printed letters',
    ],
    [
      'in more than was asked for',
      groups('isExactly'),
      ids(['letters', 'news'], ['letters'], []),
      'in the mailing group Printed letters and Newsletter',
      'im Verteiler Printed letters und Newsletter',
    ],
    ['in none', groups('hasAnyOf'), { kind: 'blank' }, 'in no mailing group', 'in keinem Verteiler'],
    [
      'it happened',
      visits,
      { kind: 'interaction', latest: visit, fits: true, found: 1, wanted: 1 },
      'Visit 6 Nov 2026 (14 days ago)',
      'Visit 6. Nov. 2026 (vor 14 Tagen)',
    ],
    [
      'not often enough',
      visits,
      { kind: 'interaction', latest: visit, fits: true, found: 2, wanted: 3 },
      '2 of them, the latest: Visit 6 Nov 2026 (14 days ago)',
      '2-mal, zuletzt: Visit 6. Nov. 2026 (vor 14 Tagen)',
    ],
    [
      'something else happened',
      visits,
      { kind: 'interaction', latest: visit, fits: false, found: 0, wanted: 1 },
      'none like that; the latest there is: Visit 6 Nov 2026 (14 days ago)',
      'keine, auf die das zutrifft; die letzte überhaupt: Visit 6. Nov. 2026 (vor 14 Tagen)',
    ],
    [
      'no company',
      rule({ kind: 'purchase', operator: 'has', atLeast: 1, where: {} }),
      { kind: 'blank', noCompany: true },
      'belongs to no company',
      'gehört zu keinem Unternehmen',
    ],
  ])('%s', (_what, asked, deciding, english, german) => {
    expect(whyText({ rule: asked, deciding }, names, today)).toBe(english)
    setLanguage('de')
    expect(whyText({ rule: asked, deciding }, names, today)).toBe(german)
  })
})
