// Through the actions: what a company's change does to its people, with what contacts and segments begin, and ratings in the same commit.
import { expect, it } from 'vitest'
import { changeContact, createContact, giveAnswers } from '../../src/actions/contacts.ts'
import { undo } from '../../src/actions/house.ts'
import { changeQuestionnaire, createQuestionnaire } from '../../src/actions/questionnaires.ts'
import { createSegment } from '../../src/actions/segments.ts'
import { saveDefaults, saveSeries } from '../../src/actions/settings.ts'
import type { AnswerId, QuestionId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { contents, good, openHouse } from '../open.ts'
const [de, nl] = [toLetterLanguage('de'), toLetterLanguage('nl')]

it('A company’s change reaches its people who hold the old value, in one commit that is undone whole', async () => {
  const house = openHouse()
  const { value: ahorn } = await good(createContact(house, 'company', { name: 'Ahorn', languageCode: de }))
  const { value: anna } = await good(createContact(house, 'person', { name: 'Anna Berg', companyId: ahorn }))
  const { value: bert } = await good(createContact(house, 'person', { name: 'Bert Tal', companyId: ahorn, languageCode: nl }))
  expect((await house.db.contacts.get(anna))?.languageCode).toBe(de)
  const before = await contents(house)
  const { rev } = (await house.db.contacts.get(ahorn))!
  const done = await good(changeContact(house, ahorn, rev, { languageCode: toLetterLanguage('fr') }))
  expect(done.inheritance).toEqual({ reached: 1, people: 2, tookOver: [] })
  expect([await house.db.contacts.get(anna), await house.db.contacts.get(bert)]).toMatchObject([
    { languageCode: 'fr' },
    { languageCode: nl },
  ])
  await good(undo(house, done.inverse, 'changeContact'))
  expect(await contents(house)).toEqual(before)
})

it('Somebody who changes company takes over what the settings say, and it is told', async () => {
  const house = openHouse()
  const { value: birke } = await good(createContact(house, 'company', { name: 'Birke', languageCode: nl, countryCode: 'NL' }))
  const { value: anna } = await good(createContact(house, 'person', { name: 'Anna Berg', languageCode: de }))
  await good(saveDefaults(house, { inherits: ['language'] }))
  const done = await good(changeContact(house, anna, (await house.db.contacts.get(anna))!.rev, { companyId: birke }))
  expect(done.inheritance.tookOver).toEqual(['languageCode'])
  expect(await house.db.contacts.get(anna)).toMatchObject({ companyId: birke, languageCode: nl, countryCode: '' })
})

it('New contacts and segments begin as the settings say, with numbers of the changed series', async () => {
  const house = openHouse()
  await good(
    saveDefaults(house, { contact: { countryCode: 'AT', personSalutationCode: 'UNISEX' }, segment: { correspondenceType: 'email' } }),
  )
  await good(saveSeries(house, 'contact', { prefix: ' K-', next: 7, digits: 3 }))
  const { value: anna } = await good(createContact(house, 'person', { name: 'Anna Berg', countryCode: '' }))
  expect(await house.db.contacts.get(anna)).toMatchObject({ no: 'K-007', countryCode: 'AT', salutationCode: 'UNISEX' })
  const { value: list } = await good(createSegment(house, 'Spring'))
  expect(await house.db.segments.get(list)).toMatchObject({ correspondenceType: 'email' })
})

it('A rating is there for all as soon as it is set up, follows every answer, and goes with its undo', async () => {
  const house = openHouse()
  const { value: anna } = await good(createContact(house, 'person', { name: 'Anna Berg' }))
  const { value: id } = await good(createQuestionnaire(house, { code: '', description: 'Fleet' }))
  const answer = (name: string, more: object = {}) => ({ id: name as AnswerId, description: name, ...more })
  const size = { id: 'size' as QuestionId, description: 'Size', multiple: false, answers: [answer('few'), answer('many')] }
  const empty = (await house.db.questionnaires.get(id))!
  await good(changeQuestionnaire(house, empty, { ...empty, questions: [size] }))
  const given = async (...answers: string[]) =>
    good(giveAnswers(house, anna, (await house.db.contacts.get(anna))!.rev, answers as AnswerId[]))
  const has = async () => (await house.db.contacts.get(anna))?.answerIds
  await given('many')
  const stored = (await house.db.questionnaires.get(id))!
  const rating = {
    ...size,
    id: 'class' as QuestionId,
    rating: [{ answerId: 'many' as AnswerId, points: 5 }],
    answers: [answer('A', { from: 5 }), answer('B', { to: 4 })],
  }
  const done = await good(changeQuestionnaire(house, stored, { ...stored, questions: [size, rating] }))
  expect([done.value, await has()]).toEqual([1, ['many', 'A']])
  await given('few', 'A')
  expect(await has()).toEqual(['few', 'B'])
  await given()
  expect(await has()).toEqual([])
})
