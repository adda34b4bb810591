// The quiet rule: who has got enough letters and e-mails lately, each person for herself or all at one address together.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, toDay, type Day } from '../../src/base/day.ts'
import { board } from '../../src/core/interaction/problems.ts'
import { fullestStretch, type QuietRule } from '../../src/core/interaction/quiet.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId, EntryId, LoggedSegmentId, TemplateId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import type { LineOwn, Segment } from '../../src/model/segment.ts'
import { around, company, entry, factsAbout, lineOf, person, salesperson, segmentOf, template } from '../make.ts'

const vera = salesperson({ name: 'Vera' })
const letter = template({ correspondenceType: 'hardCopy' })
const visit = template({ id: 'visit' as TemplateId, documents: [] })
const fine = { salutationCode: 'F', address: 'Weg 2', city: 'Bonn', email: 'a@example.com' }
const cora = person({ name: 'Cora Lind', ...fine })
const dora = person({ name: 'Dora Lind', ...fine, address: 'WEG 2' })
const emil = person({ name: 'Emil Ott', ...fine, address: 'Weg 4' })
const ahorn = company({ name: 'Ahorn', address: 'Weg 2', city: 'Bonn' })
const worker = person({ name: 'Franz Ahn', company: ahorn, salutationCode: 'F' })
const nowhere = person({ name: 'Nora Wind', salutationCode: 'F', email: 'n@example.com', correspondenceType: 'email' })
const contacts = [cora, dora, emil, ahorn, worker, nowhere]
const world = around({ contacts, templates: [letter, visit], salespeople: [vera] })

const ofGone = { deletedContactId: 'gone' as ContactId }

let count = 0
const wrote = (to: Contact, day: string, fields: Partial<InteractionLogEntry> = {}) =>
  entry(to, day, { id: `${++count}` as EntryId, correspondenceType: 'hardCopy', ...fields })

interface Case {
  rule?: Partial<QuietRule>
  to?: Contact[]
  own?: LineOwn
  header?: Partial<Segment>
  sharing?: string[]
}

function tooOften(entries: InteractionLogEntry[], { rule, to = [cora], own = {}, header = {}, sharing = [] }: Case = {}) {
  const state = segmentOf(
    to.map((one, at) => lineOf(one, at + 1, { own })),
    { templateId: letter.id, salespersonId: vera.id, day: toDay('2026-11-20'), ...header },
  )
  const quiet = {
    rule: { letters: 1, days: 30, per: 'person' as const, ...rule },
    history: factsAbout(contacts, entries).history,
    sharing: new Set(sharing as LoggedSegmentId[]),
  }
  return board(state, world, () => undefined, { quiet }).problems.find(({ code }) => code === 'tooOften')
}

describe('Not more than one letter in 30 days', () => {
  test.each<[string, InteractionLogEntry[], Case, string | undefined]>([
    ['got one 29 days ago', [wrote(cora, '2026-10-22')], {}, '1 since 2026-10-22'],
    ['got one 30 days ago', [wrote(cora, '2026-10-21')], {}, undefined],
    ['gets one that is logged ahead', [wrote(cora, '2026-12-01')], {}, '1 since 2026-12-01'],
    ['gets one 30 days ahead', [wrote(cora, '2026-12-20')], {}, undefined],
    [
      'got one within 30 days of the day of her line',
      [wrote(cora, '2026-09-20')],
      { own: { day: toDay('2026-10-10') } },
      '1 since 2026-09-20',
    ],
    ['got an e-mail', [wrote(cora, '2026-11-10', { correspondenceType: 'email' })], {}, '1 since 2026-11-10'],
    ['got a letter that is still to be printed', [wrote(cora, '2026-11-10', { delivery: 'toPrint' })], {}, '1 since 2026-11-10'],
    ['got one that was cancelled', [wrote(cora, '2026-11-10', { cancelled: true })], {}, undefined],
    ['got one that came back', [wrote(cora, '2026-11-10', { attemptFailed: true })], {}, undefined],
    ['wrote to us', [wrote(cora, '2026-11-10', { informationFlow: 'inbound' })], {}, undefined],
    ['was called', [wrote(cora, '2026-11-10', { contactVia: '0731 1' })], {}, undefined],
    ['was called in a round', [wrote(cora, '2026-11-10', { callOutcome: 'reached' })], {}, undefined],
    ['was visited, and likes letters', [wrote(cora, '2026-11-10', { templateId: visit.id })], {}, undefined],
    ['gets none, for the template has no document', [wrote(cora, '2026-11-10')], { header: { templateId: visit.id } }, undefined],
    ['gets none, for there is no e-mail', [wrote(worker, '2026-11-10')], { to: [worker], own: { correspondenceType: 'email' } }, undefined],
    ['lives with somebody who got one', [wrote(dora, '2026-11-10')], {}, undefined],
    ['is a company that has the letter of somebody who is deleted', [wrote(ahorn, '2026-11-10', ofGone)], { to: [ahorn] }, undefined],
  ])('whoever %s', (_, entries, wish, said) => {
    const problem = tooOften(entries, wish)
    expect(problem?.often?.map(({ count: times, since }) => `${times} since ${since}`).join()).toBe(said)
  })
})

describe('Per household', () => {
  const home: Case = { rule: { per: 'household' } }
  test.each<[string, InteractionLogEntry[], Case, number[] | undefined]>([
    ['what the other one got counts', [wrote(dora, '2026-11-10')], home, [1]],
    ['what the neighbour got does not', [wrote(emil, '2026-11-10')], home, undefined],
    ['a company in the same house is not her home', [wrote(worker, '2026-11-10')], home, undefined],
    ['all of a company are one', [wrote(ahorn, '2026-11-10')], { ...home, to: [worker, cora] }, [1]],
    ['one who is deleted is of no home', [wrote(ahorn, '2026-11-10', ofGone)], { ...home, to: [ahorn, worker] }, undefined],
    ['without an address everybody is by herself', [wrote(nowhere, '2026-11-10')], { ...home, to: [nowhere, cora] }, [1]],
    ['all of the home are told', [wrote(dora, '2026-11-10')], { ...home, to: [cora, emil, dora] }, [1, 3]],
    [
      'two letters of one day are two',
      [wrote(cora, '2026-11-10'), wrote(dora, '2026-11-10')],
      { rule: { per: 'household', letters: 2 } },
      [1],
    ],
  ])('%s', (_, entries, wish, lineNos) => {
    expect(tooOften(entries, wish)?.lineNos).toEqual(lineNos)
  })

  test('one letter for both of them is one; an e-mail to each, or words for one alone, are two', () => {
    const both = (fields: Partial<InteractionLogEntry> = {}) =>
      [cora, dora].map((one) => wrote(one, '2026-11-10', { loggedSegmentId: 'L1' as LoggedSegmentId, ...fields }))
    const wish: Case = { rule: { per: 'household', letters: 2 }, sharing: ['L1'] }
    expect(tooOften(both(), wish)).toBeUndefined()
    expect(tooOften(both({ correspondenceType: 'email' }), wish)?.lineNos).toEqual([1])
    expect(tooOften(both({ comment: 'Dear Cora' }), wish)?.lineNos).toEqual([1])
    expect(tooOften(both(), { ...wish, sharing: [] })?.lineNos).toEqual([1])
  })
})

test('whoever is told about it may be written to again when the days are over, and not before', () => {
  const start = toDay('2026-11-20')
  const near = fc.integer({ min: -40, max: 40 }).map((by) => addDays(start, by))
  fc.assert(
    fc.property(fc.array(near, { maxLength: 12 }), fc.integer({ min: 1, max: 20 }), (unsorted, length) => {
      const written = unsorted.toSorted()
      const found = fullestStretch(written, start, length)
      // Plainly: of each stretch of so many days with this day in it, how many fall into it.
      let most = 0
      for (let back = 0; back < length; back++) {
        const from = addDays(start, -back)
        most = Math.max(most, written.filter((day: Day) => daysBetween(from, day) >= 0 && daysBetween(from, day) < length).length)
      }
      expect(found?.count ?? 0).toBe(most)
      if (found) expect(written).toContain(found.since)
    }),
  )
})
