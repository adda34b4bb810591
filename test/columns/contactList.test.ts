// The list of all contacts is held to a plain one that is sorted and filtered contact by contact, before and after any changes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/base/day.ts'
import { isFoundBy, packIds, unpackIds, type ColumnIndex, type ListGround, type ListItem, type ListWish } from '../../src/columns/index.ts'
import { quickFilters, type QuickFilter } from '../../src/columns/listAsk.ts'
import { nextContactDay } from '../../src/core/contact/cadence.ts'
import { companyNameBeside, companyOf } from '../../src/core/contact/name.ts'
import { withheld } from '../../src/core/contact/privacy.ts'
import type { Facts } from '../../src/core/criteria/facts.ts'
import { canBePosted } from '../../src/core/letter/address.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId, SalespersonId } from '../../src/model/ids.ts'
import { company, person, today } from '../make.ts'
import { anyPatch, anyRows, contactIds, factsFrom, indexOf, patched, type AllRows } from './anyRows.ts'

const runs = { numRuns: Number(process.env['RUNS'] ?? 60) }

const ground: ListGround = {
  today,
  salespersonId: 'sp-1' as SalespersonId,
  salespeople: new Map([
    ['sp-1', 'Zoë'],
    ['sp-2', 'Ärmel'],
  ]),
}

const sortFields = ['name', 'company', 'city', 'postCode', 'lastInteraction', 'nextContact', 'changedAt', 'no', 'salesperson'] as const
const anyText = fc
  .array(fc.constantFrom('ahorn', 'ü', 'ue', '89', '8912', '/12', 'dr', 'kt1', 'a', 'x'), { maxLength: 2 })
  .map((words) => words.join(' '))
const anyWish: fc.Arbitrary<ListWish> = fc
  .record({
    text: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, anyText),
    quick: fc.subarray([...quickFilters], { maxLength: 2 }),
    sort: fc.record({ by: fc.constantFrom(...sortFields), descending: fc.boolean() }),
    isGrouped: fc.boolean(),
  })
  .map(({ isGrouped, ...wish }) => ({ ...wish, ...(isGrouped && { groupedBy: 'company' as const }) }))

const listName = (one: Contact) => (one.type === 'person' && one.surname ? `${one.surname} ${one.firstName}` : one.name)

const nextOf = (contact: Contact, { contacts, lastInteraction, pace }: Facts) =>
  nextContactDay({ contact, company: companyOf(contact, contacts), lastHeard: lastInteraction.get(contact.id) }, pace, today)

function holds(filter: QuickFilter, one: Contact, facts: Facts): boolean {
  const employer = companyOf(one, facts.contacts)
  switch (filter) {
    case 'mine':
      return (one.salespersonId ?? (one.type === 'person' ? employer?.salespersonId : undefined)) === ground.salespersonId
    case 'companies':
      return one.type === 'company'
    case 'persons':
      return one.type === 'person'
    case 'due': {
      const next = nextOf(one, facts)
      return next !== undefined && next <= today
    }
    case 'noAddress':
      return !canBePosted({ reached: one, company: employer, alternativeAddress: { value: undefined } })
    case 'noEmail':
      return one.email.trim() === ''
    case 'neverContacted':
      return !facts.lastInteraction.has(one.id)
    case 'changedLately':
      return one.changedAt.slice(0, 10) >= addDays(today, -7) && one.changedAt.slice(0, 10) <= today
    case 'excluded':
      return one.excludeFromSegment
    case 'withheld':
      return withheld(one) !== undefined
  }
}

function keyOf(one: Contact, by: (typeof sortFields)[number], facts: Facts): string {
  switch (by) {
    case 'name':
      return listName(one)
    case 'company':
      return companyOf(one, facts.contacts)?.name ?? ''
    case 'lastInteraction':
      return facts.lastInteraction.get(one.id) ?? ''
    case 'nextContact':
      return nextOf(one, facts) ?? ''
    case 'changedAt':
      return one.changedAt.slice(0, 10)
    case 'salesperson':
      return ground.salespeople.get(one.salespersonId ?? '') ?? ''
    case 'city':
    case 'postCode':
    case 'no':
      return one[by]
  }
}

/** All contacts in the order wished, each compared with each. */
function sorted(facts: Facts, { by, descending }: ListWish['sort']): Contact[] {
  const plain = new Intl.Collator()
  const collator = new Intl.Collator(undefined, { numeric: by === 'no' })
  const blanksLast = (a: string, b: string, compare: () => number) =>
    a.trim() === '' || b.trim() === '' ? Number(a.trim() === '') - Number(b.trim() === '') : compare()
  return [...facts.contacts.values()].sort((a, b) => {
    const [one, other] = [keyOf(a, by, facts), keyOf(b, by, facts)]
    const [oneName, otherName] = [listName(a), listName(b)]
    return (
      blanksLast(one, other, () => (descending ? -1 : 1) * collator.compare(one, other)) ||
      blanksLast(oneName, otherName, () => plain.compare(oneName, otherName)) ||
      (a.id < b.id ? -1 : 1)
    )
  })
}

const bears = (one: Contact, facts: Facts, text: string) => isFoundBy(one, companyNameBeside(one, facts.contacts), text)

/** What stands in each place, told shortly: an id, a head with its people. */
function plainList(facts: Facts, wish: ListWish): string[] {
  const all = sorted(facts, wish.sort)
  const isFound = (one: Contact) => bears(one, facts, wish.text) && wish.quick.every((filter) => holds(filter, one, facts))
  const found = all.filter(isFound)
  if (!wish.groupedBy) return found.map(({ id }) => id)
  const people = (head: Contact) => found.filter((one) => one.type === 'person' && companyOf(one, facts.contacts)?.id === head.id)
  const groups = all
    .filter((head) => head.type === 'company' && (isFound(head) || people(head).length > 0))
    .flatMap((head) => [`${head.id} ${people(head).length} ${isFound(head)}`, ...people(head).map(({ id }) => id)])
  const alone = found.filter((one) => !companyOf(one, facts.contacts))
  return [...groups, ...(alone.length > 0 ? [`without ${alone.length}`, ...alone.map(({ id }) => id)] : [])]
}

const told = (item: ListItem) =>
  'head' in item ? `without ${item.people}` : item.leads ? `${item.id} ${item.leads.people} ${item.leads.isFound}` : item.id

function check(index: ColumnIndex, rows: AllRows, wish: ListWish): void {
  const facts = factsFrom(rows)
  const shown = index.list(wish, ground)
  const expected = plainList(facts, wish)
  const about = JSON.stringify(wish)
  expect(index.listItems(shown, 0, 99).map(told), about).toEqual(expected)
  expect(index.listItems(shown, 2, 4).map(told), about).toEqual(expected.slice(2, 4))
  const found = [...facts.contacts.values()].filter(
    (one) => bears(one, facts, wish.text) && wish.quick.every((quick) => holds(quick, one, facts)),
  )
  expect(shown.total).toBe(found.length)
  const counts = quickFilters.map((filter) => [filter, found.filter((one) => holds(filter, one, facts)).length])
  expect(index.listCounts(shown, ground), about).toEqual(Object.fromEntries(counts))
  const ids = unpackIds<ContactId>(index.listIds(shown))
  expect(ids).toEqual(
    expected.filter((place) => !place.startsWith('without') && !place.endsWith('false')).map((place) => place.split(' ')[0]),
  )
  for (const id of contactIds) {
    const place = expected.findIndex((one) => one.split(' ')[0] === id)
    expect(index.placeOf(shown, id)).toBe(place < 0 ? undefined : place)
  }
}

describe('the list', () => {
  test('is the plain one: every sort, filter and group, also after changes to what was asked before', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.array(anyWish, { minLength: 1, maxLength: 4 }),
        fc.array(anyPatch, { maxLength: 3 }),
        (start, wishes, patches) => {
          let rows = start
          const index = indexOf(rows)
          for (const wish of wishes) check(index, rows, wish)
          for (const patch of patches) {
            rows = patched(rows, patch)
            index.patch(patch)
            for (const wish of wishes) check(index, rows, wish)
          }
        },
      ),
      runs,
    )
  })

  test('among some only', () => {
    const [ahorn, birke] = [company({ name: 'Ahorn' }), company({ name: 'Birke' })]
    const index = indexOf(rowsOf([ahorn, birke]))
    const wish: ListWish = { text: '', quick: [], sort: { by: 'name', descending: false } }
    const shown = index.list(wish, { ...ground, among: index.members([birke.id]) })
    expect(index.listItems(shown, 0, 9).map(told)).toEqual([birke.id])
  })
})

describe('typing', () => {
  const typed = fc.constantFrom(
    'ahorn müller',
    'Mueller',
    'büro7',
    '89/123',
    '+49 89 123',
    '089 12345',
    '0049 89 12345',
    '12345',
    'aeroe müller',
    'alund ss',
    'prof. ahorn',
    'kt1',
    'ö9',
  )

  test('letter by letter, forwards and backwards, finds whom the whole word finds; a change in between is noticed', () => {
    fc.assert(
      fc.property(anyRows, anyPatch, fc.array(typed, { minLength: 1, maxLength: 3 }), (start, patch, texts) => {
        const index = indexOf(start)
        const after = patched(start, patch)
        const steps = texts.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)))
        for (const [rows, asked] of [
          [start, steps],
          [after, [...steps, ...steps.toReversed()]],
        ] as const) {
          const facts = factsFrom(rows)
          for (const text of asked) {
            const found = [...facts.contacts.values()].filter((one) => bears(one, facts, text))
            expect(index.search(text, 0).total, text).toBe(found.length)
          }
          if (rows === start) index.patch(patch)
        }
      }),
      runs,
    )
  })

  test('of many, only those found before are looked through: who is found stays the same', () => {
    const people = Array.from({ length: 400 }, (_, at) => {
      const surname = `${['Müller', 'Maier', 'Mauser', 'Öhler'][at % 4]}${at}`
      return person({ surname, name: `Anna ${surname}`, firstName: 'Anna', phone: `(089) ${at}-${at}` })
    })
    const facts = factsFrom(rowsOf(people))
    const index = indexOf(rowsOf(people))
    for (const whole of ['mueller39', 'oehler3', 'müller112', '0893', '089) 3', 'anna maier1', '39-39', '+49 89 12-12', '0891212'])
      for (let length = 1; length <= whole.length; length++) {
        const text = whole.slice(0, length)
        expect(index.search(text, 0).total, text).toBe(people.filter((one) => bears(one, facts, text)).length)
      }
  })
})

test.each([
  ['0221 569445', true],
  ['0221569445', true],
  ['0049 221 569445', true],
  ['(0221) 56', true],
  ['0221 569446', false],
  ['Böhme 0221569445', false],
])('a number as the telephone shows it, %s, finds +49 221 569445: %s', (text, isFound) => {
  const [one, other] = [
    person({ id: contactIds[0]!, phone: '+49 221 569445' }),
    person({ id: contactIds[1]!, phone: '089 1067-0', no: '56944' }),
  ]
  expect(
    indexOf(rowsOf([one, other]))
      .search(text, 9)
      .rows.map(({ id }) => id),
  ).toEqual(isFound ? [one.id] : [])
})

test('a post code with its nought finds nobody by the middle of a telephone number', () => {
  const one = person({ phone: '089 1067-0', postCode: '80331' })
  expect(indexOf(rowsOf([one])).search('01067', 9).total).toBe(0)
})

test('packed ids are the ids', () => {
  const anyId = fc.oneof(
    fc.uuid(),
    fc.string(),
    fc.constantFrom('ffffffff-ffff-ffff-ffff-ffffffffffff', 'FFFFFFFF-0000-7000-8000-000000000000', ''),
  )
  fc.assert(fc.property(fc.array(anyId), (ids) => void expect(unpackIds(packIds(ids))).toEqual(ids)))
})

const rowsOf = (contacts: Contact[]): AllRows => ({
  contacts: new Map(contacts.map((one) => [one.id, one])),
  ...{ entries: new Map(), purchases: new Map(), segmentLines: new Map(), cancelled: new Set<never>() },
})
