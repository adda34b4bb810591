// How a letter goes out: printed, by e-mail, or neither and why. Each line goes one way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { board } from '../../src/core/interaction/problems.ts'
import { ChannelCount, channelOf, type Channel, type NeitherReason } from '../../src/core/letter/channel.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Line, Segment } from '../../src/model/segment.ts'
import { around, company, lineOf, person, salesperson, segmentOf, template } from '../make.ts'

const vera = salesperson({ name: 'Vera' })
const letter = template({ correspondenceType: 'hardCopy' })
const untyped = template({ id: 'untyped' as TemplateId })
const call = template({ id: 'call' as TemplateId, documents: [], correspondenceType: 'hardCopy' })
const ahorn = company({ name: 'Ahorn', address: 'Ring 1', city: 'Ulm' })
const anna = person({ name: 'Anna Berg', company: ahorn })
const mailed = person({ name: 'Bea Lind', email: 'b@example.com', correspondenceType: 'email', address: 'Weg 2', city: 'Bonn' })
const noMail = person({ name: 'Cora Wind', correspondenceType: 'email', address: 'Weg 3', city: 'Bonn', email: ' ' })
const nowhere = person({ name: 'Dora Rau', email: 'd@example.com', city: 'Bonn' })
const blocked = person({ name: 'Emma Voss', privacyBlocked: true, email: 'e@example.com', correspondenceType: 'email' })
const child = person({ name: 'Kai Jung', minor: true, address: 'Weg 4', city: 'Bonn' })
const contacts = [ahorn, anna, mailed, noMail, nowhere, blocked, child]
const world = around({ contacts, templates: [letter, untyped, call], salespeople: [vera] })
const gone = 'gone' as ContactId

const header: Partial<Segment> = { templateId: letter.id, salespersonId: vera.id }
const line = (one: Contact | ContactId, own: Line['own'] = {}) => lineOf(one, 1, { own })
const channel = (one: Line) => channelOf(effective(one, segmentOf([one], header).segment, world), undefined)
const neither = (why: NeitherReason): Channel => ({ is: 'neither', why })
const nl = toLetterLanguage('nl')

describe('A letter', () => {
  test.each<[string, Line, Channel]>([
    ['to her company, as she has no address herself, is printed', line(anna), { is: 'print' }],
    ['to whom e-mail is wished goes by e-mail', line(mailed), { is: 'email' }],
    ['is printed where the line says so, whatever she wishes', line(mailed, { correspondenceType: 'hardCopy' }), { is: 'print' }],
    ['without an e-mail address goes nowhere', line(noMail), neither('noEmail')],
    ['without a street goes nowhere', line(nowhere), neither('noAddress')],
    ['without a street goes by e-mail where the line says so', line(nowhere, { correspondenceType: 'email' }), { is: 'email' }],
    ['of which nobody says how goes nowhere', line(anna, { templateId: untyped.id }), neither('noCorrespondenceType')],
    ['without a document is none', line(anna, { templateId: call.id }), neither('noDocument')],
    ['in a language without a document is none', line(anna, { languageCode: nl }), neither('languageGone')],
    ['to whom is privacy blocked is none', line(blocked), neither('privacyBlocked')],
    ['to a minor is none', line(child), neither('minor')],
    ['to whom is gone is none', line(gone), neither('contactGone')],
  ])('%s', (_, one, expected) => {
    expect(channel(one)).toEqual(expected)
  })
})

test('Law: Print + E-mail + Neither are all lines, each once', () => {
  const anyLine = fc.record({
    contact: fc.constantFrom<Contact | ContactId>(...contacts, gone),
    own: fc.constantFrom<Line['own']>(
      {},
      { correspondenceType: 'email' },
      { correspondenceType: 'hardCopy' },
      { templateId: untyped.id },
      { templateId: call.id },
      { languageCode: nl },
    ),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 14 }), fc.boolean(), (lines, byMail) => {
      const ofAll = byMail ? ({ correspondenceType: 'email', ignoreContactCorrespondence: true } as const) : {}
      const state = segmentOf(
        lines.map(({ contact, own }, at) => lineOf(contact, at + 1, { own })),
        { ...header, ...ofAll },
      )
      const { channels, letters, problems } = board(state, world, () => undefined)
      const all = [...channels.print, ...channels.email, ...channels.neither.flatMap(({ lineNos }) => lineNos)]
      expect(all.sort((a, b) => a - b)).toEqual(state.lines.lines.map(({ lineNo }) => lineNo))
      expect(letters).toBeGreaterThanOrEqual(channels.print.length + channels.email.length)
      expect(problems.find(({ code }) => code === 'emailsNotMade')?.lineNos ?? []).toEqual(channels.email)
      expect(problems.some(({ code }) => code === 'lettersNotMade')).toBe(channels.print.length > 0)
    }),
  )
})

test('Reasons are told in one order, whoever comes first', () => {
  const count = new ChannelCount(undefined)
  for (const one of [line(gone), line(noMail), line(nowhere)]) count.look(effective(one, segmentOf([one], header).segment, world))
  expect(count.channels.neither.map(({ why }) => why)).toEqual(['noAddress', 'noEmail', 'contactGone'])
})

test('Of a company somebody with half an address of her own gets its letter, one for all; and nobody is warned of her address', () => {
  const half = person({ name: 'Ada Halm', company: ahorn, city: 'Köln' })
  const both = around({ contacts: [ahorn, half, anna], templates: [letter], salespeople: [vera] })
  const told = (per: Segment['lettersPer'], people: Contact[]) => {
    const { channels, problems } = board(segmentOf(people, { ...header, ...(per && { lettersPer: per }) }), both, () => undefined)
    return [channels.print, problems.some(({ code }) => code === 'noAddress')]
  }
  expect(told('company', [half, anna])).toEqual([[1, 2], false])
  expect(told('company', [half])).toEqual([[1], false])
  expect(told(undefined, [half, anna])).toEqual([[2], true])
  expect(told('household', [half, anna])).toEqual([[2], true])
})
