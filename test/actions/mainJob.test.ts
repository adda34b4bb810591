// The main job through the actions, in memory: contacts in, a segment, a letter, the log, the follow-up, a backup.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { takeBackImport } from '../../src/actions/imports.ts'
import { makeLetters, makeLoggedLetters } from '../../src/actions/letters.ts'
import { logSegment, undoLog } from '../../src/actions/logSegment.ts'
import { cancelLogged, createFollowUp } from '../../src/actions/loggedSegments.ts'
import { addByHand, changeHeader, changeLine, commentLine, createSegment, redoStep, undoStep } from '../../src/actions/segments.ts'
import { selectContacts } from '../../src/actions/selectContacts.ts'
import { createSalesperson } from '../../src/actions/lists.ts'
import { saveCompany, saveTablet } from '../../src/actions/settings.ts'
import { attachDocument, createTemplate, newTemplateFields } from '../../src/actions/templates.ts'
import { defaultOptions } from '../../src/core/segment/outcome.ts'
import type { SegmentId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { all, text } from '../make.ts'
import { contents, good, letterBytes, openHouse } from '../open.ts'
import { takeFile } from '../takeFile.ts'
import { restored } from '../restored.ts'

const csv = `Typ;Firma;Vorname;Nachname;Anrede;Straße;PLZ;Ort;Land;E-Mail;Sprache;Aus Segment ausschließen;Datenschutz gesperrt
Unternehmen;Müller & Söhne GmbH;;;;Hauptstraße 1;80331;München;DE;info@mueller.example;de;;
Person;Müller & Söhne GmbH;Jürgen;Müßig;Herr;Hauptstraße 1;80331;München;DE;jm@mueller.example;de;;
Person;Müller & Söhne GmbH;Zoë;Öztürk;Frau;Hauptstraße 1;80331;München;DE;zo@mueller.example;de;;
Person;Acme Ltd;Ann;Smith;Ms;1 High Street;SW1A 1AA;London;GB;ann@acme.example;en;;
Person;Acme Ltd;Bob;Blocked;Mr;1 High Street;SW1A 1AA;London;GB;bob@acme.example;en;;ja
Person;Acme Ltd;Eve;Excluded;Ms;1 High Street;SW1A 1AA;London;GB;eve@acme.example;en;ja;
`
const file = (path: string) => {
  const bytes = readFileSync(new URL(`../letters/${path}`, import.meta.url))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

async function prepared(): Promise<{ house: House; segmentId: SegmentId; templateId: TemplateId }> {
  const house = openHouse()
  await good(saveCompany(house, { name: 'Landmaschinen Vera', countryCode: 'DE', phone: '+49 89 123' }))
  const vera = await good(createSalesperson(house, { name: 'Vera Beispiel', jobTitle: 'Vertrieb', phone: '', email: '' }))
  await good(saveTablet(house, { started: true, salespersonId: vera.value, prefix: 'V' }))
  await good(takeFile(house, csv, 'kontakte.csv'))
  const template = await good(createTemplate(house, newTemplateFields('Spring letter')))
  await good(attachDocument(house, template.value, toLetterLanguage('de'), 'letter-de.docx', file('letter-de.docx')))
  await good(attachDocument(house, template.value, toLetterLanguage('en'), 'letter-en.docx', file('letter-en.docx')))
  const segment = await good(createSegment(house, 'Frühjahrsbrief'))
  await good(changeHeader(house, segment.value, { templateId: template.value, subject: 'Service im Frühjahr' }, 'keep'))
  return { house, segmentId: segment.value, templateId: template.value }
}

const lines = async (house: House, id: SegmentId) => (await readSegment(house.db, id))!.lines.lines
const names = async (house: House, id: SegmentId) =>
  (await house.db.contacts.bulkGet((await lines(house, id)).map((line) => line.contactId))).map((contact) => contact?.name)
const select = (house: House, id: SegmentId, kind: 'add' | 'reduce' | 'refine', ...rules: Parameters<typeof all>) =>
  good(selectContacts(house, id, { kind, criteria: all(...rules), options: defaultOptions }))

describe('The main job', () => {
  let house: House
  let segmentId: SegmentId
  beforeAll(async () => {
    ;({ house, segmentId } = await prepared())
  })

  it('takes contacts in with numbers that bear the tablet’s prefix, and makes the company that was only named', async () => {
    const contacts = await house.db.contacts.toArray()
    expect(contacts.map(({ name }) => name).sort()).toEqual([
      'Acme Ltd',
      'Ann Smith',
      'Bob Blocked',
      'Eve Excluded',
      'Jürgen Müßig',
      'Müller & Söhne GmbH',
      'Zoë Öztürk',
    ])
    expect(new Set(contacts.map(({ no }) => no)).size).toBe(contacts.length)
    expect(contacts.every(({ no }) => no.startsWith('V'))).toBe(true)
  })

  it('adds everybody but the blocked and the excluded, and says how many those were', async () => {
    const added = await select(house, segmentId, 'add')
    expect(added.value.cards.at(-1)?.leftOut).toEqual({ excluded: 1, privacyBlocked: 1, minor: 0, alreadyThere: 0 })
    expect(await names(house, segmentId)).toEqual(['Acme Ltd', 'Ann Smith', 'Müller & Söhne GmbH', 'Jürgen Müßig', 'Zoë Öztürk'])
  })

  it('reduces, refines, undoes and redoes; lines come back with what was changed on them', async () => {
    const anna = (await lines(house, segmentId)).at(1)!
    await good(changeLine(house, segmentId, anna.lineNo, { subject: 'Only for Ann' }))
    await select(house, segmentId, 'reduce', text('city', 'isAnyOf', 'london'))
    expect(await names(house, segmentId)).toEqual(['Müller & Söhne GmbH', 'Jürgen Müßig', 'Zoë Öztürk'])
    await good(undoStep(house, segmentId))
    expect((await lines(house, segmentId)).at(1)).toMatchObject({ lineNo: anna.lineNo, own: { subject: 'Only for Ann' } })
    await good(redoStep(house, segmentId))
    expect(await names(house, segmentId)).toHaveLength(3)
    await good(undoStep(house, segmentId))
    await select(house, segmentId, 'refine', text('name', 'doesNotContain', 'gmbh'))
    expect(await names(house, segmentId)).toEqual(['Acme Ltd', 'Ann Smith', 'Jürgen Müßig', 'Zoë Öztürk'])
  })

  it('makes one document per language, and a ZIP with one per contact', async () => {
    const combined = await good(makeLetters(house, segmentId, { output: 'combined' }, {}))
    expect(combined.files.map(({ name, letters }) => [name, letters]).sort()).toEqual([
      ['Frühjahrsbrief de.docx', 3],
      ['Frühjahrsbrief en.docx', 1],
    ])
    const zip = await good(makeLetters(house, segmentId, { output: 'zip' }, {}))
    expect(zip).toMatchObject({ letters: 4, without: 0 })
    expect((await house.db.segments.get(segmentId))?.lettersMade?.count).toBe(4)
  })

  it('stopped while it makes letters, it leaves nothing behind', async () => {
    const before = await contents(house)
    const stopped = await makeLetters(house, segmentId, { output: 'zip' }, { signal: AbortSignal.abort() })
    expect(stopped).toEqual({ ok: false, failure: { code: 'stopped' } })
    expect(await contents(house)).toEqual(before)
  })

  it('logs in one step; the undo of it brings the open segment back as it was', async () => {
    const jm = (await lines(house, segmentId)).at(2)!
    await good(commentLine(house, segmentId, jm.lineNo, 'Bis bald in Ulm'))
    const before = await contents(house)
    const { rev } = (await house.db.segments.get(segmentId))!
    const logged = await good(logSegment(house, segmentId, { rev, followUp: undefined }))
    expect(logged).toMatchObject({ entries: 4, letters: 4, leftOut: 0 })
    expect(await house.db.segments.get(segmentId)).toBeUndefined()
    expect(await house.db.entries.count()).toBe(4)
    expect((await house.db.entries.toArray()).find(({ contactId }) => contactId === jm.contactId)?.comment).toBe('Bis bald in Ulm')
    await good(undoLog(house, logged.rev))
    expect(await contents(house)).toEqual(before)
  })

  it('logged, the same letters come out again, also after the contact has changed', async () => {
    const unzipped = async (made: { files: { content: Blob }[] }) => {
      const { unzipSync, strFromU8 } = await import('fflate')
      const all = unzipSync(await letterBytes(made.files[0]!))
      return Object.fromEntries(
        Object.entries(all).map(([name, bytes]) => [name, strFromU8(unzipSync(bytes)['word/document.xml']!)] as const),
      )
    }
    const before = await unzipped(await good(makeLetters(house, segmentId, { output: 'zip' }, {})))
    const { rev } = (await house.db.segments.get(segmentId))!
    const logged = await good(logSegment(house, segmentId, { rev, followUp: 'Nachfassen' }))
    await house.db.contacts.toCollection().modify({ city: 'Elsewhere' })
    const after = await unzipped(await good(makeLoggedLetters(house, logged.loggedId, { output: 'zip' }, undefined, {})))
    expect(after).toEqual(before)
    expect(await names(house, logged.followUpId!)).toEqual(['Acme Ltd', 'Ann Smith', 'Jürgen Müßig', 'Zoë Öztürk'])
    const second = await good(createFollowUp(house, logged.loggedId, 'Noch einmal'))
    expect(await names(house, second.value.segmentId)).toHaveLength(4)
    await good(cancelLogged(house, logged.loggedId, true, 'wrong date'))
    expect(await house.db.loggedStates.get(logged.loggedId)).toMatchObject({ cancelled: true, reason: 'wrong date' })
  })

  it('backed up and restored into an empty tablet, everything is there', async () => {
    const { file, name } = await good(house.calls.work.makeBackup({ app: 'test', at: house.occasion().now, tablet: '' }, 0))
    const empty = await restored(file, name)
    expect(await contents(empty)).toEqual(await contents(house))
  })
})

describe('Two windows', () => {
  it('that change different things of one segment: both changes are there', async () => {
    const { house, segmentId } = await prepared()
    const other = openHouse(house.db)
    await good(addByHand(house, segmentId, [(await house.db.contacts.toArray())[0]!.id]))
    const [a, b] = await Promise.all([
      changeHeader(house, segmentId, { description: 'From the first' }, 'keep'),
      changeHeader(other, segmentId, { subject: 'From the second' }, 'keep'),
    ])
    expect([a.ok, b.ok]).toEqual([true, true])
    expect(await house.db.segments.get(segmentId)).toMatchObject({ description: 'From the first', subject: 'From the second' })
  })

  it('that log the same segment: one wins, the other is told', async () => {
    const { house, segmentId } = await prepared()
    const other = openHouse(house.db)
    await select(house, segmentId, 'add')
    const { rev } = (await house.db.segments.get(segmentId))!
    const wish = { rev, followUp: undefined }
    const done = await Promise.all([logSegment(house, segmentId, wish), logSegment(other, segmentId, wish)])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const told = done.find((result) => !result.ok)
    expect(told && !told.ok && ['stale', 'notFound'].includes(told.failure.code)).toBe(true)
    expect(await house.db.loggedSegments.count()).toBe(1)
  })

  it('one of which changed the segment while the other looked at its board: logging is refused and says so', async () => {
    const { house, segmentId } = await prepared()
    await select(house, segmentId, 'add')
    const { rev } = (await house.db.segments.get(segmentId))!
    await good(changeHeader(house, segmentId, { subject: 'Later' }, 'keep'))
    const done = await logSegment(house, segmentId, { rev, followUp: undefined })
    expect(done).toEqual({ ok: false, failure: { code: 'stale', table: 'segments', id: segmentId } })
    expect(await house.db.entries.count()).toBe(0)
  })
})

describe('Bad input', () => {
  it('a segment without lines cannot be logged, and every reason is given', async () => {
    const { house, segmentId } = await prepared()
    const { rev } = (await house.db.segments.get(segmentId))!
    const done = await logSegment(house, segmentId, { rev, followUp: undefined })
    expect(done).toMatchObject({ ok: false, failure: { code: 'logRefused', problems: ['noLines'] } })
  })

  it.each([
    ['a .doc', 'ÐÏ\u0011à¡±\u001aá' + 'W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0', 'NOT_DOCX_DOC'],
    ['a file with a password', 'ÐÏ\u0011à¡±\u001aá' + 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'NOT_DOCX_PASSWORD'],
    ['an empty file', '', 'NOT_DOCX_EMPTY'],
    ['a text', 'Dear all', 'NOT_DOCX_OTHER'],
  ])('%s is no template; nothing is stored', async (_title, content, reason) => {
    const { house, templateId } = await prepared()
    const before = await contents(house)
    const bytes = Uint8Array.from(content, (letter) => letter.charCodeAt(0)).buffer
    const done = await attachDocument(house, templateId, toLetterLanguage('nl'), 'brief.docx', bytes)
    expect(done).toMatchObject({ ok: false, failure: { code: 'document', reason, fileName: 'brief.docx' } })
    expect(await contents(house)).toEqual(before)
  })

  it('an import is taken back whole, but what was edited since stays and is named', async () => {
    const house = openHouse()
    const done = await good(takeFile(house, csv, 'kontakte.csv'))
    const anna = (await house.db.contacts.toArray()).find(({ name }) => name === 'Ann Smith')!
    const { changeContact } = await import('../../src/actions/contacts.ts')
    await good(changeContact(house, anna.id, anna.rev, { city: 'Leeds' }))
    const taken = await good(takeBackImport(house, done.importId))
    // Whoever stays keeps the company she belongs to.
    expect(taken.kept.map(({ name, why }) => [name, why])).toEqual([
      ['Ann Smith', 'editedSince'],
      ['Acme Ltd', 'referred'],
    ])
    expect((await house.db.contacts.toArray()).map(({ name }) => name).sort()).toEqual(['Acme Ltd', 'Ann Smith'])
  })
})
