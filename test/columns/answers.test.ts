// What else the column index answers: free text, values, fill rates, items, rows of a list; and snapshots that are not as they were written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnIndex, isFoundBy } from '../../src/columns/index.ts'
import { withheld } from '../../src/core/contact/privacy.ts'
import { canBeBlank } from '../../src/core/criteria/values.ts'
import { companyNameBeside, companyOf } from '../../src/core/contact/name.ts'
import { matcher } from '../../src/core/criteria/matches.ts'
import { choiceOf, textOf } from '../../src/core/criteria/values.ts'
import { canBePosted } from '../../src/core/letter/address.ts'
import type { Contact } from '../../src/model/contact.ts'
import { ChoiceField, TextField, type Rule } from '../../src/model/criteria.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { company, person, today } from '../make.ts'
import { anyPatch, anyRows, anyRule, factsFrom, indexOf, patched } from './anyRows.ts'

const runs = { numRuns: Number(process.env['RUNS'] ?? 30) }
const listName = (contact: Contact) =>
  contact.type === 'person' && contact.surname ? `${contact.surname} ${contact.firstName}` : contact.name
/** Who has no name stands last. */
const byList = (a: Contact, b: Contact, collator: Intl.Collator) => {
  const [one, other] = [listName(a), listName(b)]
  if (one.trim() === '' || other.trim() === '') return Number(one.trim() === '') - Number(other.trim() === '')
  return collator.compare(one, other)
}

describe('free text', () => {
  const part = fc.constantFrom(
    'ahorn',
    'ü',
    'ue',
    'Mueller',
    'ß',
    'ss',
    '89',
    '89/12',
    '8912345',
    '(89)',
    'a',
    'horn b',
    'zorm',
    'ζορ',
    'йод',
    '10',
    '',
  )

  test('finds who bears every word, in the order of the list', () => {
    fc.assert(
      fc.property(anyRows, anyPatch, fc.array(part, { maxLength: 3 }), (start, patch, words) => {
        const index = indexOf(start)
        index.search('a', 5)
        index.patch(patch)
        const facts = factsFrom(patched(start, patch))
        const text = words.join(' ')
        const collator = new Intl.Collator()
        const found = [...facts.contacts.values()]
          .filter((one) => isFoundBy(one, companyNameBeside(one, facts.contacts), text))
          .sort((a, b) => byList(a, b, collator) || (a.id < b.id ? -1 : 1))
          .map((one) => ({
            ...{ id: one.id, type: one.type, no: one.no, name: one.name, city: one.city, countryCode: one.countryCode },
            companyName: companyNameBeside(one, facts.contacts),
            lastInteraction: facts.lastInteraction.get(one.id),
            excludeFromSegment: one.excludeFromSegment,
            withheld: withheld(one),
            sample: one.sample === true,
          }))
        expect(index.search(text, 4)).toEqual({ total: found.length, all: facts.contacts.size, rows: found.slice(0, 4) })
      }),
      { numRuns: runs.numRuns * 3 },
    )
  })

  test.each([
    ['böhme', 'Anna'],
    ['boehme anna', 'Anna'],
    ['bohme', 'Anna'],
    ['089 123', 'Anna'],
    ['08912345', 'Anna'],
    ['łukasz', 'Lukasz'],
    ['lukasz ahorn', 'Lukasz'],
    ['musig', ''],
    ['mussig', 'Ahorn Lukasz'],
    ['12/3', 'Anna'],
    ['prof. lukasz', 'Lukasz'],
    ['zweite@adresse', 'Lukasz'],
    ['089777', 'Ahorn Lukasz'],
    ['kt-alt', 'Anna'],
  ])('“%s” finds %s', (text, names) => {
    const ahorn = company({ name: 'Ahorn', city: 'Müßig', fax: '089 777' })
    const index = indexOf({
      ...factsRows([
        ahorn,
        person({
          firstName: 'Anna',
          surname: 'Böhme',
          name: 'Anna Böhme',
          phone: '(089) 12/3-45',
          former: [{ id: 'old' as ContactId, no: 'KT-ALT', externalId: '' }],
        }),
        person({
          firstName: 'Łukasz',
          surname: '',
          name: 'Łukasz',
          city: 'Müssig',
          company: ahorn,
          title: 'Prof.',
          email2: 'zweite@adresse.example',
          fax: '(089) 777-0',
        }),
      ]),
    })
    const found = index.search(text, 9).rows.map(({ name }) => name.split(' ')[0]!.replace('Ł', 'L'))
    expect(found.join(' ')).toBe(names)
  })
})

const factsRows = (contacts: Contact[]) => ({
  contacts: new Map(contacts.map((one) => [one.id, one])),
  ...{ entries: new Map(), purchases: new Map(), segmentLines: new Map(), cancelled: new Set<never>() },
})

test('values of every field with how many have them, and how well fields are filled', () => {
  fc.assert(
    fc.property(anyRows, anyPatch, fc.integer({ min: 1, max: 6 }), (start, patch, limit) => {
      const index = indexOf(start)
      index.patch(patch)
      const facts = factsFrom(patched(start, patch))
      const contacts = [...facts.contacts.values()]
      for (const field of [...TextField.options, ...ChoiceField.options]) {
        const counts = new Map<string, number>()
        for (const one of contacts) {
          const value = ChoiceField.options.includes(field as ChoiceField)
            ? choiceOf(one, field as ChoiceField)
            : textOf(one, field as TextField, facts)
          if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
        }
        const all = [...counts].map(([value, count]) => ({ value, count }))
        const expected = all.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)).slice(0, limit)
        expect(index.values(field, limit).map(({ count }) => count)).toEqual(expected.map(({ count }) => count))
        expect(
          index
            .values(field, 99)
            .map(({ value }) => value)
            .sort(),
        ).toEqual(all.map(({ value }) => value).sort())
      }
      const rule: Rule = { kind: 'text', field: 'phone', operator: 'isNotBlank', values: [] }
      const filled = contacts.filter(matcher({ kind: 'group', match: 'all', items: [rule] }, facts, today)).length
      expect(index.fillRates()).toMatchObject({ all: contacts.length, filled: { phone: filled } })
    }),
    runs,
  )
})

test('how well a field is filled, and who has something there, is told of texts that came since it was asked', () => {
  const firm = company({ name: 'Ahorn', city: 'Wien' })
  const anna = person({ name: 'Anna', company: firm, city: '' })
  const contacts = new Map([firm, anna].map((one) => [one.id, one]))
  const index = indexOf({ contacts, entries: new Map(), purchases: new Map(), segmentLines: new Map(), cancelled: new Set() })
  expect(index.fillRates().filled.city).toBe(1)
  index.patch({ contacts: [[anna.id, { ...anna, city: 'Graz' }]] })
  expect(index.fillRates().filled.city).toBe(2)
  const rule: Rule = { kind: 'text', field: 'city', operator: 'isNotBlank', values: [] }
  expect(index.count({ kind: 'group', match: 'all', items: [rule] }, today)).toBe(2)
})

test('who has nothing where a rule looks: as many as it takes in with blanks and leaves out without', () => {
  fc.assert(
    fc.property(anyRows, anyRule, (rows, rule) => {
      const index = indexOf(rows)
      const count = (blanks: boolean) => index.count({ kind: 'group', match: 'all', items: [{ ...rule, blanks } as Rule] }, today)
      const said = index.blanks(rule, today)
      const counted = rule.kind === 'number' && !canBeBlank(rule.field)
      const never = counted || ['flag', 'contact', 'segment', 'targetOf'].includes(rule.kind)
      const isAsked = 'operator' in rule && (rule.operator === 'isBlank' || rule.operator === 'isNotBlank')
      expect(said, JSON.stringify(rule)).toBe(never || isAsked ? undefined : count(true) - count(false))
    }),
    { numRuns: runs.numRuns * 5 },
  )
})

test('who cannot be written to', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const index = indexOf(rows)
      const { contacts } = factsFrom(rows)
      const unplaced = [...contacts.values()].filter(
        (one) => !canBePosted({ reached: one, company: companyOf(one, contacts), alternativeAddress: { value: undefined } }),
      )
      const noEmail = [...contacts.values()].filter(({ email }) => email.trim() === '').length
      expect(index.unreached(index.members(contacts.keys()))).toEqual({ noAddress: unplaced.length, noEmail })
    }),
    runs,
  )
})

describe('a snapshot that is not as it was written', () => {
  const index = indexOf(factsRows([company({ name: 'Ahorn' }), person({ name: 'Anna Berg', city: 'Ulm' })]))
  const snapshot = index.snapshot()
  const flipped = (at: number) => {
    const buffer = snapshot.buffer.slice(0)
    new Uint8Array(buffer)[at]! ^= 4
    return buffer
  }

  test('as it is it is taken', () => expect(ColumnIndex.fromSnapshot(snapshot)?.size).toBe(2))

  test('any byte that has changed is seen', () => {
    for (let at = 0; at < snapshot.buffer.byteLength; at += 7)
      expect(ColumnIndex.fromSnapshot({ header: snapshot.header, buffer: flipped(at) }), String(at)).toBeUndefined()
  })

  test.each([
    ['cut off', { ...snapshot, buffer: snapshot.buffer.slice(0, -8) }],
    ['cut off in the middle of a word', { ...snapshot, buffer: snapshot.buffer.slice(0, -3) }],
    ['empty', { ...snapshot, buffer: new ArrayBuffer(0) }],
    ['without a header', { ...snapshot, header: '' }],
    ['with half a header', { ...snapshot, header: snapshot.header.slice(0, 200) }],
    ['with a sign changed in its header', { ...snapshot, header: snapshot.header.replace('"rows":3', '"rows":2') }],
    ['of another version', { ...snapshot, header: snapshot.header.replace(/"version":\d+/, '"version":0') }],
    ['nothing at all', undefined as never],
  ])('%s', (_what, damaged) => expect(ColumnIndex.fromSnapshot(damaged)).toBeUndefined())

  test('one of an empty index is one', () => {
    const empty = ColumnIndex.fromSnapshot(indexOf(factsRows([])).snapshot())
    expect(empty?.size).toBe(0)
  })
})
