// Why a contact matches: each rule with the value that decided, and the field that would change it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { explain, type GroupWhy, type RuleWhy } from '../../src/core/criteria/explain.ts'
import { factsOf } from '../../src/core/criteria/facts.ts'
import { matches } from '../../src/core/criteria/matches.ts'
import { defaultOptions, outcomeOf, type CriteriaStep } from '../../src/core/segment/outcome.ts'
import { whyOfCard } from '../../src/core/segment/whyCard.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { Rule, StepOptions } from '../../src/model/criteria.ts'
import type { ContactId, IndustryGroupId, MailingGroupId, PurchaseId, SegmentId, TemplateId } from '../../src/model/ids.ts'
import type { Purchase } from '../../src/model/purchase.ts'
import { all, any, choice, company, entry, lineOf, none, person, segmentOf, text, today } from '../make.ts'
import { anyCriteria, anyHouse, anyOptions } from './laws.ts'

const [fairs, news] = ['fairs', 'news'] as [MailingGroupId, MailingGroupId]
const ahorn = company({ name: 'Ahorn AG', city: 'Ulm', industryGroupIds: ['bikes' as IndustryGroupId] })
const anna = person({ name: 'Anna Berg', company: ahorn, countryCode: 'DE', mailingGroupIds: [fairs], birthday: toDay('1980-05-01') })
const olga = person({ name: 'Olga Frei', excludeFromSegment: true })
const bought: Purchase = {
  ...{ rev: 1, id: 'bought' as PurchaseId, companyId: ahorn.id, day: toDay('2026-05-04'), itemNo: '1000', itemGroup: 'Bicycles' },
  ...{ description: 'Bicycle', quantity: 2, amount: 900 },
}
const visit = entry(anna, '2026-10-01', { templateId: 'visit' as TemplateId })
const letter = entry(anna, '2026-03-01', { templateId: 'letter' as TemplateId })
const call = entry(ahorn, '2026-11-02', { templateId: 'call' as TemplateId })
const cancelled = entry(anna, '2026-11-10', { cancelled: true })
const open = 'open' as SegmentId
const facts = factsOf([ahorn, anna, olga], [letter, visit, call, cancelled], new Set(), [bought], new Map([[open, new Set([anna.id])]]))

const why = (rule: Rule, contact: Contact) => explain(all(rule), contact, facts, today).items[0] as RuleWhy
const since = (day: string) => ({ within: { from: { kind: 'exact', day: toDay(day) } } }) as const

describe('A rule is answered with what decided it', () => {
  const mendAnna = (field: string) => ({ field, contactId: anna.id })
  const mendAhorn = (field: string) => ({ field, contactId: ahorn.id })
  const noCompany = { field: 'companyId', contactId: olga.id }
  test.each<[Rule, Contact, boolean, RuleWhy['deciding'], object | undefined]>([
    [text('city', 'isAnyOf', 'ulm'), ahorn, true, { kind: 'text', text: 'Ulm' }, mendAhorn('city')],
    [text('city', 'isAnyOf', 'ulm'), anna, false, { kind: 'blank' }, mendAnna('city')],
    [{ ...text('city', 'isAnyOf', 'ulm'), of: 'company' } as Rule, anna, true, { kind: 'text', text: 'Ulm' }, mendAhorn('city')],
    [{ ...text('city', 'isAnyOf', 'ulm'), of: 'company' } as Rule, olga, false, { kind: 'blank', noCompany: true }, noCompany],
    [text('companyName', 'contains', 'horn'), anna, true, { kind: 'text', text: 'Ahorn AG' }, mendAhorn('name')],
    [text('companyName', 'isBlank'), olga, true, { kind: 'blank' }, noCompany],
    // A company has no such field to fill.
    [text('jobTitle', 'isNotBlank'), ahorn, false, { kind: 'blank' }, undefined],
    [choice('countryCode', 'isNoneOf', 'DE'), anna, false, { kind: 'choice', value: 'DE' }, mendAnna('countryCode')],
    [
      { kind: 'flag', field: 'excludeFromSegment', is: false },
      olga,
      false,
      { kind: 'flag', is: true },
      { field: 'excludeFromSegment', contactId: olga.id },
    ],
    [
      { kind: 'date', field: 'birthday', operator: 'isNotBlank' },
      anna,
      true,
      { kind: 'day', day: toDay('1980-05-01') },
      mendAnna('birthday'),
    ],
    [{ kind: 'date', field: 'lastInteraction', operator: 'isBlank' }, olga, true, { kind: 'blank' }, undefined],
    [
      { kind: 'date', field: 'lastInteraction', operator: 'isBlank', of: 'company' },
      anna,
      false,
      { kind: 'day', day: toDay('2026-11-02') },
      undefined,
    ],
    [{ kind: 'number', field: 'interactions', operator: 'atLeast', from: 2 }, anna, true, { kind: 'figure', figure: 2 }, undefined],
    [{ kind: 'number', field: 'purchaseAmount', operator: 'atLeast', from: 1 }, olga, false, { kind: 'figure', figure: 0 }, undefined],
    [{ kind: 'expression', field: 'countryCode', expression: 'd*' }, anna, true, { kind: 'text', text: 'DE' }, mendAnna('countryCode')],
    [{ kind: 'expression', field: 'purchases', expression: '>3' }, anna, false, { kind: 'figure', figure: 1 }, undefined],
    [
      { kind: 'expression', field: 'city', expression: '(Ulm' },
      ...([anna, false, { kind: 'unreadable', failure: { code: 'filter', why: 'bracketOpen', at: 0, part: '(' } }, undefined] as const),
    ],
    [
      { kind: 'mailingGroup', operator: 'hasAllOf', ids: [fairs, news] },
      ...([anna, false, { kind: 'ids', has: [fairs], found: [fairs], missing: [news] }, mendAnna('mailingGroup')] as const),
    ],
    [
      { kind: 'mailingGroup', operator: 'hasNoneOf', ids: [fairs] },
      olga,
      true,
      { kind: 'blank' },
      { field: 'mailingGroup', contactId: olga.id },
    ],
    [
      { kind: 'industryGroup', operator: 'hasAnyOf', ids: ['bikes' as IndustryGroupId] },
      ...([anna, true, { kind: 'ids', has: ['bikes'], found: ['bikes'], missing: [] }, mendAhorn('industryGroup')] as const),
    ],
    [
      { kind: 'segment', operator: 'hasAnyOf', ids: [open] },
      anna,
      true,
      { kind: 'ids', has: [open], found: [open], missing: [] },
      undefined,
    ],
    [{ kind: 'contact', operator: 'isNoneOf', ids: [anna.id] }, anna, false, { kind: 'named', is: true }, undefined],
  ])('%j', (rule, contact, holds, deciding, mend) => {
    const answer = why(rule, contact)
    expect([answer.holds, answer.deciding, answer.mend]).toEqual([holds, deciding, mend])
  })

  test.each<[Rule, Contact, object]>([
    // The latest that is like that; where there is none, the latest that is but for its day, then the latest of all.
    [
      { kind: 'interaction', operator: 'has', atLeast: 1, where: since('2026-02-01') },
      anna,
      { latest: visit, fits: true, found: 2, wanted: 1 },
    ],
    [{ kind: 'interaction', operator: 'has', atLeast: 3, where: {} }, anna, { latest: visit, fits: true, found: 2, wanted: 3 }],
    [
      { kind: 'interaction', operator: 'hasNone', atLeast: 1, where: { ...since('2026-06-01'), templateIds: ['letter' as TemplateId] } },
      ...([anna, { latest: letter, fits: false, found: 0, wanted: 1 }] as const),
    ],
    [
      { kind: 'interaction', operator: 'has', atLeast: 1, where: { templateIds: ['fax' as TemplateId] } },
      ...([anna, { latest: visit, fits: false, found: 0, wanted: 1 }] as const),
    ],
    [{ kind: 'interaction', operator: 'has', atLeast: 1, where: { cancelledToo: true } }, anna, { latest: cancelled, found: 3 }],
    [{ kind: 'interaction', operator: 'has', atLeast: 1, where: {}, of: 'company' }, anna, { latest: call, found: 3 }],
    [{ kind: 'interaction', operator: 'has', atLeast: 1, where: {} }, olga, { kind: 'blank' }],
    [{ kind: 'interaction', operator: 'has', atLeast: 1, where: {}, of: 'company' }, olga, { kind: 'blank', noCompany: true }],
    [
      { kind: 'purchase', operator: 'has', atLeast: 1, where: { itemNos: ['2000'] } },
      anna,
      { kind: 'purchase', latest: bought, fits: false, found: 0 },
    ],
    [{ kind: 'purchase', operator: 'hasNone', atLeast: 1, where: {} }, olga, { kind: 'blank', noCompany: true }],
  ])('%j', (rule, contact, deciding) => {
    expect(why(rule, contact).deciding).toMatchObject(deciding)
  })

  test('days are told as they are today', () => {
    const ago = { kind: 'ago', count: 90, unit: 'day' } as const
    expect(why({ kind: 'date', field: 'lastInteraction', operator: 'before', from: ago }, anna).window).toMatchObject({ to: '2026-08-21' })
    const history: Rule = { kind: 'interaction', operator: 'has', atLeast: 1, where: { within: { from: ago } } }
    expect(why(history, anna).window).toMatchObject({ from: '2026-08-22' })
    expect(why(text('city', 'isBlank'), anna)).not.toHaveProperty('window')
  })

  test('groups answer for what stands in them, each at its path; "none of" turns round what speaks for a contact', () => {
    const tree = explain(
      all(any(text('city', 'isBlank'), text('city', 'isAnyOf', 'Bonn')), none(choice('countryCode', 'isAnyOf', 'DE'))),
      anna,
      facts,
      today,
    )
    const told = (part: GroupWhy | RuleWhy): unknown[] => [
      [part.path, part.holds, part.speaksFor],
      ...(part.kind === 'group' ? part.items.flatMap(told) : []),
    ]
    expect(told(tree)).toEqual([
      ['', false, false],
      ['0', true, true],
      ['0.0', true, true],
      ['0.1', false, false],
      ['1', false, false],
      ['1.0', true, false],
    ])
  })

  test('law: the answer is that of the criteria', () => {
    fc.assert(
      fc.property(anyHouse, anyCriteria, ({ about, contacts }, criteria) => {
        for (const contact of contacts)
          expect(explain(criteria, contact, about, today).holds).toBe(matches(criteria, contact, about, today))
      }),
    )
  })
})

describe('A card is answered with what decided it', () => {
  const run = (
    kind: CriteriaStep,
    contact: Contact,
    list: Parameters<typeof segmentOf>[0],
    options: Partial<StepOptions> = {},
    pinnedOut: ContactId[] = [],
  ) => {
    const { tree: _tree, ...rest } = whyOfCard(
      ...([
        kind,
        { lines: segmentOf(list).lines.lines, pinnedOut },
        all(text('city', 'isAnyOf', 'Ulm')),
        { ...defaultOptions, ...options },
      ] as const),
      ...([contact, facts, today] as const),
    )
    return rest
  }
  const others = { expandCompanies: true }
  test.each<[string, ReturnType<typeof run>, object]>([
    ['matches', run('add', ahorn, []), { matched: true, before: false, after: true }],
    ['does not match', run('add', anna, []), { matched: false, before: false, after: false }],
    ['comes with its company', run('add', anna, [], others), { matched: true, through: ahorn.id, before: false, after: true }],
    ['there already', run('add', ahorn, [ahorn]), { matched: true, leftOut: 'alreadyThere', before: true, after: true }],
    ['pinned out', run('add', ahorn, [], {}, [ahorn.id]), { matched: true, leftOut: 'pinnedOut', before: false, after: false }],
    ['goes', run('reduce', ahorn, [ahorn]), { matched: true, before: true, after: false }],
    [
      'goes with its company',
      run('reduce', anna, [anna], { entireCompanies: true }),
      { matched: true, through: ahorn.id, before: true, after: false },
    ],
    ['stays', run('refine', ahorn, [ahorn]), { matched: true, before: true, after: true }],
    ['does not stay', run('refine', anna, [anna]), { matched: false, before: true, after: false }],
    ['pinned', run('refine', anna, [lineOf(anna, 1, { pinned: true })]), { matched: false, kept: true, before: true, after: true }],
    ['never there', run('refine', anna, []), { matched: false, before: false, after: false }],
  ])('%s', (_what, answer, expected) => {
    expect(answer).toEqual(expected)
  })

  test('excluded and withheld people are told so', () => {
    const minor = person({ name: 'Kim Kid', minor: true })
    const blocked = person({ name: 'Bea Lock', privacyBlocked: true })
    const about = factsOf([minor, blocked, olga], [])
    const asked = (contact: Contact) => whyOfCard('add', { lines: [] }, all(), defaultOptions, contact, about, today).leftOut
    expect([minor, blocked, olga].map(asked)).toEqual(['minor', 'privacyBlocked', 'excluded'])
  })

  test('law: it says of everybody what the card does', () => {
    fc.assert(
      fc.property(
        anyHouse,
        anyCriteria,
        anyOptions,
        fc.constantFrom<CriteriaStep>('add', 'reduce', 'refine'),
        (house, criteria, wish, kind) => {
          const { about, state, contacts } = house
          const options = { ...wish, allowExisting: false }
          const pinnedOut = contacts.slice(0, 2).map(({ id }) => id)
          const list = { lines: state.lines.lines.map((line) => (line.lineNo % 3 ? line : { ...line, pinned: true as const })), pinnedOut }
          const { addedIds, removedLineNos } = outcomeOf(kind, list, criteria, options, about, today)
          const gone = new Set(removedLineNos)
          for (const contact of contacts) {
            const isThere = list.lines.some(({ contactId, lineNo }) => contactId === contact.id && !gone.has(lineNo))
            const answer = whyOfCard(kind, list, criteria, options, contact, about, today)
            expect(answer.after).toBe(isThere || addedIds.includes(contact.id))
          }
        },
      ),
    )
  })
})
