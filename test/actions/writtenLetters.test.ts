// Letters written in the app, through the actions: stored beside the document built of them, merged and tried like any other.
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { createContact } from '../../src/actions/contacts.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { makeLetters } from '../../src/actions/letters.ts'
import { addByHand, createSegment } from '../../src/actions/segments.ts'
import { createTemplate, newTemplateFields } from '../../src/actions/templates.ts'
import { addPicture, saveLineLetter, saveWrittenLetter, tryWrittenLetter } from '../../src/actions/writtenLetters.ts'
import type { Result } from '../../src/base/result.ts'
import { newLetter } from '../../src/core/letter/newLetter.ts'
import type { Failure } from '../../src/model/failure.ts'
import type { AttachmentId, ContactId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { WrittenLetter } from '../../src/model/writtenLetter.ts'
import { readLastSheet, readPicture } from '../../src/storage/read/pictures.ts'
import { letterBytes, openHouse } from '../open.ts'
import { png, words, chip, para } from '../word/written.ts'

const de = toLetterLanguage('de')
let house: House
let template: TemplateId
let contact: ContactId

async function worked<T>(done: Promise<Result<T, Failure>>): Promise<T> {
  const result = await done
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
const textOf = async ({ files }: { files: { content: Blob }[] }) =>
  strFromU8(unzipSync(await letterBytes(files[0]!))['word/document.xml'] ?? new Uint8Array())
const letter = (...said: string[]): WrittenLetter => {
  const made = newLetter('de', { company: undefined })
  return { ...made, text: { type: 'doc', content: [para(chip('Name')), ...said.map((each) => para(words(each)))] } }
}

/** The house of a window in which something else is written while a document is built. */
const whileBuilding = (other: () => Promise<Result<unknown, Failure>>): House => ({
  ...house,
  calls: {
    ...house.calls,
    work: {
      ...house.calls.work,
      buildLetter: async (...asked) => {
        await worked(other())
        return house.calls.work.buildLetter(...asked)
      },
    },
  },
})

beforeEach(async () => {
  house = openHouse()
  template = (await worked(createTemplate(house, newTemplateFields('Messe: Nachfassen')))).value
  const fields = { name: 'Eva Berg', firstName: 'Eva', surname: 'Berg', languageCode: de, address: 'Weg 1', city: 'Bonn' }
  contact = (await worked(createContact(house, 'person', fields))).value
})

describe('a letter written for a template', () => {
  test('is stored beside its document, and people get letters of it', async () => {
    const saved = await worked(saveWrittenLetter(house, template, de, letter('Schön war es.'), { subject: ' Ihr Besuch ' }))
    expect(saved.value.findings).toEqual([])
    const stored = await house.db.templates.get(template)
    expect(stored?.documents).toMatchObject([
      {
        languageCode: 'de',
        attachmentId: saved.value.hash,
        fileName: 'Messe Nachfassen de.docx',
        subject: 'Ihr Besuch',
        written: letter('Schön war es.'),
      },
    ])
    expect(await readLastSheet(house.db)).toEqual(letter().sheet)

    const segment = (await worked(createSegment(house, 'Messe', { templateId: template }))).value
    await worked(addByHand(house, segment, [contact]))
    expect(await textOf(await worked(makeLetters(house, segment, { output: 'combined' }, {})))).toContain('Schön war es.')
  })

  test('an undo brings the letter before it back; the bytes stay', async () => {
    const first = await worked(saveWrittenLetter(house, template, de, letter('eins'), { subject: 'A', emailText: 'Anbei.' }))
    const second = await worked(saveWrittenLetter(house, template, de, letter('zwei'), { subject: '' }))
    expect((await house.db.templates.get(template))?.documents).toMatchObject([
      { subject: '', emailText: 'Anbei.', written: letter('zwei') },
    ])
    await worked(undo(house, second.inverse, 'saveWrittenLetter'))
    expect((await house.db.templates.get(template))?.documents).toMatchObject([{ attachmentId: first.value.hash, subject: 'A' }])
    expect(await house.db.attachments.count()).toBe(2)
  })

  test('what another window wrote in its place while it was built is not overwritten; another language’s letter is no obstacle', async () => {
    await worked(saveWrittenLetter(house, template, de, letter('eins'), { subject: '' }))
    const other = () => saveWrittenLetter(house, template, de, letter('von drüben'), { subject: '' })
    const late = await saveWrittenLetter(whileBuilding(other), template, de, letter('von hier'), { subject: '' })
    expect(late).toMatchObject({ ok: false, failure: { code: 'stale', table: 'templates' } })
    expect((await house.db.templates.get(template))?.documents).toMatchObject([{ written: letter('von drüben') }])

    const english = () => saveWrittenLetter(house, template, toLetterLanguage('en'), letter('there'), { subject: '' })
    await worked(saveWrittenLetter(whileBuilding(english), template, de, letter('von hier'), { subject: '' }))
    expect((await house.db.templates.get(template))?.documents).toMatchObject([{ written: letter('von hier') }, { languageCode: 'en' }])
  })

  test('a template that is gone takes no letter, nor does one whose picture is gone', async () => {
    const gone = await saveWrittenLetter(house, 'gone' as TemplateId, de, letter(), { subject: '' })
    expect(gone).toMatchObject({ ok: false, failure: { code: 'notFound', table: 'templates' } })
    const without = letter()
    without.sheet.logo = { attachmentId: 'gone' as AttachmentId, width: 30, align: 'left' }
    expect(await saveWrittenLetter(house, template, de, without, { subject: '' })).toMatchObject({
      ok: false,
      failure: { code: 'notFound', table: 'attachments', id: 'gone' },
    })
    expect(await house.db.attachments.count()).toBe(0)
  })
})

test('a letter of her own is the line’s document, and only hers', async () => {
  await worked(saveWrittenLetter(house, template, de, letter('Für alle.'), { subject: 'Alle' }))
  const segment = (await worked(createSegment(house, 'Messe', { templateId: template }))).value
  await worked(addByHand(house, segment, [contact]))
  const hers = { lineNo: 1, contactId: contact }
  const own = await worked(saveLineLetter(house, segment, hers, letter('Nur für Sie.'), { language: de, subject: 'Sie' }))
  await worked(undo(house, own.inverse, 'saveLineLetter'))
  expect(await textOf(await worked(makeLetters(house, segment, { output: 'combined' }, {})))).toContain('Für alle.')
  await worked(saveLineLetter(house, segment, hers, letter('Nur für Sie.'), { language: de, subject: 'Sie' }))
  expect(await textOf(await worked(makeLetters(house, segment, { output: 'combined' }, {})))).toContain('Nur für Sie.')
  const other = () => saveLineLetter(house, segment, hers, letter('Von drüben.'), { language: de, subject: 'Sie' })
  expect(await saveLineLetter(whileBuilding(other), segment, hers, letter('Von hier.'), { language: de, subject: 'Sie' })).toMatchObject({
    ok: false,
    failure: { code: 'stale' },
  })
  // The number is somebody else's by now: what was written for her is not hers to get.
  const before = await house.db.segmentLines.get(segment)
  const forAnother = saveLineLetter(house, segment, { lineNo: 1, contactId: 'other' as ContactId }, letter('Nur für Anna.'), {
    language: de,
    subject: '',
  })
  expect(await forAnother).toMatchObject({ ok: false, failure: { code: 'stale' } })
  expect(await house.db.segmentLines.get(segment)).toEqual(before)
  expect(await saveLineLetter(house, segment, { ...hers, lineNo: 9 }, letter(), { language: de, subject: '' })).toMatchObject({
    ok: false,
    failure: { code: 'notFound' },
  })
})

test('a draft is tried for one person, and nothing is stored', async () => {
  const tried = await worked(tryWrittenLetter(house, letter('Entwurf'), { language: de, title: 'Messe', template, contact }))
  const text = await textOf(tried)
  expect(text).toContain('Entwurf')
  expect(text).toContain('Berg')
  expect(tried.files[0]?.name).toMatch(/\.docx$/)
  expect(await house.db.attachments.count()).toBe(0)
})

describe('a picture', () => {
  test('is kept once, and can be shown', async () => {
    const one = await worked(addPicture(house, png(40, 20).buffer, 'logo.png'))
    expect(one).toMatchObject({ type: 'image/png', width: 40, height: 20 })
    expect((await worked(addPicture(house, png(40, 20).buffer, 'again.png'))).id).toBe(one.id)
    expect(await house.db.attachments.count()).toBe(1)
    expect((await readPicture(house.db, one.id))?.type).toBe('image/png')
  })

  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['of no kind that Word shows', new TextEncoder().encode('<svg/>'), 'kind'],
    ['of too many points', png(4001, 2), 'tooManyPoints'],
    ['of too many bytes', new Uint8Array([...png(4, 4), ...new Uint8Array(5_000_000)]), 'tooBig'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await addPicture(house, bytes.buffer, 'p.png')).toMatchObject({ ok: false, failure: { code: 'picture', reason } })
    expect(await house.db.attachments.count()).toBe(0)
  })
})
