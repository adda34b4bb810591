// Header and line changes: a line keeps only what differs, and a header change reaches all that have nothing of their own.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import {
  bulkPreview,
  lineFields,
  overridesOf,
  planBulkChange,
  planComment,
  planHeaderChange,
  planLettersMade,
  planLineChange,
  planLineDocument,
  refreshedBy,
  valueIn,
} from '../../src/core/segment/edit.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { CampaignId, SalespersonId, TemplateId } from '../../src/model/ids.ts'
import type { LineOwn } from '../../src/model/segment.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { after, around, documentIn, lineOf, occasion, person, salesperson, segmentOf, template, valid } from '../make.ts'

const anna = person({ name: 'Anna Berg' })
const bert = person({ name: 'Bert Kunz' })
const vera = 'vera' as SalespersonId
const spring = 'spring' as CampaignId
const visit = template({ id: 'visit' as TemplateId, description: 'Visit', unitCost: 40, unitDuration: 60, subject: 'Our visit' })
const state = segmentOf([lineOf(anna, 1, { own: { subject: 'For Anna', salespersonId: vera } }), lineOf(bert, 2)], { subject: 'Autumn' })

describe('A header change', () => {
  test.each([
    ['keep', 'For Anna', 1],
    ['replace', undefined, 0],
  ] as const)('%s: the line that had a subject of its own has %s', (overrides, own, left) => {
    const changed = after(state, planHeaderChange(state, { subject: 'Winter' }, overrides, occasion(5)))
    expect(changed.segment).toMatchObject({ subject: 'Winter', changedAt: '2026-11-20T09:05:00.000Z' })
    expect(changed.lines.lines[0]?.own.subject).toBe(own)
    expect(changed.lines.lines[0]?.own.salespersonId).toBe(vera)
    expect(overridesOf(changed.lines.lines, 'subject')).toBe(left)
  })

  test('clears an optional field, and leaves the lines record alone when no line changes', () => {
    const withPerson = segmentOf([bert], { salespersonId: vera })
    const changes = valid(planHeaderChange(withPerson, { salespersonId: undefined }, 'replace', occasion()))
    expect(changes.put.segments?.[0]).not.toHaveProperty('salespersonId')
    expect(changes.put.segmentLines).toBeUndefined()
    expect(changes.requires).toHaveLength(2)
  })
})

describe('A line change', () => {
  test.each<[string, number, Partial<LineOwn>, LineOwn]>([
    ['gives the line a value of its own', 2, { subject: 'For Bert' }, { subject: 'For Bert' }],
    ['keeps what it had', 1, { day: toDay('2026-12-01') }, { subject: 'For Anna', salespersonId: vera, day: toDay('2026-12-01') }],
    ['goes back to the header', 1, { subject: undefined }, { salespersonId: vera }],
    ["drops a value that is the header's for every line", 1, { day: state.segment.day }, { subject: 'For Anna', salespersonId: vera }],
    ["keeps the header's subject as its own: its document may have another one", 2, { subject: 'Autumn' }, { subject: 'Autumn' }],
    ['may be blank where the header is not', 2, { subject: '' }, { subject: '' }],
  ])('%s', (_, lineNo, own, expected) => {
    const changed = after(state, planLineChange(state, lineNo, own, occasion(5)))
    expect(changed.lines.lines[lineNo - 1]?.own).toEqual(expected)
    expect(changed.segment.changedAt).toBe('2026-11-20T09:05:00.000Z')
  })

  test('a comment is for one line only', () => {
    const changed = after(state, planComment(state, 2, 'Till Monday!', occasion()))
    expect(changed.lines.lines.map(({ comment }) => comment)).toEqual(['', 'Till Monday!'])
  })

  test('of a line that is gone changes nothing', () => {
    expect(planComment(state, 9, 'Hello', occasion()).put).toEqual({})
    expect(planLineChange(state, 9, { subject: 'x' }, occasion()).put).toEqual({})
  })
})

test('Generating letters is noted and is no change of the segment', () => {
  const made = after(state, planLettersMade(state, 2, occasion(7)))
  expect(made.segment.lettersMade).toEqual({ at: '2026-11-20T09:07:00.000Z', count: 2 })
  expect(made.segment.changedAt).toBe(state.segment.changedAt)
  expect(after(state, planLettersMade(state, 1, occasion(7), [2])).segment.lettersMade?.leftOut).toEqual([2])
})

describe('A header change and the lines with values of their own', () => {
  const three = segmentOf(
    [
      lineOf(anna, 1, { own: { subject: 'For Anna', cost: 5 }, document: documentIn('de') }),
      lineOf(bert, 2, { own: { cost: 7 }, comment: 'Hello' }),
      lineOf(person({ name: 'Cora Lenz' }), 3),
    ],
    { subject: 'Autumn', unitCost: 1, campaignId: spring, campaignTarget: true, campaignResponse: false },
  )

  test('only the fields named are replaced; comments and documents of one’s own stay (1.3.6)', () => {
    const changed = after(three, planHeaderChange(three, { templateId: visit.id, ...refreshedBy(visit) }, ['cost'], occasion()))
    expect(changed.lines.lines.map(({ own }) => own)).toEqual([{ subject: 'For Anna' }, {}, {}])
    expect(changed.lines.lines.map(({ comment }) => comment)).toEqual(['', 'Hello', ''])
    expect(changed.lines.lines[0]?.document).toEqual(documentIn('de'))
  })

  test('another template refreshes everything that it sets, in the header and for every line (the reference leaves cost and flow behind)', () => {
    const changed = after(three, planHeaderChange(three, { templateId: visit.id, ...refreshedBy(visit) }, 'replace', occasion()))
    const resolved = changed.lines.lines.map((line) =>
      effective(line, changed.segment, around({ contacts: [anna, bert], templates: [visit] })),
    )
    expect(resolved.map(({ cost, duration, subject }) => [cost.value, duration.value, subject.value])).toEqual(
      Array.from({ length: 3 }, () => [40, 60, 'Our visit']),
    )
  })

  test('a template that brings a campaign brings it; another one leaves the header’s', () => {
    expect(refreshedBy(visit)).not.toHaveProperty('campaignId')
    expect('campaignId' in refreshedBy(template({ campaignId: spring }))).toBe(true)
  })

  test('the template may be cleared (the reference refuses): the lines have none, and nothing else changes', () => {
    const withTemplate = segmentOf([anna], { templateId: visit.id })
    const changed = after(withTemplate, planHeaderChange(withTemplate, { templateId: undefined }, 'keep', occasion()))
    expect(changed.segment).not.toHaveProperty('templateId')
    expect(changed.lines).toEqual(withTemplate.lines)
  })

  test('with the campaign go target and response (1.1, field 3)', () => {
    const changed = after(three, planHeaderChange(three, { campaignId: undefined }, 'keep', occasion()))
    for (const field of ['campaignId', 'campaignTarget', 'campaignResponse']) expect(changed.segment).not.toHaveProperty(field)
  })
})

describe('Many lines at once', () => {
  const kai = 'kai' as SalespersonId
  const people = Array.from({ length: 6 }, (_, i) => person({ name: `Person ${i}`, languageCode: toLetterLanguage(i % 2 ? 'de' : 'en') }))
  const many = segmentOf(
    people.map((one, i) => lineOf(one, i + 1, i === 0 ? { own: { salespersonId: kai }, comment: 'Hi' } : {})),
    { templateId: visit.id, salespersonId: vera },
  )
  const world = around({
    contacts: people,
    templates: [visit],
    salespeople: [salesperson({ name: 'Vera' }), salesperson({ name: 'Kai' })],
    campaigns: [],
  })
  const chosen = new Set([1, 2, 3, 99])

  test.each<[string, LineOwn, { changed: number; already: number; locked: number }]>([
    ['counts who is so already, of her own', { salespersonId: kai }, { changed: 2, already: 1, locked: 0 }],
    ['… or by inheriting it', { salespersonId: vera }, { changed: 1, already: 2, locked: 0 }],
    ['goes back to the header', { salespersonId: undefined }, { changed: 1, already: 2, locked: 0 }],
    ['knows a text', { subject: 'Our visit' }, { changed: 0, already: 3, locked: 0 }],
    ['knows what did not fail', { attemptFailed: false }, { changed: 0, already: 3, locked: 0 }],
    ['a campaign target without a campaign is refused line by line', { campaignTarget: true }, { changed: 0, already: 0, locked: 3 }],
    ['an evaluation', { evaluation: 'positive' }, { changed: 3, already: 0, locked: 0 }],
  ])('%s', (_, own, expected) => {
    expect(bulkPreview(many, world, chosen, own)).toEqual(expected)
    const { changes, value } = planBulkChange(many, world, chosen, own, occasion())
    expect(value).toEqual(expected)
    const changed = after(many, changes)
    const different = changed.lines.lines.filter(
      (line, i) => line !== many.lines.lines[i] && JSON.stringify(line) !== JSON.stringify(many.lines.lines[i]),
    )
    expect(different).toHaveLength(expected.changed)
    expect(changed.lines.lines.slice(3)).toEqual(many.lines.lines.slice(3))
    // Afterwards everybody is so, and doing it again changes nothing.
    expect(bulkPreview(changed, world, chosen, own).changed).toBe(0)
  })

  test('says in every field what the line would say itself: its own value is "already so"', () => {
    const own = {
      ...{ description: 'D', day: toDay('2026-12-01'), salespersonId: kai, templateId: visit.id, correspondenceType: 'email' as const },
      ...{ languageCode: toLetterLanguage('fr'), subject: 'S', cost: 1, duration: 2, informationFlow: 'outbound' as const },
      ...{ initiatedBy: 'us' as const, alternativeAddress: '', time: '09:30', evaluation: 'neutral' as const, attemptFailed: true },
      contactVia: '+49 1',
    }
    const resolved = effective(lineOf(people[0]!, 1, { own }), many.segment, world)
    for (const field of lineFields)
      if (field in own) expect([field, valueIn(resolved, field)]).toEqual([field, own[field as keyof typeof own]])
  })
})

test('A cost equal to the header’s stays the line’s own where the header’s does not hold: on a line with another template', () => {
  const two = segmentOf([lineOf(anna, 1, { own: { templateId: visit.id } }), lineOf(bert, 2)], { unitCost: 3 })
  expect(after(two, planLineChange(two, 1, { cost: 3 }, occasion())).lines.lines[0]?.own).toEqual({ templateId: visit.id, cost: 3 })
  expect(after(two, planLineChange(two, 2, { cost: 3 }, occasion())).lines.lines[1]?.own).toEqual({})
})

test('A document of one’s own is given to one line and taken again; a line that is gone gets none', () => {
  const own = documentIn('de', { fileName: 'anna.docx' })
  const given = after(state, planLineDocument(state, 1, own, occasion()))
  expect(given.lines.lines.map(({ document }) => document)).toEqual([own, undefined])
  expect(after(given, planLineDocument(given, 1, undefined, occasion())).lines.lines).toEqual(state.lines.lines)
  expect(planLineDocument(state, 9, own, occasion()).put).toEqual({})
})
