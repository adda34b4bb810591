// Lists of a segment's people, read back by others: Excel by a reader, Word by the validator and LibreOffice; and recipients for Word's own
// mail merge, a row for each letter.
import readExcel from 'read-excel-file/node'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { makeList, makeRecipients } from '../../src/actions/segmentLists.ts'
import { addByHand, changeHeader, createSegment } from '../../src/actions/segments.ts'
import { attachDocument } from '../../src/actions/templates.ts'
import { recipientColumns, wordSafe } from '../../src/core/letter/recipients.ts'
import { usualColumns } from '../../src/core/letter/listRows.ts'
import type { EntryId, SegmentId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readLastContacts } from '../../src/storage/read/lastContacts.ts'
import { newShelf, type Shelf } from '../../src/storage/keep/generatedFiles.ts'
import { JobBook } from '../../src/workers/jobs/jobBook.ts'
import { oneFile } from '../../src/workers/jobs/mailFiles.ts'
import { recipientJobs, type RecipientsWish } from '../../src/workers/jobs/recipients.ts'
import { segmentListJobs, type ListWish } from '../../src/workers/jobs/segmentLists.ts'
import { company, entry, ourCompany, person, salesperson, template } from '../make.ts'
import { good, letterBytes, openHouse } from '../open.ts'
import { field, makeDocx, para } from '../word/makeDocx.ts'
import { DrawingRoom } from '../word/rendering.ts'

const de = toLetterLanguage('de')
const vera = salesperson({ name: 'Vera' })
const ahorn = company({
  name: 'Ahorn & Söhne',
  address: 'Ring 1',
  postCode: '01067',
  city: 'Dresden',
  phone: '+49 351 1',
  languageCode: de,
})
const home = { address: 'Weg <2>', postCode: '80331', city: 'München', countryCode: 'DE', languageCode: de }
const anna = person({ name: 'Anna Huber', salutationCode: 'F', mobilePhone: '0171 22', email: 'anna@example.org', ...home })
const karl = person({ name: 'Karl Huber', salutationCode: 'M', ...home })
const bob = person({ name: 'Bob "the" Fox', company: ahorn, phone: '+44 1', jobTitle: 'Buyer' })
const secret = person({ name: 'Sibyl Secret', ...home })
const abroad = person({ name: 'Zoé Åkesson', address: 'Gata 3', postCode: '111 20', city: 'Stockholm', countryCode: 'SE' })
const people = [bob, anna, karl, secret, abroad]
const letter = template({ documents: [], correspondenceType: 'hardCopy' })

let house: House
let segmentId: SegmentId
beforeEach(async () => {
  house = openHouse()
  const entries = [
    entry(anna, '2026-10-01', { description: 'Messe' }),
    entry(anna, '2026-11-02', { description: 'Anruf', attemptFailed: true }),
    entry(anna, '2026-10-09', { description: 'Besuch' }),
  ]
  const rows = { contacts: [ahorn, ...people], templates: [letter], salespeople: [vera], settings: [ourCompany()], entries }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  const body = ['Name', 'Anrede', 'Document_Date', 'ZIP_Code'].map((name) => para(field(`MERGEFIELD ${name}`))).join('')
  await good(attachDocument(house, letter.id, de, 'brief.docx', makeDocx({ body }).slice().buffer))
  segmentId = (await good(createSegment(house, 'Frühjahr'))).value
  await good(changeHeader(house, segmentId, { templateId: letter.id, salespersonId: vera.id }, 'keep'))
  await good(
    addByHand(
      house,
      segmentId,
      people.map(({ id }) => id),
    ),
  )
  await house.db.contacts.update(secret.id, { privacyBlocked: true })
})
const room = new DrawingRoom()
afterAll(() => room.close())

const headings = {
  ...{ name: 'Name', company: 'Firma', jobTitle: 'Position', address: 'Adresse', phones: 'Telefon', email: 'E-Mail' },
  ...{ lastContact: 'Letzter Kontakt', outcome: 'Ergebnis', note: 'Notiz', street: 'Straße', postCode: 'PLZ', city: 'Ort' },
  ...{ country: 'Land', mobile: 'Mobil', phone: 'Festnetz', companyPhone: 'Firma Telefon', lastHow: 'Wie' },
}
const wish = (fields: Partial<ListWish> = {}): ListWish => ({
  ...{
    kind: 'contactList',
    format: 'xlsx',
    columns: usualColumns.contactList,
    order: 'name',
    paper: 'A4',
    landscape: true,
    language: 'de',
  },
  words: {
    ...{ name: 'Kontaktliste', headings, outcomes: ['erreicht', 'nicht erreicht'], pageOf: 'Seite {1} von {2}', about: '4 Personen' },
  },
  ...fields,
})
const cellsOf = async (file: { content: Blob }) => {
  const [sheet] = await readExcel(Buffer.from(await letterBytes(file)))
  return sheet?.data ?? []
}

describe('A list of people', () => {
  it('for Excel has everybody once, as they are reached, and when they were last in contact', async () => {
    const made = await good(makeList(house, segmentId, wish(), {}))
    expect(made).toMatchObject({ letters: 4, without: 1, files: [{ name: 'Frühjahr Kontaktliste.xlsx' }] })
    expect(await cellsOf(made.files[0]!)).toEqual([
      [...['Name', 'Firma', 'Straße', 'PLZ', 'Ort', 'Land', 'Mobil', 'Festnetz', 'Firma Telefon', 'E-Mail', 'Letzter Kontakt', 'Wie']],
      ['Zoé Åkesson', null, 'Gata 3', '111 20', 'Stockholm', 'Schweden', null, null, null, null, null, null],
      ['Bob "the" Fox', 'Ahorn & Söhne', 'Ring 1', '01067', 'Dresden', null, null, '+44 1', '+49 351 1', null, null, null],
      [
        ...['Anna Huber', null, 'Weg <2>', '80331', 'München', null, '0171 22', null, null, 'anna@example.org'],
        ...[new Date('2026-10-09T00:00:00Z'), 'Besuch'],
      ],
      ['Karl Huber', null, 'Weg <2>', '80331', 'München', null, null, null, null, null, null, null],
    ])
  })

  it('for Word is drawn with its headings on every page, whole rows and page numbers', async () => {
    const many = Array.from({ length: 30 }, (_, at) => person({ name: `Person ${String(at).padStart(2, '0')}`, phone: `+49 ${at}` }))
    await commit(house.db, { ...noChanges(), put: { contacts: many } }, 'seed', '')
    await good(
      addByHand(
        house,
        segmentId,
        many.map(({ id }) => id),
      ),
    )
    const contactList = await good(makeList(house, segmentId, wish({ format: 'docx' }), {}))
    const calls = wish({ kind: 'callList', format: 'docx', columns: usualColumns.callList, paper: 'Letter', landscape: false })
    const callList = await good(makeList(house, segmentId, { ...calls, words: { ...calls.words, name: 'Anrufliste' } }, {}))
    for (const [name, made] of [['contacts', contactList] as const, ['calls', callList] as const]) {
      room.add(name, await letterBytes(made.files[0]!))
    }
    const [judged] = await Promise.all([Promise.all(['contacts', 'calls'].map(room.validate)), room.draw()])
    expect(judged).toEqual([[], []])
    if (!room.canDraw) return console.warn('LibreOffice or pdftotext is missing: the lists were not drawn')
    for (const name of ['contacts', 'calls']) {
      const pages = room.pages(name)
      expect(pages.length).toBeGreaterThan(1)
      pages.forEach((page, at) => {
        expect(page).toContain('Telefon')
        expect(page).toContain(`Seite ${at + 1} von ${pages.length}`)
      })
      const all = pages.join('\n')
      for (const each of many) expect(all.split(each.name)).toHaveLength(2)
    }
    expect(room.pages('contacts')[0]).toMatch(/Kontaktliste: Frühjahr[\s\S]*4 Personen/)
    expect(room.pages('calls')[0]).toMatch(/☐\snicht\serreicht/)
    expect(room.pages('contacts').join('')).toContain('09.10.2026')
    // Others use the machine as well: LibreOffice takes a second, or twenty.
  }, 60_000)

  it('too long for paper is refused, and stopped when she says so', async () => {
    const stop = new AbortController()
    stop.abort()
    expect(await makeList(house, segmentId, wish(), { signal: stop.signal })).toMatchObject({ failure: { code: 'stopped' } })
    const many = Array.from({ length: 3001 }, (_, at) => person({ name: `P ${at}` }))
    await commit(house.db, { ...noChanges(), put: { contacts: many } }, 'seed', '')
    await good(
      addByHand(
        house,
        segmentId,
        many.map(({ id }) => id),
      ),
    )
    expect(await makeList(house, segmentId, wish({ format: 'docx' }), {})).toMatchObject({
      failure: { code: 'listTooLong', rows: 3005, most: 3000 },
    })
  })
})

describe('Recipients for Word', () => {
  const asked = (fields: Partial<RecipientsWish> = {}): RecipientsWish => ({
    ...{ format: 'xlsx', channel: 'print', fields: 'used', order: 'name', language: 'de', name: 'Empfänger' },
    ...fields,
  })

  it('have a row for each letter, under the names that the document uses, days and post codes as text', async () => {
    const made = await good(makeRecipients(house, segmentId, asked(), {}))
    expect(made.files[0]?.name).toBe('Frühjahr Empfänger.xlsx')
    const [head, ...rows] = await cellsOf(made.files[0]!)
    expect(head).toEqual(['Name', 'Anrede', 'Document_Date', 'ZIP_Code'])
    expect(rows.map(([name]) => name)).toEqual(['Zoé Åkesson', 'Bob "the" Fox', 'Anna Huber', 'Karl Huber'])
    expect(rows[1]?.slice(2)).toEqual(['20. November 2026', '01067'])
  })

  it('have what Word looks for where the document has an address block and a greeting line', async () => {
    const body = ['ADDRESSBLOCK', 'GREETINGLINE', 'MERGEFIELD Subject', 'MERGEFIELD First_Name'].map((code) => para(field(code))).join('')
    await good(attachDocument(house, letter.id, de, 'brief.docx', makeDocx({ body }).slice().buffer))
    const made = await good(makeRecipients(house, segmentId, asked({ order: 'name' }), {}))
    const [head, , bob] = await cellsOf(made.files[0]!)
    expect(head).toEqual([
      ...['Subject', 'First_Name', 'Courtesy Title', 'Last Name'],
      ...['Company', 'Address 1', 'Address 2', 'City', 'State', 'Postal Code', 'Country or Region'],
    ])
    expect(bob).toEqual(expect.arrayContaining(['Ahorn & Söhne', 'Ring 1', '01067', 'Dresden']))
  })

  it('who share a letter share a row', async () => {
    await good(changeHeader(house, segmentId, { lettersPer: 'household' }, 'keep'))
    const made = await good(makeRecipients(house, segmentId, asked(), {}))
    expect(made).toMatchObject({ letters: 3, lines: 4, without: 1 })
    const [, ...rows] = await cellsOf(made.files[0]!)
    expect(rows.map(([name]) => name)).toContain('Anna Huber\nKarl Huber')
  })

  it('in CSV stand in lines of their own, in the letters of every language', async () => {
    const made = await good(makeRecipients(house, segmentId, asked({ format: 'csv', fields: 'all' }), {}))
    const bytes = await letterBytes(made.files[0]!)
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(/^Name,Contact_No,Company_Name/)
    expect(lines[3]).toContain('"Anna Huber, Weg <2>, 80331 München"')
  })

  it.each([
    ['First Name', 'First_Name'],
    ['ZIP/Post code', 'ZIP_Post_code'],
    ['2nd', 'M_2nd'],
    ['Größe', 'Größe'],
    [' «Ort» ', 'Ort'],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('%j is the heading %j', (name, heading) => {
    expect(wordSafe(name)).toBe(heading)
  })

  it('all stable names are headings that Word takes', () => {
    for (const { heading, field: name } of recipientColumns()) expect(heading).toBe(name)
  })
})

describe('A disk that is full while a file is written', () => {
  it.each<[string, (shelf: Shelf) => Promise<unknown>]>([
    ['a list', (shelf) => segmentListJobs(house.db, new JobBook(), shelf).makeList(segmentId, wish(), 1)],
    [
      'recipients',
      (shelf) => {
        const asked = { format: 'csv', channel: 'print', fields: 'all', order: 'name', language: 'de', name: 'Empfänger' } as const
        return recipientJobs(house.db, new JobBook(), shelf).makeRecipients(segmentId, asked, 1)
      },
    ],
    [
      'labels',
      (shelf) => {
        const place = { db: house.db, book: new JobBook(), job: 1, shelf }
        return oneFile(place, 'Etiketten', 1, { copies: 1, lines: 1, without: 0 }, () => Promise.resolve(new Uint8Array(1)))
      },
    ],
  ])('leaves nothing of %s', async (_, make) => {
    const given: string[] = []
    const full = {
      write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      close: () => Promise.resolve(),
      abort: () => Promise.resolve(void given.push('closed')),
      content: () => Promise.resolve(new Blob()),
    }
    const shelf: Shelf = { ...newShelf(), open: () => full, discard: () => Promise.resolve(void given.push('removed')) }
    await expect(make(shelf)).rejects.toThrow('full')
    expect(given).toEqual(['closed', 'removed'])
  })
})

it.each([
  ['the later hour', { time: '15:30' }, { time: '09:00' }],
  [
    'what was logged later, where an hour is missing',
    { loggedAt: '2026-11-20T15:00:00.000Z' },
    { loggedAt: '2026-11-20T09:00:00.000Z', time: '17:00' },
  ],
  ['what was logged later in the same hour', { time: '09:00', loggedAt: '2026-11-20T15:00:00.000Z' }, { time: '09:00' }],
])('The last contact of a day with two is %s, whichever is read first', async (_, last, first) => {
  for (const [lastId, firstId] of [
    ['1', '2'],
    ['2', '1'],
  ]) {
    await house.db.entries.bulkPut([
      entry(bob, '2026-11-02', { id: lastId as EntryId, description: 'Call', ...(last as object) }),
      entry(bob, '2026-11-02', { id: firstId as EntryId, description: 'Letter', ...(first as object) }),
    ])
    expect((await readLastContacts(house.db, [bob.id])).get(bob.id)).toMatchObject({ day: '2026-11-02', description: 'Call' })
  }
})
