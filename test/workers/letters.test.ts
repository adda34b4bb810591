// The app's letters through the engine: in parts, on sheets of labels, left out by the document, stopped; what the values say in them; what a
// document is said to use when it is brought in.
import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { makeEntryLetter, makeLetters, makeLoggedLetters, makeOneLetter, makeTrialLetter } from '../../src/actions/letters.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { addByHand, changeHeader, changeLine, commentLine, createSegment } from '../../src/actions/segments.ts'
import { attachDocument, mapField } from '../../src/actions/templates.ts'
import { toDay } from '../../src/base/day.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { letterText } from '../../src/word/index.ts'
import { newShelf, type Shelf } from '../../src/storage/keep/generatedFiles.ts'
import { JobBook } from '../../src/workers/jobs/jobBook.ts'
import { letterJobs } from '../../src/workers/jobs/letters.ts'
import type { LetterFile, LetterWishes, MadeLetters } from '../../src/workers/jobs/letterMaking.ts'
import { company, ourCompany, person, salesperson, template } from '../make.ts'
import { good, letterBytes, openHouse } from '../open.ts'
import { field, makeDocx, para, simple, table, text } from '../word/makeDocx.ts'

const [de, en] = [toLetterLanguage('de'), toLetterLanguage('en')]
const vera = salesperson({ name: 'Vera' })
const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm', languageCode: de })
const vienna = company({ name: 'Wiener Werk', address: 'Gasse 2', postCode: '1010', city: 'Wien', countryCode: 'AT', languageCode: de })
const anna = person({ name: 'Anna Berg', company: ahorn, salutationCode: 'F', languageCode: de })
const bob = person({ name: 'Bob Fox', address: 'Street 3', city: 'York', countryCode: 'GB', salutationCode: 'M', languageCode: en })
const clara = person({ name: 'Clara Fink', company: vienna, salutationCode: 'F', languageCode: de })
const people = [anna, bob, clara]
const letter = template({ documents: [] })

let house: House
let segmentId: SegmentId
beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [ahorn, vienna, ...people], templates: [letter], salespeople: [vera], settings: [ourCompany()] }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
})

const fileOf = (body: string) => makeDocx({ body }).slice().buffer
const attach = (language: typeof de, body: string) =>
  good(attachDocument(house, letter.id, language, `letter-${language}.docx`, fileOf(body)))
const openSegment = async (ids = people.map(({ id }) => id)) => {
  segmentId = (await good(createSegment(house, 'Autumn'))).value
  await good(changeHeader(house, segmentId, { templateId: letter.id, salespersonId: vera.id }, 'keep'))
  await good(addByHand(house, segmentId, ids))
}
const make = (wishes: LetterWishes, watch = {}) => makeLetters(house, segmentId, wishes, watch)
const linesOf = async (file: LetterFile): Promise<string[]> => {
  const read = letterText(await letterBytes(file))
  if (!read.ok) throw new Error(read.failure.code)
  return read.value.flatMap((line) => line.split('\n')).filter((line) => line !== '')
}
const wordsOf = async (made: MadeLetters) => Promise.all(made.files.map(linesOf))
const counts = ({ letters, lines, without, skipped }: MadeLetters) => ({ letters, lines, without, skipped })

describe('The values in a letter', () => {
  it('say the day in the letter’s language, and as the document wants it', async () => {
    await attach(de, para(simple('MERGEFIELD Document_Date')) + para(field('MERGEFIELD Datum \\@ "dddd, dd.MM.yy"')))
    await attach(en, para(simple('MERGEFIELD Document_Date')) + para(field('MERGEFIELD Date \\@ "MMMM yyyy"')))
    await openSegment([anna.id, bob.id])
    expect(await wordsOf(await good(make({ output: 'combined' })))).toEqual([
      ['20. November 2026', 'Freitag, 20.11.26'],
      ['20 November 2026', 'November 2026'],
    ])
  })

  it('give the words for one person paragraph by paragraph', async () => {
    await attach(de, para(field('MERGEFIELD Comment')) + para(text('V.')))
    await openSegment([anna.id])
    const { lineNo } = (await house.db.segmentLines.get(segmentId))!.lines[0]!
    await good(commentLine(house, segmentId, lineNo, 'Bis bald.\n\nWir freuen uns.'))
    const made = await good(make({ output: 'combined' }))
    expect(await wordsOf(made)).toEqual([['Bis bald.', 'Wir freuen uns.', 'V.']])
    // Two paragraphs, an empty one between them where nothing else would part them, and what stands below.
    expect(strFromU8(unzipSync(await letterBytes(made.files[0]!))['word/document.xml']!).match(/<w:p>/g)).toHaveLength(4)
  })

  it('come under Word’s own names, Business Central’s and ours', async () => {
    await attach(
      de,
      ['Titel', 'Voornaam', '"Courtesy Title" \\m', 'CONTA_Name', 'Kontakt_Ort', 'Surname']
        .map((name) => para(field(`MERGEFIELD ${name}`)))
        .join(''),
    )
    await openSegment([anna.id])
    expect(await wordsOf(await good(make({ output: 'combined' })))).toEqual([['Frau', 'Anna', 'Frau', 'Anna Berg', 'Ulm', 'Berg']])
  })

  it('an unknown name is said once for the documents of all languages', async () => {
    await attach(de, para(simple('MERGEFIELD Lieblingsort')))
    await attach(en, para(simple('MERGEFIELD Lieblingsort')))
    await openSegment([anna.id, bob.id])
    expect(await wordsOf(await good(make({ output: 'combined' })))).toEqual([[], []])
    await good(mapField(house, (await house.db.templates.get(letter.id))!, 'Lieblingsort', 'City'))
    expect(await wordsOf(await good(make({ output: 'combined' })))).toEqual([['Ulm'], ['York']])
  })
})

describe('An address block and a greeting line', () => {
  const body =
    para(field('ADDRESSBLOCK')) +
    para(field('GREETINGLINE \\f "&lt;&lt;_BEFORE_ Liebe &gt;&gt;&lt;&lt;_FIRST0_&gt;&gt;&lt;&lt;_AFTER_ ,&gt;&gt;" \\e "Hallo"'))

  it('are ours: as the post of each country wants it, and in each one’s language', async () => {
    await attach(de, body)
    await openSegment([anna.id, clara.id, ahorn.id])
    const [words] = await wordsOf(await good(make({ output: 'combined' })))
    expect(words?.join('|')).toBe(
      [
        'Ahorn|Anna Berg|Ring 1|89073 Ulm|Liebe Anna,',
        'Wiener Werk|Clara Fink|Gasse 2|1010 Wien|ÖSTERREICH|Liebe Clara,',
        'Ahorn|Ring 1|89073 Ulm|Sehr geehrte Damen und Herren,',
      ].join('|'),
    )
  })

  it('of a logged letter stay as they were, whatever has changed', async () => {
    await attach(de, body + para(field('DATE \\@ "dd.MM.yyyy"')) + para(field('TIME \\@ "HH:mm"')))
    await openSegment([anna.id, clara.id])
    await good(changeLine(house, segmentId, 1, { day: toDay('2026-12-24') }))
    const before = await good(make({ output: 'combined' }))
    const { rev } = (await house.db.segments.get(segmentId))!
    const { loggedId } = await good(logSegment(house, segmentId, { rev, followUp: undefined }))
    await house.db.contacts
      .toCollection()
      .modify((contact) => void Object.assign(contact, { city: 'Elsewhere', firstName: 'Nobody', countryCode: 'FR' }))
    await house.db.settings.clear()
    const after = await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {}))
    expect(await letterBytes(after.files[0]!)).toEqual(await letterBytes(before.files[0]!))
    const words = (await wordsOf(after))[0]!.join('|')
    expect(words).toContain('24.12.2026')
    expect(words).toContain('20.11.2026')
    const entry = (await house.db.entries.toArray()).find(({ contactId }) => contactId === anna.id)!
    const again = await good(makeEntryLetter(house, entry.id))
    expect((await wordsOf(again))[0]!.join('|')).toContain('Ahorn|Anna Berg|Ring 1|89073 Ulm|Liebe Anna,|24.12.2026|')
  })
})

describe('The files', () => {
  it('one document for each language, with its name', async () => {
    await attach(de, para(simple('MERGEFIELD Name')))
    await attach(en, para(simple('MERGEFIELD Name')))
    await openSegment()
    const made = await good(make({ output: 'combined' }))
    expect(made.files.map(({ name, letters }) => [name, letters])).toEqual([
      ['Autumn de.docx', 2],
      ['Autumn en.docx', 1],
    ])
    expect(counts(made)).toEqual({ letters: 3, lines: 3, without: 0, skipped: 0 })
    for (const { size, content, mime } of made.files)
      expect([content.size, mime]).toEqual([size, expect.stringContaining('wordprocessingml')])
  })

  it('in parts of so many letters, in the order of the list, each a document of its own', async () => {
    await attach(de, para(simple('MERGEFIELD Name')))
    await openSegment([anna.id, bob.id, clara.id])
    const made = await good(make({ output: 'combined', lettersPerFile: 2, of: 'von' }))
    expect(made.files.map(({ name, letters }) => [name, letters])).toEqual([
      ['Autumn 1 von 2.docx', 2],
      ['Autumn 2 von 2.docx', 1],
    ])
    expect(await wordsOf(made)).toEqual([['Anna Berg', 'Bob Fox'], ['Clara Fink']])
  })

  it('one for each person, in a ZIP, named after them', async () => {
    await attach(de, para(simple('MERGEFIELD Name')))
    await attach(en, para(simple('MERGEFIELD Name')))
    await openSegment()
    const made = await good(make({ output: 'zip' }))
    const files = unzipSync(await letterBytes(made.files[0]!))
    expect(Object.keys(files)).toEqual(['Ahorn - Anna Berg.docx', 'Wiener Werk - Clara Fink.docx', 'Bob Fox.docx'])
    expect(strFromU8(unzipSync(files['Bob Fox.docx']!)['word/document.xml']!)).toContain('Bob Fox')
    expect([made.files[0]!.name, made.letters, made.lines]).toEqual(['Autumn.zip', 3, 3])
  })

  it('the letter of one line, and one to look at, which is noted nowhere', async () => {
    await attach(de, para(simple('MERGEFIELD Name')))
    await openSegment()
    const one = await good(makeOneLetter(house, segmentId, 2))
    expect([one.files[0]!.name, await wordsOf(one)]).toEqual(['Bob Fox - Autumn.docx', [['Bob Fox']]])
    const { rev } = (await house.db.segments.get(segmentId))!
    const tried = await good(makeTrialLetter(house, clara.id, letter.id, de))
    expect([tried.files[0]!.name, await wordsOf(tried)]).toEqual(['Wiener Werk - Clara Fink.docx', [['Clara Fink']]])
    expect((await house.db.segments.get(segmentId))!.rev).toBe(rev)
  })

  it('tell how far they are by lines, and stop when told so', async () => {
    await attach(de, para(simple('MERGEFIELD Name')))
    await attach(en, para(simple('MERGEFIELD Name')))
    await openSegment()
    const heard: [number, number][] = []
    await good(make({ output: 'combined' }, { onProgress: (done: number, total: number) => heard.push([done, total]) }))
    expect(heard.at(-1)).toEqual([3, 3])
    expect(heard.every(([done], at) => at === 0 || done >= heard[at - 1]![0])).toBe(true)
    for (const output of ['combined', 'zip'] as const)
      expect(await make({ output }, { signal: AbortSignal.abort() })).toEqual({ ok: false, failure: { code: 'stopped' } })
  })

  it('that find no room are refused with that reason, and what was begun is given up', async () => {
    await attach(de, para(simple('MERGEFIELD Name')))
    await openSegment()
    const given: string[] = []
    const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
    const shelf: Shelf = {
      ...newShelf(),
      begin: () => 'run',
      open: () => ({ write: full, close: full, abort: () => Promise.resolve(), content: () => Promise.resolve(new Blob()) }),
      discard: (run) => Promise.resolve(void given.push(run)),
    }
    const jobs = letterJobs(house.db, new JobBook(), shelf)
    const now = '2026-11-20T09:00:00.000Z'
    for (const output of ['combined', 'zip'] as const)
      expect(await jobs.makeLetters(segmentId, { output }, undefined, now, 1)).toMatchObject({
        ok: false,
        failure: { code: 'document', reason: 'OUTPUT_QUOTA' },
      })
    expect(given).toEqual(['run', 'run'])
  })

  it('values that no Word file can hold are cleaned and counted', async () => {
    await attach(de, para(simple('MERGEFIELD Comment')))
    await openSegment([anna.id])
    await good(commentLine(house, segmentId, 1, 'Bis\u0001 bald'))
    const made = await good(make({ output: 'combined' }))
    expect([made.cleaned, await wordsOf(made)]).toEqual([1, [['Bis bald']]])
  })
})

describe('A document of several people', () => {
  const sheet = table([para(simple('MERGEFIELD Name')), para(field('NEXT', '') + simple('MERGEFIELD Name'))]) + para('')

  it('takes two to a sheet, and says both: sheets and lines', async () => {
    await attach(de, sheet)
    await openSegment()
    const made = await good(make({ output: 'combined' }))
    expect(counts(made)).toEqual({ letters: 2, lines: 3, without: 0, skipped: 0 })
    expect(await wordsOf(made)).toEqual([['Anna Berg', 'Bob Fox', 'Clara Fink']])
    expect((await house.db.segments.get(segmentId))?.lettersMade?.count).toBe(3)
  })

  it('that leaves somebody out says how many and whom, and the segment remembers it', async () => {
    await attach(de, para(field('SKIPIF "a" = "b"', '')) + para(simple('MERGEFIELD Name')))
    await openSegment()
    expect(counts(await good(make({ output: 'combined' })))).toEqual({ letters: 3, lines: 3, without: 0, skipped: 0 })
    const skipping =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> SKIPIF </w:instrText></w:r>' +
      field('MERGEFIELD City') +
      '<w:r><w:instrText xml:space="preserve"> = "York" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    await attach(de, para(skipping) + para(simple('MERGEFIELD Name')))
    const made = await good(make({ output: 'combined' }))
    expect(counts(made)).toEqual({ letters: 2, lines: 2, without: 0, skipped: 1 })
    expect(await wordsOf(made)).toEqual([['Anna Berg', 'Clara Fink']])
    expect(made.leftOut).toEqual([{ lineNo: 2, name: 'Bob Fox' }])
    expect((await house.db.segments.get(segmentId))?.lettersMade).toMatchObject({ count: 2, leftOut: [2] })
    expect((await good(make({ output: 'zip' }))).leftOut).toEqual(made.leftOut)
    const rev = (await house.db.segments.get(segmentId))?.rev ?? 0
    const { loggedId } = await good(logSegment(house, segmentId, { rev, followUp: undefined }))
    expect((await good(makeLoggedLetters(house, loggedId, { output: 'zip' }, undefined, {}))).leftOut).toEqual(made.leftOut)
  })

  it.each(['combined', 'zip'] as const)('that leaves everybody out is named with who it was, and nothing is noted: %s', async (output) => {
    await attach(de, para(field('SKIPIF "a" = "a"', '')) + para(simple('MERGEFIELD Name')))
    await openSegment([bob.id])
    const leftOut = { ok: false, failure: { code: 'leftOutByDocument', count: 1, name: 'Bob Fox', fileName: 'letter-de.docx' } }
    expect(await make({ output })).toEqual(leftOut)
    expect(await makeOneLetter(house, segmentId, 1)).toEqual(leftOut)
    expect((await house.db.segments.get(segmentId))?.lettersMade).toBeUndefined()
  })
})

describe('A document that is brought in', () => {
  const inspect = (body: string) => good(house.calls.work.inspectDocument(fileOf(body), 'letter.docx'))

  it('is said to use nothing but fields when that is so', async () => {
    const found = await inspect(para(simple('MERGEFIELD Name') + simple('MERGEFIELD Vornahme') + text('!')))
    expect(found.uses).toEqual({
      ...{
        addressBlock: false,
        greetingLine: false,
        conditions: false,
        perCopy: 1,
        skips: false,
        textBoxes: false,
        shapes: false,
        comment: false,
      },
    })
    expect(found.fields).toEqual([
      { name: 'Name', count: 1, known: 'Name', suggestions: [] },
      { name: 'Vornahme', count: 1, suggestions: expect.arrayContaining(['First_Name']) as string[] },
    ])
  })

  it('with an address block, a greeting, a condition, labels and a place for the words for one person is said to have them', async () => {
    const condition =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> IF </w:instrText></w:r>' +
      field('MERGEFIELD Wohnort') +
      '<w:r><w:instrText xml:space="preserve"> = "Ulm" "hier" "dort" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const found = await inspect(
      [field('ADDRESSBLOCK'), field('GREETINGLINE'), condition, field('MERGEFIELD Bemerkung'), field('NEXT', ''), field('NEXT', '')]
        .map((inner) => para(inner))
        .join(''),
    )
    expect(found.uses).toMatchObject({ addressBlock: true, greetingLine: true, conditions: true, perCopy: 3, skips: false, comment: true })
    expect(found.fields.map(({ name }) => name)).toEqual(['Wohnort', 'Bemerkung'])
    expect(found.findings).toEqual([])
  })
})

const samples = process.env['FIELDBOOK_SAMPLES'] ?? '../shared'
describe('Templates made by others', () => {
  it.each(['bc-contact-thanks-note.docx', 'bc-contact-thanks-note-nl.docx', 'word2010-complex-fields.docx'])(
    '%s is known in all its fields',
    async (name) => {
      const path = `${samples}/templates/${name}`
      if (!existsSync(path)) return
      const found = await good(house.calls.work.inspectDocument(new Uint8Array(readFileSync(path)).buffer, name))
      expect(found.fields.length).toBeGreaterThan(7)
      expect(found.fields.filter(({ known }) => known === undefined)).toEqual([])
    },
  )
})
