// Letters for a household from the list to the log and back: made, left out, logged, made again byte for byte, sent again, taken back,
// cancelled, restored; and not made again when one of them may not be written to any more.
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { resend, undoLong } from '../../src/actions/entries.ts'
import type { House } from '../../src/actions/house.ts'
import { makeEntryLetter, makeLetters, makeLoggedLetters, makeOneLetter } from '../../src/actions/letters.ts'
import { logSegment, undoLog } from '../../src/actions/logSegment.ts'
import { createFollowUp } from '../../src/actions/loggedSegments.ts'
import { addByHand, changeHeader, commentLine, createSegment, setLettersPer } from '../../src/actions/segments.ts'
import { attachDocument } from '../../src/actions/templates.ts'
import type { Result } from '../../src/base/result.ts'
import type { Failure } from '../../src/model/failure.ts'
import type { ContactId, EntryId, LoggedSegmentId, SegmentId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges, tables } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { letterText } from '../../src/word/index.ts'
import type { LetterFile, LetterWishes, MadeLetters } from '../../src/workers/jobs/letterMaking.ts'
import { company, ourCompany, person, salesperson, template, today } from '../make.ts'
import { contents, good, letterBytes, openHouse } from '../open.ts'
import { field, makeDocx, para } from '../word/makeDocx.ts'
const refusal = async (doing: Promise<Result<unknown, Failure>>) => {
  const done = await doing
  return done.ok ? 'done' : done.failure
}

const de = toLetterLanguage('de')
const vera = salesperson({ name: 'Vera' })
const home = { address: 'Weg 2', postCode: '53111', city: 'Bonn', languageCode: de }
const karl = person({ name: 'Karl Huber', salutationCode: 'M', ...home })
const mia = person({ name: 'Mia Lind', salutationCode: 'F', ...home, city: 'Ulm', address: 'Ring 1' })
const anna = person({ name: 'Anna Huber', salutationCode: 'F', ...home })
const dora = person({ name: 'Dora Huber', salutationCode: 'F', ...home, correspondenceType: 'email', email: 'd@example.com' })
const acme = company({ name: 'Acme', ...home })
const letter = template({ correspondenceType: 'hardCopy', documents: [] })

let house: House
let segmentId: SegmentId
const body = ['ADDRESSBLOCK', 'MERGEFIELD CALC_Formal_Salutation', 'MERGEFIELD Comment'].map((code) => para(field(code))).join('')
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
const skipIf = (asked: string, is: string) => mark('begin') + code(' SKIPIF ') + field(asked) + code(` = "${is}" `) + mark('end')
const attach = (text: string) => good(attachDocument(house, letter.id, de, 'letter.docx', makeDocx({ body: text }).slice().buffer))

beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [karl, mia, anna, dora, acme], templates: [letter], salespeople: [vera], settings: [ourCompany()] }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  await attach(body)
  segmentId = (await good(createSegment(house, 'Autumn'))).value
  await good(changeHeader(house, segmentId, { templateId: letter.id, salespersonId: vera.id }, 'keep'))
  await good(addByHand(house, segmentId, [karl.id, mia.id, anna.id, dora.id]))
  await good(setLettersPer(house, segmentId, 'household'))
})

const make = (wishes: Partial<LetterWishes> = {}) => makeLetters(house, segmentId, { output: 'combined', ...wishes }, {})
const linesOf = async (file: LetterFile | undefined): Promise<string[]> => {
  const read = letterText(await letterBytes(file!))
  if (!read.ok) throw new Error(read.failure.code)
  return read.value.flatMap((line) => line.split('\n')).filter((line) => line !== '')
}
const counts = ({ letters, lines, without, skipped }: MadeLetters) => ({ letters, lines, without, skipped })
const bytesOf = async (made: MadeLetters) => Buffer.from(await letterBytes(made.files[0]!)).toString('base64')
const log = async () => {
  const { rev } = (await house.db.segments.get(segmentId))!
  return good(logSegment(house, segmentId, { rev, followUp: undefined }))
}
const again = (id: LoggedSegmentId, lineNo?: number) => makeLoggedLetters(house, id, { output: 'combined' }, lineNo, {})
const loggedLines = async (id: LoggedSegmentId) =>
  (await house.db.loggedLines.where('loggedSegmentId').equals(id).toArray()).flatMap(({ lines }) => lines)
const entryOf = async (who: { id: ContactId }): Promise<EntryId> =>
  (await house.db.entries.filter(({ contactId }) => contactId === who.id).first())!.id
const block = (id: ContactId) =>
  house.db.contacts
    .where('id')
    .equals(id)
    .modify((row) => void (row.privacyBlocked = true))

const couple = ['Anna Huber', 'Karl Huber', 'Weg 2', '53111 Bonn', 'Sehr geehrte Frau Huber, sehr geehrter Herr Huber,']

describe('A letter per household', () => {
  it('is one for both, and an e-mail stays one person’s; the segment remembers the letters', async () => {
    const made = await good(make({ channel: 'print' }))
    expect(counts(made)).toEqual({ letters: 2, lines: 3, without: 0, skipped: 0 })
    expect((await linesOf(made.files[0])).slice(0, 5)).toEqual(couple)
    expect((await house.db.segments.get(segmentId))!.lettersMade).toMatchObject({ count: 2 })
    expect(counts(await good(make()))).toMatchObject({ letters: 3, lines: 4 })
  })

  it('is one file called by both in a ZIP, wherever the order puts it', async () => {
    const zip = await good(make({ output: 'zip', channel: 'print', order: 'name' }))
    const names = Buffer.from(await letterBytes(zip.files[0]!)).toString('latin1')
    expect(names).toContain('Anna Huber, Karl Huber')
    expect(zip.letters).toBe(2)
  })

  it('is looked at from each of them, until one has words of her own', async () => {
    const one = async (lineNo: number) => linesOf((await good(makeOneLetter(house, segmentId, lineNo))).files[0])
    expect([await one(1), await one(3)]).toEqual([couple, couple])
    await good(commentLine(house, segmentId, 3, 'Bis bald'))
    expect((await one(1)).slice(0, 2)).toEqual(['Karl Huber', 'Weg 2'])
    expect((await one(3)).at(-1)).toBe('Bis bald')
  })

  it('that the document leaves out leaves out both, and the board says so of both', async () => {
    await attach(para(skipIf('MERGEFIELD City', 'Bonn')) + body)
    const made = await good(make({ channel: 'print' }))
    expect(counts(made)).toEqual({ letters: 1, lines: 1, without: 0, skipped: 2 })
    expect(made.leftOut.map(({ lineNo }) => lineNo)).toEqual([1, 3])
    expect((await house.db.segments.get(segmentId))!.lettersMade).toMatchObject({ leftOut: [1, 3] })
  })

  it('counts as changed when it is said anew who shares one, and when somebody joins', async () => {
    const codes = async () => (await house.calls.index.board(segmentId, [], { recentDays: 30 }, today))!.problems.map(({ code }) => code)
    await good(make({ channel: 'print' }))
    expect(await codes()).not.toContain('lettersChanged')
    await good(addByHand(house, segmentId, [acme.id]))
    expect(await codes()).toContain('lettersChanged')
    await good(make({ channel: 'print' }))
    expect(await codes()).not.toContain('lettersChanged')
    await good(setLettersPer(house, segmentId, undefined))
    expect(await codes()).toContain('lettersChanged')
    expect(await codes()).toContain('sameAddress')
  })
})

describe('A letter per company', () => {
  it('is printed for all who are told to be printed, also where the first of them has a town of her own only', async () => {
    const [lead, second] = ['Ida Roth', 'Jan Voss'].map((name) => person({ name, company: acme, languageCode: de }))
    await house.db.contacts.bulkAdd([{ ...lead!, city: 'Ulm' }, second!])
    await good(addByHand(house, segmentId, [lead!.id, second!.id]))
    await good(setLettersPer(house, segmentId, 'company'))
    const { channels } = (await house.calls.index.board(segmentId, [], { recentDays: 30 }, today))!
    expect(channels.print).toEqual([1, 2, 3, 5, 6])
    const made = await good(make({ channel: 'print' }))
    expect(counts(made)).toEqual({ letters: 4, lines: 5, without: 0, skipped: 0 })
    expect((await linesOf(made.files[0])).join()).toContain('Acme,Ida Roth,Jan Voss,Weg 2,53111 Bonn')
  })
})

describe('Logged, a letter per household', () => {
  it('stands once, with an entry for each, and comes out again byte for byte whatever has changed', async () => {
    const before = await bytesOf(await good(make()))
    const done = await log()
    expect(done).toMatchObject({ entries: 4, letters: 3 })
    expect((await loggedLines(done.loggedId)).map(({ letterOf, attachmentId }) => [letterOf, attachmentId !== undefined])).toEqual([
      [undefined, true],
      [undefined, true],
      [1, false],
      [undefined, true],
    ])
    for (const row of await house.db.loggedLines.toArray()) expect(z.parse(tables.loggedLines, row)).toEqual(row)
    await house.db.contacts.toCollection().modify((row) => void Object.assign(row, { city: 'Elsewhere', surname: 'X', salutationCode: '' }))
    const made = await good(again(done.loggedId))
    expect(counts(made)).toMatchObject({ letters: 3, lines: 4, without: 0 })
    expect(await bytesOf(made)).toBe(before)
    for (const lineNo of [1, 3]) expect(await linesOf((await good(again(done.loggedId, lineNo))).files[0])).toEqual(couple)
  })

  it('opens from the entry of each of them', async () => {
    await log()
    for (const who of [anna, karl]) {
      const made = await good(makeEntryLetter(house, await entryOf(who)))
      expect(await linesOf(made.files[0])).toEqual(couple)
      expect(made.files[0]!.name).toBe('Anna Huber, Karl Huber - Autumn.docx')
    }
  })

  it('is not made again when one of them was privacy blocked since, and says who', async () => {
    const { loggedId } = await log()
    await block(anna.id)
    const withheld = { code: 'letterWithheld', name: 'Anna Huber', shared: true }
    expect(await refusal(again(loggedId, 1))).toEqual(withheld)
    for (const who of [anna, karl])
      expect(await refusal(makeEntryLetter(house, await entryOf(who)))).toMatchObject({ ...withheld, shared: who === karl })
    expect(counts(await good(again(loggedId)))).toEqual({ letters: 2, lines: 2, without: 2, skipped: 0 })
    const sent = resend(house, [await entryOf(karl)], { correspondenceType: undefined, fresh: false, prefix: 'Again: ' })
    expect(await refusal(sent)).toMatchObject({ code: 'nothingToResend' })
  })

  it('is sent again to both, as it was, or as they live today', async () => {
    await log()
    const resent = async (fresh: boolean) => {
      const done = await good(resend(house, [await entryOf(karl)], { correspondenceType: undefined, fresh, prefix: 'Again: ' }))
      const entry = (await house.db.entries.filter(({ letter: own }) => own !== undefined).toArray()).at(-1)!
      expect(z.parse(tables.entries, entry)).toEqual(entry)
      const lines = await linesOf((await good(makeEntryLetter(house, entry.id))).files[0])
      await good(undoLong(house, done.rev))
      return lines
    }
    await house.db.contacts.where('id').anyOf([anna.id, karl.id]).modify({ city: 'Köln' })
    expect(await resent(false)).toEqual(couple)
    expect((await resent(true)).slice(0, 4)).toEqual(['Anna Huber', 'Karl Huber', 'Weg 2', '53111 Köln'])
    await house.db.contacts.where('id').equals(anna.id).modify({ address: 'Hof 9' })
    expect((await resent(true)).slice(0, 2)).toEqual(['Karl Huber', 'Weg 2'])
  })

  it('has one sheet to print when it is sent again from both entries, and both can look at it', async () => {
    await log()
    const both = [await entryOf(anna), await entryOf(karl)]
    for (const fresh of [false, true]) {
      const done = await good(resend(house, both, { correspondenceType: undefined, fresh, prefix: 'Again: ' }))
      const entries = await house.db.entries.filter(({ letter: own }) => own !== undefined).toArray()
      expect(entries.map(({ delivery }) => delivery).sort()).toEqual(['toPrint', undefined])
      for (const { id } of entries) expect(await linesOf((await good(makeEntryLetter(house, id))).files[0])).toEqual(couple)
      await good(undoLong(house, done.rev))
    }
  })

  it('is taken back whole, and follows up everybody', async () => {
    const before = await contents(house)
    const done = await log()
    const followUp = await good(createFollowUp(house, done.loggedId, 'Call them', 'all'))
    expect((await house.db.segmentLines.get(followUp.value.segmentId))!.lines).toHaveLength(4)
    await house.db.segments.delete(followUp.value.segmentId)
    await house.db.segmentLines.delete(followUp.value.segmentId)
    await good(undoLog(house, done.rev))
    const now = await contents(house)
    expect(now['segments']).toEqual(before['segments'])
    expect(now['segmentLines']).toEqual(before['segmentLines'])
    expect(now['entries']).toEqual([])
  })
})
