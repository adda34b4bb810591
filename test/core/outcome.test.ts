// What Add, Reduce and Refine do, with each option. Ahorn has Anna (matches) and Bert; Birke has Cora; Dora works for nobody.
import type { SavedStep, StepOptions } from '../../src/model/criteria.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultOptions, outcomeOf, type CriteriaStep } from '../../src/core/segment/outcome.ts'
import { withheld } from '../../src/core/contact/privacy.ts'
import { outcomesWhere } from '../../src/core/segment/replay.ts'
import { planStep } from '../../src/core/segment/steps.ts'
import type { Contact } from '../../src/model/contact.ts'
import { everybody } from '../../src/model/criteria.ts'
import type { ContactId } from '../../src/model/ids.ts'
import type { SegmentLines } from '../../src/model/segment.ts'
import { after, all, company, factsAbout, lineOf, occasion, person, segmentOf, text, today } from '../make.ts'
import { anyCriteria, anyHouse, anyOptions } from './laws.ts'

const ahorn = company({ name: 'Ahorn' })
const birke = company({ name: 'Birke' })
const anna = person({ name: 'Anna', company: ahorn, city: 'Ulm' })
const bert = person({ name: 'Bert', company: ahorn })
const cora = person({ name: 'Cora', company: birke })
const dora = person({ name: 'Dora', city: 'Ulm' })
const facts = factsAbout([ahorn, birke, anna, bert, cora, dora])
const fromUlm = all(text('city', 'isAnyOf', 'Ulm'))

const run = (kind: CriteriaStep, list: Contact[], options: Partial<StepOptions> = {}, criteria = fromUlm, about = facts) =>
  outcomeOf(kind, segmentOf(list).lines, criteria, { ...defaultOptions, ...options }, about, today)
const names = (ids: readonly string[]) => ids.join(' ')

describe('Add people from Ulm', () => {
  test.each<[string, Partial<StepOptions>, Contact[], string]>([
    ['finds those who match', {}, [], 'dora anna'],
    ['leaves out who is there', {}, [anna], 'dora'],
    ['allows existing contacts', { allowExisting: true }, [anna], 'dora anna'],
    ['expands companies to all their people, the company included', { expandCompanies: true }, [], 'dora ahorn anna bert'],
    ['allows related companies', { allowRelatedCompanies: true }, [], 'dora ahorn anna'],
    ['expands and allows, each once', { expandCompanies: true, allowRelatedCompanies: true }, [bert], 'dora ahorn anna'],
  ])('%s', (_, options, list, expected) => {
    const outcome = run('add', list, options)
    expect(names(outcome.addedIds)).toBe(expected)
    expect(outcome).toMatchObject({ matched: 2, before: list.length, after: list.length + outcome.addedIds.length, removedLineNos: [] })
    expect(outcome.first.map(({ contactId }) => contactId)).toEqual(outcome.addedIds)
  })

  test('leaves out whoever is excluded or privacy blocked, and counts each for one reason', () => {
    const excluded = person({ name: 'Emil', company: birke, excludeFromSegment: true })
    const blocked = person({ name: 'Frida', company: birke, privacyBlocked: true, excludeFromSegment: true })
    const about = factsAbout([birke, cora, excluded, blocked])
    const options = { expandCompanies: true }
    const outcome = run('add', [cora], options, all(text('name', 'isAnyOf', 'Cora')), about)
    expect(names(outcome.addedIds)).toBe('birke')
    expect(outcome.leftOut).toEqual({ excluded: 1, privacyBlocked: 1, minor: 0, alreadyThere: 1 })
    const ignoring = run('add', [cora], { ...options, ignoreExclusion: true, allowExisting: true }, everybody, about)
    expect(names(ignoring.addedIds)).toBe('birke cora emil')
    expect(ignoring.leftOut).toEqual({ excluded: 0, privacyBlocked: 1, minor: 0, alreadyThere: 0 })
  })

  test('a minor comes in with the consent of the parents only, whatever the options; the reference never asks', () => {
    const minor = person({ name: 'Gerd', city: 'Ulm', minor: true })
    const allowed = person({ name: 'Hanna', city: 'Ulm', minor: true, parentalConsent: true })
    const about = factsAbout([minor, allowed])
    for (const options of [{}, { ignoreExclusion: true, allowExisting: true, expandCompanies: true, allowRelatedCompanies: true }]) {
      const outcome = run('add', [], options, fromUlm, about)
      expect(names(outcome.addedIds)).toBe('hanna')
      expect(outcome.leftOut).toEqual({ excluded: 0, privacyBlocked: 0, minor: 1, alreadyThere: 0 })
    }
  })

  test('a related company that is excluded or privacy blocked is left out, too: exclusion is looked at last', () => {
    const [shy, blocked] = [company({ name: 'Shy', excludeFromSegment: true }), company({ name: 'Stop', privacyBlocked: true })]
    const about = factsAbout([
      shy,
      blocked,
      person({ name: 'Ina', company: shy, city: 'Ulm' }),
      person({ name: 'Jan', company: blocked, city: 'Ulm' }),
    ])
    const outcome = run('add', [], { allowRelatedCompanies: true }, fromUlm, about)
    expect(names(outcome.addedIds)).toBe('ina jan')
    expect(outcome.leftOut).toMatchObject({ excluded: 1, privacyBlocked: 1 })
    expect(names(run('add', [], { allowRelatedCompanies: true, ignoreExclusion: true }, fromUlm, about).addedIds)).toBe('shy ina jan')
  })

  test('existing contacts get a second line where that is allowed', () => {
    const state = segmentOf([anna])
    const options = { ...defaultOptions, allowExisting: true }
    const outcome = outcomeOf('add', state.lines, fromUlm, options, facts, today)
    const { lines } = after(state, planStep(state, { kind: 'add', criteria: fromUlm, options }, outcome, occasion())).lines
    expect(lines.map(({ lineNo, contactId }) => `${lineNo} ${contactId}`)).toEqual(['1 anna', '2 dora', '3 anna'])
  })

  test('without criteria adds everybody', () => {
    expect(run('add', [], {}, everybody).after).toBe(6)
  })

  test('shows at most twenty names, with company and town', () => {
    const many = Array.from({ length: 30 }, (_, i) => person({ name: `P${i + 1}`, company: ahorn, city: 'Ulm' }))
    const { first } = run('add', [], {}, fromUlm, factsAbout([ahorn, ...many]))
    expect(first).toHaveLength(20)
    expect(first[1]).toEqual({ contactId: 'p2', name: 'P2', companyName: 'Ahorn', city: 'Ulm' })
  })
})

describe('Reduce and Refine by people from Ulm', () => {
  const list = [ahorn, anna, bert, cora, dora]
  test.each<[CriteriaStep, Partial<StepOptions>, number[], string]>([
    ['reduce', {}, [2, 5], 'anna dora'],
    ['refine', {}, [1, 3, 4], 'anna dora'],
    ['reduce', { entireCompanies: true }, [1, 2, 3, 5], 'ahorn anna bert dora'],
    ['refine', { entireCompanies: true }, [4], 'ahorn anna bert dora'],
  ])('%s with %j takes out the lines %j', (kind, options, removedLineNos, first) => {
    const outcome = run(kind, list, options)
    expect(outcome).toMatchObject({ removedLineNos, addedIds: [], before: 5, after: 5 - removedLineNos.length })
    expect(names(outcome.first.map(({ contactId }) => contactId))).toBe(first)
    expect(outcome.matched).toBe(outcome.first.length)
  })

  test('an entire company matches through somebody who is not on the list', () => {
    expect(run('reduce', [bert, cora], { entireCompanies: true }).removedLineNos).toEqual([1])
  })

  test('all lines of a contact go together', () => {
    const lines = [lineOf(anna, 1), lineOf(bert, 2), lineOf(anna, 3)]
    expect(outcomeOf('reduce', { lines }, fromUlm, defaultOptions, facts, today)).toMatchObject({ removedLineNos: [1, 3], matched: 1 })
  })

  test('a line whose contact is gone stays in Reduce and goes in Refine', () => {
    const lines = [lineOf('gone' as ContactId, 1), lineOf(anna, 2)]
    expect(outcomeOf('reduce', { lines }, everybody, defaultOptions, facts, today).removedLineNos).toEqual([2])
    expect(outcomeOf('refine', { lines }, everybody, defaultOptions, facts, today).removedLineNos).toEqual([1])
  })

  test('without criteria Reduce empties the list and Refine keeps it', () => {
    expect(run('reduce', list, {}, everybody).after).toBe(0)
    expect(run('refine', list, {}, everybody).after).toBe(5)
  })
})

describe('Pins', () => {
  const kai = person({ name: 'Kai Voss', city: 'Ulm' })
  const lea = person({ name: 'Lea Kern', city: 'Bonn' })
  const max = person({ name: 'Max Roth', city: 'Ulm', excludeFromSegment: true })
  const about = factsAbout([kai, lea, max])
  const inUlm = all(text('city', 'isAnyOf', 'Ulm'))
  const lines = [lineOf(kai, 1, { pinned: true }), lineOf(lea, 2, { pinned: true }), lineOf(max, 3)]

  test('a pinned line stays, and is counted where the criteria would have taken it out', () => {
    const reduce = outcomeOf('reduce', { lines }, inUlm, defaultOptions, about, today)
    expect(reduce).toMatchObject({ removedLineNos: [3], kept: 1, before: 3, after: 2, matched: 2 })
    expect(reduce.first.map(({ name }) => name)).toEqual(['Max Roth'])
    const refine = outcomeOf('refine', { lines }, inUlm, defaultOptions, about, today)
    expect(refine).toMatchObject({ removedLineNos: [], kept: 1, after: 3 })
    expect(refine.first.map(({ name }) => name)).toEqual(['Kai Voss', 'Lea Kern', 'Max Roth'])
  })

  test('whoever is pinned out does not come in, and is counted for that before being excluded', () => {
    const add = outcomeOf('add', { lines: [], pinnedOut: [kai.id, max.id] }, inUlm, defaultOptions, about, today)
    expect(add).toMatchObject({ addedIds: [], leftOut: { pinnedOut: 2, excluded: 0 }, kept: 0, after: 0, matched: 2 })
    expect(outcomeOf('add', { lines: [], pinnedOut: [lea.id] }, inUlm, defaultOptions, about, today).leftOut).not.toHaveProperty(
      'pinnedOut',
    )
  })

  test('law: pinned lines are never removed, those pinned out never added, and the number is the number of rows', () => {
    fc.assert(
      fc.property(
        anyHouse,
        anyCriteria,
        anyOptions,
        fc.constantFrom<CriteriaStep>('add', 'reduce', 'refine'),
        fc.array(fc.nat(11)),
        ({ about: house, state, contacts }, criteria, options, kind, picks) => {
          const pinnedOut = picks.map((pick) => contacts[pick]?.id).filter((id) => id !== undefined)
          const listed = state.lines.lines.map((line) => (line.lineNo % 2 ? { ...line, pinned: true as const } : line))
          const { addedIds, removedLineNos, ...told } = outcomeOf(kind, { lines: listed, pinnedOut }, criteria, options, house, today)
          expect(listed.filter(({ lineNo, pinned }) => pinned && removedLineNos.includes(lineNo))).toEqual([])
          expect(addedIds.filter((id) => pinnedOut.includes(id))).toEqual([])
          expect(told.after).toBe(listed.length + addedIds.length - removedLineNos.length)
          const unpinned = { lines: state.lines.lines, pinnedOut }
          const without = outcomeOf(kind, unpinned, criteria, options, house, today)
          expect(told.kept).toBe(without.removedLineNos.length - removedLineNos.length)
        },
      ),
    )
  })
})

describe('Laws', () => {
  test('what is said to be after is what the list has after the step', () => {
    fc.assert(
      fc.property(
        anyHouse,
        anyCriteria,
        anyOptions,
        fc.constantFrom('add', 'reduce', 'refine'),
        ({ about, state }, criteria, options, kind) => {
          const outcome = outcomeOf(kind, state.lines, criteria, options, about, today)
          const changes = planStep(state, { kind, criteria, options }, outcome, occasion())
          expect(after(state, changes).lines.lines).toHaveLength(outcome.after)
        },
      ),
    )
  })

  test('nobody withheld is ever added, and everybody who matched is added or counted', () => {
    fc.assert(
      fc.property(anyHouse, anyCriteria, anyOptions, ({ about, state }, criteria, options) => {
        const { addedIds, leftOut, matched } = outcomeOf('add', state.lines, criteria, options, about, today)
        for (const id of addedIds) expect(withheld(about.contacts.get(id)!)).toBeUndefined()
        const counted = addedIds.length + leftOut.excluded + leftOut.privacyBlocked + leftOut.minor + leftOut.alreadyThere
        if (!options.expandCompanies && !options.allowRelatedCompanies) expect(counted).toBe(matched)
        else expect(counted).toBeGreaterThanOrEqual(matched)
      }),
    )
  })

  test('steps in a row are foretold as they are done one by one', () => {
    const anyStep = fc.record({
      kind: fc.constantFrom('add' as const, 'reduce' as const, 'refine' as const),
      criteria: anyCriteria,
      options: anyOptions,
    })
    fc.assert(
      fc.property(anyHouse, fc.array(anyStep, { maxLength: 4 }), ({ about, state }, steps) => {
        let now = state
        const single = steps.map((step) => {
          const outcome = outcomeOf(step.kind, now.lines, step.criteria, step.options, about, today)
          now = after(now, planStep(now, step, outcome, occasion()))
          return outcome
        })
        const select = ({ kind, criteria, options }: SavedStep, list: SegmentLines) =>
          outcomeOf(kind, list, criteria, options, about, today)
        expect(outcomesWhere(steps, state.lines, select)).toEqual(single)
      }),
    )
  })

  test('Reduce and Refine by the same criteria split the list', () => {
    fc.assert(
      fc.property(anyHouse, anyCriteria, anyOptions, ({ about, state }, criteria, options) => {
        const gone = (kind: CriteriaStep) => outcomeOf(kind, state.lines, criteria, options, about, today).removedLineNos
        const both = [...gone('reduce'), ...gone('refine')].sort((a, b) => a - b)
        expect(both).toEqual(state.lines.lines.map(({ lineNo }) => lineNo).sort((a, b) => a - b))
      }),
    )
  })

  test('adding twice is adding once, unless existing contacts are allowed', () => {
    fc.assert(
      fc.property(anyHouse, anyCriteria, anyOptions, ({ about, state }, criteria, wish) => {
        const options = { ...wish, allowExisting: false }
        const add = (now: typeof state) => {
          const outcome = outcomeOf('add', now.lines, criteria, options, about, today)
          return after(now, planStep(now, { kind: 'add', criteria, options }, outcome, occasion()))
        }
        expect(add(add(state)).lines.lines).toEqual(add(state).lines.lines)
      }),
    )
  })
})
