// E-mails through the app: a draft for everybody who goes by e-mail, each with the right letter; one handed on after the other, kept with
// the line; what was edited afterwards is told, and the log says who was shared with.
import { unzipSync } from 'fflate'
import PostalMime from 'postal-mime'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { makeEmails, noteAllShared, noteShared, oneEmail, setEmailText } from '../../src/actions/emails.ts'
import type { House } from '../../src/actions/house.ts'
import { makeLetters } from '../../src/actions/letters.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { addByHand, changeHeader, changeLine, createSegment } from '../../src/actions/segments.ts'
import { attachDocument } from '../../src/actions/templates.ts'
import type { Letter } from '../../src/core/letter/letters.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { newShelf } from '../../src/storage/keep/generatedFiles.ts'
import { letterText } from '../../src/word/index.ts'
import { writeDrafts } from '../../src/workers/jobs/emailDrafts.ts'
import type { EmailWishes } from '../../src/workers/jobs/emails.ts'
import type { JobBook } from '../../src/workers/jobs/jobBook.ts'
import { company, ourCompany, person, salesperson, template } from '../make.ts'
import { good, letterBytes, openHouse } from '../open.ts'
import { char, code, field, makeDocx, para, text } from '../word/makeDocx.ts'

const [de, en] = [toLetterLanguage('de'), toLetterLanguage('en')]
const vera = salesperson({ name: 'Vera Vogt', email: 'vera@example.com' })
const byMail = { correspondenceType: 'email' as const }
const ahorn = company({ name: 'Ahorn & Söhne', address: 'Ring 1', city: 'Ulm' })
const anna = person({ name: 'Anna Müller', company: ahorn, salutationCode: 'F', languageCode: de, email: 'anna@example.org', ...byMail })
const bob = person({ name: 'Bob Fox', salutationCode: 'M', languageCode: en, email: 'bob@example.org; bob@home.example', ...byMail })
const wrong = person({ name: 'Cleo Wrong', email: 'cleo at example', languageCode: en, ...byMail })
const blank = person({ name: 'Dora Blank', languageCode: en, ...byMail })
const paper = person({ name: 'Emil Paper', address: 'Way 1', city: 'York', languageCode: en, correspondenceType: 'hardCopy' })
const people = [paper, bob, wrong, anna, blank]
const letter = template({ documents: [] })

let house: House
let segmentId: SegmentId
beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [ahorn, ...people], templates: [letter], salespeople: [vera], settings: [ourCompany()] }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  const skip = para(
    char('begin') + code(' SKIPIF ') + field('MERGEFIELD City', '«City»') + code(' = "Nowhere" ') + char('separate') + char('end'),
  )
  const body = skip + para(text('Letter for ') + field('MERGEFIELD Name'))
  for (const language of [de, en]) {
    await good(attachDocument(house, letter.id, language, `${language}.docx`, makeDocx({ body }).slice().buffer))
  }
  segmentId = (await good(createSegment(house, 'Herbst / 2026'))).value
  const header = { templateId: letter.id, salespersonId: vera.id, subject: 'Grüße' }
  await good(changeHeader(house, segmentId, header, 'keep'))
  await good(
    addByHand(
      house,
      segmentId,
      people.map(({ id }) => id),
    ),
  )
})

const wishes = (more: Partial<EmailWishes> = {}): EmailWishes => ({ attach: true, word: 'E-mails', ...more })
const lineNoOf = async (name: string) => {
  const lines = (await house.db.segmentLines.get(segmentId))?.lines ?? []
  return lines.find(({ contactId }) => contactId === people.find((one) => one.name === name)?.id)?.lineNo ?? 0
}
const wordsIn = (bytes: Uint8Array) => {
  const read = letterText(bytes)
  if (!read.ok) throw new Error(read.failure.code)
  return read.value.join('\n').trim()
}

describe('Drafts of e-mails', () => {
  it('one for everybody with an address, with the letter of that person; the others are counted', async () => {
    const made = await good(makeEmails(house, segmentId, wishes({ order: 'name' }), {}))
    expect(made).toMatchObject({ letters: 2, lines: 2, without: 3, skipped: 0, leftOut: [] })
    expect(made.files).toMatchObject([{ name: 'Herbst 2026 E-mails.zip', mime: 'application/zip', letters: 2 }])
    const files = unzipSync(await letterBytes(made.files[0]!))
    expect(Object.keys(files)).toEqual(['Bob Fox.eml', 'Ahorn & Söhne - Anna Müller.eml'])
    const mails = await Promise.all(Object.values(files).map((bytes) => new PostalMime().parse(bytes)))
    expect(mails.map(({ to, subject, from }) => [to?.map(({ address }) => address), subject, from?.address])).toEqual([
      [['bob@example.org', 'bob@home.example'], 'Grüße', 'vera@example.com'],
      [['anna@example.org'], 'Grüße', 'vera@example.com'],
    ])
    expect(mails[1]?.text).toContain('Sehr geehrte Frau Müller,\n\nunser Schreiben finden Sie im Anhang.')
    expect(
      mails.map(({ attachments }) => [attachments[0]?.filename, wordsIn(new Uint8Array(attachments[0]?.content as ArrayBuffer))]),
    ).toEqual([
      ['Grüße.docx', 'Letter for Bob Fox'],
      ['Grüße.docx', 'Letter for Anna Müller'],
    ])
  })

  it('say what was written for their language, without a letter where only the text is wished for', async () => {
    await good(setEmailText(house, letter.id, en, 'Hello {{First_Name}}'))
    await good(setEmailText(house, letter.id, de, 'Guten Tag {{Name}}'))
    const made = await good(makeEmails(house, segmentId, wishes({ attach: false }), {}))
    const files = unzipSync(await letterBytes(made.files[0]!))
    const mail = await new PostalMime().parse(files['Bob Fox.eml']!)
    expect(mail.text?.trim()).toBe('Hello Bob')
    expect(mail.attachments).toEqual([])
    for (const language of [de, en]) await good(setEmailText(house, letter.id, language, ' '))
    expect((await house.db.templates.get(letter.id))?.documents.map(({ emailText }) => emailText)).toEqual([undefined, undefined])
  })

  it('speak of no letter that does not go with them: the text is to be written first, in each language', async () => {
    const missing = (languages: string[]) => ({ ok: false, failure: { code: 'emailTextMissing', languages } })
    expect(await makeEmails(house, segmentId, wishes({ attach: false, order: 'name' }), {})).toEqual(missing(['en', 'de']))
    await good(setEmailText(house, letter.id, en, 'Hello {{First_Name}}'))
    expect(await makeEmails(house, segmentId, wishes({ attach: false }), {})).toEqual(missing(['de']))
    expect(await oneEmail(house, segmentId, await lineNoOf('Anna Müller'), false)).toEqual(missing(['de']))
    expect(await good(oneEmail(house, segmentId, await lineNoOf('Bob Fox'), false))).toMatchObject({ text: 'Hello Bob' })
  })

  it('whom the document itself leaves out gets none, and is named', async () => {
    await house.db.contacts.bulkPut([
      { ...bob, city: 'Nowhere' },
      { ...paper, ...byMail },
    ])
    const made = await good(makeEmails(house, segmentId, wishes(), {}))
    expect(made).toMatchObject({ letters: 1, skipped: 1, leftOut: [{ name: 'Bob Fox' }] })
    expect((await house.db.segments.get(segmentId))?.lettersMade).toMatchObject({ count: 1, leftOut: [await lineNoOf('Bob Fox')] })
  })

  it('are not the printed letters: these are still to be made', async () => {
    await good(makeEmails(house, segmentId, wishes(), {}))
    expect(await house.db.segments.get(segmentId)).not.toHaveProperty('lettersMade')
    await good(makeLetters(house, segmentId, { output: 'combined', channel: 'print' }, {}))
    const { lettersMade } = (await house.db.segments.get(segmentId)) ?? {}
    expect(lettersMade).toMatchObject({ count: 1 })
    await good(makeEmails(house, segmentId, wishes(), {}))
    expect((await house.db.segments.get(segmentId))?.lettersMade).toEqual(lettersMade)
  })

  it('stop when they are told to, and leave nothing behind', async () => {
    const stop = new AbortController()
    stop.abort()
    expect(await makeEmails(house, segmentId, wishes(), { signal: stop.signal })).toMatchObject({ ok: false, failure: { code: 'stopped' } })
  })
})

test('Drafts are worked out one by one: a stop is heard after the first of many', async () => {
  let asked = 0
  const letterAt = (at: number) => {
    asked++
    return { lineNo: at + 1, fileName: `Letter ${at}` } as Letter
  }
  const one = { name: 'Anna', addresses: ['anna@example.org'], from: undefined, subject: 'Hello', text: 'x', mark: 'm' }
  const letters = { title: 'Many', count: 50_000, documentAt: () => undefined, letterAt, madeAt: () => '' }
  const emails = { letters, without: 0, untold: [], lineNoAt: (at: number) => at + 1, emailAt: () => one }
  const told: number[] = []
  const book = { progress: (_: number, done: number) => told.push(done), stopped: () => told.length > 0 } as unknown as JobBook
  const place = { db: house.db, shelf: newShelf(() => Promise.resolve(undefined)), book, job: 1, attach: false, word: 'E-mails' }
  expect(await writeDrafts(emails, place)).toEqual({ ok: false, failure: { code: 'stopped' } })
  expect([told, asked]).toEqual([[1], 1])
})

describe('E-mails handed on one after the other', () => {
  it('stand with their line, and one that says something else since has another mark', async () => {
    const lineNo = await lineNoOf('Anna Müller')
    const email = await good(oneEmail(house, segmentId, lineNo, true))
    expect(email).toMatchObject({ name: 'Anna Müller', addresses: ['anna@example.org'], subject: 'Grüße', file: { name: 'Grüße.docx' } })
    expect(wordsIn(await letterBytes(email.file!))).toBe('Letter for Anna Müller')
    await good(noteShared(house, segmentId, lineNo, email.mark))
    const line = async () => (await house.db.segmentLines.get(segmentId))?.lines.find((one) => one.lineNo === lineNo)
    expect((await line())?.sharedWhat).toBe(email.mark)
    expect((await good(oneEmail(house, segmentId, lineNo, true))).mark).toBe(email.mark)
    await good(changeLine(house, segmentId, lineNo, { subject: 'Neu' }))
    expect((await good(oneEmail(house, segmentId, lineNo, true))).mark).not.toBe(email.mark)
    await good(noteShared(house, segmentId, lineNo, undefined))
    expect(await line()).not.toHaveProperty('sharedAt')
  })

  it('all at once, as they stand in the file: whoever was edited before it was said is told as changed', async () => {
    const { marks } = await good(makeEmails(house, segmentId, wishes(), {}))
    const [annas, bobs] = [await lineNoOf('Anna Müller'), await lineNoOf('Bob Fox')]
    expect(marks?.map(([lineNo]) => lineNo)).toEqual([bobs, annas])
    await good(changeLine(house, segmentId, annas, { subject: 'Neu' }))
    await good(noteAllShared(house, segmentId, marks))
    const { problems = [] } = (await house.calls.index.board(segmentId, [], { recentDays: 30 }, house.occasion().today)) ?? {}
    const linesOf = (asked: string) => problems.find(({ code }) => code === asked)?.lineNos
    expect([linesOf('emailsChanged'), linesOf('emailsNotMade')]).toEqual([[annas], [await lineNoOf('Cleo Wrong')]])
  })

  it('whoever has no address has no e-mail to share', async () => {
    expect(await oneEmail(house, segmentId, await lineNoOf('Cleo Wrong'), true)).toMatchObject({ failure: { code: 'noDocument' } })
  })

  it('the log says who was shared with', async () => {
    const { marks } = await good(makeEmails(house, segmentId, wishes(), {}))
    const annas = await lineNoOf('Anna Müller')
    await good(
      noteAllShared(
        house,
        segmentId,
        marks?.filter(([lineNo]) => lineNo === annas),
      ),
    )
    const rev = (await house.db.segments.get(segmentId))?.rev ?? 0
    await good(logSegment(house, segmentId, { rev, followUp: undefined }))
    const entries = await house.db.entries.toArray()
    const delivered = entries.map(({ contactName, delivery }) => [contactName, delivery]).sort()
    expect(delivered).toEqual([
      ['Anna Müller', 'shared'],
      ['Bob Fox', 'toSend'],
      ['Cleo Wrong', 'toSend'],
      ['Dora Blank', undefined],
      ['Emil Paper', 'toPrint'],
    ])
  })
})
