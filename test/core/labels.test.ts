// Who gets a label and with which address, how large it is set on it, and which addresses are too long: before anything is made.
import { describe, expect, it, test } from 'vitest'
import { envelopeProblem, envelopes, envelopeZones, lying } from '../../src/core/letter/envelopes.ts'
import { beyondEdge, sheetsFor } from '../../src/core/letter/labelFormats.ts'
import { leastType, lineHeight, roomOn, setLabel, setLabels } from '../../src/core/letter/labelFit.ts'
import { shippedLabels, usualLabel } from '../../src/core/letter/labelFormatsShipped.ts'
import { mailing, senderLines, type MailWishes } from '../../src/core/letter/mailing.ts'
import { brokenInto, textWidth } from '../../src/core/letter/textWidth.ts'
import { effective } from '../../src/core/segment/effective.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { LettersPer } from '../../src/model/segment.ts'
import { around, company, documentIn, lineOf, ourCompany, person, segmentOf, template } from '../make.ts'

const format = (id: string) => shippedLabels.find((one) => one.id === id)!
const home = { address: 'Lange Str. 1', postCode: '20095', city: 'Hamburg', countryCode: 'DE' }
const work = company({ name: 'Müller GmbH', address: 'Ring 5', postCode: '01067', city: 'Dresden', countryCode: 'DE' })
const anna = person({ name: 'Anna Berg', languageCode: 'de' as never, ...home })
const ben = person({ name: 'Ben Berg', languageCode: 'de' as never, ...home })
const zoe = person({ name: 'Zoë Wien', address: 'Ring 9', postCode: '1010', city: 'Wien', countryCode: 'AT', languageCode: 'de' as never })
const carl = person({ name: 'Carl Arbeit', company: work, languageCode: 'de' as never })
const lost = person({ name: 'Lara Lost', city: 'Bremen' })
const shy = person({ name: 'Sam Shy', ...home, privacyBlocked: true })
const young = person({ name: 'Yann Young', ...home, minor: true })
const byMail = person({ name: 'Mia Mail', ...home, email: 'mia@example.com', correspondenceType: 'email' })

const letter = template({ documents: [documentIn('de')], correspondenceType: 'hardCopy' })
function mailed(people: readonly Contact[], wishes: Partial<MailWishes> = {}, withTemplate = true) {
  const { segment, lines } = segmentOf(people, withTemplate ? { templateId: letter.id } : {})
  const all = around({ contacts: [...people, work], templates: [letter], company: ourCompany() })
  const resolved = lines.lines.map((line) => effective(line, segment, all))
  return mailing(resolved, { whom: 'print', per: 'person', order: 'list', ...wishes }, all.company)
}

describe('who gets a label', () => {
  it('whoever has a street and a town, at the address that holds; all others are told with the reason', () => {
    const { to, leftOut } = mailed([anna, lost, shy, young, carl, zoe])
    expect(to.map(({ lines }) => lines)).toEqual([
      ['Anna Berg', 'Lange Str. 1', '20095 Hamburg'],
      ['Müller GmbH', 'Carl Arbeit', 'Ring 5', '01067 Dresden'],
      ['Zoë Wien', 'Ring 9', '1010 Wien', 'ÖSTERREICH'],
    ])
    const names = Object.fromEntries(leftOut.map(({ why, people }) => [why, people.map(({ name }) => name)]))
    expect(names).toEqual({ noAddress: ['Lara Lost'], privacyBlocked: ['Sam Shy'], minor: ['Yann Young'] })
    expect(leftOut[0]?.people[0]?.lineNo).toBe(2)
  })

  it('those who get an e-mail, or no letter at all, only when everybody is wished for', () => {
    expect(mailed([anna, byMail]).to.map(({ name }) => name)).toEqual(['Anna Berg'])
    expect(mailed([anna, byMail]).leftOut.map(({ why }) => why)).toEqual(['notPrinted'])
    expect(mailed([anna, byMail], { whom: 'all' }).to.map(({ name }) => name)).toEqual(['Anna Berg', 'Mia Mail'])
    expect(mailed([anna, zoe], {}, false).to).toEqual([])
    expect(mailed([anna, zoe], { whom: 'all' }, false).to).toHaveLength(2)
  })

  it('in the order of the post: our own country first, then by post code', () => {
    expect(mailed([zoe, anna, carl], { order: 'postCode' }).to.map(({ name }) => name)).toEqual(['Carl Arbeit', 'Anna Berg', 'Zoë Wien'])
  })

  test.each<[LettersPer | 'person', boolean, number[][]]>([
    ['person', true, [[1], [2], [3]]],
    ['household', true, [[1, 3], [2]]],
    ['household', false, [[1, 3], [2]]],
  ])('one for each %s, also where there is no letter (%s)', (per, withTemplate, groups) => {
    const { to } = mailed([anna, zoe, ben], { per, whom: 'all' }, withTemplate)
    expect(to.map(({ lineNos }) => lineNos)).toEqual(groups)
    if (per === 'household') expect(to[0]?.lines).toEqual(['Anna Berg', 'Ben Berg', 'Lange Str. 1', '20095 Hamburg'])
  })

  it('a parcel goes once to a household, whatever parts their letters: e-mail, language, a day or words of one’s own', () => {
    const others = ['Cora Berg', 'Dirk Berg', 'Emil Berg'].map((name) => person({ name, ...home, languageCode: 'de' as never }))
    const [cora, dirk, emil] = others as [Contact, Contact, Contact]
    const sent = { ...ben, correspondenceType: 'email' as const, email: 'b@example.com' }
    const list = [
      lineOf(anna, 1),
      lineOf(sent, 2),
      lineOf(cora, 3, { comment: 'Bis bald ' }),
      lineOf(dirk, 4, { own: { languageCode: 'en' as never } }),
      lineOf(emil, 5, { comment: 'Danke' }),
    ]
    const { segment, lines } = segmentOf(list, { templateId: letter.id })
    const all = around({ contacts: [anna, sent, ...others], templates: [letter], company: ourCompany() })
    const resolved = lines.lines.map((line) => effective(line, segment, all))
    const of = (whom: MailWishes['whom']) => mailing(resolved, { whom, per: 'household', order: 'list' }, all.company).to
    expect(of('all')).toMatchObject([{ lineNos: [1, 2, 3, 4, 5], comment: 'Bis bald\nDanke' }])
    expect(of('print').map(({ lineNos }) => lineNos)).toEqual([[1], [3], [5]])
  })

  it('a contact that is gone is told by its line', () => {
    const { segment } = segmentOf([])
    const line = effective(lineOf('gone' as never, 7), segment, around({}))
    expect(mailing([line], { whom: 'all', per: 'person', order: 'list' }, undefined).leftOut).toEqual([
      { why: 'contactGone', people: [{ lineNo: 7, name: '' }] },
    ])
  })

  it('the sender is our company, with its country only where it goes abroad', () => {
    const here = ['Our Bikes', 'Hauptstr. 1', '80331 München']
    const ours = { ...ourCompany(), countryCode: 'DE' }
    const to = (country: string) => senderLines(ours, { country, language: 'en' as never })
    expect(senderLines(ours)).toEqual(here)
    expect([to(''), to('DE')]).toEqual([here, here])
    expect(to('CH')).toEqual([...here, 'GERMANY'])
    const { to: all } = mailed([{ ...anna, countryCode: 'CH' }, zoe], { whom: 'all' })
    expect(all.map(({ country }) => country)).toEqual(['CH', zoe.countryCode])
    expect(senderLines(undefined)).toEqual([])
  })
})

describe('an address on a label', () => {
  const short = ['Anna Berg', 'Lange Str. 1', '20095 Hamburg']
  const long = ['Verein zur Förderung der Landmaschinentechnik in Schleswig-Holstein und Hamburg e. V.', ...short]

  it('is as wide in Arial as its letters are', () => {
    expect(textWidth('Hamburg', 10)).toBeCloseTo((722 + 556 + 833 + 556 + 556 + 333 + 556) / 100, 5)
    expect(textWidth('Müller', 10)).toBeCloseTo(textWidth('Muller', 10), 5)
    expect(textWidth('東京', 10)).toBe(20)
  })

  it('is broken between words, behind hyphens, and never inside of a word', () => {
    expect(brokenInto('one two three', 10, textWidth('one two', 10))).toEqual(['one two', 'three'])
    expect(brokenInto('Land-Maschinen', 10, textWidth('Maschinen', 10))).toEqual(['Land-', 'Maschinen'])
    expect(brokenInto('Land- und Forst', 10, textWidth('Land- und', 10))).toEqual(['Land- und', 'Forst'])
    expect(brokenInto('Donaudampfschifffahrt', 10, 40)).toBeUndefined()
  })

  it('stands inside of its label in every format that is sold, whatever its length, or is told to be too long', () => {
    const plain = (lines: readonly string[]) => lines.join('').replaceAll(' ', '')
    const addresses = [short, long, [...long, 'Second line', 'THIRD LINE', 'ÖSTERREICH'], ['W'.repeat(90), 'Weg 1', '1 A']]
    for (const one of shippedLabels) {
      const room = roomOn(one)
      expect(room.width).toBeGreaterThan(0)
      for (const address of addresses) {
        const set = setLabel(address, room)
        if (!set) continue
        expect(plain(set.lines)).toBe(plain(address))
        expect(set.size).toBeGreaterThanOrEqual(leastType)
        expect(set.lines.length * set.size * lineHeight).toBeLessThanOrEqual(room.height + 1e-6)
        for (const line of set.lines) expect(textWidth(line, set.size)).toBeLessThanOrEqual(room.width)
      }
    }
    expect(setLabel(addresses[3]!, roomOn(format('Avery Zweckform 3475')))).toBeUndefined()
    expect(setLabel(addresses[2]!, roomOn(format('Avery A4 L7651')))).toBeUndefined()
  })

  it('all in the size of the longest, who is named; or each as large as it can be', () => {
    const one = format('Avery Zweckform 3475')
    const same = setLabels([short, long, ['W'.repeat(90)]], one, 'same')
    const own = setLabels([short, long], one, 'own')
    expect(same.longest).toBe(1)
    expect(same.labels.map((label) => label?.size)).toEqual([same.size, same.size, undefined])
    expect(own.labels[0]!.size).toBeGreaterThan(own.labels[1]!.size)
    expect(own.labels[1]!.size).toBe(same.size)
  })
})

describe('sheets and envelopes', () => {
  test.each([
    [214, 1, 9],
    [214, 7, 10],
    [18, 7, 1],
    [19, 7, 2],
    [0, 7, 0],
  ])('%i labels from label %i on need %i sheets of 24', (labels, startAt, sheets) => {
    expect(sheetsFor(labels, startAt, format('Avery Zweckform 3475'))).toBe(sheets)
  })

  it('by how much a shift leads over the edge is said; to somebody in America the sheets of America are offered first', () => {
    expect(beyondEdge(format('Avery A4 L7160'), { x: 3, y: -2 })).toBe(0)
    expect(beyondEdge(format('Avery Zweckform 3474'), { x: -1.5, y: 0 })).toBe(1.5)
    expect([usualLabel('US').maker, usualLabel('DE').maker]).toEqual(['Avery US', 'Avery Zweckform'])
  })

  test.each(envelopes.map((one) => [one.id, one] as const))(
    '%s: the address lies where machines read, clear of sender and stamp',
    (_, one) => {
      const { address, sender } = envelopeZones(one)
      expect(envelopeProblem(one)).toBeUndefined()
      expect(address.y).toBeGreaterThanOrEqual(Math.max(40, sender.y + sender.height))
      expect(address.x + address.width).toBeLessThanOrEqual(one.width - 15 + 1e-9)
      expect(address.y + address.height).toBeLessThanOrEqual(one.height - 15 + 1e-9)
      expect(sender.x + sender.width).toBeLessThanOrEqual(one.width - 74)
      expect([address.width > 60, address.height > 30, sender.height > 15]).toEqual([true, true, true])
    },
  )

  it('one of her own lies on its long side; too small and too large are said', () => {
    expect(lying({ id: 'own', width: 114, height: 162 })).toMatchObject({ width: 162, height: 114 })
    expect(envelopeProblem({ width: 100, height: 60 })).toBe('tooSmall')
    expect(envelopeProblem({ width: Number.NaN, height: 60 })).toBe('tooSmall')
    expect(envelopeProblem({ width: 900, height: 600 })).toBe('tooLarge')
  })
})
