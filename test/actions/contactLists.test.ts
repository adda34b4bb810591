// What contacts are sorted by, through the actions: made, assigned, found by criteria, deleted, taken back.
import { describe, expect, it } from 'vitest'
import {
  changeContact,
  createContact,
  deleteAlternativeAddress,
  giveAnswers,
  saveAlternativeAddress,
  type ContactFields,
} from '../../src/actions/contacts.ts'
import { takeBackImport } from '../../src/actions/imports.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { deleteListRow } from '../../src/actions/listRows.ts'
import { changeListRow, createListRow } from '../../src/actions/lists.ts'
import { changePurchase, createPurchase, deletePurchase } from '../../src/actions/purchases.ts'
import { changeQuestionnaire, createQuestionnaire, deleteQuestionnaire } from '../../src/actions/questionnaires.ts'
import type { Result } from '../../src/base/result.ts'
import { toDay } from '../../src/base/day.ts'
import { listTables } from '../../src/core/contact/lists.ts'
import { defaultOptions } from '../../src/core/segment/outcome.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { Rule } from '../../src/model/criteria.ts'
import type { Failure } from '../../src/model/failure.ts'
import type { AnswerId, ContactId, QuestionId, QuestionnaireId, SegmentId } from '../../src/model/ids.ts'
import type { SegmentLines } from '../../src/model/segment.ts'
import { all, today, valid } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'
import { takeFile } from '../takeFile.ts'
const refusal = async (doing: Promise<Result<unknown, Failure>>) => {
  const done = await doing
  return done.ok ? undefined : done.failure
}
const contact = async (house: House, id: ContactId): Promise<Contact> => (await house.db.contacts.get(id))!
const change = async (house: House, id: ContactId, fields: ContactFields) =>
  good(changeContact(house, id, (await contact(house, id)).rev, fields))
const answer = async (house: House, id: ContactId, ...answers: string[]) =>
  giveAnswers(house, id, (await contact(house, id)).rev, answers as AnswerId[])

const nobodyYet: SegmentLines = { rev: 0, id: 'list' as SegmentId, nextLineNo: 1, lines: [] }

/** Who would be added by this rule. */
async function found(house: House, rule: Rule): Promise<string[]> {
  const step = { kind: 'add', criteria: all(rule), options: defaultOptions } as const
  const [outcome] = await house.calls.index.replay([step], nobodyYet, today)
  return (await house.db.contacts.bulkGet(outcome!.addedIds)).map((one) => one!.name).sort()
}

/** A company with two people, and a person without one. */
async function people(house: House) {
  const ahorn = (await good(createContact(house, 'company', { name: 'Ahorn' }))).value
  const anna = (await good(createContact(house, 'person', { name: 'Anna Berg', companyId: ahorn }))).value
  const bert = (await good(createContact(house, 'person', { name: 'Bert Tal', companyId: ahorn }))).value
  const cora = (await good(createContact(house, 'person', { name: 'Cora See' }))).value
  return { ahorn, anna, bert, cora }
}

async function fleet(house: House) {
  const { value: id } = await good(createQuestionnaire(house, { code: '', description: 'Machines in use' }))
  const before = (await house.db.questionnaires.get(id))!
  const answers = (...names: string[]) => names.map((name) => ({ id: name as AnswerId, description: name }))
  const questions = [
    { id: 'size' as QuestionId, description: 'How many?', multiple: false, answers: answers('few', 'many') },
    { id: 'make' as QuestionId, description: 'Which makes?', multiple: true, answers: answers('red', 'green') },
  ]
  await good(changeQuestionnaire(house, before, { ...before, questions }))
  return (await house.db.questionnaires.get(id))!
}

describe('What is assigned is found', () => {
  it('by business relation: the company and its people; by job responsibility, level and territory: who has it', async () => {
    const house = openHouse()
    const { ahorn, anna, bert, cora } = await people(house)
    const customer = (await good(createListRow(house, 'businessRelations', 'Customer'))).value
    const buying = (await good(createListRow(house, 'jobResponsibilities', 'Purchasing'))).value
    const chief = (await good(createListRow(house, 'organizationalLevels', 'Managing director'))).value
    const north = (await good(createListRow(house, 'territories', 'North'))).value
    await change(house, ahorn, { businessRelations: [{ businessRelationId: customer, no: 'D10' }] })
    await change(house, anna, { jobResponsibilityIds: [buying] })
    await change(house, bert, { organizationalLevelId: chief })
    await change(house, cora, { territoryId: north })
    expect(await found(house, { kind: 'businessRelation', operator: 'hasAnyOf', ids: [customer] })).toEqual([
      'Ahorn',
      'Anna Berg',
      'Bert Tal',
    ])
    expect(await found(house, { kind: 'jobResponsibility', operator: 'hasAnyOf', ids: [buying] })).toEqual(['Anna Berg'])
    expect(await found(house, { kind: 'choice', field: 'organizationalLevelId', operator: 'isAnyOf', values: [chief] })).toEqual([
      'Bert Tal',
    ])
    expect(await found(house, { kind: 'choice', field: 'territoryId', operator: 'isAnyOf', values: [north] })).toEqual(['Cora See'])
  })

  it('by profile answer, and by what the company bought', async () => {
    const house = openHouse()
    const { ahorn, anna } = await people(house)
    await fleet(house)
    await good(answer(house, anna, 'many', 'red'))
    expect(await found(house, { kind: 'answer', operator: 'hasAllOf', ids: ['many', 'red'] as AnswerId[] })).toEqual(['Anna Berg'])
    const fields = { day: today, itemNo: 'B1', description: 'Bike', itemGroup: 'Bikes', quantity: 2, amount: 800 }
    const bought = { kind: 'purchase', operator: 'has', atLeast: 1, where: { itemGroups: ['Bikes'] } } as const satisfies Rule
    const made = await good(createPurchase(house, ahorn, fields))
    expect(await found(house, bought)).toEqual(['Ahorn', 'Anna Berg', 'Bert Tal'])
    const purchase = (await house.db.purchases.get(made.value))!
    await good(changePurchase(house, purchase, { ...fields, itemGroup: 'Parts' }))
    expect(await found(house, bought)).toEqual([])
    expect(await refusal(deletePurchase(house, purchase))).toMatchObject({ code: 'stale' })
    const gone = await good(deletePurchase(house, (await house.db.purchases.get(made.value))!))
    await good(undo(house, gone.inverse, 'deletePurchase'))
    expect(await house.db.purchases.count()).toBe(1)
    expect(await refusal(createPurchase(house, anna, fields))).toMatchObject({ code: 'notFound' })
  })

  it('but a minor without consent is not, whatever is assigned; with consent again', async () => {
    const house = openHouse()
    const { anna } = await people(house)
    const news = (await good(createListRow(house, 'mailingGroups', 'News'))).value
    await change(house, anna, { mailingGroupIds: [news], minor: true })
    const rule: Rule = { kind: 'mailingGroup', operator: 'hasAnyOf', ids: [news] }
    expect(await found(house, rule)).toEqual([])
    const row = (
      await house.calls.index.openList(
        { text: '', within: { list: 'mailingGroups', id: news }, quick: [], sort: { by: 'name', descending: false } },
        house.occasion().today,
        10,
      )
    ).items[0]
    expect(row).toMatchObject({ name: 'Anna Berg', withheld: 'minor' })
    await change(house, anna, { parentalConsent: true })
    expect(await found(house, rule)).toEqual(['Anna Berg'])
  })
})

describe('A row of a short list', () => {
  it.each(listTables)('of %s: a code of its own, renamed, deleted alone, and brought back by undo', async (table) => {
    const house = openHouse()
    const one = (await good(createListRow(house, table, 'First thing'))).value
    await good(createListRow(house, table, 'First-thing'))
    expect(await refusal(createListRow(house, table, 'Other', 'firstthing'))).toEqual({ code: 'codeTaken', taken: 'FIRSTTHING' })
    expect(await refusal(createListRow(house, table, ' first Thing '))).toEqual({ code: 'nameTaken', taken: 'First thing' })
    expect(await refusal(createListRow(house, table, '  ', 'X'))).toEqual({ code: 'nameBlank' })
    const rows = () => house.db.table<{ id: string; rev: number; code: string; description: string }, string>(table).toArray()
    expect((await rows()).map(({ code }) => code)).toEqual(['FIRSTTHING', 'FIRSTTHIN2'])
    const row = (await rows()).find(({ id }) => id === one)! as Parameters<typeof changeListRow>[2]
    expect(await refusal(changeListRow(house, table, row, { code: 'firstthin2', description: 'x' }))).toMatchObject({ code: 'codeTaken' })
    await good(changeListRow(house, table, row, { code: ' ft ', description: ' Thing ' }))
    expect((await rows()).find(({ id }) => id === one)).toMatchObject({ code: 'FT', description: 'Thing' })
    const before = await contents(house)
    const gone = await good(deleteListRow(house, table, one))
    expect(gone.value).toBe(0)
    expect(await rows()).toHaveLength(1)
    await good(gone.takeBack())
    expect(await contents(house)).toEqual(before)
  })

  it('that people have is counted, found by words, taken from all of them at once, and given back by undo', async () => {
    const house = openHouse()
    const { ahorn, anna, cora } = await people(house)
    const news = (await good(createListRow(house, 'mailingGroups', 'News'))).value
    const fair = (await good(createListRow(house, 'mailingGroups', 'Fair'))).value
    for (const id of [ahorn, anna, cora]) await change(house, id, { mailingGroupIds: [news, fair] })
    expect((await house.calls.index.listUse()).mailingGroups).toEqual({ [news]: 3, [fair]: 3 })
    expect(
      await house.calls.index.openList(
        { text: 'berg', within: { list: 'mailingGroups', id: news }, quick: [], sort: { by: 'name', descending: false } },
        house.occasion().today,
        10,
      ),
    ).toMatchObject({
      ...{ total: 1, all: 3 },
      items: [{ name: 'Anna Berg' }],
    })
    const before = await contents(house)
    const gone = await good(deleteListRow(house, 'mailingGroups', news))
    expect(gone.value).toBe(3)
    expect((await house.db.contacts.toArray()).flatMap(({ mailingGroupIds }) => mailingGroupIds)).toEqual([fair, fair, fair])
    expect((await house.calls.index.listUse()).mailingGroups).toEqual({ [fair]: 3 })
    await good(gone.takeBack())
    expect(await contents(house)).toEqual(before)
    expect((await house.calls.index.listUse()).mailingGroups).toEqual({ [news]: 3, [fair]: 3 })
  })
})

describe('A questionnaire', () => {
  it('takes no second answer to a question for one, and none of a minor', async () => {
    const house = openHouse()
    const { anna, cora } = await people(house)
    await fleet(house)
    expect(await refusal(answer(house, anna, 'few', 'many'))).toEqual({ code: 'secondAnswer', question: 'How many?' })
    await change(house, cora, { minor: true })
    expect(await refusal(answer(house, cora, 'few'))).toEqual({ code: 'answersOfMinor', name: 'Cora See' })
  })

  it('that loses an answer or is deleted takes it from who gave it; undo brings both back', async () => {
    const house = openHouse()
    const { anna, cora } = await people(house)
    const questionnaire = await fleet(house)
    await good(answer(house, anna, 'many', 'red', 'green'))
    await good(answer(house, cora, 'few'))
    expect(await refusal(changeQuestionnaire(house, questionnaire, { ...questionnaire, contactType: 'company' }))).toEqual({
      code: 'answeredByOthers',
      count: 2,
    })
    const [size, make] = questionnaire.questions
    const before = await contents(house)
    const less = await good(
      changeQuestionnaire(house, questionnaire, { ...questionnaire, questions: [size!, { ...make!, answers: make!.answers.slice(1) }] }),
    )
    expect((await contact(house, anna)).answerIds).toEqual(['many', 'green'])
    await good(less.takeBack())
    expect(await contents(house)).toEqual(before)
    const gone = await good(deleteQuestionnaire(house, questionnaire.id))
    expect(gone.value).toBe(2)
    expect((await house.db.contacts.toArray()).flatMap(({ answerIds }) => answerIds)).toEqual([])
    await good(gone.takeBack())
    expect(await contents(house)).toEqual(before)
    expect(await refusal(deleteQuestionnaire(house, 'none' as QuestionnaireId))).toMatchObject({ code: 'notFound' })
  })
})

it('An alternative address is saved under its code, refused beside another of it, and deleted', async () => {
  const house = openHouse()
  const { anna } = await people(house)
  const address = {
    ...{ code: 'SUMMER', description: 'Lake house', address: 'Seeweg 1', address2: '', postCode: '5310', city: 'Mondsee', county: '' },
    ...{ countryCode: 'AT', phone: '', email: '', ranges: [{ startingDay: toDay('2026-08-01'), endingDay: toDay('2026-08-31') }] },
  }
  const rev = async () => (await contact(house, anna)).rev
  await good(saveAlternativeAddress(house, anna, await rev(), address))
  expect(await refusal(saveAlternativeAddress(house, anna, await rev(), address))).toMatchObject({ reason: 'codeTaken' })
  await good(saveAlternativeAddress(house, anna, await rev(), { ...address, city: 'Attersee' }, 'SUMMER'))
  expect((await contact(house, anna)).alternativeAddresses).toEqual([{ ...address, city: 'Attersee' }])
  await good(deleteAlternativeAddress(house, anna, await rev(), 'SUMMER'))
  expect((await contact(house, anna)).alternativeAddresses).toEqual([])
})

describe('An import', () => {
  const bytes = new TextEncoder().encode('Typ;Firma;Vorname;Nachname\nUnternehmen;Huber;;\nPerson;Huber;Anna;Berg\n').buffer

  it('makes contacts with all that a contact has, so that they can be assigned to at once', async () => {
    const house = openHouse()
    await good(takeFile(house, bytes, 'a.csv'))
    const contacts = await house.db.contacts.toArray()
    valid({ put: { contacts }, remove: {}, requires: [] })
    expect(contacts.map(({ answerIds, alternativeAddresses }) => [answerIds, alternativeAddresses])).toEqual([
      [[], []],
      [[], []],
    ])
  })

  it('that is taken back leaves a company for which a purchase was written down since', async () => {
    const house = openHouse()
    const done = await good(takeFile(house, bytes, 'a.csv'))
    const huber = (await house.db.contacts.toArray()).find(({ name }) => name === 'Huber')!
    await good(createPurchase(house, huber.id, { day: today, itemNo: '', description: 'Bike', itemGroup: '', quantity: 1, amount: 1 }))
    const taken = await good(takeBackImport(house, done.importId))
    expect(taken.kept).toEqual([{ table: 'contacts', id: huber.id, name: 'Huber', why: 'referred' }])
  })
})
