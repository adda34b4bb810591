// Duplicates among all contacts: how many of those who are one are found, and how many of those found are one; groups; what was told apart;
// what is found after a change; and what stays side by side.
import { describe, expect, test } from 'vitest'
import { DuplicateBook } from '../../src/core/duplicates/duplicateBook.ts'
import { groupsOf } from '../../src/core/duplicates/groups.ts'
import { fieldsChosen, mergeRows, notTaken } from '../../src/core/duplicates/mergeRows.ts'
import { bestFirst, proposedFields } from '../../src/core/duplicates/writing.ts'
import { toDay } from '../../src/base/day.ts'
import type { Contact, Person } from '../../src/model/contact.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { pairId } from '../../src/model/merge.ts'
import { company, person } from '../make.ts'
import { byHand, generated, labelled, type Card, type Labelled } from './duplicateSet.ts'

function bookOf({ contacts }: Labelled): DuplicateBook {
  const book = new DuplicateBook()
  for (const contact of contacts) book.register(contact)
  for (const done of book.filing()) void done
  return book
}

/** Found, missed and wrong pairs among the labelled cards; the bare companies of people take no part. */
function judged(entities: readonly (readonly Card[])[]) {
  const set = labelled(entities)
  const nameOf = new Map(set.contacts.map((one) => [one.id, `${one.name} <${one.email}> ${one.postCode}`]))
  const pairs = bookOf(set)
    .pairs()
    .filter(({ one, other }) => set.whose.has(one) && set.whose.has(other))
  const isOne = (one: ContactId, other: ContactId) => set.whose.get(one) === set.whose.get(other)
  const right = pairs.filter(({ one, other }) => isOne(one, other))
  const wrong = pairs.filter(({ one, other }) => !isOne(one, other))
  const ids = [...set.whose.keys()]
  const found = new Set(right.map(({ one, other }) => pairId(one, other)))
  const missed: string[] = []
  let all = 0
  for (const [at, one] of ids.entries())
    for (const other of ids.slice(at + 1)) {
      if (!isOne(one, other)) continue
      all++
      if (!found.has(pairId(one, other))) missed.push(`${nameOf.get(one) ?? ''} / ${nameOf.get(other) ?? ''}`)
    }
  const told = wrong.map(({ one, other, score }) => `${String(score)} ${nameOf.get(one) ?? ''} / ${nameOf.get(other) ?? ''}`)
  return { precision: right.length / pairs.length, recall: right.length / all, all, pairs: pairs.length, missed, wrong: told }
}

describe('Precision and recall', () => {
  test.each([
    ['by hand, five countries', byHand, 0.95, 0.9],
    ['generated, 400 companies', generated(400, 20_261_122), 0.95, 0.9],
  ])('%s', (name, entities, precision, recall) => {
    const found = judged(entities)
    const percent = (part: number) => `${(100 * part).toFixed(1)} %`
    console.info(
      `Duplicates, ${name}: precision ${percent(found.precision)}, recall ${percent(found.recall)} of ${String(found.all)} pairs. ` +
        `Wrong: ${found.wrong.join('; ') || 'none'}. Missed: ${found.missed.slice(0, 12).join('; ') || 'none'}.`,
    )
    expect(found.precision).toBeGreaterThanOrEqual(precision)
    expect(found.recall).toBeGreaterThanOrEqual(recall)
  })
})

const ofAll = (contacts: readonly Contact[]) => bookOf({ contacts: [...contacts], whose: new Map() })
const firm = company({ name: 'Hof GmbH' })
const anna = person({ name: 'Anna Berger', email: 'anna@hof.example', company: firm, id: 'a' as ContactId })
const slip = person({ name: 'Anna Bergr', email: 'ANNA@hof.example', company: firm, id: 'b' as ContactId, phone: '0228 1' })
const third = person({ name: 'A. Berger', email: 'anna@hof.example', id: 'c' as ContactId })
const none = new Set<string>()

describe('Groups', () => {
  test('three cards of one person are one group, as sure as its weakest link', () => {
    const groups = groupsOf(ofAll([firm, anna, slip, third]).pairs(), none)
    expect(groups.map(({ ids, strength }) => [ids.sort(), strength])).toEqual([[['a', 'b', 'c'], 'likely']])
  })
  test('the same name and the same own e-mail is sure; an address of the house is not', () => {
    const of = (email: string) =>
      groupsOf(
        ofAll([
          person({ name: 'Anna Berger', email, id: 'a' as ContactId }),
          person({ name: 'anna berger', email, id: 'b' as ContactId }),
        ]).pairs(),
        none,
      )
    expect(of('anna@hof.example').map(({ strength }) => strength)).toEqual(['sure'])
    expect(of('info@hof.example').map(({ strength }) => strength)).not.toContain('sure')
  })
  test('three are sure only if every two are: a birthday between two of them, or a word that they are two, takes it away', () => {
    const [one, two] = ['1980-01-01', '1990-06-06'].map((birthday) =>
      person({ name: 'Anna Berger', email: 'anna@hof.example', birthday: toDay(birthday), id: birthday as ContactId }),
    ) as [Person, Person]
    const between = person({ name: 'Anna Berger', email: 'anna@hof.example', id: 'between' as ContactId })
    const of = (contacts: Person[], apart = none) => groupsOf(ofAll(contacts).pairs(), apart).map(({ strength }) => strength)
    expect(of([one, two, between])).toEqual(['likely'])
    const same = { ...two, birthday: one.birthday } as Person
    expect(of([one, same, between])).toEqual(['sure'])
    expect(of([one, same, between], new Set([pairId(one.id, same.id)]))).toEqual(['likely'])
  })
  test('namesakes in one firm who share its e-mail and telephone are not sure', () => {
    const at = (id: string) =>
      person({ name: 'Anna Berger', email: 'info@hof.example', phone: '0228 12345', company: firm, id: id as ContactId })
    expect(groupsOf(ofAll([firm, at('x'), at('y')]).pairs(), none).map(({ strength }) => strength)).toEqual(['likely'])
  })
  test('a pair that was told apart is not shown again, nor does it hold a group together', () => {
    const { pairs } = { pairs: ofAll([firm, anna, slip]).pairs() }
    expect(groupsOf(pairs, new Set([pairId(anna.id, slip.id)]))).toEqual([])
  })
})

describe('After a change', () => {
  test('a contact that was changed sixty times is still found, and who is gone takes nobody’s place', () => {
    const [anna, twin] = ['anna', 'twin'].map((id) => person({ name: 'Anna Berger', id: id as ContactId, email: 'anna@x.de' }))
    const book = bookOf({ contacts: [anna!, twin!], whose: new Map() })
    for (let time = 0; time < 60; time++) book.put({ ...twin!, phone: `030 ${String(100_000 + time)}` })
    for (let at = 0; at < 60; at++) {
      book.put({ ...anna!, id: `gone${String(at)}` as ContactId })
      book.drop(`gone${String(at)}` as ContactId)
    }
    book.put({ ...anna!, city: 'Ulm' })
    expect(book.pairs().map(({ one, other }) => pairId(one, other))).toEqual([pairId(anna!.id, twin!.id)])
  })

  test('who is changed is compared anew, who is gone is no longer found, and whose company is renamed is compared again', () => {
    const book = ofAll([firm, anna, slip])
    expect(book.pairs()).toHaveLength(1)
    book.put({ ...slip, email: '', companyId: undefined, surname: 'Wolf', name: 'Anna Wolf' })
    expect(book.pairs()).toEqual([])
    book.put(slip)
    book.drop(anna.id)
    expect(book.pairs()).toEqual([])
    const other = company({ name: 'Werft' })
    const [one, two] = [person({ name: 'Ute Kranz', company: firm }), person({ name: 'Ute  Kranz', company: other, id: 'u2' as ContactId })]
    const renamed = ofAll([firm, other, one, two])
    expect(renamed.pairs()).toEqual([])
    renamed.put({ ...other, name: 'HOF' })
    expect(renamed.pairs()).toHaveLength(1)
  })
  test('whoever is typed in looks like those who are there, but not like oneself', () => {
    const book = ofAll([firm, anna, slip])
    const typed = { name: 'Anna Berger', firstName: 'Anna', surname: 'Berger', email: 'anna@hof.example' }
    expect(book.looksLike(true, typed, 'Hof GmbH', undefined, none).map(({ other }) => other)).toEqual(['a', 'b'])
    expect(book.looksLike(true, typed, 'Hof GmbH', anna.id, none).map(({ other }) => other)).toEqual(['b'])
    expect(book.looksLike(true, typed, 'Hof GmbH', anna.id, new Set([pairId(anna.id, slip.id)]))).toEqual([])
  })
})

describe('Side by side', () => {
  const kept = person({ name: 'Anna Berger', email: 'anna@hof.example', phone: '1', privacyBlocked: false })
  const lost = person({
    name: 'Anna Berger',
    email: 'a.berger@privat.example',
    phone: '2',
    homePage: 'hof.example',
    privacyBlocked: true,
    id: 'l' as ContactId,
  })

  test('own values stay, what is lacking comes from the other one, consents are the strictest', () => {
    const rows = mergeRows(kept, lost, [])
    expect(rows.filter(({ same }) => !same).map((row) => [row.key, row.kind === 'choice' ? row.side : row.kind])).toEqual([
      ['email', 'kept'],
      ['phone', 'kept'],
      ['homePage', 'lost'],
      ['privacyBlocked', 'strictest'],
    ])
  })
  test('what was chosen is taken; of two e-mail addresses none is lost', () => {
    expect(fieldsChosen(kept, lost, { email: 'lost', phone: 'lost', homePage: 'kept' }, [])).toMatchObject({
      ...{ email: 'a.berger@privat.example', email2: 'anna@hof.example', phone: '2', homePage: '', privacyBlocked: true },
    })
    expect(fieldsChosen(kept, lost, {}, [])).toMatchObject({ email2: 'a.berger@privat.example', homePage: 'hof.example' })
  })
  test('values that were not taken over are told; an address that stands behind the first one was', () => {
    expect(notTaken(lost, { ...kept, email2: lost.email, homePage: lost.homePage })).toEqual(['phone'])
    expect(notTaken(lost, kept)).toEqual(['email', 'phone', 'homePage'])
  })
  test('the one of whom most is known is to stay', () => {
    expect(bestFirst([kept, lost]).map(({ id }) => id)).toEqual([lost.id, kept.id])
  })
})

describe('The better written one is to stay, and its writing is proposed', () => {
  const named = (firstName: string, surname: string, more: Partial<Person> = {}) =>
    person({
      name: `${firstName} ${surname}`.trim(),
      firstName,
      middleName: '',
      surname,
      id: `${firstName} ${surname}` as ContactId,
      ...more,
    })
  const mail = { email: 'o.thompson@meerwind.example', phone: '1', jobTitle: 'Buyer' }
  test.each<[string, Person, Person]>([
    ['a whole first name before an initial', named('O.', 'Thompson', mail), named('Oliver', 'Thompson')],
    ['mixed case before CAPITALS', named('KARL', 'SCHÄFER', { phone: '1', city: 'GÖTTINGEN' }), named('Karl', 'Schäfer')],
    [
      'as the e-mail address writes it',
      named('Harriet', 'Thmopson', { ...mail, email: 'harriet.thompson@x.example' }),
      named('Harriet', 'Thompson'),
    ],
    [
      'names in the order of the e-mail address',
      named('Schäfer', 'Sabine', { email: 'sabine.schaefer@x.example', phone: '1' }),
      named('Sabine', 'Schäfer'),
    ],
    ['an umlaut before its spelling', named('Goetz', 'Muessig', mail), named('Götz', 'Müßig')],
  ])('%s', (_, worse, better) => {
    expect(bestFirst([worse, better]).map(({ id }) => id)).toEqual([better.id, worse.id])
    expect(proposedFields(worse, better, [])).toMatchObject({ firstName: better.firstName, surname: better.surname })
    expect(proposedFields(better, worse, [])).not.toHaveProperty('surname')
  })
  test('an address in capitals gets the writing of the other one, another address does not', () => {
    const [shouted, well] = [
      named('Karl', 'Schäfer', { address: 'HAUPTSTR. 4', postCode: '37073', city: 'GÖTTINGEN' }),
      named('Karl', 'Schaefer', { address: 'Hauptstraße 4', postCode: '37073', city: 'Göttingen' }),
    ] as [Person, Person]
    expect(proposedFields(shouted, well, [])).toMatchObject({ address: 'Hauptstraße 4', city: 'Göttingen' })
    expect(proposedFields(shouted, { ...well, address: 'Nebenweg 9' }, [])).not.toHaveProperty('city')
  })
  test('a company keeps its legal form and loses its capitals; another surname, as after a marriage, is no better one', () => {
    const [shouted, well] = [company({ name: 'BRUECKNER UND SOEHNE KG' }), company({ name: 'Brückner & Söhne KG' })]
    expect(proposedFields(shouted, well, [])).toMatchObject({ name: well.name })
    expect(proposedFields(company({ name: 'Meerwind Offshore' }), company({ name: 'Meerwind Offshore B.V.' }), [])).toMatchObject({
      name: 'Meerwind Offshore B.V.',
    })
    expect(
      proposedFields(named('Claudia', 'Zöllner'), named('Claudia', 'Huber', { email: 'claudia.huber@x.example' }), []),
    ).not.toHaveProperty('surname')
  })
})
