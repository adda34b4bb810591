// The board as the index worker answers it: which letters would read differently since they were made, and a list of those left out.
import { expect, test } from 'vitest'
import { segmentOfLines } from '../../src/actions/board.ts'
import { changeContact } from '../../src/actions/contacts.ts'
import { undo, write, type House } from '../../src/actions/house.ts'
import { logSegment, undoLog } from '../../src/actions/logSegment.ts'
import { addByHand, changeHeader, changeLine, pinContact, undoStep } from '../../src/actions/segments.ts'
import { planLettersMade } from '../../src/core/segment/edit.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId, SegmentId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { entry, lineOf, ourCompany, person, salesperson, segmentOf, template, today } from '../make.ts'
import { contents, openHouse } from '../open.ts'

const id = 'segment' as SegmentId
const vera = salesperson({ name: 'Vera' })
const letter = template({ correspondenceType: 'hardCopy' })
const at = (street: string) => ({ salutationCode: 'F', address: street, city: 'Ulm' })
const anna = person({ name: 'Anna Berg', ...at('Ring 1') })
const bert = person({ name: 'Bert Adam', ...at('Ring 2') })
const cora = person({ name: 'Cora Lind', ...at('Ring 3') })
const child = person({ name: 'Kai Jung', minor: true })
const blocked = person({ name: 'Frida Voss', privacyBlocked: true })

const put = (rows: Changes['put']): Changes => ({ ...noChanges(), put: rows })
const must = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** A house with a segment of Anna, Bert, a minor, somebody privacy blocked and somebody who is gone; its letters are made. */
async function opened(): Promise<House> {
  const house = openHouse()
  const people = [anna, bert, child, blocked]
  const { segment, lines } = segmentOf([...people.map((one, i) => lineOf(one, i + 1)), lineOf('gone' as ContactId, 5)], {
    ...{ id, templateId: letter.id, salespersonId: vera.id },
  })
  const rows = { contacts: [...people, cora], templates: [letter], salespeople: [vera], segments: [segment], segmentLines: [lines] }
  must(await write(house, put({ ...rows, settings: [ourCompany()] }), 'test'))
  const state = await readSegment(house.db, id)
  if (state) must(await write(house, planLettersMade(state, 2, house.occasion()), 'makeLetters'))
  return house
}

const board = (house: House, recentDays = 30) => house.calls.index.board(id, [], { recentDays }, today)
const lettersChanged = async (house: House) => (await board(house))?.problems.find(({ code }) => code === 'lettersChanged')?.lineNos
const rename = async (house: House, { id: contactId }: Contact) =>
  must(await changeContact(house, contactId, (await house.db.contacts.get(contactId))?.rev ?? 0, { jobTitle: 'Boss' }))

test.each<[string, (house: House) => Promise<unknown>, number[] | undefined]>([
  ['nothing happened', () => Promise.resolve(), undefined],
  ['one contact was changed', (house) => rename(house, bert), [2]],
  ['somebody who is not on the list was changed', (house) => rename(house, cora), undefined],
  ['the template was changed', (house) => write(house, put({ templates: [{ ...letter, subject: 'New' }] }), 'changeTemplate'), [1, 2]],
  ['our company was changed', (house) => write(house, put({ settings: [ourCompany({ phone: '2' })] }), 'changeCompany'), []],
  ['the header was changed', (house) => changeHeader(house, id, { subject: 'New' }, 'keep'), []],
  ['a line was changed', (house) => changeLine(house, id, 1, { subject: 'New' }), []],
  ['somebody came', (house) => addByHand(house, id, [cora.id]), [6]],
  ['somebody was pinned who is on the list', (house) => pinContact(house, id, anna.id, 'in'), undefined],
  ['somebody was kept out who is not', (house) => pinContact(house, id, cora.id, 'out'), undefined],
  ['somebody was pinned who was not on the list', (house) => pinContact(house, id, cora.id, 'in'), [6]],
  [
    'somebody was pinned, and a line changed',
    async (house) => [await pinContact(house, id, anna.id, 'in'), await changeLine(house, id, 1, { subject: 'New' })],
    [],
  ],
  ['somebody came and went', async (house) => [await addByHand(house, id, [cora.id]), await undoStep(house, id)], undefined],
  [
    'a change was taken back',
    async (house) => undo(house, must(await changeHeader(house, id, { subject: 'New' }, 'keep')).inverse, 'changeHeader'),
    undefined,
  ],
])('letters that would read differently · %s', async (_, happens, lineNos) => {
  const house = await opened()
  await happens(house)
  expect(await lettersChanged(house)).toEqual(lineNos)
})

test('logging and taking it back leaves the letters as fresh as they were, and every row as it was', async () => {
  const house = await opened()
  const before = await contents(house)
  const rev = (await house.db.segments.get(id))?.rev ?? 0
  const logged = must(await logSegment(house, id, { rev, followUp: undefined }))
  expect(await board(house)).toBeUndefined()
  must(await undoLog(house, logged.rev))
  expect(await contents(house)).toEqual(before)
  expect(await lettersChanged(house)).toBeUndefined()
})

test('who was written to lately is read in the log, cancelled segments aside', async () => {
  const house = await opened()
  const written = [
    entry(anna, '2026-11-01', { correspondenceType: 'hardCopy', loggedSegmentId: 'old' as never }),
    entry(bert, '2026-11-02', { correspondenceType: 'hardCopy', description: 'Catalogue' }),
    entry(bert, '2026-11-03', { description: 'Visit' }),
  ]
  must(await write(house, put({ entries: written }), 'test'))
  const state = { rev: 0, id: 'old' as never, cancelled: true, reason: '', at: '' }
  must(await write(house, put({ loggedStates: [state] }), 'cancelLogged'))
  const lately = async (days: number) => (await board(house, days))?.problems.find(({ code }) => code === 'writtenRecently')
  expect(await lately(30)).toMatchObject({ lineNos: [2], written: [{ day: '2026-11-02', description: 'Catalogue' }] })
  expect(await lately(7)).toBeUndefined()
})

test('some of the lines become a segment of their own; whoever is gone or must not be chosen stays behind, and the first segment as it is', async () => {
  const house = await opened()
  const { lines: before } = (await readSegment(house.db, id)) ?? {}
  const { segmentId, people } = must(await segmentOfLines(house, id, [1, 3, 4, 5], 'Left out')).value
  expect(people).toBe(1)
  const made = await readSegment(house.db, segmentId)
  expect(made?.segment).toMatchObject({ description: 'Left out', templateId: letter.id, salespersonId: vera.id })
  expect(made?.segment.lettersMade).toBeUndefined()
  expect(made?.lines.lines.map(({ contactId }) => contactId)).toEqual([anna.id])
  expect(made?.steps).toMatchObject([{ kind: 'byHand', undone: false }])
  expect((await readSegment(house.db, id))?.lines).toEqual(before)
  const answer = await house.calls.index.board(segmentId, [], { recentDays: 30 }, today)
  expect(answer).toMatchObject({ lines: 1, logged: 1 })
})
