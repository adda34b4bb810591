// A contact handed on as a card, and read again as a file: nothing that a card can say is lost on the way.
import { describe, expect, it } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { exportNamesOf } from '../../src/exchange/exportNames.ts'
import type { CardPicture } from '../../src/exchange/exportContacts.ts'
import { readVcards } from '../../src/exchange/vcard.ts'
import { cardWriter, type VcardVersion } from '../../src/exchange/writeVcard.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { JobResponsibilityId, NoteId } from '../../src/model/ids.ts'
import { emptyDatabase } from '../open.ts'
import { company, person } from '../make.ts'
import { readLists } from '../../src/storage/read/lists.ts'

const responsibility = { id: 'r' as JobResponsibilityId, rev: 1, code: 'BUY', description: 'Purchasing and service' }
const names = exportNamesOf({ ...(await readLists(emptyDatabase())), jobResponsibilities: [responsibility] })
const works = company({
  ...{
    name: 'Berg, Sohn & Co',
    name2: 'Crane works',
    phone: '+47 55 21 40 18',
    extensionNo: '12',
    fax: '+47 55 21 40 19',
    pager: '0800 1',
  },
  ...{ email: 'info@berg.example; sales@berg.example', email2: 'INFO@berg.example, shop@berg.example', homePage: 'www.berg.example' },
})
const ingrid = person({
  ...{
    name: 'Ingrid Åse Solberg',
    title: 'Prof. Dr.',
    jobTitle: 'Head; of purchasing',
    company: works,
    fax: '+47 1',
    email: 'a@b.example',
  },
  jobResponsibilityIds: [responsibility.id],
  notes: [
    { id: 'n1' as NoteId, day: toDay('2025-03-04'), by: 'Vera', text: 'First, with a comma.\nAnd a line.' },
    { id: 'n2' as NoteId, day: toDay('2026-01-02'), by: '', text: 'Second: 50 %; done' },
  ],
})

function written(contact: Contact, version: VcardVersion, picture?: CardPicture): string {
  const own = contact.type === 'company' ? contact : works
  const parts = cardWriter(version, 'en').rows([{ contact, company: own, names, picture }])
  return parts.map((part) => new TextDecoder().decode(part)).join('')
}

function readBack(card: string): { cells: Record<string, string>; notes: number } {
  const reading = readVcards(new TextEncoder().encode(card), 'one.vcf', {})
  for (;;) {
    const step = reading.next()
    if (!step.done) continue
    if (!step.value.ok) throw new Error(step.value.failure.code)
    const { headers, rows, notes } = step.value.value
    return { cells: Object.fromEntries(headers.map((header, at) => [header, rows[0]?.cells[at] ?? ''])), notes: notes.length }
  }
}

describe.each(['3.0', '4.0'] as const)('A card, version %s', (version) => {
  it('says title, role, fax and notes of a person, and they are read back', () => {
    const { cells, notes } = readBack(written(ingrid, version))
    expect(notes).toBe(0)
    expect(cells).toMatchObject({
      ...{ 'Academic Title': 'Prof. Dr.', 'First Name': 'Ingrid', 'Middle Name': 'Åse', 'Last Name': 'Solberg', Type: 'person' },
      ...{ 'Job Title': 'Head; of purchasing', Role: 'Purchasing and service', 'Fax (work)': '+47 1', Company: 'Berg, Sohn & Co' },
      Note: '2025-03-04 Vera: First, with a comma.\nAnd a line.\n\n2026-01-02: Second: 50 %; done',
    })
  })

  it('says every number and address of a company, each once, and they are read back', () => {
    const { cells } = readBack(written(works, version))
    expect(cells).toMatchObject({
      ...{ Type: 'company', Company: 'Berg, Sohn & Co', Department: 'Crane works', Phone: '+47 55 21 40 18 ext. 12' },
      ...{ 'Fax (work)': '+47 55 21 40 19', 'Phone (pager)': '0800 1', 'Home Page': 'www.berg.example' },
      ...{ 'E-mail': 'info@berg.example', 'E-mail 2': 'sales@berg.example', 'E-mail 3': 'shop@berg.example' },
    })
  })

  it('carries the picture in lines that every program can read, and it disturbs nothing', () => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_, at) => (at * 7) % 256)
    const card = written(ingrid, version, { type: 'image/jpeg', bytes })
    expect(card.split('\r\n').every((line) => line.length <= 75)).toBe(true)
    const [, base64 = ''] =
      /PHOTO(?:;ENCODING=b;TYPE=JPEG:|:data:image\/jpeg;base64,)([A-Za-z0-9+/=]+)/.exec(card.replace(/\r\n /g, '')) ?? []
    expect(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))).toEqual(bytes)
    expect(readBack(card)).toEqual(readBack(written(ingrid, version)))
  })
})
